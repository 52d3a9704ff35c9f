"""Statements of real newspaper reports kept without their text, as JSON: `python -m benchmarks.statements.newspaper`.

For each corpus of `benchmarks.statements.standoff`, content and joint F1, share of right sources and acts of its open
and its closed half, for the floors.
"""

from __future__ import annotations

import json

from benchmarks.statements.run import CORPORA, SHARED, STANDOFF, predict, read_documents, score

Json = dict[str, object]


def measure(corpus: str) -> dict[str, Json]:
    """Return the figures of the open and the closed half of one corpus."""
    is_open = next(rule for name, rule, _ in CORPORA if name == corpus)
    halves: dict[str, list[tuple[Json, Json]]] = {"open": [], "closed": []}
    for i, document in enumerate(read_documents(corpus)):
        halves["open" if is_open(i, document) else "closed"].append((document, predict(document)))
    out: dict[str, Json] = {}
    for half, pairs in halves.items():
        found = score((g for g, _ in pairs), (p for _, p in pairs), ())
        out[half] = {
            "content": found["content"]["f1"],
            "joint": found["joint"]["f1"],
            "who": found["who"]["accuracy"],
            "act": found["act"]["accuracy"],
        }
    return out


def main() -> None:
    present = (SHARED / "data").is_dir()
    print(json.dumps({name.replace(".", "_"): measure(name) for name in STANDOFF} if present else {}, indent=1))


if __name__ == "__main__":
    main()
