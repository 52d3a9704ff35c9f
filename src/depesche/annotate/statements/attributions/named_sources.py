"""Knows where the source ends that stands after "according to": names in marks, asides, genitives, relative clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite, opens_clause, word_count
from depesche.annotate.statements.frames.frame import DASHES, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.agreement import PERSONS, Agreement
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.lang.schema.genders import gender
from depesche.lang.schema.morphology import NOMINATIVE, VERBAL
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_SECOND: Final = 12  # tokens behind a source in which the verb stands that is second in its sentence
_NOUN: Final = 6  # tokens between "zgodnie z" and its noun
_OPENING: Final = 3  # tokens before a source that opens its sentence: "But according to"


@dataclass(slots=True)
class NamedSourceReader:
    """Reads the source behind a preposition in one frame."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder

    def phrase(self, start: int) -> tuple[Phrase, int] | None:
        """Return the phrase after a preposition with the token after it: a name may be followed by an aside."""
        frame = self.frame
        if start >= len(frame.tokens):
            return None
        if self._object_pronoun(start):
            return Phrase(start, start + 1, "pronoun"), start + 1
        first = start
        while first < len(frame.tokens) and frame.tokens[first].text in DASHES:
            first += 1
        if first < len(frame.tokens) and frame.tokens[first].text in MARKS:
            quoted = self._quoted_name(first)
            if quoted is not None:
                return quoted
        found = self.finder.right(first)
        if found is None or word_count(frame, found.start, found.end) < 1:
            return None
        if found.end == found.start + 1 and frame.tokens[found.start].text[0].isdigit():
            return None
        found = self.genitive_run(found)
        if self.speech.grammar.subject_first and (told := self._with_relative(found)) is not None:
            return told
        end = self._relative_end(found.end)
        if end != found.end:
            return Phrase(found.start, end), end
        if found.aside and found.aside[1] >= frame.last() and start <= _OPENING and self.speech.grammar.subject_first:
            return Phrase(found.start, found.end, found.kind), found.end  # "According to the suit, the plan breaks it."
        if found.aside and start <= _OPENING and self._subject_beside(found.aside):
            return Phrase(found.start, found.end, found.kind), found.end
        if found.aside and found.aside[1] < len(frame.tokens) and frame.tokens[found.aside[1]].text in {",", ")"}:
            return found, found.aside[1] + 1
        if found.aside:
            return (
                (found, found.aside[1])
                if found.aside[1] >= frame.last()
                else (Phrase(found.start, found.end, found.kind), found.end)
            )
        return self._to_verb(found, start)

    def _to_verb(self, found: Phrase, start: int) -> tuple[Phrase, int]:
        """Go over where somebody works who opens a Danish or Norwegian sentence: its verb comes next, "ifølge lege Ann
        Moe | ved Haukeland | kan"."""
        frame, speech = self.frame, self.speech
        opens = speech.grammar.verb_medial and start <= _OPENING and found.kind == "np"
        if opens and speech.has("prepositions", frame.lower(found.end)):
            place = self.finder.name_at(found.end + 1)
            if place is not None and is_finite(frame, place, speech):
                return Phrase(found.start, place), place
        return found, found.end

    def to_verb(self, end: int) -> int:
        """Return where the finite verb stands that is second behind a Scandinavian source: "ifølge tall fra SSB | er".

        The end given stays where no verb is near, or the source may be longer than its own clause.
        """
        frame, speech = self.frame, self.speech
        for j in range(end, min(end + _SECOND, frame.last())):
            if is_finite(frame, j, speech) or self.finder.time_at(j) is not None or self.finder.is_reporting(j):
                return j
            if (
                opens_clause(frame, j, speech)
                or not frame.tokens[j].text[0].isalnum()
                or speech.has_any(("relative", "complementizers"), frame.lower(j))
            ):
                return end
        return end

    def with_noun(self, start: int) -> tuple[Phrase, int] | None:
        """Return a Polish source with its noun for what is said: the owner behind that, "z planem | ministerstwa"."""
        frame, speech = self.frame, self.speech
        near = range(start, min(len(frame.tokens), start + _NOUN))
        at = next((j for j in near if speech.has("said_nouns", frame.lower(j))), None)
        if at is None or any(not frame.tokens[j].text[0].isalnum() for j in range(start, at)):
            return None
        end = at + 1
        while {*speech.reading(frame.lower(end))} & {*"gjo"} == {"j"}:
            end += 1  # "z komunikatem | giełdowym"
        linked = speech.has("noun_prepositions", frame.lower(end))
        genitive = "g" in speech.reading(frame.lower(end)) or self.finder.name_at(end) is not None
        owner = self.finder.right(end + linked) if linked or genitive else None
        return (self.genitive_run(owner) if owner is not None else Phrase(start, end)), at

    def _with_relative(self, found: Phrase) -> tuple[Phrase, int] | None:
        """Go over an English relative clause: "according to two people who saw it, …", ", who was not named"."""
        frame, relatives = self.frame, self.speech.pronouns["relative"]
        at = found.aside[1] if found.aside else found.end
        comma = frame.lower(at) == ","
        if frame.lower(at + comma) not in relatives:
            return None
        end = next((j for j in range(at + comma + 1, frame.last()) if frame.tokens[j].text == ","), frame.last())
        if found.aside and comma and found.aside[1] <= frame.last() and not self._names(*found.aside):
            return None  # "according to the bank, the talks, which began in May, had failed"
        return Phrase(found.start, found.end, found.kind, aside=(at + comma, end)), end

    def _names(self, a: int, b: int) -> bool:
        return any(self.finder.name_at(j) is not None for j in range(a, b))

    def _subject_beside(self, aside: tuple[int, int]) -> bool:
        """Say whether what follows an English source and its comma is the subject of what is said, with an aside."""
        frame, speech = self.frame, self.speech
        if not speech.grammar.subject_first or frame.lower(aside[1]) != ",":
            return False
        return frame.lower(aside[1] + 1) in speech.pronouns["relative"] or is_finite(frame, aside[1] + 1, speech)

    def genitive_run(self, found: Phrase) -> Phrase:
        """Cut a Polish source phrase where its genitives end: "zdaniem sądu | ustawa jest jasna"."""
        if self.speech.grammar.verb_final and found.kind == "np":
            return self._before_bare_noun(found)
        if self.speech.table is None or found.kind != "np":
            return found
        if found.aside and self.opens_nominative(found.aside[0]):
            found = Phrase(found.start, found.end)  # "zdaniem śledczych, | kierowca, który jechał bez świateł, zasnął"
        agreement = Agreement(self.frame, self.speech, self.finder)
        j = found.start + 1
        while j < found.end:
            if self._leads_on(j) and not self.finder.inside_name(j):
                return Phrase(found.start, j)
            behind = any(self.speech.has("prepositions", self.frame.lower(k)) for k in range(found.start, j))
            headed = any(
                "o" in self.speech.reading(self.frame.lower(k)) or self.finder.name_at(k) for k in range(found.start, j)
            )
            if (
                headed
                and not self.finder.inside_name(j)
                and self._leaves_genitive(j, agreement, "gail" if behind else "g")
            ):
                return Phrase(found.start, j - 2 if self.frame.lower(j - 1) == "-" else j)  # "40-letni"
            j = max(j + 1, self.finder.name_at(j) or 0)
        whole = found.aside or self.frame.lower(found.end) == ","
        return Phrase(found.start, found.end - 1) if not whole and self._leaves_object(found, agreement) else found

    def opens_nominative(self, j: int) -> bool:
        """Say whether what stands at `j` can't go on with a Polish source, which stands in the genitive."""
        j += self.frame.lower(j) == ","
        while self.frame.lower(j).isdigit() or self.frame.lower(j) in {"-", *MARKS}:
            j += 1  # "40-letni", "dziennika „Fakt” | minister"
        agreement = Agreement(self.frame, self.speech, self.finder)
        if (name := agreement.name(j)) is not None:
            return name.type is not NameType.ORGANIZATION and self._in_nominative(j, name, agreement)
        found = set(self.speech.reading(self.frame.lower(j)))
        return bool(found & NOMINATIVE) and "g" not in found

    def _leaves_object(self, found: Phrase, agreement: Agreement) -> bool:
        """Say whether the last word belongs to the verb behind it: "według telewizji | list wysłano", "według służb |
        epicentrum leżało"."""
        last = found.end - 1
        if last == found.start or self.finder.inside_name(last) or self.finder.name_at(last) is not None:
            return False
        behind, word = set(self.speech.reading(self.frame.lower(found.end))), self.frame.lower(last)
        if behind == {"8"}:
            return "a" in self.speech.reading(word) and self.frame.tokens[last].text[0].islower()
        verb = frozenset(behind & VERBAL)
        noun = "o" in self.speech.reading(word) and self.frame.tokens[last].text[0].islower()
        headed = any(self._is_head(k) for k in range(found.start, last))
        return noun and headed and is_finite(self.frame, found.end, self.speech) and agreement.agrees(last, verb, False)

    def _before_bare_noun(self, found: Phrase) -> Phrase:
        """Cut a German source before a noun that nothing ties to it: "nach Angaben der Regierung | Drohnen …"."""
        for j in range(found.start + 1, found.end):
            bare = self.frame.lower(j - 1).endswith(tuple(self.speech.words["bodies"]))
            free = self.finder.name_at(j) is None and not self.finder.inside_name(j)
            if bare and free and self.frame.tokens[j].text[0].isupper():
                return Phrase(found.start, j)
        return found

    def _is_head(self, k: int) -> bool:
        return "o" in self.speech.reading(self.frame.lower(k)) or self.finder.name_at(k) is not None

    def _leads_on(self, j: int) -> bool:
        """Say whether a preposition opens the clause, no attribute: "według sąsiadów | do kłótni doszło"."""
        word = self.frame.lower(j)
        if not self.speech.has("prepositions", word) or self.speech.has("noun_prepositions", word):
            return False
        before = set(self.speech.reading(self.frame.lower(j - 1)))
        return "j" not in before or "o" in before  # "sondażu przeprowadzonego | przez X"

    def _leaves_genitive(self, j: int, agreement: Agreement, cases: str) -> bool:
        """Say whether the word at `j` can't go on with a phrase in one of the `cases`."""
        if self.speech.has("titles", self.frame.lower(j)):
            return False
        name = agreement.name(j)
        if name is not None and name.type is not NameType.ORGANIZATION and cases == "g":
            return self._in_nominative(j, name, agreement)
        speech, word, before = self.speech, self.frame.lower(j), self.frame.lower(j - 1)
        if before in speech.pronouns["object_pl"] and speech.has("prepositions", self.frame.lower(j - 2)):
            return True  # "według jednego z nich | para"
        if any(speech.has(g, w) for g in ("prepositions", "conjunctions") for w in (word, before)):
            return False
        name = agreement.name(j)
        if name is not None:
            titled = speech.noun_kind(before) in PERSONS or self.finder.inside_name(j - 1)
            titled = titled or self.frame.tokens[j - 1].text[0].isupper()
            return titled and agreement.is_base(j, name) and not self.frame.tokens[j].text.isupper()
        found = speech.reading(word)
        if not found or self.frame.tokens[j].text[0].isupper():
            return False
        return not set(cases) & set(found) or agreement.is_title(word)

    def _in_nominative(self, j: int, name: Name, agreement: Agreement) -> bool:
        """Say whether a name can be nothing but a subject: "według wywiadu | Rosja straciła"."""
        tokens = self.frame.tokens[j : self.finder.name_at(j)]
        if tokens[0].text.isupper() or not agreement.is_base(j, name):
            return False
        if name.type is NameType.PERSON:
            first, last = tokens[0].lower, tokens[-1].lower  # a woman's name may never inflect
            if len(tokens) > 1 and first.endswith("a") and gender(name.lemma) == "f":
                return True  # "zdaniem obrony | Anna Nowak"
            if len(tokens) > 1 and first[-1].isalpha() and first[-1] not in "aeiouyąęó":
                return gender(name.lemma) != "f"  # "zdaniem znawców | Nicolás Maduro potrzebuje"
            return not (gender(name.lemma) == "f" and last[-1] != "a") and last[-1] not in "oiue"
        last = tokens[-1].lower
        return last.endswith("a") or "g" not in self.speech.reading(last)  # "zdaniem dyplomaty UE | Bruksela"

    def _quoted_name(self, i: int) -> tuple[Phrase, int] | None:
        """Read a name in marks: laut „Reuters“."""
        for j in range(i + 2, min(len(self.frame.tokens), i + 8)):
            if self.frame.tokens[j].text in MARKS:
                return Phrase(i + 1, j), j + 1
        return None

    def _relative_end(self, end: int) -> int:
        """Go over a relative clause without commas: "ifølge en måling som ble tatt forrige uke vil …"."""
        frame, speech = self.frame, self.speech
        word = frame.lower(end)
        made = speech.noun_kind(frame.lower(end - 1)) in (None, "document") and frame.tokens[end - 1].text[0].islower()
        if made and speech.grammar.verb_medial and speech.has("passive_by", frame.lower(end + 1)):
            maker = self.finder.right(end + 2)  # "en måling gjort av Norstat"
            if maker is not None and frame.tokens[end].text[0].islower():
                return self._commissioned(maker.end)
        if not speech.grammar.verb_medial or not speech.has("relative", word):
            return end
        finite = [j for j in range(end + 1, frame.last()) if is_finite(frame, j, speech)]
        comma = next((j for j in range(end, frame.last()) if frame.tokens[j].text == ","), None)
        if len(finite) >= 2 and (comma is None or finite[1] < comma):
            return finite[1]
        return end

    def _commissioned(self, end: int) -> int:
        """Go over whom a poll was made for: "gjort av Norstat for NRK"."""
        if self.speech.has("noun_prepositions", self.frame.lower(end)):
            return self.finder.name_at(end + 1) or end
        return end

    def _object_pronoun(self, i: int) -> bool:
        word = self.frame.lower(i)
        owns = self.speech.has("articles", word) or self.speech.grammar.verb_final
        if owns and not self.finder.pronoun_alone(i):
            return False
        return any(word in forms for key, forms in self.speech.pronouns.items() if not key.startswith("possessive"))
