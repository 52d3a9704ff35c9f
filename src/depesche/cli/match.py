"""`depesche match`: for each line of one file its best match in another, in any two languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from depesche.annotate.language import identify_language
from depesche.errors import InputError
from depesche.ingest.decode import decode_text
from depesche.interlingua.analyse import analyse_quickly, analyse_text
from depesche.interlingua.language import identify_lines
from depesche.interlingua.lines import Match, match_lines
from depesche.interlingua.meaning import Meaning
from depesche.lang.codes import canonical_code
from depesche.lang.loader import languages


class MatchFormat(StrEnum):
    JSONL = "jsonl"
    TABLE = "table"


def match(
    left: Annotated[str, typer.Argument(help="File with one statement a line, in any supported language.")],
    right: Annotated[str, typer.Argument(help="File with the statements to search, one a line.")],
    format: Annotated[
        MatchFormat, typer.Option(help="jsonl: one object a line; table: for people.")
    ] = MatchFormat.JSONL,
    left_lang: Annotated[str | None, typer.Option(help="Language of the left file; identified when not given.")] = None,
    right_lang: Annotated[
        str | None, typer.Option(help="Language of the right file; identified when not given.")
    ] = None,
) -> None:
    """Print for each line of LEFT its best match in RIGHT, with a score and the reasons for it."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    ours, theirs = read_lines(left), read_lines(right)
    langs = [_languages(ours, left_lang), _languages(theirs, right_lang)]
    meanings = [analyse_text(line, lang) for line, lang in zip(ours, langs[0], strict=True)]

    def analyse(number: int) -> Meaning:
        return analyse_text(theirs[number], langs[1][number])

    def index(number: int) -> Meaning:
        return analyse_quickly(theirs[number], langs[1][number])

    matches = match_lines(meanings, analyse, len(theirs), index)
    if format is MatchFormat.TABLE:
        print_table(matches, ours, theirs)
    else:
        for found in matches:
            sys.stdout.write(json.dumps(to_json(found), ensure_ascii=False) + "\n")


def read_lines(path: str) -> list[str]:
    """Return a file's lines; the last line's end adds no empty one.

    Raises:
        InputError: the file isn't there, is a folder, is empty, or is no text.
    """
    try:
        text = decode_text(Path(path).read_bytes(), path)
    except OSError as error:
        reason = f"can't be read ({(error.strerror or 'unknown error').lower()})"
        raise InputError(path, reason, "name a text file with one statement a line") from None
    lines = text.split("\n")
    return [line.rstrip("\r") for line in (lines[:-1] if lines[-1] == "" else lines)]


def _languages(lines: list[str], given: str | None) -> list[str | None]:
    return [language_option(given)] * len(lines) if given else identify_lines(lines, identify_language)


def language_option(given: str) -> str:
    """Return the code of a language named in an option; a wrong call where it is none."""
    code = canonical_code(given)
    if code is None:
        raise typer.BadParameter(f"{given!r} is no language code; write one as {', '.join(languages())}")
    return code


def to_json(found: Match) -> dict[str, object]:
    """Return a match as FORMAT.md has it; `against` says what speaks against it."""
    comparison = found.comparison
    return {
        "left": found.left,
        "right": found.right,
        "score": round(comparison.score, 4),
        "why": list(comparison.why),
        "against": list(comparison.against),
    }


def print_table(matches: Iterable[Match], left: list[str], right: list[str]) -> None:
    """Print matches for people: score, both lines, the three best reasons, what speaks against."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True)
    for title, options in (("score", "right"), ("left", "left"), ("best match on the right", "left"), ("why", "left")):
        table.add_column(title, justify=options, overflow="fold")  # type: ignore[arg-type]
    for found in matches:
        comparison = found.comparison
        reasons = [*comparison.why[:3], *(f"but {reason}" for reason in comparison.against[:2])]
        cells = (f"{comparison.score:.2f}", left[found.left], right[found.right], "\n".join(reasons))
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)
