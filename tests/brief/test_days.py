from __future__ import annotations

import pytest

from depesche.brief.days import show_days, show_instant, show_time
from depesche.brief.words import Words


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-02-14", "2024-02-14", "14 February 2024"),
        ("1910-01-01", "1910-12-31", "1910"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2024-02-01", "2024-02-28", "1–28 February 2024"),
        ("2024-01-29", "2024-02-04", "29 January 2024 – 4 February 2024"),
    ],
)
def test_intervals_are_written_plainly(start: str, end: str, shown: str) -> None:
    assert show_days(start, end, Words("en")) == shown


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "1–28 May 2024"),
        ("da", "1.–28. maj 2024"),
        ("nb", "1.–28. mai 2024"),
        ("de", "1.–28. Mai 2024"),
        ("pl", "1–28 maja 2024"),
    ],
)
def test_days_are_written_in_the_reader_s_language(lang: str, shown: str) -> None:
    assert show_days("2024-05-01", "2024-05-28", Words(lang)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2024-05-03", "3 May 2024"),
        ("2024-W18", "week of 29 April 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2024-SU", "2024"),
    ],
)
def test_values_of_times_are_written_plainly(value: str, shown: str) -> None:
    assert show_time(value, Words("en")) == shown


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        ("2024-05-03", "3 May 2024"),
        ("2024-05-03T12:30:00+00:00", "3 May 2024, 12:30 UTC"),
        ("2024-05-03T12:30:00+02:00", "3 May 2024, 12:30 +02:00"),
        ("2024-05-03T12:30", "3 May 2024, 12:30"),
    ],
)
def test_instants_show_their_zone(instant: str, shown: str) -> None:
    assert show_instant(instant, Words("en")) == shown
