"""Do five translations of a document yield one claim a statement? `python -m benchmarks.ledger.translations`.

A measure that needs no gold: in `parallel/ntrex.dev.tsv` a line is one sentence in five languages, so what a line's
only statement says in one language is what it says in the others. Batches of documents, each in five languages,
become one brief; a line where some language has several statements is left out. B-cubed of claims against lines, over
the statements that were found: precision falls where two lines become one claim, recall where languages stay apart.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator

from benchmarks.ledger.run import b_cubed
from benchmarks.statements.agreement import LANGUAGES, read_documents
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, PublishedBy, Report

BATCH = 5  # documents a brief
PUBLISHED = "2018-09-30"


def annotate(document: str, rows: list[dict[str, str]]) -> Iterator[tuple[AnnotatedReport, list[int]]]:
    """Yield the document in each language, with the character each of its lines begins at."""
    for language in LANGUAGES:
        lines = [row[language] for row in rows]
        report = Report(
            id=f"{document}@{language}",
            text="\n".join(lines),
            language=language,
            published=PUBLISHED,
            published_by=PublishedBy.GIVEN,
        )
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        yield annotate_report(report), starts


def pair_claims(documents: list[tuple[str, list[dict[str, str]]]]) -> list[tuple[str, str]]:
    """Return (claim, line) for each statement that is its line's only one in every language that has one."""
    annotated = [pair for document, rows in documents for pair in annotate(document, rows)]
    line_of: dict[str, str] = {}
    crowded: set[str] = set()
    for report, begins in annotated:
        seen: dict[str, int] = defaultdict(int)
        for statement in report.statements:
            first = min((span.start for span in statement.content), default=0)
            number = sum(start <= first for start in begins) - 1
            line = f"{report.report.id.partition('@')[0]}:{number}"
            line_of[statement.id] = line
            seen[line] += 1
        crowded |= {line for line, n in seen.items() if n > 1}
    brief = make_brief([report for report, _ in annotated], Options())
    return [
        (claim.id, line_of[s.statement])
        for claim in brief.claims
        for s in claim.statements
        if s.statement in line_of and line_of[s.statement] not in crowded
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batches", type=int, help="stop after so many briefs")
    options = parser.parse_args()
    documents = list(read_documents("ntrex.dev"))
    pairs: list[tuple[str, str]] = []
    for n, at in enumerate(range(0, len(documents), BATCH)):
        if options.batches is not None and n == options.batches:
            break
        pairs += pair_claims(documents[at : at + BATCH])
    print(json.dumps(b_cubed(pairs)))


if __name__ == "__main__":
    main()
