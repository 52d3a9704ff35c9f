"""Where a noun phrase ends: at which token something else begins, though no mark stands before it.

How a phrase is read from its start is in `noun_phrases`.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from depesche.annotate.statements.clauses.boundaries import is_finite
from depesche.annotate.statements.cues.cue_types import opens_phrase
from depesche.annotate.statements.frames.frame import Frame, Layers
from depesche.annotate.statements.frames.marks import MARKS
from depesche.annotate.statements.frames.words import WordReader
from depesche.lang.schema.morphology import NOMINAL
from depesche.lang.schema.speech import Noun, Speech
from depesche.lang.schema.tense import is_past
from depesche.records import NameType

_ATTRIBUTE: Final = 10  # tokens of an attribute before its noun
_INFLECTED: Final = ("e", "en", "er", "es", "em")
_GROUP_WORDS: Final = 5  # words from the noun for a number of people to the noun for the people
_COMPOUND: Final = 4  # letters of a noun that compounds end in
_MEASURED: Final = 4  # tokens of "der 32 Jahre alte" before its noun
_INFINITIVE: Final = 7  # tokens behind "ohne" in which its "zu" stands
_PERSON: Final = 4  # words of a person's name
_TITLE_WORDS: Final = 5  # words between a house and the name of one who works for it
_DEFINITE: Final = 5  # letters of a noun whose ending is its article
_GENITIVE_LETTERS: Final = frozenset("aeiouyąęówhj")  # Polish attributes in the genitive end in these

_PERSONS: Final = ("role_m", "role_f", "role", "human")
_PAPERS: Final = ("document", "medium")
# whom or what a place tells apart: "a user on Facebook", "papers filed in court"
_TOLD_APART: Final = ("collective", "human", "anonymous", "institution", "document", "medium")


def ends_phrase(reader: WordReader, j: int, named: bool, start: int) -> bool:
    """Say whether the token at `j` is no part of the phrase from `start` on; `named`: it has a name before `j`."""
    frame, speech = reader.frame, reader.speech
    word = frame.lower(j)
    if speech.grammar.verb_final and not any(reader.nominal_token(k) for k in range(start, j)):
        return False  # "einer am Montag veröffentlichten Umfrage": the noun is still to come
    if speech.grammar.verb_final and j <= attribute_end(reader, start):
        return False
    if reader.time_at(j) and not (frame.tokens[j].text.isdigit() or _inside_title(reader, j)):
        return True
    former = speech.grammar.verb_medial and speech.has("articles", frame.lower(j - 1))  # "en tidligere ansatt"
    owned = speech.has("articles", frame.lower(j - 1)) and "j" in speech.reading(word)  # "jej były partner"
    if (reader.is_small(j) and not former) or (is_finite(frame, j, speech) and not owned):
        return True
    if speech.has("infinitive_marks", word) or speech.has("nonfinite", word):
        return True
    if frame.tokens[j].text in MARKS or speech.has("as_words", word) or _soon(frame, j, speech):
        return True
    if speech.has("relative", word) and not speech.has("articles", word):
        return True
    if speech.has("familiar", word):
        return False  # "people familiar with the matter"
    if any(speech.has("familiar", frame.lower(k)) for k in range(max(start, j - 4), j)):
        return reader.is_reporting(j)
    if _after_head(reader, j, named) or reader.is_reporting(j):
        return True
    if speech.table is not None and j > start and (_addressed(reader, j) or speech.has_any(("asked", "moods"), word)):
        return True
    if speech.has("prepositions", word):
        return _preposition_ends(reader, j, named, start)
    return _opens_another(reader, j, named, start)


def _soon(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a Danish or Norwegian time told by an event opens at `j`: "sa Foss | rett etter målgang"."""
    timed = speech.grammar.verb_medial and speech.has("time_units", frame.lower(j))
    return timed and speech.has("offsets", frame.lower(j + 1))


