"""What was heard to each want, as columns of answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.heard import Answer, WantHeard
from server.pipeline.export.faces.view import clean
from server.pipeline.follow_up.draft import date_words


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What one person said. when: the day, in words, or ""; paragraphs: their answer as it was written down."""

    interview_id: str
    name: str
    when: str
    paragraphs: tuple[str, ...]
    off_record: bool


@dataclass(frozen=True, slots=True)
class HeardScreen:
    """answered: (want, answers); silent: wants to which nobody has said anything yet."""

    answered: tuple[tuple[str, tuple[AnswerCard, ...]], ...]
    silent: tuple[str, ...]


def heard_screen(found: Sequence[WantHeard]) -> HeardScreen:
    """The screen of all wants."""
    return HeardScreen(
        answered=tuple((clean(one.want), tuple(_card(a) for a in one.answers)) for one in found if one.answers),
        silent=tuple(clean(one.want) for one in found if not one.answers),
    )


def _card(answer: Answer) -> AnswerCard:
    when = f"{date_words(answer.when.date())} {answer.when.year}" if answer.when else ""
    paragraphs = tuple(line for line in (clean(part) for part in answer.text.splitlines()) if line)
    return AnswerCard(answer.interview_id, clean(answer.name), when, paragraphs, answer.off_record)
