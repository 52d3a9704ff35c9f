"""The parallel text that may train: pud, flores, tatoeba (see ../shared/data/README.md). ntrex.dev only measures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

LANGS = ("en", "da", "nb", "de", "pl")
Row = dict[str, str]


def find_data() -> Path:
    """Return the folder of shared data beside the project.

    Raises:
        SystemExit: it isn't there.
    """
    folder = Path(__file__).resolve().parents[3] / "shared" / "data"
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no shared data here; training and measuring need it")
    return folder


def read_table(path: Path) -> list[Row]:
    """Read a tab-separated table with a header; cells are kept as they are."""
    lines = path.read_text("utf-8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:] if line]


def read_training(data: Path) -> Iterator[tuple[str, list[Row]]]:
    """Yield (name of the set, its rows); a row maps our languages to one sentence each, all translations."""
    for name in ("flores", "pud"):
        rows = read_table(data / "parallel" / f"{name}.tsv")
        yield name, [{lang: row[lang] for lang in LANGS if row.get(lang)} for row in rows]
    for path in sorted((data / "parallel" / "tatoeba").glob("*-en.tsv")):
        lang = path.name.split("-")[0]
        if lang in LANGS:
            pairs = [line.split("\t") for line in path.read_text("utf-8").split("\n") if "\t" in line]
            yield f"tatoeba.{lang}", [{lang: left, "en": right} for left, right, *_ in pairs]
