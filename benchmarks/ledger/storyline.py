"""Time the brief of many reports of ONE storyline: the same place and persons over weeks.

    python -m benchmarks.ledger.storyline [--reports 500] [--seed 3] [--organisations 8] [--one-event] [--profile]

Reports come from the generator of benchmarks/stories: one invented cast goes through event after event, each with its
copies, translations, second correspondents, relays and denials. With `--one-event` all reports are of one event:
hundreds of outlets carry one text. Times are of the processor, one core, after annotation.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

from benchmarks.stories.generate import KINDS, Stream, draw_event
from depesche.brief.html import render_html
from depesche.brief.page import build_page
from depesche.brief.plain import render_text
from depesche.pipeline import Options, annotate_report, make_brief
from depesche.records import AnnotatedReport, Brief, Report
from depesche.serialize import brief_to_json

EVENTS_A_WEEK = 10  # of one cast
ORGANISATIONS = 8  # that take turns: the templates are few, and with one for all each report is nearly all others' copy


def generate_storyline(reports: int, seed: int, organisations: int = ORGANISATIONS) -> list[dict[str, Any]]:
    """Return at least `reports` reports of events that share place and speakers, a few of them each day."""
    stream = Stream(seed)
    first = stream.new_event()
    houses = [stream.new_event().organisation for _ in range(organisations)]
    number = 0
    while len(stream.reports) < reports:
        number += 1
        day = first.day + timedelta(days=7 * number // EVENTS_A_WEEK)
        drawn = draw_event(stream.rng, stream.names, 1000 + number, day)
        event = replace(
            drawn,
            place=first.place,
            source=first.source,
            role=first.role,
            denier=first.denier,
            denier_role=first.denier_role,
            storyline=first.storyline,
            organisation=houses[number % organisations],
            kind=KINDS[number % len(KINDS)],
        )
        stream.write_event(event)
    return stream.reports


def generate_event(reports: int, seed: int) -> list[dict[str, Any]]:
    """Return at least `reports` reports of one event, nearly all copies and translations of one text."""
    stream = Stream(seed)
    event = stream.new_event()
    while len(stream.reports) < reports:
        stream.write_event(event)
    return stream.reports


def time_brief(annotated: list[AnnotatedReport]) -> tuple[Brief, dict[str, float]]:
    """Return the brief and the seconds of each step of making and showing it."""
    started = time.process_time()
    brief = make_brief(annotated, Options())
    made = time.process_time()
    page = build_page(brief, "en")
    render_text(page)
    shown = time.process_time()
    render_html(page, brief, "en")
    in_html = time.process_time()
    json.dumps(brief_to_json(brief))
    steps = {"brief_s": made - started, "text_s": shown - made, "html_s": in_html - shown}
    steps["json_s"] = time.process_time() - in_html
    return brief, {name: round(seconds, 2) for name, seconds in steps.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--organisations", type=int, default=ORGANISATIONS)
    parser.add_argument("--one-event", action="store_true")
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    args = parser.parse_args()
    if args.one_event:
        drawn = generate_event(args.reports, args.seed)
    else:
        drawn = generate_storyline(args.reports, args.seed, args.organisations)
    annotated = [annotate_report(Report(**r)) for r in drawn]
    profile = cProfile.Profile()
    if args.profile:
        profile.enable()
    brief, steps = time_brief(annotated)
    profile.disable()
    lines = len(brief.storylines)
    shape = {"reports": len(annotated), "stories": len(brief.stories), "storylines": lines, "claims": len(brief.claims)}
    print(json.dumps({**shape, **steps}, indent=1))
    if args.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
