"""The Card: who it is with, and why this person for the seeker; it stands alone, for the last minutes before the talk."""

import re
from itertools import islice

from server.model import BriefItem, ClipStatus
from server.pipeline.brief.lines import line_of, short_goal
from server.pipeline.brief.material import Material, leans, quote_line, readable
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.goals.match import GoalMatch

GOALS = 3
WHO_WORDS = 52
GIVEN = 40  # words of a headline or a referrer's story; what was typed may be long, the Card may not
LABEL, CARD_LINE = 7, 22  # words of a goal and of a quote
BEST_FEW = 6  # among so many of the best a short one is looked for
THIN_CLIPS, THIN_WORDS = 3, 400


def who(material: Material, used: set[str]) -> list[BriefItem]:
    """Name, what their pages say they are, when and how long, through whom; that the brief is thin, if it is."""
    person, meeting = material.interview.interviewee, material.interview.meeting
    headline = short_goal(person.headline, GIVEN)
    lines = [f"{person.name}: {headline}" if headline else person.name]
    when = f"{meeting.start:%A} {meeting.start.day} {meeting.start:%B, %H:%M}, " if meeting.start else ""
    form = f", {meeting.format}" if meeting.format else ""
    lines.append(f"{when}{meeting.minutes} minutes{form}")
    if material.interview.referrer:
        lines.append(f"Through: {short_goal(material.interview.referrer, GIVEN)}")
    usable = [s for s in material.standings.values() if s.status is ClipStatus.USED]
    if len(usable) < THIN_CLIPS or sum(material.pool.each(_words_of)) < THIN_WORDS:
        lines.append("Thin brief: your pages hold little. What to look for stands at its end.")
    items = [BriefItem(text=line) for line in lines]
    told = _is_who(material)
    if told and sum(len(line.split()) for line in (*lines, line_of(told))) <= WHO_WORDS:
        used.add(told.evidence.id)
        items.insert(1, quote_line(told))
    return items


def _is_who(material: Material) -> Found | None:
    """What their pages say they are, in one short sentence: "Dana Okafor is ...", "I'm a ..."."""
    name = re.escape(material.interview.interviewee.first_name)
    says = re.compile(
        rf"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?{name}\b[^,.;]{{0,40}}\bis (?:a|an|the|[A-Z])|(?:I['’]m|I am) (?:a|an|the) "
    )
    fitting = (one for one in material.pool.having(_tells_a_role) if says.match(one.evidence.exact) and readable(one))
    return next(fitting, None)


def _words_of(one: Found) -> int:
    return one.marks.words


def _tells_a_role(one: Found) -> bool:
    return "role" in one.marks.cues


def why(material: Material, used: set[str]) -> list[BriefItem]:
    """One line a leading goal: the passage that makes them the right person to ask; none where the pages are silent."""
    items = []
    for match in material.matches[:GOALS]:
        found = _best_for(material.pool, match, used)
        if found is None or any(gap.goal == match.goal.id for gap in material.gaps):
            continue
        items.append(quote_line(found, lead=f"{short_goal(match.goal.text, LABEL)}: "))
        used.add(found.evidence.id)
    return items


def _best_for(pool: Pool, match: GoalMatch, used: set[str]) -> Found | None:
    """The best passage that reads well alone and is short enough for the Card; a longer one where there is no such."""
    ranked = (pool.found[at] for at in (*match.best, *match.ranked))
    fits = (one for one in ranked if readable(one) and (one.picked or not leans(one)) and one.evidence.id not in used)
    fitting = list(islice(fits, BEST_FEW))
    short = (one for one in fitting if len(line_of(one).split()) <= CARD_LINE)
    return next(short, fitting[0] if fitting else None)
