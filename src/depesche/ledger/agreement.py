"""Do two statements tell of one event? What they say beside the names they share.

Reports of one story share their names in every second sentence, so that likeness alone takes one topic for one claim.
The core of a statement is what is left without names, countries and titles beside names: the action, its object, its
manner. Two statements of one claim share a good part of the core on both sides.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from depesche.interlingua import Meaning, Unit
from depesche.interlingua.compare import align
from depesche.interlingua.lexicon import load_concepts_table
from depesche.lang.schema.opposites import load_opposites
from depesche.lang.schema.paraphrases import load_paraphrases
from depesche.lang.schema.stages import load_stages
from depesche.settings import CONVERSE_STRENGTH, CORE_LINK, PARAPHRASE, PREDICATE_LINK

_NONE: frozenset[str] = frozenset()
_NOTHING: Mapping[str, frozenset[str]] = {}
Tables = tuple[Mapping[str, frozenset[str]], ...]  # a concept -> those that stand for it
ENOUGH_WORDS = 2  # one word in common is a topic
READINGS = 4  # likeliest readings of a word that can stand for another word


@dataclass(frozen=True, slots=True)
class Agreement:
    """`least` and `cover`: the lesser share and the geometric mean of the shares of both cores that found a partner.

    `shared` is the lesser weight found, in nats; `words` the lesser number of words found, counted up to what there is:
    where one core is a single word, that one is all. A statement of names alone has no core: its share is whole.
    `names`: how many names, countries among them, both have; `strange`: the lesser number of names only one has.
    `single`: a word alone, without a name that both have, is all that one side says and not all of the other.
    `whole`: the core that has fewer words is found in full.
    `equal`: both cores are found in full and no name is only one side's. `other_actor`: one side begins with a name, in
    all five languages mostly who acts, that the other hasn't.
    `other_action`: both sides have verbs or adjectives that say something, and none of one side is found on the other.
    """

    least: float
    cover: float
    shared: float
    words: int = 0
    names: int = 0
    strange: int = 0
    other_action: bool = False
    single: bool = False
    whole: bool = False
    equal: bool = False
    other_actor: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What of one core is found on the other side: `found` nats of `total`, `words` of `of` units."""

    found: float
    total: float
    words: int
    of: int
    names: int
    strange: int
    predicates: int
    shared_predicates: int
    actor_missed: bool

    @property
    def is_whole(self) -> bool:
        """Whether all words of the core are found, and all names."""
        return self.words == self.of and not self.strange

    @property
    def is_other_than_found(self) -> bool:
        """Whether it has verbs or adjectives, and none of them is found."""
        return self.predicates > self.shared_predicates == 0

    @property
    def part(self) -> float:
        return self.found / self.total if self.total else 1.0


def core_agreement(left: Meaning, right: Meaning, *, one_voice: bool = False) -> Agreement:
    """Return how far the cores of two meanings agree; the same for both orders.

    Paraphrases count where one voice says both, since it may put one thing in two wordings (`one_voice`), and where
    every word of the lesser core finds a partner with them.
    """
    loose = _agreement(left, right, load_paraphrases())
    return loose if one_voice or loose.whole else _agreement(left, right)


def _agreement(left: Meaning, right: Meaning, loosely: Mapping[str, frozenset[str]] = _NOTHING) -> Agreement:
    turned = load_opposites().turned if left.negated != right.negated else _NOTHING
    one = core_share(left.units, right.units, tables=(loosely, turned))
    other = core_share(right.units, left.units, tables=(loosely, turned))
    words, fewer = min(one.words, other.words), min(one.of, other.of)
    names = min(one.names, other.names)
    return Agreement(
        least=min(one.part, other.part),
        cover=math.sqrt(one.part * other.part),
        shared=min(one.found, other.found),
        words=ENOUGH_WORDS if words == fewer < ENOUGH_WORDS else words,
        names=names,
        strange=min(one.strange, other.strange),
        other_action=one.is_other_than_found and other.is_other_than_found,
        single=fewer < ENOUGH_WORDS <= max(one.of, other.of) and not names,
        whole=words == fewer >= ENOUGH_WORDS,
        equal=one.is_whole and other.is_whole,
        other_actor=one.actor_missed or other.actor_missed,
    )


def core_share(
    units: Sequence[Unit], others: Sequence[Unit], leave_out: frozenset[str] = _NONE, *, tables: Tables = ()
) -> Share:
    """Return what of one side's core the other side holds; units with a concept of `leave_out` don't count.

    `tables` tell which concepts stand for which others beside themselves.
    """
    found = link_strengths(units, others, tables)
    core = [i for i, u in enumerate(units) if is_core(u) and not set(u.concepts[:2]) & leave_out]
    return Share(
        sum(units[i].weight * found.get(i, 0.0) for i in core),
        sum(units[i].weight for i in core),
        sum(found.get(i, 0.0) >= CORE_LINK for i in core),
        len(core),
        sum(not is_core(u) and found.get(i, 0.0) >= CORE_LINK for i, u in enumerate(units)),
        sum(u.name and found.get(i, 0.0) < CORE_LINK for i, u in enumerate(units)),
        sum(is_predicate(units[i]) for i in core),
        sum(is_predicate(units[i]) and found.get(i, 0.0) >= PREDICATE_LINK for i in core),
        bool(units) and not is_core(units[0]) and found.get(0, 0.0) < CORE_LINK,
    )


def link_strengths(units: Sequence[Unit], others: Sequence[Unit], tables: Tables = ()) -> dict[int, float]:
    """Return by position how well each unit finds a partner; who buys finds who sells."""
    found = {link.left: link.strength for link in align(units, others)}
    _find_stand_ins(found, units, others, load_stages().converse, CONVERSE_STRENGTH, readings=2)
    for table in tables:
        if table:
            _find_stand_ins(found, units, others, table, PARAPHRASE, readings=READINGS)
    return found


def _find_stand_ins(
    found: dict[int, float],
    units: Sequence[Unit],
    others: Sequence[Unit],
    table: Mapping[str, frozenset[str]],
    strength: float,
    *,
    readings: int,
) -> None:
    """Raise to `strength` what a table relates, in the likeliest few readings of both sides."""
    there = {slug for unit in others for slug in unit.concepts[:readings]}
    for i, unit in enumerate(units):
        if found.get(i, 0.0) < strength and any(table.get(slug, _NONE) & there for slug in unit.concepts[:readings]):
            found[i] = strength


def is_core(unit: Unit) -> bool:
    """Say whether a unit is more than a name or country ("@ru", "@ru~")."""
    return not unit.name and not (unit.concepts and unit.concepts[0].startswith("@"))


def is_predicate(unit: Unit) -> bool:
    """Say whether a unit's likeliest reading is a verb or adjective that says something by itself."""
    row = load_concepts_table().get(unit.concepts[0]) if unit.concepts else None
    return row is not None and row.pos in ("verb", "adj") and not row.light
