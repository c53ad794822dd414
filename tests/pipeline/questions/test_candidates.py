import pytest

from scrapers.page import Kind
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.candidates import WIDE, Workshop, make_candidates, work_of
from server.pipeline.questions.material.nearby import extracts_of
from tests.pipeline.made import DANA, NOW, PRESS_URL, candidates, interview, language, page, pool, row, turn


def test_no_evidence_is_no_candidate() -> None:
    assert candidates() == ()


def test_a_doubtful_page_and_a_question_of_theirs_make_no_candidate() -> None:
    assert candidates(page("I left the ward in 2016."), unsure=("c1",)) == ()
    assert candidates(page("What would I have done in 2016?")) == ()


def test_somebody_elses_words_are_neither_quoted_nor_turned() -> None:
    [one] = candidates(page("Dana Okafor says that a drawing is a promise to a carpenter.", url=PRESS_URL))
    assert (one.quote, one.turn, work_of(one.found, Names.of(DANA))) == ("", "", "")


def test_a_row_is_neither_quoted_nor_turned() -> None:
    [one] = candidates(page(row("Planner of night boats", "Skerry Ferries", "2009 - 2016"), kind=Kind.PROFILE))
    assert (one.quote, one.turn) == ("", "")


def test_a_sentence_of_private_grief_is_never_addressed_to_them() -> None:
    texts = "I left the ward after the funeral of a friend.", "I buried my first shop in 2016 and cried for a year."
    assert [one.turn for one in candidates(page(*texts)) if "funeral" in one.turn or "cried" in one.turn] == []


def test_a_turn_is_short_enough_to_say() -> None:
    long = "I left the ward in the spring of 2016, because the night pharmacy had nobody who could read the labels of the old cabinet."
    [one] = candidates(page(long))
    assert one.turn in {"", "You left the ward in the spring of 2016"}


def test_the_title_of_a_page_of_theirs_is_a_work_if_it_names_a_piece() -> None:
    def work(title: str, kind: Kind = Kind.ARTICLE) -> str:
        text = turn("I left the ward in 2016.") if kind is Kind.TRANSCRIPT else "I left the ward in 2016."
        [one] = candidates(page(text, title=title, kind=kind))
        return work_of(one.found, Names.of(DANA))

    assert work("Promises on paper") == "Promises on paper"
    no_piece = ("About me", "Home", "Blog", "Notes", "Dana Okafor", "Ropes | Harbour notes", "Who pays?", "x " * 40, "")
    assert {work(title) for title in no_piece} == {""}
    assert work("Promises on paper", Kind.TRANSCRIPT) == ""


def test_the_seekers_case_stands_ready_in_words_to_say() -> None:
    about = interview(plan="Two winters ashore.", assumptions=("The pay is worse.",), show=("A chart.",))
    [one] = candidates(page("Never sign a lease on the day of the flood."), about=about)
    assert (one.plan, one.assumption, one.show) == ("two winters ashore", "the pay is worse", "chart")


def test_a_name_in_what_the_seeker_assumes_keeps_its_capital() -> None:
    about = interview(plan="Move it all to Skerri in May.", assumptions=("Skerri comes out cheaper.",))
    [one] = candidates(page("Never sign a lease on the day of the flood."), about=about)
    assert one.assumption == "Skerri comes out cheaper"


def test_what_begins_a_line_of_its_own_is_no_name() -> None:
    about = interview(plan="two winters ashore", assumptions=("Boats pay worse", "Cooks pay worse"))
    assert {one.assumption for one in candidates(page("Never sign a lease on the day of the flood."), about=about)} == {
        "boats pay worse"
    }


def test_a_page_with_a_strange_date_has_no_twin_and_no_error() -> None:
    pages = (
        page("Drawings are promises to carpenters.", published="2016"),
        page("I mend looms.", id="c2", published="20"),
    )
    assert {one.twin for one in candidates(*pages)} == {None}


@pytest.mark.parametrize(
    "goal, last", [("Decide whether to leave my job.", True), ("Learn how a bell is rung.", False)]
)
def test_a_passage_far_down_makes_a_candidate_only_where_it_tells_a_step_that_the_seeker_has_ahead(
    goal: str, *, last: bool
) -> None:
    told = "I left Skerry Ferries in 2018."
    bells = (f"Bell {at} rings twice in fog." for at in range(WIDE + 5))
    read, about = page("I worked at Skerry Ferries.", *bells, told), interview(goal)
    gathered = pool(read, about=about)
    far_down = sorted(range(len(gathered.found)), key=lambda at: gathered.found[at].evidence.exact == told)
    made = make_candidates(Workshop(about, gathered, language(), NOW, far_down, extracts_of([read])))
    assert (told in {one.found.evidence.exact for one in made}) is last


@pytest.mark.parametrize(
    "assumptions, asked",
    [
        (("I am too slow.", "Harbours pay badly."), "harbours pay badly"),  # what is so for anybody first
        (("We can afford two winters.", "I am too slow."), "I am too slow"),
        (("He likes fog.", "Harbours pay badly."), "harbours pay badly"),
        (("She would say no.", "We could live on one wage."), ""),
        (("The dean would rather know before.", "I am too slow."), "I am too slow"),  # that only my boss knows
        (("My landlord will not mind a stove.",), ""),
        (("My post on the ferry is still there in 2029.",), ""),
        (("The visa takes no longer than they say.",), ""),
        (("The bank says yes to four days.",), ""),
        (("I miss the fog more than I think.",), ""),
        ((), ""),
    ],
)
def test_an_assumption_is_put_to_them_if_others_can_know_it_and_not_what_we_live_on(
    assumptions: tuple[str, ...], asked: str
) -> None:
    [one] = candidates(page("Never sign a lease on the day of the flood."), about=interview(assumptions=assumptions))
    assert one.assumption == asked


def test_a_plan_to_say_yes_says_to_what() -> None:
    about = interview("Decide whether to take the harbour pilot job.", plan="Say yes with a trial of six months.")
    [one] = candidates(page("Never sign a lease on the day of the flood."), about=about)
    assert one.plan == "take the harbour pilot job with a trial of six months"
