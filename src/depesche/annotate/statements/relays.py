"""Through whom the report has a statement: the medium told, the agency that reports what another said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames import Frame, Layers
from depesche.annotate.statements.phrases import Phrase
from depesche.lang.schema.entities import is_media
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Relay, Span

_DOMAIN: Final = re.compile(r"\w\.[a-z]{2,3}$")  # a site named by its address: "Kyst.no"
_REACH: Final = 20  # tokens after a verb in which the medium stands that was told


@dataclass(slots=True)
class Relays:
    """Reads relays; `names` are the report's by place."""

    text: str
    language: str | None
    speech: Speech
    layers: Layers

    def is_medium(self, frame: Frame, phrase: Phrase | None) -> bool:
        """Say whether a phrase names a medium: a known one, or a noun for one."""
        if phrase is None or phrase.kind != "np":
            return False
        names = self._names(frame, phrase)
        if any(n.type is NameType.PERSON for n in names):
            return False
        if any(self._known_medium(n) for n in names):
            return True
        return any(self.speech.noun_kind(frame.lower(j)) == "medium" for j in range(phrase.start, phrase.end))

    def _known_medium(self, name: Name) -> bool:
        wording = self.text[name.span.start : name.span.end]
        if _DOMAIN.search(wording):
            return True
        return any(is_media(form, self.language) for form in {name.name, name.lemma, wording} if form)

    def _names(self, frame: Frame, phrase: Phrase) -> list[Name]:
        return [n for t in frame.tokens[phrase.start : phrase.end] if (n := self.layers.names.get(t.start)) is not None]

    def relay(self, frame: Frame, phrase: Phrase) -> Relay | None:
        """Return a phrase as a relay, under its medium's usual name."""
        if phrase.start >= phrase.end:
            return None
        span = Span(frame.tokens[phrase.start].start, frame.tokens[phrase.end - 1].end)
        names = self._names(frame, phrase)
        media = [n for n in names if self._known_medium(n)] or [n for n in names if n.type is NameType.ORGANIZATION]
        if media:
            name = media[0].name or media[0].lemma
            longer = media[0].span.start == span.start and span.end > media[0].span.end + 2
            return Relay(
                self.text[span.start : span.end] if longer else name, span if longer else media[0].span, media[0].entity
            )
        return Relay(self.text[span.start : span.end], span)

    def told(self, draft: Draft) -> list[Relay]:
        """Return the media through which the report has a draft: those that pass it on, and those told directly."""
        out = list(draft.by_relay)
        if not draft.cue or draft.how in ("hedge", "noun", "headline", "backward"):
            return out
        if draft.told is not None and self.is_medium(draft.frame, draft.told):
            told = self.relay(draft.frame, draft.told)
            out += [told] if told else []
        known = {r.name for r in out} | {w.name for w in draft.who}
        for name in self._beside(draft):
            inside = any(r.span.start <= name.span.start < r.span.end for r in out)
            if (name.name or name.lemma) not in known and not inside:
                known.add(name.name or name.lemma)
                out.append(Relay(name.name or name.lemma, name.span, name.entity))
        return out

    def _beside(self, draft: Draft) -> Iterator[Name]:
        """Yield the media named in the cue's clause beside source and content: "in an interview with the BBC"."""
        tokens, phrase = draft.frame.tokens, draft.phrase
        spoken = {t.start for t in tokens[phrase.start : phrase.end]} if phrase else set()
        low = draft.at if phrase is None or phrase.start >= draft.at else phrase.start
        region = [*range(low), *range(draft.at, min(len(tokens), draft.at + _REACH))]
        for i in region:
            name = self.layers.names.get(tokens[i].start)
            if name is None or name.span.start in spoken or not self._known_medium(name):
                continue
            if not any(a <= name.span.start < b for a, b in draft.content):
                yield name


def nest(drafts: list[Draft], relays: Relays) -> list[Draft]:
    """Turn a medium's trailing cue over another's statement into that statement's relay.

    "X promised to stay, the agency writes": the agency passes it on. Where the medium's clause holds no other
    statement, the medium is the source.
    """
    out: list[Draft] = []
    for draft in drafts:
        passes_on = relays.is_medium(draft.frame, draft.phrase) and (
            draft.trailing or draft.how in ("source", "fronted")
        )
        second = draft.how == "source" and draft.trailing
        if relays.is_medium(draft.frame, draft.phrase) and draft.how in ("that", "bare"):
            _pass_on(draft, drafts, relays)
        if not passes_on and not second:
            out.append(draft)
            continue
        inner = [
            d
            for d in drafts
            if d.at != draft.at
            and d.frame is draft.frame
            and d.how not in ("hedge", "continued", "loose")
            and _covers(draft, d)
            and not (d.how == "source" and d.trailing)
        ]
        if not inner or draft.phrase is None:
            out.append(draft)
            continue
        passed = relays.relay(draft.frame, draft.phrase)
        for d in inner:
            if passed is not None and (d.by_relay or _outermost(d, inner)):
                d.by_relay.insert(0, passed)
    return out


def _pass_on(draft: Draft, drafts: list[Draft], relays: Relays) -> None:
    """A medium that reports what another said is the relay of that, and stays the source of its own statement."""
    if draft.phrase is None:
        return
    passed = relays.relay(draft.frame, draft.phrase)
    inner = [d for d in drafts if d is not draft and d.frame is draft.frame and d.at > draft.at and _covers(draft, d)]
    for d in inner:
        if passed is not None and d.content != draft.content and _outermost(d, inner):
            d.by_relay.insert(0, passed)


def _covers(outer: Draft, inner: Draft) -> bool:
    a, b = outer.content[0].start, outer.content[-1].end
    cue = inner.cue[0].start if inner.cue else inner.content[0].start
    return (
        a <= inner.content[0].start and inner.content[-1].end <= b + 2 and a <= cue <= b + 1
    ) or inner.content == outer.content


def _outermost(draft: Draft, drafts: list[Draft]) -> bool:
    return not any(d is not draft and _covers(d, draft) and d.content != draft.content for d in drafts)
