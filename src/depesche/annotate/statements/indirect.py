"""Reported content outside quotation marks: that-clauses, bare and fronted clauses, infinitives, objects."""

from __future__ import annotations

from dataclasses import dataclass, field

from depesche.annotate.statements.bare import BareFinder
from depesche.annotate.statements.clauses import is_finite
from depesche.annotate.statements.content import MIN_WORDS, REACH, Found, after_verb
from depesche.annotate.statements.cues import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import Frame
from depesche.annotate.statements.fronted import FrontedFinder
from depesche.annotate.statements.infinitives import InfinitiveFinder
from depesche.annotate.statements.main_clauses import main_clause_at
from depesche.annotate.statements.objects import ObjectFinder
from depesche.annotate.statements.opened_clauses import OpenedClauseFinder
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.speakers import SpeakerFinder
from depesche.annotate.statements.verb_groups import phase_at
from depesche.lang.schema.genders import gender
from depesche.lang.schema.speech import Noun, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import Act, Span, StatementKind


@dataclass(slots=True)
class IndirectFinder:
    """Finds what the verbs of one frame report without quoting it whole."""

    frame: Frame
    speech: Speech
    finder: PhraseFinder
    speakers: SpeakerFinder
    extent: Extent
    bare: BareFinder = field(init=False)
    fronted: FrontedFinder = field(init=False)
    objects: ObjectFinder = field(init=False)
    infinitives: InfinitiveFinder = field(init=False)
    opened: OpenedClauseFinder = field(init=False)

    def __post_init__(self) -> None:
        shared = self.frame, self.speech, self.finder, self.extent
        self.bare = BareFinder(*shared)
        self.fronted = FrontedFinder(*shared, self.bare)
        self.objects = ObjectFinder(*shared)
        self.infinitives = InfinitiveFinder(*shared)
        self.opened = OpenedClauseFinder(*shared, self.bare.openings, self.infinitives)

    def find(self, cue: VerbCue) -> Draft | None:
        """Return the statement a verb reports, None where it reports nothing."""
        could = cue.auxiliary is not None and self._has("said_modals", cue.auxiliary) and cue.voice == "infinitive"
        if cue.voice == "infinitive" and not (cue.refusal or could or self._phase(cue)):
            return None
        if cue.modal and cue.voice == "active" and not cue.negated and not cue.refusal:
            return None
        phrase, side = self.speakers.subject(cue)
        if cue.first == 0 and phrase is None and cue.voice == "active" and self.speech.grammar.base_form_nouns:
            return None
        if cue.first == 0 and cue.voice == "active" and self.speech.grammar.verb_second and self._named_after(cue):
            return None
        if cue.verb.written and not self._written(phrase):
            return None
        if self._asked_by_all() or (cue.voice == "infinitive" and not cue.refusal and self._written(phrase)):
            return None  # "Who says that it is over?"; "analyses will show that"
        if self._unsaid_by_anyone(cue, phrase):
            return None
        if phrase is not None and self.speech.grammar.drop_subject and self._points(phrase):
            return None
        if phrase is None and self._has("clause_relatives", cue.first - 1) and self.frame.lower(cue.first - 2) == ",":
            return None  # "…, co potwierdza, że się bał"
        if phrase is None and self.speech.table is not None and self._only_this(cue.first - 1):
            return None  # "To potwierdza, że się bał"
        if self._homograph(cue) and not self.finder.can_speak(phrase):
            return None
        found = self._content(cue, phrase, side)
        if found is None and phrase is not None and side == "right" and not self.speech.grammar.verb_second:
            phrase, side = self.finder.left(cue.first), "left"
            found = self._content(cue, phrase, side)
        if cue.verb.listener and cue.verb.act is Act.ACCUSE:
            phrase, side = None, "agent"  # "usłyszał zarzut kradzieży"
        elif cue.verb.listener:
            if phrase is None or not any(self._has("listeners", j) for j in range(phrase.start, phrase.end)):
                return None
            phrase, side = None, "agent"  # "the jury heard that": nobody is named who said it
        if could and (found is None or found.how not in ("that", "bare", "question")):
            return None  # "musste den Saal räumen"
        loose = found is not None and found.how not in ("that", "bare", "fronted", "question")
        weak = loose or "quote" not in cue.verb.takes
        if found is not None and weak and cue.voice == "infinitive" and not cue.refusal and self._able(cue):
            return None
        if found is None or (loose and cue.verb.human and not self.finder.can_speak(phrase)):
            return None
        if (loose or cue.verb.human) and self._speechless(phrase):
            return None
        unspoken = phrase is not None and (loose or cue.voice == "infinitive") and self._no_person(phrase)
        if unspoken and not (found.how != "object" and self._told_of_house(cue, found)):
            return None  # "Det krever mot", "Det vil si at"
        if phrase is None and side == "agent" and self._unsaid(cue, found):
            return None
        relative = (phrase is not None and phrase.kind == "relative") or self._passive_relative(cue)
        relative = relative or (self.speech.grammar.subject_first and cue.voice == "passive" and cue.auxiliary is None)
        relative = relative or (self.speech.table is not None and self.extent.leading.holds(cue))
        if relative and found.how in ("of", "inf", "object", "as"):
            found = self._inside_relative(found)
        if (side == "inherit" or (phrase is not None and phrase.kind == "relative")) and self._nameless(cue, found):
            return None
        if relative and found.how in ("that", "bare", "question"):
            found = self._before_main_verb(found)
        if self._unwilling(cue) and found.how in ("object", "of"):
            found = Found(((cue.at, found.stretches[0][1]),), "object")
        charge = found.how == "of" and cue.verb.act is not Act.ASSERT and self.speech.grammar.verb_medial
        if self.speech.table is not None and found.how == "of" and cue.voice == "active":
            # no article counts: "wezwał do ustępstw"
            charge = cue.verb.act in (Act.DEMAND, Act.WARN, Act.ACCUSE, Act.CONFIRM)
        if self.speech.grammar.subject_first and found.how == "of":
            charge = cue.verb.act is not Act.ASSERT and not self.objects.said.points(found.stretches[0][0])
        charge = charge or (found.how in ("of", "as") and self.speech.grammar.verb_final)
        least = 1 if found.how in ("that", "object") or charge or len(found.stretches) > 1 else MIN_WORDS
        spans = tuple(s for a, b in found.stretches if (s := self.extent.span(a, b, least)) is not None)
        if not spans:
            return None
        return self._draft(cue, found, spans, phrase, side)

    def _asked_by_all(self) -> bool:
        """Say whether a sentence asks who says or thinks what: the reporter's question."""
        tokens = self.frame.tokens
        if self.frame.within or tokens[-1].text != "?" or self.frame.quotes:
            return False
        first = next((j for j, token in enumerate(tokens) if token.text[0].isalnum()), 0)
        return self._has("question", first) or (self._has("conjunctions", first) and self._has("question", first + 1))

    def _unsaid_by_anyone(self, cue: VerbCue, phrase: Phrase | None) -> bool:
        """Say whether a verb names what nobody has said yet: "nobody said", "if he says", "anyone who says"."""
        if self.speech.grammar.verb_final:
            return cue.negated and cue.first == 0 and cue.at == 1  # "Niemand glaubte"
        if not self.speech.grammar.subject_first:
            return False
        subject = self.finder.left(cue.first) if cue.voice == "passive" else phrase
        if subject is None or subject.start >= cue.first:
            return False
        if subject.antecedent is not None:
            return subject.antecedent[0] + 1 >= subject.antecedent[1] and self._has("anyone", subject.antecedent[0])
        nobody = self._has("negations", subject.start) or self._has("anyone", subject.start)
        mine = self.frame.lower(subject.start) in self.speech.pronouns.get("subject_1", ())
        nobody = nobody or (mine and not self.frame.within)  # the reporter
        numbered = self.frame.tokens[subject.start + 1].text[0].isdigit()  # "No 10"
        return (nobody and not numbered) or self._has("conditional", subject.start - 1)

    def _has(self, group: str, j: int) -> bool:
        return self.speech.has(group, self.frame.lower(j))

    def _passive_relative(self, cue: VerbCue) -> bool:
        """Say whether a relative word is the subject of a passive: "En mand, der er sigtet for vold, er løsladt"."""
        words = self.speech.pronouns.get("relative", frozenset())
        return self.speech.grammar.verb_medial and cue.voice == "passive" and self.frame.lower(cue.first - 1) in words

    def _points(self, phrase: Phrase) -> bool:
        """Say whether a subject is a mere "this" or the one spoken to: "To potwierdza, że …", "Pyta pan, czy …"."""
        word = self.frame.lower(phrase.start)
        alone = phrase.end == phrase.start + 1
        return alone and (self.speech.has("impersonal", word) or self.speech.has("titles", word))

    def _only_this(self, j: int) -> bool:
        """Say whether nothing but "to" stands before a Polish verb in its clause."""
        opens = j == 0 or (j > 0 and not self.frame.tokens[j - 1].text[0].isalnum())
        return opens and self._has("impersonal", j)

    def _unsaid(self, cue: VerbCue, found: Found) -> bool:
        """Say whether a passive without an agent only tells what happened: "wurden zur Wahl aufgerufen"."""
        nominal = found.how == "of" and cue.verb.act in (Act.ASSERT, Act.DEMAND)
        if (
            nominal
            and self.speech.grammar.verb_medial
            and self.frame.lower(found.stretches[0][0] - 1) in cue.verb.claims
        ):
            return False  # "Det ble meldt om sammenstøt"
        if self.speech.grammar.verb_medial and self._has("infinitive_marks", found.stretches[0][0]):
            return False  # "Beboerne blir bedt om å lukke vinduene"
        return nominal and not self.extent.has_marks(*found.stretches[0])

    def _inside_relative(self, found: Found) -> Found:
        """End content in a relative clause where the main verb comes: "the man who denied stealing it has died"."""
        (a, b), *rest = found.stretches
        verbs = (j for j in range(a + 1, b) if self._main_verb_at(j) and not self._infinitive(j))
        inner = self.speech.pronouns.get("relative", frozenset())
        finite = next(
            (j for j in verbs if not (self.speech.grammar.verb_medial and self.frame.lower(j - 1) in inner)), None
        )
        return found if finite is None else Found(((a, finite), *rest), found.how, found.trailing)

    def _infinitive(self, j: int) -> bool:
        return self._has("infinitive_marks", j - 1)

    def _main_verb_at(self, j: int) -> bool:
        """Say whether a finite verb stands at `j`; behind a comma also one spelt like a noun: "sagen, spiller"."""
        if is_finite(self.frame, j, self.speech):
            return True
        return self.frame.lower(j - 1) == "," and self.speech.has("finite_or_noun", self.frame.lower(j))

    def _written(self, phrase: Phrase | None) -> bool:
        """Say whether a subject is a document: "the survey found"."""
        if phrase is not None and phrase.antecedent is not None and self.speech.grammar.verb_medial:
            phrase = Phrase(*phrase.antecedent)  # "en rapport, der viser, at"
        if phrase is None or phrase.kind == "relative":
            return False
        if phrase.kind == "pronoun":
            return self._has("impersonal", phrase.start) and self.speech.grammar.subject_first  # "It found"
        words = (self.frame.lower(j) for j in range(phrase.start, phrase.end))
        return any(self.speech.noun_kind(word) == "document" for word in words)

    def _nameless(self, cue: VerbCue, found: Found) -> bool:
        """Say whether somebody only asks not to be named: "en kilde, som ber om å få være anonym, sier"."""
        a, b = found.stretches[0]
        asks = cue.verb.act in (Act.DEMAND, Act.ASK, Act.DECLINE)
        return asks and any(self.speech.has("nameless", self.frame.lower(j)) for j in range(a, b))

    def _before_main_verb(self, found: Found) -> Found:
        """End a clause inside a relative clause at the comma before the main verb: "Berg, som sier at X, har …"."""
        (a, b), *rest = found.stretches
        if self.speech.table is not None:
            return Found(((a, main_clause_at(self.frame, a, b, self.speech)), *rest), found.how, found.trailing)
        commas = (j for j in range(a + 1, b - 1) if self.frame.tokens[j].text == ",")
        end = next((j for j in commas if self.opened.main_verb(j + 1) or self._resumes(j + 1)), None)
        return found if end is None else Found(((a, end), *rest), found.how, found.trailing)

    def _resumes(self, j: int) -> bool:
        """Say whether an English main verb stands at `j`: "Berg, who said the talks had failed, | has since left"."""
        if not self.speech.grammar.subject_first:
            return False
        while self.finder.is_small(j):
            j += 1
        return is_finite(self.frame, j, self.speech) or is_past(self.frame.lower(j), self.speech.lang)

    def _homograph(self, cue: VerbCue) -> bool:
        """Say whether the verb's form is also a reporting noun ("claims"): its subject must then be a speaker."""
        return any(isinstance(e, Noun) for e in self.speech.index.get(self.frame.lower(cue.at), ()))

    def _named_after(self, cue: VerbCue) -> bool:
        """Say whether a word that opens a verb-second sentence is a title: "Anklager Helle Berg siger"."""
        end = self.finder.name_at(cue.at + 1)
        if end is None:
            return False
        return any(v.first == end for v in self.extent.verbs) or is_finite(self.frame, end, self.speech)

    def _phase(self, cue: VerbCue) -> bool:
        """Say whether an infinitive goes on with speech: "went on to say", "valgte å si"."""
        return phase_at(self.frame, cue, self.speech) is not None

    def _no_person(self, phrase: Phrase) -> bool:
        """Say whether "it" or "this" is the subject: without a clause the verb tells what happened, not who spoke."""
        word = self.frame.lower(phrase.start)
        alone = phrase.end - phrase.start == 1 and phrase.kind != "relative"  # Danish "der" is both
        return alone and (self.speech.has("impersonal", word) or self.speech.has("pointers", word))

    def _speechless(self, phrase: Phrase | None) -> bool:
        """Say whether a Polish subject is a thing that says nothing: "Zdjęcia wskazują na różnice"."""
        if phrase is None or self.speech.table is None:
            return False
        word = self.frame.tokens[phrase.start]
        if phrase.end == phrase.start + 1 and (gender(word.text) or "M" in self.speech.reading(word.lower)):
            return False  # a word that opens its sentence may be anybody's name: "Kit", "Lena"
        return not (self.finder.can_speak(phrase) or self.finder.tells(phrase))

    def _told_of_house(self, cue: VerbCue, found: Found) -> bool:
        """Say whether "it" is a firm or an office: "It promised to pay", no "It promises to be a long night"."""
        past = is_past(self.frame.lower(cue.at), self.speech.lang) or cue.auxiliary is not None
        a, b = found.stretches[0]
        state = any(self._has("passive_auxiliaries", j) for j in range(a, min(b, a + 2)))
        return self.speech.grammar.subject_first and past and not state

    def _able(self, cue: VerbCue) -> bool:
        """Say whether a modal makes the infinitive speech ("kan bekræfte, at"): then a clause must tell what."""
        at = phase_at(self.frame, cue, self.speech)
        return at is not None and self.speech.has("modals", self.frame.lower(at))

    def _draft(self, cue: VerbCue, found: Found, spans: tuple[Span, ...], phrase: Phrase | None, side: str) -> Draft:
        quoted = any(self.extent.has_marks(a, b) for a, b in found.stretches)
        start = found.stretches[0][0]
        return Draft(
            self.frame,
            found.how,
            spans,
            self._cue_spans(cue, start),
            self._act(cue, found),
            StatementKind.MIXED if quoted else StatementKind.INDIRECT,
            phrase,
            cue.verb,
            cue.negated,
            follows=phrase is None and side != "agent" and (side == "inherit" or not self.speech.grammar.verb_medial),
            anonymous=phrase is None and (side == "agent" or self.speakers.agents.impersonal(cue)),
            at=cue.at,
            told=None
            if found.how in ("order", "object")
            else self.speakers.agents.told(cue, start if start > cue.at else self.frame.last(), phrase),
            trailing=found.trailing,
            subject=self._subject_before(cue, phrase, side, found.stretches),
        )

    def _act(self, cue: VerbCue, found: Found) -> Act:
        """Return the act of a verb: who denies an infinitive of answering declines ("nektet å svare på")."""
        if cue.refusal is not None:
            return cue.refusal.act
        answers = any(self.speech.has("answer_verbs", self.frame.lower(found.stretches[0][0] + k)) for k in (0, 1))
        told = cue.verb.act is Act.ASSERT and cue.verb.neutral
        if (found.how == "order" and (told or cue.verb.act is Act.ASK)) or (
            found.how == "inf" and cue.verb.act is Act.ASK
        ):
            return Act.DEMAND  # "told him to leave", "asked to see it"
        wished = self.speech.table is not None and self._has("purpose", found.stretches[0][0] - 1)
        if found.how == "that" and told and wished and not cue.negated:
            return Act.DEMAND  # "powiedział, żeby czekali"
        if found.how == "inf" and cue.verb.act is Act.DENY and self.speech.grammar.verb_medial:
            refuses = cue.verb.negated == "none" and self._does(found.stretches[0][0])  # "nekter å gå av"
            return Act.DECLINE if answers or refuses else Act.DENY
        return cue.verb.act

    def _does(self, mark: int) -> bool:
        """Say whether an infinitive is something done now, no state and nothing past: "å gå av", not "å ha løyet"."""
        words = (self.frame.lower(mark), self.frame.lower(mark + 1))
        stative = any(self.speech.has("nonfinite", w) or self.speech.has("states", w) for w in words)
        return bool(self.speech.words["states"]) and not stative

    def _subject_before(
        self, cue: VerbCue, phrase: Phrase | None, side: str, stretches: tuple[tuple[int, int], ...]
    ) -> Phrase | None:
        """Return the subject at the sentence start for a verb without one (a medial verb shares it after "og" only)."""
        if phrase is not None or side == "agent" or (side != "inherit" and self.speech.grammar.verb_medial):
            return None
        found = self.speakers.sentence_subject(cue)
        inside = found is not None and any(a <= found.start < b for a, b in stretches)
        return None if inside else found  # "Kobiety żyją dłużej, wyjaśnia."

    def _cue_spans(self, cue: VerbCue, start: int) -> tuple[Span, ...]:
        out: list[Span] = []
        tokens = self.frame.tokens
        for p in cue.parts:
            if p == cue.at and start == cue.at:
                continue  # the infinitive is content
            if out and p and out[-1].end == tokens[p - 1].end:
                out[-1] = Span(out[-1].start, tokens[p].end)
            else:
                out.append(Span(tokens[p].start, tokens[p].end))
        return tuple(out)

    # -- content ---------------------------------------------------------------------------------------------------
    def _content(self, cue: VerbCue, phrase: Phrase | None, side: str) -> Found | None:
        takes = cue.verb.takes
        after = after_verb(self.frame, cue, phrase)
        steps = (
            ("that", self.opened.that),
            ("question", self.opened.question),
            ("inf", self.infinitives.infinitive),
            ("order", self.infinitives.order),
            ("of", self.objects.prepositional.find),
            ("as", lambda cue, after: self.objects.predicates.find(cue, after, phrase)),
        )
        opening = min(cue.first, phrase.start) if phrase is not None else cue.first
        if self.speech.table is not None and opening == 1 and self.speech.has("as_words", self.frame.lower(0)):
            found = self.fronted.fronted(cue, phrase, side)
            if found is not None:
                return found
        if self.speech.table is not None and (taken_up := self.fronted.whole_sentence(cue, phrase)) is not None:
            return taken_up
        if "bare" in takes and phrase is not None and phrase.end <= cue.first and self.bare.comma_clause(cue, after):
            early = self.bare.bare(cue, after, phrase)
            if early is not None:
                return early
        if self.speech.grammar.verb_medial and side == "right" and "that" in takes:
            told = self.opened.that(cue, after)  # "Før han gikk, sa han at": what stands first is no content
            if told is not None:
                return told
        if side == "right" and cue.first > 1 and self.frame.lower(cue.first - 1) == "," and takes & {"bare", "that"}:
            fronted = self.fronted.fronted(cue, phrase, side)
            if fronted is not None:
                return fronted
        asked = (
            self.fronted.fronted_question(cue) if cue.refusal is not None and self.speech.grammar.verb_medial else None
        )
        if asked is not None:
            return asked  # "Om skolen stenger, ville han ikke svare på da han gikk"
        for name, step in steps:
            if name in takes or (name == "question" and (cue.refusal or cue.negated)) or self._announced(name, cue):
                found = step(cue, after)
                if found is not None and (name != "of" or self.objects.said.preposition_reports(cue, found)):
                    return found
        if "that" in takes and (denied := self.fronted.fronted_that(cue)) is not None:
            return denied
        if "question" in takes or cue.refusal is not None:
            asked = self.fronted.fronted_question(cue)
            if asked is not None:
                return asked
        if (takes & {"bare", "that"}) and cue.verb.act is not Act.DENY:
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
            refused = self.objects.refused(cue, after)
            alone = refused is None and self._unwilling(cue) and not self.extent.own.beside(cue.at, after) < after
            return Found(((cue.at, self.extent.end(cue.at, cue)),), "object") if alone else refused
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
