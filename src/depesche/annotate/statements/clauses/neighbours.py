"""Which tokens of a frame are finite verbs that report nothing, read off their form and the word before them.

Danish and Norwegian spell many verbs like nouns ("leder", "kamper") and past tenses like participles ("planlagte"): in
these languages the word before decides, since an article, a preposition or an adjective never stands before a finite
verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.lang.schema.speech import Speech, VerbForm
from depesche.lang.schema.tense import is_past, is_past_participle

_LONG: Final = 4  # letters above which an ending tells a definite noun
_ATTRIBUTES: Final = 4  # words of a definite phrase before a participle
_CLAUSE: Final = 15  # tokens of a clause in which a verb excludes another
_OPENS: Final = ("conjunctions", "complementizers", "subordinators", "relative", "question")
_BESIDE: Final = ("adverbs", "negations")  # groups of words between a subject and its verb
_NUMBER: Final = ("neither", "unnamed")  # groups of words that stand for people or before a noun
_AMOUNT: Final = (*_NUMBER, "any_words")  # the same with "alle", which holds no adverb
_SMALL: Final = ("adverbs", "relative", "negations", "subordinators", "modals", "auxiliaries", "infinitive_marks")
_NOUNS: Final = ("time_nouns", "venues", "manners")  # groups of nouns, which may end like adjectives
_BEHIND_VERB: Final = ("complementizers", "articles")  # groups of words that no participle before a noun has next
_CLOSED: Final = (  # groups of words before which a noun phrase is over
    "prepositions", "adverbs", "negations", "articles", "infinitive_marks", "complementizers", "reflexives", "question",
    "conjunctions", "subordinators", "relative", "auxiliaries", "modals",
)  # fmt: skip


def finite_by_neighbour(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the token at `j` is a finite verb that reports nothing."""
    hit = frame.finite.get(j)
    if hit is None:
        hit = frame.finite[j] = 0 <= j < len(frame.tokens) and _by_neighbour(frame, j, speech)
    return hit


def verb_here(frame: Frame, j: int, speech: Speech, forms: Sequence[VerbForm]) -> bool:
    """Say whether one of the `forms` of reporting verbs is one here, no participle before its noun: "formodede
    tilfælde", "zum wiederholten Mal"."""
    if not speech.grammar.verb_medial:
        return not (speech.grammar.verb_final and j > 0 and _led(frame, j, speech))
    kinds = {form.kind for form in forms}
    if {"finite", "participle"} <= kinds and _second_verb(frame, j, speech):
        return False
    if "participle" in kinds and _attribute(frame, j, speech):
        return False
    if not frame.lower(j).endswith("e") or kinds == {"infinitive"}:
        return True
    if kinds == {"finite"} and not _may_describe(frame.lower(j), forms, speech):
        return True
    if not j:
        return _closed_after(frame, 1, speech) or frame.lower(1) in speech.subjects
    return _no_attribute(frame, j, speech)


