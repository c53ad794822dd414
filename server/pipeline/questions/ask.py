"""All steps from the pool to numbered questions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from server.model import Evidence, Finding, Interview, Part, Question, Severity
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stems, words
from server.pipeline.goals.match import GoalMatch
from server.pipeline.identity.names import Names
from server.pipeline.questions.answered import ANSWERS, DEEPEN, Answers, Hit
from server.pipeline.questions.bank import Bank
from server.pipeline.questions.beneath import marks_beneath
from server.pipeline.questions.choose import choose
from server.pipeline.questions.chosen import Choice
from server.pipeline.questions.drafts import Draft, make_drafts
from server.pipeline.questions.lint import Setting, lint
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.on_goals import Means, drafts_on_goals
from server.pipeline.questions.probing import probes_after
from server.pipeline.questions.signs import WHEN

OPENER_MINUTES = 3  # it is asked to begin with, not to be exhausted

SHARED_MATTER = 2  # content words of a question that what tells it holds


@dataclass(frozen=True, slots=True)
class Asking:
    """What questions are made from. setting is what they are linted against, answers what the pages already tell."""

    interview: Interview
    candidates: tuple[Candidate, ...]
    matches: tuple[GoalMatch, ...]
    bank: Bank
    setting: Setting
    answers: Answers
    turn: int = 0  # interviews the same person prepared before


def ask(asking: Asking) -> tuple[Question, ...]:
    """Questions in the order to ask them: none that the linter minds or that another passage already answers."""
    names = Names.of(asking.interview.interviewee)
    shows = asking.interview.seeker.show
    means = Means(names, asking.bank, asking.answers.language, shows, lambda text: _teller(text, asking))
    drafts = (
        *make_drafts(asking.candidates, asking.bank),
        *drafts_on_goals(asking.candidates, asking.matches, means),
    )
    base = replace(asking.setting, goal_required=bool(asking.matches))
    # Caches, gone with this call: whoever is refused for one place in the set is tried for the next one.
    linted, answered = cache(lint), cache(lambda text, least: asking.answers.best(text, 1, least))

    def gate(text: str, draft: Draft, match: GoalMatch | None, part: Part) -> bool:
        findings = linted(text, _for(base, draft, match, part))
        return all(one.severity is Severity.INFO for one in findings) and not _told_elsewhere(text, draft, answered)

    choices = choose(drafts, asking.matches, asking.interview.meeting.minutes, gate, asking.turn)
    beneath = marks_beneath(choices, asking.candidates, asking.answers.language)
    return tuple(
        _question(
            rank,
            choice,
            beneath.get(rank - 1),
            linted(choice.text, _for(base, choice.draft, choice.match, choice.part)),
            probes_after(choice.text, choice.draft.move, asking.bank.probes),
        )
        for rank, choice in enumerate(choices, 1)
    )


def _told_elsewhere(text: str, draft: Draft, answered: Callable[[str, float], tuple[Hit, ...]]) -> bool:
    """A passage other than the one it rests on answers the question for all that can be told.

    Whom to meet stands on no page.
    """
    if draft.move.part in {Part.NEXT, Part.CLOSE} or draft.candidate.goal_read:  # it says itself that they have read it
        return False
    own = draft.candidate.found.evidence if draft.evidence else None
    unmade = not (draft.evidence or draft.goal)  # a goal was set before reading
    least = ANSWERS if unmade and draft.move.part is Part.CORE else DEEPEN
    return any(hit.score >= least and not (own and _within(hit, own)) for hit in answered(text, least))


def _teller(question: str, asking: Asking) -> Candidate | None:
    """What tells the answer to a question already: the passage that does, else one of the same page.

    It shares the matter with the question, or "I've read about ..." would be said of something that only sounds like it.
    """
    hit = next((hit for hit in asking.answers.best(question, 1, DEEPEN) if hit.score >= DEEPEN), None)
    if hit is None:
        return None
    matter = stems(question) - WHEN
    here = (one for one in asking.candidates if one.found.clip.id == hit.clip_id)
    telling = (one for one in here if len(matter & one.found.marks.stems) >= SHARED_MATTER)
    return min(telling, key=lambda one: not _within(hit, one.found.evidence), default=None)


def _within(hit: Hit, own: Evidence) -> bool:
    return hit.clip_id == own.clip_id and hit.start < own.end and own.start < hit.end


def _for(base: Setting, draft: Draft, match: GoalMatch | None, part: Part) -> Setting:
    exact = draft.candidate.found.evidence.exact if draft.evidence else ""  # who rests on no passage repeats none
    return replace(
        base,
        goal=match.goal.id if match else "",
        slot=1 if part is Part.OPENER else 2,
        part=part,
        own_words=frozenset(words(exact)),
        told=frozenset(words(" ".join((exact, *draft.user_facts)))),
    )


def _question(
    rank: int, choice: Choice, mark: Found | None, findings: tuple[Finding, ...], probes: tuple[str, ...]
) -> Question:
    """mark: what the seeker marked on the matter, shown under a question that rests on no passage."""
    draft, match = choice.draft, choice.match
    return Question(
        id=draft.key,
        rank=rank,
        tier=choice.tier,
        part=choice.part,
        goal=match.goal.id if match else "",
        move=draft.move.id,
        text=choice.text,
        evidence=(mark.evidence.id,) if mark else draft.evidence,
        user_facts=draft.user_facts,
        why=_why(match, mark or draft.candidate.found),
        minutes=min(draft.move.minutes, OPENER_MINUTES) if choice.part is Part.OPENER else draft.move.minutes,
        probes=probes,
        lint=findings,
    )


def _why(match: GoalMatch | None, found: Found) -> str:
    goal = f"For what you want ({match.goal.text.rstrip('.')}); " if match else ""
    marked = (
        "you marked this passage" if found.picked else f"from “{found.title}”" if found.title else "from your pages"
    )
    year = f", {found.evidence.when[:4]}" if found.evidence.when else ""
    return f"{goal}{marked}{year}."
