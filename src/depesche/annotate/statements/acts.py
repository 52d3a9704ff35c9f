"""What a statement does: from its cue, its negation and, where these say nothing, unmistakable words of its content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.lang.schema.tense import is_past
from depesche.records import Act, Span, StatementKind
from depesche.text.tokens import tokenize

_PERFORMATIVE: Final = 4  # tokens after "I" or "we" in which a verb does what it says ("we urgently demand")
_DENIAL_WORDS: Final = 14  # words of content in which "false" is what is said about the matter
_LONG: Final = 300  # characters of content that are more words than that in any case
_OPENING: Final = 80  # characters in which a performative stands
_BARE_DENIAL: Final = 4  # words of content that needs no verb to call something untrue: "Ren løgn"
_COPULA: Final = 4  # words between "be" and the word that calls something untrue
_IMPERATIVE: Final = 3  # words of a command at least
_ANSWER: Final = 9  # words of a quotation in which somebody says that there is no answer
_ENDERS: Final = frozenset({".", "!", "?", "…", "..."})
_NEGATED: Final = {Act.CONFIRM: Act.DECLINE}


def decide(text: str, draft: Draft, speech: Speech) -> Act | None:
    """Return the act of a draft, None where its negated cue reports nothing."""
    verb = draft.verb
    if draft.negated and verb is not None and draft.act is verb.act:
        told = draft.act is Act.ASSERT and draft.how in ("object", "of", "as")  # "did not write books"
        if verb.negated == "none" or (told and (draft.anonymous or draft.how == "as" or not verb.negated)):
            return None
        if draft.anonymous and draft.act is Act.CONFIRM and speech.grammar.subject_first:
            return None  # "The claim could not be verified": by nobody in particular
        if verb.negated is not None:
            return Act(verb.negated)
        return _NEGATED.get(verb.act)
    noun = _subject_noun(draft, speech) if draft.act is Act.ASSERT else None
    if noun is not None and noun.act is not Act.ASSERT and draft.how in ("quote", "colon", "that", "bare"):
        return noun.act
    if verb is not None and verb.vows and _is_to_come(text, draft, speech):
        return Act.PROMISE
    described = draft.how == "as" or (
        speech.grammar.verb_medial and draft.how == "object" and verb is not None and "as" in verb.takes
    )
    own = draft.act is Act.ASSERT or speech.grammar.subject_first  # "slammed the reports as fake news" denies
    if verb is not None and not verb.neutral and not (described and own):
        return draft.act
    if draft.act is Act.DECLINE:
        return draft.act  # "ville ikke uttale seg om rykter": what they are makes no denial
    if draft.how == "noun" and draft.act is not Act.ASSERT:
        return draft.act  # "der Vorwurf, er habe gelogen"
    return _from_content(text, draft, speech) or draft.act


def _is_to_come(text: str, draft: Draft, speech: Speech) -> bool:
    """Say whether content is in the future: who gives his word for it promises, for all else he vouches."""
    return any(
        speech.has("futures", t.lower) for a, b in draft.content for t in tokenize(text, a, min(b, a + _OPENING))
    )


def _subject_noun(draft: Draft, speech: Speech) -> Noun | None:
    """Return a reporting noun that heads the source phrase: "the question read", "seine Drohung lautete"."""
    if draft.phrase is None:
        return None
    for j in range(draft.phrase.start, draft.phrase.end):
        word = draft.frame.lower(j)
        if speech.has("prepositions", word):
            return None
        following = draft.frame.tokens[j + 1 : draft.phrase.end]
        if not speech.grammar.verb_final and len(following) > 1 and all(t.text[0].isupper() for t in following[:2]):
            return None  # a title before a name: "Anklager Helle Berg"
        house = speech.table is not None and speech.noun_kind(word) is not None  # "oskarżenie", the prosecution
        for entry in () if house else speech.index.get(word, ()):
            if isinstance(entry, Noun):
                return entry
    return None


def _from_content(text: str, draft: Draft, speech: Speech) -> Act | None:
    spans = draft.content
    long = sum(end - start for start, end in spans) > _LONG
    if draft.kind is not StatementKind.DIRECT and (long or _is_longer(text, spans, _DENIAL_WORDS)):
        return None
    if long and text[spans[-1].end - 1] != "?":
        spans = (Span(spans[0].start, min(spans[0].end, spans[0].start + _OPENING)),)  # how it opens is all that counts
    words = [t.lower for start, end in spans for t in tokenize(text, start, end)]
    if draft.kind is StatementKind.DIRECT:
        if words and words[-1] == "?" and not any(w in _ENDERS for w in words[:-1]):
            return Act.ASK
        no = len(words) > 1 and (speech.has("negations", words[0]) or speech.has("no_words", words[0]))
        if no and words[1] == ",":
            return Act.DENY  # "No, no, that is not so"
        if _commands(words, speech):
            return Act.DEMAND
        if _no_answer(words, speech):
            return Act.DECLINE
        act = _performed(words, speech)
        if act is not None:
            return act
    plain = [w for w in words if w[0].isalnum()]
    if long or len(plain) > _DENIAL_WORDS:
        return None
    negated = any(speech.has("negations", w) for w in plain)
    called = draft.how in ("as", "object")  # 'kalte påstanden «oppspinn fra ende til annen»'
    false = any(
        _called_false(plain, i, speech) or (called and speech.has("deny_content", w)) for i, w in enumerate(plain)
    )
    if (false or (called and _dismissed(plain, speech))) and not negated:
        return Act.DENY
    joined = " " + " ".join(plain) + " "
    if any(f" {' '.join(p)} " in joined for p in speech.phrases.get("deny_content_phrases", ())):
        return Act.DENY
    return None


def _dismissed(words: list[str], speech: Speech) -> bool:
    """Say whether somebody's claim is called something that no report deserves: "called the charges propaganda"."""
    claim = any(isinstance(entry, Noun) for word in words for entry in speech.index.get(word, ()))
    return claim and any(speech.has("dismissive", word) for word in words)


