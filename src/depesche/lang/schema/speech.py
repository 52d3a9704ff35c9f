"""How a language reports what others say: the kinds of cues, and `Speech`, which holds all of a language.

`Speech.index` leads from the case-folded first word of a cue to everything that can start there: one look-up a token.
It is read by `speech_files` from `speech.toml` and `clauses.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from depesche.lang.schema.morphology import reading
from depesche.lang.schema.verbs import VerbTable
from depesche.records import Act


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb. `with_words` are phrases (word by word) one of which must stand in its clause,
    `next_words` ones one of which must follow it ("point out"), `without` words right after it that make it another
    verb ("sverget inn"). `cites`: its object speaks ("quoted X as saying"). `written`: only with a document as its
    subject ("the survey found 40 percent would"). `said`: its object is always something said, one word is enough
    ("ruled out a merger", "demanded answers"). `claims`: prepositions after which something new is what is claimed
    ("sprach von einem Unglück", never "sprach von seiner Reise"). `listener`: its subject hears it,
    nobody is named who says it ("the jury heard that").
    `thought`: its subject thinks; in reported speech it opens no statement of its own ("Man rechne damit, dass …").
    `press`: only with a medium as its subject ("The Herald understands that").
    `vows`: promises what is still to come ("zapewnił, że będzie") and asserts all else. `informs`: its preposition or
    object tells what happened ("informował o pożarze"), no topic.
    """

    lemma: str
    act: Act
    takes: frozenset[str]
    neutral: bool = False
    vows: bool = False
    thought: bool = False
    informs: bool = False
    negated: str | None = None
    particle: str | None = None
    with_words: tuple[tuple[str, ...], ...] = ()
    next_words: tuple[tuple[str, ...], ...] = ()
    without: frozenset[str] = frozenset()
    reflexive: bool = False
    prepositions: frozenset[str] = frozenset()
    addressee: bool = False
    continues: bool = False
    human: bool = False
    hedged: bool = False
    medium: bool = False
    cites: bool = False
    written: bool = False
    said: bool = False
    claims: frozenset[str] = frozenset()
    listener: bool = False
    press: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Noun:
    """A reporting noun ("the claim that …")."""

    lemma: str
    act: Act
    takes: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    example: str = ""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Words before and after a phrase that make it a source ("according to X", "X zufolge", "nach X' Angaben").

    `report`: a preposition that needs a noun of reporting after it ("nach Polizeiangaben", "in his view").
    `cites`: a medium names its source so ("citing X"). `noun`: one of `said_nouns` stands behind it, or before the
    relative clause it opens ("zgodnie z planem X", "plan, zgodnie z którym").
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    skip: frozenset[str]
    act: Act
    hedged: bool = False
    mind: bool = False
    tail: bool = False
    report: bool = False
    cites: bool = False
    noun: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Parenthetical:
    """A fixed report phrase without a speaker in the nominative ("hieß es").

    `sourced`: only where the phrase names who says so ("Für die Ärzte steht fest, dass").
    """

    words: tuple[str, ...]
    sources: frozenset[str]
    takes: frozenset[str]
    act: Act
    hedged: bool = False
    sourced: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that turn a speech verb after them into a refusal ("refused to"), or refuse by themselves."""

    words: tuple[str, ...]
    nouns: frozenset[str]
    speech: bool
    act: Act
    example: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that mark content as hearsay; one of `then` must follow in the clause where there are any.

    `own`: the subject says so of itself ("will ihn gesehen haben"). `infinitive`: an infinitive must follow that tells
    what somebody did, no plan ("miał ukraść auto", not "miał wrócić w środę"). `sure`: no hearsay, although nobody is
    named who says it ("is confirmed to have").
    """

    words: tuple[str, ...]
    then: frozenset[str]
    alone: bool
    own: bool = False
    infinitive: bool = False
    act: Act = Act.ASSERT
    sure: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb as it stands in text. A `joined` form needs no particle; `rest` follows its first word."""

    verb: Verb
    kind: str
    needs_particle: bool
    rest: tuple[str, ...] = ()


Lead = Noun | SourcePhrase | Parenthetical | Refusal | Hedge
Entry = VerbForm | Lead


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the engine must know of word order. `bare_comma`: a content clause without "that" follows a comma.

    `verb_medial`: the verb stands second and never last, as in Danish and Norwegian. `subject_first`: a subject stands
    right before its verb and is never left out, as in English.
    """

    verb_second: bool
    verb_final: bool
    bare_comma: bool
    drop_subject: bool
    case_marked: bool
    base_form_nouns: bool
    verb_medial: bool = field(init=False)
    subject_first: bool = field(init=False)

    def __post_init__(self) -> None:  # kept, since hardly a word is read without them
        object.__setattr__(self, "verb_medial", self.verb_second and not self.verb_final)
        object.__setattr__(self, "subject_first", not self.verb_second and not self.drop_subject)


