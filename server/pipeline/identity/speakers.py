"""Who says each passage of a page, and whether it is about the interviewee. That decides how it may be used.

A quotation on their own page is somebody else's text unless they say that they quote themselves, so it is HOST and never
evidence of what they think; so is what they say that somebody else believes.
"""

import re
from collections.abc import Sequence
from itertools import chain, repeat

from scrapers.page import Extract, Kind, Passage, Place
from server.model import Standing, Voice
from server.pipeline.identity.folding import folded
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.quotations import FIRST, SAID, Parted, parted
from server.pipeline.identity.signed import (
    HE_OPENS,
    TOLD_OF_SHARE,
    author_is,
    first_person,
    frame,
    printed_from,
    signed_from,
)
from server.pipeline.identity.speech import HOST, OWN, QUOTED, REPORTED, UNKNOWN, Speech
from server.pipeline.identity.telling import told_on

_THIRD = re.compile(r"\b(?:he|she|they|his|her|hers|him|their|them)\b", re.IGNORECASE)
_ANSWER_TURN = frozenset({"a", "answer", "guest", "interviewee", "speaker", "antwort"})
LEAST_QUOTED = 4  # words in quotation marks that can be a quotation; fewer are a term
OTHERS_SHARE = (
    0.5  # of a passage's words in quotation marks, from which it is a quotation and no sentence with one in it
)
_I_SAID = re.compile(
    r"\b(?:I|we)(?:'d| had| have|'ve|'ll| will| would| always| once| used to| then| also| just)* "
    r"(?:say|said|saying|wrote|write|told|tell|asked|ask|answered|replied|argued|promised|called|thought|think|put)\b|\bmy (?:rule|answer|line|advice|motto)\b",
    re.IGNORECASE,
)
# What they said or wrote themselves stands next.
_I_WROTE = re.compile(r"\bI(?:'d| had| have|'ve| once| then| also)* (?:said|wrote|promised|noted|asked)\b[^.!?]*:$")
_FINITE_SAID = re.compile(rf"(?<!to )(?:{SAID.pattern})", re.IGNORECASE)
_CLAIMS = (
    r"(?:says?|said|believes?|believed|argues?|argued|claims?|claimed|writes?|thinks?|holds?|held|insists?|insisted|"
    r"maintains?|recommends?|suggests?|concludes?)"
)
_NAME = r"(?!(?:I|We|They|You|It|This|That|What|Nobody|Everybody|Everyone|People|Some|Who|As|If|When)\b)[A-Z][\w-]*[a-z](?: [A-Z][\w'-]*[a-z])?"
# What they say that somebody else holds.
_OTHERS_CLAIM = re.compile(
    rf"^(?:(?:He|She) {_CLAIMS}\b(?! (?:me|us)\b)|{_NAME} {_CLAIMS} (?:that|how|whoever)\b|"
    rf"(?:(?:And|But|So|Then) )?(?:he|she|He|She|(?:my|our|the|one|a|My|Our|The|One|A) (?:[\w'-]+ ){{1,4}}?|{_NAME} )(?: ?then)? ?(?:said|says|asked|told me|answered)[,:] |"
    rf"(?:His|Her|{_NAME}'s) (?:claim|view|rule|argument|advice|finding|theory|thesis|point)\b)"
)
_OURS = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself|we|our|us)\b", re.IGNORECASE)
_HEADS_A_PERSON = re.compile(r"(?:,|–|—|\bby\b|\bvon\b)\s*((?:[A-Z][\w.'’-]*\s?){2,4})")


def speeches(names: Names, extract: Extract, standing: Standing) -> tuple[Speech, ...]:
    """One Speech a passage, in the order of `extract.passages`."""
    passages, voice = extract.passages, standing.voice
    if extract.kind is Kind.TEAM or voice is Voice.DIRECTORY:
        return _listed(names, passages)
    if extract.kind is Kind.TRANSCRIPT or any(_is_turn(passage) for passage in passages):
        return _conversation(names, extract, voice)
    theirs = _their_text(names, extract, voice)
    if theirs is not None:
        return theirs
    if voice is Voice.OWN or extract.kind is Kind.PROFILE:
        return _profile(names, extract, voice)
    return told_on(names, extract)


