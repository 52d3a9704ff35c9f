"""Cuts segments into sentences of tokens: abbreviations, ordinals ("15. august"), closing marks, dash quotations."""

from __future__ import annotations

import itertools

from depesche.lang.schema.language import Language, load_language
from depesche.records import Segment, SegmentKind, Sentence, Span, Token
from depesche.settings import MAX_SENTENCE_TOKENS
from depesche.text.tokens import tokenize

_ENDERS = frozenset({".", "!", "?", "…", "...", "。", "？", "！"})
_CLOSERS = frozenset("\"'”“’‘»«›‹)]")
_DASHES = frozenset({"-", "–", "—"})
_ABBREVIATION_PARTS = 3  # "i. d. R." has three
_GLUED_LETTERS = 2  # letters before a full stop that has no space after it up to which both are one word
_NETWORK = "X"  # one letter that is no initial behind a preposition: "wrote on X. The mayor"
_MAX_ORDINAL_DIGITS = 3  # "200. Jahrestag" is an ordinal, "Im Jahr 2022. Danach" is not


def _opens_sentence(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() or first.isdigit() or not (first.isalnum() or first in ",;:)")


def _is_small_word(token: Token, language: Language) -> bool:
    """A capitalised function word: after an abbreviation it most likely opens a sentence."""
    return token.lower in language.stopwords


def _opens_with_small_word(token: Token, language: Language) -> bool:
    return token.text[0].isupper() and _is_small_word(token, language)


def _abbreviation(tokens: list[Token], i: int, language: Language) -> tuple[str, bool]:
    """Return the abbreviation the full stop at `i` belongs to ("z. B.", "bl. a."), and whether more of it follows."""
    parts = [i]
    while len(parts) < _ABBREVIATION_PARTS and parts[0] >= 3 and tokens[parts[0] - 2].text == ".":
        parts.insert(0, parts[0] - 2)
    here = len(parts) - 1
    while len(parts) < here + _ABBREVIATION_PARTS and parts[-1] + 2 < len(tokens) and tokens[parts[-1] + 2].text == ".":
        parts.append(parts[-1] + 2)
    for first in range(here + 1):
        for last in range(len(parts) - 1, here - 1, -1):
            word = "".join(f"{tokens[at - 1].lower}." for at in parts[first : last + 1])
            if last > first and word in language.abbreviations | language.closed_abbreviations:
                return word, last > here
    return f"{tokens[i - 1].lower}.", False


def _goes_on_after_dash(tokens: list[Token], at: int) -> bool:
    """Say whether a dash and a small word follow: "– Nie! – krzyknął", "„Dlaczego?” – zapytał"."""
    return tokens[at].text in _DASHES and at + 1 < len(tokens) and tokens[at + 1].text[0].islower()


def _speech_follows(tokens: list[Token], at: int) -> bool:
    """Say whether a dash and a capital follow, as where dash speech opens."""
    return at + 1 < len(tokens) and tokens[at].text in _DASHES and tokens[at + 1].text[0].isupper()


def _tells_hour(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the number before the full stop at `i` is an hour: "efter klokken 13. Broen lukker"."""
    before = tokens[i - 2] if i > 1 else None
    if before is not None and before.text == "." and i > 2:
        before = tokens[i - 3]
    return before is not None and before.lower.rstrip(".") in language.clock_words


def _numbers_channel(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the number before the full stop at `i` belongs to a name: "Det siger han til TV 2. Broen lukker".

    Not where nouns have capitals: "im ARD 1. Programm".
    """
    before = tokens[i - 2].text if i > 1 else ""
    return language.capitals != "nouns" and before.isalpha() and before.isupper() and len(before) > 1


def _dot_ends(tokens: list[Token], i: int, following: Token, language: Language) -> bool:
    """Say whether the full stop at `i` ends a sentence, given the next token outside closing marks."""
    before = tokens[i - 1] if i else None
    if before is None or before.end != tokens[i].start:
        return True
    if following.start == tokens[i].end and len(before.text) <= _GLUED_LETTERS and following.text[0].isalpha():
        return False  # "Ph.D."; a longer word before is a sentence whose space is missing
    word, is_inner = _abbreviation(tokens, i, language)
    if is_inner:
        return False
    if word in language.abbreviations:
        dashed = language.dash_quotes and _speech_follows(tokens, i + 1)  # "… 2 mld. – Tyle mamy"
        return word in language.closed_abbreviations and (dashed or _is_small_word(following, language))
    if len(before.text) == 1 and before.text.isupper():
        on_network = before.text == _NETWORK and i > 1 and tokens[i - 2].lower in language.stopwords
        return on_network or _opens_with_small_word(following, language)
    is_short_number = before.text.isdigit() and len(before.text) <= _MAX_ORDINAL_DIGITS
    if (
        language.ordinal_dot
        and is_short_number
        and following.start > tokens[i].end
        and not _tells_hour(tokens, i, language)
        and not _numbers_channel(tokens, i, language)
    ):
        return not following.text[0].isalpha() or _is_small_word(following, language)
    return True


def _abbreviation_ends(token: Token, following: Token, language: Language) -> bool:
    """Say whether a token with full stops inside ("U.S.", "f.eks.", "nrk.no.") ends its sentence.

    A known abbreviation, or initials, do so only before a capitalised function word.
    """
    if token.lower in language.closed_abbreviations:
        return _opens_with_small_word(following, language)
    is_initials = all(len(part) == 1 for part in token.text[:-1].split("."))
    return not is_initials and token.lower not in language.abbreviations and _opens_sentence(following)


def _cut_points(tokens: list[Token], language: Language) -> list[int]:
    """Return the index after the last token of each sentence but the final one."""
    cuts: list[int] = []
    last, i, n = 0, 0, len(tokens)
    while i < n:
        token = tokens[i]
        end = i + 1
        if token.text in _ENDERS:
            while end < n and tokens[end].text in _CLOSERS and tokens[end].start == tokens[end - 1].end:
                end += 1
            if (
                end < n
                and _opens_sentence(tokens[end])
                and not _goes_on_after_dash(tokens, end)
                and (token.text != "." or _dot_ends(tokens, i, tokens[end], language))
            ):
                cuts.append(end)
        elif end < n and token.text[-1] == "." and _abbreviation_ends(token, tokens[end], language):
            cuts.append(end)
        if cuts and cuts[-1] == end:
            last = end
        elif end - last >= MAX_SENTENCE_TOKENS and end < n:
            cuts.append(end)
            last = end
        i = max(end, i + 1)
    return cuts


def split_sentences(text: str, segments: tuple[Segment, ...], lang: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of all segments but boilerplate, in order of position.

    A sentence never crosses a line; one longer than `MAX_SENTENCE_TOKENS` is cut there, which keeps what
    follows linear whatever the text.
    """
    language = load_language(lang)
    out: list[Sentence] = []
    for paragraph, segment in enumerate(segments):
        if segment.kind is SegmentKind.BOILERPLATE:
            continue
        tokens = tokenize(text, *segment.span)
        if not tokens:
            continue
        bounds = [0, *_cut_points(tokens, language), len(tokens)]
        for a, b in itertools.pairwise(bounds):
            if a < b:
                span = Span(tokens[a].start, tokens[b - 1].end)
                out.append(Sentence(span, segment.kind, paragraph, tuple(tokens[a:b])))
    return tuple(out)
