"""Reports to group: written here, annotated as the pipeline does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Report

Maker = Callable[..., AnnotatedReport]


@pytest.fixture
def make() -> Maker:
    """Return a function that annotates a text."""

    def annotate(
        name: str, lang: str, text: str, published: str | None = None, outlet: str | None = None
    ) -> AnnotatedReport:
        return annotate_report(Report(id=name, text=text, language=lang, published=published, outlet=outlet))

    return annotate


@pytest.fixture
def ferry(make: Maker) -> list[AnnotatedReport]:
    """Return three reports of one accident in three languages, a look-alike, and a later report on the first."""
    return [
        make(
            "a-en",
            "en",
            "Ferry runs aground off Torvald island\n\n"
            "The ferry Stella Bravik ran aground off Torvald on Tuesday with 214 passengers on board.\n\n"
            "“The hull is damaged, but nobody is in danger,” said harbour master Greta Lindqvist.\n\n"
            "The Bravik Line denied that the ship was overloaded.\n\n"
            "Divers will examine the leak near the Skarv lighthouse on Wednesday.",
            "2024-03-06",
        ),
        make(
            "b-de",
            "de",
            "Fähre läuft vor der Insel Torvald auf Grund\n\n"
            "Die Fähre Stella Bravik lief am Dienstag mit 214 Passagieren an Bord vor Torvald auf Grund.\n\n"
            "„Der Rumpf ist beschädigt, aber niemand ist in Gefahr“, sagte Hafenmeisterin Greta Lindqvist.\n\n"
            "Die Bravik Line dementierte, dass das Schiff überladen war.\n\n"
            "Taucher untersuchen am Mittwoch das Leck am Leuchtturm Skarv.",
            "2024-03-06",
        ),
        make(
            "c-da",
            "da",
            "Havnemester: Ingen i fare på Stella Bravik\n\n"
            "214 passagerer er reddet fra færgen Stella Bravik ved Torvald, siger havnemester Greta Lindqvist.\n\n"
            "Lokale fiskere kritiserer rederiet Bravik Line.",
            "2024-03-06",
        ),
        make(
            "d-en",
            "en",
            "Ferry runs aground off Ormsby\n\n"
            "The ferry Northern Queen ran aground off Ormsby on Tuesday with 87 passengers on board.\n\n"
            "“The hull is damaged, but nobody is in danger,” said harbour master Paul Keane.\n\n"
            "The Celtic Line denied that the ship was overloaded.",
            "2024-03-06",
        ),
        make(
            "e-en",
            "en",
            "Bravik Line fined over Stella Bravik\n\n"
            "A court in Torvald fined the Bravik Line two weeks after its ferry Stella Bravik ran aground.\n\n"
            "Harbour master Greta Lindqvist welcomed the ruling.",
            "2024-03-20",
        ),
    ]
