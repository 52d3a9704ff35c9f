"""Runs of speech over paragraphs: dash paragraphs whose speaker stands in the next one, quotations opened again."""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.statements.drafts import Draft


def settle_dashes(drafts: Sequence[Draft]) -> None:
    """Give dash paragraphs without a cue the speaker of the next dash paragraph, where no speech stands before them.

    "– A." newline "– B, said X.": both are X's. After a dash paragraph with a cue the speaker before goes on instead.
    """
    for i in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[i], drafts[i + 1]
        if draft.how != "continued" or not draft.frame.dash or not following.frame.dash or not following.who:
            continue
        if following.frame.index != draft.frame.index + 1 or (not following.cue and following.how != "continued"):
            continue
        before = drafts[i - 1] if i else None
        if before is not None and before.frame.dash and draft.frame.index - before.frame.index <= 1:
            continue
        draft.who = following.who
        if not draft.by_relay:
            draft.by_relay = list(following.by_relay)


def join_paragraphs(drafts: Sequence[Draft]) -> list[Draft]:
    """Make one statement of a quotation that is left open at a paragraph's end and opens again with the next.

    One cue at most tells of both: "A." newline "B, said X." is X's, 'X said: "A.' newline '"B."' too.
    """
    out: list[Draft] = []
    left_open: dict[int, int] = {}  # frame whose last quotation nobody closes -> place of its draft in `out`
    for draft in drafts:
        before = left_open.get(draft.frame.index - 1) if _opens(draft) else None
        place = len(out)
        if before is not None and not (out[before].cue and draft.cue):
            place, kept = before, draft if draft.cue else out[before]
            kept.content = (*out[before].content, *draft.content)
            out[place] = kept
        else:
            out.append(draft)
        if any(not q.closed and q.inner == draft.content[-1] for q in draft.frame.quotes.values()):
            left_open[draft.frame.index] = place
    return out


def _opens(draft: Draft) -> bool:
    """Say whether a quotation opens the frame of a draft that has it as its content."""
    frame = draft.frame
    return not frame.within and frame.is_quote(0) and frame.quote(0).inner == draft.content[0]
