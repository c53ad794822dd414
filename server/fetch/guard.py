"""Which addresses may be connected to: public ones, and nothing that leads back into this machine or its network."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address

# The IANA special-purpose registries, written out: what `is_global` calls global differs between versions of Python, and
# 3.11 has multicast, 192.0.0.0/24, 6to4 and site-local among it.
_SPECIAL_4 = tuple(
    IPv4Network(net)
    for net in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
# All addresses given out to the public lie in 2000::/3. That leaves out ::/96, IPv4-mapped, NAT64, unique local, link-local,
# site-local and multicast at once; within it stand the ways to wrap an IPv4 address, and documentation.
_GLOBAL_6 = IPv6Network("2000::/3")
_SPECIAL_6 = tuple(
    IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")
)


def is_public(address: IPAddress) -> bool:
    """True if the address belongs to one host on the public internet."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in net for net in _SPECIAL_4)
    if address.scope_id is not None or address not in _GLOBAL_6:
        return False
    return address.is_global and not any(address in net for net in _SPECIAL_6)


def public_only(host: str, address: IPAddress) -> bool:
    """Any host, at public addresses."""
    del host
    return is_public(address)


def system_addresses(host: str) -> tuple[IPAddress, ...]:
    """All addresses of a name, in the order in which the system would try them. Raises OSError if there is none."""
    answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(ipaddress.ip_address(str(answer[4][0])) for answer in answers))