def attribute_end(reader: WordReader, start: int) -> int:
    """Return where the noun stands before which a German attribute holds another: "eine mit dem Fall vertraute | Frau",
    `start` where there is none."""
    frame, speech = reader.frame, reader.speech
    if not speech.has("articles", frame.lower(start)):
        return start
    if not speech.has("prepositions", frame.lower(start + 1)):
        return start + _MEASURED if _measured(frame, start + 1, speech) else start
    for j in range(start + 3, min(start + _ATTRIBUTE, frame.last() - 1)):
        token = frame.tokens[j]
        if not token.text[0].isalnum():
            return start
        closed = speech.has_any(("articles", "prepositions", "adverbs"), token.lower)
        inflected = not closed and token.text[0].islower() and token.lower.endswith(_INFLECTED)
        if inflected and frame.tokens[j + 1].text[0].isupper() and frame.tokens[j - 1].text[0].isupper():
            return j + 1
    return start


def _measured(frame: Frame, j: int, speech: Speech) -> bool:
    """Say whether a figure, its unit and an adjective stand before a German noun: "der | 32 Jahre alte | Fahrer"."""
    if not speech.grammar.verb_final or j + 3 >= len(frame.tokens):
        return False
    figure, unit, plain, noun = frame.tokens[j : j + 4]
    counted = figure.text[0].isdigit() or speech.has("quantifiers", figure.lower)
    named = unit.text[0].isupper() and noun.text[0].isupper()
    return counted and named and plain.text[0].islower() and plain.lower.endswith(_INFLECTED)


def _addressed(reader: WordReader, j: int) -> bool:
    """Say whether a Polish dative follows a phrase, the one told: "powiedział szef banku | dziennikarzom"."""
    cases = NOMINAL.intersection(reader.speech.reading(reader.frame.lower(j))) - frozenset("hoj")
    led = any(reader.speech.has("prepositions", reader.frame.lower(k)) for k in (j - 2, j - 1))
    told = cases == frozenset("d") or (reader.dative_noun(j) and not led)
    return told and not reader.speech.has("titles", reader.frame.lower(j - 1))


def _preposition_ends(reader: WordReader, j: int, named: bool, start: int) -> bool:
    """Say whether the preposition at `j` leads to no attribute of the phrase: a time, a vehicle, the one told."""
    frame, speech = reader.frame, reader.speech
    word = frame.lower(j)
    if j + 1 < len(frame.tokens) and (reader.time_at(j + 1) or _described_time(reader, j + 1)):
        return True
    if speech.has("oblique_pronouns", frame.lower(j + 1)) and not speech.has("noun_prepositions", word):
        return True  # "Prezes | do mnie | zadzwonił", no "jeden z nich"
    if opens_phrase(frame, j, "on_request_phrases", speech) or _by_manner(reader, j):
        return True  # "eine Sprecherin | auf Anfrage"
    if speech.grammar.verb_medial and _never_attribute(reader, j):
        return True
    kind = speech.noun_kind(frame.lower(j - 1))
    headed = named or kind is not None or speech.grammar.verb_final
    headed |= speech.grammar.verb_medial and j > start and frame.tokens[j - 1].text[0].isupper()
    person = not named and kind in ("role_m", "role_f", "role", "human", "collective", "anonymous")
    if vehicle(reader, j) and (headed or speech.table is not None or not speech.has("passive_by", word)):
        return True
    if leads_to_told(frame, speech, reader.layers, j) or _tells_where(reader, j, kind, start):
        return True
    if speech.grammar.verb_medial and headed and kind not in _PAPERS and _beside_saying(reader, j):
        return True
    if speech.grammar.verb_medial and named and _works_at(reader, j, start):
        return False
    return headed and not person and word not in speech.words["noun_prepositions"]  # "Spokesman X of the Y"


def _described_time(reader: WordReader, j: int) -> bool:
    """Say whether a German adjective and a time stand at `j`: "am | späten Dienstagabend"."""
    frame, speech = reader.frame, reader.speech
    plain = speech.grammar.verb_final and frame.lower(j).endswith("en") and frame.tokens[j].text[0].islower()
    return plain and not speech.has("articles", frame.lower(j)) and reader.time_at(j + 1) is not None


