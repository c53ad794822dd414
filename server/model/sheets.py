"""What the user writes down about one interview: a sheet a purpose, kept whole and always as they left it."""

from typing import ClassVar, Self

from server.model.base import Frozen


class Sheet(Frozen):
    """One sheet of an interview. A class a purpose, with a default for each field: a sheet nobody wrote on is an empty one.

    called: what the store calls it. Fields only ever get more, so that sheets of earlier versions can be read.
    """

    called: ClassVar[str]

    def on_record(self) -> Self:
        """The sheet as it may leave this machine, in any export: without what the user said is off the record."""
        return self
