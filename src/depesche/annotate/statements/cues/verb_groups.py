"""The group a reporting verb ends: auxiliary, modals and "went on to" before it, and whether it is negated.

What voice they make of it is in `voices`; what a negated group means ("vil ikke si") in `verb_cues`.
"""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, clause_start, in_name, is_finite, opens_clause
from depesche.annotate.statements.clauses.neighbours import is_participle
from depesche.annotate.statements.cues.cue_types import VerbCue, opens_phrase
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.lang.schema.speech import Speech

_ASKING: Final = 6  # tokens from the start of a sentence in which subject and auxiliary may change places
_BRACKET: Final = 12  # tokens of "(Bündnis 90/Die Grünen)"
_NEAR_PHASE: Final = 4  # tokens before an infinitive in which "went on" stands
_PHASE: Final = 16  # tokens in which it stands where the subject may follow it
_GERUND: Final = 4  # letters of a gerund at least
NOT: Final = ("n't", "n’t")  # "wouldn't say"
_WILL: Final = ("'ll", "’ll")  # "they'll tell"
_AUXILIARY: Final = 25  # tokens between an auxiliary and its participle


def walk_left(frame: Frame, i: int, speech: Speech) -> tuple[int, bool, bool, int | None]:
    """Walk left over the verb group: (first token of the group, negated, modal, nearest auxiliary)."""
    negated = modal = False
    auxiliary: int | None = None
    j = i - 1
    first = i
    while j >= 0:
        word = frame.lower(j)
        if speech.grammar.subject_first and in_name(frame, j):
            break  # "the vote in May | said nothing"
        if word.endswith(NOT):
            negated, first = True, j
            word = word[: -len(NOT[0])]
            modal = modal or speech.has("modals", word)
            auxiliary = j if auxiliary is None and speech.has("auxiliaries", word) else auxiliary
        elif speech.has("negations", word):
            negated = True
        elif speech.has("auxiliaries", word):
            auxiliary = j if auxiliary is None else auxiliary
        elif speech.has("modals", word):
            modal = True
        elif auxiliary is not None and speech.grammar.subject_first and _hearsay(frame, j, speech):
            j -= 1  # "is understood to have | told friends that"
        elif not (speech.has("adverbs", word) or speech.has("reflexives", word) or _is_manner(word, speech)):
            modal = modal or word.endswith(_WILL)
            break
        if speech.has("auxiliaries", word) or speech.has("modals", word) or speech.has("negations", word):
            first = j
        j -= 1
    return first, negated, modal, auxiliary


