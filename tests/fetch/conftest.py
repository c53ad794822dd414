"""A site, and rules that let visits reach it under names that end in .example: everything else is judged as in service."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from typing import Any

import pytest

from server.fetch import Rules
from server.fetch.guard import IPAddress
from tests.fetch.site import Site, running

HERE = ip_address("127.0.0.1")
SERVICE = Rules()  # reads the certificates of the system: once is enough


def resolve(host: str) -> tuple[IPAddress, ...]:
    """Any name under .example is this machine."""
    if not host.endswith(".example"):
        raise socket.gaierror(socket.EAI_NONAME, "no such name")
    return (HERE,)


def allowed(host: str, address: IPAddress) -> bool:
    """This machine may be visited by such a name, and by no other way of writing it."""
    return host.endswith(".example") and address == HERE


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as made:
        yield made


@pytest.fixture
def rules(site: Site) -> Rules:
    return replace(SERVICE, seconds=20.0, ports=SERVICE.ports | {site.port}, resolve=resolve, allowed=allowed)


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that a socket was told to connect to."""
    calls: list[Any] = []
    connect = socket.socket.connect

    def counted(sock: socket.socket, address: Any) -> None:
        calls.append(address)
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", counted)
    return calls
