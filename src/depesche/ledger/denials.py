"""What a denial answers: its own content where it has one, else the nearest claim before it in its report.

"Both reject such claims" has no content of its own. It is resolved to the statement it points back to, and only to
that one. A denial that names its content answers a claim that holds this content, never one first made later, and
stands alone where there is none: three denials of one matter can have three scopes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from depesche.interlingua import Meaning, analyse_span
from depesche.lang.schema.denials import disclaiming_concepts, load_denial_words, pointing_concepts
from depesche.ledger.agreement import ENOUGH_WORDS, core_share, is_core, link_strengths
from depesche.ledger.items import ASSERTING, Item
from depesche.ledger.same import days_clash, figures_clash, stages_clash, years_clash
from depesche.records import Act, Span
from depesche.settings import (
    ANAPHORA_MAX_WEIGHT,
    ANAPHORA_REACH,
    DENIAL_CLAIM_SHARE,
    DENIAL_COVER,
    DENIAL_LONG,
    DENIAL_NAMES,
    DENIAL_SHARED,
    DENIAL_SHORT_SHARE,
)


def is_denial(item: Item) -> bool:
    """Say whether the item's act denies."""
    return item.act is Act.DENY


def withdraws(denial: Item) -> bool:
    """Say whether a denial takes back what its own speaker said ("retracted its claim that …")."""
    cue = " ".join(denial.report.text[a:b] for a, b in denial.statement.cue) if denial.statement else ""
    return is_denial(denial) and cue.casefold() in load_denial_words(denial.report.language).withdrawing


def points_back(item: Item) -> bool:
    """Say whether a denial, or one of its spans, only names what somebody said ("such claims", "the report")."""
    if _only_points(item.meaning):
        return True
    parts = [analyse_span(item.report, (span,)) for span in item.spans] if len(item.spans) > 1 else []
    return any(_only_points(part) for part in parts)


def _only_points(meaning: Meaning) -> bool:
    pointing, words = pointing_concepts(), load_denial_words(meaning.lang).pointing
    own = [u for u in meaning.units if not u.name and not set(u.concepts[:2]) & pointing and u.form not in words]
    points = any(set(u.concepts[:2]) & pointing for u in meaning.units) or not own
    return points and sum(u.weight for u in own if is_core(u)) <= ANAPHORA_MAX_WEIGHT


def disclaims(denial: Item) -> bool:
    """Say whether a denial is of a part in something and of nothing else ("any involvement")."""
    own = [set(u.concepts[:2]) for u in denial.meaning.units if is_core(u)]
    disclaiming = disclaiming_concepts()
    return any(slugs & disclaiming for slugs in own) and all(
        slugs & (disclaiming | pointing_concepts()) for slugs in own
    )


def find_accusation(denial: Item, items: Sequence[Item]) -> Item | None:
    """Return the nearest statement before a denial, by another party, whose sentence names who denies; else None."""
    voices = set(denial.who) | denial.parties
    before = [
        i
        for i in items
        if i.report.id == denial.report.id
        and i.act in ASSERTING
        and i.spans[0].start < denial.spans[0].start
        and denial.spans[0].start - i.spans[-1].end <= ANAPHORA_REACH
        and i.who
        and not _speaks_for(i, denial)
        and voices & _named_around(i)
    ]
    return max(before, key=lambda i: (i.spans[0].start, i.key), default=None)


def _named_around(item: Item) -> set[str]:
    """Return the entities named in the sentences in which a statement stands, those who say it apart."""
    near = [s.span for s in item.report.sentences if any(_touch(s.span, own) for own in item.spans)]
    named = {n.entity for n in item.report.names if n.entity and any(_touch(n.span, span) for span in near)}
    return (named | {u.entity for u in item.meaning.units if u.entity}) - set(item.who)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_object(item: Item, denial: Item) -> bool:
    """Say whether a statement nobody is named for stands in a denial's sentence ("reports that …, it called false")."""
    if item.who or item.report.id != denial.report.id or item.act not in ASSERTING:
        return False
    sentences = (s.span for s in item.report.sentences)
    return any(_touch(s, item.spans[0]) and _touch(s, denial.spans[0]) for s in sentences)


