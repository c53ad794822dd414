"""What can be done with a dossier folder alone: everything comes from it and nothing is kept."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from server.errors import Problem
from server.folder import Folder, read_folder
from server.model import Checked, Clip, Document, Interview, Language
from server.model.after import After
from server.pipeline.clip.page import place
from server.pipeline.conduct import Clock, prepare
from server.pipeline.features.compute import ReadClip
from server.pipeline.follow_up.record import record
from server.pipeline.privacy.lexicon import lexicon
from server.pipeline.questions.bank import Bank
from server.pipeline.typed import check_typed
from server.reader import Progress, Reader, ReadResult

UNDATED = datetime(
    2026, 1, 1, tzinfo=UTC
)  # "now" for a folder that holds no date at all: fixed, so that nothing varies


@dataclass(frozen=True, slots=True)
class Tools:
    """What actions work with; made once, where the parts meet."""

    reader: Reader
    language: Language
    bank: Bank


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document and what went wrong on the way to it."""

    document: Document
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Linted:
    """Questions after the check, in the order given, and what went wrong on the way."""

    questions: tuple[Checked, ...]
    problems: tuple[Problem, ...]


def prepare_folder(path: Path, tools: Tools, generated_at: datetime, progress: Progress | None = None) -> Prepared:
    """The document of the interview in a dossier folder.

    A page that cannot be used is unreadable in the document and a problem beside it. Raises InputError if the dossier.json
    itself cannot be used.
    """
    folder = read_folder(path)
    read, problems = _read(folder, tools, progress)
    clock = Clock(now=now_of(folder.interview), generated_at=generated_at)
    interview = folder.interview
    made = prepare(interview, read, tools.language, tools.bank, clock, turn=interview.turn or 0)
    after = After.model_validate(interview.sheets.get(After.called, {}))
    return Prepared(made.model_copy(update={"follow_up": record(after)}), problems)


def lint_folder(path: Path, questions: Sequence[str], tools: Tools, progress: Progress | None = None) -> Linted:
    """Each question held against the pages of a dossier folder. Raises InputError as prepare_folder does."""
    folder = read_folder(path)
    read, problems = _read(folder, tools, progress)
    return Linted(check_typed(questions, folder.interview, read, tools.language), problems)


def now_of(interview: Interview) -> datetime:
    """The moment an interview is prepared for: its meeting, else its newest clip. Never the wall clock."""
    moments = [clip.clipped_at for clip in interview.clips if clip.clipped_at]
    return interview.meeting.start or max(moments, default=UNDATED)


def _read(folder: Folder, tools: Tools, progress: Progress | None) -> tuple[list[ReadClip], tuple[Problem, ...]]:
    """All clips of a folder after reading, in their order, and all problems of the folder and of the reading."""
    with ThreadPoolExecutor(1) as meanwhile:
        ready = meanwhile.submit(get_ready, tools.language)
        results = tools.reader.read(list(folder.pages.items()), progress)
        ready.result()
    failed = [
        Problem(results[clip.id].problem, place(clip))
        for clip in folder.interview.clips
        if clip.id in results and results[clip.id].problem
    ]
    return [_read_clip(clip, folder, results) for clip in folder.interview.clips], (*folder.problems, *failed)


def get_ready(language: Language) -> None:
    """Load what the pipeline loads at first use, before somebody waits for it: a third of the time of a short command."""
    language.embed(["ready"])
    language.tag("Ready.")
    lexicon()


def _read_clip(clip: Clip, folder: Folder, results: Mapping[str, ReadResult]) -> ReadClip:
    if clip.id not in results:
        return ReadClip(clip, problem=folder.unreadable[clip.id])
    result = results[clip.id]
    return ReadClip(clip, result.extract, result.features, result.problem)
