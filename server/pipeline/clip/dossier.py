"""The way back: an Interview becomes the content of a dossier.json that `interview.read_interview` reads as the same Interview."""

import re
from collections.abc import Mapping
from typing import Any

from server.model import Interview

_STEP = re.compile(r"[^.\[\]]+|\[\d+\]")


def write_interview(interview: Interview, files: Mapping[str, str]) -> dict[str, Any]:
    """The decoded JSON of a dossier.json. files: by id of clip, where its page lies in the folder.

    What we do not know stands where it stood, or, where that place is gone, at the top under its path.
    """
    clips = [clip.model_copy(update={"file": files.get(clip.id, "")}) for clip in interview.clips]
    raw: dict[str, Any] = {
        "interviewee": _plain(interview.interviewee.model_dump(mode="json")),
        "referrer": interview.referrer,
        "meeting": _plain(interview.meeting.model_dump(mode="json")),
        "user": _plain(interview.seeker.model_dump(mode="json")),
        "clips": [_plain(clip.model_dump(mode="json")) for clip in clips],
        "groundwork": {
            "verdicts": {ident: verdict.value for ident, verdict in interview.verdicts.items()},
            "questions": [edit.model_dump(mode="json") for edit in interview.edits],
            "status": interview.status.value,
            "turn": interview.turn,
            "sheets": interview.sheets,
        },
    }
    for path, value in interview.kept_aside.items():
        _put_back(raw, path, value)
    return raw


def _plain(dumped: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: it reads the same."""
    return {key: value for key, value in dumped.items() if value not in (None, "", [])}


def _put_back(raw: dict[str, Any], path: str, value: Any) -> None:
    *steps, last = _STEP.findall(path) or [path]
    holder: Any = raw
    for step in steps:
        holder = _inside(holder, step)
    if isinstance(holder, dict) and last not in holder:
        holder[last] = value
    else:
        raw[path] = value


def _inside(holder: Any, step: str) -> Any:
    """What stands at a step; None if there is nothing."""
    if isinstance(holder, list) and step.startswith("["):
        at = int(step[1:-1])
        return holder[at] if at < len(holder) else None
    return holder.get(step) if isinstance(holder, dict) else None
