"""Comments below a piece: found by the heading above them ("3 comments"), each with the name of who wrote it."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from scrapers.dates import WHEN
from scrapers.names import is_name
from scrapers.page import Block, Place
from scrapers.visible import Piece

_HEADING = re.compile(
    r"^(?:\d+\s+)?(?:comments?|responses?|replies|reader comments|discussion|kommentare?|antworten|commentaires?|réponses|"
    r"comentarios?|respuestas|reacties)(?:\s*\(?\d+\)?)?$|^(?:one|two|three|\d+) (?:thoughts?|responses?|comments?|replies) (?:on|to)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:reply|like|share|report|flag|permalink|edit|antworten|répondre|responder|leave a (?:reply|comment)|add a comment|post a comment|"
    r"write a comment|log ?in to (?:reply|comment)|view all|show more|load more|\d+ (?:likes?|replies|reply|points?|claps?)|"
    r"your email address will not be published.*|top|newest|oldest|sort by.*|·|•)(?: comments?)?$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\s*(?:says|said|wrote|schrieb|sagt|a écrit|dice)?\s*:?$", re.IGNORECASE)
NOBODY = "comment"


def split(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Block]]:
    """(pieces that are no comments, the comments as blocks): the section under each heading that announces comments."""
    rest: list[Piece] = []
    blocks: list[Block] = []
    section: HtmlElement | None = None
    speaker = NOBODY
    level = 0
    for piece in pieces:
        if _announces(piece):
            section, level, speaker = _section(piece), piece.level, NOBODY
            continue
        if section is not None and ((piece.level and piece.level <= level) or not _within(piece.element, section)):
            section = None
        if section is None:
            rest.append(piece)
            continue
        name, text = _read(piece)
        speaker = name or speaker
        if text:
            blocks.append(Block(text, Place.COMMENT, speaker))
    return rest, blocks


def _announces(piece: Piece) -> bool:
    return (piece.level > 0 or piece.lead == piece.text) and bool(_HEADING.match(piece.text))


def _section(piece: Piece) -> HtmlElement:
    """What the heading stands at the head of: its parent, or one more level up where the heading has a box of its own."""
    parent = piece.element.getparent()
    if parent is None:
        return piece.element
    above = parent.getparent()
    return above if len(parent) == 1 and above is not None and above.tag != "body" else parent


def _read(piece: Piece) -> tuple[str, str]:
    """(name of a commenter if this piece is one, what is left to quote)."""
    lines = [line for line in piece.text.split("\n") if line and not WHEN.match(line) and not _FURNITURE.match(line)]
    if not lines:
        return "", ""
    first = lines[0]
    named = _SAYS.sub("", first)
    marked = piece.lead == piece.text or piece.linked >= len(first) - 2 or piece.level or named != first
    if named and len(named.split()) <= 4 and (is_name(named) or (marked and not first.endswith((".", "!", "?")))):
        return named, " ".join(lines[1:])
    if piece.lead and is_name(_SAYS.sub("", piece.lead)):
        return _SAYS.sub("", piece.lead), " ".join(lines)[len(piece.lead) :].strip(" :")
    return "", " ".join(lines)


def _within(element: HtmlElement, section: HtmlElement) -> bool:
    return element is section or any(step is section for step in element.iterancestors())
