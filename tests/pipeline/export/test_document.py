import json
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from scrapers.page import Extract, Kind, Metadata, Passage, Place
from server.model import (
    Answered,
    BriefItem,
    BriefSection,
    Card,
    Clip,
    ClipStatus,
    Evidence,
    EvidenceKind,
    Goal,
    GoalKind,
    Interview,
    Interviewee,
    Plan,
    SaidBy,
    Seeker,
    Slots,
    Standing,
    Voice,
)
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.links import text_fragment
from server.pipeline.export.document import Pieces, export, to_json
from server.pipeline.export.schema import schema
from server.pipeline.features.compute import Marks, ReadClip
from server.pipeline.goals.match import GoalMatch

NOW = datetime(2026, 11, 25, 21, tzinfo=timezone(timedelta(hours=1)))
NOTES = Clip(id="c1", url="https://dana.example/notes", title="Mud and maps", clipped_at=NOW)
CV = Clip(id="c2", url="https://dana.example/files?id=7", title="CV", clipped_at=NOW)
WALL = Clip(id="c3", url="https://paper.example/dana", file="pages/c3.html")
GOAL = Goal(id="g1", text="Decide whether to leave field work.")

SENTENCES = ("I walked fields for six years.", "Then I asked for a desk.", "Nobody had told me what it costs.")


def extract(kind: Kind, published: str = "") -> Extract:
    text = "\n".join(SENTENCES)
    passages = tuple(Passage(s, text.index(s), text.index(s) + len(s), Place.PARAGRAPH) for s in SENTENCES)
    return Extract(kind, text, passages, Metadata(title="Mud and maps", author="Dana Okafor", published=published))


READ = (
    ReadClip(NOTES, extract(Kind.ARTICLE, "2024-05")),
    ReadClip(CV, extract(Kind.PDF)),
    ReadClip(WALL, problem="took longer than 10 seconds."),
)
STANDINGS = (
    Standing(clip_id="c1", status=ClipStatus.USED, voice=Voice.OWN),
    Standing(clip_id="c2", status=ClipStatus.USED, voice=Voice.OWN),
    Standing(clip_id="c3", status=ClipStatus.UNREADABLE),
)

NO_SLOTS = Slots()


def found(ident: str, at: int, one: int, *, sure: bool = True, slots: Slots = NO_SLOTS) -> Found:
    read = READ[one]
    assert read.extract
    passage = read.extract.passages[at]
    evidence = Evidence(
        id=ident,
        clip_id=read.clip.id,
        kind=EvidenceKind.OPINION,
        exact=passage.text,
        start=passage.start,
        end=passage.end,
        said_by=SaidBy.OWN,
        slots=slots,
        link=text_fragment(read.clip.url, passage.text),
    )
    return Found(evidence, read.clip, STANDINGS[one], passage, Marks(frozenset(), frozenset(), 6), 1.0, sure=sure)


RUNNING = Slots(role="Head of Product", org="Acme Robotics", start="2022")
POOL = (
    found("e-unsure", 2, 1, sure=False),
    found("e-later", 1, 0, slots=RUNNING),
    found("e-pdf", 0, 1),
    found("e-first", 0, 0),
    found("e-unused", 2, 0),
)


def pieces(
    ranked: tuple[int, ...] = (0, 1),
    sections: tuple[BriefSection, ...] = (),
    answered: tuple[Answered, ...] = (),
    cards: tuple[Card, ...] = (),
) -> Pieces:
    fit = np.zeros(len(POOL), np.float32)
    return Pieces(
        interview=Interview(interviewee=Interviewee(name="Dana Okafor"), seeker=Seeker(goals=(GOAL,))),
        read=READ,
        standings=STANDINGS,
        pool=Pool(POOL, np.zeros((len(POOL), 2), np.float32), np.zeros((len(POOL), 2), np.float32), withheld=2),
        goals=(GoalMatch(GOAL, (GoalKind.DECIDE,), (), ranked, fit, fit, 30.0, best=ranked),),
        sections=sections,
        timeline=(),
        conflicts=(),
        answered=answered,
        gaps=(),
        cards=cards,
        questions=(),
        plan=Plan(minutes=30, opening=(), boxes=(), close=()),
    )


