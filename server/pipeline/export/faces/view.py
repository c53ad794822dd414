"""What both faces look up in a document, and how they say dates, durations and where a quote stands."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from server.model import BriefItem, BriefSection, ClipStatus, Document, Evidence, Part, Question, Tier
from server.model.document import ClipView
from server.pipeline.features.months import MONTHS

CARD = frozenset({"card", "why"})  # sections that stand on the first screen; the rest is homework
TIERS = {Tier.MUST: "Ask first", Tier.SHOULD: "If time", Tier.PARKED: "Another day"}
PARTS = {Part.OPENER: "to open", Part.ME: "about you", Part.NEXT: "who next", Part.CLOSE: "to close"}
READ = frozenset({ClipStatus.USED, ClipStatus.CONTEXT})
FATES = {
    ClipStatus.READING: "still being read",
    ClipStatus.TO_READ: "not read yet",
    ClipStatus.DUPLICATE: "the same as another page",
    ClipStatus.OTHER_PERSON: "about somebody else",
    ClipStatus.NO_MENTION: "does not name them",
    ClipStatus.THIN: "hardly any text",
    ClipStatus.UNREADABLE: "could not be read",
    ClipStatus.UNSURE: "perhaps about somebody else",
}
OPENING = ("“", '"', "„", "«")
WORDS_A_MINUTE = 150  # an easy speaking pace
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # control and format characters: a page must not steer a terminal
JOINERS = "\u200c\u200d"  # zero-width, and part of words in several scripts


@dataclass(frozen=True, slots=True)
class View:
    """A document with its quotes and pages by id; numbers are those of the list of pages, from 1."""

    document: Document
    quotes: dict[str, Evidence]
    clips: dict[str, ClipView]
    numbers: dict[str, int]

    @classmethod
    def of(cls, document: Document) -> "View":
        """The document, ready to be looked things up in."""
        return cls(
            document=document,
            quotes={one.id: one for one in document.evidence},
            clips={clip.id: clip for clip in document.clips},
            numbers={clip.id: number for number, clip in enumerate(document.clips, start=1)},
        )

    @property
    def name(self) -> str:
        """Whom the talk is with."""
        return clean(str(self.document.interviewee["name"]))

    @property
    def card(self) -> list[BriefSection]:
        """What stands on the first screen."""
        return [section for section in self.document.brief.sections if section.id in CARD]

    @property
    def homework(self) -> list[BriefSection]:
        """What to read the evening before."""
        return [section for section in self.document.brief.sections if section.id not in CARD]

    @property
    def questions(self) -> list[tuple[str, list[tuple[int, Question]]]]:
        """(title, numbered questions) of each tier that has any, numbered through in the order they stand on the page."""
        order = list(TIERS)
        ranked = sorted(self.document.questions, key=lambda q: (order.index(q.tier), q.rank))
        numbered = list(enumerate(ranked, start=1))
        tiers = ((title, [(n, q) for n, q in numbered if q.tier is tier]) for tier, title in TIERS.items())
        return [(title, asked) for title, asked in tiers if asked]

    def source(self, quote: Evidence) -> str:
        """Page and date of a quote, in words."""
        title = clean(self.clips[quote.clip_id].title)
        return f"{title}, {date_words(quote.when)}" if quote.when else title

    def cited(self, ids: Sequence[str]) -> list[Evidence]:
        """The quotes behind some ids, in their order."""
        return [self.quotes[ident] for ident in ids]


def fate(clip: ClipView) -> str:
    """Why a page was not used, in words."""
    return clean(clip.reason) or FATES.get(clip.status, "")


def clean(text: str) -> str:
    """A text as one line: cells of a row parted by commas, paragraphs by a space, no character that one cannot see."""
    whole = re.sub(r"\s*\n[^\S\n]*\n\s*", " ", text.strip())
    line = " ".join(re.sub(r"\s*\n\s*", ", ", whole).split())
    return "".join(c for c in line if c in JOINERS or unicodedata.category(c) not in UNSEEN)


def quoted(quote: Evidence) -> str:
    """The words of a quote in quotation marks, once."""
    words = clean(quote.exact)
    return words if words.startswith(OPENING) else f"“{words}”"


def date_words(iso: str) -> str:
    """ISO 8601, as precise as it is: "2024", "May 2024" or "21 May 2024". Anything else as it stands."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d).*)?)?", iso)
    if not match or not match[2]:
        return clean(iso)
    month = MONTHS[int(match[2]) - 1]
    return f"{int(match[3])} {month} {match[1]}" if match[3] else f"{month} {match[1]}"


def date_of(item: BriefItem) -> str:
    """The date of a line in words; empty if the line tells it itself."""
    when = date_words(item.when)
    return "" if when in item.text else when


def seconds_aloud(text: str) -> int:
    """Seconds it takes to say a text at an easy pace."""
    return max(1, round(len(text.split()) * 60 / WORDS_A_MINUTE))


def says(question: Question) -> str:
    """Whose it is if not ours, where it stands in the talk and how long it takes, in words."""
    whose = "yours" if question.origin == "seeker" else "in your words" if question.edited else ""
    parts = [whose, PARTS.get(question.part, ""), f"{seconds_aloud(question.text)} s aloud", f"{question.minutes} min"]
    return " · ".join(part for part in parts if part)
