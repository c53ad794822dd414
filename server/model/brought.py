"""What an interview brought with it from where it was before."""

from typing import ClassVar

from server.model.sheets import Sheet


class Brought(Sheet):
    """turn: how many interviews were prepared before it, by which wordings take turns.

    None for one that began here, as long as nobody who came before it was forgotten.
    """

    called: ClassVar[str] = "brought"

    turn: int | None = None
