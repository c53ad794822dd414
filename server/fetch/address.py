"""A link as somebody pasted it, or as a site redirects to it, taken apart strictly: what is odd is refused, never guessed."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from server.errors import FetchError

LONGEST = 8000  # characters
SHOWN = 200  # characters of an address in an error
DEFAULT_PORTS = {"http": 80, "https": 443}

_CONTROL = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# The WHATWG rule: a host whose last label is a number is an IPv4 address, in whatever way it is written.
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_USER = re.compile(r"//[^/?#]*@")
_KEPT = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Address:
    """Where to go and what to ask for there. host is lower-case ASCII, an IPv6 address without its brackets."""

    scheme: str
    host: str
    port: int
    target: str  # path and query

    @property
    def netloc(self) -> str:
        """Host and port as the Host header has them."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return shown if self.port == DEFAULT_PORTS[self.scheme] else f"{shown}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.target


def parse(url: str, ports: frozenset[int]) -> Address:
    """The address in a link. Raises FetchError for anything but a plain http or https address at one of the ports."""
    text = url.strip(" \t\r\n")
    if len(text) > LONGEST:
        raise _refused("This address is too long.")
    if _CONTROL.search(text):
        raise _refused("This address holds characters that no web address has.")
    parts = _split(text)
    if parts.scheme not in DEFAULT_PORTS:
        raise _refused("Only addresses that begin with http:// or https:// can be fetched.")
    if "@" in parts.netloc:
        raise _refused("This address holds a user name or password.", "Remove what stands before the @.")
    host = _host(parts.hostname or "")
    port = DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    if port not in ports:
        raise _refused(f"Pages are not fetched from port {port}.", "Open it in your browser and clip it there.")
    path = quote(parts.path or "/", safe=_KEPT)
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    return Address(parts.scheme, host, port, path + query)


def join(here: Address, onward: str, ports: frozenset[int]) -> Address:
    """The address that a page at `here` names, whole or as a part. Raises FetchError as `parse` does."""
    try:
        whole = urljoin(here.url, onward)
    except ValueError as error:
        raise _refused("This is not a web address.") from error
    return parse(whole, ports)


def shown(url: str) -> str:
    """An address as an error names it: in one line, without a user name, cut where it is long."""
    line = _CONTROL.sub(" ", _USER.sub("//", url.strip(), count=1))
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port  # refuses what is no number
    except ValueError as error:
        raise _refused("This is not a web address.") from error
    return parts


def _host(name: str) -> str:
    try:
        return _ipv6(name) if ":" in name else _name(name)
    except (AddressValueError, idna.IDNAError) as error:
        raise _refused("This is not the address of a public web page.") from error


def _ipv6(name: str) -> str:
    if "%" in name:
        raise AddressValueError(name)
    return str(IPv6Address(name))


def _name(name: str) -> str:
    ascii_name = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    plain = ascii_name.lower().removesuffix(".")
    labels = plain.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return str(IPv4Address(plain))
    if len(labels) < 2 or len(plain) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressValueError(name)
    return plain


def _refused(what: str, hint: str = "Copy the address from your browser's address bar.") -> FetchError:
    return FetchError(what, hint=hint)
