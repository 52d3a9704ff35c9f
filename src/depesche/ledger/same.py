"""Do two statements say the same? Everything that speaks for and against stands in the answer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from depesche.lang.schema.opposites import load_opposites
from depesche.lang.schema.stages import load_stages
from depesche.ledger.agreement import ENOUGH_WORDS, READINGS, Agreement
from depesche.ledger.items import Item
from depesche.ledger.measures import Measures
from depesche.ledger.tolls import is_update
from depesche.records import Act
from depesche.settings import (
    CLAIM_CORE_GAIN,
    CLAIM_CORE_LEAST,
    CLAIM_CORE_MIDDLE,
    CLAIM_CORE_SHARED,
    CLAIM_FLOOR,
    CLAIM_MAYBE,
    CLAIM_MIN_WEIGHT,
    CLAIM_NO_VOICE,
    CLAIM_OTHER_PARTY,
    CLAIM_REPEATED,
    CLAIM_SAME,
    CLAIM_SAME_PARTY,
    CLAIM_SAME_REPORT,
    CLAIM_SAME_VOICE,
    CLAIM_STRANGE_NAMES,
    CORE_OTHER_ACTOR,
    CORE_SAME_REPORT,
    DAYS_OFF,
    DENIAL_CORE_LEAST,
    LONG_DAYS,
)

# Acts that say how things are: only these can contradict one another.
_NONE: frozenset[str] = frozenset()
_TELLING = frozenset({Act.ASSERT, Act.CONFIRM, Act.WARN, Act.ACCUSE, Act.DENY, None})


class Verdict(StrEnum):
    SAME = "same"
    MAYBE = "possibly-same"
    CONTRADICTS = "contradicts"
    FOLLOWS = "follows"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Relation:
    """`score` is the probability that both say the same, clashes apart; `clash` says that there is one."""

    verdict: Verdict
    score: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    clash: bool = False


def stages_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two sets of stages are both known and share nothing, not even compatible stages."""
    if not a or not b or a & b:
        return False
    compatible = load_stages().compatible
    return not any(frozenset((x, y)) in compatible for x in a for y in b)


def only_one_intends(a: Item, b: Item) -> bool:
    """Say whether one side only plans, promises, offers, threatens … what the other tells as being so.

    What is planned or promised others tell as what will be.
    """
    if a.intends == b.intends:
        return False
    intended, done = (a, b) if a.intends else (b, a)
    if done.coming and intended.stages <= load_stages().forward:
        return False
    return not done.stages & load_stages().layers[0]


def figures_clash(a: Item, b: Item) -> bool:
    """Say whether both count something and no figure is shared."""
    return bool(a.figures and b.figures and not a.figures & b.figures)


def years_clash(a: Item, b: Item) -> bool:
    """Say whether both name a day, month or year and none of one can hold any of the other."""
    left = [d for d in a.meaning.dates if d[:1].isdigit()]
    right = [d for d in b.meaning.dates if d[:1].isdigit()]
    if not left or not right:
        return False
    return not any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def numbers_clash(a: Item, b: Item) -> bool:
    """Say whether both name days by their number, and no day is shared."""
    return bool(a.numbered and b.numbered and not a.numbered & b.numbered)


def days_clash(a: Item, b: Item) -> bool:
    """Say whether both name days and all of one lie apart from all of the other.

    What is longer than four weeks names its bounds ("in January"); shorter ones may be a few days off ("late May"), but
    not days that both name by their number.
    """
    if numbers_clash(a, b):
        return True
    return bool(a.days and b.days) and all(_apart(x, y) for x in a.days for y in b.days)


def _apart(one: tuple[date, date], other: tuple[date, date]) -> bool:
    gap = max((other[0] - one[1]).days, (one[0] - other[1]).days)
    shortest = min((one[1] - one[0]).days, (other[1] - other[0]).days)
    return gap > (DAYS_OFF if shortest < LONG_DAYS else 0)


