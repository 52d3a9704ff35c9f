"""Reported content outside quotation marks: that-clauses, bare and fronted clauses, infinitives, objects.

Here is which construction goes before which; each has a finder of its own. Which verbs report nothing stands in
`unsaid`, where content ends inside a relative clause in `relative_ends`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.clauses.extraposed import ExtraposedReader
from depesche.annotate.statements.clauses.relative_ends import RelativeEnds
from depesche.annotate.statements.clauses.sayings import opens_asked
from depesche.annotate.statements.content.bare import BareFinder
from depesche.annotate.statements.content.fronted import FrontedFinder
from depesche.annotate.statements.content.fronted_opened import FrontedOpenedFinder
from depesche.annotate.statements.content.indirect_drafts import IndirectDrafter
from depesche.annotate.statements.content.infinitives import InfinitiveFinder
from depesche.annotate.statements.content.objects import ObjectFinder
from depesche.annotate.statements.content.opened_clauses import OpenedClauseFinder
from depesche.annotate.statements.content.shared import MIN_WORDS, REACH, Found, after_verb
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.cues.unsaid import UnsaidReader
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.once import once
from depesche.annotate.statements.subjects.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.lang.schema.speech import Speech
from depesche.records import Act


@dataclass
class IndirectFinder:
    """Finds what the verbs of one frame report without quoting it whole.

    Its readers are made when a verb first needs one: most verbs are read by the first two or three.
    """

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    speakers: SpeakerFinder
    extent: Extent

    @once
    def bare(self) -> BareFinder:
        return BareFinder(self.frame, self.speech, self.finder, self.extent)

    @once
    def fronted(self) -> FrontedFinder:
        return FrontedFinder(self.frame, self.speech, self.finder, self.extent, self.bare)

    @once
    def fronted_opened(self) -> FrontedOpenedFinder:
        return FrontedOpenedFinder(self.frame, self.speech, self.finder)

    @once
    def objects(self) -> ObjectFinder:
        return ObjectFinder(self.frame, self.speech, self.finder, self.extent)

    @once
    def infinitives(self) -> InfinitiveFinder:
        return InfinitiveFinder(self.frame, self.speech, self.finder, self.extent)

    @once
    def opened(self) -> OpenedClauseFinder:
        shared = self.frame, self.speech, self.finder, self.extent
        return OpenedClauseFinder(*shared, self.bare.openings, self.infinitives)

    @once
    def unsaid(self) -> UnsaidReader:
        return UnsaidReader(self.frame, self.speech, self.finder, self.extent)

    @once
    def extraposed(self) -> ExtraposedReader:
        return ExtraposedReader(self.frame, self.speech, self.extent)

    @once
    def relative_ends(self) -> RelativeEnds:
        return RelativeEnds(self.frame, self.speech, self.finder, self.extent, self.opened)

    @once
    def drafter(self) -> IndirectDrafter:
        return IndirectDrafter(self.frame, self.speech, self.speakers, self.extent)

    def find(self, cue: VerbCue) -> Draft | None:
        """Return the statement a verb reports, None where it reports nothing."""
        if self.unsaid.idle(cue):
            return None
        phrase, side = self.speakers.subject(cue)
        if self.unsaid.by_subject(cue, phrase):
            return None
        found = self._content(cue, phrase, side)
        if found is None and phrase is not None and side == "right" and not self.speech.grammar.verb_second:
            polish = self.speech.table is not None  # where case tells
            phrase, side = self.speakers.cases.before(cue) if polish else self.finder.left(cue.first), "left"
            found = None if polish and phrase is None else self._content(cue, phrase, side)
        if found is None or found.how == "object":
            phrase, found = self._without_bare_noun(cue, phrase, side, found)
        if found is None:
            return None
        if cue.verb.listener:
            if cue.verb.act is not Act.ACCUSE and not self._heard(phrase):
                return None
            phrase, side = None, "agent"  # "the jury heard that", "usłyszał zarzut": nobody is named who said it
        phrase = self._before_content(phrase, found)
        if self.unsaid.by_content(cue, found, phrase, side):
            return None
        inside = self.relative_ends.inside(cue, phrase)
        if inside and found.how in ("of", "inf", "object", "as"):
            found = self.relative_ends.before_finite(found)
        relative = (phrase is not None and phrase.kind == "relative") or self.relative_ends.of_who(cue)
        within = side == "inherit" or relative
        if within and self.unsaid.nameless(cue, found):
            return None
        if (inside and found.how in ("that", "bare", "question")) or self.relative_ends.beside_object(cue, phrase):
            found = self.relative_ends.before_main_verb(cue, found)
        if self._unwilling(cue) and found.how in ("object", "of") and found.stretches[0][0] > cue.at:
            found = Found(((cue.at, found.stretches[0][1]),), "object")
        found = self._before_asked(self.extraposed.with_rest(cue, found))
        least = self._least_words(cue, found)
        spans = tuple(s for a, b in found.stretches if (s := self.extent.span(a, b, least)) is not None)
        return self.drafter.draft(cue, found, spans, phrase, side) if spans else None

    def _without_bare_noun(
        self, cue: VerbCue, phrase: Phrase | None, side: str, found: Found | None
    ) -> tuple[Phrase | None, Found | None]:
        """Part a German subject from an object without an article, which goes before one farther off."""
        before = self.objects.bare_nouns.before(cue, phrase)
        parted = self._content(cue, before, side) if before is not None else None
        if parted is not None and parted.how == "object":
            return before, parted
        return phrase, found

    def _before_content(self, phrase: Phrase | None, found: Found) -> Phrase | None:
        """End a German subject before content that stands between it and its verb: "das Amt | von vierzig sprach".

        A Polish apposition that content opens with is none: "Jak podał sąd, | świadek, który zmarł, kłamał".
        """
        at = found.stretches[0][0] - 1
        if self.speech.table is not None and phrase is not None and phrase.aside and phrase.aside[0] == at + 1:
            return replace(phrase, aside=None)
        if phrase is None or found.how != "of" or not self.speech.grammar.verb_final:
            return phrase
        inside = phrase.start < at < phrase.end and self.speech.has("prepositions", self.frame.lower(at))
        return replace(phrase, end=at) if inside else phrase

    def _before_asked(self, found: Found) -> Found:
        """End an English object or infinitive before who asked for it: "urged fans to wait | when asked by X"."""
        if found.how in ("that", "bare", "fronted") or not self.speech.grammar.subject_first:
            return found
        *rest, (a, b) = found.stretches
        end = next((j for j in range(a + 1, b) if opens_asked(self.frame, j, self.speech)), b)
        return found if end == b else replace(found, stretches=(*rest, (a, end)))

    def _heard(self, phrase: Phrase | None) -> bool:
        """Say whether the subject of a verb like "heard" listens for its office: a jury, a court."""
        words = range(phrase.start, phrase.end) if phrase is not None else ()
        return any(self.speech.has("listeners", self.frame.lower(j)) for j in words)

    def _least_words(self, cue: VerbCue, found: Found) -> int:
        """Return how many words content must have: a charge or demand may be one ("wezwał do ustępstw")."""
        a, b = found.stretches[0]
        if found.how == "that" and self.speech.grammar.subject_first and b - a == 1:
            return MIN_WORDS if self.speech.has("verb_particles", self.frame.lower(a)) else 1  # "had ruled that | out"
        if found.how in ("that", "object", "relative") or len(found.stretches) > 1:
            return 1
        grammar = self.speech.grammar
        if found.how in ("of", "as", "inf") and grammar.verb_final:
            return 1  # "kündigte an, zurückzutreten"
        charge = False
        if found.how == "of" and grammar.subject_first:
            charge = cue.verb.act is not Act.ASSERT or cue.verb.said
            charge = charge and not self.objects.said.points(found.stretches[0][0])
        elif found.how == "of" and self.speech.table is not None:
            charge = cue.verb.act not in (Act.ASSERT, Act.ASK, Act.DENY) or (cue.verb.said and not cue.verb.with_words)
            at = found.stretches[0][0]
            charge = charge or self.frame.lower(at - 1) in cue.verb.claims
            codes = self.speech.reading(self.frame.lower(at))  # "M": as the object of a thing, "na smród"
            named = ("h" in codes and "M" not in codes) or self.finder.name_at(at) is not None
            somebody = cue.verb.act is Act.ASSERT and named
            charge = (charge and not somebody) or self.objects.said.verdict(at, cue)
        elif (
            found.how == "as"
            and cue.voice == "active"
            and grammar.verb_medial
            and self.extent.has_marks(*found.stretches[0])
        ):
            return 1  # "som han kalte «feigt»"
        elif found.how == "of" and grammar.verb_medial:
            charge = cue.verb.act not in (Act.ASSERT, Act.ASK)  # "blev spurgt om | sagen" only names a topic
            charge = charge or cue.verb.said or self.speech.has("appraising_verbs", cue.verb.lemma)
        return 1 if charge else MIN_WORDS

    # -- content ---------------------------------------------------------------------------------------------------
    def _content(self, cue: VerbCue, phrase: Phrase | None, side: str) -> Found | None:
        takes = cue.verb.takes
        after = after_verb(self.frame, cue, phrase)
        steps = (
            ("that", self.opened.that),
            ("question", self.opened.question),
            ("inf", self.infinitives.infinitive),
            ("order", self.infinitives.order),
            ("of", lambda cue, after: self.objects.prepositional.find(cue, after, phrase)),
            ("as", lambda cue, after: self.objects.predicates.find(cue, after, phrase)),
        )
        opening = min(cue.first, phrase.start) if phrase is not None else cue.first
        alone = self.speech.table is not None or self.frame.lower(max(cue.at, *cue.parts) + 1) == ","
        if alone and opening == 1 and self.speech.has("as_words", self.frame.lower(0)):
            found = self.fronted.fronted(cue, phrase, side)
            if found is not None:
                return found
        if (taken := self.objects.relatives.find(cue, phrase)) is not None:
            return taken
        if self.speech.table is not None and (taken_up := self.fronted_opened.whole_sentence(cue, phrase)) is not None:
            return taken_up
        if "bare" in takes and phrase is not None and phrase.end <= cue.first and self.bare.comma_clause(cue, after):
            early = self.bare.bare(cue, after, phrase)
            if early is not None:
                return early
        if self.speech.grammar.verb_medial and side == "right" and "that" in takes:
            told = self.opened.that(cue, after)  # "Før han gikk, sa han at": what stands first is no content
            if told is not None:
                return told
        fronts = bool(takes & {"bare", "that"})
        if self.speech.grammar.verb_medial and not takes & {"bare", "quote"}:
            fronts = False  # "Når det sner, er vognene klar"
        if side == "right" and cue.first > 1 and self.frame.lower(cue.first - 1) == "," and fronts:
            fronted = self.fronted.fronted(cue, phrase, side)
            if fronted is not None:
                return fronted
        asked = (
            self.fronted_opened.question(cue) if cue.refusal is not None and self.speech.grammar.verb_medial else None
        )
        if asked is not None:
            return asked  # "Om skolen stenger, ville han ikke svare på da han gikk"
        beside = self.bare.beside_content(cue, phrase)
        for name, step in steps:
            if name == "question" and beside:
                continue  # "All is lost, he said when he left"
            if name in takes or (name == "question" and (cue.refusal or cue.negated)) or self._announced(name, cue):
                found = step(cue, after)
                if found is not None and (name != "of" or self.objects.said.preposition_reports(cue, found)):
                    return found
        if "that" in takes and (denied := self.fronted_opened.that(cue)) is not None:
            return denied
        if "question" in takes or cue.refusal is not None:
            asked = self.fronted_opened.question(cue)
            if asked is None and self.speech.grammar.subject_first:
                asked = self.fronted_opened.asked_directly(cue, phrase)
            if asked is not None:
                return asked
        if fronts and cue.verb.act is not Act.DENY:
            fronted = self.fronted.fronted(cue, phrase, side)
            if fronted is not None:
                return fronted
        spoken = "quote" in takes and self.speech.table is not None and self.frame.lower(after) == ":"
        if "bare" in takes or spoken or ("that" in takes and self.bare.pronoun_clause(cue, after)):
            bare = self.bare.bare(cue, after, phrase)
            if bare is not None:
                return bare
        if "object" in takes:
            found = self.objects.object(cue, after, phrase)
            return found if found is not None and self.objects.said.object_reports(cue, found, phrase) else None
        if cue.refusal is not None:
            refused = self.objects.refused(cue, after, phrase)
            alone = refused is None and self._unwilling(cue) and not self.extent.own.beside(cue.at, after) < after
            end = self.extent.end(cue.at, cue)
            if phrase is not None and side == "right" and cue.at < phrase.start < end:
                end = phrase.start  # "nie chciał tego komentować | prezes klubu"
            return Found(((cue.at, end),), "object") if alone else refused
        return None

    def _unwilling(self, cue: VerbCue) -> bool:
        """Say whether an infinitive behind its refusal is what is refused: Polish "nie chciał | komentować sprawy"."""
        parted = cue.refusal is not None and cue.voice == "infinitive" and min(cue.parts) < cue.at
        return parted and self.speech.table is not None

    def _announced(self, name: str, cue: VerbCue) -> bool:
        """Say whether an adverb stands for the verb's preposition and a clause: "sprach davon, dass"."""
        if name not in ("that", "inf") or "of" not in cue.verb.takes:
            return False
        near = range(cue.at + 1, min(len(self.frame.tokens) - 1, cue.at + REACH))
        return any(
            self.speech.has("announcers", self.frame.lower(j))
            and self.frame.lower(j).removeprefix("da").removeprefix("r") in cue.verb.prepositions
            for j in near
        )
