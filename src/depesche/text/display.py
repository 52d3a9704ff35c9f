"""Wording made fit to be shown: on one line, and unable to steer a terminal or turn a page's writing around."""

from __future__ import annotations

import re

# C0 and C1 controls but white space, and the marks that override the direction of writing
_STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Return `text` with runs of white space as one space and what could steer a display as U+FFFD."""
    return _STEERING.sub("\ufffd", " ".join(text.split()))
