"""Every exception of depesche, one tree:

DepescheError
├── InputError            something outside can't be used: names the input, the reason and the cure
│   ├── UnreadableReport  one report; the rest goes on
│   └── DuplicateId       two reports with one id
├── JudgementError        a line of the judgements file
└── DataError             a language folder or model of ours is broken (a bug, or an edit that needs mending)
"""

from __future__ import annotations


class DepescheError(Exception):
    """Base of all errors raised on purpose; its message can be shown to a user as it is."""


class InputError(DepescheError):
    """An input that can't be used. `source` names it, `reason` says why, `cure` what to do."""

    def __init__(self, source: str, reason: str, cure: str) -> None:
        super().__init__(f"{source}: {reason}; {cure}")
        self.source, self.reason, self.cure = source, reason, cure


class UnreadableReport(InputError):
    """One report can't be read; the others are processed."""


class DuplicateId(InputError):
    """Two reports carry one id."""


class JudgementError(InputError):
    """A line of a judgements file can't be used."""


class DataError(DepescheError):
    """A data file of depesche itself is broken; names the file, the entry and the cure."""
