"""When something was said: the date of the cue's own clause, not one that a clause beside it tells of."""

from __future__ import annotations

import pytest

from depesche.pipeline import annotate_report
from depesche.records import PublishedBy, Report


@pytest.mark.parametrize(
    ("lang", "text", "said_on"),
    [
        ("en", "The minister said on Monday that the road was open.", "2025-05-12"),
        ("en", "The rebels, who have held the town since April 2023, said the road was open.", None),
        ("en", "On Tuesday, the minister, who took office in May 2024, said the talks were over.", "2025-05-13"),
        ("en", "After the strike on Monday, the ministry said on Tuesday that it was over.", "2025-05-13"),
        ("de", "Die Miliz, die seit April 2023 kämpft, erklärte am Montag, die Stadt sei gefallen.", "2025-05-12"),
        ("da", "Ministeren, der tiltrådte i maj 2024, sagde mandag, at vejen er åben.", "2025-05-12"),
        ("nb", "Ministeren, som tiltrådte i mai 2024, sa mandag at veien er åpen.", "2025-05-12"),
        ("en", "She moved here from Limerick in 1998 and wanted, she says, to be left alone.", None),
        ("en", "The firm rejected the charge, saying the plant was planned in 2022.", None),
        ("en", "He left the stage on Sunday after a newspaper alleged he had been paid.", None),
        ("en", "The ministry said last week that the road was open.", None),
        ("en", "The opposition has said since April that the road is open.", None),
        ("en", "In a letter of 2 May the minister said the road was open.", "2025-05-02"),
        ("en", "On Monday, when the strike began, the minister said the road was open.", "2025-05-12"),
        ("de", "Die Miliz griff 2023 an, weil der Ort nach ihren Worten leer war.", None),
        ("de", "Am Montag erklärte die Stadt, die Brücke sei zu.", "2025-05-12"),
        ("da", "Ministeren erkender, at hun vidste det i marts, men afviser, at vejen er lukket.", None),
        ("nb", "Hun gikk av i januar, to dager etter at avisen meldte at veien var stengt.", None),
        ("pl", "Opozycja twierdzi, że droga jest zamknięta, a premier zwołała na czwartek posiedzenie.", None),
        (
            "pl",
            "Minister, który objął urząd w maju 2024 r., powiedział w poniedziałek, że droga jest otwarta.",
            "2025-05-12",
        ),
    ],
)
def test_date_of_the_cue(lang: str, text: str, said_on: str | None) -> None:
    report = Report(id="r", text=text, language=lang, published="2025-05-14", published_by=PublishedBy.GIVEN)
    assert {s.said_on for s in annotate_report(report).statements} == {said_on}


def test_ticker_entries_are_of_their_day() -> None:
    text = "Storm\n18:40 The firm says homes are dark. Some stay so until Sunday.\n17:30 The mayor says roads are shut."
    report = Report(id="r", text=text, language="en", published="2026-01-29", published_by=PublishedBy.GIVEN)
    assert [s.said_on for s in annotate_report(report).statements] == ["2026-01-29", "2026-01-29"]
