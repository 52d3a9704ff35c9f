"""Fit models/reuse/weights.toml: is one report a translation of the other?

    python -m training.reuse.fit DATA_FOLDER STREAM_FOLDER

DATA_FOLDER holds stories/meantime.*.jsonl (CC BY 4.0), of which every second article is used, STREAM_FOLDER a stream of
benchmarks/stories/generate.py (600 reports, seed 7). Pairs in different languages that are alike enough to be compared
are the examples. A logistic regression with an L2 penalty; coverage, closeness, order, pairs and names are
held at 0 or more, since less of them can't speak for a translation. Prints the weights.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from depesche.group.alignment import telling_likeness
from depesche.group.reuse import read_text
from depesche.group.stories import group_stories
from depesche.group.translation import FEATURES, measure_alignment
from depesche.pipeline import annotate_report
from depesche.records import AnnotatedReport, Report

Array = NDArray[np.float64]
STREAM_WEIGHT = 0.5  # of an example from the generated stream: its language is poorer than news
PENALTY = 0.05
FREE = {"length", "likeness"}  # features whose weight may have either sign
LIMIT = 600  # generated reports


def read_meantime(folder: Path) -> Iterator[tuple[str, AnnotatedReport]]:
    """Yield (article, report) of every second article in four languages."""
    records = [
        json.loads(line)
        for lang in ("en", "es", "it", "nl")
        for line in (folder / "stories" / f"meantime.{lang}.jsonl").read_text("utf-8").splitlines()
    ]
    articles = sorted({r["id"].split("@")[0] for r in records})
    for r in records:
        article = r["id"].split("@")[0]
        if articles.index(article) % 2 == 0:
            yield article, annotate_report(Report(r["id"], r["text"], language=r["language"]))


def read_stream(folder: Path) -> Iterator[tuple[str, AnnotatedReport]]:
    """Yield (dispatch, report) of a generated stream."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    origin = {x["to"]: x["from"] for x in truth["reuse"]}
    for line in (folder / "reports.jsonl").read_text("utf-8").splitlines()[:LIMIT]:
        report = annotate_report(Report(**json.loads(line)))
        yield origin.get(report.id, report.id), report


def make_examples(labelled: list[tuple[str, AnnotatedReport]]) -> tuple[Array, Array]:
    """Return features and labels of all pairs in two languages that grouping finds alike."""
    source = {report.id: name for name, report in labelled}
    reports = {report.id: report for _, report in labelled}
    texts = {name: read_text(report) for name, report in reports.items()}
    rows, labels = [], []
    for a, b, likeness in group_stories(list(reports.values())).near:
        if reports[a].language != reports[b].language:
            sides = texts[a].passages, texts[b].passages
            rows.append(measure_alignment(*sides, likeness, telling_likeness(*sides))[1])
            labels.append(source[a] == source[b])
    return np.array(rows), np.array(labels, dtype=np.float64)


def fit(x: Array, y: Array, weight: Array) -> Array:
    """Return bias and weights."""

    def loss(t: Array) -> tuple[float, Array]:
        z = x @ t[1:] + t[0]
        value = weight @ (np.logaddexp(0, z) - y * z) + PENALTY * t[1:] @ t[1:]
        error = weight * (1 / (1 + np.exp(-z)) - y)
        return float(value), np.concatenate([[error.sum()], x.T @ error + 2 * PENALTY * t[1:]])

    bounds = [(None, None), *((None if name in FREE else 0.0, None) for name in FEATURES)]
    result: Array = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return result


def main() -> None:
    news = make_examples(list(read_meantime(Path(sys.argv[1]))))
    stream = make_examples(list(read_stream(Path(sys.argv[2]))))
    weight = np.concatenate([np.ones(len(news[1])), np.full(len(stream[1]), STREAM_WEIGHT)])
    found = fit(np.concatenate([news[0], stream[0]]), np.concatenate([news[1], stream[1]]), weight)
    for name, value in zip(("bias", *FEATURES), found, strict=True):
        print(f"{name} = {value:.1f}")


if __name__ == "__main__":
    main()
