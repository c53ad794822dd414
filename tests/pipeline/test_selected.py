"""What the seeker marked on a page gets as far as the evidence, unless somebody else says it of themselves."""

from scrapers.page import Kind
from server.model import ClipStatus, Evidence, Standing, Voice
from server.pipeline.evidence import gather
from tests.making import extract, interview, read_clip, turn

COST = "A mooring costs about 400 crowns to lay and about 70 crowns a year to look after."


def evidence(page: Kind = Kind.ARTICLE, *, speaker: str = "", selection: str = COST) -> list[Evidence]:
    told = [
        turn(speaker, COST),
        turn("Dana Okafor" if speaker else "", "Dana Okafor plans ferries for the whole coast."),
    ]
    read = read_clip("c1", "https://harbour-days.example/talk", extract(*told, kind=page), selection=selection)
    voice = Voice.INTERVIEW if page is Kind.TRANSCRIPT else Voice.ABOUT
    standing = Standing(clip_id="c1", status=ClipStatus.USED, voice=voice)
    return [one.evidence for one in gather(interview(), [read], {"c1": standing}, frozenset()).found]


def test_a_selected_sentence_that_does_not_name_them_is_evidence() -> None:
    assert COST in [one.exact for one in evidence()]


def test_what_a_host_says_is_no_evidence_even_when_it_was_selected() -> None:
    assert COST not in [one.exact for one in evidence(Kind.TRANSCRIPT, speaker="Milo Trask")]


def test_the_same_sentence_is_left_out_when_nobody_selected_it() -> None:
    assert COST not in [one.exact for one in evidence(selection="")]
