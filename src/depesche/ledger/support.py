"""Who stands behind a claim: its sides, and who could know (parties)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from depesche.interlingua import analyse_text
from depesche.lang.schema.entities import is_media
from depesche.ledger.agreement import is_core
from depesche.ledger.items import ASSERTING, Item
from depesche.ledger.voices import top_party
from depesche.records import Act, Entity, Party, Stance
from depesche.settings import TELLING_DESCRIPTION

_DESCRIBED = frozenset({"role", "collective", "anonymous"})

STANCE = {
    Act.ASSERT: Stance.ASSERTS,
    Act.DENY: Stance.DENIES,
    Act.CONFIRM: Stance.CONFIRMS,
    Act.DECLINE: Stance.DECLINES,
    Act.DEMAND: Stance.DEMANDS,
    Act.PROMISE: Stance.PROMISES,
    Act.WARN: Stance.WARNS,
    Act.ASK: Stance.ASKS,
    Act.ACCUSE: Stance.ACCUSES,
    None: Stance.STATES,
}


def sides(items: Sequence[Item]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the entities that assert, deny and decline, each in order of first statement."""
    asserting = [e for i in items if i.act in ASSERTING for e in i.who]
    denying = [e for i in items if i.act is Act.DENY for e in i.who]
    declining = [e for i in items if i.act is Act.DECLINE for e in i.who]
    return tuple(dict.fromkeys(asserting)), tuple(dict.fromkeys(denying)), tuple(dict.fromkeys(declining))


def group_parties(
    voices: Iterable[str],
    entities: Mapping[str, Entity],
    items: Sequence[Item] = (),
    dispatch: Mapping[str, str] | None = None,
) -> tuple[Party, ...]:
    """Group voices that could know by the same way; each group says why.

    Those who sign one statement together stay parties of their own and are named as co-signers. `dispatch` maps reports
    to the text they share: who is only described in one of them is the voice that another names in his place.
    """
    told = tuple(voices)
    same = _described_in_copies(items, entities, dispatch or {})
    alike = _described_alike([voice for voice in told if voice not in same], entities)
    groups: dict[str, list[str]] = {}
    for voice in told:
        groups.setdefault(top_party(same.get(voice, alike.get(voice, voice)), entities), []).append(voice)
    signed = _cosigners(items, entities)
    return tuple(
        replace(
            _party(party, members, entities, signed.get(party, ()), {**alike, **same}),
            described=tuple(m for m in members if m in same),
            alike=tuple(m for m in members if m in alike),
        )
        for party, members in groups.items()
    )


def _described_alike(voices: Sequence[str], entities: Mapping[str, Entity]) -> dict[str, str]:
    """Map a voice nobody names to the first that is described like it: who can't be told apart isn't independent.

    "Two Western diplomats" in one report may be the "vestlige diplomater" of another.
    """
    unnamed = [v for v in voices if _is_described(v, entities) and top_party(v, entities) == v]
    about = {v: _description(entities[v]) for v in unnamed}
    out: dict[str, str] = {}
    for n, voice in enumerate(unnamed):
        first = next((other for other in unnamed[:n] if other not in out and about[other] & about[voice]), None)
        if first is not None:
            out[voice] = first
    return out


def _description(entity: Entity) -> frozenset[str]:
    """Return the concepts, and parts of compounds, that describe who isn't named; countries and names left out."""
    found: set[str] = set()
    for lang, forms in entity.names:
        units = [unit for form in forms[:1] for unit in analyse_text(form, lang).units if is_core(unit)]
        found |= {
            root for unit in units for root in (*unit.roots[:1], *unit.parts) if unit.weight >= TELLING_DESCRIPTION
        }
    return frozenset(found)


def _described_in_copies(
    items: Sequence[Item], entities: Mapping[str, Entity], dispatch: Mapping[str, str]
) -> dict[str, str]:
    """Map a voice that is a description to the voice in its place in a copy or translation of its report."""
    by_text: dict[str, dict[str, list[str]]] = {}
    for item in items:
        if item.act in ASSERTING and item.report.id in dispatch:
            there = by_text.setdefault(dispatch[item.report.id], {}).setdefault(item.report.id, [])
            there += [voice for voice in item.who if voice not in there]
    out: dict[str, str] = {}
    for reports in by_text.values():
        single = [voices[0] for _, voices in sorted(reports.items()) if len(voices) == 1]
        named = [voice for voice in single if not _is_described(voice, entities)]
        keep = (named or single)[:1] if len(set(named)) < 2 else []
        out |= {voice: keep[0] for voice in single if keep and voice != keep[0] and _is_described(voice, entities)}
    return out


def _is_described(voice: str, entities: Mapping[str, Entity]) -> bool:
    return voice in entities and entities[voice].type in _DESCRIBED


def _cosigners(items: Sequence[Item], entities: Mapping[str, Entity]) -> dict[str, tuple[str, ...]]:
    """Map a party to those it speaks with in one statement, where it speaks in no other."""
    alone: set[str] = set()
    together: dict[str, dict[str, None]] = {}
    for item in items:
        if item.act not in ASSERTING:
            continue
        found = tuple(dict.fromkeys(top_party(voice, entities) for voice in item.who))
        if len(found) == 1:
            alone.update(found)
        for party in found:
            together.setdefault(party, {}).update(dict.fromkeys(p for p in found if p != party))
    return {party: tuple(others) for party, others in together.items() if others and party not in alone}


def _label(entity: str, entities: Mapping[str, Entity]) -> str:
    return entities[entity].name if entity in entities else entity


def _party(
    party: str,
    members: Sequence[str],
    entities: Mapping[str, Entity],
    signed: tuple[str, ...],
    same: Mapping[str, str],
) -> Party:
    name = _label(party, entities)
    described = tuple(member for member in members if member in same)
    is_medium = not signed and list(members) == [party] and is_media(name)
    reasons = []
    for member in members:
        if member in described:
            reasons.append(f"{_label(member, entities)} stands for {_label(same[member], entities)}")
        elif _label(member, entities) != name:
            reasons.append(f"{_label(member, entities)} speaks for {name}")
    if signed:
        reasons.append(f"{name} signs one statement with {', '.join(_label(p, entities) for p in signed)}")
    elif is_medium:
        reasons.append(f"{name} is a medium and doesn't say how it knows")
    why = "; ".join(reasons) or f"{name} speaks for itself"
    return Party(party, tuple(members), why, described, signed_with=signed, is_medium=is_medium)
