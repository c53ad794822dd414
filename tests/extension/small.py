"""Small things that stand in for larger ones: a program on a port, a PDF."""

import hashlib
import hmac
import http.server
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)  # the smallest that a viewer shows
Answer = Callable[[str, bytes], tuple[int, Any]]  # from the path and the body that were asked with
CERTIFICATE = Path(__file__).parent / "elsewhere.pem"  # for elsewhere.test, signed by itself; nothing else knows it


def knowing(token: str, port: int) -> Answer:
    """Of a service that knows a token and does not let it in."""

    def answer(path: str, asked: bytes) -> tuple[int, Any]:
        if path.endswith("/hello"):
            return 200, {"service": "groundwork", "api": 1}
        if path.endswith("/prove"):
            said = f"groundwork-prove:127.0.0.1:{port}:{json.loads(asked)['nonce']}".encode()
            return 200, {"proof": hmac.new(hashlib.sha256(token.encode()).digest(), said, "sha256").hexdigest()}
        return 401, {"error": {"code": "refused", "message": "A token is needed."}}

    return answer


@contextmanager
def stranger(port: int, answer: Answer | dict[str, Any], *, safely: bool = False) -> Iterator[list[bytes]]:
    """A program that is not ours, over https if safely; what it heard. An answer that is no function is given to everything."""
    heard: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            heard.append(self.path.encode() + bytes(self.headers) + asked)
            status, told = answer(self.path, asked) if callable(answer) else (200, answer)
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def log_message(self, *_: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    if safely:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
