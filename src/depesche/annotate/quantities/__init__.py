"""Finds figures: number words and digits with unit, approximation and what is counted."""

from depesche.annotate.quantities.find import find_quantities

__all__ = ["find_quantities"]
