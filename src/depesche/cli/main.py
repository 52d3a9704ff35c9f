"""The `depesche` command: one module a command, registered here."""

from __future__ import annotations

import io
import os
import sys
from typing import NoReturn

import typer

from depesche import __version__
from depesche.cli.annotate import annotate
from depesche.cli.brief import brief
from depesche.cli.gloss import gloss
from depesche.cli.match import match
from depesche.cli.progress import one_line
from depesche.cli.verify import verify
from depesche.errors import DepescheError

_READER_GONE = 141  # what a shell shows for a tool that SIGPIPE ended
_INTERRUPTED = 130

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
    if sys.stderr is None:
        sys.stderr = io.StringIO()  # closed by the caller: there is nobody to tell
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    elif isinstance(sys.stdin, io.TextIOWrapper):
        # a byte that is no UTF-8 is then named by its line, like any other fault of a line
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    if sys.stdout is None:
        _leave("standard output is closed; open it", 1)
    status: int | str | None = 0
    try:
        try:
            app()
        except SystemExit as end:
            status = end.code
        sys.stdout.flush()
    except DepescheError as error:
        _leave(str(error), 1)
    except BrokenPipeError:
        _leave(None, _READER_GONE)
    except KeyboardInterrupt:
        _leave(None, _INTERRUPTED)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        _leave(f"can't go on ({reason}); make room, or let it write elsewhere", 1)
    except Exception as error:  # the outermost boundary: a user gets a line, not a traceback
        _leave(f"a defect in depesche ({type(error).__name__}: {error}); please report it", 1)
    sys.exit(status)


def _leave(message: str | None, status: int) -> NoReturn:
    """Name the reason and end, without the interpreter trying once more to write what can't be written."""
    if message:
        print(f"depesche: {one_line(message)}", file=sys.stderr)
    sys.stderr.flush()
    os._exit(status)
