"""Past or not: a verb form by the endings of `forms.toml` and by `irregular_verb.tsv`."""

from __future__ import annotations

from functools import cache

from depesche.lang.schema.forms import load_forms, load_irregulars

_SHORTEST = 4  # letters of a form that an ending may be read from


def is_past(form: str, lang: str | None) -> bool:
    """Say whether a case-folded finite form is a past: "told", "sagde", "zgodziła"; no participle is told apart."""
    return form in _irregular(lang) or (len(form) >= _SHORTEST and form.endswith(load_forms(lang).past))


@cache
def _irregular(lang: str | None) -> frozenset[str]:
    """Return the pasts of irregular verbs that are not their base form too ("put")."""
    if lang is None:
        return frozenset()
    table = load_irregulars(lang)
    lemmas = {lemma for pos, lemma in table if pos == "verb"}
    pasts = {
        form.casefold()
        for (pos, _), columns in table.items()
        if pos == "verb"
        for name, forms in columns
        if name == "past"
        for form in forms
    }
    return frozenset(pasts - lemmas)
