"""Past or not: a verb form by the endings of `forms.toml` and by `irregular_verb.tsv`."""

from __future__ import annotations

from functools import cache

from depesche.lang.schema.forms import load_forms, load_irregulars

_SHORTEST = 4  # letters of a form that an ending may be read from


def is_past(form: str, lang: str | None) -> bool:
    """Say whether a case-folded finite form is a past: "told", "sagde", "zgodziła"; no participle is told apart."""
    return form in _irregular(lang) or (len(form) >= _SHORTEST and form.endswith(load_forms(lang).past))


def is_past_participle(form: str, lang: str | None) -> bool:
    """Say whether a case-folded form is the participle of an irregular verb: "taken", "stjålet"."""
    return form in _irregular(lang, "participle")


@cache
def _irregular(lang: str | None, column: str = "past") -> frozenset[str]:
    """Return a column of the irregular verbs, without forms that are a base form too ("put")."""
    if lang is None:
        return frozenset()
    table = load_irregulars(lang)
    lemmas = {lemma for pos, lemma in table if pos == "verb"}
    found = {
        form.casefold()
        for (pos, _), columns in table.items()
        if pos == "verb"
        for name, forms in columns
        if name == column
        for form in forms
    }
    return frozenset(found - lemmas)
