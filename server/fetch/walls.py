"""Pages that only people who are signed in can see: nothing for us to fetch, and we never sign in for anybody."""

import tomllib
from importlib.resources import files

from server.fetch.address import Address
from server.fetch.refusals import refusal

_WALLS = tomllib.loads(files("server.fetch").joinpath("walls.toml").read_text("utf-8"))
HOSTS = frozenset(_WALLS["hosts"])
SIGN_IN_HOSTS = frozenset(_WALLS["sign_in_hosts"])
SIGN_IN_PARTS = frozenset(_WALLS["sign_in_parts"])


def refuse_walled(address: Address) -> None:
    """Raise FetchError for a page of a site that is known to ask everybody to sign in."""
    if _within(address.host, HOSTS):
        raise refusal("This site shows its pages only to people who are signed in.")


def refuse_sign_in(asked: Address, onward: Address) -> None:
    """Raise FetchError if a page that was asked for leads on to a place to sign in."""
    if _signs_in(onward) and not _signs_in(asked):
        raise refusal("The site asks to sign in before it shows this page.")


def _signs_in(address: Address) -> bool:
    parts = address.target.partition("?")[0].lower().split("/")
    return _within(address.host, SIGN_IN_HOSTS) or any(part.partition(".")[0] in SIGN_IN_PARTS for part in parts)


def _within(host: str, known: frozenset[str]) -> bool:
    labels = host.split(".")
    return any(".".join(labels[start:]) in known for start in range(len(labels)))
