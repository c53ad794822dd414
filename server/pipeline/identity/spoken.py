"""Who says what on all pages of an interview: worked out once, for the evidence and for the already-answered check."""

from collections.abc import Mapping, Sequence

from server.model import Standing
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.identity.names import Names
from server.pipeline.identity.speakers import speeches
from server.pipeline.identity.speech import Speech

Spoken = Mapping[str, tuple[Speech, ...]]


def spoken_on(read: Sequence[ReadClip], standings: Mapping[str, Standing], names: Names) -> Spoken:
    """Clip id -> one Speech a passage, in their order, for every clip that could be read."""
    return {one.clip.id: _spoken(one, standings[one.clip.id], names) for one in read if one.extract is not None}


@once
def _spoken(one: ReadClip, standing: Standing, names: Names) -> tuple[Speech, ...]:
    assert one.extract is not None
    return speeches(names, one.extract, standing)
