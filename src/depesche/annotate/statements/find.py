"""The entry point: reads a report frame by frame and puts its statements together.

What one frame reports is found in `frame_drafts`, what it says of the one before in `announced` and `crediting`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from depesche.annotate.statements.acts import decide
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.confidence import confidence
from depesche.annotate.statements.content.persons import is_first_person, is_second_person
from depesche.annotate.statements.cues.find import find_cues
from depesche.annotate.statements.dates import date_statements
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frame_drafts import add_hedges, find_drafts, told_around, without_cue
from depesche.annotate.statements.frames.dashes import find_dash_speech
from depesche.annotate.statements.frames.frame import Frame, Layers, part_from_small_words
from depesche.annotate.statements.frames.framing import build_frames
from depesche.annotate.statements.frames.hyphens import join_endings
from depesche.annotate.statements.frames.lost_marks import mend_lost_marks
from depesche.annotate.statements.frames.marks import Quotation, find_quotations
from depesche.annotate.statements.merge import drop_own_thoughts, drop_repeated
from depesche.annotate.statements.quotations.announced import AnnouncedSpeech
from depesche.annotate.statements.quotations.crediting import Crediting
from depesche.annotate.statements.quotations.headlines import has_colon, settle_titles
from depesche.annotate.statements.quotations.runs import join_reported, settle_dashes, settle_foreruns
from depesche.annotate.statements.quotations.within import frames_within, holds_speech, is_told, may_hold_speech
from depesche.annotate.statements.relays.chains import nest, pass_on
from depesche.annotate.statements.relays.find import Relays
from depesche.annotate.statements.relays.media import Media
from depesche.annotate.statements.relays.told_media import announced, part_listener
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.annotate.statements.who.beside_names import retype_titled
from depesche.annotate.statements.who.memory import Memory, forms_by_entity
from depesche.annotate.statements.who.resolve import Resolver
from depesche.lang.schema.language import load_language
from depesche.lang.schema.speech import Speech, VerbForm
from depesche.lang.schema.speech_files import load_speech
from depesche.records import AnnotatedReport, Relay, SegmentKind, Sentence, Source, Span, Statement, StatementKind, Time
from depesche.text.hashing import content_id

_SPOKEN = frozenset({SegmentKind.TITLE, SegmentKind.BODY, SegmentKind.SUBHEAD})


def find_statements(report: AnnotatedReport) -> tuple[Statement, ...]:
    """Return what the report attributes to sources outside itself, in order of position.

    The report comes with sentences, names and times; captions and what stands beside the text yield nothing.
    """
    speech = load_speech(report.language)
    if not speech.index:
        return ()
    sentences = [s for s in report.sentences if s.kind in _SPOKEN]
    frames = build_frames(sentences, _quotations(report, sentences, speech), speech)
    layers = Layers({n.span.start: n for n in report.names}, {t.span.start: t for t in _times(report)})
    retype_titled(frames, layers, speech)
    part_from_small_words(frames, layers, speech)
    join_endings(frames, speech)
    media = Media(report.text, report.language, speech, layers, frames)
    forms = forms_by_entity(report.names, report.text)
    memory = Memory(report.text, report.language, report.report.published, speech, layers, frames, forms, media)
    engine = _Engine(report, speech, layers, memory, sentences)
    drafts: list[Draft] = []
    for frame in frames:
        drafts.extend(engine.read(frame, drafts[-1] if drafts else None))
    settle_titles(report.text, drafts, memory)
    settle_dashes(drafts)
    ordered = join_reported(settle_foreruns(sorted(drafts, key=lambda d: (d.start, d.content, d.cue))))
    by_frame: dict[int, list[Draft]] = {}
    for draft in ordered:
        by_frame.setdefault(draft.frame.index, []).append(draft)
    told = [engine.relays.told(d, by_frame[d.frame.index]) or _announced(d, by_frame, engine) for d in ordered]
    relays = pass_on(ordered, told, speech)
    return date_statements(report, [engine.statement(d, r) for d, r in zip(ordered, relays, strict=True)])


def _announced(draft: Draft, by_frame: Mapping[int, list[Draft]], engine: _Engine) -> list[Relay]:
    """Return the medium that the sentence before tells the one quoted to have spoken to, and nobody else to speak."""
    index = draft.frame.index - (draft.phrase is None or bool(draft.cue))  # a phrase without a cue stands before
    if draft.kind is not StatementKind.DIRECT or index < 0:
        return []
    before, said = engine.memory.frames[index], by_frame.get(index, ())
    reach = 0 if said else 1  # paragraphs
    near = draft.frame.paragraph - before.paragraph <= reach and before.kind is SegmentKind.BODY
    near = near and all([w.name for w in d.who] == [w.name for w in draft.who] for d in said)
    found = announced(draft, before, engine.relays) if near else None
    return [found] if found is not None else []


def _times(report: AnnotatedReport) -> list[Time]:
    """Return the times that are no part of a name: none in "The Mail on Sunday"."""
    inside = {at for name in report.names for at in range(name.span.start + 1, name.span.end)}
    return [time for time in report.times if time.span.start not in inside]


def _quotations(report: AnnotatedReport, sentences: list[Sentence], speech: Speech) -> list[Quotation]:
    dashes: tuple[Quotation, ...] = ()
    if load_language(report.language).dash_quotes:
        dashes = find_dash_speech(sentences, speech)
    cues = _quote_cues(report.language)
    found = find_quotations(report.text, sentences, cues)
    marked = mend_lost_marks(found, sentences, speech)
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
        self.resolver = Resolver(report.text, speech, layers, memory)
        self.relays = Relays(report.text, speech, layers, memory)
        self.announced = AnnouncedSpeech()
        self.crediting = Crediting(self.relays, self.resolver, memory)

    def read(self, frame: Frame, previous: Draft | None) -> list[Draft]:
        """Return the statements of one frame, their sources resolved."""
        verbs, phrases = find_cues(frame, self.speech)
        finder = PhraseFinder(frame, self.speech, self.layers)
        extent = Extent(frame, self.speech, finder, verbs, phrases)
        spoken = frame.quotes or (self.speech.table is not None and has_colon(frame))
        spoken = spoken or (self.speech.grammar.verb_final and ":" in frame.words)
        spoken = spoken or not self.speech.words["subjunctive"].isdisjoint(frame.words)
        if not verbs and not phrases and not spoken and frame.kind is SegmentKind.BODY and previous is None:
            self.crediting.before = extent, []
            self.announced.note_actor(extent, [])
            return []
        drafts = find_drafts(self.report.text, extent, phrases, self.relays)
        self.announced.give(drafts, previous, any(self._by_interviewer(d) and self._to_you(d) for d in drafts))
        self.announced.note(extent, drafts)
        add_hedges(drafts, extent)
        drafts = self.crediting.credit(extent, drafts)
        found = told_around(extent, drafts, previous) if drafts else without_cue(extent, previous)
        if found is not None:
            drafts.append(found)
        kept = self._settle(drafts, finder)
        self.crediting.before = extent, [d for d in kept if d.frame is frame]
        return kept

    def _settle(self, drafts: list[Draft], finder: PhraseFinder) -> list[Draft]:
        """Return the drafts of a frame that hold, with act and source, and what is told within them."""
        kept: list[Draft] = []
        once = drop_own_thoughts(drop_repeated(nest(drafts, self.relays)))
        for draft in sorted(once, key=lambda d: (d.at, d.start)):
            act = decide(self.report.text, draft, self.speech)
            if act is None or not self._plausible(draft):
                continue
            if draft.how == "colon" and finder.frame.kind is SegmentKind.TITLE and not finder.can_speak(draft.phrase):
                draft.how, draft.phrase, draft.follows, draft.anonymous = "title", None, False, True
            draft.act = act
            part_listener(draft, self.relays)
            draft.who = self.resolver.resolve(draft)
            kept += self._within(draft)
            self.memory.note(draft)
            self.relays.pollster(draft)
            kept.append(draft)
        return kept

    def _within(self, outer: Draft) -> list[Draft]:
        """Return what the one quoted tells that somebody said: "My husband said he would sell"."""
        out: list[Draft] = []
        for frame in frames_within(self.report.text, outer, self.sentences, self.speech):
            verbs, phrases = find_cues(frame, self.speech) if may_hold_speech(frame, self.speech) else ([], [])
            if not holds_speech(verbs):
                continue
            finder = PhraseFinder(frame, self.speech, self.layers)
            extent = Extent(frame, self.speech, finder, verbs, phrases)
            for draft in drop_repeated(find_drafts(self.report.text, extent, [], self.relays)):
                act = decide(self.report.text, draft, self.speech)
                if act is None or not is_told(draft, finder, self.speech, verbs):
                    continue
                draft.act = act
                draft.who = self._told_within(draft, outer)
                out.append(draft)
        return out

    def _told_within(self, draft: Draft, outer: Draft) -> tuple[Source, ...]:
        """Return who is told to have spoken: "I" is the one quoted, "he" is another."""
        word = draft.frame.lower(draft.at if draft.phrase is None else draft.phrase.start)
        mine = any(word in self.speech.pronouns.get(key, ()) for key in ("subject_1", "object_1"))
        if mine or (draft.phrase is None and is_first_person(word, self.speech)):
            return outer.who
        if draft.phrase is None and is_second_person(word, self.speech):
            return ()
        return self.resolver.resolve(draft, outer.who)

    def _plausible(self, draft: Draft) -> bool:
        """Say whether a draft holds: no loose one, no fragment of a subhead, no question of an interviewer."""
        if draft.frame.kind is SegmentKind.SUBHEAD and draft.how in ("hedge", "noun", "object", "of", "runon"):
            ticker = self.speech.grammar.verb_final and draft.verb is not None and draft.phrase is not None
            polish = self.speech.table is not None and draft.how in ("object", "of")  # "Oskarżają go o doping"
            if not (ticker or polish):  # "18.55 Uhr: Feuerwehr bestätigt Brand" has subject and verb
                return False
        return draft.how != "loose" and not self._by_interviewer(draft)

    def _to_you(self, draft: Draft) -> bool:
        """Say whether speech speaks of who hears it and not of who says it: "– Hva gjør du nå?"."""
        words = set(self.report.text[draft.start : draft.content[-1].end].casefold().rstrip("?").split())
        mine = self.speech.pronouns.get("subject_1", frozenset())
        return mine.isdisjoint(words) and any(self.speech.has("participants", word) for word in words)

    def _by_interviewer(self, draft: Draft) -> bool:
        """Say whether speech is a single question, "– Hva sa du til dem?"; who goes on to one after something else
        answers."""
        if draft.how != "continued" or not draft.frame.dash:
            return False
        span = draft.content[-1]
        said = self.report.text[span.start : span.end]
        return said.endswith("?") and not any(mark in said[:-1] for mark in ".!?")

    def statement(self, draft: Draft, relays: Sequence[Relay]) -> Statement:
        """Return the finished record."""
        spans = " ".join(f"{a}-{b}" for a, b in draft.content)
        cue = " ".join(self.report.text[a:b] for a, b in draft.cue)
        tokens = draft.frame.tokens
        phrase = draft.phrase
        speaker = () if phrase is None else (Span(tokens[phrase.start].start, tokens[phrase.end - 1].end),)
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
