"""Through whom the report has a statement: the medium told, the agency that reports what another said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.relays.names import RelayNames
from depesche.annotate.statements.relays.told_media import interlocutors, paper_meant
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import VerbForm
from depesche.records import Act, Relay, Span, StatementKind

_KNOWING: Final = ("contacts", "seen")  # lists of words: who was spoken to, what was seen
_REACH: Final = 20  # tokens after a verb in which the medium stands that was told
_LEAD: Final = 7  # tokens between the preposition and the medium: "in einem Gespräch mit der Zeitung X"
_APOSTROPHES: Final = frozenset("'’")
_POLL_NEAR: Final = 4  # frames between a poll and what its respondents say
_ARTICLE: Final = 3  # tokens before a medium in which its article and noun stand: "by the daily X"
_OPENING: Final = 4  # tokens of a sentence in which a medium is its subject
_TITLE: Final = 7  # tokens of a paper's name with its marks
_SIGN: Final = 3  # letters of a station's call sign at least
_TALK: Final = frozenset({"quote", "that", "bare", "fronted", "question", "refusal"})
_PROGRAMME: Final = 5  # tokens of a programme's name


class Relays(RelayNames):
    """Reads relays in one report."""

    def pollster(self, draft: Draft) -> None:
        """Note who made a poll; whoever made the last one passes on what its respondents say."""
        if draft.phrase is None or not draft.who:
            return
        aside = draft.phrase.aside or (draft.phrase.end, draft.phrase.end)
        words = [draft.frame.lower(j) for j in range(draft.phrase.start, draft.phrase.end)]
        if any(self.speech.has("polls", word) for word in words):
            tokens = draft.frame.tokens
            span = Span(tokens[draft.phrase.start].start, tokens[max(draft.phrase.end, aside[1]) - 1].end)
            self.memory.poll = (draft.frame.index, Relay(draft.who[0].name, span, draft.who[0].entity))
        elif self.memory.poll is not None and any(self.speech.has("polled", word) for word in words):
            index, maker = self.memory.poll
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
        to_act = draft.verb is not None and draft.verb.act is Act.DEMAND  # "apeluje do NRK, by": who is to do it
        if draft.told is not None and to_act:
            pass
        elif draft.told is not None and (self.is_medium(frame, draft.told) or self.listens(draft, draft.told)):
            told = self.relay(frame, Phrase(draft.told.start, self._programme_end(frame, draft.told.end)))
            out += [told] if told and told.name not in {r.name for r in out} else []
        elif (
            draft.told is not None
            and (paper := paper_meant(draft.told, frame, self)) is not None
            and not self._qualifies(frame, draft.told.end)
        ):
            out += [paper] if paper.name not in {r.name for r in out} else []
        elif draft.told is not None and (house := self.employer(frame, draft.told.start)) is not None:
            out += [relay] if (relay := self.relay(frame, house)) is not None else []
        elif (paper := self._in_marks(draft)) is not None:
            out += [paper] if not out else []
        if (asking := self._interviewer(draft)) is not None and (asked := self.relay(frame, asking)) is not None:
            out.append(asked)
        known = {r.name for r in out} | {w.name for w in draft.who}
        seen = [r.span for r in out]
        if draft.told is not None and (out or to_act):
            seen.append(Span(frame.tokens[draft.told.start].start, frame.tokens[draft.told.end - 1].end))
        before = -1
        for i, end in self._beside(draft, siblings):
            end = self._programme_end(frame, end)
            if self._on_channel(frame, before, i):
                continue  # "i programmet God Aften | på TV 2"
            relay = self.relay(frame, Phrase(i, end))
            inside = any(a <= frame.tokens[i].start < b for a, b in seen)
            if relay is not None and relay.name not in known and not inside:
                known.add(relay.name)
                before = end
                seen.append(Span(frame.tokens[i].start, frame.tokens[end - 1].end))
                out.append(relay)
        return out

    def _on_channel(self, frame: Frame, before: int, i: int) -> bool:
        """Say whether nothing but a preposition parts a medium at `i` from a programme that ends at `before`."""
        at = before + (0 < before < i and frame.tokens[before].text in MARKS)
        article = at + 1 < i and self.speech.has("articles", frame.lower(at + 1))
        of = self.speech.grammar.verb_final and self.speech.has("genitive_articles", frame.lower(at))
        led = of or self.speech.has("prepositions", frame.lower(at))  # "in der Sendung Brisant | der ARD"
        return led and 0 < before < i == at + 1 + article

    def listens(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether a name that nothing else tells to be a medium is one, since somebody speaks to it.

        News has people say something "til Firda", hardly ever to a firm or an office; persons, places and what is
        known to be no medium are left out.
        """
        frame, speech = draft.frame, self.speech
        if draft.how not in _TALK or phrase.kind != "np":
            return False
        phrase = Phrase(phrase.start, self._capitals_end(frame, phrase.start, phrase.end) or phrase.end)
        if not self._unknown(frame, phrase):
            return False
        if any(self._call_sign(t.text) for t in frame.tokens[phrase.start : phrase.end]):
            return True
        if speech.grammar.subject_first:  # "told the council": an office
            told = draft.verb is not None and draft.verb.addressee and phrase.start <= draft.at + 2
            return told and bool(self.names(frame, phrase)) and speech.noun_kind(frame.lower(phrase.end - 1)) is None
        return speech.grammar.verb_medial and speech.has("addressee_prepositions", frame.lower(phrase.start - 1))

    def _call_sign(self, word: str) -> bool:
        """Say whether a word is written in capitals throughout, as stations and some magazines are: "KRTV", "PIX11"."""
        return len(word) >= _SIGN and word.isupper() and self.speech.noun_kind(word.casefold()) is None

    def _in_marks(self, draft: Draft) -> Relay | None:
        """Return the paper that a Polish verb has in marks behind it, the subject before it: "mówi „Faktowi”, że"."""
        frame, at = draft.frame, draft.at + 1
        before = draft.phrase is None or draft.phrase.end <= draft.at
        if self.speech.table is None or not before or draft.how != "that" or frame.lower(at) not in MARKS:
            return None
        near = range(at + 2, min(at + _TITLE, frame.last()))
        closing = next((j for j in near if frame.lower(j) in MARKS), None)
        if closing is None or frame.lower(closing + 1) != "," or not frame.tokens[at + 1].text[0].isupper():
            return None
        return self._plain(frame, at + 1, closing)

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

    def _interviewer(self, draft: Draft) -> Phrase | None:
        """Return the medium that spoke with whom a relative clause lets speak: "DR har talt med Lund, der siger"."""
        phrase, frame = draft.phrase, draft.frame
        if phrase is None or phrase.kind != "relative" or phrase.antecedent is None:
            return None
        asked = next((j for j in range(1, phrase.start) if self.speech.has("contacts", frame.lower(j))), None)
        if asked is None:
            return None
        for i in range(min(asked, _OPENING)):
            if (end := self.medium_at(frame, i)) is not None:
                return Phrase(i, end)
        return None

    def _beside(self, draft: Draft, siblings: Sequence[Draft]) -> Iterator[tuple[int, int]]:
        """Yield the media that the cue's clause says were spoken to: "in an interview with the BBC"."""
        tokens, phrase = draft.frame.tokens, draft.phrase
        spoken = range(phrase.start, max(phrase.end, phrase.aside[1] if phrase.aside else 0)) if phrase else range(0)
        low = draft.at if phrase is None or phrase.start >= draft.at else phrase.start
        at = tokens[draft.at].start
        inside = [span for d in siblings for span in d.content if not span.start <= at < span.end]
        middle = range(phrase.end, draft.at) if phrase is not None else range(0)
        yield from interlocutors(draft, self)
        beside = self._clause_beside(draft)
        places = [*range(low), *spoken, *middle, *range(draft.at, min(len(tokens), draft.at + _REACH))]
        may_open = self.may_open(draft.frame)
        opening = phrase.start if phrase is not None else 0
        others = (d for d in siblings if d.cue and (d.phrase is None or d.phrase.start != opening))
        other = max((d.at for d in others if d.at < min(opening, draft.at)), default=-1)
        for i in [i for i in places if i in may_open and i > other]:  # "sagde til DR, at …, men | Lund afviser"
            behind = draft.kind is StatementKind.DIRECT and i >= (phrase.end if phrase is not None else 0)
            named = tokens[i].start in self.layers.names or draft.how != "source" or behind
            through = i in beside or (i in spoken and self._passed_by(draft.frame, i))
            if (i in spoken and not through) or not named or (end := self.medium_at(draft.frame, i)) is None:
                continue  # "according to research in the journal Aster"
            if through:
                yield i, end
                continue
            if not any(a <= tokens[i].start < b for a, b in inside) and self._spoken_to(draft, i, end):
                yield i, end

    def _clause_beside(self, draft: Draft) -> range:
        """Return the clause right behind a source that tells through whom it is known: "eine Mail, die Reuters
        einsehen konnte,", "Lund, speaking to Politico,", "vitner VG har snakket med"; empty where none does."""
        if draft.phrase is None or draft.phrase.kind == "pronoun":
            return range(0)
        frame, start = draft.frame, draft.phrase.end
        start += start < len(frame.tokens) and frame.tokens[start].text.isdigit()  # "aus dem Jahr 2021"
        start += frame.lower(start) == ","
        closing = (j for j in range(start, len(frame.tokens)) if frame.lower(j) == "," or frame.lower(j) in HARD)
        last = frame.last() if draft.phrase.start > draft.at else start  # ", sagde hans bror, citeret af X."
        clause = range(start, min(next(closing, last), start + _REACH))
        knows = (self.speech.has_any(_KNOWING, frame.lower(j)) for j in clause)
        inside = clause and any(a <= frame.tokens[start].start < b for a, b in (*draft.cue, *draft.content))
        return clause if any(knows) and not inside else range(0)

    def _passed_by(self, frame: Frame, i: int) -> bool:
        """Say whether a medium at `i` spoke with a source or saw it: "two men quoted by X", "a memo seen by X"."""
        j = i - 1
        while j > i - _ARTICLE and (self.speech.has("articles", frame.lower(j)) or self._is_noun(frame, j)):
            j -= 1
        by = self.speech.grammar.subject_first and self.speech.has("passive_by", frame.lower(j))
        return by and self.speech.has_any(_KNOWING, frame.lower(j - 1))

    def _spoken_to(self, draft: Draft, i: int, end: int) -> bool:
        """Say whether the name in [i, end) is whom or where something was said, no attribute of another noun."""
        frame, speech = draft.frame, self.speech
        if self._qualifies(frame, end):
            return False
        source = draft.phrase.end - 1 if draft.phrase is not None else -1
        for k in range(i - 1, max(-1, i - _LEAD), -1):
            word = frame.lower(k)
            if k == i - 1 and speech.table is not None and speech.has("interviews", word):
                return True  # "udzielając wywiadu „Polityce”"
            if k == source or any(a <= frame.tokens[k].start < b for a, b in draft.cue):
                return not speech.grammar.subject_first or (draft.verb is not None and draft.verb.addressee)
            if word in speech.pronouns.get("relative", frozenset()) and self._knows(frame, k, i, end):
                return True  # "i et notat som avisen har sett", "w liście, do którego dotarł dziennik X"
            if speech.has("relay_prepositions", word):
                return not any(is_finite(frame, j, speech) for j in range(k, i)) and self._same_clause(draft, k)
            if speech.has("prepositions", word) and speech.has("relay_prepositions", frame.lower(k - 1)):
                continue  # "over for TV 2"
            if word in {","} or word in HARD or word == QUOTE or speech.has("prepositions", word):
                return False
        return False

    def _knows(self, frame: Frame, k: int, i: int, end: int) -> bool:
        """Say whether the relative clause that opens at `k` tells how the medium in [i, end) knows."""
        if self.speech.grammar.verb_final and "," not in (frame.lower(k - 1), frame.lower(k - 2)):
            return False  # "die nicht in | der Zeitung stehen will": an article
        if self.speech.table is not None:
            return any(self.speech.has_any(_KNOWING, frame.lower(j)) for j in range(k, i))
        return self._verb_at(frame, end)

    def _verb_at(self, frame: Frame, j: int) -> bool:
        """Say whether a finite verb stands at `j`, reporting or not."""
        forms = (e for e in self.speech.index.get(frame.lower(j), ()) if isinstance(e, VerbForm))
        return is_finite(frame, j, self.speech) or any(form.kind == "finite" for form in forms)

    def _same_clause(self, draft: Draft, k: int) -> bool:
        """Say whether no other clause stands between a preposition and the cue: "After the BBC reported …, X said"."""
        if k > draft.at and draft.frame.lower(k - 1) == "," and draft.phrase is not None:
            end = draft.phrase.end  # "sa Berg, som så det, | til NRK"
            return draft.at < end < k and draft.frame.lower(end) == ","
        low = next((j + 1 for j in range(k, -1, -1) if draft.frame.lower(j) == "," or draft.frame.lower(j) in HARD), 0)
        if k > draft.at and self._in_relative(draft, k):
            return False
        if k > draft.at:
            return not any(
                is_finite(draft.frame, j, self.speech) for j in range(draft.at + 1, k) if not self._own(draft, j)
            )
        return not any(is_finite(draft.frame, j, self.speech) for j in range(low, k) if not self._own(draft, j))

    def _in_relative(self, draft: Draft, k: int) -> bool:
        """Say whether a German relative clause of the subject is open at `k`: ", die nicht in X stehen will"."""
        frame, end = draft.frame, draft.phrase.end if draft.phrase is not None else 0
        if not self.speech.grammar.verb_final or not draft.at < end < k or frame.lower(end) != ",":
            return False
        relative = frame.lower(end + 1) in self.speech.pronouns.get("relative", frozenset())
        return relative and not any(frame.lower(j) == "," for j in range(end + 1, k))

    def _own(self, draft: Draft, j: int) -> bool:
        start = draft.frame.tokens[j].start
        auxiliary = j < draft.at and self.speech.has("auxiliaries", draft.frame.lower(j))  # "har over for DR sagt"
        return auxiliary or j == draft.at or any(a <= start < b for a, b in draft.cue)

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
