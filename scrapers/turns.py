"""Who speaks: labelled turns of a transcript, questions and answers of an interview.

A label counts only if it comes back: "Dana Whitlock:" twice is a speaker, "Note:" once is not. Labels and time stamps leave
the text; the speaker stands in the block instead.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from scrapers.dates import WHEN
from scrapers.names import PARTICLES, begins_capital, is_name
from scrapers.page import Place
from scrapers.visible import Piece

STAMP = r"(?<!\d)[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?"
_LABEL = rf"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|\d{{1,2}}|{PARTICLES})){{0,4}}"
_LABELLED = re.compile(
    rf"^(?:{STAMP}\s*[-–—|]?\s*)?(?P<label>{_LABEL})\s*(?P<stamp>{STAMP})?\s*[:：](?!\d|//)\s*(?:{STAMP}\s+)?(?P<rest>.*)$",
    re.DOTALL,
)
_STAMPED = re.compile(
    rf"^(?:{STAMP}\s*[-–—|]?\s*(?P<after>{_LABEL})|(?P<before>{_LABEL})\s*[-–—|]?\s*{STAMP})(?:\n(?P<rest>.*))?$",
    re.DOTALL,
)
_STAMP_ONLY = re.compile(rf"^{STAMP}(?:\s*[-–—]+>?\s*{STAMP})?$")
_AFTER_LEAD = re.compile(rf"^\s*(?:{STAMP})?\s*[:：–—-]?\s*(?:{STAMP}\s+)?")
_NO_LABELS = frozenset(
    "note notes update updates tip tips example examples step warning caution source sources photo image video link links "
    "tags tag date time location place venue price email phone website web address edit p.s ps tl;dr summary http https "
    "figure table chapter part section day week hint pro pros con cons isbn doi abstract keywords title subject re".split()
)
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|Sie|Ihr\w*|du|dein\w*|vous|votre|vos|tu|ton|usted|ustedes|su|tus?)\b", re.IGNORECASE
)
_ME = re.compile(r"\b(?:I|I'm|I've|I'd|I'll)\b")
_BY = re.compile(r"^(?:(?:posted|asked|answered|written|started) )?by ", re.IGNORECASE)
# What stands behind the author's name at the head of a post: when, how well it was received, its number.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_POST_HEAD = re.compile(
    rf"(?:\W+|\b(?:OP|author|at|on|{_MONTH}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:[ap]\.?m\.?)?|[ap]\.?m\.?|\d[\d.,]*k?|st|nd|rd|th|points?|likes?|votes?|replies|comments?|"
    r"just now|edited|ago|joined|since|member|posts?|messages?|(?:an? )?(?:minutes?|hours?|days?|weeks?|months?|years?|min|hrs?|[smhdwy]))\b)+",
    re.IGNORECASE,
)
MIN_TURNS = 2
LABEL_WORDS = 4
MIN_QUESTIONS = 3
REMARK_WORDS = 3
ASIDE_WORDS = 6
MIN_POSTS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a piece says once its label is gone, and who says it. Empty text: the piece held nothing but a label."""

    speaker: str
    text: str


def begins_turn(line: str) -> bool:
    """True for a line that begins with a speaker's label and a colon."""
    return bool(_LABELLED.match(line))


def is_stamped_label(text: str) -> bool:
    """True for a speaker's name with a time and nothing else, be it on two lines."""
    match = _STAMPED.match(text)
    return match is not None and not match["rest"]


def find(pieces: Sequence[Piece]) -> dict[int, Said]:
    """Index of a piece -> what is said there and by whom. Empty for a page without turns."""
    labels = {index: found for index, piece in enumerate(pieces) if (found := _label(piece))}
    distinct = {
        (label, rest or str(index)) for index, (label, rest) in labels.items()
    }  # a title listed twice is no turn
    speakers = _speakers([label for label, _ in distinct])
    if speakers:
        starts = {index: Said(label, rest) for index, (label, rest) in labels.items() if label in speakers}
        return _carry(pieces, starts)
    return _carry(pieces, _questions(pieces) or _posts(pieces) or _headed_posts(pieces))


def _label(piece: Piece) -> tuple[str, str] | None:
    if piece.place is Place.ROW:
        return None
    text = piece.text
    if match := _STAMPED.match(text):
        return _checked(match["after"] or match["before"], match["rest"] or "")
    if match := _LABELLED.match(text):
        return _checked(match["label"], match["rest"])
    lead = piece.lead.rstrip(" :：").strip()
    if lead and is_name(lead):
        return lead, _AFTER_LEAD.sub("", text[len(piece.lead) :])
    return _alone(piece)


def _alone(piece: Piece) -> tuple[str, str] | None:
    """A label that fills its piece: a name as a heading, or a short term of a list."""
    if piece.place is Place.HEADING and is_name(piece.text):
        return piece.text, ""
    if _is_term(piece) and len(piece.text.split()) <= LABEL_WORDS:
        return _checked(piece.text.rstrip(" :："), "")
    return None


def _checked(label: str, rest: str) -> tuple[str, str] | None:
    label = label.strip()
    if label.lower() in _NO_LABELS or len(label) > 40 or not begins_capital(label.split()):
        return None
    return label, rest.strip()


