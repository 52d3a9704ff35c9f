"""Which names of a report are media: known ones, those their words give away, those the report calls a paper; and
which one "the paper" means, the one named last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice, product
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.lang.schema.entities import is_media, media_titles_from, sounds_like_media
from depesche.lang.schema.names import bases
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType

_READINGS: Final = 64  # combinations of base forms tried for one name
_APPOSITION: Final = 5  # tokens of ", a Detroit station"


class Media:
    """Knows the media among the names of one report; a name called a medium once is one throughout."""

    def __init__(
        self, text: str, language: str | None, speech: Speech, layers: Layers, frames: Sequence[Frame]
    ) -> None:
        self.text, self.language, self.speech, self.layers = text, language, speech, layers
        self.called: set[str] = set()
        self._media: dict[tuple[NameType, str | None, str, str], bool] = {}  # what was found once, by type and forms
        self.named: list[Name] = []  # in order of text, once all are noted
        for frame in frames:
            for i, name in layers.names_in(frame):
                if name.type is not NameType.PERSON and self._called_medium(frame, i, name):
                    self.called.add(_key(name))

    def is_medium(self, name: Name) -> bool:
        """Say whether a name is that of a newspaper, agency or broadcaster."""
        if name.type is NameType.PERSON:
            return False
        if _key(name) in self.called:
            return True
        wording = self.text[name.span.start : name.span.end]
        asked = name.type, name.name, name.lemma, wording
        if asked not in self._media:
            forms = {form for form in asked[1:] if form}
            self._media[asked] = self._is_medium(name.type, forms) or self._inflected(wording)
        return self._media[asked]

    def _is_medium(self, type_: NameType, forms: set[str]) -> bool:
        """Say whether the forms of a name are known as a medium's or sound like one's."""
        if any(is_media(form, self.language) or self._section(form) for form in forms):
            return True
        if type_ is not NameType.ORGANIZATION:
            return False
        houses = {form.split()[0] for form in forms if form.split()[0].isupper()}  # "BBC Radio 4", "NRK Nordland"
        return any(sounds_like_media(form) for form in forms) or any(is_media(h, self.language) for h in houses)

    def _inflected(self, wording: str) -> bool:
        """Say whether a Polish name is a case of a known title: "dla „Vivy”"."""
        return self.speech.table is not None and self.base_title(wording) is not None

    def base_title(self, wording: str) -> str | None:
        """Return the known title that words are a case of, itself included: "Światowi Gwiazd" of "Świat Gwiazd"."""
        readings = product(*((word, *bases(word, self.language)) for word in wording.split()))
        return next((t for r in islice(readings, _READINGS) if is_media(t := " ".join(r), self.language)), None)

    def _section(self, form: str) -> bool:
        """Say whether a name goes on from a known title of two words or more: "The Sunday Times Culture"."""
        words = form.split()
        return any(is_media(" ".join(words[:k]), self.language) for k in range(2, len(words)))

    def note(self, name: Name) -> None:
        """Remember that the report names a medium here; to be told in order of text."""
        self.named.append(name)

    def last_before(self, at: int) -> Name | None:
        """Return the medium named last before the offset `at`."""
        last = bisect_left(self.named, at, key=lambda name: name.span.start)
        return self.named[last - 1] if last else None

    def only_noun(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is a bare noun for a medium ("the paper"), no other one ("state television")."""
        words = [frame.lower(j) for j in range(phrase.start, phrase.end)]
        if self.speech.has("indefinite", words[0]):
            return False
        rest = words[1:] if self.speech.has("articles", words[0]) or self.speech.has("same", words[0]) else words
        return len(rest) == 1 or all(self.speech.noun_kind(word) == "medium" for word in rest)

    def title_end(self, frame: Frame, i: int) -> int | None:
        """Return where a known title ends that starts at token `i` and in which no name was seen: "Se og Hør"."""
        token = frame.tokens[i]
        titles = media_titles_from(token.lower) if token.text[0].isupper() else ()
        for title in titles:
            if all(frame.lower(i + k) == word for k, word in enumerate(title)):
                return i + len(title)
        marked = frame.lower(i - 1) in MARKS and frame.lower(i + 1) in MARKS
        return i + 1 if marked and token.text[0].isupper() and self.is_known(token.text) else None  # "der „Bild“"

    def is_known(self, wording: str) -> bool:
        """Say whether words that nobody marked as a name are a known medium's: "told Tass"."""
        return is_media(wording, self.language)

    def _called_medium(self, frame: Frame, i: int, name: Name) -> bool:
        """Say whether a noun beside the name calls it a medium: "the newspaper X", "X, a Detroit station"."""
        if name.type is not NameType.ORGANIZATION:
            return False
        before = i - 2 if i > 1 and frame.tokens[i - 1].text in MARKS else i - 1
        if self.noun_at(frame, before):
            return True
        j = i
        while j < len(frame.tokens) and frame.tokens[j].start < name.span.end:
            j += 1
        if self.speech.grammar.subject_first and self.noun_at(frame, j):
            return True  # "the Tass newswire"
        if frame.lower(j) != "," or not self.speech.has("indefinite", frame.lower(j + 1)):
            return False
        for k in range(j + 2, min(len(frame.tokens), j + 2 + _APPOSITION)):
            if not frame.tokens[k].text[0].isalnum() or self.speech.has("prepositions", frame.lower(k)):
                return False
            if self.noun_at(frame, k):
                return True
        return False

    def noun_at(self, frame: Frame, i: int) -> bool:
        """Say whether a noun for media stands at `i`: "paper", "news agency"."""
        word = frame.lower(i)
        if frame.lower(i - 1) == "-" and self.speech.has("press", frame.lower(i - 2)):
            return frame.tokens[min(i + 1, len(frame.tokens) - 1)].text[0].isupper()  # "tv-selskabet RTBF"
        return self._agency(frame, i, word) or self.speech.noun_kind(word) == "medium"

    def _agency(self, frame: Frame, i: int, word: str) -> bool:
        """Say whether a noun that other bodies have too is a news agency: "news agency", "agencji | Lusa"."""
        if not self.speech.has("agencies", word):
            return False
        if self.speech.grammar.subject_first:
            return self.speech.has("news", frame.lower(i - 1))
        following = frame.tokens[min(i + 1, len(frame.tokens) - 1)]
        name = self.layers.names.get(following.start)
        single = name is not None and name.span.end == following.end  # no "agencja Rozwoju Przemysłu"
        return single or (name is None and len(following.text) > 1 and following.text.isupper())


def _key(name: Name) -> str:
    return name.entity or name.name or name.lemma