def relate(a: Item, b: Item, measures: Measures) -> Relation:
    """Compare two items. A clash of stage, figure or date turns likeness into a link, never into a merge."""
    found, core = measures.of(a, b)
    counted = _same_toll(a, b, core)
    if found.score < CLAIM_FLOOR and not counted:
        return Relation(Verdict.OTHER, found.score)
    score = _probability(found.score, core, a, b)
    why, against = tuple(found.why), tuple(found.against)
    if counted:
        score = max(score, CLAIM_SAME)
    elif not _one_matter(a, b, core) or score < CLAIM_MAYBE or core.least < CLAIM_CORE_LEAST / 2:
        return Relation(Verdict.OTHER, score, why, against)
    clash = find_clash(a, b)
    if clash is not None:
        return Relation(clash[0], score, why, (*against, clash[1]), clash=True)
    verdict = Verdict.SAME if counted or _is_same(a, b, score, core) else Verdict.MAYBE
    return Relation(verdict, score, why, against)


def _one_matter(a: Item, b: Item, core: Agreement) -> bool:
    """Say whether two statements can be about one matter.

    Reports of different stories say "the talks advance" of different talks: they must name somebody in common, or have
    a voice in common. Where both name somebody and nobody in common, one story doesn't help either.
    """
    if a.line != b.line:
        return False
    if core.names:
        return True
    return not core.strange and (a.story == b.story or bool(set(a.who) & set(b.who) or a.parties & b.parties))


def _probability(likeness: float, core: Agreement, a: Item, b: Item) -> float:
    """Add to the likeness of the wording what the cores and the voices say, in log odds."""
    odds = math.log(max(likeness, 1e-6) / max(1.0 - likeness, 1e-6))
    odds += CLAIM_CORE_GAIN * (core.cover - CLAIM_CORE_MIDDLE)
    odds -= CLAIM_STRANGE_NAMES * bool(core.strange)
    if a.report.id != b.report.id and a.statement and b.statement:
        odds += _voices(a, b)
    return 1.0 / (1.0 + math.exp(-odds))


def _voices(a: Item, b: Item) -> float:
    """Return the log odds of who says two statements of two reports."""
    if not a.parties or not b.parties:
        return -CLAIM_NO_VOICE
    if set(a.who) & set(b.who):
        return CLAIM_SAME_VOICE
    return CLAIM_SAME_PARTY if a.parties & b.parties else -CLAIM_OTHER_PARTY


def find_clash(a: Item, b: Item) -> tuple[Verdict, str] | None:
    """Return what keeps two items apart whatever they share, and how they are linked then; None where nothing does."""
    if stages_clash(a.stages, b.stages):
        return Verdict.FOLLOWS, f"stage: {'/'.join(sorted(a.stages))} ≠ {'/'.join(sorted(b.stages))}"
    if only_one_intends(a, b):
        return Verdict.FOLLOWS, "stage: only one tells it as being so"
    telling = a.act in _TELLING and b.act in _TELLING
    if figures_clash(a, b):
        return _of_other_figures(a, b, telling=telling)
    if years_clash(a, b) or days_clash(a, b):
        return Verdict.MAYBE, "dates differ"
    against = ""
    if a.meaning.negated != b.meaning.negated:
        against = "" if _is_turned(a, b) else "one side is negated"
    elif any((number, 1 - side) in b.poles for number, side in a.poles):
        against = "one side tells the opposite"
    return ((Verdict.CONTRADICTS if telling else Verdict.MAYBE), against) if against else None


def _of_other_figures(a: Item, b: Item, *, telling: bool) -> tuple[Verdict, str]:
    """Return how statements with other figures are linked: a toll that grew, or that was a lower bound, stands."""
    if a.tolls and b.tolls:
        if is_update(a.tolls, b.tolls, days_between=_days_later(a, b)):
            return Verdict.FOLLOWS, "the figure grew"
        telling = telling and any(x.kind == y.kind for x in a.tolls for y in b.tolls)
    return (Verdict.CONTRADICTS if telling else Verdict.MAYBE), "figures differ"


