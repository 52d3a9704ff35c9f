"""Cuts the sentences of a report into frames: which quotations stand for a clause, and what goes on behind one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from depesche.annotate.statements.frames.frame import CLOCK, DASHES, ENDERS, QUOTE, Frame
from depesche.annotate.statements.frames.marks import MARKS, Quotation
from depesche.lang.schema.speech import Parenthetical, Speech, VerbForm
from depesche.records import Act, Sentence, Token

_FREE_BEFORE: Final = frozenset({",", ":", ";", "(", "…"}) | DASHES | ENDERS
_APOSTROPHES: Final = ("'", "’")
_MIN_STANDALONE_WORDS: Final = 3
_MAX_TOKENS: Final = 200  # tokens of a frame; longer runs are no sentences, and cost grows with a frame's square
_PAPER: Final = 4  # words of a paper's name
_SUBJECT: Final = 6  # tokens of a subject between a quotation without a comma and its verb


def _is_quote_cue(speech: Speech, word: str, plain: bool = False, beside: bool = False) -> bool:
    """Say whether a word is a verb of speech; `plain`: none that also tells what something is called; `beside`: none
    that needs words of its own between it and a quotation ("hit | back")."""
    verbs = [e.verb for e in speech.index.get(word, ()) if isinstance(e, VerbForm) and e.kind != "infinitive"]
    if beside:
        verbs = [verb for verb in verbs if not verb.next_words]
    if speech.has("auxiliaries", word):
        verbs = [verb for verb in verbs if not verb.with_words]  # "war" reports only with "überzeugt"
    return any("quote" in verb.takes for verb in verbs) and not (plain and any("as" in verb.takes for verb in verbs))


def report_phrase_at(tokens: Sequence[Token], i: int, speech: Speech) -> bool:
    """Say whether a fixed report phrase follows speech: "– Vi er klare, het det i en uttalelse"."""
    return any(
        isinstance(e, Parenthetical)
        and "quote" in e.takes
        and tuple(t.lower for t in tokens[i : i + len(e.words)]) == e.words
        for e in speech.index.get(tokens[i].lower, ())
    )


def _next_outside(tokens: list[Token], end: int, i: int) -> int:
    """Return the index of the first token that starts at or after `end`, looking from `i` on."""
    while i < len(tokens) and tokens[i].start < end:
        i += 1
    return i


def _cue_soon(tokens: Sequence[Token], b: int, speech: Speech) -> bool:
    """Say whether a reporting verb follows, with at most a short subject before it: "X" Berg said."""
    if _is_quote_cue(speech, tokens[b].lower) or report_phrase_at(tokens, b, speech):
        return True
    opens = tokens[b].text[0].isupper() or speech.has("articles", tokens[b].lower) or tokens[b].lower in speech.subjects
    if speech.grammar.subject_first and not opens:  # '"The bridge," residents said, "is …"'
        return speech.noun_kind(tokens[b].lower) is not None and _is_quote_cue(
            speech, tokens[min(b + 1, len(tokens) - 1)].lower
        )
    if speech.grammar.verb_second or not opens:
        return False
    for j in range(b + 1, min(len(tokens), b + _SUBJECT)):
        if not tokens[j].text[0].isalnum():
            return False
        if _is_quote_cue(speech, tokens[j].lower):
            return True
    return False


def _names_paper(inner: Sequence[Token], after: Sequence[Token], speech: Speech) -> bool:
    """Say whether words in marks are a paper, its verb's subject or told: „Gazeta Lubuska” pisze, mówi „The Times”, że.

    Speech has a mark there.
    """
    named = inner[0].text[0].isupper() and inner[-1].text[0].isalnum()
    told = len(after) > 1 and after[0].text == "," and speech.has("complementizers", after[1].lower)
    return named and (told or (bool(after) and _is_quote_cue(speech, after[0].lower)))


def _is_listed(tokens: Sequence[Token], a: int, speech: Speech) -> bool:
    """Say whether an "and" joins what starts at `a` to a quotation: "X" and "Y"."""
    return a > 1 and tokens[a - 2].text == QUOTE and speech.has("conjunctions", tokens[a - 1].lower)


def _lists(tokens: Sequence[Token], b: int, speech: Speech) -> bool:
    """Say whether an "and" at `b` leads to another quotation."""
    return b + 1 < len(tokens) and tokens[b + 1].text in MARKS and speech.has("conjunctions", tokens[b].lower)


def _stands_alone(tokens: list[Token], a: int, b: int, quotation: Quotation, speech: Speech) -> bool:
    """Say whether the quotation in tokens[a:b] stands for a whole clause, not for words inside one."""
    before = tokens[a - 1] if a else None
    after = tokens[b] if b < len(tokens) else None
    inner = [t for t in tokens[a:b] if t.text not in MARKS]
    if not inner:
        return False
    if quotation.dash:
        return True
    words = sum(1 for t in inner if t.text[0].isalnum())
    paper = speech.table is not None and words <= _PAPER and tokens[b - 1].text in MARKS
    if paper and _names_paper(inner, tokens[b : b + 2], speech):
        return False
    if before is not None and before.text == "," and _is_relative(inner, speech):
        return False  # 'opisał go jako człowieka, „który pomagał każdemu”'
    if before is not None and before.text == "-" and before.end == tokens[a].start:
        return False  # "im ZDF-„Morgenmagazin“"
    ends_in_mark = inner[-1].text in ENDERS or inner[-1].text == ","
    cue_before = before is not None and _is_quote_cue(speech, before.lower, beside=True)
    cue_over = not cue_before and _is_said_over(tokens, a, inner, speech)
    cue_before = cue_before or cue_over
    cue_after = after is not None and _cue_soon(tokens, b, speech)
    comma_cue = (
        after is not None
        and after.text in {",", *DASHES}
        and b + 1 < len(tokens)
        and _is_quote_cue(speech, tokens[b + 1].lower)
    )
    free_before = before is None or before.text in _FREE_BEFORE or cue_before or _is_listed(tokens, a, speech)
    free_after = after is None or after.text in {",", ";", "(", ")", *DASHES, *ENDERS} or cue_after or ends_in_mark
    free_after = free_after or (quotation.opened and _lists(tokens, b, speech))
    said = cue_over or _is_short_speech(before, inner, speech)
    free_after = free_after or (said and speech.has("conjunctions", tokens[b].lower))  # 'sagte „danke“ und ging'
    if after is not None and after.text in DASHES and after.start == tokens[b - 1].end:
        free_after = False  # „Ja“-Ergebnis
        if after.text == "-" and b + 1 < len(tokens) and tokens[b + 1].start == after.end:
            return False  # «Nei betyr nei»-demonstrantene
    if before is not None and before.text == "," and not (ends_in_mark or cue_after or comma_cue):
        free_before = words >= _MIN_STANDALONE_WORDS + 2
    if not (free_before and free_after):
        shouted = cue_over or (before is not None and _is_quote_cue(speech, before.lower, plain=True))
        shouted = shouted and words >= _MIN_STANDALONE_WORDS and _is_clause(inner, speech)
        return shouted or (any(t.text in ENDERS for t in inner[:-1]) and words >= _MIN_STANDALONE_WORDS)
    has_cue = cue_after or comma_cue or (before is not None and before.text == ":") or (cue_before and ends_in_mark)
    if before is not None and before.text == "," and inner[-1].text in ENDERS:  # 'shouting, "help!"'
        has_cue = has_cue or inner[0].text[0].isupper() or (a > 1 and _is_quote_cue(speech, tokens[a - 2].lower))
    return has_cue or said or words >= _MIN_STANDALONE_WORDS


def _is_short_speech(before: Token | None, inner: Sequence[Token], speech: Speech) -> bool:
    """Say whether one or two words in marks right behind a verb of speech are said: 'antwortete „nein“', no title."""
    if before is None or sum(1 for t in inner if t.text[0].isalnum()) >= _MIN_STANDALONE_WORDS:
        return False
    manner = speech.has("prepositions", inner[0].lower)  # 'odpowie „bez wahania”'
    return not manner and _is_low(inner) and _quotes_only(before, speech)


def _quotes_only(token: Token, speech: Speech) -> bool:
    """Say whether a verb says what stands in marks behind it, and not whom or what it speaks of: „oskarża „NATO”“."""
    forms = [e for e in speech.index.get(token.lower, ()) if isinstance(e, VerbForm)]
    blames = all(e.verb.act is Act.ACCUSE for e in forms)
    return not blames and _is_quote_cue(speech, token.lower, plain=True, beside=True)


def _is_low(inner: Sequence[Token]) -> bool:
    """Say whether quoted words are none but words and commas, the last of them no name and no title."""
    return inner[-1].text[0].islower() and all(t.text[0].isalnum() or t.text == "," for t in inner)


def _is_said_over(tokens: Sequence[Token], a: int, inner: Sequence[Token], speech: Speech) -> bool:
    """Say whether a verb of speech stands before a quotation with its subject between: "Da rief der Trainer „…“"."""
    words = sum(1 for t in inner if t.text[0].isalnum())
    clause = words >= _MIN_STANDALONE_WORDS and _is_clause(inner, speech)
    if speech.grammar.subject_first or not (clause or _is_low(inner)):
        return False
    if not clause and (a < 1 or tokens[a - 1].lower not in speech.subjects):
        return False
    for j in range(a - 1, max(-1, a - (_SUBJECT if clause else 3)), -1):
        word = tokens[j].lower
        if not word[0].isalnum() or speech.has("prepositions", word) or speech.has("complementizers", word):
            return False
        if j < a - 1 and _quotes_only(tokens[j], speech):
            return True
    return False


def _is_relative(inner: Sequence[Token], speech: Speech) -> bool:
    """Say whether quoted words are a relative clause: a word for "who" opens them, alone or behind a preposition."""
    at = 1 if len(inner) > 1 and speech.has("prepositions", inner[0].lower) else 0
    word = inner[at].text  # in lower case: no sentence starts here
    other = any(speech.has(group, word) for group in ("articles", "as_words", "complementizers"))
    return word in speech.pronouns.get("relative", frozenset()) and not other


def _is_clause(inner: Sequence[Token], speech: Speech) -> bool:
    """Say whether quoted words in the middle of a sentence are a clause: 'ropte «det er løgn» fra salen'."""
    verbs = ("auxiliaries", "modals", "finite")
    return any(speech.has(group, token.lower) for token in inner for group in verbs)


def build_frames(sentences: Sequence[Sentence], quotations: Sequence[Quotation], speech: Speech) -> list[Frame]:
    """Return the frames of a text in order. `quotations` don't overlap and are in order of position."""
    if speech.grammar.subject_first:
        marks = {at for q in quotations for at in (q.outer.start, q.outer.end - 1)}
        sentences = [_with_joined(s, marks, speech) for s in sentences]
    tokens = [t for s in sentences for t in s.tokens]
    start_of = {s.span.start: s for s in sentences}
    frames: list[Frame] = []
    current: Frame | None = None
    i, q = 0, 0
    while i < len(tokens):
        token = tokens[i]
        sentence = start_of.get(token.start)
        if sentence is not None and (current is None or not _goes_on(current, sentence, token, speech)):
            current = Frame([], sentence.paragraph, sentence.kind, {}, index=len(frames))
            frames.append(current)
            while q < len(quotations) and quotations[q].outer.end <= token.start:
                q += 1
            unquoted = q == len(quotations) or quotations[q].outer.start >= sentence.span.end
            if unquoted and len(sentence.tokens) <= _MAX_TOKENS:  # most sentences
                current.tokens.extend(sentence.tokens)
                i += len(sentence.tokens)
                continue
        elif current is not None and len(current.tokens) >= _MAX_TOKENS:
            current = Frame([], current.paragraph, current.kind, {}, index=len(frames))
            frames.append(current)
        assert current is not None
        while q < len(quotations) and quotations[q].outer.end <= token.start:
            q += 1
        if q < len(quotations) and quotations[q].outer.start <= token.start and token.start < quotations[q].outer.end:
            quotation = quotations[q]
            end = _next_outside(tokens, quotation.outer.end, i)
            a = max(0, i - 2)
            if _stands_alone_here(tokens, a, i, end, quotation, speech, current, start_of):
                current.quotes[token.start] = quotation
                current.tokens.append(Token(token.start, tokens[end - 1].end, QUOTE, QUOTE))
                current.dash = current.dash or quotation.dash
            else:
                first = len(current.tokens)
                current.tokens.extend(tokens[i:end])
                current.quoted.update(range(first, first + end - i))
            i = end
            q += 1
            continue
        current.tokens.append(token)
        i += 1
    for frame, following in zip_longest(frames, frames[1:]):
        frame.last_in_paragraph = following is None or following.paragraph != frame.paragraph
    return frames


