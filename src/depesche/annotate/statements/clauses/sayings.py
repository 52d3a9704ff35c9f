"""In what, when and to whom an English object was said: "rejected the claims | in a statement", "| on Monday".

Danish and Norwegian ones are read in `adverbials`, Polish ones in `case_adverbials`.
"""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.cues.cue_types import opens_phrase
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.subjects.phrases import PhraseFinder
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.lang.schema.tense import is_past, is_past_participle
from depesche.records import Act

_REACH: Final = 5  # tokens behind a preposition in which the noun stands: "a strongly worded joint statement"
_GERUND: Final = 5  # letters of a gerund at least
_TO_COME: Final = frozenset({Act.DEMAND, Act.PROMISE, Act.WARN})
_NEW: Final = ("indefinite", "counts")
_CLAUSES: Final = ("complementizers", "relative", "question")
_STOPS: Final = ("prepositions", "conjunctions", "infinitive_marks", *_CLAUSES)


def before_saying(finder: PhraseFinder, a: int, b: int, how: str, act: Act) -> int:
    """Return where an English noun phrase [a, b) ends before the adverbial of the verb that reports it.

    `how` is the construction, "object", "of" or "as". In what it was said counts only where it is new ("in a letter");
    "the claims in the letter" is one phrase. When it was said counts behind a noun of saying, or where the phrase is
    what something is called. What is wished, promised or threatened may go before or after something else.
    """
    frame, speech = finder.frame, finder.speech
    if not speech.grammar.subject_first:
        return b
    doing = _gerund(finder, a)  # of what was done, only a court is where it was denied
    for j in range(a + 1, b):
        if opens_asked(frame, j, speech):
            return j
        if _opens_clause(finder, j):
            return b
        if doing and _vehicle(finder, j, b, ("listeners",)):
            return j
        if doing:
            continue
        said = _said(finder, j - 1)
        beside = how == "as" or (how == "object" and said)
        vehicle = opens_phrase(frame, j, "saying_phrases", speech) or _vehicle(
            finder, j, b, ("occasions", "gatherings") if beside else ("occasions",)
        )
        if vehicle and not (how == "of" and said):
            return j
        if beside and _dates(finder, j, b):
            return j
        offset = speech.has("gerund_prepositions", frame.lower(j)) and speech.has("offsets", frame.lower(j))
        if offset and act not in _TO_COME and _gerund(finder, j + 1):
            return j
    return b


def opens_asked(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether "when asked" opens at `j`, or a sentence with "Asked" behind it: the one who speaks was asked."""
    opened = j < frame.text_start() or speech.has_any(("subordinators", "question"), frame.lower(j))
    if not speech.grammar.subject_first or not opened:
        return False
    forms = (e for e in speech.index.get(frame.lower(j + 1), ()) if isinstance(e, VerbForm))
    return any(form.kind == "participle" and form.verb.addressee for form in forms)


def _opens_clause(finder: PhraseFinder, j: int) -> bool:
    """Say whether a clause of the phrase opens at `j`, or a participle: "claims | made in a letter"."""
    frame, speech, word = finder.frame, finder.speech, finder.frame.lower(j)
    if speech.has_any(_CLAUSES, word) or is_finite(frame, j, speech):
        return True
    if speech.has("infinitive_marks", word):
        return not (
            frame.tokens[min(j + 1, len(frame.tokens) - 1)].text[0].isupper()
            or speech.has("noun_articles", frame.lower(j + 1))
        )
    done = is_past(word, speech.lang) or is_past_participle(word, speech.lang)
    before = frame.lower(j - 1)
    attribute = speech.has_any(("articles", "adverbs", "prepositions", "conjunctions"), before) or before == ","
    return done and not attribute and speech.noun_kind(word) is None


def _vehicle(finder: PhraseFinder, j: int, b: int, groups: tuple[str, ...]) -> bool:
    """Say whether a preposition leads to a new letter or speech, or to one's own: "in a letter", "in his speech".

    `groups` are the lists of what counts; a meeting does where what was said is right beside it: "denied the claims
    at a rally".
    """
    frame, speech = finder.frame, finder.speech
    if not speech.has("vehicle_prepositions", frame.lower(j)):
        return False
    opening = frame.lower(j + 1)
    own = any(opening in words for key, words in speech.pronouns.items() if key.startswith("possessive"))
    named = frame.tokens[min(j + 1, b - 1)].text[0].isupper()
    if not (speech.has_any(_NEW, opening) or own or named or speech.has("during", frame.lower(j))):
        return False
    for k in range(j + 1, min(j + 1 + _REACH, b)):
        word = frame.lower(k)
        if speech.has_any(_STOPS, word) or frame.tokens[k].text == ",":
            return False
        if speech.has_any(groups, word) or (own and "gatherings" in groups and speech.noun_kind(word) == "document"):
            return True
    return False


def _said(finder: PhraseFinder, j: int) -> bool:
    """Say whether a noun of saying, or for guilt, stands at `j`: "the allegations", "any wrongdoing"."""
    word = finder.frame.lower(j)
    entries = finder.speech.index.get(word, ())
    return any(isinstance(e, Noun) for e in entries) or finder.speech.has("charges", word)


def _dates(finder: PhraseFinder, j: int, b: int) -> bool:
    """Say whether when it was said follows: "on Monday", "after talks in Geneva"."""
    frame, speech = finder.frame, finder.speech
    if finder.date_at(j) is not None and not speech.has("noun_articles", frame.lower(j)):
        return True
    if finder.is_small(j) and j + 1 == b:
        return True  # "rejected the claims | earlier"
    led = speech.has("prepositions", frame.lower(j)) and j + 1 < b
    return led and (finder.date_at(j + 1) is not None or speech.has("offsets", frame.lower(j)))


def _gerund(finder: PhraseFinder, j: int) -> bool:
    word = finder.frame.lower(j)
    ending = word.endswith(tuple(finder.speech.words["gerund_endings"])) and len(word) > _GERUND
    return ending and finder.speech.noun_kind(word) is None
