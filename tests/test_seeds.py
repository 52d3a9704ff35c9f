"""The five seed reports, where they are: what a careful desk makes of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from depesche.brief.builder import Builder
from depesche.brief.occasions import told_there
from depesche.brief.rows import only_way
from depesche.brief.words import Words
from depesche.ingest.read import read_reports
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import Brief, Claim, DistortionKind, Entity, PartKind, PublishedBy, Report, ReuseKind, Taken


@pytest.fixture(scope="module")
def made() -> dict[str, Brief]:
    return {}


@pytest.fixture
def brief(shared: Path, made: dict[str, Brief]) -> Brief:
    if "seeds" not in made:
        paths = sorted(str(p) for p in (shared / "seeds").glob("*.txt"))
        reports = [annotate_report(r) for r in read_reports(paths) if isinstance(r, Report)]
        made["seeds"] = make_brief(reports, Options())
    return made["seeds"]


def _short(ids: Iterable[str]) -> set[str]:
    return {i[:3] for i in ids}


def _bearer(brief: Brief, form: str) -> Entity:
    found = [e for e in brief.entities if form in {f for _, forms in e.names for f in forms}]
    assert len(found) == 1, f"{form} is in {[e.name for e in found]}"
    return found[0]


def test_three_stories_of_one_storyline(brief: Brief) -> None:
    assert sorted(sorted(_short(s.reports)) for s in brief.stories) == [["000", "002", "004"], ["001"], ["003"]]
    assert len(brief.storylines) == 1


@pytest.mark.parametrize(
    "forms",
    [
        ("Vladimir Putin", "Wladimir Putin", "Władimir Putin"),
        ("Kim Jong-un", "Kim Jong Un", "Kim Dzong Un"),
        ("Sergei Shoigu", "Sergej Schoigu", "Siergiej Szojgu", "Sergej Sjojgu"),
        ("Nordkorea", "Nord-Korea", "Korei Północnej", "DPRK", "DVRK", "KRLD"),
        ("USA", "Stany Zjednoczone"),
    ],
)
def test_a_bearer_of_many_spellings_is_one_entity(brief: Brief, forms: tuple[str, ...]) -> None:
    seen = {f for e in brief.entities for _, found in e.names for f in found}
    present = [f for f in forms if f in seen or f"{f}s" in seen]
    assert len(present) > 1
    assert len({_bearer(brief, f if f in seen else f"{f}s").id for f in present}) == 1


def test_two_who_share_a_role_stay_two(brief: Brief) -> None:
    assert _bearer(brief, "John Kirby").id != _bearer(brief, "Adrienne Watson").id


def test_missing_dates_come_from_the_story_and_say_so(brief: Brief) -> None:
    dates = {r.id[:3]: (r.report.published, r.report.published_by) for r in brief.reports}
    assert dates["000"] == ("2023-08-30", PublishedBy.STORY)
    assert dates["001"] == ("2023-09-04", PublishedBy.STORY)
    assert dates["003"] == (None, None)


def test_two_are_one_dispatch_translated_twice(brief: Brief) -> None:
    pairs = {frozenset((r.source[:3], r.to[:3])) for r in brief.reuse if r.kind is ReuseKind.TRANSLATION}
    assert pairs == {frozenset(("002", "004"))}
    assert not [r for r in brief.reuse if r.kind is ReuseKind.COPY]


def test_attributions_lost_in_the_rewrite_are_shown(brief: Brief) -> None:
    lost = [d for d in brief.distortions if d.kind is DistortionKind.ATTRIBUTION_LOST]
    assert lost
    assert {d.to.report[:3] for d in lost} == {"004"}


def test_two_words_shift_on_the_way(brief: Brief) -> None:
    """Letters superficial there and preliminary here; Russia seeks shells there and needs them here."""
    shifted = [d for d in brief.distortions if d.kind is DistortionKind.WORDING_SHIFTED]
    assert {(d.source.report[:3], d.to.report[:3]) for d in shifted} == {("002", "004")}
    assert sorted(d.why.split("(", 1)[1].split(")", 1)[0] for d in shifted) == ["search", "shallow"]


def test_headlines_state_as_fact_what_the_text_concludes(brief: Brief) -> None:
    harder = [d for d in brief.distortions if d.kind is DistortionKind.HEADLINE_HARDER]
    assert {d.to.report[:3] for d in harder} == {"002", "004"}


def test_one_report_has_two_origins_and_drops_the_medium_of_the_second(brief: Brief) -> None:
    (part,) = brief.parts
    assert (part.report[:3], part.source[:3], part.kind) == ("000", "003", PartKind.BESIDE)
    assert part.unnamed == ("Korean Central News Agency",)


def test_the_date_of_the_visit_is_in_conflict(brief: Brief) -> None:
    dates = [c for c in brief.conflicts if c.kind == "date"]
    assert any(
        "001" in _short(p.report for p in c.between) and len(_short(p.report for p in c.between)) > 1 for c in dates
    )


def test_no_date_is_invented(brief: Brief) -> None:
    stated = {"1910", "1945", "2019", "2022", "2023"}
    assert {e.start[:4] for e in brief.timeline} <= stated


def _claim_with(brief: Brief, report: str, words: str) -> Claim:
    found = [c for c in brief.claims if any(s.report.startswith(report) and words in s.text for s in c.statements)]
    assert len(found) == 1, f"{report}: {words!r} is in {len(found)} claims"
    return found[0]


def test_one_claim_in_three_languages_on_four_parties(brief: Brief) -> None:
    claim = _claim_with(brief, "000", "rejste en anden gruppe af russiske embedsmænd")
    assert _short(s.report for s in claim.statements) == {"000", "001", "002"}
    assert claim.independent_sources == 4
    assert any(party.signed_with for party in claim.parties)


def test_two_letters_or_one_is_left_open(brief: Brief) -> None:
    now = _claim_with(brief, "000", "lige nu udveksler breve")
    earlier = _claim_with(brief, "000", "havde udvekslet breve")
    assert "002" in _short(s.report for s in now.statements)
    assert (earlier.id, "possibly-same") in {(link.to, link.kind) for link in now.links}


def test_topic_alone_makes_no_claim(brief: Brief) -> None:
    food = _claim_with(brief, "004", "Nahrungsmittel gegen Waffen")
    assert food.id != _claim_with(brief, "001", "schreiten die Waffenverhandlungen").id
    meeting = _claim_with(brief, "001", "rechnet mit einem Treffen")
    assert meeting.id != _claim_with(brief, "000", "lige nu udveksler breve").id


def test_denials_have_three_scopes(brief: Brief) -> None:
    denied = {
        _claim_with(brief, "000", "fremtidig våbenaftale").id,
        _claim_with(brief, "003", "slike påstander").id,
        _claim_with(brief, "004", "die Behauptungen der USA").id,
    }
    assert len(denied) == 3
    supplied = _claim_with(brief, "003", "har forsynt Russland med våpen")
    assert supplied.id == _claim_with(brief, "003", "slike påstander").id
    assert not any(s.report.startswith(("000", "002")) for s in supplied.statements)


def test_the_reply_is_known_through_one_side_alone(brief: Brief) -> None:
    page = Builder(brief, Words("en"), "en")
    reply = next(o for o in brief.occasions if any("svarbrev" in _named(brief, t) for t in o.taken))
    only = only_way(page, told_there(page, reply), other_side=True)
    assert only == "Korean Central News Agency (North Korea)"


def _named(brief: Brief, taken: Taken) -> str:
    text = next(r.text for r in brief.reports if r.id == taken.report)
    return " ".join(text[a:b] for a, b in taken.named)
