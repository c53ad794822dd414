from server.model import ClipStatus, Interview, Interviewee, Voice
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.stand import stand
from tests.pipeline.made import page

HOST = "https://lowtide.example"
POST = (
    "I planned the night ferry for nine years, and for eight of them I never asked who was standing.",
    "I count the people who stand, and I learned it on the pier from a man who sold tickets and remembered every coat.",
    "The counting takes one evening a month. I write the number on the wall of the shed, and the wall is nearly full.",
)
DANA = Interviewee(name="Dana Okafor", headline="Ferry planner, counts passengers on piers")


def standing_of(pages: list[ReadClip], person: Interviewee = DANA) -> dict[str, tuple[ClipStatus, Voice]]:
    told = Interview(interviewee=person, clips=tuple(one.clip for one in pages))
    return {clip: (one.status, one.voice) for clip, one in stand(told, pages).items()}


def post(clip_id: str, host: str = HOST, **meta: str) -> ReadClip:
    return page(*POST, id=clip_id, url=f"{host}/posts/{clip_id}", **meta)


def test_a_page_that_says_i_am_dana_makes_its_host_hers_also_where_she_is_not_named() -> None:
    who = page(
        "Hello, I'm Dana Okafor. I plan ferries and count passengers on piers.", *POST, id="who", url=f"{HOST}/who"
    )
    assert standing_of([who, post("standing")])["standing"] == (ClipStatus.USED, Voice.OWN)
    assert standing_of([post("standing")])["standing"] == (ClipStatus.NO_MENTION, Voice.ABOUT)


def test_a_page_on_who_writes_that_begins_with_her_name_makes_its_host_hers() -> None:
    who = page(
        "Dana Okafor.",
        "I plan ferries and count passengers on piers.",
        *POST,
        id="who",
        url=f"{HOST}/about",
        title="Who writes this",
    )
    other = page(
        "Dana Okafor won the regatta.",
        "I rowed behind her.",
        *POST,
        id="who",
        url=f"{HOST}/about",
        title="Who writes this",
    )
    assert standing_of([who, post("standing")])["standing"] == (ClipStatus.USED, Voice.OWN)
    assert standing_of([other, post("standing")])["standing"][0] is ClipStatus.NO_MENTION


def test_a_site_called_like_an_alias_and_a_page_called_by_her_first_name_are_hers() -> None:
    writer = Interviewee(name="Dana Okafor", aliases=("Tide & Tar",))
    assert standing_of([post("a", "https://tideandtar.example")], writer)["a"] == (ClipStatus.USED, Voice.OWN)
    who = page(
        "I plan ferries and count passengers on piers.", *POST, id="who", url=f"{HOST}/dana/", title="Dana – the count"
    )
    assert standing_of([who, post("standing")])["standing"] == (ClipStatus.USED, Voice.OWN)
    far = page(
        "I bake bread and sell it at the market.", *POST[2:], id="who", url=f"{HOST}/dana/", title="Dana – the loaf"
    )
    assert standing_of([far, post("standing")])["standing"][0] is ClipStatus.NO_MENTION


def test_the_last_word_of_a_sentence_is_nobodys_first_name() -> None:
    told = page(
        "We closed at Christmas. Okafor came with the lamps.",
        "Dana Okafor plans ferries and counts passengers on piers.",
        *POST,
        id="c1",
    )
    assert standing_of([told])["c1"][0] is ClipStatus.USED


def test_a_page_on_which_somebody_else_says_i_am_makes_no_host_hers() -> None:
    team = page(
        "I'm Dana Okafor, I plan ferries. And I'm Ines Falk, I count.", *POST[:2], id="team", url=f"{HOST}/team"
    )
    assert standing_of([team, post("standing")])["standing"][0] is ClipStatus.NO_MENTION


def test_a_platform_where_everybody_has_a_page_is_nobodys_site() -> None:
    platform = "https://blogspot.example"
    who = page(
        "I'm Dana Okafor. I plan ferries and count passengers on piers.", *POST[:2], id="who", url=f"{platform}/who"
    )
    assert standing_of([who, post("other", platform)])["other"][0] is ClipStatus.NO_MENTION


def test_what_the_headline_says_she_writes_is_her_site_by_its_address_or_its_name() -> None:
    writer = Interviewee(name="Dana Okafor", headline="Ferry planner; writes Low Tide")
    pages = [
        post("a"),
        post("b", "https://notes.example", title="Standing · Low Tide"),
        post("c", "https://tide.example"),
    ]
    found = standing_of(pages, writer)
    assert [found[clip][1] for clip in "abc"] == [Voice.OWN, Voice.OWN, Voice.ABOUT]


def test_a_namesake_with_the_name_in_the_address_does_not_outrank_the_site_she_is_told_to_write() -> None:
    writer = Interviewee(name="Dana Okafor", headline="Ferry planner; writes Low Tide")
    bass = page(
        "I play the double bass. My trio made three records, and I teach low strings on Mondays at the academy.",
        "I left the orchestra after nine years on the fourth desk, to play my own music with my own people in small churches.",
        "I tell students to play one note badly first, and to listen, and then to play it again until the room answers.",
        id="bass",
        url="https://danaokafor.example/biography",
        title="Dana Okafor, double bass",
        language_name="",
    )
    hers = page(*POST, id="a", url=f"{HOST}/posts/a", title="Standing, by Dana Okafor", language_name="")
    assert standing_of([bass, hers], writer)["bass"][0] is not ClipStatus.USED
    assert standing_of([bass, hers], writer)["a"][0] is ClipStatus.USED


def test_two_pieces_signed_in_the_same_magazine_are_of_one_person() -> None:
    review = "https://pierreview.example"
    known = page(
        *POST[1:], "Dana Okafor counts passengers on piers.", id="new", url=f"{review}/38", author="Dana Okafor"
    )
    other = page(
        "Bread is a matter of patience, and I bake it at four, when the street is still and the oven has kept its heat.",
        "I weigh the flour twice. I never weigh the water, since the dough tells me, and nobody taught me that in a school.",
        "The loaf that failed taught me more than the loaf that people praised, and I still have a slice of it in a jar.",
        id="old",
        url=f"{review}/6",
        author="Dana Okafor",
    )
    about = page(
        "Dana Okafor plans ferries. She counts passengers on piers, and she teaches planners to stand where the others stand.",
        "Her log of the winter timetable hangs in the ferry office, next to a photograph of the boat that never sailed again.",
        id="who",
        url="https://danaokafor.example/who",
    )
    assert standing_of([about, known, other])["old"][0] is ClipStatus.USED
