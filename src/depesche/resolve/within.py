"""Links the names of one report: full name and surname, acronym and expansion, case forms, known entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from depesche.lang.schema.entities import KnownEntity, party_of
from depesche.lang.schema.genders import gender
from depesche.lang.schema.names import load_names
from depesche.records import AnnotatedReport, Name, NameType
from depesche.resolve.clusters import Clusters
from depesche.resolve.known import is_shared, known_by_surname, known_entities
from depesche.resolve.mentions import Mention, is_initials, read_mentions, same_words
from depesche.text.fold import fold
from depesche.text.hashing import content_id


def link_names(report: AnnotatedReport) -> AnnotatedReport:
    """Set `entity` and `name` of each name: one id for what is one within this report.

    The id is a hash of the report's id and the entity's first place in it. `name` is the usual English or
    international form where known, else the commonest base form; never an inflected one.
    """
    mentions = read_mentions(report.text, report.names, report.language)
    known = _known(report, mentions)
    clusters = cluster_mentions(mentions, known, report.text, report.language)
    names: list[Name] = list(report.names)
    for members in clusters.classes():
        first = mentions[members[0]].name
        entity = content_id("entity", report.id, first.span.start, first.span.end)
        label = _label([mentions[i] for i in members], next((known[i] for i in members if known[i]), None))
        for i in members:
            names[i] = Name(names[i].span, names[i].type, names[i].lemma, label, entity)
    return replace(report, names=tuple(names))


def _known(report: AnnotatedReport, mentions: Sequence[Mention]) -> list[KnownEntity | None]:
    """Return the known entity of each mention, where the report's context bears out what its words leave open.

    Precision first: a person known by surname whose party the report never names is left alone.
    """
    known = known_entities(mentions, report.text, report.language)
    shared = [is_shared(m, report.language) for m in mentions]
    surnames = {base for m in mentions if m.is_person and len(m.words) > 1 for base in m.words[-1]}
    # A full name in the report owns its surname.
    free = [i for i, m in enumerate(mentions) if m.words and surnames.isdisjoint(m.words[0])]
    persons = {i: person for i in free if (person := known_by_surname(mentions[i])) is not None}
    doubtful = [i for i, body in enumerate(known) if shared[i] and body is not None]
    if not persons and not doubtful:
        return known
    context = _context(report, [body for body, of_many in zip(known, shared, strict=True) if body and not of_many])
    for i in doubtful:
        body = known[i]
        if body is not None and party_of(body).id not in context:
            known[i] = None  # a supreme court of a country that the report never names
    for i, person in persons.items():
        if known[i] is None and party_of(person).id in context:
            known[i] = person
    return known


def _context(report: AnnotatedReport, known: Sequence[KnownEntity]) -> frozenset[str]:
    """Return the ids of the entities and countries that a report names or implies."""
    demonyms = load_names(report.language).demonyms
    implied = [demonyms[t.lower] for s in report.sentences for t in s.tokens if t.lower in demonyms]
    return frozenset(implied).union(party_of(k).id for k in known)


def cluster_mentions(
    mentions: Sequence[Mention], known: Sequence[KnownEntity | None], text: str, lang: str | None
) -> Clusters:
    """Group the mentions of one report."""
    clusters = Clusters(len(mentions))
    _join_known(clusters, known)
    _join_equal(clusters, mentions, known)
    _join_acronyms(clusters, mentions, known, text)
    _join_surnames(clusters, mentions, known)
    _join_houses(clusters, mentions, known, lang)
    return clusters


def _join_known(clusters: Clusters, known: Sequence[KnownEntity | None]) -> None:
    first: dict[str, int] = {}
    for i, k in enumerate(known):
        if k:
            clusters.join(first.setdefault(k.id, i), i, f"a form of {k.name} in the table of known entities")


def _kind(mention: Mention) -> str:
    return "person" if mention.is_person else "other"


def _join_equal(clusters: Clusters, mentions: Sequence[Mention], known: Sequence[KnownEntity | None]) -> None:
    by_word: dict[tuple[str, int, str], list[int]] = {}
    shared = _shared_surnames(mentions)
    for i, mention in enumerate(mentions):
        if not mention.words:
            continue
        told = len(mention.words) == 1 and not shared.isdisjoint(mention.words[0])
        kind = f"{_kind(mention)} {mention.addressed}" if told else _kind(mention)  # "Mrs Calder" is no "Mr Calder"
        for base in mention.words[-1]:
            for j in by_word.setdefault((kind, len(mention.words), base), []):
                differ = known[i] and known[j] and known[i] is not known[j]
                if not differ and same_words(mention.words, mentions[j].words):
                    clusters.join(j, i, "the same name in another form")
                    break
            by_word[kind, len(mention.words), base].append(i)


def _shared_surnames(mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the surnames that several full names of the report end in."""
    given: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.is_person and len(mention.words) > 1:
            for base in mention.words[-1]:
                given.setdefault(base, set()).add(mention.words[0][0])
    return frozenset(surname for surname, first in given.items() if len(first) > 1)


