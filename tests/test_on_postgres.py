"""The service as a process, on PostgreSQL: from the address to a page that was read, and what its own tools are for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.parts import ME
from server.store import clips, opened
from tests.actions.test_reading import wait_until
from tests.serving import ran, served
from tests.store import postgres
from tests.store.made import NOW
from tests.web.made import clip

pytestmark = pytest.mark.slow  # a database server, and real processes


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with postgres.server() as server:
        yield server.format("postgres")


def states(address: str) -> list[tuple[str, str]]:
    with opened(address, NOW) as store, store.view() as tx:
        return [(one.key, one.state.value) for one in clips.of_interview(tx, ME, None)]


def test_a_service_on_postgres_keeps_and_reads_what_is_sent_to_it(address: str, tmp_path: Path) -> None:
    secret = ran("token", "--data", tmp_path, GROUNDWORK_DATABASE=address).stdout.strip()
    with served(tmp_path, "--database", address) as service:
        assert service.get(service.path).headers["Location"] == "/interviews/sample"
        kept = service.api(secret, "POST", "/clips", clip("k1"))
        assert (kept[0], service.api(secret, "POST", "/clips", clip("k1"))) == (201, (200, kept[1]))
        wait_until(lambda: states(address) == [("k1", "read")])
        status, shown = service.api(secret, "GET", "/interviews/sample/export")
        assert (status, shown["interviewee"]["name"]) == (200, "Marit Halloran")
        second = ran("serve", "--port", "0", "--no-browser", "--data", tmp_path / "b", GROUNDWORK_DATABASE=address)
        assert (second.returncode, second.stderr.count("\n")) == (2, 1)
        assert "Another Groundwork is running on this database. Use that one" in second.stderr
    with served(tmp_path, GROUNDWORK_DATABASE=address) as service:  # the first was killed, and the server let go
        assert service.api(secret, "POST", "/clips", clip("k1")) == (200, kept[1] | {"status": "read"})
    assert not list(tmp_path.rglob("*.db"))


@pytest.mark.parametrize(
    "words, tool",
    [(["backup", "copy.db"], "Use pg_dump"), (["restore", "copy.db"], "Use pg_restore")],
    ids=["backup", "restore"],
)
def test_postgres_has_its_own_tools_for_backups(address: str, tmp_path: Path, words: list[str], tool: str) -> None:
    result = ran(*words, "--data", tmp_path, GROUNDWORK_DATABASE=address)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert tool in result.stderr


def test_what_starts_at_login_holds_no_address(address: str, tmp_path: Path) -> None:
    result = ran("service", "install", "--data", tmp_path, GROUNDWORK_DATABASE=address)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "GROUNDWORK_DATABASE: What starts at login works on the SQLite file" in result.stderr
