"""`verbs.toml` and `irregular_verb.tsv`: a language's verbs, so that a finite form is known wherever it stands.

Only German has the first file: where neighbouring words and endings tell a verb, as in the other four, none is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from depesche.lang.loader import read_toml, read_tsv

_AFTER_E: Final = ("d", "t", "chn", "ckn", "dn", "ffn", "gn", "tm", "dm")  # stems that put an e before t: "öffnet"
_MAX_KNOWN: Final = 100_000  # words whose kinds are kept
_IEREN: Final = "ieren"


class VerbKind:
    """What a form can be, as bits. PLURAL is the infinitive as well; REPORTED the first subjunctive, UNREAL the second.

    Plain numbers: every token of German is asked, and the operations of an IntFlag take ten times as long.
    """

    NONE: Final = 0
    PRESENT: Final = 1
    PAST: Final = 2
    PLURAL: Final = 4
    REPORTED: Final = 8
    UNREAL: Final = 16
    PARTICIPLE: Final = 32


FINITE: Final = VerbKind.PRESENT | VerbKind.PAST | VerbKind.PLURAL | VerbKind.REPORTED | VerbKind.UNREAL


@dataclass(slots=True)
class VerbTable:
    """Forms of verbs without a prefix; `kinds` looks through prefixes."""

    forms: dict[str, int]
    inseparable: tuple[str, ...]
    separable: tuple[str, ...]
    never: frozenset[str]
    known: dict[str, int] = field(default_factory=dict)

    def kinds(self, word: str) -> int:
        """Return what a case-folded word can be as a verb."""
        hit = self.known.get(word)
        if hit is None:
            if len(self.known) >= _MAX_KNOWN:
                self.known.clear()
            hit = self.known[word] = VerbKind.NONE if word in self.never else self._look_up(word)
        return hit

    def _look_up(self, word: str) -> int:
        whole = self._whole(word)
        if whole:
            return whole
        if not word.startswith(self.separable):
            return VerbKind.NONE
        for prefix in self.separable:
            if word.startswith(prefix) and (kind := self._whole(word[len(prefix) :])):
                return kind & ~VerbKind.PARTICIPLE if prefix not in self.inseparable else kind
        return VerbKind.NONE

    def _whole(self, word: str) -> int:
        """Look up a form without separable prefix. One that takes no "ge-" may be its own participle."""
        kind = self.forms.get(word, VerbKind.NONE) & FINITE
        inseparable = self.inseparable if word.startswith(self.inseparable) else ()
        for prefix in inseparable:
            if word.startswith(prefix) and (inner := self.forms.get(word[len(prefix) :])):
                return kind | inner | (VerbKind.PARTICIPLE if inner & VerbKind.PRESENT else VerbKind.NONE)
        if kind and inseparable and word.endswith("t"):
            return kind | VerbKind.PARTICIPLE
        return kind or _ieren(word)


def _ieren(word: str) -> int:
    if word.endswith("iert") and len(word) > 6:
        return VerbKind.PRESENT | VerbKind.PARTICIPLE
    if word.endswith(("ierte", "ierten")):
        return VerbKind.PAST
    if word.endswith(_IEREN):
        return VerbKind.PLURAL
    return VerbKind.REPORTED if word.endswith("iere") and len(word) > 6 else VerbKind.NONE


def _weak(infinitive: str) -> dict[str, int]:
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(_AFTER_E) else ""
    return {
        infinitive: VerbKind.PLURAL,
        f"{stem}{link}t": VerbKind.PRESENT,
        f"{stem}{link}te": VerbKind.PAST,
        f"{stem}{link}ten": VerbKind.PAST,
        f"{stem}e": VerbKind.REPORTED,
    }


def _strong(row: Mapping[str, str]) -> dict[str, int]:
    """Inflect an irregular verb; of its past forms a later one in -e is the second subjunctive ("gab", "gäbe")."""
    infinitive, present, past, participle = (row[c].casefold() for c in ("lemma", "present", "past", "participle"))
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(_AFTER_E) else ""
    out = {infinitive: VerbKind.PLURAL, f"{stem}e": VerbKind.REPORTED}
    for form in present.split() or [f"{stem}{link}t"]:
        out[form] = VerbKind.PRESENT
    first, *more = past.split() or [""]
    for form in [first, *more] if first else []:
        unreal = form in more and form.endswith("e") and not form.endswith(("dete", "tete", "gte"))
        kind = VerbKind.UNREAL if unreal else VerbKind.PAST
        for written in (form, form + ("n" if form.endswith("e") else "en")):
            out[written] = out.get(written, VerbKind.NONE) | kind
    for form in participle.split():
        bare = form.removeprefix("ge")
        out[bare] = out.get(bare, VerbKind.NONE) | VerbKind.PARTICIPLE
    return out


def _words(data: dict[str, Any], key: str) -> list[str]:
    return [word for line in data.get(key, ()) for word in line.casefold().split()]


def _longest_first(data: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(sorted(_words(data, key), key=lambda p: (-len(p), p)))


@cache
def load_verbs(lang: str | None) -> VerbTable | None:
    """Return the verbs of a language; None where it has no list of its own."""
    data = read_toml(lang, "verbs.toml")
    if not data:
        return None
    forms: dict[str, int] = {}
    regular = [_weak(verb) for verb in _words(data, "weak")]
    for table in [*regular, *map(_strong, read_tsv(lang, "irregular_verb.tsv"))]:
        for form, kind in table.items():
            forms[form] = forms.get(form, VerbKind.NONE) | kind
    return VerbTable(
        forms, _longest_first(data, "inseparable"), _longest_first(data, "separable"), frozenset(_words(data, "never"))
    )