def _with_joined(sentence: Sentence, marks: Set[int], speech: Speech) -> Sentence:
    """Return an English sentence with the tokens joined that `_with_owners` and `_with_compounds` tell of."""
    texts = {t.text for t in sentence.tokens}
    if not texts.isdisjoint(_APOSTROPHES):
        sentence = _with_owners(sentence, marks)
    return _with_compounds(sentence, speech) if "-" in texts else sentence


def _with_owners(sentence: Sentence, marks: Set[int]) -> Sentence:
    """Return an English sentence in which a plural and the apostrophe that makes it an owner are one token, as "club's"
    is: "the workers' lawyer"; the `marks` of quotations, by position, stay apart."""
    out: list[Token] = []
    for token, following in zip_longest(sentence.tokens, sentence.tokens[1:]):
        glued = out and out[-1].end == token.start and out[-1].lower.endswith("s") and out[-1].text.isalpha()
        owns = token.text in _APOSTROPHES and token.start not in marks and following is not None
        if glued and owns and token.end < following.start and following.text[0].isalpha():
            out[-1] = Token(out[-1].start, token.end, out[-1].text + token.text, out[-1].lower + token.text)
        else:
            out.append(token)
    return replace(sentence, tokens=tuple(out))


def _with_compounds(sentence: Sentence, speech: Speech) -> Sentence:
    """Return an English sentence in which a compound that holds a preposition is one token: "a go-between"."""
    tokens = sentence.tokens
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        end = i + 1
        while end + 1 < len(tokens) and tokens[end].text == "-" and _hyphened(tokens, end):
            end += 2
        inner = (speech.has("prepositions", tokens[k].lower) for k in range(i + 2, end, 2))
        if end > i + 1 and any(inner):
            text, lower = ("".join(part) for part in zip(*((t.text, t.lower) for t in tokens[i:end]), strict=True))
            out.append(Token(tokens[i].start, tokens[end - 1].end, text, lower))
        else:
            out.extend(tokens[i:end])
        i = end
    return replace(sentence, tokens=tuple(out))