def _join_acronyms(
    clusters: Clusters, mentions: Sequence[Mention], known: Sequence[KnownEntity | None], text: str
) -> None:
    """Join "Long Name (LN)" and "LN (Long Name)" that stand side by side, and later uses with them."""
    for left, right in pairwise(mentions):
        between = text[left.name.span.end : right.name.span.start]
        if between.strip() not in ("(", "(„", '("') or _kind(left) != _kind(right):
            continue
        i, j = left.index, right.index
        if known[i] and known[j] and known[i] is not known[j]:
            continue
        for short, long in ((right, left), (left, right)):
            if short.wording.isupper() and is_initials(short.wording, tuple(long.wording.split())):
                clusters.join(i, j, f"{short.wording} stands in brackets beside {long.wording}")


def _join_surnames(clusters: Clusters, mentions: Sequence[Mention], known: Sequence[KnownEntity | None]) -> None:
    """Join a person's surname to the one full name of the report that ends in it; two such names, no link."""
    full = [m for m in mentions if m.is_person and len(m.words) > 1]
    for mention in mentions:
        if not mention.is_person or len(mention.words) != 1:
            continue
        options = {clusters.root(m.index) for m in full if set(mention.words[0]) & set(m.words[-1])}
        if not options:
            options = {clusters.root(m.index) for m in full if _begins(mention, m)}
        if known[mention.index]:
            options = {o for o in options if known[o] is known[mention.index]}
        why = "the surname of a full name in the report"
        if len(options) > 1 and mention.addressed is not None:
            fit = {clusters.root(m.index) for m in full if gender(m.wording) == mention.addressed}
            options &= fit
            why = "the surname of the one full name in the report that the title fits"
        if len(options) == 1:
            clusters.join(options.pop(), mention.index, why)


def _join_houses(
    clusters: Clusters, mentions: Sequence[Mention], known: Sequence[KnownEntity | None], lang: str | None
) -> None:
    """Join one word to the one organisation of the report that it opens: "Orris Shipping", "Orris".

    Not a word for a kind of house ("Bank"), nor one that is also a place or a person in the report.
    """
    full = [m for m in mentions if m.name.type is NameType.ORGANIZATION and len(m.words) > 1]
    if not full:
        return
    others = {b for m in mentions if m.name.type is not NameType.ORGANIZATION for word in m.words for b in word}
    heads = load_names(lang).org_heads
    for mention in mentions:
        if mention.name.type is not NameType.ORGANIZATION or len(mention.words) != 1 or known[mention.index]:
            continue
        bases = set(mention.words[0])
        if not bases.isdisjoint(others) or not bases.isdisjoint(heads) or mention.wording.isupper():
            continue
        options = {clusters.root(m.index) for m in full if not bases.isdisjoint(m.words[0])}
        if len(options) == 1 and not known[next(iter(options))]:
            clusters.join(options.pop(), mention.index, "the first word of the one organisation in the report it opens")


def _begins(mention: Mention, full: Mention) -> bool:
    """Say whether a one-word mention is the first word of a full name (a given name, or a Korean surname)."""
    return bool(set(mention.words[0]) & set(full.words[0]))


def _label(members: Sequence[Mention], known: KnownEntity | None) -> str:
    if known:
        return known.name
    longest = max(len(m.words) for m in members)
    whole = [m for m in members if len(m.words) == longest]
    counts = Counter(m.name.lemma for m in whole)
    surface = {m.wording for m in whole}
    # A base form that also stands in the report is no guess.
    return min(counts, key=lambda form: (form not in surface, -counts[form], len(fold(form)), form))