def _is_longer(text: str, spans: Sequence[Span], words: int) -> bool:
    """Say whether spans hold more than so many words for sure, by their spaces: much faster than to cut tokens."""
    return sum(part[0].isalnum() for start, end in spans for part in text[start:end].split()) > words


def _commands(words: list[str], speech: Speech) -> bool:
    """Say whether German speech opens with an imperative: "Schließen Sie die Fenster", "Lasst sie in Ruhe!"."""
    if not speech.grammar.verb_final or len(words) < _IMPERATIVE or words[-1] == "?":
        return False
    if speech.has("imperatives", words[0]) and words[-1] == "!":
        return True
    modal = speech.has("modals", words[0]) or speech.has("auxiliaries", words[0])
    return words[0].endswith("en") and words[1] == "sie" and not modal and words[2] not in ("?", ",")


def _no_answer(words: list[str], speech: Speech) -> bool:
    """Say whether somebody says that there is no answer: "We never comment on", "Ingen kommentar"."""
    end = next((i for i, w in enumerate(words[:_ANSWER]) if w in _ENDERS or w == ","), _ANSWER)
    opening = words[:end]
    me = speech.pronouns.get("subject_1", frozenset())
    own = any(w in me for w in opening) or (bool(opening) and speech.has("negations", opening[0]))
    negated = any(speech.has("negations", w) for w in opening)
    return own and negated and any(speech.has("comment_words", w) for w in opening)


def _called_false(words: list[str], i: int, speech: Speech) -> bool:
    """Say whether a word calls something untrue; where the verb stands before it, only after a form of "be"."""
    if not speech.has("deny_content", words[i]):
        return False
    if i and speech.grammar.subject_first and speech.has("infinitive_marks", words[i - 1]):
        return False  # "had told her to lie"
    if not speech.grammar.verb_medial or len(words) <= _BARE_DENIAL:
        return True
    return any(speech.has("passive_auxiliaries", w) for w in words[max(0, i - _COPULA) : i])


def _performed(words: list[str], speech: Speech) -> Act | None:
    """First person and a verb that does what it names: "we demand that", "jeg lover"."""
    first = speech.pronouns.get("subject_1", frozenset())
    for i, word in enumerate(words[:3]):
        if word not in first:
            continue
        for following in words[i + 1 : i + 1 + _PERFORMATIVE]:
            if (
                speech.has("negations", following)
                or speech.has("auxiliaries", following)
                or speech.has("modals", following)
                or is_past(following, speech.lang)
            ):
                return None  # "we asked them": told, not done
            for entry in speech.index.get(following, ()):
                if not isinstance(entry, VerbForm) or entry.verb.with_words or entry.verb.next_words:
                    continue
                if entry.verb.reflexive:
                    continue
                if entry.kind == "finite" and not entry.verb.neutral:
                    return entry.verb.act if entry.verb.act is not Act.ASSERT else None
    return None
