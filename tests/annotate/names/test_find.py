"""Finding names: the conventions of docs/names.md on sentences of our own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.annotate.names import find_names
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.records import Name


def names_of(text: str, lang: str | None) -> list[Name]:
    return list(find_names(text, split_sentences(text, split_segments(text), lang), lang))


def found(text: str, lang: str | None) -> list[tuple[str, str]]:
    return [(text[n.span.start : n.span.end], n.type.value) for n in names_of(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The dam held, said police chief Bind Stavrunek.", "en", [("Bind Stavrunek", "person")]),
        ("„Der Damm hielt“, sagte Polizeichef Kick Stavrunek.", "de", [("Kick Stavrunek", "person")]),
        ("Dæmningen holdt, sagde politichef Skos Stavrunek.", "da", [("Skos Stavrunek", "person")]),
        ("She was heard at Wexham Coroner's Court.", "en", [("Wexham Coroner's Court", "organization")]),
        ("He died at St Mary's Hospital in Hull.", "en", [("St Mary's Hospital", "organization"), ("Hull", "place")]),
        ("Colonel Lee Dong-hyuk met Tsai Mei-ling's aide.", "en",
         [("Lee Dong-hyuk", "person"), ("Tsai Mei-ling", "person")]),
        ("Rozmawiał z Cho Min-wookiem w Gdańsku.", "pl", [("Cho Min-wookiem", "person"), ("Gdańsku", "place")]),
        ("The Kim-led talks ended a Lee-era rule.", "en", []),
        ("Das sagte der Sprecher Anfang Mai vor Journalisten.", "de", []),
        ("President Emmanuel Macron met Olaf Scholz in Paris.", "en",
         [("Emmanuel Macron", "person"), ("Olaf Scholz", "person"), ("Paris", "place")]),
        ("Norway's parliament praised Jens Stoltenberg's speech.", "en",
         [("Norway", "country"), ("Jens Stoltenberg", "person")]),
        ("Der US-Botschafter sprach am Dienstag in Berlin mit Vertretern der Vereinten Nationen.", "de",
         [("US", "country"), ("Berlin", "place"), ("Vereinten Nationen", "organization")]),
        ("Die Regierung in Warschau wies die Vorwürfe Moskaus zurück.", "de",
         [("Warschau", "place"), ("Moskaus", "place")]),
        ("Statsminister Mette Frederiksen mødte Ukraines præsident i København.", "da",
         [("Mette Frederiksen", "person"), ("Ukraines", "country"), ("København", "place")]),
        ("Utenriksministeren reiste fra Oslo til Nord-Korea.", "nb",
         [("Oslo", "place"), ("Nord-Korea", "country")]),
        ("Prezydent Andrzej Duda rozmawiał w Kijowie z Wołodymyrem Zełenskim.", "pl",
         [("Andrzej Duda", "person"), ("Kijowie", "place"), ("Wołodymyrem Zełenskim", "person")]),
        ("Russlands Anfrage ging nach Wien.", "de", [("Russlands", "country"), ("Wien", "place")]),
        ("KANZLERIN MERKEL REIST NACH WARSCHAU", "de", [("MERKEL", "person"), ("WARSCHAU", "place")]),
        ("Police Arrest Five After Attack in London", "en", [("London", "place")]),
        ("State Department spokeswoman Dana Whitfield thanked the United States.", "en",
         [("State Department", "organization"), ("Dana Whitfield", "person"), ("United States", "country")]),
        ("In May Mrs May told us that Mr. Hope was wrong.", "en", [("May", "person"), ("Hope", "person")]),
        ("He told Canal Radio 4's morning programme.", "en", [("Canal Radio 4", "organization")]),
        ("Der Streit endete durch Merkels Kurs und Volkswagens Vorstand.", "de",
         [("Merkels", "person"), ("Volkswagens", "organization")]),
        ("According to Fjordposten.no, the bridge is shut.", "en", [("Fjordposten.no", "organization")]),
        ("De tog hjem efter festen.de fleste var trætte.", "da", []),
        ("Später sprach Ritter Kuno mit dem König.", "de", [("Kuno", "person")]),
        ("Sie arbeitet an der Universität von Krakau.", "de", [("Universität von Krakau", "organization")]),
        ("I går sagde Skovministeriet, at Olav V ikke kommer.", "da",
         [("Skovministeriet", "organization"), ("Olav V", "person")]),
        ("Россия и Украина обменялись пленными.", "ru", [("Россия", "country"), ("Украина", "country")]),
    ],
)  # fmt: skip
def test_names_and_types(text, lang, expected):
    assert found(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The Danish and the Norwegian ministers spoke English.", "en"),
        ("Der russische Minister und die polnischen Diplomaten schwiegen.", "de"),
        ("Die Ankündigung löste in der Stadt große Freude aus.", "de"),
        ("Rosyjski minister i niemieccy dyplomaci milczeli.", "pl"),
        ("Den svenske regering tav.", "da"),
        ("The South Korean economy grew in the second half of the year.", "en"),
        ("Die US-amerikanischen Anleihen stiegen.", "de"),
        ("Um 1200 v. Chr. zog das Volk weiter.", "de"),
    ],
)
def test_demonyms_and_common_nouns_are_no_names(text, lang):
    assert found(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "lemma"),
    [
        ("Trener Ola Nes møtte spillerne.", "nb", "Ola Nes"),
        ("Przywódcy rozmawiali z Rosją.", "pl", "Rosja"),
        ("Spotkanie odbyło się w Korei Północnej.", "pl", "Korea Północna"),
        ("Rozmawiał z Angelą Merkel.", "pl", "Angela Merkel"),
        ("Nagrodę wręczono Markowi Wolnemu.", "pl", "Marek Wolny"),
        ("Zdaniem Zenona Bąka most wytrzyma.", "pl", "Zenon Bąk"),
        ("Sąd wezwał Jana Grabca.", "pl", "Jan Grabiec"),
        ("Nagrodę wręczono Halinie Sowie.", "pl", "Halina Sowa"),
        ("Nagrodę wręczono Iwonie Pietrzak.", "pl", "Iwona Pietrzak"),
        ("Sąd wezwał Stanisława Majewskiego.", "pl", "Stanisław Majewski"),
        ("Ordynatorka Renata Gajda przyszła rano.", "pl", "Renata Gajda"),
        ("Burmistrzowi Zalipia Leszkowi Pindorowi podziękowano.", "pl", "Leszek Pindor"),
        ("Ruslands præsident kom for sent.", "da", "Rusland"),
        ("Putins Sprecher schwieg.", "de", "Putin"),
        ("Er lebt in den Vereinigten Staaten.", "de", "Vereinigte Staaten"),
        ("Peter Hansen kom alene.", "da", "Peter Hansen"),
    ],
)
def test_the_lemma_is_never_inflected(text, lang, lemma):
    assert [n.lemma for n in names_of(text, lang)] == [lemma]


def test_what_owns_nothing_once_keeps_its_s_wherever_it_stands():
    text = "Skipper Oda Brenæs døde i fjor. Det var en storm, sa Brenæs."
    assert [n.lemma for n in names_of(text, "nb")] == ["Oda Brenæs", "Brenæs"]


def test_a_name_that_opens_a_sentence_is_as_long_as_elsewhere():
    text = "The ferry is run by Coastline Marine. Coastline Marine said 212 people were aboard."
    assert found(text, "en") == [("Coastline Marine", "organization")] * 2


def test_a_surname_alone_is_a_person_where_the_report_has_the_full_name():
    text = "Karl Brandmeier leitet das Werk in Bonn. Die Halle ist neu. Brandmeier lehnte ab."

    assert ("Brandmeier", "person") in found(text, "de")


@pytest.mark.parametrize("lang", ["en", "de", "pl", "xx", None])
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_names_inside_it_that_do_not_overlap(lang, text):
    spans = [n.span for n in names_of(text, lang)]

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_long_lines_and_words_are_read():
    assert names_of("Oslo " * 20_000 + "\n" + "X" * 200_000, "nb")
