"""Who says a passage, and whether it is about the interviewee.

own       their own words: their site, their turns in a conversation, a text that they signed
quoted    their words in quotation marks, or a speech of theirs printed, on somebody else's page
reported  somebody else about them; also a page about them in the third person on their own site
host      the other person in a conversation, a commenter, somebody whom their own page quotes
unknown   nobody can tell
"""

from dataclasses import dataclass

from server.model import SaidBy


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a passage, and whether it is about the interviewee: only then may it become evidence."""

    said_by: SaidBy
    about: bool


HOST = Speech(SaidBy.HOST, about=False)
UNKNOWN = Speech(SaidBy.UNKNOWN, about=False)
OWN = Speech(SaidBy.OWN, about=True)
QUOTED = Speech(SaidBy.QUOTED, about=True)
REPORTED = Speech(SaidBy.REPORTED, about=True)
