"""Idioms: a verb whose object stands inside them, and what a negation inside a phrase says."""

from __future__ import annotations

import pytest

from depesche.interlingua.analyse import analyse_text


@pytest.mark.parametrize(
    ("lang", "text", "slug"),
    [
        ("en", "the group puts 40 million on the table for the mill", "offer"),
        ("da", "koncernen lægger 40 millioner på bordet for møllen", "offer"),
        ("nb", "konsernet legger 40 millioner på bordet for møllen", "offer"),
        ("de", "der Konzern legt 40 Millionen für die Mühle auf den Tisch", "offer"),
        ("pl", "koncern kładzie na stole 40 milionów za młyn", "offer"),
        ("en", "doctors rushed four children to hospital", "hospitalise"),
        ("da", "fire børn blev bragt på hospitalet", "hospitalise"),
        ("nb", "fire barn ble kjørt til sykehus", "hospitalise"),
        ("de", "vier Kinder kamen am Abend ins Krankenhaus", "hospitalise"),
        ("pl", "czworo dzieci trafiło do szpitala", "hospitalise"),
        ("en", "the mill will cut 600 jobs", "lay-off"),
        ("de", "die Mühle streicht 600 Stellen", "lay-off"),
        ("en", "the judge set the two monks free", "release"),
        ("de", "das Projekt wurde auf Eis gelegt", "suspend"),
        ("de", "die Techniker schalten die Pumpen am 3. Mai ab", "turn-off"),
        ("nb", "arbeiderne legger fra seg verktøyet", "strike-verb"),
        ("nb", "samtalene går framover", "make-progress"),
    ],
)
def test_idioms_are_read(lang: str, text: str, slug: str) -> None:
    assert slug in analyse_text(text, lang).concepts


def test_an_idiom_ends_with_its_clause() -> None:
    assert "offer" not in analyse_text("she put the lamp down, and on the table stood a vase", "en").concepts


@pytest.mark.parametrize(
    ("lang", "text", "negated"),
    [
        ("en", "three men are not accounted for", False),
        ("en", "not only the men were found", False),
        ("da", "ikke kun mændene blev fundet", False),
        ("nb", "ikke bare mennene ble funnet", False),
        ("de", "nicht nur die Männer wurden gefunden", False),
        ("pl", "nie tylko mężczyźni zostali znalezieni", False),
        ("en", "the men were not found", True),
        ("de", "die Männer wurden nicht gefunden", True),
    ],
)
def test_what_negates(lang: str, text: str, negated: bool) -> None:
    assert analyse_text(text, lang).negated is negated
