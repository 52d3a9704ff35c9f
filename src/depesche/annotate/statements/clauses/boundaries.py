"""Where clauses begin and end, read off commas, conjunctions and small words: there is no parser."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from depesche.annotate.statements.clauses.finite import finite_here, reported_here
from depesche.annotate.statements.clauses.neighbours import finite_by_neighbour
from depesche.annotate.statements.frames.frame import DASHES, QUOTE, Frame
from depesche.lang.schema.morphology import VERBAL, surely_finite
from depesche.lang.schema.speech import Speech
from depesche.records import SegmentKind

# A full stop inside a frame belongs to an ordinal or abbreviation: frames end where sentences do.
_HELPING: Final = ("auxiliaries", "modals", "subjunctive")  # lists of words that are finite verbs
HARD: Final = frozenset({";", ":", QUOTE, "!", "?"})


def is_dash(frame: Frame, i: int) -> bool:
    """Say whether the token at `i` is a dash between clauses, not a hyphen inside a word."""
    tokens = frame.tokens
    if not 0 <= i < len(tokens) or tokens[i].text not in DASHES:
        return False
    before = i > 0 and tokens[i - 1].end < tokens[i].start
    after = i + 1 < len(tokens) and tokens[i].end < tokens[i + 1].start
    return before and after


def opens_clause(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the word at `i` opens a subordinate clause."""
    word = frame.lower(i)
    if speech.may_end("subordinator_phrases", word) and _ends_phrase(frame, i, speech.phrases["subordinator_phrases"]):
        return True
    if speech.has("complementizers", word):
        return not (speech.has("articles", word) and not _clause_like(frame, i, speech))
    if not speech.has("subordinators", word):
        return False
    if speech.has("prepositions", word):
        following = frame.lower(i + 1)  # "før han la til": a preposition leads to no subject
        if speech.grammar.verb_medial and speech.has("complementizers", following):
            return True  # "etter at"
        return speech.grammar.verb_medial and following in speech.subjects and not speech.has("articles", following)
    if speech.grammar.bare_comma and speech.has("as_markers", word) and not _after_pause(frame, i, speech):
        return False  # "hat den Plan als Farce bezeichnet"
    return not any(
        all(frame.lower(i + k) == w for k, w in enumerate(words))
        for words in speech.phrases.get("conjunction_phrases", ())
    )


