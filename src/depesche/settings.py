"""Every number that is a choice, with its unit and where it was measured. Change one here, then run its benchmark."""

from __future__ import annotations

from typing import Final

# -- reading ----------------------------------------------------------------------------------------------
MAX_REPORT_BYTES: Final = 64 * 1024 * 1024  # bytes; a larger file is a dump, not a report
MAX_REPORT_CHARS: Final = 2_000_000  # code points; three novels, 20 s and 550 MB; longer text is a dump, not a report
MIN_ARTICLE_WORDS: Final = 8  # words a page must hold beside its title; navigation alone has fewer in a row
MIN_LOOSE_WORDS: Final = 30  # words of a page read less strictly, where navigation comes along
LONGEST_QUOTED: Final = 60  # code points of an input's wording shown in a message
MAX_HTML_CHARS: Final = 8_000_000  # code points of markup; pages of reports have well under one million
BINARY_CONTROL_SHARE: Final = 0.02  # share of control characters from which bytes are no text; real text has none
MIN_LETTERS: Final = 2  # letters a report must hold to be one

# -- language -------------------------------------------------------------------------------------------------
LANGUAGE_SAMPLE: Final = 4000  # code points read; more changes no answer on the parallel corpora
MIN_LANGUAGE_LETTERS: Final = 8  # letters below which a guess is worth nothing
MARKER_WEIGHT: Final = 12.0  # weight of the share of marker words against the classifier's rank (0 to 1)
# Shares of function words in a text, on 100 groups of four FLORES sentences: the languages with a folder have 0.29
# (Polish)
# to 0.44 of their own, Swedish 0.22 of Bokmål's, Czech, Dutch, French, Spanish, Italian, Finnish at most 0.14 of any.
LANGUAGE_MIN_WORDS: Final = 30  # words below which function words decide nothing
FUNCTION_WORD_SHARE: Final = 0.24
NEIGHBOUR_WORD_SHARE: Final = 0.33  # for Danish and Bokmål, which share many with Swedish
FUNCTION_WORD_GAP: Final = 0.12  # lead over the next language of another family
MARKER_GAP: Final = 0.02  # lead of Danish over Bokmål or the other way, in words only one of them has

# -- segments and sentences ---------------------------------------------------------------------------------------
MAX_PATTERN_LINE: Final = 400  # code points; a longer line is running text, no page furniture
MAX_SUBHEAD: Final = 90  # code points; longer lines without a full stop are body text
MAX_TITLE: Final = 250  # code points
MAX_SENTENCE_TOKENS: Final = 500  # the longest sentence in the parallel corpora has under 150

# -- statements (benchmarks/statements) ----------------------------------------------------------------------
MAX_OPEN_PARAGRAPHS: Final = 10  # over which a quotation may stay open without reopening; ntrex.dev has nine
MAX_SINGLE_QUOTED: Final = 400  # characters between single quotation marks; farther apart they are apostrophes

# -- interlingua: keys of names and loan words ------------------------------------------------------------------
LONGEST_KEY: Final = 40  # letters of a word looked at; longer ones are no words
SHORTEST_STEM: Final = 4  # letters left over where an ending is taken off a key
SHORTEST_COGNATE: Final = 4  # letters from which two unequal keys can be one word
SHARED_PREFIX: Final = 4  # equal letters at the beginning that make one key a longer form of the other
COGNATE_FLOOR: Final = 0.72  # likeness (0 to 1) below which two keys count as different
# -- interlingua: words -------------------------------------------------------------------------------------------
DEFAULT_RARITY: Final = 6.0  # nats; a concept or name that the parallel corpora never show
NAME_RARITY: Final = 6.5  # nats; a name in no row
COMPOUND_RARITY_SHARE: Final = 0.8  # a compound's part is worth this share of the word standing alone
SHORTEST_RELATIONAL: Final = 4  # letters of a noun's stem that an unknown adjective may be made of
SHORTEST_COMPOUND: Final = 7  # letters from which a word of the tables may have parts worth knowing
BULK_FORMS: Final = 30_000  # different forms asked for from which a language's table is read whole (0.15 s, 40 MB)
WORD_CACHE: Final = 200_000  # word types kept per language; about 100 MB when full
UNSEEN_READING: Final = 0.15  # share of a reading that training text says nothing of
TOPIC_VOTE: Final = 0.6  # places a reading moves up for each other word of its topic in the sentence
TOPIC_TOP: Final = 1.5  # the most it moves up
PHRASE_REACH: Final = 24  # words of a gloss over which a noun phrase may reach
CLAUSE_REACH: Final = 80  # words of a gloss over which a clause may reach
READING_STEP: Final = 0.7  # nats of fit to its neighbours that a gloss's reading must gain for each place it is behind
# -- interlingua: comparison and index ------------------------------------------------------------------------------
ROOT_STRENGTH: Final = 0.85  # a word of the same family (negotiate, negotiation) against the same concept
PARTS_STRENGTH: Final = 0.7  # a compound or phrase against the words it is made of
RELATION_GAIN: Final = 1.6  # factor on a learned relation's strength, which is a share among alternatives
RELATION_TOP: Final = 0.7  # the most a learned relation counts
MIXED_KEY: Final = 0.8  # likeness of keys counts this share where one side has a concept and the other none
LEAST_WEIGHT: Final = 4.0  # nats; a text with less to compare is treated as having this much
COMMON_KEY: Final = 200  # meanings under one key from which it is skipped when it is common in the index too
OTHER_READING: Final = 0.6  # weight of an ambiguous word's later readings as index keys
WHOLE_KEY: Final = 0.8  # a whole name or loan word as an index key
PART_KEY: Final = 0.5  # its consonants, and its first letters
FIGURE_KEY: Final = 5.0  # nats; a figure as an index key
DATE_KEY: Final = 2.5  # nats; a weekday, month or year as an index key