def _speakers(labels: Sequence[str]) -> set[str]:
    counts = Counter(labels)
    recurring = {label for label, count in counts.items() if count >= MIN_TURNS}
    return recurring if len(recurring) > 1 else set()


def _questions(pieces: Sequence[Piece]) -> dict[int, Said]:
    """Questions (terms of a list, bold or headed) with plain answers below.

    A list of FAQs speaks to nobody, and nobody says "I" in it: it is none.
    """
    for manner in (_is_term, _is_bold, _is_headed):
        marked = [index for index, piece in enumerate(pieces) if manner(piece)]
        asked = [index for index in marked if pieces[index].text.endswith("?")]
        to_somebody = sum(1 for index in asked if _YOU.search(pieces[index].text))
        by_somebody = sum(1 for index in asked if index + 1 < len(pieces) and _ME.search(_straight(pieces[index + 1])))
        if (
            len(asked) >= MIN_QUESTIONS
            and len(asked) * 2 > len(marked)
            and max(to_somebody, by_somebody) * 3 >= len(asked)
        ):
            told = [i for i in marked if asked[0] < i < asked[-1] and _is_remark(pieces[i])]
            starts = {index: Said("Q", pieces[index].text) for index in (*asked, *told)}
            answers = {
                i + 1: Said("A", pieces[i + 1].text) for i in starts if i + 1 < len(pieces) and i + 1 not in starts
            }
            return starts | answers
    return {}


def _is_remark(piece: Piece) -> bool:
    """What an interviewer says without asking, set as the questions are."""
    return len(piece.text.split()) >= REMARK_WORDS and piece.text.rstrip("”\"'’)")[-1:] in (".", "!", "…")


def _posts(pieces: Sequence[Piece]) -> dict[int, Said]:
    """Posts of a thread: again and again a linked name, then when it was written, then the text."""
    starts = {
        index: Said(piece.text, "")
        for index, piece in enumerate(pieces[:-1])
        if piece.linked >= len(piece.text) > 2 and len(piece.text.split()) <= 4 and WHEN.match(pieces[index + 1].text)
    }
    authors = len({said.speaker for said in starts.values()})
    if len(starts) < MIN_POSTS or not 1 < authors < len(starts):  # nobody comes back in a list of other pages
        return {}
    return starts | {index + 1: Said("", "") for index in starts}


def _headed_posts(pieces: Sequence[Piece]) -> dict[int, Said]:
    """Posts of a thread whose head is one line: a name (linked, bold or before a dot), then when, how many points, which number."""
    starts = {index: Said(author, "") for index, piece in enumerate(pieces) if (author := _author(piece))}
    authors = len({said.speaker for said in starts.values()})
    return starts if len(starts) >= MIN_POSTS and 1 < authors < len(starts) else {}


def _author(piece: Piece) -> str:
    """Who wrote the post of which this piece is the head; "" if it is none."""
    text = _BY.sub("", piece.text)
    name = piece.lead.strip() or text[: piece.linked].strip() or text.split(" · ")[0].strip()
    rest = text[len(name) :]
    if not text.startswith(name) or len(name.split()) > 4 or len(name) < 3 or not any(c.isdigit() for c in rest):
        return ""
    return name.removeprefix("u/").lstrip("@") if _POST_HEAD.fullmatch(rest) else ""


def _straight(piece: Piece) -> str:
    return piece.text.replace("’", "'")


def _is_term(piece: Piece) -> bool:
    return bool(piece.element.tag == "dt")


def _is_bold(piece: Piece) -> bool:
    return piece.level == 0 and bool(piece.lead) and piece.lead == piece.text


def _is_headed(piece: Piece) -> bool:
    return piece.level > 1


def _carry(pieces: Sequence[Piece], starts: dict[int, Said]) -> dict[int, Said]:
    """Paragraphs after a turn belong to it, up to the next turn, a heading, or the end of what holds all turns."""
    if not starts:
        return {}
    root = common_ancestor([pieces[index].element for index in starts])
    said = dict(starts)
    speaker = ""
    for index in range(min(starts), len(pieces)):
        piece = pieces[index]
        if index in starts:
            speaker = starts[index].speaker or speaker
        elif piece.place is Place.HEADING or not _inside(piece.element, root) or (speaker and _is_aside(piece)):
            speaker = ""
        elif _STAMP_ONLY.match(piece.text):
            said[index] = Said(speaker, "")
        elif speaker:
            said[index] = Said("A" if speaker == "Q" else speaker, piece.text)
    return said


def _is_aside(piece: Piece) -> bool:
    """A paragraph set wholly in italics between or behind turns: the editor speaks, of the programme or of themselves."""
    slanted = [" ".join(part.text_content().split()) for part in piece.element.iter("i", "em")]
    return " ".join(slanted) == " ".join(piece.text.split()) and len(piece.text.split()) >= ASIDE_WORDS


def common_ancestor(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The smallest element that holds all of these."""
    path = [elements[0], *elements[0].iterancestors()]
    shared = path
    for element in elements[1:]:
        own = {element, *element.iterancestors()}
        shared = [step for step in shared if step in own]
    return shared[0]


def _inside(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(step is root for step in element.iterancestors())