def _by_manner(reader: WordReader, j: int) -> bool:
    """Say whether a German preposition tells why or how somebody spoke: "aus Sorge um die Kinder", "ohne Namen zu
    nennen"."""
    frame, speech = reader.frame, reader.speech
    if not speech.grammar.verb_final:
        return False
    if speech.has("purpose", frame.lower(j)) and not speech.has("aims", frame.lower(j)):
        return any(speech.has("infinitive_marks", frame.lower(k)) for k in range(j + 2, j + _INFINITIVE))
    k = j + 1 + speech.has("articles", frame.lower(j + 1))
    k += k + 1 < len(frame.tokens) and frame.tokens[k].text[0].islower() and frame.lower(k).endswith(_INFLECTED)
    return speech.has("manners", frame.lower(k))  # "mit ruhiger Stimme"


def _opens_another(reader: WordReader, j: int, named: bool, start: int) -> bool:
    """Say whether another noun phrase opens at `j`, by its article, figure or ending."""
    frame, speech = reader.frame, reader.speech
    fresh = speech.has("articles", frame.lower(j)) and not speech.has("conjunctions", frame.lower(j - 1))
    if speech.grammar.verb_final and fresh and j > start:
        named_man = speech.has("articles_m", frame.lower(j)) and speech.noun_kind(frame.lower(j + 1)) == "role_m"
        if not speech.has("genitive_articles", frame.lower(j)) or (named_man and reader.name_at(j + 2)):
            return True  # "laut Angaben des Senders | der Trainer Ole Lund"
    if speech.grammar.verb_final and _bare_object(reader, j, start):
        return True
    figure = frame.tokens[j].text[0].isdigit() and frame.tokens[j - 1].text[0].islower()
    if speech.grammar.verb_medial and figure and j > start and speech.noun_kind(frame.lower(j - 1)) is not None:
        return True  # "fikk ifølge kommisjonen | 41,9 prosent"
    counted = speech.grammar.subject_first and fresh and j > start and speech.noun_kind(frame.lower(j - 1)) is not None
    if counted or _fresh_article(reader, j, start) or _second_definite(reader, j) or _fresh_people(reader, j):
        return True
    if speech.grammar.verb_final and named and speech.has("genitive_articles", frame.lower(j)):
        plain = reader.name_at(j - 1) is None and not reader.inside_name(j - 1)
        if plain and any(speech.has("source_prepositions", frame.lower(k)) for k in range(start + 1, j - 1)):
            return False  # "Tom Ruhl vom Verband | der Imker"
    return named and fresh and (not speech.grammar.case_marked or frame.tokens[j - 1].text[0].isupper())


def _bare_object(reader: WordReader, j: int, start: int) -> bool:
    """Say whether a German noun for something said or done follows the noun for a house or people: "hat die Reederei |
    Vorwürfe | zurückgewiesen", "forderte die Partei | Verhandlungen"."""
    frame, speech = reader.frame, reader.speech
    if j <= start + 1 or not speech.has("articles", frame.lower(start)) or reader.name_at(j) or reader.inside_name(j):
        return False
    if not frame.tokens[j].text[0].isupper() or speech.noun_kind(frame.lower(j - 1)) is None:
        return False
    said = any(isinstance(e, Noun) for e in speech.index.get(frame.lower(j), ()))
    return said or frame.lower(j).endswith(tuple(speech.words["plural_deeds"]))


def _fresh_article(reader: WordReader, j: int, start: int) -> bool:
    """Say whether an article after a noun begins another phrase: "70 procent | de vil", "ministeren | en skam"."""
    grammar, before = reader.speech.grammar, reader.frame.tokens[j - 1]
    if not grammar.verb_medial or not reader.speech.has("articles", reader.frame.lower(j)):
        return False
    if _owner_behind(reader, j):
        return False
    adjective = before.lower.endswith(("ig", "e")) and reader.speech.noun_kind(before.lower) is None
    if not before.text[-1].isalpha() or adjective:
        return False
    groups = ("articles", "conjunctions", "prepositions", "adverbs", "both", "negations")
    return j > start and not reader.speech.has_any(groups, before.lower)


