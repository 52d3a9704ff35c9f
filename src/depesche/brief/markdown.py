"""Page -> Markdown. Everything from a report is escaped, so that no report can write markup into a brief."""

from __future__ import annotations

import re
from collections.abc import Iterable

from depesche.brief.parts import ClaimRow, Entry, Page, Quote
from depesche.brief.plain import show_refs

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def escape(text: str) -> str:
    """Escape what Markdown or HTML inside it would read as markup."""
    return _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))


def _quote(quote: Quote, page: Page) -> str:
    refs = escape(show_refs(quote.refs))
    gloss = f" — *{escape(page.words['gloss'])}: {escape(quote.gloss)}*" if quote.gloss else ""
    lead = f"{escape(quote.lead)}: " if quote.lead else ""
    return f"{lead}“{escape(quote.text)}” {refs}{gloss}".rstrip()


def _claim(row: ClaimRow, page: Page) -> list[str]:
    unsure = f" ({escape(page.words['unsure'])})" if row.unsure else ""
    lines = [f"**{row.label}** {_quote(row.head, page)}{unsure}", ""]
    for voice in row.voices:
        names = f": {escape(voice.names)}" if voice.names else ""
        note = f" ({escape(voice.note)})" if voice.note else ""
        lines.append(f"- *{escape(voice.verb)}*{names}{note} {escape(show_refs(voice.refs))}")
    facts = [row.counts, row.dates, *row.notes, *(f"{page.words['why']}: {reason}" for reason in row.why)]
    lines += [f"- {escape(fact)}" for fact in facts if fact]
    return [*lines, ""]


def _section(title: str, entries: Iterable[Entry], page: Page) -> list[str]:
    lines = [f"## {escape(title)}", ""]
    found = tuple(entries)
    for entry in found:
        note = f" {escape(entry.note)}" if entry.note else ""
        refs = f" {escape(show_refs(entry.refs))}" if entry.refs else ""
        lines.append(f"- **{escape(entry.head)}**{note}{refs}")
        lines += [f"  - {_quote(quote, page)}" for quote in entry.quotes]
    if not found:
        lines.append(escape(page.words["none"]))
    return [*lines, ""]


def render_markdown(page: Page) -> str:
    """Return the page as Markdown."""
    lines = [f"# {escape(page.words['title'])}", "", escape(page.summary), ""]
    for line in page.lead:
        note = f" — {escape(line.note)}" if line.note else ""
        lines.append(f"- **{escape(line.head)}:** {' '.join(_quote(q, page) for q in line.quotes)}{note}".rstrip())
    lines += ["", f"*{escape(page.words['note'])}*", "", f"## {escape(page.words['ledger'])}", ""]
    for story in page.stories:
        lines += [f"### {escape(story.label)}: {escape(story.reports)}".rstrip(), ""]
        lines += [_quote(story.title, page), ""] if story.title else []
        for row in story.rows:
            lines += _claim(row, page)
    if not page.stories:
        lines += [escape(page.words["nothing"]), ""]
    if page.left_out:
        lines += [escape(page.words.fill("more", n=page.left_out)), ""]
    for key, entries in page.sections():
        lines += _section(page.words[key], entries, page)
    return "\n".join(lines).rstrip() + "\n"
