"""One word of a language to the concepts it can express: by table, as a compound, by derivation, or by its key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from depesche import settings
from depesche.interlingua.cognates import cognate_key
from depesche.interlingua.compounds import Splitter
from depesche.interlingua.lexicon import Lexicon, load_concepts_table, load_lexicon
from depesche.interlingua.meaning import Unit
from depesche.interlingua.rarity import Rarity, load_rarity
from depesche.lang.schema.forms import Forms, load_forms
from depesche.lang.schema.language import load_language

NOUN_LIKE = frozenset({"noun", "name"})


class Part(NamedTuple):
    """A word or a part of one. `how` is table, phrase, compound, derived or key; `parts` are the roots of a known
    compound's own parts."""

    form: str
    slugs: tuple[str, ...]
    roots: tuple[str, ...]
    key: str
    weight: float
    negates: bool
    how: str
    parts: tuple[str, ...] = ()
    lemma: str = ""


class WordReader:
    """Reads the words of one language; keeps what it has read, since texts repeat their words."""

    def __init__(self, lang: str | None) -> None:
        self.lang = lang
        self.capital_nouns = load_language(lang).capital_nouns
        self.forms: Forms = load_forms(lang)
        self.lexicon: Lexicon = load_lexicon(lang)
        self.rarity: Rarity = load_rarity()
        # A small word that the lexicon has a row for ("today", "again") is worth reading, though not much.
        listed = self.forms.function_words | set(self.forms.numbers) | set(self.forms.scales)
        self.function_words = (
            load_language(lang).stopwords | self.forms.negation | {w for w in listed if not self._says_how(w)}
        )
        self.splitter = Splitter(self.forms, self.lexicon, frozenset(self.function_words))
        self._light = frozenset(slug for slug, concept in load_concepts_table().items() if concept.light)
        self._root = {slug: concept.root for slug, concept in load_concepts_table().items()}
        self._cache: dict[tuple[str, str], tuple[Part, ...]] = {}
        self._skipped: dict[str, bool] = {}
        self.units: dict[tuple[str, str, bool, str | None], tuple[Unit, ...]] = {}  # what words of a text have become

    def read(self, lower: str, hint: str = "") -> tuple[Part, ...]:
        """Return the parts of a case-folded word; one part for a simple word, several for a split compound.

        `hint` says what its place makes likely: "noun", "verb", or in German "other" for a word that is no noun.
        """
        found = self._cache.get((lower, hint))
        if found is None:
            if len(self._cache) >= settings.WORD_CACHE:
                self._cache.clear()
            found = self._cache[lower, hint] = self._read(lower, hint)
        return found

    def _says_how(self, lower: str) -> bool:
        """Say whether the lexicon has a word and only as an adjective or adverb."""
        entries = self.lexicon.forms.get(lower, ())
        return bool(entries) and all(entry.pos in {"adj", "adv"} for entry in entries)

    def is_small(self, lower: str) -> bool:
        """Say whether a word carries no content to compare.

        A stopword that only expresses concepts which further languages count among theirs ("many", "also") is
        read all the same: else it would be content in one language and nothing in another.
        """
        return lower in self.function_words and not self._is_light(lower)

    def is_skipped(self, lower: str) -> bool:
        """Say whether a word is small, or what stands before its apostrophe ("it's", "they're")."""
        found = self._skipped.get(lower)
        if found is None:
            if len(self._skipped) >= settings.WORD_CACHE:
                self._skipped.clear()
            contracted = lower.replace("’", "'").partition("'")[0]
            found = self._skipped[lower] = self.is_small(lower) or contracted in self.function_words
        return found

    def _is_light(self, lower: str) -> bool:
        entries = self.lexicon.forms.get(lower, ())
        return bool(entries) and all(slug in self._light for entry in entries for slug in entry.slugs)

    def known(self, lower: str) -> bool:
        """Say whether the tables hold the form itself."""
        return lower in self.lexicon.forms

    def _hinted(self, lower: str, hint: str) -> tuple[str, ...]:
        """Return a form's concepts, those first (where nouns have capitals: those alone) that suit its place."""
        entries = self.lexicon.forms.get(lower, ())
        if not hint or len(entries) < 2:
            return self._table(lower)
        suits = [e for e in entries if (e.pos in NOUN_LIKE) == (hint == "noun")]
        rest = [e for e in entries if e not in suits] if not self.capital_nouns else []
        if not suits:
            return self._table(lower)
        ranked = [self.rarity.ranked(self.lang or "", group) for group in (suits, rest)]
        return tuple(dict.fromkeys(slug for group in ranked for slug in group))

    def _lemma(self, lower: str, slug: str) -> str:
        return next((e.lemma for e in self.lexicon.forms.get(lower, ()) if slug in e.slugs), "").replace("+", "")

    def part(self, form: str, slugs: tuple[str, ...], how: str, share: float = 1.0, *, negates: bool = False) -> Part:
        """Build a part from concepts, the likeliest first."""
        roots = tuple(self._root.get(slug, slug) for slug in slugs)
        weight = self.rarity.of_concept(roots[0]) if roots else settings.DEFAULT_RARITY
        return Part(form, slugs, roots, cognate_key(form, self.lang), weight * share, negates, how)

    def _read(self, lower: str, hint: str) -> tuple[Part, ...]:
        if len(lower) > settings.LONGEST_KEY:
            key = cognate_key(lower, self.lang)
            return (Part(lower[: settings.LONGEST_KEY], (), (), key, settings.DEFAULT_RARITY, False, "key"),)
        slugs = self._hinted(lower, hint)
        if slugs:
            part = self.part(lower, slugs, "table")
            return (part._replace(parts=self._inner(lower), lemma=self._lemma(lower, part.slugs[0])),)
        if self.forms.links and (parts := self.splitter.split(lower, hint)):
            share = settings.COMPOUND_RARITY_SHARE
            last = len(parts) - 1
            head = hint if hint in {"other", "verb"} else "noun"
            return tuple(
                self.part(p, self._hinted(p, "noun" if n < last else head), "compound", share)._replace(lemma=p)
                for n, p in enumerate(parts)
            )
        derived = self._derived(lower)
        if derived is not None:
            return derived
        return (Part(lower, (), (), cognate_key(lower, self.lang), settings.DEFAULT_RARITY, False, "key"),)

    def _inner(self, lower: str) -> tuple[str, ...]:
        """Return the roots of a known compound's parts, so that it can meet a phrase that spells them out."""
        if not self.forms.links or len(lower) < settings.SHORTEST_COMPOUND:
            return ()
        return self.roots_of(self.splitter.known_parts(lower, 2) or ())

    def roots_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the likeliest root of each word that the tables know."""
        found = (self._table(word) for word in words)
        return tuple(dict.fromkeys(self._root.get(slugs[0], slugs[0]) for slugs in found if slugs))

    def _table(self, lower: str) -> tuple[str, ...]:
        entries = self.lexicon.forms.get(lower, ())
        if not entries and lower.endswith(("'s", "’s")):
            entries = self.lexicon.forms.get(lower[:-2], ())
        return self.rarity.ranked(self.lang or "", entries)

    def _derived(self, lower: str) -> tuple[Part, ...] | None:
        """Read an unknown word as a known one with another ending or beginning."""
        for affix in self.forms.suffixes:
            if lower.endswith(affix.part) and len(lower) - len(affix.part) >= 3:
                slugs = self.lexicon.slugs(lower[: len(lower) - len(affix.part)] + affix.put)
                if slugs:
                    return (self.part(lower, slugs, "derived", 0.9),)
        noun = self._noun_of(lower)
        if noun:
            return (noun,)
        for affix in self.forms.prefixes:
            if lower.startswith(affix.part) and len(lower) - len(affix.part) >= 3:
                slugs = self.lexicon.slugs(affix.put + lower[len(affix.part) :])
                if slugs:
                    return (self.part(lower, slugs, "derived", 0.8, negates=affix.negates),)
        return None

    def _noun_of(self, lower: str) -> Part | None:
        """Read an adjective as the noun it is made of: Polish "magazynowa" of "magazyn"."""
        for part, put in self.forms.relational:
            lemma = lower.removesuffix(part) + put
            if not lower.endswith(part) or len(lower) - len(part) < settings.SHORTEST_RELATIONAL:
                continue
            entries = [e for e in self.lexicon.forms.get(lemma) if e.pos == "noun" and e.lemma == lemma]
            if entries:
                slugs = self.rarity.ranked(self.lang or "", entries)
                return self.part(lower, slugs, "derived", 0.9)._replace(lemma=lemma)
        return None


@cache
def word_reader(lang: str | None) -> WordReader:
    """Return the reader of a language, one for the process."""
    return WordReader(lang)
