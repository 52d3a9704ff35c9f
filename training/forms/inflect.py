"""All forms of a lemma: from a kept dictionary of the language, then by the rules of its `forms.toml`.

Polish comes from Morfeusz, the other languages from simplemma's dictionaries read backwards. Both are needed
here only; what is shipped are the forms of the lexicon's own lemmas (`models/forms`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from depesche.lang.schema.forms import Inflection, load_forms, load_irregulars

# German participles as simplemma lists them among a verb's forms: geliefert, verboten, mitgeteilt, liefernd.
_PARTICIPLE = re.compile(
    r"^(.{0,8}ge.{2,}|(be|er|ver|zer|ent|emp|miss|über|unter|wider).{3,}|.{3,}iert)(t|en)$|.{3,}nd$"
)
_VERBAL = ("fin", "praet", "impt", "inf", "imps", "ppas", "pact", "pcon", "pant", "ger", "bedzie", "winien", "pred")
_POLISH = {
    "noun": ("subst", "depr", "ger", "adj"),
    "verb": _VERBAL,
    "adj": ("adj", "ppas", "pact"),
    "adv": ("adv",),
}
# How a Polish adverb is made of an adjective: ending of the adjective, ending of the adverb.
_ADVERBS = (
    ("ki", "ko"),
    ("gi", "go"),
    ("ny", "nie"),
    ("ry", "rze"),
    ("ły", "le"),
    ("ty", "cie"),
    ("wy", "wie"),
    ("dy", "dzie"),
    ("my", "mie"),
    ("sty", "ście"),
    ("y", "o"),
    ("i", "o"),
    ("ni", "nio"),
    ("chy", "cho"),
)
SHORTEST_BEFORE = 3  # letters of a compound's first and last part: "brand" is no kind of "and"


@dataclass(frozen=True, slots=True)
class FormSet:
    """`attested` come from a dictionary (and the lemma itself); `made` from rules alone."""

    attested: frozenset[str]
    made: frozenset[str]


class Inflector(Protocol):
    def forms(self, lemma: str, pos: str) -> FormSet: ...
    def knows(self, lemma: str) -> bool: ...
    def is_demonym(self, form: str) -> bool: ...


_KINDS = ("verb", "noun", "adj")  # what a word inside a phrase may be


def make_inflector(lang: str) -> Inflector:
    """Return the inflector of a language."""
    return MorfeuszInflector() if lang == "pl" else DictionaryInflector(lang)


class DictionaryInflector:
    """Forms by simplemma's dictionary read backwards, and by rules."""

    def __init__(self, lang: str) -> None:
        from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

        self._lang = lang
        self._rules = load_forms(lang).inflections
        self._spellings = load_forms(lang).spellings
        self._lemma_of = DefaultDictionaryFactory().get_dictionary(lang)
        inverse: dict[str, set[str]] = defaultdict(set)
        for form, lemma in self._lemma_of.items():
            inverse[lemma].add(form)
        self._inverse = dict(inverse)

    def knows(self, lemma: str) -> bool:
        return lemma in self._inverse or lemma in self._lemma_of

    def is_demonym(self, form: str) -> bool:
        return len(form) > 2

    def forms(self, lemma: str, pos: str) -> FormSet:
        attested = {lemma} | self._inverse.get(lemma, set())
        if not pos:  # a word inside a phrase may stand there inflected: "Vereinigte"
            attested |= self._inverse.get(self._lemma_of.get(lemma, ""), set())
        for kind in (pos,) if pos else _KINDS:
            attested |= irregular_forms(lemma, kind, self._lang)
        if pos == "verb":
            participles = {f for f in attested if self._lang != "de" or _PARTICIPLE.match(f)}
            if self._lang == "de":
                attested |= {i for f in participles for i in self._inverse.get(f, ())}
        made = apply_rules(lemma, pos, self._rules)
        if self._lang == "de" and pos == "verb":
            participles |= {f for f in made if f.endswith("end") or f.startswith("ge")}
            made |= {i for f in participles for i in apply_rules(f, "participle", self._rules)}
        made = {f for f in made if self._possible(f, lemma)}
        for old, new in self._spellings:
            made |= {f.replace(old, new) for f in attested | made if old in f}
        return FormSet(frozenset(attested), frozenset(made - attested))

    def _possible(self, form: str, lemma: str) -> bool:
        """Leave out a made form that the dictionary knows as a form of some quite different word."""
        known = self._lemma_of.get(form)
        return known is None or known[:3].casefold() == lemma[:3].casefold() or form.startswith(f"ge{lemma[:3]}")


