"""Entities within one report and across reports, on sentences of our own."""

from __future__ import annotations

import random

import pytest

from depesche.annotate.names import find_names
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.records import (
    Act,
    AnnotatedReport,
    Entity,
    Judgement,
    Name,
    NameType,
    Report,
    Source,
    SourceType,
    Span,
    Statement,
    StatementKind,
)  # fmt: skip
from depesche.resolve.across import Resolution, resolve_entities
from depesche.resolve.within import link_names

ENGLISH = (
    "Harbour talks fail\nMarek Olszowski, a spokesman for the European Commission, spoke in Brussels. "
    "Olszowski said Russia had sent no answer. The Russian foreign minister Sergey Lavrov was silent."
)
POLISH = (
    "Rozmowy o porcie\nRzecznik Komisji Europejskiej Marek Olszowski wystąpił w Brukseli. "
    "Olszowskiemu nie odpowiedziała Rosja. Milczał Siergiej Ławrow."
)
GERMAN = "Gespräche gescheitert\nSergej Lawrow schwieg. Moskau gab keine Antwort. Die Vereinten Nationen (UN) warten."


def annotate(key: str, text: str, lang: str, published: str | None = None) -> AnnotatedReport:
    segments = split_segments(text)
    sentences = split_sentences(text, segments, lang)
    report = AnnotatedReport(Report(key, text, language=lang, published=published), segments, sentences)
    return link_names(AnnotatedReport(report.report, segments, sentences, find_names(text, sentences, lang)))


def reports() -> list[AnnotatedReport]:
    return [
        annotate("b", POLISH, "pl", "2024-02-02"),
        annotate("a", ENGLISH, "en", "2024-02-01"),
        annotate("c", GERMAN, "de", "2024-02-03"),
    ]


def entity_of(resolution: Resolution, name: str) -> Entity:
    (found,) = [e for e in resolution.entities if e.name == name]
    return found


def ids(resolution: Resolution, report: str, wording: str) -> set[str | None]:
    (read,) = [r for r in resolution.reports if r.id == report]
    return {n.entity for n in read.names if read.text[n.span.start : n.span.end] == wording}


def test_a_surname_belongs_to_the_full_name_of_its_report():
    read = annotate("a", ENGLISH, "en")
    by_wording = {read.text[n.span.start : n.span.end]: n for n in read.names}

    assert by_wording["Olszowski"].entity == by_wording["Marek Olszowski"].entity
    assert by_wording["Olszowski"].name == "Marek Olszowski"


def test_two_bearers_of_a_surname_stay_two():
    read = annotate("a", "Anna Berger and Peter Berger spoke in Vienna. Berger left.", "en")
    by_wording = {read.text[n.span.start : n.span.end]: n.entity for n in read.names}

    assert len({by_wording["Anna Berger"], by_wording["Peter Berger"], by_wording["Berger"]}) == 3


def test_an_acronym_in_brackets_is_its_expansion():
    read = annotate("c", GERMAN, "de")
    by_wording = {read.text[n.span.start : n.span.end]: n.entity for n in read.names}

    assert by_wording["Vereinten Nationen"] == by_wording["UN"]


def test_one_bearer_in_three_languages_is_one_entity_with_evidence():
    resolution = resolve_entities(reports())
    lavrov = entity_of(resolution, "Sergey Lavrov")

    assert {lang for lang, _ in lavrov.names} == {"en", "pl", "de"}
    assert lavrov.evidence


def test_an_unknown_person_is_one_across_languages():
    olszowski = entity_of(resolve_entities(reports()), "Marek Olszowski")

    assert {lang for lang, _ in olszowski.names} == {"en", "pl"}


def test_a_spokesman_speaks_for_his_house():
    resolution = resolve_entities(reports())
    by_id = {e.id: e for e in resolution.entities}
    party = by_id[entity_of(resolution, "Marek Olszowski").party or ""]

    assert party.name == "European Commission"
    assert by_id[party.party or ""].name == "European Union"


