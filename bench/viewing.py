"""What the service adds: a brief against the pipeline alone, and a page that is kept against a bare extraction of it.

python -m bench.viewing. Rounds are interleaved in one process, so that load on the machine falls on both sides.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import click
import trafilatura

from bench.looking import BASE, client_of, look, seconds
from bench.many import many
from server import language
from server.actions.entry import ensure_user, make_token
from server.actions.folder import now_of
from server.actions.material import Material, gather, see
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE_ID, ensure_sample
from server.actions.service import Service
from server.model import Interviewee
from server.parts import ME
from server.pipeline.conduct import Clock, prepare
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.store import Store, interviews, opened
from server.store.interviews import InterviewFacts
from server.store.tokens import Scope

ROUNDS = 9
MOST_VIEW, MOST_POST = 1.5, 0.25
SIZE = 300_000  # bytes of a page that is posted
EMPTY = "empty"  # an interview of which there is nothing to make
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SENTENCE = (
    "In {at} the harbour kept its own clock, and every crew that came in after dark learned to read it from the water. "
)


def main() -> None:
    """Print all ratios."""
    logging.getLogger("server").setLevel(logging.WARNING)
    with _service() as service:
        click.echo(many(service))
    with _service() as service:
        material = _material(service)
        took: dict[str, list[float]] = {name: [] for name in ("pipeline", "view", "again", "bare", "post")}
        for number in range(ROUNDS + 1):
            for name, lasted in _round(service, material, number).items():
                took[name] += [lasted] if number else []  # the first round warms up
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
    """Seconds of each task. Service and pages are new but for their parts, so that neither a brief nor what was worked out is left over."""
    fresh = Service(service.store, service.reader, service.language, service.bank, service.now)
    client = client_of(fresh)
    look(client, EMPTY)  # templates are compiled once a process
    sent = {
        "Authorization": f"Bearer {make_token(fresh, ME, 'bench', Scope.CLIP).secret}",
        "X-Groundwork-Client": "bench",
    }
    page, clock = _page(number), Clock(now=now_of(material.interview), generated_at=NOW)
    read = [replace(one) for one in material.read]
    body = {"key": f"bench-{number}", "url": f"https://harbour.example/{number}", "html": page}
    return {
        "pipeline": seconds(lambda: prepare(material.interview, read, service.language, service.bank, clock)),
        "view": seconds(lambda: look(client, SAMPLE_ID)),
        "again": seconds(lambda: look(client, SAMPLE_ID)),
        "bare": seconds(lambda: trafilatura.extract(page)),
        "post": seconds(lambda: client.post("/api/v1/clips", json=body, headers=sent, base_url=BASE)),
    }


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
        return gather(service, tx, see(tx, ME, SAMPLE_ID))


def _page(number: int) -> str:
    """A page of prose; no two alike."""
    words = "".join(
        f"<p>{SENTENCE.format(at=number * 10_000 + at) * 3}</p>" for at in range(SIZE // (len(SENTENCE) * 3 + 7))
    )
    return f"<html><head><title>Clock {number}</title></head><body><article><h1>The clock</h1>{words}</article></body></html>"


if __name__ == "__main__":
    main()
