"""What the user did to questions, laid over what we computed: held against the pages as they are, and put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.model import Evidence, Question, QuestionEdit
from server.pipeline.questions.answered import Answers
from server.pipeline.questions.check import check
from server.pipeline.questions.lint import Setting
from server.pipeline.questions.yours.order import in_order
from server.pipeline.questions.yours.quotes import Quotable, quotes_of


@dataclass(frozen=True, slots=True)
class Around:
    """What a question of the user's is held against, and the minutes booked."""

    pages: Quotable
    setting: Setting
    answers: Answers
    minutes: int


@dataclass(frozen=True, slots=True)
class Merged:
    """Questions ranked from 1, and the passages under them that are not in the pool."""

    questions: tuple[Question, ...]
    quotes: tuple[Evidence, ...] = ()


def merge(ours: Sequence[Question], edits: Sequence[QuestionEdit], around: Around) -> Merged:
    """Theirs and ours. Words, tier and place of theirs are never computed again, whether or not we would still ask it.

    Only what the pages say to it is: the linter's findings for words of their own, and where its quotes stand. Those of ours
    that they did not touch are as they were, but for their rank and for making room.
    """
    if not edits:
        return Merged(tuple(ours))
    held = [edit if edit.removed else hold(edit, around) for edit in edits]
    pooled = {found.evidence.id for found in around.pages.pool.found}
    quotes = {quote.id: quote for edit in held if not edit.removed for quote in edit.quotes if quote.id not in pooled}
    return Merged(in_order(ours, held, around.minutes), tuple(quotes.values()))


def hold(edit: QuestionEdit, around: Around) -> QuestionEdit:
    """A question of theirs with its quotes where they stand now and, for words of their own, what the linter says."""
    question = edit.question
    if question.edited or question.origin == "seeker":
        checked = check(question.text, around.setting, around.answers)
        quotes, findings = quotes_of(edit, checked.answered_by, around.pages), checked.findings
    else:
        quotes, findings = quotes_of(edit, (), around.pages), question.lint
    ids = tuple(quote.id for quote in quotes)
    return edit.model_copy(
        update={"quotes": quotes, "question": question.model_copy(update={"evidence": ids, "lint": findings})}
    )
