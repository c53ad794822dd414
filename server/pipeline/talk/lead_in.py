"""What only brings a matter in, such as "in 2019 you wrote that": a cue goes without it."""

import re

from server.pipeline.talk.words import MONTHS

# What brings a matter in without being it.
LEAD_INS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:in|since|by|on) (?:\w+ )?(?:19|20)\d\d,? (?=\w)",
        r"(?:you|they|he|she)(?:'ve|’ve| have)? (?:once |also |still )?(?:wrote|written|said|say|write|thought|told \w+|argue|argued|believe)(?: that)?,? ",
        r"(?:you|i) (?:don't|don’t|do not) know (?=(?:who|what|where|when|how|why|which)\b)",
        r"(?:you|i) (?:don't|don’t|do not) know (?:if|whether) (?:(?:i|you|we|they|it)(?:['’]\w+)? )?",
        r"i keep thinking |i(?:'m|’m| am) (?:going on the idea|assuming|guessing|deciding|choosing|wondering|torn|looking for|trying to (?:understand|find out|learn))(?: that)?(?: by (?:the end of |\d+ )?\w+)? ",
        r"(?:whether to|whether|between) ",
        r"say yes to (?=\w)",
        r"i (?:want|hope|plan|intend|mean) to (?:get )?",
        r"my (?:first |next )?(?:step|plan|idea) is (?:to )?",
        r"here(?:'s|’s| is| are) ",
        r"i(?:'d|’d| would) like to (?:learn|know|understand|hear|find out|see)(?: if| whether)? ",
        r"i (?:have|think|believe|said|say) (?:that )?",
        r"i(?:'m|’m| am) going to (?:be )?",
        r"(?:the|what|one|all|my|a|your|our) [^,.]{1,34}? (?:is|was|meant|means|says?) that ",
        r"(?:what|the) [^,.]{1,34}? is (?=(?:how|where|who|what|when)\b)",
        r"[^,.]{0,48}\b(?:found out|noticed|knew|learned|realised)(?: [^,.]{1,16})? that (?:(?:you|i|we|they)(?:['’]\w+)?(?: had)? )?",
        rf"(?:in|since|by|on|till|until) (?:about )?(?:{'|'.join(MONTHS)}|(?:19|20)\d\d),? (?=(?:i|you|we)(?:['’]\w+)? )",
        r"(?:you|i|we) (?:used|have|need) to (?:think|say|believe|be|tell \w+ to)?(?: in| that)? ?(?=\w)",
        r"before i |think of (?:someone|somebody) who |your (?:talk|piece|book) ends (?:on|with) |most of what i read says (?:that )?",
        r"(?:two|three|some|a few|other)? ?(?:people|somebody|someone|others|a person|persons) who (?:lately )?(?:had to choose whether to )?",
        r"in (?:ten|twenty|\d+|all|these|those|the last) [^,]{0,12}years?(?: of (?:this|that|it))? ",
        r"(?:went|moved|switched|changed|grow|move|switch|change|go) from .{1,60}? (?=to \w)",
        r"[\w-]+ (?:hours|days|weeks|months|years) of ",
        r"(?:which|what) (?=\w+ (?:of|on|in|for)\b)",
        r"(?:you(?:['’](?:re|ve|d|ll)| are| have)?|i(?:['’](?:m|ve|d|ll)| am| will)?|people|we|one) (?=[a-z])",
    )
)


def stripped(text: str) -> str:
    """A text without what only brings it in."""
    before = ""
    while text != before and len(text.split()) > 1:
        before = text
        for lead in LEAD_INS:
            rest = text[found.end() :] if (found := lead.match(text)) else ""
            text = rest if rest.strip() else text
    return text.strip()
