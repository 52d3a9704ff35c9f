"""Noun phrases of a gloss: their number, articles, owners and genitives; small words by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from depesche import settings
from depesche.interlingua import english
from depesche.interlingua.glossing.slots import Slot
from depesche.lang.schema.gloss import GlossRules, load_english_forms

_OTHER = frozenset({"other", "additional", "further"})
_NAME_FOLLOWS = frozenset({"noun", "adj"})


def put_small_words(slots: Sequence[Slot], rules: GlossRules) -> list[Slot]:
    """Put the English of small words that depends on their neighbours: "der" after a noun is "of the"."""
    out: list[Slot] = []
    for i, slot in enumerate(slots):
        if slot.source in rules.opening and _opens_clause(slots, i, rules):
            out.append(replace(slot, text=rules.opening[slot.source], role="conjunction", forms=""))
            continue
        if slot.source in rules.inside and i and slots[i - 1].kind != "mark":
            slot = replace(slot, text=rules.inside[slot.source])
        if slot.source in rules.before_finite and _first_verb_is_finite(slots, i):
            slot = replace(slot, text=rules.before_finite[slot.source], role="conjunction")
        if slot.source in rules.plural_subject and _has_plural_verb(slots, i, rules):
            slot = replace(slot, text=rules.plural_subject[slot.source])
        if slot.text in _OTHER and _are_others(slots, i):
            out.append(replace(slot, text="other", kind="noun", plural=True, forms="n", cases=""))
            continue
        if slot.kind == "adj" and _is_adverb(slot, slots, i, rules):
            out.append(replace(slot, text=english.adverb(slot.text), kind="adv"))
            continue
        if (slot.kind == "small" and slot.role not in {"have", "become", "modal"}) or slot.kind == "adj":
            put = _placed(slot, slots, i, rules)
            if put != slot.text:
                slot = replace(slot, text=put, role=_role(put), forms="")
        out.append(slot)
    return out


def _first_verb_is_finite(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a clause goes on with a finite verb, not with an infinitive: "by statek był"."""
    for slot in slots[i + 1 : i + settings.CLAUSE_REACH]:
        if slot.kind == "mark":
            return False
        if slot.is_verb:
            return slot.is_finite
    return False


