"""From text to `Meaning`: phrases first, then words, with names, figures and dates set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from depesche import settings
from depesche.interlingua.clues import find_figures
from depesche.interlingua.cognates import cognate_key
from depesche.interlingua.lexicon import Phrase, load_concepts_table
from depesche.interlingua.meaning import Meaning, Unit
from depesche.interlingua.words import Part, WordReader, word_reader
from depesche.records import AnnotatedReport, Name, Span, Token
from depesche.text.tokens import tokenize

CLAUSE_END = frozenset(',;:.!?()–—"“”„«»')


def analyse_text(text: str, lang: str | None) -> Meaning:
    """Return the meaning of a bare string in a language; without a known language names, figures and keys remain."""
    return _analyse(text, lang, tokenize(text), ())


def analyse_span(report: AnnotatedReport, spans: Sequence[Span]) -> Meaning:
    """Return the meaning of one or more spans of a report, with the names its annotators found there."""
    tokens = [token for start, end in spans for token in tokenize(report.text, start, end)]
    names = [n for n in report.names if any(s <= n.span.start and n.span.end <= e for s, e in spans)]
    text = " … ".join(report.text[s:e] for s, e in spans)
    return _analyse(text, report.language, tokens, names)


def _analyse(text: str, lang: str | None, tokens: Sequence[Token], names: Sequence[Name]) -> Meaning:
    reader = word_reader(lang)
    figures, dates, used = find_figures(tokens, reader.forms)
    units = tuple(_units(tokens, reader, used, names))
    return Meaning(
        text=text,
        lang=lang,
        units=units,
        figures=figures,
        dates=dates,
        negated=any(token.lower in reader.forms.negation for token in tokens),
        events=_events(units),
    )


def _events(units: Sequence[Unit]) -> tuple[str, ...]:
    table = load_concepts_table()
    found = {table[u.concepts[0]].event for u in units if u.concepts and u.concepts[0] in table}
    return tuple(sorted(found - {""}))


def _units(tokens: Sequence[Token], reader: WordReader, used: frozenset[int], names: Sequence[Name]) -> Iterator[Unit]:
    taken = set(used)
    starts = {name.span.start: name for name in names}
    inside = [(name.span.start, name.span.end, name) for name in names]
    for i, token in enumerate(tokens):
        if i in taken:
            continue
        hit = _phrase_at(tokens, i, reader, taken)
        if hit is not None:
            phrase, indices = hit
            taken.update(indices)
            form = " ".join(tokens[j].text for j in indices)
            part = reader.part(phrase.lemma.casefold(), phrase.slugs, "phrase")
            inner = reader.roots_of(w for j in indices if (w := tokens[j].lower) not in reader.function_words)
            yield _unit(part._replace(parts=inner), form, False)
            continue
        if not token.lower[0].isalpha() or len(token.text) < 2:
            continue
        if token.text.isupper() and (slugs := reader.lexicon.slugs(token.text)):
            yield _unit(reader.part(token.text, slugs, "acronym"), token.text, True)
            continue
        if token.lower in reader.function_words or _contracted(token.lower) in reader.function_words:
            continue
        name = starts.get(token.start) or next((n for s, e, n in inside if s <= token.start < e), None)
        yield from _word(token, reader, name, named=name is not None or _is_name(tokens, i, reader))


def _contracted(lower: str) -> str:
    """Return what stands before an apostrophe ("it's", "they're"); the word itself where there is none."""
    return lower.replace("’", "'").partition("'")[0]


def _word(token: Token, reader: WordReader, name: Name | None, *, named: bool) -> Iterator[Unit]:
    if named and not reader.known(token.lower):
        key = cognate_key(token.text.removesuffix("'s").removesuffix("’s"), reader.lang)
        entity = name.entity if name is not None else None
        yield Unit(token.text, (), (), key, settings.NAME_RARITY, name=True, entity=entity)
        return
    for part in reader.read(token.lower):
        yield _unit(part, part.form, named, name.entity if name is not None else None)


def _unit(part: Part, form: str, named: bool, entity: str | None = None) -> Unit:
    named = named or (bool(part.slugs) and part.slugs[0].startswith("@"))
    return Unit(form, part.slugs, part.roots, part.key, part.weight, named, part.negates, entity, part.parts)


def _is_name(tokens: Sequence[Token], i: int, reader: WordReader) -> bool:
    """Guess from capitals: in German a capital word that no table knows, elsewhere any inside a sentence."""
    token = tokens[i]
    if not token.text[0].isupper():
        return False
    if reader.lang == "de" or i == 0 or tokens[i - 1].text in '.!?:„“”"«»–-':
        return not reader.known(token.lower) and all(p.how == "key" for p in reader.read(token.lower))
    return True


def _phrase_at(tokens: Sequence[Token], i: int, reader: WordReader, taken: set[int]) -> tuple[Phrase, list[int]] | None:
    """Return the longest phrase beginning at token i and the indices of its words; None where none begins."""
    best: tuple[Phrase, list[int]] | None = None
    for phrase in reader.lexicon.phrases.get(tokens[i].lower, ()):
        indices = _match(tokens, i, phrase, taken)
        if indices and (best is None or len(indices) > len(best[1])):
            best = (phrase, indices)
    return best


def _match(tokens: Sequence[Token], i: int, phrase: Phrase, taken: set[int]) -> list[int] | None:
    indices = [i]
    for wanted in phrase.rest:
        j, stop = indices[-1] + 1, min(len(tokens), indices[-1] + 2 + phrase.gap)
        while j < stop and not (tokens[j].lower in wanted and j not in taken):
            if tokens[j].text in CLAUSE_END:
                return None
            j += 1
        if j >= stop:
            return None
        indices.append(j)
    if phrase.gap > 5 and indices[-1] + 1 < len(tokens) and tokens[indices[-1] + 1].text[0].isalnum():
        following = tokens[indices[-1] + 1].lower
        return indices if following in {"und", "oder"} else None  # a separated particle ends its clause
    return indices
