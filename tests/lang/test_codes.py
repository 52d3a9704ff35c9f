"""Codes and names people give a language lead to its folder; what is neither is none."""

from __future__ import annotations

import pytest

from depesche.lang.codes import canonical_code
from depesche.lang.loader import languages
from depesche.lang.schema.language import load_language

CASES = {
    "EN": "en",
    "en-GB": "en",
    "eng": "en",
    "English": "en",
    "no": "nb",
    "nb-NO": "nb",
    "nob": "nb",
    "nn": "nn",
    "de-AT": "de",
    "Deutsch": "de",
    "deu": "de",
    "pl_PL": "pl",
    " da ": "da",
    "xx": "xx",
    "zh-Hans-CN": "zh",
    "../en": None,
    "_shared": None,
    "": None,
    "x" * 500: None,
    "klingon": None,
}


@pytest.mark.parametrize(("given", "code"), CASES.items())
def test_codes(given: str, code: str | None) -> None:
    assert canonical_code(given) == code


def test_no_two_languages_claim_one_code() -> None:
    claimed: dict[str, str] = {}
    for lang in languages():
        assert canonical_code(lang) == lang
        assert canonical_code(load_language(lang).name) == lang
        assert claimed.setdefault(load_language(lang).name, lang) == lang
