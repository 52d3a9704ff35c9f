"""The order of a gloss: clauses, verbs of German put behind their subject, subjects before their verb, negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from depesche import settings
from depesche.interlingua.glossing.slots import Slot
from depesche.lang.schema.gloss import GlossRules, load_english_forms

_ALONE = frozenset({"this", "these", "that", "those"})  # subjects where a verb follows
CLAUSE_MARKS = frozenset(',;:.!?()–—-…„“”«»"')


def split_clauses(slots: Sequence[Slot], rules: GlossRules) -> Iterator[list[Slot]]:
    """Cut at marks, before words that open a clause, and where a clause that ends in its verbs is joined to one."""
    clause: list[Slot] = []
    for i, slot in enumerate(slots):
        opens = bool(clause) and (_opens(slot, rules) or _joins(slot, clause, slots[i + 1 :], rules))
        if opens and not _leads(clause):
            yield clause
            clause = []
        clause.append(slot)
        if slot.kind == "mark" and slot.text in CLAUSE_MARKS and not _inside_word(slots, i):
            yield clause
            clause = []
    if clause:
        yield clause


def _inside_word(slots: Sequence[Slot], i: int) -> bool:
    return slots[i].text == "-" and not slots[i].spaced and i + 1 < len(slots) and not slots[i + 1].spaced


def _opens(slot: Slot, rules: GlossRules) -> bool:
    return not rules.verb_last and slot.kind == "small" and slot.role == "conjunction"


def _joins(slot: Slot, clause: Sequence[Slot], rest: Sequence[Slot], rules: GlossRules) -> bool:
    if slot.role != "and" or not rules.verb_last:
        return False
    return clause[-1].is_verb and any(s.is_verb for s in [*rest[:1], *rest[-3:]])


def _leads(clause: Sequence[Slot]) -> bool:
    return all(slot.role == "and" or slot.role == "preposition" or slot.kind == "mark" for slot in clause)


def ordered(clauses: Sequence[list[Slot]], rules: GlossRules) -> Iterator[list[Slot]]:
    """Yield the clauses of a text, each in an order near that of English."""
    fresh, waiting = True, False  # a sentence begins here; its subject stands before a clause put into it
    for clause in clauses:
        tail = [clause[-1]] if clause[-1].kind == "mark" else []
        body = clause[: len(clause) - len(tail)]
        if body:
            still = fresh or waiting or (bool(tail) and tail[0].text == "?")
            waits = not _is_dependent(body) and not any(slot.is_finite for slot in body)
            waiting = (waiting and _is_dependent(body)) or (waits and find_subject(body, 0, rules) is not None)
            body = _order_clause(body, rules, still=still)
        fresh = (fresh and not body) or (bool(tail) and tail[0].text in ".!?:;")
        yield [*body, *tail]


def _order_clause(body: list[Slot], rules: GlossRules, *, still: bool) -> list[Slot]:
    """Order one clause; `still`: a verb that opens it stays there, since it asks or its subject has been told."""
    lead = 1 if body[0].role == "and" and len(body) > 1 else 0
    head, rest = body[:lead], body[lead:]
    dependent = _is_dependent(rest)
    if rules.verb_last:
        rest = _verbs_forward(rest, rules, dependent=dependent)
    if rules.verb_second and not dependent:
        rest = _subject_first(rest, rules, still=still or bool(lead))
    return [*head, *_negated(rest, rules)]


def _is_dependent(body: Sequence[Slot]) -> bool:
    """Say whether a clause is opened by a conjunction or a relative pronoun, with a preposition before it or not."""
    first = body[1] if body[0].role == "preposition" and len(body) > 1 else body[0]
    return first.role == "conjunction"


def _verbs_forward(body: list[Slot], rules: GlossRules, *, dependent: bool) -> list[Slot]:
    """Move the verbs that end a German clause to where English has them."""
    start = len(body)
    while start and (body[start - 1].is_verb or body[start - 1].text == "to"):
        start -= 1
    cluster = body[start:]
    if not cluster:
        return body
    rest = body[:start]
    if not dependent and len(cluster) > 1 and cluster[0].is_finite and cluster[0].kind == "small":
        rest, cluster = body[: start + 1], cluster[1:]  # "Sie sind getötet worden": the first is not at the end
    if any(slot.text == "to" and slot.kind == "small" for slot in cluster) or "z" in cluster[-1].forms:
        return _infinitive_forward(rest, cluster, rules)
    finite = next((i for i, slot in enumerate(rest) if slot.is_finite), None)
    if not dependent and finite is not None:
        negation = [slot for slot in rest[finite + 1 :] if slot.text == "not"]
        left = [slot for slot in rest[finite + 1 :] if slot.text != "not"]
        return [*rest[: finite + 1], *negation, *_turned(cluster, finite=False), *left]
    if not dependent and finite is None and rest and cluster[-1].is_finite:
        found = find_subject(rest, 0, rules)  # a clause without its conjunction, as a claim is cut out
        if found is not None and len(rest) > found[1]:
            return [*rest[: found[1]], *_turned(cluster, finite=True), *rest[found[1] :]]
    if dependent:
        place = subject_end(rest, 1, rules, relative=_is_relative(rest, rules))
        return [*rest[:place], *_turned(cluster, finite=True), *rest[place:]]
    return body


def _turned(cluster: Sequence[Slot], *, finite: bool) -> list[Slot]:
    """Return the verbs that end a German clause in English order: "gesehen worden sein soll" from its end."""
    if finite and len(cluster) > 2 and cluster[0].role in {"have", "become"} and cluster[0].is_finite:
        return [cluster[0], *reversed(cluster[1:])]  # "hätte arbeiten müssen"
    return list(reversed(cluster))


def _infinitive_forward(rest: list[Slot], cluster: list[Slot], rules: GlossRules) -> list[Slot]:
    """Move "zu" and its verb to the beginning of what depends on them, "um" before them becoming "in order"."""
    mark = next((i for i, slot in enumerate(cluster) if slot.text == "to"), len(cluster) - 1)
    verbs = [slot for slot in cluster if slot.is_verb]
    before = verbs[: max(0, mark)] if cluster[mark].text == "to" else []
    after = verbs[len(before) :]
    verbs = [*after, *reversed(before)]
    verbs = [replace(verb, forms="b" if n == 0 else "n") for n, verb in enumerate(verbs)]
    moved = [Slot("to", "small", "zu", role="to"), *verbs]
    opener = next((i for i, slot in enumerate(rest) if slot.source in rules.with_infinitive), None)
    finite = next((i for i, slot in enumerate(rest) if slot.is_finite), None)
    if opener is not None and (finite is None or opener > finite):
        put = rules.with_infinitive[rest[opener].source]
        moved = moved[1:] if put.endswith("to") else [replace(moved[1], forms="g"), *moved[2:]]
        first = replace(rest[opener], text=put, role="preposition")
        return [*rest[:opener], first, *moved, *rest[opener + 1 :]]
    place = finite + 1 if finite is not None else 0
    return [*rest[:place], *moved, *rest[place:]]


def _is_relative(body: Sequence[Slot], rules: GlossRules) -> bool:
    return bool(body) and body[0].source in rules.after_comma


def subject_end(body: Sequence[Slot], start: int, rules: GlossRules, *, relative: bool = False) -> int:
    """Return the place after the subject of a clause whose first word is a conjunction or relative pronoun."""
    owner = bool(body) and body[0].text == "whose"
    if relative and not owner and body[0].source not in rules.oblique:
        first = next((slot for slot in body[1:] if slot.text), None)
        if first is None or not (first.role == "subject" or first.source in rules.nominative):
            return 1
    if body and body[0].text in {"who", "what"} and not relative:
        return 1
    if len(body) > 1 and relative and owner:
        return phrase_end(body, 1)
    found = find_subject(body, start, rules)
    return found[1] if found is not None else min(start, len(body))


def find_subject(body: Sequence[Slot], start: int, rules: GlossRules) -> tuple[int, int] | None:
    """Return start and end of the first noun phrase or pronoun that can be a subject, with its genitives."""
    i = start
    while i < len(body):
        slot = body[i]
        if slot.role == "subject" or (slot.text in _ALONE and _stands_alone(body, i)):
            return i, i + 1
        if slot.role == "preposition" and not _is_genitive(slot):
            i = phrase_end(body, i + 1, governed=True) if i + 1 < len(body) else i + 1
            continue
        if _begins_phrase(slot):
            end = phrase_end(body, i)
            if end > i and not _cannot_be_subject(body, i, end, rules):
                return i, end
            i = max(end, i + 1)
            continue
        i += 1
    return None


def _stands_alone(body: Sequence[Slot], i: int) -> bool:
    """Say whether "this" is a subject by itself: a verb follows, or nothing; "not" may stand before it."""
    j = i + 1 + (i + 1 < len(body) and body[i + 1].text == "not")
    return j == len(body) or body[j].is_finite


def _is_genitive(slot: Slot) -> bool:
    return slot.text == "of" or slot.text.startswith("of ")


def _begins_phrase(slot: Slot) -> bool:
    return slot.is_nominal or slot.kind in {"adj", "number"} or slot.role in {"determiner", "amount"} or slot.counts


def _cannot_be_subject(body: Sequence[Slot], start: int, end: int, rules: GlossRules) -> bool:
    head = body[end - 1]
    if not any(slot.is_nominal or slot.role == "amount" or slot.counts for slot in body[start:end]):
        return True
    if any(slot.text in load_english_forms().times for slot in body[start:end]):
        return True
    if body[start].kind == "small" and body[start].source in rules.oblique:
        return True
    nouns = [slot for slot in body[start:end] if slot.kind == "noun"]
    if nouns and nouns[0].cases:
        numbered = any(slot.counts or slot.kind == "number" or slot.role == "amount" for slot in body[start:end])
        return not numbered and not set(nouns[0].cases) & set("nN")
    return head.kind == "mark"


def phrase_end(body: Sequence[Slot], start: int, *, governed: bool = False) -> int:
    """Return the end of the noun phrase at a place, its genitives and owners included; the place itself for none."""
    i, heads = start, 0
    while i < min(len(body), start + settings.PHRASE_REACH):
        slot = body[i]
        if slot.is_nominal:
            if heads and (
                _is_another(body[i - 1], slot, governed=governed)
                or (governed and _follows_time(body[i - 1], slot))
                or (slot.owns and body[i - 1].is_known_name)
            ):
                break
            heads = i + 1
        elif slot.role == "determiner" or slot.text == "of":
            if heads and not slot.text.startswith("of"):
                break
        elif heads and _belongs_behind(slot, body[i - 1]):
            heads = i + 1
        elif not (_is_joint(body, i, heads=bool(heads)) or _belongs_before(slot, body[i - 1] if heads else None)):
            break
        i += 1
    return heads or start


def _belongs_behind(slot: Slot, before: Slot) -> bool:
    """Say whether a number or a Polish adjective belongs to the noun before it: "Boeing 737", "Bank Polski"."""
    if slot.kind == "number":
        return slot.text.isdigit() and before.is_nominal
    return slot.kind == "adj" and bool(set(slot.cases) & set(before.cases))


def _is_joint(body: Sequence[Slot], i: int, *, heads: bool) -> bool:
    """Say whether a slot holds two parts of a noun phrase together: a hyphen, "and" before another noun."""
    slot = body[i]
    if slot.kind == "mark":
        return slot.text == "-" and not slot.spaced
    return slot.role == "and" and heads and i + 1 < len(body) and _continues_list(body, i)


def _belongs_before(slot: Slot, before: Slot | None) -> bool:
    """Say whether a slot can stand before a noun of the phrase; `before` is what it follows behind a noun already."""
    if before is not None and not (before.role == "and" or _is_genitive(before) or before.owns):
        return False
    return slot.kind in {"adj", "number", "adv"} or slot.counts or slot.role == "amount" or _is_participle(slot)


def _is_another(before: Slot, slot: Slot, *, governed: bool) -> bool:
    """Say whether a Polish noun that follows a noun belongs to another phrase: neither a genitive nor a name."""
    own = set(before.cases) - set("nN" if governed else "")
    return before.kind == "noun" and bool(slot.cases) and slot.kind == "noun" and not own & set(slot.cases)


def _follows_time(before: Slot, slot: Slot) -> bool:
    """Say whether a noun stands after a time it doesn't belong to: "in den letzten Wochen Waffen"."""
    return before.kind == "noun" and before.text in load_english_forms().times and slot.source != before.source


