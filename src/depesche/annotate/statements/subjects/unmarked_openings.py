"""Where an English subject starts behind an adverbial that no comma closes: "This week | the coach said".

An adverbial that a preposition opens is read in `stretches`.
"""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.subjects.noun_phrases import NounPhraseReader
from depesche.lang.schema.tense import is_past

_HEAD: Final = 4  # tokens of a time up to its noun: "The next few | days"
_PARTED: Final = ("prepositions", "conjunctions", "noun_articles", "predeterminers", "subordinators", "as_words")


def past_opening(reader: NounPhraseReader, a: int, b: int) -> int:
    """Return where the subject in the stretch [a, b) starts, `a` where nothing stands before it."""
    if a + 1 < b and _says(reader, a):
        return a + 1
    timed = _past_time(reader, a, b)
    if timed != a:
        return timed
    if any(reader.speech.has("relative", reader.frame.lower(j)) for j in range(a, b)):
        return a  # "a person who saw the letter"
    last = reader.frame.lower(b - 1)
    if is_past(last, reader.speech.lang) and reader.speech.noun_kind(last) is None:
        return a  # "the experts the paper consulted"
    return next((j for j in range(b - 1, a, -1) if _opens_another(reader, a, j)), a)


def _says(reader: NounPhraseReader, j: int) -> bool:
    """Say whether a gerund of speech stands at `j` behind its comma: ", saying | Lund had offered to go"."""
    forms = reader.speech.verb_forms.get(reader.frame.lower(j), ())
    return reader.frame.lower(j - 1) == "," and any(form.kind == "gerund" for form in forms)


def _past_time(reader: NounPhraseReader, a: int, b: int) -> int:
    """Return where the subject starts behind a time: "The night before the vote | Poole", "Two years ago | he"."""
    frame, speech = reader.frame, reader.speech
    near = range(a, min(a + _HEAD, b - 1))
    unit = next((j for j in near if speech.has("time_nouns", frame.lower(j))), None)
    if unit is None or any(not _leads_to_time(reader, j) for j in range(a, unit)):
        return a
    after = unit + 1
    behind = ("time_nouns", "adverbs")  # "ago", "later"
    while after < b and speech.has_any(behind, frame.lower(after)) and not reader.is_pronoun(after):
        after += 1
    if after < b and _can_open(reader, after) and after > a + 1:  # no "Day labourers"
        return after
    if not speech.has_any(("prepositions", "subordinators"), frame.lower(after)):
        return a
    opens = (j for j in range(after + 2, b) if _can_open(reader, j) and not _belongs(reader, j))
    return next(opens, a)


def _leads_to_time(reader: NounPhraseReader, j: int) -> bool:
    """Say whether a word can stand before the noun of a time: "the next", "that same", "two", "every"."""
    word = reader.frame.lower(j)
    number = word.isdigit() or reader.speech.has_any(("noun_articles", "plural_articles", "counts", "amounts"), word)
    return number or reader.speech.has("time_attributes", word)


def _can_open(reader: NounPhraseReader, j: int) -> bool:
    """Say whether a phrase that speaks can open at `j`: an article, a name, a pronoun, people."""
    word = reader.frame.lower(j)
    if reader.inside_name(j):
        return False
    named = reader.frame.tokens[j].text[0].isupper() and reader.frame.tokens[j - 1].text[0].islower()
    opens = named or reader.is_pronoun(j) or reader.speech.has("noun_articles", word)
    return opens or reader.speech.noun_kind(word) in ("collective", "anonymous")


def _belongs(reader: NounPhraseReader, j: int) -> bool:
    """Say whether a word leads to what opens at `j`: "before | the vote", "and | Lund", "all | the players"."""
    return reader.speech.has_any(_PARTED, reader.frame.lower(j - 1))


def _opens_another(reader: NounPhraseReader, a: int, j: int) -> bool:
    """Say whether a phrase of its own opens at `j`: "usual | the coach", "then | Poole", no "Jack | the Ripper"."""
    frame, speech = reader.frame, reader.speech
    before = frame.tokens[j - 1]
    if not before.text[0].islower() or reader.inside_name(j) or _belongs(reader, j):
        return False
    if speech.has("noun_articles", frame.lower(j)):  # no "men wearing | the club's shirt", "a boy named | the winner"
        verb = before.lower.endswith(tuple(speech.words["gerund_endings"])) or is_past(before.lower, speech.lang)
        return not verb
    if not frame.tokens[j].text[0].isupper() or speech.noun_kind(before.lower) is not None:
        return False
    led = speech.has("as_words", frame.lower(a - 1)) and a - 1 == frame.text_start()  # "As usual | Poole"
    offset = speech.has("offsets", frame.lower(a - 1)) and speech.has("time_nouns", frame.lower(a - 2))
    return led or offset or speech.has("adverbs", before.lower)
