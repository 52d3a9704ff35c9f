"""What the convention asks of a name after the tagger: titles out, compounds cut, known countries in, demonyms out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from depesche.annotate.names.departments import add_fields
from depesche.annotate.names.encode import headline_mark
from depesche.annotate.names.features import latin
from depesche.annotate.names.gazetteer import Match
from depesche.annotate.names.joined import join_houses, join_ministries, join_nicknames
from depesche.annotate.names.longer import run_on
from depesche.annotate.names.nouns import Found, Nouns, cut_beside, cut_nouns, first_owner
from depesche.annotate.names.titled import add_titled
from depesche.annotate.names.wordlists import Lists
from depesche.lang.schema.entities import is_site
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.language import load_language
from depesche.lang.schema.names import bases, load_names
from depesche.records import NameType
from depesche.text.fold import fold

HYPHENS = frozenset("-‐‑–")
_MARKS = frozenset('()[],;:!?"“”„«»')
_APOSTROPHES = frozenset("'’")
_UNION = "international-organisation"
_FULL = 2  # words of a given name and a surname
_SURE_KINDS = frozenset({"country", "capital", "international-organisation", "news-agency", "seat-of-government"})


class NameRules:
    """The rules of one language, over one sentence at a time."""

    def __init__(self, lang: str | None, lists: Lists) -> None:
        self.lang, self._lists = lang, lists
        self._nouns = Nouns(lang, lists)
        self._names, language = load_names(lang), load_language(lang)
        self._stopwords, self._capital_nouns = language.stopwords, language.capital_nouns
        forms = load_forms(lang)
        self._calendar = frozenset(forms.months) | frozenset(forms.weekdays)
        self._beside = self._names.titles | self._names.demonyms.keys()
        self._never = self._names.no_names | self._calendar
        self._conjunctions = frozenset(word for word, kind in self._names.context.items() if kind == "and")

    def apply(
        self, words: Sequence[str], found: Sequence[Found], matches: Sequence[Match], possessive: Collection[int]
    ) -> list[Found]:
        """Return the names of a sentence after all rules, in order. `possessive` are words that lost an 's."""
        spans = self._settle(words, found, matches, possessive) if found or matches else []
        if not any(start == 0 for start, _, _ in spans) and words and self.may_be_name(words[0]):
            spans += first_owner(words, self._nouns)
        spans = add_titled(words, self._add_headed(words, spans), matches, self._nouns, self.may_be_name)
        spans += [(i, i + 1, NameType.ORGANIZATION) for i in self._sites(words) if not _covered(i, spans)]
        spans = add_fields(words, spans, self._nouns, self._names.context)
        spans = run_on(words, spans, matches, self._nouns, self.may_be_name)
        spans = sorted(span for span in spans if not self._is_no_name(words, span, matches))
        if possessive:
            spans = join_houses(words, spans, possessive, self._names.org_heads)
        spans = join_nicknames(words, spans, self._may_end_name)
        spans = [(start, self._without_letters(words, start, end), kind) for start, end, kind in spans]
        if self._capital_nouns:
            return spans  # see `departments`
        return join_ministries(words, spans, self._names.org_heads, self._conjunctions, self.is_common)

    def _sites(self, words: Sequence[str]) -> list[int]:
        """Return the places of sites, which papers go by: "Altinget.dk", "kyst.no", but not "slut.de" (no blank)."""
        sites = (i for i, word in enumerate(words) if "." in word and is_site(word))
        return [i for i in sites if words[i][0].isupper() or words[i].rpartition(".")[2] not in self._stopwords]

    def _settle(
        self, words: Sequence[str], found: Sequence[Found], matches: Sequence[Match], possessive: Collection[int]
    ) -> list[Found]:
        """Return what the tagger found as cut, widened and overruled."""
        spans = [piece for span in found for piece in self._cut_marks(words, span)]
        if self._names.inside and headline_mark(words) == 1:
            spans = [piece for span in spans for piece in self._cut_headline(words, span)]
        spans = [piece for span in spans for piece in self._cut_possessive(span, matches, possessive)]
        spans = [piece for span in spans for piece in self._part_countries(words, span, matches)]
        spans = [cut_nouns(words, span, matches, self._nouns) for span in _join(words, spans)]
        ends = {end for _, end, _ in spans}
        spans = [self._trim(words, span if span[0] in ends else self._extend(words, span)) for span in spans]
        spans = [cut_beside(words, span, self._nouns) for span in spans]
        spans = self._apply_matches(words, [s for s in spans if s[0] < s[1]], matches)
        return [self._add_number(words, self._cut_compound(words, span, matches)) for span in spans]

    def is_common(self, word: str) -> bool:
        """Say whether a word is in the dictionary and no name of the lists."""
        return self._nouns.is_common(word)

    def _may_end_name(self, word: str) -> bool:
        """Say whether a word behind a nickname can be the surname, though no tagger saw it: "Combs"."""
        return self.may_be_name(word) and not (self._capital_nouns and self.is_common(word))

    def is_only_name(self, word: str) -> bool:
        """Say whether a common word's capital means the report's bearer of that surname: "Sowa", but not "Wójt"."""
        return self._names.every_word and not self._nouns.is_source(word)

    def says(self, words: Sequence[str]) -> bool:
        """Say whether the word that opens a sentence, no noun for people or houses, has a verb of saying behind it."""
        return self._names.context.get(words[1].casefold() if words[1:] else "") == "saying" and not (
            words[0].casefold() in self._names.org_heads or self._nouns.is_source(words[0])
        )

    def may_be_name(self, word: str) -> bool:
        """Say whether a capitalised word is neither a title, a month, a small word nor an adjective of a country."""
        low = word.casefold().strip(".")
        names = self._names
        return word[0].isupper() and not (
            low in names.titles or low in names.roles or low in self._never or low in self._stopwords
            or low in names.demonyms
        )  # fmt: skip

    def is_called(self, words: Sequence[str], i: int) -> bool:
        """Say whether the word before it makes the word at `i` a surname: "Mrs May", "Mr. Hope"; no "Mr Speaker"."""
        before = i - 2 if words[i - 1] == "." else i - 1
        low, names = words[i].casefold(), self._names
        if before < 0 or words[before].casefold().strip(".") not in names.honorifics or not words[i][0].isupper():
            return False
        return low not in names.titles and low not in names.roles

    def is_calendar(self, word: str) -> bool:
        """Say whether a word is a month or a weekday."""
        return word.casefold() in self._calendar

    def _cut_marks(self, words: Sequence[str], span: Found) -> list[Found]:
        """Cut a name at brackets, commas and the like, which stand in no name; marks at its ends fall off."""
        pieces: list[Found] = []
        start = span[0]
        for i in range(span[0], span[1] + 1):
            if i == span[1] or words[i] in _MARKS or _is_genitive_mark(words, i):
                if i > start:
                    pieces.append((start, i, span[2]))
                start = i + 1
        return pieces

    def _cut_headline(self, words: Sequence[str], span: Found) -> list[Found]:
        """Cut a name at small words where a headline capitalises all others, and take common words off its ends."""
        pieces: list[Found] = []
        start = span[0]
        for i in range(span[0], span[1] + 1):
            if i == span[1] or (words[i].casefold() in self._stopwords and words[i] not in self._names.inside):
                pieces += self._without_common(words, (start, i, span[2]))
                start = i + 1
        return pieces

    def _without_common(self, words: Sequence[str], span: Found) -> list[Found]:
        start, end, type_ = span
        heads = self._names.org_heads | self._names.place_heads
        while end > start and (self.is_common(words[end - 1]) and words[end - 1].casefold() not in heads):
            end -= 1
        while start < end and (self.is_common(words[start]) and words[start].casefold() not in heads):
            start += 1
        return [(start, end, type_)] if start < end else []

    def _cut_possessive(self, span: Found, matches: Sequence[Match], possessive: Collection[int]) -> list[Found]:
        """Part "Norway's Labour Party": the owner is a name of its own where it is a known one or a full name."""
        start, end, type_ = span
        for i in range(start, end - 1):
            if i in possessive:
                owner = next((m for m in matches if (m.start, m.end) == (start, i + 1)), None)
                if owner or i > start:
                    kind = owner.known.type if owner else NameType.PERSON
                    return [(start, i + 1, kind), (i + 1, end, type_)]
        return [span]

    def _part_countries(self, words: Sequence[str], span: Found, matches: Sequence[Match]) -> list[Found]:
        """Part "Russlands Anfrage": a country or capital is a name of its own, what it owns only if it is one."""
        start, end, type_ = span
        first = next((m for m in matches if m.start == start and m.end < end), None)
        if first and first.known.kind == _UNION and (place := _place_behind(matches, first, end)) is not None:
            return [(start, first.end, first.known.type), (first.end, end, place.known.type)]
        if not self._names.genitive or not first:
            return [span]
        owns = words[first.end - 1].endswith(self._names.genitive)
        if owns and type_ is NameType.PERSON is first.known.type:
            return [(start, first.end, type_)]  # what a known person owns is no part of the name
        if first.known.kind not in ("country", "capital"):
            return [span]
        if not self._capital_nouns and type_ is NameType.PLACE and self._nouns.has_meaning(words[end - 1]):
            return [span]  # "Danmarks Plads": a common noun with a capital is part of a name
        rest = words[first.end : end]
        plain = all(self._nouns.is_plain(word) for word in rest)
        if type_ is NameType.PLACE or (type_ is NameType.ORGANIZATION and owns and plain):
            pieces = [(start, first.end, first.known.type)]
            if not plain:
                named = self._lists.people.level(latin(fold(rest[-1]))) > 0
                pieces.append((first.end, end, NameType.PERSON if named and type_ is NameType.PLACE else type_))
            return pieces
        return [span]

    def _extend(self, words: Sequence[str], span: Found) -> Found:
        """Take in a given name before a person of one word, and what a lone "Ministry" or "University" is of."""
        start, end, type_ = span
        lone_head = (
            end - start == 1 and type_ is NameType.ORGANIZATION and words[start].casefold() in self._names.org_heads
        )
        if lone_head and not self._capital_nouns and start > 0 and not words[start].isupper():
            return start - self.may_be_name(words[start - 1]), end, type_
        if type_ is NameType.PERSON and end - start == 1 and start > 0:
            before = words[start - 1]
            is_rank = self._capital_nouns and self._nouns.is_rank(before)
            if self.may_be_name(before) and not (is_rank or self.is_common(before)) and len(before) > 2:
                levels = [self._lists.people.level(latin(fold(b))) for b in bases(before, self.lang)[:6]]
                if max(levels, default=0) >= 2:
                    return start - 1, end, type_
        return span

    def _trim(self, words: Sequence[str], span: Found) -> Found:
        """Take off titles before a person, small words before any name, and a role after an organisation."""
        start, end, type_ = span
        while end - start > 1 and words[start].islower() and words[start] in self._stopwords:
            start += 1
        headed = words[start].casefold() in self._names.org_heads or self.is_common(words[start])
        if type_ is NameType.ORGANIZATION and self._capital_nouns and headed:
            end = self._without_manner(words, start, end)
            if end == start + 1 < span[1] and self.is_common(words[start]):
                return start, start, type_
        if type_ is NameType.PERSON:
            while end - start > 1 and words[end - 1].islower():
                end -= 1
            end = self._without_letters(words, start, end)
            while end - start > 1 and words[start].casefold().strip(".") in self._beside:
                start += 1
                while end - start > 1 and words[start] == ".":
                    start += 1
        else:  # "State Department spokeswoman"
            while end - start > 1 and words[end - 1].islower() and self._nouns.is_role(words[end - 1]):
                end -= 1
            is_beside = end < len(words) and words[end][0].isupper()  # "Kansas Attorney | General Dale Penn"
            if end - start > 1 and is_beside and words[end - 1].casefold() in self._names.titles:
                end -= 1
        return start, end, type_

    def _without_manner(self, words: Sequence[str], start: int, end: int) -> int:
        """Return the end of a German name without how or when its house spoke: "Bank | am Telefon"."""
        for k in range(start + 1, end):
            low, following = words[k].casefold(), words[k + 1].casefold() if k + 1 < len(words) else ""
            if words[k].islower() and low in self._names.never_inside:
                return k
            dated = following in self._calendar or following.isdigit() or following in self._names.of_time
            if low in self._names.never_last or (low in self._names.time_parts and dated):
                return k - words[k - 1].islower()
        return end

    def _without_letters(self, words: Sequence[str], start: int, end: int) -> int:
        """Return the end of a full name without the letters behind it: "Mary Quinn KC"."""
        while end - start > _FULL and words[end - 1].isupper() and words[end - 1].casefold() in self._names.behind:
            end -= 1
        return end

    def _apply_matches(self, words: Sequence[str], spans: list[Found], matches: Sequence[Match]) -> list[Found]:
        """Let known forms of several words, and countries, overrule the tagger, sure ones where it saw nothing."""
        out = list(spans)
        for match in matches:
            long = match.end - match.start > 1
            over = [s for s in out if s[0] < match.end and s[1] > match.start]
            type_ = match.known.type
            sure = match.known.kind in _SURE_KINDS
            if not over:
                if (long and match.exact_language) or sure or words[match.start].isupper():
                    out.append((match.start, match.end, type_))
            elif len(over) == 1 and over[0][:2] == (match.start, match.end):
                if long or sure:
                    out[out.index(over[0])] = (match.start, match.end, type_)
            elif long and type_ is NameType.PERSON and [s[1:] for s in over] == [(match.end, type_)]:
                out[out.index(over[0])] = (match.start, match.end, type_)  # "plan Chequers | Theresy May"
            elif long and all(match.start <= s[0] and s[1] <= match.end for s in over):
                out = [s for s in out if s not in over]
                out.append((match.start, match.end, type_))
            elif long and sure and len(over) > 1 and over[0][0] == match.start and over[-1][1] > match.end:
                *_, (_, end, rest) = over  # "Hong | Kong's High Court"
                out = [s for s in out if s not in over] + [(match.start, match.end, type_), (match.end, end, rest)]
        return sorted(out)

    def _cut_compound(self, words: Sequence[str], span: Found, matches: Sequence[Match]) -> Found:
        """Cut "US-Botschafter" to "US": the tail is in small letters, or a noun that is no name."""
        start, end, type_ = span
        if any((m.start, m.end) == (start, end) for m in matches):
            return span
        at = end - 2
        if at <= start or words[at] not in HYPHENS:
            return span
        head = next((m for m in matches if m.start == start and m.end == at), None)
        if words[at + 1][0].islower() or (self._capital_nouns and self.is_common(words[at + 1])):
            return start, at, head.known.type if head else type_
        return span

    def _add_headed(self, words: Sequence[str], spans: list[Found]) -> list[Found]:
        """Make organisations of compounds with a capital inside a sentence: "Skovministeriet"."""
        if not self._names.solid_heads:
            return spans
        out = list(spans)
        alone = (i for i in range(1, len(words)) if words[i][0].isupper() and words[i][1:].islower())
        behind = [i for i in alone if words[i - 1][0].islower() or words[i - 1] == ","]
        for i in behind if behind and not headline_mark(words) else ():
            if self._is_headed(words[i].casefold()):
                over = [s for s in out if s[0] <= i < s[1]]
                if all(s[1] - s[0] == 1 for s in over):
                    out = [s for s in out if s not in over] + [(i, i + 1, NameType.ORGANIZATION)]
        return out

    def _is_headed(self, low: str) -> bool:
        stem = low.removesuffix("s")
        return any(stem.endswith(head) and len(stem) > len(head) + 1 for head in self._names.solid_heads)

    def _add_number(self, words: Sequence[str], span: Found) -> Found:
        """Take in the number of a channel or a ruler: "Radio 4", "Olav V"."""
        start, end, type_ = span
        if type_ is NameType.PERSON and end < len(words) and _is_roman(words[end]):
            return start, end + 1, type_
        is_digit = end < len(words) and words[end].isdigit() and len(words[end]) == 1
        if is_digit and words[end - 1].casefold() in self._names.numbered:
            return start, end + 1, NameType.ORGANIZATION
        return span

    def _is_no_name(self, words: Sequence[str], span: Found, matches: Sequence[Match]) -> bool:
        start, end, type_ = span
        if not any(words[i][0].isalnum() for i in range(start, end)):
            return True
        if end - start > 1 and "-".join(words[start:end]).casefold() in self._names.demonyms:  # "South Korean"
            return True
        if end + 1 < len(words) and words[end] in HYPHENS and words[end + 1].casefold() in self._names.demonyms:
            return True  # "US-amerikanische"
        alone = end - start == 1 or (end - start == 2 and words[start + 1] == ".")
        if not alone or any(m.start <= start < m.end for m in matches):
            return False
        low = words[start].casefold()
        if low in self._names.no_names or low in self._names.demonyms:
            return True
        return low in self._never and type_ is not NameType.PERSON