def section(*evidence: str) -> BriefSection:
    return BriefSection(id="work", title="Work", items=(BriefItem(text="Six years of mud", evidence=evidence),))


def test_only_what_something_rests_on_goes_out_in_the_order_of_the_pages() -> None:
    document = export(pieces(sections=(section("e-pdf", "e-first"),)), NOW)
    assert [one.id for one in document.evidence] == ["e-first", "e-later", "e-pdf"]


def test_a_passage_of_an_unsure_page_serves_no_goal_but_may_stand_on_a_card() -> None:
    card = Card(evidence="e-unsure", goals=("g1",), why="", shapes=())
    document = export(pieces(cards=(card,)), NOW)
    assert document.goals[0].evidence == ("e-later",)
    assert "e-unsure" in {one.id for one in document.evidence}


def test_a_goal_names_the_passages_it_builds_on_in_their_order() -> None:
    assert export(pieces(ranked=(2, 1)), NOW).goals[0].evidence == tuple(POOL[at].evidence.id for at in (2, 1))


def test_a_citation_that_leads_nowhere_is_an_error_here_and_not_at_the_readers() -> None:
    with pytest.raises(ValueError, match="e-gone"):
        export(pieces(answered=(Answered(question="Why?", evidence=("e-gone",)),)), NOW)


def test_the_words_of_the_brief_are_counted() -> None:
    assert export(pieces(sections=(section(), section())), NOW).brief.words == 8


def test_a_quote_of_a_pdf_links_to_the_pdf_itself() -> None:
    links = {one.id: one.link for one in export(pieces(ranked=(1, 2)), NOW).evidence}
    assert links == {
        "e-later": "https://dana.example/notes#:~:text=Then%20I%20asked%20for%20a%20desk.",
        "e-pdf": CV.url,
    }


def test_a_source_carries_the_date_of_its_page_and_none_that_was_guessed() -> None:
    notes, cv, wall = (clip.csl for clip in export(pieces(), NOW).clips)
    assert notes == {
        "id": "c1",
        "type": "post-weblog",
        "title": "Mud and maps",
        "URL": "https://dana.example/notes",
        "author": [{"literal": "Dana Okafor"}],
        "issued": {"date-parts": [[2024, 5]]},
        "accessed": {"date-parts": [[2026, 11, 25]]},
    }
    assert (cv["type"], "issued" in cv) == ("document", False)
    assert wall == {
        "id": "c3",
        "type": "webpage",
        "title": "https://paper.example/dana",
        "URL": "https://paper.example/dana",
    }


def test_a_page_that_was_not_read_says_why() -> None:
    wall = export(pieces(), NOW).clips[2]
    assert (wall.status, wall.reason, wall.chars) == (ClipStatus.UNREADABLE, "took longer than 10 seconds.", 0)


def test_the_person_holds_only_what_was_given_or_is_cited() -> None:
    told = export(pieces(ranked=(1,)), NOW).interviewee
    assert (told["jobTitle"], told["worksFor"]["name"]) == ("Head of Product", "Acme Robotics")
    assert "jobTitle" not in export(pieces(ranked=(2,)), NOW).interviewee
    assert "sameAs" not in told


def test_a_title_that_tells_of_private_life_goes_out_without_it() -> None:
    private = NOTES.model_copy(update={"title": "Mud, maps and my mail dana.okafor@mud.example"})
    telling = pieces()
    read = (ReadClip(private, telling.read[0].extract), *READ[1:])
    document = export(Pieces(**{name: getattr(telling, name) for name in Pieces.__slots__} | {"read": read}), NOW)
    assert "dana.okafor@" not in to_json(document)


def test_the_same_pieces_give_the_same_bytes_but_for_the_moment() -> None:
    one, other = (json.loads(to_json(export(pieces(), moment))) for moment in (NOW, datetime(2027, 1, 1, tzinfo=UTC)))
    assert (one.pop("generated_at"), other.pop("generated_at")) == ("2026-11-25T20:00:00Z", "2027-01-01T00:00:00Z")
    assert json.dumps(one) == json.dumps(other)


def test_what_goes_out_follows_the_published_schema() -> None:
    document = export(pieces(sections=(section("e-first"),)), NOW)
    Draft202012Validator(schema()).validate(json.loads(to_json(document)))
