"""Step 7: what to read before the talk. Every line about them is a passage of a page; nothing inferred stands as fact.

A Card that stands alone (who, why this person for me) and the Homework behind it. Sections without a line are left out.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import numpy as np

from server.model import Answered, BriefItem, BriefSection, ClipStatus, ConflictKind
from server.pipeline.brief.card import who, why
from server.pipeline.brief.claims import ROLE
from server.pipeline.brief.gaps import clip_next, find_untold
from server.pipeline.brief.hollow import balanced
from server.pipeline.brief.lines import line_of, words_shown
from server.pipeline.brief.material import Material, leans, quote_line, readable
from server.pipeline.brief.select import Budget, pick, worth
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import id_of
from server.pipeline.features.stems import folded, stems

__all__ = ["Material", "count_words", "write_brief"]

WORDS = 690  # a page and a half: over-long profiles are the classic failure
LINES = 44
TURNS, ANSWERS, PAIRS, SHARED, GAPS = 5, 3, 3, 2, 3
NOW = timedelta(days=365)
OLD = timedelta(days=548)  # a year and a half: roles may have changed
POST_WORDS = 10
LEANS = 0.5  # what a line loses that leans on the one before it, or had to be cut
DOUBTFUL = frozenset({ClipStatus.OTHER_PERSON, ClipStatus.UNSURE})
HOLDS = frozenset({"opinion", "advice", "claim", "prediction"})


def write_brief(material: Material) -> tuple[BriefSection, ...]:
    """The sections in reading order, within 700 words of items."""
    by_id = material.pool.by_id
    used: set[str] = set()
    fixed = [
        _section("card", "Who", who(material, used)),
        _section("why", "Why this person, for you", why(material, used)),
        _section("turning_points", "Turning points", _turns(material, by_id, used)),
    ]
    tail = [
        _section("two_tellings", "Side by side", _pairs(material, by_id, used)),
        _section("common_ground", "Common ground", _shared(material, used)),
        _section("answered", "Already answered: no need to ask", _answers(material, by_id, used)),
        _section("care", "Handle with care", _care(material)),
        _section("gaps", "What the pages do not tell", _untold(material)),
    ]
    spent = sum(len(item.text.split()) for section in (*fixed, *tail) for item in section.items)
    chosen = _chosen(material, used, WORDS - spent)
    sections = (*fixed, *_middle(material, chosen), *tail)
    return tuple(section for section in sections if section.items)


def count_words(sections: Sequence[BriefSection]) -> int:
    """Words of all items."""
    return sum(len(item.text.split()) for section in sections for item in section.items)


def _section(id_: str, title: str, items: Sequence[BriefItem]) -> BriefSection:
    return BriefSection(id=id_, title=title, items=tuple(items))


def _turns(material: Material, by_id: Mapping[str, Found], used: set[str]) -> list[BriefItem]:
    turns = sorted(material.turns, key=lambda turn: -by_id[turn.evidence[0]].score)[:TURNS]
    items: list[BriefItem] = []
    for turn in sorted(turns, key=lambda turn: (turn.start, turn.what)):
        if turn.evidence[0] in used:
            continue
        used.update(turn.evidence)
        items.append(BriefItem(text=turn.what, evidence=_speaking(turn.what, turn.evidence, by_id), when=turn.start))
    return items


def _speaking(line: str, ids: Sequence[str], by_id: Mapping[str, Found]) -> tuple[str, ...]:
    """Those of the passages that a line really speaks of: they share three content words with it, or all they have."""
    own = stems(line)
    return tuple(i for i in ids if len(own & by_id[i].marks.stems) >= min(3, len(by_id[i].marks.stems)))[:3]


def _chosen(material: Material, used: set[str], words: int) -> list[Found]:
    pool = material.pool
    budget = Budget(words=words, passages=LINES)
    indices = pick(
        pool,
        worth(pool, material.matches) - LEANS * np.array(pool.each(leans)),
        budget,
        words=pool.each(words_shown),
        fits=lambda found: readable(found) and found.evidence.id not in used,
    )
    return [pool.found[at] for at in indices]


def _middle(material: Material, chosen: Sequence[Found]) -> list[BriefSection]:
    since = (material.now - NOW).date().isoformat()
    now = [one for one in chosen if one.evidence.when >= since and one.evidence.when]
    holds = [one for one in chosen if one not in now and _holds(one)]
    rest = [one for one in chosen if one not in now and one not in holds]
    return [
        _section("hold", "What they hold", [quote_line(one) for one in _by_date(holds)]),
        _section("work", "What they did, and how they work", [quote_line(one) for one in _by_date(rest)]),
        _section("now", "The last twelve months", [quote_line(one) for one in _by_date(now)]),
    ]


def _holds(one: Found) -> bool:
    """What they think, not what they did: an act is a view only where they say what they think of it."""
    cues = one.marks.cues
    return one.evidence.said_by.theirs and bool(HOLDS & cues) and not ("did" in cues and "opinion" not in cues)


def _by_date(found: Sequence[Found]) -> list[Found]:
    return sorted(found, key=lambda one: (one.evidence.when or "9999", one.clip.id, one.evidence.start))


def _pairs(material: Material, by_id: Mapping[str, Found], used: set[str]) -> list[BriefItem]:
    items: list[BriefItem] = []
    for conflict in material.conflicts:
        pair = [by_id[i] for i in conflict.evidence[:2]]
        if len(items) == PAIRS or not all(readable(one) or _names_a_post(one) for one in pair):
            continue
        used.update(conflict.evidence)
        label = "Then and now" if conflict.kind is ConflictKind.THEN_AND_NOW else "Two tellings"
        told = " / ".join(
            f"“{balanced(line_of(one))}”" + (f" ({one.evidence.when[:4]})" if one.evidence.when else "") for one in pair
        )
        items.append(BriefItem(text=f"{label}: {told}", evidence=conflict.evidence[:3]))
    return items


def _names_a_post(found: Found) -> bool:
    """A line of a card or a list that says what somebody is: no sentence, and read beside another all the same."""
    return found.sure and found.marks.words <= POST_WORDS and bool(ROLE.search(folded(found.evidence.exact)))


def _shared(material: Material, used: set[str]) -> list[BriefItem]:
    """Work they and the seeker have both done: at least three stems of the seeker's background in one passage."""
    seeker = material.interview.seeker
    own = stems(seeker.background) - stems(" ".join(goal.text for goal in seeker.goals))
    held = np.flatnonzero(material.pool.shared(own) >= 3).tolist()
    alike = [one for one in map(material.pool.found.__getitem__, held) if readable(one) and not leans(one)]
    best = sorted(alike, key=lambda one: (-len(own & one.marks.stems), -one.score, one.evidence.id))[:SHARED]
    picked = [one for one in best if one.evidence.id not in used]
    used.update(one.evidence.id for one in picked)
    return [quote_line(one) for one in picked]


