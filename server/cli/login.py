"""Commands that have Groundwork start when one logs in."""

import getpass
import os
import platform
import sys
from pathlib import Path

import click

from server import at_login, parts
from server.cli.shared import example, on_data, settings_of
from server.errors import InputError
from server.settings import Settings
from server.store import disk
from server.store.faults import of_disk

LOG = "service.log"  # in the data folder, where the system keeps no journal


@click.group()
def service() -> None:
    """Start Groundwork by itself at login, or no more."""


@service.command(epilog=example("groundwork service install --port 8800"))
@click.option("--port", type=click.IntRange(1, 65_535), default=parts.PORT, show_default=True)
@on_data
def install(port: int, data: Path | None) -> None:
    """Start Groundwork now and at each login, without opening a browser."""
    _refuse_an_address(settings_of(data))
    plan = _plan(port, data)
    _make(settings_of(data).data)
    at_login.install(plan)
    click.echo(f"Groundwork starts at login and runs now ({plan.file}).\nIts link for the browser: {plan.log}")


@service.command(epilog=example("groundwork service remove"))
@on_data
def remove(data: Path | None) -> None:
    """End it, and start it at login no more. What you have stays where it is."""
    there = at_login.remove(_plan(parts.PORT, data))
    click.echo("Groundwork starts at login no more." if there else "It was not set to start at login.")


def _refuse_an_address(settings: Settings) -> None:
    """It may hold a password, and what a system starts at login can be read by others."""
    if settings.database:
        raise InputError(
            "What starts at login works on the SQLite file in the data folder.",
            where="GROUNDWORK_DATABASE",
            hint="For PostgreSQL, have your system's own service manager run `groundwork serve` with it set.",
        )


def _make(folder: Path) -> None:
    """Where launchd keeps what we say; nobody else may look into it."""
    try:
        disk.make_folder(folder)
    except OSError as error:
        raise of_disk(error, str(folder)) from error


def _plan(port: int, data: Path | None) -> at_login.Plan:
    folder = settings_of(data).data.absolute()
    serve = ("serve", "--no-browser", "--port", str(port), "--data", str(folder))
    command = (sys.executable, "-P", "-m", "server.cli", *serve)
    user = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    return at_login.plan(platform.system(), Path.home(), user, command, folder / LOG)
