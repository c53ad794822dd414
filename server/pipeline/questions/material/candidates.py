"""What could be made of each piece of evidence: a quote, a turn to "you", a title, the seeker's own case beside it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

import numpy as np
import numpy.typing as npt

from scrapers.page import Extract, Kind, Place
from server.model import GoalKind, Interview, Language, SaidBy, Voice
from server.pipeline.brief.select import worth
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import is_picked
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded, stems
from server.pipeline.goals.kinds import guess_goal_kinds
from server.pipeline.goals.match import GoalMatch
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.act import act_of
from server.pipeline.questions.material.agreement import agreed
from server.pipeline.questions.material.around import act_after, job_before, older_twin, settled
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.facts import (
    after_thinking,
    as_clause,
    my_thing,
    people_sought,
)
from server.pipeline.questions.material.leads import act_leads, how_did, quote_leads
from server.pipeline.questions.material.marked import line_leads, mark_leads
from server.pipeline.questions.material.nearby import rest_beside
from server.pipeline.questions.material.notes import NOTHING_NOTED, read_note
from server.pipeline.questions.material.plans import first_step, given_up, named_yes, whole_plan
from server.pipeline.questions.material.quotes import quote_of
from server.pipeline.questions.material.steps import is_work, steps_ahead, steps_told, under_way, workplaces
from server.pipeline.questions.material.typed import whole_words
from server.pipeline.questions.pronouns import FIRST_PERSON
from server.pipeline.questions.signs import UNDECIDED, WHEN

Floats = npt.NDArray[np.float32]
TOLD = 0.6  # part of its content words
EMPTY = stems("get go do anything something nothing everything need good first keep take come really much lot")
REFUTES = re.compile(
    r"\b(?:the (?:idea|notion|belief|myth) that|myth|not true|isn't true|(?:is|are|was|'s) (?:simply |just |plain )?(?:wrong|nonsense|rubbish)|(?:people|everybody|everyone|they|most|many|students|beginners) "
    r"(?:\w+ )?(?:think|assume|believe|say|expect)s?|the opposite|on the contrary|turned out)\b|(?:^|[.!?:] )(?:don['’]t|do not|never|stop|avoid)\b",
    re.IGNORECASE,
)
BOUND = re.compile(
    r"\b(?:say (?:yes|no)|accept|turn (?:it |them )?down|give notice|hand in|quit|resign|take the (?:job|offer|place))\b",
    re.IGNORECASE,
)  # a plan that is a decision
POST = re.compile(
    r"\b(?:jobs?|roles?|posts?|positions?|careers?|offer|contract|resign|quit|leav(?:e|ing)|freelanc\w*|self-employed|employed|employer|hire[ds]?|apply|applications?|interviews?|degree|doctorate|phd|master'?s|diploma|course|field work|"
    r"profession|retrain\w*|switch\w*|promot\w+|chief of staff|break into|become|certificate|on my own|own (?:studio|shop|business|company|practice))\b",
    re.IGNORECASE,
)  # where one works, or will
NEAR_IT = 600  # characters
BLOW_NEAR = re.compile(
    r"\b(?:(?:fell|was|got|been|become|seriously|very) (?:\w+ )?(?:ill|sick|unwell)|illness|hospital(?:ised|ized)|diagnos\w+|breakdown|burn(?:ed|t)?[- ]?out|laid off|made redundant|redundancy|"
    r"was (?:fired|sacked|let go)|chemo\w*|miscarriage|bereave\w*|passed away)\b",
    re.IGNORECASE,
)
# On whichever page: who had to go for that is not asked what nearly kept them anywhere.
LEAVING = "leaving"
FORCED_OUT = re.compile(
    rf"(?:{BLOW_NEAR.pattern})[^.]{{0,140}}\b(?:had to|forced me to|made me) (?:\w+ ){{0,2}}(?:leave|quit|stop|terminate|resign|give up|end)\b",
    re.IGNORECASE,
)
Steps = tuple[tuple[str, str], ...]  # the id of a step, and the sentence that says they took it
OF_THEM = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is)\b")
# What a boss or a board of mine will do, nobody else can know.
OF_MY_PEOPLE = re.compile(
    r"^(?:that )?(?:(?:the|my|our) (?:\w+ ){0,2}(?:director|dean|boss|manager|principal|head|board|supervisor|deanery|council|committee|landlord|husband|wife|partner|mother|father|archive|auditor|team|PI)\b|deanery\b|they\b|boss\b|(?:the |my |our )?(?:bank|firm|company|office|school|college|hospital|university|agency|unit|department) (?:says?|gives?|lets?|keeps?|holds?|will (?:say|give|let|keep|hold))\b)",
    re.IGNORECASE,
)
OF_MY_POST = re.compile(
    r"^(?:that )?(?:(?:my|our) (?:\w+ ){0,2}(?:post|job|place|contract|lease|pension|salary)|(?:my|our|the) (?:visa|permit|mortgage))\b",
    re.IGNORECASE,
)
I_FEEL = re.compile(
    r"^(?:that )?I (?:\w+ly |really |still |do |don't |would |will )*(?:miss|like|love|hate|enjoy|want|prefer|care|mind|regret)\b",
    re.IGNORECASE,
)  # nobody else can know
AT_HOME = re.compile(r"\b[Ww]e\b.*\b(?:manage|afford|live|need|pay)\b|\b(?:manage|afford|live|pay)\b.*\b(?:we|us)\b")
WIDE = 160  # passages drafts may rest on: most good ones lie within
SPOKEN = frozenset({"transcript"})
PIECES = frozenset({Kind.ARTICLE, Kind.PDF})
# Titles that name no piece of writing.
NO_PIECE = re.compile(
    r"^(?:about(?: me| us)?|home(?: ?page)?|now|faq|contact|bio(?:graphy)?|cv|curriculum vitae|r[ée]sum[ée]|portfolio|index|blog|archive|"
    r"what i'?m doing now|frequently asked questions|publications|talks|projects|teaching|research|uses|untitled|profile|start|welcome|who (?:we are|writes this|i am)|(?:my |work )?portfolio|stuff i use|news)\b",
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
    extracts: Mapping[str, Extract]  # by id of the clip


def best_first(pool: Pool, matches: Sequence[GoalMatch]) -> list[int]:
    """Indices into the pool: what the seeker marked, then what is worth most."""
    order: list[int] = np.lexsort((-worth(pool, matches), ~np.array(pool.each(is_picked), bool))).tolist()
    return order


def make_candidates(shop: Workshop) -> tuple[Candidate, ...]:
    """One candidate a passage of the wide pool, in the order given."""
    names = Names.of(shop.interview.interviewee)
    mine = _mine(shop)
    steps = _steps(shop)
    order = (*shop.order[:WIDE], *(at for at in shop.order[WIDE:] if at in steps))
    usable = [at for at in order if _usable(shop.pool.found[at])]
    plain = [replace(_candidate(shop, at, names, mine), steps=steps.get(at, ())) for at in usable]
    return tuple(_beside_others(one, plain, shop.pool) for one in plain)


def _steps(shop: Workshop) -> Mapping[int, Steps]:
    """By index into the pool: the steps that a passage tells they took and that the seeker has ahead of them."""
    seeker, pool = shop.interview.seeker, shop.pool
    ahead = steps_ahead((seeker.plan, *(goal.text for goal in seeker.goals))) - under_way(seeker.background)
    known = cache(lambda: _places(pool.found))  # gone with this call; most interviews need it not at all
    if LEAVING in ahead and any(FORCED_OUT.search(page.text) for page in shop.extracts.values()):
        ahead -= {LEAVING}
    told = {
        at: tuple(pair for pair in steps if pair[0] in ahead and is_work(pair[1], known))
        for at, steps in enumerate(pool.each(steps_told) if ahead else ())
        if steps and not _came_of_a_blow(pool.found[at], shop.extracts)
    }
    return {at: steps for at, steps in told.items() if steps}


def _came_of_a_blow(found: Found, extracts: Mapping[str, Extract]) -> bool:
    """Around it the page tells of illness, or of a job that was taken from them: nobody is asked what nearly kept them there."""
    page = extracts.get(found.clip.id)
    start = found.passage.start
    return page is not None and bool(BLOW_NEAR.search(page.text[max(0, start - NEAR_IT) : start + NEAR_IT]))


def _places(pool: Sequence[Found]) -> frozenset[str]:
    """The places where they worked, by name: as their pages say it, and of their job lines."""
    rows = (found.evidence.slots.org for found in pool if found.passage.place is Place.ROW)
    return workplaces(found.evidence.exact for found in pool) | frozenset(rows)


def _beside_others(one: Candidate, others: Sequence[Candidate], pool: Pool) -> Candidate:
    """With what other passages tell of the same matter; most have nothing, and are left as they are."""
    again, twin = settled(one, pool), older_twin(one, others, pool)
    later, before = act_after(one, others, pool), job_before(one, others)
    if not (again or twin or later or before):
        return one
    return replace(one, settled=again, twin=twin, act_after=later, before=before)


@dataclass(frozen=True, slots=True)
class _Mine:
    """What the seeker says of themselves, worked out once. The arrays hold cosines to each passage of the pool (rows)."""

    near_plans: Floats  # columns: the plan, what they could show, each assumption
    assumptions: tuple[str, ...]  # as clauses; at least one, "" for none
    told: tuple[bool, ...]  # by assumption: some page speaks of the very same thing
    plan: str
    plan_whole: str
    plan_short: str
    show: str
    who: str
    decides: bool
    moves_on: bool


def _mine(shop: Workshop) -> _Mine:
    seeker = shop.interview.seeker
    assumptions = _to_test(whole_words(one) for one in seeker.assumptions) or [""]
    plan = "" if given_up(seeker.plan, seeker.goals) else named_yes(whole_words(seeker.plan), seeker.goals)
    typed = "\n".join((seeker.background, seeker.plan, *seeker.assumptions, *(goal.text for goal in seeker.goals)))
    planned = [seeker.plan, *(seeker.show[:1] or ("",)), *assumptions]
    return _Mine(
        near_plans=_near(shop.pool.contexts, planned, shop.language),
        assumptions=tuple(after_thinking(agreed(as_clause(one, typed), shop.language)) for one in assumptions),
        told=tuple(_told(text, shop.pool) for text in assumptions),
        plan=as_clause(plan, typed),
        plan_whole=whole_plan(plan, shop.language) if plan else "",
        plan_short=first_step(plan, shop.language),
        show=my_thing(whole_words(seeker.show[0])) if seeker.show else "",
        who=next((who for goal in seeker.goals if (who := people_sought(goal))), ""),
        decides=any(
            guess_goal_kinds(goal.text)[0] is GoalKind.DECIDE or UNDECIDED.search(goal.text) for goal in seeker.goals
        )
        or bool(BOUND.search(seeker.plan)),
        moves_on=not seeker.goals
        or any(POST.search(text) for text in (seeker.plan, *(one.text for one in seeker.goals))),
    )


def _to_test(assumptions: Iterable[str]) -> list[str]:
    """What one can ask somebody else about: nothing of our money at home, nor of what they would say; of the rest, what is so for anybody before what is only so for me."""
    kept_out = (AT_HOME, OF_THEM, OF_MY_PEOPLE, OF_MY_POST, I_FEEL)
    public = [one for one in assumptions if not any(sign.search(one) for sign in kept_out)]
    return [one for one in public if not FIRST_PERSON.search(one)] or public


def _told(assumption: str, pool: Pool) -> bool:
    """A passage holds most of the content words of an assumption, or two of them where it refutes something: the pages speak of it already."""
    wanted = stems(assumption)
    matter = wanted - WHEN - EMPTY
    if len(wanted) <= 1:
        return False
    told = np.flatnonzero(pool.shared(matter) > 1).tolist()
    most = bool((pool.shared(wanted) >= TOLD * len(wanted)).any())
    return most or any(REFUTES.search(pool.found[at].evidence.exact) for at in told)


def _near(vectors: Floats, texts: Sequence[str], language: Language) -> Floats:
    if not len(vectors) or not texts:
        return np.zeros((len(vectors), len(texts)), np.float32)
    near: Floats = vectors @ language.embed(list(texts)).T
    return near


def _usable(found: Found) -> bool:
    return found.sure and (found.picked or not found.marks.cues & {"question", "note_line", "code"})


def _candidate(shop: Workshop, at: int, names: Names, mine: _Mine) -> Candidate:
    found, near = shop.pool.found[at], mine.near_plans[at]
    assumed = int(near[2:].argmax())
    exact = found.evidence.exact
    own = found.in_their_words
    quote = quote_of(exact, shop.language) if own else ""
    turn = act_of(found, names, shop.now.year)
    acts = act_leads(turn)
    tell = (said(found), found.evidence.when[:4], shop.now.year)
    work = work_of(found, names)
    return Candidate(
        at=at,
        found=found,
        quote=quote,
        turn=turn,
        act_leads=acts,
        quote_leads=quote_leads(quote, *tell),
        mark_leads=_mark_leads(found, turn, tell, work, shop.language) if found.picked else (),
        how_did=how_did(next(iter(acts), "").rstrip(".")) if found.picked else "",
        beside=rest_beside(found, shop.extracts, turn or quote),
        noted=read_note(found.note, names, shop.language, exact) if found.note else NOTHING_NOTED,
        plan=mine.plan,
        plan_whole=mine.plan_whole,
        plan_short=mine.plan_short,
        assumption=mine.assumptions[assumed],
        show=mine.show,
        who=mine.who,
        now_year=shop.now.year,
        decides=mine.decides,
        moves_on=mine.moves_on,
        assumption_told=mine.told[assumed],
        near_plan=float(near[0]),
        near_show=float(near[1]),
        near_assumption=float(near[2:].max()),
    )


def _mark_leads(found: Found, turn: str, tell: tuple[str, str, int], work: str, language: Language) -> tuple[str, ...]:
    """What brings in a mark; where nobody knows who says it, it is the seeker's own line to bring in."""
    if found.cut_for_privacy:
        return ()
    if found.in_their_words:
        return mark_leads(found, turn, tell, language, work)
    return line_leads(found, language) if found.evidence.said_by is SaidBy.UNKNOWN else ()


def said(found: Found) -> str:
    """The verb for their words: written on their own pages, said in a talk or to somebody who quotes them."""
    in_talk = found.page.value in SPOKEN and found.standing.voice is not Voice.OWN  # a FAQ of their own is written
    return "said" if in_talk or found.evidence.said_by is SaidBy.QUOTED else "wrote"


@once
def work_of(found: Found, names: Names) -> str:
    """The title of the page if it is a piece of writing of their own that can be named in a sentence; else ""."""
    title = found.title.strip().rstrip(".")
    if found.standing.voice is not Voice.OWN or found.page not in PIECES or found.evidence.said_by is not SaidBy.OWN:
        return ""
    if NO_PIECE.match(folded(title)) or TITLE_MARKS.search(title) or names.mentions(title):
        return ""
    return title if 2 <= len(title.split()) <= 10 else ""
