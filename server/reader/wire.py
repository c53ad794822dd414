"""What goes over the pipes between the reader and its children, as plain data.

A child that read a hostile page may have been taken over by it, so nothing it sends is unpickled: results are JSON, checked
against the types they are rebuilt into. A message is its length in eight bytes, then its bytes.
"""

import json
import struct
from dataclasses import dataclass
from typing import IO

from pydantic import TypeAdapter

from scrapers.page import Extract, Page
from server.pipeline.features.values import Features

MAX_MESSAGE = 1 << 30  # bytes; a length beyond it is not one of ours
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A page after reading: extract and features, or the problem in a sentence."""

    extract: Extract | None = None
    features: Features | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a child sends. tired: it has grown and wants to be replaced. trace: of an unexpected error, for the log."""

    result: ReadResult
    tired: bool = False
    trace: str = ""


_ANSWER = TypeAdapter(Answer)
_RESULT = TypeAdapter(ReadResult)


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message. Raises OSError (BrokenPipeError) when the other end is gone."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message; None when the other end is gone, also in mid-message."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > MAX_MESSAGE:
        return None
    message = pipe.read(length)
    return message if len(message) == length else None


def pack_page(page: Page) -> bytes:
    """A page as one message: a line of JSON, then the HTML or the PDF. Half characters pass as they are."""
    head = json.dumps({"url": page.url, "title": page.title, "pdf": bool(page.pdf)}).encode()
    return head + b"\n" + (page.pdf or page.html.encode("utf-8", "surrogatepass"))


def unpack_page(message: bytes) -> Page:
    """The page in a message made by pack_page."""
    line, _, body = message.partition(b"\n")
    head = json.loads(line)
    if head["pdf"]:
        return Page(url=head["url"], title=head["title"], pdf=body)
    return Page(url=head["url"], title=head["title"], html=body.decode("utf-8", "surrogatepass"))


def pack_answer(answer: Answer) -> bytes:
    """An answer as one message."""
    return _ANSWER.dump_json(answer)


def unpack_answer(message: bytes) -> Answer:
    """The answer in a message. Raises ValueError (pydantic's ValidationError) for anything else."""
    return _ANSWER.validate_json(message)


def pack_result(result: ReadResult) -> bytes:
    """What was read, as bytes to be kept."""
    return _RESULT.dump_json(result)


def unpack_result(kept: bytes) -> ReadResult:
    """What pack_result made bytes of. Raises ValueError (pydantic's ValidationError) for anything else."""
    return _RESULT.validate_json(kept)
