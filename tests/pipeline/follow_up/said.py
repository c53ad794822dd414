"""What people type into the two boxes on the evening after a talk, and what they promised. Nobody here exists."""

from datetime import UTC, date, datetime

from server.model.after import After, Line, Promise, Whose
from server.pipeline.follow_up.thanks import Talk

TALK = datetime(2026, 12, 3, 10, tzinfo=UTC)
EVENING = datetime(2026, 12, 3, 20, tzinfo=UTC)

TYPED = (  # what stuck, what they will do, what they promised
    ("“Never a desk.”", "Call two surveyors by Friday", ("send her the flood report",)),
    ("She said that nobody reads the CV before the portfolio", "I'll put three drawings on one page first.", ()),
    ("the first year is for listening", "Ask Ravi what he measures, read the 2019 report", ("introduce him to Ada",)),
    ("You don't need permission to start small.", "start with one pond on my parents' farm", ()),
    ("how much of the job is writing", "", ()),
    ("that she left because nobody said no to her", "Writing to the trust next week", ()),
    ("", "Say yes in February", ()),
    (
        "Start with the landowner, never with the map. The map comes later.",
        "- redraw the map\n- show it to one of them",
        (),
    ),
    ("She hired for curiosity", "Could you ask her if I can visit? Apply to the course.", ("send Dana the new map",)),
    (
        '"If the pay cut is what hurts, you will know in the first winter"',
        "A sheet with the two budgets",
        ("tell her how",),
    ),
    ("Dana told me: 'ask what they stopped doing'", "to ask it in every talk from now on", ()),
    ("Who would miss you?", "I'm going to ask my team that", ()),
    ("Money was never the reason! It was the mornings.", "called my bank already", ()),
    ("about the winter of 2009 and what it cost her", "Perhaps a month unpaid", ("I'll write when I've decided",)),
    (
        "They promote whoever writes the minutes",
        "Bring the minutes to every meeting",
        ("that I would send the list to him",),
    ),
    ("nothing", "read", ()),
    ("An apprentice, not a graduate", "By Monday I write to the school", ("lend Dana my field notes by Monday",)),
    ("Ça ne se fait pas en un an", "Reread chapter three; find the numbers", ()),
    ("🌧 rain is the client", "to stop modelling for a week", ()),
    ("A very long one. " * 40, "and then I will do this. " * 30, ("send you everything. " * 20,)),
)


def after(stuck: str, will_do: str, promises: tuple[str, ...] = ()) -> After:
    made = (
        Promise(id=f"p{at}", whose=Whose.MINE, text=text, due=date(2026, 12, 8)) for at, text in enumerate(promises)
    )
    return After(stuck=Line(text=stuck), will_do=Line(text=will_do), promises=tuple(made))


def talk(turn: int = 0, now: datetime = EVENING) -> Talk:
    return Talk("Dana", TALK, now, turn)
