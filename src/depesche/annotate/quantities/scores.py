"""The results of games: "10-6", "3:1"."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.quantities.reading import CUE_REACH, DASHES, Figure, Reading, glued_before
from depesche.records import Token

_MAX_SCORE = 199  # no game in the news ends higher


def read_score(reading: Reading, i: int) -> Figure | None:
    """Read "10-6", "3:1" where it can only be the result of a game."""
    tokens = reading.tokens
    left, mark, right = _pair_at(tokens, i)
    if left is None or right is None or max(left, right) > _MAX_SCORE:
        return None
    end = i + (1 if mark == ":" and ":" in tokens[i].text else 3)
    if glued_before(tokens, i) or (
        end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text[0] in "-–:/%°"
    ):
        return None
    near = {t.lower for t in tokens[max(i - CUE_REACH, 0) : end + CUE_REACH]}
    is_game = bool(near & reading.words.score_cues)
    if mark != ":" and not is_game and not left > right:
        return None
    following = tokens[end].lower if end < len(tokens) else ""
    if following in reading.words.units or following in reading.words.scales or following in reading.words.currencies:
        return None
    if mark == ":" and not is_game and left == 1 and right % 100 == 0:  # a map's scale
        return None
    return Figure(i, end, (left, right), "score")


def _pair_at(tokens: Sequence[Token], i: int) -> tuple[float | None, str, float | None]:
    token = tokens[i]
    if ":" in token.text and token.text.count(":") == 1:
        a, b = token.text.split(":")
        if a.isdecimal() and b.isdecimal() and not (len(b) == 2 and b[0] == "0"):
            return float(a), ":", float(b)
        return None, "", None
    if (
        (
            i + 2 < len(tokens)
            and tokens[i + 1].text in DASHES
            and token.text.isdecimal()
            and tokens[i + 2].text.isdecimal()
        )
        and token.end == tokens[i + 1].start
        and tokens[i + 1].end == tokens[i + 2].start
    ):
        return float(token.text), "-", float(tokens[i + 2].text)
    return None, "", None
