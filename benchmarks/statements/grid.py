"""Composed sentences: all the pieces a reporting sentence can have: `python -m benchmarks.statements.grid pl`.

`grid/<lang>.toml` holds slots with their fillers and patterns. A pattern is a text with slots in braces, "?" for one
that is left out half the time, and marks: `[S:...]` the speaker, `[C:...]` content (twice: content in two parts),
`[S2:...]` and `[C2:...]` those of a second statement, one inside the other where statements nest, `[R:...]` who passes
it on, `[O:...]` what may be content or not (the one addressed). Without content a text must yield nothing. `before` is
what a report says before the text, nothing of it a statement (a pattern with `headline = true` goes without).
`{verb2}` is a filler of `verb` that agrees with the subject of statement 2. In a filler words as "a|b|c" are forms, of
which the "#key" of the statement's subject picks one by its place in `agree`; " @act" is the act of a verb, in order
of the statements (a pattern's own `act` stands before that); " > Name" is who a subject means, several names are all
of them, "-" is nobody. A filler may hold slots itself.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from depesche.pipeline import annotate_report
from depesche.records import Report, Statement

GRIDS = Path(__file__).parent / "grid"
_SLOT = re.compile(r"\{([a-z_]+)(\d?)(\??)\}")
_MARK = re.compile(r"\[([SCRO])(\d?):|\]")
_SPACE = re.compile(r" +(?=[ ,.;:?!])|,(?=\]*[,.;:])")  # left over where a slot stays empty or commas meet
_START = re.compile(r"(^|[.!?]\s+)([„“”\"«»'–-]*\s?)(\w)")
_FORMS = re.compile(r"[^\s|,]+(?:\|[^\s|,]+)+")
_AGREE, _HIDDEN = "|", 0xE000  # forms to be picked stand for a while as characters of private use
_MIN_FILLED, _WORST = 6, 40  # how often a filler must stand to be listed, and how many are
_SHARED = 0.5  # of the union of letters: what counts as the same content


@dataclass(slots=True)
class Example:
    """A composed text with what it says: statement number to content, speaker, act and who."""

    pattern: str
    text: str = ""
    content: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    speaker: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    relay: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    optional: set[int] = field(default_factory=set)
    act: dict[str, str] = field(default_factory=dict)
    who: dict[str, list[str]] = field(default_factory=dict)
    fillers: list[str] = field(default_factory=list)


class Composer:
    """Composes the sentences of one language."""

    def __init__(self, lang: str, seed: int) -> None:
        grid = tomllib.loads((GRIDS / f"{lang}.toml").read_text("utf-8"))
        self.slots: dict[str, list[str]] = grid["slots"]
        self.patterns: list[dict[str, Any]] = grid["pattern"]
        self.agree: list[str] = grid.get("agree", [])
        self.before: str = grid.get("before", "")
        self.seed = seed
        self.random = random.Random(seed)

    def compose(self, pattern: dict[str, Any], turn: int) -> Example:
        """Fill a pattern for the n-th time; a new pattern leaves the sentences of the others as they were."""
        self.random.seed(f"{self.seed} {pattern['name']} {turn}")
        out, keys, acts, forms = Example(pattern["name"]), dict[str, str](), list[str](), list[tuple[str, str]]()
        text = self._fill(pattern["text"], "", out, keys, acts, forms)
        text = text if pattern.get("headline") else self.before + text
        for i, (choices, group) in enumerate(forms):
            at = self.agree.index(keys.get(group, self.agree[0]))
            text = text.replace(chr(_HIDDEN + i), choices.split(_AGREE)[at], 1)
        _read_marks(_SPACE.sub("", text), out)
        told = pattern.get("act", acts)
        for number, act in zip(sorted(out.content), [told] if isinstance(told, str) else told, strict=False):
            out.act[number] = act
        return out

    def _fill(
        self, text: str, group: str, out: Example, keys: dict[str, str], acts: list[str], forms: list[tuple[str, str]]
    ) -> str:
        def one(found: re.Match[str]) -> str:
            name, own, optional = found[1], found[2] or group, bool(found[3])
            if optional and self.random.random() < 0.5:
                return ""
            filler = self.random.choice(self.slots[name])
            out.fillers.append(f"{name}: {filler}")
            filler, _, who = filler.partition(" > ")
            filler, _, act = filler.partition(" @")
            filler, _, key = filler.partition(" #")
            acts.extend([act] if act else [])
            if key:
                keys.setdefault(own, key)
            if who:
                out.who.setdefault(own, []).append(who)

            def hide(choices: re.Match[str]) -> str:
                forms.append((choices[0], own))
                return chr(_HIDDEN + len(forms) - 1)

            filler = _FORMS.sub(hide, filler)
            return self._fill(filler, own, out, keys, acts, forms)

        return _SLOT.sub(one, text)


def _read_marks(marked: str, out: Example) -> None:
    """Take the marks out of a text and note what they enclose; sentences get their capitals."""
    text, opened, last = "", list[tuple[str, str, int]](), 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark[0] != "]":
            opened.append((mark[1], mark[2], len(text)))
            continue
        kind, number, start = opened.pop()
        marked_by = {"S": out.speaker, "C": out.content, "R": out.relay}
        (marked_by[kind][number] if kind in marked_by else out.optional).update(range(start, len(text)))
    text += marked[last:]
    out.text = _START.sub(lambda m: m[1] + m[2] + m[3].upper(), text)
    for cells in (*out.speaker.values(), *out.content.values(), *out.relay.values()):
        cells -= {i for i in cells if not out.text[i].isalnum()} | out.optional


@dataclass(slots=True)
class Verdict:
    """What is right of one example: contents found, exactly found, of how many; the marks of those found."""

    gold: int = 0
    exact: int = 0
    extra: int = 0
    marks: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)


def judge(example: Example, statements: tuple[Statement, ...]) -> Verdict:
    """Compare what was found with what an example says."""
    text, out = example.text, Verdict(len(example.content))
    left = [(_cells(text, s.content) - example.optional, s) for s in statements]
    for number, cells in sorted(example.content.items()):
        best = max(left, key=lambda item: len(item[0] & cells) / len(item[0] | cells), default=None)
        if best is None or len(best[0] & cells) < _SHARED * len(best[0] | cells):
            out.wrong.append(f"missed {number}")
            continue
        left.remove(best)
        found, s = best
        out.exact += found == cells
        said, speaker = _cells(text, s.speaker), example.speaker.get(number, set())
        out.marks["speaker"].append(_same(said, speaker))
        if number in example.relay:
            passed = {i for r in s.relay for i in _cells(text, ((r.span.start, r.span.end),))}
            out.marks["relay"].append(_same(passed, example.relay[number]))
        if number in example.act:
            out.marks["act"].append(s.act.value == example.act[number])
        if number in example.who:
            out.marks["who"].append([w.name for w in s.who] == [n for n in example.who[number] if n != "-"])
        out.wrong += [f"content {number}: {_words(text, s.content)}"] if found != cells else []
        out.wrong += [f"{mark} {number}: {_words(text, s.speaker)}" for mark, hits in out.marks.items() if not hits[-1]]
    out.extra = len(left)
    out.wrong += [f"extra: {_words(text, s.content)}" for _, s in left]
    return out


def _same(found: set[int], wanted: set[int]) -> bool:
    return len(found & wanted) >= _SHARED * min(len(found), len(wanted)) and bool(found) == bool(wanted)


def _cells(text: str, spans: tuple[Any, ...]) -> set[int]:
    return {i for a, b in spans for i in range(a, b) if text[i].isalnum()}


def _words(text: str, spans: tuple[Any, ...]) -> str:
    return " | ".join(text[a:b] for a, b in spans)


Row = tuple[Example, Verdict, tuple[Statement, ...]]


def _print_patterns(rows: list[Row], fails: int, before: str) -> None:
    by_pattern: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_pattern[row[0].pattern].append(row)
    rate = {name: sum(not v.wrong for _, v, _ in some) / len(some) for name, some in by_pattern.items()}
    for name, some in sorted(by_pattern.items(), key=lambda item: (rate[item[0]], item[0])):
        print(f"{rate[name]:.2f} {name:<36} {_figures([v for _, v, _ in some])}")
        for example, verdict, found in [row for row in some if row[1].wrong][:fails]:
            print(f"     {example.text.removeprefix(before)}\n       {'; '.join(verdict.wrong)}")
            print("".join(f"         {[w.name for w in s.who]} {s.act.value}\n" for s in found), end="")


def _print_fillers(rows: list[Row]) -> None:
    hits: dict[str, list[bool]] = defaultdict(list)
    for example, verdict, _ in rows:
        for filler in set(example.fillers):
            hits[filler].append(not verdict.wrong)
    rates = [(sum(h) / len(h), filler) for filler, h in hits.items() if len(h) >= _MIN_FILLED and not all(h)]
    for rate, filler in sorted(rates)[:_WORST]:
        print(f"{rate:.2f} of {len(hits[filler]):>3} {filler}")


def _figures(verdicts: list[Verdict]) -> str:
    gold, extra, exact = (sum(getattr(v, k) for v in verdicts) for k in ("gold", "extra", "exact"))
    marks = {m: [hit for v in verdicts for hit in v.marks[m]] for m in ("speaker", "act", "who", "relay")}
    told = " ".join(f"{m} {sum(hits) / len(hits):.2f}" for m, hits in marks.items() if hits)
    return f"content {exact}/{gold} extra {extra} {told}"


def report(lang: str, n: int, seed: int, fails: int, only: str) -> None:
    """Print the rates of a language by pattern and by filler."""
    composer = Composer(lang, seed)
    patterns = [p for p in composer.patterns if only in p["name"]]
    rows: list[Row] = []
    for i in range(n):
        example = composer.compose(patterns[i % len(patterns)], i // len(patterns))
        found = annotate_report(Report(id=f"grid-{i}", text=example.text, language=lang)).statements
        rows.append((example, judge(example, found), found))
    _print_patterns(rows, fails, composer.before)
    _print_fillers(rows)
    right = sum(not v.wrong for _, v, _ in rows) / n
    print(f"{lang}: right {right:.3f} {_figures([v for _, v, _ in rows])}")


def main() -> int:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("--n", type=int, default=2000, help="sentences")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fails", type=int, default=0, help="failing examples to print of each pattern")
    parser.add_argument("--only", default="", help="patterns whose name holds this")
    args = parser.parse_args()
    report(args.language, args.n, args.seed, args.fails, args.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
