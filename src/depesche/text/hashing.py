"""Ids that are hashes of content, so that the same input always gets the same id."""

from __future__ import annotations

import hashlib


def content_id(*parts: object) -> str:
    """Return 12 hexadecimal digits that depend on the parts and their order alone."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
