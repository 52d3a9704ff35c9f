"""Builds the word lists of the name tagger: parts of personal names, and common words of each language.

Parts of names come from rigour (MIT; from Wikidata, CC0), the one file of it that its package carries in a compiled
library: see training/names/README.md for how `person_names.txt` is got out. Common words are those the training
corpora and the wordnets show in small letters (in German also nouns), at least twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import latin
from depesche.annotate.names.wordlists import WordFilter, word_key
from depesche.text.fold import fold
from training.names.corpora import UNSAID, Example

Table = tuple[npt.NDArray[np.uint32], npt.NDArray[Any]]


def _table(levels: dict[str, int]) -> Table:
    by_key = {word_key(word): level for word, level in sorted(levels.items())}
    keys = np.array(sorted(by_key), dtype=np.uint32)
    return keys, np.array([by_key[int(k)] for k in keys], dtype=np.uint8)


def _wordnet_names(lexicon: Path, lang: str = "*") -> Iterator[tuple[str, int]]:
    """Yield the capitalised nouns of the wordnets with their offset in Princeton WordNet 3.0.

    The offsets run by subject, so they tell places from persons. The French wordnet was made by machine: left out.
    """
    for path in sorted(lexicon.glob(f"omw.{lang}.tsv")):
        for line in path.read_text("utf-8").splitlines() if path.name != "omw.fr.tsv" else ():
            cells = line.split("\t")
            if len(cells) > 1 and cells[0].endswith("-n") and cells[1][:1].isupper():
                yield cells[1], int(cells[0][:8])


def people_table(path: Path, lexicon: Path) -> Table:
    """Return parts of personal names in Latin letters; level 3 for those with many spellings, 1 for the rarest."""
    most: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        forms, _, qid = line.partition(" => ")
        listed = forms.split(", ")
        for form in listed if qid else ():
            word = latin(fold(form))
            if word.isascii() and word.isalpha() and len(word) > 1:
                most[word] = max(most.get(word, 0), len(listed))
    for name, offset in _wordnet_names(lexicon):
        if 10_806_000 <= offset < 11_360_000:
            for word in map(latin, fold(name).split()):
                if len(word) > 3:
                    most.setdefault(word, 1)
    return _table({word: 3 if n > 12 else 2 if n > 4 else 1 for word, n in most.items()})


def places_table(lexicon: Path) -> Table:
    """Return names of places: towns, countries, regions (level 1), rivers, mountains, seas (level 2)."""
    levels: dict[str, int] = {}
    for name, offset in _wordnet_names(lexicon):
        if 8_489_000 <= offset < 9_500_000 and len(fold(name)) > 2:
            levels[fold(name)] = 1 if offset < 9_189_000 else 2
    return _table(levels)


def wordnet_places(lexicon: Path) -> set[str]:
    """Return the English wordnet's towns, countries and regions as written."""
    return {name for name, offset in _wordnet_names(lexicon, "en") if 8_489_000 <= offset < 9_189_000 and len(name) > 3}


def common_nouns(lexicon: Path, lang: str) -> set[str]:
    """Return the nouns of one word that the language's wordnet has, with a capital; names left out."""
    rows = (line.split("\t") for line in (lexicon / f"omw.{lang}.tsv").read_text("utf-8").splitlines())
    nouns = (cells[1] for cells in rows if len(cells) > 1 and cells[0].endswith("-n") and not _is_named(cells[0]))
    own = str.istitle if lang == "de" else str.islower
    return {word.capitalize() for word in nouns if word.isalpha() and own(word) and len(word) > 2}


def peoples_table(lexicon: Path) -> Table:
    """Return names of inhabitants and believers ("Norweg", "Saxon"), which are no names here."""
    return _table({fold(name): 1 for name, offset in _wordnet_names(lexicon) if 9_630_000 <= offset < 9_765_000})


def common_table(examples: Iterable[Example], lexicon: Path) -> Table:
    """Return common words as "lang:word"; level 2 for those the wordnet of the language lists too."""
    seen: Counter[str] = Counter()
    for example in examples:
        for i, (word, label) in enumerate(zip(example.words, example.labels, strict=True)):
            small = word.islower() or (example.lang == "de" and i > 0 and word[1:].islower())
            if label in (0, UNSAID) and small and word.isalpha():
                seen[f"{example.lang}:{word.casefold()}"] += 1
    levels = {word: 1 for word, n in seen.items() if n > 1}
    for path in sorted(lexicon.glob("omw.*.tsv")):
        lang = path.suffixes[0][1:]
        for line in path.read_text("utf-8").splitlines():
            cells = line.split("\t")
            word = cells[1] if len(cells) > 1 else ""
            if word.isalpha() and (word.islower() or (lang == "de" and not _is_named(cells[0]))):
                levels[f"{lang}:{word.casefold()}"] = 2 if f"{lang}:{word.casefold()}" in levels else 1
    return _table(levels)


def _class_of(synset: str) -> int | None:
    offset, _, pos = synset.partition("-")
    return next((i for i, (p, start, end) in enumerate(CLASSES) if p == pos and start <= int(offset) < end), None)


