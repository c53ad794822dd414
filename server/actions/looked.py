"""What is new since somebody looked last. One sitting may be many looks: what was new at its start stays new until it ends."""

import logging
from collections.abc import Collection
from datetime import timedelta

from server.actions.service import Service
from server.errors import StoreError
from server.model.looked import Looked
from server.store import sheets

SITTING = timedelta(minutes=20)  # without a look, and the next look begins another sitting
_log = logging.getLogger(__name__)


def look(service: Service, user_id: str, interview_id: str, shown: Collection[str]) -> frozenset[str]:
    """Note what is shown now; which of it is new since the last sitting. In the first sitting nothing is. Raises NotFoundError.

    Where nothing can be written, it is shown all the same.
    """
    with service.store.view() as tx:
        before = sheets.get(tx, user_id, interview_id, Looked)
    now = service.now()
    earlier = before.earlier
    is_next = before.at is not None and now - before.at >= SITTING
    if is_next:
        earlier = before.latest
    latest = tuple(sorted({*before.latest, *shown}))
    if is_next or latest != before.latest:
        _keep(service, user_id, interview_id, Looked(at=now, earlier=earlier, latest=latest))
    return frozenset(shown) - frozenset(earlier) if earlier else frozenset()


def _keep(service: Service, user_id: str, interview_id: str, looked: Looked) -> None:
    try:
        with service.store.transaction() as tx:
            sheets.put(tx, user_id, interview_id, looked, service.now())
    except StoreError as error:  # a full disk must not take the brief away
        _log.warning("What was seen is not kept: %s", error.what)
