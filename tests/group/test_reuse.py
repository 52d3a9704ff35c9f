"""Copies, translations and credits, with their direction; shared furniture is no reuse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from depesche import settings
from depesche.group.alignment import AlignedPair, Alignment
from depesche.group.dispatches import Dispatches
from depesche.group.reuse import find_reuse
from depesche.group.stories import group_stories
from depesche.group.translation import kept_neighbours
from depesche.ledger.aligned import dispatch_groups
from depesche.records import AnnotatedReport, Reuse, ReuseKind
from depesche.settings import REUSE_COMPARED

Maker = Callable[..., AnnotatedReport]
WIRE = (
    "Court stops dam at Vessby\n\n"
    "A court in Karlsund stopped the building of the Vessby dam on Monday.\n\n"
    "Judge Irma Solheim said the permit of 2019 ignored 340 farms in the valley.\n\n"
    "The company Hydra Nord said it would appeal against the ruling.\n\n"
    "Fishermen from Vessby celebrated outside the building.\n\n"
    "The dam was to supply 52,000 homes with electricity from 2027."
)


def _reuse(*reports: AnnotatedReport) -> tuple[Reuse, ...]:
    return find_reuse(reports, group_stories(reports))


def test_a_cut_copy_comes_from_the_longer_report(make: Maker) -> None:
    cut = "\n\n".join(WIRE.split("\n\n")[:4])
    (found,) = _reuse(make("x", "en", cut, "2024-05-06"), make("y", "en", WIRE, "2024-05-06"))
    assert (found.source, found.to, found.kind) == ("y", "x", ReuseKind.COPY)


def test_the_earlier_report_is_the_source(make: Maker) -> None:
    (found,) = _reuse(make("a", "en", WIRE, "2024-05-07"), make("b", "en", WIRE, "2024-05-06"))
    assert (found.source, found.to) == ("b", "a")


def test_a_translation_is_found_with_its_sentences(ferry: list[AnnotatedReport]) -> None:
    english, german = ferry[0], ferry[1]
    (found,) = _reuse(english, german)
    assert found.kind is ReuseKind.TRANSLATION
    places = {"a-en": english.text, "b-de": german.text}
    pairs = [tuple(places[p.report][slice(*p.span)] for p in found.evidence[i : i + 2]) for i in (0, 2, 4)]
    assert any("214 passengers" in en and "214 Passagieren" in de for en, de in pairs)


def test_an_independent_report_of_the_event_is_no_reuse(ferry: list[AnnotatedReport]) -> None:
    assert not [r for r in _reuse(*ferry) if "c-da" in (r.source, r.to)]


def test_shared_furniture_is_no_reuse(make: Maker) -> None:
    junk = "\n\nWe use cookies to improve your experience on this site.\n\nSign up for our newsletter.\n\nLeave a Reply"
    one = make(
        "a", "en", "Rector of Lund resigns\n\nRector Maja Falk resigned on Monday after a dispute." + junk, "2024-05-06"
    )
    two = make(
        "b", "en", "Bakers of Oslo strike\n\nBakers in Oslo want higher wages, said Per Moe." + junk, "2024-05-06"
    )
    assert _reuse(one, two) == ()


def test_evidence_slices_to_words_of_both(make: Maker) -> None:
    (found,) = _reuse(make("a", "en", WIRE, "2024-05-06"), make("b", "en", WIRE + "\n\nLeave a Reply", "2024-05-07"))
    assert [p.report for p in found.evidence[:2]] == ["a", "b"]
    assert all(WIRE[slice(*p.span)].strip() for p in found.evidence[::2])


def test_many_copies_are_one_dispatch_at_a_few_comparisons_each(make: Maker) -> None:
    reports = [make(f"r{n:02}", "en", f"{WIRE}\n\nSent from desk {n + 20}.", "2024-05-06") for n in range(16)]
    found = _reuse(*reports)
    assert len(found) < REUSE_COMPARED * len(reports) < 16 * 15 / 2
    assert len(set(dispatch_groups(found).values())) == 1
    assert {r.to for r in found} | {found[0].source} == {r.id for r in reports}
    assert _reuse(*reversed(reports)) == found


def test_of_each_dispatch_the_likeliest_are_chosen() -> None:
    dispatches = Dispatches()
    for one, other in (("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("x", "y")):
        dispatches.join(one, other)
    near = [("a", 0.2), ("b", 0.9), ("c", 0.9), ("d", 0.5), ("e", 0.6), ("x", 0.1), ("z", 0.1)]
    assert dispatches.choose(near) == [("b", 0.9), ("c", 0.9), ("d", 0.5), ("e", 0.6), ("x", 0.1), ("z", 0.1)]
    assert dispatches.choose(reversed(near)) == dispatches.choose(near)


BRIEFING = (
    "Bridge collapses in Vessby, seven hurt\n\n"
    "A railway bridge in Vessby collapsed on Monday morning, injuring at least 17 people, police said.\n\n"
    "Police chief Irma Solheim told reporters in Karlsund that a goods train had been on the bridge.\n\n"
    '"We had no warning," she said.\n\n'
    "The operator Hydra Rail denied that the bridge was in poor repair.\n\n"
    "Transport Minister Per Moe promised an inquiry."
)
OTHER_HAND = (
    "Mindestens 17 Verletzte nach Brückeneinsturz in Vessby\n\n"
    "Nach dem Einsturz einer Eisenbahnbrücke in Vessby sind am Montag mindestens 17 Verletzte gezählt worden.\n\n"
    "Hydra Rail wies Vorwürfe zurück, die Brücke sei baufällig gewesen. Sie war zuletzt 2019 geprüft worden.\n\n"
    "„Wir hatten keine Vorwarnung“, sagte Polizeichefin Irma Solheim in Karlsund.\n\n"
    "Verkehrsminister Per Moe sagte eine Untersuchung zu.\n\n"
    "Die Strecke nach Norden bleibt bis Freitag gesperrt, Ersatzbusse fahren ab dem Hafen."
)
ITS_TRANSLATION = (
    "Brücke in Vessby eingestürzt, sieben Verletzte\n\n"
    "Eine Eisenbahnbrücke in Vessby ist am Montagmorgen eingestürzt und hat mindestens 17 Menschen verletzt, teilte "
    "die Polizei mit.\n\n"
    "Polizeichefin Irma Solheim sagte Reportern in Karlsund, ein Güterzug sei auf der Brücke gewesen.\n\n"
    "„Wir hatten keine Warnung“, sagte sie.\n\n"
    "Der Betreiber Hydra Rail bestritt, dass die Brücke in schlechtem Zustand war.\n\n"
    "Verkehrsminister Per Moe versprach eine Untersuchung."
)


def test_two_hands_at_one_briefing_are_no_translation(make: Maker) -> None:
    english = make("a", "en", BRIEFING, "2024-05-06")
    assert not _reuse(english, make("b", "de", OTHER_HAND, "2024-05-06"))
    (found,) = _reuse(english, make("b", "de", ITS_TRANSLATION, "2024-05-06"))
    assert found.kind is ReuseKind.TRANSLATION


def test_kept_neighbours_are_those_that_follow_each_other_in_both() -> None:
    def aligned(*places: tuple[int, int]) -> Alignment:
        return Alignment(tuple(AlignedPair((i,), (j,), 0.5) for i, j in places), 1.0, 1.0)

    assert kept_neighbours(aligned((0, 0), (1, 1), (2, 2))) == (1.0, 2)
    assert kept_neighbours(aligned((0, 0), (1, 2), (2, 3))) == (0.5, 1)
    assert kept_neighbours(aligned((0, 4))) == (0.0, 0)


FREE = (
    "Gericht stoppt Damm bei Vessby\n\n"
    "Ein Gericht in Karlsund hat am Montag den Bau des Damms von Vessby gestoppt.\n\n"
    "Richterin Irma Solheim sagte, die Genehmigung von 2019 habe 340 Bauernhöfe im Tal außer Acht gelassen.\n\n"
    "Das Unternehmen Hydra Nord kündigte Berufung gegen das Urteil an.\n\n"
    "Fischer aus Vessby feierten vor dem Gebäude.\n\n"
    "Der Damm sollte von 2027 an 52.000 Haushalte mit Strom versorgen."
)


def test_many_sentences_that_follow_each_other_are_a_translation_however_worded(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = make("a", "en", WIRE, "2024-05-06"), make("b", "de", FREE, "2024-05-06")
    monkeypatch.setattr(settings, "FAITHFUL", 99.0)  # no wording is faithful enough
    assert [r.kind for r in _reuse(*reports)] == [ReuseKind.TRANSLATION]
    monkeypatch.setattr(settings, "KEPT_STEPS", 99)
    assert _reuse(*reports) == ()
