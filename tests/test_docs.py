"""What the pages on statements name is there: folders, modules, word lists and the languages that have them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import depesche.annotate.statements
from depesche.lang.schema.speech_files import load_speech

DOCS = Path(__file__).parents[1] / "docs"
STATEMENTS = Path(depesche.annotate.statements.__file__).parent
LANGUAGES = ("en", "da", "nb", "de", "pl")


def rows(page: str, columns: int) -> list[list[str]]:
    """The rows of the tables of a page that have so many columns, without their heads."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("| ")]
    return [row for row in cells if len(row) == columns and "`" in "".join(row)]


@pytest.mark.parametrize("row", rows("statement-words.md", 4), ids=lambda row: row[0].strip())
def test_a_word_list_of_the_page_is_in_the_data(row: list[str]) -> None:
    names = re.findall(r"`([a-z_]+)`", row[0])
    known = {x: load_speech(x) for x in LANGUAGES}
    have = [x for x in LANGUAGES if any(known[x].words.get(name) or known[x].phrases.get(name) for name in names)]
    assert row[1].split() == have


@pytest.mark.parametrize("row", rows("statements.md", 3)[:9], ids=lambda row: row[1].strip())
def test_a_folder_of_the_page_has_its_modules(row: list[str]) -> None:
    folder = STATEMENTS / row[1].strip().strip("`")
    for module in re.findall(r"`([a-z_]+)`", row[2]):
        assert (folder / f"{module}.py").is_file(), module
