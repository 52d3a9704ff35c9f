"""A generated stream: order and batches change nothing."""

from __future__ import annotations

import importlib.util
import random
from collections import Counter
from pathlib import Path

import pytest

from depesche.group.distortions import find_distortions
from depesche.group.reuse import find_reuse
from depesche.group.stories import group_stories
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Report

GENERATOR = Path(__file__).parents[2] / "benchmarks" / "stories" / "generate.py"


@pytest.fixture(scope="module")
def stream() -> list[AnnotatedReport]:
    """Return about sixty generated reports."""
    if not GENERATOR.is_file():
        pytest.skip(f"no generator at {GENERATOR}: it is part of the repository, not of the package")
    import sys

    spec = importlib.util.spec_from_file_location("generate_stream", GENERATOR)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    reports, _ = module.generate(60, 3)
    return [annotate_report(Report(**record)) for record in reports]


def test_any_order_gives_the_same_stories_reuse_and_distortions(stream: list[AnnotatedReport]) -> None:
    grouping = group_stories(stream)
    reuse = find_reuse(stream, grouping)
    expected = grouping, reuse, find_distortions(stream, reuse)
    for seed in range(4):
        shuffled = stream[:]
        random.Random(seed).shuffle(shuffled)
        again = group_stories(shuffled)
        found = find_reuse(shuffled, again)
        assert (again, found, find_distortions(shuffled, found)) == expected


def test_any_order_gives_the_same_counts(stream: list[AnnotatedReport]) -> None:
    some = stream[:30]
    expected = make_brief(some, Options())
    for seed in range(3):
        shuffled = some[:]
        random.Random(seed).shuffle(shuffled)
        assert make_brief(shuffled, Options()).claims == expected.claims


def test_without_a_report_or_an_outlet_the_brief_is_that_of_the_others(stream: list[AnnotatedReport]) -> None:
    some = stream[:30]
    gone = some[4]
    for name in (gone.id, gone.report.outlet or ""):
        rest = [r for r in some if name not in (r.id, r.report.outlet)]
        without, others = make_brief(some, Options(without=(name,))), make_brief(rest, Options())
        assert len(rest) < len(some)
        assert without == others


def test_without_a_party_the_claims_of_the_others_stand_as_they_were(stream: list[AnnotatedReport]) -> None:
    some = stream[:30]
    whole = make_brief(some, Options())
    names = {e.id: e.name for e in whole.entities}
    voices = Counter(voice for claim in whole.claims for voice in claim.asserted_by)
    for gone, _ in voices.most_common(3):
        without = make_brief(some, Options(without=(names[gone],)))
        assert (without.stories, without.reuse) == (whole.stories, whole.reuse)
        assert not [c for c in without.claims if gone in {*c.asserted_by, *c.denied_by, *c.declined_by}]
        kept = {c.id: (c.statements, c.parties, c.dispatches) for c in without.claims}
        others = [c for c in whole.claims if all(gone not in s.who for s in c.statements)]
        assert 0 < len(others) < len(whole.claims)
        assert all(kept[c.id] == (c.statements, c.parties, c.dispatches) for c in others)


def test_the_generator_repeats_itself(stream: list[AnnotatedReport]) -> None:
    import sys

    reports, truth = sys.modules["generate_stream"].generate(60, 3)
    assert [r["text"] for r in reports] == [r.text for r in stream]
    spans = [(s["report"], s["span"]) for claim in truth["claims"] for s in claim["statements"]]
    texts = {r["id"]: r["text"] for r in reports}
    assert all(texts[report][slice(*span)].strip() for report, span in spans)
