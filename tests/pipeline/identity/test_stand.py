import importlib.util

import pytest

from scrapers.page import Block, Extract, Kind, Metadata, Place
from server.language import Semantic
from server.model import Clip, ClipStatus, Interview, Language, Standing, Verdict, Voice
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.stand import stand
from tests.making import LEXICAL, extract, heading, interview, read_clip, turn

TIDES = (
    "I moved the night desk of the Harbour Post to the pier in 2019. The editors could see the water from there, and the tide tables "
    "hung on the wall. We wrote the shipping news by hand for a month because the cables were late. I learned to plan a newsroom "
    "around deliveries. Nobody at the Harbour Post had ever asked when the boats come in. The readers noticed before the owners did, "
    "and letters about the shipping news doubled in a season. I kept a log of every correction, four hundred in the first year. "
    "Half of them were tide times. That log became the style guide that the desk uses today."
)
DESK = (
    "The night desk is a small newsroom that starts when the others leave. I edit the shipping news there and train two new editors a "
    "year. Each of them spends a week on the pier before they write a line. They learn the tide tables, the names of the pilots and "
    "the price of diesel. I read every correction aloud on Friday. It is not a pleasant hour, and it is the one they remember. An "
    "editor who cannot say sorry in print has no place on a night desk, and I tell them so on the first day at the Harbour Post."
)
CRICKET = (
    "Dana Okafor took five wickets for the village side on Saturday and was carried off the ground by the umpire. The pitch had been "
    "rolled twice after the rain, and the outfield was slow. Okafor bowled from the pavilion end for two hours without a break. "
    "The batsmen from Lower Wend never read the leg spin. The club will keep the ball in a glass case beside the scorebook of 1911. "
    "The next match is away at Ferring, where the boundary is short and the tea is said to be excellent."
)
HEADLINE = "Night editor at the Harbour Post, writes about tides and corrections"
HOME = "https://danaokafor.example"


def own(clip_id: str, text: str, path: str = "/notes", title: str = "Notes") -> ReadClip:
    return read_clip(clip_id, f"{HOME}{path}", extract(text, meta=Metadata(title=title)))


def standing(talk: Interview, *read: ReadClip, of: str = "") -> Standing:
    return stand(talk, read)[of or read[-1].clip.id]


def page(text: str, *, title: str = "A page", author: str = "", kind: Kind = Kind.ARTICLE) -> Extract:
    return extract(text, kind=kind, meta=Metadata(title=title, author=author))


def dana(**verdicts: Verdict) -> Interview:
    return interview(headline=HEADLINE, verdicts=verdicts)


def test_every_clip_gets_a_standing() -> None:
    read = [
        own("c1", TIDES),
        read_clip("c2", "https://club.example/x", page("Nothing here is about her.")),
        ReadClip(Clip(id="c3")),
    ]
    assert set(stand(dana(), read)) == {"c1", "c2", "c3"}
    assert stand(dana(), []) == {}


def test_a_first_person_page_on_their_own_host_is_used_even_if_it_never_names_them() -> None:
    found = standing(dana(), own("c1", TIDES))
    assert (found.status, found.voice) == (ClipStatus.USED, Voice.OWN)


def test_a_page_that_could_not_be_read_says_why() -> None:
    found = standing(dana(), ReadClip(Clip(id="c1", url=HOME), problem="Reading it took longer than ten seconds."))
    assert (found.status, found.reason) == (ClipStatus.UNREADABLE, "Reading it took longer than ten seconds.")


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        (Verdict.THIS_PERSON, ClipStatus.USED),
        (Verdict.SOMEONE_ELSE, ClipStatus.OTHER_PERSON),
        (Verdict.CONTEXT, ClipStatus.CONTEXT),
    ],
)
def test_what_the_seeker_said_wins_over_everything(verdict: Verdict, status: ClipStatus) -> None:
    namesake = read_clip("c2", "https://cricket.example/saturday", page(CRICKET))
    found = standing(dana(c2=verdict), own("c1", TIDES), namesake)
    assert found.status is status
    assert found.reason.startswith("You said")