def _after_pause(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a mark or the start of the sentence stands before `i`, a small word between allowed: ", erst als"."""
    while i > 1 and speech.has("adverbs", frame.lower(i - 1)):
        i -= 1
    before = frame.lower(i - 1)
    return not before[:1].isalnum() or speech.has("conjunctions", before)


def _ends_phrase(frame: Frame, i: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether one of the phrases ends at `i`: "selv om"."""
    return any(
        words[-1] == frame.lower(i) and all(frame.lower(i - k) == w for k, w in enumerate(reversed(words)))
        for words in phrases
    )


def _clause_like(frame: Frame, i: int, speech: Speech) -> bool:
    return i > 0 and frame.lower(i - 1) not in {",", ""} and not speech.has("prepositions", frame.lower(i - 1))


def after_mark(frame: Frame, i: int) -> int:
    """Return the index after the last mark before `i` that parts sentences, 0 where there is none."""
    if frame.breaks is None:
        frame.breaks = [j for j, token in enumerate(frame.tokens) if token.text in HARD]
    at = bisect_left(frame.breaks, i)
    return frame.breaks[at - 1] + 1 if at else 0


def clause_start(frame: Frame, i: int, speech: Speech) -> int:
    """Return the index of the first token of the clause that holds `i`: after the nearest mark or opening word."""
    j = i - 1
    while j >= 0:
        text = frame.tokens[j].text
        if text == "," or text in HARD or text in "()" or is_dash(frame, j) or opens_clause(frame, j, speech):
            return j + 1
        j -= 1
    return 0


def clause_end(frame: Frame, i: int, speech: Speech) -> int:
    """Return the index after the last token of the clause that holds `i`."""
    j = i + 1
    while j < len(frame.tokens):
        text = frame.tokens[j].text
        if text == "," or text in HARD or text in "()" or is_dash(frame, j) or opens_clause(frame, j, speech):
            return j
        j += 1
    return len(frame.tokens)


def parts(frame: Frame, a: int, b: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of [a, b) between its commas and dashes; empty ones are left out."""
    start = a
    for j in range(a, b):
        if frame.tokens[j].text == "," or is_dash(frame, j):
            if j > start:
                yield start, j
            start = j + 1
    if b > start:
        yield start, b


def is_finite(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the token at `j` is a finite verb the data know."""
    if speech.verbs is not None:
        return finite_here(frame, j, speech, speech.verbs)
    if speech.words["finite_or_noun"]:
        return finite_by_neighbour(frame, j, speech)
    word = frame.lower(j).removesuffix("n't").removesuffix("n’t")
    if speech.grammar.subject_first and in_name(frame, j):
        return False  # "told the Leave Means Leave rally that", "in May"
    if speech.has_any(_HELPING, word):
        roles = ("role_m", "role_f", "role")  # "powiedział były burmistrz"
        return not (speech.table and speech.has("formerly", word) and speech.noun_kind(frame.lower(j + 1)) in roles)
    if speech.has("finite", word):
        before = frame.lower(j - 1)  # "the lead", "a need" are nouns
        noun = speech.grammar.subject_first and speech.has("noun_articles", before)
        return not noun or speech.has("pointers", before)
    if speech.table is not None and (found := speech.reading(word)):
        if surely_finite(speech.table, word):
            return j == 0 or not frame.tokens[j].text[0].isupper()
        if VERBAL.isdisjoint(found):
            return False
    return len(word) > 5 and bool(speech.finite_endings) and word.endswith(speech.finite_endings)


def in_name(frame: Frame, j: int) -> bool:
    """Say whether a capital inside a sentence makes a word part of a name; in a title all words may have one."""
    if not 0 < j < len(frame.tokens) or not frame.tokens[j].text[0].isupper():
        return False
    return frame.kind is SegmentKind.BODY and frame.lower(j - 1).isalpha()


def is_past_with_object(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a regular past form at `j` has an object after it, so that it is no participle: "stopped the car"."""
    word, past = frame.lower(j), tuple(speech.words["past_endings"])
    if not past or len(word) < 5 or not word.endswith(past) or j + 1 >= len(frame.tokens):
        return False
    following = frame.tokens[j + 1]
    if speech.has("noun_articles", frame.lower(j - 1)) or speech.has("prepositions", frame.lower(j - 1)):
        return False
    person = any(following.lower in forms for key, forms in speech.pronouns.items() if key.startswith("object"))
    article = speech.has_any(("noun_articles", "plural_articles"), following.lower)
    return article or following.lower in speech.subjects or person


def is_reported(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the token at `j` is a finite verb in the subjunctive of reported speech."""
    if speech.verbs is not None:
        return reported_here(frame, j, speech, speech.verbs)
    return speech.has("subjunctive", frame.lower(j))


def has_words(frame: Frame, a: int, b: int, minimum: int) -> bool:
    """Say whether [a, b) holds at least so many words, looking no farther than needed."""
    for j in range(a, b):
        if minimum <= 0:
            break
        minimum -= 3 if frame.tokens[j].text == QUOTE else frame.tokens[j].text[0].isalnum()
    return minimum <= 0


def word_count(frame: Frame, a: int, b: int) -> int:
    """Return how many tokens of [a, b) are words or numbers; a quotation counts as many."""
    return sum(3 if t.text == QUOTE else 1 for t in frame.tokens[a:b] if t.text == QUOTE or t.text[0].isalnum())