# -- ledger ------------------------------------------------------------------------------------------------
CLAIM_SAME: Final = 0.5  # probability from which two statements are one claim (seeds; open half of ntrex.dev)
ALIGNED_SHORT: Final = 15.0  # nats; a statement that says less can stand for one that it shares no word with
CLAIM_FLOOR: Final = 0.05  # likeness of wording below which nothing else can make one claim of two statements
CLAIM_CORE_GAIN: Final = 6.0  # log odds a unit of the cores' agreement beyond the middle is worth
CLAIM_CORE_MIDDLE: Final = 0.38  # agreement of the cores (0 to 1) that speaks neither for nor against
CLAIM_CORE_LEAST: Final = 0.25  # share of the fuller core that must be found again for one claim
CLAIM_SAME_VOICE: Final = 1.5  # log odds; the same person or body says both, in two reports
CLAIM_SAME_PARTY: Final = 0.8  # log odds; two voices of one party say them
CLAIM_OTHER_PARTY: Final = 0.5  # log odds against; different parties say them
CORE_LINK: Final = 0.6  # strength of a link from which a word counts as found again
PREDICATE_LINK: Final = 0.3  # strength from which a verb is found again; a learned relation to some noun is weaker
CONVERSE_STRENGTH: Final = 0.8  # strength of a link between who buys and who sells
PARAPHRASE: Final = 0.7  # strength of a link between two words of a group of paraphrases
CORE_OTHER_ACTOR: Final = 0.6  # share asked for where parties differ and one side begins with who did it, the other not
CLAIM_REPEATED: Final = 4.5  # nats; what one voice says again in equal words must say so much
CLAIM_CORE_SHARED: Final = 7.0  # nats both cores must share: one common word makes no claim
DENIAL_CORE_LEAST: Final = 0.4  # the same share for two denials: their scopes differ more than their words
DENIAL_COVER: Final = 0.6  # share of a denial's content that a claim must hold to be what it denies
DENIAL_SHARED: Final = 6.0  # nats of it
DENIAL_NAMES: Final = 0.5  # share of a denial's names that the claim must name too
DENIAL_CLAIM_SHARE: Final = 0.25  # share of the claim's own content that the denial must touch
DENIAL_LONG: Final = 3  # words of content from which a denial needs no more than that (read on reports of our own)
DENIAL_SHORT_SHARE: Final = 0.6  # share it must touch where fewer words deny and the claim names no denier
NESTED_REST: Final = 5.0  # nats a medium's report may hold beside the words it passes on
CLAIM_REPRESENTATIVES: Final = 6  # statements of a cluster, each of another wording, that stand for it in comparisons
FULL_HEADLINE: Final = 28.0  # nats; a headline that says more gains nothing by being longer
CLAIM_LINKS: Final = 4  # links shown for a claim, the surest first
CLAIM_SAME_REPORT: Final = 0.95  # the same for two statements of one report
CLAIM_STRANGE_NAMES: Final = 1.0  # log odds against; each names somebody the other doesn't
DAYS_OFF: Final = 7  # days two tellings of one thing may lie apart
LONG_DAYS: Final = 27  # days from which an interval names its bounds
CLAIM_NEAR: Final = 0.18  # overlap in the index (cosine) below which two statements are not compared
CLAIM_NO_VOICE: Final = 0.5  # log odds against; one has a voice and the other has none
CORE_SAME_REPORT: Final = 0.45  # the least share of a core for two statements of one report
CLAIM_UNLIKE_SHARE: Final = 0.34  # share of pairs across two clusters of one dispatch that may be alike too little
CLAIM_MAYBE: Final = 0.35  # from here two claims are linked as possibly the same
TELLING_DESCRIPTION: Final = 3.5  # nats; rarer words of "two Western diplomats" tell who is meant, "group" doesn't
CLAIM_MIN_WEIGHT: Final = 8.0  # nats; a statement with less to compare is never merged
ANAPHORA_MAX_WEIGHT: Final = 6.0  # nats of own content up to which a denial only points back
ANAPHORA_REACH: Final = 1500  # code points a denial looks back for what it answers
OWN_ACCOUNT_SAME: Final = 0.6  # probability from which a report's own sentence states a claim
OWN_ACCOUNT_CORE: Final = 0.5  # share of the fuller core it must hold where no figure, day or name is shared
OWN_ACCOUNT_SURE: Final = 0.95  # the same in a copy or translation of the report that has the statement
REWORDED_COMMON: Final = 30  # wordings of a story that hold a word from which it leads to no other wording
COUNTERPART_LEAST: Final = 10.0  # nats two statements must share to be each other's counterpart (storylets)
COUNTERPART_RIVAL: Final = 0.7  # share of it from which another statement of the same report leaves that unclear
COUNTERPART_DAYS: Final = 2  # days between their reports; what comes later may be of another stage
COUNTERPART_NAMES: Final = 3  # words of names that count: reports of one story share their names
NAME_NATS: Final = 1.5  # nats each of them is worth
DAY_NATS: Final = 3.0  # nats a day named by its number is worth
TOLL_NATS: Final = 4.0  # nats that counting the same number of dead, injured … is worth beside the figure
VOICE_NATS: Final = 3.0  # nats a voice or party that says both is worth
TELLING_FIGURE: Final = 13.0  # from here a figure of two digits or more that count is a telling one
CLAIM_CANDIDATES: Final = 10  # nearest statements each statement is compared with
BROADER_HELD: Final = 0.6  # share of the broader claim's content that the narrower one must hold
NARROWER_WEIGHT: Final = 1.6  # ratio of content weights from which one claim is the narrower
DRAWN_REPORTS: Final = 40  # reports up to which the drawing of who has it from whom can be read
MATRIX_REPORTS: Final = 12  # reports up to which the table of claims by reports fits on A4
HANDS_LINES: Final = 40  # distortions, and conflicts, shown; JSON has all
TIMELINE_LINES: Final = 40  # entries of the timeline shown; JSON has all
OCCASION_REACH: Final = 5  # words between a preposition and the noun of an occasion, or after it and a name
OCCASION_NEAR: Final = 12  # code points after the name of an occasion within which a date is its date
OCCASION_PARAGRAPHS: Final = 2  # paragraphs further on in which the same voice still speaks at one occasion
FRAGMENT_WORDS: Final = 4  # words below which a wording tells nothing by itself
BRIEF_LOW_CONFIDENCE: Final = 0.35  # confidence below which a claim's reading is marked as uncertain

