import pytest

from server.model import Goal
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.wishes import wishes
from tests.pipeline.made import DANA

NAMES = Names.of(DANA)


def said(goal: str) -> tuple[str, ...]:
    return wishes(Goal(id="g1", text=goal), NAMES)


@pytest.mark.parametrize(
    "goal, wish",
    [
        (
            "Decide by June whether to leave my job, or to stay a year.",
            "I have to decide by June whether to leave my job, or to stay a year",
        ),
        ("Understand how a winter is planned.", "I'm trying to understand how a winter is planned"),
        ("ferry or pilot exam", "I have to choose: ferry or pilot exam"),
        (
            "charts or boats for the winter, which one for somebody like me",
            "I'm deciding between charts and boats for the winter",
        ),
        (
            "Eelport with a debt or a job first. Must answer Eelport by 1 March.",
            "I have to choose: Eelport with a debt or a job first",
        ),
        (
            "Decide before the tide tables are due on 5 December whether to keep paper or to let screens in.",
            "I'm deciding whether to keep paper or to let screens in",
        ),
        (
            "Decide before 12 December whether to take the post and stay half owner, or leave clean and sell him my half.",
            "I'm deciding whether to take the post and stay half owner, or leave clean",
        ),
        (
            "Work out if it is this job I want or just any job that is not on land.",
            "I'm trying to work out if a job like yours is what I want or just any job that is not on land",
        ),
        (
            "find out if what i like is rowing or just that nobody is loud in it",
            "I'd like to know if what I like is rowing or just that nobody is loud in it",
        ),
        (
            "Learn how ferries are paid for in the small towns of the north, and what they cost a year, and whom.",
            "I'd like to learn how ferries are paid for in the small towns of the north",
        ),
        (
            "get the ferry people to change their times for me",
            "I want to get the ferry people to change their times for me",
        ),
        ("how does one pick a crew", "I'm trying to work out how to pick a crew"),
        ("what to tell the harbour board", "I'm trying to work out what to tell the harbour board"),
        (
            "Decide before the guild meets on 10 March how to spend the 9,000 dollars: pilots, a boat, or someone to mend the quay.",
            "I'm deciding whether to spend the 9,000 dollars on pilots, a boat, or someone to mend the quay",
        ),
        (
            "pick my boat by 27 feb, sail or oar",
            "I have to decide by 27 February between sail and oar for my boat",
        ),
        (
            "Work out which of the two I would miss, the quay or the sea.",
            "I'm trying to work out whether I would miss the quay or the sea",
        ),
        (
            "is it better to sell to one of the crew or look for somebody outside, must say in January",
            "I'm deciding whether to sell to one of the crew or look for somebody outside",
        ),
        ("take the berth or not, I must sign until 18 December", "I'm deciding whether to take the berth"),
        ("Pick between the pilot exam and the harbour job.", "I'm deciding between the pilot exam and the harbour job"),
        (
            "Get advice on my plan: the half post on grant money, or look for a boat in a company.",
            "I'm deciding between the half post on grant money and looking for a boat in a company",
        ),
        (
            "decide on the lease of the boat shed, have to say yes or no before 1 feb",
            "I'm deciding on the lease of the boat shed",
        ),
        (
            "Get advice on my two roads, boat abroad first or trainee job first, seeing that I cannot pay.",
            "I have to choose: boat abroad first or trainee job first",
        ),
        ("PhD yes or no, now or later.", "I'm deciding on the PhD, yes or no"),
        (
            "phd or go teach at the harbour school after the exam. she did the harbour first",
            "I'm deciding between PhD and teaching at the harbour school after the exam",
        ),
        (
            "quit after Tet or keep the job and build in night. must tell my boss in february",
            "I'm deciding whether to quit after Tet or keep the job and build in night",
        ),
        (
            "Advice on the plan, above all whether to charge the readers or the harbours I write for.",
            "I'm deciding whether to charge the readers or the harbours I write for",
        ),
        ("pay for the course or not. deadline 15 dec", "I'm deciding whether to pay for the course"),
        (
            "pick: pilot+chart exam or packing. form is due dec 4 cant change after",
            "I have to choose: pilot and chart exam or packing",
        ),
        ("60 seat ferry or stop. need to tell the yard by 18 Dec", "I'm deciding between 60 seat ferry and stopping"),
        (
            "Weigh up the two jobs: first mate on the ferry, or one of nine at the school.",
            "I'm deciding between being first mate on the ferry and one of nine at the school",
        ),
        (
            "Say yes or no to the boat firm that lends us a ferry for two years. The harbour board meets 19 January.",
            "I'm deciding on the boat firm, yes or no",
        ),
        (
            "Do we take the island job. Answer due Jan 15 and my wife is against",
            "I'm deciding whether to take the island job",
        ),
        (
            "Night ferry or stay on own quay, to decide until March",
            "I'm deciding between night ferry and staying on own quay",
        ),
        ("Boat or quay. want to pick by spring.", "I'm deciding between boat and quay"),
        (
            "Decide: sell the boat or give it away free like he did first.",
            "I'm deciding whether to sell the boat or give it away free like you did first",
        ),
        (
            "do open boats work with nine pilots or is it asking for trouble",
            "I'm wondering whether open boats work with nine pilots",
        ),
        (
            "Get advice on opening the charts before the first winter or after.",
            "I have to decide about opening the charts before the first winter or after",
        ),
        ("should we let the county take the quay, they asked", "I'm deciding whether to let the county take the quay"),
        (
            "Advice: boat first or the nine repairs first?",
            "I have to choose: boat first or the nine repairs first",
        ),
        (
            "is my plan for the 1800 any good or am i wasting it",
            "I'm wondering whether my plan for the 1800 is any good",
        ),
        ("Make my mind up about the pilot job.", "I'm deciding about the pilot job"),
        (
            "Take the berth or stay ashore. Answer due 26 February.",
            "I'm deciding whether to take the berth or stay ashore",
        ),
        ("stay or take the harbour job", "I'm deciding whether to stay or take the harbour job"),
        ("my apprentice begins in feb", "My apprentice begins in February"),
        ("find out if im just tired", "I'd like to know if I'm just tired"),
        ("settle whether to leave the ferries", "I'm deciding whether to leave the ferries"),
        ("Settle whether I sell the boat, the letter has to go by Jan 31.", "I'm deciding whether I sell the boat"),
        (
            "Sort what goes on the quay for the opening on 8 March.",
            "I'm deciding what goes on the quay for the opening on 8 March",
        ),
        (
            "Which of our 4 boats to finish ourselves and which to let go.",
            "I'm deciding which of our 4 boats to finish ourselves",
        ),
        ("Whether to put logs / charts out in public", "I'm deciding whether to put logs or charts out in public"),
        (
            "decide stay / leave before the harbour panel in march",
            "I'm deciding whether to stay or leave before the harbour panel in March",
        ),
        (
            "Ask to move to the night boat now or wait till I'm back",
            "I'm deciding whether to ask to move to the night boat now or wait till I'm back",
        ),
        ("Say yes or no to the mate's job (they want to know in Feb)", "I'm deciding on the mate's job, yes or no"),
        ("should i drop oars halfway or finish in it", "I'm deciding whether to drop oars halfway or finish in it"),
        (
            "Decide what I tell the board on 4 February: keep the boat, or sell it.",
            "I'm deciding what I tell the board on 4 February: keep the boat, or sell it",
        ),
        ("Decide if I carry on running it after June", "I'm deciding whether I carry on running it after June"),
        (
            "get the other two rowing by themselves without me sat next to them",
            "I want to get the other two rowing by themselves without me sat next to them",
        ),
        ("yes or no to the mate's job. or what to ask for first", "I'm deciding on the mate's job, yes or no"),
        (
            "Pilot job or harbour exam. Has to be settled before the 26th.",
            "I have to choose: pilot job or harbour exam",
        ),
        ("year out yes or no", "I'm deciding on the year out, yes or no"),
        ("winter out yes or no", "I'm deciding on the winter out, yes or no"),
        (
            "working with others on a game without it becoming theirs",
            "I want to get better at working with others on a game without it becoming theirs",
        ),
        ("rowing without a chart", "I want to get better at rowing without a chart"),
        ("keep the boat and sell it later", "I want to keep the boat and sell it later"),
        ("learn which jobs they give to beginners", "I'd like to learn which jobs they give to beginners"),
        (
            "is one winter of savings enough for a mill",
            "I'm wondering whether one winter of savings is enough for a mill",
        ),
        (
            "is a small boat too slow for the night shift",
            "I'm wondering whether a small boat is too slow for the night shift",
        ),
        ("is it the ferry or the crew", "I'd like to know if it's the ferry or the crew"),
        ("can one live from two looms", "I'm wondering whether one can live from two looms"),
        ("Find a way to sell charts by the quay.", "I'm trying to find a way to sell charts by the quay"),
        ("Be ready to row alone by May.", "I want to be ready to row alone by May"),
        ("Set a date, or a number, for leaving the quay.", "I want to set a date or a number for leaving the quay"),
        ("Learn charts / tides / knots.", "I'd like to learn charts"),
        ("stay/leave the ferries", "I'm deciding whether to stay or leave the ferries"),
        ("Work out if I should leave the quay or wait.", "I'm deciding whether I should leave the quay or wait"),
        ("find out if I should row or if I'm tired", "I'd like to know if I should row or if I'm tired"),
    ],
)
def test_a_goal_is_said_as_people_would_say_it(goal: str, wish: str) -> None:
    assert said(goal) == (wish,)


