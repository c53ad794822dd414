"""Whether a page is a text of theirs: by its author, by a line that signs it, or because it says that it prints their words."""

import re
from collections.abc import Sequence

from scrapers.page import Extract, Passage, Place
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.quotations import FIRST, parted

FIRST_PERSON_SHARE = 0.08  # of a page's passages; third-person pages reach it only with quotations, which are left out
SIGNED_SHARE = 0.2  # of a printed or signed text's passages that say "I"
SEVERAL_SHARE = 0.1  # the same, or "we", where several sign: a paper says it seldom
TOLD_OF_SHARE = 0.1  # of the sentences of a page, that name them or open with a pronoun: a page about them
OPENING_BLOCKS = 5  # of a page, in which it says whose text it prints
SIGNATURE = 18  # words of a line that signs
HE_OPENS = re.compile(r"(?:He|She)\b")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
# A page that prints what they said or wrote, and says so before it does.
_PRINTED = re.compile(
    r"\b(?:(?:his|her|their|the|this) (?:\w+ )?(?:speech|address|lecture|keynote|remarks|talk|letter|essay|column|text)|guest (?:post|column|essay)|"
    r"in (?:his|her|their) own words)\b.{0,60}(?:print|reproduce|publish|below|follows|here|transcript|in full|own words|guest)|"
    r"\b(?:print|reproduce|publish)\w* (?:his|her|their|the|this)\b|\bguest (?:post|column|essay)\b|\b(?:his|her|their) own words\b",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"^(?:After|Following) (?:the|his|her|their) (?:speech|address|lecture|talk|keynote|ceremony)\b", re.IGNORECASE
)
_SIGNS = re.compile(
    r"^\W*(?:(?:written |posted |words |text |story |notes |guest post |remarks |speech |address |keynote |lecture )?(?:by|from|of|von|par|por)\b|"
    r"(?:text|words|author|speaker)\s*:)?\s*(?:Dr|Prof|Professor|Mr|Mrs|Ms)?\.?\s*$",
    re.IGNORECASE,
)
_A_SENTENCE = re.compile(r"[.!?][”\"]?$|\b(?:is|was|has|had|says|said|told|joins|speaks|talks|writes)\b")
_GIVEN_BY = re.compile(
    r"\b(?:tutor|speaker|instructor|teacher|presenter|trainer|presented by|led by|taught by|given by|run by)s?:? ((?:[A-Z][\w.'’-]+ ?){2,4})",
    re.IGNORECASE,
)
_AFTER_OTHERS = re.compile(r"^(?:[Bb]y )?(?:[A-Z][\w.'’-]*,? (?:(?:and|&|und) )?){2,}$")  # "Ada Wynne and "
_FOOTNOTE = re.compile(r"(?<=[a-z])\d+(?:,\d+)*\b|[*†‡¹²³]")
_SEVERAL = re.compile(r"[,;&]|\band\b")
_BYLINE = re.compile(r"\b(?:by|with|and|von)\b|[,;&|/]", re.IGNORECASE)


def author_is(names: Names, author: str) -> bool:
    """True if one of the authors a page gives is the interviewee."""
    return any(
        names.is_name(part) or names.strength(part) is Strength.FULL for part in _BYLINE.split(author) if part.strip()
    )


def first_person(passages: Sequence[Passage]) -> bool:
    """True for a text told by "I": quotations, comments and headings left out."""
    told = [
        part.rest
        for p, part in zip(passages, parted(passages), strict=True)
        if p.place in (Place.PARAGRAPH, Place.ITEM) and not p.speaker
    ]
    with_me = sum(bool(FIRST.search(text)) for text in told)
    return bool(told) and with_me >= max(1, FIRST_PERSON_SHARE * len(told))


def signed_from(names: Names, extract: Extract) -> int | None:
    """The block with the line that signs a text of theirs in the first person; None where there is none.

    The line stands at the top, holds their name and no sentence ("By Dana Okafor, night editor"); what follows speaks of "I",
    or of "we" where several sign, and hardly of them.
    """
    opening = _opening(extract)
    line = next(((n, text) for n, text in opening if _is_signature(names, text)), None)
    if line is None or any(p.speaker and p.place is not Place.COMMENT for p in extract.passages):
        return None
    begins, text = line
    rest = _prose_after(extract, begins)
    told_of = sum(names.mentions(p.text) or bool(HE_OPENS.match(p.text)) for p in rest)
    is_theirs = _is_told(rest, several=bool(_SEVERAL.search(text))) and told_of <= TOLD_OF_SHARE * len(rest)
    return begins if is_theirs else None


def is_presented(names: Names, extract: Extract) -> bool:
    """True where a page gives a talk, a course or a text of theirs, and its "I" can be nobody else's.

    It says so at the top ("Tutor: Dana Okafor"; their name alone on a line) or in its title; nobody else signs it, and no
    sentence says "I" and tells of them at once, as somebody who met them would.
    """
    if extract.meta.author and not author_is(names, extract.meta.author):
        return False
    says_so = any(_is_signature(names, text) or _is_given_by(names, text) for _, text in _opening(extract))
    rests = [part.rest for part in parted(extract.passages)]
    return says_so and not any(FIRST.search(rest) and names.mentions(rest) for rest in rests)


def _is_given_by(names: Names, text: str) -> bool:
    return any(names.strength(found[1]) is Strength.FULL for found in _GIVEN_BY.finditer(text))


def printed_from(names: Names, extract: Extract) -> int | None:
    """The block after which somebody else's page prints a text of theirs in the first person; None if it prints none."""
    opening = _opening(extract)
    begins = next((n for n, text in opening if _PRINTED.search(text) and names.strength(text) is Strength.FULL), None)
    return begins if begins is not None and _is_told(_prose_after(extract, begins), several=False) else None


def frame(extract: Extract) -> frozenset[int]:
    """Blocks behind a printed text that tell of the occasion again."""
    after = [p.block for p in extract.passages if p.opens and _AFTERWARDS.match(p.text)]
    return frozenset(p.block for p in extract.passages if after and p.block >= after[-1])


def _opening(extract: Extract) -> list[tuple[int, str]]:
    blocks: dict[int, list[str]] = {}
    for passage in extract.passages:
        blocks.setdefault(passage.block, []).append(passage.text)
    return [(number, " ".join(texts)) for number, texts in list(blocks.items())[:OPENING_BLOCKS]]


def _is_signature(names: Names, text: str) -> bool:
    """Their name first, be it behind "By" or behind other names, and no sentence in the line."""
    line = _FOOTNOTE.sub("", text)
    full = next((span for span in names.spans(line) if span.strength is Strength.FULL), None)
    if full is None or len(line.split()) > SIGNATURE or _A_SENTENCE.search(line):
        return False
    before = line[: full.start]
    return bool(_SIGNS.match(before) or _AFTER_OTHERS.match(before))


def _prose_after(extract: Extract, begins: int) -> list[Passage]:
    return [p for p in extract.passages if p.block > begins and p.place in (Place.PARAGRAPH, Place.ITEM)]


def _is_told(prose: Sequence[Passage], *, several: bool) -> bool:
    """By "I", or by "we" where several sign."""
    rests = [part.rest for part in parted(prose)]
    told = sum(bool(FIRST.search(rest) or (several and _WE.search(rest))) for rest in rests)
    return bool(rests) and told >= max(1, (SEVERAL_SHARE if several else SIGNED_SHARE) * len(rests))
