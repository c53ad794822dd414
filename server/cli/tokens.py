"""Tokens: what programs of yours enter with."""

from datetime import datetime
from pathlib import Path

import click

from server import parts
from server.actions.entry import ensure_user, list_tokens, make_token, revoke_token
from server.cli.shared import example, on_data, settings_of
from server.store.tokens import Scope, Token

_USER = click.option("--user", default=parts.ME, show_default=True, help="Whose data it opens.")


@click.group(invoke_without_command=True, epilog=example("groundwork token --scope read"))
@click.option("--user", default=parts.ME, show_default=True, help="Whose data it opens; a new name is a new user.")
@click.option(
    "--scope", type=click.Choice([scope.value for scope in Scope]), default=Scope.ALL.value, show_default=True
)
@click.option("--name", default="command line", show_default=True, help="What you will know it by.")
@on_data
@click.pass_context
def token(context: click.Context, user: str, scope: str, name: str, data: Path | None) -> None:
    """Make a token by which a program of yours may use the API. It is printed once and kept only as a hash."""
    if context.invoked_subcommand:
        return
    with parts.opened(settings_of(data)) as service:
        ensure_user(service, user)
        click.echo(make_token(service, user, name, Scope(scope)).secret)


@token.command("list", epilog=example("groundwork token list"))
@_USER
@on_data
def list_(user: str, data: Path | None) -> None:
    """All tokens, oldest first: id, what it may do, when it was made and last used, its name."""
    with parts.opened(settings_of(data)) as service:
        found = list_tokens(service, user)
    for one in found:
        click.echo(_line(one))
    if not found:
        click.echo("None yet: `groundwork token` makes one.", err=True)


@token.command(epilog=example("groundwork token revoke t0123456789abcdef"))
@click.argument("ident", metavar="ID")
@_USER
@on_data
def revoke(ident: str, user: str, data: Path | None) -> None:
    """End the token ID, at once and for good."""
    with parts.opened(settings_of(data)) as service:
        ended = revoke_token(service, user, ident)
    click.echo(f"Ended: {ended.name} ({ended.id}).")


def _line(one: Token) -> str:
    last = f"ended {_day(one.revoked_at)}" if one.revoked_at else f"last used {_day(one.last_used_at)}"
    of = f" of {one.origin}" if one.origin else ""
    return f"{one.id}  {one.scope.value:<4}  made {_day(one.created_at)}, {last}  {one.name}{of}"


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "never"
