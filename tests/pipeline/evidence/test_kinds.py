import pytest

from scrapers.page import Place
from server.model import EvidenceKind
from server.pipeline.evidence.kinds import guess_kind
from server.pipeline.features.cues import cues


@pytest.mark.parametrize(
    "text, kind",
    [
        ("I studied law at a college in Turku.", EvidenceKind.EDUCATION),
        ("I founded the Tuesday clinic.", EvidenceKind.FOUNDED),
        ("I left the ward.", EvidenceKind.MOVE),
        ("The hall is painted green.", EvidenceKind.PROJECT),
    ],
)
def test_a_kind_is_guessed_from_what_was_seen(text: str, kind: EvidenceKind) -> None:
    assert guess_kind(cues(text), Place.PARAGRAPH) is kind


def test_a_row_is_a_role_unless_it_speaks_of_schooling() -> None:
    assert guess_kind(frozenset(), Place.ROW) is EvidenceKind.ROLE
    assert guess_kind(frozenset({"education"}), Place.ROW) is EvidenceKind.EDUCATION
