"""Readers that a finder makes when a frame first needs them: most frames need few of what could be asked of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 - a decorator, like `functools.cached_property`, whose lock costs more than a reader
    """An attribute that is made when it is first asked for and kept."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, finder: object, owner: type) -> T:
        made = self.make(finder)
        setattr(finder, self.name, made)  # found before this from now on
        return made
