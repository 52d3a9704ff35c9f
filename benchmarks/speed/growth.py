"""What does a character of a long report cost beside one of a short report? `python -m benchmarks.speed.growth`.

`evenness` is the processor time per character of a short report by that of a long one, both measured in this run: 1
where cost grows with length alone, a half where the long one costs twice as much per character.
"""

from __future__ import annotations

import json
import time

from benchmarks.speed.run import PARAGRAPH
from depesche.pipeline import annotate_report
from depesche.records import Report

SHORT, LONG = 20_000, 2_000_000  # characters
REPEATED = 5  # times the short one is read; the fastest counts


def _cost(length: int) -> float:
    """Return the processor time per character, in seconds."""
    text = (PARAGRAPH * (length // len(PARAGRAPH) + 1))[:length]
    start = time.process_time()
    annotate_report(Report(id="x", text=text, language="en"))
    return (time.process_time() - start) / length


def main() -> None:
    _cost(SHORT)  # reads the data
    print(json.dumps({"evenness": min(_cost(SHORT) for _ in range(REPEATED)) / _cost(LONG)}))


if __name__ == "__main__":
    main()