# -- grouping: what a report is about (benchmarks/stories; measured on the open half of ecbplus.en and norsumm)
# ------------
SENTENCES_A_REPORT: Final = 25  # sentences; turns a rate over sentences into one over reports
UNSEEN_NAME: Final = 7.0  # nats over reports; a name that no table holds
UNSEEN_WORD: Final = 5.0  # nats over reports; a word that no table holds may be a rare form of a common one
FIGURE_NATS: Final = 4.0  # nats; a figure of 13 or more that is not round
ROUND_FIGURE_NATS: Final = 1.0  # nats; small and round figures recur in all news
LEAST_NATS: Final = 0.7  # nats; what half of all reports hold is left out
RARE_NATS: Final = 4.5  # nats; from here a name is sought by its consonants too
HEAD_SENTENCES: Final = 3  # the headline and two sentences say what a report is about
HEAD_BOOST: Final = 1.5  # weight of what stands there
# Share of statements found by each construction that are right in content, source and act: between what the read and
# the closed documents of ntrex.dev show, since unseen text is like these (benchmarks.statements.run --calibration).
STATEMENT_CONFIDENCE: Final = {  # where a role is the source: fitted to the own reports, closed ones counting thrice
    "quote": 0.79, "that": 0.79, "bare": 0.72, "fronted": 0.73, "source": 0.74, "inf": 0.8, "order": 0.71, "of": 0.71,
    "object": 0.69, "as": 0.74, "question": 0.75, "noun": 0.5, "colon": 0.54, "headline": 0.45, "title": 0.54,
    "continued": 0.76, "loose": 0.3, "runon": 0.75, "runon-weak": 0.6, "parenthetical": 0.7, "hedge": 0.8,
    "refusal": 0.6, "backward": 0.65, "other": 0.5,
}  # fmt: skip
NAMED_FACTOR: Final = 1.15  # on the confidence where the source has a name
GROUP_FACTOR: Final = 0.95  # where a group or a phrase nobody knows is the source
NOBODY_FACTOR: Final = 0.75  # where the sentence itself names nobody ("it emerged")
UNNAMED_FACTOR: Final = 0.2  # where a source was to be found and none was
MOST_CONFIDENT: Final = 0.97  # the greatest confidence
LINE_CANDIDATES: Final = 20  # lines compared for each left line; the right one is among them for 97 in 100 (flores)
SPANS_KEPT: Final = 8_000  # analysed spans of reports kept for the other stages; about 40 MB
LINES_KEPT: Final = 5_000  # analysed lines kept while candidates are compared; about 25 MB
RIVAL_SHARE: Final = 0.6  # how much of a rival's lead counts against a match of lines; tuned on flores
# -- interlingua: language of lines -----------------------------------------------------------------------------------
LANGUAGE_LINES: Final = 60  # lines sampled to learn a file's language
LANGUAGE_AGREEMENT: Final = 0.85  # share of them that must agree for the file to have one language
LINE_SAMPLE: Final = 200  # code points of a line whose words are looked at
KNOWN_SHARE: Final = 0.4  # share of a line's words the file's language must know to be left alone
LANGUAGE_MARGIN: Final = 0.25  # share of words by which another language must do better to be taken
SAME_ENTITY: Final = 0.9  # strength of two spellings that the resolver gives to one bearer
SAME_NAME: Final = 0.75  # likeness of two spellings from which they are taken for one name
HEAD_MISS: Final = 0.5  # part of the likeness lost where the other report lacks all names and figures of the head
FIGURES_CLASH: Final = 0.7  # factor where the figures of two heads have nothing in common
DATES_CLASH: Final = 0.6  # factor where both name days by their number, and none in common
STRANGE_HEADS: Final = 0.55  # share of either head's names and figures that the other report lacks: other events
VOICES_CLASH: Final = 0.6  # factor where, with such heads, persons speak in both and none of one is named in the other
TELLING_SHARE: Final = 0.37  # what a cosine of names and figures counts where a language has no folder
REASONS: Final = 8  # reasons shown for a link
STORY_WINDOW_DAYS: Final = (
    7  # days; reports of one event are published at most so far apart, else they are another story
)
SAME_DAYS: Final = 2  # days apart that cost nothing
DAY_DECAY: Final = 0.5  # factor for each day beyond: what comes later is mostly a continuation
MATTER_MISS: Final = 0.5  # part lost where neither report holds the concepts of the other's head
STORY_SAME: Final = 0.1  # average likeness from which reports are of one event
BLOCK_SIZE: Final = 3  # reports from which a group's inner likeness is a measure
BLOCK_RATIO: Final = (
    0.7  # likeness across two such groups, as a share of the lesser inner likeness, from which they are one
)
COPY_LIKENESS: Final = 0.5  # likeness that counts at most in a cluster: two copies say nothing of a third report
INDEX_NATS: Final = 4.0  # nats (weighted); rarer names, words and figures are index keys
INDEX_CONCEPT_NATS: Final = 4.0  # nats (weighted); rarer concepts are
BONES_SHARE: Final = 0.5  # weight of a name's consonants as an index key
CANDIDATE_FLOOR: Final = 0.07  # shared rare features (0 to 1) from which two reports are compared
CANDIDATE_FLOOR_UNKNOWN: Final = 0.03  # the same where a language has no folder
LEAST_LIKENESS: Final = 0.06  # cosine below which two reports in known languages are not alike at all
DIGEST_FEATURES: Final = 120  # features of a story kept for comparing it with other stories
STORYLINE_WINDOW_DAYS: Final = 30  # days between the end of a story and the beginning of one that continues it
STORYLINE_ACTORS: Final = 2  # rare actors that stories of one storyline share at least
STORYLINE_SAME: Final = 0.12  # average likeness from which stories continue each other

