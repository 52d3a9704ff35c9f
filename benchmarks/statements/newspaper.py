"""Statements of the NTREX documents annotated without their text, as JSON: `python -m benchmarks.statements.newspaper`.

Content and joint F1, share of right sources and acts of the open and the closed documents, for the floors.
"""

from __future__ import annotations

import json

from benchmarks.statements.run import SHARED, is_closed, predict, read_documents, score


def main() -> None:
    if not (SHARED / "data").is_dir():
        print(json.dumps({}))
        return
    pairs = [(d, predict(d)) for d in read_documents("ntrex.more")]
    out = {}
    for half in ("open", "closed"):
        chosen = [pair for pair in pairs if is_closed(pair[0]["id"].split("@")[0]) == (half == "closed")]
        found = score((g for g, _ in chosen), (p for _, p in chosen), ())
        out[half] = {
            "content": found["content"]["f1"],
            "joint": found["joint"]["f1"],
            "who": found["who"]["accuracy"],
            "act": found["act"]["accuracy"],
        }
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
