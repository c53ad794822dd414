"""All steps from the pool to numbered questions."""

from dataclasses import dataclass
from datetime import datetime

from server.model import Interview, Language, Part, Question, Severity
from server.pipeline.evidence import Pool
from server.pipeline.goals import GoalMatch
from server.pipeline.questions.bank import Bank
from server.pipeline.questions.candidates import Workshop, make_candidates
from server.pipeline.questions.choose import Choice, choose
from server.pipeline.questions.drafts import Draft, make_drafts
from server.pipeline.questions.lint import Setting, lint
from server.pipeline.select import worth
from server.pipeline.stems import stems


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions are made from."""

    interview: Interview
    pool: Pool
    matches: tuple[GoalMatch, ...]
    bank: Bank
    language: Language
    now: datetime


def ask(asking: Asking) -> tuple[Question, ...]:
    """Questions in the order to ask them, each linted: none with an error or a warning is ever proposed."""
    scores = worth(asking.pool, asking.matches)
    order = sorted(range(len(scores)), key=lambda at: (not asking.pool.found[at].picked, -scores[at], at))
    shop = Workshop(asking.interview, asking.pool, asking.language, asking.now, order)
    drafts = make_drafts(make_candidates(shop), asking.bank)
    base = _setting(asking)

    def gate(text: str, draft: Draft, match: GoalMatch | None, part: Part) -> bool:
        findings = lint(text, _for(base, draft, match, part))
        return all(finding.severity is Severity.INFO for finding in findings)

    choices = choose(drafts, asking.matches, asking.interview.meeting.minutes, gate)
    return tuple(_question(rank, choice, base) for rank, choice in enumerate(choices, 1))


def _setting(asking: Asking) -> Setting:
    found, seeker = asking.pool.found, asking.interview.seeker
    own = " ".join([seeker.background, seeker.plan, *seeker.assumptions, *seeker.show])
    return Setting(
        goals=frozenset(match.goal.id for match in asking.matches),
        goal_required=bool(asking.matches),
        rare=frozenset[str]().union(*(one.marks.stems for one in found)) if found else frozenset(),
        seeker=stems(own),
        titles=tuple(sorted({one.title for one in found if one.title})),
        names=(asking.interview.interviewee.name, asking.interview.interviewee.first_name),
    )


def _for(base: Setting, draft: Draft, match: GoalMatch | None, part: Part) -> Setting:
    return Setting(
        goals=base.goals,
        goal=match.goal.id if match else "",
        goal_required=base.goal_required,
        slot=1 if part is Part.OPENER else 2,
        part=part,
        own_words=frozenset(draft.candidate.found.evidence.exact.lower().split()),
        rare=base.rare,
        seeker=base.seeker,
        titles=base.titles,
        names=base.names,
    )


def _question(rank: int, choice: Choice, base: Setting) -> Question:
    draft, match = choice.draft, choice.match
    return Question(
        id=draft.key,
        rank=rank,
        tier=choice.tier,
        part=choice.part,
        goal=match.goal.id if match else "",
        move=draft.move.id,
        text=choice.text,
        evidence=draft.evidence,
        user_facts=draft.user_facts,
        why=_why(choice),
        minutes=draft.move.minutes,
        probes=draft.move.probes,
        lint=lint(choice.text, _for(base, draft, match, choice.part)),
    )


def _why(choice: Choice) -> str:
    found, match = choice.draft.candidate.found, choice.match
    goal = f"For what you want ({match.goal.text.rstrip('.')}); " if match else ""
    marked = (
        "you marked this passage" if found.picked else f"from “{found.title}”" if found.title else "from your pages"
    )
    year = f", {found.evidence.when[:4]}" if found.evidence.when else ""
    return f"{goal}{marked}{year}."