# -- grouping: reuse (benchmarks/stories; measured on the open halves of meantime and generated streams)
# --------------------
LEAST_PASSAGE_NATS: Final = 0.3  # nats; commoner features don't count in a sentence
LEAST_PASSAGE_WEIGHT: Final = 2.0  # nats; a sentence that says less is not aligned
PASSAGE_FLOOR: Final = 0.2  # cosine from which two sentences may stand for each other
SPLIT_COST: Final = 0.1  # cosine lost where one sentence stands for two
BEST_MATCH_FLOOR: Final = 0.25  # cosine from which a sentence's best match says something about order
SHINGLE_WORDS: Final = 5  # words in a run; shorter runs recur in unrelated news
LEAST_SHINGLES: Final = 15  # runs of words a report must have to be called a copy
COPY_SHARE: Final = 0.67  # share of the shorter report's runs of words that stand in the other too
PART_COPIED_SHARE: Final = 0.8  # share of a sentence's words outside quotations that stand there, if it is taken
PART_COPIED_SENTENCES: Final = 2  # sentences on end, at least, that are taken
PART_COPIED_WORDS: Final = 14  # words of them outside quotations that stand there
PART_RARE_NATS: Final = 2.5  # nats over reports; commoner words lead to no source of a part
PART_HELD_MOST: Final = 40  # dispatches of a storyline that hold a word up to which it is rare there
PART_COMPARED: Final = 6  # reports that a report's sentences are aligned with in search of a part
# a run of sentences translated from another report: how many, their mean and least cosine (two hands, ntrex.dev: three
# sentences at 0.71, four at 0.58)
PART_TRANSLATED_SENTENCES: Final = 4
PART_TRANSLATED_MEAN: Final = 0.62
PART_TRANSLATED_LEAST: Final = 0.4
PART_MATTER: Final = 0.4  # likeness in concepts alone (ecbplus: reports that only share names have 0.36 at most)
# a run of sentences that all have a counterpart in a report of another story, in any order, as the rest has not
PART_BESIDE_SENTENCES: Final = 4
PART_BESIDE_MEAN: Final = 0.6
PART_BESIDE_LEAST: Final = 0.5
PART_BESIDE_REST: Final = 0.25  # by how much the mean of the rest is lower
PART_BESIDE_DISTINCT: Final = 0.8  # sentences of the other report for each of them
TRANSLATION_SAME: Final = 0.5  # probability from which a report is a translation (meantime, open half: F1 0.97)
LEAST_TELLING: Final = 0.3  # cosine of names and figures below which no translation is looked for
LEAST_PAIRS: Final = 3  # aligned sentences of a translation
KNOWN_COVER: Final = (
    0.5  # share of both reports that aligns, at least, where both languages have a folder (lowest true pair: 0.54)
)
# share of one of them that aligns, at least: one text is all but whole in the other (lowest true pair: 0.78; reports
# that take a passage and add as much of their own: 0.71 at most)
KNOWN_COVER_OF_ONE: Final = 0.75
# likeness of two reports, there, below which they are not even aligned (lowest true pair: 0.13)
KNOWN_LIKENESS: Final = 0.08
KNOWN_TELLING: Final = 0.4  # cosine of names and figures, there, where both have names (lowest true pair: 0.57)
KNOWN_MATTER: Final = 0.25  # likeness of aligned sentences in concepts alone, there (lowest true pair: 0.43)
FULL_COVER: Final = (
    0.6  # cover, order and likeness in concepts from which names are not needed (lowest true: 0.79, 0.82, 0.43)
)
FULL_ORDER: Final = 0.7
FULL_MATTER: Final = 0.4
FULL_SCORE: Final = 0.9  # the probability given then
# what aligned sentences hold of the fuller report (0 to 1) against neighbours kept and cover; how closely a translation
# follows, at least (0 to 4.4; ntrex.dev, open half: all but 1 in 200 true pairs of whole texts; reports of one event
# by two hands: highest 1.85), and where one has a medium of its own between it and the event
KEPT_LEAST: Final = 0.45  # share of neighbouring sentences that stay neighbours (lowest true pair of whole texts: 0.50)
KEPT_STEPS: Final = (
    5  # neighbours kept that are no chance, where most are kept (two hands, own reports: 3 at most, .43 kept)
)
KEPT_MOST: Final = 0.6
HELD_WORTH: Final = 2.4
FAITHFUL: Final = 1.9
FAITHFUL_APART: Final = 2.3
COVER_GAP: Final = 0.08  # difference in coverage that tells which report has what the other lacks
# share of aligned sentences that one side alone denies or declines: an answer, no translation
TURNED_SHARE: Final = 0.25
TRANSLATION_SAME_KNOWN: Final = 0.3  # the same between languages with folders, whose concepts must agree as well
# likeliest reports of each dispatch that a report is compared with: all pairs are found where five share a text, and
# 500 of one text cost four comparisons each
REUSE_COMPARED: Final = 4
REUSE_LIKENESS: Final = 0.035  # likeness of two reports from which reuse is looked for
INFERENCE_DAYS: Final = 10  # days around dated reports in which a missing date is sought
SAME_TELLING: Final = 0.3  # cosine from which two sentences tell of one thing, for dating and conflicts

