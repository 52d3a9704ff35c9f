"""Decisions by hand overrule what is computed, whatever they are about, and say that somebody took them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.brief.words import Words
from depesche.cli.main import app
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Judgement, Report, ReuseKind
from tests.group.test_reuse import WIRE

OTHER = (
    "Whale stranded near Lissa\n\n"
    "A whale of nine metres was found on the beach near Lissa on Tuesday.\n\n"
    "The biologist Mona Rehn said it had swallowed a net.\n\n"
    "Volunteers kept the animal wet with buckets until the tide came in."
)


def _report(name: str, text: str, day: str = "2024-05-07") -> AnnotatedReport:
    return annotate_report(Report(id=name, text=text, language="en", published=day))


def _brief(reports: list[AnnotatedReport], *decisions: tuple[str, str, str]) -> Brief:
    told = [Judgement(kind, left, right, "Mo", "2024-06-01", "read both") for kind, left, right in decisions]
    return make_brief(reports, Options(judgements=tuple(told)))


@pytest.fixture(scope="module")
def copies() -> list[AnnotatedReport]:
    return [
        _report("a", WIRE),
        _report("b", WIRE + "\n\nMore follows.", "2024-05-08"),
        _report("c", WIRE, "2024-05-08"),
    ]


def _dispatches(brief: Brief) -> set[tuple[str, ...]]:
    appeal = next(c for c in brief.claims if "appeal" in c.headline)
    return {d.reports for d in appeal.dispatches}


def test_what_is_no_copy_is_a_dispatch_of_its_own_though_a_third_report_ties_it(copies: list[AnnotatedReport]) -> None:
    assert _dispatches(_brief(copies)) == {("a", "b", "c")}
    parted = _brief(copies, ("not-a-copy", "b", "a"))
    assert not [u for u in parted.reuse if {u.source, u.to} == {"a", "b"}]
    assert {"a", "b"} not in [{*d} & {"a", "b"} for d in _dispatches(parted)]


def test_a_copy_by_decision_says_who_decided(copies: list[AnnotatedReport]) -> None:
    reworded = WIRE.replace("stopped the building of", "put an end to").replace("celebrated", "danced")
    reports = [copies[0], _report("d", OTHER + "\n\n" + reworded.split("\n\n", 3)[-1], "2024-05-09")]
    (use,) = [u for u in _brief(reports, ("copy", "a", "d")).reuse if u.to == "d"]
    assert (use.source, use.kind, use.decided) == (
        "a",
        ReuseKind.COPY,
        "decided by hand: copy (Mo, 2024-06-01: read both)",
    )


def test_stories_are_joined_and_parted(copies: list[AnnotatedReport]) -> None:
    reports = [copies[0], copies[2], _report("d", OTHER)]
    assert {s.reports for s in _brief(reports).stories} == {("a", "c"), ("d",)}
    joined = _brief(reports, ("same-story", "d", "a"))
    assert {frozenset(s.reports) for s in joined.stories} == {frozenset("acd")}
    assert any("decided by hand: same-story" in why for why in joined.stories[0].why)
    parted = _brief(reports, ("different-stories", "c", "a"))
    assert {s.reports for s in parted.stories} == {("a",), ("c",), ("d",)}


def test_the_later_decision_stands(copies: list[AnnotatedReport]) -> None:
    both = [Judgement(k, "a", "c", "Mo", t, "x") for k, t in (("not-a-copy", "2024-06-01"), ("copy", "2024-06-02"))]
    brief = make_brief([copies[0], copies[2]], Options(judgements=tuple(both)))
    assert _dispatches(brief) == {("a", "c")}


def test_a_statement_gets_the_speaker_somebody_names(copies: list[AnnotatedReport]) -> None:
    appeal = next(s for s in copies[0].statements if "appeal" in copies[0].text[slice(*s.content[0])])
    brief = _brief([copies[0]], ("speaker", appeal.id, "Irma Solheim"))
    judge = next(e for e in brief.entities if e.name == "Irma Solheim")
    (claim,) = [c for c in brief.claims if any(s.statement == appeal.id for s in c.statements)]
    assert claim.asserted_by == (judge.id,)
    assert _brief([copies[0]], ("speaker", appeal.id, judge.id)).claims == brief.claims


@pytest.mark.parametrize("lang", ["en", "de", "pl"])
def test_a_brief_names_the_decisions_it_follows(copies: list[AnnotatedReport], lang: str) -> None:
    plain = render_text(build_page(_brief(copies), lang), 200)
    assert Words(lang)["decided"] not in plain
    said = copies[0].statements[0]
    decided = _brief(
        copies,
        ("copy", "a", "b"),
        ("not-a-copy", "b", "a"),  # of two decisions on one pair the later stands
        ("speaker", said.id, "Mona Rehn"),
        ("same-story", "a", "gone"),
    )
    page = build_page(decided, lang)
    assert [(e.head, e.note, len(e.quotes)) for e in page.decided] == [
        (f"{Words(lang)['judged_not-a-copy']}: [2] b, [1] a", "Mo, 2024-06-01: read both", 0),
        (f"{Words(lang)['judged_speaker']}: Mona Rehn", "Mo, 2024-06-01: read both", 1),
    ]
    assert Words(lang)["decided"] in render_text(page, 200)


def test_a_judgement_about_nothing_here_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WIRE, "utf-8")
    decided = {"author": "Mo", "time": "2024-06-01", "reason": "read both"}
    lines = [
        {"kind": "not-a-copy", "left": "a", "right": "gone"},
        {"kind": "speaker", "left": "s1", "right": "Irma Solheim"},
    ]
    (tmp_path / "j.jsonl").write_text("\n".join(json.dumps(line | decided) for line in lines), "utf-8")
    done = CliRunner().invoke(app, ["brief", str(tmp_path / "a.txt"), "--judgements", str(tmp_path / "j.jsonl")])
    assert done.exit_code == 0
    assert "names a report that isn't here, 'gone'" in done.stderr
    assert "names a statement that isn't here, 's1'" in done.stderr
