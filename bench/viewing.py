"""What the service adds: a brief against the pipeline alone, and a page that is kept against a bare extraction of it.

python -m bench.viewing. Rounds are interleaved in one process, so that load on the machine falls on both sides.
"""

import logging
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import click
import trafilatura
from flask.testing import FlaskClient

from server import language
from server.actions.clips import ClipIn, add_clip
from server.actions.entry import ensure_user, make_token
from server.actions.folder import now_of
from server.actions.interviews import InterviewIn, add_interview
from server.actions.material import Material, gather
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE_ID, ensure_sample
from server.actions.service import Service
from server.app import create_app
from server.model import Goal, Interviewee
from server.parts import HOST, ME, PORT
from server.pipeline.conduct import Clock, prepare
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.store import Store, interviews, opened
from server.store.interviews import InterviewFacts
from server.store.tokens import Scope
from server.web.current import Parts
from server.web.session import Links, Way

ROUNDS = 9
MOST_VIEW, MOST_POST, MOST_MANY = 1.5, 0.25, 3.0
FEW, MANY, LOOKS = 12, 300, 3  # pages of an interview, and how often it is looked at
BASE = f"http://{HOST}:{PORT}"
SIZE = 300_000  # bytes of a page that is posted
WANT = "Decide by May whether to leave the harbour for the islands."
NAMES = ("pilots", "ferrymen", "crane drivers", "islanders", "dockers", "surveyors", "clerks", "fishermen")
EMPTY = "empty"  # an interview of which there is nothing to make
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SENTENCE = (
    "In {at} the harbour kept its own clock, and every crew that came in after dark learned to read it from the water. "
)


def main() -> None:
    """Print all ratios."""
    logging.getLogger("server").setLevel(logging.WARNING)
    with _service() as service:
        click.echo(_many(service))
    with _service() as service:
        material = _material(service)
        took: dict[str, list[float]] = {name: [] for name in ("pipeline", "view", "again", "bare", "post")}
        for number in range(ROUNDS + 1):
            for name, seconds in _round(service, material, number).items():
                took[name] += [seconds] if number else []  # the first round warms up
    ms = {name: median(values) * 1000 for name, values in took.items()}
    click.echo(
        f"brief of the sample, {len(material.read)} pages: {ms['view']:.0f} ms, {ms['view'] / ms['pipeline']:.2f} times the"
        f" pipeline alone ({ms['pipeline']:.0f} ms; at most {MOST_VIEW}); the same again: {ms['again']:.0f} ms"
    )
    click.echo(
        f"a page of {SIZE // 1000} kB, posted and durable: {ms['post']:.1f} ms, {ms['post'] / ms['bare']:.2f} times bare"
        f" trafilatura.extract ({ms['bare']:.1f} ms; at most {MOST_POST})"
    )


def _round(service: Service, material: Material, number: int) -> dict[str, float]:
    """Seconds of each task. The service is new but for its parts, so that no brief is kept from the round before."""
    fresh = Service(service.store, service.reader, service.language, service.bank, service.now)
    client = _client(fresh)
    _look(client, EMPTY)  # templates are compiled once a process
    sent = {
        "Authorization": f"Bearer {make_token(fresh, ME, 'bench', Scope.CLIP).secret}",
        "X-Groundwork-Client": "bench",
    }
    page, clock = _page(number), Clock(now=now_of(material.interview), generated_at=NOW)
    body = {"key": f"bench-{number}", "url": f"https://harbour.example/{number}", "html": page}
    return {
        "pipeline": _seconds(lambda: prepare(material.interview, material.read, service.language, service.bank, clock)),
        "view": _seconds(lambda: _look(client)),
        "again": _seconds(lambda: _look(client)),
        "bare": _seconds(lambda: trafilatura.extract(page)),
        "post": _seconds(lambda: client.post("/api/v1/clips", json=body, headers=sent, base_url=BASE)),
    }


