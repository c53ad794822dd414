"""What a clip brought: told to the button once the page was read."""

from server.actions.material import gather, see
from server.actions.service import Service
from server.pipeline.gained import Gain, gained
from server.store import clips
from server.store.clips import ClipState


def gain(service: Service, user_id: str, clip_id: str) -> Gain | None:
    """What a page brings to its interview; None while it is not read, and for a page of no interview. Raises NotFoundError."""
    with service.store.view() as tx:
        stored = clips.get(tx, user_id, clip_id)
        if stored.interview_id is None or stored.state is not ClipState.READ:
            return None
        material = gather(service, tx, see(tx, user_id, stored.interview_id))
    return gained(material.interview, material.read, clip_id)
