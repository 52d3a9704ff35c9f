"""A month or weekday that is part of a name is no time."""

from __future__ import annotations

import pytest

from depesche.pipeline import annotate_report
from depesche.records import Report


@pytest.mark.parametrize(
    ("lang", "text", "times"),
    [
        ("en", "Jan Novak left the board in January 2020.", ["January 2020"]),
        ("de", "Jan Fleck sagte der Bild am Sonntag am Montag nichts.", ["Montag"]),
        ("nb", "Pressesjef Jan Erik Rolstad møtte dem i mai.", ["mai"]),
        ("da", "Maj Britt Hansen kommer i maj.", ["maj"]),
    ],
)
def test_names_are_no_times(lang: str, text: str, times: list[str]) -> None:
    report = annotate_report(Report(id="r", text=text, language=lang, published="2025-08-02"))
    assert [text[t.span.start : t.span.end] for t in report.times] == times