def _owner_behind(reader: WordReader, j: int) -> bool:
    """Say whether whose somebody is stands behind a definite noun, as in Norwegian: "advokaten | hans"."""
    frame, speech = reader.frame, reader.speech
    owns = any(frame.lower(j) in forms for key, forms in speech.pronouns.items() if "possessive" in key)
    definite = frame.lower(j - 1).endswith(tuple(speech.words["definite_endings"] or {" "}))
    return owns and definite and frame.lower(j + 1) in {"", ",", ".", *speech.words["conjunctions"], *_behind(speech)}


def _behind(speech: Speech) -> frozenset[str]:
    return speech.words["prepositions"] | speech.words["complementizers"] | speech.words["adverbs"]


def _fresh_people(reader: WordReader, j: int) -> bool:
    """Say whether people follow a definite noun: "oppfordret regjeringen | foreldre til å vente"."""
    frame, speech = reader.frame, reader.speech
    pair = [speech.noun_kind(frame.lower(k)) for k in (j - 1, j)]
    definite = frame.lower(j - 1).endswith(tuple(speech.words["definite_endings"] or {" "}))
    return definite and None not in pair and frame.tokens[j].text[0].islower()


def _second_definite(reader: WordReader, j: int) -> bool:
    """Say whether a definite noun opens a phrase of its own: "ba lederen | statsministeren møte dem".

    Danish and Norwegian put it behind an article with an adjective, behind a preposition or "hele", never behind
    a name, an owner or another noun.
    """
    frame, speech = reader.frame, reader.speech
    word, before = frame.lower(j), frame.tokens[j - 1]
    endings = tuple(speech.words["definite_endings"])
    if not endings or len(word) < _DEFINITE or not word.endswith(endings) or not frame.tokens[j].text[0].islower():
        return False
    inflected = before.lower.endswith("e") or (
        before.lower.endswith("t") and speech.has("articles", frame.lower(j - 2))  # "en synligt rystet mand"
    )
    people = speech.noun_kind(before.lower) is not None
    people = people and not speech.has("articles", frame.lower(j - 2))  # "den lokale guvernøren"
    adjective = inflected and not people and not (j > 1 and before.text[0].isupper())
    groups = ("articles", "conjunctions", "prepositions", "adverbs", "both", "negations", "any_words")
    if before.lower.endswith(tuple(f"{ending}s" for ending in endings)):
        return False  # "departementets talskvinne"
    entry = speech.noun_entry(word)
    if entry is not None and entry[0] in _PERSONS and entry[1] == word:
        return False  # "Trumps talskvinne"
    return before.text[-1].isalpha() and not adjective and not speech.has_any(groups, before.lower)


def _inside_title(reader: WordReader, j: int) -> bool:
    """Say whether a time is part of an English name: "the Daily Echo", "Today"."""
    following = reader.frame.tokens[j + 1].text if j + 1 < len(reader.frame.tokens) else ""
    if _attributive(reader, j):
        return True
    capitals = reader.frame.tokens[j].text[0].isupper() and following[:1].isupper()
    return capitals and reader.speech.grammar.subject_first and reader.speech.has("articles", reader.frame.lower(j - 1))


def _attributive(reader: WordReader, j: int) -> bool:
    """Say whether a time qualifies the noun after it: "its annual report", "the weekly magazine"."""
    if not reader.speech.grammar.subject_first or reader.layers.times[reader.frame.tokens[j].start].span.end > (
        reader.frame.tokens[j].end
    ):
        return False
    before, after = reader.frame.lower(j - 1), reader.frame.lower(j + 1)
    return reader.speech.has("noun_articles", before) and reader.speech.noun_kind(after) is not None


def _never_attribute(reader: WordReader, j: int) -> bool:
    """Say whether the preposition at `j` opens nothing a subject holds: "sa Moe | uten å nøle", "| på sin side"."""
    frame, speech = reader.frame, reader.speech
    behind = frame.lower(j + 1)
    own = behind in speech.pronouns.get("reflexive_possessive", ())
    beside = speech.has("beside_infinitives", frame.lower(j)) and speech.has("infinitive_marks", behind)
    return own or beside or opens_phrase(frame, j, "adverbial_phrases", speech)


