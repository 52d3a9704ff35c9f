"""Write a stream of invented news reports whose truth is known: seeded, in five languages.

    python benchmarks/stories/generate.py --reports 1000 --seed 1 --out FOLDER

writes FOLDER/reports.jsonl (input of `depesche brief`) and FOLDER/truth.json. Templates, names and figures are
invented; the templates are older than the detectors and not read by them. Copies, translations, second correspondents,
relays, denials, follow-ups, planted distortions, look-alikes and reports that take a passage of another are drawn for
every event.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGS = ("da", "de", "en", "nb", "pl")
TEMPLATES: dict[str, dict[str, Any]] = {
    lang: tomllib.loads((HERE / "templates" / f"{lang}.toml").read_text("utf-8")) for lang in LANGS
}
KINDS = ("ferry", "takeover", "arms", "strike", "flood", "hack")
AGENCIES = ("Norpress", "Zentralagentur", "Baltinfo", "Worldwire")
REPORTS_A_DAY = 200
ONSET = [
    "B",
    "D",
    "F",
    "G",
    "H",
    "K",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "T",
    "V",
    "Br",
    "Dr",
    "Gr",
    "Kr",
    "St",
    "Tr",
    "Sk",
    "Fl",
]
CORE = ["a", "e", "i", "o", "u", "au", "ei", "ia"]
CODA = ["l", "n", "r", "s", "t", "nd", "rg", "lk", "rn", "x", "m", "ck"]
SHARE = {"copy": 0.3, "edited": 0.3, "translation": 0.5, "second": 0.4, "relay": 0.2, "denial": 0.25}
SHARE_TAKEN = {"digest": 0.25, "background": 0.4, "translated": 0.3}  # of events; of follow-ups; of passages taken
DISTORTIONS = (
    "attribution-lost",
    "hedge-lost",
    "wording-shifted",
    "figure-changed",
    "date-changed",
    "reversed",
    "headline-harder",
)


@dataclass(frozen=True)
class Event:
    """What happened, apart from any wording. `sources` says P and the further parties; `hedged` whether line 1 is."""

    id: str
    kind: str
    place: str
    organisation: str
    source: str
    role: int
    denier: str
    denier_role: int
    figure: int
    day: date
    happened: date
    hedged: bool
    details: tuple[tuple[int, int, int, str, int], ...]
    storyline: str


@dataclass(frozen=True)
class Line:
    """One sentence to write: `key` is headline, c0..c3, deny, detail:N, follow:N; the rest says how it is said.

    `of`: the event it tells of where that isn't the report's own; `taken`: it stands in a passage taken from elsewhere.
    """

    key: str
    frame: str = "quote"
    wording: str = "a"
    speaker: str | None = None
    distorted: str | None = None
    figure: int | None = None
    of: Event | None = None
    taken: bool = False


@dataclass
class Written:
    """A report as it comes out, with the place of each line."""

    record: dict[str, Any]
    spans: list[tuple[Line, tuple[int, int]]] = field(default_factory=list)


class Names:
    """Draws invented names: given names recur, all others are drawn once."""

    def __init__(self, rng: random.Random) -> None:
        self.rng, self.used = rng, set[str]()

    def word(self, syllables: int, once: bool = True) -> str:
        while True:
            parts = [self.rng.choice(ONSET).lower() + self.rng.choice(CORE) for _ in range(syllables)]
            word = ("".join(parts) + self.rng.choice(CODA)).capitalize()
            syllables = 3
            if not once:
                return word
            if word not in self.used:
                self.used.add(word)
                return word

    def person(self) -> str:
        return f"{self.word(1, once=False)} {self.word(2 + self.rng.randrange(2))}"


def draw_event(rng: random.Random, names: Names, number: int, day: date, twin: Event | None = None) -> Event:
    """Draw an event; with `twin` a look-alike of it: same kind, near in time, sharing the place or the organisation."""
    share = rng.random() < 0.5
    place = twin.place if twin and share else names.word(2)
    organisation = twin.organisation if twin and not share else f"{names.word(2)} {names.word(2)}"
    return Event(
        id=f"e{number:06d}",
        kind=twin.kind if twin else rng.choice(KINDS),
        place=place,
        organisation=organisation,
        source=names.person(),
        role=rng.randrange(4),
        denier=names.person(),
        denier_role=rng.randrange(4),
        figure=rng.randrange(12, 980),
        day=day,
        happened=day - timedelta(days=1 + rng.randrange(3)),
        hedged=rng.random() < 0.6,
        details=draw_details(rng, names, 10),
        storyline=f"s{number:06d}",
    )


def draw_details(rng: random.Random, names: Names, n: int) -> tuple[tuple[int, int, int, str, int], ...]:
    """Draw what reports tell beside the event: subject, verb and object of `details`, a place, a year."""
    return tuple(
        (rng.randrange(20), rng.randrange(12), rng.randrange(20), names.word(2), rng.randrange(1950, 2020))
        for _ in range(n)
    )


def clause(event: Event, line: Line, lang: str) -> str:
    """Return the clause of one claim (c0 to c3) in a language, with its distortion if it has one."""
    t = TEMPLATES[lang]
    number = int(line.key[1])
    words = t[event.kind]["w"]
    figure = line.figure or event.figure
    happened = event.happened
    if line.distorted == "figure-changed":
        figure = figure * 3 + 7
    if line.distorted == "date-changed":
        happened -= timedelta(days=4)
    hedge = t["hedge"] if number == 1 and event.hedged and line.distorted != "hedge-lost" else ""
    text = str(t[event.kind][line.wording][number]).format(
        L=event.place,
        O=event.organisation,
        n=figure,
        d=t["day"].format(day=happened.day, month=t["months"][happened.month - 1]),
        w=words[1] if line.distorted == "wording-shifted" else words[0],
        h=hedge,
    )
    text = " ".join(text.replace(" ,", ",").split())
    return text[0].upper() + text[1:]


def write_line(event: Event, line: Line, lang: str, relay: str) -> str:
    """Return one sentence or headline."""
    t = TEMPLATES[lang]
    event = line.of or event
    who = line.speaker or f"{t['roles'][event.role]} {event.source}"
    denier = f"{t['roles'][event.denier_role]} {event.denier}"
    denier = denier[0].upper() + denier[1:]
    facts = {"L": event.place, "O": event.organisation, "n": event.figure, "P": who, "Q": denier}
    facts["d"] = t["day"].format(day=event.happened.day, month=t["months"][event.happened.month - 1])
    kind, _, number = line.key.partition(":")
    if kind == "headline":
        hard = line.distorted == "headline-harder"
        text = t["follow"]["headline"] if number else t[event.kind]["hard" if hard else "soft"]
    elif kind == "follow":
        text = t["follow"]["lines"][int(number)]
    elif kind == "deny":
        text = t[event.kind]["confirm" if line.distorted == "reversed" else "deny"]
    elif kind == "detail":
        s, v, o, near, year = event.details[int(number)]
        table = t["details"]
        facts = {"S": table["subjects"][s], "V": table["verbs"][v], "T": table["objects"][o], "M": near, "year": year}
        text = table["line"]
    else:
        said = clause(event, line, lang)
        if line.distorted == "attribution-lost":
            return said + "."
        return str(t[line.frame]).format(c=said, P=who, Z=relay)
    out = str(text).format(**facts)
    return out[0].upper() + out[1:]


def write_report(event: Event, lines: list[Line], lang: str, ident: dict[str, Any], extra: dict[str, str]) -> Written:
    """Return a report: headline, paragraphs, `extra` credit and boilerplate."""
    text, written = "", Written({})
    for i, line in enumerate(lines):
        sentence = write_line(event, line, lang, extra.get("relay", ""))
        if i:
            text += "\n\n" if i < 3 or i % 2 else " "
        written.spans.append((line, (len(text), len(text) + len(sentence))))
        text += sentence
    if extra.get("credit"):
        text += f"\n\n({extra['credit']})"
    if extra.get("boilerplate"):
        text += f"\n\n{extra['boilerplate']}"
    written.record = {**ident, "language": lang, "text": text}
    return written


class Stream:
    """Collects reports and their truth."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.taking = random.Random(f"taking {seed}")  # its own, so that the other reports are what they were
        self.names = Names(self.rng)
        self.outlets = [
            self.names.word(2) + " " + self.rng.choice(["Post", "Kurier", "Avis", "Times"]) for _ in range(60)
        ]
        self.reports: list[dict[str, Any]] = []
        self.truth: dict[str, Any] = {"events": {}, "storylines": {}, "reuse": [], "claims": [], "distortions": []}
        self.truth |= {"lookalikes": [], "parts": []}
        self.claims: dict[str, dict[str, Any]] = {}
        self.events = 0

    def new_event(self, twin: Event | None = None) -> Event:
        day = date(2021, 1, 1) + timedelta(days=len(self.reports) // REPORTS_A_DAY)
        if twin:
            day = twin.day + timedelta(days=self.rng.randrange(5))
        self.events += 1
        return draw_event(self.rng, self.names, self.events, day, twin)

    def file(self, event: Event, lines: list[Line], lang: str, later: int = 0, **extra: str) -> Written:
        """Write a report `later` days after the event and note its claims.

        `origin`: the dispatch it passes on; `taken_from`: the one its lines `taken` are from.
        """
        ident = {
            "id": f"r{len(self.reports):06d}",
            "published": (event.day + timedelta(days=later)).isoformat(),
            "outlet": (self.taking if "taken_from" in extra else self.rng).choice(self.outlets),
        }
        written = write_report(event, lines, lang, ident, extra)
        self.reports.append(written.record)
        report = written.record["id"]
        self.truth["events"][report] = event.id
        self.truth["storylines"][report] = event.storyline
        for line, span in written.spans:
            if (line.key[0] == "c" or line.key == "deny") and not line.distorted:
                told = line.of or event
                claim = self.claims.setdefault(
                    f"{told.id}.{line.key}", {"statements": [], "parties": [], "origins": {}}
                )
                party = told.denier if line.key == "deny" else line.speaker or told.source
                claim["statements"].append({"report": report, "span": span, "who": party})
                if party not in claim["parties"]:
                    claim["parties"].append(party)
                origin = extra["taken_from"] if line.taken else extra.get("origin", report)
                claim["origins"].setdefault(origin, []).append(report)
        return written

    def write_event(self, event: Event) -> None:
        """Write all reports of an event."""
        rng = self.rng
        lang = rng.choice(LANGS)
        order = ["c0", "detail:0", "c1", "c2", "detail:1", "c3", "detail:2", "deny", "detail:3"]
        lines = [Line("headline"), *(Line(k, rng.choice(["quote", "said"])) for k in order)]
        agency = rng.choice(AGENCIES)
        first = self.file(event, lines, lang, credit=agency)
        origin = first.record["id"]
        if rng.random() < SHARE["copy"]:
            junk = rng.choice(TEMPLATES[lang]["boilerplate"])
            copy = self.file(event, lines, lang, rng.randrange(2), credit=agency, origin=origin, boilerplate=junk)
            self.reuse(first, copy, "copy")
        if rng.random() < SHARE["edited"]:
            kept, planted = self.distort(event, lines, [*lines[:6], *lines[7:]])
            later = rng.randrange(2)
            edited = self.file(event, kept, lang, later, credit=agency, origin=origin)
            self.reuse(first, edited, "copy", planted)
        if rng.random() < SHARE["translation"]:
            other = rng.choice([x for x in LANGS if x != lang])
            drop = rng.randrange(2, len(lines))
            kept, planted = self.distort(event, lines, lines[:drop] + lines[drop + rng.randrange(2) :])
            translated = self.file(event, kept, other, rng.randrange(2), origin=origin)
            self.reuse(first, translated, "translation", planted)
        self.write_digest(event, first, lines, lang)
        self.write_others(event, agency, first, lines, lang)

    def write_digest(self, event: Event, first: Written, lines: list[Line], lang: str) -> None:
        """Write a report of an own correspondent that takes a passage of the first report, as it is or translated."""
        rng = self.taking
        if rng.random() >= SHARE_TAKEN["digest"]:
            return
        event = replace(event, details=event.details + draw_details(rng, self.names, 4))
        keys = ["c0", "detail:10", "detail:11", "c3", "detail:12", "detail:13"]
        own = [Line("headline"), *(Line(k, "quote", "b") for k in keys)]  # said to several, so worded alike elsewhere
        passage = [replace(line, taken=True) for line in lines[2:6]]
        cut = rng.choice([1, len(own)])  # never beside the line that follows the passage in its source
        self.take(event, [*own[:cut], *passage, *own[cut:]], first, lang)

    def take(self, event: Event, lines: list[Line], source: Written, lang: str, later: int = 0) -> None:
        """Write a report whose lines `taken` are from `source`, and note where they stand."""
        translated = self.taking.random() < SHARE_TAKEN["translated"]
        if translated:
            lang = self.taking.choice([x for x in LANGS if x != lang])
        taken_from = source.record["id"]
        written = self.file(event, lines, lang, later, taken_from=taken_from)
        spans = [span for line, span in written.spans if line.taken]
        part = {"report": written.record["id"], "span": [spans[0][0], spans[-1][1]], "from": taken_from}
        self.truth["parts"].append(part | {"kind": "translation" if translated else "copy"})

    def write_others(self, event: Event, agency: str, first: Written, lines: list[Line], lang: str) -> None:
        """Write the second correspondent, the relay, the denial and the follow-up, each with its own details."""
        rng = self.rng
        if rng.random() < SHARE["second"]:
            speaker = None if rng.random() < 0.6 else self.names.person()
            own = ["c2", "detail:4", "c0", "c3", "detail:5", "c1", "detail:6"]
            seen = [Line("headline"), *(Line(k, rng.choice(["quote", "said"]), "b", speaker) for k in own)]
            self.file(event, seen, rng.choice(LANGS), rng.randrange(2))
        if rng.random() < SHARE["relay"]:
            heard = [Line("headline"), Line("c0", "relay", "b"), Line("detail:7", ""), Line("c3", "relay", "b")]
            self.file(event, heard, rng.choice(LANGS), 1, relay=rng.choice(self.outlets))
        if rng.random() < SHARE["denial"]:
            answer = [Line("headline"), Line("deny"), Line("c0", "said", "b"), Line("detail:8")]
            self.file(event, answer, rng.choice(LANGS), 1)
        if rng.random() < 0.2:
            self.events += 1
            follow = replace(event, id=f"e{self.events:06d}", day=event.day + timedelta(days=6))
            follow = replace(follow, happened=follow.day)
            news = [Line("headline:1"), *(Line(f"follow:{i}") for i in range(4)), Line("detail:9")]
            if self.taking.random() < SHARE_TAKEN["background"]:
                passage = [replace(line, of=event, taken=True) for line in lines[1:6]]
                self.take(follow, [*news, *passage], first, lang)
            else:
                self.file(follow, news, rng.choice(LANGS))

    def distort(self, event: Event, source: list[Line], lines: list[Line]) -> tuple[list[Line], str | None]:
        """Plant one distortion in a third of the rewrites; return the lines and its kind."""
        kind = self.rng.choice(DISTORTIONS) if self.rng.random() < 0.35 else None
        target = {
            "attribution-lost": self.rng.choice(["c0", "c2", "c3"]),
            "hedge-lost": "c1",
            "wording-shifted": "c3",
            "figure-changed": "c0",
            "date-changed": "c2",
            "reversed": "deny",
            "headline-harder": "headline",
        }.get(kind or "", "")
        if not target or target not in {x.key for x in lines} or (kind == "hedge-lost" and not event.hedged):
            return lines, None
        return [replace(x, distorted=kind) if x.key == target else x for x in lines], kind

    def reuse(self, first: Written, second: Written, kind: str, planted: str | None = None) -> None:
        """Note that `second` has the text of `first`, and the distortion planted in it."""
        a, b = first.record["id"], second.record["id"]
        self.truth["reuse"].append({"from": a, "to": b, "kind": kind})
        if planted:
            span = {line.key: s for line, s in first.spans}
            line, there = next((x, s) for x, s in second.spans if x.distorted)
            self.truth["distortions"].append(
                {"kind": planted, "from": {"report": a, "span": span[line.key]}, "to": {"report": b, "span": there}}
            )

    def run(self, reports: int) -> None:
        """Write events until there are that many reports."""
        while len(self.reports) < reports:
            event = self.new_event()
            self.write_event(event)
            if self.rng.random() < 0.3:
                twin = self.new_event(event)
                self.write_event(twin)
                self.truth["lookalikes"].append([event.id, twin.id])
        for key, claim in sorted(self.claims.items()):
            dispatches = sorted(claim.pop("origins").values())
            self.truth["claims"].append({"id": key, **claim, "dispatches": dispatches})


def generate(reports: int, seed: int) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return at least `reports` reports (the last event is written out) and their truth."""
    stream = Stream(seed)
    stream.run(reports)
    return stream.reports, stream.truth


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    reports, truth = generate(args.reports, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    with (args.out / "reports.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in reports)
    (args.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
    print(f"{len(reports)} reports, {len(set(truth['events'].values()))} events in {args.out}")


if __name__ == "__main__":
    main()
