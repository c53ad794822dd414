"""How a page names them, and whether its address is theirs: asked with every look, and worked out once a page."""

from scrapers.page import Extract
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.identity.names import Names, Strength


@once
def named_on(one: ReadClip, names: Names) -> tuple[Strength, tuple[str, ...]]:
    """How a page names them, and first names of others of that surname on it."""
    extract = one.extract
    text = f"{extract.meta.title}\n{extract.meta.author}\n{speakers_on(extract)}\n{extract.text}" if extract else ""
    return names.strength(text), names.others(text)


@once
def on_own_host(one: ReadClip, names: Names) -> bool:
    """Whether the address of a page is theirs."""
    return names.own_host(one.clip.url)


@once
def on_own_account(one: ReadClip, names: Names) -> bool:
    """Whether the path of its address opens with a handle of theirs."""
    return names.handle_account(one.clip.url)


def speakers_on(extract: Extract) -> str:
    """Whoever speaks on a page: in a thread a handle may be the only name that is given."""
    return "\n".join(sorted({passage.speaker for passage in extract.passages if passage.speaker}))
