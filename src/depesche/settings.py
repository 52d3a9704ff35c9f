"""Every number that is a choice, with its unit and where it was measured. Change one here, then run its benchmark."""

from __future__ import annotations

from typing import Final

# -- reading ----------------------------------------------------------------------------------------------
MAX_REPORT_BYTES: Final = 64 * 1024 * 1024  # bytes; a larger file is a dump, not a report
MAX_HTML_CHARS: Final = 8_000_000  # code points of markup; pages of reports have well under one million
BINARY_CONTROL_SHARE: Final = 0.02  # share of control characters from which bytes are no text; real text has none
MIN_LETTERS: Final = 2  # letters a report must hold to be one

# -- language -------------------------------------------------------------------------------------------------
LANGUAGE_SAMPLE: Final = 4000  # code points read; more changes no answer on the parallel corpora
MIN_LANGUAGE_LETTERS: Final = 8  # letters below which a guess is worth nothing
MARKER_WEIGHT: Final = 12.0  # weight of the share of marker words against the classifier's rank (0 to 1)

# -- segments and sentences ---------------------------------------------------------------------------------------
MAX_PATTERN_LINE: Final = 400  # code points; a longer line is running text, no page furniture
MAX_SUBHEAD: Final = 90  # code points; longer lines without a full stop are body text
MAX_TITLE: Final = 250  # code points
MAX_SENTENCE_TOKENS: Final = 500  # the longest sentence in the parallel corpora has under 150
