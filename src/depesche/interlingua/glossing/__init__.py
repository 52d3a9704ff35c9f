"""The steps of a gloss: slots from words, readings by their place, order, English forms; see `gloss.py`."""