def _their_text(names: Names, extract: Extract, voice: Voice) -> tuple[Speech, ...] | None:
    """A speech of theirs printed, a page of their own, a text that they signed elsewhere; None for any other page."""
    passages = extract.passages
    if (printed := printed_from(names, extract)) is not None:
        spoken = tuple(QUOTED if one == OWN else one for one in _on_own_page(names, passages))
        return _behind(printed, extract, told_on(names, extract), spoken)
    if written_by_them(names, extract, voice) or (voice is Voice.OWN and _plain_text(names, extract)):
        return _on_own_page(names, passages)
    if (signed := signed_from(names, extract)) is not None:
        return _behind(signed, extract, told_on(names, extract), _on_own_page(names, passages))
    return None


def written_by_them(names: Names, extract: Extract, voice: Voice) -> bool:
    """True for a page in the first person whose author is the interviewee (or which names no author and is their own)."""
    if not first_person(extract.passages):
        return False
    if extract.meta.author and not author_is(names, extract.meta.author):
        return voice is Voice.OWN and not _is_person(extract.meta.author)
    return voice is Voice.OWN or author_is(names, extract.meta.author)


def _plain_text(names: Names, extract: Extract) -> bool:
    """Prose that speaks of neither "I" nor them; on their own page it is their text. Where they sign, "she" is somebody else."""
    prose = [p.text for p in extract.passages if p.place in (Place.PARAGRAPH, Place.ITEM)]
    signs = author_is(names, extract.meta.author)
    told_of = sum(names.mentions(text) or (not signs and bool(HE_OPENS.match(text))) for text in prose)
    return extract.kind in (Kind.ARTICLE, Kind.PDF) and told_of < max(1 + signs, TOLD_OF_SHARE * len(prose))


def _behind(begins: int, extract: Extract, told: Sequence[Speech], theirs: Sequence[Speech]) -> tuple[Speech, ...]:
    """Their text behind the block that announces it, what is told of them before it and in the frame after it."""
    around = frame(extract)
    return tuple(
        own if passage.block > begins and passage.block not in around else other
        for passage, other, own in zip(extract.passages, told, theirs, strict=True)
    )


def _on_own_page(names: Names, passages: Sequence[Passage]) -> tuple[Speech, ...]:
    out: list[Speech] = []
    quoting_self = False
    for passage, part in zip(passages, parted(passages), strict=True):
        is_quote = passage.place is Place.QUOTE or not part.rest.strip(" ,.;:-–—()")
        if passage.place is Place.COMMENT:
            out.append(OWN if passage.speaker and names.is_name(passage.speaker) else HOST)
        elif is_quote and quoting_self:
            out.append(OWN)
            continue
        elif passage.place is Place.QUOTE or _of_somebody_headed(names, passage):
            out.append(HOST)
        else:
            out.append(_unless_quoted(names, part, out[-1] if part.goes_on and out else OWN))
        quoting_self = bool(_I_WROTE.search(part.rest))
    return tuple(out)


def _unless_quoted(names: Names, part: Parted, before: Speech) -> Speech:
    """Their sentence, or HOST where it is somebody else's in quotation marks or what they say that somebody else holds.

    before: who says the sentence in which the quotation began. What they put in the mouth of nobody in particular is theirs.
    """
    if part.goes_on and part.share >= OTHERS_SHARE:
        return before
    if part.share >= OTHERS_SHARE and len(part.quoted.split()) >= LEAST_QUOTED:
        is_said = _FINITE_SAID.search(part.rest) or not part.rest.strip(" ,.;:-–—()")
        return HOST if is_said and not _I_SAID.search(part.rest) else OWN
    claims = _OTHERS_CLAIM.match(part.rest)
    if claims is None or names.mentions(part.rest, Strength.WEAK):
        return OWN
    return OWN if _OURS.search(part.rest[claims.end() :]) else HOST


