"""Lines as pages of the five languages have them, each by its pattern alone; and running text that looks like one."""

from __future__ import annotations

import pytest

from depesche.annotate.segments import split_segments
from depesche.records import SegmentKind

HEAD = "Broen lukker igen\n"
FOOT = "\nThe bridge over the fjord was shut on Monday, the council said, and ferries would run every hour."

BOILERPLATE = [
    "Artikel anhören", "Auf WhatsApp teilen", "Jetzt weiterlesen", "Bitte beachten Sie unsere Netiquette.",
    "An dieser Stelle finden Sie einen externen Inhalt von X, der den Artikel ergänzt.", "Lesezeit: 4 Minuten",
    "Oppdatert for 3 timer siden", "Lytt til saken", "Denne saken er for abonnenter", "Kommentarfeltet er stengt",
    "Opdateret for 2 timer siden", "Hør artiklen", "Prøv gratis i 30 dage", "Hold den gode tone i debatten.",
    "Posłuchaj artykułu", "Pozostało 80% artykułu", "Masz już prenumeratę? Zaloguj się", "Strona główna",
    "Listen to this article", "Already a subscriber? Sign in", "View this post on Instagram", "Updated 3 hours ago",
    "Facebook Twitter E-mail", "1/5",
]  # fmt: skip
CAPTIONS = [
    "Foto: privat", "Die Brücke im Mai. Quelle: dpa", "Der Bürgermeister im Mai (Archivbild)", "Foto: Bo Krag / NTB",
    "Arkivbilde: Ordføreren i mai.", "Broen i maj. Foto: Bo Krag/Ritzau Scanpix", "Zdjęcie ilustracyjne",
    "Most w maju (fot. Jan Krag)", "Photo by Ann Lee/Getty Images", "The bridge in May. (Ann Lee/AP)",
]  # fmt: skip
BYLINES = ["Von unserer Korrespondentin Ann Lind", "Quelle: dpa", "Ane Lind, journalist", "Anna Lind (PAP)", "/ritzau/"]
DATELINES = [
    "Stand: 14.02.2024, 09:15 Uhr", "Publisert 14.02.2024, kl. 09.15 Oppdatert 14.02.2024, kl. 10.20",
    "Publiceret 14-02-2024 09:15", "Data publikacji: 14.02.2024, 09:15", "February 14, 2024 / 9:15 AM / CBS News",
]  # fmt: skip
TEXT = [
    "Hören wollte das niemand.", "Der Inhalt wurde beschlagnahmt.", "Bli medlem av NATO nå, sier hun.",
    "Mer om saken kommer i morgen, skriver avisen.", "Gem pengene, siger hun.", "Zapisz to, powiedział burmistrz.",
    "Above all, children need bridges.",
    "Get to the port early, the council said.", "Oppdatert for første gang på ti år.",
    "14.02.2024 war ein Mittwoch.", "Abonnenten klagen seit Jahren.",
]  # fmt: skip
CASES = [
    *((line, SegmentKind.BOILERPLATE) for line in BOILERPLATE),
    *((line, SegmentKind.CAPTION) for line in CAPTIONS),
    *((line, SegmentKind.BYLINE) for line in BYLINES),
    *((line, SegmentKind.DATELINE) for line in DATELINES),
    *((line, SegmentKind.BODY) for line in TEXT),
]


@pytest.mark.parametrize(("line", "kind"), CASES)
def test_a_line_inside_a_report(line: str, kind: SegmentKind) -> None:
    assert split_segments(HEAD + line + FOOT)[1].kind is kind
