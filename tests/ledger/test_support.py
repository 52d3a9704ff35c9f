"""Who could know: voices of one party, and voices that one text names in some versions and describes in others."""

from __future__ import annotations

from depesche.ledger.dispatches import group_dispatches
from depesche.ledger.items import Archive, collect_items
from depesche.ledger.support import group_parties
from depesche.records import Act, Entity, Reuse, ReuseKind
from tests.ledger.reports import told

BRIDGE = "the old bridge over the Vel collapsed after the flood"
ENTITIES = {
    "Ann": Entity("Ann", "person", "Ann"),
    "Ola": Entity("Ola", "person", "Ola"),
    "the engineer": Entity("the engineer", "role", "the engineer"),
}


def parties(*voices: str, one_text: bool) -> list[tuple[str, ...]]:
    reports = tuple(told(f"r{n}", "2024-05-02", (voice, Act.ASSERT, BRIDGE)) for n, voice in enumerate(voices))
    items = collect_items(Archive(reports, ENTITIES, {r.id: "story" for r in reports}))
    dispatch = {r.id: "r0" for r in reports} if one_text else {}
    return [p.voices for p in group_parties(dict.fromkeys(voices), ENTITIES, items, dispatch)]


def test_a_description_in_a_translation_is_no_further_source() -> None:
    assert parties("Ann", "the engineer", one_text=True) == [("Ann", "the engineer")]


def test_in_texts_of_their_own_they_are_two() -> None:
    assert parties("Ann", "the engineer", one_text=False) == [("Ann",), ("the engineer",)]


def test_two_who_are_named_stay_two() -> None:
    assert parties("Ann", "Ola", one_text=True) == [("Ann",), ("Ola",)]


def test_a_description_beside_two_names_is_neither() -> None:
    assert len(parties("Ann", "Ola", "the engineer", one_text=True)) == 3


def test_two_reports_have_one_text_by_way_of_a_third() -> None:
    reuse = (Reuse("a", "b", ReuseKind.COPY, 1.0), Reuse("b", "c", ReuseKind.TRANSLATION, 0.9))
    (found,) = group_dispatches(["a", "c"], reuse)
    assert found.reports == ("a", "c")
    assert "by way of a further report" in found.why
    assert [d.reports for d in group_dispatches(["a", "b", "d"], reuse)] == [("a", "b"), ("d",)]


def described(*wordings: tuple[str, str]) -> int:
    """Return how many parties sources are that nobody names, each in words of its language and in a text of its own."""
    entities = {form: Entity(form, "collective", form, ((lang, (form,)),)) for lang, form in wordings}
    return len(group_parties(entities, entities))


def test_unnamed_voices_described_alike_count_once() -> None:
    assert described(("en", "two Western diplomats"), ("de", "westliche Diplomaten"), ("pl", "dyplomaci")) == 1
    assert described(("en", "doctors"), ("da", "fiskere")) == 2
