"""Any text goes through: spans lie in it, the order is kept, nothing raises, and the time is linear."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.annotate.quantities import find_quantities
from depesche.annotate.times import find_times

from .paragraphs import paragraphs

LANGUAGES = ("en", "da", "nb", "de", "pl", None, "fi")
PIECES = (
    "12",
    "31.",
    "2023",
    "3",
    "mai",
    "May",
    "august",
    "sierpnia",
    "-",
    ".",
    ":",
    "13:30",
    "kl",
    "the",
    "i",
    "w",
    "am",
    "million",
    "mio.",
    "%",
    "$",
    "years",
    "ago",
    "lat",
    "temu",
    "vor",
    "zwei",
    "Jahren",
    "last",
    "Monday",
    "\n",
    "'",
    "1.500,5",
    "80",
    "s",
    "XX",
    "wieku",
    "²",
    "٣",
    "und",
    "to",
    "–",
    "/",
    "99",
    "99999999999999999999",
    "første",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=120), WORDS), lang=st.sampled_from(LANGUAGES), known=st.booleans())
def test_spans_lie_in_the_text_and_follow_each_other(text: str, lang: str | None, known: bool) -> None:
    sentences = paragraphs(text)
    times = find_times(text, sentences, lang, "2023-08-30" if known else None)
    figures = find_quantities(text, sentences, lang, times)
    for spans in ([t.span for t in times], [q.span for q in figures]):
        assert spans == sorted(spans)
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
    for found in times:
        assert found.value
        assert (found.begin is None) == (found.end is None)
        assert found.begin is None or found.end is None or found.begin <= found.end


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29T23:59:59+02:00", "nonsense", ""])
def test_any_publication_date_is_survived(published: str) -> None:
    text = "Last year, two weeks ago, on Monday, 29 February, next century, in 5000 years, at Easter."
    find_times(text, paragraphs(text), "en", published)


def calls_made(text: str, lang: str) -> int:
    """Return how many functions, Python's and C's, finding times and figures in a text calls."""
    lines, calls = paragraphs(text), 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_quantities(text, lines, lang, find_times(text, lines, lang, "2023-08-30"))
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "piece", ["12 ", "1 May and ", "million ", "kl. 13 og ", "2001, ", "the last two ", "Monday. ", "XX "]
)
@pytest.mark.parametrize("lang", ["en", "da", "pl"])
def test_work_grows_with_the_length_of_a_line(piece: str, lang: str) -> None:
    calls_made(piece, lang)  # fills the caches of words and patterns
    short, long = calls_made(piece * 100, lang), calls_made(piece * 800, lang)
    assert long <= 9 * short


@pytest.mark.parametrize(
    "text", ["Sie kamen am 3. Mai 2019 um 13.30 Uhr.", "Das war vor zwei Jahren.", "12 XX und 2001."]
)
def test_a_long_line_reads_as_its_sentences_do(text: str) -> None:
    once = [(t.span.start, t.span.end, t.value) for t in find_times(text, paragraphs(text), "de", "2023-08-30")]
    line, step = f"{text} " * 400, len(text) + 1
    found = [(t.span.start, t.span.end, t.value) for t in find_times(line, paragraphs(line), "de", "2023-08-30")]
    assert found == [(s + i * step, e + i * step, v) for i in range(400) for s, e, v in once]
