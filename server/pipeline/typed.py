"""All steps for questions that somebody typed, from clips that were read to what is said of each question. Pure."""

from collections.abc import Sequence

from server.model import Checked, Interview, Language
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.identity.stand import stand
from server.pipeline.privacy.spans import public_work
from server.pipeline.questions.answerable import gather_pages
from server.pipeline.questions.answered import Answers
from server.pipeline.questions.check import check, setting_for
from server.pipeline.questions.lint import Setting


def check_typed(
    questions: Sequence[str], interview: Interview, read: Sequence[ReadClip], language: Language
) -> tuple[Checked, ...]:
    """Each question held against the linter and the pages, in the order given."""
    setting, answers = made_for(interview, read, language)
    return tuple(check(question, setting, answers) for question in questions)


def made_for(interview: Interview, read: Sequence[ReadClip], language: Language) -> tuple[Setting, Answers]:
    """What questions for this interview are held against. Worth keeping: a question costs little then."""
    names = Names.of(interview.interviewee)
    exempt = public_work(interview, names)
    standings = stand(interview, read)
    pages = gather_pages(read, standings, spoken_on(read, standings, names), names, exempt)
    return setting_for(interview, pages, exempt), Answers(pages, language)
