"""Who said what: finds the statements a report attributes to sources outside itself.

The stages, one module each: `marks` and `dashes` find quotations, `frames` sentences with quotations as single tokens,
`cues` what may report, `direct`, `indirect`, `sources`, `nouns`, `hedges`, `runon` and `headlines` the content,
`phrases` and `speakers` the source phrase, `memory` and `who` who it is, `acts` what the statement does, `relays` who
passes it on.
"""

from depesche.annotate.statements.dates import date_statements
from depesche.annotate.statements.find import find_statements

__all__ = ["date_statements", "find_statements"]
