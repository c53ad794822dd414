from datetime import timedelta

import pytest

from scrapers.page import Kind
from server.model import BriefSection, ClipStatus, Interview
from server.pipeline.brief.conflicts import conflicts
from server.pipeline.brief.gaps import find_gaps
from server.pipeline.brief.lines import short_goal
from server.pipeline.brief.timeline import timeline
from server.pipeline.brief.write import Material, count_words, write_brief
from server.pipeline.features.compute import ReadClip
from server.pipeline.goals.match import match_goals
from tests.pipeline.made import DANA, NOW, interview, language, page, pool, row, standing

ACTS = [f"In 20{n} I moved {n} looms to the museum in harbour number {n}." for n in range(10, 24)]


def brief(*pages: ReadClip, about: Interview | None = None, unsure: tuple[str, ...] = ()) -> dict[str, BriefSection]:
    told = about or interview("Decide whether to leave the museum for the harbour.")
    made = pool(*pages, about=told, unsure=unsure)
    matches = match_goals(told, made, language())
    standings = {p.clip.id: standing(p, ClipStatus.UNSURE if p.clip.id in unsure else ClipStatus.USED) for p in pages}
    material = Material(
        told, made, matches, standings, timeline(made.found), conflicts(made, matches), (), find_gaps(matches, made), NOW
    )  # fmt: skip
    return {section.id: section for section in write_brief(material)}


def lines(section: BriefSection) -> str:
    return "\n".join(item.text for item in section.items)


def test_the_card_says_who_when_and_through_whom() -> None:
    card = lines(brief(page(*ACTS), about=interview(referrer="Oddny Brekke"))["card"])
    assert card.splitlines()[:3] == [
        "Dana Okafor: Ferry planner",
        "Wednesday 25 November, 09:00, 30 minutes",
        "Through: Oddny Brekke",
    ]


def test_few_pages_or_few_words_are_called_thin() -> None:
    assert "Thin brief" in lines(brief(page("I left the ward in 2016."))["card"])
    essay = [f"I moved {n} looms and {n + 1} chairs for the museum, because harbour {n} flooded." for n in range(60)]
    many = [page(*essay[at : at + 20], id=f"c{at}") for at in (0, 20, 40)]
    assert "Thin brief" not in lines(brief(*many)["card"])


def test_a_section_without_a_line_is_left_out() -> None:
    assert set(brief()) == {"card", "gaps"}


def test_many_passages_make_no_more_than_seven_hundred_words() -> None:
    long = [
        f"I carried crate {n} to museum {n * 7} and wrote down who had asked for it in harbour {n}." for n in range(300)
    ]
    made = brief(*(page(*long[at : at + 50], id=f"c{at}") for at in range(0, 150, 50)))
    assert count_words(list(made.values())) <= 700


def test_even_a_very_long_interview_about_nothing_stays_within_the_words() -> None:
    told_at_length = DANA.model_copy(update={"headline": "planner and " * 900})
    about = interview(
        "Decide " + "very carefully " * 60,
        "Learn " + "slowly " * 60,
        referrer="a friend " * 900,
        interviewee=told_at_length,
    )
    assert count_words(list(brief(page(*ACTS), about=about).values())) <= 700


def test_no_passage_stands_in_two_lines() -> None:
    made = brief(page(*ACTS, "I think museums need fewer labels."), page("I used to plan by the hour.", id="c2"))
    cited = [ident for section in made.values() for item in section.items for ident in item.evidence]
    assert len(cited) == len(set(cited))


def test_a_doubtful_page_is_asked_about_and_cited_nowhere() -> None:
    made = brief(page(*ACTS), page("In 2001 I won the darts final.", id="c9"), unsure=("c9",))
    assert "One page may be about somebody else of the same name" in lines(made["care"])
    assert "darts" not in "".join(lines(section) for section in made.values())


def test_old_pages_are_handled_with_care_and_new_ones_are_not() -> None:
    assert "may have changed" in lines(brief(page(*ACTS, published="2022-03"))["care"])
    new = (NOW - timedelta(days=30)).date().isoformat()
    assert "care" not in brief(page(*ACTS, published=new))


def test_what_was_left_out_is_no_line_that_one_would_hide() -> None:
    made = brief(page(*ACTS, "We live at 14 Chandler Street with our twin daughters."))
    assert "care" not in made
    assert "private" not in " ".join(lines(made[name]) for name in made)


def test_what_is_new_stands_apart() -> None:
    new = (NOW - timedelta(days=30)).date().isoformat()
    made = brief(page(*ACTS, published="2019"), page("I spend a day a week in the seed store.", id="c2", published=new))
    assert "seed store" in lines(made["now"])


def test_of_many_pairs_three_stand_side_by_side() -> None:
    told = (
        "The guild has {} members.",
        "The museum has {} looms.",
        "The school has {} pupils.",
        "The orchard has {} trees.",
    )
    made = brief(*(page(*(one.format(n) for one in told), id=f"c{n}") for n in (40, 55)))
    assert len(made["two_tellings"].items) == 3


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Independent planner, Skerry", True),  # what a card says somebody is
        ("Independent maker, Skerry", False),  # too little for a line, and no post
    ],
)
def test_a_line_that_only_names_a_post_stands_in_a_pair(line: str, shown: bool) -> None:  # noqa: FBT001
    step = page("In March 2024 I took a job at Skerry Ferries.", published="2024-05")
    assert ("two_tellings" in brief(step, page(line, id="c2"))) == shown


def test_a_post_told_at_length_is_no_line_of_a_card() -> None:
    step = page("I left Marram College last spring with my chairs.", "I left Marram College.", published="2024-05")
    place = "Marram College of Art and Design on the Hill above Skerry"
    for told, pairs in (("Marram College", 1), (place, 0)):
        post = page(row("Head of Seating", told, "Apr 2022 - Present"), id="c2", kind=Kind.PROFILE)
        made = brief(step, post)
        assert len(made["two_tellings"].items if "two_tellings" in made else ()) == pairs


def test_work_that_both_have_done_is_common_ground() -> None:
    about = interview(background="I have mended looms in a textile museum for two years.")
    made = brief(page(*ACTS, "The textile museum let me mend looms at night."), about=about)
    assert "mend looms" in "".join(lines(made[name]) for name in ("common_ground", "why") if name in made)


def test_a_goal_as_a_label_ends_in_a_word() -> None:
    assert short_goal("Decide by May, or later.") == "Decide by May, or later"
    assert (
        short_goal("one two three four five six seven eight nine, ten")
        == "one two three four five six seven eight nine …"
    )
    assert short_goal("") == ""
