"""Names of departments that list what they are for, in German."""

from __future__ import annotations

import pytest

from depesche.pipeline import annotate_report
from depesche.records import Report


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Das Ministerium für Bildung, Jugend und Sport antwortete nicht.",
            "Ministerium für Bildung, Jugend und Sport",
        ),
        ("Das Amt für Umwelt und die Werft schwiegen.", "Amt für Umwelt"),
    ],
)
def test_a_list_behind_for_is_part_of_the_name(text, name):
    report = annotate_report(Report(id="a", text=text, language="de"))

    assert name in [text[n.span.start : n.span.end] for n in report.names]
