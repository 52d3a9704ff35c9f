"""JSONL -> reports: one object a line, its text kept to the character."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from depesche.errors import UnreadableReport
from depesche.lang.codes import canonical_code
from depesche.records import PublishedBy, Report
from depesche.settings import LONGEST_QUOTED

_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?P<part>[.,][0-9]{1,12})?\s?"
    r"(?:(?P<utc>Z)|(?P<hours>[+-][0-9]{2})(?::?(?P<minutes>[0-9]{2}))?)?)?",
    re.IGNORECASE,
)
_OPTIONAL = ("title", "language", "published", "outlet", "url")


def read_jsonl_line(line: str, source: str) -> Report:
    """Return the report of one line.

    Raises:
        UnreadableReport: the line is no JSON object, or a field is missing or of another type.
    """
    try:
        data = json.loads(line)
    except RecursionError:
        raise UnreadableReport(source, "is JSON nested too deep", "mend or remove the line") from None
    except ValueError as error:
        # not only broken JSON: an integer of thousands of digits is a ValueError too
        where = getattr(error, "msg", "a number too long")
        raise UnreadableReport(source, f"is no JSON ({where.lower()})", "mend or remove the line") from None
    if not isinstance(data, dict):
        raise UnreadableReport(source, "is JSON but no object", 'write {"id": …, "text": …}')
    _check(data, source)
    published = _published(data.get("published"), source)
    return Report(
        id=data["id"],
        text=data["text"],
        title=data.get("title") or None,
        language=_language(data.get("language"), source),
        outlet=data.get("outlet") or None,
        url=data.get("url") or None,
        published=published,
        published_by=PublishedBy.GIVEN if published else None,
    )


def _check(data: dict[str, Any], source: str) -> None:
    for field in ("id", "text"):
        if not isinstance(data.get(field), str) or not data[field].strip():
            raise UnreadableReport(source, f'has no "{field}"', f'give it a non-empty string "{field}"')
    for field in _OPTIONAL:
        if data.get(field) is not None and not isinstance(data[field], str):
            raise UnreadableReport(source, f'has a "{field}" that is no string', "give a string, or leave it out")
    for field in ("id", "text", *_OPTIONAL):
        if any(0xD800 <= ord(char) <= 0xDFFF for char in data.get(field) or ""):
            reason = f'has half a surrogate pair in its "{field}"'
            raise UnreadableReport(source, reason, "save the text again as UTF-8")


def _language(given: str | None, source: str) -> str | None:
    if not given or not given.strip():
        return None
    code = canonical_code(given)
    if code is None:
        reason = f'has "language": {given[:LONGEST_QUOTED]!r}, which is no language code'
        raise UnreadableReport(source, reason, 'write a code as "de", or leave it out')
    return code


def _published(given: str | None, source: str) -> str | None:
    """Return an ISO day, or an instant with a colon in its zone.

    An instant without a zone is its day, since its clock means nothing.
    """
    if not given or not given.strip():
        return None
    found = _ISO.fullmatch(given.strip())
    if found is not None:
        day, clock = found["day"], found["clock"]
        zone = "+00:00" if found["utc"] else f"{found['hours']}:{found['minutes'] or '00'}" if found["hours"] else ""
        part = (found["part"] or "").replace(",", ".")
        try:
            datetime.fromisoformat(f"{day}T{clock}{zone}" if clock else day)
        except ValueError:  # no such day, clock or zone: 2024-02-30, 29:15
            pass
        else:
            return f"{day}T{clock}{part}{zone}" if clock and zone else day
    raise UnreadableReport(
        source,
        f'has "published": {given[:LONGEST_QUOTED]!r}, which is no ISO 8601 date',
        'write "2024-02-14" or an instant with its zone',
    )


def read_jsonl(lines: Iterable[str | bytes], source: str) -> Iterator[tuple[str, Report | UnreadableReport]]:
    """Yield, for each line that isn't blank, its place and its report or why it can't be read, in order."""
    found = False
    for number, line in enumerate(lines, 1):
        place = f"{source}, line {number}"
        try:
            text = _text(line, place)
            if text.strip("\ufeff \t\r\n"):
                found = True
                yield place, read_jsonl_line(text.lstrip("\ufeff"), place)
        except UnreadableReport as error:
            found = True
            yield place, error
    if not found:
        yield source, UnreadableReport(source, "is empty", 'give one report a line: {"id": …, "text": …}')


def _text(line: str | bytes, place: str) -> str:
    if isinstance(line, str):
        return line
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        reason = f"is no UTF-8 (byte {error.start} is 0x{line[error.start]:02x})"
        raise UnreadableReport(place, reason, "save it again as UTF-8, or remove the line") from None
