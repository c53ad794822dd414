"""Users, programs and browsers for the tests of the service."""

import copy
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from flask.testing import FlaskClient
from flask_openapi3 import OpenAPI
from werkzeug.test import TestResponse

from server.actions.entry import make_token
from server.actions.sample import SAMPLE_ID
from server.actions.service import Service
from server.app import create_app
from server.model import Part, Question, QuestionEdit, Tier
from server.model.after import After, PersonNamed, Promise, Whose
from server.store.tokens import Scope
from server.web.codes import Codes
from server.web.current import NAME, Parts
from server.web.session import Links, Way

NOW = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
ALICE, BOB = "alice", "bob"
PORT = 8765
BASE = f"http://127.0.0.1:{PORT}"
KEY = b"a key for tests, thirty-two byte"
INTERVIEW, CLIP = SAMPLE_ID, "sample-s02"  # Alice's
OWN_QUESTION = "q-own"  # hers, too: one for another day
PROMISE, PERSON = "p-own", "n-own"  # what she promised, and whom they named
ORIGIN, OTHER_ORIGIN = (
    "chrome-extension://" + "abcdefghijklmnop" * 2,
    "moz-extension://0f3c5a1e-7b1d-4c0a-9a53-d0b8a7c1e2f4",
)
PAIRED, PAIRED_SECRET = "t-paired", "what the extension of Alice holds"
PAGE = "<html><head><title>Notes</title></head><body><article><p>Dana Whitlock left the harbour board in 2019.</p></article></body></html>"


@dataclass
class Clock:
    """Stands still until it is moved."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at

    def move(self, by: timedelta) -> None:
        self.at += by


@cache
def first() -> OpenAPI:
    """The app that those of all tests are copies of: building its routes and screens takes longer than most tests."""
    nobody: Any = None
    return create_app(Parts(nobody, lambda: None, Links(), PORT), KEY)


def over(parts: Parts) -> OpenAPI:
    """An app over these parts. It shares its routes and screens with all others, so that Flask is told to refuse new ones."""
    app = copy.copy(first())
    app.config, app.extensions = copy.copy(app.config), app.extensions | {NAME: parts}
    app._got_first_request = True
    return app


@dataclass
class House:
    """An app, and the ways into it. told counts how often somebody said that something waits to be
    read, expected that a brief will be wanted.
    """

    service: Service
    told: list[None] = field(default_factory=list)
    expected: list[None] = field(default_factory=list)
    links: Links = field(default_factory=Links)
    codes: Codes = field(default_factory=Codes)

    def __post_init__(self) -> None:
        told, expected = lambda: self.told.append(None), lambda: self.expected.append(None)
        self.parts = Parts(self.service, told, self.links, PORT, self.codes, expected)
        self.app = over(self.parts)

    def alone(self) -> OpenAPI:
        """An app of its own from now on, to which a test may add."""
        self.app = create_app(self.parts, KEY)
        return self.app

    def client(self) -> FlaskClient:
        """Somebody unknown."""
        return self.app.test_client()

    def secret(self, user: str = ALICE, scope: Scope = Scope.ALL, origin: str = "") -> str:
        return make_token(self.service, user, "test", scope, origin).secret

    def program(self, user: str = ALICE, scope: Scope = Scope.ALL) -> "Program":
        return Program(self.client(), self.secret(user, scope))

    def extension(self, origin: str = ORIGIN) -> "Extension":
        return Extension(self.client(), origin)

    def code(self, user: str = ALICE) -> str:
        """A code as the page shows it."""
        return self.codes.make(user, self.service.now())

    def browser(self, user: str = ALICE) -> FlaskClient:
        """A browser that came in by its one-time link."""
        client = self.client()
        client.get(f"/enter/{self.links.make(Way(user, '/'))}", base_url=BASE)
        return client


@dataclass
class Extension:
    """The button of a browser, not paired yet; its Origin is sent as browsers do, which is not where it only reads."""

    client: FlaskClient
    origin: str = ORIGIN

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> TestResponse:
        sent = {"X-Groundwork-Client": "extension/test", "Sec-Fetch-Site": "none"} | headers
        if method != "GET":
            sent = {"Origin": self.origin} | sent
        more = {} if body is None else {"json": body}
        return self.client.open(f"/api/v1{path}", method=method, base_url=BASE, headers=sent, **more)


@dataclass
class Program:
    """A program with a token."""

    client: FlaskClient
    token: str

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> TestResponse:
        """Call the API; body goes as JSON."""
        sent = {"Authorization": f"Bearer {self.token}", "X-Groundwork-Client": "test"} | headers
        more = {} if body is None else {"json": body}
        return self.client.open(f"/api/v1{path}", method=method, base_url=BASE, headers=sent, **more)


def own_question() -> QuestionEdit:
    """What Alice typed some other day."""
    question = Question(
        id=OWN_QUESTION,
        rank=1,
        tier=Tier.PARKED,
        part=Part.CORE,
        move="own",
        text="What did the first winter on the wall teach you?",
        minutes=4,
        origin="seeker",
    )
    return QuestionEdit(question=question, number=1)


def own_after() -> After:
    """What Alice wrote down after the talk."""
    promise = Promise(id=PROMISE, whose=Whose.MINE, text="send the report")
    return After(promises=(promise,), people=(PersonNamed(id=PERSON, name="Ravi Teller"),))


def csrf_of(client: FlaskClient) -> str:
    """What the forms of this browser carry."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/", base_url=BASE).text)
    assert found
    return found[1]


def clip(key: str = "k1", **more: Any) -> dict[str, Any]:
    return {
        "key": key,
        "interview_id": None,
        "url": "https://dana.example/notes",
        "title": "Notes",
        "html": PAGE,
        "clipped_at": "2026-11-25T19:00:00+01:00",
    } | more