def _is_participle(slot: Slot) -> bool:
    return slot.kind == "verb" and bool(slot.forms) and not slot.forms.strip("ng")


def _continues_list(body: Sequence[Slot], i: int) -> bool:
    """Say whether "and" joins another noun here rather than another clause: no verb stands before the next noun."""
    if body[i].text not in {"and", "or"} or not _begins_phrase(body[i + 1]):
        return False
    return not any(slot.is_finite for slot in body[i + 1 : i + 4])


def _subject_first(body: list[Slot], rules: GlossRules, *, still: bool) -> list[Slot]:
    """Put the subject before a verb it follows, where an adverb, a place, a clause or an object opens the clause."""
    finite = next((i for i, slot in enumerate(body) if slot.is_finite), None)
    if finite is None or (finite == 0 and still) or body[0].role == "to":
        return body
    opening = find_subject(body[:finite], 0, rules)
    if opening is not None and not _is_fronted_object(body, opening, finite, rules):
        return body
    last = finite + 1
    while last < len(body) and (body[last].is_verb or body[last].text in {"not", ""}):
        last += 1
    found = find_subject(body, last, rules)
    if found is None or any(slot.is_finite for slot in body[last : found[0]]):
        return body
    start, end = found
    while start > last and body[start - 1].text in load_english_forms().quantifiers:
        start -= 1
    verbs, between = body[finite:last], body[last:start]
    told = _told_start(body, finite)
    if told < finite and not between:
        return [*body[:told], *body[start:end], *verbs, *body[told:finite], *body[end:]]
    front = body[:finite]
    if opening is not None:
        return [*body[start:end], *verbs, *between, *front, *body[end:]]
    return [*front, *body[start:end], *verbs, *between, *body[end:]]


