"""Passages that a report has from another one: copied, translated, or told beside it."""

from __future__ import annotations

from collections.abc import Callable

from depesche.group.parts import find_parts
from depesche.group.reuse import find_reuse
from depesche.group.stories import group_stories
from depesche.pipeline import Options, make_brief
from depesche.records import AnnotatedReport, PartKind, ReportPart
from depesche.resolve.across import resolve_entities

Maker = Callable[..., AnnotatedReport]

WIRE = (
    "Court stops dam at Vessby\n\n"
    "A court in Karlsund stopped the building of the Vessby dam on Monday.\n\n"
    "Judge Irma Solheim said the permit of 2019 ignored 340 farms in the valley.\n\n"
    "The dam was first proposed in 1988, when the valley had twice as many farms as it has today.\n\n"
    "Three governments have promised the 52,000 homes downstream that electricity would get cheaper.\n\n"
    "The company Hydra Nord has already moved eleven families from the village of Orrem.\n\n"
    "Fishermen from Vessby celebrated outside the building."
)
OWN = (
    "Dam ruling splits Karlsund\n\n"
    "Karlsund woke up divided after the ruling on the Vessby dam, as a walk through its harbour showed.\n\n"
    "Mayor Odd Brenner said the town would lose 900 jobs.\n\n"
    "“My brother was to pour that concrete,” said the crane driver Silje Aas, who lost her contract.\n\n"
    "In the bakery on the square nobody wanted to talk about Hydra Nord any more.\n\n"
)
PASSAGE = (
    "The dam was first proposed in 1988, when the valley had twice as many farms as it has today.\n\n"
    "Three governments have promised the 52,000 homes downstream that electricity would get cheaper.\n\n"
    "The company Hydra Nord has already moved eleven families from the village of Orrem."
)
MORE = (
    "\n\nThe ruling names seven errors, among them a map on which the river runs uphill.\n\n"
    "Engineers of the university of Tarn had warned of them in a letter to the ministry in 2020.\n\n"
    "The bank that lent 300 million euros for the turbines would not say what becomes of its loan.\n\n"
    "Shares of Hydra Nord fell by 12 percent in Sandvik before trading was halted.\n\n"
    "A second case, on the power line to Lissa, opens in September."
)


def _parts(*reports: AnnotatedReport) -> tuple[ReportPart, ...]:
    resolved = resolve_entities(reports).reports
    grouping = group_stories(resolved)
    return find_parts(resolved, grouping, find_reuse(resolved, grouping))


def test_a_passage_copied_into_a_report_of_its_own_is_a_part(make: Maker) -> None:
    own = make("b-own", "en", OWN + PASSAGE, "2024-05-08")
    (part,) = _parts(make("a-wire", "en", WIRE, "2024-05-07"), own)
    assert (part.report, part.source, part.kind) == ("b-own", "a-wire", PartKind.COPY)
    assert own.text[slice(*part.span)] == PASSAGE


def test_the_earlier_report_has_the_passage_first(make: Maker) -> None:
    (part,) = _parts(make("a-wire", "en", WIRE, "2024-05-08"), make("b-own", "en", OWN + PASSAGE, "2024-05-07"))
    assert (part.report, part.source) == ("a-wire", "b-own")


def test_two_correspondents_who_quote_one_speaker_share_no_passage(make: Maker) -> None:
    quoted = (
        "“We have stopped the dam because 340 farms were never counted. The permit of 2019 was a map with holes in it. "
        "No company may move families before a judge has looked at the map,” said Judge Irma Solheim."
    )
    one = "Court stops dam at Vessby\n\nA court in Karlsund stopped the Vessby dam on Monday.\n\n" + quoted
    assert _parts(make("a", "en", one, "2024-05-07"), make("b", "en", OWN + quoted, "2024-05-07")) == ()


def test_a_whole_copy_is_no_part(make: Maker) -> None:
    assert _parts(make("a", "en", WIRE, "2024-05-07"), make("b", "en", WIRE, "2024-05-08")) == ()


