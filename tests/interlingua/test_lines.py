"""Line sets: the best match of each line, rivals, languages of lines."""

from __future__ import annotations

from depesche.interlingua import analyse_text
from depesche.interlingua.language import identify_lines
from depesche.interlingua.lines import choose, match_lines

LEFT = [
    "Die Zentralbank hob den Leitzins an.",
    "Der Präsident reiste nach Warschau.",
    "Bei dem Erdbeben starben elf Menschen.",
]
RIGHT = [
    "Presidenten rejste til Warszawa.",
    "Elleve mennesker døde i jordskælvet.",
    "Centralbanken hævede renten.",
    "Vejret bliver varmt.",
]


def test_each_line_finds_its_counterpart() -> None:
    right = [analyse_text(line.replace("Presidenten", "Præsidenten"), "da") for line in RIGHT]
    found = match_lines([analyse_text(line, "de") for line in LEFT], right.__getitem__, len(right))
    assert [match.right for match in found] == [2, 0, 1]
    assert all(match.comparison.why for match in found)


def test_a_line_with_nothing_in_common_gets_a_line_nobody_wants_at_score_0() -> None:
    right = [analyse_text(line, "da") for line in RIGHT]
    left = [analyse_text(LEFT[0], "de"), analyse_text("Qwxz Zzyx", "de")]
    first, second = match_lines(left, right.__getitem__, len(right))
    assert first.right == 2
    assert second.right != 2
    assert (second.comparison.score, second.comparison.against) == (0.0, ("nothing in common",))


def test_empty_sides_are_no_error() -> None:
    assert match_lines([], lambda j: analyse_text("", None), 0) == []
    assert match_lines([analyse_text("Ein Brief", "de")], lambda j: analyse_text("", None), 0) == []


def test_a_line_that_another_fits_much_better_is_left_to_it() -> None:
    assert choose([{0: 0.99, 1: 0.2}, {0: 0.60, 1: 0.55}]) == [0, 1]


def test_two_lines_may_share_a_match_where_neither_has_another() -> None:
    assert choose([{0: 0.9}, {0: 0.8}]) == [0, 0]


def test_languages_of_mixed_lines() -> None:
    lines = ["The government has not answered the letter.", "Regeringen har ikke svaret på brevet, siger hun.",
             "Rząd nie odpowiedział na list.", "Die Regierung hat den Brief nicht beantwortet."]  # fmt: skip
    assert identify_lines(lines, lambda text: None) == ["en", "da", "pl", "de"]


def test_a_file_in_one_language_is_taken_as_a_whole() -> None:
    lines = ["Rząd nie odpowiedział na list.", "Kirby", "Minister odmówił komentarza w tej sprawie."]
    assert identify_lines(lines, lambda text: "pl") == ["pl", "pl", "pl"]
