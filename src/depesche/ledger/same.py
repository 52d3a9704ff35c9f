"""Do two statements say the same? Everything that speaks for and against stands in the answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from depesche.interlingua import compare
from depesche.lang.schema.stages import load_stages
from depesche.ledger.items import Item
from depesche.records import Act
from depesche.settings import CLAIM_MAYBE, CLAIM_MIN_WEIGHT, CLAIM_SAME, CLAIM_SAME_REPORT


class Verdict(StrEnum):
    SAME = "same"
    MAYBE = "possibly-same"
    CONTRADICTS = "contradicts"
    FOLLOWS = "follows"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Relation:
    verdict: Verdict
    score: float
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def stages_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two sets of stages are both known and share nothing, not even compatible stages."""
    if not a or not b or a & b:
        return False
    compatible = load_stages().compatible
    return not any(frozenset((x, y)) in compatible for x in a for y in b)


def figures_clash(a: Item, b: Item) -> bool:
    """Say whether both count something and no figure is shared."""
    left, right = set(a.meaning.figures), set(b.meaning.figures)
    return bool(left and right and not left & right)


def years_clash(a: Item, b: Item) -> bool:
    """Say whether both name a day, month or year and none of one can hold any of the other."""
    left = [d for d in a.meaning.dates if d[:1].isdigit()]
    right = [d for d in b.meaning.dates if d[:1].isdigit()]
    if not left or not right:
        return False
    return not any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _polarity(item: Item) -> bool:
    """True when the item, with its act, says that its content is not so."""
    denies = item.act is Act.DENY
    return item.meaning.negated != denies


def relate(a: Item, b: Item) -> Relation:
    """Compare two items. A clash of stage, figure or date turns likeness into a link, never into a merge."""
    found = compare(a.meaning, b.meaning)
    why, against = tuple(found.why), tuple(found.against)
    if found.score < CLAIM_MAYBE:
        return Relation(Verdict.OTHER, found.score, why, against)
    if stages_clash(a.stages, b.stages):
        stages = f"stage: {'/'.join(sorted(a.stages))} ≠ {'/'.join(sorted(b.stages))}"
        return Relation(Verdict.FOLLOWS, found.score, why, (*against, stages))
    if figures_clash(a, b):
        return Relation(Verdict.CONTRADICTS, found.score, why, (*against, "figures differ"))
    if years_clash(a, b):
        return Relation(Verdict.MAYBE, found.score, why, (*against, "dates differ"))
    if a.meaning.negated != b.meaning.negated and _polarity(a) != _polarity(b):
        return Relation(Verdict.CONTRADICTS, found.score, why, (*against, "one side is negated"))
    too_little = min(a.meaning.weight, b.meaning.weight) < CLAIM_MIN_WEIGHT
    # one report seldom says one thing twice: what is alike there is mostly two things about one matter
    needed = CLAIM_SAME_REPORT if a.report.id == b.report.id else CLAIM_SAME
    if found.score < needed or too_little or _asks(a) != _asks(b):
        return Relation(Verdict.MAYBE, found.score, why, against)
    return Relation(Verdict.SAME, found.score, why, against)


def _asks(item: Item) -> bool:
    """Demands, questions and refusals are claims of their own kind: "must stop" is not "has stopped"."""
    return item.act in (Act.DEMAND, Act.ASK, Act.DECLINE)
