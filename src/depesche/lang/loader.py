"""Reads the language folders: TOML for rules, TSV for tables. Nothing here knows what a file means.

`lang/<xx>/<file>` is the language's own file; where a language has none, `lang/_shared/<file>` is the default.
What each file holds is typed in `lang/schema/<file>.py`, one module a file, each with a cached `load_<file>(lang)`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from depesche.errors import DataError

SHARED = "_shared"


def _root() -> Traversable:
    return files("depesche.lang")


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of all language folders, in alphabetical order."""
    return tuple(
        sorted(
            f.name
            for f in _root().iterdir()
            if f.is_dir() and f.name != SHARED and f.joinpath("language.toml").is_file()
        )
    )


def data_file(lang: str | None, name: str) -> Traversable | None:
    """Return the language's file of that name, else the shared default, else None."""
    for folder in (lang, SHARED):
        if folder:
            path = _root().joinpath(folder, name)
            if path.is_file():
                return path
    return None


@cache
def read_toml(lang: str | None, name: str) -> dict[str, Any]:
    """Return a TOML file of a language (or the shared default) as a dict; {} where there is neither.

    The dict is cached and shared: callers don't change it.

    Raises:
        DataError: the file is no TOML; the message names it and the line.
    """
    path = data_file(lang, name)
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"lang/{lang}/{name}: {error}; mend the file") from error


@cache
def read_tsv(lang: str | None, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a TSV file as dicts by column name. Lines that start with # are comments.

    Raises:
        DataError: a row has more or fewer cells than the header; the message names file and line.
    """
    path = data_file(lang, name)
    if path is None:
        return ()
    header: list[str] | None = None
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise DataError(
                f"lang/{lang}/{name}, line {number}: {len(cells)} cells, the header has {len(header)}; mend the row"
            )
        else:
            rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


def stand_in(lang: str | None) -> str | None:
    """Return the language itself if it has a folder, else the one whose words are read in its stead, else the language.

    `_shared/stand_in.toml` names only languages that share most of their words and forms.
    """
    if lang is None or lang in languages():
        return lang
    return str(read_toml(None, "stand_in.toml").get(lang, lang))


def shared_tables(folder: str) -> tuple[str, ...]:
    """Return the names of the TSV files in `lang/_shared/<folder>`, sorted."""
    root = _root().joinpath(SHARED, folder)
    if not root.is_dir():
        return ()
    return tuple(sorted(f"{folder}/{f.name}" for f in root.iterdir() if f.name.endswith(".tsv")))
