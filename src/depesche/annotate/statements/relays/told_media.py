"""Which medium heard somebody where grammar alone leaves it open: a German medium right behind who speaks, "the paper",
a medium whose source speaks, the interview somebody spoke in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from depesche.annotate.statements.drafts import Draft
from depesche.annotate.statements.frames.frame import Frame
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.frames.words import is_age
from depesche.annotate.statements.relays.names import RelayNames
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.speech import Speech
from depesche.records import NameType, Relay, Span

_TOLD: Final = frozenset({"quote", "that", "bare", "fronted", "question"})
_PERSONS: Final = frozenset({"role_m", "role_f", "role", "human", "collective", "anonymous"})
_TALK: Final = 12  # tokens beside "spoke" or "interview" in which the medium stands
_LEAD: Final = 5  # tokens between a preposition and "interview"


def part_listener(draft: Draft, names: RelayNames) -> None:
    """Part a German medium in the dative from who speaks: "sagte ein Augenzeuge | der Nachrichtenagentur AFP".

    Who may belong to the medium stays with it: "ein Reporter der Zeitung".
    """
    speech, frame, phrase = names.speech, draft.frame, draft.phrase
    if not speech.words["telling_verbs"] or phrase is None or phrase.kind != "np" or draft.told is not None:
        return
    if draft.how not in _TOLD or draft.verb is None or draft.verb.lemma not in speech.words["telling_verbs"]:
        return
    at = next((j for j in range(phrase.start + 2, phrase.end - 1) if _opens_medium(frame, j, phrase.end, names)), None)
    if at is not None and _is_apart(frame, phrase.start, at, names):
        draft.phrase, draft.told = Phrase(phrase.start, at), Phrase(at, phrase.end)


def _opens_medium(frame: Frame, j: int, end: int, names: RelayNames) -> bool:
    """Say whether a feminine medium takes up all from the article at `j` to the end of a phrase."""
    if not names.speech.has("genitive_articles", frame.lower(j)) or names.speech.has("indefinite", frame.lower(j)):
        return False
    first = next((k for k in range(j + 1, end) if frame.tokens[k].text not in MARKS), end)
    stop = names.medium_at(frame, first) if first < end else None
    if stop is None:  # "sagte die Richterin | der Zeitung"
        return first == j + 1 == end - 1 and names.speech.noun_kind(frame.lower(first)) == "medium"
    return all(
        frame.tokens[k].text in MARKS or frame.lower(k) == "-" or names.media.noun_at(frame, k)
        for k in range(stop, end)
    )


def _is_apart(frame: Frame, start: int, at: int, names: RelayNames) -> bool:
    """Say whether whoever [start, at) names is none of the medium behind: named, of another house, or no staff."""
    speech, word = names.speech, frame.lower(at - 1)
    nouns = [j for j in range(start, at) if frame.tokens[j].text[0].isupper()]
    if not nouns or nouns[-1] != at - 1:
        return False
    owned = any(speech.has("genitive_articles", frame.lower(j)) for j in range(start + 1, at - 1))
    if frame.tokens[at - 1].start in names.layers.names or owned:
        return True  # "ein Sprecher der Polizei | der Nachrichtenagentur dpa"
    staff = word.endswith(tuple(speech.words["staff"])) or speech.has("spokespeople", word)
    house = speech.noun_kind(word) == "institution" and not word.endswith(tuple(speech.words["media_parts"]))
    aged = is_age(frame, Phrase(start, at), speech)
    return (speech.noun_kind(word) in _PERSONS or house or aged) and not staff


def interlocutors(draft: Draft, names: RelayNames) -> Iterator[tuple[int, int]]:
    """Yield the media whose source is who speaks: "rozmówca | PAP", "ein Informant der | Zeitung", "| VGs kilder"."""
    speech, frame, phrase = names.speech, draft.frame, draft.phrase
    if phrase is None or phrase.kind != "np" or frame.words.isdisjoint(speech.words["interlocutors"]):
        return
    at = next((j for j in range(phrase.start, phrase.end) if speech.has("interlocutors", frame.lower(j))), None)
    if at is None:
        return
    if speech.grammar.verb_medial or speech.grammar.subject_first:
        owner = frame.tokens[at - 1].lower if at else ""
        first = next((j for j in range(phrase.start, at) if names.medium_at(frame, j) == at), None)
        if first is not None and owner.endswith(("s", "'", "’")) and names.is_medium(frame, Phrase(first, at)):
            yield first, at
        return
    first = at + 1 + speech.has("genitive_articles", frame.lower(at + 1))
    first = next((j for j in range(first, phrase.end) if frame.tokens[j].text not in MARKS), phrase.end)
    end = names.medium_at(frame, first) if first < phrase.end else None
    if end is not None and end <= phrase.end:
        yield first, end


def paper_meant(phrase: Phrase, frame: Frame, names: RelayNames) -> Relay | None:
    """Return the medium named last that a noun means which means much else, too: "told the paper", "the show"."""
    noun, tokens = phrase.end - 1, frame.tokens
    if noun != phrase.start + 1 or not names.speech.has("papers", tokens[noun].lower):
        return None
    if not names.speech.has("articles", tokens[phrase.start].lower) or names.speech.has(
        "indefinite", tokens[phrase.start].lower
    ):
        return None
    last = names.memory.last_medium(frame, phrase)
    span = Span(tokens[phrase.start].start, tokens[noun].end)
    return Relay(last.name, span, last.entity, last.forms) if last is not None else None


def interview(draft: Draft, speech: Speech) -> bool | None:
    """Say whether the clause of a draft names the interview it is from, but no medium: "in the interview she says".

    True for one that is known already, False for one that may be new ("he said in an interview"), None for none.
    """
    frame = draft.frame
    if frame.words.isdisjoint(speech.words["interviews"]):
        return None
    for j in (j for j, token in enumerate(frame.tokens) if speech.has("interviews", token.lower)):
        before = range(j - 1, max(-1, j - _LEAD), -1)
        led = next((k for k in before if speech.has("prepositions", frame.lower(k))), j)
        inside = any(a <= frame.tokens[j].start < b for a, b in draft.content)
        if led == j or inside or speech.has("prepositions", frame.lower(j + 1)):
            continue  # "in an interview with her father", "said that in the interview he had lied"
        return not any(speech.has("indefinite", frame.lower(k)) for k in range(led, j))
    return None


def announced(draft: Draft, before: Frame, names: RelayNames) -> Relay | None:
    """Return the medium with which the sentence before tells somebody to have talked who is quoted now.

    "When he spoke to the BBC last month he was angry. | "They lied to us.""
    """
    speech = names.speech
    if before.words.isdisjoint(speech.words["talks"]) or not _names_speaker(draft, before, names):
        return None
    may_open = names.may_open(before)
    talk = next(j for j, token in enumerate(before.tokens) if speech.has("talks", token.lower))
    for i in range(max(1, talk - _TALK), min(talk + _TALK, len(before.tokens))):
        end = names.medium_at(before, i) if i in may_open else None
        if end is None:
            continue
        marked = i - 1 - (before.tokens[i - 1].text in MARKS)
        first = marked - speech.has("articles", before.lower(marked))
        return names.relay(before, Phrase(i, end)) if speech.has("relay_prepositions", before.lower(first)) else None
    return None


def _names_speaker(draft: Draft, before: Frame, names: RelayNames) -> bool:
    """Say whether the sentence before names the one quoted and nobody else."""
    persons = [n for _, n in names.layers.names_in(before) if n.type is NameType.PERSON]
    own = {draft.who[0].name, *draft.who[0].forms} if len(draft.who) == 1 else set()
    return bool(persons) and all((n.name or n.lemma) in own for n in persons)