def _covered(i: int, spans: Sequence[Found]) -> bool:
    return any(start <= i < end for start, end, _ in spans)


def _place_behind(matches: Sequence[Match], first: Match, end: int) -> Match | None:
    """Return the country or capital that alone stands behind a union of states: "UE | Bruksela", "NATO | Moskwa"."""
    whole = (m for m in matches if (m.start, m.end) == (first.end, end))
    return next((m for m in whole if m.known.kind in ("country", "capital")), None)


def _is_genitive_mark(words: Sequence[str], i: int) -> bool:
    """Say whether the word is half of an 's that stands alone after a number or a bracket."""
    return (words[i] in _APOSTROPHES and words[i + 1 : i + 2] == ["s"]) or (
        words[i] == "s" and words[i - 1] in _APOSTROPHES
    )


def _is_roman(word: str) -> bool:
    """Say whether a word is a number from II to XXXIX, or V; a lone I or X is more often something else."""
    return word == "V" or (len(word) > 1 and not word.strip("IVX"))


def _join(words: Sequence[str], spans: Sequence[Found]) -> list[Found]:
    """Join a name that breaks off after a small word with the next: "University of | Krakow"."""
    out: list[Found] = []
    for span in sorted(spans):
        if out and out[-1][1] == span[0] and words[span[0] - 1].islower() and words[out[-1][0]][0].isupper():
            out[-1] = (out[-1][0], span[1], out[-1][2])
        else:
            out.append(span)
    return out