def _beside_saying(reader: WordReader, j: int) -> bool:
    """Say whether the preposition at `j` can't tell people apart: "sagde beboerne | om sagen", "| gennem hans advokat";
    "anklagerne om svindel" are something said."""
    frame, speech = reader.frame, reader.speech
    word, behind = frame.lower(j), frame.lower(j + 1)
    owned = any(behind in forms for key, forms in speech.pronouns.items() if "possessive" in key)
    if owned and speech.has("through", word):
        return True
    said = any(isinstance(e, Noun) and word in e.prepositions for e in reader.entries(j - 1))
    return speech.has("about", word) and not said


def _works_at(reader: WordReader, j: int, start: int) -> bool:
    """Say whether where somebody with a title and a name works follows: "professor Lie | ved Universitetet i Oslo"."""
    frame, speech = reader.frame, reader.speech
    if not speech.has("work_prepositions", frame.lower(j)) or j + 1 >= len(frame.tokens):
        return False
    titled = any(speech.noun_kind(frame.lower(k)) in _PERSONS for k in range(start, j))
    house = frame.tokens[j + 1].text[0].isupper() or speech.noun_kind(frame.lower(j + 1)) == "institution"
    return titled and house and frame.tokens[start].text[0].islower()


def _tells_where(reader: WordReader, j: int, kind: str | None, start: int) -> bool:
    """Say whether a preposition tells when or where something was said: "sagte der Trainer | nach dem Spiel", "sa
    vitnet | i retten". People are often told apart by where they are: "sagte ein Nutzer auf Facebook"."""
    frame, speech = reader.frame, reader.speech
    if speech.table is not None:
        named = reader.name_at(j + 1) is not None or speech.noun_kind(frame.lower(j + 1)) in _PERSONS
        return speech.has("adverbial_prepositions", frame.lower(j)) and not named  # no "wdowa po pisarzu"
    if speech.has("adverbial_prepositions", frame.lower(j)):
        return True
    at = j + (speech.grammar.verb_medial and speech.has("prepositions", frame.lower(j + 1)))  # "uden for retten"
    if not any(speech.has("venue_prepositions", frame.lower(k)) for k in (j, at)):
        return False
    if speech.grammar.verb_final:
        return _where(reader, j, kind)
    if kind in _TOLD_APART and not (speech.grammar.verb_medial and _told_who(reader, j, start)):
        return False
    return any(speech.has("venues", frame.lower(k)) for k in range(at + 1, _behind_articles(reader, at + 1) + 2))


def _told_who(reader: WordReader, j: int, start: int) -> bool:
    """Say whether it is known whom a phrase names before `j`: a definite noun, or an attribute behind another one."""
    frame, speech = reader.frame, reader.speech
    definite = frame.lower(j - 1).endswith(tuple(speech.words["definite_endings"] or {" "}))
    return definite or any(speech.has("noun_prepositions", frame.lower(k)) for k in range(start + 1, j - 1))


def _where(reader: WordReader, j: int, kind: str | None) -> bool:
    """Say whether a German preposition leads to a place or occasion of speaking, also as the end of a compound, or to a
    title in marks: "in seiner | Antrittsrede", "im „Spiegel“"; people on a platform are told apart by it."""
    frame, speech = reader.frame, reader.speech
    k = _behind_articles(reader, j + 1)
    near = [frame.lower(n) for n in range(j + 1, k + 2)]
    if kind in _TOLD_APART and any(speech.has("platforms", word) for word in near):
        return False
    titled = next((n for n in (k, k + 2) if n < len(frame.tokens) and frame.tokens[n].text in MARKS), None)
    if titled is not None and reader.quoted_end(titled) is not None and (titled == k or frame.lower(k + 1) == "-"):
        return True
    return any(speech.has("venues", word) or word.endswith(_heads(speech.words["venues"])) for word in near)


@cache
def _heads(words: frozenset[str]) -> tuple[str, ...]:
    """Return the words long enough to be told as the last part of a compound."""
    return tuple(word for word in words if len(word) >= _COMPOUND)


