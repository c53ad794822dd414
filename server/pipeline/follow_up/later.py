"""The line to the referrer after the talk, and "I tried it" weeks later."""

import re

from server.model.after import After
from server.pipeline.follow_up.aloud import is_past
from server.pipeline.follow_up.draft import Draft, curled, date_words, day_words, ended, greeting, paragraphs, turned
from server.pipeline.follow_up.speech import (
    Shape,
    Step,
    about_them,
    first_said,
    lowered,
    next_step,
    said,
    to_you,
    within,
    without_asks,
    without_stop,
)
from server.pipeline.follow_up.thanks import CLOSINGS, GREETINGS, Talk
from server.pipeline.questions.letters import capital

MOST_TRIED = 60  # words of the user's that go in, in whole sentences

TALKED = (
    "{name} and I talked{day}. Thank you for pointing me there.",
    "I talked with {name}{day}. It would not have come about without you: thank you.",
    "I wanted you to know that {name} and I talked{day}. Thank you for that.",
)
CAME_OF_IT = {
    Step.SENTENCE: "What comes of it: {next}.",
    Step.ORDER: "What comes of it: I am going to {next}.",
    Step.DOING: "What comes of it: I’ll be {next}.",
    Step.DONE: "What came of it: I {next}.",
    Step.PLAIN: "What comes of it: {next}.",
}
YOU_SAID = {
    Shape.QUOTED: ("When we talked{day} you said {said}.", "{day_first} you said {said}."),
    Shape.THAT: ("When we talked{day} you said that {said}.", "{day_first} you told me that {said}."),
    Shape.PLAIN: (
        "From our talk{day} I took one thing with me: {said}.",
        "{day_first} I took one thing with me: {said}.",
    ),
}
TRIED = ("I have tried it. {tried}", "I did something with it. {tried}", "Here is what came of it. {tried}")
NO_ANSWER = (
    "There is nothing for you to do about it; I wanted you to know.",
    "No answer needed: I thought you would want to hear how it went.",
    "I wanted you to know. You need not answer.",
)


def referrer_note(talk: Talk, name: str, referrer: str, after: After) -> Draft:
    """A line to the one who sent the user to them: that they talked, and what the user will do. Nothing of what was said.

    name: whom the talk was with; referrer: what it calls who gets it, "" where no name is known.
    """
    day = day_words(talk.start, talk.now)
    told = turned(TALKED, talk.turn).format(name=name, day=f" {day}" if day else "")
    return Draft(
        subject=f"{name} and I talked",
        body=curled(
            paragraphs(
                greeting(turned(GREETINGS, talk.turn + 1), referrer),
                " ".join(part for part in (told, _for_others(talk, after.on_record())) if part),
                turned(CLOSINGS, talk.turn + 2),
            )
        ),
    )


def tried_note(talk: Talk, after: After) -> Draft | None:
    """What came of it, told to them; None until the user wrote what they tried."""
    told = after.on_record()
    if not told.tried.text:
        return None
    tried = to_you(within(without_asks(told.tried.text), MOST_TRIED), talk.first_name)
    word = about_them(tried, talk.first_name)
    hint = f"If “{word}” is {talk.first_name}, write “you” there: the note speaks to {talk.first_name}."
    return Draft(
        subject="I tried it",
        body=curled(
            paragraphs(
                turned(GREETINGS, talk.turn + 1).format(name=talk.first_name),
                f"{_you_said(talk, told)} {turned(TRIED, talk.turn).format(tried=_as_told(tried))}".strip(),
                turned(NO_ANSWER, talk.turn),
                turned(CLOSINGS, talk.turn + 1),
            )
        ),
        hints=(hint,) if word else (),
    )


def _for_others(talk: Talk, told: After) -> str:
    """What the user will do, where it speaks of nobody but themselves."""
    kept = within(without_asks(told.will_do.text), 30)
    if not kept or to_you(kept, talk.first_name) != kept or about_them(kept, talk.first_name):
        return ""
    found = next_step(kept, talk.first_name)
    return (
        "" if found.gap or re.search(r"\byour?s?\b", found.words) else ended(CAME_OF_IT[found.shape], next=found.words)
    )


def _you_said(talk: Talk, told: After) -> str:
    if not told.stuck.text:
        return ""
    found = said(first_said(told.stuck.text), talk.first_name)
    day = f" on {date_words(talk.start.date())}" if talk.start else ""
    first = f"In our talk{day}" if day else "When we talked"
    return ended(turned(YOU_SAID[found.shape], talk.turn), said=found.words, day=day, day_first=first)


def _as_told(tried: str) -> str:
    """What begins with what was done is told as done by "I"; a sentence of their own stays."""
    text = " ".join(tried.split())
    first = text.split()[0].lower() if text else ""
    told = f"I {lowered(text)}" if is_past(first) or first == "read" else capital(text)
    return told if told.endswith((".", "!", "?", "…")) else f"{without_stop(told)}."
