"""Speech inside speech: what somebody is told to have said within a quotation ("My husband said he would sell")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.clauses.embedded import tells_in_present
from depesche.annotate.statements.cues.find import VerbCue
from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.framing import build_frames
from depesche.annotate.statements.frames.marks import MARKS, find_quotations
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Speech, Verb
from depesche.records import Act, Sentence, Span, StatementKind, Token

_SHOWN: Final = frozenset({"that", "quote", "question", "order", "bare"})
_CLAUSES: Final = frozenset({"that", "quote", "question", "order"})
_VOICES: Final = frozenset({"active", "passive"})
_LEAST: Final = 3  # words of a bare clause: "people find it funny" reports nothing


def is_told(draft: Draft, finder: PhraseFinder, speech: Speech, cues: Sequence[VerbCue]) -> bool:
    """Say whether a draft from within a quotation tells that somebody spoke.

    A clause, an infinitive, a promise or marks must show what was said, and its verb be one of speech. "I think", "we
    say" are the talk of the one quoted; "I told them that" tells of speech. Laws and findings say nothing here.
    """
    phrase = draft.phrase
    vowed = draft.how in ("inf", "object") and draft.act is Act.PROMISE  # "They promised us a bridge"
    wished = draft.how in ("inf", "of") and draft.act is not Act.ASSERT and _opens_infinitive(draft, speech)
    if not (vowed or wished or draft.how in _SHOWN) or draft.verb is None or not draft.cue:
        return False
    cue = next((c for c in cues if c.at == draft.at), None)
    if phrase is None:
        if cue is not None and cue.voice == "gerund" and draft.how == "quote":
            return True  # "He ran out, shouting, 'Help!'"
        if cue is not None and cue.voice in _VOICES and draft.how in _CLAUSES and _is_speech(draft.verb, draft.act):
            return True  # "I was told that no beds were free"
        finite = cue is not None and cue.voice == "active" and not draft.negated
        return speech.grammar.drop_subject and "quote" in draft.verb.takes and draft.follows and finite
    if not _is_speech(draft.verb, draft.act) or not finder.can_speak(phrase):
        return False
    if draft.how == "bare":
        start, end = draft.content[0].start, draft.content[-1].end
        words = [t for t in draft.frame.tokens if start <= t.start < end and t.text[0].isalnum()]
        if len(words) < _LEAST or speech.has("pointers", words[0].lower) or speech.has("impersonal", words[0].lower):
            return False
    if draft.frame.lower(phrase.start) not in speech.pronouns.get("subject_1", ()):
        return True
    return cue is not None and not tells_in_present(draft.frame, speech, cue)


def _opens_infinitive(draft: Draft, speech: Speech) -> bool:
    """Say whether a draft tells what to do or what was done: "nektet | å hjelpe", "truet meg med | å gå"."""
    start, end = draft.content[0]
    inside = (t.lower for t in draft.frame.tokens if start <= t.start < end)
    return draft.how == "inf" or any(speech.has("infinitive_marks", word) for word in inside)


def may_hold_speech(frame: Frame, speech: Speech) -> bool:
    """Say whether a word of a sentence can be a verb of speech, so that its cues are worth while to look for."""
    return speech.grammar.drop_subject or not frame.words.isdisjoint(speech.speaking)


def holds_speech(cues: Sequence[VerbCue]) -> bool:
    """Say whether a verb of speech stands among the cues of a sentence, so that a closer look is worth while."""
    return any(_is_speech(cue.verb, cue.verb.act) for cue in cues)


def _is_speech(verb: Verb, act: Act) -> bool:
    return "quote" in verb.takes or act is not Act.ASSERT


def frames_within(text: str, draft: Draft, sentences: Sequence[Sentence], speech: Speech) -> list[Frame]:
    """Return the sentences of a quotation as frames, with the quotations within it as their own tokens.

    They bear the index of the frame they stand in, so that whom a pronoun means is looked for before it.
    """
    if draft.kind is not StatementKind.DIRECT:
        return []
    out: list[Frame] = []
    for span in draft.content:
        inside = _clipped(sentences, span)
        marked = [q for q in find_quotations(text, inside, frozenset()) if span.start < q.outer.start]
        for frame in build_frames(inside, marked, speech):
            frame.index, frame.within = draft.frame.index, True
            out.append(frame)
    return out


def _clipped(sentences: Sequence[Sentence], span: Span) -> list[Sentence]:
    """Return what of the sentences, which are in order of text, stands in a quotation."""
    at = max(0, bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1)
    out: list[Sentence] = []
    while at < len(sentences) and sentences[at].span.start < span.end:
        clipped = _clip(sentences[at], span)
        if clipped is not None:
            out.append(clipped)
        at += 1
    return out


def _clip(sentence: Sentence, span: Span) -> Sentence | None:
    """Return the part of a sentence in a quotation, without the marks of the quotation."""
    start, end = max(sentence.span.start, span.start), min(sentence.span.end, span.end)
    if start >= end:
        return None
    tokens: list[Token] = [t for t in sentence.tokens if start <= t.start and t.end <= end]
    while tokens and tokens[0].text in MARKS and tokens[0].start == span.start:
        tokens = tokens[1:]
    if not tokens:
        return None
    return Sentence(Span(tokens[0].start, tokens[-1].end), sentence.kind, sentence.paragraph, tuple(tokens))
