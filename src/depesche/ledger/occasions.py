"""Occasions as things of their own: what reports name as the place of what they report, merged only on evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from depesche.ledger.aligned import dispatch_groups
from depesche.ledger.items import Archive
from depesche.ledger.mentions import Mention, find_mentions
from depesche.records import Claim, Occasion, OccasionKind, Taken
from depesche.text.hashing import content_id

# What exists once: two reports that take the same words from one man's letter to another read the same letter.
_SINGLE = (OccasionKind.LETTER, OccasionKind.CALL, OccasionKind.INTERVIEW)
_DAY = len("2024-02-14")


@dataclass(slots=True)
class _Group:
    """Mentions of one occasion, in order; `why` holds what joined them across reports."""

    mentions: list[Mention]
    why: list[str] = field(default_factory=list)


def build_occasions(archive: Archive, claims: Iterable[Claim]) -> tuple[Occasion, ...]:
    """Return the occasions of an archive in order of date, then id; the order of the reports changes nothing."""
    claim_of = {s.statement: c.id for c in claims for s in c.statements if s.statement}
    dispatch = dispatch_groups(archive.reuse)
    groups: dict[tuple[OccasionKind, tuple[str, ...]], list[_Group]] = {}
    for report in sorted(archive.reports, key=lambda r: (r.report.published or "9999", r.id)):
        for mention in find_mentions(report):
            if mention.held_by or not _file_unnamed(groups, mention):
                known = groups.setdefault((mention.kind, tuple(sorted(mention.held_by))), [])
                _file(known, mention, _Evidence(claim_of, dispatch))
    out = [_occasion(group) for found in groups.values() for group in found if _says_something(group)]
    return tuple(sorted(out, key=lambda o: (o.when or "9999", o.id)))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """`claim_of` maps statement ids to claims, `dispatch` reports to the text they share."""

    claim_of: Mapping[str, str]
    dispatch: Mapping[str, str]

    def joins(self, group: _Group, mention: Mention) -> str | None:
        """Return why a mention is of a group's occasion, "" within one report; None where nothing says so."""
        if any(_clash(other, mention) for other in group.mentions):
            return None
        reasons = [self._reason(other, mention) for other in group.mentions]
        found = [reason for reason in reasons if reason is not None]
        return min(found) if found else None

    def _reason(self, one: Mention, other: Mention) -> str | None:
        if one.report == other.report:
            return ""
        if not one.held_by:
            return None
        if one.when and one.when[:_DAY] == (other.when or "")[:_DAY] and len(one.when) >= _DAY:
            return "same kind, speaker and day"
        ways = self.dispatch.get(one.report), self.dispatch.get(other.report)
        if ways[0] is not None and ways[0] == ways[1]:
            return "same kind and speaker in copies or translations of one text"
        if one.kind in _SINGLE and set(one.counterpart) & set(other.counterpart) and self._claims(one, other):
            return "same kind, speaker and addressee, and the same said in it"
        return None

    def _claims(self, one: Mention, other: Mention) -> set[str]:
        left, right = ({self.claim_of[s.id] for s in m.statements if s.id in self.claim_of} for m in (one, other))
        return left & right


def _clash(one: Mention, other: Mention) -> bool:
    """Say whether two mentions name days that can't be one, or unlike counterparts."""
    apart = one.when and other.when and not (one.when.startswith(other.when) or other.when.startswith(one.when))
    strange = one.counterpart and other.counterpart and not set(one.counterpart) & set(other.counterpart)
    return bool(apart or strange)


def _file(known: list[_Group], mention: Mention, evidence: _Evidence) -> None:
    for group in known:
        reason = evidence.joins(group, mention)
        if reason is not None:
            group.mentions.append(mention)
            if reason and reason not in group.why:
                group.why.append(reason)
            return
    known.append(_Group([mention]))


def _file_unnamed(groups: Mapping[tuple[OccasionKind, tuple[str, ...]], list[_Group]], mention: Mention) -> bool:
    """File "the letter says" with the one letter its report has told of before; return whether there is one."""
    told = [g for (kind, _), found in groups.items() if kind is mention.kind for g in found]
    told = [g for g in told if g.mentions[-1].report == mention.report and not _clash(g.mentions[-1], mention)]
    if len(told) == 1:
        told[0].mentions.append(mention)
    return len(told) == 1


def _says_something(group: _Group) -> bool:
    """Say whether it is known who, when or with whom: "according to reports" is no occasion."""
    return any(m.held_by or m.when or m.counterpart for m in group.mentions)


def _occasion(group: _Group) -> Occasion:
    first = group.mentions[0]
    by_report: dict[str, list[Mention]] = {}
    for mention in group.mentions:
        by_report.setdefault(mention.report, []).append(mention)
    whens = [m.when for m in group.mentions if m.when]
    return Occasion(
        id=content_id("occasion", first.report, *first.span),
        kind=first.kind,
        held_by=first.held_by,
        counterpart=tuple(dict.fromkeys(e for m in group.mentions for e in m.counterpart)),
        when=max(whens, key=len, default=None),
        place=next((m.place for m in group.mentions if m.place), None),
        taken=tuple(_taken(report, found) for report, found in sorted(by_report.items())),
        why="; ".join(group.why),
    )


def _taken(report: str, mentions: Sequence[Mention]) -> Taken:
    direct = list(dict.fromkeys(s.id for m in mentions for s in m.statements))
    further = dict.fromkeys(s.id for m in mentions for s in m.going_on if s.id not in direct)
    return Taken(report, tuple(direct), tuple(further), tuple(m.span for m in mentions))
