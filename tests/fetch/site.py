"""A web site on this machine that counts who came, and whose pages are small functions."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Page = Callable[["Visitor"], None]


class Site(ThreadingHTTPServer):
    """pages: path -> what answers there. hits: "host/path" of each request, in order. over: set when the test is over."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visitor)
        self.pages: dict[str, Page] = {}
        self.hits: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.busy = self.most_busy = 0
        self.counting = threading.Lock()
        self.over = threading.Event()

    @property
    def port(self) -> int:
        return self.server_port

    def url(self, path: str = "/", host: str = "dana.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A visitor who hangs up is what many of these tests are about."""


class Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        site = self.server
        with site.counting:
            site.hits.append(f"{self.headers['Host'].split(':')[0]}{self.path}")
            site.headers.append(dict(self.headers))
            site.busy += 1
            site.most_busy = max(site.busy, site.most_busy)
        site.pages.get(self.path, missing)(self)
        with site.counting:
            site.busy -= 1

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def running() -> Iterator[Site]:
    with Site() as site:
        thread = threading.Thread(target=lambda: site.serve_forever(poll_interval=0.01))
        thread.start()
        try:
            yield site
        finally:
            site.over.set()
            site.shutdown()
            thread.join()


def page(body: bytes | str, media: str = "text/html", status: int = 200, **headers: str) -> Page:
    """An answer; a header's name has underscores for hyphens."""
    raw = body.encode() if isinstance(body, str) else body

    def answer(visitor: Visitor) -> None:
        sent = {"Content-Type": media, "Content-Length": str(len(raw))}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        visitor.send_response(status)
        for name, value in sent.items():
            if value:
                visitor.send_header(name, value)
        visitor.end_headers()
        visitor.wfile.write(raw)
        visitor.close_connection = True

    return answer


def redirect(location: str, status: int = 302) -> Page:
    return page("", status=status, Location=location)


def dripping(head: bytes, drop: bytes) -> Page:
    """Sends the head, then one drop every 20 ms until the test is over or the visitor has gone."""

    def answer(visitor: Visitor) -> None:
        visitor.wfile.write(head)
        while not visitor.server.over.wait(0.02):
            visitor.wfile.write(drop)
            visitor.wfile.flush()

    return answer


def raw(answer: bytes) -> Page:
    def send(visitor: Visitor) -> None:
        visitor.wfile.write(answer)
        visitor.close_connection = True

    return send


missing = page("no such page", status=404)
