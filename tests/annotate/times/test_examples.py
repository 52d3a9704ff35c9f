"""Every example in the times.toml files holds, and every trap stays without a time."""

from __future__ import annotations

import pytest

from depesche.annotate.times import find_times
from depesche.lang.loader import languages
from depesche.lang.schema.times import Example, load_times
from depesche.records import Time

from .paragraphs import paragraphs

PUBLISHED = "2023-08-30"


def times_in(text: str, lang: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(text, paragraphs(text), lang, published)


EXAMPLES = [(lang, example) for lang in languages() for example in load_times(lang).examples]
TRAPS = [(lang, trap) for lang in languages() for trap in load_times(lang).traps]


@pytest.mark.parametrize(("lang", "example"), EXAMPLES, ids=lambda x: getattr(x, "text", x))
def test_example_holds(lang: str, example: Example) -> None:
    assert tuple(t.value for t in times_in(example.text, lang, example.anchor)) == example.values


@pytest.mark.parametrize(("lang", "trap"), TRAPS)
def test_trap_is_no_time(lang: str, trap: str) -> None:
    assert [trap[t.span.start : t.span.end] for t in times_in(trap, lang)] == []