def irregular_forms(lemma: str, pos: str, lang: str) -> set[str]:
    """Return the forms that the language's table of irregular lemmas gives a lemma, those of a compound included.

    A noun inflects as its last part does, a verb as it does without a prefix of `forms.toml`.
    """
    table, forms = load_irregulars(lang), load_forms(lang)
    for start in range(len(lemma)):
        prefix, base = lemma[:start], lemma[start:]
        columns = table.get((pos, base)) or table.get((pos, base.title()))
        if columns is None or (prefix and not _may_precede(prefix, base, pos, forms.verb_prefixes)):
            continue
        listed = [(form, name) for name, column in columns for form in column]
        found = {form for form, _ in listed}.union(*(apply_rules(f, name, forms.inflections) for f, name in listed))
        if not prefix:
            return found
        found = {form[0].casefold() + form[1:] for form in found}
        # "angegeben" keeps the "ge" of "gegeben", "vergeben" does not
        marks = {rule.before for rule in forms.inflections if rule.before} if pos == "verb" else set()
        return {prefix + form for form in found} | {
            prefix + form.removeprefix(mark) for form in found for mark in marks
        }
    return set()


def _may_precede(prefix: str, base: str, pos: str, verb_prefixes: frozenset[str]) -> bool:
    if pos == "verb":
        return prefix in verb_prefixes
    return pos == "noun" and min(len(prefix), len(base)) >= SHORTEST_BEFORE


def apply_rules(lemma: str, pos: str, rules: tuple[Inflection, ...]) -> set[str]:
    """Return the forms that the inflection rules make of a lemma."""
    out: set[str] = set()
    for rule in rules:
        if rule.pos != pos or not lemma.endswith(rule.ends) or len(lemma) - rule.drop < 2:
            continue
        stem = rule.before + lemma[: len(lemma) - rule.drop]
        out.update(stem + e for e in rule.add if rule.drop or not (stem.endswith("e") and e.startswith("e")))
        if rule.double and re.search(r"[aeiouyæøåäöü][bdfgklmnprst]$", stem):
            out.update(stem + stem[-1] + ending for ending in rule.add if ending and ending[0] in "aeiouy")
    return out


class MorfeuszInflector:
    """Polish forms by Morfeusz (SGJP): cases, persons, participles, verbal nouns; adverbs of adjectives."""

    def __init__(self) -> None:
        import morfeusz2

        self._morfeusz = morfeusz2.Morfeusz(expand_tags=False)
        self._rules = load_forms("pl").inflections

    def knows(self, lemma: str) -> bool:
        return any(entry[2][2] != "ign" for entry in self._morfeusz.analyse(lemma))

    def is_demonym(self, form: str) -> bool:
        """Say whether a stem with an ending is a word: an adjective in -ski, -cki, -dzki, or an inhabitant's name."""
        readings = [(entry[2][1], entry[2][2]) for f in (form, form.title()) for entry in self._morfeusz.analyse(f)]
        lemmas = {lemma.split(":")[0] for lemma, tag in readings if tag != "ign"}
        return any(lemma[0].isupper() or lemma.endswith(("ski", "cki", "dzki")) for lemma in lemmas)

    @cache  # noqa: B019 - one inflector lives as long as the build
    def forms(self, lemma: str, pos: str) -> FormSet:
        wanted = _POLISH.get(pos)
        found = {lemma}
        for form, _, tag, *_ in self._morfeusz.generate(lemma):
            kind = tag.split(":", 1)[0]
            if (wanted is None or kind in wanted) and ":neg" not in tag and tag != "ign":
                found.add(form)
                if kind == "praet":
                    found |= apply_rules(form, kind, self._rules)
        if not pos:
            found |= self._inside_phrase(lemma)
        if pos == "adj":
            found |= self._adverbs(lemma)
        if len(found) == 1 and wanted is not None:
            found |= {f for f, _, tag, *_ in self._morfeusz.generate(lemma) if ":neg" not in tag}
        return FormSet(frozenset(found), frozenset())

    def _inside_phrase(self, word: str) -> set[str]:
        """Return further forms of a word that a phrase has inflected or with a capital ("Północna", "Biały Dom")."""
        found = {f for f, _, tag, *_ in self._morfeusz.generate(word.casefold()) if ":neg" not in tag}
        for entry in self._morfeusz.analyse(word):
            kind = entry[2][2].split(":", 1)[0]
            if kind in {"adj", "ppas"}:
                made = self._morfeusz.generate(entry[2][1])
                found |= {f for f, _, tag, *_ in made if tag.startswith(kind + ":") and ":neg" not in tag}
        return found

    def _adverbs(self, lemma: str) -> set[str]:
        made = {lemma[: -len(old)] + new for old, new in _ADVERBS if lemma.endswith(old)}
        return {
            form
            for adverb in made
            if any(entry[2][2].startswith("adv") for entry in self._morfeusz.analyse(adverb))
            for form, _, tag, *_ in self._morfeusz.generate(adverb)
            if tag.startswith("adv")
        }
