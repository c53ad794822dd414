"""Who says each passage of a page, and whether it is about the interviewee. That decides how it may be used.

    own       their own words: their site, their turns in a conversation, an article whose author they are
    quoted    their words in quotation marks on somebody else's page
    reported  somebody else about them; also a page about them in the third person on their own site
    host      the other person in a conversation, a commenter, somebody whom their own page quotes
    unknown   nobody can tell

A block quotation on their own page is somebody else's text as a rule, so it is HOST and never evidence of what they think,
even though now and then they quote themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.page import Extract, Kind, Passage, Place
from server.model import SaidBy, Standing, Voice
from server.pipeline.identity.folding import folded
from server.pipeline.identity.names import Names, Strength

FIRST_PERSON_SHARE = 0.08  # of a page's passages; third-person pages reach it only with quotations, which are left out
TOLD_OF_SHARE = 0.1  # of the sentences of a page, that name them or open with a pronoun: a page about them
_HE_OPENS = re.compile(r"(?:He|She)\b")
_FIRST = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself)\b")
_THIRD = re.compile(r"\b(?:he|she|they|his|her|hers|him|their|them)\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“„«][^\"“”„«»]{12,}?[\"”»]|(?<![\w])['‘][^'‘’]{12,}?['’](?![\w])")
_SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|explain(?:s|ed)|add(?:s|ed)|recall(?:s|ed)|argue[sd]|write[s]?|wrote|ask(?:s|ed)|"
    r"repl(?:ies|ied)|answer(?:s|ed)|remember(?:s|ed)|note[sd]|admit(?:s|ted)|joke[sd]|laugh(?:s|ed)|insist(?:s|ed)|"
    r"believe[sd]|warn(?:s|ed)|put it|puts it|according to|in (?:his|her|their) words|call(?:s|ed)|describe[sd]|"
    r"recommend(?:s|ed)|suggest(?:s|ed)|conclude[sd]|think[s]?|thought|mention(?:s|ed)|stress(?:es|ed)|reflect(?:s|ed))\b",
    re.IGNORECASE,
)
_OTHERS_TALK = re.compile(r"^[\"“‘'«].+[\"”’'»][.,]?$", re.DOTALL)
_QUESTION_TURN = frozenset({"q", "question", "interviewer", "host", "moderator", "frage", "f"})
_ANSWER_TURN = frozenset({"a", "answer", "guest", "interviewee", "speaker", "antwort"})
# A page that prints what they said or wrote, and says so before it does.
_PRINTED = re.compile(
    r"\b(?:(?:his|her|their|the|this) (?:\w+ )?(?:speech|address|lecture|keynote|remarks|talk|letter|essay|column|text)|guest (?:post|column|essay)|"
    r"in (?:his|her|their) own words)\b.{0,60}(?:print|reproduce|publish|below|follows|here|transcript|in full|own words|guest)|"
    r"\b(?:print|reproduce|publish)\w* (?:his|her|their|the|this)\b|\bguest (?:post|column|essay)\b|\b(?:his|her|their) own words\b",
    re.IGNORECASE,
)
PRINTED_SHARE = 0.2  # of a printed text's passages that say "I"
OPENING_BLOCKS = 5  # of a page, in which it says whose text it prints
CARD_WORDS = 200  # of a speaker's card or a short biography; news runs longer
# A pair of capitalised words that opens a sentence before a verb of being or saying: another person, most likely.
_NAMES_SOMEBODY = re.compile(
    r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+(?:,| (?:is|was|has|had|said|says|joined|leads|led|works|runs|won|wrote)\b)"
)
_NAME_ONLY = re.compile(r"(?:[A-Z][\w'-]+\.? ){1,3}[A-Z][\w'-]+$")
_BYLINE = re.compile(r"\b(?:by|with|and|von)\b|[,;&|/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a passage, and whether it is about the interviewee: only then may it become evidence."""

    said_by: SaidBy
    about: bool


_HOST = Speech(SaidBy.HOST, about=False)
_UNKNOWN = Speech(SaidBy.UNKNOWN, about=False)
_OWN = Speech(SaidBy.OWN, about=True)
_QUOTED = Speech(SaidBy.QUOTED, about=True)
_REPORTED = Speech(SaidBy.REPORTED, about=True)


