"""JSONL -> reports: one object a line, its text kept to the character."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from depesche.errors import UnreadableReport
from depesche.records import PublishedBy, Report

_ISO = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_OPTIONAL = ("title", "language", "published", "outlet", "url")


def read_jsonl_line(line: str, source: str) -> Report:
    """Return the report of one line.

    Raises:
        UnreadableReport: the line is no JSON object, or a field is missing or of another type.
    """
    try:
        data = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        where = getattr(error, "msg", "nested too deep")
        raise UnreadableReport(source, f"is no JSON ({where})", "mend or remove the line") from None
    if not isinstance(data, dict):
        raise UnreadableReport(source, "is JSON but no object", 'write {"id": …, "text": …}')
    _check(data, source)
    return Report(
        id=data["id"],
        text=data["text"],
        title=data.get("title") or None,
        language=data.get("language") or None,
        outlet=data.get("outlet") or None,
        url=data.get("url") or None,
        published=_with_zone(data["published"]) if data.get("published") else None,
        published_by=PublishedBy.GIVEN if data.get("published") else None,
    )


def _check(data: dict[str, Any], source: str) -> None:
    for field in ("id", "text"):
        if not isinstance(data.get(field), str) or not data[field].strip():
            raise UnreadableReport(source, f'has no "{field}"', f'give it a non-empty string "{field}"')
    for field in _OPTIONAL:
        if data.get(field) is not None and not isinstance(data[field], str):
            raise UnreadableReport(source, f'has a "{field}" that is no string', "give a string, or leave it out")
    if any(0xD800 <= ord(char) <= 0xDFFF for char in data["text"] + data["id"]):
        raise UnreadableReport(source, "has half a surrogate pair in it", "save the text again as UTF-8")
    published = data.get("published")
    if published and not _ISO.fullmatch(published):
        raise UnreadableReport(
            source,
            f'has "published": {published[:40]!r}, which is no ISO 8601 date',
            'write "2024-02-14" or an instant with its zone',
        )


def _with_zone(published: str) -> str:
    """Write an instant with a colon in its zone; one without a zone is a day, since its clock means nothing."""
    published = published.replace(" ", "T").replace("Z", "+00:00")
    if "T" not in published:
        return published
    zone = re.search(r"([+-]\d\d):?(\d\d)$", published)
    return published[: zone.start()] + f"{zone.group(1)}:{zone.group(2)}" if zone else published[:10]


def read_jsonl(lines: Iterable[str], source: str) -> Iterator[tuple[str, Report | UnreadableReport]]:
    """Yield, for each line that isn't blank, its place and its report or why it can't be read, in order."""
    for number, line in enumerate(lines, 1):
        if line.strip("\ufeff \t\r\n"):
            place = f"{source}, line {number}"
            try:
                yield place, read_jsonl_line(line.lstrip("\ufeff"), place)
            except UnreadableReport as error:
                yield place, error
