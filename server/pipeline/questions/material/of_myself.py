"""What somebody wants to find out about themselves, in words that another understands without the page they typed it on.

"Work out if it is this job I want" -> "work out if a job like yours is what I want"; "work out what I am: a designer, a manager" -> "work out whether I am a designer or a manager".
"""

import re

_FIND_OUT = r"(?P<lead>(?:find out|work out|figure out|know|learn|see|settle)) "
# What they do themselves is what "this" is, in a talk with them.
_THIS = re.compile(r"\bthis (?P<what>job|work|life|career|path|kind of (?:job|work|life))\b", re.IGNORECASE)
_THIS_IS = re.compile(
    rf"^{_FIND_OUT}(?P<if>if|whether) this is (?P<what>an? (?:job|life|career)|work)(?: (?:that )?I(?: would|'d)? (?:really )?(?:want|like|enjoy))\b",
    re.IGNORECASE,
)
_WANT_THIS = re.compile(
    rf"^(?P<so>{_FIND_OUT}(?:if|whether) I (?:really |actually )?(?:want|like|enjoy)) (?:this|it)\b", re.IGNORECASE
)
_IT_IS = re.compile(
    rf"^{_FIND_OUT}(?P<if>if|whether) (?:it is|it's) (?P<what>[\w' -]{{3,40}}?) (?:that )?I(?: really)? (?P<want>want|like|enjoy|need)\b,?(?P<rest>.*)$",
    re.IGNORECASE,
)
_WHAT_I_AM = re.compile(
    rf"^{_FIND_OUT}what (?P<i>I am|(?:it )?(?:actually |really )?(?:is )?(?:it )?I (?:really |actually )?(?:want|like|am))[:.,?] (?:is it )?(?P<ways>[^:.?]+?\bor\b[^:.?]+?)(?:, because\b.*|[.?].*)?$",
    re.IGNORECASE,
)


def about_myself(text: str) -> str:
    """The goal so that "this" and "it" stand for nothing but what is named; as it stands where it asks nothing about oneself."""
    if found := _WHAT_I_AM.match(text):
        verb = found["i"].rsplit(" ", 1)[-1].lower()
        ways = re.sub(r",? or (?:is it )?|, ", " or ", found["ways"])
        return f"{found['lead']} whether I {verb} {ways}"
    if found := _THIS_IS.match(text):
        return f"{found['lead']} {found['if']} {found['what']} like yours is one I would want"
    plain = _WANT_THIS.sub(r"\g<so> work like yours", text)
    if found := _IT_IS.match(plain):
        plain = f"{found['lead']} {found['if']} {found['what']} is what I {found['want']}{found['rest']}"
    return _THIS.sub(_like_yours, plain)


def _like_yours(found: re.Match[str]) -> str:
    what = found["what"].lower()
    return f"{'' if what == 'work' or what.endswith(' work') else 'a '}{what} like yours"
