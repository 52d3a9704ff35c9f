"""Endings behind a hyphen are no words of their own: "MP-er", "KrF-en", "e-poster"."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.statements.frames.frame import Frame
from depesche.lang.schema.speech import Speech


def join_endings(frames: Sequence[Frame], speech: Speech) -> None:
    """Give what stands behind a hyphen the whole word where it is but an ending, or the whole is a known source.

    So that "er" in "MP-er" is no verb, "en" in "MP-en" no article and "e-poster" are documents.
    """
    endings = speech.words["hyphen_endings"]
    if not endings:
        return
    for frame in frames:
        if "-" not in frame.words:
            continue
        tokens = frame.tokens
        for j in range(2, len(tokens)):
            first, hyphen, last = tokens[j - 2 : j + 1]
            if hyphen.text != "-" or first.end != hyphen.start or hyphen.end != last.start:
                continue
            whole = f"{first.lower}-{last.lower}"
            if last.lower in endings or whole in speech.nouns:
                tokens[j] = last._replace(lower=whole)
                frame.vocabulary = None
