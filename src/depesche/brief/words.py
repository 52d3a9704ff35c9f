"""The words depesche itself writes into a brief, in the reader's language, from `brief.toml`."""

from __future__ import annotations

from depesche.lang.loader import SHARED, read_toml


class Words:
    """Looks words up by key; English where the reader's language has none."""

    def __init__(self, language: str) -> None:
        self._own, self._default = read_toml(language, "brief.toml"), read_toml(SHARED, "brief.toml")

    def __getitem__(self, key: str) -> str:
        return str(self._own.get(key) or self._default[key])

    def language(self, code: str | None) -> str:
        """Return a language's name in the reader's language; its code where there is none, "?" for an unknown one."""
        names = self._own.get("language_names") or self._default["language_names"]
        return str(names.get(code, code or "?"))

    def row(self, key: str) -> tuple[str, ...]:
        """Return a list of words ("months")."""
        return tuple(str(word) for word in self._own.get(key) or self._default[key])

    def fill(self, key: str, **values: object) -> str:
        """Return the words of `key` with its places filled."""
        return self[key].format(**values)

    def count(self, key: str, n: int) -> str:
        """Return "1 party" or "3 parties" for key "party"."""
        return self[f"{key}_one"] if n == 1 else self.fill(f"{key}_many", n=n)
