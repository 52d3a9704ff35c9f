"""Runs of speech over paragraphs: a dash paragraph without a cue whose speaker stands in the next one."""

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
