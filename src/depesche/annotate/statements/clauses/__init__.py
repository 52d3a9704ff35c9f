"""Where clauses begin and end, read off commas, conjunctions, verb forms and small words: there is no parser."""
