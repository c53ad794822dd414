"""All sheets of an interview together, as they leave with it and come back."""

from server.model.after import After
from server.model.base import Frozen
from server.model.sheets import Sheet
from server.model.talk import Talk

SHEETS: tuple[type[Sheet], ...] = (Talk, After)


class AllSheets(Frozen):
    """What the user wrote down about one interview: each sheet under what it is called, an empty one if there is none."""

    talk: Talk = Talk()
    after: After = After()
