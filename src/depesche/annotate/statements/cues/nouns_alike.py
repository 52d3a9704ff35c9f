"""Verb or noun: which word that looks like a reporting verb is a noun where it stands ("earlier claims that")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.cues.cue_types import matches
from depesche.annotate.statements.cues.verb_groups import NOT
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.annotate.statements.frames.words import owned_role
from depesche.lang.schema.speech import Noun, Speech, VerbForm
from depesche.lang.schema.tense import is_past
from depesche.records import SegmentKind

_ADJECTIVES: Final = 2  # adjectives between a verb and its object
_PHRASE: Final = 6  # tokens before a noun in which its article stands
_YEAR: Final = 4  # digits of a year
_SUBJECT: Final = 24  # tokens from the head of a subject to its verb
_BEFORE_VERBS: Final = ("modals", "infinitive_marks")
_ROLES: Final = ("role", "role_m", "role_f")
_PEOPLE: Final = ("collective", "anonymous", "human")


def is_base_noun(frame: Frame, i: int, forms: Sequence[VerbForm], speech: Speech) -> bool:
    """An uninflected English form is a verb only after a plural, pronoun or name: "critics claim", no "legal claim"."""
    word = frame.lower(i)
    if not speech.grammar.base_form_nouns:
        return False
    gerund = tuple(speech.words["gerund_endings"])
    if word.endswith("s") and i and frame.tokens[i - 1].text[0].islower() and frame.lower(i - 1).endswith(gerund):
        return True  # "seeking answers"
    if word.endswith("s") and speech.has("as_words", frame.lower(i + 1)):
        return True  # "dismisses the claims as"
    if word.endswith("s") and speech.has("prepositions", frame.lower(i - 1)):
        return True  # "a folder of notes", "holds him to promises made in May"
    if word.endswith("s") and _in_plural(frame, i, speech):
        return True
    if word.endswith("s") and frame.kind is SegmentKind.BODY and _opens_as_noun(frame, i, speech):
        return True
    following = frame.lower(i + 1)
    governs = any(following in f.verb.prepositions or (following,) in f.verb.next_words for f in forms)
    governs = governs and not any(isinstance(e, Noun) for e in speech.index.get(word, ()))  # "warns of"
    noun = speech.has("conjunctions", following) or speech.has("passive_by", following) or following == "of"
    noun = noun or _base_verb(following, speech)  # "unconfirmed reports suggest"
    noun = noun or (
        is_past(following, speech.lang) and speech.has("passive_by", frame.lower(i + 2))
    )  # "claims made by"
    if word.endswith("s") and not governs and noun:
        return True
    if all(f.verb.lemma.split()[0] != word for f in forms) or speech.has("unchanged_pasts", word):
        return False
    if any(matches(frame, i + 1, words) for f in forms for words in f.verb.next_words):
        return False  # "the club hit back at"
    if any(isinstance(e, Noun) for e in speech.index.get(word, ())) and is_finite(frame, i + 1, speech):
        return True  # "the police report | was leaked"
    if any(f.kind == "finite" and f.verb.lemma.split()[0] != word for f in forms):
        return False
    j = i - 1
    while j >= 0 and (speech.has("adverbs", frame.lower(j)) or speech.has("negations", frame.lower(j))):
        j -= 1
    before = frame.lower(j) if j >= 0 else ""
    if j < 0 or frame.tokens[j].text in {",", ")", QUOTE} or speech.has("relative", before):
        return False
    if before.endswith(("'s", "’s")):
        return True  # "the minister's claim"
    plural = before.endswith("s") and not before.endswith("ss") and not speech.has("prepositions", before)
    plural = plural or speech.has("irregular_plurals", before)
    pronoun = before in speech.subjects
    listed = speech.has_any(("modals", "auxiliaries", "infinitive_marks", "both", "phase"), before)
    listed = listed or before.endswith(NOT)
    name = frame.tokens[j].text[0].isupper()
    if name and _headline_noun(frame, i, speech):
        return True
    if plural or pronoun or listed or name or speech.noun_kind(before) in _PEOPLE:
        return False
    return not (_governs_clause(frame, i, speech) and _plural_subject(frame, j, speech))


def _in_plural(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a word in -s ends a plural phrase, where no verb in -s can stand: "two large | states"."""
    groups = ("prepositions", "auxiliaries", "conjunctions", "relative", "noun_articles", "adverbs")
    for j in range(i - 1, max(-1, i - _PHRASE), -1):
        word = frame.lower(j)
        if speech.has("plural_articles", word):
            return True
        if not word[:1].isalpha() or word in speech.subjects or speech.has_any(groups, word):
            return False
    return False


