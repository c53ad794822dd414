"""Over TLS: the certificate must be one that is trusted, and of the host that was asked for."""

import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from server.errors import FetchError
from server.fetch import Rules, fetch
from tests.fetch.site import Site, page, redirect, running

CERTIFICATE = Path(__file__).with_name("dana.example.pem")  # made for these tests, key and all; nobody else trusts it
HELLO = page("<p>Hello.</p>")


@pytest.fixture
def safe() -> Iterator[Site]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with running() as site:
        site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
        site.pages["/"] = HELLO
        yield site


@pytest.fixture
def trusting(safe: Site, rules: Rules) -> Rules:
    return replace(rules, ports=frozenset({safe.port}), tls=lambda: ssl.create_default_context(cafile=CERTIFICATE))


def test_a_page_comes_over_tls_under_its_own_name(safe: Site, trusting: Rules) -> None:
    url = f"https://dana.example:{safe.port}/"
    assert fetch(url, trusting).final_url == url
    assert safe.headers[0]["Host"] == f"dana.example:{safe.port}"


def test_a_certificate_of_another_name_is_refused(safe: Site, trusting: Rules) -> None:
    with pytest.raises(FetchError, match="cannot prove who it is") as caught:
        fetch(f"https://other.example:{safe.port}/", trusting)
    assert not caught.value.retry
    assert safe.hits == []


def test_a_certificate_nobody_trusts_is_refused(safe: Site, rules: Rules) -> None:
    with pytest.raises(FetchError, match="cannot prove who it is"):
        fetch(f"https://dana.example:{safe.port}/", replace(rules, ports=frozenset({safe.port})))
    assert safe.hits == []


def test_the_way_from_a_safe_page_to_an_unsafe_one_is_not_gone(safe: Site, trusting: Rules) -> None:
    safe.pages["/"] = redirect(f"http://dana.example:{safe.port}/")
    with pytest.raises(FetchError, match="from a safe connection to an unsafe one"):
        fetch(f"https://dana.example:{safe.port}/", trusting)
    assert len(safe.hits) == 2


def test_a_site_that_speaks_no_tls_is_told_apart(site: Site, rules: Rules) -> None:
    with pytest.raises(FetchError, match="No safe connection"):
        fetch(f"https://dana.example:{site.port}/", rules)


def test_a_handshake_that_never_ends_is_over_when_the_time_is_up(rules: Rules) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        start = time.monotonic()
        with pytest.raises(FetchError, match="took too long"):
            fetch(f"https://dana.example:{port}/", replace(rules, seconds=0.2, ports=frozenset({port})))
        assert time.monotonic() - start < rules.seconds
