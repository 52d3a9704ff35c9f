"""The entry point: reads a report frame by frame and puts its statements together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from depesche.annotate.statements.acts import decide
from depesche.annotate.statements.backward import answered, backward_draft, pointing_back, pronoun_draft
from depesche.annotate.statements.confidence import confidence
from depesche.annotate.statements.cues import PhraseCue, VerbCue, find_cues
from depesche.annotate.statements.dashes import find_dash_speech
from depesche.annotate.statements.dates import date_statements
from depesche.annotate.statements.direct import DirectFinder
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.extent import Extent
from depesche.annotate.statements.frames import Frame, Layers, build_frames, part_from_modals
from depesche.annotate.statements.headlines import colon_draft, find_title_source, has_colon, quoted_title, tail_draft
from depesche.annotate.statements.hedges import HedgeFinder
from depesche.annotate.statements.indirect import IndirectFinder
from depesche.annotate.statements.marks import Quotation, find_quotations
from depesche.annotate.statements.media import Media
from depesche.annotate.statements.memory import Memory, forms_by_entity
from depesche.annotate.statements.merge import drop_repeated
from depesche.annotate.statements.nouns import NounFinder
from depesche.annotate.statements.parentheticals import ParentheticalFinder
from depesche.annotate.statements.phrases import Phrase, PhraseFinder
from depesche.annotate.statements.refusals import RefusalFinder
from depesche.annotate.statements.relay_chains import nest, pass_on
from depesche.annotate.statements.relays import Relays
from depesche.annotate.statements.runon import behind_colon, elliptic_draft, hence_draft, subjunctive_draft
from depesche.annotate.statements.runs import settle_dashes
from depesche.annotate.statements.sources import SourceFinder
from depesche.annotate.statements.speakers import SpeakerFinder
from depesche.annotate.statements.taken_up import TakenUpFinder
from depesche.annotate.statements.who import Resolver
from depesche.annotate.statements.within import frames_within, holds_speech, is_told
from depesche.lang.schema.language import load_language
from depesche.lang.schema.speech import Hedge, Noun, Parenthetical, Refusal, SourcePhrase, Speech, VerbForm
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Name, NameType, Relay, SegmentKind, Sentence, Source, Span, Statement
from depesche.text.hashing import content_id

_SPOKEN = frozenset({SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.SUBHEAD})
_GESTURE = 12  # tokens of a sentence that only tells what a speaker does: "Berg shrugs when asked."
_QUIET_CHARS = 2  # a continued quotation shorter than this is a slip of the marks


def find_statements(report: AnnotatedReport) -> tuple[Statement, ...]:
    """Return what the report attributes to sources outside itself, in order of position.

    The report comes with sentences, names and times; captions and what stands beside the text yield nothing.
    """
    speech = load_speech(report.language)
    if not speech.index:
        return ()
    sentences = [s for s in report.sentences if s.kind in _SPOKEN]
    frames = build_frames(sentences, _quotations(report, sentences, speech), speech)
    layers = Layers({n.span.start: n for n in report.names}, {t.span.start: t for t in report.times})
    part_from_modals(frames, layers, speech)
    media = Media(report.text, report.language, speech, layers, frames)
    forms = forms_by_entity(report.names, report.text)
    memory = Memory(report.text, report.language, report.report.published, speech, layers, frames, forms, media)
    engine = _Engine(report, speech, layers, memory, sentences)
    drafts: list[Draft] = []
    for frame in frames:
        drafts.extend(engine.read(frame, drafts[-1] if drafts else None))
    engine.settle_titles(drafts)
    settle_dashes(drafts)
    ordered = sorted(drafts, key=lambda d: (d.start, d.content, d.cue))
    by_frame: dict[int, list[Draft]] = {}
    for draft in ordered:
        by_frame.setdefault(draft.frame.index, []).append(draft)
    relays = pass_on(ordered, [engine.relays.told(d, by_frame[d.frame.index]) for d in ordered])
    return date_statements(report, [engine.statement(d, r) for d, r in zip(ordered, relays, strict=True)])


def _quotations(report: AnnotatedReport, sentences: list[Sentence], speech: Speech) -> list[Quotation]:
    dashes: tuple[Quotation, ...] = ()
    if load_language(report.language).dash_quotes:
        dashes = find_dash_speech(sentences, speech)
    cues = _quote_cues(report.language)
    marked = find_quotations(report.text, sentences, cues)
    out = list(dashes)
    i = 0
    for quotation in marked:
        while i < len(dashes) and dashes[i].outer.end <= quotation.outer.start:
            i += 1
        if i == len(dashes) or quotation.outer.end <= dashes[i].outer.start:
            out.append(quotation)
    return sorted(out, key=lambda q: q.outer)


@cache
def _quote_cues(lang: str | None) -> frozenset[str]:
    return frozenset(
        word
        for word, entries in load_speech(lang).index.items()
        if any(isinstance(e, VerbForm) and e.kind == "finite" and "quote" in e.verb.takes for e in entries)
    )


class _Engine:
    """Holds what all frames of one report share."""

    def __init__(
        self, report: AnnotatedReport, speech: Speech, layers: Layers, memory: Memory, sentences: Sequence[Sentence]
    ) -> None:
        self.report, self.speech, self.layers, self.memory = report, speech, layers, memory
        self.sentences = sentences
        self.before: tuple[Extent, list[Draft]] | None = None
        self.announcer: tuple[Frame, Phrase] | None = None
        self.acted: tuple[Frame, Phrase] | None = None
        self.resolver = Resolver(report.text, speech, layers, memory)
        self.relays = Relays(report.text, speech, layers, memory)

    def read(self, frame: Frame, previous: Draft | None) -> list[Draft]:
        """Return the statements of one frame, their sources resolved."""
        verbs, phrases = find_cues(frame, self.speech)
        finder = PhraseFinder(frame, self.speech, self.layers)
        extent = Extent(frame, self.speech, finder, verbs, phrases)
        spoken = frame.quotes or (self.speech.table is not None and has_colon(frame))
        spoken = spoken or (self.speech.grammar.verb_final and ":" in frame.words)
        if not verbs and not phrases and not spoken and frame.kind is SegmentKind.BODY and previous is None:
            self.before, self.acted = (extent, []), self._actor(frame, [], finder)
            return []
        drafts = self._drafts(frame, verbs, phrases, finder, extent)
        self._announced(drafts)
        self._gestured(drafts, previous)
        self.announcer = self._announcer(frame, verbs, finder, extent)
        self.acted = self._actor(frame, drafts, finder)
        hedges = HedgeFinder(frame, self.speech, extent, finder)
        self._hedge(drafts, phrases, hedges)
        drafts = self._pointing_back(frame, finder, verbs, phrases, drafts)
        if not drafts:
            drafts = self._without_cue(frame, finder, extent, previous)
        kept = []
        for draft in sorted(drop_repeated(nest(drafts, self.relays)), key=lambda d: (d.at, d.start)):
            act = decide(self.report.text, draft, self.speech)
            if act is None or not self._plausible(draft):
                continue
            if draft.how == "colon" and frame.kind is SegmentKind.TITLE and not finder.can_speak(draft.phrase):
                draft.how, draft.phrase, draft.follows, draft.anonymous = "title", None, False, True
            draft.act = act
            draft.who = self.resolver.resolve(draft)
            kept += self._within(draft)
            self.memory.note(draft)
            self.relays.pollster(draft)
            kept.append(draft)
        self.before = (extent, [d for d in kept if d.frame is frame])
        return kept

    def _within(self, outer: Draft) -> list[Draft]:
        """Return what the one quoted tells that somebody said: "My husband said he would sell"."""
        out: list[Draft] = []
        for frame in frames_within(self.report.text, outer, self.sentences, self.speech):
            verbs, phrases = find_cues(frame, self.speech)
            if not holds_speech(verbs):
                continue
            finder = PhraseFinder(frame, self.speech, self.layers)
            extent = Extent(frame, self.speech, finder, verbs, phrases)
            for draft in drop_repeated(self._drafts(frame, verbs, [], finder, extent)):
                act = decide(self.report.text, draft, self.speech)
                if act is None or not is_told(draft, finder, self.speech, verbs):
                    continue
                draft.act = act
                draft.who = self._told_within(draft, outer)
                if draft.who:
                    out.append(draft)
        return out

    def _told_within(self, draft: Draft, outer: Draft) -> tuple[Source, ...]:
        """Return who is told to have spoken: "I" is the one quoted, "he" is another."""
        assert draft.phrase is not None
        word = draft.frame.lower(draft.phrase.start)
        if word in self.speech.pronouns.get("subject_1", ()):
            return outer.who
        who = self.resolver.resolve(draft)
        return () if draft.phrase.kind == "pronoun" and who == outer.who else who

    def _announcer(
        self, frame: Frame, verbs: list[VerbCue], finder: PhraseFinder, extent: Extent
    ) -> tuple[Frame, Phrase] | None:
        """Return whose speech a paragraph announces that ends with a colon: "Der Bürgermeister wird deutlich:"."""
        if (
            not frame.last_in_paragraph
            or frame.kind is not SegmentKind.BODY
            or frame.lower(len(frame.tokens) - 1) != ":"
        ):
            return None
        speakers = SpeakerFinder(frame, self.speech, finder, verbs)
        direct = DirectFinder(self.report.text, frame, self.speech, finder, speakers, extent, verbs)
        phrase = direct.before_colon()
        return (frame, phrase) if phrase is not None else None

    def _announced(self, drafts: list[Draft]) -> None:
        """Give speech that opens the next paragraph and has no verb of its own to the one announced."""
        first = min(drafts, key=lambda d: d.start, default=None)
        if self.announcer is None or first is None or first.how != "continued" or first.cue:
            return
        said, phrase = self.announcer
        if first.frame.index == said.index + 1 and first.start <= first.frame.tokens[0].end + 1:
            first.frame, first.phrase, first.how, first.follows, first.at = said, phrase, "colon", False, phrase.start

    def _gestured(self, drafts: list[Draft], previous: Draft | None) -> None:
        """Give speech without a verb to who acts in the sentence before: 'Berg shrugs. "It happens."'."""
        first = min(drafts, key=lambda d: d.start, default=None)
        if self.acted is None or first is None or first.how != "continued" or first.cue or first.phrase is not None:
            return
        acted, phrase = self.acted
        near = first.frame.index == acted.index + 1 and first.frame.paragraph == acted.paragraph
        if near and (previous is None or previous.frame.index < acted.index):
            first.frame, first.phrase, first.how, first.follows, first.at = acted, phrase, "colon", False, phrase.start

    def _actor(self, frame: Frame, drafts: list[Draft], finder: PhraseFinder) -> tuple[Frame, Phrase] | None:
        """Return the person who is the subject of a short sentence that opens its paragraph and reports nothing."""
        name = self.layers.names.get(frame.tokens[0].start) if frame.tokens else None
        opens = name is not None and name.type is NameType.PERSON and self.speech.grammar.subject_first
        if drafts or not opens or frame.kind is not SegmentKind.BODY or len(frame.tokens) > _GESTURE:
            return None
        end = finder.name_at(0)
        return (frame, Phrase(0, end)) if end is not None else None

    def _pointing_back(
        self,
        frame: Frame,
        finder: PhraseFinder,
        verbs: list[VerbCue],
        phrases: list[PhraseCue],
        drafts: list[Draft],
    ) -> list[Draft]:
        """Read a sentence that names the source of the one before; where that has one, a medium passes it on."""
        extent, said = self.before or (None, [])
        near = extent is not None and frame.index == extent.frame.index + 1 and extent.frame.kind is SegmentKind.BODY
        cites = next((p for p in phrases if isinstance(p.entry, SourcePhrase) and p.entry.cites), None)
        last = cites.at if cites is not None and self.speech.grammar.verb_final else frame.last()
        found = pointing_back(frame, self.speech, finder, verbs, last)
        passed = None
        if found is not None and answered(found[0], self.speech):
            return [pronoun_draft(frame, *found)] if near else []
        if found is not None:
            cue, phrase = found
            parts, verb = cue.parts, cue.verb
            cited = (
                SourceFinder(frame, self.speech, finder, extent).cited(cites)
                if extent and cites and last == cites.at
                else None
            )
            if cited is not None and self.relays.is_medium(frame, phrase):  # "Das meldete X unter Berufung auf Y"
                passed, phrase = self.relays.relay(frame, phrase), cited
        elif len(drafts) == 1 and drafts[0].how == "orphan" and drafts[0].phrase is not None:
            parts, verb, phrase = (drafts[0].at,), None, drafts[0].phrase
        else:
            return [d for d in drafts if d.how != "orphan"]
        if not near or extent is None:
            return []
        told = (
            SpeakerFinder(frame, self.speech, finder, verbs).agents.told(found[0], frame.last(), phrase)
            if found
            else None
        )
        back = backward_draft(frame, extent, parts, phrase, verb)
        if back is not None and passed is not None:
            back.by_relay.append(passed)
        if back is not None and told is not None and self.relays.is_medium(frame, told):
            listener = self.relays.relay(frame, told)
            back.by_relay += [listener] if listener else []
        if said:
            self._pass_back(said, back, frame, phrase)
            return []
        return [back] if back else []

    def _pass_back(self, said: list[Draft], back: Draft | None, frame: Frame, phrase: Phrase) -> None:
        """Give what was said before the source that a sentence names for it: a medium passes on what has a cue."""
        medium = self.relays.relay(frame, phrase) if self.relays.is_medium(frame, phrase) else None
        for draft in said:
            draft.credited = None if medium is None else frame.paragraph
            if draft.cue or back is None:
                draft.by_relay += [medium] if medium else back.by_relay if back else []
                continue
            draft.frame, draft.phrase, draft.cue, draft.verb, draft.at = frame, phrase, back.cue, back.verb, back.at
            draft.by_relay += back.by_relay
            draft.how, draft.follows = "backward", False
            draft.who = self.resolver.resolve(draft)
            self.memory.note(draft)

    def _plausible(self, draft: Draft) -> bool:
        if draft.frame.kind is SegmentKind.SUBHEAD and draft.how in ("hedge", "noun", "object", "of", "runon"):
            ticker = self.speech.grammar.verb_final and draft.verb is not None and draft.phrase is not None
            if not ticker:  # "18.55 Uhr: Feuerwehr bestätigt Brand" has subject and verb
                return False
        asked = draft.how == "continued" and draft.frame.dash and self._one_question(draft.content[-1])
        return draft.how != "loose" and not asked  # "– Hva sa du til dem?": the interviewer

    def _one_question(self, span: Span) -> bool:
        """Say whether speech is a single question; who goes on to one after something else answers."""
        said = self.report.text[span.start : span.end]
        return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")

    def _drafts(
        self, frame: Frame, verbs: list[VerbCue], phrases: list[PhraseCue], finder: PhraseFinder, extent: Extent
    ) -> list[Draft]:
        speakers = SpeakerFinder(frame, self.speech, finder, verbs)
        drafts: list[Draft] = []
        if frame.quotes:
            drafts += DirectFinder(self.report.text, frame, self.speech, finder, speakers, extent, verbs).find()
        taken_up = TakenUpFinder(frame, self.speech, finder, extent)
        drafts += taken_up.find()
        indirect = IndirectFinder(frame, self.speech, finder, speakers, extent)
        for cue in verbs:
            if cue.at in frame.taken:
                continue
            found = indirect.find(cue) or taken_up.clause(cue, drafts)
            if found is not None:
                frame.taken.add(cue.at)
                drafts.append(found)
        sources = SourceFinder(frame, self.speech, finder, extent)
        parentheticals = ParentheticalFinder(frame, self.speech, finder, extent)
        refusals = RefusalFinder(frame, self.speech, speakers, extent)
        nouns = NounFinder(frame, self.speech, finder, extent)
        for phrase in phrases:
            draft: Draft | None = None
            if isinstance(phrase.entry, SourcePhrase):
                if phrase.entry.cites and self._cited(frame, sources, phrase, drafts):
                    continue
                draft = sources.find(phrase)
                if sources.orphan(phrase, draft):
                    draft = sources.alone(phrase)
            elif isinstance(phrase.entry, Parenthetical):
                draft = parentheticals.find(phrase)
            elif isinstance(phrase.entry, Refusal):
                taken = any(d.cue and d.cue[0].start <= frame.tokens[phrase.at].start < d.cue[-1].end for d in drafts)
                draft = None if taken else refusals.find(phrase)
            elif isinstance(phrase.entry, Noun) and phrase.at not in frame.taken:  # "anklager Ukraine for at": a verb
                draft = nouns.find(phrase)
            if draft is not None:
                drafts.append(draft)
        return drafts

    def _cited(self, frame: Frame, sources: SourceFinder, phrase: PhraseCue, drafts: list[Draft]) -> bool:
        cited = sources.cited(phrase)
        return cited is not None and self.relays.cite(frame, cited, phrase.at, drafts)

    def _hedge(self, drafts: list[Draft], phrases: list[PhraseCue], hedges: HedgeFinder) -> None:
        """Mark the statements a hedge stands in; one that stands in none may make a statement itself."""
        for phrase in phrases:
            if not isinstance(phrase.entry, Hedge) or not hedges.holds(phrase):
                continue
            if drafts and self.speech.has("complementizers", hedges.frame.lower(phrase.at)):
                continue
            at = hedges.frame.tokens[phrase.at].start
            inside = [
                d
                for d in drafts
                if d.content[0].start <= at < d.content[-1].end
                or hedges.governs(phrase, d.at if d.frame is hedges.frame else -1)
                or any(a <= at < b for a, b in d.cue)
                or at == d.content[-1].end
            ]
            if phrase.entry.infinitive and inside:
                continue
            if phrase.entry.own:
                inside = []
            for draft in inside:
                draft.hedged = True
            if not inside and phrase.entry.alone:
                made = hedges.draft(phrase)
                drafts += [made] if made is not None else []

    def _without_cue(self, frame: Frame, finder: PhraseFinder, extent: Extent, previous: Draft | None) -> list[Draft]:
        found = colon_draft(frame, self.speech, finder, extent)
        if found is None and frame.kind is SegmentKind.TITLE:
            found = tail_draft(frame, self.speech, finder, extent) or quoted_title(frame, extent)
        if found is not None or frame.kind is not SegmentKind.BODY or frame.text_start() == 1:
            return [found] if found else []
        if previous is None or frame.index - previous.frame.index > 1:
            told = behind_colon(frame, self.speech, extent)
            return [told] if told is not None and told.phrase is not None else []
        found = subjunctive_draft(frame, self.speech, extent) or hence_draft(frame, self.speech, extent)
        found = found or elliptic_draft(frame, self.speech, extent, previous)
        if found is not None and found.how == "runon-weak" and frame.paragraph != previous.frame.paragraph:
            return []
        return [found] if found else []

    def settle_titles(self, drafts: list[Draft]) -> None:
        """Give titles without a source the source of the statement they repeat; drop those that repeat none."""
        named = next((n for f in self.memory.frames if f.kind is SegmentKind.TITLE for n in self._persons(f)), None)
        for draft in drafts:  # „Mam dość”. Anna Lis odchodzi z klubu
            titled = draft.frame.kind is SegmentKind.TITLE and not draft.cue and draft.how == "continued"
            if titled and not draft.who and named is not None:
                draft.who = (self.memory.source(named, None),)
        for draft in [d for d in drafts if d.how == "title"]:
            source = find_title_source(self.report.text, draft, drafts)
            if source is None:
                drafts.remove(draft)
            else:
                draft.act = source.act
                draft.who = draft.who if draft.phrase is not None else source.who

    def _persons(self, frame: Frame) -> list[Name]:
        return [n for n in self.memory.frame_names[frame.index] if n.type is NameType.PERSON]

    def statement(self, draft: Draft, relays: Sequence[Relay]) -> Statement:
        """Return the finished record."""
        spans = " ".join(f"{a}-{b}" for a, b in draft.content)
        cue = " ".join(self.report.text[a:b] for a, b in draft.cue)
        tokens = draft.frame.tokens
        phrase = draft.phrase
        speaker = (
            () if phrase is None else (type(draft.content[0])(tokens[phrase.start].start, tokens[phrase.end - 1].end),)
        )
        return Statement(
            id=content_id(self.report.id, spans, cue),
            content=draft.content,
            cue=draft.cue,
            speaker=speaker,
            act=draft.act,
            kind=draft.kind,
            hedged=draft.hedged or bool(draft.verb and draft.verb.hedged),
            confidence=confidence(draft),
            who=draft.who,
            relay=tuple(relays),
        )
