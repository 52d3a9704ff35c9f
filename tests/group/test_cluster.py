"""Clusters depend on the pairs alone."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from depesche.group.cluster import cluster_pairs, connect

NAMES = "abcdefgh"


def test_connect_joins_what_hangs_together() -> None:
    assert connect("abcd", [("a", "b"), ("c", "b")]) == [["a", "b", "c"], ["d"]]


def test_a_weak_link_does_not_chain_groups() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.3, ("c", "d"): 0.9}
    assert cluster_pairs("abcd", scores, 0.2) == [["a", "b"], ["c", "d"]]


def test_two_tight_groups_stay_apart() -> None:
    left, right = "abc", "xyz"
    scores = {(p, q): 0.8 for g in (left, right) for i, p in enumerate(g) for q in g[i + 1 :]}
    scores |= {(p, q): 0.3 for p in left for q in right}
    assert cluster_pairs(left + right, scores, 0.2) == [list(left), list(right)]


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] < p[1]),
        st.floats(0.05, 1.0),
        max_size=20,
    ),
    st.integers(0, 99),
)
def test_the_order_of_pairs_changes_no_cluster(scores: dict[tuple[str, str], float], seed: int) -> None:
    items = list(scores.items())
    random.Random(seed).shuffle(items)
    expected = cluster_pairs(NAMES, scores, 0.3)
    assert cluster_pairs(reversed(NAMES), dict(items), 0.3) == expected
    assert sorted(x for group in expected for x in group) == list(NAMES)
