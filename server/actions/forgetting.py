"""Forgetting a person: what would go, and that it goes, also from what is held in memory."""

from server.actions.service import Service
from server.store import Forgotten, interviews
from server.store.forgetting import About, about


def about_person(service: Service, user_id: str, interview_id: str) -> About:
    """What is kept about the person of an interview. Raises NotFoundError."""
    with service.store.view() as tx:
        interviews.get(tx, user_id, interview_id)
        return about(tx, user_id, interview_id)


def forget_person(service: Service, user_id: str, interview_id: str) -> Forgotten:
    """Forget the person of an interview, everywhere. Raises NotFoundError."""
    with service.store.view() as tx:
        interviews.get(tx, user_id, interview_id)
    account = service.store.forget(user_id, interview_id, service.now())
    for kept in (service.documents, service.drafts, service.shelves, service.checks):
        kept.clear()
    return account
