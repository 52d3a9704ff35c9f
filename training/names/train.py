"""Trains the name tagger: a linear-chain CRF over hashed features, by AdaGrad on mini-batches of sentences.

Run: python -m training.names.train DATA_FOLDER PERSON_NAMES_TXT [--out FILE]
DATA_FOLDER holds names/*.train*.jsonl and lexicon/omw.*.tsv. Deterministic for a given seed. About five minutes.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from depesche.annotate.names.encode import Encoder, corpus_rows
from depesche.annotate.names.features import SIZE
from depesche.annotate.names.tagger import LABELS
from depesche.annotate.names.wordlists import Lists, WordFilter, WordList
from training.names.corpora import Example, read_examples
from training.names.lists import (
    classes_table,
    common_table,
    known_words,
    people_table,
    peoples_table,
    places_table,
)
from training.names.made import made_examples

OUT = Path(__file__).parents[2] / "src/depesche/models/names/names.npz"
FILES = (
    ("da", "da.train"), ("de", "de.train"), ("de", "de.train2"), ("en", "en.train"), ("nb", "nb.train"),
    ("pl", "pl.train"), ("sv", "sv.train"),
)  # fmt: skip
# Each corpus gets weights of its own beside the shared ones, and so has the made news of a language. Most are thrown
# away after training: they take up what is peculiar to it (web reviews, fiction, guidelines, our frames), and the
# shared weights keep what names have in common.
KEPT = {"nb": "nb"}  # news in quantity: its own weights are read too
REPEAT = {"en": 3, "de": 2, "da": 2}  # times a language's sentences are seen in an epoch: the sets differ in size
MADE = {"en": 8000, "de": 8000, "da": 2500, "nb": 2500, "pl": 1500}  # sentences of our own frames (made.py)
K = len(LABELS)
ALLOWED = np.concatenate([np.eye(K, dtype=bool), [[label == "O" or label.endswith("MISC") for label in LABELS]]])
NEVER = np.float32(-1e4)  # score of a label that can't be
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass
class Encoded:
    """A sentence: the rows of its words one after another, how many each word has, and the words' labels."""

    rows: npt.NDArray[np.int32]
    lexical: npt.NDArray[np.bool_]
    counts: Ints
    labels: Ints
    lang: str
    made: bool


def log_sum(x: Floats, axis: int) -> Floats:
    """Return log(sum(exp(x))) along an axis."""
    top = x.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(x - top).sum(axis=axis))  # type: ignore[no-any-return]


def marginals(emit: Floats, mask: npt.NDArray[np.bool_], trans: Floats) -> tuple[float, Floats, Floats]:
    """Return the log of the sum over all paths, and expected counts of labels and of transitions (K+1, K).

    `emit` has the shape (sentences, words, K). The last row of `trans` holds the weights of a sentence's first label.
    """
    t = emit.shape[1]
    alpha, beta = np.zeros_like(emit), np.zeros_like(emit)
    alpha[:, 0] = emit[:, 0] + trans[K]
    for i in range(1, t):
        step = log_sum(alpha[:, i - 1, :, None] + trans[None, :K], 1) + emit[:, i]
        alpha[:, i] = np.where(mask[:, i, None], step, alpha[:, i - 1])
    for i in range(t - 2, -1, -1):
        step = log_sum(trans[None, :K] + (emit[:, i + 1] + beta[:, i + 1])[:, None, :], 2)
        beta[:, i] = np.where(mask[:, i + 1, None], step, 0.0)
    z = log_sum(alpha[:, t - 1], 1)
    found = np.exp(alpha + beta - z[:, None, None]) * mask[:, :, None]
    moves = np.zeros_like(trans)
    moves[K] = found[:, 0].sum(0)
    for i in range(1, t):
        pair = alpha[:, i - 1, :, None] + trans[None, :K] + (emit[:, i] + beta[:, i])[:, None, :] - z[:, None, None]
        moves[:K] += (np.exp(pair) * mask[:, i, None, None]).sum(0)
    return float(z.sum()), found, moves


def crf_gradient(emit: Floats, mask: npt.NDArray[np.bool_], gold: Ints, trans: Floats) -> tuple[float, Floats, Floats]:
    """Return loss, and its gradient by emissions and by transitions; where a label is open, all allowed paths count."""
    z, found, moves = marginals(emit, mask, trans)
    right, wanted, gold_moves = marginals(np.where(ALLOWED[gold], emit, NEVER), mask, trans)
    return z - right, found - wanted, moves - gold_moves


