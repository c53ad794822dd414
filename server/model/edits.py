"""What the user does to questions of one interview: kept whole, never computed again, and always ahead of what we compute."""

from server.model.base import Frozen
from server.model.findings import Evidence, Question


class QuestionEdit(Frozen):
    """One question as the user left it, and the passages it rests on as they stood then.

    position: its place among the questions of its tier, from 1, where the user moved it. number: of their own questions, which
    one it was, from 1. pinned: to stay as it is. everyone: "I ask everyone". removed: not to be asked here. note: what was said
    to it.
    """

    question: Question
    quotes: tuple[Evidence, ...] = ()
    position: int | None = None
    number: int | None = None
    pinned: bool = False
    everyone: bool = False
    removed: bool = False
    note: str = ""
