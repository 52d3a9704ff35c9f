"""Institutions of a country are one over languages and reports; "the army" is that of the one country told of."""

from __future__ import annotations

import pytest

from depesche.lang.schema.names import load_names
from depesche.pipeline import annotate_report
from depesche.records import Report
from depesche.resolve.across import resolve_entities
from depesche.resolve.institutions import Institution, institution_in, known_institution


@pytest.mark.parametrize(
    ("lang", "phrase", "found"),
    [
        ("en", "Sudan's army", ("armed-forces", "sd")),
        ("en", "the US military", ("armed-forces", "us")),
        ("da", "det iranske udenrigsministerium", ("foreign-ministry", "ir")),
        ("nb", "den sudanske hæren", ("armed-forces", "sd")),
        ("de", "das Außenministerium in Teheran", ("foreign-ministry", "ir")),
        ("pl", "irańskie MSZ", ("foreign-ministry", "ir")),
        ("pl", "wojsko Korei Południowej", ("armed-forces", "kr")),
        ("en", "the army", ("armed-forces", None)),
        ("en", "the army's chief of staff", None),
        ("en", "the Sudanese opposition", None),
    ],
)
def test_institution_in_a_phrase(lang: str, phrase: str, found: tuple[str, str | None] | None) -> None:
    assert institution_in(phrase, lang) == found


def test_rows_of_the_table_go_first() -> None:
    known = known_institution(Institution("foreign-ministry", "ru"))
    assert known is not None and known.id == "ru-foreign"
    assert known_institution(Institution("foreign-ministry", "bt")) is None


@pytest.mark.parametrize("lang", ["en", "da", "nb", "de", "pl"])
def test_every_language_names_all_kinds(lang: str) -> None:
    assert set(load_names(lang).institutions) == set(load_names("en").institutions)


REPORTS = {
    "a": ("en", "Sudan's army denied that it had hit the market. The army said it had no planes in the region."),
    "b": ("da", "Sudans hær siger, at markedet var tomt."),
    "c": ("pl", "Armia sudańska oświadczyła, że targ był pusty."),
    "d": ("en", "The army said the market was empty."),
}


def test_one_army_in_three_languages() -> None:
    reports = [annotate_report(Report(id=key, text=text, language=lang)) for key, (lang, text) in REPORTS.items()]
    resolution = resolve_entities(reports)
    by_report = {
        report.id: {w.entity for statement in report.statements for w in statement.who} for report in resolution.reports
    }
    assert by_report["a"] == by_report["b"] == by_report["c"]
    assert len(by_report["a"]) == 1
    assert by_report["d"].isdisjoint(by_report["a"])  # it never says whose army
    (army,) = [e for e in resolution.entities if e.id in by_report["a"]]
    assert (army.name, army.type) == ("army of Sudan", "organization")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Supreme Court ruled that the law stands.", "Supreme Court"),
        ("India was glad. The Supreme Court ruled that the law stands.", "Supreme Court"),
        ("Washington was glad. The Supreme Court ruled that the law stands.", "Supreme Court of the United States"),
    ],
)
def test_a_body_that_many_states_have_needs_its_country(text: str, name: str) -> None:
    report = annotate_report(Report(id="r", text=text, language="en"))
    assert report.names[-1].name == name
