"""Fit the weights of a comparison: `python -m training.matching.train`. Then relations are learned from all text.

Logistic regression over pud and flores, odd rows; relations for it come from the even rows alone, so that the
weights don't learn to trust what was learned from the very same sentences. Tatoeba's everyday sentences are too
short and too literal to set a scale for news; they serve the relations. Prints what it reaches on rows held out.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from depesche.interlingua.analyse import analyse_text
from depesche.interlingua.compare import FEATURES
from depesche.interlingua.meaning import Meaning
from depesche.interlingua.weights import load_relations
from training.matching.calibration import ece
from training.matching.corpora import find_data, read_training
from training.matching.pairs import Pair, make_pairs
from training.matching.relations import learn_relations, write_relations

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "depesche" / "models" / "matching" / "weights.toml"
NEWS = ("flores", "pud")
STRENGTH = 0.01  # inverse of regularisation; features overlap, and a looser fit gives them opposite signs


def main() -> None:
    """Write relations.tsv and weights.toml."""
    sets = {
        name: [{lang: analyse_text(text, lang) for lang, text in row.items()} for row in rows]
        for name, rows in read_training(find_data())
    }
    _relations(sets, step=2)
    news = [texts for name, texts in sets.items() if name in NEWS]
    pairs = [pair for texts in news for pair in make_pairs(texts, range(1, len(texts), 4))]
    held_out = [pair for texts in news for pair in make_pairs(texts, range(3, len(texts), 4))]
    model = fit(pairs)
    report(model, held_out)
    write_weights(fit(pairs + held_out))
    _relations(sets, step=1)


def _relations(sets: dict[str, list[dict[str, Meaning]]], step: int) -> None:
    texts = [list(row.values()) for rows in sets.values() for row in rows[::step]]
    write_relations(learn_relations(texts))
    load_relations.cache_clear()


def fit(pairs: list[Pair]) -> LogisticRegression:
    """Fit on scaled features and return the model in the features' own scale."""
    x = np.array([pair.features for pair in pairs])
    y = np.array([pair.same for pair in pairs])
    scale = x.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=2000, random_state=0)
    model.fit(x / scale, y)
    model.coef_ = model.coef_ / scale
    return model


def report(model: LogisticRegression, pairs: list[Pair]) -> None:
    """Print accuracy, calibration error and how often a group's right pair scores highest."""
    x = np.array([pair.features for pair in pairs])
    y = np.array([pair.same for pair in pairs])
    p = model.predict_proba(x)[:, 1]
    best: dict[int, tuple[float, bool]] = {}
    for pair, score in zip(pairs, p, strict=True):
        if pair.group not in best or score > best[pair.group][0]:
            best[pair.group] = (float(score), pair.same)
    first = sum(same for _, same in best.values()) / len(best)
    print(
        f"held out: {len(pairs)} pairs, accuracy {((p > 0.5) == y).mean():.4f}, first {first:.4f}, ECE {ece(p, y):.4f}"
    )


def write_weights(model: LogisticRegression) -> None:
    """Write the weights as plain numbers."""
    lines = ["# MADE BY training/matching/train.py; see card.md\n[weights]\n"]
    lines += [f"{name} = {value:.5f}\n" for name, value in zip(FEATURES, model.coef_[0], strict=True)]
    WEIGHTS.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
