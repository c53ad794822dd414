"""A child of the reader: warms up once, then answers page after page until its input ends.

Started as `python -m server.reader.child DEADLINE MEMORY` (seconds, bytes) with the pages on its standard input and the
answers on its standard output.
"""

import faulthandler
import gc
import io
import logging
import os
import sys
import traceback
from typing import BinaryIO

from scrapers import scrape
from scrapers.page import Extract, Page
from server.language import load
from server.model import Language
from server.pipeline.features.compute import compute
from server.reader.memory import OVER, cap, used
from server.reader.wire import Answer, ReadResult, pack_answer, receive, send, unpack_page

GRACE = 5.0  # seconds past the deadline, after which a child whose parent is gone ends itself
TIRED = 0.5  # share of the cap that a child may have grown by before it asks to be replaced
NO_TEXT = "The PDF holds no text; it may be a scan. Run text recognition (OCR) over it and clip that."
LOCKED = "The PDF cannot be opened; it is damaged or locked. Save it again without a password."
OTHERWISE = "Save it as PDF and clip that."
FAILED = f"The page could not be read: every reader of pages gave up on it. {OTHERWISE}"
WARM = "<html><body><article><h1>Warm</h1><p>A page that makes every reader load what it needs. It is read once.</p></article></body></html>"


def main() -> None:
    """Serve until the parent closes our input."""
    deadline, memory = float(sys.argv[1]), int(sys.argv[2])
    pages, answers = _pipes()
    language, said = load(), _listen()
    read(Page(url="https://warm.example/", html=WARM), language)
    gc.collect()
    gc.freeze()
    cap(memory)
    tired = used() + int(memory * TIRED)
    send(answers, language.name.encode())
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  os.devnull is no path on Windows
        for speech in (1, 2):  # from here on libraries speak of a page, and that is told in the answer
            os.dup2(nowhere.fileno(), speech)
        while (message := receive(pages)) is not None:
            faulthandler.dump_traceback_later(deadline + GRACE, exit=True, file=nowhere)
            send(answers, _answer(message, language, tired, said))
            faulthandler.cancel_dump_traceback_later()


def read(page: Page, language: Language) -> ReadResult:
    """Scrape a page and compute its features."""
    extract = scrape(page)
    if problem := _why_no_words(page, extract):
        return ReadResult(problem=problem)
    return ReadResult(extract, compute(extract, language))


def _why_no_words(page: Page, extract: Extract) -> str:
    """The problem of an extract without passages; "" for an HTML page that simply holds no words."""
    if extract.passages:
        return ""
    failed = bool(set(extract.notes) - {"no-text"})  # a scraper crashed, or the page had to be mended and is empty now
    if page.pdf:
        return LOCKED if failed else NO_TEXT
    return FAILED if failed else ""


def _answer(message: bytes, language: Language, tired: int, said: io.StringIO) -> bytes:
    said.seek(0)
    said.truncate()
    try:
        result = read(unpack_page(message), language)
        return pack_answer(Answer(result, tired=used() > tired, trace=said.getvalue()))
    except MemoryError:
        os._exit(OVER)  # the heap may be in pieces: only a new process is sure
    except Exception as error:  # noqa: BLE001  whatever a page makes a library raise costs that page only; the parent logs it
        problem = f"The page could not be read ({type(error).__name__} in the code that reads it). {OTHERWISE}"
        return pack_answer(Answer(ReadResult(problem=problem), trace=traceback.format_exc()))


def _listen() -> io.StringIO:
    """Where the errors that scrapers log will stand: they go to the parent with the answer."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setLevel(logging.ERROR)
    logging.getLogger("scrapers").addHandler(handler)
    return said


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for ourselves: what a library prints must not mix with the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:  # the parent is gone: nobody is left to be told
        os._exit(0)
