"""The text of a page with what is private covered up letter by letter, so that every place in it stays where it was."""

from scrapers.page import Extract
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import private_spans, public_part

COVER = "█"


def covered(extract: Extract, names: Names, exempt: frozenset[str]) -> str:
    """The text of an extract, as long as it is; what stands outside of every passage is covered, too."""
    shown: list[str] = [char if char.isspace() else COVER for char in extract.text]
    for passage in extract.passages:
        spans = private_spans(passage.text, names, exempt)
        low, high = (public_part(passage.text, spans) or (0, 0)) if spans else (0, len(passage.text))
        shown[passage.start + low : passage.start + high] = passage.text[low:high]
    return "".join(shown)