def _days_later(a: Item, b: Item) -> int:
    """Return how many days after one statement another was said or reported; 0 where that isn't known."""
    days = [day_told(item) for item in (a, b)]
    return (days[1] - days[0]).days if days[0] and days[1] else 0


def day_told(item: Item) -> date | None:
    """Return the day an item was said on, else that of its report."""
    said = item.statement.said_on if item.statement else None
    for value in (said, item.report.report.published):
        try:
            return date.fromisoformat((value or "")[:10])
        except ValueError:
            continue
    return None


def _is_turned(a: Item, b: Item) -> bool:
    """Say whether one side negates the opposite of what the other tells ("has not been found", "is missing")."""
    turned = load_opposites().turned
    there = {slug for unit in b.meaning.units for slug in unit.concepts[:READINGS]}
    return any(turned.get(slug, _NONE) & there for unit in a.meaning.units for slug in unit.concepts[:READINGS])


def _is_same(a: Item, b: Item, score: float, core: Agreement) -> bool:
    if _repeats(a, b, core):
        return True
    if min(a.meaning.weight, b.meaning.weight) < CLAIM_MIN_WEIGHT or asks(a) != asks(b):
        return False
    if a.act is Act.DENY and b.act is Act.DENY and not _same_scope(a, b, core):
        return False
    # one report seldom says one thing twice: what is alike there is mostly two things about one matter
    one_voice = bool(set(a.who) & set(b.who))
    if core.other_action and not (one_voice and is_anchored(a, b, core)):  # one voice may put it in other words
        return False
    if core.single and not one_voice:
        return False
    # "the army fired the drone" says more than "the drone was fired from the hills": who did it
    if core.other_actor and core.least < CORE_OTHER_ACTOR and not one_voice and not a.parties & b.parties:
        return False
    # what happened where is a topic of many dead; how many died is a claim of its own
    if bool(a.tolls) != bool(b.tolls) and core.least < CORE_OTHER_ACTOR:
        return False
    once = is_one_telling(a, b)
    needed, least = (CLAIM_SAME_REPORT, CORE_SAME_REPORT) if once else (CLAIM_SAME, CLAIM_CORE_LEAST)
    enough = core.shared >= CLAIM_CORE_SHARED and core.words >= ENOUGH_WORDS
    return score >= needed and core.least >= least and enough


def _repeats(a: Item, b: Item, core: Agreement) -> bool:
    """Say whether one voice is reported with the same few words, whole, in two reports or in headline and text."""
    if not set(a.who) & set(b.who) or is_one_telling(a, b) or a.act != b.act:
        return False
    return core.equal and core.shared >= CLAIM_REPEATED and a.meaning.negated == b.meaning.negated


def _same_toll(a: Item, b: Item, core: Agreement) -> bool:
    """Say whether two statements on one event count the same dead, missing … and name somebody in common.

    How it came about and who they were, each may tell for itself: "18 passengers are missing after the ferry ran
    aground", "18 people who were on the ferry have not been found".
    """
    keys = {toll.key for toll in a.tolls}
    return bool(keys) and a.story == b.story and core.names > 0 and keys == {toll.key for toll in b.tolls}


def is_anchored(a: Item, b: Item, core: Agreement) -> bool:
    """Say whether both name the same figure, the same day or the same name: more than a topic."""
    return bool(a.figures & b.figures or a.numbered & b.numbered or core.names)


def is_one_telling(a: Item, b: Item) -> bool:
    """Say whether both stand in the text of one report, its headline apart: that says again what the text says."""
    return a.report.id == b.report.id and a.in_title == b.in_title


def _same_scope(a: Item, b: Item, core: Agreement) -> bool:
    """Denials answer different things unless they name the same stage and most of the same content."""
    if a.report.id == b.report.id and a.in_title != b.in_title and set(a.who) == set(b.who):
        return True
    return a.stages == b.stages and core.least >= DENIAL_CORE_LEAST


def asks(item: Item) -> bool:
    """Say whether an item demands, asks or declines, a claim of its own kind: "must stop" is not "has stopped"."""
    return item.act in (Act.DEMAND, Act.ASK, Act.DECLINE)
