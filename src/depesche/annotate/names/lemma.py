"""The base form of a name: Polish and German case, Scandinavian genitive taken off.

A form can have several bases ("Marka": Marek, Marko, Marka). What decides, in this order: a known entity's own form, a
base that the report itself shows as a name, a base the lists of names know better than the form, and last the
language's first rule, where the other words of the name are inflected too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from depesche.annotate.names.features import latin
from depesche.annotate.names.gazetteer import Match, find_matches
from depesche.annotate.names.wordlists import Lists
from depesche.lang.schema.genders import gender
from depesche.lang.schema.names import bases, load_names
from depesche.records import NameType
from depesche.text.fold import fold

_VOWELS = "aeiouyąęóé"
_STAYS = _VOWELS + "j"  # last letters of which none says that a woman's surname stays as it is: "Złotej"
_BEFORE_I = "kgljci"  # letters before which the genitive of a name in -a ends in -i
_FULL = 2  # words of a given name and a surname
_SPACED = str.maketrans("-‐‑–", "    ")


class Lemmatizer:
    """Base forms for the names of one report.

    `attested` holds the folded words of all its names as they stand, `whole` the last words of those that stand
    somewhere where nothing follows that a genitive could own: a final "s" belongs to these names.
    """

    def __init__(
        self, lang: str | None, lists: Lists, attested: Collection[str], whole: Collection[str] = frozenset()
    ) -> None:
        self._lang, self._lists, self._attested, self._whole = lang, lists, attested, whole
        self._data = load_names(lang)
        self._forms: dict[tuple[str, tuple[str, ...], NameType], str] = {}  # of the names met, as asked for

    def base_form(self, wording: str, words: Sequence[str], type_: NameType) -> str:
        """Return the uninflected form of a name; `words` are its words without hyphens."""
        asked = wording, tuple(words), type_
        if asked not in self._forms:
            self._forms[asked] = self._base_form(*asked)
        return self._forms[asked]

    def _base_form(self, wording: str, words: Sequence[str], type_: NameType) -> str:
        if not words:
            return wording
        tokens = wording.translate(_SPACED).split()
        for match in find_matches(tokens, self._lang):
            if match.start == 0 and match.end == len(tokens) and (form := self._own_form(tokens, match)):
                return form
        if type_ is not NameType.ORGANIZATION and all(w.isupper() for w in words) and max(map(len, words)) > 4:
            wording, words = wording.title(), [word.title() for word in words]  # from a headline in capitals
        if type_ is NameType.PERSON and len(words) > 1 and words[-1].endswith(self._data.nominative):
            return wording
        genitive = self._data.genitive if not self._data.every_word and fold(words[-1]) in self._whole else None
        if genitive and words[-1].endswith(genitive) and fold(words[-1].removesuffix(genitive)) not in self._attested:
            return wording
        chosen = [self._word(word, type_, len(words)) for word in words]
        moved = [base != word for word, base in zip(words, chosen, strict=True)]
        if self._data.every_word:
            if type_ is NameType.ORGANIZATION and not moved[0] and words[0].casefold() in self._data.org_heads:
                return wording  # what a ministry is of stands in the genitive: "Ministerstwo Handlu i Przemysłu"
            if type_ is NameType.PERSON and len(words) > 1:
                self._agree(words, chosen, moved)
        else:
            chosen[:-1] = words[:-1]  # a genitive stands at the end
        return _replace(wording, words, chosen)

    def _is_subject(self, words: Sequence[str], moved: Sequence[bool]) -> bool:
        """Say whether a given name that every case would change stands unchanged: "Ewa Tarka", but not "Joe Bidena"."""
        if len(words) != 2 or moved[0] or not moved[1] or words[0][-1] in "eiouyéó":
            return False
        if self._man(words[0]) is not None:
            return False
        return self._level(words[0], NameType.PERSON) > 0

    def _man(self, first: str) -> str | None:
        """Return the man's given name that a form in -a can be the genitive of, though it is a name: "Marka"."""
        known = (b for b in bases(first, self._lang) if b != first and b[-1] != "a" and gender(f"{b} {b}") == "m")
        return next(known, None) if first.endswith("a") else None

    def _agree(self, words: Sequence[str], chosen: list[str], moved: Sequence[bool]) -> None:
        """Bring given name and surname into one case and sex: "Marka Wolnego", "Halinie Sowie", "Iwonie Pietrzak"."""
        first, last = words[0], words[-1]
        shown = moved[-1] and fold(chosen[-1]) in self._attested
        sex = next((sex for ending, sex in self._data.oblique if last.endswith(ending)), None)
        if len(words) == _FULL and not moved[0] and moved[-1] and last[-1] == "a" != chosen[-1][-1]:
            chosen[0] = self._man(first) or chosen[0]  # "Marka Nowaka": a woman's would be "Nowak"
        if len(words) == _FULL and chosen[0] == first[:-1] and first[-1] == "a" and not moved[-1]:
            chosen[0] = first if last[-1] not in _STAYS else chosen[0]  # "Tina Bell": a man's would be "Tina Bella"
        if sex is not None:
            chosen[0] = self._given(first, sex)
            chosen[-1] = chosen[-1] if moved[-1] else self._default(last)
        elif self._is_subject(words, moved):
            chosen[0], chosen[-1] = (self._given(first), chosen[-1]) if shown else (first, last)
        elif shown or not any(moved[:-1]):
            return
        elif last[-1] not in _STAYS and first[-1] in _VOWELS and not first.endswith(("a", "owi", "u")):
            chosen[0], chosen[-1] = self._given(first, "f"), last  # only a woman's surname may stay as it is
        elif self._given(first, "f") == chosen[0] or (first.endswith("owi") and not last.endswith(("owi", "mu"))):
            chosen[-1] = next((base for base in bases(last, self._lang) if base.endswith("a")), chosen[-1])
        elif not moved[-1] or _impossible(last, chosen[-1]):
            chosen[-1] = self._default(last)

    def _given(self, word: str, sex: str | None = None) -> str:
        """Return the given name that a form which is one itself is a case of: "Marka" beside "Kowalika"."""
        options = [b for b in bases(word, self._lang) if sex is None or b.endswith("a") == (sex == "f")]
        best = max(options, key=lambda b: (b != word, self._level(b, NameType.PERSON)), default=word)
        return best if self._level(best, NameType.PERSON) > 0 else word

    def _own_form(self, tokens: Sequence[str], match: Match) -> str | None:
        """Return the known entity's form in this language that the words are a case of."""
        for code, forms in match.known.forms:
            if code == self._lang:
                for form in forms:
                    parts = form.replace("-", " ").split()
                    if len(parts) == len(tokens) and all(
                        fold(part) in {fold(base) for base in bases(token, self._lang)}
                        for part, token in zip(parts, tokens, strict=True)
                    ):
                        return form
        return None

    def _level(self, word: str, type_: NameType) -> int:
        folded = fold(word)
        if type_ in (NameType.PLACE, NameType.COUNTRY):
            return 3 * (self._lists.places.level(folded) > 0)
        level = self._lists.people.level(latin(folded))
        return level if type_ is NameType.PERSON else max(level - 1, 0)

    def _word(self, word: str, type_: NameType, size: int) -> str:
        """Return a word's base as far as the report or the lists tell it; the word itself where nothing does."""
        options = [base for base in bases(word, self._lang) if base != word]
        if self._data.every_word:
            options = [base for base in options if not _impossible(word, base)]
        elif type_ is NameType.PERSON:
            options = [base for base in options if self._is_genitive(word, base)]
        if not options or (word.isupper() and len(word) < 6 and self._data.every_word):
            return word
        for base in options:
            if fold(base) in self._attested:
                return base
        own = self._level(word, type_)
        best = max(options, key=lambda base: self._level(base, type_))
        if self._level(best, type_) > own:
            return best
        many = size > 1 and type_ is NameType.ORGANIZATION
        return word if own or many or self._data.every_word else self._default(word)

    def _is_genitive(self, word: str, base: str) -> bool:
        """Say whether only a genitive's ending parts a form from its base: of a person "Vann" is no case of "Van"."""
        return word.startswith(base) and word[len(base) :].strip("'’") in ("", self._data.genitive or "s")

    def _default(self, word: str) -> str:
        """Return the base by the language's first rule that takes nothing from the stem of a foreign name."""
        if self._data.every_word:
            options = (base for base in bases(word, self._lang) if base != word)
            return next((base for base in options if not _impossible(word, base)), word)
        genitive = self._data.genitive
        if genitive and word.endswith(genitive) and not word.endswith(self._data.genitive_like):
            return word.removesuffix(genitive).rstrip("'’") if len(word) > 3 and not word.isupper() else word
        if word.endswith(("'s", "’s")):
            return word[:-2]
        return word


def _impossible(word: str, base: str) -> bool:
    """Say whether no Polish name has the base in this case: "Marka" is of "Marek", but "Bąka" never of "Bąek"."""
    vowels = base.endswith("ek") and len(base) > 2 and base[-3] in _VOWELS and word.startswith(base[:-2])
    return vowels or (word.endswith("i") and base == word[:-1] + "a" and word[-2:-1] not in _BEFORE_I)


def _replace(wording: str, words: Sequence[str], chosen: Sequence[str]) -> str:
    out, at = [], 0
    for word, base in zip(words, chosen, strict=True):
        place = wording.find(word, at)
        out += [wording[at:place], base]
        at = place + len(word)
    return "".join(out) + wording[at:]
