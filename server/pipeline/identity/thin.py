"""Pages that hold nothing to read: walls, consent boxes, pages that only a script fills."""

import re

from scrapers.page import Extract, Kind, Passage, Place
from server.pipeline.features.stems import words
from server.pipeline.identity.names import Names

FEW = 45  # words; walls of many sites came to 9-39
FEW_WITH_WALL = 80  # words; with the words of a wall on it
MANY_WITH_WALL = 250  # words; a consent box may be long, but then most of its sentences are about consent
MOST = 0.5
ROW_WORDS = 3

_CONSENT = re.compile(
    r"\b(?:cookies?|consent|gdpr|legitimate interests?|your privacy|privacy (?:settings|preferences|choices)|"
    r"manage (?:preferences|options|choices)|accept all|reject all|partners (?:use|process|store|may)|store and(?:/or)? access information|before you continue|"
    r"essential cookies|personal data|advertising partners)\b",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"\b(?:enable javascript|javascript (?:is )?(?:disabled|required|needed)|requires javascript|turn on javascript|"
    r"browser (?:is )?(?:not supported|unsupported|out of date)|checking (?:your browser|if the site connection)|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|just a moment|are you a robot|captcha|access denied|loading\.\.\.|"
    r"unusual traffic|security check|ray id)\b",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"\b(?:sign in|signin|sign up|log ?in|join (?:now|to (?:see|view)|free|today)|create (?:an |your |a free )?account|"
    r"subscri(?:be|bers?|ption)|already a (?:member|subscriber)|continue (?:reading|with google|with email)|free trial|"
    r"members[- ]only|(?:is |are )?for (?:members|subscribers) (?:of|only)|become a member|not (?:signed|logged) in|(?:to|you must|please) (?:continue|register|log ?in|sign in)|forgot (?:your )?password|paywall|"
    r"unlock (?:this|the|full)|for full access|view (?:the )?full profile|register (?:to|for free)|start your trial|"
    r"(?:page|article|post) (?:is )?(?:not available|not found|no longer available|unavailable)|404)\b",
    re.IGNORECASE,
)
_CODES = (("cookie-wall", _CONSENT), ("script", _SCRIPT), ("wall", _WALL))
REASONS = {
    "cookie-wall": "Only the site's cookie box was saved. Open the page, answer the box, and clip it again.",
    "script": "Only a notice was saved, not the page. Wait until the page shows its text, then clip it again.",
    "wall": "Only a sign-in or subscribe screen was saved. Open the page while signed in, then clip it again.",
    "few-words": "There is hardly a sentence on this page. Clip the page that holds the whole text.",
}


def thin(names: Names, extract: Extract, selection: str = "") -> str:
    """Why a page holds nothing to read, as a code of REASONS; empty if it does hold something.

    selection is what the seeker marked on it: a page on which they found something is not empty.
    """
    count = len(words(extract.text))
    if count >= MANY_WITH_WALL:  # whatever walls it speaks of
        return ""
    code = _code(extract)
    if _has_row(names, extract) and not (code and count < FEW):
        return ""
    if count < FEW:
        return code or ("" if selection and selection in extract.text else "few-words")
    if not code:
        return ""
    if count < FEW_WITH_WALL and not _tells(names, extract):
        return code
    return code if count < MANY_WITH_WALL and _share(extract.passages) > MOST else ""


def _code(extract: Extract) -> str:
    hits = {code: len(pattern.findall(f"{extract.meta.title}\n{extract.text}")) for code, pattern in _CODES}
    best = max(hits, key=lambda code: hits[code])
    return best if hits[best] else ""


def _share(passages: tuple[Passage, ...]) -> float:
    """Of the words, how many stand in sentences about the wall."""
    about = [p for p in passages if any(pattern.search(p.text) for _, pattern in _CODES)]
    total = sum(len(p.text.split()) for p in passages)
    return sum(len(p.text.split()) for p in about) / total if total else 1.0


def _has_row(names: Names, extract: Extract) -> bool:
    """A job or profile row of theirs: a card says much in few words."""
    if extract.kind is Kind.PROFILE:
        return any(p.place is Place.ROW and len(p.text.split()) >= ROW_WORDS for p in extract.passages)
    if extract.kind is not Kind.TEAM:
        return False
    return any(names.mentions(f"{p.heading}\n{p.text}") and p.place is not Place.HEADING for p in extract.passages)


def _tells(names: Names, extract: Extract) -> bool:
    """A short page with a whole sentence that names them, apart from the wall's own words, is a teaser worth keeping."""
    plain = [p for p in extract.passages if not any(pattern.search(p.text) for _, pattern in _CODES)]
    return any(names.mentions(p.text) and len(p.text.split()) >= 12 for p in plain)
