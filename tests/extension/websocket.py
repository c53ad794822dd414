"""As much of a WebSocket client (RFC 6455) as it takes to talk to a browser of ours: text messages, no extensions."""

import base64
import os
import socket
import struct
from urllib.parse import urlsplit

TEXT, CONTINUED, CLOSE, PING, PONG = 1, 0, 8, 9, 10


class WebSocket:
    """A connection to ws://host:port/path. Raises ConnectionError when the other side has gone."""

    def __init__(self, url: str, patience: float) -> None:
        parts = urlsplit(url)
        assert parts.hostname
        self._socket = socket.create_connection((parts.hostname, parts.port or 80), timeout=patience)
        key = base64.b64encode(os.urandom(16)).decode()
        asked = (
            f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self._socket.sendall(asked.encode())
        self._file = self._socket.makefile("rb")
        if b" 101 " not in self._file.readline():
            raise ConnectionError("no WebSocket there")
        while self._file.readline().strip():
            pass

    def send(self, text: str, kind: int = TEXT) -> None:
        body, mask = text.encode(), os.urandom(4)
        size = len(body)
        if size < 126:
            head = struct.pack("!BB", 0x80 | kind, 0x80 | size)
        elif size < 65536:
            head = struct.pack("!BBH", 0x80 | kind, 0x80 | 126, size)
        else:
            head = struct.pack("!BBQ", 0x80 | kind, 0x80 | 127, size)
        self._socket.sendall(head + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(body)))

    def receive(self) -> str:
        """The next text message."""
        whole = b""
        while True:
            ended, kind, body = self._frame()
            if kind == CLOSE:
                raise ConnectionError("closed by the other side")
            if kind == PING:
                self.send(body.decode(), PONG)
            elif kind in {TEXT, CONTINUED}:
                whole += body
                if ended:
                    return whole.decode()

    def close(self) -> None:
        self._file.close()
        self._socket.close()

    def _frame(self) -> tuple[bool, int, bytes]:
        first, size = struct.unpack("!BB", self._exactly(2))
        if size == 126:
            (size,) = struct.unpack("!H", self._exactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", self._exactly(8))
        return bool(first & 0x80), first & 0x0F, self._exactly(size)

    def _exactly(self, count: int) -> bytes:
        got = self._file.read(count)
        if len(got) != count:
            raise ConnectionError("the other side has gone")
        return got
