"""Statements of two reports that are each other's counterpart by figures, days and names."""

from __future__ import annotations

import itertools

import pytest

from depesche.records import Act
from tests.ledger.reports import ledger, told

Line = tuple[str, Act, str]
TOWED = "the coastguard towed 47 boats of the Velby fleet into the harbour"
HAULED = "47 vessels of the Velby fleet were hauled to port"
SPILLED, FLOWED = "a tanker spilled 31 tons of oil near Velby", "31 tons flowed out near Velby"


def said(what: str, who: str = "Spokeswoman") -> Line:
    return (who, Act.ASSERT, what)


def count(one: list[Line], other: list[Line], days: tuple[str, str] = ("2024-05-02", "2024-05-02")) -> int:
    return len(ledger(told("a", days[0], *one), told("b", days[1], *other)))


def test_one_figure_and_name_make_one_claim_of_other_words() -> None:
    assert count([said(TOWED)], [said(HAULED)]) == 1


def test_a_day_does_as_well() -> None:
    one, other = "experts closed the servers of the ministry on 29 April", "the servers were switched off on 29 April"
    assert count([said(one)], [said(other)]) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOWED, HAULED.replace("47", "52")),  # another figure
        (TOWED, HAULED.replace("Velby", "Norby").replace("47", "52")),
        (TOWED, "47 vessels of the Velby fleet were not hauled to port"),  # the opposite
        ("47 boats of the Velby fleet have arrived", "47 boats of the Velby fleet have left"),
        ("Norland offers 47 boats to Velby", "Norland has delivered 47 boats to Velby"),  # another stage
        ("47 passengers were taken to hospital", "47 passengers had no ticket"),  # a topic with a figure
        ("the fleet sails on 9 May", "the minister speaks on 9 May"),  # a day alone
    ],
)
def test_near_misses_stay_apart(one: str, other: str) -> None:
    assert count([said(one)], [said(other)]) == 2


def test_a_rival_in_the_same_report_leaves_it_unclear() -> None:
    assert count([said(SPILLED)], [said(FLOWED)]) == 1
    assert count([said(SPILLED)], [said(FLOWED), said("31 tons were pumped off near Velby")]) == 3


def test_what_comes_days_later_is_no_counterpart() -> None:
    one, other = said(SPILLED), said(FLOWED)
    assert [count([one], [other], ("2024-05-02", day)) for day in ("2024-05-04", "2024-05-05")] == [1, 2]


def test_a_claim_of_two_stories_can_join_another_in_the_first() -> None:
    reports = [told(name, "2024-05-02", said(what)) for name, what in (("a", SPILLED), ("b", FLOWED), ("c", FLOWED))]
    stories = {"a": "one", "b": "one", "c": "two"}
    assert len(ledger(*reports, line_of=dict.fromkeys("abc", "line"), story_of=stories)) == 1


def test_the_order_of_reports_changes_nothing() -> None:
    reports = [
        told("a", "2024-05-02", said(TOWED), said("the fleet sails again on 9 May")),
        told("b", "2024-05-02", said(HAULED), said("the boats leave on 9 May")),
        told("c", "2024-05-03", said("47 boats from Velby are in the harbour", "Agency")),
    ]
    first = ledger(*reports)
    assert all(ledger(*some) == first for some in itertools.permutations(reports))
