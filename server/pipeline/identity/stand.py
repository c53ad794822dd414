"""Step 3: what each clip is to this interview, with a reason a person can act on.

Asked in this order, the first answer counts: what the seeker said of the page; could it be read; does it repeat another
page; does it hold anything; does it name them; is it a namesake; can we be sure. Nothing is dropped silently.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scrapers.page import Extract, Kind
from server.model import Clip, ClipStatus, Interview, Standing, Verdict, Voice
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.identity.copies import Copy, copies
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.namesake import Likeness, anchors_of, compare, sure_pages
from server.pipeline.identity.sites import introduced_sites, same_site, told_sites
from server.pipeline.identity.thin import REASONS, thin
from server.pipeline.identity.voice import own_page, voice
from server.pipeline.privacy.spans import mostly_private, public_work

OLD_MONTHS = 18  # after that a role may have changed
SHOWN = frozenset({ClipStatus.USED, ClipStatus.CONTEXT, ClipStatus.UNSURE})
_SAID = {
    Verdict.THIS_PERSON: (ClipStatus.USED, "You said that this is them."),
    Verdict.SOMEONE_ELSE: (ClipStatus.OTHER_PERSON, "You said that this is somebody else."),
    Verdict.CONTEXT: (ClipStatus.CONTEXT, "You said that this is for context."),
}
_COPIED = {
    "same-text": "Same text as “{title}”, which is used instead.",
    "reprint": "Part of “{title}”, which is used instead.",
}


def stand(interview: Interview, read: Sequence[ReadClip]) -> dict[str, Standing]:
    """Clip id -> its standing, one for every clip in `read`."""
    given, verdicts = Names.of(interview.interviewee), interview.verdicts
    names = _at_home_on(given, given.domains | told_sites(interview, read))
    sites = names.domains | introduced_sites(names, read, anchors_of(interview, names, ()).field)
    at_home = _at_home_on(names, sites)
    out = {one.clip.id: _first_look(one, at_home, verdicts.get(one.clip.id)) for one in read}
    copied = copies(names, [one for one in read if _in_the_running(out[one.clip.id], one)], _said_theirs(interview))
    titles = {one.clip.id: _title(one) for one in read}
    for one in read:
        if one.clip.id in copied and one.clip.id not in verdicts:
            out[one.clip.id] = _copy(names, one, copied[one.clip.id], titles)
    used = [one for one in read if out[one.clip.id].status is ClipStatus.USED]
    sure = sure_pages(interview, names, used)
    known = {one.clip.id for one in sure} | verdicts.keys()
    for one in used:
        if one.clip.id not in known:
            out[one.clip.id] = _person(interview, names, one, sure, out[one.clip.id])
    used_now = {one.clip.id for one in used if out[one.clip.id].status is ClipStatus.USED}
    sure_now = [one for one in used if one.clip.id in used_now]
    in_doubt = [one for one in used if one.clip.id not in used_now | known]
    for one in in_doubt:
        if any(same_site(names, one, other, sites) for other in sure_now):
            out[one.clip.id] = _at_home(one, out[one.clip.id].voice)
    exempt = public_work(interview, given)
    return {one.clip.id: _of_private_life(one, given, out[one.clip.id], exempt) for one in read}


def _at_home_on(names: Names, domains: frozenset[str]) -> Names:
    """With these domains; the same names, which are told from others at once, where they have them already."""
    return names if names.domains == domains else replace(names, domains=domains)


@once
def _of_private_life(one: ReadClip, names: Names, standing: Standing, exempt: frozenset[str]) -> Standing:
    """The standing with a flag on a page that tells of private life more than of work: little of it can be quoted."""
    if one.extract is None or one.features is None or standing.status not in SHOWN:
        return standing
    texts, hits = (passage.text for passage in one.extract.passages), (marks.private for marks in one.features.marks)
    if not mostly_private(texts, names, exempt, hits):
        return standing
    return standing.model_copy(update={"flags": (*standing.flags, "mostly-private")})


def _at_home(one: ReadClip, kind: Voice) -> Standing:
    """A page in doubt that is theirs, since another page of the same site, or signed in the same place, is."""
    flags = _flags(one.clip, one.extract) if one.extract else ()
    return Standing(clip_id=one.clip.id, status=ClipStatus.USED, voice=kind, flags=flags)


@once
def _first_look(one: ReadClip, names: Names, verdict: Verdict | None) -> Standing:
    """What a page is by itself: said, unreadable, thin, without their name, or else used for now."""
    clip, extract = one.clip, one.extract
    if extract is None:
        reason = one.problem or "The page could not be read."
        return Standing(clip_id=clip.id, status=ClipStatus.UNREADABLE, reason=reason)
    kind = voice(names, clip, extract)
    flags = _flags(clip, extract)
    if verdict:
        status, reason = _SAID[verdict]
        return Standing(clip_id=clip.id, status=status, voice=kind, reason=reason, flags=flags)
    if code := thin(names, extract, clip.selection):
        flags = (*flags, code)
        return Standing(clip_id=clip.id, status=ClipStatus.THIN, voice=kind, reason=REASONS[code], flags=flags)
    if not _is_named(names, clip, extract) and not own_page(names, clip, extract):
        reason = f"{names.first_name} is not named on this page. If it belongs here, mark it as context or as theirs."
        return Standing(clip_id=clip.id, status=ClipStatus.NO_MENTION, voice=kind, reason=reason, flags=flags)
    return Standing(clip_id=clip.id, status=ClipStatus.USED, voice=kind, flags=flags)


def _in_the_running(standing: Standing, one: ReadClip) -> bool:
    """Walls, pages that nobody could read and pages set aside by the seeker are no copies and have none."""
    return one.extract is not None and standing.status in {ClipStatus.USED, ClipStatus.NO_MENTION, ClipStatus.CONTEXT}


def _said_theirs(interview: Interview) -> frozenset[str]:
    return frozenset(clip for clip, verdict in interview.verdicts.items() if verdict is Verdict.THIS_PERSON)


def _copy(names: Names, one: ReadClip, copy: Copy, titles: dict[str, str]) -> Standing:
    if one.extract is None:
        raise AssertionError(one.clip.id)
    return Standing(
        clip_id=one.clip.id,
        status=ClipStatus.DUPLICATE,
        voice=voice(names, one.clip, one.extract),
        reason=_COPIED[copy.flag].format(title=titles[copy.of]),
        flags=(*_flags(one.clip, one.extract), copy.flag),
        duplicate_of=copy.of,
    )


def _person(
    interview: Interview, names: Names, one: ReadClip, sure: Sequence[ReadClip], standing: Standing
) -> Standing:
    """The standing of a page that carries the name, once it has been compared with the pages that are surely theirs."""
    verdict = compare(interview, names, one, sure)
    if verdict.likeness is Likeness.SAME:
        return standing
    is_other = verdict.likeness is Likeness.OTHER and not names.own_host(one.clip.url)
    status = ClipStatus.OTHER_PERSON if is_other else ClipStatus.UNSURE
    update = {"status": status, "reason": verdict.reason, "flags": (*standing.flags, *verdict.flags)}
    return standing.model_copy(update=update)


def _is_named(names: Names, clip: Clip, extract: Extract) -> bool:
    meta = extract.meta
    about = f"{clip.title}\n{meta.title}\n{meta.author}\n{meta.site}\n{meta.description}"
    by_turn = any(names.is_name(p.speaker) for p in extract.passages if p.speaker)
    return (
        by_turn
        or names.mentions(f"{about}\n{extract.text}", Strength.WEAK)
        or names.in_url(clip.url)
        or names.in_url(meta.canonical)
    )


def _flags(clip: Clip, extract: Extract) -> tuple[str, ...]:
    flags = [note for note in extract.notes if note == "visible-text"]
    if extract.kind is Kind.TEAM:
        flags.append("many-people")
    if _is_old(clip, extract.meta.published):
        flags.append("old")
    return tuple(flags)


def _is_old(clip: Clip, published: str) -> bool:
    if not published or clip.clipped_at is None:
        return False
    try:
        told = date.fromisoformat(published[:10].ljust(10, "x").replace("xxxxxx", "-01-01").replace("xxx", "-01"))
    except ValueError:
        return False
    clipped = clip.clipped_at.date()
    return (clipped.year - told.year) * 12 + clipped.month - told.month > OLD_MONTHS


def _title(one: ReadClip) -> str:
    return one.clip.title or (one.extract.meta.title if one.extract else "") or one.clip.url or one.clip.id
