"""What a person has seen of an interview, so that what is new can be shown to them."""

from typing import ClassVar

from server.model.sheets import Sheet
from server.model.words import Moment


class Looked(Sheet):
    """at: when they looked last. earlier: ids of questions, quotes and pages seen before this sitting; latest: seen up to now."""

    called: ClassVar[str] = "looked"

    at: Moment | None = None
    earlier: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
