"""How well private life is guessed where no word says so, tried on what was not learnt from: `python -m bench.privacy`."""

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from bench.privacy.learn import MEANING, PART, Floats, Table, learn, seen_parts, table, vocabulary
from bench.privacy.sentences import PAGE, WORK, Sentence, digest, on_pages, written
from server import language
from server.pipeline import privacy

ALARMS = 0.01  # share of the lines of pages that may be guessed private: where the bar stands
FOLDS = 8
STEP = 0.05  # weights are written in steps of it; the least is left out
WEIGHTS = Path(str(resources.files(privacy))) / "private_weights.json"
Chosen = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lab:
    """All sentences, as they are and as rows, with the weights learnt from all."""

    sentences: Sequence[Sentence]
    rows: Table
    private: Floats
    all_weights: Floats

    def which(self, *, styles: Sequence[str] = (), about: str = "") -> Chosen:
        """Sentences of some styles, or about something."""
        return np.array([one.style in styles or one.about == about for one in self.sentences])

    def unseen(self, held_out: Sequence[Chosen]) -> Floats:
        """The weight of each sentence, learnt without its group; NaN outside of all groups."""
        found = np.full(len(self.sentences), np.nan)
        for group in held_out:
            learnt = learn(self.rows.only(~group), self.private[~group], self.all_weights)
            found[group] = self.rows.only(group).times(learnt)
        return found


@click.command()
@click.option("--write", is_flag=True, help="Write the weights.")
@click.option("--missed", is_flag=True, help="Print what neither the lexicon nor the guess finds.")
def main(*, write: bool, missed: bool) -> None:
    """Print what lexicon and guess find of sentences, categories and styles they have not seen; --write makes the weights anew."""
    matching = language.load("wordllama-256")
    sentences = [*written(), *on_pages()]
    texts = [one.text for one in sentences]
    vectors, parts = vocabulary(texts, matching), seen_parts(texts)
    rows, private = table(texts, vectors, parts), np.array([float(one.private) for one in sentences])
    lab = Lab(sentences, rows, private, learn(rows, private))
    weighed = lab.unseen(list(_folds(lab)))
    bar = float(np.quantile(weighed[lab.which(styles=[PAGE])], 1 - ALARMS))
    for line in report(lab, weighed, bar):
        click.echo(line)
    if missed:
        click.echo("\n".join(one.text for one in _missed(lab, weighed, bar)))
    if write:
        WEIGHTS.write_text(_written(lab.all_weights, vectors, parts, bar), "utf-8")


def report(lab: Lab, weighed: Floats, bar: float) -> Iterator[str]:
    """Lines of the report: shares found, and shares of what is not private that is guessed."""
    known = np.array([one.known for one in lab.sentences])
    new = (lab.private == 1) & ~lab.which(styles=["tests"])
    yield f"{int(new.sum())} private sentences: the lexicon finds {known[new].mean():.3f}"
    for alarms in (0.005, 0.01, ALARMS, 0.02, 0.05):
        at = float(np.quantile(weighed[lab.which(styles=[PAGE])], 1 - alarms))
        found = weighed > at
        near = found[lab.which(styles=[WORK])].mean()
        yield f"  at {alarms:.3f} of the lines of pages, with the guess {(found | known)[new].mean():.3f}; near misses guessed {near:.3f}"
    styles = sorted({one.style for one in lab.sentences} - {WORK, PAGE, "tests"})
    abouts = sorted({one.about for one in lab.sentences if one.private and one.style != "tests"})
    for name, groups in (
        ("style", [lab.which(styles=[one]) for one in styles]),
        ("file", [lab.which(about=one) for one in abouts]),
    ):
        found = (lab.unseen(groups) > bar) | known
        yield f"  a whole {name} left out: {found[new].mean():.3f}"
        for each, group in zip(styles if name == "style" else abouts, groups, strict=True):
            yield f"    {each:<16} lexicon {known[group & new].mean():.3f}   with the guess {found[group & new].mean():.3f}"


def _missed(lab: Lab, weighed: Floats, bar: float) -> list[Sentence]:
    found = zip(lab.sentences, weighed, strict=True)
    return [one for one, weight in found if one.private and not one.known and weight <= bar]


def _folds(lab: Lab) -> Iterator[Chosen]:
    """Groups to leave out: whole persons, and every eighth sentence of the others."""
    people = sorted({one.about for one in lab.sentences if one.style == PAGE})
    turn = np.array(
        [people.index(one.about) % FOLDS if one.style == PAGE else at % FOLDS for at, one in enumerate(lab.sentences)]
    )
    return (turn == fold for fold in range(FOLDS))


def _written(weights: Floats, vectors: dict[str, Floats], parts: Sequence[str], bar: float) -> str:
    size = len(next(iter(vectors.values())))
    found = {stem: MEANING * float(vector @ weights[:size]) for stem, vector in vectors.items()}
    for part, weight in zip(parts, weights[size:-1], strict=True):
        found[part] = found.get(part, 0.0) + PART * float(weight)
    lines: dict[str, list[str]] = defaultdict(list)
    for part, weight in sorted(found.items()):
        if abs(weight) >= STEP:
            lines[f"{math.copysign(round(abs(weight) / STEP) * STEP, weight):.2f}"].append(part)
    made = {
        "made_from": digest(),
        "bias": round(float(weights[-1]), 3),
        "bar": round(bar, 3),
        "parts": {weight: ",".join(lines[weight]) for weight in sorted(lines, key=float)},
    }
    return json.dumps(made, ensure_ascii=True, indent=0) + "\n"


if __name__ == "__main__":
    main()
