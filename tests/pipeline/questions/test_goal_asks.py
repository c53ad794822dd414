import pytest

from server.model import Goal
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.goal_asks import asked_besides, asked_in_goal, asked_of_theirs
from tests.pipeline.made import DANA, language

NAMES = Names.of(DANA)


@pytest.mark.parametrize(
    "goal, question",
    [
        ("Learn how she tested the map with people, so I can do it too.", "How did you test the map with people?"),
        ("how does one pick a crew, I only have gut", "How do you pick a crew?"),
        ("How to get the night crew to change their times for me", "How would you get the night crew to change their times for me?"),
        ("what do I tell the board + insurance, they want it safe", "What would you tell the board and insurance?"),
        ("when do you know you're ready to leave the boat", "When do you know you're ready to leave the boat?"),
        ("money + short contract, how do you live with one year at a time", "How do you live with one year at a time?"),
        ("what its like to be one of many and not THE pilot anymore", "What is it like to be one of many and not the pilot anymore?"),
        ("what the first months are like really, if i can stand it", "What are the first months like?"),
        ("how do i tell a friend on the crew that his work is not good enough", "How would you tell a friend on the crew that his work is not good enough?"),
        ("find out how she got over the letting go, honestly", "How did you get over the letting go?"),
        ("Find out what evidence would convince a harbour board", "What evidence would convince a harbour board?"),
        ("how you still make your own stuff next to a big job", "How do you still make your own stuff next to a big job?"),
        ("how she still paints next to a big job", "How do you still paint next to a big job?"),
        ("where you found the first crew", "Where did you find the first crew?"),
        ("how many winters you kept the old boat", "How many winters did you keep the old boat?"),
        ("Find out what the first two years of a lab really cost her", "What did the first two years of a lab really cost you?"),
        ("Find out what the first winter of the ferry took.", "What did the first winter of the ferry take?"),
        ("Learn what a small ferry costs.", "What does a small ferry cost?"),
        ("I'd like to learn how he stopped giving people the answer", "How did you stop giving people the answer?"),
        ("Understand what it cost him to leave the boat and what he would keep.", "What did it cost you to leave the boat?"),
        ("Understand what it was like to be the only pilot", "What was it like to be the only pilot?"),
        ("How does a week really divide between boats for others and his own boat?", "How does a week really divide between boats for others and your own boat?"),
        ("how he splits harbour and IT weeks and if it pays the rent", "How do you split harbour and IT weeks?"),
        ("Learn how he made his yard run without him before it was sold, week by week.", "How did you make your yard run without you before it was sold?"),
        ("Learn how she got from one boat to a whole fleet. What came first.", "How did you get from one boat to a whole fleet?"),
        ("Understand what her job consists of on an ordinary day.", "What does your job consist of on an ordinary day?"),
        ("why he never opened the yard, he had the papers and everything", "What kept you from opening the yard?"),
        ("Understand why she left the ferries for a desk", "What made you leave the ferries for a desk?"),
        ("Learn what happened to him inside after the sharp letters, who called.", "What happened to you inside after the sharp letters?"),
        ("Learn how his yard keeps old boats afloat after the money is gone, and what it costs.", "How does your yard keep old boats afloat after the money is gone?"),
        ("Find out what I really want from the yard: the boats, the people, or the sea.", "What did you want from the yard at the time?"),
        ("Figure out what I actually want to build, because the form is due.", "How did you find out what you wanted to build?"),
        ("How is really the week in a boat yard. The boring part also.", "What is the week in a boat yard really like?"),
        ("What earns in his yard and what not. If he wants to say.", "What earns in your yard?"),
        ("Understand how much of a pilot's week is really steering and how much is meetings.", "How much of your week is really steering?"),
        ("What did his pilots who liked this kind of thing end up doing for work? Real ones.", "What did your pilots who liked this kind of thing end up doing for work?"),
        ("I want to understand how she plans a winter", "How do you plan a winter?"),
        ("Hear what the end of the old yard was like for the two of them, not what the website says.", "What was the end of the old yard like for the two of you?"),
        ("Learn how he checked charts that went out under his name when he did not have the time to look at every line.", "How did you check charts that went out under your name?"),
        ("How did she know she was done with the ferries? I have one more move in me.", "How did you know you were done with the ferries?"),
    ],
)  # fmt: skip
def test_a_goal_that_asks_is_put_to_them(goal: str, question: str) -> None:
    assert asked_in_goal(Goal(id="g1", text=goal), NAMES).question == question


@pytest.mark.parametrize(
    "goal",
    [
        "Decide by June whether to leave.",
        "how do I find out who really wears them",  # who wears what?
        "if i hate it can i go back",
        "what you do with it",
        "what you like about them",
        "where you to go",
        "Learn what the mill costs me.",  # that is for the seeker to know
        "get a second person",
        "Get advice on my six maps: what to drop and what to draw again.",
        "why",
    ],
)
def test_a_goal_that_asks_nothing_of_them_is_no_question(goal: str) -> None:
    assert asked_in_goal(Goal(id="g1", text=goal), NAMES).question == ""


@pytest.mark.parametrize(
    ("goal", "asked"),
    [
        (
            "how he made the first boat when he did not know how, what he threw away after the first winter",
            "What did you throw away after the first winter?",
        ),
        ("how he keeps two boats for years, what falls off first", "What falls off first?"),
        (
            "Understand what it cost him to leave the boat and what he would keep a hand in.",
            "What would you keep a hand in?",
        ),
        (
            "is this work for me?? what does she actually do all day if it is all fog",
            "What do you actually do all day?",
        ),
        (
            "pilot who used to be a painter - how she lives with painting nothing",
            "How do you live with painting nothing?",
        ),
        ("Learn how she plans a winter.", ""),
        ("Learn how she plans a winter, who helps.", ""),
    ],
)
def test_what_a_goal_asks_besides_is_put_to_them_too(goal: str, asked: str) -> None:
    assert "".join(asked_besides(Goal(id="g1", text=goal), NAMES)) == asked


@pytest.mark.parametrize(
    "goal, question",
    [
        (
            "How the night shift really went since she left the ferries.",
            "How did the night shift really go since you left the ferries?",
        ),
        (
            "Learn what of her ferry years she could still use later, because mine are lost.",
            "What of your ferry years could you still use later?",
        ),
        ("Find out where her hours went in the first winter.", "Where did your hours go in the first winter?"),
        (
            "What she and her brother had on paper about one of them leaving, and what they should have had.",
            "What did you and your brother have on paper about one of them leaving?",
        ),
        ("what she did not see coming", "What didn't you see coming?"),
        (
            "Learn how it went, in practice, when others took over things at the ferry she had always done herself.",
            "How did it go when others took over things at the ferry you had always done yourself?",
        ),
        ("How she got the board to let her run it", ""),  # what it is, nobody knows
        ("what she and he agreed on before she left", ""),
        ("What my first month should look like.", ""),
    ],
)
def test_what_a_goal_asks_of_something_theirs_is_turned_by_its_verb(goal: str, question: str) -> None:
    assert asked_of_theirs(Goal(id="g1", text=goal), NAMES, language()).question == question


@pytest.mark.parametrize(
    "goal, question",
    [
        ("Figure out what I want to do with my life", "How did you find out what you wanted to do with your life?"),
        ("Find out what I really want from the boats.", "What did you want from the boats at the time?"),
    ],
)
def test_what_the_seeker_wants_is_asked_of_what_they_once_wanted(goal: str, question: str) -> None:
    assert asked_in_goal(Goal(id="g1", text=goal), NAMES).question == question
