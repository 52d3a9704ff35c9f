"""In which voice a form of a reporting verb is used: active, passive, gerund, infinitive; or that it reports nothing.

Which auxiliary it has is in `verb_groups`.
"""

from __future__ import annotations

from typing import Final

from depesche.annotate.statements.clauses.boundaries import HARD, is_finite
from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech import Noun, Speech, Verb
from depesche.lang.schema.tense import is_past, is_past_participle
from depesche.records import Act, SegmentKind

_JOINED: Final = 40  # tokens between an auxiliary and a second participle that shares it


def read_voice(frame: Frame, i: int, verb: Verb, kinds: set[str], speech: Speech, auxiliary: int | None) -> str | None:
    """Return the voice in which a form of these kinds is used at `i`, None where it reports nothing."""
    if _reduced_charge(frame, i, verb, kinds, speech):
        return "passive"
    if verb.act is Act.ACCUSE and auxiliary is None and _without_object(frame, i, kinds, speech):
        return None
    if auxiliary is None and _without_subject(frame, i, verb, kinds, speech):
        return "passive"
    voice = _voice(frame, i, kinds, speech, auxiliary)
    return "active" if voice is None and "participle" in kinds and _joined_participle(frame, i, speech) else voice


def _voice(frame: Frame, i: int, kinds: set[str], speech: Speech, auxiliary: int | None) -> str | None:
    """Return the voice that its auxiliary and the words beside a form give it; attributive participles have none."""
    before, after = frame.lower(i - 1), frame.lower(i + 1)
    passive_auxiliary = auxiliary is not None and speech.has("passive_auxiliaries", frame.lower(auxiliary))
    if "infinitive" in kinds and speech.has("infinitive_marks", before):
        return "infinitive"
    if "gerund" in kinds and "finite" not in kinds:
        if passive_auxiliary and auxiliary is not None and speech.grammar.subject_first:
            nobody = speech.has("existentials", frame.lower(auxiliary - 1))  # "There was nobody | telling us"
            return None if nobody or _mine(frame, auxiliary, speech) else "active"  # "is saying"
        if speech.grammar.subject_first and before in speech.subjects:
            return None if before in speech.pronouns["subject_1"] else "active"  # "they're saying"
        owned = speech.has("source_prepositions", after) and speech.has("noun_articles", frame.lower(i - 2))
        if speech.grammar.subject_first and owned and before.isalpha():
            return None  # "a final warning by the board"
        if speech.grammar.subject_first and (is_finite(frame, i + 1, speech) or _described_noun(frame, i, speech)):
            return None  # "Friday's warning means"
        if (
            speech.grammar.subject_first
            and speech.has("prepositions", before)
            and speech.has("vehicles", frame.lower(i))
        ):
            return None  # "told them in writing that"
        means = speech.has("passive_by", before)  # "responded by calling"
        means = means or speech.has("gerund_prepositions", before)  # "before adding that"
        return None if speech.has("prepositions", before) and not means else "gerund"
    if "predicate" in kinds and not speech.has("infinitive_marks", before):
        return "active" if passive_auxiliary else None  # "er uenig i, at"
    if kinds & {"participle", "passive"} and auxiliary is not None:
        if passive_auxiliary:
            return "passive"
        if "participle" in kinds:
            return "active"
    if kinds & {"finite", "joined"}:
        participle = bool(kinds & {"participle", "passive"})
        if participle and speech.grammar.subject_first and _behind_as(frame, i, speech):
            return "passive"
        if participle and speech.has("passive_by", after) and not _by_phone(frame, i, speech):
            opens = i == 0 and speech.grammar.subject_first
            return "passive" if opens else None  # "Asked by the judge whether he knew, he"
        return "active"
    if kinds == {"passive"} and not speech.grammar.verb_final:
        return "passive"
    return "infinitive" if "infinitive" in kinds else None


def _described_noun(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether a participle describes an English gerund, which is a noun then: "a storm warning issued by"."""
    after = frame.lower(i + 1)
    past = is_past(after, speech.lang) or is_past_participle(after, speech.lang)
    noun = past and any(isinstance(e, Noun) for e in speech.index.get(frame.lower(i), ()))
    return noun and speech.has("prepositions", frame.lower(i + 2))


def _without_object(frame: Frame, i: int, kinds: set[str], speech: Speech) -> bool:
    """Say whether an English participle has no object behind it: "a teenager accused in the death of a girl"."""
    return speech.grammar.subject_first and "participle" in kinds and speech.has("prepositions", frame.lower(i + 1))


def _without_subject(frame: Frame, i: int, verb: Verb, kinds: set[str], speech: Speech) -> bool:
    """Say whether an English participle stands right behind the word that opens its clause: "when asked whether"."""
    before = frame.lower(i - 1) if i else ""
    opened = speech.has("subordinators", before) and not speech.has("as_markers", before)
    return speech.grammar.subject_first and opened and verb.addressee and "participle" in kinds


def _behind_as(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether the word for "as" stands before a participle, a small word between: "as | first | reported by"."""
    small = i > 1 and speech.has_any(("adverbs", "time_attributes"), frame.lower(i - 1))
    return i > 0 and speech.has("as_words", frame.lower(i - 1 - small))


def _by_phone(frame: Frame, i: int, speech: Speech) -> bool:
    """Say whether "by" tells how an English verb of speech was used, not by whom: "Berg said by phone"."""
    return speech.grammar.subject_first and speech.has("vehicles", frame.lower(i + 2))


def _mine(frame: Frame, auxiliary: int, speech: Speech) -> bool:
    """Say whether the first person is the subject of an auxiliary: "I'm asking"."""
    return any(frame.lower(j) in speech.pronouns["subject_1"] for j in (auxiliary - 1, auxiliary - 2))


def _reduced_charge(frame: Frame, i: int, verb: Verb, kinds: set[str], speech: Speech) -> bool:
    """Say whether a participle is a charge: "En mand er anholdt, sigtet for vold"; "a man accused of theft".

    A Danish or Norwegian title leaves out the auxiliary: "Mand sigtet for vold".

    In English the preposition right behind it is enough, since who accuses names whom.
    """
    if verb.act is not Act.ACCUSE or "participle" not in kinds:
        return False
    of_what = frame.lower(i + 1) in verb.prepositions
    if speech.grammar.subject_first:
        return "of" in verb.takes and (of_what or speech.has("passive_by", frame.lower(i + 1)))
    aside = i > 0 and (frame.lower(i - 1) == "," or frame.kind is SegmentKind.TITLE)
    return of_what and speech.grammar.verb_medial and aside


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