@pytest.mark.parametrize(
    "goal",
    [
        "Understand how she plans a winter.",  # that is for them to tell
        "Find two people who run a harbour.",
        "Advice on my plan.",
        "Decide.",
        "Understand how he and she plan a winter.",
        "Learn how " + "really " * 30 + "to row.",
        "sell it",
        "sell it to the crew of the boat",  # the noun stands too late
        "get better at this",
        "being with others on a boat",
        "one or two knots to learn this year",
        "how she still makes her own charts next to a big job",
        "get them to wear it",  # heard, nobody knows who wears what
        "I don't know",
        "get advice on my plan of reports, rounds and a title in December, and on which part of it is naive, and why",
    ],
)
def test_what_would_have_to_be_guessed_is_no_wish(goal: str) -> None:
    assert said(goal) == ()


def test_what_is_told_beside_a_goal_is_said_after_it_and_can_be_left_out() -> None:
    assert said("test the boat with real passengers, I've no money and I'm alone") == (
        "I want to test the boat with real passengers. I've no money and I'm alone",
        "I want to test the boat with real passengers",
    )
    assert said("find out if i could get a job like his, i work in a garden centre") == (
        "I'd like to know if I could do a job like yours. I work in a garden centre",
        "I'd like to know if I could do a job like yours",
    )


