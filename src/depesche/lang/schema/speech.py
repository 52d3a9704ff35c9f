"""`speech.toml` and `clauses.toml`: how a language reports what others say.

The first holds its cues with their act and construction and most of its small words, the second its word order and the
words by which clauses are told apart. Each is read once a language into `Speech`, whose `index` leads
from the case-folded first word of a cue to everything that can start there: one look-up a token.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from depesche.errors import DataError
from depesche.lang.loader import read_toml, read_tsv
from depesche.lang.schema.morphology import has_readings, reading
from depesche.lang.schema.speech_forms import Pattern, verb_forms
from depesche.lang.schema.verbs import VerbTable, load_verbs
from depesche.records import Act

CONSTRUCTIONS: Final = frozenset({"quote", "that", "question", "bare", "inf", "order", "object", "of", "as"})
FORM_KINDS: Final = ("finite", "participle", "infinitive", "gerund", "passive", "joined")
LISTS: Final = """
afterwards particles since whence
complementizers question relative negations conjunctions subordinators articles prepositions auxiliaries
modals infinitive_marks reflexives as_words adverbs addressee_prepositions answer_verbs titles impersonal
purpose subjunctive deny_content passive_by both including others from_prepositions finite passive_auxiliaries
noun_prepositions adversatives phase source_prepositions indefinite subjunctive_weak conditional as_markers
perfect_auxiliaries contrasts report_prepositions report_nouns hence genitive_articles any_words gerund_endings
pointers noun_articles refusal_modals past_endings age_endings descriptors firms charges articles_m articles_f
 dative_endings impersonal_verbs genitive_endings infinitive_verbs announcers
 finite_or_noun nonfinite neither beside_clauses definite_endings hearsay_modals people relay_prepositions polls
 polled familiar quantifiers two
 men_in_a surnames_f surnames_m
""".split()  # noqa: SIM905
NOUN_KINDS: Final = [
    "role_m",
    "role_f",
    "role",
    "institution",
    "collective",
    "anonymous",
    "document",
    "medium",
    "human",
]


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb. `with_words` are phrases (word by word) one of which must stand in its clause,
    `next_words` ones one of which must follow it ("point out"), `without` words right after it that make it another
    verb ("sverget inn"). `cites`: its object speaks ("quoted X as saying"). `written`: only with a document as its
    subject ("the survey found 40 percent would").
    """

    lemma: str
    act: Act
    takes: frozenset[str]
    neutral: bool = False
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
    `cites`: a medium names its source so ("citing X").
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
    example: str = ""


@dataclass(frozen=True, slots=True)
class Parenthetical:
    """A fixed report phrase without a speaker in the nominative ("hieß es")."""

    words: tuple[str, ...]
    sources: frozenset[str]
    takes: frozenset[str]
    act: Act
    hedged: bool = False
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
    """Words that mark content as hearsay; one of `then` must follow in the clause where there are any."""

    words: tuple[str, ...]
    then: frozenset[str]
    alone: bool
    example: str = ""


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb as it stands in text. A `joined` form needs no particle; `rest` follows its first word."""

    verb: Verb
    kind: str
    needs_particle: bool
    rest: tuple[str, ...] = ()


Entry = VerbForm | Noun | SourcePhrase | Parenthetical | Refusal | Hedge


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the engine must know of word order. `bare_comma`: a content clause without "that" follows a comma."""

    verb_second: bool
    verb_final: bool
    bare_comma: bool
    drop_subject: bool
    case_marked: bool
    base_form_nouns: bool

    @property
    def verb_medial(self) -> bool:
        """Say whether the verb stands second and never last, as in Danish and Norwegian."""
        return self.verb_second and not self.verb_final

    @property
    def subject_first(self) -> bool:
        """Say whether a subject stands right before its verb and is never left out, as in English."""
        return not self.verb_second and not self.drop_subject


@dataclass(frozen=True, slots=True)
class Speech:
    """All of a language's file, ready for look-up. `words` and `pronouns` map the name of a list to its members.

    `subjects` are the pronouns that can be a subject; `table` is the language whose table of endings tells word forms.
    """

    lang: str | None
    index: dict[str, tuple[Entry, ...]]
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

    def reading(self, word: str) -> str:
        """Return what forms a case-folded word can be (`schema.morphology`), "" in a language without a table."""
        return reading(self.table, word) if self.table else ""

    def has(self, group: str, word: str) -> bool:
        """Say whether a case-folded word is in one of the lists of [words]."""
        return word in self.words[group]

    def noun_kind(self, word: str) -> str | None:
        """Return the kind of source a case-folded noun names, by itself or as the last part of a compound."""
        found = self.noun_entry(word)
        return found[0] if found else None

    def noun_entry(self, word: str) -> tuple[str, str] | None:
        """Return (kind, base form) of a noun that names sources; compounds by their last part ("polizeisprecher")."""
        hit = self.nouns.get(word)
        if hit is None and len(word) > _MIN_COMPOUND:
            for cut in range(3, len(word) - _MIN_HEAD + 1):
                hit = self.nouns.get(word[cut:])
                if hit is not None:
                    return hit[0], word[:cut] + hit[1]
        return hit


