"""What two reports say of one subject: the word that shifted is named, what a translator may choose is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depesche.group.distortions import find_distortions
from depesche.group.shifts import find_step, find_verdict_shifts, read_verdicts
from depesche.interlingua import analyse_span
from depesche.records import AnnotatedReport, DistortionKind, ReportSpan, Reuse, ReuseKind, Span

Maker = Callable[..., AnnotatedReport]


def _shifts(make: Maker, one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """Return the shifts between the first sentences of two texts, each given with its language."""
    reports = [make(name, lang, text) for name, (lang, text) in zip("ab", (one, other), strict=True)]
    (ours, theirs) = (ReportSpan(r.id, r.sentences[0].span) for r in reports)
    return [shift.why for _, _, shift in find_verdict_shifts(*reports, [(ours, theirs)])]


def test_one_sentence_of_two_matters_is_compared_with_a_sentence_of_one(make: Maker) -> None:
    german = "Der Sprecher sagte, die Pläne seien oberflächlich, aber die Gespräche über den Hafen kämen voran."
    danish = "De planer, som de to byer udveksler, synes foreløbige."
    assert _shifts(make, ("de", german), ("da", danish)) == ["oberflächlich (shallow) became foreløbige (temporary)"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The plans are superficial.", "The talks are preliminary."),  # of another subject
        ("The plans are superficial.", "The plans are shallow."),
        ("The plans are not superficial.", "The plans are preliminary."),
        ("The plans are superficial.", "The plans are preliminary. They are superficial as well."),  # says both
        ("The plans are good.", "The plans are nice."),  # common words, no opposites
    ],
)
def test_what_is_no_shift(make: Maker, one: str, other: str) -> None:
    assert _shifts(make, ("en", one), ("en", other)) == []


def test_common_words_shift_where_they_are_opposites(make: Maker) -> None:
    assert _shifts(make, ("en", "The danger is small."), ("nb", "Faren er enorm.")) == [
        "small (small) became enorm (huge)"
    ]


@pytest.mark.parametrize(
    ("one", "other", "shifted"),
    [
        (
            ("en", "Norland seeks more grain."),
            ("de", "Norland benötigt mehr Getreide."),
            "seeks (seek) became benötigt (need)",
        ),
        (
            ("da", "Byen overvejer en ny bro."),
            ("en", "The town decides on a new bridge."),
            "overvejer (think) became decides (decide)",
        ),
        (("en", "Norland seeks more grain."), ("de", "Norland sucht mehr Getreide."), None),
        (("en", "Norland seeks and needs more grain."), ("de", "Norland benötigt mehr Getreide."), None),
        (("en", "Norland seeks more grain."), ("en", "Norland buys more grain."), None),  # no steps of one thing
    ],
)
def test_a_verb_that_tells_another_step(
    make: Maker, one: tuple[str, str], other: tuple[str, str], shifted: str | None
) -> None:
    reports = [make(name, lang, text) for name, (lang, text) in zip("ab", (one, other), strict=True)]
    ours, theirs = (analyse_span(r, (Span(0, len(r.text)),)).units for r in reports)
    found = find_step(ours, theirs)
    assert (found.why if found else None) == shifted


def test_a_clause_that_says_more_is_no_verdict(make: Maker) -> None:
    report = make("a", "en", "The superficial plans reached the harbour.")
    assert list(read_verdicts(report, Span(0, len(report.text)))) == []


@pytest.mark.parametrize(
    ("lang", "threatened", "done"),
    [
        ("en", "Dockers of Tornby threaten to strike", "Dockers of Tornby strike"),
        ("da", "Havnearbejdere i Tornby truer med strejke", "Havnearbejdere i Tornby strejker"),
        ("nb", "Havnearbeidere i Tornby truer med streik", "Havnearbeidere i Tornby streiker"),
        ("de", "Hafenarbeiter in Tornby drohen mit Streik", "Hafenarbeiter in Tornby streiken"),
        ("pl", "Dokerzy z Tornby grożą strajkiem", "Dokerzy z Tornby strajkują"),
    ],
)
def test_a_headline_that_drops_the_threat_is_harder(make: Maker, lang: str, threatened: str, done: str) -> None:
    body = {
        "en": "The union of Tornby talks to the port again on Monday.",
        "da": "Fagforeningen i Tornby taler med havnen igen mandag.",
        "nb": "Fagforeningen i Tornby snakker med havnen igjen mandag.",
        "de": "Die Gewerkschaft in Tornby spricht am Montag wieder mit dem Hafen.",
        "pl": "Związek z Tornby rozmawia z portem ponownie w poniedziałek.",
    }[lang]
    reports = [make("a", lang, f"{threatened}\n\n{body}"), make("b", lang, f"{done}\n\n{body}")]
    heads = [ReportSpan(r.id, r.sentences[0].span) for r in reports]
    reuse = Reuse("a", "b", ReuseKind.COPY, 0.9, tuple(heads))
    assert DistortionKind.HEADLINE_HARDER in {d.kind for d in find_distortions(reports, [reuse])}
