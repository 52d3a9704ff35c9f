"""depesche reads news reports in many languages and lays out who claims what, through whom, when, and who denies it."""

__version__ = "0.1.0"