_MIN_HEAD: Final = 5  # letters the last part of a compound must have: shorter ones end too many other words
_MIN_COMPOUND: Final = 8


def _act(value: object, where: str) -> Act:
    try:
        return Act(str(value))
    except ValueError as error:
        raise DataError(f"{where}: act {value!r} is none of {[a.value for a in Act]}; mend the entry") from error


def _takes(entry: dict[str, Any], where: str) -> frozenset[str]:
    takes = frozenset(entry.get("takes", ()))
    if not takes or takes - CONSTRUCTIONS:
        raise DataError(f"{where}: takes {sorted(takes)} must be some of {sorted(CONSTRUCTIONS)}; mend the entry")
    return takes


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


def _fold(items: Any) -> frozenset[str]:
    return frozenset(w for item in items for w in _split(item))


def _verb(entry: dict[str, Any], where: str) -> Verb:
    return Verb(
        lemma=entry["lemma"],
        act=_act(entry.get("act", "assert"), where),
        takes=_takes(entry, where),
        neutral=entry.get("neutral", False),
        negated=entry.get("negated"),
        particle=(entry.get("particle") or "").casefold() or None,
        with_words=tuple(_split(w) for w in entry.get("with", ())),
        next_words=tuple(_split(w) for w in entry.get("next", ())),
        without=_fold(entry.get("without", ())),
        reflexive=entry.get("reflexive", False),
        prepositions=_fold(entry.get("prepositions", ())),
        addressee=entry.get("addressee", False),
        continues=entry.get("continues", False),
        human=entry.get("human", False),
        hedged=entry.get("hedged", False),
        medium=entry.get("medium", False),
        cites=entry.get("cites", False),
        written=entry.get("written", False),
        example=entry.get("example", ""),
    )


class _Index:
    """Gathers entries under the first word of each of their forms."""

    def __init__(self) -> None:
        self.first: dict[str, list[Entry]] = {}
        self.last: dict[str, list[SourcePhrase]] = {}
        self.examples: list[tuple[str, str]] = []

    def add(self, word: str, entry: Entry) -> None:
        self.first.setdefault(word, []).append(entry)


def _add_verbs(data: dict[str, Any], lang: str, out: _Index) -> None:
    patterns = {name: Pattern.from_table(p) for name, p in data.get("pattern", {}).items()}
    for entry in data.get("verb", ()):
        where = f"lang/{lang}/speech.toml, verb {entry.get('lemma')!r}"
        verb = _verb(entry, where)
        pattern = patterns.get(entry["pattern"]) if "pattern" in entry else None
        if "pattern" in entry and pattern is None:
            raise DataError(f"{where}: no pattern {entry['pattern']!r}; add it or mend the entry")
        for kind, form, needs in sorted(verb_forms(verb.lemma, verb.particle, pattern, entry.get("forms", {}))):
            words = tuple(form.split())
            if not words:
                raise DataError(f"{where}: an empty {kind} form; mend the entry or its pattern")
            if kind == "infinitive" and len(words) == 2 and len(words[0]) <= 2:
                words = words[1:]  # "zu sagen": the mark is known by itself
            out.add(words[0], VerbForm(verb, kind, needs, words[1:]))
        out.examples.append((verb.lemma, verb.example))


