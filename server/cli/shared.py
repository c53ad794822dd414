"""What commands share: an example in their help, the folder they work on, a line that counts, how they end."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from server.errors import Problem
from server.settings import Settings

WRONG_INPUT = 2  # exit code; also click's own for a command that cannot be understood


def example(line: str) -> str:
    """The end of a help text."""
    return f"\b\nExample:\n  {line}"  # the \b keeps click from filling the lines


def on_data(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option of every command that works on what is kept."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder where everything of yours lies (GROUNDWORK_DATA).",
    )(command)


def settings_of(data: Path | None) -> Settings:
    """The settings of the environment, with the folder a command was told."""
    settings = Settings.of(os.environ)
    return replace(settings, data=data) if data else settings


def end(problems: Iterable[Problem]) -> None:
    """Tell each problem in a line; exit code 2 if one of them is more than a warning."""
    told = list(problems)
    for problem in told:
        click.echo(f"{'warning' if problem.warning else 'problem'}: {problem}", err=True)
    if not all(problem.warning for problem in told):
        sys.exit(WRONG_INPUT)


def counting(line: str) -> Callable[[int, int, str], None] | None:
    """A line that counts, where somebody looks. line: with {done} and {total} in it."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int, _: str) -> None:
        click.echo(f"\r{line.format(done=done, total=total)}", nl=done == total, err=True)

    return show
