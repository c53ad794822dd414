"""A step that nobody explains is told; where any words of leaving stand, nothing is claimed."""

from types import SimpleNamespace
from typing import Any

from server.model import Turn
from server.pipeline.brief.unsaid import unexplained


def pool(*texts: str) -> Any:
    return SimpleNamespace(found=[SimpleNamespace(evidence=SimpleNamespace(exact=text)) for text in texts])


def turn(start: str, end: str, org: str, what: str = "Engineer") -> Turn:
    return Turn(start=start, end=end, what=what, org=org, evidence=(f"e{start}",))


STEPS = (turn("2009", "2018-12", "Arup"), turn("2019-03", "now", "Tidewell"))


def test_the_newest_step_of_which_no_page_says_why_is_told() -> None:
    step = unexplained(STEPS, pool("We build weirs."))
    assert step
    assert (step.left, step.joined, step.year) == ("Arup", "Tidewell", "2019")


def test_where_words_of_leaving_stand_nothing_is_claimed() -> None:
    assert unexplained(STEPS, pool("I left because the desk was dull.")) is None


def test_a_job_kept_beside_it_a_study_and_a_new_post_at_one_place_are_no_steps() -> None:
    beside = (turn("2009", "now", "Arup"), turn("2019", "now", "Tidewell"))
    study = (turn("2005", "2009", "Stannick", "University of Stannick, MEng"), turn("2009", "now", "Arup"))
    post = (turn("2009", "2012", "Arup"), turn("2012", "now", "arup"))
    assert [unexplained(steps, pool()) for steps in (beside, study, post)] == [None, None, None]
