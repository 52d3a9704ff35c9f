"""How far a score is from the share of pairs that are right; numpy alone, so benchmarks need no training library."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

BINS = 10


def ece(p: npt.NDArray[np.float64], y: npt.NDArray[np.bool_]) -> float:
    """Return the expected calibration error over ten bins of equal width."""
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean()
            for b in range(BINS)
            if (bins == b).any()
        )
    )
