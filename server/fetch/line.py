"""One connection: to an address that was checked, and over when the time is up, however slowly the other side speaks."""

import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from ipaddress import IPv4Address
from typing import TypeVar

from server.fetch.address import Address
from server.fetch.guard import IPAddress

ONE_TRY = 5.0  # seconds for one of several addresses to answer
T = TypeVar("T")


class Deadline:
    """A point in time by the monotonic clock, so many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left, more than 0. Raises TimeoutError when there are none."""
        if (seconds := self._ends - time.monotonic()) <= 0:
            raise TimeoutError
        return seconds


def in_time(call: Callable[[], T], deadline: Deadline) -> T:
    """What the call returns or raises, or TimeoutError. For calls without a limit of their own, such as a name's look-up."""
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(call())
        except Exception as error:  # noqa: BLE001 - raised again where the result is waited for
            result.set_exception(error)

    threading.Thread(target=run, daemon=True).start()  # left behind when late: the system ends it after its own limit
    return result.result(deadline.left())


@contextmanager
def asked(
    address: Address, at: Sequence[IPAddress], tls: ssl.SSLContext, agent: str, deadline: Deadline
) -> Iterator[http.client.HTTPResponse]:
    """The answer of the host at one of these addresses, its body not yet read. Nothing is sent that could tell who asks."""
    plain = _connected(at, address.port, deadline)
    with _secured(plain, address, tls, deadline) as sock:
        connection = http.client.HTTPConnection(address.host, address.port)
        connection.sock = _Timed(sock, deadline)
        connection.request("GET", address.target, headers=_headers(address, agent))
        with connection.getresponse() as response:
            yield response


def _headers(address: Address, agent: str) -> Mapping[str, str]:
    return {
        "Host": address.netloc,
        "User-Agent": agent,
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _connected(at: Sequence[IPAddress], port: int, deadline: Deadline) -> socket.socket:
    failed: OSError = ConnectionError("no address")
    for address in at:
        sock = socket.socket(socket.AF_INET if isinstance(address, IPv4Address) else socket.AF_INET6)
        try:
            sock.settimeout(min(deadline.left(), ONE_TRY))
            sock.connect((str(address), port))
        except OSError as error:
            sock.close()
            failed = error
        else:
            return sock
    raise failed


def _secured(sock: socket.socket, address: Address, tls: ssl.SSLContext, deadline: Deadline) -> socket.socket:
    """The socket itself for http; for https, one that has checked the certificate against the host's name."""
    if address.scheme == "http":
        return sock
    try:
        sock.settimeout(deadline.left())
        return tls.wrap_socket(sock, server_hostname=address.host)
    except OSError:
        sock.close()
        raise


class _Timed:
    """What http.client needs of a socket. Every read and write gets what is left of the time, so that a drip of bytes ends."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        del mode  # http.client reads bytes, nothing else
        return io.BufferedReader(_TimedReader(self._sock, self._deadline))

    def close(self) -> None:
        """The socket is closed by who opened it: http.client closes before the body is read."""


class _TimedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._sock, self._deadline = sock, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # BufferedReader always gives a memoryview
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv_into(buffer)