def _add_others(data: dict[str, Any], lang: str, out: _Index) -> None:
    for e in data.get("noun", ()):
        where = f"lang/{lang}/speech.toml, noun {e.get('lemma')!r}"
        noun = Noun(
            e["lemma"],
            _act(e.get("act", "assert"), where),
            _takes(e, where),
            _fold(e.get("prepositions", ())),
            e.get("example", ""),
        )
        for form in sorted({f.casefold() for f in [*e.get("forms", ()), e["lemma"]]}):
            out.add(form, noun)
        out.examples.append((noun.lemma, noun.example))
    for e in data.get("source", ()):
        source = SourcePhrase(
            _split(e.get("before", "")),
            _split(e.get("after", "")),
            _fold(e.get("skip", ())),
            _act(e.get("act", "assert"), f"lang/{lang}/speech.toml, source"),
            e.get("hedged", False),
            e.get("mind", False),
            e.get("tail", False),
            False,
            e.get("cites", False),
            e.get("example", ""),
        )
        if source.before:
            out.add(source.before[0], source)
        elif source.after:
            out.last.setdefault(source.after[0], []).append(source)
        out.examples.append((" … ".join((*source.before, *source.after)), source.example))
    for e in data.get("parenthetical", ()):
        where = f"lang/{lang}/speech.toml, parenthetical {e.get('words')!r}"
        phrase = Parenthetical(
            _split(e["words"]),
            _fold(e.get("from", ())),
            _takes(e, where),
            _act(e.get("act", "assert"), where),
            e.get("hedged", False),
            e.get("example", ""),
        )
        out.add(phrase.words[0], phrase)
        out.examples.append((e["words"], phrase.example))
    for e in data.get("refusal", ()):
        where = f"lang/{lang}/speech.toml, refusal"
        for words in [e["words"]] if isinstance(e["words"], str) else e["words"]:
            refusal = Refusal(
                _split(words),
                _fold(e.get("noun", ())),
                e.get("speech", True),
                _act(e.get("act", "decline"), where),
                e.get("example", ""),
            )
            out.add(refusal.words[0], refusal)
        out.examples.append((str(e["words"]), e.get("example", "")))
    for e in data.get("hedge", ()):
        for words in [e["words"]] if isinstance(e["words"], str) else e["words"]:
            hedge = Hedge(_split(words), _fold(e.get("then", ())), e.get("alone", False), e.get("example", ""))
            out.add(hedge.words[0], hedge)
        out.examples.append((str(e["words"]), e.get("example", "")))


def _nouns(table: dict[str, Any]) -> dict[str, tuple[str, str]]:
    out: dict[str, tuple[str, str]] = {}
    for kind in NOUN_KINDS:
        for group in table.get(kind, ()):
            forms = group.split()
            for form in forms:
                out.setdefault(form.casefold(), (kind, forms[0].casefold()))
    return out


def _irregular_past(lang: str | None) -> list[str]:
    """Return the past forms of irregular verbs that are not their base form too ("cut" may be a noun)."""
    rows = read_tsv(lang, "irregular_verb.tsv")
    return [form for row in rows for form in row["past"].split() if form != row["lemma"]]


@cache
def load_speech(lang: str | None) -> Speech:
    """Return how a language reports speech; an empty stock for a language without the file.

    Raises:
        DataError: an entry names an unknown act, construction or pattern.
    """
    data, name = read_toml(lang, "speech.toml"), lang or "_shared"
    gathered = _Index()
    _add_verbs(data, name, gathered)
    _add_others(data, name, gathered)
    clauses = read_toml(lang, "clauses.toml")
    words = {**data.get("words", {}), **clauses.get("words", {})}
    for preposition in sorted(_fold(words.get("report_prepositions", ()))):
        gathered.add(preposition, SourcePhrase((preposition,), (), frozenset(), Act.ASSERT, report=True))
    grammar = {**data.get("grammar", {}), **clauses.get("grammar", {})}
    pronouns = {key: _fold(items) for key, items in data.get("pronouns", {}).items()}
    if grammar.get("irregular_past", False):
        words["finite"] = [*words.get("finite", ()), *_irregular_past(lang)]
    return Speech(
        lang=lang,
        index={word: tuple(entries) for word, entries in gathered.first.items()},
        last_index={word: tuple(entries) for word, entries in gathered.last.items()},
        words={key: _fold(words.get(key, ())) for key in LISTS},
        phrases={key: tuple(_split(p) for p in items) for key, items in words.items() if key.endswith("_phrases")},
        nouns=_nouns(data.get("source_nouns", {})),
        pronouns=pronouns,
        subjects=frozenset(w for key, forms in pronouns.items() if key.startswith("subject") for w in forms),
        finite_endings=tuple(sorted(_fold(words.get("finite_endings", ())))),
        grammar=Grammar(
            verb_second=grammar.get("order", "svo") == "v2",
            verb_final=grammar.get("verb_final", False),
            bare_comma=grammar.get("bare_comma", False),
            drop_subject=grammar.get("drop_subject", False),
            case_marked=grammar.get("case_marked", False),
            base_form_nouns=grammar.get("base_form_nouns", False),
        ),
        examples=tuple(gathered.examples),
        table=lang if has_readings(lang) else None,
        verbs=load_verbs(lang),
    )
