"""`python -m depesche` is the `depesche` command."""

from depesche.cli.main import run

run()
