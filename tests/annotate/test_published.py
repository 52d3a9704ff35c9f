"""A stamp, byline or dateline gives the publication date; a date in running prose never does."""

from __future__ import annotations

import pytest

from depesche.annotate.published import read_publication
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.records import PublishedBy, Report


def read(text: str, lang: str | None, url: str | None = None, published: str | None = None) -> Report:
    report = Report(id="x", text=text, language=lang, url=url, published=published)
    return read_publication(report, split_sentences(text, split_segments(text), lang))


BODY = "\nThe ministers met for three hours and agreed on little, officials told reporters afterwards."

STAMPS = [
    (
        "pl",
        "Rozmowy w Oslo\nMinistrowie rozmawiali przez trzy godziny, ale nie doszli do porozumienia.\n31.08.2023 08:58",
        "2023-08-31",
    ),
    ("nb", "Møte i Oslo\nPublisert 15. august 2023, kl. 10.05 Oppdatert 16. august 2023" + BODY, "2023-08-15"),
    ("nb", "Møte i Oslo\nOppdatert: 16.08.2023 Publisert: 15.08.2023" + BODY, "2023-08-15"),
    ("da", "Møde i Oslo\nPubliceret d. 3. maj 2024 kl. 12.30" + BODY, "2024-05-03"),
    ("de", "Treffen in Oslo\nStand: 31.08.2023, 10:00 Uhr" + BODY, "2023-08-31"),
    ("de", "Treffen in Oslo\n31. August 2023 um 12:15 Uhr" + BODY, "2023-08-31"),
    ("de", "Treffen in Oslo\nVeröffentlicht am 2. Januar 2024" + BODY, "2024-01-02"),
    ("en", "Talks in Oslo\nPublished August 30, 2023 at 10:05 a.m. EDT" + BODY, "2023-08-30"),
    ("en", "Talks in Oslo\nBy Ann Example\n3 May 2019" + BODY, "2019-05-03"),
    ("en", "Talks in Oslo\nBy Ann Example, 3 May 2019" + BODY, "2019-05-03"),
    ("en", "Talks in Oslo\n2023-08-30" + BODY, "2023-08-30"),
    ("pl", "Rozmowy\nData publikacji: 5 czerwca 2022 r." + BODY, "2022-06-05"),
    ("en", "KHARTOUM (Reuters), 14 May 2025 - The ministry on Wednesday rejected the report.", "2025-05-14"),
    ("de", "Washington (dpa), 13. Mai 2025 - Das Ministerium wies den Bericht am Dienstag zurück.", "2025-05-13"),
    (None, "Puhelu\n31.08.2023" + BODY, "2023-08-31"),
]


@pytest.mark.parametrize(("lang", "text", "day"), STAMPS)
def test_stamp_gives_the_date(lang: str | None, text: str, day: str) -> None:
    report = read(text, lang)
    assert (report.published, report.published_by) == (day, PublishedBy.TEXT)
    assert len(report.published_evidence) == 1


PROSE = [
    ("en", "Talks in Oslo\nOn 3 May 2019 the bridge fell into the river, and nobody was hurt."),
    ("en", "3 May 2019 was a day that nobody in the valley forgets, said the mayor of the town."),
    ("de", "Treffen\nAm 31. August 2023 kam er zurück."),
    ("nb", "Møte\nHan døde 15. august 2023."),
    ("pl", "Rozmowy\nUmowę podpisano 5 czerwca 2022 r."),
    ("da", "Møde\nBroen åbnede den 3. maj 2024 og er lang."),
    ("en", "Talks in Oslo\nThe number 12.10.2020 was drawn twice by the same two men."),
]


@pytest.mark.parametrize(("lang", "text"), PROSE)
def test_prose_gives_none(lang: str, text: str) -> None:
    assert read(text, lang).published is None


def test_dateline_with_its_year() -> None:
    text = "Treffen\nBERLIN, 31. August 2023 (dpa) - Die Minister haben sich getroffen und wenig erreicht."
    assert read(text, "de").published == "2023-08-31"


def test_dateline_takes_the_year_of_the_address() -> None:
    text = "Talks\nWASHINGTON, Aug 30 (Reuters) - The ministers met for three hours and agreed on little."
    assert read(text, "en").published is None
    assert read(text, "en", url="https://news.example/2023/08/30/talks").published == "2023-08-30"


def test_a_given_date_stays() -> None:
    report = read("Treffen\nStand: 31.08.2023", "de", published="2020-01-01")
    assert (report.published, report.published_by) == ("2020-01-01", None)


def test_evidence_is_the_wording() -> None:
    text = "Treffen in Oslo\nStand: 31.08.2023, 10:00 Uhr" + BODY
    start, end = read(text, "de").published_evidence[0]
    assert text[start:end] == "31.08.2023"
