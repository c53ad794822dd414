from server.model import Interview
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.compute import ReadClip
from server.pipeline.goals.match import match_goals
from server.pipeline.goals.ten import PER_PAGE, TEN, TWICE
from tests.pipeline.made import interview, language, page, pool

BOATS = (
    "ferry",
    "tug",
    "barge",
    "cutter",
    "pilot boat",
    "dredger",
    "lifeboat",
    "trawler",
    "yawl",
    "punt",
    "lighter",
    "smack",
)


def many(clip_id: str, verb: str) -> ReadClip:
    return page(*(f"I {verb} the {boat} in the harbour when the {boat} was late." for boat in BOATS), id=clip_id)


def best(about: Interview, made: Pool) -> list[list[str]]:
    matches = match_goals(about, made, language())
    return [[made.found[at].evidence.exact for at in match.best] for match in matches]


def test_a_goal_has_ten_passages_of_several_pages_and_none_twice() -> None:
    made = pool(many("c1", "sold"), many("c2", "lost"), many("c3", "mended"))
    [match] = match_goals(interview("Decide whether to buy a boat."), made, language())
    assert len(match.best) == len(set(match.best)) == TEN
    pages = [made.found[at].clip.id for at in match.best]
    assert max(pages.count(clip) for clip in pages) <= PER_PAGE


def test_a_passage_stands_under_two_goals_at_most() -> None:
    made = pool(many("c1", "sold"))
    goals = [f"Decide by {month} whether to buy a boat." for month in ("May", "June", "July", "August")]
    dealt = [at for match in match_goals(interview(*goals), made, language()) for at in match.best]
    assert max(dealt.count(at) for at in dealt) <= TWICE


def test_what_the_seeker_marked_leads() -> None:
    marked = "I lost the barge in the harbour when the barge was late."
    pages = (many("c1", "sold"), page(marked, "I mended it.", id="c2", selection=marked, note="I lost one, too"))
    about = interview("Decide whether to buy a ferry.", pages=pages)
    [first, *_] = best(about, pool(*pages, about=about))[0]
    assert first == marked


def test_a_page_on_which_something_was_marked_draws_attention_to_its_other_passages() -> None:
    def of_the_second_page(*pages: ReadClip) -> int:
        about = interview("Decide whether to buy a boat.", pages=pages)
        return sum("mended" in exact for exact in best(about, pool(*pages, about=about))[0])

    plain = many("c2", "mended")
    marked = page(
        *(passage.text for passage in plain.extract.passages if plain.extract),
        id="c2",
        selection=plain.extract.passages[0].text,
    )
    assert of_the_second_page(many("c1", "sold"), marked) >= of_the_second_page(many("c1", "sold"), plain)


def test_questions_scraps_and_pages_in_doubt_are_nothing_to_build_on() -> None:
    pages = (
        page("Would I sell the ferry again?", "Slide 4", "I sold the ferry in 2016."),
        page("I sold the tug.", id="c2"),
    )
    found = best(interview("Decide whether to sell."), pool(*pages, unsure=("c2",)))
    assert found == [["I sold the ferry in 2016."]]


def test_without_evidence_there_is_nothing_and_no_error() -> None:
    assert best(interview("Decide whether to sell."), pool()) == [[]]
