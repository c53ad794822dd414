"""What kind of help a goal asks for: a guess from its words, shown as a chip that can be changed."""

import re

from server.model import GoalKind

_MY_THINGS = r"(?:plan|resume|résumé|cv|portfolio|essay|pitch|application|draft|project|thesis|work|idea|proposal|network|list|site|form|desk)"

# Several may fit; the order settles ties, so the more particular kind stands first.
_PATTERNS: tuple[tuple[GoalKind, str], ...] = (
    (
        GoalKind.FIND_WANT,
        (
            r"\b(?:find out|figure out|work out|understand|know|clear about|discover) (?:\w+ ){0,3}(?:what|whether|if) (?:it is )?i "
            r"(?:really |actually |truly )?(?:want|would like|like|enjoy)|\bwhat i (?:really |actually )?want\b|\bif this is for me\b"
        ),
    ),
    (
        GoalKind.ADVICE,
        (
            rf"\b(?:feedback|advice|critique|review|honest (?:look|view|opinion)|second opinion|look at|thoughts|what .{{0,20}}would change)\b"
            rf".*\b(?:my|our|on me)\b|\b(?:whether|if) my {_MY_THINGS}\b|\bhow my {_MY_THINGS}\b"
        ),
    ),
    (
        GoalKind.MEET,
        (
            r"\b(?:meet|find|introduc\w+|connect\w*|names of|point me to|get to know|talk to)\b.*\b(?:people|persons?|someone|somebody|others|"
            r"experts?|mentors?|whom?|scientists?|researchers?|engineers?|designers?|editors?|consultants?|nurses?|teachers?)\b"
            r"|\bwhom?\b (?:else )?(?:(?:should|can|could|might) i|i (?:should|can|could|might)|to) (?:meet|talk|ask|speak|call)|\bwhom to meet\b"
        ),
    ),
    (
        GoalKind.DECIDE,
        (
            r"\b(?:decid(?:e|ing)|decision|choos\w+|choice|torn|weigh\w*|whether|versus|vs\.?)\b|\bbetween\b.+\band\b|\b(?:should i|do i)\b.+\bor\b"
            r"|\bor (?:first|rather|stay|leave|keep)\b"
        ),
    ),
    (
        GoalKind.START,
        (
            r"\b(?:start|launch|found|open|build|set up|setting up)(?:ing)? (?:up )?(?:my|a|an|our|the) (?:\w+ ){0,3}(?:company|business|start-?up|studio|"
            r"shop|store|firm|workshop|bakery|caf[ée]|restaurant|farm|gallery|label|theatre|choir|magazine|practice|nonprofit|charity|product|agency|clinic|"
            r"newsletter|trust|school|co-?op\w*)\b|\bco-?found\w*\b|\bgo(?:ing)? independent\b"
        ),
    ),
    (
        GoalKind.BREAK_IN,
        (
            r"\b(?:break|move|moving|switch\w*|transition\w*|get|getting|pivot\w*|return\w*|chang\w+|come|coming) (?:in)?(?:to|from|back|over|careers?|"
            r"fields?)\b|\bcareer chang\w+|\bfrom [\w-]+ (?:in)?to [\w-]+\b|\bget into\b|\boutsiders?\b"
        ),
    ),
    (
        GoalKind.GROW,
        r"\b(?:promot\w+|raise|senior|staff|principal|partner|lead(?:ing)? a team|manager|management|next level|grow in my)\b",
    ),
    (
        GoalKind.SKILL,
        (
            r"\b(?:learn|get better|improve|practi[cs]e|master|technique|craft|really done|step by step|how (?:to|do|does|they|she|he|it|the work)\b|"
            r"skills?)\b"
        ),
    ),
    (
        GoalKind.ORGANISATION,
        r"\b(?:what it'?s like|culture|team|company|employer|organi[sz]ation|working at|inside|how .{1,30} (?:is run|decides?|hires?))\b",
    ),
    (GoalKind.RELATIONSHIP, r"\b(?:stay in touch|relationship|mentor me|get to know|reconnect|thank)\b"),
    (
        GoalKind.EXPLORE,
        r"\b(?:explor\w+|understand|curious|field|industry|find out|see if|what .{1,30} is about|where the hours go)\b",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def guess_goal_kinds(text: str) -> tuple[GoalKind, ...]:
    """The kinds a goal's words suggest, best first, at least one (explore).

    The verb a goal begins with says most: "Decide whether to ..." is a decision though it goes on to speak of moving.
    """
    plain = text.replace("’", "'")
    hits = {kind: found.start() for kind, pattern in _COMPILED if (found := pattern.search(plain))}
    order = [kind for kind, _ in _PATTERNS if kind in hits]
    # "Find out ..." and "Understand ..." open goals of every kind.
    opening = [kind for kind in order if hits[kind] <= 2 and kind is not GoalKind.EXPLORE]
    first = opening or order
    return tuple(dict.fromkeys([*first, *order])) or (GoalKind.EXPLORE,)
