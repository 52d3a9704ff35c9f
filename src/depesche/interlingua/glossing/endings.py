"""What form a word has, read from how it differs from its base form, and for Polish from the table of endings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from depesche.lang.schema.forms import load_irregulars
from depesche.lang.schema.gloss import GlossRules
from depesche.lang.schema.morphology import cases, has_readings, is_perfective, reading
from depesche.lang.schema.verbs import VerbKind, load_verbs

_LONGEST_PREFIX = 8  # letters before an irregular verb or noun: "entgegen-kommen"
_SHORTEST_FIRST = 3  # letters of a compound's first part: "land" is no kind of "and"
_KINDS = (
    (VerbKind.PRESENT, "r"),
    (VerbKind.PAST, "p"),
    (VerbKind.PLURAL, "br"),
    (VerbKind.REPORTED, "r"),
    (VerbKind.UNREAL, "u"),
    (VerbKind.PARTICIPLE, "n"),
)
_POLISH = {"1": "p", "2": "p", "3": "p", "4": "p", "5": "p", "6": "r", "7": "r", "8": "q", "9": "b", "0": "r", "c": "g"}


@lru_cache(1 << 14)
def verb_forms(form: str, lemma: str, lang: str, rules: GlossRules) -> str:
    """Return the codes of the forms that a case-folded word can be of a verb (see `Slot.forms`); "" for none."""
    if has_readings(lang):
        return _polish_verb(form, lemma, lang)
    verbs = load_verbs(lang)
    if verbs is not None:
        return _german_verb(form, lemma, lang, rules)
    for start in range(min(len(lemma) - 1, _LONGEST_PREFIX)):
        columns = load_irregulars(lang).get(("verb", lemma[start:]))
        if columns and form.startswith(lemma[:start]):
            found = _irregular(form[start:], dict(columns))
            if found:
                return found
    return _regular(form, lemma, rules)


def _irregular(form: str, columns: dict[str, tuple[str, ...]]) -> str:
    codes = {"present": "r", "past": "p", "participle": "n"}
    found = "".join(codes[name] for name, forms in columns.items() if name in codes and form in forms)
    if not found and any(form in {f + "e", f + "t", f + "ne"} for f in columns.get("participle", ())):
        return "n"
    return found


def _regular(form: str, lemma: str, rules: GlossRules) -> str:
    if form == lemma:
        return "b"
    if form.endswith("s") and not lemma.endswith("s"):
        return "sp" if form[:-1].endswith(rules.past) else "s"
    for codes, endings in (("g", rules.ing), ("r", rules.present), ("p", rules.past), ("n", rules.participle)):
        if form.endswith(endings) and endings:
            return codes + ("n" if codes == "p" and form.endswith(rules.participle) else "")
    return "b" if lemma.startswith(form) else "r"


def _german_verb(form: str, lemma: str, lang: str, rules: GlossRules) -> str:
    verbs = load_verbs(lang)
    kinds = verbs.kinds(form) if verbs is not None else VerbKind.NONE
    found = "".join(dict.fromkeys(letter for kind, codes in _KINDS if kind & kinds for letter in codes))
    if form == lemma:
        return found or "br"
    if found:
        return found + "n" if form.endswith("iert") and "n" not in found else found
    if "zu" in form and lemma in (form.replace("zu", "", 1), form[: form.rfind("zu")] + form[form.rfind("zu") + 2 :]):
        return "z"
    if form.endswith(rules.ing):
        return "g"
    if form.endswith(("t", "en")) and "ge" in form:
        return "n"
    return "p" if form.endswith(rules.past) else "r" if form.endswith("t") else ""


def _polish_verb(form: str, lemma: str, lang: str) -> str:
    codes = reading(lang, form)
    found = "".join(dict.fromkeys(_POLISH[code] for code in codes if code in _POLISH))
    if "r" in found and is_perfective(lang, lemma):
        found = found.replace("r", "f")
    if not found and "j" in codes:
        found = "g" if "ąc" in form[-5:] else "n"
    return found


@lru_cache(1 << 14)
def noun_form(form: str, lemma: str, lang: str, rules: GlossRules) -> tuple[str, bool, bool]:
    """Return a case-folded noun's number, definiteness and whether it has the ending of an owner.

    The number is "1", "n" for more, "0" where only its determiner tells, or "" where it looks like the base form.
    """
    if has_readings(lang):
        found = cases(lang, form)
        if not found:
            return "", False, False
        return ("1" if found.islower() else "n" if found.isupper() else "0"), False, False
    plurals = _irregular_plurals(lemma, lang)
    if load_verbs(lang) is not None:
        return _german_noun(form, lemma, plurals, rules), False, False
    owns = form != lemma and form.endswith("s") and not lemma.endswith("s")
    bare = form[:-1] if owns else form
    if bare in plurals:
        return ("" if bare == lemma else "n"), False, owns
    if any(bare.startswith(p) and bare.endswith(rules.plural_definite) for p in plurals):
        return "n", True, owns
    if bare == lemma:
        return "", False, owns
    if bare.endswith(rules.plural_definite):
        return "n", True, owns
    if bare.endswith(rules.definite):
        return "1", True, owns
    return ("n" if bare.endswith(rules.plural) else ""), False, owns


def _german_noun(form: str, lemma: str, plurals: Sequence[str], rules: GlossRules) -> str:
    feminine = lemma.endswith(rules.feminine)
    if form == lemma:
        return "1" if feminine or (plurals and lemma not in plurals) else "0" if lemma.endswith(rules.same) else "1"
    if form in plurals:
        return "n"
    if form in {lemma + "s", lemma + "es", lemma + "ses"}:
        return "0" if lemma[-1] in "aeiouy" else "1s"
    if form in {lemma + "en", lemma + "n"}:
        return "n" if feminine or lemma.endswith(("er", "el")) else "0"
    return "n"


def _irregular_plurals(lemma: str, lang: str) -> tuple[str, ...]:
    table = load_irregulars(lang)
    for start in range(max(1, len(lemma) - 2)):
        base = lemma[start:]
        columns = table.get(("noun", base)) or table.get(("noun", base.title()))
        if columns and (not start or start >= _SHORTEST_FIRST):
            return tuple(
                lemma[:start] + form.casefold() for name, forms in columns if name == "plural" for form in forms
            )
    return ()


@cache
def _degrees(lang: str) -> dict[str, frozenset[str]]:
    """Return the irregular forms of adjectives by lemma, all case-folded."""
    return {
        lemma.casefold(): frozenset(form.casefold() for name, forms in columns if name == "degree" for form in forms)
        for (pos, lemma), columns in load_irregulars(lang).items()
        if pos == "adj"
    }


def degree_of(form: str, lemma: str, lang: str, rules: GlossRules) -> str:
    """Return "more" or "most" for the comparative or superlative of an adjective, "" for its base form."""
    if form == lemma or not rules.most:
        return ""
    if rules.most_prefix:
        if form.startswith(rules.most_prefix) and not lemma.startswith(rules.most_prefix):
            return "most"
        return "more" if form.endswith(rules.more) and not lemma.endswith(rules.more) else ""
    column = _degrees(lang).get(lemma, frozenset())
    if form in column and not form.startswith(lemma):
        return "most" if form.endswith(rules.most) else "more" if "er" in form[-5:] else ""
    rest = next((form[n:] for n in (len(lemma), len(lemma) + 1) if form[:n].startswith(lemma)), "")
    rests = {rest, rest[1:] if form[len(lemma) : len(lemma) + 1] == lemma[-1:] else rest}
    if rests & set(rules.more):
        return "more"
    return "most" if rests & set(rules.most) and not lemma.endswith("s") else ""