def _of_somebody_headed(names: Names, passage: Passage) -> bool:
    """In a section headed by a work and its author ("The Tin Boat, Ada Wynne"), what tells of that author."""
    headed = _HEADS_A_PERSON.search(passage.heading)
    if headed is None or passage.speaker or names.mentions(passage.heading) or _OURS.search(passage.text):
        return False
    opens = passage.text.split()[0].strip(",.").removesuffix("’s").removesuffix("'s")
    return opens in {"He", "She", "His", "Her"} or opens in headed[1].split()


def _profile(names: Names, extract: Extract, voice: Voice) -> tuple[Speech, ...]:
    """A page that is all about them in the third person or in rows; "I" in it is theirs."""
    out = []
    for passage, part in zip(extract.passages, parted(extract.passages), strict=True):
        if passage.place is Place.COMMENT:
            out.append(OWN if passage.speaker and names.is_name(passage.speaker) else HOST)
        elif passage.place is Place.QUOTE:
            out.append(QUOTED if _says_they(names, part) else HOST)
        elif FIRST.search(part.rest) and passage.place is not Place.ROW:
            out.append(OWN if voice is Voice.OWN or extract.kind is Kind.PROFILE else UNKNOWN)
        elif _says_they(names, part):
            out.append(QUOTED)
        else:
            out.append(REPORTED)
    return tuple(out)


def _is_turn(passage: Passage) -> bool:
    return bool(passage.speaker) and passage.place is not Place.COMMENT


def _conversation(names: Names, extract: Extract, voice: Voice) -> tuple[Speech, ...]:
    """A labelled turn is its speaker's; text before the first turn tells of the conversation."""
    answers_are_theirs, passages = voice in (Voice.INTERVIEW, Voice.OWN), extract.passages
    unlabelled = max((number for number, passage in enumerate(passages, 1) if not passage.speaker), default=0)
    told, said = told_on(names, extract, unlabelled), _on_own_page(names, passages)
    turns = [_turn(names, passage, answers_are_theirs=answers_are_theirs) for passage in passages]
    return tuple(
        before if not passage.speaker else own if turn == OWN and passage.place is not Place.COMMENT else turn
        for passage, before, own, turn in zip(passages, chain(told, repeat(UNKNOWN)), said, turns, strict=False)
    )


def _turn(names: Names, passage: Passage, *, answers_are_theirs: bool) -> Speech:
    if names.is_name(passage.speaker):
        return OWN
    label = folded(passage.speaker).lower().strip(" .:*")
    if label in _ANSWER_TURN and answers_are_theirs and passage.place is not Place.COMMENT:
        return OWN
    return HOST


def _listed(names: Names, passages: Sequence[Passage]) -> tuple[Speech, ...]:
    """Only the block or the heading that names them is about them: on a team page the other lines tell of other people."""
    headings = {p.heading for p in passages if p.heading and names.mentions(p.heading)}
    blocks = {p.block for p in passages if names.mentions(p.text) or (p.speaker and names.is_name(p.speaker))}
    out = []
    for passage, part in zip(passages, parted(passages), strict=True):
        if passage.place is Place.COMMENT or (passage.heading not in headings and passage.block not in blocks):
            out.append(HOST if passage.speaker else UNKNOWN)
        elif names.others(passage.text) and names.strength(passage.text) is not Strength.FULL:
            out.append(UNKNOWN)
        else:
            out.append(QUOTED if _says_they(names, part) else REPORTED)
    return tuple(out)


def _says_they(names: Names, part: Parted) -> bool:
    """Their words in quotation marks, in a text that is about nobody else."""
    by_them = names.mentions(part.rest) or _THIRD.search(part.rest)
    return bool(part.quoted and SAID.search(part.rest) and by_them)


def _is_person(author: str) -> bool:
    """An author that reads like a person's name: two or three capitalised words."""
    words = author.split()
    return (
        2 <= len(words) <= 3
        and all(word[:1].isupper() for word in words)
        and not re.search(r"(?i)\b(?:team|staff|editors?|press|news|inc|ltd|blog|journal|group|admin|the)\b", author)
    )