def _hearsay(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether "to" at `j` follows a participle of hearsay: "is said to"."""
    return speech.has("infinitive_marks", frame.lower(j)) and speech.has("hearsay_modals", frame.lower(j - 1))


def _is_manner(word: str, speech: Speech) -> bool:
    return not speech.grammar.verb_second and len(word) > 4 and word.endswith("ly")


def own_auxiliary(frame: Frame, i: int, kinds: set[str], speech: Speech, nearest: int | None) -> int | None:
    """Return the auxiliary of the form at `i`: the `nearest` of its group, else one farther off.

    None where there is none, or where the form needs none and it is another verb's.
    """
    auxiliary = nearest
    if auxiliary is None and speech.table is not None and "participle" in kinds:
        auxiliary = i + 1 if speech.has("passive_auxiliaries", frame.lower(i + 1)) else None  # "proszeni są o kontakt"
    apart = speech.grammar.verb_second or i < _ASKING
    if auxiliary is None and apart and kinds & {"participle", "passive", "predicate"}:
        auxiliary = _auxiliary(frame, i, speech)
        if auxiliary is not None and speech.grammar.subject_first and not _asks(frame, auxiliary, speech):
            auxiliary = None  # "Residents whose homes were flooded | said"
    if auxiliary is None or (auxiliary < i - 1 and _own_past(frame, i, kinds, speech, auxiliary)):
        return None
    if auxiliary < i - 1 and "finite" in kinds and _joined_active(frame, i, speech, auxiliary):
        return None
    if auxiliary < i - 1 and "finite" in kinds and _of_opening(frame, i, speech, auxiliary):
        return None
    return None if "infinitive" in kinds and "participle" not in kinds and "finite" not in kinds else auxiliary


def _asks(frame: Frame, auxiliary: int, speech: Speech) -> bool:
    """Say whether an English auxiliary stands before its subject: "Have the police | said", "What have they | said"."""
    opening = range(frame.text_start(), auxiliary)
    return all(speech.has_any(("question", "conjunctions"), frame.lower(j)) for j in opening)


def _of_opening(frame: Frame, i: int, speech: Speech, auxiliary: int) -> bool:
    """Say whether an auxiliary belongs to what opens a Danish or Norwegian sentence without a comma: "Etter å ha lest
    brevet | varslet hun at", "Da saken ble kjent | hevdet hun at"."""
    if not speech.grammar.verb_medial or speech.has("conjunctions", frame.lower(i - 1)):
        return False
    behind = frame.lower(auxiliary + 1)
    if not is_participle(frame, auxiliary + 1, speech) or speech.has("auxiliaries", behind):
        return False
    start = frame.text_start()
    infinitive = auxiliary == start + 2 and speech.has("infinitive_marks", frame.lower(start + 1))
    opened = infinitive or opens_clause(frame, start, speech)
    return opened and all(frame.tokens[j].text[0].isalnum() for j in range(start, i))


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


def _auxiliary_left(frame: Frame, i: int, speech: Speech, reach: int) -> int | None:
    start = clause_left(frame, i, speech)
    for j in range(i - 1, max(start, i - reach) - 1, -1):
        if speech.grammar.subject_first and speech.has("subject_relatives", frame.lower(j)):
            return None  # "It was Lund who | said"
        if speech.has("auxiliaries", frame.lower(j)):
            return j
    return None


def clause_left(frame: Frame, i: int, speech: Speech) -> int:
    """Return where the clause of `i` starts, a party in brackets inside it: "hat Berg (SPD) gefordert"."""
    start = clause_start(frame, i, speech)
    if speech.grammar.verb_final and start > 0 and frame.tokens[start - 1].text == ",":
        own = not any(is_finite(frame, k, speech) for k in range(start, i))
        return _before_aside(frame, start, speech) if own else start
    if not speech.grammar.verb_second or not start or frame.tokens[start - 1].text != ")":
        return start
    opening = next(
        (k for k in range(start - 1, max(-1, start - 1 - _BRACKET), -1) if frame.tokens[k].text == "("), None
    )
    return start if opening is None else clause_start(frame, opening, speech)


def _before_aside(frame: Frame, i: int, speech: Speech) -> int:
    """Return where the clause starts that an apposition before `i` interrupts: "hat der Chef, Ole Berg, | mehr Geld
    gefordert"."""
    opening = next((k for k in range(i - 2, max(0, i - _BRACKET), -1) if frame.tokens[k].text == ","), None)
    if opening is None:
        return i
    if not (frame.tokens[opening + 1].text[0].isupper() or speech.has("articles", frame.lower(opening + 1))):
        return i
    verb = any(is_finite(frame, k, speech) for k in range(opening + 1, i - 1))
    return i if verb or opening + 1 == i - 1 else clause_start(frame, opening, speech)


def _own_past(frame: Frame, i: int, kinds: set[str], speech: Speech, auxiliary: int) -> bool:
    """Say whether a Danish or Norwegian past is no participle of "have": "beskyldt for at have løjet og lovede at"."""
    past = speech.grammar.verb_medial and "finite" in kinds and frame.lower(i).endswith("e")
    joined = speech.has("conjunctions", frame.lower(i - 1))  # "blev spurgt om sagen og | svarede"
    return past and (joined or not speech.has("passive_auxiliaries", frame.lower(auxiliary)))


def _joined_active(frame: Frame, i: int, speech: Speech, auxiliary: int) -> bool:
    """Say whether an English past behind a passive has an object of its own: "was questioned and | admitted lying"."""
    if not speech.grammar.subject_first or not speech.has("conjunctions", frame.lower(i - 1)):
        return False
    following = frame.lower(i + 1)
    gerund = len(following) > _GERUND and following.endswith(tuple(speech.words["gerund_endings"]))
    governs = gerund or speech.has_any(("complementizers", "noun_articles"), following)
    return governs and speech.has("passive_auxiliaries", frame.lower(auxiliary))


def infinitive_mark(frame: Frame, i: int, speech: Speech) -> int | None:
    """Return where "å" stands before an infinitive, small words allowed between."""
    for j in range(i - 1, max(-1, i - 4), -1):
        word = frame.lower(j)
        if speech.has("infinitive_marks", word):
            return j
        if not (speech.has("negations", word) or speech.has("adverbs", word)):
            return None
    return None


def modal_left(frame: Frame, auxiliary: int, speech: Speech) -> int | None:
    """Return the modal that governs "have" before a participle: "skal guttene ha fortalt", "ville ha sagt"."""
    start = clause_start(frame, auxiliary, speech)
    return next((j for j in range(auxiliary - 1, start - 1, -1) if speech.has("modals", frame.lower(j))), None)


def negated_right(frame: Frame, i: int, speech: Speech, parts: tuple[int, ...]) -> bool:
    """Say whether a finite verb of a verb-second language is negated after it ("bestätigte das nicht")."""
    if not speech.grammar.verb_second or frame.words.isdisjoint(speech.words["negations"]):
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


def answers_by(frame: Frame, cue: VerbCue, speech: Speech) -> bool:
    """Say whether an infinitive is how somebody answers or begins: "svarede med at | kræve", "ved at | kalde"."""
    marked = speech.has("infinitive_marks", frame.lower(cue.at - 1))
    return marked and speech.has("manner_marks", frame.lower(cue.at - 2))


def phase_at(frame: Frame, cue: VerbCue, speech: Speech) -> int | None:
    """Return where the verb stands that makes an infinitive speech: "went on to say", "Nu kunne avisen fortælle".

    Behind a verb-second modal the subject may stand between the two.
    """
    marked = speech.has("infinitive_marks", frame.lower(cue.at - 1))
    if speech.grammar.verb_medial and marked and speech.has("purpose", frame.lower(cue.at - 2)):
        return None  # "gikk ut for å si at": what it is done for
    between = speech.grammar.verb_medial and not marked
    for j in range(cue.at - 1, max(-1, cue.at - 1 - _PHASE), -1):
        if frame.tokens[j].text in HARD or frame.tokens[j].text == ",":
            return None
        near = between or cue.at - 1 - j < _NEAR_PHASE
        near = near and not (speech.grammar.verb_medial and speech.has("prepositions", frame.lower(j - 1)))  # "i går"
        if near and speech.has("phase", frame.lower(j)) and not speech.has("infinitive_marks", frame.lower(j - 1)):
            return j
        if speech.has("answering", frame.lower(j)) and answers_by(frame, cue, speech):
            return j
        if marked and speech.has("turning_verbs", frame.lower(j)):
            return j  # "phoned the office to ask"
        if marked and opens_phrase(frame, j, "turning_phrases", speech):
            return j  # "took to the stage to announce"
    return None


def caused_at(frame: Frame, cue: VerbCue, speech: Speech) -> tuple[int, int] | None:
    """Return the verb that makes somebody say something, and where its preposition stands: "fik | ham | til at love".

    The two stand around who speaks; a negation between them means that nobody did.
    """
    i = cue.at - 2
    if not speech.words["causatives"] or i < 1:
        return None
    if not (speech.has("infinitive_marks", frame.lower(i + 1)) and speech.has("causing_prepositions", frame.lower(i))):
        return None
    for j in range(i - 1, max(-1, i - _PHASE), -1):
        word = frame.lower(j)
        if frame.tokens[j].text in HARD or frame.tokens[j].text == "," or speech.has("negations", word):
            return None
        if speech.has("causatives", word) or _managed(frame, j, speech):
            return None if any(speech.has("modals", frame.lower(k)) for k in (j - 1, j + 1)) else (j, i)
    return None


def _managed(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether the infinitive at `j` is what somebody managed to do: "Det lykkedes dem at | få | ham til at"."""
    if not (speech.has("infinitive_marks", frame.lower(j - 1)) and speech.has("causing_infinitives", frame.lower(j))):
        return False
    before = range(max(0, j - _PHASE), j)
    managed = any(speech.has("managing", frame.lower(k)) for k in before)
    return managed and not any(speech.has("negations", frame.lower(k)) for k in before)


def phase_start(frame: Frame, cue: VerbCue, speech: Speech) -> int:
    """Return where the group starts that an infinitive of speech ends: "went on to say"."""
    j = phase_at(frame, cue, speech)
    if j is None:
        return cue.first
    k = j
    while k and speech.has_any(("auxiliaries", "modals", "adverbs"), frame.lower(k - 1)):
        k -= 1
    if speech.grammar.verb_medial and not speech.has("auxiliaries", frame.lower(k)):
        return j  # "Tidligt mandag | kunne avisen fortælle"
    return k


def purpose_start(frame: Frame, cue: VerbCue, speech: Speech) -> int | None:
    """Return where the German clause opens in which somebody acts to say it: "rief an, | um zu sagen, dass"."""
    start = clause_start(frame, cue.at, speech)
    said = cue.voice == "infinitive" and frame.lower(cue.at + 1) == "," and not frame.within
    return start if said and speech.has("aims", frame.lower(start)) else None
