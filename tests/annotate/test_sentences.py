from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.settings import MAX_SENTENCE_TOKENS

CASES = [
    ("en", "Mr. Lee met the U.S. envoy on Jan. 5 in Oslo. He left at 5 p.m. The talks go on.", 3),
    ("en", '"We need a deal." Smith said no more.', 2),
    ("da", "Mødet var den 15. august i Oslo. Det sagde bl.a. ministeren.", 2),
    ("da", "»Kom nu!« sagde han. Så gik de.", 2),
    ("nb", "Det skjedde 3. mai. Ifølge politiet er ca. 20 savnet.", 2),
    ("de", "Am 15. August sprach Dr. Lind in Berlin. Der Minister schwieg.", 2),
    ("de", "„Es ist vorbei“, sagte sie. „Wir gehen.“", 2),
    ("de", "Er kam am 15. Die Sitzung war vorbei.", 2),
    ("pl", "Spotkanie odbyło się 3 maja 2024 r. w Oslo. Trwało m.in. godzinę.", 2),
    ("pl", "Rannych jest ok. 20 osób. Tak podał m.in. prof. Krag.", 2),
    ("nb", "Det gjelder f.eks. Norge og bl.a. Sverige. Slik er det.", 2),
    ("da", "Det skriver dr.dk. Ministeren tav.", 2),
    ("pl", "To 5 proc. PKB. Tak podał rząd.", 2),
    ("de", "Er nannte z. B. Oslo, u. a. auch Bergen, i. d. R. im Mai. Das half.", 2),
    ("de", "Der Minister a. D. Lind sprach. Er blieb.", 2),
    ("de", "„Was soll das?“, fragte Lind. Niemand antwortete.", 2),
    ("de", "König Karl III. besuchte Kiel. Es waren ca. 3,5 Mio. Euro.", 2),
    ("de", "Das ist … schwer zu sagen. Der Bus Nr. 5 fuhr nicht.", 2),
    ("da", "Alt er klar, skriver Lind på X. »Vi glæder os.«", 2),
    ("da", "Det siger hun til TV 2. Broen åbner den 3. maj.", 2),
    ("en", "The talks are over, Lind wrote on X. Police agreed.", 2),
    ("da", "– Hvorfor? spørger Lind. Han var bl. a. i Oslo.", 2),
    ("nb", "«Hvem er det?» spurte Lind. Adm. dir. Bo Krag sier nei.", 2),
    ("nb", "Det er 5. gang på 2 år. Prisen er 3,5 mill. kroner.", 2),
    ("pl", "„Dlaczego?” – zapytał Lind. Cisza.", 2),
    ("pl", "– Nie! – krzyknął Krag. – Nigdy! Wyszedł.", 3),
    ("pl", "Dr hab. Anna Lind z Uniwersytetu im. A. Kraga mówiła m. in. o morzu. Słuchali.", 2),
    ("en", "Ms. Lind, Ph.D., met J. K. Krag at Mt. Lee, p. 5 says. It ended.", 2),
    ("en", "It happened on Mill St. The police came.", 2),
    ("en", "She wrote so on X. Critics of George X. Lind replied.", 2),
    ("da", "Det skrev han på X. Kritikken kom straks.", 2),
    (None, "Ville de Paris. Fin.", 2),
]


@pytest.mark.parametrize(("lang", "text", "count"), CASES)
def test_sentences_end_where_they_end(lang: str | None, text: str, count: int) -> None:
    found = split_sentences(text, split_segments(text), lang)
    assert len(found) == count, [text[s.span.start : s.span.end] for s in found]


@given(st.text(max_size=300), st.sampled_from(["en", "da", "nb", "de", "pl", None]))
def test_tokens_slice_to_their_wording(text: str, lang: str | None) -> None:
    for sentence in split_sentences(text, split_segments(text), lang):
        assert sentence.tokens[0].start == sentence.span.start
        assert sentence.tokens[-1].end == sentence.span.end
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_a_line_without_an_end_is_cut() -> None:
    text = "ord " * 2000
    assert max(len(s.tokens) for s in split_sentences(text, split_segments(text), "da")) <= MAX_SENTENCE_TOKENS
