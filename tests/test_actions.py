from datetime import UTC, datetime

from server.actions.folder import UNDATED, now_of
from server.model import Clip, Interview, Interviewee, Meeting

DANA = Interviewee(name="Dana Whitlock")
EARLY, LATE, TALK = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (3, 18, 26))
CLIPS = (Clip(id="d1", clipped_at=LATE), Clip(id="d2", clipped_at=EARLY), Clip(id="d3"))


def test_now_is_the_meeting() -> None:
    assert now_of(Interview(interviewee=DANA, clips=CLIPS, meeting=Meeting(start=TALK))) == TALK


def test_now_is_the_newest_clip_where_no_meeting_is_set() -> None:
    assert now_of(Interview(interviewee=DANA, clips=CLIPS)) == LATE


def test_now_is_never_the_wall_clock() -> None:
    assert now_of(Interview(interviewee=DANA)) == UNDATED
