"""Makes the written forms of a reporting verb from its lemma, a pattern and a separable particle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

_KINDS: Final = ("finite", "participle", "infinitive", "gerund", "passive", "predicate")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Endings put on a stem, by kind of form; `ge` is the prefix of a German participle."""

    strip: str
    endings: Mapping[str, tuple[str, ...]]
    ge: str

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Pattern:
        """Read a [pattern.NAME] table."""
        return cls(
            strip=table.get("strip", ""),
            endings={kind: tuple(table.get(kind, ())) for kind in _KINDS},
            ge=table.get("ge", ""),
        )


def _from_pattern(base: str, pattern: Pattern) -> dict[str, list[str]]:
    stem = base[: -len(pattern.strip)] if pattern.strip and base.endswith(pattern.strip) else base
    out = {kind: [stem + ending for ending in endings] for kind, endings in pattern.endings.items()}
    if pattern.ge:
        for kind in ("participle", "passive"):
            out[kind] = [pattern.ge + form for form in out[kind]]
    return out


def _separable(particle: str, forms: Mapping[str, Sequence[str]]) -> set[tuple[str, str, bool]]:
    out: set[tuple[str, str, bool]] = set()
    for form in forms.get("finite", ()):
        out.add(("finite", form, True))
        out.add(("joined", particle + form, False))
    for kind in ("participle", "passive", "gerund"):
        out |= {(kind, particle + form, False) for form in forms.get(kind, ())}
    for form in forms.get("infinitive", ()):
        out |= {("infinitive", particle + form, False), ("infinitive", particle + "zu" + form, False)}
    return out


def verb_forms(
    lemma: str, particle: str | None, pattern: Pattern | None, given: Mapping[str, Sequence[str]]
) -> set[tuple[str, str, bool]]:
    """Return (kind, form, needs its particle apart) for every written form of a verb, case-folded.

    Given forms of a separable verb are taken as they stand: a finite one that does not begin with the
    particle needs it elsewhere in the clause.
    """
    lemma, out = lemma.casefold(), set[tuple[str, str, bool]]()
    if pattern:
        base = lemma[len(particle) :] if particle and lemma.startswith(particle) else lemma
        forms = _from_pattern(base, pattern)
        if particle:
            out |= _separable(particle, forms)
        else:
            out |= {(kind, form, False) for kind, items in forms.items() for form in items}
    for kind, items in given.items():
        for form in (f.casefold() for f in items):
            apart = bool(particle) and kind == "finite" and not form.startswith(particle or "")
            out.add((kind, form, apart))
            if apart:
                out.add(("joined", f"{particle}{form}", False))
    return out