class TestCopies:
    def test_the_same_text_elsewhere_is_a_duplicate_of_the_page_on_their_own_host(self) -> None:
        copy = read_clip("c0", "https://mirror.example/tides", page(f"{TIDES} Read more of this on our site."))
        standings = stand(dana(), [copy, own("c1", TIDES)])
        assert standings["c1"].status is ClipStatus.USED
        assert standings["c0"].status is ClipStatus.DUPLICATE
        assert standings["c0"].duplicate_of == "c1"
        assert "same-text" in standings["c0"].flags
        assert "Notes" in standings["c0"].reason

    def test_a_print_of_the_same_piece_is_a_duplicate(self) -> None:
        printed = read_clip("c2", f"{HOME}/tides.pdf", page(TIDES.replace(". ", ".\n"), kind=Kind.PDF))
        assert standing(dana(), own("c1", TIDES), printed).status is ClipStatus.DUPLICATE

    def test_tracking_parameters_make_no_new_page(self) -> None:
        again = read_clip("c2", f"{HOME}/notes?utm_source=letter", page(" ".join(TIDES.split()[:110])))
        assert standing(dana(), own("c1", TIDES), again).duplicate_of == "c1"

    def test_the_longest_is_kept_where_no_page_is_their_own(self) -> None:
        about = TIDES.replace("I ", "Dana Okafor ", 1)
        short = read_clip("c1", "https://a.example/1", page(about))
        long = read_clip("c2", "https://b.example/2", page(f"{about} {DESK}"))
        standings = stand(dana(), [short, long])
        assert standings["c1"].duplicate_of == "c2"
        assert "reprint" in standings["c1"].flags

    def test_a_page_that_answers_an_old_post_in_full_is_no_copy_of_it(self) -> None:
        answer = extract(
            "I wrote this ten years ago and I have changed my mind since.",
            Block(TIDES, Place.QUOTE),
            DESK,
            meta=Metadata(title="Ten years on"),
        )
        standings = stand(dana(), [own("c1", TIDES), read_clip("c2", f"{HOME}/ten-years-on", answer)])
        assert {one.status for one in standings.values()} == {ClipStatus.USED}

    def test_two_walls_of_one_site_are_thin_and_no_copies(self) -> None:
        wall = page("Sign in to continue. Join now to see the whole profile of Dana Okafor. Forgot password?")
        walls = [read_clip(clip, f"https://net.example/in/{clip}", wall) for clip in ("c1", "c2")]
        assert [one.status for one in stand(dana(), walls).values()] == [ClipStatus.THIN, ClipStatus.THIN]

    def test_a_page_that_the_seeker_vouched_for_is_never_dropped_as_a_copy(self) -> None:
        copy = read_clip("c2", "https://mirror.example/tides", page(TIDES))
        standings = stand(dana(c2=Verdict.THIS_PERSON), [own("c1", TIDES), copy])
        assert standings["c2"].status is ClipStatus.USED

    def test_two_pages_on_one_subject_are_no_copies(self) -> None:
        standings = stand(dana(), [own("c1", TIDES, "/1"), own("c2", DESK, "/2")])
        assert {one.status for one in standings.values()} == {ClipStatus.USED}


class TestThin:
    @pytest.mark.parametrize(
        ("text", "flag"),
        [
            ("Sign in to see Dana Okafor's full profile. New here? Join now.", "wall"),
            (
                'Sign in to continue reading. "Dana Okafor and the price of a ferry" is for members of the Guild. Forgot your password?',
                "wall",
            ),
            ("Please enable JavaScript to run this app.", "script"),
            ("We and our 214 partners store and access information on your device. Accept all cookies.", "cookie-wall"),
            ("Dana Okafor. Coming soon.", "few-words"),
        ],
    )
    def test_a_page_that_holds_nothing_says_what_to_do(self, text: str, flag: str) -> None:
        found = standing(dana(), read_clip("c1", "https://net.example/in/dana-okafor", page(text)))
        assert found.status is ClipStatus.THIN
        assert flag in found.flags
        assert "lip" in found.reason

    def test_a_long_consent_box_is_a_wall_too(self) -> None:
        text = (
            "We use cookies to improve this site. " * 3
            + "You can manage options for each of our advertising partners. " * 12
        )
        assert standing(dana(), read_clip("c1", HOME, page(text))).status is ClipStatus.THIN

    def test_a_whole_article_with_a_subscribe_line_is_not_thin(self) -> None:
        text = f"{DESK} Subscribe to the letter. We use cookies."
        assert standing(dana(), own("c1", text)).status is ClipStatus.USED

    def test_a_short_team_page_with_their_row_is_not_thin(self) -> None:
        team = extract(
            Block("Ilse Brandt\nSales", Place.ROW),
            Block("Dana Okafor\nNight editor, Harbour Post", Place.ROW),
            kind=Kind.TEAM,
            meta=Metadata(title="Our team"),
        )
        found = standing(dana(), own("c1", TIDES), read_clip("c2", "https://harbourpost.example/team", team))
        assert (found.status, found.voice) == (ClipStatus.USED, Voice.EMPLOYER)
        assert "many-people" in found.flags

    def test_a_short_page_on_which_the_seeker_marked_a_sentence_is_not_thin(self) -> None:
        short = page("Night desks forget by noon.")
        found = standing(dana(), read_clip("c1", f"{HOME}/short", short, selection="Night desks forget by noon."))
        assert found.status is ClipStatus.USED


