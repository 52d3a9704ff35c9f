"""Finds what may report speech in a frame: one look-up a token, the closer look only where something was found."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from depesche.annotate.statements.clauses.boundaries import clause_end
from depesche.annotate.statements.clauses.neighbours import verb_here
from depesche.annotate.statements.content.persons import forms_of_speakers
from depesche.annotate.statements.cues.cue_types import PhraseCue, VerbCue, matches
from depesche.annotate.statements.cues.nouns_alike import is_base_noun, is_no_noun, is_noun_here
from depesche.annotate.statements.cues.verb_cues import verb_cues
from depesche.annotate.statements.frames.frame import QUOTE, Frame
from depesche.lang.schema.speech import Lead, Noun, Refusal, SourcePhrase, Speech

_SOURCE: Final = 4  # tokens of a source phrase before a participle: "according to a person briefed on it"
_REFUSED: Final = 1  # words between "refused to" and its verb: "refused to publicly say"

__all__ = ["PhraseCue", "VerbCue", "find_cues", "matches"]


def _phrase_cue(frame: Frame, i: int, entry: Lead, speech: Speech) -> PhraseCue | None:
    """Return the cue an entry makes at token `i`, where its first two words stand."""
    if isinstance(entry, Noun):
        return None if is_no_noun(frame, i, speech) else PhraseCue(entry, i, i + 1)
    words = entry.before if isinstance(entry, SourcePhrase) else entry.words
    if len(words) > 2 and not matches(frame, i, words):
        return None
    return PhraseCue(entry, i, i + len(words))


def _longest(cues: list[PhraseCue]) -> list[PhraseCue]:
    """Leave out "laut" where "laut Angaben" stands as well: the noun is no source."""
    end = max((c.end for c in cues if isinstance(c.entry, SourcePhrase)), default=0)
    return [c for c in cues if not _is_preposition(c.entry) or c.end == end]


def _is_preposition(entry: Lead) -> bool:
    return isinstance(entry, SourcePhrase) and not entry.after and not entry.report


def find_cues(frame: Frame, speech: Speech) -> tuple[list[VerbCue], list[PhraseCue]]:
    """Return the verbs and the other cues of a frame, each in order of position."""
    verbs: list[VerbCue] = []
    phrases: list[PhraseCue] = []
    for i, token in enumerate(frame.tokens):
        if i in frame.quoted:
            continue  # words of the one quoted report nothing for the reporter
        word = token.lower
        own = forms_of_speakers(word, speech) if frame.within and speech.grammar.drop_subject else ()
        if word not in speech.starts and not own:
            continue
        forms = speech.verb_forms.get(word, own)
        noun = forms and (is_noun_here(frame, i, speech) or is_base_noun(frame, i, forms, speech))
        if forms and not noun and verb_here(frame, i, speech, forms):
            verbs.extend(verb_cues(frame, i, forms, speech))
        if (leads := speech.leads.get(word)) is not None:
            following = frame.lower(i + 1)
            met = [entry for second, entry in leads if not second or second == following]
            here = [cue for entry in met if (cue := _phrase_cue(frame, i, entry, speech)) is not None]
            phrases.extend(here if len(here) < 2 else _longest(here))
        for source in speech.last_index.get(word, ()):
            if matches(frame, i, source.after):
                phrases.append(PhraseCue(source, i, i + len(source.after)))
    fixed = {p for cue in verbs for p in cue.parts if p != cue.at}
    verbs = [cue for cue in verbs if cue.at not in fixed]  # "cast doubt" is no "doubt"
    _mark_refusals(frame, verbs, phrases, speech)
    return _without_reduced(frame, verbs, phrases, speech), phrases


def _without_reduced(frame: Frame, verbs: list[VerbCue], phrases: list[PhraseCue], speech: Speech) -> list[VerbCue]:
    """Leave out participles that only describe a source: "officials briefed on the matter said", "according to …"."""
    if speech.grammar.verb_second or not speech.words["past_endings"]:
        return verbs
    endings = tuple(speech.words["past_endings"])
    kept = []
    named = {p.end + k for p in phrases if isinstance(p.entry, SourcePhrase) for k in range(1, _SOURCE)}
    for cue, following in zip_longest(verbs, verbs[1:]):
        if cue.at in named and cue.first == cue.at and frame.lower(cue.at + 1) in cue.verb.prepositions:
            continue
        reduced = (
            following is not None
            and cue.voice == following.voice == "active"
            and frame.lower(cue.at).endswith(endings)
            and cue.first == cue.at
            and frame.lower(cue.at + 1) in cue.verb.prepositions
            and cue.at + 1 < following.first <= cue.at + 8
            and not any(
                frame.tokens[k].text in {",", QUOTE}
                or speech.has("conjunctions", frame.lower(k))
                or speech.has("complementizers", frame.lower(k))
                or frame.lower(k) in speech.subjects
                for k in range(cue.at + 1, following.first)
            )
        )
        if not reduced:
            kept.append(cue)
    return kept


def _mark_refusals(frame: Frame, verbs: list[VerbCue], phrases: list[PhraseCue], speech: Speech) -> None:
    """A speech verb after "refused to" refuses: it takes the refusal's act and its first token."""
    swallowed: set[int] = set()
    for phrase in phrases:
        if not isinstance(phrase.entry, Refusal):
            continue
        end = clause_end(frame, phrase.end - 1, speech)
        infinitive = speech.grammar.verb_medial and speech.has("infinitive_marks", frame.lower(phrase.end - 1))
        for cue in verbs:
            near = speech.grammar.verb_second or cue.at <= phrase.end + _REFUSED
            if phrase.at <= cue.at <= end and near and cue.refusal is None and cue.at >= phrase.end - 1:
                if infinitive and cue.voice != "infinitive":
                    continue  # "afviser at have angrebet byen": what is denied
                cue.refusal = phrase.entry
                cue.first = min(cue.first, phrase.at)
                cue.parts = tuple(sorted({*range(phrase.at, phrase.end), *cue.parts}))
                cue.negated = False
                swallowed.update(range(phrase.at, phrase.end))
                break
    if swallowed:
        verbs[:] = [c for c in verbs if c.at not in swallowed or c.refusal is not None]
