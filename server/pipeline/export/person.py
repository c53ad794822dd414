"""The interviewee as a schema.org Person island. It says only what was given to us or what a cited passage says."""

import re
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Any

from scrapers.page import Kind
from server.model import ClipStatus, Interviewee, SaidBy, Standing, Voice
from server.pipeline.clip.urls import path
from server.pipeline.evidence.gather import Found
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once

# Last parts of addresses that stand for a person rather than for something they wrote.
ABOUT_PAGES = frozenset({"", "about", "about-me", "bio", "cv", "home", "index", "me", "resume"})
STILL = re.compile(r"(?i)^(?:|present|today|now|current(?:ly)?)$")


def person_island(
    interviewee: Interviewee,
    cited: Sequence[Found],
    read: Sequence[ReadClip],
    standings: Sequence[Standing],
    mask: Callable[[str], str],
) -> dict[str, Any]:
    """name, alternateName, description (as given), jobTitle and worksFor (from the latest role that is cited), sameAs."""
    island: dict[str, Any] = {"@context": "https://schema.org", "@type": "Person", "name": interviewee.name}
    if interviewee.aliases:
        island["alternateName"] = list(interviewee.aliases)
    if interviewee.headline:
        island["description"] = mask(interviewee.headline)
    if role := _latest_role(cited):
        island["jobTitle"] = role.evidence.slots.role
        island["worksFor"] = {"@type": "Organization", "name": role.evidence.slots.org}
    if pages := _own_pages(read, standings):
        island["sameAs"] = pages
    return island


def _latest_role(cited: Sequence[Found]) -> Found | None:
    """The role with the latest known start that has not ended, told by themselves or on a profile."""
    running = [found for found in cited if _is_running(found)]
    return max(running, key=lambda found: (found.evidence.slots.start, found.evidence.id), default=None)


def _is_running(found: Found) -> bool:
    slots = found.evidence.slots
    known = bool(slots.role and slots.org and slots.start)
    return known and bool(STILL.match(slots.end)) and found.sure and found.evidence.said_by is SaidBy.OWN


def _own_pages(read: Sequence[ReadClip], standings: Sequence[Standing]) -> list[str]:
    """Addresses of their profiles and of the pages of their site that are about them."""
    own = {s.clip_id for s in standings if s.voice is Voice.OWN and s.status is ClipStatus.USED}
    return [one.clip.url for one in read if one.clip.id in own and one.clip.url and _stands_for_them(one)]


@once
def _stands_for_them(one: ReadClip) -> bool:
    if one.extract and one.extract.kind is Kind.PROFILE:
        return True
    return PurePosixPath(path(one.clip.url)).stem.lower() in ABOUT_PAGES