def _hyphened(tokens: Sequence[Token], j: int) -> bool:
    """Say whether a hyphen at `j` joins two words in small letters."""
    before, mark, after = tokens[j - 1 : j + 2]
    joined = before.end == mark.start and mark.end == after.start
    return joined and before.text[-1].islower() and after.text.isalpha() and after.text.islower()


def _stands_alone_here(
    tokens: list[Token],
    a: int,
    i: int,
    end: int,
    quotation: Quotation,
    speech: Speech,
    current: Frame,
    start_of: dict[int, Sentence],
) -> bool:
    """Judge a quotation among the tokens of its own frame: what belongs to sentences around it doesn't count."""
    clock = len(current.tokens) == 1 and CLOCK.fullmatch(current.tokens[0].text) is not None
    before = [] if clock else current.tokens[-_SUBJECT:]
    window = before + tokens[i:end]
    first = len(before)
    following = []
    for t in tokens[end : end + _SUBJECT + 1]:
        if t.start in start_of and not (t.text in DASHES or t.text[0].islower() or t.text == ","):
            break
        following.append(t)
    return _stands_alone(window + following, first, len(window), quotation, speech)


def _goes_on(frame: Frame, sentence: Sentence, token: Token, speech: Speech) -> bool:
    """Say whether a sentence that starts after a quotation goes on with the frame: ("A?" fragte er)."""
    if not frame.tokens or sentence.paragraph != frame.paragraph:
        return False
    previous = frame.tokens[-1]
    if previous.text != QUOTE:
        return False
    return token.text[0].islower() or token.text in {",", *DASHES} or _names_speaker(frame, sentence, speech)


def _names_speaker(frame: Frame, sentence: Sentence, speech: Speech) -> bool:
    """Say whether a sentence holds but a name and its verb: "A?" Ann Berg asked."""
    asked = frame.quotes[frame.tokens[-1].start].inner
    if not speech.grammar.subject_first or len(frame.tokens) > 1 or frame.tokens[-1].end <= asked.end:
        return False
    for j, token in enumerate(sentence.tokens[:_SUBJECT]):
        if j and _is_quote_cue(speech, token.lower):
            return j + 1 == len(sentence.tokens) or sentence.tokens[j + 1].text in {",", *ENDERS}
        if not token.text[0].isupper():
            return False
    return False
