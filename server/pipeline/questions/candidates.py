"""What could be made of each piece of evidence: a quote, a turn to "you", a title, the seeker's own case beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from scrapers.page import Kind, Place
from server.model import Interview, Language, SaidBy, Voice
from server.pipeline.brief.lines import first_clauses
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import folded
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import tactless
from server.pipeline.questions.conditions import Candidate
from server.pipeline.questions.facts import as_clause, best_fact, facts, my_thing, people_sought
from server.pipeline.questions.perspective import to_you
from server.pipeline.questions.quotes import BAD_END, marked_quote_of, quote_of
from server.pipeline.questions.signs import FORECAST, UNKNOWN

WIDE = 160  # passages drafts may rest on: most good ones lie within
DANGLES = re.compile(
    r"\b(?:this|these|those|such|there|here|another|same|so|things|stuff)\b|\btoo\b(?=\W*$|,)|\b(?:to|of|on|with|from|about|for|at|by|in|did|do) that\b|"
    r"\bthat (?:\w+)$|\b(?:one|ones)$|\bthe (?:first|last|other|next|former|latter) one\b|^\w+ the (?:next|following|last|past)\b|\bal$",
    re.IGNORECASE,
)
TURN_WORDS = 18
TOUCHES, SETTLED_NEAR, SETTLED_STEMS = 0.30, 0.55, 4
TWIN_NEAR, TWIN_YEARS, TWIN_QUOTE = 0.45, 2, 10
PIECES = frozenset({Kind.ARTICLE, Kind.PDF})
# Titles that name no piece of writing.
NO_PIECE = re.compile(
    r"^(?:about(?: me| us)?|home(?: ?page)?|now|faq|contact|bio(?:graphy)?|cv|curriculum vitae|r[ée]sum[ée]|portfolio|index|blog|archive|"
    r"what i'?m doing now|frequently asked questions|publications|talks|projects|teaching|research|uses|untitled|profile|start|welcome)\b",
    re.IGNORECASE,
)
TITLE_MARKS = re.compile(r"[|:/\\<>{}\[\]“”\"]|\?$|\.\.\.|…")


@dataclass(frozen=True, slots=True)
class Workshop:
    """What all candidates are made with."""

    interview: Interview
    pool: Pool
    language: Language
    now: datetime
    order: Sequence[int]  # indices into the pool, best first


def make_candidates(shop: Workshop) -> tuple[Candidate, ...]:
    """One candidate a passage of the wide pool, in the order given."""
    sayings = facts(shop.interview.seeker, shop.language)
    nearness = _nearness(shop)
    plain = [_candidate(shop, at, sayings, nearness[at]) for at in shop.order[:WIDE] if _usable(shop.pool.found[at])]
    best = {one.found.clip.id: one.at for one in reversed(plain)}
    return tuple(
        replace(
            one,
            best_of_page=best[one.found.clip.id] == one.at,
            settled=_settled(one, shop.pool),
            twin=_twin(one, plain, shop.pool),
            before=_before(one, plain),
        )
        for one in plain
    )


def _nearness(shop: Workshop) -> list[float]:
    """How near each passage of the pool is to what the seeker plans, assumes or could show."""
    seeker = shop.interview.seeker
    mine = [text for text in (seeker.plan, *seeker.assumptions[:1], *seeker.show[:1]) if text]
    if not mine or not len(shop.pool.found):
        return [0.0] * len(shop.pool.found)
    near = shop.pool.contexts @ shop.language.embed(mine).T
    return [float(value) for value in near.max(axis=1)]


def _usable(found: Found) -> bool:
    return found.sure and not found.marks.cues & {"question", "note_line", "code"}


def _candidate(shop: Workshop, at: int, sayings: tuple[str, ...], near_me: float) -> Candidate:
    found, seeker = shop.pool.found[at], shop.interview.seeker
    own = found.evidence.said_by in {SaidBy.OWN, SaidBy.QUOTED} and found.passage.place is not Place.ROW
    quote = quote_of(found.evidence.exact, shop.language) if own else ""
    return Candidate(
        at=at,
        found=found,
        quote=quote,
        marked=marked_quote_of(found.evidence.exact, shop.language) if own and found.picked else "",
        turn=_turn(found) if own else "",
        work=work_of(found, Names.of(shop.interview.interviewee)),
        fact=best_fact(sayings, found.evidence.exact, shop.language) if quote else "",
        plan=as_clause(seeker.plan),
        assumption=as_clause(seeker.assumptions[0]) if seeker.assumptions else "",
        show=my_thing(seeker.show[0]) if seeker.show else "",
        who=next((who for goal in seeker.goals if (who := people_sought(goal))), ""),
        now_year=shop.now.year,
        near_me=near_me,
    )


def _turn(found: Found) -> str:
    """Short enough to say in one breath, and nothing one would not say to their face."""
    text = found.evidence.exact.strip()
    if tactless(text) or found.marks.cues & {"self_reference"}:
        return ""
    if len(text.split()) > TURN_WORDS:
        text = first_clauses(text, TURN_WORDS).removesuffix(" …")
    turned = to_you(text)
    refused = not turned or BAD_END.search(turned) or DANGLES.search(turned) or len(turned.split()) < 4
    return "" if refused else turned


def work_of(found: Found, names: Names) -> str:
    """The title of the page if it is a piece of writing of their own that can be named in a sentence; else ""."""
    title = found.title.strip().rstrip(".")
    if found.standing.voice is not Voice.OWN or found.page not in PIECES or found.evidence.said_by is not SaidBy.OWN:
        return ""
    if NO_PIECE.match(folded(title)) or TITLE_MARKS.search(title) or names.mentions(title):
        return ""
    return title if 2 <= len(title.split()) <= 10 else ""


def _twin(one: Candidate, others: Sequence[Candidate], pool: Pool) -> Candidate | None:
    """The nearest older quote of theirs on the same matter, from another page, years before."""
    if not one.quote or not one.year or len(one.quote.split()) > TWIN_QUOTE:
        return None
    older = [
        (float(pool.vectors[one.at] @ pool.vectors[other.at]), other)
        for other in others
        if other.quote
        and other.year
        and int(one.year) - int(other.year) >= TWIN_YEARS
        and len(other.quote.split()) <= TWIN_QUOTE
        and one.found.marks.stems & other.found.marks.stems
    ]
    near, twin = max(older, key=lambda pair: pair[0], default=(0.0, None))
    return twin if near >= TWIN_NEAR else None


def _settled(one: Candidate, pool: Pool) -> bool:
    """A later page of theirs comes back to what they foresaw or did not know: how it went is on the pages."""
    if not one.year or not (FORECAST.match(one.quote) or UNKNOWN.match(one.quote)):
        return False
    near = pool.vectors @ pool.vectors[one.at]
    later = [at for at in np.flatnonzero(near >= TOUCHES) if _is_later(pool.found[at], one.found)]
    shared = (len(pool.found[at].marks.stems & one.found.marks.stems) for at in later)
    return any(near[at] >= SETTLED_NEAR or stems >= SETTLED_STEMS for at, stems in zip(later, shared, strict=True))


def _is_later(found: Found, than: Found) -> bool:
    return found.evidence.when > than.evidence.when and found.clip.id != than.clip.id


def _before(one: Candidate, others: Sequence[Candidate]) -> Found | None:
    """The job line that ended when this one began, elsewhere."""
    slots = one.found.evidence.slots
    if one.found.passage.place is not Place.ROW or not slots.start or not slots.org:
        return None
    return next(
        (
            other.found
            for other in others
            if other.found.passage.place is Place.ROW
            and other.found.evidence.slots.end[:4] == slots.start[:4]
            and other.found.evidence.slots.start < slots.start
            and folded(other.found.evidence.slots.org) != folded(slots.org)
            and other.found.evidence.slots.org[:1].isupper()
        ),
        None,
    )
