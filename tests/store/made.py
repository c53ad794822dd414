"""Times, clips and people for the tests of the store."""

from datetime import UTC, datetime, timedelta, timezone

from server.model import (
    Clip,
    Evidence,
    EvidenceKind,
    Goal,
    Interviewee,
    Meeting,
    Part,
    Question,
    QuestionEdit,
    SaidBy,
    Seeker,
    Tier,
    Verdict,
)
from server.model.sheets import Sheet
from server.store import Tx, clips, edits, everyone, interviews, readings, seekers, sheets, tokens, users
from server.store.clips import NewClip, StoredClip
from server.store.interviews import InterviewFacts
from server.store.readings import Reading

NOW = datetime(2026, 3, 2, 9, 0, 0, 250_000, tzinfo=UTC)
TALK = datetime(2026, 3, 5, 10, 0, tzinfo=timezone(timedelta(hours=2)))
RAW = b"<html><title>Notes on dams</title><p>For three years I said never a desk.</p></html>"
ALICE, BOB, CHARLIE = "alice", "bob", "charlie"


def facts(
    name: str = "Dana Okafor", start: datetime | None = TALK, referrer: str = "", *, aliases: tuple[str, ...] = ()
) -> InterviewFacts:
    return InterviewFacts(
        interviewee=Interviewee(name=name, aliases=aliases, headline="Head of product"),
        referrer=referrer,
        meeting=Meeting(start=start, minutes=45, format="video"),
        goals=(Goal(id="g1", text="Decide whether to leave field work.", minutes=10, hints=("desk",)),),
        kept_aside={"groundwork.theme": {"dark": True}},
    )


def new_clip(
    ident: str = "c1", *, key: str = "", interview_id: str | None = "i1", raw: bytes | None = RAW, **said: str
) -> NewClip:
    given = {
        "url": "https://dana.example/notes?utm_source=x",
        "title": "Notes on dams",
        "note": "I say that too.",
        "selection": "never a desk",
    } | said
    clip = Clip(id=ident, clipped_at=TALK, language="en", **given)
    return NewClip(clip, key or f"key-{ident}", "https://dana.example/notes", interview_id, None, raw)


def reading(clip: StoredClip, version: str = "v1", result: bytes = b'{"result": 1}') -> Reading:
    assert clip.sight
    return Reading(clip.sight, version, result, "", NOW)


def edit(ident: str = "q1", position: int | None = None) -> QuestionEdit:
    quote = Evidence(
        id="e1", clip_id="c1", kind=EvidenceKind.OPINION, exact="never a desk", start=3, end=15, said_by=SaidBy.OWN
    )
    question = Question(
        id=ident,
        rank=1,
        tier=Tier.MUST,
        part=Part.CORE,
        move="own",
        text="Why never a desk?",
        evidence=("e1",),
        minutes=4,
    )
    return QuestionEdit(question=question, quotes=(quote,), position=position)


class Jotted(Sheet):
    """A sheet for the tests."""

    called = "jotted"
    words: str = ""


def asked_of_everyone(ident: str = "q9", text: str = "What would you do again?") -> Question:
    return edit(ident).question.model_copy(update={"text": text, "evidence": (), "origin": "seeker"})


def give(tx: Tx, user_id: str) -> StoredClip:
    """A user with one of everything. All users have the same ids, so that a forgotten user_id shows."""
    users.add(tx, user_id, user_id.title(), NOW)
    seekers.put(
        tx, user_id, Seeker(background=f"{user_id}: six years of surveys", wants="a desk", show=("a map",)), NOW
    )
    interviews.add(tx, user_id, "i1", facts(), NOW)
    clip = clips.add(tx, user_id, new_clip(), NOW).clip
    clips.set_verdict(tx, user_id, clip.id, Verdict.THIS_PERSON)
    readings.put(tx, user_id, reading(clip))
    edits.put(tx, user_id, "i1", edit(), NOW)
    everyone.put(tx, user_id, asked_of_everyone(), NOW)
    sheets.put(tx, user_id, "i1", Jotted(words=f"of {user_id}"), NOW)
    tokens.add(tx, user_id, tokens.NewToken("t1", f"secret of {user_id}", "laptop", tokens.Scope.CLIP), NOW)
    return clips.get(tx, user_id, clip.id)