def speeches(names: Names, extract: Extract, standing: Standing) -> tuple[Speech, ...]:
    """One Speech a passage, in the order of `extract.passages`."""
    passages = extract.passages
    if extract.kind is Kind.TEAM or standing.voice is Voice.DIRECTORY:
        return _listed(names, passages)
    if extract.kind is Kind.TRANSCRIPT or any(_is_turn(passage) for passage in passages):
        return _conversation(names, extract, standing)
    if written_by_them(names, extract, standing) or (standing.voice is Voice.OWN and _plain_text(names, extract)):
        return tuple(_on_own_page(names, passage) for passage in passages)
    if standing.voice is Voice.OWN or extract.kind is Kind.PROFILE:
        return _profile(names, extract, standing)
    told = _on_their_pages(names, extract)
    begins = _printed_from(names, extract)
    if begins is None:
        return told
    return tuple(
        _QUOTED if passage.block > begins and _is_prose(passage) and not names.mentions(passage.text) else one
        for passage, one in zip(extract.passages, told, strict=True)
    )


def written_by_them(names: Names, extract: Extract, standing: Standing) -> bool:
    """True for a page in the first person whose author is the interviewee (or which names no author and is their own)."""
    if not first_person(extract.passages):
        return False
    if extract.meta.author and not author_is(names, extract.meta.author):
        return standing.voice is Voice.OWN and not _is_person(extract.meta.author)
    return standing.voice is Voice.OWN or author_is(names, extract.meta.author)


def _plain_text(names: Names, extract: Extract) -> bool:
    """Prose that speaks of neither "I" nor them; on their own page it is their text."""
    prose = [p.text for p in extract.passages if p.place in (Place.PARAGRAPH, Place.ITEM)]
    told_of = sum(names.mentions(text) or bool(_HE_OPENS.match(text)) for text in prose)
    return extract.kind in (Kind.ARTICLE, Kind.PDF) and told_of < max(1, TOLD_OF_SHARE * len(prose))


def author_is(names: Names, author: str) -> bool:
    """True if one of the authors a page gives is the interviewee."""
    return any(
        names.is_name(part) or names.strength(part) is Strength.FULL for part in _BYLINE.split(author) if part.strip()
    )


def first_person(passages: Sequence[Passage]) -> bool:
    """True for a text told by "I": quotations, comments and headings left out."""
    told = [
        _QUOTE.sub(" ", _plain(p.text)) for p in passages if p.place in (Place.PARAGRAPH, Place.ITEM) and not p.speaker
    ]
    with_me = sum(bool(_FIRST.search(text)) for text in told)
    return bool(told) and with_me >= max(1, FIRST_PERSON_SHARE * len(told))


def _on_own_page(names: Names, passage: Passage) -> Speech:
    if passage.place is Place.COMMENT:
        return _OWN if passage.speaker and names.is_name(passage.speaker) else _HOST
    if passage.place is Place.QUOTE or _OTHERS_TALK.match(_plain(passage.text).strip()):
        return _HOST
    return _OWN


def _profile(names: Names, extract: Extract, standing: Standing) -> tuple[Speech, ...]:
    """A page that is all about them in the third person or in rows; "I" in it is theirs."""
    out = []
    for passage in extract.passages:
        if passage.place is Place.COMMENT:
            out.append(_OWN if passage.speaker and names.is_name(passage.speaker) else _HOST)
        elif passage.place is Place.QUOTE:
            out.append(_QUOTED if _says_they(names, passage.text) else _HOST)
        elif _FIRST.search(_QUOTE.sub(" ", _plain(passage.text))) and passage.place is not Place.ROW:
            out.append(_OWN if standing.voice is Voice.OWN or extract.kind is Kind.PROFILE else _UNKNOWN)
        elif _says_they(names, passage.text):
            out.append(_QUOTED)
        else:
            out.append(_REPORTED)
    return tuple(out)


def _is_turn(passage: Passage) -> bool:
    return bool(passage.speaker) and passage.place is not Place.COMMENT


def _conversation(names: Names, extract: Extract, standing: Standing) -> tuple[Speech, ...]:
    """A labelled turn is its speaker's; text before the first turn tells of the conversation."""
    answers_are_theirs = standing.voice in (Voice.INTERVIEW, Voice.OWN)
    told = _on_their_pages(names, extract)
    return tuple(
        _turn(names, passage, answers_are_theirs=answers_are_theirs) if passage.speaker else before
        for passage, before in zip(extract.passages, told, strict=True)
    )


def _turn(names: Names, passage: Passage, *, answers_are_theirs: bool) -> Speech:
    if names.is_name(passage.speaker):
        return _OWN
    label = folded(passage.speaker).lower().strip(" .:*")
    if label in _ANSWER_TURN and answers_are_theirs and passage.place is not Place.COMMENT:
        return _OWN
    return _HOST