@pytest.mark.parametrize(
    "goal, wish",
    [
        (
            "get my three apprentices through the long winter on the one small boat without losing any of them to the big office",
            "I want to get my three apprentices through the long winter on the one small boat",
        ),
        (
            "sell the little boat to the crew of the harbour office before I have to move my whole family to the north",
            "I want to sell the little boat to the crew of the harbour office",
        ),
        (
            "get the ferry people of the north to change their times for the long winter and not lose all of the harbour board",
            "I want to get the ferry people of the north to change their times for the long winter",
        ),
        ("sell the boat before I have to move", "I want to sell the boat before I have to move"),
        ("sell the boat without losing the crew", "I want to sell the boat without losing the crew"),
    ],
)
def test_a_goal_is_cut_before_what_it_must_not_cost_only_where_it_is_too_long(goal: str, wish: str) -> None:
    assert said(goal) == (wish,)


def test_a_long_choice_is_said_whole_and_its_deadline_left_out_then_its_first_half() -> None:
    assert said(
        "Decide by 12 March whether to sell both ferries to the crew, or stay until the town pays for a new one"
    ) == (
        "I'm deciding whether to sell both ferries to the crew, or stay until the town pays for a new one",
        "I'm deciding whether to sell both ferries to the crew",
    )


def test_a_short_choice_keeps_its_deadline() -> None:
    assert said("Decide by 12 March whether to sell both ferries") == (
        "I have to decide by 12 March whether to sell both ferries",
    )


def test_what_comes_before_the_board_is_no_deadline() -> None:
    assert said("Decide before the March board meeting whether to sell the two ferries or to ask the town first")[
        0
    ].startswith("I have to decide before the March board meeting")


def test_two_ways_and_which_one_is_a_choice() -> None:
    assert said("the quay or a boat of my own, which one do I take first") == (
        "I'm deciding between the quay and a boat of my own",
    )


def test_what_stands_between_dashes_is_left_out() -> None:
    assert said("Learn to say no - to sailors, to bright ideas - by spring") == (
        "I'd like to learn to say no by spring",
    )
