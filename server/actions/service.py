"""What actions work with; made once, where the parts meet."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from server.actions.kept import Kept
from server.model import Document, Language
from server.pipeline.questions.bank import Bank
from server.reader import Reader
from server.store import Store

if TYPE_CHECKING:  # the pipeline is loaded with `briefs`, when a document is asked for
    from server.actions.shelf import Shelf
    from server.model.document import ClipView
    from server.pipeline.conduct import Drafted
    from server.pipeline.questions.answered import Answers
    from server.pipeline.questions.lint import Setting

MOST_KEPT = 8  # interviews whose pages, draft, document and check of questions are held in memory


@dataclass(frozen=True, slots=True)
class Service:
    """The parts, the clock, and what was computed last (`kept.Kept` says when that still holds)."""

    store: Store
    reader: Reader
    language: Language
    bank: Bank
    now: Callable[[], datetime]
    documents: Kept[Document] = field(default_factory=lambda: Kept(MOST_KEPT))
    drafts: "Kept[tuple[Drafted, tuple[ClipView, ...]]]" = field(default_factory=lambda: Kept(MOST_KEPT))
    shelves: "Kept[Shelf]" = field(default_factory=lambda: Kept(MOST_KEPT))
    checks: "Kept[tuple[Setting, Answers]]" = field(default_factory=lambda: Kept(MOST_KEPT))
