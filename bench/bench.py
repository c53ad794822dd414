"""Speed, for `make bench`: ratios, measured in turns in one process and in its own CPU time, so that a busy machine says little.

Each figure is the lowest of some rounds. "cold" is the first time that a person's pages are seen, "warm" any later one: what
was looked up of a text, such as its stems, is remembered within one process, and what was worked out of a page with the page.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from statistics import median

import click

from bench import scraping
from bench.crowd import pages
from bench.people import Person, load_people
from scrapers import scrape
from scrapers.page import Page
from server import language
from server.folder import read_folder
from server.model import Clip, Interview, Language
from server.pipeline.clip.interview import read_interview
from server.pipeline.conduct import Clock, prepare
from server.pipeline.evidence.gather import gather
from server.pipeline.features.compute import ReadClip, compute
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.identity.stand import stand
from server.pipeline.questions.bank import Bank, load_bank
from server.pipeline.questions.lint import lint

ROUNDS = 7
NOW = datetime(2026, 11, 25, tzinfo=UTC)
FEW, MANY = 10, 300  # clips beside which one more is measured
STEP = {FEW: 5, MANY: 20}  # the slope is taken between so many clips fewer and so many more
MOST_SCRAPING, MOST_GROWTH, MOST_VIEW = 1.7, 1.2, 4.0
SLOW_ROUNDS = 3


TYPED = "You wrote that a wall is a promise; what would you tell somebody who has nine months of savings and leaves in June?"


@dataclass(frozen=True)
class Bench:
    """What all measurements work with."""

    interview: Interview
    read: list[ReadClip]
    language: Language
    bank: Bank

    def first(self, count: int) -> tuple[Interview, list[ReadClip]]:
        """The interview with its first clips alone."""
        read = self.read[:count]
        return self.interview.model_copy(update={"clips": tuple(one.clip for one in read)}), read

    def prepare(self, count: int) -> None:
        """Everything that happens on a view, for the first clips."""
        interview, read = self.first(count)
        prepare(interview, read, self.language, self.bank, Clock(NOW, NOW))

    def alone(self, page: Page) -> None:
        """Everything that a new page needs once, whatever other clips there are."""
        clip, extract = Clip(id="new", url=page.url, title=page.title), scrape(page)
        read = [ReadClip(clip, extract, compute(extract, self.language))]
        self._gathered(self.interview, read)

    def gather(self, count: int) -> None:
        """Whose pages they are, and the evidence on them."""
        interview, read = self.first(count)
        self._gathered(interview, read)

    def _gathered(self, interview: Interview, read: list[ReadClip]) -> None:
        standings = stand(interview, read)
        spoken = spoken_on(read, standings, Names.of(interview.interviewee))
        gather(interview, read, standings, spoken, frozenset())

    def embed(self, count: int) -> None:
        """The sentences of the first clips as vectors: what any tool of this kind does."""
        for one in self.read[:count]:
            if one.extract:
                self.language.embed([passage.text for passage in one.extract.passages])


def interleaved(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Lowest CPU seconds of each task over rounds; in each round all tasks take their turn."""
    for task in tasks.values():
        task()
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            seconds[name].append(_cpu(task))
    return {name: min(values) for name, values in seconds.items()}


