"""Finds time expressions and gives them TIMEX3 values, by the rules of `lang/<xx>/times.toml`."""

from depesche.annotate.times.find import find_times
from depesche.annotate.times.named import outside_names

__all__ = ["find_times", "outside_names"]
