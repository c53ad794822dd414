"""One visit for one person: from the link they gave over every redirect to the page, each step checked anew."""

import http.client
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from ipaddress import ip_address

from server.fetch import body, walls
from server.fetch.address import Address, join, parse
from server.fetch.guard import IPAddress
from server.fetch.line import Deadline, asked, in_time
from server.fetch.refusals import bad_status, out_of_reach, refusal, told
from server.fetch.robots import LIMIT, Wishes
from server.fetch.rules import Rules

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Visit:
    """What one visit remembers: its deadline, the checked addresses of each host (asked for once), each site's robots.txt."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._deadline = Deadline(rules.seconds)
        self._at: dict[str, tuple[IPAddress, ...]] = {}
        self._wishes: dict[str, Wishes] = {}

    @contextmanager
    def page(self, url: str) -> Iterator[tuple[Address, http.client.HTTPResponse]]:
        """Where the page is in the end, and the site's answer there. Raises FetchError for whatever stands in the way."""
        with self._followed(parse(url, self._rules.ports), self._refuse_unwelcome) as found:
            yield found

    def delay(self, address: Address) -> float:
        """Seconds the site of a page that came asks for between two pages."""
        return self._wishes[address.origin].delay

    def _refuse_unwelcome(self, address: Address) -> None:
        walls.refuse_walled(address)
        if address.origin not in self._wishes:
            self._wishes[address.origin] = self._heard(address)
        if not self._wishes[address.origin].allow(address.url):
            raise refusal("The site asks programs not to fetch this page (its robots.txt).")

    def _heard(self, address: Address) -> Wishes:
        rules = self._rules
        wishes = rules.heard.of(address.origin, rules.now())
        if wishes is None:
            wishes = self._robots(address)
            rules.heard.keep(address.origin, wishes, rules.now())
        return wishes

    def _robots(self, address: Address) -> Wishes:
        robots = Address(address.scheme, address.host, address.port, "/robots.txt")
        with self._followed(robots, lambda _: None) as (_, response):
            if response.status >= 500 or response.status == HTTPStatus.TOO_MANY_REQUESTS:
                raise bad_status(response, self._rules.now())
            if response.status != 200:
                return Wishes.of("")
            return Wishes.of(body.beginning(response, LIMIT).decode("utf-8", "replace"))

    @contextmanager
    def _followed(
        self, start: Address, check: Callable[[Address], None]
    ) -> Iterator[tuple[Address, http.client.HTTPResponse]]:
        here = start
        for _ in range(MOST_REDIRECTS + 1):
            check(here)
            with self._answer(here) as response:
                onward = self._onward(here, response)
                if not onward:
                    yield here, response
                    return
            here = onward
        raise refusal(f"The site redirects more than {MOST_REDIRECTS} times.")

    @contextmanager
    def _answer(self, address: Address) -> Iterator[http.client.HTTPResponse]:
        with told():
            at = self._addresses(address)
            rules, deadline = self._rules, self._deadline
            with (
                rules.turns.of(address.host, deadline.left()),
                asked(address, at, rules.tls(), rules.agent, deadline) as response,
            ):
                yield response

    def _addresses(self, address: Address) -> tuple[IPAddress, ...]:
        if address.host not in self._at:
            self._at[address.host] = self._checked(address)
        return self._at[address.host]

    def _checked(self, address: Address) -> tuple[IPAddress, ...]:
        host = address.host
        try:
            found = _literal(host) or in_time(lambda: self._rules.resolve(host), self._deadline)
        except socket.gaierror as error:
            raise out_of_reach(host, retry=error.errno == socket.EAI_AGAIN) from error
        if not found or not all(self._rules.allowed(host, one) for one in found):
            raise out_of_reach(host)
        return found

    def _onward(self, here: Address, response: http.client.HTTPResponse) -> Address | None:
        location = response.headers.get("Location")
        if response.status not in REDIRECTS or not location:
            return None
        # Headers are read as Latin-1, byte by byte; sites that put other letters there send UTF-8.
        sent = location.encode("latin-1", "replace").decode("utf-8", "replace")
        onward = join(here, sent, self._rules.ports)
        if here.scheme == "https" and onward.scheme == "http":
            raise refusal("The site leads from a safe connection to an unsafe one.")
        walls.refuse_sign_in(here, onward)
        return onward


def _literal(host: str) -> tuple[IPAddress, ...]:
    try:
        return (ip_address(host),)
    except ValueError:
        return ()
