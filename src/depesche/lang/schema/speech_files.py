"""`speech.toml` and `clauses.toml` read into `Speech`: how a language reports what others say.

The first file holds its cues with their act and construction and most of its small words, the second its word order
and the words by which clauses are told apart.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, Final

from depesche.errors import DataError
from depesche.lang.loader import read_toml, read_tsv
from depesche.lang.schema.morphology import has_readings
from depesche.lang.schema.speech import (
    Entry,
    Grammar,
    Hedge,
    Lead,
    Noun,
    Parenthetical,
    Refusal,
    SourcePhrase,
    Speech,
    Verb,
    VerbForm,
)
from depesche.lang.schema.speech_forms import Pattern, verb_forms
from depesche.lang.schema.verbs import load_verbs
from depesche.records import Act

CONSTRUCTIONS: Final = frozenset({"quote", "that", "question", "bare", "inf", "order", "object", "of", "as"})
LISTS: Final = files(__package__).joinpath("word_lists.txt").read_text("utf-8").split()
FINITE_ENDINGS: Final = "finite_endings"  # endings and no words: kept apart
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
    """Return the case-folded words, those with an apostrophe in both its shapes ("it's", "it’s")."""
    words = frozenset(w for item in items for w in _split(item))
    return words | {w.replace("'", "’") for w in words if "'" in w}


def _verb(entry: dict[str, Any], where: str) -> Verb:
    return Verb(
        lemma=entry["lemma"],
        act=_act(entry.get("act", "assert"), where),
        takes=_takes(entry, where),
        neutral=entry.get("neutral", False),
        vows=entry.get("vows", False),
        informs=entry.get("informs", False),
        thought=entry.get("thought", False),
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
        said=entry.get("said", False),
        claims=_fold(entry.get("claims", ())),
        listener=entry.get("listener", False),
        press=entry.get("press", False),
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
            e.get("noun", False),
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
            e.get("sourced", False),
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
            then = _fold(e.get("then", ()))
            own, infinitive = e.get("own", False), e.get("infinitive", False)
            act, sure = _act(e.get("act", "assert"), f"lang/{lang}/speech.toml, hedge {words!r}"), e.get("sure", False)
            hedge = Hedge(_split(words), then, e.get("alone", False), own, infinitive, act, sure, e.get("example", ""))
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


def _second(entry: Lead) -> str:
    """Return the second word of an entry that is no verb, "" where it has one word."""
    if isinstance(entry, Noun):
        return ""
    words = entry.before if isinstance(entry, SourcePhrase) else entry.words
    return words[1] if len(words) > 1 else ""


def _forms(gathered: _Index, fits: Callable[[Verb], bool]) -> frozenset[str]:
    """Return the forms of the verbs that fit."""
    items = gathered.first.items()
    return frozenset(w for w, entries in items if any(isinstance(e, VerbForm) and fits(e.verb) for e in entries))


def join_word_lists(where: str, speech: dict[str, Any], clauses: dict[str, Any]) -> dict[str, Any]:
    """Return the lists of words of both files of the language `where`.

    Raises:
        DataError: a list has an unknown name, or stands in both files.
    """
    known = {*LISTS, FINITE_ENDINGS}
    for key in (*speech, *clauses):
        if key not in known and not key.endswith("_phrases"):
            raise DataError(f"{where}: no list {key!r} is read; mend its name or add it to schema/word_lists.txt")
        if key in speech and key in clauses:
            raise DataError(f"{where}: {key!r} is in both speech.toml and clauses.toml; join the two lists in one file")
    return {**speech, **clauses}


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
    words = join_word_lists(name, data.get("words", {}), clauses.get("words", {}))
    for preposition in sorted(_fold(words.get("report_prepositions", ()))):
        gathered.add(preposition, SourcePhrase((preposition,), (), frozenset(), Act.ASSERT, report=True))
    grammar = {**data.get("grammar", {}), **clauses.get("grammar", {})}
    pronouns = {key: _fold(items) for key, items in data.get("pronouns", {}).items()}
    if grammar.get("irregular_past", False):
        words["finite"] = [*words.get("finite", ()), *_irregular_past(lang)]
    return Speech(
        lang=lang,
        index={word: tuple(entries) for word, entries in gathered.first.items()},
        starts=frozenset(gathered.first) | frozenset(gathered.last),
        verb_forms={
            word: forms
            for word, entries in gathered.first.items()
            if (forms := tuple(e for e in entries if isinstance(e, VerbForm)))
        },
        answers=_forms(gathered, lambda verb: verb.act in (Act.DENY, Act.CONFIRM)),
        speaking=_forms(gathered, lambda verb: "quote" in verb.takes or verb.act is not Act.ASSERT),
        leads={
            word: others
            for word, entries in gathered.first.items()
            if (others := tuple((_second(e), e) for e in entries if not isinstance(e, VerbForm)))
        },
        last_index={word: tuple(entries) for word, entries in gathered.last.items()},
        words={key: _fold(words.get(key, ())) for key in LISTS},
        phrases={key: tuple(_split(p) for p in items) for key, items in words.items() if key.endswith("_phrases")},
        nouns=_nouns(data.get("source_nouns", {})),
        pronouns=pronouns,
        subjects=frozenset(w for key, forms in pronouns.items() if key.startswith("subject") for w in forms),
        finite_endings=tuple(sorted(_fold(words.get(FINITE_ENDINGS, ())))),
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
