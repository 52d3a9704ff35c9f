"""Every number that is a choice, with its unit and where it was measured. Change one here, then run its benchmark."""

from __future__ import annotations

from typing import Final

# -- reading ----------------------------------------------------------------------------------------------
MAX_REPORT_BYTES: Final = 64 * 1024 * 1024  # bytes; a larger file is a dump, not a report
BINARY_CONTROL_SHARE: Final = 0.02  # share of control characters from which bytes are no text; real text has none
MIN_LETTERS: Final = 2  # letters a report must hold to be one