def _governs_clause(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a base form is never a noun ("say"), or a clause or an object follows it ("claim that")."""
    if speech.has("pure_verbs", frame.lower(i)):
        return True
    following = frame.tokens[i + 1] if i + 1 < len(frame.tokens) else None
    if following is None or speech.has("prepositions", following.lower):
        return False
    groups = ("complementizers", "noun_articles")
    return following.lower in speech.subjects or speech.has_any(groups, following.lower)


def _plural_subject(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a plural that more describes, or whose clause "and" goes on, stands before a base form.

    "Men from the city | say", "residents who live nearby | say", "they are angry and | say"; no "to come and | say".
    """
    joined = speech.has("conjunctions", frame.lower(j))
    for k in range(j, max(-1, j - _SUBJECT), -1):
        token = frame.tokens[k]
        if token.text in HARD or token.text == QUOTE or (token.text == "," and not joined):
            return False
        if joined and speech.has_any(("infinitive_marks", "modals"), token.lower):
            return False
        one = any(speech.has("indefinite", frame.lower(m)) for m in range(max(0, k - _ADJECTIVES), k))
        if not one and _is_plural(token.lower, speech) and (joined or _describes(frame, k + 1, speech)):
            return True  # no "a family friend said in a phone | call that"
    return False


def _is_plural(word: str, speech: Speech) -> bool:
    if speech.has("irregular_plurals", word):
        return True
    if word in speech.pronouns["subject_pl"] or speech.noun_kind(word) in _PEOPLE or speech.has("quantities", word):
        return True
    small = speech.has_any(("prepositions", "auxiliaries", "articles", "pointers"), word)
    return word.endswith("s") and not word.endswith("ss") and not small


def _describes(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a word goes on with the noun before it: a preposition, "who", "living", "stuck"."""
    word = frame.lower(j)
    small = speech.has_any(("prepositions", "relative", "noun_articles", "contracted"), word)
    small = small or word in speech.subjects  # "experts | the paper consulted | say"
    return small or word.endswith(tuple(speech.words["gerund_endings"])) or is_past(word, speech.lang)


def _opens_as_noun(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a word that is also a noun opens a clause, where no verb in -s stands: "Earlier | reports that"."""
    if not any(isinstance(e, Noun) for e in speech.index.get(frame.lower(i), ())):
        return False
    j = i - 1
    while j >= 0 and speech.has("adverbs", frame.lower(j)):
        j -= 1
    return j < 0 or frame.tokens[j].text in HARD


def _base_verb(word: str, speech: Speech) -> bool:
    """Say whether a word is the present of a reporting verb after a plural, no noun: "suggest", "say"."""
    entries = speech.index.get(word, ())
    verb = any(isinstance(e, VerbForm) and e.kind == "finite" and e.verb.lemma == word for e in entries)
    return verb and not any(isinstance(e, Noun) for e in entries)


def is_noun_here(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the word at `i` is a noun after all: an article before it, or a German capital inside a sentence."""
    token = frame.tokens[i]
    before = frame.lower(i - 1) if i else ""
    if i and token.text[0].isupper() and not speech.grammar.verb_final and before not in {QUOTE, ":", "-", "–", "—"}:
        return True
    if _titles_name(frame, i, speech) or owned_role(frame, i, speech):
        return True
    if before.isdigit() and not speech.grammar.verb_final:  # "2019 forderte sie": a German noun has its capital
        noun = any(isinstance(e, Noun) for e in speech.index.get(frame.lower(i), ()))
        led = i > 1 and (speech.has("prepositions", frame.lower(i - 2)) or frame.tokens[i - 2].text[0].isupper())
        aged = led and not noun  # "Bo Krag på 44 siger", "TV 2 skriver"
        year = len(before) == _YEAR  # "Da banken i 2022 meddelte, at"
        if speech.grammar.subject_first:
            return noun or not (year and led)  # "The firm that built it in 1990 denied"
        return not (speech.grammar.verb_medial and (year or aged))
    if before == "-" and i > 1 and frame.tokens[i - 2].end == frame.tokens[i - 1].start == token.start - 1:
        return True  # "so-called"
    if speech.grammar.verb_final and i and token.text[0].isupper():
        return not (before in {":", "-", "–", "—", QUOTE} or before in {".", "?", "!"})
    if speech.grammar.subject_first:
        if _attributive(frame, i, speech) or _object_noun(frame, i, speech):
            return True
        if speech.has("adverbs", before) and speech.has("noun_articles", frame.lower(i - 2)):
            return True  # "the only claims that"
        if speech.has("complementizers", before) and i > 1:
            told = speech.index.get(frame.lower(i - 2), ())
            if any(isinstance(e, VerbForm) and "that" in e.verb.takes for e in told):
                return True  # "said that | demand fell": no subject stands before it
    return speech.has("noun_articles", before) and not _owner_behind(frame, i - 1, speech)


def _titles_name(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a Danish or Norwegian role stands before a name: "Anfører Bo Holm er glad", "siger anfører Holm"."""
    if not speech.grammar.verb_medial or frame.kind is not SegmentKind.BODY or i + 1 >= len(frame.tokens):
        return False
    if speech.noun_kind(frame.lower(i)) not in _ROLES or not frame.tokens[i + 1].text[0].isupper():
        return False
    if i == frame.text_start():
        return True
    forms = speech.verb_forms.get(frame.lower(i - 1), ())
    said = any(form.kind == "finite" and "quote" in form.verb.takes and not form.verb.with_words for form in forms)
    return said or speech.has("conjunctions", frame.lower(i - 1))


def is_no_noun(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a noun of reporting is a name here ("went to Promises") or an English verb ("will offer")."""
    before = frame.lower(i - 1)
    if speech.grammar.base_form_nouns and (before in speech.subjects or speech.has_any(_BEFORE_VERBS, before)):
        return True
    inside = frame.kind is SegmentKind.BODY and before.isalpha() and not speech.grammar.verb_final
    return inside and frame.tokens[i].text[0].isupper()


def _object_noun(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a word that is also a noun is the object of the verb before it: "rejected earlier claims that"."""
    if not any(isinstance(e, Noun) for e in speech.index.get(frame.lower(i), ())):
        return False
    if speech.has("infinitive_marks", frame.lower(i - 1)) and not frame.lower(i).endswith("s"):
        return False  # "declined to comment"
    for j in range(i - 1, max(-1, i - 1 - _ADJECTIVES), -1):
        word = frame.lower(j)
        if any(isinstance(e, VerbForm) for e in speech.index.get(word, ())):
            return not speech.has("noun_articles", frame.lower(j - 1))  # "the report claims that"
        noun = speech.noun_kind(word) is not None or word in speech.subjects or speech.has("articles", word)
        if noun or not frame.tokens[j].text[0].islower():
            return False
    return False


def _attributive(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a participle qualifies the noun after it: "of repeated complaints", "two projected seats"."""
    if i == 0 or i + 1 >= len(frame.tokens) or not frame.lower(i).endswith(tuple(speech.words["past_endings"])):
        return False
    opened = speech.has("complementizers", frame.lower(i - 1)) and is_finite(frame, i + 2, speech)
    if not (opened or speech.has_any(("prepositions", "counts"), frame.lower(i - 1))):
        return False
    following = frame.tokens[i + 1]
    groups = ("articles", "prepositions", "complementizers", "question", "conjunctions", "infinitive_marks", "adverbs")
    small = speech.has_any(groups, following.lower) or following.lower in speech.subjects
    return following.text[0].islower() and not small and not is_finite(frame, i + 1, speech)


def _owner_behind(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a possessive stands behind its noun: "Moren hennes | sa"; what follows then is no noun of its own."""
    if not speech.words["definite_endings"] or j < 1 or speech.has("indefinite", frame.lower(j)):
        return False
    word = frame.lower(j - 1)
    return word.endswith(tuple(speech.words["definite_endings"])) and speech.noun_kind(word) is not None


def _headline_noun(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a headline's noun stands between a name and another noun with a verb: "Moldova blast toll rises"."""
    if frame.kind is not SegmentKind.TITLE or i + 2 >= len(frame.tokens) or not frame.tokens[i + 1].text[0].islower():
        return False
    following, verb = frame.lower(i + 1), frame.lower(i + 2)
    groups = ("articles", "prepositions", "complementizers", "conjunctions", "infinitive_marks", "adverbs", "modals")
    if speech.has_any(groups, following) or following in speech.subjects:
        return False
    return verb.endswith("s") or is_past(verb, speech.lang) or is_finite(frame, i + 2, speech)
