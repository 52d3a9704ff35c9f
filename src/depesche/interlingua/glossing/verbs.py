"""English verb forms of a gloss: helping verbs agree with their subject and ask for the form of the next verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from depesche import settings
from depesche.interlingua import english
from depesche.interlingua.glossing.order import CLAUSE_MARKS
from depesche.interlingua.glossing.slots import Slot
from depesche.interlingua.lexicon import load_concepts_table
from depesche.lang.schema.gloss import GlossRules, load_english_forms

_BE = {"r": ("is", "are"), "p": ("was", "were"), "u": ("would be", "would be"), "f": ("will be", "will be"),
       "b": ("be", "be"), "n": ("been", "been"), "g": ("being", "being")}  # fmt: skip
_HAVE = {"r": ("has", "have"), "p": ("had", "had"), "u": ("would have", "would have"), "f": ("will have", "will have"),
         "b": ("have", "have"), "n": ("had", "had"), "g": ("having", "having")}  # fmt: skip
_BECOME = {"r": ("becomes", "become"), "p": ("became", "became"), "u": ("would become", "would become"),
           "f": ("will become", "will become"), "b": ("become", "become"), "n": ("become", "become"),
           "g": ("becoming", "becoming")}  # fmt: skip
_POSSESSIVES = {"he": "his", "she": "her", "it": "its", "they": "their", "we": "our", "I": "my", "you": "your"}
_DO = {"r": ("does", "do"), "p": ("did", "did")}
_AGREEING = {"is to": "are to", "wants to": "want to", "lets": "let"}


class VerbForms:
    """Puts the verbs of a text into their forms, from left to right, by the subject and what the last verb asks for."""

    def __init__(self, rules: GlossRules) -> None:
        self._rules = rules
        self._forms = load_english_forms()
        self.asked = ""  # the form that the verb before asks for: "b", "n", "" for a finite verb
        self.many = False  # the subject is a plural
        self.first = False  # the subject is I
        self._in_phrase = False  # a preposition governs what stands here
        self._had_verb = False
        self._passive = False
        self._outer: tuple[bool, bool] | None = None
        self._last_many = False  # the last noun is a plural
        self._owner = "his"  # what the possessive of the subject is

    def put(self, slots: Sequence[Slot]) -> Iterator[Slot]:
        """Yield the slots with verbs and helping verbs in their final form."""
        for i, slot in enumerate(slots):
            if slot.is_verb or slot.role == "do":
                yield self._verb(slot, slots, i)
            elif slot.kind == "small" and self._passive and _names_doer(slots, i, self._rules):
                self._in_phrase = True
                yield replace(slot, text=self._rules.after_passive[slot.source])
            elif self._had_verb and slot.source in self._rules.reflexive and slot.text.endswith("his"):
                yield replace(slot, text=slot.text.removesuffix("his") + self._owner)
            else:
                self._pass(slot, slots, i)
                yield slot

    def _pass(self, slot: Slot, slots: Sequence[Slot], i: int) -> None:
        """Note what a word that is no verb changes: the subject, what is asked of the next verb."""
        if slot.kind == "mark":
            if slot.text in CLAUSE_MARKS and slot.text != "-":
                self._close()
            if slot.text in ".!?":
                self._owner = "his"
        elif slot.text in {"to", "in order to", "for to"} and _before_infinitive(slots, i):
            self.asked = "b"
        elif not self._in_phrase and not self._had_verb and _counts_alone(slots, i):
            self.many, self.first = slot.text not in {"1", "one"}, False
        elif slot.role == "conjunction":
            self._open(slot)
        elif slot.role == "preposition":
            self._in_phrase = True
        elif slot.role == "subject":
            self.many, self.first = slot.text in {"we", "you", "they"}, slot.text == "I"
            self._owner = _POSSESSIVES.get(slot.text, self._owner)
            if slot.text == "there":
                self.many = next(
                    (s.plural for s in slots[i + 1 : i + settings.PHRASE_REACH] if s.is_nominal and not s.first_part),
                    False,
                )
            self._in_phrase = self._had_verb = False
            self.asked = ""
        elif slot.is_nominal and not slot.first_part:
            self._passive = self._passive and self._rules.verb_last
            self._last_many = slot.plural or slot.text in self._forms.mass_plural
            if not self._in_phrase and not self._had_verb:
                j = next((k for k in range(i - 1, max(0, i - 4), -1) if slots[k].role != "determiner"), 0)
                joined = j > 0 and slots[j].role == "and" and slots[j - 1].is_nominal
                self._owner = "their" if slot.plural or joined else "his" if slot.person else "its"
                self.many, self.first = slot.plural or joined or slot.text in self._forms.mass_plural, False
            self._in_phrase = self._in_phrase and not _ends_phrase(slots, i)

    def _close(self) -> None:
        """End a clause: after a relative clause the subject before it counts again, after another there is none yet."""
        self.asked, self._in_phrase, self._passive = "", False, False
        if self._outer is not None:
            self.many, self._had_verb = self._outer
            self._outer = None
        elif self._had_verb:
            self.many = self._had_verb = False

    def _open(self, slot: Slot) -> None:
        relative = slot.text in {"who", "which", "that"}
        if relative and not self._had_verb:
            self._outer = (self.many, self._had_verb)
        self.asked, self._in_phrase, self._had_verb, self._passive = "", False, False, False
        self.many = self._last_many if relative else False

    def _verb(self, slot: Slot, slots: Sequence[Slot], i: int) -> Slot:
        if slot.role == "do":
            self._after("b")
            return replace(slot, text=self._agreeing(_DO[slot.forms], slot.forms))
        if slot.role == "modal":
            text = _AGREEING.get(slot.text, slot.text) if self.many else slot.text
            text = "am to" if self.first and slot.text == "is to" else text
            if self.asked and slot.text in {"can", "could"}:
                text = "be able to"
            self._after("b")
            return replace(slot, text=text)
        following = _next_verb(slots, i)
        if slot.role in {"be", "have", "become"}:
            return self._helper(slot, following, slots, i)
        return self._full(slot, slots, i)

    def _helper(self, slot: Slot, following: Slot | None, slots: Sequence[Slot], i: int) -> Slot:
        form = self._form(slot)
        participle = following is not None and bool(set(following.forms) & set("n"))
        table, asks = {"be": (_BE, ""), "have": (_HAVE, ""), "become": (_BECOME, "")}[slot.role]
        if following is not None and slot.role == "have":
            asks = "b" if following.forms == "z" or _to_between(slots, i) else "n"
        elif following is not None and participle and slot.role == "be":
            moved = following.lemma in self._rules.moved or following.role in {"be", "become"}
            table, asks = (_HAVE if moved else _BE), "n"
            self._passive = not moved
        elif following is not None and slot.role == "become":
            told = self._rules.verb_last and "b" in following.forms and form != "p"  # "würde verstoßen"
            if participle and not told:
                table, asks, self._passive = _BE, "n", True
            elif set(following.forms) & set("b") and self._rules.verb_last:
                self._after("b")
                return replace(slot, text="would" if form in "u" else "will")
        elif slot.role == "become" and _becomes_result(slots, i):
            table = _BE
        elif following is not None and slot.role == "be" and form == "f" and set(following.forms) & set("bp"):
            self._after("b")
            return replace(slot, text="will")
        self._after(asks)
        return replace(slot, text=self._agreeing(table[form], form))

    def _full(self, slot: Slot, slots: Sequence[Slot], i: int) -> Slot:
        asked, forms = self.asked, slot.forms
        before = slots[i - 1] if i else None
        after = slots[i + 1] if i + 1 < len(slots) else None
        if self._is_adjective(slot, before, after):
            return replace(slot, text=english.gerund(slot.text) if "g" in forms else english.participle(slot.text))
        passive = "s" in forms and slot.source not in self._rules.mutual
        self._after("b" if not asked and slot.text in {"let", "help"} else "")
        if after is not None and after.forms == "b" and after.kind == "verb" and not self._rules.before_verb:
            self._after("b")  # Polish has no word before an infinitive
            return replace(slot, text=f"{self._finite(slot, asked)} to")
        if asked == "b" and set(forms) & set("bszr"):
            text = f"be {english.participle(slot.text)}" if passive else slot.text
        elif asked == "n" and set(forms) & set("nbp"):
            text = english.participle(slot.text)
            self.asked = "n" if after is not None and after.role == "and" else ""
        elif passive or forms == "q":
            self._passive = True
            text = f"{self._agreeing(_BE['p' if set(forms) & set('pq') else 'r'], 'r')} {english.participle(slot.text)}"
        else:
            text = self._finite(slot, asked)
        if asked == "b" and after is not None and after.role == "and":
            self.asked = "b"
        return replace(slot, text=text)

    def _is_adjective(self, slot: Slot, before: Slot | None, after: Slot | None) -> bool:
        """Say whether a participle stands before a noun it describes: "the killed soldiers"."""
        if not slot.forms or slot.forms.strip("ngp") or not set(slot.forms) & set("ng"):
            return False
        if slot.forms in {"g"}:
            return True
        noun = after is not None and (after.is_nominal or after.kind == "adj")
        return noun and before is not None and (before.role in {"determiner", "preposition"} or before.kind == "adj")

    def _finite(self, slot: Slot, asked: str) -> str:
        forms = slot.forms
        if slot.text.startswith("be "):
            form = next((f for f in "pufr" if f in forms), "b")
            return f"{self._agreeing(_BE[form], form)} {slot.text[3:]}"
        if "p" in forms:
            return english.past(slot.text)
        if forms == "u":
            return f"would {slot.text}"
        if "f" in forms:
            return f"will {slot.text}"
        if forms == "n":
            return english.participle(slot.text)
        if forms in {"b", "z", "bs"} or (asked == "b"):
            return slot.text
        return slot.text if self.many or self.first else english.third_person(slot.text)

    def _form(self, slot: Slot) -> str:
        if self.asked and self.asked in slot.forms:
            return self.asked
        if self.asked == "b":
            return "b"
        return next((form for form in "rpufngb" if form in slot.forms), "r")

    def _agreeing(self, pair: tuple[str, str], form: str) -> str:
        if self.first and pair[0] in {"is", "has", "does"}:
            return {"is": "am", "has": "have", "does": "do"}[pair[0]]
        return pair[1] if self.many else pair[0]

    def _after(self, asked: str) -> None:
        self.asked, self._had_verb, self._in_phrase = asked, True, False


def _next_verb(slots: Sequence[Slot], i: int) -> Slot | None:
    """Return the verb that a helping verb belongs to: the next in its clause, past what stands between them."""
    for slot in slots[i + 1 : i + settings.CLAUSE_REACH]:
        if slot.is_verb and slot.forms != "g":
            return slot
        if (slot.kind == "mark" and slot.text in CLAUSE_MARKS and slot.text != "-") or slot.role == "conjunction":
            return None
    return None


def _counts_alone(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a number is the subject without a noun: "31 blev såret", "de 31 sårede er hjemme"."""
    counted = slots[i - 1] if slots[i].kind == "adj" and i else slots[i]
    verb = i + 1 < len(slots) and slots[i + 1].is_verb
    return verb and (counted.kind == "number" or counted.counts)