def test_a_minister_speaks_for_his_country_and_keeps_the_role_as_stated():
    resolution = resolve_entities(reports())
    lavrov = entity_of(resolution, "Sergey Lavrov")

    assert next(e for e in resolution.entities if e.id == lavrov.party).name == "Russia"
    assert "Russian foreign minister" in {role.text for role in lavrov.roles}


def test_the_order_of_the_reports_changes_nothing():
    expected = resolve_entities(reports())
    for seed in range(5):
        shuffled = reports()
        random.Random(seed).shuffle(shuffled)
        resolution = resolve_entities(shuffled)
        assert resolution.entities == expected.entities
        assert {r.id: r for r in resolution.reports} == {r.id: r for r in expected.reports}


def test_a_later_report_renames_nothing():
    before = {e.id for e in resolve_entities(reports()).entities}
    later = annotate("d", "Sergey Lavrov flew to Vienna.", "en", "2024-03-01")

    assert before <= {e.id for e in resolve_entities([*reports(), later]).entities}


def test_a_judgement_keeps_two_apart_and_is_kept_with_its_reason():
    judgement = Judgement("different", "Marek Olszowski", "Marek Olszowski", "ab", "2024-02-05", "father and son")
    resolution = resolve_entities(reports(), [judgement])

    assert ids(resolution, "a", "Marek Olszowski").isdisjoint(ids(resolution, "b", "Marek Olszowski"))
    found = [e for e in resolution.entities if e.name == "Marek Olszowski"]
    assert all(any("father and son" in line for line in e.evidence) for e in found)


def test_a_judgement_makes_two_one():
    judgement = Judgement("same", "Brussels", "European Commission", "ab", "2024-02-05", "meant as the body")
    resolution = resolve_entities(reports(), [judgement])

    assert ids(resolution, "a", "Brussels") == ids(resolution, "a", "European Commission")


def statement(who: Source) -> Statement:
    return Statement("s", (Span(0, 5),), (), (), Act.ASSERT, StatementKind.INDIRECT, False, 1.0, (who,))


@pytest.mark.parametrize(
    ("source", "type_", "party"),
    [
        (Source("vier Regierungen", ("vier Regierungen",), SourceType.COLLECTIVE), "collective", None),
        (
            Source("Südkoreas Militär", ("Südkoreas Militär",), SourceType.COLLECTIVE),
            "organization",
            "South Korea",
        ),
        (Source("ein Insider", ("ein Insider",), SourceType.ANONYMOUS), "anonymous", None),
    ],
)
def test_a_source_without_a_name_is_an_entity_of_its_own_unless_its_words_name_a_known_one(source, type_, party):
    read = annotate("c", GERMAN, "de")
    read = AnnotatedReport(read.report, read.segments, read.sentences, read.names, statements=(statement(source),))
    resolution = resolve_entities([read])
    by_id = {e.id: e for e in resolution.entities}
    entity = by_id[resolution.reports[0].statements[0].who[0].entity or ""]

    assert entity.type == type_
    assert (by_id[entity.party].name if entity.party else None) == party


def test_a_capital_as_a_source_is_its_country():
    read = annotate("c", GERMAN, "de")
    moscow = next(n for n in read.names if n.name == "Moscow")
    source = Source("Moscow", ("Moskau",), SourceType.NAMED, moscow.entity)
    read = AnnotatedReport(read.report, read.segments, read.sentences, read.names, statements=(statement(source),))

    assert resolve_entities([read]).reports[0].statements[0].who[0].name == "Russia"


AGENCY = "Talks at the port\nThe minister Harriet Vossmann spoke on Monday. Vossmann left early."
SHORT = "Streit am Hafen\nDer Streit dauert an, sagte Vossmann am Montag."


def test_a_bare_surname_finds_its_bearer_within_a_story_and_nowhere_else():
    pair = [annotate("a", AGENCY, "en", "2024-02-01"), annotate("b", SHORT, "de", "2024-02-02")]

    one = resolve_entities(pair, (), {"a": "s", "b": "s"})
    two = resolve_entities(pair, (), {"a": "s", "b": "t"})

    assert ids(one, "b", "Vossmann") == ids(one, "a", "Harriet Vossmann")
    assert any("alone has that surname" in why for why in entity_of(one, "Harriet Vossmann").evidence)
    assert ids(two, "b", "Vossmann") != ids(two, "a", "Harriet Vossmann")


