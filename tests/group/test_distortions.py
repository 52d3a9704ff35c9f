"""What a rewrite loses or changes is shown; what it keeps isn't."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depesche.group.distortions import find_distortions
from depesche.group.reuse import find_reuse
from depesche.group.stories import group_stories
from depesche.records import AnnotatedReport, Distortion

Maker = Callable[..., AnnotatedReport]
LINES = [
    "Inquiry into the Vessby dam",
    "“The wall of the dam is unstable,” said engineer Irma Solheim.",
    "The company Hydra Nord reportedly ignored the warning.",
    "“340 farms in the valley must be evacuated,” said engineer Irma Solheim.",
    "“The first cracks were seen on 14 March,” said engineer Irma Solheim.",
    "Minister Karl Dahl denied that the dam at Vessby was neglected.",
    "Fishermen from Karlsund demanded an inquiry into Hydra Nord.",
]
CASES = {
    "attribution-lost": (1, "The wall of the dam is unstable."),
    "hedge-lost": (2, "The company Hydra Nord ignored the warning."),
    "figure-changed": (3, "“540 farms in the valley must be evacuated,” said engineer Irma Solheim."),
    "date-changed": (4, "“The first cracks were seen on 10 March,” said engineer Irma Solheim."),
    "reversed": (5, "Minister Karl Dahl confirmed that the dam at Vessby was neglected."),
    "wording-shifted": (1, "“The wall of the dam is enormous,” said engineer Irma Solheim."),
}


def _distortions(make: Maker, lines: list[str]) -> tuple[list[AnnotatedReport], tuple[Distortion, ...]]:
    reports = [
        make("a", "en", "\n\n".join(LINES), "2024-04-01"),
        make("b", "en", "\n\n".join(lines), "2024-04-02"),
    ]
    return reports, find_distortions(reports, find_reuse(reports, group_stories(reports)))


@pytest.mark.parametrize("kind", CASES)
def test_a_planted_change_is_found_with_both_wordings(make: Maker, kind: str) -> None:
    at, line = CASES[kind]
    reports, found = _distortions(make, [*LINES[:at], line, *LINES[at + 1 :]])
    assert [d.kind.value for d in found] == [kind]
    assert reports[0].text[slice(*found[0].source.span)] == LINES[at]
    assert reports[1].text[slice(*found[0].to.span)] == line


def test_a_plain_copy_distorts_nothing(make: Maker) -> None:
    assert _distortions(make, LINES)[1] == ()


def test_a_faithful_translation_distorts_nothing(ferry: list[AnnotatedReport]) -> None:
    pair = ferry[:2]
    assert find_distortions(pair, find_reuse(pair, group_stories(pair))) == ()


@pytest.mark.parametrize(
    ("language", "head", "concluded", "told"),
    [
        ("en", "Divers sank the ferry Bravik", "Traces suggest that divers sank the ferry Bravik.", "Divers sank it."),
        ("da", "Dykkere sænkede færgen Bravik", "Spor tyder på, at dykkere sænkede færgen Bravik.", "Den sank."),
        ("nb", "Dykkere senket fergen Bravik", "Spor tyder på at dykkere senket fergen Bravik.", "Den sank."),
        (
            "de",
            "Taucher versenkten die Fähre Bravik",
            "Spuren deuten darauf hin, dass Taucher die Fähre Bravik versenkten.",
            "",
        ),
        ("pl", "Nurkowie zatopili prom Bravik", "Ślady wskazują na to, że nurkowie zatopili prom Bravik.", "Zatonął."),
        (
            "pl",
            "Generał pisał listy do admirała Holta",  # "pisał" brings in no speech without a mark behind it
            "Ministerstwo ma dane wywiadowcze, z których wynika, że generał pisał listy do admirała Holta.",
            "",
        ),
        (
            "en",
            "Divers sank the ferry Bravik",
            "According to an intelligence report, divers sank the ferry Bravik, the ministry said.",
            "",
        ),
    ],
)
def test_a_headline_is_harder_than_a_conclusion(
    make: Maker, language: str, head: str, concluded: str, told: str
) -> None:
    report = make("a", language, f"{head}\n\n{concluded}\n\n{told}", "2024-04-01")
    assert [d.kind.value for d in find_distortions([report], ())] == ["headline-harder"]
    plain = make("b", language, f"{head}\n\n{head}.\n\n{told}", "2024-04-01")
    assert find_distortions([plain], ()) == ()
