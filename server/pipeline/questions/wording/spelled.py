"""What was typed as it is said aloud: shorthand spelled out, what only adds heat left out, a mark where something is asked."""

import re
import tomllib
from importlib import resources

from server.pipeline.features.stems import words
from server.pipeline.questions.letters import capital
from server.pipeline.questions.lint.patterns import any_of
from server.pipeline.questions.lint.queries import queries
from server.pipeline.questions.material.typed import straight, whole_words

_DATA = tomllib.loads((resources.files(__package__) / "spelled.toml").read_text(encoding="utf-8"))
_YOUR_RE = re.compile(r"\bur (?=(?:not |really |still |so )?(?:\w{3,}ing|glad|happy|sure|good|the|a)\b)", re.IGNORECASE)
_ANYWHERE = re.compile(rf"(?<![\w'])(?:{'|'.join(_DATA['strike']['anywhere'])})(?![\w'])[,]?", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:{'|'.join(_DATA['strike']['before'])})(?![\w'])[\s,:;.!-]*", re.IGNORECASE)
_AFTER = re.compile(rf"[\s,;:.-]+(?:{'|'.join(_DATA['strike']['after'])})\s*(?=[?!.]*$)", re.IGNORECASE)
_BEGUN = [(re.compile(rule["when"], re.IGNORECASE), rule["say"]) for rule in _DATA["begun"]]
_MARKS = re.compile(r"([?!.])[?!.]+")
_NOT_ASKED = re.compile(r"^(?:isn't|wasn't|aren't|weren't|don't|didn't|doesn't|wouldn't|couldn't|can't|won't|haven't)(?= (?:it|you|that|this|there|the|we|I)\b)", re.IGNORECASE)  # fmt: skip
_RUN_ON = re.compile(
    r"(?<![,;:.?!]) (?=(?:do|did|are|were|would|could|can|have|will) (?:you|I|they|your \w+|people) )", re.IGNORECASE
)
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|if|whether|and|or|but|so|than|as|do|does|did|is|are|can|could|nor)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"^(?:when|after|before|while|since)(?= \S+ \S+)", re.IGNORECASE)
WHAT_IF = re.compile(r"what if .+|if I .+? (?:will|would|do|am|should|can|could) (?:I|it|that|this) .+", re.IGNORECASE)
_YES = re.compile(
    r",\s*(?:yes|no|right|correct|isn't it|aren't you|don't you|or not|or no)\s*(?=[?!.]*$)", re.IGNORECASE
)
RUDE = any_of(r"\b(?:shit\w*|crap\w*|asshole\w*|idiot\w*|suck\w*|stupid\w*|jerk\w*|dumb\w*|bitch\w*|bullshit)\b")


def spelled(text: str) -> str:
    """The text in whole words, each sentence with a capital and a mark; shorter by what only adds heat."""
    plain = _MARKS.sub(lambda marks: "?" if "?" in marks.group() else marks[1], " ".join(straight(text).split()))
    plain = _YOUR_RE.sub("you're ", plain)
    plain = " ".join(_ANYWHERE.sub("", whole_words(plain)).split())
    return " ".join(_sentence(part) for part in re.split(r"(?<=[?!.])\s+", plain) if part.strip(" ?!.,"))


def clumsy(text: str) -> bool:
    """Whether it has to be spelled out to be understood: shorthand, no mark where it asks, or no beginning."""
    plain = spelled(text)
    return words(plain) != words(text) or plain[-1:] != text.strip()[-1:]


def bare(text: str) -> str:
    """One sentence without what stands before it and behind it."""
    before = ""
    while before != text:
        before = text
        text = _AFTER.sub("", _BEFORE.sub("", text.strip(" ,;:-")))
    return text.strip(" ,;:-")


def _sentence(part: str) -> str:
    """One sentence, begun where people leave the beginning out, with its mark."""
    plain = bare(_YES.sub("", part))
    joint = _RUN_ON.search(plain)
    if joint and not _ASKS.search(_SINCE.sub("", plain[: joint.start()])):
        plain = f"{plain[: joint.start()]},{plain[joint.start() :]}"
    body, mark = plain.rstrip("?!. "), plain[len(plain.rstrip("?!. ")) :].strip()[:1]
    for when, say in _BEGUN:
        if when.fullmatch(body):
            body = when.sub(say, body)
            break
    asks = mark == "?" or asks_something(body)
    return f"{capital(body)}{'?' if asks else mark or '.'}" if body else ""


def asks_something(body: str) -> bool:
    """Whether a sentence without its mark puts a question."""
    return bool(queries(body)) or bool(WHAT_IF.fullmatch(body))


def positive(clause: str) -> str:
    """What "isn't it hard" asks, without leading: "is it hard"."""
    return _NOT_ASKED.sub(lambda found: _whole(found.group()), clause)


def _whole(short: str) -> str:
    stem = short[:-3]
    return {"ca": "can", "wo": "will"}.get(stem.lower(), stem)
