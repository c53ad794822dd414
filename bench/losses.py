"""At which step the passages are lost that a brief and questions should rest on: `python -m bench.losses`.

A gold fact is followed through its page: is the page used, was the passage read, is it held to be about them, is it public, is
it the best of its repeats, is it sure, does it stand in the wide pool of the questions, in the document, in the brief.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import click

from bench.case import Json
from bench.matching import covers
from bench.people import Person, load_people
from scrapers.page import Passage
from server import language
from server.actions.folder import now_of
from server.folder import read_folder
from server.model import ClipStatus, Document, Interview, Language, Standing
from server.pipeline.conduct import Clock, prepare
from server.pipeline.evidence.gather import USABLE, Found, gather
from server.pipeline.evidence.quotable import public_words
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.speech import Speech
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.identity.stand import stand
from server.pipeline.privacy.spans import private_spans, public_work
from server.pipeline.questions.bank import load_bank
from server.reader import Reader

WIDE = 160  # passages of the pool that questions look at
STEPS = ("page", "reading", "whose", "private", "repeat", "unsure", "pool", "document", "brief", "kept")
GENERATED_AT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Trail:
    """Everything between a person's pages and their document that a fact can be lost in."""

    person: Person
    read: Mapping[str, ReadClip]
    standings: Mapping[str, Standing]
    spoken: Mapping[str, tuple[Speech, ...]]
    pool: Sequence[Found]
    document: Document
    is_public: Callable[[str], bool]

    def lost(self, fact: Json) -> str:
        """The step at which a fact is lost; "kept" where a line of the brief cites it."""
        clip = fact["clip"]
        if self.standings[clip].status not in USABLE - {ClipStatus.CONTEXT}:
            return "page"
        hits = self._passages(fact)
        if not hits:
            return "reading"
        found = [one for one in self.pool if any(one.passage == hit for _, hit in hits) and one.clip.id == clip]
        return self._after(found) if found else self._before(clip, hits)

    def _passages(self, fact: Json) -> list[tuple[int, Passage]]:
        extract = self.read[fact["clip"]].extract
        passages = tuple(enumerate(extract.passages)) if extract else ()
        whole = [(at, one) for at, one in passages if covers(one.text, fact["quote"])]
        return whole or [
            (at, one) for at, one in passages if covers(fact["quote"], one.text) and one.text in fact["quote"]
        ]

    def _before(self, clip: str, hits: Sequence[tuple[int, Passage]]) -> str:
        theirs = [one for at, one in hits if self.spoken[clip][at].about]
        if not theirs:
            return "whose"
        return "repeat" if any(self.is_public(one.text) for one in theirs) else "private"

    def _after(self, found: Sequence[Found]) -> str:
        ids = {one.evidence.id for one in found}
        cited = {i for section in self.document.brief.sections for item in section.items for i in item.evidence}
        if ids & cited:
            return "kept"
        if not any(one.sure for one in found):
            return "unsure"
        if ids & {one.id for one in self.document.evidence}:
            return "brief"
        return "document" if min(self.pool.index(one) for one in found) < WIDE else "pool"


@click.command()
@click.option("--each", is_flag=True, help="Print every must-have that is lost, and where.")
def main(*, each: bool) -> None:
    """Print how many must-haves, passages of good questions and facts are lost at each step."""
    with Reader() as reader:
        trails = list(follow(load_people(), reader, language.load()))
    for trail in trails:
        click.echo(line(trail.person.slug, tally(trail, trail.person.gold["must_have"])))
        if each:
            lost = [(fact, trail.lost(trail.person.facts[fact])) for fact in trail.person.gold["must_have"]]
            click.echo("    " + ", ".join(f"{fact}: {step}" for fact, step in lost if step != "kept"))
    click.echo("\n" + line("", dict(zip(STEPS, STEPS, strict=True))))
    for name, wanted in WANTED.items():
        click.echo(line(name, sum((tally(trail, wanted(trail.person)) for trail in trails), Counter[str]())))


def follow(people: Sequence[Person], reader: Reader, matching: Language) -> Iterator[Trail]:
    """A trail a person, their pages read anew."""
    for person in people:
        folder = read_folder(person.dossier_path)
        results = reader.read(list(folder.pages.items()))
        read = [
            ReadClip(clip, results[clip.id].extract, results[clip.id].features, results[clip.id].problem)
            for clip in folder.interview.clips
            if clip.id in results
        ]
        yield trail_of(person, folder.interview, read, matching)


def trail_of(person: Person, interview: Interview, read: Sequence[ReadClip], matching: Language) -> Trail:
    """The trail of one person, from pages that were read."""
    names = Names.of(interview.interviewee)
    standings, exempt = stand(interview, read), public_work(interview, names)
    spoken = spoken_on(read, standings, names)
    return Trail(
        person=person,
        read={one.clip.id: one for one in read},
        standings=standings,
        spoken=spoken,
        pool=gather(interview, read, standings, spoken, exempt).found,
        document=prepare(interview, read, matching, load_bank(), Clock(now_of(interview), GENERATED_AT)),
        is_public=lambda text: public_words(text, private_spans(text, names, exempt)) is not None,
    )


def _of_good_questions(person: Person) -> list[str]:
    return sorted({fact for one in person.gold["good_questions"] for fact in one["evidence"]})


WANTED: Mapping[str, Callable[[Person], Sequence[str]]] = {
    "must-haves": lambda person: person.gold["must_have"],
    "of good questions": _of_good_questions,
    "all facts": lambda person: list(person.facts),
}


def tally(trail: Trail, facts: Sequence[str]) -> Counter[str]:
    """Number of facts lost a step."""
    return Counter(trail.lost(trail.person.facts[fact]) for fact in facts)


def line(name: str, cells: Mapping[str, object]) -> str:
    """A line of the table."""
    return f"{name:<22}" + "".join(f"{cells.get(step, 0):>10}" for step in STEPS)


if __name__ == "__main__":
    main()
