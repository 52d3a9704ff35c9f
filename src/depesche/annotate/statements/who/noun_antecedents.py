"""Whom a pronoun means that has no name: an office, firm or document, somebody whom a sentence only tells of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.clauses.main_clauses import lower_verb
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.memory import Memory
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Source, SourceType

_OFFICES: Final = frozenset({"role", "role_m", "role_f", "human"})
_GROUP: Final = 4  # tokens of a sentence in which its subject's noun stands: "The three young men"


@dataclass(slots=True)
class NounAntecedents:
    """Reads the nouns of a report's sentences that pronouns may stand for."""

    text: str
    speech: Speech
    memory: Memory

    def told_of(self, draft: Draft, at: int) -> bool:
        """Say whether a place lies in what a pronoun says, which names another: "Berg is ill, she said"."""
        return any(a <= at < b for a, b in draft.content)

    def common(self, draft: Draft, at: int) -> bool:
        """Say whether the pronoun at `at` is of the common gender: Danish and Norwegian "den"."""
        word = next((t.lower for t in draft.frame.tokens if t.start == at), "")
        return self.speech.grammar.verb_medial and self.speech.has("common_pronouns", word)

    def paper(self, draft: Draft, index: int, at: int) -> Source | None:
        """Return the document that a Danish or Norwegian sentence names before `at` and that "den" or "det" agrees
        with: "Kommissionen fremlagde rapporten. | Den | advarer om, at"."""
        frame = self.memory.frames[index]
        ending = tuple(self.speech.words["common_endings" if self.common(draft, at) else "neuter_endings"])
        for j, token in enumerate(frame.tokens):
            if token.start >= at or not ending:
                break
            entry = self.speech.noun_entry(token.lower)
            definite = entry is not None and token.lower != entry[1] and token.lower.endswith(ending)
            if entry is None or entry[0] != "document" or not definite or self.told_of(draft, token.start):
                continue
            if not self.speech.has("prepositions", frame.lower(j - 1)):
                wording = self.text[token.start : token.end]
                return Source(wording, (wording,), SourceType.ROLE)
        return None

    def person_told(self, draft: Draft, index: int, other: str | None) -> Source | None:
        """Return the one person without a name that a Danish or Norwegian sentence tells of: "Politiet anholdt
        | en 40-årig mand |. Han siger"."""
        frame = self.memory.frames[index]
        if not self.speech.grammar.verb_medial:
            return None
        for j, token in enumerate(frame.tokens):
            entry = self.speech.noun_entry(token.lower)
            if (
                entry is None
                or entry[0] not in _OFFICES
                or entry[0] == f"role_{other}"
                or self._sex(token.lower, other)
            ):
                continue
            if self.speech.has("prepositions", frame.lower(j - 1)) or self.told_of(draft, token.start):
                continue
            opening = range(max(0, j - _GROUP - 2), j)
            new = next((k for k in opening if self.speech.has("indefinite", frame.lower(k))), None)
            definite = token.lower != entry[1] and token.lower.endswith(tuple(self.speech.words["definite_endings"]))
            if new is not None and not any(frame.tokens[k].text == "," for k in range(new, j)):
                whole, wording = (self.text[frame.tokens[k].start : token.end] for k in (new, new + 1))
                return Source(wording, (wording, whole), SourceType.ROLE)
            if definite:
                phrase = Phrase(j, j + 1)
                bearer = self.memory.by_role(replace(draft, frame=frame), phrase, entry[0])
                bearer = bearer or self.memory.described(frame, phrase, age=False)
                if bearer is not None or any(self.memory.persons_before(index)):
                    return bearer if bearer is not None and not self.is_other((bearer,), other) else None
                return Source(token.text, (token.text,), SourceType.ROLE)
        return None

    def _sex(self, word: str, other: str | None) -> bool:
        """Say whether a noun is only for people of the sex a pronoun excludes."""
        return other is not None and self.speech.has("males" if other == "m" else "females", word)

    def is_other(self, who: tuple[Source, ...], other: str | None) -> bool:
        """Say whether a given name or the noun of a role shows a person of the `other` sex: "ein Sprecher", "sie"."""
        if other is None:
            return False
        words = who[0].name.casefold().split()
        kinds = (self.speech.noun_kind(w) for w in words)
        role = next((k for k in kinds if k is not None), None) if who[0].type is SourceType.ROLE else None
        return self.memory.genders.of(who[0].name) == other or role == f"role_{other}"

    def role(self, draft: Draft, index: int, at: int, other: str | None) -> Source | None:
        """Return the one a sentence opens with by office alone ("Statsministeren er orienteret"), for "she" or "he"."""
        frame = self.memory.frames[index]
        if self.speech.table is not None or not frame.tokens or frame.tokens[0].end > at:
            return None
        start = self._past_time(frame, frame.text_start())
        if self.told_of(draft, frame.tokens[start].start):
            return None
        new = self.speech.has("indefinite", frame.lower(start))
        j = start + 1 if self.speech.has("articles", frame.lower(start)) else start
        aged = j + 1 < len(frame.tokens) and frame.tokens[j].text.isdigit()  # its hyphens are tokens, too
        while j < start + _GROUP * (1 + aged) and new and self.speech.noun_kind(frame.lower(j)) is None:
            j += 1  # "En 41-årig mand er sigtet"
        word = frame.lower(j)
        entry = self.speech.noun_entry(word)
        if entry is None or entry[0] not in _OFFICES or entry[0] == f"role_{other}" or self._sex(word, other):
            return None
        definite = word != entry[1] and word.endswith(tuple(self.speech.words["definite_endings"]))
        verb = is_finite(frame, j + 1, self.speech) or lower_verb(frame, j + 1, self.speech)
        if self.speech.grammar.subject_first:
            definite = self.speech.has("noun_articles", frame.lower(start))
            verb = verb or is_past(frame.lower(j + 1), self.speech.lang)
        if self.speech.grammar.verb_final:  # "Der Kapitän, ein 52-Jähriger, wurde gerettet"
            definite = j > start and not new
        verb = verb or frame.lower(j + 1) == ","
        if not (definite or new) or not verb:
            return None
        if new:
            whole, wording = (self.text[frame.tokens[k].start : frame.tokens[j].end] for k in (start, start + 1))
            return Source(wording, (wording, whole), SourceType.ROLE)
        phrase = Phrase(start, j + 1)
        bearer = self.memory.by_role(replace(draft, frame=frame), phrase, entry[0])
        bearer = bearer or self.memory.described(frame, phrase, age=False)
        if bearer is not None and self.is_other((bearer,), other):
            bearer = None
        wording = self.text[frame.tokens[j].start : frame.tokens[j].end]
        return bearer or Source(wording, (wording,), SourceType.ROLE)

    def _past_time(self, frame: Frame, j: int) -> int:
        """Go over the time that opens an English sentence: "At 6.41am | the defendant dialled 999"."""
        if not self.speech.grammar.subject_first or not self.speech.has("prepositions", frame.lower(j)):
            return j
        k = j + 1
        time = self.memory.layers.times.get(frame.tokens[k].start) if k < len(frame.tokens) else None
        while time is not None and k < len(frame.tokens) and frame.tokens[k].start < time.span.end:
            k += 1
        return k + (frame.lower(k) == ",") if time is not None and k < len(frame.tokens) else j

    def house(self, draft: Draft, index: int, gender: str) -> Source | None:
        """Return the firm or office a sentence opens with by its noun: "The company has put out a …", in German with
        the article of the pronoun's gender: "Die Polizei nahm ihn fest. Sie bat um Hinweise"."""
        frame = self.memory.frames[index]
        start = frame.text_start() if frame.tokens else 0
        if not self._opens_house(frame, start, gender):
            return None
        if not self.speech.grammar.subject_first:
            spoke = (d.who for d in self.memory.drafts if d.frame is frame and d.phrase and d.phrase.start == start)
            if (who := next((who for who in spoke if len(who) == 1), None)) is not None:
                return who[0]
        for j in range(start + 1, start + _GROUP):
            kind, following = (self.speech.noun_kind(frame.lower(k)) for k in (j, j + 1))
            if kind in ("institution", "document") and following is None:
                fits = kind == "institution" and self._agrees_noun(frame, j, gender)
                if self.speech.grammar.verb_final and not fits:
                    return None
                phrase = Phrase(start, j + 1)
                meant = self.memory.by_role(replace(draft, frame=frame), phrase, kind)
                meant = meant or self.memory.described(frame, phrase, age=False)
                wording = self.text[frame.tokens[start + 1].start : frame.tokens[j].end]
                self.memory.things.add(wording)
                return meant or Source(wording, (wording,), SourceType.ROLE)
        return None

    def _opens_house(self, frame: Frame, start: int, gender: str) -> bool:
        """Say whether a sentence opens with the article of a house that a pronoun of `gender` can mean."""
        first = frame.lower(start)
        if self.speech.grammar.subject_first:
            return gender == "n" and self.speech.has("noun_articles", first)
        return self.speech.grammar.verb_final and self.speech.has(f"articles_{gender}", first)

    def _agrees_noun(self, frame: Frame, j: int, gender: str) -> bool:
        """Say whether a German noun is a nominative singular behind its article: "Die Polizei", no "Der Polizei"."""
        word = frame.lower(j)
        entry = self.speech.noun_entry(word)
        feminine = word.endswith(tuple(self.speech.words["feminine_endings"] or {" "}))
        return entry is not None and entry[1] == word and (gender == "f" or not feminine)