def _many(service: Service) -> str:
    """What Tonight costs with many pages against what it costs with few."""
    took: dict[int, list[tuple[float, float]]] = {}
    for count in (FEW, MANY):
        given = InterviewIn(interviewee=Interviewee(name="Dana Whitlock"), goals=(Goal(id="g1", text=WANT),))
        made = add_interview(service, ME, given)
        for number in range(count):
            clip = ClipIn(
                key=f"{count}-{number}", interview_id=made.id, url=f"https://w.example/{number}", html=_letter(number)
            )
            add_clip(service, ME, clip)
        read_waiting(service)
        took[count] = [_seconds_anew_and_again(service, made.id) for _ in range(LOOKS)]
    anew, again = ({count: median(one[at] for one in took[count]) * 1000 for count in took} for at in (0, 1))
    return (
        f"Tonight with {MANY} pages: {again[MANY]:.0f} ms, {again[MANY] / again[FEW]:.2f} times that with {FEW}"
        f" ({again[FEW]:.0f} ms; at most {MOST_MANY}); the first time after something changed: {anew[MANY]:.0f} ms,"
        f" {anew[MANY] / anew[FEW]:.2f} times ({anew[FEW]:.0f} ms)"
    )


def _seconds_anew_and_again(service: Service, interview_id: str) -> tuple[float, float]:
    """Seconds to look at an interview of which nothing is kept in memory, and to look once more."""
    client = _client(Service(service.store, service.reader, service.language, service.bank, service.now))
    return _seconds(lambda: _look(client, interview_id)), _seconds(lambda: _look(client, interview_id))


def _client(service: Service) -> FlaskClient:
    links = Links()
    client = create_app(Parts(service, lambda: None, links, PORT), b"a key of thirty-two bytes for all").test_client()
    client.get(f"/enter/{links.make(Way(ME, '/'))}", base_url=BASE)
    return client


def _letter(number: int) -> str:
    """A short page of hers; no two alike."""
    year = 2000 + number % 25
    told = f"<p>In {year} I left berth {number} because the {NAMES[number % len(NAMES)]} had stopped asking for it.</p>"
    words = told + "".join(
        f"<p>I ask the {NAMES[(number * 3 + at) % len(NAMES)]} first, since letter {number * 9 + at} cost us a week of {NAMES[at]}.</p>"
        for at in range(len(NAMES))
    )
    return (
        f"<html><head><title>Letter {number}</title><meta name='author' content='Dana Whitlock'></head>"
        f"<body><article><h1>Letter {number}</h1><p>By Dana Whitlock</p>{words}</article></body></html>"
    )


@contextmanager
def _service() -> Iterator[Service]:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), NOW) as store, Reader(1) as reader:
        yield _with_sample(store, reader)


def _with_sample(store: Store, reader: Reader) -> Service:
    service = Service(store, reader, language.load(), load_bank(), lambda: NOW)
    ensure_user(service, ME)
    ensure_sample(service, ME)
    facts = InterviewFacts(interviewee=Interviewee(name="Nobody Yet"))
    with service.store.transaction() as tx:
        interviews.add(tx, ME, EMPTY, facts, NOW)
    read_waiting(service)
    return service


def _material(service: Service) -> Material:
    with service.store.view() as tx:
        return gather(tx, ME, SAMPLE_ID, service.language)


def _look(client: FlaskClient, interview_id: str = SAMPLE_ID) -> None:
    assert client.get(f"/interviews/{interview_id}", base_url=BASE).status_code == 200


def _page(number: int) -> str:
    """A page of prose; no two alike."""
    words = "".join(
        f"<p>{SENTENCE.format(at=number * 10_000 + at) * 3}</p>" for at in range(SIZE // (len(SENTENCE) * 3 + 7))
    )
    return f"<html><head><title>Clock {number}</title></head><body><article><h1>The clock</h1>{words}</article></body></html>"


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
