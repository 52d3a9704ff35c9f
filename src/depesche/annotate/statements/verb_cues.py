"""Reads a reporting verb in its clause: fixed words, auxiliary, voice, negation; nouns alike are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from depesche.annotate.statements.clauses import HARD, clause_start, is_finite
from depesche.annotate.statements.cue_types import VerbCue, matches
from depesche.annotate.statements.frames import QUOTE, Frame
from depesche.annotate.statements.particles import REACH, find_particle
from depesche.lang.schema.speech import (
    Refusal,
    Speech,
    Verb,
    VerbForm,
)
from depesche.lang.schema.verbs import FINITE
from depesche.records import Act

_NEAR: Final = 8  # tokens between a verb and its reflexive pronoun or fixed words
_ASKING: Final = 6  # tokens from the start of a sentence in which subject and auxiliary may change places
_BRACKET: Final = 12  # tokens of "(Bündnis 90/Die Grünen)"
_AUXILIARY: Final = 25  # tokens between an auxiliary and its participle
_JOINED: Final = 40  # tokens between an auxiliary and a second participle that shares it
_WILL_NOT: Final = Refusal((), frozenset(), True, Act.DECLINE)  # "vil ikke si", "wollte sich nicht äußern"
_REFUSES: Final = {  # whose negation has an act of its own: "vil ikke udelukke", "kan ikke genkende"
    "assert": Refusal((), frozenset(), True, Act.ASSERT),
    "deny": Refusal((), frozenset(), True, Act.DENY),
    "none": Refusal((), frozenset(), True, Act.ASSERT),
}


def _near(frame: Frame, i: int, words: tuple[str, ...], speech: Speech) -> tuple[int, ...] | None:
    """Return where the fixed words stand near `i`, first after it, then before."""
    if words[0] not in frame.words:
        return None
    tokens = frame.tokens
    reach = REACH if speech.grammar.verb_final else _NEAR
    for j in range(i + 1, min(len(tokens), i + 1 + reach)):
        if tokens[j].text in ";:" or tokens[j].text == QUOTE or (tokens[j].text == "," and reach == _NEAR):
            break
        if tokens[j].lower == words[0] and j not in frame.quoted and matches(frame, j, words):
            return tuple(range(j, j + len(words)))
    for j in range(i - 1, max(-1, i - _NEAR), -1):
        if tokens[j].text in ";:" or tokens[j].text == QUOTE:
            break
        if tokens[j].text == "," and speech.grammar.verb_medial:
            break
        if tokens[j].lower == words[0] and j not in frame.quoted and matches(frame, j, words):
            return tuple(range(j, j + len(words)))
    return None


def _following(frame: Frame, i: int, words: tuple[str, ...], speech: Speech) -> tuple[int, ...] | None:
    """Return where the words stand right after `i`, an adverb between allowed ("went quietly on")."""
    for j in (i + 1, i + 2):
        if matches(frame, j, words):
            return tuple(range(j, j + len(words)))
        if not speech.has("adverbs", frame.lower(j)):
            break
    return None


def _fixed_parts(frame: Frame, i: int, form: VerbForm, speech: Speech) -> tuple[int, ...] | None:
    """Return the tokens a form needs beside itself; None where one is missing."""
    parts: tuple[int, ...] = ()
    if form.rest:
        if not matches(frame, i + 1, form.rest):
            return None
        parts += tuple(range(i + 1, i + 1 + len(form.rest)))
    if form.needs_particle:
        at = find_particle(frame, i, form.verb.particle or "", speech)
        if at is None:
            return None
        parts += (at,)
    if form.verb.next_words:
        following = next((p for w in form.verb.next_words if (p := _following(frame, i, w, speech)) is not None), None)
        if following is None:
            return None
        parts += following
    if form.verb.with_words:
        found = next((p for w in form.verb.with_words if (p := _near(frame, i, w, speech)) is not None), None)
        if found is None:
            return None
        parts += found
    if form.verb.reflexive:
        lo = clause_start(frame, i, speech) if speech.grammar.verb_final else max(0, i - _NEAR)
        lo, hi = min(lo, max(0, i - _NEAR)), min(len(frame.tokens), i + _NEAR)
        if not any(speech.has("reflexives", frame.lower(j)) for j in range(lo, hi)):
            return None
    return parts


def _clause_left(frame: Frame, i: int, speech: Speech) -> int:
    """Return where the clause of `i` starts, a party in brackets inside it: "hat Berg (SPD) gefordert"."""
    start = clause_start(frame, i, speech)
    if not speech.grammar.verb_second or not start or frame.tokens[start - 1].text != ")":
        return start
    opening = next(
        (k for k in range(start - 1, max(-1, start - 1 - _BRACKET), -1) if frame.tokens[k].text == "("), None
    )
    return start if opening is None else clause_start(frame, opening, speech)


def _auxiliary_left(frame: Frame, i: int, speech: Speech, reach: int) -> int | None:
    start = _clause_left(frame, i, speech)
    for j in range(i - 1, max(start, i - reach) - 1, -1):
        if speech.has("auxiliaries", frame.lower(j)):
            return j
    return None


def _auxiliary(frame: Frame, i: int, speech: Speech) -> int | None:
    """Return the auxiliary of the participle at `i`: before it, or right after it in a verb-final clause."""
    if speech.grammar.verb_final:
        for j in (i + 1, i + 2):
            if speech.has("auxiliaries", frame.lower(j)):
                return j
            if not frame.lower(j)[:1].isalpha():
                break
    reach = _AUXILIARY if speech.grammar.verb_second else 6
    return _auxiliary_left(frame, i, speech, reach)


def _skip_left(frame: Frame, i: int, speech: Speech) -> tuple[int, bool, bool, int | None]:
    """Walk left over the verb group: (first token of the group, negated, modal, nearest auxiliary)."""
    negated = modal = False
    auxiliary: int | None = None
    j = i - 1
    first = i
    while j >= 0:
        word = frame.lower(j)
        if word == "n't" or word.endswith(("n't", "n’t")) or speech.has("negations", word):
            negated = True
        elif speech.has("auxiliaries", word):
            auxiliary = j if auxiliary is None else auxiliary
        elif speech.has("modals", word):
            modal = True
        elif not (speech.has("adverbs", word) or speech.has("reflexives", word) or _is_manner(word, speech)):
            break
        if speech.has("auxiliaries", word) or speech.has("modals", word) or speech.has("negations", word):
            first = j
        if word.endswith(("n't", "n’t")):
            first = j
        j -= 1
    return first, negated, modal, auxiliary


def _is_manner(word: str, speech: Speech) -> bool:
    return not speech.grammar.verb_second and len(word) > 4 and word.endswith("ly")


def _negated_right(frame: Frame, i: int, speech: Speech, parts: tuple[int, ...]) -> bool:
    """Say whether a finite verb of a verb-second language is negated after it ("bestätigte das nicht")."""
    if not speech.grammar.verb_second:
        return False
    last = max(parts, default=i)
    particle = speech.grammar.verb_final and last > i + 1 and frame.tokens[last].text[0].islower()
    if particle and speech.has("negations", frame.lower(last - 1)):
        return True  # "schloss einen Verkauf der Firma nicht aus"
    for j in range(i + 1, min(len(frame.tokens), i + 6)):
        word = frame.lower(j)
        if (
            word in {",", ":", QUOTE, ";", "."}
            or speech.has("complementizers", word)
            or speech.has("infinitive_marks", word)
        ):
            return False
        if speech.has("prepositions", word) and not speech.grammar.verb_final:
            return False
        told = is_finite(frame, j + 1, speech) or speech.has("conjunctions", frame.lower(j - 1))
        if told and speech.grammar.verb_medial and speech.has("negations", word):
            return False  # "sier den ikke har funnet noe": the negation of what is said stands before its verb
        if speech.has("negations", word) and j not in parts:
            return not speech.has("neither", word)  # "meldte ingen skader": what is said holds the negation
    return False


def _voice(frame: Frame, i: int, kinds: set[str], speech: Speech, auxiliary: int | None) -> str | None:
    """Return the voice in which a form is used, None where it reports nothing (attributive participles, nouns)."""
    before, after = frame.lower(i - 1), frame.lower(i + 1)
    passive_auxiliary = auxiliary is not None and speech.has("passive_auxiliaries", frame.lower(auxiliary))
    if "infinitive" in kinds and speech.has("infinitive_marks", before):
        return "infinitive"
    if "gerund" in kinds and "finite" not in kinds:
        if passive_auxiliary and auxiliary is not None and speech.grammar.subject_first:
            return None if _mine(frame, auxiliary, speech) else "active"  # "is saying"
        owned = speech.has("source_prepositions", after) and speech.has("noun_articles", frame.lower(i - 2))
        if speech.grammar.subject_first and owned and before.isalpha():
            return None  # "a final warning by the board"
        if speech.grammar.subject_first and is_finite(frame, i + 1, speech):
            return None  # "Friday's warning means"
        means = speech.has("passive_by", before)  # "responded by calling"
        means = means or speech.has("gerund_prepositions", before)  # "before adding that"
        return None if speech.has("prepositions", before) and not means else "gerund"
    if "predicate" in kinds:
        return "active" if passive_auxiliary else None  # "er uenig i, at"
    if kinds & {"participle", "passive"} and auxiliary is not None:
        if passive_auxiliary:
            return "passive"
        if "participle" in kinds:
            return "active"
    if kinds & {"finite", "joined"}:
        if kinds & {"participle", "passive"} and speech.has("passive_by", after):
            opens = i == 0 and speech.grammar.subject_first
            return "passive" if opens else None  # "Asked by the judge whether he knew, he"
        return "active"
    if kinds == {"passive"} and not speech.grammar.verb_final:
        return "passive"
    return "infinitive" if "infinitive" in kinds else None


def _mine(frame: Frame, auxiliary: int, speech: Speech) -> bool:
    """Say whether the first person is the subject of an auxiliary: "I'm asking"."""
    return any(frame.lower(j) in speech.pronouns["subject_1"] for j in (auxiliary - 1, auxiliary - 2))


def _verb_cue(
    frame: Frame, i: int, verb: Verb, kinds: set[str], parts: tuple[int, ...], speech: Speech
) -> VerbCue | None:
    first, negated, modal, auxiliary = _skip_left(frame, i, speech)
    if (
        auxiliary is None
        and kinds & {"participle", "passive", "predicate"}
        and (speech.grammar.verb_second or i < _ASKING)
    ):
        auxiliary = _auxiliary(frame, i, speech)
    if auxiliary is not None and auxiliary < i - 1 and _own_past(frame, i, kinds, speech, auxiliary):
        auxiliary = None
    if auxiliary is not None and "infinitive" in kinds and "participle" not in kinds and "finite" not in kinds:
        auxiliary = None
    voice = _voice(frame, i, kinds, speech, auxiliary)
    if _reduced_charge(frame, i, verb, kinds, speech):
        voice = "passive"
    if voice is None and "participle" in kinds and _joined_participle(frame, i, speech):
        voice = "active"
    if voice is None:
        return None
    if voice == "active" and kinds & {"finite", "joined"} and speech.grammar.verb_final and "infinitive" in kinds:
        start = clause_start(frame, i, speech)
        modals = [j for j in range(start, i) if speech.has("modals", frame.lower(j))]
        if modals:
            voice, modal, first = "infinitive", True, modals[0]
    refusal = None
    if voice == "infinitive" and speech.grammar.verb_second:
        mark = _infinitive_mark(frame, i, speech) if speech.grammar.verb_medial else None
        start = _clause_left(frame, i if mark is None else mark, speech)
        wills = [j for j in range(start, i) if speech.has("refusal_modals", frame.lower(j))]
        if speech.grammar.verb_medial:  # "kan ikke si", but "ønsker ikke å si"
            wills = [j for j in wills if speech.has("modals", frame.lower(j)) == (mark is None)]
        nots = [j for j in range(start, i) if speech.has("negations", frame.lower(j))] if wills else []
        if nots and (nots[-1] > wills[0] or speech.has("neither", frame.lower(nots[0]))):
            neither = any(speech.has("neither", frame.lower(j)) for j in nots)
            refusal = _WILL_NOT if neither else _REFUSES.get(verb.negated or "", _WILL_NOT)
            first, modal, auxiliary = wills[0], True, wills[0]
            parts = (*parts, wills[0], *(j for j in nots if j > wills[0]))
    if voice == "infinitive" and refusal is None and speech.grammar.verb_final and verb.negated != "decline":
        start = clause_start(frame, i, speech)
        musts = [j for j in range(start, i) if speech.has("said_modals", frame.lower(j))]
        if musts and not any(speech.has("negations", frame.lower(j)) for j in range(musts[0], i)):
            first, modal, auxiliary = musts[0], True, musts[0]  # "musste einräumen, dass"
    if auxiliary is not None and auxiliary < first and voice in ("active", "passive"):
        between = range(auxiliary + 1, first)
        negated = negated or any(speech.has("negations", frame.lower(j)) for j in between)
        first = auxiliary
    if auxiliary is not None and speech.has("nonfinite", frame.lower(auxiliary)) and voice == "active":
        governs = _modal_left(frame, auxiliary, speech)
        if governs is not None:
            first, modal = governs, not speech.has("hearsay_modals", frame.lower(governs))
    if auxiliary is None or auxiliary > i:
        negated = negated or _negated_right(frame, i, speech, parts)
    cue = VerbCue(verb, i, first, tuple(sorted({i, *parts})), voice, negated, modal, refusal, auxiliary)
    cue.negated = cue.negated and refusal is None
    return cue


def _own_past(frame: Frame, i: int, kinds: set[str], speech: Speech, auxiliary: int) -> bool:
    """Say whether a Danish or Norwegian past is no participle of "have": "beskyldt for at have løjet og lovede at"."""
    past = speech.grammar.verb_medial and "finite" in kinds and frame.lower(i).endswith("e")
    return past and not speech.has("passive_auxiliaries", frame.lower(auxiliary))


def _reduced_charge(frame: Frame, i: int, verb: Verb, kinds: set[str], speech: Speech) -> bool:
    """Say whether a participle is a charge: "En mand er anholdt, sigtet for vold"; "a man accused of theft".

    In English the preposition right behind it is enough, since who accuses names whom.
    """
    if verb.act is not Act.ACCUSE or "participle" not in kinds:
        return False
    of_what = frame.lower(i + 1) in verb.prepositions
    if speech.grammar.subject_first:
        return "of" in verb.takes and (of_what or speech.has("passive_by", frame.lower(i + 1)))
    return of_what and speech.grammar.verb_medial and frame.lower(i - 1) == ","


def _joined_participle(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a participle shares the auxiliary of one before: "har advart mot skred, og anbefalt at"."""
    if not speech.grammar.verb_medial or not speech.has("conjunctions", frame.lower(i - 1)):
        return False
    if not (speech.has("complementizers", frame.lower(i + 1)) or frame.lower(i + 1) == ","):
        return False
    for j in range(i - 2, max(-1, i - _JOINED), -1):
        word = frame.lower(j)
        if frame.tokens[j].text in HARD:
            return False
        if speech.has("auxiliaries", word) and not speech.has("passive_auxiliaries", word):
            return not speech.has("nonfinite", word)
    return False


