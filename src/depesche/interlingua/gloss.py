"""An English gloss of a sentence from concepts and names: readable, deterministic, never a translation.

Words keep the order of the original, but for German verbs at the end of their clause. Number and tense are read
from endings, roughly. A word in no row stands as it is between ‹ and ›; wherever a gloss is shown it must be marked
as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from depesche.interlingua import english
from depesche.interlingua.analyse import analyse_items
from depesche.interlingua.lexicon import load_concepts_table, targets
from depesche.interlingua.meaning import Unit
from depesche.interlingua.reading import Item
from depesche.lang.schema.forms import load_forms
from depesche.lang.schema.gloss import GlossRules, load_english_forms, load_gloss_rules
from depesche.records import AnnotatedReport, Span, Token
from depesche.text.tokens import tokenize

OPENING, CLOSING = frozenset('„“«»("‚‘[›‹'), frozenset(".,;:!?)”’]%…")
CLAUSE_MARKS = frozenset(',;:.!?()–—-…„“”«»"')


_LONGEST_ENDING = 3  # letters after an irregular stem ("schrieb-est")
_NO_VOWEL = ("eu", "uni", "use", "usu", "one", "once")  # vowel letters with the sound of a consonant


@dataclass(frozen=True, slots=True)
class Slot:
    """One piece of a gloss. `kind` is noun, verb, adj, adv, name, small, unknown, number or mark.

    `source` is the case-folded word it stands for; `counts`: a small word that is a number.
    """

    text: str
    kind: str
    source: str
    spaced: bool = True
    plural: bool = False
    past: bool = False
    definite: bool = False
    genitive: bool = False
    owns: bool = False
    counts: bool = False
    bare: bool = False


def gloss(text: str, lang: str | None, target: str = "en") -> str:
    """Return a gloss of a text; a text already in the target language is returned as it is."""
    if lang == target or target not in targets():
        return text
    slots = list(_slots(text, lang, target))
    if target == "en":
        slots = [slot for clause in _clauses(slots) for slot in _ordered(clause, load_gloss_rules(lang))]
        slots = list(_inflected(slots, load_gloss_rules(lang)))
    return _joined([slot for slot in slots if slot.text])


def gloss_span(report: AnnotatedReport, spans: Sequence[Span], target: str = "en") -> str:
    """Return a gloss of spans of a report."""
    return " … ".join(gloss(report.text[s:e], report.language, target) for s, e in spans)


def _slots(text: str, lang: str | None, target: str) -> Iterator[Slot]:
    tokens = tokenize(text)
    rules, place, numbers = load_gloss_rules(lang), targets().index(target), load_forms(lang).numbers
    found = analyse_items(tokens, lang)
    covered = {i for item in found for i in item.indices}
    starts = {item.indices[0]: item for item in found}
    for i, token in enumerate(tokens):
        spaced = i == 0 or tokens[i - 1].end < token.start
        if i in starts:
            if starts[i].english:
                yield _small_phrase_slot(starts[i], tokens, spaced=spaced, english=target == "en")
            for n, unit in enumerate(starts[i].units):
                yield _content_slot(unit, token, rules, place, spaced=spaced or n > 0)
        elif i not in covered:
            slot = _small_slot(token, rules, spaced=spaced, english=target == "en")
            yield replace(slot, counts=True) if token.lower in numbers else slot


def _small_phrase_slot(item: Item, tokens: Sequence[Token], *, spaced: bool, english: bool) -> Slot:
    wording = " ".join(tokens[j].text for j in item.indices)
    return Slot(item.english if english else f"‹{wording}›", "small", wording.casefold(), spaced)


def _small_slot(token: Token, rules: GlossRules, *, spaced: bool, english: bool) -> Slot:
    if not token.text[0].isalnum():
        return Slot(token.text, "mark", token.text, spaced)
    if token.text[0].isdigit():
        return Slot(token.text, "number", token.text, spaced)
    put = rules.words.get(token.lower)
    if put is None or not english:
        return Slot(f"‹{token.text}›", "unknown", token.lower, spaced)
    return Slot(put, "small", token.lower, spaced)


def _content_slot(unit: Unit, token: Token, rules: GlossRules, place: int, *, spaced: bool) -> Slot:
    concept = load_concepts_table().get(unit.concepts[0]) if unit.concepts else None
    word = concept.lemmas[place] if concept is not None else ""
    if concept is None or not word:
        known_name = unit.name or concept is not None
        return Slot(
            unit.form if known_name else f"‹{unit.form}›", "name" if known_name else "unknown", token.lower, spaced
        )
    form, lemma = unit.form.casefold(), unit.lemma.casefold()
    noun = concept.pos == "noun"
    return Slot(
        word,
        concept.pos,
        token.lower,
        spaced,
        plural=noun and _ends(form, lemma, rules.plural),
        past=concept.pos == "verb" and (_ends(form, lemma, rules.past) or _is_strong_past(form, lemma, rules)),
        bare=form == lemma,
        definite=noun and _ends(form, lemma, rules.definite),
        owns=concept.pos in {"noun", "name"} and _ends(form, lemma, rules.possessive),
        genitive=concept.pos in {"noun", "name"} and _ends(form, lemma, rules.genitive),
    )


def _ends(form: str, lemma: str, endings: Sequence[str]) -> bool:
    """Say whether a form unlike its lemma carries one of the endings."""
    return form != lemma and any(form.endswith(ending) for ending in endings)


def _is_strong_past(form: str, lemma: str, rules: GlossRules) -> bool:
    """Say whether a form holds the past or participle of an irregular verb, which its lemma ends in ("overtog")."""
    verb = next((lemma[cut:] for cut in range(len(lemma) - 1) if lemma[cut:] in rules.strong), None)
    if verb is None or form == lemma:
        return False
    tails = [form.rpartition(stem) for stem in rules.strong[verb]]
    return any(stem and len(tail) <= _LONGEST_ENDING for _, stem, tail in tails)


def _clauses(slots: Sequence[Slot]) -> Iterator[list[Slot]]:
    clause: list[Slot] = []
    for slot in slots:
        clause.append(slot)
        if slot.kind == "mark" and slot.text in CLAUSE_MARKS:
            yield clause
            clause = []
    if clause:
        yield clause


def _ordered(clause: list[Slot], rules: GlossRules) -> list[Slot]:
    """Move a German clause's last verb to where English has it: after its auxiliary, or after the subject."""
    if not rules.subordinate:
        return clause
    tail = [clause[-1]] if clause[-1].kind == "mark" else []
    body = clause[: len(clause) - len(tail)]
    aim = next((i for i, slot in enumerate(body) if slot.source in rules.purpose), None)
    if aim is not None and body[-1].kind == "verb" and (body[-2].text == "to" or "zu" in body[-1].source):
        rest = body[aim + 1 : -2 if body[-2].text == "to" else -1]
        return [*body[:aim], replace(body[aim], text="in order to"), body[-1], *rest, *tail]
    if len(body) > 2 and body[-1].source in rules.auxiliary and body[-2].kind == "verb":
        moved, rest = [body[-1], body[-2]], body[:-2]
        place = _after_subject(rest, rules)
    elif len(body) > 2 and body[-1].kind == "verb":
        moved, rest = [body[-1]], body[:-1]
        helper = next((i for i, slot in enumerate(rest) if slot.source in rules.auxiliary), None)
        subordinate = any(slot.source in rules.subordinate for slot in rest[:2])
        place = helper + 1 if helper is not None else _after_subject(rest, rules) if subordinate else len(rest)
    else:
        return clause
    return [*rest[:place], *moved, *rest[place:], *tail]


