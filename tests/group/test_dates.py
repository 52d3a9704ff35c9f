"""A missing date comes from the story or from nowhere; conflicts list both wordings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from depesche.group.conflicts import find_conflicts
from depesche.group.dates import Inferred, infer_dates
from depesche.group.stories import group_stories
from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Time

Maker = Callable[..., AnnotatedReport]
DATED = (
    "Regierung prüft Verkauf der Werft Halberg\n\n"
    "Die Regierung in Karlsund erklärte am Mittwoch, dass sie den Verkauf der Werft Halberg an Nordmar prüfe.\n\n"
    "Ministerin Ida Solberg sagte, die Werft Halberg brauche 300 Millionen Kronen."
)


def _read_times(report: AnnotatedReport, day: str) -> Sequence[Time]:
    return annotate_report(replace(report.report, published=day)).times


def _infer(*reports: AnnotatedReport) -> Inferred:
    return infer_dates(reports, group_stories(reports), _read_times)


def test_a_weekday_is_dated_by_a_report_that_tells_the_same(make: Maker) -> None:
    undated = make(
        "u",
        "da",
        "Regeringen overvejer salg af værftet Halberg\n\n"
        "Regeringen i Karlsund oplyste onsdag, at den overvejer at sælge værftet Halberg til Nordmar.\n\n"
        "Minister Ida Solberg sagde, at Halberg mangler 300 millioner kroner.",
    )
    day, spans = _infer(make("d", "de", DATED, "2024-05-16"), undated)["u"]
    assert day == "2024-05-15"
    assert "onsdag" in {undated.text[slice(*span)] for span in spans}


def test_a_report_that_names_no_time_gets_no_date(make: Maker) -> None:
    undated = make("u", "da", "Værftet Halberg\n\nMinister Ida Solberg besøgte værftet Halberg i Karlsund.")
    assert _infer(make("d", "de", DATED, "2024-05-16"), undated) == {}


def test_a_report_of_another_matter_gets_no_date(make: Maker) -> None:
    undated = make("u", "en", "Bakers strike in Oslo\n\nBakers in Oslo went on strike on Wednesday, said Per Moe.")
    assert _infer(make("d", "de", DATED, "2024-05-16"), undated) == {}


def test_two_datings_of_one_visit_are_a_conflict(make: Maker) -> None:
    one = make(
        "a",
        "en",
        "Talks on the Halberg yard\n\nIn June the minister Ida Solberg visited the Halberg yard in Karlsund.",
        "2024-08-20",
    )
    two = make(
        "b",
        "de",
        "Gespräche zur Werft Halberg\n\nIm Juli besuchte die Ministerin Ida Solberg die Werft Halberg in Karlsund.",
        "2024-08-21",
    )
    (conflict,) = find_conflicts([one, two], group_stories([one, two]))
    said = {one.id: one.text, two.id: two.text}
    assert conflict.kind == "date"
    assert [said[p.report][slice(*p.span)] for p in conflict.between] == ["June", "Juli"]


def test_days_of_saying_are_no_conflict(make: Maker) -> None:
    one = make(
        "a", "en", "Halberg yard\n\nOn Monday Ida Solberg said the Halberg yard in Karlsund needs money.", "2024-08-20"
    )
    two = make(
        "b", "en", "Halberg yard\n\nOn Friday Ida Solberg said the Halberg yard in Karlsund needs money.", "2024-08-24"
    )
    assert find_conflicts([one, two], group_stories([one, two])) == ()


def test_a_day_and_the_end_of_another_month_are_no_conflict(make: Maker) -> None:
    one = make(
        "a",
        "en",
        "Halberg yard\n\nAt the end of June officers flew to Karlsund to talk about the delivery of ten Halberg boats.",
        "2024-08-07",
    )
    two = make(
        "b", "en", "Halberg yard\n\nA first delivery of ten Halberg boats reached Karlsund on Monday.", "2024-08-07"
    )
    assert find_conflicts([one, two], group_stories([one, two])) == ()
