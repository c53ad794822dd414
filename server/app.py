"""The one place where the parts meet: store, reader, language, bank and clock become a service, and the service an app."""

import contextlib
import os
import secrets
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import waitress
from flask_openapi3.models.info import Info
from flask_openapi3.models.security_scheme import SecurityScheme
from flask_openapi3.openapi import OpenAPI

from server.actions.adding import Fetcher
from server.actions.keeping import Keeper
from server.actions.reading import Worker
from server.actions.sample import SAMPLE_ID, ensure_sample
from server.actions.service import Service
from server.at_need import at_need, load
from server.errors import InputError
from server.fetch import Rules
from server.parts import HOST, ME, opened
from server.settings import Settings
from server.store import disk
from server.store import links as left_links
from server.store.faults import of_disk
from server.store.hold import hold, say_where
from server.web import door, errors, session
from server.web.about import about
from server.web.after import after
from server.web.api import APIS
from server.web.api.shared import ErrorAnswer
from server.web.asked import asked
from server.web.back import back
from server.web.before import before
from server.web.browsers import pairing
from server.web.current import NAME, Parts
from server.web.enter import enter
from server.web.heard import heard
from server.web.kept import kept
from server.web.listing import listing
from server.web.pages import pages
from server.web.session import LINK_LASTS, Links, Way
from server.web.slim import slim
from server.web.taking import taking
from server.web.talk import talk
from server.web.tonight import tonight

if TYPE_CHECKING:
    from server.actions import ahead, folder
else:
    ahead = at_need("server.actions.ahead")
    folder = at_need("server.actions.folder")

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
THREADS = 8
KEY = "session.key"  # in the data folder: what signs the cookies
TOKEN: dict[str, SecurityScheme | dict[str, Any]] = {"token": {"type": "http", "scheme": "bearer"}}


def create_app(parts: Parts, key: bytes) -> OpenAPI:
    """The app over a service. key signs its cookies; parts.port is the one it will be asked at."""
    app = OpenAPI(
        "server.web",
        info=Info(title="Groundwork", version="1"),
        security_schemes=TOKEN,
        validation_error_callback=errors.invalid,
        validation_error_model=ErrorAnswer,
        doc_ui=False,
    )
    app.extensions[NAME] = parts
    session.set_up(app, parts.port, key)
    errors.register(app)
    door.stand_at(app, parts.port)
    slim(app)
    for one in APIS:
        app.register_api(one)
    app.register_blueprint(enter)
    app.register_blueprint(pages)
    app.register_blueprint(back)
    app.register_blueprint(tonight)
    app.register_blueprint(about)
    app.register_blueprint(asked)
    app.register_blueprint(pairing)
    app.register_blueprint(kept)
    app.register_blueprint(listing)
    app.register_blueprint(taking)
    app.register_blueprint(talk)
    app.register_blueprint(before)
    app.register_blueprint(after)
    app.register_blueprint(heard)
    return app


def serve(settings: Settings, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve until the process is told to end. announce gets the one-time link once it can be opened.

    Raises InputError for a host that others can reach and a port that is taken, StoreError while another service runs on
    the data folder or the database.
    """
    refuse_others(host)
    with hold(settings.data), _listening(port) as listener, opened(settings) as service, service.store.alone():
        has_sample = ensure_sample(service, ME)
        worker, keeper, links = Worker(service), Keeper(service), Links(partial(left_links.take, settings.data))
        fetcher = Fetcher(service, Rules(), came=worker.tell)
        taken = listener.getsockname()[1]
        expect = _Behind(lambda: _get_ready(service))
        parts = Parts(service, _telling(worker, fetcher), links, taken, expect=expect)
        app = create_app(parts, _key(settings.data))
        server = waitress.create_server(
            app, sockets=[listener], threads=THREADS, ident=None, max_request_body_size=door.MAX_SENT
        )
        say_where(settings.data, f"http://{HOST}:{taken}")
        code = links.make(Way(ME, f"/interviews/{SAMPLE_ID}" if has_sample else "/", service.now() + LINK_LASTS))
        announce(f"http://{HOST}:{taken}/enter/{code}")
        worker.start()
        fetcher.start()
        keeper.start()
        loading = _Behind(lambda: load("server.actions.briefs"))
        loading()
        try:
            with _ended_by_the_system():
                server.run()
        finally:
            worker.end()
            keeper.end()
            fetcher.end()  # not waited for: a site may take its time, and what comes now is fetched again next time
            service.reader.close()
            worker.join()
            keeper.join()
            loading.join()
            expect.join()  # it reads the store, which closes next


class _Behind:
    """Work that is done in a thread of its own, the first time it is called for."""

    def __init__(self, work: Callable[[], object]) -> None:
        self._begun = threading.Lock()  # whoever gets it keeps it
        self._thread = threading.Thread(target=work, name="getting ready", daemon=True)

    def __call__(self) -> None:
        if self._begun.acquire(blocking=False):
            self._thread.start()

    def join(self) -> None:
        """Wait until it is done, if it was begun."""
        if self._thread.ident is not None:
            self._thread.join()


def _get_ready(service: Service) -> None:
    """What the first look would wait for: the language, and the draft of the talk that comes next."""
    folder.get_ready(service.language)
    ahead.draft_ahead(service, ME)


def _telling(*workers: Worker) -> Callable[[], None]:
    """Tells all of them that something came in."""

    def tell() -> None:
        for worker in workers:
            worker.tell()

    return tell


def refuse_others(host: str) -> None:
    """Raise InputError for a host that is not this machine alone."""
    if host not in LOOPBACK:
        raise InputError(
            "Groundwork listens to this machine only.", where=f"--host {host}", hint=f"Leave --host out, or say {HOST}."
        )


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        if os.name == "posix":  # elsewhere it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            raise InputError(
                f"The port cannot be used ({error.strerror}).",
                where=f"--port {port}",
                hint="Another program has it, or another Groundwork: end that one, or name another port with --port.",
            ) from error
        yield listener


@contextmanager
def _ended_by_the_system() -> Iterator[None]:
    """SIGTERM ends us as Ctrl-C does: with nothing left running."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _key(folder: Path) -> bytes:
    """What signs our cookies, made once a data folder."""
    path = folder / KEY
    try:
        disk.make_file(path)
        if not path.stat().st_size:
            path.write_bytes(secrets.token_bytes(32))
        return path.read_bytes()
    except OSError as error:
        raise of_disk(error, str(path)) from error