def _after_subject(body: Sequence[Slot], rules: GlossRules) -> int:
    """Return the place after the first group of nouns or names, or the first pronoun, of a clause."""
    subjects = load_english_forms().plural_subjects | {"he", "she", "it"}
    for i, slot in enumerate(body):
        if slot.kind == "small" and slot.text in subjects and slot.source not in rules.subordinate:
            return i + 1
        if slot.kind in {"noun", "name"}:
            while i + 1 < len(body) and body[i + 1].kind in {"noun", "name"}:
                i += 1
            return i + 1
    return len(body)


def _inflected(slots: Sequence[Slot], rules: GlossRules) -> Iterator[Slot]:
    before: Slot | None = None
    many = False  # the last noun or pronoun was a plural, or I and you
    for n, slot in enumerate(slots):
        following = slots[n + 1] if n + 1 < len(slots) else None
        if slot.kind == "verb":
            slot = replace(slot, text=_verb(slot, before, many=many))
            yield slot
        elif slot.kind in {"noun", "name"}:
            compound = following is not None and following.source == slot.source
            owner = following is not None and following.kind in {"noun", "adj", "name"}
            yield from _noun(slot, before, compound=compound, owner=owner)
            many = slot.plural
        elif slot.kind == "small":
            put = _article(slot, before, following, rules)
            slot = replace(slot, text=_before_vowel(_agreeing(put, before, many=many), following))
            yield slot
        else:
            yield slot
        if slot.kind == "small" and slot.text:
            many = slot.text in load_english_forms().plural_subjects
        if slot.text:
            before = slot


