"""Gold statements of NTREX documents without their text, which is not ours to ship.

`ntrex/<lang>.jsonl` holds a document a line: its id and its statements, all wording as [start, end) in the text. The
text is put together from ../shared/data/parallel/ntrex.dev.tsv (a sentence a line). Who and relay list accepted forms:
a span where the form stands in the text, else a name of five words at most.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "ntrex"
PUBLISHED = "2018-09-30"  # the day ntrex.dev.jsonl gives all its documents
_NAME = 5  # words of a name at most; what is longer is wording of the text in another form
Json = dict[str, Any]


def read_texts(shared: Path) -> dict[str, str]:
    """Return the text of each document in each language, by `document@language`."""
    with (shared / "data" / "parallel" / "ntrex.dev.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    out: dict[str, str] = {}
    for document, lines in groupby(rows, key=lambda row: row["document"]):
        kept = list(lines)
        for language in kept[0].keys() - {"document"}:
            out[f"{document}@{language}"] = "\n".join(line[language] for line in kept)
    return out


def read_standoff(shared: Path) -> Iterator[Json]:
    """Yield the gold documents with their texts, as the scorer reads them."""
    texts = read_texts(shared)
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            text = texts[row["id"]]
            for statement in row["statements"]:
                for key in ("who", "relay"):
                    statement[key] = [[_form(form, text) for form in source] for source in statement[key]]
            yield {**row, "language": path.stem, "published": PUBLISHED, "text": text}


def _form(form: str | list[int], text: str) -> str:
    return form if isinstance(form, str) else text[slice(*form)]


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
