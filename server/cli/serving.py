"""The service: started, and opened once more while it runs."""

import logging
import threading
import webbrowser
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server import parts
from server.at_need import at_need
from server.cli.shared import example, on_data, settings_of
from server.errors import InputError
from server.settings import checked_database
from server.store import links
from server.store.hold import where

if TYPE_CHECKING:
    from server import app
else:
    app = at_need("server.app")


@click.command(epilog=example("groundwork serve --port 8800"))
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=parts.PORT, show_default=True, help="0 takes a free one."
)
@click.option("--host", default=parts.HOST, show_default=True, help="This machine; anything else is refused.")
@click.option("--no-browser", is_flag=True, help="Only print the link.")
@click.option("--database", default="", help="postgresql://... in the place of SQLite (GROUNDWORK_DATABASE).")
@on_data
def serve(port: int, host: str, database: str, data: Path | None, *, no_browser: bool) -> None:
    """Start Groundwork and open it in the browser. It runs until Ctrl-C and listens to this machine only.

    The link that is printed opens it once; the browser that came in by it stays in.
    """

    def announce(link: str) -> None:
        click.echo(f"Groundwork runs. Open it with this link, which works once:\n\n  {link}\n\nCtrl-C ends it.")
        if not no_browser:
            threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()

    _tell_what_fails()
    settings = settings_of(data)
    given = checked_database(database, "--database")
    app.serve(replace(settings, database=given) if given else settings, host, port, announce)


@click.command("open", epilog=example("groundwork open"))
@click.option("--no-browser", is_flag=True, help="Only print the link.")
@on_data
def open_(data: Path | None, *, no_browser: bool) -> None:
    """Open the Groundwork that is running, in a browser that did not come in yet.

    The link that is printed works once, and for ten minutes.
    """
    folder = settings_of(data).data
    address = where(folder)
    if not address:
        raise InputError(
            "Groundwork is not running on this data folder.", where=str(folder), hint="Start it: groundwork serve"
        )
    link = f"{address}/enter/{links.leave(folder, parts.ME, datetime.now(UTC))}"
    click.echo(link)
    if not no_browser:
        webbrowser.open(link)


def _tell_what_fails() -> None:
    """On standard error, for as long as it runs: what stopped, without a page's text; with --verbose each request, too."""
    if click.get_current_context().find_root().params.get("verbose"):
        logging.getLogger("server").setLevel(logging.INFO)
        return
    for room in ("server.actions", "server.web"):
        logging.getLogger(room).addHandler(logging.StreamHandler())
