"""What they have been asked and have answered on the pages: an interviewer's questions, headings that ask, a FAQ.

Holding stock questions against the pages was tried and given up: with hardly a rare word in them they match anything.
"""

from collections.abc import Iterator, Sequence

from scrapers.page import Extract
from server.model import Answered
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import clip_of
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import redact

MOST = 6
LEAST_WORDS, MOST_WORDS = 4, 16  # of a question worth telling
CITED = 2


def already_answered(
    read: Sequence[ReadClip], pool: Pool, names: Names, exempt: frozenset[str]
) -> tuple[Answered, ...]:
    """Questions of the pages with the first passages of the answer, the most telling answer first."""
    asking = {one.clip.id for one in read if _asks(one)}
    by_clip: dict[str, list[Found]] = {}
    for found, clip in zip(pool.found, pool.each(clip_of), strict=True):
        if clip in asking:
            by_clip.setdefault(clip, []).append(found)
    pairs = [
        (answer[0].score, Answered(question=question, evidence=tuple(found.evidence.id for found in answer)))
        for one in read
        if one.extract and one.clip.id in by_clip
        for question, answer in _asked(one.extract, by_clip[one.clip.id])
        if redact(question, names, exempt) == question
    ]
    ranked = sorted(pairs, key=lambda pair: (-pair[0], pair[1].question))
    return tuple(answered for _, answered in ranked[:MOST])


@once
def _asks(one: ReadClip) -> bool:
    """Whether a page asks anything."""
    passages = one.extract.passages if one.extract else ()
    return any(_question(passage.text) or _question(passage.heading) for passage in passages)


def _asked(extract: Extract, found: Sequence[Found]) -> Iterator[tuple[str, list[Found]]]:
    """Each question with what they say right after it, up to the next question."""
    by_place = {one.passage.start: one for one in found}
    question, answer = "", list[Found]()
    for passage in extract.passages:
        asked = _question(passage.text) if passage.start not in by_place else ""
        heading = _question(passage.heading)
        latest = asked or (heading if heading and heading != question and passage.start in by_place else "")
        if latest:
            if question and answer:
                yield question, answer
            question, answer = latest, []
        if passage.start in by_place and len(answer) < CITED:
            answer.append(by_place[passage.start])
    if question and answer:
        yield question, answer


def _question(text: str) -> str:
    plain = text.strip()
    return plain if plain.endswith("?") and LEAST_WORDS <= len(plain.split()) <= MOST_WORDS else ""
