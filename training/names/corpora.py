"""Reads the annotated corpora and brings them to one convention (a demonym is no name, a compound's tail is none)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depesche.annotate.names.find import cut_possessive
from depesche.annotate.names.tagger import LABELS
from depesche.lang.schema.entities import find_known
from depesche.lang.schema.names import bases, load_names
from depesche.records import Token
from depesche.text.tokens import tokenize

_TYPES = ("PER", "ORG", "LOC", "MISC")
UNSAID = len(LABELS)  # label of a word that is no PER, ORG or LOC in a corpus that does not mark MISC
_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its words and the number of each word's label, UNSAID where its corpus leaves MISC open."""

    lang: str
    words: tuple[str, ...]
    labels: tuple[int, ...]
    made: bool = False  # of our own frames, see made.py


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a compound's tail in small letters off a span ("Lego-klodser": Lego), and marks at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    last = text[start:end].split()[-1] if text[start:end].split() else ""
    for hyphen in _HYPHENS:
        head, mark, tail = last.rpartition(hyphen)
        if mark and head and head[-1:].isalnum() and tail[:1].islower():
            return start, end - len(tail) - 1
    return start, end


def _is_name(wording: str, type_: str, label: str, lang: str) -> bool:
    """Leave out what our convention calls no name: demonyms and adjectives, which NKJP marks as places."""
    if not any(c.isupper() for c in wording):
        return False
    if type_ == "LOC" and lang == "pl" and "placeName" in label and " " not in wording:
        is_country = any(find_known(base, lang) for base in bases(wording, lang))
        return is_country or wording.casefold() not in load_names(lang).demonyms
    return True


def _type_of(name: dict[str, str]) -> str:
    # NorNE tells a country that acts from one that is a place; ours is a place either way.
    return "LOC" if name.get("label") == "GPE_ORG" else name["type"]


def _label(
    text: str, tokens: list[Token], names: list[dict[str, object]], lang: str, blank: int
) -> tuple[int, ...] | None:
    labels = [blank] * len(tokens)
    for name in names:
        start, end = _trim(text, *name["span"])  # type: ignore[misc]
        type_ = _type_of(name)  # type: ignore[arg-type]
        if type_ not in _TYPES or not _is_name(text[start:end], type_, str(name.get("label", "")), lang):
            continue
        inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
        if not inside:
            continue
        if tokens[inside[0]].start != start or tokens[inside[-1]].end < end:
            return None  # a name inside a word: nothing to learn for whole words
        for k, i in enumerate(inside):
            labels[i] = 1 + 2 * _TYPES.index(type_) + (k > 0)
    return tuple(labels)


def to_example(row: dict[str, Any], lang: str, marks_misc: bool = False) -> Example | None:
    """Return a row's sentence, None where it has no words or a name begins or ends inside one."""
    endings = load_names(lang).possessive
    tokens = [cut_possessive(token, endings) for token in tokenize(row["text"])]
    labels = _label(row["text"], tokens, row["names"], lang, 0 if marks_misc else UNSAID) if tokens else None
    return None if labels is None else Example(lang, tuple(t.text for t in tokens), labels)


def read_examples(path: Path, lang: str) -> Iterator[Example]:
    """Yield the sentences of a corpus file whose names begin and end with words."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    marks_misc = any(name["type"] == "MISC" for row in rows for name in row["names"])
    for row in rows:
        example = to_example(row, lang, marks_misc)
        if example:
            yield example