@dataclass(frozen=True, slots=True)
class Speech:
    """All of a language's file, ready for look-up. `words` and `pronouns` map the name of a list to its members.

    `subjects` are the pronouns that can be a subject; `table` is the language whose table of endings tells word forms.
    `verb_forms` and `leads` part what `index` has of a word: forms of verbs, and other entries with their second word,
    "" where they have one word alone. `starts` are all words a cue can be found at, `answers` those that deny or
    confirm, `speaking` those that show that somebody spoke: what they report may be quoted, or they do more than assert
    it. `compounds`, `unions`, `firsts` and `lasts` keep what was found once.
    """

    lang: str | None
    index: dict[str, tuple[Entry, ...]]
    starts: frozenset[str]
    verb_forms: dict[str, tuple[VerbForm, ...]]
    answers: frozenset[str]
    speaking: frozenset[str]
    leads: dict[str, tuple[tuple[str, Lead], ...]]
    last_index: dict[str, tuple[SourcePhrase, ...]]
    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    nouns: dict[str, tuple[str, str]]
    pronouns: dict[str, frozenset[str]]
    subjects: frozenset[str]
    finite_endings: tuple[str, ...]
    grammar: Grammar
    examples: tuple[tuple[str, str], ...]
    table: str | None = None
    verbs: VerbTable | None = None
    compounds: dict[str, tuple[str, str] | None] = field(default_factory=dict, compare=False, repr=False)
    unions: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    firsts: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    lasts: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def reading(self, word: str) -> str:
        """Return what forms a case-folded word can be (`schema.morphology`), "" in a language without a table."""
        return reading(self.table, word) if self.table else ""

    def has(self, group: str, word: str) -> bool:
        """Say whether a case-folded word is in one of the lists of [words]."""
        return word in self.words[group]

    def has_any(self, groups: tuple[str, ...], word: str) -> bool:
        """Say whether a case-folded word is in any of some lists of [words]; their union is kept."""
        union = self.unions.get(groups)
        if union is None:
            union = self.unions[groups] = frozenset().union(*(self.words[group] for group in groups))
        return word in union

    def may_open(self, group: str, word: str) -> bool:
        """Say whether a case-folded word is the first of a phrase of a list: nearly all words aren't."""
        first = self.firsts.get(group)
        if first is None:
            first = self.firsts[group] = frozenset(words[0] for words in self.phrases.get(group, ()))
        return word in first

    def may_end(self, group: str, word: str) -> bool:
        """Say whether a case-folded word is the last of a phrase of a list: nearly all words aren't."""
        last = self.lasts.get(group)
        if last is None:
            last = self.lasts[group] = frozenset(words[-1] for words in self.phrases.get(group, ()))
        return word in last

    def noun_kind(self, word: str) -> str | None:
        """Return the kind of source a case-folded noun names, by itself or as the last part of a compound."""
        found = self.noun_entry(word)
        return found[0] if found else None

    def noun_entry(self, word: str) -> tuple[str, str] | None:
        """Return (kind, base form) of a noun that names sources; compounds by their last part ("polizeisprecher")."""
        hit = self.nouns.get(word)
        if hit is not None or len(word) <= _MIN_COMPOUND:
            return hit
        if word not in self.compounds:
            if len(self.compounds) >= _MAX_COMPOUNDS:
                self.compounds.clear()
            self.compounds[word] = self._compound_entry(word)
        return self.compounds[word]

    def _compound_entry(self, word: str) -> tuple[str, str] | None:
        if word in self.words["no_sources"]:
            return None
        for cut in range(3, len(word) - _MIN_HEAD + 1):
            hit = self.nouns.get(word[cut:])
            if hit is not None:
                return hit[0], word[:cut] + hit[1]
        head = self.nouns.get("-" + word[-_SHORT_HEAD:])  # "-chef": a short word that ends compounds
        return (head[0], word) if head is not None else None


_MIN_HEAD: Final = 5  # letters the last part of a compound must have: shorter ones end too many other words
_SHORT_HEAD: Final = 4  # letters of the shorter last parts that the data list with a hyphen
_MIN_COMPOUND: Final = 8
_MAX_COMPOUNDS: Final = 50_000  # long words looked up whose entries are kept, beside those of the file
