"""Commands on what is kept: backups, forgetting, reading again."""

from datetime import UTC, datetime
from pathlib import Path

import click

from server import parts
from server.actions.reading import reread as read_again
from server.cli.shared import example, on_data, settings_of
from server.store import opened
from server.store import restore as put_back


@click.command(epilog=example("groundwork backup groundwork-monday.db"))
@click.argument("to", type=click.Path(dir_okay=False, path_type=Path))
@on_data
def backup(to: Path, data: Path | None) -> None:
    """Copy everything you have into one file, also while Groundwork runs."""
    with opened(settings_of(data).place, datetime.now(UTC)) as store:
        store.backup(to)
    click.echo(f"Everything is in {to}.")


@click.command(epilog=example("groundwork restore groundwork-monday.db"))
@click.argument("source", type=click.Path(dir_okay=False, path_type=Path))
@on_data
def restore(source: Path, data: Path | None) -> None:
    """Put a backup in the place of what is there, which is kept aside. Groundwork must not be running."""
    done = put_back(settings_of(data).place, source, datetime.now(UTC))
    click.echo(f"Restored: {done.database}.")
    if done.aside:
        click.echo(f"What was there before lies in {done.aside}.")


@click.command(epilog=example('groundwork forget "Dana Okafor"'))
@click.argument("who")
@click.option("--user", default=parts.ME, show_default=True, help="In whose data.")
@on_data
def forget(who: str, user: str, data: Path | None) -> None:
    """Forget a person: their interviews, pages, readings and your questions to them. There is no way back."""
    now = datetime.now(UTC)
    with opened(settings_of(data).place, now) as store:
        account = store.forget(user, who, now)
    for line in account.lines:
        click.echo(line)


@click.command(epilog=example("groundwork reread"))
@on_data
def reread(data: Path | None) -> None:
    """Read again what an older version read. The service does so by itself after an upgrade; this waits for it."""
    with parts.opened(settings_of(data)) as service:
        done = read_again(service)
    click.echo(f"Read again: {done.read}. Stored page is here no more, so left as it is: {done.gone}.")
