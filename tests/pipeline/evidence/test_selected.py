"""What the seeker marked on a page gets as far as the evidence; what somebody else says goes no further than a card."""

from scrapers.page import Kind
from server.model import ClipStatus, Standing, Voice
from server.pipeline.evidence.gather import Found, gather
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from tests.making import extract, interview, read_clip, turn

COST = "A mooring costs about 400 crowns to lay and about 70 crowns a year to look after."


def found(page: Kind = Kind.ARTICLE, *, speaker: str = "", selection: str = COST) -> dict[str, Found]:
    """What was found on a page with two lines, by its text."""
    told = [
        turn(speaker, COST),
        turn("Dana Okafor" if speaker else "", "Dana Okafor plans ferries for the whole coast."),
    ]
    read = read_clip("c1", "https://harbour-days.example/talk", extract(*told, kind=page), selection=selection)
    voice = Voice.INTERVIEW if page is Kind.TRANSCRIPT else Voice.ABOUT
    standings = {"c1": Standing(clip_id="c1", status=ClipStatus.USED, voice=voice)}
    spoken = spoken_on([read], standings, Names.of(interview().interviewee))
    return {one.evidence.exact: one for one in gather(interview(), [read], standings, spoken, frozenset()).found}


def test_a_selected_sentence_that_does_not_name_them_is_evidence() -> None:
    assert found()[COST].sure


def test_a_selected_sentence_of_the_host_is_for_cards_only_and_stays_the_hosts() -> None:
    one = found(Kind.TRANSCRIPT, speaker="Milo Trask")[COST]
    assert one.evidence.said_by == "host"
    assert not one.sure


def test_the_same_sentences_are_left_out_when_nobody_selected_them() -> None:
    assert COST not in found(selection="")
    assert COST not in found(Kind.TRANSCRIPT, speaker="Milo Trask", selection="")
