"""The thank-you: one thing they said, what the user will do with it, what was promised; no new ask, no praise, nothing invented.

Wordings take turns over a user's interviews, in steps that share no factor, so that no two people get the same letter soon.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.model.after import After, Promise, Whose
from server.pipeline.follow_up.draft import Draft, curled, date_words, day_words, ended, paragraphs, turned
from server.pipeline.follow_up.speech import (
    GAP_NEXT,
    GAP_PROMISED,
    GAP_SAID,
    Shape,
    Step,
    about_them,
    first_said,
    next_step,
    one_line,
    promised,
    said,
    within,
    without_asks,
)

MOST = 120  # words
MOST_NEXT, MOST_PROMISED = 32, 20  # words of the user's that go in, in whole sentences

GREETINGS = ("Dear {name},", "Hello {name},")
OPENINGS = (
    "Thank you for talking with me{day}.",
    "I am writing to thank you for our talk{day}.",
    "Thank you for making room for me{day}.",
    "Thanks for the time you gave me{day}.",
    "A few lines to thank you for our talk{day}.",
)
AND_THANKS = (  # where what they said comes first
    "Thank you for that, and for talking with me{day}.",
    "Thank you for saying it, and for our talk{day}.",
    "For that, and for our talk{day}: thank you.",
    "Thanks for that, and for the time you gave me{day}.",
)
SAID = {
    Shape.QUOTED: (
        "You said {said}, and it has stayed with me.",
        "The line I keep going back to is yours: {said}.",
        "One sentence of yours has not left me: {said}.",
        "What I took home from it is this: {said}.",
    ),
    Shape.THAT: (
        "You said that {said}. I keep coming back to it.",
        "What has stayed with me is that {said}.",
        "You told me that {said}, and it stuck.",
        "I am still turning over what you said: that {said}.",
    ),
    Shape.PLAIN: (
        "One thing has stayed with me: {said}.",
        "What I keep coming back to: {said}.",
        "If I could keep only one thing you said, it would be this: {said}.",
        "I am still thinking about something you said: {said}.",
    ),
}
NEXT = {
    Step.SENTENCE: ("{next}.", "What comes of it: {next}.", "My next step: {next}."),
    Step.ORDER: ("I am going to {next}.", "So I am going to {next}.", "My next step is to {next}."),
    Step.DOING: ("My next step is {next}.", "From here on I’ll be {next}.", "So I’ll be {next}."),
    Step.DONE: ("I {next}.", "And I {next}.", "What came of it so far: I {next}."),
    Step.PLAIN: ("My next step: {next}.", "Next for me: {next}.", "What I make of it: {next}."),
}
PROMISED = (
    "As promised, I’ll {promised}.",
    "I haven’t forgotten what I promised: I’ll {promised}.",
    "And as I said, I’ll {promised}.",
)
CLOSINGS = ("Thank you again,", "Best wishes,", "With thanks,", "All the best,", "Kind regards,")
CUT = "Not all of it fits into 120 words: what is left out is still here."
SUBJECTS = ("Thank you", "Our talk{day}", "Thank you for our talk")


@dataclass(frozen=True, slots=True)
class Talk:
    """What a note is written from. start: when the talk was; turn: how many interviews the user had before this one."""

    first_name: str
    start: datetime | None
    now: datetime
    turn: int = 0


def thank_you(talk: Talk, after: After) -> Draft | None:
    """The thank-you, of at most 120 words; None while there is nothing to say yet.

    What is off the record is in no draft.
    """
    told = after.on_record()
    if not (told.stuck.text or told.will_do.text):
        return None
    return next(draft for draft in _shorter_and_shorter(talk, told) if draft.words <= MOST)


def _shorter_and_shorter(talk: Talk, told: After) -> Iterator[Draft]:
    """All that was typed, then less of it: whole sentences go, from the end."""
    parts = [_said(talk, told), _next(talk, told), _promise(talk, told.promises)]
    full = tuple(_hints(talk, told))
    yield _letter(talk, parts, full)
    cut = full if CUT in full else (*full, CUT)
    yield _letter(talk, [*parts[:2], ""], cut)
    yield _letter(talk, [parts[0], "", ""], cut)
    if parts[1]:
        yield _letter(talk, ["", parts[1], ""], cut)
    yield _letter(talk, ["", "", ""], (*full, "What you wrote is too long for a note: shorten it a little."))


def _letter(talk: Talk, parts: Sequence[str], hints: tuple[str, ...]) -> Draft:
    words, *after = parts
    return Draft(
        subject=_on_its_day(SUBJECTS, talk),
        body=curled(
            paragraphs(
                turned(GREETINGS, talk.turn).format(name=talk.first_name),
                _beginning(talk, words),
                " ".join(part for part in after if part),
                turned(CLOSINGS, talk.turn),
            )
        ),
        hints=hints,
    )


def _beginning(talk: Talk, words: str) -> str:
    """Thanks, then what they said; in every third letter the other way round."""
    if words and talk.turn % 3 == 2:
        return f"{words} {_on_its_day(AND_THANKS, talk)}"
    return f"{_on_its_day(OPENINGS, talk)} {words}".strip()


def _on_its_day(wordings: Sequence[str], talk: Talk) -> str:
    day = day_words(talk.start, talk.now)
    return turned(wordings, talk.turn).format(day=f" {day}" if day else "")


def _said(talk: Talk, told: After) -> str:
    if not told.stuck.text:
        return ""
    found = said(first_said(told.stuck.text), talk.first_name)
    return ended(turned(SAID[found.shape], talk.turn), said=found.words)


def _next(talk: Talk, told: After) -> str:
    kept = without_asks(told.will_do.text)
    if not kept:
        return ""
    found = next_step(within(kept, MOST_NEXT), talk.first_name)
    turn = talk.turn if told.stuck.text else 0  # the first wording needs nothing before it
    return ended(turned(NEXT[found.shape], turn), next=found.words)


def _promise(talk: Talk, promises: Sequence[Promise]) -> str:
    mine = [one for one in promises if one.whose is Whose.MINE and not one.done_at and without_asks(one.text)]
    told = [_by(promised(within(one.text, MOST_PROMISED), talk.first_name), one) for one in mine[:2]]
    return turned(PROMISED, talk.turn).format(promised=" and ".join(told)) if told else ""


def _by(words: str, promise: Promise) -> str:
    """With the day it is for, unless the words tell one."""
    has_day = any(f" {word} " in f" {words.lower()} " for word in ("by", "until", "before", "on", "next", "tomorrow"))
    return words if has_day or promise.due is None else f"{words} by {date_words(promise.due)}"


def _hints(talk: Talk, told: After) -> Iterator[str]:
    name, mine = talk.first_name, [one.text for one in told.promises if one.whose is Whose.MINE]
    shown = " ".join([_said(talk, told), _next(talk, told), *(promised(text, name) for text in mine)])
    notes = (
        (GAP_SAID, first_said(told.stuck.text)),
        (GAP_NEXT, without_asks(told.will_do.text)),
        (GAP_PROMISED, ", ".join(mine)),
    )
    yield from (
        f"{gap} is for you to fill: your note “{one_line(within(note, MOST_NEXT))}” is no sentence yet."
        for gap, note in notes
        if gap in shown
    )
    if word := about_them(shown, name):
        yield f"If “{word}” is {name}, write “you” there: the note speaks to {name}."
    yield from _left_out(told)


def _left_out(told: After) -> Iterator[str]:
    asked = without_asks(told.will_do.text)
    if len(first_said(told.stuck.text)) < len(told.stuck.text.strip()):
        yield "One sentence of what stuck is in it: the rest is still here."
    if len(within(asked, MOST_NEXT)) < len(asked.strip()):
        yield CUT
    if len(asked) < len(told.will_do.text):
        yield "A thank-you asks for nothing new: what asks for something is left out."
