"""A paragraph that tells of private life: what stands among it is part of it, though no word of its own says so.

"My wife was in hospital. The talks went badly. I was ill myself." A line is looked at with its paragraph here, and nowhere else: one
private line among ten of work takes nothing with it, and a line that tells of work stays.
"""

from collections import defaultdict
from collections.abc import Sequence

from scrapers.page import Passage
from server.pipeline.features.values import Marks
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import PrivateSpan, private_spans

LEAST, SHARE = 2, 0.5  # private lines in a paragraph, and their share of it, from which all of it is
# What a life is made of; a line of dates and addresses stands among lines of work.
LIFE = frozenset({"family", "romance", "health", "death", "religion", "orientation", "court", "money", "childhood"})
WORK = frozenset({"move", "founded", "education", "role", "published", "award"})  # signs that a line tells of work

Spans = tuple[PrivateSpan, ...]


def private_on_page(
    passages: Sequence[Passage],
    marks: Sequence[Marks],
    names: Names,
    exempt: frozenset[str] = frozenset(),
) -> tuple[Spans, ...]:
    """Private stretches of each passage of a page, in order. marks: what was noticed in each when the page was read."""
    own = [
        () if one.private == () else private_spans(passage.text, names, exempt, one.private)
        for passage, one in zip(passages, marks, strict=True)
    ]
    paragraphs: dict[int, list[int]] = defaultdict(list)
    for at, passage in enumerate(passages):
        paragraphs[passage.block].append(at)
    for lines in paragraphs.values():
        life = [at for at in lines if any(span.category in LIFE for span in own[at])]
        if LEAST <= len(life) < len(lines) and len(life) >= SHARE * len(lines):
            category = own[life[0]][0].category
            for at in lines:
                if not own[at] and not marks[at].cues & WORK:
                    own[at] = (PrivateSpan(0, len(passages[at].text), category),)
    return tuple(own)