def _behind_articles(reader: WordReader, j: int) -> int:
    """Return the index after an article at `j`, if one stands there."""
    return j + 1 if reader.speech.has("articles", reader.frame.lower(j)) else j


def vehicle(reader: WordReader, j: int) -> bool:
    """Say whether a preposition leads to what something was said in, no part of who said it: "in der Erklärung"."""
    if (reader.speech.grammar.verb_medial or reader.speech.table is not None) and _occasion(reader, j):
        return True
    if reader.speech.grammar.verb_final and any(_held(reader, k) for k in (j + 1, j + 2)):
        return True
    named = reader.name_at(j + 1) is not None and reader.speech.has("source_prepositions", reader.frame.lower(j))
    kinds = ("medium",) if named or of_author(reader, j) else _PAPERS  # "tal fra Danmarks Statistik": a house
    return any(reader.speech.noun_kind(reader.frame.lower(k)) in kinds for k in (j + 1, j + 2))


def of_author(reader: WordReader, j: int) -> bool:
    """Say whether a Danish or Norwegian preposition tells whose work something is: "forfatteren | av rapporten"."""
    frame, speech = reader.frame, reader.speech
    led = speech.grammar.verb_medial and not speech.has_any(("venue_prepositions", "through"), frame.lower(j))
    return led and speech.noun_kind(frame.lower(j - 1)) in _PERSONS


def _held(reader: WordReader, k: int) -> bool:
    """Say whether a German noun tells where a speech is held: "ein Vertreter | auf der Sitzung"."""
    return reader.speech.has("occasions", reader.frame.lower(k))


def _occasion(reader: WordReader, j: int) -> bool:
    """Say whether "with a smile" or "in a joint statement" follows: manner, or a document behind an adjective."""
    frame, speech = reader.frame, reader.speech
    near = range(j + 1, j + 4)
    if speech.table is not None:
        held = "j" in speech.reading(frame.lower(j + 1)) and speech.has("prepositions", frame.lower(j + 2))
        near = range(j + 3, j + 7) if held else near  # "w | opublikowanym w środę | komunikacie"
        near = range(near.start, next((k for k in near if speech.has("prepositions", frame.lower(k))), near.stop))
        if held and any(speech.noun_kind(frame.lower(k)) == "document" for k in near):
            return True
    if any(speech.has("manners", frame.lower(k)) for k in near):
        return True  # "sagde træneren | med et skævt smil"
    new = speech.has("indefinite", frame.lower(j + 1))
    return new and speech.noun_kind(frame.lower(j + 3)) == "document"


def leads_to_told(frame: Frame, speech: Speech, layers: Layers, j: int) -> bool:
    """Say whether a preposition leads to the medium told, no part of who speaks: "the Portuguese to TV 2"."""
    if not speech.has("addressee_prepositions", frame.lower(j)) or j + 1 >= len(frame.tokens):
        return False
    if speech.grammar.verb_medial and speech.has("prepositions", frame.lower(j + 1)):
        return True  # "familien | over for politiet"
    if speech.grammar.verb_medial and speech.noun_kind(frame.lower(j + 1)) in ("collective", "medium"):
        return True  # "presidenten | til journalistene"
    name = layers.names.get(frame.tokens[j + 1].start)
    if name is None:  # "vaktleder Moe i politiet | til TV Nord", with a name that nobody saw
        return speech.grammar.verb_medial and frame.tokens[j + 1].text[0].isupper()
    return name.type is NameType.ORGANIZATION


