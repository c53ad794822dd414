"""Looking at the service as a browser does, and how long that takes."""

import time
from collections.abc import Callable

from flask.testing import FlaskClient

from server.actions.service import Service
from server.app import create_app
from server.parts import HOST, ME, PORT
from server.web.current import Parts
from server.web.session import Links, Way

BASE = f"http://{HOST}:{PORT}"


def client_of(service: Service) -> FlaskClient:
    """A browser that was let in."""
    links = Links()
    client = create_app(Parts(service, lambda: None, links, PORT), b"a key of thirty-two bytes for all").test_client()
    client.get(f"/enter/{links.make(Way(ME, '/'))}", base_url=BASE)
    return client


def look(client: FlaskClient, interview_id: str) -> None:
    """Tonight, as it is shown."""
    assert client.get(f"/interviews/{interview_id}", base_url=BASE).status_code == 200


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
