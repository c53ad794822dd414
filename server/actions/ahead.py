"""What is worked out before somebody waits for it: the interview that will most likely be looked at next."""

from contextlib import suppress

from server.actions import briefs
from server.actions.service import Service
from server.errors import NotFoundError
from server.pipeline.conduct import Drafted
from server.store import interviews


def draft_ahead(service: Service, user_id: str) -> Drafted | None:
    """The draft of the likeliest interview, made and kept; None where there is no interview."""
    likely = likeliest(service, user_id)
    with suppress(NotFoundError):  # removed a moment ago: nobody will look at it
        return briefs.drafted(service, user_id, likely) if likely else None
    return None


def likeliest(service: Service, user_id: str) -> str:
    """The id of the interview whose talk comes next, else of the one that was changed last; "" where there is none."""
    now = service.now()
    with service.store.view() as tx:
        every = interviews.every(tx, user_id)
    to_come = [
        (one.facts.meeting.start, one.id) for one in every if one.facts.meeting.start and one.facts.meeting.start > now
    ]
    changed = [(one.updated_at, one.id) for one in every]
    return min(to_come)[1] if to_come else max(changed)[1] if changed else ""
