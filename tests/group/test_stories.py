"""Reports of one event meet in any language; look-alikes and continuations don't."""

from __future__ import annotations

import random
from collections.abc import Callable

from depesche.group.likeness import days_apart, explain_pair, match_features
from depesche.group.profile import profile_report
from depesche.group.stories import group_stories, story_id
from depesche.records import AnnotatedReport

Maker = Callable[..., AnnotatedReport]


def _groups(reports: list[AnnotatedReport]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in group_stories(reports).stories}


def test_one_event_in_three_languages_is_one_story(ferry: list[AnnotatedReport]) -> None:
    assert frozenset({"a-en", "b-de", "c-da"}) in _groups(ferry)


def test_a_look_alike_is_a_story_of_its_own(ferry: list[AnnotatedReport]) -> None:
    assert frozenset({"d-en"}) in _groups(ferry)


def test_a_continuation_is_another_story_of_the_same_storyline(ferry: list[AnnotatedReport]) -> None:
    grouping = group_stories(ferry)
    stories = {story.id: story for story in grouping.stories}
    first, later = (stories[grouping.story_of[name]] for name in ("a-en", "e-en"))
    assert first.id != later.id
    assert first.storyline == later.storyline
    assert stories[grouping.story_of["d-en"]].storyline != first.storyline


def test_the_order_of_the_reports_changes_nothing(ferry: list[AnnotatedReport]) -> None:
    expected = group_stories(ferry)
    for seed in range(6):
        shuffled = ferry[:]
        random.Random(seed).shuffle(shuffled)
        assert group_stories(shuffled) == expected


def test_a_story_is_named_after_its_first_report(ferry: list[AnnotatedReport]) -> None:
    grouping = group_stories(ferry)
    assert grouping.story_of["c-da"] == story_id("a-en")
    story = next(s for s in grouping.stories if s.id == story_id("a-en"))
    assert (story.start, story.reports[0]) == ("2024-03-05", "a-en")


def test_links_say_what_speaks_for_and_against(ferry: list[AnnotatedReport]) -> None:
    link = next(k for k in group_stories(ferry).links if {k.left, k.right} == {"a-en", "b-de"})
    assert any("Stella" in reason for reason in link.why)
    assert all(isinstance(reason, str) for reason in link.against)


def test_a_later_report_changes_only_the_story_it_touches(ferry: list[AnnotatedReport], make: Maker) -> None:
    before = _groups(ferry)
    other = make(
        "z-pl", "pl", "Sąd w Toruniu skazał byłego burmistrza\n\nSąd skazał burmistrza Adama Wrzosa.", "2024-03-06"
    )
    assert _groups([*ferry, other]) == before | {frozenset({"z-pl"})}


def test_reports_without_words_are_stories_of_their_own(make: Maker) -> None:
    empty = [make("x", "en", "...\n"), make("y", "en", "12")]
    assert _groups(empty) == {frozenset({"x"}), frozenset({"y"})}


def test_a_report_that_names_the_day_is_of_one_story_with_one_that_only_came_out(make: Maker) -> None:
    later = make(
        "a",
        "en",
        "Ferry Stella Bravik still aground off Torvald\n\n"
        "The ferry Stella Bravik with 214 passengers is aground off Torvald.",
        "2024-03-11",
    )
    dated = make(
        "b",
        "en",
        "214 rescued from the ferry Stella Bravik\n\n"
        "The ferry Stella Bravik ran aground off Torvald on 5 March with 214 passengers.",
        "2024-03-10",
    )
    assert days_apart(profile_report(later), profile_report(dated)) == 1
    assert len(group_stories([later, dated]).stories) == 1


_FIRE = (
    "Fire at {place} mill leaves {count} workers missing\n\n"
    "“{count} workers are missing after the fire at the mill in {place},” said police chief {chief}.\n\n"
    "The fire broke out at night, said police chief {chief}. Spokesman {spokesman} denied that the doors were locked."
)


def _fire(make: Maker, name: str, place: str, count: int, chief: str, spokesman: str) -> AnnotatedReport:
    text = _FIRE.format(place=place, count=count, chief=chief, spokesman=spokesman)
    return make(name, "en", text, "2024-03-05")


def test_events_of_one_kind_where_other_persons_speak_are_apart(make: Maker) -> None:
    one = _fire(make, "a", "Dravno", 41, "Oton Brelik", "Maja Sterin")
    other = _fire(make, "b", "Luskava", 17, "Pavle Drunic", "Ines Kolbar")
    again = _fire(make, "c", "Dravno", 41, "Oton Brelik", "Ines Kolbar")
    assert _groups([one, other]) == {frozenset({"a"}), frozenset({"b"})}
    assert _groups([one, again]) == {frozenset({"a", "c"})}
    profiles = profile_report(one), profile_report(other)
    assert "other persons speak" in explain_pair(*profiles).against


def test_a_full_name_is_alike_only_as_a_whole(make: Maker) -> None:
    one = profile_report(make("a", "en", "Tamaril Lindholm met Beata Kostova in Dravno.", "2024-03-05"))
    spelled = profile_report(make("b", "de", "Tamoril Lindholm traf Beata Kostowa in Dravno.", "2024-03-05"))
    other = profile_report(make("c", "de", "Tamoril Vollrath traf Beate Olgrim in Dravno.", "2024-03-05"))
    assert match_features(one, spelled)["n:tamaril"][0] == "n:tamoril"
    assert "n:tamaril" not in match_features(one, other)
