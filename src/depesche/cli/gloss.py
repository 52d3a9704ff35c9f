"""`depesche gloss`: what a text says, word by word, in another language; no translation, and marked as a gloss."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from depesche.annotate.language import identify_language
from depesche.cli.match import language_option, read_lines
from depesche.interlingua.gloss import gloss as make_gloss
from depesche.interlingua.language import identify_lines
from depesche.interlingua.lexicon import targets


def gloss(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="A text, or a file with one a line.")],
    lang: Annotated[str, typer.Option(help="Language of the gloss.")] = "en",
    source: Annotated[
        str | None, typer.Option("--from", help="Language of the text; identified when not given.")
    ] = None,
) -> None:
    """Print a gloss of each line: known concepts in the target language, names as they are, other words in ‹ ›."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    if lang not in targets():
        raise typer.BadParameter(f"{lang!r} is no language the lexicon has words for; use {', '.join(targets())}")
    lines = read_lines(text) if is_file(text) else text.split("\n")
    langs = [language_option(source)] * len(lines) if source else identify_lines(lines, identify_language)
    for line, code in zip(lines, langs, strict=True):
        if not line.strip():
            sys.stdout.write("\n")
        elif code == lang:
            sys.stdout.write(f"{line}\n")
        else:
            sys.stdout.write(f"[gloss {code or 'unknown'} → {lang}] {make_gloss(line, code, lang)}\n")


def is_file(text: str) -> bool:
    """Say whether an argument names a file; a text too long or too odd for a path names none."""
    try:
        return os.path.isfile(text)
    except (ValueError, OSError):
        return False
