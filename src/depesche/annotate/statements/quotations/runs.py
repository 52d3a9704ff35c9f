"""Runs of speech over sentences and paragraphs.

German sentences in the subjunctive that go on from one another are one statement, and those before any source get who
speaks next; a dash paragraph without a cue gets the speaker of the next one.
"""

from __future__ import annotations

from collections.abc import Sequence

from depesche.annotate.statements.drafts import Draft
from depesche.records import StatementKind


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


def settle_foreruns(drafts: Sequence[Draft]) -> list[Draft]:
    """Give sentences in the subjunctive before any source to who speaks next: "Man sei bereit. Alles sei da, sagte X".

    Where the next sentence of the paragraph names nobody they are left out.
    """
    kept: list[Draft] = []
    for draft in reversed(drafts):
        if draft.how == "forerun":
            following = kept[-1] if kept else draft
            here = following.frame.paragraph == draft.frame.paragraph
            if not here or following.frame.index != draft.frame.index + 1 or not following.who:
                continue
            draft.how, draft.who = "runon", following.who
        kept.append(draft)
    return kept[::-1]


def join_reported(drafts: Sequence[Draft]) -> list[Draft]:
    """Make one statement of what stands sentence after sentence in the subjunctive: "Man sei bereit. Es fehle nichts.".

    The drafts come in order of position; what is told within such a sentence stays a statement of its own.
    """
    kept: list[Draft] = []
    run: Draft | None = None
    last = -1  # index of the last frame of the run
    for draft in drafts:
        if not draft.how.startswith("runon") or draft.cue or draft.phrase is not None:
            kept.append(draft)
        elif run is not None and draft.frame.index == last + 1 and _goes_on(run, draft):
            run.content += draft.content
            run.kind = run.kind if run.kind is draft.kind else StatementKind.MIXED
            last = draft.frame.index
        else:
            run, last = draft, draft.frame.index
            kept.append(draft)
    return kept


def _goes_on(run: Draft, draft: Draft) -> bool:
    """Say whether who speaks in a run goes on in a sentence of the same paragraph."""
    return draft.frame.paragraph == run.frame.paragraph and draft.who == run.who and draft.act is run.act