def _has_plural_verb(slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    """Say whether the verb beside a pronoun, or the one that ends its clause, is a plural: "sie haben"."""
    beside = [slots[j] for j in (i + 1, i - 1) if 0 <= j < len(slots) and slots[j].is_finite]
    if not beside:
        stop = min(len(slots), i + settings.CLAUSE_REACH)
        end = next((j for j in range(i + 1, stop) if slots[j].kind == "mark"), stop)
        beside = [slot for slot in slots[max(i + 1, end - 1) : end] if slot.is_finite]
    return bool(beside) and beside[0].source.endswith(rules.plural_verb)


def _are_others(slots: Sequence[Slot], i: int) -> bool:
    """Say whether "31 weitere" stands for people or things without a noun."""
    following = slots[i + 1] if i + 1 < len(slots) else None
    counted = i > 0 and (slots[i - 1].kind == "number" or slots[i - 1].counts)
    return counted and not (following is not None and (following.is_nominal or following.kind in {"adj", "number"}))


def _opens_clause(slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    """Say whether a word opens a clause that ends in its verb: German "wie", "als", "da"."""
    if i and slots[i - 1].kind != "mark" and slots[i - 1].role != "and":
        return False
    stop = min(len(slots), i + settings.CLAUSE_REACH)
    end = next((j for j in range(i + 1, stop) if slots[j].kind == "mark"), stop)
    if any(rules.before_verb.get(slot.source) == "to" for slot in slots[max(i, end - 3) : end]):
        return False  # "die Kämpfe zu beenden"
    return slots[end - 1].is_finite and not any(slot.is_finite for slot in slots[i + 1 : max(i + 1, end - 2)])


def _is_adverb(slot: Slot, slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    """Say whether an adjective without ending stands before a participle: "schwer verletzt", "hårdt ramt"."""
    following = slots[i + 1] if i + 1 < len(slots) else None
    if following is None or following.kind != "verb" or "n" not in following.forms or slot.cases:
        return False
    return rules.double_negation or slot.source in {slot.lemma, slot.lemma + "t"}


def _role(put: str) -> str:
    return "conjunction" if put in {"which", "who", "whom", "whose"} else load_english_forms().roles.get(put, "")


def _placed(slot: Slot, slots: Sequence[Slot], i: int, rules: GlossRules) -> str:
    before = slots[i - 1] if i else None
    following = slots[i + 1] if i + 1 < len(slots) else None
    head = _head_after(slots, i)
    named = following is not None and (following.kind in {"noun", "adj", "name", "number"} or following.counts)
    named = named or _describes(slots, i + 1)
    put = slot.text
    counted = before is not None and (before.counts or before.kind == "number")
    if named and following is not None and following.kind != "name" and not counted:
        put = rules.before_noun.get(slot.source, put)
    if following is not None and following.kind == "noun" and not following.definite:
        put = rules.before_bare.get(slot.source, put)
    if following is not None and following.kind == "adj":
        put = rules.before_adj.get(slot.source, put)
    if following is not None and (following.kind == "verb" or following.role in {"be", "have", "become", "modal"}):
        put = rules.before_verb.get(slot.source, put)
    for table, fits in (
        (rules.before_name, head is not None and head.place and not (head.owns and _owns_more(slots, i))),
        (rules.before_event, head is not None and head.event),
        (rules.before_time, head is not None and _is_time(head)),
        (rules.before_weekday, following is not None and _is_date(following)),
        (rules.before_number, following is not None and _is_counted(following)),
        (
            rules.before_genitive,
            head is not None and bool(set(head.cases) & set("gG")) and not set(head.cases) & set("iI"),
        ),
    ):
        if fits:
            put = table.get(slot.source, put)
    relative = rules.verb_last and slot.source in rules.after_comma and _opens_clause(slots, i, rules)
    if before is not None and before.text == "," and (relative or not named):
        put = rules.after_comma.get(slot.source, put)
    if before is not None and before.is_nominal and not before.owns and named:
        in_genitive = head is None or not head.cases or set(head.cases) & set("gG")
        put = rules.after_noun.get(slot.source, put) if in_genitive else put
    elif before is not None and before.text.endswith("of") and named and put.startswith("of "):
        put = put.removeprefix("of ")
    return put


def _describes(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a participle stands before a noun: "de oversvømmede områder"."""
    if i + 1 >= len(slots) or slots[i].kind != "verb":
        return False
    return bool(set(slots[i].forms) & set("ng")) and slots[i + 1].kind in {"noun", "adj"}


def _is_counted(slot: Slot) -> bool:
    return slot.kind == "number" or slot.counts or slot.text in load_english_forms().quantifiers


def _is_date(slot: Slot) -> bool:
    return slot.text in load_english_forms().weekdays or slot.text in load_english_forms().months


def _is_time(slot: Slot) -> bool:
    return slot.text in load_english_forms().times


def _head_after(slots: Sequence[Slot], i: int) -> Slot | None:
    """Return the noun or name that heads the phrase after a small word: the last of a compound, past adjectives."""
    j, stop = i + 1, min(len(slots), i + settings.PHRASE_REACH)
    while j < stop and (
        slots[j].kind in {"adj", "number"} or slots[j].counts or slots[j].role == "determiner" or _describes(slots, j)
    ):
        j += 1
    while j + 1 < stop and (slots[j].first_part or (slots[j].kind == "name" and slots[j].owns)):
        j += 1
    if j < len(slots) and (slots[j].is_nominal or _is_time(slots[j])):
        return slots[j]
    return None


def _owns_more(slots: Sequence[Slot], i: int) -> bool:
    return i + 2 < len(slots) and slots[i + 2].kind in _NAME_FOLLOWS


def shape_nouns(slots: Sequence[Slot], rules: GlossRules) -> list[Slot]:
    """Give nouns their number, "the" where a form is definite, "of" before a genitive, 's to owners."""
    out: list[Slot] = []
    for i, slot in enumerate(slots):
        following = slots[i + 1] if i + 1 < len(slots) else None
        if slot.source in rules.possessives and slot.kind == "small" and out and out[-1].definite:
            _put_owner(slot, out)
            continue
        if slot.kind == "noun" and not slot.first_part:
            slot = replace(slot, plural=_is_plural(slot, out, following, rules))
            if _wants_article(slot, out, following, rules):
                out.insert(_article_place(out, slot), Slot("the", "small", role="determiner"))
        if _opens_genitive(slot, out, following, rules):
            out.append(Slot("of", "small", role="preposition"))
        if slot.kind == "adj" and _describes_noun_before(slot, out, following):
            out.insert(len(out) - 1, slot)
            continue
        if slot.cases and slot.kind in {"noun", "name", "adj", "verb", "unknown"}:
            out.extend(_case_word(slot, out, following, rules))
        if slot.owns:
            owned = {"noun", "adj", "name"} if slot.is_known_name else {"noun", "adj"}
            owning = following is not None and (following.kind in owned or _describes(slots, i + 1))
            if not owning and slot.is_known_name and out and out[-1].kind == "noun":
                out.append(Slot("of", "small", role="preposition"))
            slot = replace(slot, owns=owning)
        if _has_article(slot, out):
            out[-1] = replace(out[-1], text=out[-1].text.rpartition("the")[0].rstrip())
        if slot.plural:
            _agree_article(out)
        out.append(slot)
    return out


_COUNTRY = 3  # letters of a country's slug: "@pl"
_PLURALS = {"this": "these", "that": "those"}


def _agree_article(out: list[Slot]) -> None:
    """Put "these" for the "this" of a plural."""
    start = _phrase_start(out)
    if start and out[start - 1].role == "determiner" and out[start - 1].text in _PLURALS:
        out[start - 1] = replace(out[start - 1], text=_PLURALS[out[start - 1].text])


def _has_article(slot: Slot, out: Sequence[Slot]) -> bool:
    """Say whether a country stands with an article that English doesn't have: "der Iran"."""
    if not slot.is_known_name or len(slot.slug) != _COUNTRY or slot.text.isupper() or slot.text.endswith("s"):
        return False
    return bool(out) and out[-1].role == "determiner" and out[-1].text.endswith("the")


def _opens_genitive(slot: Slot, out: Sequence[Slot], following: Slot | None, rules: GlossRules) -> bool:
    """Say whether an adjective without article opens a German genitive: "eine Gruppe russischer Beamter"."""
    if slot.kind != "adj" or not out or out[-1].kind != "noun" or following is None or following.kind != "noun":
        return False
    return slot.source.endswith(tuple(rules.inner_genitive)) and not slot.lemma.endswith(tuple(rules.inner_genitive))


def _describes_noun_before(slot: Slot, out: Sequence[Slot], following: Slot | None) -> bool:
    """Say whether a Polish adjective belongs to the noun before it: "pocisk balistyczny"."""
    if not out or out[-1].kind != "noun" or not set(slot.cases) & set(out[-1].cases):
        return False
    return following is None or not following.is_nominal or not set(slot.cases) & set(following.cases)


def _put_owner(slot: Slot, out: list[Slot]) -> None:
    """Put a possessive that stands behind its noun before it, in the place of the article: "hjemmene sine"."""
    start = _phrase_start(out[:-1])
    if start and out[start - 1].text == "the":
        out[start - 1] = replace(slot, role="determiner")
    else:
        out.insert(start, replace(slot, role="determiner"))


def _wants_article(slot: Slot, out: Sequence[Slot], following: Slot | None, rules: GlossRules) -> bool:
    if _is_determined(out) or (following is not None and following.source in rules.possessives):
        return slot.definite and not _is_determined(out)
    start = _phrase_start(out)
    ordinal = any(s.text in load_english_forms().ordinals for s in out[start:]) and bool(rules.definite)
    return slot.definite or ordinal


def _case_word(slot: Slot, out: Sequence[Slot], following: Slot | None, rules: GlossRules) -> Iterator[Slot]:
    """Yield "of" before a Polish genitive that depends on a noun, "by" before an instrumental that stands alone."""
    if _depends(slot, out, following):
        yield Slot("of", "small", role="preposition")
    elif set(slot.cases) <= set("iI") and out and (out[-1].is_nominal or out[-1].kind == "verb"):
        verb = next((s for s in reversed(out[-settings.CLAUSE_REACH :]) if s.is_verb), None)
        if verb is None or not (verb.lemma in rules.governs or verb.role in {"be", "become"}):
            yield Slot("by", "small", role="preposition")


def _phrase_start(out: Sequence[Slot]) -> int:
    """Return the index where the noun phrase that ends the row begins."""
    i = len(out)
    low = max(0, i - settings.PHRASE_REACH)
    while i > low and (
        out[i - 1].kind in {"adj", "number"}
        or out[i - 1].counts
        or out[i - 1].first_part
        or (out[i - 1].kind == "verb" and bool(set(out[i - 1].forms) & set("ng")) and _after_article(out, i - 1))
        or (out[i - 1].text == "-" and not out[i - 1].spaced and i > 1)
        or (i < len(out) and out[i].text == "-" and not out[i].spaced)
    ):
        i -= 1
    return i


def _article_place(out: Sequence[Slot], slot: Slot) -> int:
    """Return where "the" of a definite ending goes: an adjective before it without article is none of its own."""
    i = _phrase_start(out)
    adjective = next((j for j in range(len(out) - 1, i - 1, -1) if out[j].kind == "adj"), None)
    return i if adjective is None or not slot.definite else adjective + 1


def _after_article(out: Sequence[Slot], i: int) -> bool:
    return i > 0 and (out[i - 1].role in {"determiner", "preposition"} or out[i - 1].kind == "adj" or out[i - 1].counts)


def _is_determined(out: Sequence[Slot]) -> bool:
    """Say whether a determiner, or an owner, stands before the noun phrase that ends the row."""
    start = _phrase_start(out)
    if start == 0:
        return False
    before = out[start - 1]
    return before.role == "determiner" or before.owns


def _depends(slot: Slot, out: Sequence[Slot], following: Slot | None) -> bool:
    """Say whether a Polish genitive depends on the noun before it, and isn't an adjective of that noun."""
    if not out or out[-1].kind not in {"noun", "name"} or out[-1].first_part or not set(slot.cases) & set("gG"):
        return False
    if slot.kind in {"adj", "verb"}:
        if slot.kind == "verb" and not set(slot.forms) & set("ng"):
            return False
        if set(slot.cases) & set(out[-1].cases):
            shared = following is not None and following.is_nominal and set(following.cases) & set(slot.cases)
            return bool(shared) and not (set(slot.cases) & set(out[-1].cases) - set("gG"))
        return True
    if slot.kind == "name" and not slot.is_known_name and (out[-1].kind == "name" or out[-1].person):
        return False  # a name after a title or a first name
    return not (slot.kind == "name" and "n" in slot.cases and set(out[-1].cases) & set("nN"))


def _is_plural(slot: Slot, out: Sequence[Slot], following: Slot | None, rules: GlossRules) -> bool:
    start = _phrase_start(out)
    inner = [s for s in out[start:] if s.counts or s.kind == "number"]
    marks = [*(out[start - 1 : start]), *inner]
    if any(_counts_many(s, rules) for s in marks):
        return slot.forms != "1s"
    if slot.cases:
        return _plural_by_case(slot, out, rules)
    if slot.forms == "" and rules.plural_definite and not marks and out[start:] and out[-1].kind == "adj":
        return out[-1].source.endswith("e") and not out[-1].lemma.endswith("e")  # "nye våben"
    if slot.forms in {"n", "1", "1s", ""}:
        return slot.forms == "n"
    if start and out[start - 1].text == "of" and not out[start - 1].source:
        return slot.forms != "1s"
    article = next((s for s in inner if s.role == "determiner"), marks[0] if marks else None)  # "ein" counts as well
    return _plural_by_article(slot, article, out[start - 2] if start > 1 else None, following, rules)


def _counts_many(slot: Slot, rules: GlossRules) -> bool:
    if slot.kind == "number":
        return slot.text not in {"1", "0"} and not (len(slot.text) == 4 and slot.text.isdigit())
    return slot.source in rules.many or load_english_forms().roles.get(slot.text) == "amount"


def _plural_by_article(
    slot: Slot, article: Slot | None, before: Slot | None, following: Slot | None, rules: GlossRules
) -> bool:
    """Tell a German noun's number by its article where the noun itself doesn't: "der Minister" after a noun."""
    weak = slot.source == slot.lemma + "en" or slot.source == slot.lemma + "n"
    source = article.source if article is not None and article.kind == "small" else ""
    if source in rules.singular:
        return False
    if source in rules.either:
        return weak or not slot.lemma.endswith("e")
    if source in rules.nominative:
        return weak or (article is not None and article.text == "of the")
    if source in rules.oblique:
        return weak and before is not None and before.source in rules.dative
    return weak or (slot.lemma.endswith("er") and not (following is not None and following.kind == "name"))


def _plural_by_case(slot: Slot, out: Sequence[Slot], rules: GlossRules) -> bool:
    """Tell a Polish noun's number where its form is in two: by the adjective before it, else by what stands there."""
    codes = set(slot.cases)
    start = _phrase_start(out)
    for adjective in out[start:]:
        if adjective.kind == "adj" and codes & set(adjective.cases):
            codes &= set(adjective.cases)
    before = out[start - 1] if start else None
    wanted = "nNaA"
    if before is not None and (before.is_nominal or before.text == "of" or before.source in rules.genitive):
        wanted = "gG"
    elif before is not None and before.role == "preposition":
        wanted = "lLaA" if before.source in rules.locative else "gGdDaAiIlL"
    return not any(code.islower() for code in codes & set(wanted) or codes)


def noun_text(slot: Slot, following: Slot | None) -> str:
    """Return a noun as it stands in the gloss: in its number, with 's where it owns what follows."""
    compound = slot.first_part or (following is not None and following.source == slot.source)
    text = english.plural(slot.text) if slot.plural and not compound else slot.text
    if not slot.owns:
        return text
    if slot.kind == "name" and text.casefold() == slot.source and text.endswith("s"):
        text = text[:-1]
    return f"{text}'" if text.endswith("s") and slot.kind == "noun" else f"{text}'s"


def settle_nouns(slots: Sequence[Slot]) -> Iterator[Slot]:
    """Yield the slots with nouns in their final form."""
    for i, slot in enumerate(slots):
        if slot.kind in {"noun", "name"}:
            slot = replace(slot, text=noun_text(slot, slots[i + 1] if i + 1 < len(slots) else None))
        yield slot