def test_a_surname_of_two_people_in_the_story_stays_apart():
    other = annotate("c", "Port closed\nThe trainer Oliver Vossmann disagreed in Hull.", "en", "2024-02-01")
    story = [annotate("a", AGENCY, "en", "2024-02-01"), annotate("b", SHORT, "de", "2024-02-02"), other]

    resolution = resolve_entities(story, (), dict.fromkeys("abc", "s"))

    apart = ids(resolution, "b", "Vossmann")
    assert apart.isdisjoint(ids(resolution, "a", "Harriet Vossmann") | ids(resolution, "c", "Oliver Vossmann"))
    (alone,) = [e for e in resolution.entities if {e.id} == apart]
    assert any("Harriet Vossmann and Oliver Vossmann" in why for why in alone.evidence)


def test_a_name_taken_for_a_firm_is_the_person_another_report_of_the_story_names():
    person = annotate("a", AGENCY, "en", "2024-02-01")
    text = "Streit am Hafen\nPolizeichef Harriet Vossmann schwieg."
    at = text.index("Polizeichef"), text.index(" schwieg")
    firm = Name(Span(*at), NameType.ORGANIZATION, text[slice(*at)])
    read = annotate("b", text, "de", "2024-02-02")
    read = link_names(AnnotatedReport(read.report, read.segments, read.sentences, (firm,)))

    resolution = resolve_entities([person, read], (), {"a": "s", "b": "s"})

    assert ids(resolution, "b", text[slice(*at)]) == ids(resolution, "a", "Harriet Vossmann")


def test_a_name_nobody_found_is_the_person_another_report_of_the_story_names():
    person = annotate("a", AGENCY, "en", "2024-02-01")

    def entity_behind(phrase: str) -> str | None:
        read = annotate("b", "Streit am Hafen", "de", "2024-02-02")
        statement = Statement(
            "s", (Span(0, 4),), (), (), Act.ASSERT, StatementKind.INDIRECT, hedged=False, confidence=1.0,
            who=(Source(phrase, (), SourceType.ROLE),),
        )  # fmt: skip
        said = AnnotatedReport(read.report, read.segments, read.sentences, (), statements=(statement,))
        resolution = resolve_entities([person, said], (), {"a": "s", "b": "s"})
        (found,) = [r for r in resolution.reports if r.id == "b"]
        return found.statements[0].who[0].entity

    (bearer,) = {n.entity for n in resolve_entities([person]).reports[0].names if n.name == "Harriet Vossmann"}
    assert entity_behind("Polizeichef Harriet Vossmann") == bearer
    assert entity_behind("Sprecher von Harriet Vossmann") != bearer
    assert entity_behind("das Ministerium") != bearer


def test_a_role_before_a_full_name_is_its_bearer_and_a_role_of_a_house_is_not():
    def source_of(text: str, wording: str, lang: str) -> Entity:
        read = annotate("a", text, lang)
        start = text.index(wording)
        named = Name(Span(start, start + len(wording)), NameType.ORGANIZATION, wording)
        read = link_names(AnnotatedReport(read.report, read.segments, read.sentences, (named,)))
        source = Source(text.split(", ")[1].rstrip("."), (), SourceType.ROLE)
        statement = Statement(
            "s", (Span(0, 4),), (), (), Act.ASSERT, StatementKind.INDIRECT, hedged=False, confidence=1.0, who=(source,)
        )
        resolution = resolve_entities([AnnotatedReport(read.report, read.segments, read.sentences, read.names,
                                                       statements=(statement,))])  # fmt: skip
        (found,) = [e for e in resolution.entities if e.id == resolution.reports[0].statements[0].who[0].entity]
        return found

    assert source_of("It is over, police chief Ada Holt.", "Ada Holt", "en").name == "Ada Holt"
    assert source_of("It is over, spokesman for Ada Holt.", "Ada Holt", "en").name != "Ada Holt"
