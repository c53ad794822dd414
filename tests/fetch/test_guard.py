"""What may not be reached is not reached: no socket is opened at all."""

import socket
import tomllib
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from server.errors import FetchError
from server.fetch import Rules, fetch
from server.fetch.guard import IPAddress, is_public, system_addresses
from tests.fetch.conftest import HERE, SERVICE
from tests.fetch.site import Site, page, redirect

HOSTILE = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))
PUBLIC = "93.184.215.14"


@pytest.fixture
def service(site: Site) -> Rules:
    """The rules of the service, but for the port; a name that could be looked up would be public."""
    return replace(SERVICE, seconds=2.0, ports=SERVICE.ports | {site.port}, resolve=lambda _: (ip_address(PUBLIC),))


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may leave this machine, should the guard fail."""
    monkeypatch.setattr(socket.socket, "connect", _refused)


def _refused(sock: socket.socket, address: Any) -> None:
    raise AssertionError(f"a connection to {address}")


def test_no_hostile_link_reaches_anything(site: Site, service: Rules, nowhere: None) -> None:
    links = [url.replace("{port}", str(site.port)) for url in HOSTILE["urls"]]
    assert len(links) >= 60
    assert [url for url in links if not _refuses(url, service)] == []
    assert site.hits == []


def test_no_name_of_a_private_address_reaches_anything(site: Site, service: Rules, nowhere: None) -> None:
    for answer in HOSTILE["answers"]:
        rules = replace(service, resolve=lambda _, a=answer: tuple(map(ip_address, a)))
        assert _refuses(site.url(), rules), answer
    assert site.hits == []


def test_no_redirect_leads_to_a_hostile_link(site: Site, rules: Rules, dialled: list[Any]) -> None:
    links = [url.replace("{port}", str(site.port)) for url in HOSTILE["urls"] if url.isascii() and url.isprintable()]
    links = [url for url in links if url.strip() and ":" in url]
    for number, link in enumerate(links):
        site.pages[f"/{number}"] = redirect(link)
        assert _refuses(site.url(f"/{number}"), rules), link
    assert {f"dana.example/{number}" for number in range(len(links))} <= set(site.hits)
    assert [hit for hit in site.hits if not hit.startswith("dana.example/")] == []
    assert set(dialled) == {("127.0.0.1", site.port)}


def test_robots_txt_is_fetched_by_the_same_guard(site: Site, rules: Rules, dialled: list[Any]) -> None:
    site.pages["/robots.txt"] = redirect("http://169.254.169.254/latest/meta-data/")
    site.pages["/"] = page("<p>Hello.</p>")
    with pytest.raises(FetchError, match="No public web site"):
        fetch(site.url(), rules)
    assert dialled == [("127.0.0.1", site.port)]


def test_a_name_is_asked_for_once_so_that_it_cannot_change_its_mind(
    site: Site, rules: Rules, dialled: list[Any]
) -> None:
    answers = iter([HERE, ip_address("169.254.169.254"), ip_address("10.0.0.1")])
    site.pages["/"] = redirect("/moved")
    site.pages["/moved"] = page("<p>Hello.</p>")
    fetch(site.url(), replace(rules, resolve=lambda _: (next(answers),)))
    assert set(dialled) == {("127.0.0.1", site.port)}
    assert next(answers) == ip_address("169.254.169.254")


def test_blocked_and_not_found_sound_alike(site: Site, service: Rules, nowhere: None) -> None:
    def unknown(host: str) -> tuple[IPAddress, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    blocked = _error(site.url(), replace(service, resolve=lambda _: (HERE,)))
    not_found = _error(site.url(), replace(service, resolve=unknown))
    assert vars(blocked) == vars(not_found)


def test_a_look_up_that_failed_is_worth_another_try(site: Site, service: Rules, nowhere: None) -> None:
    def offline(host: str) -> tuple[IPAddress, ...]:
        raise socket.gaierror(socket.EAI_AGAIN, "temporary failure")

    assert _error(site.url(), replace(service, resolve=offline)).retry


def test_all_addresses_of_a_name_are_asked_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, 0)),
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fe80::1%lo", 0, 0, 1)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert system_addresses("dana.example") == (ip_address(PUBLIC), ip_address("fe80::1%lo"))


@pytest.mark.parametrize("text", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e"])
def test_public_addresses_are_public(text: str) -> None:
    assert is_public(ip_address(text))


def _refuses(url: str, rules: Rules) -> bool:
    try:
        fetch(url, rules)
    except FetchError as error:
        return bool(error.what and error.hint)
    return False


def _error(url: str, rules: Rules) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, rules)
    return caught.value
