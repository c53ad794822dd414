"""Posts told differently on two pages: two titles at one place, a post that has ended and is held all the same, a post denied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from server.model import SaidBy
from server.pipeline.brief.claims import ROLE, YEAR
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import folded, stems

# What one does beside a post, at the same place or elsewhere, is no other title for it.
_BESIDE = re.compile(
    r"\b(?:co-?)?(?:founder|owner|chair\w*|board|trustee|judge|member|fellow|volunteer|advis[eo]r|treasurer|student|graduate)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?P<role>[A-Z][\w'’&/ -]+?), (?P<org>[A-Z][\w'’&. -]+?)\.?")
_HOLDS = re.compile(
    r"\b(?:he|she|[a-z'-]+) (?:now |still |currently )?(?:teaches|lectures|works|leads|heads|runs|directs|manages)\b[^,;.]* (?:at|for|in) "
    r"|\bis (?:an?|the) (?:\w+ ){0,3}?\w+ (?:at|of|for) |\b(?:unterrichtet|lehrt|arbeitet|leitet|forscht)\b.* (?:an|am|bei|beim|in) "
    r"|\b(?:enseigne|travaille|dirige)\b.* (?:à|au|chez) "
)
_DENIES = re.compile(r"^no,? (?:i|we) (?:was|were|am|'m)\b|^i (?:was|am) never an?\b")
_WAS = re.compile(r"\b(?:was|were|as|is) (?:an?|the) (?:[\w-]+ ){0,2}?")
_TEACHES = re.compile(r"\b(?:teach\w*|lectur\w*|professor|tutor|instructor|unterrichtet|lehrt|enseigne)\b")
_PLACES = stems(
    "university college school institute department faculty company group council board centre center office ministry trust the of for and "
    "universität hochschule institut université école"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A title at a place; end is "" where the line gives no years, "now" where it is held."""

    role: str
    org: str
    end: str
    found: Found


def titles(sure: Sequence[Found]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """Two titles of today at one place on two pages, without a word of rank in common; with what the place is called."""
    today = [
        post for found in sure for post in _posts(found) if post.end in ("", "now") and not _BESIDE.search(post.role)
    ]
    for a, b in combinations(today, 2):
        if a.found.clip.id != b.found.clip.id and _one_place(a, b) and not _ranks(a.role) & _ranks(b.role):
            yield a.org, (a.found, b.found)


def held_on(sure: Sequence[Found]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """A post that one page ends, and a later page on which they do that work there still; with what the place is called."""
    posts = [post for found in sure for post in _posts(found)]
    ended = [post for post in posts if post.end[:4].isdigit()]
    if not ended:
        return
    still = [
        found
        for found in sure
        if found.evidence.said_by is SaidBy.REPORTED and _HOLDS.search(folded(found.evidence.exact))
    ]
    latest = _latest(sure)
    for found in still:
        named = _place(found.evidence.exact)
        if any(named & _place(_after_role(post)) and _same_work(post, found) for post in posts if post.end == "now"):
            continue
        for post in ended:
            place = named & _place(_after_role(post))
            later = latest[found.clip.id] > int(post.end[:4]) and post.found.clip.id != found.clip.id
            if place and later and _same_work(post, found):
                yield " ".join(sorted(place)), (post.found, found)


def denied(sure: Sequence[Found]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """A post that another page gives them, and their own "No, I was ..."; with the rank they give themselves."""
    own = [
        found for found in sure if found.evidence.said_by is SaidBy.OWN and _DENIES.search(folded(found.evidence.exact))
    ]
    told = [found for found in sure if found.evidence.said_by is SaidBy.REPORTED]
    for found in own:
        ranks = _ranks(found.evidence.exact)
        for other in told:
            given = _given(other.evidence.exact)
            if ranks and given and not ranks & given and other.clip.id != found.clip.id:
                yield " ".join(ROLE.findall(folded(found.evidence.exact))), (other, found)


def _posts(found: Found) -> Iterator[Post]:
    slots, text = found.evidence.slots, found.evidence.exact
    if slots.role and slots.org and slots.end:
        yield Post(slots.role, slots.org, slots.end, found)
    elif (line := _BYLINE.fullmatch(text)) and len(text.split()) <= 12 and _ranks(line["role"]):
        yield Post(line["role"], line["org"], "", found)


def _one_place(a: Post, b: Post) -> bool:
    one, other = _place(a.org), _place(b.org)
    return bool(one) and bool(other) and (one <= other or other <= one)


def _place(text: str) -> frozenset[str]:
    """Stems of the capitalised words that name a place, without what all places are called."""
    return stems(" ".join(re.findall(r"\b[A-ZÀ-Þ][\w'’-]+", text))) - _PLACES


def _after_role(post: Post) -> str:
    """The line of a post without its role: where a line of a CV has it all in one, the place may be its third part."""
    text = post.found.evidence.exact
    at = text.find(post.role)
    return text[at + len(post.role) :] if at >= 0 else post.org


def _ranks(text: str) -> frozenset[str]:
    return stems(" ".join(ROLE.findall(folded(text))))


def _given(text: str) -> frozenset[str]:
    """Ranks that a sentence gives somebody: "was a partner"."""
    plain = folded(text)
    return frozenset[str]().union(*(_ranks(plain[match.end() :].split(",")[0][:40]) for match in _WAS.finditer(plain)))


def _same_work(post: Post, found: Found) -> bool:
    """Whoever teaches somewhere now need not have had a desk there then: both teach, or both are called the same."""
    one, other = folded(post.role), folded(found.evidence.exact)
    return bool(_TEACHES.search(one) and _TEACHES.search(other)) or bool(_ranks(one) & _ranks(other))


def _latest(sure: Sequence[Found]) -> dict[str, int]:
    """The year of each page: its date, else the latest year that it tells of."""
    years: dict[str, int] = {}
    for found in sure:
        told = (
            [int(found.evidence.when[:4])]
            if found.evidence.when
            else [int(year) for year in YEAR.findall(found.evidence.exact)]
        )
        years[found.clip.id] = max([years.get(found.clip.id, 0), *told])
    return years
