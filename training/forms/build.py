"""Compile the concept lexicon into the tables that the meaning layer reads: `python -m training.forms.build`.

For each language `models/forms/<lang>.forms.gz`: every form of every lemma, sorted; `<lang>.entries.gz`: the
lemmas with the concepts they can express; `<lang>.tsv.gz`: the phrases of more than one word. `concepts.tsv.gz`:
the concepts with their roots and lemmas.
"""

from __future__ import annotations

import gzip
import io
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from depesche.interlingua.lexicon import FIXED
from depesche.interlingua.reading import IDIOM_GAP
from depesche.lang.schema.concepts import ConceptRow, concept_languages, load_concepts, tables_digest
from depesche.lang.schema.language import load_language
from depesche.text.tokens import tokenize
from training.forms.entities import NamedConcept, named_concepts
from training.forms.inflect import FormSet, Inflector, make_inflector

MODELS = Path(__file__).resolve().parents[2] / "src" / "depesche" / "models" / "forms"
NEAR_SYNONYMS = "concepts/near_synonyms.tsv"
REFLEXIVES = {"da": "sig", "nb": "seg", "de": "sich", "pl": "się"}
# Endings of a definite noun or a plural, by language: such a form may be one though the dictionary has it under a verb.
NOUN_ENDINGS = dict.fromkeys(("da", "nb"), ("en", "et", "er", "ene", "erne", "ens", "ets", "enes", "ernes"))
NEUTER, COMMON = "et", "en"
# How many words may stand between the words of a phrase: none, a few ("tar det opp"), or the rest of the clause.
TIGHT, LOOSE, CLAUSE = "0", "3", "20"
ELLIPSIS, IDIOM = " … ", str(IDIOM_GAP)  # "put … on the table"


