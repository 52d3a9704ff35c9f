"""The `depesche` command: one module a command, registered here."""

from __future__ import annotations

import sys

import typer

from depesche import __version__
from depesche.cli.annotate import annotate
from depesche.cli.brief import brief
from depesche.cli.gloss import gloss
from depesche.cli.match import match
from depesche.cli.verify import verify
from depesche.errors import DepescheError

app = typer.Typer(
    name="depesche",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Read news reports in many languages: who claims what, through whom, when, and who denies it.",
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"depesche {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Read news reports in many languages: who claims what, through whom, when, and who denies it."""


app.command()(annotate)
app.command()(brief)
app.command()(match)
app.command()(gloss)
app.command()(verify)


def run() -> None:
    """Run the command; every expected error is one line on standard error, exit status 1."""
    try:
        app()
    except DepescheError as error:
        print(f"depesche: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        # the reader of our output has gone; say nothing and leave as other tools do
        sys.stderr.close()
        sys.exit(141)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # the outermost boundary: a user gets a line, not a traceback
        print(f"depesche: a defect in depesche ({type(error).__name__}: {error}); please report it", file=sys.stderr)
        sys.exit(1)
