"""Builds the word lists of the name tagger: parts of personal names, and common words of each language.

Parts of names come from rigour (MIT; from Wikidata, CC0), the one file of it that its package carries in a compiled
library: see training/names/README.md for how `person_names.txt` is got out. Common words are those the training
corpora and the wordnets show in small letters (in German also nouns), at least twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from depesche.annotate.names.features import WordFilter, latin, word_key
from depesche.text.fold import fold
from training.names.corpora import Example

Table = tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]


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
            if label == 0 and small and word.isalpha():
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


DICTIONARIES = ("da", "de", "en", "nb", "sv")
BITS_PER_WORD = 7


def known_words() -> npt.NDArray[np.uint8]:
    """Return the dictionaries of simplemma (MIT) as a Bloom filter: words in small letters, in German also nouns."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    factory = DefaultDictionaryFactory()
    words = {
        f"{lang}:{word}"
        for lang in DICTIONARIES
        for word in (key.decode() for key in factory.get_dictionary(lang)._dict)  # type: ignore[attr-defined]
        if word.isalpha() and (word.islower() or (lang == "de" and word[1:].islower()))
    }
    words |= {f"{lang}:" for lang in DICTIONARIES}  # so that a reader knows which languages are in it
    bits = np.zeros(len(words) * BITS_PER_WORD // 8 + 1, dtype=np.uint8)
    for word in words:
        for at in WordFilter.places(word, len(bits) * 8):
            bits[at >> 3] |= 1 << (at & 7)
    return bits
