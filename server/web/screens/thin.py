"""That the pages hold little: why, and what to bring next."""

from server.model import ClipStatus
from server.pipeline.export.faces.view import View, clean

THIN = "Thin brief"  # how the card begins the line that says so
NEXT = "Worth clipping next:"
LEFT_OUT = {
    ClipStatus.UNSURE: "ask whether they are about {name}",
    ClipStatus.OTHER_PERSON: "seem to be about somebody else",
    ClipStatus.NO_MENTION: "do not name {name}",
    ClipStatus.THIN: "hold hardly any text",
    ClipStatus.UNREADABLE: "could not be read",
    ClipStatus.DUPLICATE: "say what another one says",
    ClipStatus.CONTEXT: "only tell of what surrounds {name}",
}


def thin_words(view: View) -> tuple[str, ...]:
    """What is said of few pages, sentence by sentence; nothing where there is none, or enough."""
    items = [clean(item.text) for section in view.document.brief.sections for item in section.items]
    if not view.document.clips or not any(item.startswith(THIN) for item in items):
        return ()
    name = clean(view.name.split()[0])
    used = sum(clip.status is ClipStatus.USED for clip in view.document.clips)
    told = (
        f"{_pages(used)} of yours {'tells' if used == 1 else 'tell'} of {name}"
        if used
        else f"No page of yours tells of {name} yet"
    )
    next_page = next((item for item in items if item.startswith(NEXT)), "")
    return tuple(line for line in (f"{told}{_others(view, name)}.", next_page) if line)


def _others(view: View, name: str) -> str:
    """What became of the other pages, the most frequent first."""
    statuses = [clip.status for clip in view.document.clips if clip.status in LEFT_OUT]
    if not statuses:
        return ", and little"
    most = max(dict.fromkeys(statuses), key=statuses.count)
    what = LEFT_OUT[most].format(name=name)
    return f"; of the others, {statuses.count(most)} {what if statuses.count(most) > 1 else _one(what)}"


def _one(what: str) -> str:
    """Said of one page: "do not name Dana" -> "does not name Dana"."""
    first, _, rest = what.partition(" ")
    singular = {"do": "does", "say": "says", "ask": "asks", "seem": "seems", "hold": "holds", "could": "could"}
    return f"{singular.get(first, first)} {rest}"


def _pages(count: int) -> str:
    return "Only one page" if count == 1 else f"Only {count} pages"
