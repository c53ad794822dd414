"""Every error a person can be shown: what failed, for which clip or place, and what to do next."""

from dataclasses import dataclass


class GroundworkError(Exception):
    """Base of all our errors.

    what: one plain sentence. where: the clip, file or JSON path it is about ("clip t05 (pages/t05.pdf)",
    "user.goals[1].text"). hint: what the person can do about it.
    """

    code = "error"

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.what}{hint}"


class InputError(GroundworkError):
    """Something given to us is not what it should be. Nothing else is disturbed by it."""

    code = "bad_input"


class NotFoundError(GroundworkError):
    """It is not there, or it is somebody else's: the two look the same."""

    code = "not_found"


class ConflictError(GroundworkError):
    """What was sent contradicts what is kept. What is kept stays."""

    code = "conflict"


class StoreError(GroundworkError):
    """The place where everything is kept cannot be used as it is. Nothing that was kept is lost by it."""

    code = "store"


class NoRoomError(StoreError):
    """The disk is full. What was being saved was not; all that was saved before is there."""

    code = "no_room"


class FetchError(GroundworkError):
    """A page could not be brought in from the web. What is kept stays as it is.

    retry: trying again may help. wait: seconds the site asks for before that, None if it asks for none.
    """

    code = "fetch"

    def __init__(
        self, what: str, *, where: str = "", hint: str = "", retry: bool = False, wait: int | None = None
    ) -> None:
        super().__init__(what, where=where, hint=hint)
        self.retry, self.wait = retry, wait


@dataclass(frozen=True, slots=True)
class Problem:
    """An error that does not stop the work: told at the end, beside the result.

    A warning is something to know that cost nothing (an unknown key); any other problem cost a page or part of one.
    """

    what: str
    where: str
    hint: str = ""
    warning: bool = False

    def __str__(self) -> str:
        return str(InputError(self.what, where=self.where, hint=self.hint))
