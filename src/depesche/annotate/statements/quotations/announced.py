"""Speech without a verb of its own whose speaker stands in the sentence before: "Berg was blunt:", "Berg shrugs.".

That one announces it with a colon, or tells in a few words what somebody does. Who speaks in the frame itself is read
by `direct`, who goes on speaking by `runs` and `who`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.clauses.extent import Extent
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.quotations.colons import ColonReader
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.subjects.speakers import SpeakerFinder
from depesche.records import Act, NameType, SegmentKind

_GESTURE: Final = 12  # tokens of a sentence that only tells what a speaker does: "Berg shrugs when asked."


@dataclass(slots=True)
class AnnouncedSpeech:
    """Remembers, frame by frame, who was announced and who acted, for the speech that may follow.

    An interviewer's question, which is `asked`, parts nobody from the answer: `acted_at` is the last frame of the two.
    """

    announcer: tuple[Frame, Phrase] | None = None
    acted: tuple[Frame, Phrase] | None = None
    told: tuple[Frame, Phrase] | None = None
    acted_at: int = -1
    asked: bool = False

    def note(self, extent: Extent, drafts: Sequence[Draft]) -> None:
        """Keep whom a frame announces and who acts in it; `drafts` are what it reports itself."""
        self.announcer = self._announcer(extent)
        self.note_actor(extent, drafts)

    def note_actor(self, extent: Extent, drafts: Sequence[Draft]) -> None:
        """Keep who acts in a frame."""
        if not self.asked or self.acted_at != extent.frame.index - 1:
            self.acted = _actor(extent) if not drafts else None
            self.told = _teller(extent) if not drafts and self.acted is None else None
        self.acted_at = extent.frame.index

    def give(self, drafts: Sequence[Draft], previous: Draft | None, asked: bool) -> None:
        """Give the first draft of a frame, if it is speech without a verb, to whom the frame before leads to.

        `asked`: it may be an interviewer's question, which nobody asks who only acts.
        """
        self.asked = asked
        first = min(drafts, key=lambda d: d.start, default=None)
        if first is None or first.how != "continued" or first.cue:
            return
        if self.announcer is not None:
            said, phrase = self.announcer
            if first.frame.index == said.index + 1 and first.start <= first.frame.tokens[0].end + 1:
                _take_over(first, said, phrase)
                return
        if asked or first.phrase is not None or first.frame.index != self.acted_at + 1:
            return
        if self.acted is not None:
            acted, phrase = self.acted
            near = (first.frame.paragraph == acted.paragraph) != first.frame.dash
            if near and (previous is None or previous.frame.index < acted.index):
                _take_over(first, acted, phrase)
        if self.told is not None:
            _take_over(first, *self.told)

    def _announcer(self, extent: Extent) -> tuple[Frame, Phrase] | None:
        """Return whose speech a paragraph announces that ends with a colon: "Der Bürgermeister wird deutlich:"."""
        frame, speech, finder, verbs = extent.frame, extent.speech, extent.finder, extent.verbs
        closing = frame.lower(len(frame.tokens) - 1) == ":"
        if not closing or not frame.last_in_paragraph or frame.kind is not SegmentKind.BODY:
            return None
        speakers = SpeakerFinder(frame, speech, finder, verbs)
        phrase = ColonReader(frame, speech, finder, speakers, extent, verbs).before()
        return (frame, phrase) if phrase is not None else None


def _teller(extent: Extent) -> tuple[Frame, Phrase] | None:
    """Return the subject of a reporting verb that reports nothing in its own sentence: "Berg tells of Mali"."""
    frame = extent.frame
    if frame.kind is not SegmentKind.BODY or extent.speech.grammar.subject_first:
        return None
    for cue in extent.verbs:
        plain = cue.voice == "active" and not (cue.negated or cue.modal or cue.refusal or cue.verb.listener)
        if not plain or cue.verb.act is not Act.ASSERT:
            continue
        phrase, _ = SpeakerFinder(frame, extent.speech, extent.finder, extent.verbs).subject(cue)
        if phrase is not None and phrase.kind != "relative":
            return frame, phrase
    return None


def _actor(extent: Extent) -> tuple[Frame, Phrase] | None:
    """Return the person who is the subject of a short English sentence that opens with the name, or of the Danish or
    Norwegian one before a paragraph of dash speech."""
    frame, finder = extent.frame, extent.finder
    if extent.speech.grammar.verb_medial:
        return _person_who(extent) if frame.last_in_paragraph and frame.kind is SegmentKind.BODY else None
    name = finder.layers.names.get(frame.tokens[0].start) if frame.tokens else None
    opens = name is not None and name.type is NameType.PERSON and extent.speech.grammar.subject_first
    if not opens or frame.kind is not SegmentKind.BODY or len(frame.tokens) > _GESTURE:
        return None
    end = finder.name_at(0)
    return (frame, Phrase(0, end)) if end is not None else None


def _person_who(extent: Extent) -> tuple[Frame, Phrase] | None:
    """Return the person of whom a frame tells, as its subject or right behind "for": "Berg har flyttet hjem.",
    "I dag bor Berg i Bergen.", "For Berg ble det for mye."."""
    frame, finder, speech = extent.frame, extent.finder, extent.speech
    subject = finder.right(0)
    if subject is None and speech.has_any(("prepositions", "adverbs"), frame.lower(0)):
        finite = next((j for j in range(1, frame.last()) if is_finite(frame, j, speech)), None)
        subject = finder.right(finite + 1) if finite is not None else None
        if subject is None or not _is_person(subject, extent):
            subject = finder.right(1, finite)
    if subject is None or subject.kind == "relative" or speech.has("conjunctions", frame.lower(subject.end)):
        return None
    return (frame, subject) if _is_person(subject, extent) else None


def _is_person(phrase: Phrase, extent: Extent) -> bool:
    """Say whether a phrase is "he" or "she" or holds a person's name."""
    frame, speech, names = extent.frame, extent.speech, extent.finder.layers.names
    he_or_she = any(frame.lower(phrase.start) in speech.pronouns.get(k, ()) for k in ("subject_m", "subject_f"))
    inside = (names.get(frame.tokens[j].start) for j in range(phrase.start, phrase.end))
    return he_or_she or any(name is not None and name.type is NameType.PERSON for name in inside)


def _take_over(draft: Draft, frame: Frame, phrase: Phrase) -> None:
    """Make a draft say of itself that `phrase`, in the frame before it, speaks."""
    draft.frame, draft.phrase, draft.how, draft.follows, draft.at = frame, phrase, "colon", False, phrase.start