def _listed(names: Names, passages: Sequence[Passage]) -> tuple[Speech, ...]:
    """Only the block or the heading that names them is about them: on a team page the other lines tell of other people."""
    headings = {p.heading for p in passages if p.heading and names.mentions(p.heading)}
    blocks = {p.block for p in passages if names.mentions(p.text) or (p.speaker and names.is_name(p.speaker))}
    out = []
    for passage in passages:
        if passage.place is Place.COMMENT or (passage.heading not in headings and passage.block not in blocks):
            out.append(_HOST if passage.speaker else _UNKNOWN)
        elif names.others(passage.text) and names.strength(passage.text) is not Strength.FULL:
            out.append(_UNKNOWN)
        else:
            out.append(_QUOTED if _says_they(names, passage.text) else _REPORTED)
    return tuple(out)


def _on_their_pages(names: Names, extract: Extract) -> tuple[Speech, ...]:
    """Somebody else's page: what is in their quotation marks is theirs, a sentence about them is told of them.

    A pronoun counts as theirs while they were the last person named, in the text or in the heading above it.
    """
    out: list[Speech] = []
    heading, about = None, False
    card = _is_card(names, extract)
    for passage in extract.passages:
        if passage.heading != heading:
            heading = passage.heading
            about = names.mentions(heading, Strength.WEAK) or (about and not _NAME_ONLY.match(heading))
        if _strength(names, passage.text) is not Strength.NONE:
            about = True
        elif names.others(passage.text) or _NAMES_SOMEBODY.match(passage.text):
            about = False
        out.append(_told(names, passage, near=about, card=card))
    return tuple(out)


def _printed_from(names: Names, extract: Extract) -> int | None:
    """The block after which somebody else's page prints a text of theirs in the first person; None if it prints none."""
    blocks: dict[int, list[str]] = {}
    for passage in extract.passages:
        blocks.setdefault(passage.block, []).append(passage.text)
    opening = [(number, " ".join(texts)) for number, texts in list(blocks.items())[:OPENING_BLOCKS]]
    begins = next((n for n, text in opening if _PRINTED.search(text) and names.strength(text) is Strength.FULL), None)
    if begins is None:
        return None
    rest = [p for p in extract.passages if p.block > begins and _is_prose(p)]
    with_me = sum(bool(_FIRST.search(_QUOTE.sub(" ", _plain(p.text)))) for p in rest)
    return begins if rest and with_me >= PRINTED_SHARE * len(rest) else None


def _is_prose(passage: Passage) -> bool:
    return passage.place in (Place.PARAGRAPH, Place.ITEM)


def _is_card(names: Names, extract: Extract) -> bool:
    """A short page that has their name as its title: every line on it is about them."""
    return len(extract.text.split()) < CARD_WORDS and names.strength(extract.meta.title) is Strength.FULL


def _told(names: Names, passage: Passage, *, near: bool, card: bool) -> Speech:
    text = _plain(passage.text)
    rest = _QUOTE.sub(" ", text)
    if passage.place is Place.COMMENT:
        return _OWN if passage.speaker and names.is_name(passage.speaker) else _HOST
    told_of = _strength(names, rest) is not Strength.NONE or (near and bool(_THIRD.search(rest)))
    if told_of and _QUOTE.search(text) and _SAID.search(rest):
        return _QUOTED
    if passage.place is Place.QUOTE:
        return _QUOTED if told_of else _HOST
    if told_of:
        return _REPORTED
    return _REPORTED if card and near and not _FIRST.search(rest) and not _QUOTE.search(text) else _UNKNOWN


def _says_they(names: Names, text: str) -> bool:
    plain = _plain(text)
    rest = _QUOTE.sub(" ", plain)
    return bool(_QUOTE.search(plain) and _SAID.search(rest) and (_strength(names, rest) or _THIRD.search(rest)))


def _strength(names: Names, text: str) -> Strength:
    """Of the text, except that a surname after somebody else's first name is somebody else."""
    strength = names.strength(text)
    if strength is Strength.MEDIUM and names.others(text):
        return Strength.NONE
    return strength


def _is_person(author: str) -> bool:
    """An author that reads like a person's name: two or three capitalised words."""
    words = author.split()
    return (
        2 <= len(words) <= 3
        and all(word[:1].isupper() for word in words)
        and not re.search(r"(?i)\b(?:team|staff|editors?|press|news|inc|ltd|blog|journal|group|admin|the)\b", author)
    )


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'") if "“" in text or '"' in text else text.replace("’", "'")
