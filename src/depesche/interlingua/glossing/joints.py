"""Small words together: "there is", postpositions, gerunds after prepositions, days with "on", commas left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from depesche import settings
from depesche.interlingua.glossing.slots import Slot
from depesche.lang.schema.gloss import GlossRules, load_english_forms

_NEAR = frozenset({"next", "last", "this", "every", "each"})  # before a time, no preposition stands before them
_CLOSE = frozenset({"that", "whether", "to", "in order to", "in order"})  # no comma stands before these
_HELPING = frozenset({"have", "modal", "become"})
_IN = frozenset({"in", "on", "at"})


def join_small_words(slots: Sequence[Slot], rules: GlossRules) -> list[Slot]:
    """Return the slots with small words as English puts them together."""
    out: list[Slot] = []
    slots = _with_there(slots, rules)
    for i, slot in enumerate(slots):
        following = slots[i + 1] if i + 1 < len(slots) else None
        if slot.kind == "small" and slot.source in rules.behind and out and _ends_phrase(out[-1], following):
            out.insert(_start(out), replace(slot, text=rules.behind[slot.source], role="preposition"))
        elif slot.source in rules.ago and out and out[_start(out) - 1].source == rules.ago[slot.source]:
            del out[_start(out) - 1]  # "for to år siden"
            out.append(replace(slot, text="ago", role=""))
        elif _is_there(slot, slots, i, rules):
            out.append(replace(slot, text="there", role="subject"))
        elif slot.is_verb and slot.kind == "verb" and _says_there(slots, i, rules):
            forms = "p" if "p" in slot.forms else "r"
            out.append(Slot("be", "small", slot.source, slot.spaced, role="be", forms=forms))
        elif slot.text in {"who", "which"} and slot.source in rules.after_comma and out:
            out.append(replace(slot, text=_relative(out)))
        elif not _repeats(slot, out, rules) and not _is_needless(slot, slots, i):
            out.extend(_dated(slot, out, following, rules))
    return list(_with_gerunds(out, rules))


def _with_there(slots: Sequence[Slot], rules: GlossRules) -> list[Slot]:
    """Put "there" and "be" for a pronoun beside a helping verb and a verb far behind it: "es hat … gegeben"."""
    out = list(slots)
    for i, slot in enumerate(slots):
        beside = [slots[j] for j in (i - 1, i + 1) if 0 <= j < len(slots)]
        if slot.kind != "small" or not any(s.role in _HELPING for s in beside):
            continue
        end = _clause_end(slots, i + 1)
        end -= slots[end - 1].role == "have"  # "soll es keine Toten gegeben haben"
        verb = slots[end - 1]
        if end - i > 2 and verb.kind == "verb" and rules.there.get(verb.source) == slot.source:
            out[i] = replace(slot, text="there", role="subject")
            out[end - 1] = Slot("be", "small", verb.source, role="be", forms="n" if "n" in verb.forms else "b")
    return out


def _clause_end(slots: Sequence[Slot], i: int) -> int:
    while i < len(slots) and slots[i].kind != "mark" and slots[i].role not in {"conjunction", "and"}:
        i += 1
    return i


def _relative(out: Sequence[Slot]) -> str:
    """Return "who" after people, "which" after anything else."""
    last = next((slot for slot in reversed(out[-2:]) if slot.kind != "mark"), None)
    if last is not None and last.role == "preposition":
        return "which"
    noun = next(
        (
            slot
            for slot in reversed(out[-settings.CLAUSE_REACH :])
            if slot.is_nominal or slot.role in {"subject", "object"}
        ),
        None,
    )
    return "who" if noun is None or noun.person or noun.kind == "small" else "which"


def _ends_phrase(before: Slot, following: Slot | None) -> bool:
    return before.is_nominal and (following is None or following.kind != "adj")


def _start(out: Sequence[Slot]) -> int:
    """Return where the noun phrase that ends the row begins, its article included."""
    i = len(out)
    low = max(0, i - settings.PHRASE_REACH)
    while i > low and (out[i - 1].kind in {"adj", "noun", "name", "number"} or out[i - 1].counts or _is_of(out[i - 1])):
        i -= 1
    return i - 1 if i and out[i - 1].role == "determiner" else i


def _is_of(slot: Slot) -> bool:
    return slot.text == "of" or slot.text.startswith("of ")


def _is_there(slot: Slot, slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    beside = [slots[j].source for j in (i - 1, i + 1) if 0 <= j < len(slots) and slots[j].is_verb]
    if slot.kind != "small" or not any(rules.there.get(source) == slot.source for source in beside):
        return False
    before = slots[i - 1] if i else None
    if before is not None and before.text == "," and slot.source in rules.after_comma:
        return False
    return before is None or before.is_verb or before.kind == "mark" or before.role in {"and", "conjunction"}


def _says_there(slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    pronoun = rules.there.get(slots[i].source)
    beside = (slots[j].source for j in (i - 1, i + 1) if 0 <= j < len(slots))
    return pronoun is not None and slots[i].text in {"give", "exist", "find", "be found"} and pronoun in beside


def _repeats(slot: Slot, out: Sequence[Slot], rules: GlossRules) -> bool:
    """Say whether a relative pronoun only repeats a question word: "hvem der", "hvor mange som"."""
    if slot.role != "conjunction" or not out or slot.source not in rules.after_comma or rules.verb_last:
        return False
    asks = {"who", "what", "which"}
    return out[-1].text in asks or (len(out) > 1 and out[-2].text in {"how", "where"} and out[-1].text == "many")


def _is_needless(slot: Slot, slots: Sequence[Slot], i: int) -> bool:
    """Say whether English has no preposition here: "in next week"."""
    following = slots[i + 1] if i + 1 < len(slots) else None
    if slot.role != "preposition" or slot.text not in _IN or following is None:
        return False
    return following.text in _NEAR and i + 2 < len(slots) and slots[i + 2].text in load_english_forms().times


def _dated(slot: Slot, out: Sequence[Slot], following: Slot | None, rules: GlossRules) -> Iterator[Slot]:
    """Yield a slot, with "on" before a weekday that has no preposition."""
    if slot.text in load_english_forms().weekdays and rules.definite:
        before = out[-1] if out else None
        if before is None or not (before.role in {"preposition", "determiner"} or before.kind == "adj"):
            yield Slot("on", "small", role="preposition")
    yield slot


def _with_gerunds(slots: Sequence[Slot], rules: GlossRules) -> Iterator[Slot]:
    """Yield the slots with "by building" for a preposition before an infinitive, "to build" where English has that."""
    gerund = False
    slots = _without_pointers(slots, rules)
    for i, slot in enumerate(slots):
        after = slots[i + 1 : i + 3]
        infinitive = len(after) == 2 and after[0].text == "to" and after[1].is_verb
        if infinitive and slot.role == "preposition":
            put = rules.before_infinitive.get(slot.source, slot.text)
            if put:
                gerund = True
                yield replace(slot, text=put)
            continue
        if gerund and slot.text == "to":
            continue
        if gerund and slot.is_verb:
            slot, gerund = replace(slot, forms="g"), False
        yield slot


def _without_pointers(slots: Sequence[Slot], rules: GlossRules) -> list[Slot]:
    """Leave out what only points to a clause: "davor, dass", "om, at", "o tym, że"."""
    out: list[Slot] = []
    for i, slot in enumerate(slots):
        if slot.role == "conjunction" and slot.text == "that" and slot.source in rules.subordinate:
            comma = bool(out) and out[-1].text == ","
            end = len(out) - comma
            if end and out[end - 1].source in rules.pointers:
                end -= 1
                if end and out[end - 1].role == "preposition" and slots[i - 1].text == ",":
                    end -= 1 if rules.double_negation else 0
                out = [*out[:end], *([replace(slots[i - 1])] if comma else [])]
        elif slot.text == "to" and len(out) > 1 and out[-1].text == "," and out[-2].source in rules.pointers:
            del out[-2]
        out.append(slot)
    return out


def drop_commas(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Yield the slots without commas before "that", "whether" and infinitives, which English doesn't put."""
    for i, slot in enumerate(slots):
        following = slots[i + 1] if i + 1 < len(slots) else None
        close = following is not None and following.kind == "small" and following.text in _CLOSE
        if slot.text != "," or not close:
            yield slot
