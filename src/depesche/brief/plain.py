"""Page -> text for a terminal, readable at 80 columns, through Rich."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from depesche.brief.parts import ClaimRow, Entry, Page, Quote, Ref


def show_refs(refs: Iterable[Ref]) -> str:
    """Write references as [1:20–45]."""
    return " ".join(f"[{r.number}:{r.place.span.start}–{r.place.span.end}]" for r in refs)


def _quote(quote: Quote, page: Page) -> Text:
    text = Text(f"{quote.lead}: " if quote.lead else "")
    text.append(f"“{quote.text}”", style="bold")
    text.append(f" {show_refs(quote.refs)}", style="dim")
    if quote.gloss:
        text.append(f"\n{page.words['gloss']}: ", style="italic dim")
        text.append(quote.gloss, style="italic")
    return text


def _claim(console: Console, row: ClaimRow, page: Page) -> None:
    head = Text(f"{row.label}  ", style="bold cyan")
    head.append_text(_quote(row.head, page))
    if row.unsure:
        head.append(f"  ({page.words['unsure']})", style="yellow")
    console.print(head)
    for voice in row.voices:
        line = Text(f"{voice.verb}", style="green" if voice.side == "says" else "magenta")
        line.append(f": {voice.names}" if voice.names else "", style="default")
        line.append(f" ({voice.note})" if voice.note else "")
        line.append(f" {show_refs(voice.refs)}", style="dim")
        console.print(Padding(line, (0, 0, 0, 4)))
    facts = [row.counts, row.dates, *row.notes]
    console.print(Padding(Text("; ".join(f for f in facts if f), style="dim"), (0, 0, 0, 4)))
    for reason in row.why:
        console.print(Padding(Text(f"{page.words['why']}: {reason}", style="dim"), (0, 0, 0, 4)))
    console.print()


def _entry(console: Console, entry: Entry, page: Page) -> None:
    head = Text(entry.head, style="bold cyan")
    if entry.note:
        head.append(f"  {entry.note}", style="default")
    if entry.refs:
        head.append(f" {show_refs(entry.refs)}", style="dim")
    console.print(head)
    for quote in entry.quotes:
        console.print(Padding(_quote(quote, page), (0, 0, 0, 4)))


def _section(console: Console, title: str, entries: Iterable[Entry], page: Page) -> None:
    found = tuple(entries)
    console.print(Rule(title, style="cyan"))
    if not found:
        console.print(page.words["none"])
    for entry in found:
        _entry(console, entry, page)
    console.print()


def render_text(page: Page, width: int = 80, *, color: bool = False) -> str:
    """Return the page as text of `width` columns; `color` adds terminal colours."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, highlight=False, markup=False, emoji=False
    )
    console.print(Rule(page.words["title"], style="bold cyan"))
    console.print(page.summary)
    for line in page.lead:
        text = Text(f"{line.head}: ", style="bold cyan")
        for quote in line.quotes:
            text.append_text(_quote(quote, page))
        console.print(text)
        if line.note:
            console.print(Padding(Text(line.note), (0, 0, 0, 4)))
    console.print(Text(page.words["note"], style="dim"))
    console.print()
    console.print(Rule(page.words["ledger"], style="cyan"))
    if not page.stories:
        console.print(page.words["nothing"])
    for story in page.stories:
        console.print(Text(f"{story.label}: {story.reports}" if story.reports else story.label, style="bold underline"))
        if story.title:
            console.print(_quote(story.title, page))
        console.print()
        for row in story.rows:
            _claim(console, row, page)
    if page.left_out:
        console.print(page.words.fill("more", n=page.left_out))
    for key, entries in page.sections():
        _section(console, page.words[key], entries, page)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