# -- grouping: distortions and conflicts (benchmarks/stories, generated streams; ntrex.dev.translations for false
# alarms) ---
SAME_MATTER: Final = 0.55  # share of both contents with a counterpart from which two sentences are on one thing
SURE_REUSE: Final = 0.8  # probability of reuse from which sentences aligned with no rival stand for each other
PART_OF_MATTER: Final = 0.35  # share of a statement that a sentence of the other report must tell at least
SAME_MATTER_ALONE: Final = 0.35  # the share asked for then
SURE_STATEMENT: Final = 0.5  # confidence from which the loss of a statement's source is reported
SHIFT_REST: Final = (
    0.25  # share of the other words, by weight, that may lack a counterpart where one word is said to shift
)
SHIFT_NATS: Final = 2.0  # nats over reports; commoner adjectives shift in every translation
READINGS_OF_STEP: Final = 3  # likeliest readings of a verb that can tell a step
HEADLINE_SAME: Final = 0.7  # share of a headline with a counterpart in a sentence from which it tells the same
SAID_SHARE: Final = 5  # a statement counts for a sentence if it reports at least one part in so many of it
FIGURE_APART: Final = 1.05  # ratio of two figures from which they differ by more than rounding
CONFLICT_SAME: Final = 0.4  # cosine from which two sentences tell of one thing
SAME_NAMED: Final = 0.6  # cosine of the names of two sentences from which differing figures count one thing
LEAST_FIGURE: Final = 5.0  # smaller figures are ordinals, scores and articles as often as counts
CONFLICT_SPAN_DAYS: Final = 31  # days; a longer time is no date
CONFLICT_LENGTHS: Final = 7  # times as long; a day and "the end of February" are of two things more often than of one
CONFLICT_GAP_DAYS: Final = 45  # days; times farther apart are of two things
CONFLICT_REPORTS: Final = 60  # reports of a storyline up to which all pairs are compared
TIMELINE_COMPARED: Final = 2  # sentences of an entry that a further sentence is compared with
TIMELINE_SAME: Final = 0.6  # probability from which two reports' sentences with one date tell one event

