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
        (
            "pl",
            "Minister, który objął urząd w maju 2024 r., powiedział w poniedziałek, że droga jest otwarta.",
            "2025-05-12",
        ),
    ],
)
def test_date_of_the_cue(lang: str, text: str, said_on: str | None) -> None:
    report = Report(id="r", text=text, language=lang, published="2025-05-14", published_by=PublishedBy.GIVEN)
    assert [s.said_on for s in annotate_report(report).statements] == [said_on]