def find_answered(denial: Item, items: Sequence[Item]) -> Item | None:
    """Return the statement a denial that points back answers: the nearest before it, by another party; else None."""
    objects = [i for i in items if _is_object(i, denial)]
    if objects:
        return max(objects, key=lambda i: (sum(b - a for a, b in i.spans), i.key))
    position = denial.spans[0].start
    named = {u.entity for u in denial.meaning.units if u.entity}
    before = [
        i
        for i in items
        if i.report.id == denial.report.id
        and i.act in ASSERTING
        and i.spans[0].start < position
        and position - i.spans[-1].end <= ANAPHORA_REACH
        and not _speaks_for(i, denial)
        and i.who
    ]
    by_named = [i for i in before if (set(i.who) | i.parties) & named]
    # a fragment that names nobody ("to be grenades and missiles") is part of the claim before it
    near = by_named or before
    near = [i for i in near if not i.tolls] or near  # who calls something absurd mostly means a claim, not the dead
    whole = [i for i in near if any(not is_core(u) for u in i.meaning.units)]
    return max(whole or near, key=lambda i: (i.spans[0].start, i.key), default=None)


def find_denied(denial: Item, candidates: Iterable[Item]) -> Item | None:
    """Return the claim that holds what a denial with content of its own denies; its own report's first, else None.

    `denial` may also assert that something is not so.
    """
    found = [(_hold(denial, item), item) for item in candidates if _may_answer(denial, item)]
    ranked = [(i.report.id == denial.report.id, round(held, 6), i.key, i) for held, i in found if held >= DENIAL_COVER]
    return max(ranked, key=lambda r: r[:3])[3] if ranked else None


def _may_answer(denial: Item, item: Item) -> bool:
    if item.act not in ASSERTING or is_later(denial, item) or _speaks_for(item, denial) is not withdraws(denial):
        return False
    clash = stages_clash(denial.stages, item.stages) or figures_clash(denial, item)
    clash = clash or years_clash(denial, item) or days_clash(denial, item)
    # "there are no talks", asserted, speaks against "there are talks" as "denied that there are talks" does
    opposed = (denial.meaning.negated != item.meaning.negated) is not is_denial(denial)
    return not clash and opposed


def _speaks_for(item: Item, denial: Item) -> bool:
    """Nobody answers himself: a voice of the denying party is no other side."""
    return bool(item.parties & denial.parties or set(item.who) & set(denial.who))


def is_later(denial: Item, claim: Item) -> bool:
    """Say whether a claim may have been made after a denial: an undated report answers nothing but itself."""
    if denial.report.id == claim.report.id:
        return False
    denied, claimed = denial.report.report.published, claim.report.report.published
    return not denied or not claimed or denied[:10] < claimed[:10]


def _hold(denial: Item, item: Item) -> float:
    """Return the share of a denial's content that a claim holds; 0 where its names or too little of it are there."""
    pointing = pointing_concepts()
    own = core_share(denial.meaning.units, item.meaning.units, pointing)
    theirs = core_share(item.meaning.units, denial.meaning.units)
    few = own.words < min(ENOUGH_WORDS, own.of)
    if few or own.found < DENIAL_SHARED or theirs.part < _least_share(denial, item, own.of):
        return 0.0
    return own.part if _names_held(denial, item) >= DENIAL_NAMES else 0.0


def _least_share(denial: Item, item: Item, words: int) -> float:
    """Return how much of a claim a denial must hold: most of it where few words deny and the claim names no denier.

    "The army denied striking the market" answers "the army struck the market", not "52 died in a strike on the market".
    """
    accused = {u.entity for u in item.meaning.units if u.entity} & (set(denial.who) | denial.parties)
    return DENIAL_CLAIM_SHARE if accused or words >= DENIAL_LONG else DENIAL_SHORT_SHARE


def _names_held(denial: Item, item: Item) -> float:
    """Return the share of a denial's names that stand in the claim or say it ("claims of Washington about …")."""
    units = denial.meaning.units
    found = link_strengths(units, item.meaning.units)
    said = set(item.who) | item.parties
    names = [i for i, u in enumerate(units) if not is_core(u)]
    held = sum(1.0 if units[i].entity in said else found.get(i, 0.0) for i in names)
    return held / len(names) if names else 1.0
