"""The body of an answer: of a kind we read, unpacked by us, and never more of it than the limit."""

import http.client
import zlib
from collections.abc import Iterable, Iterator

from server.errors import FetchError
from server.fetch.refusals import CLIP_IT, passing, refusal

STEP = 1 << 16  # bytes read or unpacked at once
PACKED = {"": False, "identity": False, "gzip": True, "x-gzip": True}
TOO_LARGE = "The page is larger than {limit:.0f} MB."
PARTLY = "The page came only in part."


def read(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The unpacked bytes. Raises FetchError for more than `limit` of them (nothing beyond it is unpacked) and for fewer than announced."""
    announced = response.length
    if announced is not None and announced > limit:
        raise _too_large(limit)
    body = bytearray()
    for piece in _unpacked(response, announced):
        body += piece
        if len(body) > limit:
            raise _too_large(limit)
    return bytes(body)


def beginning(response: http.client.HTTPResponse, limit: int) -> bytes:
    """The unpacked bytes, cut at `limit`."""
    body = bytearray()
    for piece in _unpacked(response, response.length):
        body += piece
        if len(body) >= limit:
            break
    return bytes(body[:limit])


def _unpacked(response: http.client.HTTPResponse, announced: int | None) -> Iterator[bytes]:
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in PACKED:
        raise refusal("The site packed the page in a way that was not asked for.")
    pieces = _pieces(response, announced)
    return _unzipped(pieces) if PACKED[encoding] else pieces


def _pieces(response: http.client.HTTPResponse, announced: int | None) -> Iterator[bytes]:
    count = 0
    while piece := response.read(STEP):
        count += len(piece)
        yield piece
    if announced is not None and count < announced:
        raise passing(PARTLY)


def _unzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    unzip = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    for piece in pieces:
        packed = piece
        while True:
            plain = unzip.decompress(packed, STEP)
            yield plain
            packed = unzip.unconsumed_tail
            if not packed and len(plain) < STEP:  # a full step may leave more inside, even with no input left
                break
        if unzip.unused_data:
            raise zlib.error("bytes after the end")
    if not unzip.eof:
        raise passing(PARTLY)


def _too_large(limit: int) -> FetchError:
    return refusal(TOO_LARGE.format(limit=limit / 1e6), f"{CLIP_IT} Print it to a smaller PDF if it is one.")
