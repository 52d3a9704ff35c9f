"""Makes news sentences out of frames (news/*.toml) and lists of names: the corpora have few news, and few new names.

Names that nobody has heard of are strung together letter by letter, like those of the lists. Deterministic for a seed.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from training.names.corpora import Example, to_example
from training.names.lists import noun_forms, wordnet_places

NEWS = Path(__file__).parent / "news"
PLAIN_SHARE = 0.2  # of the sentences have no name
RIGOUR_SHARE = 0.5  # of the surnames come from rigour's table, the others from our own list
COMPOUND_SHARE = 0.3  # of nouns are put together from two in the
COMPOUNDING = frozenset({"da", "de", "nb"})  # languages
NOUN_GAPS = ("Noun", "Nouns", "Noun_s")
ORDER = 3  # letters that decide the next one of a made name
_GAP = re.compile(r"\{(\w+)\}")


class Letters:
    """Strings of letters like those of a list of words."""

    def __init__(self, words: list[str]) -> None:
        self._next: dict[str, list[str]] = defaultdict(list)
        for word in words:
            padded = "^" * ORDER + word.lower() + "$"
            for i in range(ORDER, len(padded)):
                self._next[padded[i - ORDER : i]].append(padded[i])

    def make(self, random: Random) -> str:
        """Return a new capitalised string of 4 to 11 letters."""
        while True:
            out = "^" * ORDER
            while not out.endswith("$") and len(out) < ORDER + 12:
                out += random.choice(self._next[out[-ORDER:]])
            word = out[ORDER:-1]
            if out.endswith("$") and 4 <= len(word) <= 11:
                return word.capitalize()


class Frames:
    """The frames of one language and what fills them: parts of personal names, places, and nouns with a capital."""

    def __init__(self, lang: str, people: list[str], places: list[str], nouns: list[str], seed: int) -> None:
        self.lang, self.random = lang, Random(seed)
        data = tomllib.loads((NEWS / f"{lang}.toml").read_text("utf-8"))
        both = tomllib.loads((NEWS / "both.toml").read_text("utf-8"))
        self.frames, self.plain = data["frames"].strip().splitlines(), data["plain"].strip().splitlines()
        self.types = {gap: type_ for type_, gaps in data["names"].items() for gap in gaps}
        self.fill: Mapping[str, list[str]] = {
            **{gap: forms for gaps in data["names"].values() for gap, forms in gaps.items()},
            **{gap: forms.split("|") for kind in ("words", "inside") for gap, forms in data[kind].items()},
        }
        self.made = self._makers(both, people, places)
        if nouns:
            self.made |= dict.fromkeys(NOUN_GAPS, partial(self._noun, nouns))

    def _makers(self, both: dict[str, str], people: list[str], places: list[str]) -> dict[str, Callable[[], str]]:
        pick = self.random.choice
        own = both["surname"].split()
        towns = [place for place in places if " " not in place]
        persons, lands = Letters(people), Letters(towns)
        given, brands, ends = both["given"].split(), both["brand"].strip().split("|"), both["endings"].split()

        def brand() -> str:
            word = persons.make(self.random) if self.random.random() < 0.5 else lands.make(self.random)
            return word if self.random.random() < 0.5 else word[:5] + pick(ends)

        return {
            "given_": lambda: pick(given),
            "surname_": lambda: pick(people if self.random.random() < RIGOUR_SHARE else own),
            "made_": lambda: persons.make(self.random),
            "made_place_": lambda: lands.make(self.random),
            "made_brand": brand,
            "brand": lambda: pick(brands),
            "town": lambda: pick(towns),
            "listed_place": lambda: pick(places),
            "acronym_": lambda: "".join(pick("ABCDEFGHIKLMNOPRSTUVW") for _ in range(pick((2, 3, 3, 3, 4, 4, 5)))),
        }

    def _noun(self, nouns: list[str]) -> str:
        noun = self.random.choice(nouns)
        is_compound = self.lang in COMPOUNDING and self.random.random() < COMPOUND_SHARE
        return noun + self.random.choice(nouns).lower() if is_compound else noun

    def _text(self, gap: str) -> str:
        if gap in self.made:
            return self.made[gap]()
        return _GAP.sub(lambda m: self._text(m[1]), self.random.choice(self.fill[gap]))

    def sentence(self) -> dict[str, object]:
        """Return a sentence in the form of the corpora: text and names."""
        frame = self.random.choice(self.plain if self.random.random() < PLAIN_SHARE else self.frames)
        text, names, at = "", [], 0
        for match in _GAP.finditer(frame):
            text += frame[at : match.start()]
            filled, at = self._text(match[1]), match.end()
            if match[1] in self.types:
                names.append({"span": (len(text), len(text) + len(filled)), "type": self.types[match[1]]})
            text += filled
        return {"text": text + frame[at:], "names": names}


def read_people(path: Path) -> list[str]:
    """Return parts of personal names in Latin letters, capitalised, from rigour's table (see README.md)."""
    seen: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        forms = line.partition(" => ")[0].split(", ")
        seen.update(form for form in forms if form.isalpha() and len(form) > 3 and max(form) < "ƀ")
    return sorted(form.capitalize() for form in seen)


def made_examples(lang: str, number: int, people: Path, lexicon: Path) -> Iterator[Example]:
    """Yield sentences made of the language's frames."""
    nouns = sorted(noun_forms(lexicon, lang))
    seed = sum(map(ord, lang))
    frames = Frames(lang, read_people(people), sorted(wordnet_places(lexicon)), nouns, seed)
    for _ in range(number):
        example = to_example(frames.sentence(), lang)
        if example:
            yield replace(example, made=True)