class TestMention:
    def test_a_page_that_names_nobody_says_so(self) -> None:
        found = standing(
            dana(), own("c1", TIDES), read_clip("c2", "https://port.example/fees", page(DESK.replace("I ", "We ")))
        )
        assert found.status is ClipStatus.NO_MENTION
        assert "Dana" in found.reason

    def test_an_address_that_names_them_is_a_mention(self) -> None:
        found = standing(dana(), own("c1", TIDES), read_clip("c2", "https://press.example/dana-okafor", page(DESK)))
        assert found.status is not ClipStatus.NO_MENTION

    def test_a_label_in_a_conversation_is_a_mention(self) -> None:
        talk = extract(
            turn("Host", "How do you plan a night desk of editors when the shipping news is late again and again?"),
            turn("DO", f"{DESK}"),
            kind=Kind.TRANSCRIPT,
        )
        found = standing(dana(), own("c1", TIDES), read_clip("c2", "https://pod.example/41", talk))
        assert found.voice is Voice.INTERVIEW
        assert found.status is not ClipStatus.NO_MENTION


def languages() -> list[Language]:
    """Both ways of telling what a page is about, where both are installed."""
    return [LEXICAL, Semantic()] if importlib.util.find_spec("wordllama") else [LEXICAL]


@pytest.mark.parametrize("language", languages(), ids=lambda language: language.name)
class TestNamesake:
    def ask(self, language: Language, url: str, found: Extract, talk: Interview | None = None) -> Standing:
        read = [
            read_clip("c1", f"{HOME}/tides", extract(TIDES), language=language),
            read_clip("c2", f"{HOME}/desk", extract(DESK), language=language),
            read_clip("c3", url, found, language=language),
        ]
        return stand(talk or dana(), read)["c3"]

    def test_a_namesake_is_asked_with_what_the_page_is_about(self, language: Language) -> None:
        found = self.ask(language, "https://cricket.example/saturday", page(CRICKET, title="Five wickets"))
        assert found.status is ClipStatus.OTHER_PERSON
        assert "namesake" in found.flags
        assert found.reason.startswith("Same name, but ")
        assert "Is it the person you are meeting?" in found.reason

    def test_the_reason_names_no_small_words_and_none_that_their_own_pages_have(self, language: Language) -> None:
        talk = f"{CRICKET} Well, they thought about the wicket for years. The editors took the wicket, and the scorer thought so. The scorer took tea."
        found = self.ask(language, "https://cricket.example/talk", page(talk))
        assert "Same name, but this page speaks of " in found.reason
        named = found.reason.split("speaks of ")[1].split(", and nothing")[0].replace(" and ", ", ").split(", ")
        assert set(named) <= {"wicket", "scorer", "wickets", "ball", "okafor"}, named

    def test_a_page_with_too_few_words_of_its_own_is_not_said_to_be_about_any(self, language: Language) -> None:
        found = self.ask(
            language, "https://cricket.example/few", page("Dana Okafor bowled once. " + "It rained. " * 30)
        )
        assert "speaks of" not in found.reason

    def test_a_byline_does_not_make_a_namesake_theirs(self, language: Language) -> None:
        text = CRICKET.replace("Dana Okafor", "I").replace("Okafor", "I")
        found = self.ask(language, "https://cricket.example/mine", page(text, author="Dana Okafor"))
        assert found.status in {ClipStatus.OTHER_PERSON, ClipStatus.UNSURE}

    def test_a_page_with_only_another_first_name_is_somebody_else(self, language: Language) -> None:
        found = self.ask(language, "https://port.example/p", page(CRICKET.replace("Dana Okafor", "Peter Okafor")))
        assert found.status is ClipStatus.OTHER_PERSON
        assert "Peter Okafor" in found.reason

    def test_a_third_party_page_about_the_same_work_is_theirs(self, language: Language) -> None:
        text = (
            "Dana Okafor has run the night desk of the Harbour Post since 2014. She moved the newsroom to the pier and made tide "
            "tables part of the training of every new editor. Her log of corrections became the style guide of the paper. Okafor "
            "reads the corrections aloud every Friday. Readers of the shipping news write to her by name."
        )
        found = self.ask(language, "https://festival.example/2024/guests", page(text))
        assert (found.status, found.voice) == (ClipStatus.USED, Voice.ABOUT)

    def test_a_page_that_only_says_the_first_name_is_unsure(self, language: Language) -> None:
        text = CRICKET.replace("Dana Okafor", "Dana").replace("Okafor", "Dana")
        assert self.ask(language, "https://cricket.example/d", page(text)).status in {
            ClipStatus.UNSURE,
            ClipStatus.OTHER_PERSON,
        }

    def test_a_page_in_another_language_is_asked_and_never_called_somebody_else(self, language: Language) -> None:
        text = (
            "Dana Okafor hat am Samstag fünf Wickets genommen und wurde vom Platz getragen. Der Rasen war nach dem Regen zweimal "
            "gewalzt worden. Sie warf zwei Stunden lang ohne Pause. Der Verein wird den Ball in einer Vitrine neben dem alten Buch "
            "von 1911 aufbewahren, und das nächste Spiel findet auswärts in einem kleinen Ort an der Küste statt."
        )
        assert self.ask(language, "https://verein.example/d", page(text)).status is ClipStatus.UNSURE

    def test_an_entry_in_a_list_counts_only_with_something_known(self, language: Language) -> None:
        rows = [Block(f"{name}\nLeg spin and slip fielding", Place.ROW) for name in ("Ilse Brandt", "Dana Okafor")]
        club = extract(*rows, kind=Kind.TEAM, meta=Metadata(title="Second eleven"))
        assert self.ask(language, "https://cricket.example/team", club).status is ClipStatus.UNSURE

    def test_a_second_host_with_their_name_and_another_subject_is_asked(self, language: Language) -> None:
        text = CRICKET.replace("Dana Okafor", "I").replace("Okafor", "I")
        found = self.ask(language, "https://dana-okafor.example/wickets", page(text))
        assert found.status is ClipStatus.UNSURE

    def test_the_headline_decides_where_no_page_is_surely_theirs(self, language: Language) -> None:
        about = TIDES.replace("I ", "Dana Okafor ", 1)
        read = [
            read_clip("c1", "https://press.example/pier", extract(about), language=language),
            read_clip("c2", "https://cricket.example/saturday", extract(CRICKET), language=language),
        ]
        standings = stand(dana(), read)
        assert standings["c1"].status is ClipStatus.USED
        assert standings["c2"].status is ClipStatus.OTHER_PERSON


