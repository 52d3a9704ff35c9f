"""Gold statements of reports without their text, which is not ours to ship.

`ntrex`, `press`, `flores` and `second` hold files `<lang>.jsonl` with a report a line: its id and its statements, all
wording as [start, end) in the text. The text is put together from ../shared: NTREX and FLORES documents from the
parallel files (of FLORES those that come from news), papers from the files annotated for names, times and events:
Norwegian and Polish ones put together from their sentences, Danish sentences alone, a South Tyrolean paper, German
pages with what stands around a report, English reports. `second` annotates the five documents of ntrex.dev.jsonl once
more, by hands that saw neither its gold nor any rule. `joined` lists the line ends that a newspaper would not print,
within one answer; `open` says that its errors were read.
Who and relay list accepted forms: a span where the form stands in the text, else a name of five words at most.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PUBLISHED = "2018-09-30"  # the day ntrex.dev.jsonl gives all its documents
_REPORTS = (
    "times/de.dolomiten42.jsonl",
    "times/de.dolomiten100.jsonl",
    "names/de.train2.jsonl",
    "names/da.train.jsonl",
    "stories/ecbplus.en.jsonl",
)
_NEWS = "wikinews"  # in the addresses of the FLORES articles that are news
_NAME = 5  # words of a name at most; what is longer is wording of the text in another form
Json = dict[str, Any]


def read_ntrex(shared: Path) -> Iterator[Json]:
    """Yield the NTREX documents with their texts, as the scorer reads them."""
    return _with_ntrex_texts(shared, "ntrex")


def read_press(shared: Path) -> Iterator[Json]:
    """Yield the reports of papers with their texts; nobody knows the day of most of them."""
    press = _Press(shared)
    for language, row in _rows("press"):
        text, published = press.read(language, row)
        yield _document(row, language, published, text)


def read_flores(shared: Path) -> Iterator[Json]:
    """Yield the beginnings of a hundred news articles in five languages with their texts; their day is not known."""
    texts = _flores_texts(shared)
    for language, row in _rows("flores"):
        yield _document(row, language, None, texts[row["id"]])


def read_second(shared: Path) -> Iterator[Json]:
    """Yield the documents of ntrex.dev.jsonl as the second annotators have them."""
    return _with_ntrex_texts(shared, "second")


def _with_ntrex_texts(shared: Path, folder: str) -> Iterator[Json]:
    texts = _ntrex_texts(shared)
    for language, row in _rows(folder):
        yield _document(row, language, PUBLISHED, texts[row["id"]])


def unquoted(value: str) -> str:
    """Undo the quoting of an earlier table that FLORES still carries: outer marks, and each inner one doubled."""
    if '""' in value and value.startswith('"') and value.rstrip().endswith('"'):
        return value.rstrip()[1:-1].replace('""', '"')
    return value


def _rows(folder: str) -> Iterator[tuple[str, Json]]:
    for path in sorted((HERE / folder).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield path.stem, json.loads(line)


def _document(row: Json, language: str, published: str | None, text: str) -> Json:
    for statement in row["statements"]:
        for key in ("who", "relay"):
            statement[key] = [[_form(form, text) for form in source] for source in statement[key]]
    return {**row, "language": language, "published": published, "text": text}


def _form(form: str | list[int], text: str) -> str:
    return form if isinstance(form, str) else text[slice(*form)]


def _join_lines(text: str, joined: list[int]) -> str:
    """Put a blank for each line end listed: the offsets of all else stay."""
    letters = list(text)
    for at in joined:
        letters[at] = " "
    return "".join(letters)


def _ntrex_texts(shared: Path) -> Mapping[str, str]:
    """Return the text of each document in each language, by `document@language`."""
    with (shared / "data" / "parallel" / "ntrex.dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    out: dict[str, str] = {}
    for document, lines in groupby(rows, key=lambda row: row["document"]):
        kept = list(lines)
        for language in kept[0].keys() - {"document"}:
            out[f"{document}@{language}"] = "\n".join(line[language] for line in kept)
    return out


def _flores_texts(shared: Path) -> Mapping[str, str]:
    """Return the text of each news article in each language, by `flores-number@language`; numbers go by the file."""
    with (shared / "data" / "parallel" / "flores.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    news = [list(lines) for source, lines in groupby(rows, key=lambda row: row["source"]) if _NEWS in source]
    return {
        f"flores-{number:03}@{language}": " ".join(unquoted(line[language]).strip() for line in lines)
        for number, lines in enumerate(news, start=1)
        for language in lines[0].keys() - {"source"}
    }


class _Press:
    """The texts of papers in ../shared, by language; each file is read when first asked for."""

    def __init__(self, shared: Path) -> None:
        self._data = shared / "data"

    def read(self, language: str, row: Json) -> tuple[str, str | None]:
        """Return the text of a row and the day it was published."""
        if language in ("nb", "pl"):
            sentences = self._norwegian[row["id"]] if language == "nb" else self._from(row["id"])
            return _join_lines("\n".join(sentences[: row["sentences"]]), row["joined"]), None
        report = self._reports[row["id"]]
        return report["text"], report.get("published")

    @cached_property
    def _norwegian(self) -> Mapping[str, list[str]]:
        """The sentences of each report, in order; their ids are `report-number`."""
        out: dict[str, list[str]] = {}
        for row in self._file("names/nb.train.jsonl"):
            out.setdefault(row["id"].rpartition("-")[0], []).append(row["text"])
        return out

    def _from(self, first: str) -> list[str]:
        """Return the Polish sentences from one on."""
        at = next(i for i, found in enumerate(self._polish) if found["id"] == first)
        return [found["text"] for found in self._polish[at:]]

    @cached_property
    def _polish(self) -> list[Json]:
        """Sentences of a corpus in their order; a report is some that follow one another."""
        return list(self._file("names/pl.dev.jsonl"))

    @cached_property
    def _reports(self) -> Mapping[str, Json]:
        """English reports, German ones and pages, Danish sentences, by id."""
        return {row["id"]: row for name in _REPORTS for row in self._file(name)}

    def _file(self, name: str) -> Iterator[Json]:
        with (self._data / name).open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def strip_text(document: Json) -> Json:
    """Return a gold document as it is kept here: forms that stand in the text as spans, nothing else of the text."""
    text = document["text"]
    kept = ("content", "cue", "speaker", "act", "kind", "hedged", "said_on")
    rows = []
    for statement in document["statements"]:
        row = {key: statement[key] for key in kept if key in statement}
        for key in ("who", "relay"):
            forms = [[_span(form, text) for form in source] for source in statement[key]]
            row[key] = [[f for f in source if not isinstance(f, str) or len(f.split()) <= _NAME] for source in forms]
        rows.append(row)
    return {"id": document["id"], "statements": rows}


def _span(form: str, text: str) -> str | list[int]:
    at = text.find(form)
    return form if at < 0 else [at, at + len(form)]