class Trainer:
    """Weights, their AdaGrad sums, and one pass over a batch."""

    def __init__(self, rate: float, decay: float, drop: float, unseen: float, seed: int) -> None:
        self.weights = np.zeros((SIZE, K), dtype=np.float32)
        self.sums = np.full((SIZE, K), 1e-2, dtype=np.float32)
        self.trans = np.zeros((K + 1, K), dtype=np.float32)
        self.trans_sums = np.full((K + 1, K), 1e-2, dtype=np.float32)
        self.rate, self.decay, self.drop, self.unseen = rate, decay, drop, unseen
        self.random = np.random.default_rng(seed)
        self._seen, self._column = np.zeros(SIZE, dtype=np.bool_), np.zeros(SIZE, dtype=np.int32)

    def step(self, batch: list[Encoded]) -> float:
        """Update on a batch; return its loss."""
        rows = np.concatenate([e.rows for e in batch])
        counts = np.concatenate([e.counts for e in batch])
        self._seen[rows] = True
        unique = np.flatnonzero(self._seen)
        self._seen[unique] = False
        self._column[unique] = np.arange(len(unique), dtype=np.int32)
        columns = self._column[rows]
        starts = np.concatenate([[0], np.cumsum(counts)])
        keep = self.random.random(len(rows)) >= self.drop
        # Some words are read as if never seen before, since new text is full of new names.
        unseen = np.repeat(self.random.random(len(counts)) < self.unseen, counts)
        keep &= ~(unseen & np.concatenate([e.lexical for e in batch]))
        ones = keep.astype(np.float32) / (1 - self.drop)
        x = sp.csr_matrix((ones, columns, starts), shape=(len(counts), len(unique)))
        local = self.weights[unique]
        flat = x @ local
        lengths = [len(e.labels) for e in batch]
        width = max(lengths)
        mask = np.arange(width)[None, :] < np.array(lengths)[:, None]
        emit = np.zeros((len(batch), width, K), dtype=np.float32)
        gold = np.zeros((len(batch), width), dtype=np.int64)
        emit[mask], gold[mask] = flat, np.concatenate([e.labels for e in batch])
        loss, grad, gtrans = crf_gradient(emit, mask, gold, self.trans)
        g = (x.T @ grad[mask]).astype(np.float32) + self.decay * local
        self.sums[unique] += g * g
        self.weights[unique] = local - self.rate * g / np.sqrt(self.sums[unique])
        self.trans_sums += gtrans * gtrans
        self.trans -= self.rate * gtrans / np.sqrt(self.trans_sums)
        return loss


def corpus_of(example: Example) -> str:
    """Return whose own weights a sentence trains: made news has other ones than the language's corpora, if those go."""
    return f"{example.lang}-made" if example.made and KEPT.get(example.lang) != example.lang else example.lang


def encode_all(examples: list[Example], lists: Lists) -> list[Encoded]:
    """Return the sentences as rows, shared ones and the corpus's own side by side."""
    encoders = {lang: Encoder(lang, lists) for lang in sorted({e.lang for e in examples})}
    out = []
    for example in examples:
        rows = encoders[example.lang].rows(list(example.words))
        lexical = np.broadcast_to(Encoder.lexical_columns(rows.shape[1]), rows.shape)
        own = np.where(rows >= 0, corpus_rows(rows, corpus_of(example)), -1)
        rows, lexical = np.concatenate([rows, own], axis=1), np.concatenate([lexical, lexical], axis=1)
        keep, labels = rows >= 0, np.array(example.labels)
        out.append(Encoded(rows[keep].astype(np.int32), lexical[keep], keep.sum(1), labels, example.lang, example.made))
    return out


def drop_rare(data: list[Encoded], least: int) -> None:
    """Take out rows seen fewer than `least` times: they say nothing of new text and fill the table."""
    seen = np.zeros(SIZE, dtype=np.int32)
    for e in data:
        np.add.at(seen, e.rows, 1)
    for e in data:
        keep = seen[e.rows] >= least
        word = np.repeat(np.arange(len(e.counts)), e.counts)
        e.counts = np.bincount(word[keep], minlength=len(e.counts))
        e.rows, e.lexical = e.rows[keep], e.lexical[keep]


