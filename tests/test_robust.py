"""Whatever a report holds: no exception, every span slices to its wording, the JSON is valid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Report
from depesche.serialize import annotation_to_json, brief_to_json
from tests.conftest import load_schema

CASES = Path(__file__).parent / "annotate" / "statements"
VALIDATOR = jsonschema.Draft202012Validator(load_schema("annotation"))
PIECES = [
    "„",
    "“",
    "”",
    "»",
    "«",
    '"',
    "'",
    "’",
    "‚",
    "‘",
    "– ",
    "- ",
    "— ",
    ": ",
    ", ",
    ". ",
    "! ",
    "? ",
    "\n",
    "\n\n",
    "(",
    ")",
    "[",
    "…",
    "sagte er",
    "said",
    "sier hun",
    "ifølge",
    "laut",
    "według",
    "zufolge",
    "according to",
    "powiedział",
    "at",
    "dass",
    "że",
    "that",
    "Ane Lind",
    "Jan Krag",
    "Warszawa",
    "Oslo",
    "AFP",
    "NTB",
    "USA",
    "nicht",
    "ikke",
    "nie",
    "denied",
    "3. mai",
    "12,5",
    "2024",
    "onsdag",
    "Dienstag",
    "ministeren",
    "the spokesman",
    "rzecznik",
    "soll",
    "angeblich",
    "podobno",
    "Nord-Korea",
    "U.S.",
    "z.B.",
    "\u2028",
    "\x00",
    "\u200b",
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join),
)


def _check(report: AnnotatedReport) -> None:
    data: dict[str, Any] = json.loads(json.dumps(annotation_to_json(report)))
    assert [e.message for e in VALIDATOR.iter_errors(data)] == []
    n = len(report.text)
    spans = [s.span for layer in (report.segments, report.sentences, report.names, report.times) for s in layer]
    spans += [s.span for layer in (report.quantities, report.credits) for s in layer]
    for statement in report.statements:
        assert statement.content
        spans += [*statement.content, *statement.cue, *statement.speaker, *(r.span for r in statement.relay)]
        assert 0.0 <= statement.confidence <= 1.0
        for source in statement.who:
            assert source.name
    assert all(0 <= start < end <= n for start, end in spans)


@pytest.mark.parametrize("language", ["en", "da", "nb", "de", "pl"])
@pytest.mark.parametrize("cut", [0.25, 0.5, 0.75, 0.9])
def test_sentences_that_break_off_are_annotated(language: str, cut: float) -> None:
    """Every sentence of the cases, its end cut off at a share of its words: a rule that looks ahead finds nothing."""
    for path in CASES.glob(f"cases_{language}.jsonl"):
        texts = [json.loads(line)["text"].split() for line in path.read_text("utf-8").splitlines() if line.strip()]
        broken = [" ".join(words[: max(1, round(cut * len(words)))]) for words in texts]
        for i in range(0, len(broken), 40):
            report = Report(f"{path.name}, from {i}", "\n".join(broken[i : i + 40]), language=language)
            _check(annotate_report(report))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["en", "da", "nb", "de", "pl", "sv", "ru", None]))
def test_any_text_is_annotated(text: str, language: str | None) -> None:
    _check(annotate_report(Report("r", text, language=language, published="2024-03-06")))


@pytest.mark.parametrize("language", ["en", "da", "nb", "de", "pl"])
@pytest.mark.parametrize(
    "text",
    [
        "„" * 10_000,
        '"' * 10_001,
        "«»" * 5_000 + " sagte er",
        "– " * 10_000,
        "a" * 1_000_000,
        "said that " * 20_000,
        "sagte, dass " * 20_000,
        ("„Wort“, sagte er, " * 5_000),
        "Lind " * 50_000,
        "(" * 20_000 + ")" * 20_000,
        "12. mai " * 20_000,
        "\n" * 100_000 + "x",
    ],
    ids=lambda t: f"{t[:12]!r}x{len(t)}",
)
def test_hostile_sizes_end(text: str, language: str) -> None:
    _check(annotate_report(Report("r", text, language=language, published="2024-03-06")))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_any_pile_gives_a_brief_whatever_its_order(texts: list[str]) -> None:
    reports = [annotate_report(Report(f"r{n}", text)) for n, text in enumerate(texts)]
    one = brief_to_json(make_brief(reports, Options()))
    other = brief_to_json(make_brief(list(reversed(reports)), Options()))
    one["reports"], other["reports"] = [], []
    assert one == other
