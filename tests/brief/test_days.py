from __future__ import annotations

import pytest

from depesche.brief.days import show_days


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-02-14", "2024-02-14", "2024-02-14"),
        ("1910-01-01", "1910-12-31", "1910"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2024-02-01", "2024-02-28", "2024-02-01 – 2024-02-28"),
        ("2024-01-29", "2024-02-04", "2024-01-29 – 2024-02-04"),
    ],
)
def test_intervals_are_written_plainly(start: str, end: str, shown: str) -> None:
    assert show_days(start, end) == shown
