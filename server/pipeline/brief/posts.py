"""Posts told differently on two pages: two titles at one place, a post that has ended and is held all the same, a post denied."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, product

from server.model import SaidBy
from server.pipeline.brief.claims import ROLE, YEAR
from server.pipeline.brief.tellings import Telling, Told, one_each, ranks
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
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")
_PLACES = stems(
    "university college school institute department faculty company group council board centre center office ministry trust the of for and "
    "universität hochschule institut université école"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A title at a place; end is "" where the line gives no years, "now" where it is held. places: stems of what names a place in it."""

    role: str
    org: str
    end: str
    found: Found
    work: "_Work"
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Work:
    """What somebody is called at work, and whether they teach."""

    ranks: frozenset[str]
    teaches: bool

    @staticmethod
    def in_(text: str) -> "_Work":
        plain = folded(text)
        return _Work(ranks(plain), bool(_TEACHES.search(plain)))

    def is_same(self, other: "_Work") -> bool:
        """Whoever teaches somewhere now need not have had a desk there then: both teach, or both are called the same."""
        return (self.teaches and other.teaches) or bool(self.ranks & other.ranks)


def posts_told(told: Told) -> list[Telling]:
    """Posts that two pages tell differently, each passage once."""
    posts = [post for found in told.sure for post in _posts(found)]
    pairs = (*_titles(posts), *_held_on(posts, told.sure), *_denied(told.sure))
    return one_each([Telling(about, pair) for about, pair in pairs])


def _titles(posts: Sequence[Post]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """Two titles of today at one place on two pages, without a word of rank in common; with what the place is called."""
    today = [post for post in posts if post.end in ("", "now") and not _BESIDE.search(post.role)]
    alike: dict[tuple[frozenset[str], frozenset[str]], list[int]] = defaultdict(list)
    for at, post in enumerate(today):
        alike[place_stems(post.org), post.work.ranks].append(at)
    pairs = {
        (min(pair), max(pair))
        for (one, ours), (other, theirs) in combinations_with_replacement(alike, 2)
        if one and other and (one <= other or other <= one) and not ours & theirs
        for pair in product(alike[one, ours], alike[other, theirs])
    }
    for first, second in sorted(pairs):
        a, b = today[first], today[second]
        if a.found.clip.id != b.found.clip.id:
            yield a.org, (a.found, b.found)


def _held_on(posts: Sequence[Post], sure: Sequence[Found]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """A post that one page ends, and a later page on which they do that work there still; with what the place is called."""
    ended, held = [post for post in posts if post.end[:4].isdigit()], [post for post in posts if post.end == "now"]
    if not ended:
        return
    reported = (found for found in sure if found.evidence.said_by is SaidBy.REPORTED)
    latest = _latest(sure)
    for found in reported:
        if not _HOLDS.search(folded(found.evidence.exact)):
            continue
        named, work = place_stems(found.evidence.exact), _Work.in_(found.evidence.exact)
        if any(named & post.places and post.work.is_same(work) for post in held):
            continue
        for post in ended:
            later = latest[found.clip.id] > int(post.end[:4]) and post.found.clip.id != found.clip.id
            if (place := named & post.places) and later and post.work.is_same(work):
                yield " ".join(sorted(place)), (post.found, found)


def _denied(sure: Sequence[Found]) -> Iterator[tuple[str, tuple[Found, Found]]]:
    """A post that another page gives them, and their own "No, I was ..."; with the rank they give themselves."""
    own = [
        found for found in sure if found.evidence.said_by is SaidBy.OWN and _DENIES.search(folded(found.evidence.exact))
    ]
    if not own:
        return
    told = [(found, _given(found.evidence.exact)) for found in sure if found.evidence.said_by is SaidBy.REPORTED]
    for found in own:
        plain = folded(found.evidence.exact)
        called = ranks(plain)
        for other, given in told:
            if called and given and not called & given and other.clip.id != found.clip.id:
                yield " ".join(ROLE.findall(plain)), (other, found)


def _posts(found: Found) -> Iterator[Post]:
    slots, text = found.evidence.slots, found.evidence.exact
    if slots.role and slots.org and slots.end:
        yield _post(slots.role, slots.org, slots.end, found)
    elif (line := _BYLINE.fullmatch(text)) and len(text.split()) <= 12 and ranks(folded(line["role"])):
        yield _post(line["role"], line["org"], "", found)


def _post(role: str, org: str, end: str, found: Found) -> Post:
    return Post(role, org, end, found, _Work.in_(role), place_stems(_after_role(role, org, found.evidence.exact)))


def place_stems(text: str) -> frozenset[str]:
    """Stems of the capitalised words that name a place, without what all places are called."""
    return stems(" ".join(_CAPITALISED.findall(text))) - _PLACES


def _after_role(role: str, org: str, text: str) -> str:
    """The line of a post without its role: where a line of a CV has it all in one, the place may be its third part."""
    at = text.find(role)
    return text[at + len(role) :] if at >= 0 else org


def _given(text: str) -> frozenset[str]:
    """Ranks that a sentence gives somebody: "was a partner"."""
    plain = folded(text)
    return frozenset[str]().union(*(ranks(plain[match.end() :].split(",")[0][:40]) for match in _WAS.finditer(plain)))


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