def _cpu(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def read_all(person: Person, many: list[Page], words: Language) -> Bench:
    """The person's interview with these pages as its clips, all read."""
    interview, _ = read_interview(person.dossier | {"clips": [], "groundwork": {}})
    clips = [Clip(id=f"c{number:03}", url=page.url, title=page.title) for number, page in enumerate(many)]
    extracts = [scrape(page) for page in many]
    read = [ReadClip(clip, extract, compute(extract, words)) for clip, extract in zip(clips, extracts, strict=True)]
    return Bench(interview, read, words, load_bank())


def interviews(people: list[Person], words: Language, bank: Bank) -> None:
    """Brief and questions of each fictional interview, as a multiple of embedding the passages of its clips."""
    cold, warm = [], []
    for person in people:
        folder = read_folder(person.dossier_path)
        extracts = {name: scrape(page) for name, page in folder.pages.items()}
        read = [
            ReadClip(clip, extracts[clip.id], compute(extracts[clip.id], words))
            for clip in folder.interview.clips
            if clip.id in extracts
        ]
        bench = Bench(folder.interview, read, words, bank)
        first = _cpu(partial(bench.prepare, len(read)))
        took = interleaved(
            {"view": partial(bench.prepare, len(read)), "embed": partial(bench.embed, len(read))}, SLOW_ROUNDS
        )
        cold.append(first / took["embed"])
        warm.append(took["view"] / took["embed"])
    click.echo(
        f"brief and questions for 12 clips / embedding them, {len(people)} interviews: {median(warm):.1f} warm"
        f" ({min(warm):.1f}-{max(warm):.1f}; at most {MOST_VIEW:.0f}), {median(cold):.1f} cold"
    )


def view(bench: Bench) -> None:
    """Features and evidence a page; brief and questions for twelve clips."""
    extract = bench.read[0].extract
    assert extract
    took = interleaved(
        {
            "features": partial(compute, extract, bench.language),
            "evidence": partial(bench.gather, 12),
            "view": partial(bench.prepare, 12),
            "embed": partial(bench.embed, 12),
            "lint": partial(lint, TYPED),
        },
        ROUNDS,
    )
    click.echo(f"linting one typed question: {took['lint'] * 1000:.1f} ms")
    click.echo(f"features of one page ({len(extract.passages)} sentences): {took['features'] * 1000:.1f} ms")
    click.echo(
        f"evidence, 12 clips: {took['evidence'] * 1000 / 12:.1f} ms a clip (whose page, who says it, private parts, weight)"
    )
    click.echo(
        f"brief and questions, 12 short clips: {took['view'] * 1000:.0f} ms, {took['view'] / took['embed']:.1f} times embedding them"
    )


def growth(bench: Bench, fresh: list[Page]) -> None:
    """What one more clip costs beside few and beside many others.

    Counted: all that happens to a new page alone (scrape, features, private words, standing, evidence), which no other clip
    has a part in; and what it adds to a view, as the slope of the whole pipeline, from standing to document, around that many
    clips. What was found private in a sentence is remembered between views, as it is in one process.
    """
    unread = iter(fresh)
    tasks: dict[str, Callable[[], object]] = {"alone": lambda: bench.alone(next(unread))}
    for beside, step in STEP.items():
        tasks[f"{beside}-"] = partial(bench.prepare, beside - step)
        tasks[f"{beside}+"] = partial(bench.prepare, beside + step)
    took = interleaved(tasks, SLOW_ROUNDS)
    slope = {beside: (took[f"{beside}+"] - took[f"{beside}-"]) / (2 * step) for beside, step in STEP.items()}
    cost = {beside: took["alone"] + slope[beside] for beside in STEP}
    click.echo(
        "one more clip = the new page alone (scrape to evidence) + what it adds to a view (slope of the whole pipeline):"
    )
    for beside in STEP:
        alone, more = took["alone"] * 1000, slope[beside] * 1000
        click.echo(f"  beside {beside:3}: {alone:.0f} + {more:.1f} = {cost[beside] * 1000:.0f} ms")
    click.echo(
        f"one more clip at {MANY} / at {FEW}: {cost[MANY] / cost[FEW]:.2f} (at most {MOST_GROWTH});"
        f" of what it adds to a view alone: {slope[MANY] / slope[FEW]:.2f}"
    )


def main() -> None:
    """Print all figures."""
    cost = scraping.measure()
    click.echo(
        f"scraping, {cost['pages']} pages: {cost['ratio']} times bare trafilatura.extract"
        f" ({cost['scrape_ms']} ms against {cost['bare_ms']} ms; at most {MOST_SCRAPING})"
    )
    people, words = load_people(), language.load()
    words.tag("Ready.")
    interviews(people, words, load_bank())
    person = people[0]
    many = pages(person, MANY + STEP[MANY] + SLOW_ROUNDS + 1)
    fresh = many[-SLOW_ROUNDS - 1 :]
    bench = read_all(person, many[: -len(fresh)], words)
    view(bench)
    growth(bench, fresh)


if __name__ == "__main__":
    main()
