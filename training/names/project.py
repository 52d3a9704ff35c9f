"""Makes training sentences for languages with few: names that the taggers of several languages agree on, projected.

Flores (CC BY-SA 4.0) has one sentence in many languages. Each language's sentence is tagged by the current model; a
name that stands in the target sentence and that at least two taggers see with one type is a name there. Sentences
about whose names the taggers disagree are left out. Run: python training/names/project.py FLORES.tsv OUT.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from depesche.annotate.names.find import find_names
from depesche.annotate.segments import split_segments
from depesche.annotate.sentences import split_sentences
from depesche.lang.schema.entities import find_known
from depesche.lang.schema.names import bases
from depesche.records import NameType, Token
from depesche.text.fold import fold
from depesche.text.tokens import tokenize

LANGS = ("en", "da", "nb", "de", "pl", "sv")
TARGETS = ("en", "de", "da", "nb", "pl")
LEAST_VOTES = 2
_CODE = {NameType.PERSON: "PER", NameType.ORGANIZATION: "ORG", NameType.PLACE: "LOC", NameType.COUNTRY: "LOC"}
Words = tuple[str, ...]


def tagged(text: str, lang: str) -> list[tuple[Words, str, str]]:
    """Return the names the current tagger sees: folded words of the base form, type, base form."""
    names = find_names(text, split_sentences(text, split_segments(text), lang), lang)
    return [(tuple(fold(n.lemma).split()), _CODE[n.type], n.lemma) for n in names]


def forms_in(lemma: str, source: str, target: str) -> list[Words]:
    """Return the folded forms a name can have in the target language: its own, and those of the known entity."""
    forms = [lemma, *(f for known in find_known(lemma, source)[:1] for f in known.forms_in(target))]
    return [tuple(fold(form).split()) for form in dict.fromkeys(forms)]


def place_of(tokens: list[Token], words: Words, lang: str) -> list[tuple[int, int]]:
    """Return where the words stand in the sentence, inflected or not, hyphens skipped; as token spans."""
    folded = [{fold(b) for b in bases(t.text, lang)} for t in tokens]
    out = []
    for i in range(len(tokens)):
        at = i
        for k, word in enumerate(words):
            while k and at < len(tokens) and tokens[at].text in "-–":
                at += 1
            if at >= len(tokens) or word not in folded[at] or not tokens[at].text[0].isupper():
                break
            at += 1
        else:
            out.append((i, at))
    return out


def project(row: dict[str, str], target: str) -> dict[str, object] | None:
    """Return the target sentence with agreed names, None where the taggers disagree."""
    text = row[target]
    tokens = tokenize(text)
    votes: Counter[tuple[int, int, str]] = Counter()
    for lang in LANGS:
        seen = set()
        for _, type_, lemma in tagged(row[lang], lang):
            for words in forms_in(lemma, lang, target):
                seen |= {(a, b, type_) for a, b in place_of(tokens, words, target) if words}
        votes.update(seen)
    chosen: list[tuple[int, int, str]] = []
    for (a, b, type_), n in sorted(votes.items(), key=lambda item: (-item[1], -(item[0][1] - item[0][0]), item[0])):
        clash = any(a < d and c < b for c, d, _ in chosen)
        if n >= LEAST_VOTES and not clash:
            chosen.append((a, b, type_))
        elif n < LEAST_VOTES and not clash:
            return None
    names = [{"span": [tokens[a].start, tokens[b - 1].end], "type": type_} for a, b, type_ in sorted(chosen)]
    return {"language": target, "text": text, "names": names}


def main() -> None:
    """Write the agreed sentences of all target languages."""
    parser = argparse.ArgumentParser()
    parser.add_argument("flores", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    lines = args.flores.read_text("utf-8").splitlines()
    header = lines[0].split("\t")
    rows = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    out = [found for row in rows for target in TARGETS if (found := project(row, target))]
    args.out.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in out), "utf-8")
    print(len(out), Counter(str(x["language"]) for x in out))


if __name__ == "__main__":
    main()
