"""The command line: parses what was typed, calls an action, prints its result. Standard output holds the result alone.

Each command loads its own module and no other, so that none waits for what it does not use.
"""

import io
import logging
import sys
from dataclasses import dataclass
from typing import Any

import click
from typing_extensions import override

from server.at_need import at_need
from server.cli.shared import WRONG_INPUT, example
from server.errors import GroundworkError


@dataclass(frozen=True, slots=True)
class _Entry:
    """A command before its module is loaded: where it stands, and its line in the list of all."""

    module: Any
    name: str
    line: str


_MAKING, _SERVING = at_need("server.cli.making"), at_need("server.cli.serving")
_COLLECTING, _KEEPING = at_need("server.cli.collecting"), at_need("server.cli.keeping")
_LEAVING = at_need("server.cli.leaving")
_LOGIN, _TOKENS = at_need("server.cli.login"), at_need("server.cli.tokens")
COMMANDS = {
    "serve": _Entry(_SERVING, "serve", "Start Groundwork and open it in the browser."),
    "open": _Entry(_SERVING, "open_", "Open the Groundwork that is running, in one more browser."),
    "service": _Entry(_LOGIN, "service", "Start Groundwork by itself at login, or no more."),
    "demo": _Entry(_MAKING, "demo", "Brief and questions for the sample interview."),
    "brief": _Entry(_MAKING, "brief", "Brief and questions for the interview in PATH."),
    "lint": _Entry(_MAKING, "lint", "Check questions, one a line on standard input."),
    "add": _Entry(_COLLECTING, "add", "Fetch the page at URL and give it to an interview."),
    "import": _Entry(_COLLECTING, "import_", "Bring in a dossier folder or bookmarks."),
    "export": _Entry(_LEAVING, "export", "Write an interview to a file: folder, note, calendar, sources, data."),
    "reread": _Entry(_KEEPING, "reread", "Read stored pages again after an upgrade."),
    "token": _Entry(_TOKENS, "token", "Make a token for a program of yours, list them, end one."),
    "backup": _Entry(_KEEPING, "backup", "Copy everything you have into one file."),
    "restore": _Entry(_KEEPING, "restore", "Put a backup in the place of what is there."),
    "keep": _Entry(_KEEPING, "keep", "Say how long pages are stored."),
    "forget": _Entry(_KEEPING, "forget", "Forget a person, everywhere."),
}


class _Commands(click.Group):
    """The commands of the table. Every error a person can mend ends here: one line, exit code 2, no traceback."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        found: click.Command | None = getattr(entry.module, entry.name) if entry else None
        return found

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.line) for name, entry in COMMANDS.items()])

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except GroundworkError as error:
            click.echo(f"error: {error}", err=True)
            ctx.exit(WRONG_INPUT)


@click.group(cls=_Commands, epilog=example("groundwork brief interviews/dana/dossier.json"))
@click.version_option(package_name="groundwork", message="%(prog)s %(version)s")
@click.option("--verbose", is_flag=True, help="Tell on standard error what fails inside.")
def main(*, verbose: bool) -> None:
    """Prepare an informational interview from the pages you read about a person."""
    logging.basicConfig(handlers=[logging.StreamHandler() if verbose else logging.NullHandler()])
    _speak_utf8()


def _speak_utf8() -> None:
    """Windows and some terminals would fail at the first curly quote; its editors put a mark before the first question."""
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