class TestVoice:
    def test_pages_are_told_apart_by_whose_they_are(self) -> None:
        talk = extract(turn("Host", "Why the pier?"), turn("Dana Okafor", DESK), kind=Kind.TRANSCRIPT)
        listed = extract(
            heading("Dana Okafor"), "Night editor, Harbour Post.", kind=Kind.TEAM, meta=Metadata(title="Speakers")
        )
        profile = extract(
            Block("Night editor\nHarbour Post\n2014 – today", Place.ROW), DESK, kind=Kind.PROFILE,
            meta=Metadata(title="Dana Okafor | Net"),
        )  # fmt: skip
        comments = extract(
            "Which tables do you use for the harbour at night, and who checks them?",
            Block(DESK.replace("train two", "train three"), Place.COMMENT, "Dana Okafor"),
            meta=Metadata(title="Ask the port"),
        )
        read = [
            own("c1", TIDES),
            read_clip("c2", "https://pod.example/41", talk),
            read_clip("c3", "https://festival.example/speakers", listed),
            read_clip("c4", "https://net.example/in/dana-okafor", profile),
            read_clip("c5", "https://forum.example/t/12", comments),
        ]
        voices = [one.voice for one in stand(dana(), read).values()]
        assert voices == [Voice.OWN, Voice.INTERVIEW, Voice.DIRECTORY, Voice.OWN, Voice.COMMENT]

    def test_an_old_page_is_flagged(self) -> None:
        old = extract(TIDES, meta=Metadata(published="2019-05"))
        new = extract(DESK, meta=Metadata(published="2026"))
        flags = [
            one.flags for one in stand(dana(), [read_clip("c1", HOME, old), read_clip("c2", f"{HOME}/2", new)]).values()
        ]
        assert flags == [("old",), ()]

    def test_a_page_read_by_its_visible_text_says_so(self) -> None:
        plain = extract(TIDES)
        noted = Extract(plain.kind, plain.text, plain.passages, plain.meta, notes=("visible-text",))
        assert standing(dana(), read_clip("c1", HOME, noted)).flags == ("visible-text",)


def test_the_order_of_the_clips_changes_no_standing() -> None:
    read = [
        own("c1", TIDES),
        own("c2", DESK, "/desk"),
        read_clip("c3", "https://cricket.example/saturday", page(CRICKET)),
        read_clip("c4", "https://mirror.example/tides", page(TIDES)),
    ]
    assert stand(dana(), read) == stand(dana(), read[::-1])


def test_a_page_that_tells_of_private_life_is_flagged_and_a_page_of_work_is_not() -> None:
    work = (
        "I plan ferries for the whole coast, and I count heads on the quay twice a year. I draw the tides by hand. "
        "Then I cut the crossings that nobody boards, and I write to the people who did. I have kept every letter."
    )
    life = f"My wife and I got married here. Our two sons were born upstairs. My mother died in June. {work}"
    assert "mostly-private" in standing(dana(), own("c1", life)).flags
    assert "mostly-private" not in standing(dana(), own("c1", work)).flags