def _becomes_result(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a helping verb makes a passive with an adjective that tells what was done: "blev såret"."""
    after = next((s for s in slots[i + 1 : i + 4] if s.kind != "adv" and s.text != "not"), None)
    if after is None or after.kind != "adj" or after.slug not in load_concepts_table():
        return False
    table = load_concepts_table()
    root = table.get(table[after.slug].root)
    return root is not None and root.pos == "verb"


def _names_doer(slots: Sequence[Slot], i: int, rules: GlossRules) -> bool:
    """Say whether a preposition after a passive verb is "by": no number or time follows."""
    following = slots[i + 1] if i + 1 < len(slots) else None
    if slots[i].source not in rules.after_passive or following is None:
        return False
    counted = following.kind == "number" or (following.counts and following.role != "determiner")
    return not counted and following.text not in load_english_forms().times


def _to_between(slots: Sequence[Slot], i: int) -> bool:
    return i + 1 < len(slots) and slots[i + 1].text == "to"


def _before_infinitive(slots: Sequence[Slot], i: int) -> bool:
    for slot in slots[i + 1 : i + 4]:
        if slot.is_verb:
            return bool(set(slot.forms) & set("bsz")) or slot.kind == "verb"
        if slot.kind not in {"adv", "small"}:
            return False
    return False


def _ends_phrase(slots: Sequence[Slot], i: int) -> bool:
    """Say whether a noun is the last of its phrase: what follows is no part of a compound or list."""
    following = slots[i + 1] if i + 1 < len(slots) else None
    if following is not None and slots[i].text.removesuffix("s") in load_english_forms().times:
        return not following.text.startswith("of")
    return following is None or not (following.is_nominal or following.text.startswith("of") or following.role == "and")