def _told_start(body: Sequence[Slot], finite: int) -> int:
    """Return where the Polish instrumental begins that "be" tells of its subject: "Problemem jest stan drogi"."""
    start = finite
    if body[finite].role in {"be", "become"}:
        while start and body[start - 1].kind in {"noun", "adj"} and set(body[start - 1].cases) & set("iI"):
            start -= 1
    return start


def _is_fronted_object(body: Sequence[Slot], opening: tuple[int, int], finite: int, rules: GlossRules) -> bool:
    """Say whether the pronoun that opens a clause is what is told: "Det siger ministeren"."""
    start, end = opening
    if (start, end) != (0, finite) or body[0].text not in {"it", "this", "that"}:
        return False
    if body[finite].text not in load_english_forms().tells or finite + 1 >= len(body):
        return False
    following = find_subject(body, finite + 1, rules)
    return following is not None and following[0] == finite + 1 and body[finite + 1].role != "conjunction"


def _negated(body: list[Slot], rules: GlossRules) -> list[Slot]:
    """Put "not" behind a helping verb it stands before, and "do" where a full verb is negated."""
    out = list(body)
    for i, slot in enumerate(body):
        if slot.text != "not" or slot.kind != "small":
            continue
        following = body[i + 1] if i + 1 < len(body) else None
        before = body[i - 1] if i else None
        if rules.double_negation and any(
            s.text in {"nobody", "nothing", "never", "no", "neither"}
            for s in body[max(0, i - settings.CLAUSE_REACH) : i]
        ):
            return [*body[:i], *body[i + 1 :]]
        if before is not None and before.role == "become" and not any("n" in s.forms for s in body[i:] if s.is_verb):
            out[i - 1 : i + 1] = [_do(before), slot, _base(before)]
            return out
        if following is not None and following.is_finite and not (before is not None and before.is_verb):
            out[i : i + 2] = [following, slot] if following.kind != "verb" else [_do(following), slot, _base(following)]
            return out
        if before is not None and before.kind == "verb" and before.is_finite and not _follows_helper(body, i - 1):
            if following is None or following.text != "only":
                out[i - 1 : i + 1] = [_do(before), slot, _base(before)]
            return out
    return out


def _follows_helper(body: Sequence[Slot], i: int) -> bool:
    return any(slot.role in {"have", "be", "become", "modal", "to"} or slot.text == "to" for slot in body[:i])


def _do(verb: Slot) -> Slot:
    return Slot("do", "small", verb.source, role="do", forms="p" if "p" in verb.forms else "r")


def _base(verb: Slot) -> Slot:
    return replace(verb, forms="b")