def batches(data: list[Encoded], random: np.random.Generator, words: int) -> list[list[Encoded]]:
    """Return shuffled batches of sentences of similar length, about `words` words each."""
    order = [e for e in data for _ in range(1 if e.made else REPEAT.get(e.lang, 1))]
    noise = random.random(len(order))
    order = [order[i] for i in sorted(range(len(order)), key=lambda i: len(order[i].labels) + 3 * noise[i])]
    out: list[list[Encoded]] = [[]]
    for e in order:
        if (len(out[-1]) + 1) * len(e.labels) > words and out[-1]:
            out.append([])
        out[-1].append(e)
    return [out[i] for i in random.permutation(len(out))]


def augment(examples: list[Example], random: np.random.Generator, share: float) -> list[Example]:
    """Add a share of the sentences in capitals, and of the English ones with each long word capitalised: headlines."""
    short = [e for e in examples if len(e.words) < 25]
    capitals = [e for e in short if random.random() < share]
    titles = [e for e in short if e.lang == "en" and random.random() < 4 * share]
    out = [replace(e, words=tuple(w.upper() for w in e.words)) for e in capitals]
    out += [replace(e, words=tuple(w[0].upper() + w[1:] if len(w) > 3 else w for w in e.words)) for e in titles]
    return examples + out


def kept_rows(examples: list[Example], lists: Lists) -> npt.NDArray[np.bool_]:
    """Return which rows of the table are read: the shared ones, and those of kept languages."""
    encoders = {lang: Encoder(lang, lists) for lang in sorted({e.lang for e in examples})}
    kept = np.zeros(SIZE, dtype=np.bool_)
    for example in examples:
        rows = encoders[example.lang].rows(list(example.words))
        rows = rows[rows >= 0]
        kept[rows] = True
        if corpus_of(example) in KEPT.values():
            kept[corpus_rows(rows, corpus_of(example))] = True
    return kept


def save(path: Path, trainer: Trainer, lists: Lists, kept: npt.NDArray[np.bool_]) -> None:
    """Write the weights as 8-bit numbers, sparse by row, with the word lists."""
    trainer.weights[~kept] = 0.0
    top = float(np.abs(trainer.weights).max())
    scale = min(top, 6.0) / 127
    small = np.clip(np.rint(trainer.weights / scale), -127, 127).astype(np.int8)
    rows = np.nonzero(np.abs(small).max(axis=1) >= 2)[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        own=np.array([f"{lang}={name}" for lang, name in sorted(KEPT.items())]),
        rows=rows.astype(np.uint32),
        weights=small[rows],
        scale=np.float32(scale),
        transitions=trainer.trans,
        **lists.arrays(),  # type: ignore[arg-type]
    )


def build_lists(examples: list[Example], lexicon: Path, people: Path) -> Lists:
    """Return the lists the tagger looks words up in."""
    return Lists(
        WordList(*people_table(people, lexicon)),
        WordList(*common_table(examples, lexicon)),
        WordList(*places_table(lexicon)),
        WordList(*peoples_table(lexicon)),
        WordList(*classes_table(lexicon)),
        WordFilter(known_words()),
    )


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("people", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--rate", type=float, default=0.05)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--drop", type=float, default=0.15)
    parser.add_argument("--unseen", type=float, default=0.3)
    args = parser.parse_args()
    random = np.random.default_rng(1)
    examples = [e for lang, name in FILES for e in read_examples(args.data / f"names/{name}.jsonl", lang)]
    lists = build_lists(examples, args.data / "lexicon", args.people)
    for lang, number in MADE.items():
        examples += made_examples(lang, number, args.people, args.data / "lexicon")
    data = encode_all(augment(examples, random, 0.03), lists)
    drop_rare(data, 3)
    print(len(examples), "sentences", flush=True)
    trainer = Trainer(args.rate, args.decay, args.drop, args.unseen, seed=2)
    for epoch in range(args.epochs):
        loss = sum(trainer.step(batch) for batch in batches(data, random, 3000))
        print(epoch, round(loss, 1), flush=True)
    save(args.out, trainer, lists, kept_rows(examples, lists))


if __name__ == "__main__":
    main()
