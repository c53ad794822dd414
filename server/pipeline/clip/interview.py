"""Step 1a: the content of a dossier.json becomes an Interview, or an error that names the place in it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import Field, ValidationError

from server.errors import InputError, Problem
from server.model import (
    Clip,
    Evidence,
    Goal,
    Interview,
    Interviewee,
    InterviewStatus,
    Meeting,
    Question,
    QuestionEdit,
    Seeker,
    Verdict,
)
from server.model.base import Frozen
from server.model.words import Text
from server.model.written import SHEETS, AllSheets
from server.pipeline.clip.wrong import in_words, json_path, type_name

DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
QUESTION_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
MOST_NAMED = 5  # places named in one error line


class _State(Frozen):
    """Our own state inside a dossier."""

    verdicts: dict[str, Verdict] = Field(default_factory=dict)
    questions: tuple[QuestionEdit, ...] = ()
    status: InterviewStatus = InterviewStatus.WISH
    turn: int | None = Field(None, ge=0)
    sheets: AllSheets = AllSheets()


class _Dossier(Frozen):
    """The keys of a dossier.json that we know."""

    interviewee: Interviewee
    referrer: Text = ""
    meeting: Meeting = Meeting()
    user: Seeker = Seeker()
    clips: tuple[Clip, ...] = ()
    groundwork: _State = _State()


def _keys(model: type[Frozen]) -> dict[str, Any]:
    return dict.fromkeys(model.model_fields)


# A dict names the known keys, a list says that each element has them, None is a leaf.
_SHAPE: dict[str, Any] = _keys(_Dossier) | {
    "interviewee": _keys(Interviewee),
    "meeting": _keys(Meeting),
    "user": _keys(Seeker) | {"goals": [_keys(Goal)]},
    "clips": [_keys(Clip)],
    "groundwork": _keys(_State)
    | {"sheets": {kind.called: _keys(kind) for kind in SHEETS}}
    | {"questions": [_keys(QuestionEdit) | {"question": _keys(Question), "quotes": [_keys(Evidence)]}]},
}


def read_interview(raw: object) -> tuple[Interview, tuple[Problem, ...]]:
    """Parse the decoded JSON of a dossier.json.

    Returns the interview and warnings (unknown keys, kept in `Interview.kept_aside` under their path; verdicts on clips that
    are not there). Null and a missing optional key are the same. Raises InputError, `where` being the path of the first
    wrong value, for a wrong type, a goal without text, ids used twice, NUL characters and broken Unicode.
    """
    if not isinstance(raw, Mapping):
        raise InputError(
            f"must be an object, is {type_name(raw)}.",
            where="dossier",
            hint='It starts with {"interviewee": {"name": "..."}}.',
        )
    _refuse_broken_text(raw)
    aside: dict[str, Any] = {}
    known = _sift(raw, _SHAPE, "", aside)
    _give_ids(known)
    _mend_dates(known)
    dossier = _validated(known)
    _refuse_twice("clips", [clip.id for clip in dossier.clips])
    _refuse_twice("user.goals", [goal.id for goal in dossier.user.goals])
    _refuse_ids([edit.question.id for edit in dossier.groundwork.questions])
    clips = tuple(_with_web_address(clip) for clip in dossier.clips)
    interview = Interview(
        interviewee=dossier.interviewee,
        referrer=dossier.referrer,
        meeting=dossier.meeting,
        seeker=dossier.user,
        clips=clips,
        verdicts=dossier.groundwork.verdicts,
        edits=dossier.groundwork.questions,
        status=dossier.groundwork.status,
        sheets=_written(dossier.groundwork.sheets),
        turn=dossier.groundwork.turn,
        kept_aside=aside,
    )
    return interview, (*_warnings(interview), *_lost_addresses(dossier.clips, clips))


def _written(sheets: AllSheets) -> dict[str, Any]:
    """The sheets that somebody wrote on, as plain data."""
    empty = AllSheets()
    named = (kind.called for kind in SHEETS if getattr(sheets, kind.called) != getattr(empty, kind.called))
    return {name: getattr(sheets, name).model_dump(mode="json") for name in named}


def _sift(value: Any, shape: Any, path: str, aside: dict[str, Any]) -> Any:
    """The part of value that the shape knows; unknown keys go into aside, null ones are left out."""
    if isinstance(shape, dict) and isinstance(value, Mapping):
        sifted = {}
        for key, inner in value.items():
            place = f"{path}.{key}" if path else str(key)
            if key not in shape:
                aside[place] = inner
            elif inner is not None:
                sifted[key] = _sift(inner, shape[key], place, aside)
        return sifted
    if isinstance(shape, list) and isinstance(value, list):
        return [_sift(inner, shape[0], f"{path}[{at}]", aside) for at, inner in enumerate(value)]
    return value


def _give_ids(known: dict[str, Any]) -> None:
    """Goals and clips without an id get one that is free; a goal without a priority has that of its place in the list."""
    user = known.get("user")
    goals = _objects(user.get("goals") if isinstance(user, dict) else None)
    for items, letter in ((goals, "g"), (_objects(known.get("clips")), "c")):
        for at, item in items:
            if item.get("id") in (None, ""):
                item["id"] = _free_id([other.get("id") for _, other in items], f"{letter}{at}")
    for at, goal in goals:
        goal.setdefault("priority", min(at, 99))


def _mend_dates(known: dict[str, Any]) -> None:
    """A day without a time is its first moment; an empty date is none. All else is left to the validation."""
    holders = [(clip, "clipped_at") for _, clip in _objects(known.get("clips"))]
    holders += [(meeting, "start") for _, meeting in _objects([known.get("meeting")])]
    for holder, key in holders:
        given = holder.get(key)
        if given == "":
            del holder[key]
        elif isinstance(given, str) and DAY.fullmatch(given):
            holder[key] = f"{given}T00:00:00Z"


def _objects(items: object) -> list[tuple[int, dict[str, Any]]]:
    """The objects of a list with their place, from 1; what is no object is left to the validation."""
    found = enumerate(items if isinstance(items, list) else [], start=1)
    return [(at, item) for at, item in found if isinstance(item, dict)]


def _free_id(taken: list[Any], wanted: str) -> str:
    return wanted if wanted not in taken else _free_id(taken, f"{wanted}x")


def _refuse_twice(path: str, ids: Sequence[str]) -> None:
    for at, ident in enumerate(ids):
        if (first := ids.index(ident)) != at:
            raise InputError(
                f'"{ident}" is used twice, first by {path}[{first}].',
                where=f"{path}[{at}].id",
                hint="Give each its own id.",
            )


def _refuse_ids(ids: Sequence[str]) -> None:
    """Ids of questions stand in addresses and on pages."""
    path = "groundwork.questions"
    for at, ident in enumerate(ids):
        if not QUESTION_ID.fullmatch(ident):
            raise InputError(
                f'"{ident[:40]}" is no id of a question.',
                where=f"{path}[{at}].question.id",
                hint="An id has 1 to 100 letters, digits, - and _.",
            )
    _refuse_twice(path, ids)


def _warnings(interview: Interview) -> Iterator[Problem]:
    for path in interview.kept_aside:
        yield Problem(
            "is not a key we know; it is kept aside and not used.",
            where=path,
            hint="Check its spelling if it was meant for us.",
            warning=True,
        )
    known = {clip.id for clip in interview.clips}
    for ident in interview.verdicts:
        if ident not in known:
            yield Problem(
                f'there is no clip "{ident}"; this verdict is not used.',
                where=f"groundwork.verdicts.{ident}",
                warning=True,
            )


def _with_web_address(clip: Clip) -> Clip:
    """Addresses become links that people press: only those of the web may stand there."""
    return clip if not clip.url or WEB.match(clip.url) else clip.model_copy(update={"url": ""})


def _lost_addresses(given: Sequence[Clip], kept: Sequence[Clip]) -> Iterator[Problem]:
    for at, (one, other) in enumerate(zip(given, kept, strict=True)):
        if one.url != other.url:
            yield Problem(
                f'"{one.url[:60]}" is not an address of the web; it is not used.',
                where=f"clips[{at}].url",
                hint="It starts with http:// or https://.",
                warning=True,
            )


# ---- wrong values in plain words


def _refuse_broken_text(raw: object) -> None:
    for path, text in _texts(raw, ""):
        if "\0" in text:
            raise InputError("holds a NUL character.", where=path, hint="Delete it and try again.")
        if not _encodable(text):
            raise InputError("holds half a character (a lone surrogate).", where=path, hint="Delete it and try again.")


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """(path, text) of every string inside, keys included, without recursion: the nesting is the sender's."""
    stack = [(path, value)]
    while stack:
        place, inner = stack.pop()
        if isinstance(inner, str):
            yield place, inner
        elif isinstance(inner, Mapping):
            yield from ((place or "dossier", key) for key in inner if isinstance(key, str))
            stack.extend((f"{place}.{key}" if place else str(key), child) for key, child in inner.items())
        elif isinstance(inner, list):
            stack.extend((f"{place}[{at}]", child) for at, child in enumerate(inner))


def _encodable(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _validated(known: dict[str, Any]) -> _Dossier:
    # Through JSON, since only there strict mode takes a list for a tuple and text for a date.
    try:
        return _Dossier.model_validate_json(json.dumps(known), strict=True)
    except ValidationError as error:
        wrong = [(json_path(detail["loc"]), in_words(detail)) for detail in error.errors(include_url=False)]
    where, what = wrong[0]
    others = [path for path, _ in wrong[1:]]
    more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
    hint = f"Also wrong: {', '.join(others[:MOST_NAMED])}{more}." if others else ""
    raise InputError(f"{what}.", where=where, hint=hint)
