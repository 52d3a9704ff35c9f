from __future__ import annotations

import re

import pytest

from depesche.annotate.segments import split_segments
from depesche.lang.loader import SHARED, languages
from depesche.lang.schema.segments import LinePattern, read_patterns
from depesche.records import SegmentKind

PATTERNS = [p for lang in (SHARED, *languages()) for p in read_patterns(lang)]


@pytest.mark.parametrize("entry", PATTERNS, ids=lambda p: f"{p.where}"[:80])
def test_every_line_pattern_matches_its_examples_and_nothing_it_excludes(entry: LinePattern) -> None:
    pattern = re.compile(entry.pattern, re.IGNORECASE)
    assert [line for line in entry.holds if not pattern.fullmatch(line)] == []
    assert [line for line in entry.fails if pattern.fullmatch(line)] == []


REPORT = """Broen over fjorden lukker igen

14. februar 2024 kl. 9.15

Broen lukker fra mandag, siger kommunen.

Annonce

Lange køer

– Vi er kede af det, siger borgmester Ane Lind.

Broen i maj. Foto: Bo Krag/Scanpix

Den åbner igen i marts."""


def test_lines_get_their_kinds() -> None:
    kinds = [(s.kind, REPORT[s.span.start : s.span.end]) for s in split_segments(REPORT)]
    assert [kind for kind, _ in kinds] == [
        SegmentKind.TITLE,
        SegmentKind.DATELINE,
        SegmentKind.BODY,
        SegmentKind.BOILERPLATE,
        SegmentKind.SUBHEAD,
        SegmentKind.BODY,
        SegmentKind.CAPTION,
        SegmentKind.BODY,
    ]


@pytest.mark.parametrize("line", ["Broen lukker", "14. februar 2024", "Annonce"])
def test_a_single_line_is_body_whatever_it_holds(line: str) -> None:
    assert [s.kind for s in split_segments(line)] == [SegmentKind.BODY]


def test_empty_text_has_no_segments() -> None:
    assert split_segments(" \n\n ") == ()
