"""What stands in a calendar for one interview."""

from enum import StrEnum


class Reminder(StrEnum):
    """Each has an entry of its own. All are on unless they are switched off."""

    TALK = "talk"
    EVENING = "evening"
    THANKS = "thanks"
    TRIED = "tried"
    PROMISED = "promised"  # one a promise with a day
