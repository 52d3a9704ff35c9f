"""Bytes -> text: the encoding found without guessing more than the bytes say."""

from __future__ import annotations

import codecs
import re
import unicodedata

from depesche.errors import UnreadableReport
from depesche.settings import BINARY_CONTROL_SHARE

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# Signs of binary formats people save by mistake, with what to do instead.
_MAGIC = (
    (b"%PDF", "is a PDF", "save its text, or the page as HTML"),
    (b"PK\x03\x04", "is a ZIP or office document", "unpack it, or save its text"),
    (b"\x1f\x8b", "is gzip-compressed", "unpack it first"),
    (b"\x89PNG", "is a picture", "give the report's text"),
    (b"\xff\xd8\xff", "is a picture", "give the report's text"),
    (b"GIF8", "is a picture", "give the report's text"),
    (b"{\\rtf", "is RTF", "save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "is an office document", "save its text"),
)


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return control > BINARY_CONTROL_SHARE * len(sample)


def _utf16_without_mark(data: bytes) -> str | None:
    """Text in European scripts as UTF-16 has a zero in nearly every other byte."""
    sample = data[:4096]
    if len(sample) < 4 or len(sample) % 2:
        sample = sample[: len(sample) // 2 * 2]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> str:
    """Choose among Windows-1252, ISO 8859-2 and Windows-1250 by which reading has likelier letters."""
    best, best_score = "cp1252", -1.0
    for encoding in ("cp1252", "iso8859_2", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = [c for c in text[:65536] if ord(c) > 127]
        usual = "æøåäöüßéèąćęłńóśźżÆØÅÄÖÜÉĄĆĘŁŃÓŚŹŻ„”“’‘–—«»…§°©\xa0€"
        score = sum(c in usual for c in letters) - sum(unicodedata.category(c) in ("Cc", "Cn", "So") for c in letters)
        # a tie goes to the Western reading, which comes first
        if score > best_score:
            best, best_score = encoding, score
    return best


def decode_text(data: bytes, source: str) -> str:
    """Return the text of `data`: byte order mark, declared charset, UTF-8, UTF-16 without mark, eight-bit.

    Raises:
        UnreadableReport: the bytes are no text (empty, binary, or broken in the encoding they declare).
    """
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadableReport(source, "is empty", "leave it out, or give the file that holds the report")
    for sign, reason, cure in _MAGIC:
        if data.startswith(sign):
            raise UnreadableReport(source, reason, cure)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, encoding, source)
    wide = _utf16_without_mark(data)
    if wide:
        return _decode_as(data, wide, source)
    if _is_binary(data):
        raise UnreadableReport(source, "is binary, not text", "give plain text, HTML or JSONL")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _CHARSET.search(data[:2048])
        if declared:
            name = declared.group(1).decode("ascii")
            try:
                codec = codecs.lookup(name).name
            except LookupError:
                codec = ""
            if codec and codec not in ("utf-8", "ascii"):
                return _decode_as(data, codec, source)
        if data[:1].isascii() and _mostly_utf8(data):
            raise UnreadableReport(
                source,
                f"is broken UTF-8 (byte {error.start} is 0x{data[error.start]:02x})",
                "save it again as UTF-8",
            ) from None
        return _decode_as(data, _eight_bit(data), source)


def decode_lines(data: bytes, source: str) -> list[str] | list[bytes]:
    """Return the lines of a JSONL file, UTF-16 and UTF-32 decoded; others as bytes, since one bad line spoils no other.

    Raises:
        UnreadableReport: the file is empty, or of another format.
    """
    wide = any(data.startswith(mark) for mark, _ in _BOMS[1:]) or _utf16_without_mark(data)
    if wide or not data.strip(b" \t\r\n\x00") or any(data.startswith(sign) for sign, _, _ in _MAGIC):
        return decode_text(data, source).split("\n")
    return data.split(b"\n")


def _mostly_utf8(data: bytes) -> bool:
    """Say whether most non-ASCII bytes form good UTF-8: then a few bad ones are damage, not another encoding."""
    text = data[:65536].decode("utf-8", "replace")
    bad, good = text.count("\ufffd"), sum(ord(c) > 127 and c != "\ufffd" for c in text)
    return good > 2 * bad


def _decode_as(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableReport(source, f"is broken {encoding} (byte {error.start})", "save it again as UTF-8") from None
