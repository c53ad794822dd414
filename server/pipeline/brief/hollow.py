"""Passages that are true and verbatim and still no line of a brief: they tell of the page or of how to write to somebody."""

import re

from server.pipeline.evidence.gather import Found

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
# Who posted when, how many liked it: the head of a post, not what it says.
_HEAD = re.compile(
    rf"^\d[A-Z].*[;,] ?\d[A-Z]|^presented by\b|[♡❤♥↻💬▶★☆👍⬆🔁]|\s#\d+$|\b\d{{1,2}}:\d{{2}}\s?(?:[ap]m|uhr)\b|^(?:\S+ ){{1,4}}{_MONTH} \d{{1,2}},? \d{{4}}\b|\b\d+ (?:points|upvotes|likes|views)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\b(?:get in touch|drop me a|say h(?:i|ello)|(?:e-?mail|write to|contact|reach|find|follow|message|call|dm) me\b|not hard to find|"
    r"(?:always )?happy to (?:grab|chat|meet|talk|answer|help|hear)|my (?:e-?mail|inbox|dms)\b|bookings?\b|grab a coffee|ask me (?:about|anything)|"
    r"hello there|hi there|welcome to)",
    re.IGNORECASE,
)
# The text about itself.
_ITSELF = re.compile(
    r"\b(?:i (?:thought|figured) (?:i|it)(?:['’]d| would| might)? (?:be useful|write|share|put)|i(?:['’]ll| will) (?:revert|come back|return|try to|explain|describe|start|"
    r"skip|keep (?:it|this))|i (?:put|wrote|write|keep|made) (?:this|it) (?:here|up|down)|i (?:\w+ )?(?:wrote|put together|published) (?:a|an|the) (?:\w+ ){0,2}(?:post|piece|page)|"
    r"have a look at|(?:log|list|collection) of what|for anyone not|dive in|as i (?:said|wrote)|more on (?:that|this)|let me (?:start|begin|explain)|"
    r"caught up|provide some pointers|these posts|i write about|some notes|slides of|want to read|(?:part|chapter) (?:one|two|three|\d)\b.{0,20}\bi(?:['’]ll| will))",
    re.IGNORECASE,
)


def tells_nothing(found: Found) -> bool:
    """True for heads of posts, ways to reach somebody, and a text about itself."""
    text = found.evidence.exact
    return bool(_HEAD.search(text) or _CONTACT.search(text) or _ITSELF.search(text))


def balanced(line: str) -> str:
    """A line without a quotation mark that has no partner in it: the other one stands in the sentence before or after."""
    for opening, closing in (("“", "”"), ('"', '"')):
        if opening != closing and line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
        elif opening == closing and line.count(opening) % 2:
            line = (
                line.strip(opening) if line.startswith(opening) != line.endswith(opening) else line.replace(opening, "")
            )
    return line.strip()
