"""How much a shared word, name or figure tells: how few reports hold it, by shipped tables, not by the archive.

Tables count sentences; a report is taken to have `SENTENCES_A_REPORT` of them, so what stands in every tenth
sentence stands in nearly every report and tells nothing. Unit: nats, -ln of the share of reports.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.resources import files

from depesche import settings
from depesche.interlingua.rarity import load_rarity


@cache
def _key_rates() -> dict[str, float]:
    """Return key -> share of sentences that hold it, in the language where it is commonest."""
    lines = files("depesche.models").joinpath("rarity", "keys.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    return {key: float(rate) / 100_000 for key, rate in rows}


def nats_in_reports(share: float) -> float:
    """Turn the share of sentences that hold something into nats over reports."""
    return -math.log(1.0 - (1.0 - min(share, 0.5)) ** settings.SENTENCES_A_REPORT)


@lru_cache(maxsize=100_000)
def key_nats(key: str, *, name: bool) -> float:
    """Return the rarity of a word by its key; an unseen name is rarer than an unseen word, which may be a rare form."""
    unseen = settings.UNSEEN_NAME if name else settings.UNSEEN_WORD
    rate = _key_rates().get(key)
    if rate is None:
        return unseen if len(key) > 2 else 1.0
    return min(unseen, nats_in_reports(rate))


@cache
def concept_nats(slug: str) -> float:
    """Return the rarity of a concept in reports."""
    return min(settings.UNSEEN_WORD, nats_in_reports(math.exp(-load_rarity().of_concept(slug))))
