import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfWriter

from scrapers.page import Page
from server.errors import GroundworkError
from server.language import load
from server.reader import Reader, ReadResult, reader_version

pytestmark = pytest.mark.slow  # real children, killed

SENTENCE = "Dana Whitlock plans the winter ferries of the outer islands and rows to work when the fog is thin. "


def page(words: str = SENTENCE * 3) -> Page:
    return Page(url="https://ferries.example/dana", html=f"<html><body><article><p>{words}</p></article></body></html>")


def hostile_spans(count: int = 100_000) -> Page:
    """Half a megabyte that holds the extractor for minutes: its time grows with the square of the spans in one paragraph."""
    return page("<span>fog </span>" * count)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(2, deadline=3.0) as warm:
        warm.warm(2)
        yield warm


def texts(results: dict[str, ReadResult]) -> dict[str, str]:
    return {key: result.problem or (result.extract.text if result.extract else "") for key, result in results.items()}


def test_pages_come_back_in_the_order_they_were_given(reader: Reader) -> None:
    keys = [f"d{at}" for at in range(12)]
    results = reader.read([(key, page(f"{SENTENCE} {key}")) for key in keys])
    assert list(results) == keys
    assert all(results[key].extract.text.endswith(key) for key in keys)  # type: ignore[union-attr]


def test_features_are_made_with_the_language_of_this_machine(reader: Reader) -> None:
    features = reader.read_one(page()).features
    assert features
    assert features.language == load().name
    assert features.vectors.shape[0] == len(features.marks)


def test_progress_is_told_page_by_page(reader: Reader) -> None:
    told: list[tuple[int, int]] = []
    reader.read([("a", page()), ("b", page())], lambda done, total, _: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_no_pages_start_no_child() -> None:
    with Reader(2) as idle:
        assert idle.read([]) == {}
        assert idle.pids() == []


def test_a_page_that_holds_the_extractor_is_given_up_and_costs_no_other(reader: Reader) -> None:
    results = reader.read([("a", page()), ("slow", hostile_spans()), ("b", page())])
    assert results["slow"].problem == "The page took longer than 3 seconds to read."
    assert not results["a"].problem
    assert not results["b"].problem


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not capped on Windows")
def test_a_page_that_eats_memory_is_given_up() -> None:
    with Reader(1, memory=40 << 20, deadline=30) as small:
        results = small.read([("big", page("Dana rows. " * 1_500_000)), ("a", page())])
    assert results["big"].problem == "The page needed more than 40 MB of memory to read."
    assert not results["a"].problem


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_child_killed_in_mid_read_costs_only_the_page_it_held(reader: Reader) -> None:
    held: list[ReadResult] = []
    thread = threading.Thread(target=lambda: held.append(reader.read_one(hostile_spans())))
    thread.start()
    while not reader.pids(busy=True):
        thread.join(0.01)
    os.kill(reader.pids(busy=True)[0], signal.SIGKILL)
    thread.join()
    assert held[0].problem == "The page ended the process that read it (SIGKILL)."
    assert not reader.read_one(page()).problem


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_child_that_dies_between_two_pages_costs_nothing(reader: Reader) -> None:
    dead = reader.pids()
    for pid in dead:
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    results = reader.read([("a", page()), ("b", page())])
    assert texts(results) == {"a": (SENTENCE * 3).strip(), "b": (SENTENCE * 3).strip()}
    assert not set(dead) & set(reader.pids())


def test_a_thousand_levels_give_their_words(reader: Reader) -> None:
    deep = Page(url="https://deep.example/", html=f"<html><body>{'<div>' * 1_000}{SENTENCE}</body></html>")
    result = reader.read_one(deep)
    assert result.extract
    assert "rows to work" in result.extract.text


def test_a_large_result_comes_back_whole(reader: Reader) -> None:
    paragraphs = "".join(f"<p>{SENTENCE} {at}</p>" for at in range(800))
    result = reader.read_one(page(paragraphs))
    assert result.extract
    assert result.extract.text.endswith("799")


def test_half_characters_in_a_page_are_no_end_of_it(reader: Reader) -> None:
    result = reader.read_one(page(f"{SENTENCE} \ud800 {SENTENCE}"))
    assert result.extract
    assert result.extract.text.count("rows to work") == 2


def pdf_of_a_blank_sheet() -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(file)
    return file.getvalue()


BROKEN = {
    "no PDF behind the mark": (
        b"%PDF-1.7 nothing",
        "The PDF cannot be opened; it is damaged or locked. Save it again without a password.",
    ),
    "a blank sheet": (
        pdf_of_a_blank_sheet(),
        "The PDF holds no text; it may be a scan. Run text recognition (OCR) over it and clip that.",
    ),
}


@pytest.mark.parametrize("pdf, said", BROKEN.values(), ids=BROKEN.keys())
def test_a_pdf_that_gives_no_text_says_why(reader: Reader, pdf: bytes, said: str) -> None:
    assert reader.read_one(Page(url="https://ferries.example/cv.pdf", pdf=pdf)).problem == said


def test_what_fails_inside_a_child_stands_in_our_log(reader: Reader, caplog: pytest.LogCaptureFixture) -> None:
    reader.read_one(Page(url="https://ferries.example/cv.pdf", pdf=b"%PDF-1.7 nothing"))
    assert "scraper pdf failed on https://ferries.example/cv.pdf" in caplog.text
    caplog.clear()
    reader.read([("a", page()), ("b", page())])
    assert caplog.text == ""


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not show environments")
def test_a_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARBOUR_TOKEN", "ferry")
    with Reader(1) as alone:
        alone.warm()
        assert b"HARBOUR_TOKEN" not in Path(f"/proc/{alone.pids()[0]}/environ").read_bytes()


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="signal 0 ends a process on Windows")
def test_no_child_outlives_its_reader_even_in_mid_read() -> None:
    def read() -> None:
        with pytest.raises(GroundworkError, match="closed"):
            leaving.read([("held", hostile_spans()), ("later", page())])

    with Reader(1, deadline=60) as leaving:
        leaving.warm()
        pids = leaving.pids()
        thread = threading.Thread(target=read)
        thread.start()
        while not leaving.pids(busy=True):
            thread.join(0.01)
    thread.join()
    assert all(gone(pid) for pid in pids)


def test_a_closed_reader_refuses() -> None:
    with Reader(1) as closed:
        pass
    with pytest.raises(GroundworkError, match="closed"):
        closed.read_one(page())


def test_the_version_names_the_language_too() -> None:
    assert reader_version("a") == reader_version("a") != reader_version("b")
    assert len(reader_version("a")) == 12


def test_the_sources_in_the_version_are_there() -> None:
    version = sys.modules["server.reader.version"]
    assert all(list(Path(version.HOUSE).glob(pattern)) for pattern in version.SOURCES)
