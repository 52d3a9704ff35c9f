"""The base form of a name: Polish and German case, Scandinavian genitive taken off."""

from __future__ import annotations

from depesche.annotate.names.gazetteer import find_matches
from depesche.lang.schema.names import bases
from depesche.records import NameType
from depesche.text.fold import fold
from depesche.text.tokens import tokenize


def base_form(wording: str, type_: NameType, lang: str | None) -> str:
    """Return the uninflected form of a name as it stands in a report.

    A known form gives its own nominative; else the last word loses what the language's rules take off, unless
    nothing fits.
    """
    words = [token.text for token in tokenize(wording)]
    for match in find_matches(words, lang):
        if match.start == 0 and match.end == len(words):
            for code, forms in match.known.forms:
                if code == lang:
                    for form in forms:
                        if _is_form_of(words, form, lang):
                            return form
    if not words:
        return wording
    base = bases(words[-1], lang)
    return wording[: len(wording) - len(words[-1])] + (base[1] if len(base) > 1 and type_ else base[0])


def _is_form_of(words: list[str], form: str, lang: str | None) -> bool:
    parts = form.replace("-", " ").split()
    written = [word for word in words if word not in "-‐‑–"]
    return len(parts) == len(written) and all(
        fold(part) in {fold(base) for base in bases(word, lang)} for part, word in zip(parts, written, strict=True)
    )