def _after_head(reader: WordReader, j: int, named: bool) -> bool:
    """Say whether a plain word follows a whole phrase: "fylkeslegen manglet", "Polonia wyniesie"."""
    frame, speech = reader.frame, reader.speech
    token, before = frame.tokens[j], frame.tokens[j - 1]
    if speech.grammar.verb_final and token.text[0].isupper() and before.text[0].isupper():
        if _ends_person(reader, j - 1) and reader.name_at(j) is None and speech.noun_kind(token.lower) is not None:
            return True  # "sagte Ministerin Eva Lang | Journalisten"
        titled = named or speech.noun_kind(before.lower) is None or reader.name_at(j) is not None
        return not titled and speech.noun_kind(token.lower) in ("human", "collective", "document")
    if not token.text[0].isalpha() or token.text[0].isupper():
        return False
    if speech.has_any(("prepositions", "conjunctions", "articles"), token.lower):
        return False
    if speech.grammar.verb_medial and len(before.text) > 1 and before.text.isupper():
        return True  # "B.T. | skilt"
    paper = speech.grammar.verb_medial and speech.noun_kind(token.lower) == "document"
    if paper and _ends_person(reader, j - 1) and not before.text.endswith("s"):
        return True  # "kræver Karen Holst | svar"
    if speech.noun_kind(token.lower) is not None:
        return False
    if speech.has("groups_of", before.lower) and _names_people(reader, j):
        return False  # "et hold danske forskere"
    if speech.grammar.verb_final:
        return before.text in MARKS or (before.text[0].isupper() and before.text[0].isalpha())
    if speech.grammar.drop_subject and speech.noun_kind(before.lower) is not None:
        if reader.titled_name(j) is not None:
            return False  # "szpitala | dr Ewa Mech"
        return token.lower[-1] not in _GENITIVE_LETTERS  # "zdaniem analityków kurs spadnie"
    if speech.grammar.verb_medial and before.text[0].isupper() and before.text.endswith("s"):
        return is_finite(frame, j, speech) or reader.is_reporting(j)  # "Kongressens utredningsorgan"
    if before.start in reader.layers.names or (named and before.text[0].isupper()):
        return not (speech.grammar.subject_first and (_leads_to_person(reader, j) or _leads_to_house(reader, j)))
    return not speech.grammar.case_marked and speech.noun_kind(before.lower) is not None


def _leads_to_person(reader: WordReader, j: int) -> bool:
    """Say whether plain words lead from a house to somebody of it: "FBI | drug crime agent Joe Malone"."""
    frame, speech = reader.frame, reader.speech
    if _ends_person(reader, j - 1):
        return False
    for k in range(j, min(j + _TITLE_WORDS, len(frame.tokens))):
        name = reader.layers.names.get(frame.tokens[k].start)
        if name is not None:
            return k > j and name.type is NameType.PERSON
        small = speech.has_any(("prepositions", "conjunctions", "articles"), frame.lower(k))
        if small or not frame.tokens[k].text[0].islower() or reader.time_at(k) or is_finite(frame, k, speech):
            return False
    return False


def _leads_to_house(reader: WordReader, j: int) -> bool:
    """Say whether plain words lead from an English place to a body in it: "the Cardiff | weather bureau"."""
    frame, speech = reader.frame, reader.speech
    place = reader.layers.names.get(frame.tokens[j - 1].start)
    if place is None or place.type is NameType.PERSON or not speech.has("articles", frame.lower(j - 2)):
        return False
    for k in range(j, min(j + _TITLE_WORDS, len(frame.tokens))):
        if speech.noun_kind(frame.lower(k)) in ("institution", "collective", "medium"):
            return k > j
        small = speech.has_any(("prepositions", "conjunctions", "articles"), frame.lower(k))
        plain = frame.tokens[k].text[0].islower() and not reader.time_at(k)
        if small or not plain or is_finite(frame, k, speech) or is_past(frame.lower(k), speech.lang):
            return False
    return False


def _ends_person(reader: WordReader, j: int) -> bool:
    """Say whether a person's name ends with the token at `j`."""
    end = reader.frame.tokens[j].end
    near = (reader.layers.names.get(t.start) for t in reader.frame.tokens[max(0, j - _PERSON) : j + 1])
    return any(n is not None and n.type is NameType.PERSON and n.span.end == end for n in near)


def _names_people(reader: WordReader, j: int) -> bool:
    """Say whether the noun of a group follows within a few words: "et hold | danske og svenske forskere"."""
    near = range(j, min(j + _GROUP_WORDS, len(reader.frame.tokens)))
    return any(reader.speech.noun_kind(reader.frame.lower(k)) == "collective" for k in near)
