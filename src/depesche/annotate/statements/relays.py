"""Through whom the report has a statement: the medium told, the agency that reports what another said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses import HARD, is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames import QUOTE, Frame, Layers
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.media import Media
from depesche.annotate.statements.memory import Memory
from depesche.annotate.statements.phrases import Phrase
from depesche.lang.schema.entities import sounds_like_media
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Relay, Span

_REACH: Final = 20  # tokens after a verb in which the medium stands that was told
_LEAD: Final = 7  # tokens between the preposition and the medium: "in einem Gespräch mit der Zeitung X"
_APOSTROPHES: Final = frozenset("'’")
_POLL_NEAR: Final = 4  # frames between a poll and what its respondents say
_PROGRAMME: Final = 5  # tokens of a programme's name


@dataclass(slots=True)
class Relays:
    """Reads relays in one report."""

    text: str
    speech: Speech
    layers: Layers
    media: Media

    def is_medium(self, frame: Frame, phrase: Phrase | None) -> bool:
        """Say whether a phrase names a medium: a known one, or a noun for one."""
        if phrase is None or phrase.kind != "np":
            return False
        if any(self.speech.has("polls", frame.lower(j)) for j in range(phrase.start, phrase.end)):
            return False  # "en måling gjort av X for VG" says something itself
        names = self._names(frame, phrase)
        if self.media.is_known(self.text[frame.tokens[phrase.start].start : frame.tokens[phrase.end - 1].end]):
            return True
        if any(n.type is NameType.PERSON for n in names):
            return False
        if any(self.media.is_medium(n) for n in names):
            return True
        first = phrase.start + self.speech.has("articles", frame.lower(phrase.start))
        if first < phrase.end and all(t.text[0].isupper() for t in frame.tokens[first : phrase.end]):
            wording = self.text[frame.tokens[first].start : frame.tokens[phrase.end - 1].end]
            if sounds_like_media(wording):
                return True
        return any(self.speech.noun_kind(frame.lower(j)) == "medium" for j in range(phrase.start, phrase.end))

    def _names(self, frame: Frame, phrase: Phrase) -> list[Name]:
        return [n for t in frame.tokens[phrase.start : phrase.end] if (n := self.layers.names.get(t.start)) is not None]

    def relay(self, frame: Frame, phrase: Phrase) -> Relay | None:
        """Return a phrase as a relay, under its medium's usual name."""
        if phrase.start >= phrase.end:
            return None
        span = Span(frame.tokens[phrase.start].start, frame.tokens[phrase.end - 1].end)
        names = self._names(frame, phrase)
        media = [n for n in names if self.media.is_medium(n)] or [n for n in names if n.type is NameType.ORGANIZATION]
        if media:
            name = media[0].name or media[0].lemma
            rest = self.text[media[0].span.end : span.end].strip()
            longer = media[0].span.start == span.start and len(rest) > 1 and not rest[0].isdigit()
            return Relay(
                self.text[span.start : span.end] if longer else name, span if longer else media[0].span, media[0].entity
            )
        return Relay(self.text[span.start : span.end], span)

    def pollster(self, draft: Draft, memory: Memory) -> None:
        """Note who made a poll; whoever made the last one passes on what its respondents say."""
        if draft.phrase is None or not draft.who:
            return
        aside = draft.phrase.aside or (draft.phrase.end, draft.phrase.end)
        words = [draft.frame.lower(j) for j in range(draft.phrase.start, draft.phrase.end)]
        if any(self.speech.has("polls", word) for word in words):
            tokens = draft.frame.tokens
            span = Span(tokens[draft.phrase.start].start, tokens[max(draft.phrase.end, aside[1]) - 1].end)
            memory.poll = (draft.frame.index, Relay(draft.who[0].name, span, draft.who[0].entity))
        elif memory.poll is not None and any(self.speech.has("polled", word) for word in words):
            index, maker = memory.poll
            if draft.frame.index - index <= _POLL_NEAR:
                draft.by_relay.append(maker)

    def told(self, draft: Draft, siblings: Sequence[Draft]) -> list[Relay]:
        """Return the media through which the report has a draft: those that pass it on, and those told directly.

        `siblings` are all drafts of its frame: a medium inside their content is none of its relays.
        """
        out = list(draft.by_relay)
        if not draft.cue or draft.how in ("hedge", "noun", "headline", "backward"):
            return out
        frame = draft.frame
        if draft.told is not None and self.is_medium(frame, draft.told):
            told = self.relay(frame, Phrase(draft.told.start, self._programme_end(frame, draft.told.end)))
            out += [told] if told else []
        known = {r.name for r in out} | {w.name for w in draft.who}
        covered = {r.span.start for r in out}
        for i, end, name in self._beside(draft, siblings):
            relay = self.relay(frame, Phrase(i, self._programme_end(frame, end)))
            inside = any(r.span.start <= name.span.start < r.span.end for r in out)
            if relay is not None and relay.name not in known and name.span.start not in covered and not inside:
                known.add(relay.name)
                out.append(relay)
        return out

    def _programme_end(self, frame: Frame, end: int) -> int:
        """Return where a programme's name ends that a medium owns: "BBC Radio 4's Today programme"."""
        tokens = frame.tokens
        owner = frame.lower(end - 1).endswith(("'s", "’s"))
        j = end
        if frame.lower(end) in _APOSTROPHES and frame.lower(end + 1) == "s":  # "Radio 4's" is three tokens
            owner, j = True, end + 2
        if not owner:
            return end
        start = j
        while j < len(tokens) and j - start < _PROGRAMME:
            named = tokens[j].text[0].isupper() or self.speech.noun_kind(tokens[j].lower) == "medium"
            if not (named or tokens[j].text in MARKS):
                break
            j += 1
        return j if j > start else end

    def _beside(self, draft: Draft, siblings: Sequence[Draft]) -> Iterator[tuple[int, int, Name]]:
        """Yield the media that the cue's clause says were spoken to: "in an interview with the BBC"."""
        tokens, phrase = draft.frame.tokens, draft.phrase
        spoken = {t.start for t in tokens[phrase.start : phrase.end]} if phrase else set()
        low = draft.at if phrase is None or phrase.start >= draft.at else phrase.start
        at = tokens[draft.at].start
        inside = [span for d in siblings for span in d.content if not span.start <= at < span.end]
        middle = range(phrase.end, draft.at) if phrase is not None else range(0)
        for i in [*range(low), *middle, *range(draft.at, min(len(tokens), draft.at + _REACH))]:
            name = self.layers.names.get(tokens[i].start)
            if name is None or name.span.start in spoken or not self.media.is_medium(name):
                continue
            end = i + 1
            while end < len(tokens) and tokens[end].start < name.span.end:
                end += 1
            if not any(a <= name.span.start < b for a, b in inside) and self._spoken_to(draft, i, end):
                yield i, end, name

    def _spoken_to(self, draft: Draft, i: int, end: int) -> bool:
        """Say whether the name in [i, end) is whom or where something was said, no attribute of another noun."""
        frame, speech = draft.frame, self.speech
        if self._qualifies(frame, end):
            return False
        cue = {k for k in range(len(frame.tokens)) if any(a <= frame.tokens[k].start < b for a, b in draft.cue)}
        source = draft.phrase.end - 1 if draft.phrase is not None else -1
        for k in range(i - 1, max(-1, i - _LEAD), -1):
            word = frame.lower(k)
            if k in cue or k == source:
                return not speech.grammar.subject_first or (draft.verb is not None and draft.verb.addressee)
            if speech.has("relay_prepositions", word):
                return not any(is_finite(frame, j, speech) for j in range(k, i)) and self._same_clause(draft, k)
            if speech.has("prepositions", word) and speech.has("relay_prepositions", frame.lower(k - 1)):
                continue  # "over for TV 2"
            if word in {","} or word in HARD or word == QUOTE or speech.has("prepositions", word):
                return False
        return False

    def _same_clause(self, draft: Draft, k: int) -> bool:
        """Say whether no other clause stands between a preposition and the cue: "After the BBC reported …, X said"."""
        low = next((j + 1 for j in range(k, -1, -1) if draft.frame.lower(j) == "," or draft.frame.lower(j) in HARD), 0)
        if k > draft.at:
            return not any(
                is_finite(draft.frame, j, self.speech) for j in range(draft.at + 1, k) if not self._own(draft, j)
            )
        return not any(is_finite(draft.frame, j, self.speech) for j in range(low, k) if not self._own(draft, j))

    def _own(self, draft: Draft, j: int) -> bool:
        start = draft.frame.tokens[j].start
        return j == draft.at or any(a <= start < b for a, b in draft.cue)

    def _qualifies(self, frame: Frame, end: int) -> bool:
        """Say whether a name only qualifies the noun after it: "Washington Post reporters", "CNN's offices"."""
        tokens = frame.tokens
        if frame.lower(end) in _APOSTROPHES or tokens[end - 1].lower.endswith(("'s", "’s")):
            return self._programme_end(frame, end) == end
        if end >= len(tokens) or not tokens[end].text[0].isalpha():
            return False
        word = tokens[end].lower
        speech = self.speech
        small = any(
            speech.has(group, word)
            for group in (
                "prepositions",
                "conjunctions",
                "adverbs",
                "complementizers",
                "articles",
                "question",
                "as_words",
            )
        )
        if small or word in speech.subjects or is_finite(frame, end, speech) or end in (0,):
            return False
        if self.layers.times.get(tokens[end].start) is not None or speech.noun_kind(word) == "medium":
            return False
        return speech.grammar.subject_first or tokens[end].text[0].isupper()

    def cite(self, frame: Frame, cited: Phrase, at: int, drafts: Sequence[Draft]) -> bool:
        """Make whom a medium cites the source and the medium its relay: "Reuters said, citing two officials".

        Return whether a statement of the frame was found that the cited phrase belongs to.
        """
        hosts = [d for d in drafts if d.frame is frame and d.phrase is not None and d.how not in ("hedge", "noun")]
        media = [d for d in hosts if self.is_medium(frame, d.phrase)]
        if media:
            host = min(media, key=lambda d: (abs(d.at - at), d.at))
            passed = self.relay(frame, host.phrase) if host.phrase is not None else None
            host.by_relay += [passed] if passed else []
            host.phrase = cited
        return bool(hosts)


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