def _article(slot: Slot, before: Slot | None, following: Slot | None, rules: GlossRules) -> str:
    """Return English for a small word, which may depend on what stands beside it: "der" after a noun is "of the"."""
    put = slot.text
    if following is not None and (following.kind in {"noun", "adj", "number"} or following.counts):
        put = rules.before_noun.get(slot.source, put)
    if following is not None and following.kind == "verb":
        put = rules.before_verb.get(slot.source, put)
    if following is not None and following.kind == "name":
        put = rules.before_name.get(slot.source, put)
    named = following is not None and following.kind in {"noun", "adj", "name", "number"}
    if before is not None and before.text == "," and not named:
        put = rules.after_comma.get(slot.source, put)
    if before is not None and before.kind in {"noun", "name"}:
        put = rules.after_noun.get(slot.source, put)
    return put


def _before_vowel(put: str, following: Slot | None) -> str:
    """Return "an" for "a" before a vowel letter that sounds like one."""
    if put != "a" or following is None:
        return put
    vowel = following.text[:1].casefold() in set("aeiou") and not following.text.casefold().startswith(_NO_VOWEL)
    return "an" if vowel else put


def _agreeing(put: str, before: Slot | None, *, many: bool) -> str:
    """Return "are" for "is" after a plural, and "am" after I."""
    if before is not None and before.text == "I" and put == "is":
        return "am"
    return load_english_forms().after_many.get(put, put) if many else put


def _verb(slot: Slot, before: Slot | None, *, many: bool) -> str:
    forms = load_english_forms()
    helper = before.text if before is not None and before.kind == "small" else ""
    if helper in forms.before_participle:
        return english.participle(slot.text)
    told = slot.past and helper == "not"  # Polish "nie odpowiedział": no helping verb carries the past
    if helper and helper.split(" ")[-1] in forms.before_base and not told:
        return slot.text
    if slot.past:
        return english.past(slot.text)
    return slot.text if many or slot.bare else english.third_person(slot.text)


def _noun(slot: Slot, before: Slot | None, *, compound: bool, owner: bool) -> Iterator[Slot]:
    """Yield a noun with "the" where its form is definite and "of" where it depends on the noun before."""
    if before is not None and before.kind == "noun" and slot.genitive and before.source != slot.source:
        yield Slot("of", "small", "")
    elif slot.definite and not _is_determined(before):
        yield Slot("the", "small", "")
    text = english.plural(slot.text) if slot.plural and not compound and not slot.owns else slot.text
    yield replace(slot, text=f"{text}'s" if slot.owns and owner else text)


def _is_determined(before: Slot | None) -> bool:
    """Say whether what stands before a noun leaves no room for "the": an adjective, a noun, an article or pronoun."""
    if before is None or before.kind in {"name", "verb", "mark", "adv", "unknown", "number"}:
        return False
    return before.kind != "small" or before.text.rpartition(" ")[2] in load_english_forms().determiners


def _joined(slots: Sequence[Slot]) -> str:
    out: list[str] = []
    for slot in slots:
        tight = not out or (slot.kind == "mark" and not slot.spaced) or (out[-1][-1:] in OPENING and not slot.spaced)
        out.append(slot.text if tight else f" {slot.text}")
    text = "".join(out)
    first = next((i for i, char in enumerate(text) if char.isalnum()), None)
    return text if first is None else text[:first] + text[first].upper() + text[first + 1 :]
