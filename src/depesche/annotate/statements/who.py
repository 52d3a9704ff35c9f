"""Who speaks: names in the source phrase, else what a pronoun, role or dropped subject stands for in the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from depesche.annotate.statements.base_forms import base_form
from depesche.annotate.statements.clauses import HARD, is_dash, is_finite
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.dropped import DroppedSubjects
from depesche.annotate.statements.frames import Frame, Layers
from depesche.annotate.statements.heads import PERSON_ROLES, HeadReader
from depesche.annotate.statements.marks import MARKS
from depesche.annotate.statements.memory import Memory
from depesche.annotate.statements.phrases import Phrase
from depesche.annotate.statements.pronouns import Pronouns
from depesche.annotate.statements.words import is_age
from depesche.lang.schema.speech import Noun, Speech
from depesche.records import Name, NameType, Source, SourceType

_MAX_PAIR: Final = 3  # tokens of "the two companies"
_QUALIFIER: Final = 14  # tokens that may qualify a nameless source behind it
_CLOSING: Final = HARD | frozenset(",()")
_MAX_SOURCES: Final = 6
_ARTICLE: Final = 4  # letters of a definite article at most: what is longer may be a possessive
_SHORT_ASIDE: Final = 4  # tokens of an apposition that is hardly more than a name
_TYPES: Final = {
    "role_m": SourceType.ROLE,
    "role_f": SourceType.ROLE,
    "role": SourceType.ROLE,
    "human": SourceType.ROLE,
    "institution": SourceType.ROLE,
    "document": SourceType.ROLE,
    "medium": SourceType.ROLE,
    "collective": SourceType.COLLECTIVE,
    "anonymous": SourceType.ANONYMOUS,
}


@dataclass(slots=True)
class Resolver:
    """Turns source phrases into sources, in order of text; `memory` knows what was said before by whom."""

    text: str
    speech: Speech
    layers: Layers
    memory: Memory
    heads: HeadReader = field(init=False)
    pronouns: Pronouns = field(init=False)

    def __post_init__(self) -> None:
        self.heads = HeadReader(self.text, self.speech, self.layers)
        self.pronouns = Pronouns(self.text, self.speech, self.memory)

    def resolve(self, draft: Draft) -> tuple[Source, ...]:
        """Return the sources of a draft; empty when nobody identifiable says it."""
        phrase = draft.phrase
        if draft.anonymous:
            return ()
        own = phrase is not None and phrase.kind == "own"  # "nach eigenen Angaben"
        if own or (phrase is None and draft.subject is not None and not self.memory.spoke_in(draft.frame)):
            phrase = draft.subject
        if phrase is None:
            return self._dropped(draft) if draft.follows else ()
        if phrase.kind == "relative":
            if phrase.antecedent is None:
                return ()
            last = self.heads.names(draft.frame, *phrase.antecedent)[-1:]
            end = draft.frame.tokens[phrase.antecedent[1] - 1].end
            if last and last[0].type is NameType.PERSON and last[0].span.end == end:
                return (self.memory.source(last[0], None),)  # "attacked by Ida Lund, who said"
            before = self._before_apposition(draft.frame, phrase.antecedent[0])
            if before is not None and not last:
                return (self.memory.source(before, None),)
            return self._nominal(draft, Phrase(*phrase.antecedent))
        if phrase.kind == "pronoun":
            return self._pronoun(draft, phrase)
        if self._own_words(draft.frame, phrase) and (speaker := self.memory.last_speaker(draft)):
            return speaker
        return self._nominal(draft, phrase)

    def _own_words(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is only what somebody put out: "lyder det i en kommentar", "ifølge opslaget"."""
        names = self.heads.names(frame, phrase.start, phrase.end)
        alone = phrase.end == phrase.start + 1 or self.speech.has("indefinite", frame.lower(phrase.start))
        alone = alone and not names and phrase.aside is None
        if not alone or not self.speech.has("own_words", frame.lower(phrase.end - 1)):
            return False
        from_whom = self.speech.has("source_prepositions", frame.lower(phrase.end))
        return not from_whom and not frame.lower(phrase.end - 2).endswith("s")

    def _before_apposition(self, frame: Frame, start: int) -> Name | None:
        """Return the person whose apposition starts at `start`: "Mary Jones, a nurse, who says"."""
        if frame.lower(start - 1) != "," or not self.speech.has("indefinite", frame.lower(start)):
            return None
        end = frame.tokens[start - 2].end if start > 1 else -1
        names = self.heads.names(frame, 0, start)
        return next((n for n in names if n.type is NameType.PERSON and n.span.end == end), None)

    def _dropped(self, draft: Draft) -> tuple[Source, ...]:
        """Return whom a verb without a subject means."""
        dropped = DroppedSubjects(self.text, self.speech, self.memory)
        found = (dropped.announced(draft) or dropped.find(draft)) if self.speech.table else None
        if found is None:
            return self.memory.last_speaker(draft)
        if found.frame is None or found.phrase is None:
            return found.who
        return self._nominal(replace(draft, frame=found.frame), found.phrase)

    # -- pronouns ------------------------------------------------------------------------------------------------
    def _pronoun(self, draft: Draft, phrase: Phrase) -> tuple[Source, ...]:
        word = draft.frame.lower(phrase.start)
        groups = {key.split("_", 1)[1] for key, forms in self.speech.pronouns.items() if word in forms and "_" in key}
        if "1" in groups and len(groups) == 1:
            return ()
        if word in self.speech.words["both"]:
            return self.pronouns.last_two(draft)
        plural = "pl" in groups and not groups & {"m", "f"}
        if "pl" in groups and groups & {"m", "f"} and self.speech.grammar.verb_final:
            plural = self._plural_verb(draft)
        at = draft.frame.tokens[phrase.start].start
        here = any(n.type is NameType.PERSON for n in self.heads.names(draft.frame, 0, phrase.start))
        if self.speech.table is not None and not here:
            who = DroppedSubjects(self.text, self.speech, self.memory).pronoun(draft, frozenset(groups))
            if who:
                return who
        return self.pronouns.antecedent(draft, at, plural=plural, neuter=groups == {"n"}, groups=frozenset(groups))

    def _plural_verb(self, draft: Draft) -> bool:
        """German "sie" is plural when its verb ends in -en."""
        return any(self.text[a:b].casefold().endswith("en") for a, b in draft.cue[:1])

    # -- phrases ---------------------------------------------------------------------------------------------------
    def _nominal(self, draft: Draft, phrase: Phrase) -> tuple[Source, ...]:
        frame = draft.frame
        names = self.heads.names(frame, phrase.start, phrase.end)
        heads = self.heads.find(frame, phrase, names)
        wording = self._wording(frame, phrase)
        if len(heads) > 1:  # "the Institute for War Studies (IWS)"
            heads = [n for n in heads if self.text[n.span.start - 1 : n.span.start] != "("] or heads
        if self.memory.known_media.title_end(frame, phrase.start) == phrase.end and not _one(heads, frame, phrase):
            return (Source(wording, (wording,), SourceType.NAMED),)  # "Se og Hør", of which the last word was a name
        if heads:
            if len(heads) > 1 and (house := self._one_house(heads)) is not None:
                return (house,)
            sources = tuple(self.memory.source(n, wording if len(heads) == 1 else None) for n in heads[:_MAX_SOURCES])
            return self._with_unseen(frame, phrase, heads, sources)
        maker_words = self._maker_words(frame, phrase)
        if maker_words is not None:
            return self._nominal(draft, maker_words)
        if phrase.aside is not None and self.heads.kind(frame, phrase) == "document":
            maker = self.heads.maker_beside(frame, *phrase.aside)
            if maker is not None:
                return (self.memory.source(maker, wording),)
        if phrase.aside is not None:
            aside = [n for n in self.heads.names(frame, *phrase.aside) if n.type is NameType.PERSON]
            short = phrase.aside[1] - phrase.aside[0] <= _SHORT_ASIDE
            person = self.heads.kind(frame, phrase) in PERSON_ROLES
            if aside and (short or person):
                return (self.memory.source(aside[0], wording),)
            if person and short and (unseen := self._capitals(frame, *phrase.aside)) is not None:
                return (Source(unseen, (unseen, unseen.split()[-1], wording), SourceType.NAMED),)
        if self._means_two(frame, phrase):
            both = self.pronouns.last_two(draft)
            if both:
                return both
        if self.speech.table is not None and wording.casefold() in self.speech.words["others"]:
            return (Source(wording, (wording,), SourceType.COLLECTIVE),)
        if self._some(frame, phrase):
            return (Source(wording, (wording,), SourceType.ANONYMOUS),)
        if (
            not self._definite_document(frame, phrase)
            and all(
                frame.lower(j) in self.speech.words["report_nouns"] or self.speech.has("articles", frame.lower(j))
                for j in range(phrase.start, phrase.end)
            )
            and not self._is_document(draft, phrase)
        ):
            return ()
        if self._only_speech(frame, phrase):
            return ()
        return self._by_noun(draft, phrase, wording, names)

    def _one_house(self, heads: list[Name]) -> Source | None:
        """Return names that follow each other without a word between as the one house they name: "Kenya Airways"."""
        adjacent = all(b.span.start == a.span.end + 1 for a, b in pairwise(heads))
        if not adjacent or any(n.type is NameType.PERSON for n in heads):
            return None
        name = self.text[heads[0].span.start : heads[-1].span.end]
        return Source(name, (name,), SourceType.NAMED)

    def _some(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a word for some number of people stands alone: "another complained", "some say"."""
        word, alone = frame.lower(phrase.start), phrase.end == phrase.start + 1
        fits = self.speech.has("articles", word) and not self.speech.has("noun_articles", word)
        return alone and fits and self.speech.grammar.subject_first and not self.speech.has("pointers", word)

    def _definite_document(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether one known document speaks: "the report said", not "according to reports"."""
        definite = self.speech.grammar.subject_first and self.speech.has("noun_articles", frame.lower(phrase.start))
        return definite and self.heads.kind(frame, phrase) == "document"

    def _maker_words(self, frame: Frame, phrase: Phrase) -> Phrase | None:
        """Return the nouns for who put a document out: "en erklæring fra | ministeriet"."""
        if not self.speech.grammar.verb_medial or self.heads.kind(frame, phrase) != "document":
            return None
        inside = range(phrase.start + 1, phrase.end - 1)
        at = next((j for j in inside if self.speech.has("source_prepositions", frame.lower(j))), None)
        if at is None:
            return None
        kinds = {self.speech.noun_kind(frame.lower(j)) for j in range(at + 1, phrase.end)}
        makers = kinds & {"institution", "collective", "role", "role_m", "role_f"}
        return Phrase(at + 1, phrase.end) if makers else None

    def _is_document(self, draft: Draft, phrase: Phrase) -> bool:
        """Say whether a noun of reporting is a document or medium that speaks itself: "laut einer Umfrage"."""
        kind = self.heads.kind(draft.frame, phrase)
        articled = self.speech.has("articles", draft.frame.lower(phrase.start))
        return kind is not None and (draft.how == "headline" or (articled and self.speech.grammar.verb_final))

    def _capitals(self, frame: Frame, a: int, b: int) -> str | None:
        """Return an apposition of two or three capitalised words, a name that nobody saw: ", Gary Tench,"."""
        named = b - a in (2, 3) and all(t.text[0].isupper() and t.text.isalpha() for t in frame.tokens[a:b])
        return self._wording(frame, Phrase(a, b)) if named and not self.speech.grammar.verb_final else None

    def _means_two(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase takes up two just named: "both", "the two companies", "die beiden"."""
        if phrase.end - phrase.start > _MAX_PAIR:
            return False
        first, second = frame.lower(phrase.start), frame.lower(phrase.start + 1)
        definite = self.speech.has("articles", first) and not self.speech.has("indefinite", first)
        if self.speech.has("both", first):
            return True
        taken_up = self.speech.has("both", second) or self.speech.has("two", second)
        return definite and phrase.end - phrase.start > 1 and taken_up

    def _only_speech(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is what was said, nobody who says it: "lød svaret"."""
        word = frame.lower(phrase.start)
        said = any(isinstance(e, Noun) for e in self.speech.index.get(word, ()))
        return said and phrase.end == phrase.start + 1 and self.speech.noun_kind(word) is None

    def _wording(self, frame: Frame, phrase: Phrase) -> str:
        """Return a phrase as it stands, without the negation of the verb after it: "Szef rządu | nie chciał"."""
        end = phrase.end
        while end > phrase.start + 1 and self.speech.has("negations", frame.lower(end - 1)):
            end -= 1
        return self.text[frame.tokens[phrase.start].start : frame.tokens[end - 1].end]

    def _with_unseen(
        self, frame: Frame, phrase: Phrase, heads: list[Name], sources: tuple[Source, ...]
    ) -> tuple[Source, ...]:
        """Add the other half of "Apple and Google" where the name finder saw only one of them."""
        pair = phrase.end - phrase.start == _MAX_PAIR and self.speech.has("conjunctions", frame.lower(phrase.start + 1))
        if not pair or len(heads) != 1 or self.speech.grammar.verb_final:
            return sources
        first = heads[0].span.start != frame.tokens[phrase.start].start
        token = frame.tokens[phrase.start if first else phrase.end - 1]
        if (
            not token.text[0].isupper()
            or self.speech.noun_kind(token.lower)
            or self.speech.has("articles", token.lower)
        ):
            return sources
        unseen = Source(token.text, (token.text,), SourceType.NAMED)
        return (unseen, *sources) if first else (*sources, unseen)

    def _unseen_name(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return the full name after a person's role that the name finder missed: nobody else is meant by it."""
        start = phrase.end - 2
        if start <= phrase.start or self.speech.grammar.verb_final:
            return None
        tail = [frame.tokens[j] for j in (start, start + 1)]
        small = frame.tokens[start - 1].text[0].islower()
        named = small and all(t.text[0].isupper() and t.text[1:].islower() and t.text.isalpha() for t in tail)
        known = any(self.speech.noun_kind(t.lower) for t in tail)
        person = self.heads.kind(frame, Phrase(phrase.start, start)) in PERSON_ROLES
        return f"{tail[0].text} {tail[1].text}" if named and person and not known else None

    def _by_noun(self, draft: Draft, phrase: Phrase, wording: str, names: list[Name]) -> tuple[Source, ...]:
        """A phrase without a name as its head: someone the report named with that role, else the phrase itself."""
        frame = draft.frame
        if (unseen := self._unseen_name(frame, phrase)) is not None and not names:
            return (Source(unseen, (unseen, wording), SourceType.NAMED),)
        bearer = self.memory.by_surname(frame, phrase) if not names else None
        if bearer is not None:
            return (self.memory.source(bearer, wording),)
        others = any(frame.lower(j) in self.speech.words["others"] for j in range(phrase.start, phrase.end))
        included = self._included(frame, phrase, whole=others)
        kind = self.heads.kind(frame, phrase)
        if included and others:
            return tuple(self.memory.source(n, None) for n in included)
        known = self.memory.by_role(draft, phrase, kind)
        if known is None and kind == "institution" and not names:
            known = self.memory.by_house(frame, phrase)
        age = is_age(frame, phrase, self.speech)
        if known is None and not any(n.type is NameType.PERSON for n in names):
            known = self.memory.described(frame, phrase, age)
        if known is None and not names and (kind in PERSON_ROLES or age):
            known = self._called_anew(draft, phrase)
        base = (
            known
            if known is not None
            else Source(
                self._clean(wording),
                (wording,),
                SourceType.ROLE if age else _TYPES.get(kind or "", SourceType.COLLECTIVE),
            )
        )
        if known is None and self.speech.table is not None:
            base = Source(base_form(base.name, self.speech), base.forms, base.type, base.entity)
        if kind in ("document", "medium", "institution"):
            self.memory.things.add(base.name)
        if known is None and (kind == "anonymous" or self._unnamed(frame, phrase)):
            base = Source(base.name, (wording,), SourceType.ANONYMOUS)
        longer = self._longer(draft, phrase)
        if known is None and not names and longer not in base.forms:
            base = Source(base.name, (*base.forms, longer), base.type, base.entity)
        if known is None and (short := self._before_participle(frame, phrase)) is not None:
            base = Source(base.name, (*base.forms, short), base.type, base.entity)
        plain = self._base_form(wording) if known is None and self.speech.grammar.verb_final else wording
        if plain != wording:
            base = Source(base.name, (*base.forms, plain), base.type, base.entity)
        if known is not None and wording not in base.forms:
            base = Source(base.name, (*base.forms, wording), base.type, base.entity)
        return (base, *(self.memory.source(n, None) for n in included))

    def _called_anew(self, draft: Draft, phrase: Phrase) -> Source | None:
        """Return who just spoke and goes on under a new description: "Nand said so. The MP added that …"."""
        frame, wording = draft.frame, self._wording(draft.frame, phrase)
        said = self.memory.drafts[-1] if self.memory.drafts else None
        if said is None or not wording.casefold().startswith("the "):
            return None
        near = frame.index - said.frame.index <= 2
        one = len(said.who) == 1 and said.who[0].name in self.memory.persons
        fresh = wording[4:] not in self.text[: frame.tokens[0].start]
        return said.who[0] if near and one and fresh and phrase.aside is None else None

    def _before_participle(self, frame: Frame, phrase: Phrase) -> str | None:
        """Return an English source without the participle that describes it: "analysts | quoted by X"."""
        past = tuple(self.speech.words["past_endings"])
        if not self.speech.grammar.subject_first:
            return None
        for j in range(phrase.start + 1, phrase.end - 1):
            if frame.lower(j).endswith(past) and self.speech.has("prepositions", frame.lower(j + 1)):
                return self._wording(frame, Phrase(phrase.start, j))
        return None

    def _base_form(self, wording: str) -> str:
        """Return a German phrase with its noun in the nominative: "des Trainers", "Forschern"."""
        words = self._clean(wording).split(" ")
        for i, word in enumerate(words):
            entry = self.speech.noun_entry(word.casefold())
            if entry is not None and word.casefold().startswith(entry[1]):
                return " ".join([*words[:i], word[: len(entry[1])], *words[i + 1 :]])
        return wording

    def _longer(self, draft: Draft, phrase: Phrase) -> str:
        """Return a nameless source with what qualifies it: "papers | filed at the district court"."""
        frame, j = draft.frame, phrase.end
        told = self.speech.grammar.verb_medial and frame.lower(j) in self.speech.pronouns["relative"]
        while j < min(frame.last(), phrase.end + _QUALIFIER):
            text = frame.tokens[j].text
            place = self.layers.names.get(frame.tokens[j + 1].start) if text == "," else None
            if place is not None and place.type is NameType.PLACE:
                j += 2  # "in Clark County, Nevada"
                continue
            if text in _CLOSING or text in MARKS or is_dash(frame, j):
                break
            if not told and is_finite(frame, j, self.speech):
                break  # "kilder | som kjenner saken" have a verb of their own
            if self._reports(draft, j) or self._ends_noun(frame, j):
                break
            j += 1
        return self.text[frame.tokens[phrase.start].start : frame.tokens[j - 1].end]

    def _reports(self, draft: Draft, j: int) -> bool:
        """Say whether the word at `j` reports."""
        at = draft.frame.tokens[j].start
        return any(a <= at < b for a, b in draft.cue)

    def _ends_noun(self, frame: Frame, j: int) -> bool:
        """Say whether a word can't qualify a noun: a time, "that", a separated prefix."""
        word = frame.lower(j)
        apart = self.speech.has("complementizers", word) or self.speech.has("particles", word)
        return apart or frame.tokens[j].start in self.layers.times

    def _unnamed(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase says why somebody knows instead of who it is: "people familiar with the matter"."""
        return any(self.speech.has("familiar", frame.lower(j)) for j in range(phrase.start + 1, phrase.end))

    def _included(self, frame: Frame, phrase: Phrase, whole: bool) -> list[Name]:
        """Return the names after "including" in the phrase or its aside, anywhere in the frame with `whole`."""
        limit = phrase.aside[1] if phrase.aside else phrase.end
        limit = len(frame.tokens) if whole else min(len(frame.tokens), max(limit, phrase.end) + 14)
        for j in range(phrase.start, limit if whole else min(limit, phrase.end + 3)):
            if self._is_including(frame, j):
                return self._listed(frame, j + 1, limit)
        return []

    def _listed(self, frame: Frame, a: int, limit: int) -> list[Name]:
        """Return the names of a list that starts at `a`: the first, and those joined to it by commas and "and"."""
        found: list[Name] = []
        j = a
        while j < limit and len(found) < _MAX_SOURCES:
            name = self.layers.names.get(frame.tokens[j].start)
            if name is not None:
                found.append(name)
                while j < limit and frame.tokens[j].start < name.span.end:
                    j += 1
            elif found and not (frame.tokens[j].text == "," or self.speech.has("conjunctions", frame.lower(j))):
                break
            else:
                j += 1
        return found

    def _is_including(self, frame: Frame, j: int) -> bool:
        if frame.lower(j) in self.speech.words["including"]:
            return True
        return any(
            all(frame.lower(j + k) == w for k, w in enumerate(words))
            for words in self.speech.phrases.get("including_phrases", ())
        )

    def _clean(self, wording: str) -> str:
        """Return a phrase without its article; of "Polizeiangaben" the police."""
        wording = wording.strip("„“”\"»«'’‘ ") or wording
        if wording.endswith(")") and wording[:-1].rpartition("(")[2].isdigit():
            wording = wording.rpartition("(")[0].rstrip()  # "Mannen (34)"
        lower = wording.casefold()
        for noun in sorted(self.speech.words["report_nouns"]):
            if lower.endswith(noun) and 3 < len(lower) - len(noun) == len(wording) - len(noun) and " " not in wording:
                return wording[: -len(noun)].rstrip("-")
        first, _, rest = wording.partition(" ")
        if self.speech.has("prepositions", rest.partition(" ")[0].casefold()):
            return wording  # "sju av ti"
        article = len(first) <= _ARTICLE or self.speech.has("indefinite", first.casefold())
        return rest if rest and first.casefold() in self.speech.words["articles"] and article else wording


def _one(heads: list[Name], frame: Frame, phrase: Phrase) -> bool:
    """Say whether one name covers a phrase."""
    return len(heads) == 1 and heads[0].span.start == frame.tokens[phrase.start].start


def forms_by_entity(names: Iterable[Name], text: str) -> dict[str, tuple[str, ...]]:
    """Return the wordings of every entity in a report, commonest order of appearance."""
    found: dict[str, list[str]] = defaultdict(list)
    for n in names:
        wording = text[n.span.start : n.span.end]
        key = entity_key(n)
        if wording not in found[key]:
            found[key].append(wording)
    return {key: tuple(forms) for key, forms in found.items()}


def entity_key(name: Name) -> str:
    """Return what tells one bearer of names from another inside a report."""
    return name.entity or f"name:{name.name or name.lemma}"