def _led(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a German form stands between a preposition and its noun: "zum | wiederholten | Mal", never in
    "hob er auf | kritisierten"."""
    word = frame.tokens[j].text
    noun = j + 1 < len(frame.tokens) and frame.tokens[j + 1].text[0].isupper()
    qualifies = word[0].islower() and word.endswith(("en", "er", "em", "es"))
    return noun and qualifies and speech.has("fused_articles", frame.lower(j - 1))


def told_verb(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a verb that reports, or is spelt like a noun, has its subject before it: "tror | broen ikke | åpner".

    Danish and Norwegian, for the first verb of a clause; behind "ingen" or "alle" only a past is one: "frykter ingen |
    klager".
    """
    word = frame.lower(j)
    if not speech.grammar.verb_medial or frame.tokens[j].text[0].isupper():
        return False
    known = speech.has_any(("finite", "finite_or_noun"), word) or _inflected(word, speech)
    known = known or any(form.kind == "finite" for form in speech.verb_forms.get(word, ()))
    if not known or speech.has_any(("prepositions", "adverbs"), word):
        return False
    i = j
    while i > 0 and speech.has_any(_BESIDE, frame.lower(i - 1)) and frame.lower(i - 1) not in speech.subjects:
        i -= 1
    before = frame.lower(i - 1) if i else ""
    if speech.has_any(_BESIDE, frame.lower(j - 1)) and speech.has_any(_NUMBER, frame.lower(j - 1)):
        return is_past(word, speech.lang) and _whole_before(frame, j, speech)
    if before in speech.subjects:
        return i < j or not speech.has("articles", before) or _closed_after(frame, j + 1, speech)
    if speech.has_any(_AMOUNT, before):
        return speech.has("finite", word) or (is_past(word, speech.lang) and _whole_before(frame, j, speech))
    return _ends_subject(frame, i, speech)


def _whole_before(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether no noun that the form at `j` qualifies follows: "ingen varslet | naboene", "ingen ringte | til"."""
    return _closed_after(frame, j + 1, speech) or _subject_next(frame, j + 1, speech)


def _may_describe(word: str, forms: Sequence[VerbForm], speech: Speech) -> bool:
    """Say whether a past is spelt like the participle before a noun: "planlagte", "meldte", no "sagde"."""
    lemmas = {form.verb.lemma for form in forms}
    stems = [word[:-1], word[:-3] + "et", word[:-2]]  # "fortalte", "meldede" of "meldt", "meldet"
    if not word.endswith("de") or word.endswith("ede"):
        stems.append(word[:-2] + "t")  # but "sagde" is none of "sagt"
    participles = (f for stem in stems for f in speech.verb_forms.get(stem, ()) if f.kind == "participle")
    return any(form.verb.lemma in lemmas for form in participles)


def _attribute(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a participle stands between an indefinite article and its noun: "en anerkjent kokk"."""
    at = j - 1
    if speech.has_any(("adverbs", "negations"), frame.lower(at)):
        at -= 1  # "en ikke bekreftet melding"
    return speech.has("indefinite", frame.lower(at)) and not _closed_after(frame, j + 1, speech)


def is_participle(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the word behind "have" at `j` is a participle the data know, no noun: "taget", "læst", "ret"."""
    word = frame.lower(j)
    if any(isinstance(e, VerbForm) and e.kind == "participle" for e in speech.index.get(word, ())):
        return True
    if speech.has("nonfinite", word) or is_past_participle(word, speech.lang):
        return True
    presents = (word[:-1] + "er", word[:-2] + "er")
    return word.endswith("t") and any(speech.has(g, w) for w in presents for g in ("finite", "finite_or_noun"))


def shaped_participle(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a German word has the shape of a participle: "gefunden", "angerufen", "bedroht"."""
    word = frame.lower(j)
    if not frame.tokens[j].text[0].islower() or not word.endswith(("t", "n")):
        return False
    marked = word.startswith(tuple(speech.words["participle_marks"])) or "ge" in word[2:8] or word.endswith("iert")
    return marked and not (speech.has("adverbs", word) or speech.has("prepositions", word))


def _second_verb(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether its clause has a verb before a form that may be a participle: "gjorde han seg bemerket"."""
    for i in range(j - 1, max(-1, j - _CLAUSE), -1):
        word = frame.lower(i)
        if not word[:1].isalnum() or speech.has_any(_OPENS, word) or speech.has("auxiliaries", word):
            return False
        if finite_by_neighbour(frame, i, speech) and not speech.has("modals", word):
            return True
    return False


def _by_neighbour(frame: Frame, j: int, speech: Speech) -> bool:
    word = frame.lower(j)
    if speech.has("auxiliaries", word) or speech.has("modals", word):
        return not speech.has("nonfinite", word)
    sure = speech.has("finite", word)
    if not sure and not speech.has("finite_or_noun", word) and not _inflected(word, speech):
        return False
    if j and frame.tokens[j].text[0].isupper():
        return False
    before = frame.lower(j - 1) if j else ""
    if speech.has("infinitive_marks", before) and not speech.has("complementizers", before):
        return False
    if before in speech.subjects and not speech.has("articles", before):
        return True
    if speech.has_any(("articles", "noun_articles", "prepositions"), before) or before.isdigit():
        person = speech.noun_kind(word) is not None or speech.has("descriptors", word)  # "den tiltalte"
        return not person and before in speech.subjects and _closed_after(frame, j + 1, speech)
    return _no_attribute(frame, j, speech) if sure else _subject_before(frame, j, speech)


def _inflected(word: str, speech: Speech) -> bool:
    """Say whether a word is the passive in -s or the past of a verb known by its present: "ruten | lukkes |", "holdet |
    fortjente | sejren"."""
    present = f"{word[:-1]}r" if word.endswith("es") else f"{word[:-2]}er" if word.endswith("te") else ""
    present = f"{word[:-2]}r" if word.endswith("ede") else present
    return bool(present) and (speech.has("finite", present) or speech.has("finite_or_noun", present))


def _closed_after(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether no noun follows, so that "de" before the verb was a pronoun: "de leder nu", not "de savnede"."""
    if j >= frame.last() or frame.tokens[j].text == QUOTE or not frame.tokens[j].text[0].isalpha():
        return True
    word = frame.lower(j)
    if frame.tokens[j].text[0].isupper() or word in speech.subjects:
        return True
    return speech.has_any(_CLOSED, word)


def _no_attribute(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether no adjective stands before a form that can be a participle: "den nye planlagte fabrik"."""
    before = frame.tokens[j - 1] if j else None
    if before is None or not frame.lower(j).endswith("e") or before.text[0].isupper():
        return True
    if speech.has("prepositions", frame.lower(j - 2)) and before.lower in speech.pronouns["subject_n"]:
        return False  # "efter det oplyste"
    if speech.has("articles", before.lower):
        return _closed_after(frame, j + 1, speech)
    if before.lower in speech.subjects:
        return True
    if frame.lower(j + 1) in {":", QUOTE} or speech.has_any(_BEHIND_VERB, frame.lower(j + 1)):
        return True  # "på sin side mente | at", "begge hære beskyldte | den anden"
    if frame.lower(j + 1) == "," and speech.has_any(("complementizers", "question"), frame.lower(j + 2)):
        return True  # "flere husejere fortalte, | at"
    if _subject_next(frame, j + 1, speech):
        told = speech.has("complementizers", frame.lower(j + 2))  # "Helt til det siste opplyste | politiet at"
        if told or not _definite_before(frame, j, speech):
            return True
    if before.text[0].isdigit() or _aged(frame, j - 1, speech):
        verb = speech.has_any(("auxiliaries", "modals"), frame.lower(j + 1))  # "den 45-årige anklagede | blev"
        return _closed_after(frame, j + 1, speech) and not verb  # "den 45-årige fortalte | i retten"
    inflected = before.lower.endswith("e") and not before.lower.endswith(tuple(speech.words["definite_endings"]))
    small = speech.has_any((*_SMALL, *_NOUNS), before.lower)
    return not inflected or small or speech.noun_kind(before.lower) is not None


def _aged(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the word at `j` names somebody by age: "45-årige", in one token or more."""
    endings = tuple(speech.words["age_endings"])
    return bool(endings) and frame.lower(j).endswith(endings)


def _subject_next(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether what stands at `j` is a subject, no noun with an attribute: "På et møde afviste | topchefen"."""
    if j >= frame.last() or not frame.tokens[j].text[0].isalpha():
        return False
    word = frame.lower(j)
    definite = len(word) > _LONG and word.endswith(tuple(speech.words["definite_endings"]))
    return definite or frame.tokens[j].text[0].isupper() or word in speech.subjects


def _definite_before(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a definite article opens the phrase before `j`: Norwegian "den nye planlagte fabrikken"."""
    near = (frame.lower(k) for k in range(max(0, j - _ATTRIBUTES), j))
    return any(speech.has("articles", word) and not speech.has("indefinite", word) for word in near)


def _subject_before(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the word before a form that is also a noun's can end a subject."""
    if not j:
        return False
    before, word = frame.tokens[j - 1], frame.lower(j)
    if before.lower in speech.subjects or speech.has("relative", before.lower):
        return True
    if speech.has("prepositions", word) or speech.has("adverbs", word) or before.lower.endswith("s"):
        return False  # "Broen ved havnen", "Avisens leder"
    if any(form.kind == "finite" for form in speech.verb_forms.get(before.lower, ())):
        return False  # "jublet trener Ole Hansen"
    if speech.has("finite_or_noun", before.lower):
        return not finite_by_neighbour(frame, j - 1, speech)  # "Partiets planer | stanser"
    return _ends_subject(frame, j, speech)


def _ends_subject(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a noun phrase can end before `j`: with a bracket, a person, a name, a definite noun."""
    if not j:
        return False
    before = frame.tokens[j - 1]
    if before.text == ")" or speech.noun_kind(before.lower) is not None:
        return True
    if before.text[0].isupper():
        return j > 1 or len(before.text) > 1
    return len(before.text) > _LONG and before.lower.endswith(tuple(speech.words["definite_endings"]))
