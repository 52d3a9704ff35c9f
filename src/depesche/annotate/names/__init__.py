"""Names: persons, organisations, places and countries in a report."""

from depesche.annotate.names.find import find_names

__all__ = ["find_names"]
