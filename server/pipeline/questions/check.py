"""What is said about a question somebody typed: the linter's findings and the passages that may answer it."""

from collections.abc import Sequence
from itertools import chain

from server.model import AnsweredBy, Checked, Finding, Interview, Severity
from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Pages
from server.pipeline.questions.answered import Answers, Hit
from server.pipeline.questions.lint import Setting, lint
from server.pipeline.questions.offers import asked_of_them, offers, parked
from server.pipeline.questions.wording.help import helped
from server.pipeline.questions.wording.near import fits
from server.pipeline.questions.wording.spelled import clumsy, spelled

RARE = 0.01  # of the passages: a stem found in no more of them belongs to these pages
HINTS = (
    "L14",
    "L16",
    "L15",
    "L03",
    "L04",
    "L13",
)  # what must not be said aloud first; the rest can wait until one asks
MENDED_BY_OFFER = frozenset({"L01", "L02", "L03", "L04", "L05", "L06", "L11", "L13", "L17", "L21", "L22", "L23"})
EASY_WORDS = 20  # a question that nobody minds and that is no longer needs no other wording
SHOWN_WORDS = 20  # of a passage, within a message


def check(question: str, setting: Setting, answers: Answers) -> Checked:
    """Lint a question, look for its answer on the pages, and offer wordings that could be said, built on them where they speak of it."""
    plain = spelled(question) if clumsy(question) else question
    hits = answers.best(plain)
    asked = asked_of_them(question, setting)
    subject = " ".join(piece.text for piece in asked) or plain
    close = [hit for hit in hits if fits(subject, hit, answers.names)]
    findings = _with_answer(_linted(question, plain, setting), question, close)
    minded = findings or plain != question or len(question.split()) > EASY_WORDS
    offered = offers(question, asked, close, setting, answers.language) if minded else ()
    found = tuple(_filled(finding, offered) for finding in findings)
    return Checked(
        question=question,
        findings=found,
        answered_by=tuple(
            AnsweredBy(clip_id=h.clip_id, exact=h.exact, score=h.score, verdict=h.verdict, fits=h in close)
            for h in hits
        ),
        offers=offered,
        waits=parked(asked, setting) if offered else (),
        help=helped(question, asked, findings) if minded and not offered else "",
        hint=next((id_ for id_ in HINTS for finding in found if finding.id == id_), ""),
    )


def _linted(question: str, plain: str, setting: Setting) -> tuple[Finding, ...]:
    """What the linter says; of a question that had to be spelled out first, about the whole of it as typed."""
    findings = lint(plain, setting)
    if plain == question:
        return findings
    return tuple(one.model_copy(update={"span": (0, len(question))}) for one in findings)


def _filled(finding: Finding, offered: tuple[str, ...]) -> Finding:
    """The finding with a wording out of this person's pages in place of a general suggestion."""
    if not offered or finding.id not in MENDED_BY_OFFER:
        return finding
    return finding.model_copy(update={"suggestion": f"Try: {offered[0]}"})


def setting_for(interview: Interview, pages: Pages, exempt: frozenset[str] = frozenset()) -> Setting:
    """What a question typed for this interview is linted against. exempt: private topics that are their public work."""
    seeker = interview.seeker
    facts = " ".join([seeker.background, seeker.plan, *seeker.assumptions, *seeker.show])
    return Setting(
        goals=frozenset(goal.id for goal in seeker.goals),
        own_words=frozenset(chain.from_iterable(page.own_words for page in pages.laid)),
        rare=_rare(pages),
        seeker=stems(facts),
        titles=tuple(sorted({passage.title for passage in pages.passages if passage.title})),
        names=(interview.interviewee.name, *interview.interviewee.aliases),
        capitals=frozenset(chain.from_iterable(page.capitals for page in pages.laid)),
        topics=exempt,
    )


def _rare(pages: Pages) -> frozenset[str]:
    most = max(2, RARE * len(pages.passages))
    return frozenset(stem for stem, count in pages.held.items() if count <= most) - pages.names


def _with_answer(findings: tuple[Finding, ...], question: str, hits: Sequence[Hit]) -> tuple[Finding, ...]:
    """The findings and, where a page may answer the question, L13 in its place among them."""
    answer = next((hit for hit in hits if hit.verdict == "answers"), None)
    if answer is None or any(finding.id == "L13" for finding in findings):
        return findings
    shown = answer.exact.split()
    quote = " ".join(shown[:SHOWN_WORDS]) + (" …" if len(shown) > SHOWN_WORDS else "")
    found = Finding(
        id="L13",
        severity=Severity.WARN,
        span=(0, len(question)),
        message=f"A page may answer this: “{quote}”",
        suggestion="Read it first. If you still wonder, quote it and ask what lies behind it.",
    )
    return tuple(sorted((*findings, found), key=lambda finding: finding.id))
