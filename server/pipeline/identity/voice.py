"""Whose page a clip is: their own, a conversation with them, a page about them, their employer's, a directory, a comment of theirs."""

import re

from scrapers.page import Extract, Kind, Place
from server.model import Clip, Voice
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.signed import author_is, first_person, printed_from, signed_from

_DIRECTORY = re.compile(
    r"\b(?:director(?:y|ies)|speakers?|alumni|members?|listing|experts?|fellows|who's who|rolodex|freelancers?|contributors)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b(?:team|staff|people|about|our|who we are|leadership|faculty|crew|employees)\b", re.IGNORECASE)

_CV = re.compile(
    r"^\W*(?:curriculum vitae|cv|r[ée]sum[ée]|lebenslauf)\b|\bcurriculum vitae\W*$", re.IGNORECASE | re.MULTILINE
)
# No quotation mark before it, and a name right after it; a page of somebody else's names them otherwise.
_I_AM = re.compile(
    r"(?:(?:Hi|Hello|Hey|Welcome)\b[^.\w]{0,3} ?)?(?:I['’]m|I am|My name is|my name['’]s) (?P<who>(?:[A-Z][\w'’.-]* ?){2,4})"
)
CV_TOP = 200  # characters of a page in which it says that it is one


def voice(names: Names, clip: Clip, extract: Extract) -> Voice:
    """The voice of a page, from its host, its author, its kind and who tells it."""
    if extract.kind is Kind.TEAM:
        return Voice.EMPLOYER if names.own_host(clip.url) else _many(clip, extract)
    if _told_by_them(names, clip, extract) or _their_text(names, extract):
        return Voice.OWN
    if extract.kind is Kind.TRANSCRIPT or _is_conversation(names, extract):
        return Voice.INTERVIEW if _takes_part(names, extract) else Voice.ABOUT
    return Voice.COMMENT if _only_comments(names, extract) else Voice.ABOUT


def _told_by_them(names: Names, clip: Clip, extract: Extract) -> bool:
    if names.own_host(clip.url):
        return True
    if extract.kind is Kind.TRANSCRIPT:
        return False
    if extract.kind is Kind.PROFILE:
        return _is_profile_of_theirs(names, clip, extract)
    byline = author_is(names, extract.meta.author)
    return (byline and (first_person(extract.passages) or not _told_of(names, extract))) or _own_by_signs(
        names, clip, extract
    )


def _their_text(names: Names, extract: Extract) -> bool:
    """A text that they signed, or a speech of theirs, on whoever's page."""
    if extract.kind not in (Kind.ARTICLE, Kind.PDF):
        return False
    signed = signed_from(names, extract) is not None or printed_from(names, extract) is not None
    return signed or _is_cv(names, extract) or _says_who(names, extract)


def _says_who(names: Names, extract: Extract) -> bool:
    """A page told by "I" whose own sentence says who that is: "I am Dana Okafor.", "My name is Dana Okafor"."""
    if not first_person(extract.passages):
        return False
    said = (
        found
        for p in extract.passages
        if not p.speaker and p.place is Place.PARAGRAPH
        for found in [_I_AM.match(p.text)]
    )
    return any(found and names.strength(found["who"]) is Strength.FULL for found in said)


def _is_cv(names: Names, extract: Extract) -> bool:
    """A curriculum vitae that bears their name at the top: people write their own."""
    top = f"{extract.meta.title}\n{extract.text[:CV_TOP]}"
    return bool(_CV.search(top)) and names.strength(top) is Strength.FULL


def own_page(names: Names, clip: Clip, extract: Extract) -> bool:
    """True for a page on their own host or account, or one whose author they are."""
    return names.own_host(clip.url) or author_is(names, extract.meta.author) or _own_by_signs(names, clip, extract)


def _own_by_signs(names: Names, clip: Clip, extract: Extract) -> bool:
    """A host that is their surname, or a path that opens with their handle, with their whole name on a page told by "I"."""
    account = names.surname_host(clip.url) or names.own_account(clip.url)
    named = any(names.strength(text) is Strength.FULL for text in (extract.meta.title, extract.meta.site, extract.text))
    return account and (named or not extract.meta.author) and first_person(extract.passages)


def _many(clip: Clip, extract: Extract) -> Voice:
    about = f"{clip.url} {extract.meta.title} {clip.title}"
    if _DIRECTORY.search(about):
        return Voice.DIRECTORY
    return Voice.EMPLOYER if _TEAM.search(about) else Voice.DIRECTORY


def _is_conversation(names: Names, extract: Extract) -> bool:
    return any(p.speaker and p.place is not Place.COMMENT and names.is_name(p.speaker) for p in extract.passages)


def _takes_part(names: Names, extract: Extract) -> bool:
    labels = {p.speaker for p in extract.passages if p.speaker and p.place is not Place.COMMENT}
    if any(names.is_name(label) for label in labels):
        return True
    answers = any(label.strip(" .:").lower() in {"a", "answer", "guest"} for label in labels)
    return answers and names.mentions(f"{extract.meta.title}\n{extract.text[:1500]}", Strength.FULL)


def _is_profile_of_theirs(names: Names, clip: Clip, extract: Extract) -> bool:
    return names.strength(f"{extract.meta.title}\n{clip.title}") is Strength.FULL or names.in_url(clip.url)


def _told_of(names: Names, extract: Extract) -> bool:
    return sum(names.mentions(p.text) for p in extract.passages) > 2


def _only_comments(names: Names, extract: Extract) -> bool:
    """They are on the page only as somebody who comments."""
    theirs = [p for p in extract.passages if names.mentions(p.text) or (p.speaker and names.is_name(p.speaker))]
    return bool(theirs) and all(p.place is Place.COMMENT for p in theirs)
