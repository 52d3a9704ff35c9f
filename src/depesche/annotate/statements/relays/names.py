"""Which phrases stand for a medium, and under which name it passes something on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.relays.media import Media
from depesche.annotate.statements.subjects.phrases import Phrase
from depesche.annotate.statements.who.memory import Memory
from depesche.lang.schema.entities import find_known, sounds_like_media
from depesche.lang.schema.names import country_of_demonym
from depesche.lang.schema.speech import Speech
from depesche.records import Name, NameType, Relay, SegmentKind, Span

_LISTENER: Final = 4  # tokens of a name that stands for a medium only because somebody speaks to it
_TITLE: Final = 6  # tokens of the title of a programme
_ARTICLE: Final = 2  # tokens before a noun in which its article stands


@dataclass(slots=True)
class RelayNames:
    """Names the media of one report."""

    text: str
    speech: Speech
    layers: Layers
    memory: Memory
    nouns: dict[str, bool] = field(default_factory=dict)  # whether a word of this report is a noun for media

    @property
    def media(self) -> Media:
        return self.memory.known_media

    def is_medium(self, frame: Frame, phrase: Phrase | None) -> bool:
        """Say whether a phrase names a medium: a known one, or a noun for one."""
        if phrase is None or phrase.kind != "np":
            return False
        if any(self.speech.has("polls", frame.lower(j)) for j in range(phrase.start, phrase.end)):
            return False  # "en måling gjort av X for VG" says something itself
        names = self.names(frame, phrase)
        if self.media.is_known(self._wording(frame, phrase.start, phrase.end)):
            return True
        if any(self._called_medium(frame, phrase, n) for n in names):
            return True
        if any(n.type is NameType.PERSON for n in names):
            return False
        if any(self.media.is_medium(n) for n in names):
            return True
        first = phrase.start + self.speech.has("articles", frame.lower(phrase.start))
        if (end := self._capitals_end(frame, first, phrase.end)) and sounds_like_media(
            self._wording(frame, first, end)
        ):
            return True
        return any(self.media.noun_at(frame, j) for j in range(phrase.start, phrase.end))

    def _capitals_end(self, frame: Frame, first: int, end: int) -> int | None:
        """Return where a run of capitals ends that is a phrase but for its place: "KRTV-TV | i Great Falls"."""
        stop = first
        while stop < end and (frame.tokens[stop].text[0].isupper() or (stop > first and frame.lower(stop) == "-")):
            stop += 1
        whole = stop == end or self.speech.has("prepositions", frame.lower(stop))
        return stop if whole and stop > first else None

    def _called_medium(self, frame: Frame, phrase: Phrase, name: Name) -> bool:
        """Say whether a noun for media stands right before a name, whatever it was taken for: "news agency Lusa"."""
        at = next(j for j in range(phrase.start, phrase.end) if frame.tokens[j].start == name.span.start)
        before = at - 1
        if not self.speech.grammar.subject_first and (name.type is not NameType.PERSON or " " in name.name):
            return False  # "powiedziała gazecie | Ewa Lis"
        return before >= phrase.start and frame.tokens[before].text[0].islower() and self._is_noun(frame, before)

    def _unknown(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase is a name of nobody known: no person, place or house of the tables."""
        first = phrase.start + self.speech.has("articles", frame.lower(phrase.start))
        tokens = frame.tokens[first : phrase.end]
        if not 0 < len(tokens) <= _LISTENER or not all(t.text[0].isupper() or t.text == "-" for t in tokens):
            return False
        if any(n.type is not NameType.ORGANIZATION for n in self.names(frame, phrase)):
            return False
        return not find_known(self._wording(frame, first, phrase.end), self.media.language)

    def signs(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a phrase signs a report as a medium that nothing else tells to be one: "Det skriver | Nordwire".

        One word that is no noun, that the report never makes the name of somebody known or of a person with two names,
        and behind which nothing stands: "Det skriver Lund på nettet".
        """
        token = frame.tokens[phrase.start]
        if phrase.end - phrase.start != 1 or phrase.kind != "np" or not token.text[0].isupper():
            return False
        name = self.layers.names.get(token.start)
        if name is None or name.name != token.text or name.type is NameType.PLACE:
            return False
        ends = phrase.end >= frame.last() or frame.tokens[phrase.end].start in self.layers.times
        return ends and not find_known(token.text, self.media.language) and self.speech.noun_kind(token.lower) is None

    def may_open(self, frame: Frame) -> frozenset[int]:
        """Return the tokens that can open the name of a medium or a noun for one: nearly all words can't."""
        if frame.media is None:
            names, nouns, press = self.layers.names, self.nouns, self.speech.words["press"]
            for word in frame.words:
                if word not in nouns:
                    nouns[word] = self._may_be_noun(word)
            pressed = not frame.words.isdisjoint(press)
            frame.media = frozenset(
                [
                    i
                    for i, token in enumerate(frame.tokens)
                    if token.text[0].isupper()
                    or token.start in names
                    or nouns[token.lower]
                    or (pressed and frame.lower(i + 1) in press)
                ]
            )
        return frame.media

    def _may_be_noun(self, word: str) -> bool:
        """Say whether a case-folded word is a noun for media or for who asks the questions there."""
        other = self.speech.has("agencies", word) or self.speech.has("hosts", word)
        return other or self.speech.noun_kind(word) == "medium"

    def medium_at(self, frame: Frame, i: int) -> int | None:
        """Return where a medium ends that starts at token `i`: a name, or a noun for one that has or means a name."""
        name = self.layers.names.get(frame.tokens[i].start)
        end = i + 1
        if (host := self.host_end(frame, i)) is not None:
            return host
        if name is not None:
            while end < len(frame.tokens) and frame.tokens[end].start < name.span.end:
                end += 1
            agency = next((k for k in (end, end + 1) if self._is_noun(frame, k)), None)  # "the Interfax news agency"
            if agency is not None and name.type is NameType.ORGANIZATION and self.speech.grammar.subject_first:
                return agency + 1
            if not self.media.is_medium(name):
                return None
            compound = frame.lower(end) == "-" and frame.tokens[min(end + 1, len(frame.tokens) - 1)].text.isupper()
            return end + 2 if compound else end  # "ABS-CBN"
        if frame.tokens[i].text[0].isupper():
            if self.speech.grammar.subject_first and self._unseen_title(frame, i):
                return end  # "with the Guardian", in which nobody saw a name
            if (known := self.media.title_end(frame, i)) is not None:
                return known
        if self._press(frame, end):  # rarely so, and asked first: this is asked about every token
            foreign = country_of_demonym(frame.lower(i), self.media.language) is not None
            if self.speech.has("local_press", frame.lower(i)) or (foreign and frame.lower(end + 1) != "-"):
                end += 1  # "local radio", "moldovisk tv", "det islandske tv RÚV"
                while frame.tokens[min(end, len(frame.tokens) - 1)].text[0].isupper():
                    end += 1
                return end
        if not self._is_noun(frame, i):
            return None
        end = self._title_behind(frame, i)
        if end > i + 1:
            return end
        return end if self._definite(frame, i) and self.memory.medium_meant(frame, Phrase(i, end)) is not None else None

    def employer(self, frame: Frame, i: int) -> Phrase | None:
        """Return the medium of a person named at `i` who was told: "told Ida Lund of WXYZ", "von der Abendpost"."""
        name = self.layers.names.get(frame.tokens[i].start)
        if name is None or name.type is not NameType.PERSON:
            return None
        after = next((j for j in range(i, len(frame.tokens)) if frame.tokens[j].start >= name.span.end), frame.last())
        at = after + self.speech.has("prepositions", frame.lower(after))
        at += self.speech.has("articles", frame.lower(at))
        if at == after or at >= len(frame.tokens):
            return None
        end = self.medium_at(frame, at)
        if end is None and frame.tokens[at].text.isupper() and self._unknown(frame, Phrase(at, at + 1)):
            end = at + 1  # the call sign of a station
        return Phrase(at, end) if end is not None else None

    def host_end(self, frame: Frame, i: int) -> int | None:
        """Return where the name ends behind the noun at `i` for who asks the questions: "radio host | Ida Lund"."""
        if not self.speech.has("hosts", frame.lower(i)) or i + 1 >= len(frame.tokens):
            return None
        name = self.layers.names.get(frame.tokens[i + 1].start)
        if name is None or name.type is not NameType.PERSON:
            return None
        return next((j for j in range(i + 1, len(frame.tokens)) if frame.tokens[j].start >= name.span.end), None)

    def _unseen_title(self, frame: Frame, i: int) -> bool:
        """Say whether a capitalised word behind "the" is a known medium's name."""
        token = frame.tokens[i]
        titled = i > 0 and frame.lower(i - 1) == "the" and token.text[0].isupper()
        return titled and self.media.is_known(token.text)

    def _title_behind(self, frame: Frame, noun: int) -> int:
        """Return where the title ends right behind a noun: "avisen | Dag og Tid", no "agencji Reuters | Ewa Lis"."""
        names, end, behind = self.layers.names, noun + 1, -1
        while end < len(frame.tokens) and end - noun <= _TITLE:
            name = names.get(frame.tokens[end].start)
            if name is not None and name.type is NameType.PERSON and frame.tokens[end - 1].end == behind:
                break
            behind = name.span.end if name is not None else behind
            sign = end > noun + 1 and frame.lower(end) == "-" and frame.tokens[end - 1].text.isupper()
            if sign and end < frame.last() and frame.tokens[end + 1].text.isupper():
                end += 2  # "tv-stationen ABS-CBN"
                continue
            if name is None and not self._in_title(frame, noun, end):
                break
            end += 1
        return end

    def _in_title(self, frame: Frame, noun: int, j: int) -> bool:
        """Say whether the token at `j` goes on with a title right behind a noun: 'podcasten "Lige på"'."""
        opening = frame.tokens[noun + 1].text in MARKS
        if opening:
            return j == noun + 1 or frame.tokens[j - 1].text not in MARKS or j == noun + 2
        return frame.tokens[j].text[0].isupper() or self._glued(frame, j)

    def _glued(self, frame: Frame, j: int) -> bool:
        """Say whether the token at `j` is part of a name that a figure opens: "24syv" is two tokens."""
        tokens = frame.tokens
        figure = tokens[j] if tokens[j].text.isdigit() else tokens[j - 1]
        rest = tokens[j + 1 if figure is tokens[j] else j] if j + 1 < len(tokens) else figure
        return figure.text.isdigit() and figure.end == rest.start and rest.text[0].isalpha()

    def _definite(self, frame: Frame, i: int) -> bool:
        """Say whether a noun for media means a certain one: "avisen", "dem Magazin", no "i pressen", "im Radio"."""
        word, speech = frame.lower(i), self.speech
        if speech.has("press", word):
            return False
        before = [frame.lower(j) for j in range(max(0, i - _ARTICLE), i)]
        if any(speech.has("indefinite", w) for w in before):
            return False
        if speech.grammar.verb_medial:
            same = any(speech.has("same", w) for w in before)  # "samme avis"
            return same or word.endswith(tuple(speech.words["definite_endings"]))
        if speech.grammar.drop_subject:
            return "j" not in speech.reading(frame.lower(i + 1))  # "w mediach społecznościowych"
        own = frozenset().union(*(w for group, w in speech.pronouns.items() if "possessive" in group))
        return any(speech.has("articles", w) and w not in own for w in before)

    def names(self, frame: Frame, phrase: Phrase) -> list[Name]:
        """Return the names in a phrase."""
        return [n for t in frame.tokens[phrase.start : phrase.end] if (n := self.layers.names.get(t.start)) is not None]

    def relay(self, frame: Frame, phrase: Phrase) -> Relay | None:
        """Return a phrase as a relay, under its medium's usual name; "the paper" is the one named last."""
        if phrase.start >= phrase.end:
            return None
        names = self.names(frame, phrase)
        sign = self._capitals_end(frame, phrase.start, phrase.end)
        if sign is not None and sign < phrase.end and not self.names(frame, Phrase(phrase.start, sign)):
            phrase, names = Phrase(phrase.start, sign), []  # "KRTV-TV | i Great Falls"
        span = self._span(frame, phrase.start, phrase.end)
        media = [n for n in names if self.media.is_medium(n)] or [n for n in names if n.type is NameType.ORGANIZATION]
        if self.media.is_known(self.text[span.start : span.end]) and len(names) != 1:
            return self._plain(frame, phrase.start, phrase.end)
        if media:
            return self._named(media[0], span)
        if names and self.host_end(frame, phrase.start) == phrase.end:
            return self._named(names[0], span)
        if (called := self._called(frame, phrase)) is not None:
            return called
        if self._own_title(frame, phrase):
            return self._plain(frame, phrase.start, phrase.end)
        last = self.memory.medium_meant(frame, phrase)
        if last is not None:
            return Relay(last.name, span, last.entity, last.forms)
        return Relay(self.text[span.start : span.end], span)

    def _own_title(self, frame: Frame, phrase: Phrase) -> bool:
        """Say whether a capital inside a sentence makes a noun for papers the title of one: "til | Kystavisen"."""
        token = frame.tokens[phrase.start]
        inside = frame.kind is SegmentKind.BODY and phrase.start > frame.text_start()
        alone = phrase.end == phrase.start + 1 and token.text[0].isupper() and not token.text.isupper()
        return inside and alone and not self.speech.grammar.verb_final and frame.lower(phrase.start - 1)[:1].isalpha()

    def _named(self, name: Name, span: Span) -> Relay:
        """Return the medium of a name; what follows in the phrase belongs to it where it is a programme's name."""
        source = self.memory.source(name, None)
        wording = self.text[name.span.start : name.span.end]
        rest = self.text[name.span.end : span.end].lstrip("'’s \xa0")
        base = self.media.base_title(wording) if self.speech.table is not None and source.name == wording else None
        if base is not None and base != wording:
            return Relay(base, name.span, name.entity, (wording,))
        noun, _, title = wording.partition(" ")
        if title and self.speech.grammar.verb_final and self._only_noun(noun, wording):
            return Relay(title, Span(name.span.end - len(title), name.span.end), None, (wording,))
        longer = name.span.start == span.start and len(rest) > 1 and rest.lstrip("-")[:1].isupper()
        if longer:
            return Relay(self.text[span.start : span.end], span, name.entity)
        return Relay(source.name, name.span, name.entity, source.forms)

    def _only_noun(self, noun: str, wording: str) -> bool:
        """Say whether a German noun stands before a title and is none of it: "Zeitung | Times of Malta"."""
        radio = self.speech.has("press", noun.casefold()) and self.media.is_known(wording)
        return self.speech.noun_kind(noun.casefold()) == "medium" and not radio and not self.media.is_known(wording)

    def _called(self, frame: Frame, phrase: Phrase) -> Relay | None:
        """Return what stands behind a noun for media although no name was seen: "den franske avisen Vent d'Ouest"."""
        nouns = [j for j in range(phrase.start, phrase.end) if self._is_noun(frame, j)]
        if not nouns or nouns[-1] + 1 >= phrase.end:
            return None
        a, b = nouns[-1] + 1, phrase.end
        while a < b and frame.tokens[a].text in MARKS:
            a += 1
        while b > a and frame.tokens[b - 1].text in MARKS:
            b -= 1
        if a >= b or not (frame.tokens[a].text[0].isupper() or frame.tokens[a].text[0].isdigit()):
            return None
        noun = self.speech.noun_entry(frame.lower(nouns[-1]))
        title = self._plain(frame, a, b)
        if self.speech.grammar.subject_first and frame.tokens[nouns[-1]].text[0].islower():
            return title  # "state television TVM"
        if noun is None or not (a == nouns[-1] + 1 and self.speech.has("press", noun[1])):
            return title
        span = self._span(frame, nouns[-1], b)  # the noun is part of the name: "w Radiu Zet"
        return Relay(f"{noun[1].capitalize()} {title.name}", span, None, (self.text[span.start : span.end],))

    def _is_noun(self, frame: Frame, j: int) -> bool:
        """Say whether a noun for media stands at `j`, no part of a title: "the Daily Echo"."""
        noun = self.media.noun_at(frame, j)
        return noun and (self.speech.grammar.verb_final or frame.tokens[j].text[0].islower() or self._press(frame, j))

    def _press(self, frame: Frame, j: int) -> bool:
        return self.speech.has("press", frame.lower(j))

    def _plain(self, frame: Frame, a: int, b: int) -> Relay:
        if (
            self.speech.grammar.subject_first
            and frame.lower(a) == "the"
            and frame.tokens[a].text == "the"
            and a + 1 < b
        ):
            a += 1  # "the Mirror"
        span = self._span(frame, a, b)
        wording = self.text[span.start : span.end]
        title = self.media.base_title(wording) if self.speech.table is not None else None
        return Relay(title or wording, span, None, (wording,) if title not in (None, wording) else ())

    def _span(self, frame: Frame, a: int, b: int) -> Span:
        return Span(frame.tokens[a].start, frame.tokens[b - 1].end)

    def _wording(self, frame: Frame, a: int, b: int) -> str:
        return self.text[frame.tokens[a].start : frame.tokens[b - 1].end]
