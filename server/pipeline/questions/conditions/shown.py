"""What the seeker could show: of what kind it is, and whose."""

import re
from functools import lru_cache

from server.pipeline.questions.material.candidate import Candidate

NUMBERS = re.compile(
    r"\b(?:table|sheet|tab|budget|offer|contract|income|savings|accounts?|costs?|spreadsheet|calculation|price list|prices|numbers|forecast|cash model|figures|projection)\b",
    re.IGNORECASE,
)
TEXT = re.compile(
    r"\b(?:letters?|proposal|survey|module|statement|cv|r[ée]sum[ée]|essay|chapters?|drafts?|report|article|script|application|guide|pages?|outline|pitch|brief|story|lesson plan|abstract|paper|thesis)\b",
    re.IGNORECASE,
)
# What is as it is: it can be looked at, not made otherwise.
A_RECORD = re.compile(
    r"\b(?:photos?|photographs?|pictures?|prints?|paintings?|screenshots?|notes|logs?|logbook|diary|records?|recordings?|results|incident|counts|figures|statistics|minutes of|transcripts?|answers)\b",
    re.IGNORECASE,
)
WHAT_OF_IT = re.compile(r"\b(?:of|for|with|about|that|which|where|from|I)\b|[,:]")
DRAWN = re.compile(r"\b(?:drawing|map|sketch|diagram|chart)$", re.IGNORECASE)  # "one page drawing": not a page to read
OVER = re.compile(
    r"\b(?:last|of|from|in) (?:year|month|spring|summer|autumn|winter|(?:19|20)\d\d)\b|\b(?:old|past|bad|failed)\b",
    re.IGNORECASE,
)  # as it is
OF_SOMEBODY = re.compile(r"(?:the |our |my )?(?:\w+ )?\w+'s\b", re.IGNORECASE)
OF_OTHERS = re.compile(
    r"\b(?:they|them|their|sent me|gave me|job (?:profile|description|ad)|role description|posting|comments|feedback|review)\b",
    re.IGNORECASE,
)
NEAR = 0.30  # cosine from which a passage has to do with the seeker's plan or page


def seeker_show(one: Candidate) -> bool:
    """The seeker has something to show."""
    return bool(one.show)


def shows_numbers(one: Candidate) -> bool:
    """What they could show is of a kind that everybody knows unseen: a budget, an offer."""
    return _has_numbers(one.show)


def shows_text(one: Candidate) -> bool:
    """What they could show has to be read, and can still be changed."""
    return _is_text(one.show)


def shows_at_a_glance(one: Candidate) -> bool:
    """What they could show takes a look."""
    return not (shows_numbers(one) or shows_text(one))


def shows_own_making(one: Candidate) -> bool:
    """What they could show was made by them, and can still be made otherwise."""
    return _is_own_making(one.show)


def shows_what_happened(one: Candidate) -> bool:
    """What they could show is as it is: notes, figures, what others wrote."""
    return not shows_own_making(one)


def near_my_page(one: Candidate) -> bool:
    """It has to do with what the seeker could show."""
    return one.near_show >= NEAR


@lru_cache(maxsize=1_000)  # a cache, as the next two: one thing shown is asked about beside every passage
def _has_numbers(show: str) -> bool:
    return bool(NUMBERS.search(show))


@lru_cache(maxsize=1_000)
def _is_text(show: str) -> bool:
    theirs = OF_OTHERS.search(show) or OF_SOMEBODY.match(show)
    thing = WHAT_OF_IT.split(show, maxsplit=1)[0]
    refused = OVER.search(show) or DRAWN.search(thing.strip()) or _has_numbers(show) or theirs
    return bool(TEXT.search(thing)) and not refused


@lru_cache(maxsize=1_000)
def _is_own_making(show: str) -> bool:
    return not (A_RECORD.search(show) or OF_OTHERS.search(show))


PREDICATES = (
    seeker_show,
    shows_numbers,
    shows_text,
    shows_at_a_glance,
    shows_own_making,
    shows_what_happened,
    near_my_page,
)