def _infinitive_mark(frame: Frame, i: int, speech: Speech) -> int | None:
    """Return where "å" stands before an infinitive, small words allowed between."""
    for j in range(i - 1, max(-1, i - 4), -1):
        word = frame.lower(j)
        if speech.has("infinitive_marks", word):
            return j
        if not (speech.has("negations", word) or speech.has("adverbs", word)):
            return None
    return None


def _modal_left(frame: Frame, auxiliary: int, speech: Speech) -> int | None:
    """Return the modal that governs "have" before a participle: "skal guttene ha fortalt", "ville ha sagt"."""
    start = clause_start(frame, auxiliary, speech)
    return next((j for j in range(auxiliary - 1, start - 1, -1) if speech.has("modals", frame.lower(j))), None)


def _other_verb(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a particle at the end of the clause makes a finite form another verb: "fand am Montag statt"."""
    for j in range(i, min(len(frame.tokens), i + REACH)):
        following = frame.lower(j + 1)
        if following in {",", "", ".", ";", ":", "!", "?", QUOTE} or speech.has("conjunctions", following):
            return speech.has("particles", frame.lower(j))
    return False


def verb_cues(frame: Frame, i: int, forms: Sequence[VerbForm], speech: Speech) -> list[VerbCue]:
    """Return the readings of a verb form, those with fixed parts before the plain ones."""
    other = speech.verbs is not None and _other_verb(frame, i, speech)
    unfit = speech.verbs is not None and bool(speech.verbs.kinds(frame.lower(i)) & FINITE)
    unfit = unfit and not is_finite(frame, i, speech)  # "die verdächtigen Personen"
    by_verb: dict[int, tuple[Verb, set[str], tuple[int, ...]]] = {}
    reflexive = speech.has("reflexives", frame.lower(i + 1)) and speech.grammar.verb_second
    reflexive = reflexive and not speech.grammar.verb_final
    for form in forms:
        own = form.verb.reflexive or any(frame.lower(i + 1) in words for words in form.verb.with_words)
        if reflexive and not own and form.kind in ("finite", "participle"):
            continue  # "planen viste sig at være": another verb
        if form.verb.without and not form.verb.without.isdisjoint((frame.lower(i + 1), frame.lower(i + 2))):
            continue
        if unfit and form.kind == "finite":
            continue
        parts = _fixed_parts(frame, i, form, speech)
        if parts is not None and not (other and form.kind == "finite" and not parts):
            known = by_verb.setdefault(id(form.verb), (form.verb, set(), parts))
            known[1].add(form.kind)
    if not by_verb:
        return []
    ranked = sorted(by_verb.values(), key=lambda item: (-len(item[2]), not item[0].reflexive))
    tight = ranked[0][0].next_words or ranked[0][0].particle
    if tight:  # "asked for" is no "asked"; words farther off may belong to something else
        ranked = [item for item in ranked if len(item[2]) == len(ranked[0][2])]
    cues = [_verb_cue(frame, i, verb, kinds, parts, speech) for verb, kinds, parts in ranked]
    return [c for c in cues if c is not None]