def test_a_passage_can_be_translated(make: Maker) -> None:
    german = make(
        "b-de",
        "de",
        "Karlsund streitet über das Staudamm-Urteil\n\n"
        "Bürgermeister Odd Brenner sagte, die Stadt werde 900 Arbeitsplätze verlieren.\n\n"
        "In der Bäckerei am Marktplatz will niemand mehr darüber reden.\n\n"
        "Ein Gericht in Karlsund stoppte am Montag den Bau des Staudamms Vessby.\n\n"
        "Richterin Irma Solheim sagte, die Genehmigung von 2019 habe 340 Höfe im Tal übergangen.\n\n"
        "Der Staudamm wurde 1988 erstmals vorgeschlagen, als das Tal doppelt so viele Höfe hatte wie heute.\n\n"
        "Drei Regierungen haben den 52.000 Haushalten flussabwärts versprochen, dass der Strom billiger werde.\n\n"
        "Das Unternehmen Hydra Nord hat bereits elf Familien aus dem Dorf Orrem umgesiedelt.\n\n"
        "Die Kranführerin Silje Aas verlor ihren Vertrag; ihr Bruder sucht jetzt Arbeit in einer Werft.\n\n"
        "Am Abend sang der Kirchenchor, als wäre nichts geschehen, und die Kneipe blieb leer.\n\n"
        "Der Pfarrer zündete eine Kerze an und bat die Leute, einander nicht zu beschimpfen.",
        "2024-05-08",
    )
    (part,) = _parts(make("a-wire", "en", WIRE + MORE, "2024-05-07"), german)
    assert (part.report, part.source, part.kind) == ("b-de", "a-wire", PartKind.TRANSLATION)
    assert "Richterin Irma Solheim" in german.text[slice(*part.span)]


LETTER = (
    "Leaders of Ardania and Belmark mark the peace of 1921\n\n"
    "President Ilja Darov and Chancellor Mette Kroll exchanged letters for the peace of 1921.\n\n"
    "The day is kept in Ardania, in Belmark and in the port of Lissa, which both ruled until 1934.\n\n"
    "In his letter to Kroll Darov recalled that the friendship began in the floods of 1953.\n\n"
    "Kroll promised to build the railway between Lissa and Tornby by 2031, Reuters reports.\n\n"
    "A choir of 300 children sang at the Lissa lighthouse."
)
BRIEFING = (
    "Minister: Ardania buys shells in Belmark\n\n"
    "Ardania wants to buy 40,000 shells from Belmark, Norland's minister of defence, Per Axelsen, said on Friday.\n\n"
    "Axelsen told reporters that satellites had seen two freighters in the harbour of Sandvik.\n\n"
    "He would not say how the pictures had been made.\n\n"
    "The price of a shell has doubled since the war on the Kessel river began.\n\n"
    "Axelsen warned that the freighters could reach the Kessel front within nine days.\n\n"
    "Norland will ask the council of the alliance in Brenta for sanctions against three shipping companies.\n\n"
    "The opposition in Norland called the briefing theatre before the election in June.\n\n"
    "Insurers in Brenta have raised the premiums for the strait of Sandvik twice since March.\n\n"
)
BESIDE = (
    "Darov and Kroll exchanged letters for the peace of 1921 between Ardania and Belmark.\n\n"
    "The day is also kept in the port of Lissa, which both countries ruled until 1934.\n\n"
    "Darov wrote in his letter to Kroll that their friendship had begun in the floods of 1953.\n\n"
    "Chancellor Mette Kroll promised that the railway between Lissa and Tornby would be built by 2031."
)


def test_what_runs_beside_a_report_of_another_story_names_the_medium_it_drops(make: Maker) -> None:
    letter, briefing = make("a", "en", LETTER, "2024-05-06"), make("b", "en", BRIEFING + BESIDE, "2024-05-11")
    (part,) = _parts(letter, briefing)
    assert (part.report, part.source, part.kind) == ("b", "a", PartKind.BESIDE)
    assert briefing.text[slice(*part.span)] == BESIDE
    assert part.unnamed == ("Reuters",)


def test_what_a_report_tells_in_a_passage_alone_is_no_dispatch_of_its_own(make: Maker) -> None:
    said = "Hydra Nord said it would appeal against the ruling and ask the government for 40 million euros.\n\n"
    wire = make("a-wire", "en", WIRE + "\n\n" + said + MORE, "2024-05-07")
    own = make(
        "b-own",
        "en",
        OWN + PASSAGE + "\n\nFishermen from Vessby celebrated outside the building.\n\n" + said,
        "2024-05-08",
    )
    heard = (
        "Crane driver sells up\n\nSilje Aas wants to sell her crane to a mill in Tornby after the Vessby ruling.\n\n"
        "She bought it nine years ago with money from an aunt in Lissa.\n\n"
        "Mayor Odd Brenner said the town would lose 900 jobs.\n\n"
        "Her brother has found work at a shipyard two hours from Karlsund.\n\n"
        "Hydra Nord told the town council that it would appeal against the ruling.\n\n"
        "The crane will be taken down before the first snow."
    )
    other = make("c-own", "en", heard, "2024-05-08")
    claims = {c.headline: c for c in make_brief([wire, own, other], Options()).claims}
    appeal = next(c for head, c in claims.items() if "appeal" in head)
    shared = [d for d in appeal.dispatches if "a-wire" in d.reports]
    assert [d.reports for d in shared] == [("a-wire", "b-own")]
    assert "b-own has it in a passage copied from a-wire" in shared[0].why
    jobs = next(c for head, c in claims.items() if "900" in head)
    assert {r for d in jobs.dispatches for r in d.reports} == {"b-own", "c-own"}
