"""The patterns of the data files fit what they give: no rule reads a class that its pattern lacks."""

from __future__ import annotations

import pytest

from depesche.annotate.times.frame import FIELDS
from depesche.lang.loader import languages, read_toml
from depesche.lang.schema.known_days import load_commemorations
from depesche.lang.schema.time_patterns import expand_pattern
from depesche.lang.schema.times import load_times

CORE = {"unit", "season", "weekday", "month", "holiday", "decade", "part", "ago", "count", "every", "day", "year"}


def _wanted(give: dict[str, object]) -> dict[str, list[str]]:
    return {
        name: value.removeprefix("-").split("/")
        for name, value in give.items()
        if isinstance(value, str) and not value.startswith("=")
    }


RULES = [
    (lang or "_shared", rule) for lang in (None, *languages()) for rule in read_toml(lang, "times.toml").get("rule", [])
]


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=[f"{lang}: {rule['name']}" for lang, rule in RULES])
def test_every_pattern_fills_something(lang: str, rule: dict[str, object]) -> None:
    give = rule["give"]
    assert isinstance(give, dict)
    assert set(give) <= {*FIELDS, "pair", "plus"}
    wanted = _wanted(give)
    constant = [n for n, v in give.items() if n not in wanted and n not in ("mod", "which", "shift", "every", "within")]
    for pattern in rule["match"]:  # type: ignore[attr-defined]
        for sequence, first, last in expand_pattern(pattern):
            assert first < last, f"{pattern}: an empty span"
            filled = [n for n, options in wanted.items() if set(options) & set(sequence)]
            assert filled or constant or not give, f"{pattern} as {sequence} says nothing"
            if "unit" in wanted and "pair" not in wanted:
                assert "unit" in filled, f"{pattern} as {sequence} lacks its unit"


@pytest.mark.parametrize("lang", languages())
def test_months_and_weekdays_are_complete(lang: str) -> None:
    classes = load_times(lang).classes
    assert {v for rows in classes.values() for n, v in rows if n == "MONTH"} == set(range(1, 13))
    assert {v for rows in classes.values() for n, v in rows if n == "WEEKDAY"} == set(range(1, 8))


def test_commemorations_have_source_and_words() -> None:
    for entry in load_commemorations():
        assert entry.source
        assert entry.words["en"]
        assert set(entry.words) == set(languages())
