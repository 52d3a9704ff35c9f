"""Sentences as the engine reads them: frames, quotation marks, dashes, what single tokens are."""