# -- names and entities (benchmarks/names) ---------------------------------------------------------------------
NAME_SPELLING_FLOOR: Final = 0.85  # likeness (0 to 1) of two keys of a name's word from which they can be one spelling
SHORTEST_FUZZY_NAME: Final = 5  # letters of a key below which only equal keys match
MAX_ROLE_WORDS: Final = 10  # words a role beside a name may have, its institution with it
LEAST_REPEATS: Final = 2  # times a report must show a word as a name before it is one where the tagger left it out

# -- times (benchmarks/times: ntrex.dev, KRAUTS, MEANTIME, open halves) ------------------------------------------
TIME_FAR_DAYS: Final = 240  # days; a date without a year further off is the near one on the other side of publication
TIME_FAR_HOLIDAY_DAYS: Final = 300  # days; the same for holidays, which the tense alone tells apart
TIME_NEAR_DAYS: Final = 30  # days from publication within which the nearest such date is meant, whatever the tense
TIME_FRESH_DAYS: Final = 14  # days after a holiday during which its bare name still means the one just past
TIME_EVENT_SENTENCES: Final = 2  # sentences over which "in the afternoon" goes on about the day named before
TIME_EVENT_DAYS: Final = 10  # days from publication within which that day is the report's news
TIME_SEASON_AHEAD_MONTHS: Final = 4  # a season nearer than that is this year's even in a sentence about the past
