"""`follow_up` of the exported document: what the user wrote down after the talk, without what is off the record."""

from server.model.after import After, NoteKind
from server.model.document import FollowUp, FollowUpHeard, FollowUpPerson, FollowUpPromise


def record(after: After) -> FollowUp:
    """What may leave the machine. The user's own words of notes are letters, and stay where they are."""
    told = after.on_record()
    return FollowUp(
        stuck=told.stuck.text,
        will_do=told.will_do.text,
        surprised=told.surprised.text,
        about_me=told.about_me.text,
        gained=told.gained.text,
        tried=told.tried.text,
        heard=tuple(FollowUpHeard(want=one.want, text=one.text) for one in told.heard if one.text),
        promises=tuple(
            FollowUpPromise(whose=one.whose.value, text=one.text, due=one.due, done=one.done_at is not None)
            for one in told.promises
        ),
        people=tuple(FollowUpPerson(name=one.name, why=one.why) for one in told.people),
        thanked_at=told.note(NoteKind.THANKS).sent_at,
    )
