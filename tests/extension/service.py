"""The real service as a process, which can be killed and started again, and a site with pages about people."""

import http.server
import os
import re
import socket
import sqlite3
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.store.disk import DATABASE


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


class Groundwork:
    """`groundwork serve` on a data folder and a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.link = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> "Groundwork":
        command = [sys.executable, "-c", "from server.cli import main; main()", "serve", "--no-browser"]
        self._process = subprocess.Popen(
            [*command, "--port", str(self.port), "--data", str(self.folder)],
            env=os.environ | {"GROUNDWORK_WORKERS": "1", "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        found = next(match for line in self._process.stdout if (match := re.search(r"http://\S+/enter/\S+", line)))
        self.link = found[0]
        return self

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            assert self._process.stdout
            self._process.stdout.close()
        self._process = None

    def clips(self) -> list[dict[str, Any]]:
        """What has come in, in its order, the sample left out."""
        with closing(sqlite3.connect(f"file:{self.folder / DATABASE}?mode=ro", uri=True)) as there:
            there.row_factory = sqlite3.Row
            rows = there.execute(
                "SELECT * FROM clips WHERE interview_id IS NULL OR interview_id != 'sample' ORDER BY place"
            )
            return [dict(row) for row in rows]


@dataclass(frozen=True)
class Pages:
    """A site that answers under every name; what it holds can be changed while it runs."""

    port: int
    held: dict[str, tuple[str, bytes]]
    scheme: str = "http"

    def put(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8") -> None:
        self.held[path] = (kind, body.encode() if isinstance(body, str) else body)

    def url(self, path: str, host: str = "dana.test") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"


@contextmanager
def pages(certificate: Path | None = None) -> Iterator[Pages]:
    """A site that is up; over https with a certificate."""
    held: dict[str, tuple[str, bytes]] = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = held.get(self.path, ("text/plain", b"nothing here"))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Pages(server.server_port, held, "https" if certificate else "http")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def article(title: str, *paragraphs: str, around: str = "", author: str = "") -> str:
    """A page as blogs are built."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>"
        f"<meta name='author' content='{author}'></head><body>"
        f"<header><nav><a href='/'>Home</a> <a href='/about'>About this site</a></nav></header>"
        f"<main><article><h1>{title}</h1>{body}</article></main>{around}</body></html>"
    )