def classes_table(lexicon: Path) -> Table:
    """Return what the words of each language can mean, as "lang:word" in all forms, with the bits of CLASSES."""
    rows = {path.suffixes[0][1:]: path.read_text("utf-8").splitlines() for path in sorted(lexicon.glob("omw.*.tsv"))}
    english = [line.split("\t") for line in rows["en"]]
    small = {cells[0] for cells in english if cells[1:] and cells[1][:1].islower()}
    named = {cells[0] for cells in english} - small  # synsets whose English words all have a capital
    out: dict[str, int] = {}
    for lang in DICTIONARIES:
        senses: defaultdict[str, Counter[int | None]] = defaultdict(Counter)
        for cells in (line.split("\t") for line in rows[lang]):
            if len(cells) > 1 and cells[1].isalpha() and cells[0] not in named:
                senses[cells[1].casefold()][_class_of(cells[0])] += 1
        bits = {word: _bits(counts) for word, counts in senses.items()}
        out |= {f"{lang}:{word}": found for word, found in _all_forms(bits, lang) if found}
    keys, _ = _table(dict.fromkeys(out, 1))
    by_key = {word_key(word): found for word, found in sorted(out.items())}
    return keys, np.array([by_key[int(key)] for key in keys], dtype=np.uint16)


def _bits(counts: Counter[int | None]) -> int:
    least = LEAST_SHARE * sum(counts.values())
    return sum(1 << i for i, n in counts.items() if i is not None and n >= least)


def _all_forms(bits: dict[str, int], lang: str) -> Iterator[tuple[str, int]]:
    """Yield the inflected forms by simplemma's dictionary, then the words themselves: their own meaning overrules."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    for form, lemma in DefaultDictionaryFactory().get_dictionary(lang)._dict.items():  # type: ignore[attr-defined]
        if found := bits.get(lemma.decode().casefold()):
            yield form.decode().casefold(), found
    yield from bits.items()


def _is_named(synset: str) -> bool:
    """Say whether a noun's offset in Princeton WordNet 3.0 lies where groups, places and persons are listed."""
    offset, _, pos = synset.partition("-")
    if pos != "n":
        return False
    return 7_900_000 <= int(offset) < 9_500_000 or 10_800_000 <= int(offset) < 11_360_000


def noun_forms(lexicon: Path, lang: str) -> set[str]:
    """Return the nouns of the wordnet, with a capital, in the forms that simplemma's dictionary (MIT) has."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    nouns = common_nouns(lexicon, lang)
    if lang not in DICTIONARIES:
        return nouns
    forms = DefaultDictionaryFactory().get_dictionary(lang)._dict.items()  # type: ignore[attr-defined]
    pairs = ((form.decode(), lemma.decode().capitalize()) for form, lemma in forms)
    return nouns | {form.capitalize() for form, lemma in pairs if lemma in nouns and form.isalpha()}


# What a word can mean: ranges of offsets in Princeton WordNet 3.0, whose synsets stand by subject. Bit i of a word's
# classes is set if a tenth of its senses lie in range i.
CLASSES: Final = (
    ("n", 9_605_000, 10_806_000),  # person
    ("n", 7_938_000, 8_489_000),  # group
    ("n", 8_489_000, 9_479_000),  # place, natural object
    ("n", 2_672_000, 4_616_000),  # thing made
    ("n", 6_252_000, 7_283_000),  # what is said, written, performed
    ("n", 33_000, 1_314_000),  # act
    ("n", 7_283_000, 7_470_000),  # event
    ("n", 15_113_000, 15_400_000),  # time
    ("n", 5_601_000, 6_252_000),  # thought
    ("n", 13_253_000, 13_600_000),  # money, quantity
    ("v", 740_000, 1_074_000),  # say
    ("v", 2_370_000, 2_603_000),  # deal with others
    ("v", 1_831_000, 2_106_000),  # move
    ("v", 0, 740_000), ("v", 1_074_000, 1_831_000), ("v", 2_106_000, 2_370_000),
)  # fmt: skip
LEAST_SHARE = 0.1
DICTIONARIES = ("da", "de", "en", "nb", "pl", "sv")
COMPOUNDING = ("da", "de", "nb", "sv")
BITS_PER_WORD = 7


def known_words() -> npt.NDArray[np.uint8]:
    """Return the dictionaries of simplemma (MIT) as a Bloom filter, as written: names have a capital."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    factory = DefaultDictionaryFactory()
    words = {
        f"{lang}:{word}"
        for lang in DICTIONARIES
        for word in (key.decode() for key in factory.get_dictionary(lang)._dict)  # type: ignore[attr-defined]
        if word.isalpha() and word[1:].islower()
    }
    words |= {f"{lang}:" for lang in DICTIONARIES}  # so that a reader knows which languages are in it,
    words |= {f"{lang}:+" for lang in COMPOUNDING}  # and which of them write compounds in one word
    bits = np.zeros(len(words) * BITS_PER_WORD // 8 + 1, dtype=np.uint8)
    for word in words:
        for at in WordFilter.places(word, len(bits) * 8):
            bits[at >> 3] |= 1 << (at & 7)
    return bits
