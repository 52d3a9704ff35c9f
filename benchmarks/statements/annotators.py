"""What do two annotators of one text agree on? `python -m benchmarks.statements.annotators`.

The five documents of ntrex.dev.jsonl were annotated once more, by hands that saw neither its gold nor any rule
(`standoff.py`, `second`). Per language: the second annotators against that gold, which is as near as anybody can come
to it; depesche against that gold; and depesche against the second annotators, who share its text but no habit that
rules could have been fitted to. What depesche loses between the last two is fitted to one annotator's habits, what it
then loses on unread text of other annotators (`run --corpus ntrex.more`, closed) is fitted to the text.
"""

from __future__ import annotations

from typing import Any

from benchmarks.statements.run import SHARED, predict, read_documents, score
from benchmarks.statements.standoff import read_second

Json = dict[str, Any]


def _as_prediction(document: Json) -> Json:
    """Return a gold document in the form of an annotation."""
    statements = [
        {
            **statement,
            "who": [{"name": forms[0], "forms": forms} for forms in statement["who"]],
            "relay": [{"name": forms[0], "forms": forms} for forms in statement["relay"]],
        }
        for statement in document["statements"]
    ]
    return {"id": document["id"], "text": document["text"], "statements": statements}


def _line(label: str, gold: list[Json], predicted: list[Json]) -> None:
    overall = score(gold, predicted, ())
    rows = {"all": {**overall, "joint_f1": overall["joint"]["f1"], "who": overall["who"]["accuracy"]}}
    for language, row in {**overall["by_language"], **rows}.items():
        figures = f"content {row['content']['f1']:.3f} joint {row['joint_f1']:.3f} who {row['who']:.3f}"
        print(f"{label:<40} {language:<4} {figures}")


def main() -> None:
    if not (SHARED / "data").is_dir():
        print(f"no gold data at {SHARED}: nothing is measured (set DEPESCHE_SHARED)")
        return
    second = {document["id"]: document for document in read_second(SHARED)}
    first = [document for document in read_documents("ntrex.dev") if document["id"] in second]
    again = [second[document["id"]] for document in first]
    found = [predict(document) for document in first]
    _line("second annotators against the gold", first, [_as_prediction(document) for document in again])
    _line("depesche against the gold", first, found)
    _line("depesche against the second annotators", again, found)


if __name__ == "__main__":
    main()