def _answers(material: Material, by_id: Mapping[str, Found], used: set[str]) -> list[BriefItem]:
    """Questions the pages answer, those nearest to a goal first: what has nothing to do with the talk can be left unread."""
    first = {answer.evidence[0] for answer in material.answered if answer.evidence}
    place = {ident: at for at, ident in enumerate(material.pool.each(id_of)) if ident in first}

    def near(answer: Answered) -> float:
        at = place.get(answer.evidence[0]) if answer.evidence else None
        return max((float(match.near[at]) for match in material.matches), default=0.0) if at is not None else 0.0

    items: list[BriefItem] = []
    for answer in sorted(material.answered, key=near, reverse=True):
        found = by_id.get(answer.evidence[0]) if answer.evidence else None
        if found is None or found.evidence.id in used or not readable(found):
            continue
        used.add(found.evidence.id)
        items.append(quote_line(found, lead=f"{answer.question} "))
    return items[:ANSWERS]


def _care(material: Material) -> list[BriefItem]:
    lines = []
    doubtful = sum(
        s.status in DOUBTFUL for s in material.standings.values() if s.clip_id not in material.interview.verdicts
    )
    if doubtful:
        lines.append(
            f"{_pages(doubtful)} may be about somebody else of the same name: please look in the list of pages."
        )
    dates = _dates(material.pool)
    if dates and max(dates) < (material.now - OLD).date().isoformat():
        lines.append(f"The newest dated page is from {_month(max(dates))}; what they do may have changed.")
    return [BriefItem(text=line) for line in lines]


def _untold(material: Material) -> list[BriefItem]:
    """What no page tells, goal by goal, then which page to look for."""
    untold = find_untold(material.matches, material.pool, material.gaps)
    dates = _dates(material.pool)
    lines = [gap.text for gap in (*material.gaps, *untold)]
    following = clip_next(material.standings.values(), dates, material.now)
    return [BriefItem(text=line) for line in (*lines[:GAPS], *([following] if following else []))]


def _dates(pool: Pool) -> list[str]:
    return [when for when in pool.each(_when) if when]


def _when(found: Found) -> str:
    return found.evidence.when


def _month(iso: str) -> str:
    """Month and year in words; a year alone as it stands."""
    return f"{datetime.fromisoformat(f'{iso[:7]}-01'):%B %Y}" if len(iso) > len("2024-") else iso


def _pages(count: int) -> str:
    return "One page" if count == 1 else f"{count} pages"
