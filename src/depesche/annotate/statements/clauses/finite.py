"""Finite verbs by form and neighbours, for a language whose verbs are listed: "verletzte" is a verb or an attribute."""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.lang.schema.speech import Speech
from depesche.lang.schema.verbs import FINITE, VerbKind, VerbTable

_BOUNDS: Final = frozenset({",", ";", ":", "!", "?", "(", ")", QUOTE})
_CLAUSE: Final = 30  # tokens between an auxiliary and the end of its clause
_ATTRIBUTE: Final = 10  # tokens between an article and the participle before its noun
_ADJECTIVE: Final = ("e", "en", "er", "es", "em")
_OF_ONE: Final = VerbKind.PRESENT | VerbKind.PAST


def finite_here(frame: Frame, j: int, speech: Speech, verbs: VerbTable) -> bool:
    """Say whether the token at `j` is a finite verb."""
    hit = frame.finite.get(j)
    if hit is None:
        hit = frame.finite[j] = _finite(frame, j, speech, verbs)
    return hit


def reported_here(frame: Frame, j: int, speech: Speech, verbs: VerbTable) -> bool:
    """Say whether the token at `j` is a finite verb in the first subjunctive, or one in the second that shows it."""
    word = frame.lower(j)
    if speech.has("subjunctive", word):
        return frame.tokens[j].text[0].islower() or j == 0
    kind = verbs.kinds(word)
    return (
        bool(kind & (VerbKind.REPORTED | VerbKind.UNREAL))
        and not kind & _OF_ONE
        and finite_here(frame, j, speech, verbs)
    )


def _finite(frame: Frame, j: int, speech: Speech, verbs: VerbTable) -> bool:
    if not 0 <= j < len(frame.tokens):
        return False
    word = frame.lower(j)
    small = frame.tokens[j].text[0].islower()
    if speech.has("auxiliaries", word) or speech.has("modals", word):
        if _possessive(frame, j, speech):
            return False
        return (small or j == 0) and not speech.has("nonfinite", word)
    kind = verbs.kinds(word) & (FINITE | VerbKind.PARTICIPLE)
    if not kind & FINITE:
        return False
    if not small:
        return j == 0 and bool(kind & _OF_ONE) and _subject_next(frame, speech)
    if word.endswith(_ADJECTIVE) and _may_qualify(frame, j, kind, speech, verbs) and _attribute(frame, j, speech):
        return False
    if kind & VerbKind.PARTICIPLE and speech.has("visibly", frame.lower(j - 1)) and j:
        return False  # "sichtlich | erschöpft"
    if kind & VerbKind.PLURAL and not kind & _OF_ONE and _infinitive(frame, j, speech):
        return False
    return not (kind & VerbKind.PARTICIPLE and _beside_auxiliary(frame, j, speech))


def _possessive(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether "sein" at `j` owns the noun behind it, adjectives between: "verlangte | sein neuer Anwalt"."""
    word, k = frame.lower(j), j + 1
    if not any(word in forms for key, forms in speech.pronouns.items() if key.startswith("possessive")):
        return False
    while k < len(frame.tokens) and frame.tokens[k].text[0].islower() and frame.lower(k).endswith(("er", "es")):
        k += 1
    return k < len(frame.tokens) and frame.tokens[k].text[0].isupper()


def _subject_next(frame: Frame, speech: Speech) -> bool:
    """Say whether the sentence opens with its verb: "Hält die Brücke", not "Macht ist …"."""
    word = frame.lower(1)
    return word in speech.subjects or speech.has("articles", word)


def _may_qualify(frame: Frame, j: int, kind: int, speech: Speech, verbs: VerbTable) -> bool:
    """Say whether a form can stand before a noun: "verletzte" can, the past "teilte" can't ("Das teilte Berg mit")."""
    word = frame.lower(j)
    if not kind & VerbKind.PAST or not word.endswith(("te", "ten")):
        return True
    if j == 1 and speech.has("pointers", frame.lower(0)):  # "Das bestätigte Trainer Berg", with no verb behind it
        rest = frame.tokens[j + 2 :]
        if not any(t.text[0].islower() and verbs.kinds(t.lower) & _OF_ONE for t in rest):
            return False
    return bool(verbs.kinds(word[: word.rindex("e")]) & VerbKind.PARTICIPLE)


def _attribute(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a form stands before its noun: "die verletzte Frau", "eine am Montag veröffentlichte Studie"."""
    k = j + 1
    while k < len(frame.tokens) and frame.tokens[k].text[0].islower() and frame.lower(k).endswith(_ADJECTIVE):
        if speech.has("articles", frame.lower(k)) or frame.lower(k) in speech.subjects:
            return False
        k += 1
    if k >= len(frame.tokens) or not (frame.tokens[k].text[0].isupper() or frame.tokens[k].text[0].isdigit()):
        return False
    before = frame.lower(j - 1)
    if speech.has("prepositions", before) or speech.has("conjunctions", before):
        behind = speech.has("postpositions", before) and j > 1 and frame.tokens[j - 2].text[0].isupper()
        return speech.has("prepositions", before) and not behind  # "Der Zeitung gegenüber | erklärte Berg"
    closed = False  # a noun stands between here and the article: its phrase is complete
    for i in range(j - 1, max(-1, j - _ATTRIBUTE), -1):
        text, word = frame.tokens[i].text, frame.lower(i)
        if text in _BOUNDS:
            return False
        if speech.has("articles", word):
            if _oblique(frame, i, speech) and frame.lower(j).endswith("e"):
                return False  # "gegenüber der dpa | erklärte Berg": an attribute of hers would end in -en
            opens = i + 1 == j or frame.tokens[i + 1].text[0].islower()
            return opens and (not closed or speech.has("prepositions", frame.lower(i + 1)))
        closed = closed or text[0].isupper()
    return False


def _oblique(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the article at `i` shows a dative, or an accusative that is no nominative."""
    word = frame.lower(i)
    if speech.has("pure_datives", word) or speech.has("accusative_articles", word):
        return True
    return speech.has("articles_m", word) and speech.has("prepositions", frame.lower(i - 1)) and i > 0


def _clause_left(frame: Frame, j: int, speech: Speech) -> range:
    i = j - 1
    while i >= 0 and j - i < _CLAUSE and frame.tokens[i].text not in _BOUNDS:
        if speech.has("complementizers", frame.lower(i)) or speech.has("subordinators", frame.lower(i)):
            break
        i -= 1
    return range(i + 1, j)


def _governor(frame: Frame, j: int, speech: Speech) -> int:
    """Return where an auxiliary or modal may stand behind the verb it governs: "bezahlt (zu) haben"."""
    j += 2 if frame.lower(j + 1) in MARKS else 1
    return j + 1 if speech.has("infinitive_marks", frame.lower(j)) else j


def _infinitive(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a form in -en is an infinitive: after "zu", or in the clause of a modal."""
    if speech.has("infinitive_marks", frame.lower(j - 1)):
        return True
    if speech.has("modals", frame.lower(_governor(frame, j, speech))):
        return True
    return any(
        speech.has("modals", frame.lower(i)) or frame.lower(i) in speech.words["infinitive_verbs"]
        for i in _clause_left(frame, j, speech)
    )


def _beside_auxiliary(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a form that can be a participle is one: its auxiliary stands after it or before it in the clause."""
    if speech.has("auxiliaries", frame.lower(_governor(frame, j, speech))):
        return True
    return any(speech.has("auxiliaries", frame.lower(i)) for i in _clause_left(frame, j, speech))
