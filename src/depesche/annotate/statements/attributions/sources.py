"""Sources in a phrase: "according to X", "laut X", "X zufolge", "ifølge X", "według X", "hieß es aus X"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from depesche.annotate.statements.attributions.named_sources import NamedSourceReader
from depesche.annotate.statements.attributions.own_sources import own_draft
from depesche.annotate.statements.attributions.relative_sources import RelativeSourceFinder
from depesche.annotate.statements.attributions.report_owners import OWNED, ReportOwners
from depesche.annotate.statements.attributions.surroundings import around_draft
from depesche.annotate.statements.clauses.boundaries import HARD, after_mark, clause_end, is_dash, is_finite, word_count
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.main_clauses import breaks_off
from depesche.annotate.statements.cues.find import PhraseCue, matches
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import DASHES, OWNERS, QUOTE, Frame
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.morphology import VERBAL
from depesche.lang.schema.speech import SourcePhrase, Speech
from depesche.records import Act, Span, StatementKind

_ORPHAN: Final = 14  # words of a sentence that is a source phrase and nothing else
_REST: Final = 4  # words beside it: "I hvert fald …"
_REACH: Final = 22  # tokens of a source phrase before a postposition or inside a circumposition
_CLAUSE: Final = 3  # words of the clause that a medium reports


@dataclass(slots=True)
class SourceFinder:
    """Reads source phrases and fixed report phrases in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    extent: Extent
    relatives: RelativeSourceFinder = field(init=False)
    named: NamedSourceReader = field(init=False)
    owners: ReportOwners = field(init=False)

    def __post_init__(self) -> None:
        self.relatives = RelativeSourceFinder(self.frame, self.speech, self.finder, self.extent)
        self.named = NamedSourceReader(self.frame, self.speech, self.finder)
        self.owners = ReportOwners(self.frame, self.speech, self.finder, self.extent, self.named)

    def find(self, cue: PhraseCue) -> Draft | None:
        """Return the statement a source phrase makes of the clause around it."""
        assert isinstance(cue.entry, SourcePhrase)
        entry = cue.entry
        if self.speech.has("since", self.frame.lower(cue.at - 1)):
            return None  # "kurz nach Berichten über den Streik": a time
        if (own := own_draft(self.frame, self.speech, self.finder, self.extent, cue, entry)) is not None:
            return own
        if entry.report:
            return self._report(cue, entry)
        if not entry.before:
            return self.relatives.find(cue, entry) or self._postposition(cue, entry)
        return self._preposition(cue, entry)

    def cited(self, cue: PhraseCue) -> Phrase | None:
        """Return whom a phrase like "citing" or "unter Berufung auf" names."""
        found = self.named.phrase(cue.end)
        able = found is not None and self.finder.can_speak(found[0])  # no "citing satellite imagery"
        return found[0] if found is not None and able else None

    def _report(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        """Read a preposition with a noun of reporting."""
        if (found := self.relatives.find(cue, entry)) is not None:
            return found
        read = self.owners.read(cue)
        if read is None:
            return None
        at, end, phrase = read
        return self._draft(cue.at, end, phrase, (cue.at, at), entry.act, entry.hedged)

    def _preposition(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        frame = self.frame
        if not entry.after and (told := self.relatives.find(cue, entry)) is not None:
            return told
        if self.speech.has("whence", frame.lower(cue.at)) or self._owned_before(cue):
            return None
        if entry.mind and self.speech.has("manners", frame.lower(cue.at - 1)):
            return None  # "Ze łzami | w oczach | trener powiedział"
        if entry.tail and not (frame.lower(cue.at - 1) in {",", QUOTE, *DASHES} and cue.at > 0):
            return None
        start = cue.end
        while frame.lower(start) in entry.skip:
            start += 1
        parts = tuple(range(cue.at, cue.end))
        if entry.after and not self._whole(cue, entry, start):
            return self._circumposition(cue, entry, start, parts)
        if entry.noun:
            set_off = not cue.at or not frame.tokens[cue.at - 1].text[0].isalnum()  # not "idzie zgodnie z planem"
            noun = self.named.with_noun(start) if set_off else None
            return noun and self._draft(cue.at, noun[0].end, noun[0], (*parts, noun[1]), entry.act, entry.hedged)
        if frame.lower(start) in self.speech.pronouns.get("object_1", ()):
            return None  # "Według mnie to nie ma sensu": the author's own view
        found = self.named.phrase(start)
        if found is None:
            return None
        phrase, end = found
        if self._script(phrase, cue):
            return None
        if phrase.aside is not None and end >= frame.last() and self._goes_on(cue):
            phrase, end = replace(phrase, aside=None), phrase.end  # "Manden har, ifølge politiet, forladt stedet"
        if self._by_rule(cue, phrase) or (entry.cites and not self.finder.can_speak(phrase)):
            return None  # "citing bad weather"
        if cue.at == 0 and not self.speech.grammar.verb_second:
            end = self._to_comma(phrase, end)
        if cue.at == frame.text_start() and self.speech.grammar.verb_medial and phrase.end == end:
            end = self.named.to_verb(end)
            phrase = replace(phrase, end=end)
        if entry.cites and (inside := self._inside_report(cue, end)) is not None:
            draft = self._draft(cue.at, end, phrase, parts, entry.act, entry.hedged)
            return draft and replace(draft, content=(inside[0],), told=inside[1])
        if entry.tail and not self._closes(end):
            return None
        if entry.tail and self.speech.grammar.subject_first and not self._named(phrase):
            return None  # "per person"
        if entry.tail and self.speech.grammar.verb_final and self._adverb(phrase):
            return None  # "so | lange vor dem Tor, bis"
        if entry.tail and self.speech.grammar.verb_final and self.speech.has("prepositions", frame.lower(end)):
            end = clause_end(frame, end, self.speech)
        return self._draft(cue.at, end, phrase, parts, entry.act, entry.hedged)

    def _script(self, phrase: Phrase, cue: PhraseCue) -> bool:
        """Say whether a German source is what a speech stands in, beside the verb that tells it: "sagte Berg | laut
        Redemanuskript"."""
        nouns = (j for j in range(phrase.start, phrase.end) if self.frame.tokens[j].text[0].isupper())
        head = self.frame.lower(next(nouns, phrase.start))
        script = head.endswith(tuple(self.speech.words["scripts"] or {" "}))
        return script and any(v.at < cue.at or v.at >= phrase.end for v in self.extent.verbs)

    def _inside_report(self, cue: PhraseCue, end: int) -> tuple[Span, Phrase | None] | None:
        """Return the clause that a medium reports behind whom it cites, and the medium: "Reuters reported, citing
        police, | that two"."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or frame.lower(cue.at - 1) != "," or frame.lower(end) != ",":
            return None
        verb = next((v for v in self.extent.verbs if v.at == cue.at - 2 and v.voice == "active"), None)
        if verb is None:
            return None
        start = end + 1 + speech.has("complementizers", frame.lower(end + 1))
        clause = self.extent.span(start, self.extent.end(start), _CLAUSE)
        return (clause, self.finder.left(verb.first)) if clause is not None else None

    def _named(self, phrase: Phrase) -> bool:
        """Say whether a name or an article stands in a phrase."""
        inside = range(phrase.start, phrase.end)
        return any(self.finder.name_at(j) or self.speech.has("articles", self.frame.lower(j)) for j in inside)

    def _adverb(self, phrase: Phrase) -> bool:
        """Say whether a small word that is neither article nor pronoun stands before a preposition."""
        word = self.frame.tokens[phrase.start]
        small = word.text[0].islower() and phrase.kind != "pronoun" and not self._possessive(phrase.start)
        alone = self.speech.has("prepositions", self.frame.lower(phrase.start + 1))
        return small and alone and not self.speech.has_any(("articles", "unnamed"), word.lower)

    def _owned_before(self, cue: PhraseCue) -> bool:
        """Say whether whose opinion it is stands before the noun: "którego | zdaniem", "że jej | zdaniem"."""
        before = self.frame.lower(cue.at - 1)
        relative = before in self.speech.pronouns["relative"] and self.frame.lower(cue.at - 2) == ","
        told = self._possessive(cue.at - 1) and self.speech.has("complementizers", self.frame.lower(cue.at - 2))
        return (relative or told) and any(e.after for e in self.speech.last_index.get(self.frame.lower(cue.at), ()))

    def _goes_on(self, cue: PhraseCue) -> bool:
        """Say whether the clause before a source is to go on behind it: it ends with its auxiliary."""
        start = after_mark(self.frame, cue.at - 1)
        return self.frame.lower(cue.at - 1) == "," and breaks_off(self.frame, start, cue.at - 1, self.speech)

    def _circumposition(self, cue: PhraseCue, entry: SourcePhrase, start: int, before: tuple[int, ...]) -> Draft | None:
        """Read words on both sides of the source: "in her view", "nach … Worten"."""
        after = self._after_words(start, entry.after)
        if after is None or after == start or not self._owned(start, after, entry):
            return None
        end = after + len(entry.after)
        behind = self.speech.grammar.verb_final and self.speech.has("source_prepositions", self.frame.lower(end))
        if behind and after == start + 1:
            return None  # "nach den Worten | des Ministers"
        phrase = self._exact(start, after)
        if self.speech.grammar.verb_final and phrase.kind == "np" and not self._has_noun(start, after):
            phrase = Phrase(start, end)  # "nach offiziellen Angaben"
        return self._draft(cue.at, end, phrase, (*before, *range(after, end)), entry.act, entry.hedged)

    def _whole(self, cue: PhraseCue, entry: SourcePhrase, start: int) -> bool:
        """Say whether nobody's noun follows, so that it is the source itself: "ifølge | nye tal fra banken"."""
        after = self._after_words(start, entry.after) if self.speech.grammar.verb_medial else None
        if after is None or self._possessive(after - 1) or self.frame.lower(after - 1).endswith("s"):
            return False
        alike = self.speech.index.get(self.frame.lower(cue.at), ())
        return any(isinstance(e, SourcePhrase) and e.before == entry.before and not e.after for e in alike)

    def _has_noun(self, a: int, b: int) -> bool:
        return any(self.frame.tokens[j].text[0].isupper() for j in range(a, b))

    def _by_rule(self, cue: PhraseCue, phrase: Phrase) -> bool:
        """Say whether "according to" tells how something is done: "calculated according to the lunar calendar".

        In Polish its noun tells: "Załoga pracuje według schematu".
        """
        if self.speech.table is not None:
            inside = range(phrase.start, phrase.end)
            return cue.at > 0 and any(self.speech.has("rules", self.frame.lower(j)) for j in inside)
        past = tuple(self.speech.words["past_endings"])
        done = cue.at > 0 and bool(past) and self.frame.lower(cue.at - 1).endswith(past)
        return self.speech.grammar.subject_first and done and not self.finder.can_speak(phrase)

    def _owned(self, a: int, b: int, entry: SourcePhrase) -> bool:
        """Say whether someone's view stands in [a, b), no view at large: "in her view", not "in public opinion"."""
        if len(entry.after) != 1 or not self.speech.grammar.subject_first:
            return True
        near = range(max(a, b - 1 - OWNED), b)
        return any(self._possessive(j) or self.frame.lower(j).endswith(OWNERS) for j in near)

    def _to_comma(self, phrase: Phrase, end: int) -> int:
        """A source that opens an English or Polish sentence runs to its comma: "According to figures seen by X, …"."""
        frame = self.frame
        comma = next(
            (j for j in range(phrase.start, min(frame.last(), phrase.start + _REACH)) if frame.tokens[j].text == ","),
            None,
        )
        if self.speech.table is not None and self.named.opens_nominative(end):
            return end
        if comma is None or comma <= end or any(is_finite(frame, j, self.speech) for j in range(phrase.start, comma)):
            return end
        if self.speech.table is not None and any(self._reflexive(j) for j in range(end, comma)):
            return end  # "Zdaniem związku | w firmie łamie się prawo, a"
        return comma

    def _reflexive(self, j: int) -> bool:
        """Say whether a finite Polish verb with its reflexive stands at `j`."""
        verb = not VERBAL.isdisjoint(self.speech.reading(self.frame.lower(j)))
        return verb and self.speech.has("reflexives", self.frame.lower(j + 1))

    def _closes(self, i: int) -> bool:
        tokens = self.frame.tokens
        if self.speech.grammar.verb_final and self.speech.has("prepositions", self.frame.lower(i)):
            i = clause_end(self.frame, i, self.speech)  # "so Berg in einem Brief an die Mieter"
        i = self._past_manner(i)
        return i >= self.frame.last() or tokens[i].text in {",", "(", ":", QUOTE} or tokens[i - 1].text == ","

    def _past_manner(self, i: int) -> int:
        """Go over small words and, in German, when or in what state: "kurz darauf", "wenige Stunden später"."""
        speech, last = self.speech, self.frame.last()
        while i < last:
            k = i
            if speech.grammar.verb_final and speech.has("visibly", self.frame.lower(i)):
                k = i + 2
            elif speech.grammar.verb_final and speech.has("quantifiers", self.frame.lower(i)):
                k = i + speech.has("since", self.frame.lower(i + 1))
            elif self.finder.is_small(i) or (speech.grammar.verb_final and speech.has("since", self.frame.lower(i))):
                k = i
            else:
                return i
            i = min(max(k, i + 1) if k > i else i + 1, last)
        return i

    def _after_words(self, start: int, words: tuple[str, ...]) -> int | None:
        for j in range(start, min(len(self.frame.tokens), start + _REACH)):
            if self.frame.tokens[j].text in HARD:
                return None
            if self.frame.tokens[j].lower == words[0] and matches(self.frame, j, words):
                return j
        return None

    def _exact(self, a: int, b: int) -> Phrase:
        kind = "pronoun" if b - a == 1 and self._possessive(a) else "np"
        return Phrase(a, b, kind)

    def _possessive(self, i: int) -> bool:
        word = self.frame.lower(i)
        return any(word in forms for forms in self.speech.pronouns.values())

    def _postposition(self, cue: PhraseCue, entry: SourcePhrase) -> Draft | None:
        frame = self.frame
        start = cue.at
        while start > 0 and cue.at - start < _REACH:
            text = frame.tokens[start - 1].text
            if text == "," or text in HARD or is_dash(frame, start - 1):
                break
            if is_finite(frame, start - 1, self.speech) or self.finder.is_small(start - 1):
                break
            if self.speech.table is not None and frame.lower(start - 1) in self.speech.pronouns["relative"]:
                break  # "którzy | jej zdaniem uciekli"
            if self._opens_clause(start - 1):
                break  # "was | Berichten zufolge", ", doch | Experten zufolge"
            if (
                self.speech.grammar.verb_final
                and start < cue.at
                and self.speech.has("impersonal", frame.lower(start - 1))
            ):
                break  # "kam es | Forschern zufolge"
            if self.speech.has("prepositions", frame.lower(start - 1)) and not self.speech.has(
                "noun_prepositions", frame.lower(start - 1)
            ):
                break
            if self.speech.has("complementizers", frame.lower(start - 1)):
                break
            start -= 1
        opening = after_mark(frame, cue.at)
        if self.speech.grammar.verb_final and cue.at - opening < _ORPHAN:
            before = range(opening, start)  # "Einem Bericht im Januar zufolge"
            if not any(frame.tokens[j].text == "," or is_finite(frame, j, self.speech) for j in before):
                small = (j for j in range(opening, start) if not self.finder.is_small(j))
                start = next(small, start)
        if self.speech.grammar.verb_final and self._possessive(cue.at - 1):
            start = cue.at - 1  # "Wo liegt das Problem | ihrer Meinung nach"
        if start == cue.at:
            return None
        phrase = self._exact(start, cue.at)
        if phrase.kind == "pronoun" and self.speech.has("complementizers", frame.lower(start - 1)):
            return None  # "mówi, że jej zdaniem kurs spadnie": still who says it
        parts = tuple(range(cue.at, cue.end))
        return self._draft(start, cue.end, phrase, parts, entry.act, entry.hedged)

    def _opens_clause(self, j: int) -> bool:
        """Say whether a German clause or sentence opens at `j` with a word that is no dative: "was", "doch"."""
        word = self.frame.lower(j)
        opens = self.speech.grammar.verb_final and (not j or self.frame.lower(j - 1) == ",")
        return (
            opens
            and self.speech.has_any(("relative", "question", "conjunctions"), word)
            and not self.speech.has("dative_articles", word)
        )

    def alone(self, cue: PhraseCue) -> Draft | None:
        """Return the source phrase without content, for the engine to join with the sentence before."""
        found = self.named.phrase(cue.end)
        entry = cue.entry
        if found is None and isinstance(entry, SourcePhrase) and entry.after:
            after = self._after_words(cue.end, entry.after)
            found = self.named.phrase(after + len(entry.after)) if after is not None else None
        if found is None:
            return None
        empty = Span(self.frame.tokens[0].start, self.frame.tokens[0].end)
        return Draft(self.frame, "orphan", (empty,), (), Act.ASSERT, StatementKind.INDIRECT, found[0], at=cue.at)

    def orphan(self, cue: PhraseCue, draft: Draft | None) -> bool:
        """Say whether a source phrase has no clause of its own: it speaks for the sentence before."""
        if draft is None:
            short = cue.at == 0 and word_count(self.frame, 0, len(self.frame.tokens)) <= _ORPHAN
            found = self.named.phrase(cue.end) if short else None
            return found is not None and found[1] >= self.frame.last()
        if len(draft.content) != 1 or draft.phrase is None or self.frame.quotes:
            return False
        end = draft.phrase.aside[1] if draft.phrase.aside else draft.phrase.end
        rest = word_count(self.frame, 0, len(self.frame.tokens)) - word_count(self.frame, cue.at, end)
        start = next(j for j, t in enumerate(self.frame.tokens) if t.start >= draft.content[0].start)
        stop = next(
            (j for j, t in enumerate(self.frame.tokens) if t.start >= draft.content[0].end), len(self.frame.tokens)
        )
        return (
            rest <= _REST
            and stop <= cue.at + 1
            and not any(is_finite(self.frame, j, self.speech) for j in range(start, stop))
        )

    # -- drafts ---------------------------------------------------------------------------------------------------
    def _draft(
        self, a: int, b: int, phrase: Phrase | None, parts: tuple[int, ...], act: Act, hedged: bool
    ) -> Draft | None:
        return around_draft(self.frame, self.speech, self.extent, a, b, phrase, parts, act, hedged)
