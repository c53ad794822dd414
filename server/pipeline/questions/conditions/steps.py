"""A step they took that the seeker has ahead of them too."""

from server.pipeline.questions.material.candidate import Candidate

OF_PEOPLE = frozenset(
    {"founding", "fewer_hours", "handing_over", "hiring", "selling", "taking_over"}
)  # others have to agree
OF_LEARNING = frozenset({"course", "degree", "publishing"})


def same_step(one: Candidate) -> bool:
    """It is made for one goal, which speaks of a step that the passage tells they took."""
    return bool(one.step)


def step_weighed(one: Candidate) -> bool:
    """The seeker has not decided on it."""
    return one.step_weighed


def step_planned(one: Candidate) -> bool:
    """The seeker has, or only wants to know how it goes."""
    return not one.step_weighed


def step_leaving(one: Candidate) -> bool:
    """They left a post or a field."""
    return one.step == "leaving"


def step_going_alone(one: Candidate) -> bool:
    """They began to work for themselves."""
    return one.step == "going_alone"


def step_with_people(one: Candidate) -> bool:
    """A step to which others have to agree: a firm, fewer hours, somebody hired, something handed over."""
    return one.step in OF_PEOPLE


def step_moving(one: Candidate) -> bool:
    """They moved to another place."""
    return one.step == "moving"


def step_leading(one: Candidate) -> bool:
    """They began to lead others."""
    return one.step == "leading"


def step_going_back(one: Candidate) -> bool:
    """They went back to what they had left."""
    return one.step == "going_back"


def step_first_customers(one: Candidate) -> bool:
    """They won their first customer."""
    return one.step == "first_customers"


def step_learning(one: Candidate) -> bool:
    """A course, a degree, something published: a long piece of work beside all else."""
    return one.step in OF_LEARNING


def step_teaching(one: Candidate) -> bool:
    """They taught others for the first time."""
    return one.step == "teaching"


def step_applying(one: Candidate) -> bool:
    """They applied for a grant, a visa, a place."""
    return one.step == "applying"


def step_new_work(one: Candidate) -> bool:
    """They came into another field."""
    return one.step == "new_work"


def step_new_post(one: Candidate) -> bool:
    """They took a post."""
    return one.step == "new_post"


def step_pausing(one: Candidate) -> bool:
    """They stopped for a while."""
    return one.step == "pausing"


PREDICATES = (
    same_step,
    step_weighed,
    step_planned,
    step_leaving,
    step_going_alone,
    step_with_people,
    step_moving,
    step_leading,
    step_going_back,
    step_first_customers,
    step_learning,
    step_pausing,
    step_new_post,
    step_teaching,
    step_applying,
    step_new_work,
)
