"""Do five translations of one sentence yield the same statements? `python -m benchmarks.statements.agreement`.

A measure that needs no gold: the corpora of ../shared/data/parallel give the same documents in several languages, so a
line where four languages find a statement and the fifth none is a miss (or a false find of the four), and no
annotation has to be trusted. Per language: of the lines where most of the others have a statement, the share that has
one here too (recall), and of the lines with one here, the share where at least one other agrees (precision); for lines
where both have one statement, the share with the same act and with a source on both sides or on neither.

`--show LANGUAGE` prints the lines where that language stands alone, for reading; half of the documents are never shown.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from benchmarks.statements.run import SHARED, is_closed
from benchmarks.statements.standoff import unquoted
from depesche.pipeline import annotate_report
from depesche.records import Report, Statement

LANGUAGES = ("en", "da", "nb", "de", "pl")
DOCUMENT_COLUMN = {"flores": "source", "pud": "sent_id", "ntrex.dev": "document"}
PUD_DOCUMENT = len("n01001")  # a PUD sentence id is its document's id and three digits
Row = Mapping[str, tuple[Statement, ...]]  # language -> the statements that begin in this line


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in several languages with what was found in each."""

    document: str
    text: Mapping[str, str]
    found: Row
    tells: tuple[str, ...]  # the statements in words, for reading

    def has(self, language: str) -> bool:
        return bool(self.found[language])

    def others(self, language: str) -> float:
        """The share of the other languages that have a statement here, in [0, 1]."""
        rest = [self.has(other) for other in self.found if other != language]
        return sum(rest) / len(rest)


def read_documents(corpus: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Yield each document of a parallel corpus with its lines, a column a language."""
    column = DOCUMENT_COLUMN[corpus]
    with (SHARED / "data" / "parallel" / f"{corpus}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        cut = PUD_DOCUMENT if corpus == "pud" else None
        for document, lines in groupby(rows, key=lambda row: row[column][:cut]):
            yield document, [{name: unquoted(value) for name, value in row.items()} for row in lines]


def _tell(statement: Statement, text: str) -> str:
    content = " … ".join(text[span.start : span.end] for span in statement.content)
    who = ", ".join(source.name for source in statement.who) or "nobody"
    return f"{statement.act.value} by {who}: {content}"


Told = tuple[Statement, str]  # a statement, and what it says in words


def _by_line(document: str, language: str, lines: list[str]) -> list[list[Told]]:
    report = Report(id=f"{document}@{language}", text="\n".join(lines), language=language)
    found: list[list[Told]] = [[] for _ in lines]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for statement in annotate_report(report).statements:
        first = min(span.start for span in (*statement.content, *statement.cue))
        found[sum(start <= first for start in starts) - 1].append((statement, _tell(statement, report.text)))
    return found


def read_lines(corpus: str) -> Iterator[Line]:
    """Annotate a corpus in every language it has, document by document."""
    for document, rows in read_documents(corpus):
        languages = [language for language in LANGUAGES if language in rows[0]]
        found = {lang: _by_line(document, lang, [row[lang] for row in rows]) for lang in languages}
        for i, row in enumerate(rows):
            yield Line(
                document=document,
                text={x: row[x] for x in languages},
                found={x: tuple(statement for statement, _ in found[x][i]) for x in languages},
                tells=tuple(f"{x}: {told}" for x in languages for _, told in found[x][i]),
            )


def _share(parts: Iterable[bool]) -> str:
    items = list(parts)
    return f"{sum(items) / len(items):.3f} ({len(items)})" if items else "-"


def _pairs(lines: list[Line], language: str) -> Iterator[tuple[Statement, Statement]]:
    for line in lines:
        for other, found in line.found.items():
            if other != language and len(found) == 1 == len(line.found[language]):
                yield line.found[language][0], found[0]


def report(corpus: str, half: str, lines: list[Line]) -> None:
    """Print one corpus half, a row a language."""
    for language in lines[0].found:
        recall = _share(line.has(language) for line in lines if line.others(language) > 0.5)
        precision = _share(line.others(language) > 0 for line in lines if line.has(language))
        pairs = list(_pairs(lines, language))
        act = _share(a.act is b.act for a, b in pairs)
        who = _share(bool(a.who) == bool(b.who) for a, b in pairs)
        print(f"{corpus:<10} {half:<7} {language}  recall {recall}  precision {precision}  act {act}  who {who}")


def show(lines: list[Line], language: str) -> None:
    """Print the open lines where one language stands alone."""
    for line in lines:
        alone = line.others(language) == 0 if line.has(language) else line.others(language) > 0.5
        if alone:
            print(f"\n{line.document}: {'found only' if line.has(language) else 'nothing'} in {language}")
            print(f"  {language}: {line.text[language]}")
            for tell in line.tells:
                print(f"    {tell}")
            print(f"  en: {line.text['en']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", action="append", choices=sorted(DOCUMENT_COLUMN))
    parser.add_argument("--show", choices=LANGUAGES, help="print the open lines where this language stands alone")
    options = parser.parse_args()
    for corpus in options.corpus or sorted(DOCUMENT_COLUMN):
        lines = list(read_lines(corpus))
        halves = {"open": [x for x in lines if not is_closed(x.document)]}
        halves["closed"] = [x for x in lines if is_closed(x.document)]
        if options.show:
            if options.show in lines[0].found:  # PUD has no Norwegian
                show(halves["open"], options.show)
            continue
        for half, chosen in halves.items():
            report(corpus, half, chosen)


if __name__ == "__main__":
    main()