def main() -> None:
    """Write all tables; prints what each holds."""
    MODELS.mkdir(parents=True, exist_ok=True)
    rows = unique_rows(load_concepts())
    _write(MODELS / "concepts.tsv.gz", concept_lines(rows))
    for lang in concept_languages():
        lines = list(language_lines(rows, lang, make_inflector(lang)))
        entries = [line.split("\t") for line in lines if line.startswith("L\t")]
        _write(MODELS / f"{lang}.tsv.gz", (line for line in lines if not line.startswith("L\t")))
        _write(MODELS / f"{lang}.entries.gz", ("\t".join(cells[1:4]) for cells in entries))
        _write(MODELS / f"{lang}.forms.gz", form_lines(entries, NOUN_ENDINGS.get(lang, ())))
        sizes = [(MODELS / f"{lang}.{kind}.gz").stat().st_size for kind in ("tsv", "entries", "forms")]
        print(lang, len(entries), "lemmas", sum(sizes) // 1024, "KiB")
    (MODELS / "digest.txt").write_text(tables_digest() + "\n", "utf-8")


def form_lines(entries: list[list[str]], definite: tuple[str, ...] = ()) -> Iterable[str]:
    """One line a form, in the order of their UTF-8 bytes: the form, then the numbers of the entries it can be.

    Readings from a dictionary keep out those that only a rule allows, but for a noun with one of the `definite` endings
    that the dictionary has under a verb alone: Danish "priserne" isn't only a form of "prise"; but a noun with the form
    "loven" has none that is "lovet". The order lets a reader look a form up without reading the others.
    """
    readings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, cells in enumerate(entries):
        for rank, listed in ((0, cells[4]), (1, cells[5])):
            for form in listed.split():
                readings[form].append((rank, number))
    for form in sorted(readings, key=lambda f: f.encode("utf-8")):
        top = min(rank for rank, _ in readings[form])
        nouns = form.endswith(definite) and all(entries[n][2] == "verb" for rank, n in readings[form] if rank == top)
        common = set(readings[form.removesuffix(NEUTER) + COMMON]) if form.endswith(NEUTER) else set()
        kept = [
            n
            for rank, n in readings[form]
            if rank == top or (nouns and entries[n][2] == "noun" and (top, n) not in common)
        ]
        numbers = [str(number) for number in kept]
        yield f"{form}\t{' '.join(dict.fromkeys(numbers))}"


def unique_rows(rows: Iterable[ConceptRow]) -> list[ConceptRow]:
    """Keep the first row of each slug, so that a build works while two tables are being put in order."""
    seen: dict[str, ConceptRow] = {}
    for row in rows:
        seen.setdefault(row.slug, row)
    return list(seen.values())


def concept_lines(rows: list[ConceptRow]) -> Iterable[str]:
    """A header; then slug, pos, topic, event, root, flag, and the first lemma in each language."""
    langs = concept_languages()
    yield "\t".join(["slug", "pos", "topic", "event", "root", "flag", *langs])
    base = {row.slug: row.base for row in rows}
    for row in rows:
        first = [(row.words(lang) or ("",))[0].replace("+", "") for lang in langs]
        yield "\t".join([row.slug, row.pos, row.topic, row.event, root_of(row.slug, base), flag_of(row), *first])
    named: dict[str, dict[str, NamedConcept]] = defaultdict(dict)
    for lang in langs:
        for concept in named_concepts(lang):
            named[concept.slug][lang] = concept
    for slug, by_lang in named.items():
        some = next(iter(by_lang.values()))
        names = [name_lemma(by_lang.get(lang), lang) for lang in langs]
        yield "\t".join([slug, some.kind, "", "", some.root, "", *names])


def flag_of(row: ConceptRow) -> str:
    """Return "broad" for a row of near-synonyms, "light" where two languages have it as a small adj or adv."""
    if row.table == NEAR_SYNONYMS:
        return "broad"
    if row.pos not in {"adj", "adv"}:
        return ""
    langs = concept_languages()
    small = [lang for lang in langs if any(w.casefold() in load_language(lang).stopwords for w in row.words(lang))]
    return "light" if len(small) >= 2 else ""


def name_lemma(concept: NamedConcept | None, lang: str) -> str:
    """Return the form a gloss uses: the usual name, an acronym, or the demonym's first stem."""
    if concept is None:
        return ""
    first = (*concept.lemmas, *concept.acronyms, *concept.made, "")[0]
    return first.title() if concept.kind == "adj" and lang == "en" else first


def root_of(slug: str, base: dict[str, str]) -> str:
    """Follow `base` to its end; a ring or an unknown base ends the way."""
    seen = {slug}
    while (up := base.get(slug, "")) and up in base and up not in seen:
        seen.add(up)
        slug = up
    return slug


Words = dict[tuple[str, str], list[str]]
Phrases = dict[tuple[str, tuple[str, ...]], list[str]]


def language_lines(rows: list[ConceptRow], lang: str, inflector: Inflector) -> Iterable[str]:
    """L lines: lemma, pos, slugs, attested forms, made forms. P lines: slugs, gap, words. W lines: word, forms."""
    words: Words = defaultdict(list)
    phrases: Phrases = defaultdict(list)
    for concept in named_concepts(lang):
        for lemma in concept.lemmas:
            _file_name(lemma, concept, words, phrases)
        yield from _acronym_and_demonym_lines(concept, inflector, phrases)
    for row in rows:
        for lemma in row.words(lang):
            _file_lemma(lemma, row, lang, words, phrases)
    for (lemma, pos), slugs in sorted(words.items()):
        found = _forms(lemma, pos, inflector)
        made = " ".join(sorted({f.casefold() for f in found.made} - {f.casefold() for f in found.attested}))
        yield "\t".join(["L", lemma, pos, " ".join(dict.fromkeys(slugs)), _joined(found.attested), made])
    stop = load_language(lang).stopwords
    for part in sorted({part for _, phrase in phrases for part in phrase}):
        forms = {part.removeprefix(FIXED)} if part.startswith(FIXED) else _phrase_forms(part, stop, inflector)
        if (part, "verb") in words:  # "ga opp", "tog til": a small verb is inflected too
            forms |= set(inflector.forms(part, "verb").attested)
        yield "\t".join(["W", part, _joined(forms)])
    for (gap, phrase), slugs in sorted(phrases.items()):
        yield "\t".join(["P", " ".join(dict.fromkeys(slugs)), gap, " ".join(phrase)])


def _acronym_and_demonym_lines(concept: NamedConcept, inflector: Inflector, phrases: Phrases) -> Iterable[str]:
    if concept.acronyms:
        yield "\t".join(["L", concept.acronyms[0], "name", concept.slug, " ".join(concept.acronyms), ""])
    made = [form for form in concept.made if inflector.is_demonym(form)]
    single = sorted({form.casefold() for form in made if "-" not in form and len(form) > 2})
    if single:
        yield "\t".join(["L", concept.made[0], "adj", concept.slug, "", " ".join(single)])
    for form in concept.made:
        if "-" in form:
            for spelling in (form, form.replace("-", " ")):
                phrases[TIGHT, tuple(token.text for token in tokenize(spelling))].append(concept.slug)


def _file_lemma(
    lemma: str,
    row: ConceptRow,
    lang: str,
    words: Words,
    phrases: Phrases,
) -> None:
    lemma = _without_reflexive(lemma, lang)
    if "+" in lemma:
        particle, verb = lemma.rsplit("+", 1)
        before = [token.text for token in tokenize(particle.replace("+", " "))]
        phrases[CLAUSE, (verb, *(word.casefold() for word in before))].append(row.slug)
        if len(before) == 1:
            words[lemma, "separable"].append(row.slug)
        else:
            phrases[TIGHT, (*before, verb)].append(row.slug)
        return
    if ELLIPSIS in lemma:
        verb, end = lemma.split(ELLIPSIS)
        phrases[IDIOM, (verb, *(token.text for token in tokenize(end)))].append(row.slug)
        return
    parts = tuple(token.text for token in tokenize(lemma))
    if len(parts) == 1:
        words[parts[0], row.pos].append(row.slug)
    elif parts:
        loose = row.pos == "verb" and lang != "pl" and len(parts) == 2
        if row.pos == "adv":
            parts = tuple(FIXED + part for part in parts)  # "på ny" is no "på nye"
        phrases[LOOSE if loose else TIGHT, parts].append(row.slug)
        if "-" in parts:
            words["".join(p for p in parts if p != "-"), row.pos].append(row.slug)


def _file_name(
    lemma: str,
    concept: NamedConcept,
    words: Words,
    phrases: Phrases,
) -> None:
    parts = tuple(token.text for token in tokenize(lemma))
    if len(parts) == 1:
        words[parts[0], "name"].append(concept.slug)
    elif parts:
        phrases[TIGHT, parts].append(concept.slug)


def _without_reflexive(lemma: str, lang: str) -> str:
    """Take the reflexive off a verb: where it stands in a sentence varies too much to ask for it.

    Behind another word than the verb it has its place: "legge fra seg verktøyet", "tage til sig".
    """
    reflexive = REFLEXIVES.get(lang)
    if reflexive in lemma.split()[2:]:
        return lemma
    parts = [part for part in lemma.split() if part != reflexive]
    if len(parts) > 1 and lemma.split()[-1] == reflexive:
        return lemma
    return " ".join(parts) if parts else lemma


def _forms(lemma: str, pos: str, inflector: Inflector) -> FormSet:
    if pos == "name":
        found = inflector.forms(lemma, "noun").attested
        return FormSet(found | {lemma}, frozenset({lemma + "s", lemma + "'s", lemma + "’s"}))
    if pos != "separable":
        return inflector.forms(lemma, pos)
    particle, verb = lemma.rsplit("+", 1)
    whole, base = inflector.forms(particle + verb, "verb"), inflector.forms(verb, "verb")
    joined = {particle + form for form in base.attested} | {f"{particle}zu{verb}"}
    one_word = {form for form in whole.attested if " " not in form}
    return FormSet(frozenset(one_word | joined), whole.made | {particle + f for f in base.made})


def _phrase_forms(part: str, stop: frozenset[str], inflector: Inflector) -> set[str]:
    """Forms a word may take inside a phrase; a function word takes none but its own."""
    if part.casefold() in stop or len(part) < 3:
        return {part}
    return {part} | set(inflector.forms(part, "").attested)


def _joined(forms: Iterable[str]) -> str:
    return " ".join(sorted({form.casefold() for form in forms if form and " " not in form}))


def _write(path: Path, lines: Iterable[str]) -> None:
    text = "".join(line + "\n" for line in lines)
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=9) as stream:
        stream.write(text.encode("utf-8"))
    path.write_bytes(buffer.getvalue())


if __name__ == "__main__":
    main()
