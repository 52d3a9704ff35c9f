"""What stands between a Danish or Norwegian verb and its object: "afviste straks over for avisen | forslaget"."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.entities import is_media

_LONG: Final = 4  # letters above which an ending tells a definite noun
_REACH: Final = 4  # words of a phrase behind its preposition and article
_TITLE: Final = 3  # tokens of a medium's name
_OPENS: Final = ("articles", "noun_articles", "indefinite", "pointers", "any_words", "quantifiers", "counts")
_LEADS: Final = ("prepositions", "complementizers", "infinitive_marks", "negations")


def past_adverbials(finder: PhraseFinder, start: int, end: int) -> int:
    """Return where the object opens in [start, end): after small words, times and phrases with a preposition."""
    j, before = start, -1
    while j < end and j != before:
        before = j
        j = min(end, finder.skip_adverbials(j, end, durations=False))
        j = _behind_phrase(finder, j, end) or j
    return j


def before_occasion(finder: PhraseFinder, a: int, b: int, answers: bool = False) -> int:
    """Return where an object [a, b) ends before in what it was said: "avviste kritikken | i en kort uttalelse".

    Only a new document or occasion counts: "kritikken i rapporten" is one phrase. Whom it was told and why end it too,
    and where, if it is confirmed or denied (`answers`): no "kræver regler på Facebook".
    """
    frame, speech = finder.frame, finder.speech
    for j in range(a, b - 1):
        if speech.has("complementizers", frame.lower(j)) or speech.has("infinitive_marks", frame.lower(j)):
            return b
        if j == a:
            continue
        if _tells_whom(finder, j) or _gives_reason(finder, j) or (answers and _where(finder, j, b)):
            return j
        if speech.has("held_at", frame.lower(j)) and speech.has("indefinite", frame.lower(j + 1)):
            near = range(j + 2, min(j + 2 + _REACH, b))
            if any(_occasion(finder, k) for k in near):
                return j
    return b


def _tells_whom(finder: PhraseFinder, j: int) -> bool:
    """Say whether the one told follows: "bekræfter nyheden | over for Ritzau", "afviser kritikken | til avisen"."""
    frame, speech = finder.frame, finder.speech
    if not speech.has("addressee_prepositions", frame.lower(j)):
        return False
    facing = speech.has("prepositions", frame.lower(j + 1))  # "over for"
    return facing or speech.noun_kind(frame.lower(j + 1)) == "medium" or speech.has("press", frame.lower(j + 1))


def _names_medium(finder: PhraseFinder, j: int) -> bool:
    """Say whether the name of a known medium opens at `j`: "bekræfter bruddet | til DR"."""
    tokens = finder.frame.tokens[j : j + _TITLE]
    if not tokens or not tokens[0].text[0].isupper():
        return False
    titles = (" ".join(t.text for t in tokens[: k + 1]) for k in range(len(tokens)))
    return any(is_media(title, finder.speech.lang) for title in titles)


def _where(finder: PhraseFinder, j: int, end: int) -> bool:
    """Say whether the place follows at which it was said: "afviser kritikken | på Facebook", "| under et møde"."""
    frame, speech = finder.frame, finder.speech
    if not speech.has("prepositions", frame.lower(j)):
        return False
    if speech.has("addressee_prepositions", frame.lower(j)) and _names_medium(finder, j + 1):
        return True
    if speech.has("floors", frame.lower(j + 1)):
        return j + 2 == end or finder.time_at(j + 2) is not None  # no "kritikken i Folketinget af planen"
    if speech.has("platforms", frame.lower(j + 1)) and frame.tokens[j + 1].text[0].isupper():
        return True
    near = range(j + 1, min(j + 1 + _REACH, end))
    return speech.has("during", frame.lower(j)) and any(_held(finder, k) for k in near)


def _held(finder: PhraseFinder, k: int) -> bool:
    """Say whether a noun tells where a speech is held, with its article or a part before it: "retsmødet"."""
    word, speech = finder.frame.lower(k), finder.speech
    stems = (word.removesuffix(e) for e in speech.words["definite_endings"])
    return any(stem in held or f"{stem}e" in held for held in (speech.words["occasions"],) for stem in (word, *stems))


def _gives_reason(finder: PhraseFinder, j: int) -> bool:
    """Say whether a reason follows: "afslog ansøgningen | med den begrundelse, at"."""
    frame, speech = finder.frame, finder.speech
    near = (frame.lower(j + 1), frame.lower(j + 2))
    return speech.has("prepositions", frame.lower(j)) and any(speech.has("reason_nouns", word) for word in near)


def _occasion(finder: PhraseFinder, j: int) -> bool:
    word = finder.frame.lower(j)
    return finder.speech.noun_kind(word) == "document" or finder.speech.has("occasions", word)


def _behind_phrase(finder: PhraseFinder, j: int, end: int) -> int | None:
    """Return the index after a preposition and its noun where more follows; None where the verb's object may be in it.

    A definite noun is a phrase by itself ("i retten"); after an article the next article or definite noun is a new one.
    """
    frame, speech = finder.frame, finder.speech
    if j + 2 >= end or not speech.has("prepositions", frame.lower(j)):
        return None
    k = j + 2 if speech.has("prepositions", frame.lower(j + 1)) else j + 1
    if frame.tokens[k].text[0].isupper():
        while k < end and (frame.tokens[k].text[0].isupper() or frame.tokens[k].text.isdigit()):
            k += 1
        return k if k < end and _opens(finder, k) else None
    if _definite(finder, k):
        return k + 1 if k + 1 < end and _follows(finder, k + 1) else None
    first = k + 2 if speech.has_any(_OPENS, frame.lower(k)) else k + 1
    return next(
        (m for m in range(first, min(end, first + _REACH)) if _opens(finder, m) or _behind_noun(finder, m)), None
    )


def _definite(finder: PhraseFinder, j: int) -> bool:
    """Say whether a word is a noun with its article at the end: "retten", "debatten"."""
    word = finder.frame.lower(j)
    endings = tuple(finder.speech.words["definite_endings"])
    return len(word) > _LONG and word.endswith(endings) and finder.frame.tokens[j].text[0].islower()


def _follows(finder: PhraseFinder, j: int) -> bool:
    """Say whether a phrase or adverbial can follow a definite noun at `j`, no mark and no relative clause."""
    token = finder.frame.tokens[j]
    wordy = token.text[0].isalnum() or token.text in MARKS
    relative = finder.speech.has("relative", token.lower) and not finder.speech.has("articles", token.lower)
    return wordy and not relative and not finder.speech.has("conjunctions", token.lower)


def _behind_noun(finder: PhraseFinder, j: int) -> bool:
    """Say whether `j` follows a noun the data know: "i en pressemelding | full åpenhet"."""
    known = finder.speech.noun_kind(finder.frame.lower(j - 1)) is not None
    return known and _follows(finder, j)


def _opens(finder: PhraseFinder, j: int) -> bool:
    """Say whether a new phrase opens at `j`: an article, a definite noun, a name, a preposition, a time."""
    frame, speech = finder.frame, finder.speech
    word = frame.lower(j)
    if speech.has_any((*_OPENS, *_LEADS), word):
        return True
    return bool(_definite(finder, j) or frame.tokens[j].text in MARKS or finder.date_at(j) or finder.name_at(j))
