"""How people scribble to themselves: where a piece ends, what only leads in, what states something and what is half a sentence."""

import re

from server.pipeline.features.verbs import PAST_ANYWHERE
from server.pipeline.questions.material.wonders import ASKS, ASKS_IF

SENTENCE = re.compile(
    rf"(?<=[.!?…])\s+|\s+[-–—]+\s+|\n+|,?\s+(?:but|so)\s+(?={ASKS})|\s+but\s+(?=who \w+s\b)|\s+and\s+(?=who (?:pays|decides|says|knows|gets)\b)|,\s+(?:but |so |and )?(?={ASKS}|{ASKS_IF}|(?:who|what|how|why|where|which) \w)|\s+so\s+(?={ASKS_IF})",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^(?:(?:ouch|amen|hang on|hold on|hm+|huh|wow|oh|ah|ha(?:ha)*|lol|ugh|ok(?:ay)?|yes|yeah|no|funny|interesting|(?:nice|good|great|fair|strong|lovely) (?:line|point|one|quote)|easy to say|nice|great|wait|well|honestly|really|"
    r"(?:I )?agreed?|true|exactly|like(?= what\b)|hey|sigh|also|and|so|but|because|then|plus|ps|nb|question|ask|note|idea)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"[\s,;:.!…-]*\b(?:hm+|huh|lol|haha|right|(?:is|isn't|was|wasn't|are|aren't|do|don't|does|doesn't) (?:it|they|he|she|this|that)|though|i guess|i suppose|i think|somehow)?[\s,;:.!?…-]*$",
    re.IGNORECASE,
)
STATES = re.compile(
    r"\b(?:am|is|are|was|were|be|have|has|had|do|does|did|can|could|will|would|must|might|should|isn't|aren't|wasn't|weren't|don't|"
    r"doesn't|didn't|haven't|hasn't|can't|won't|wouldn't|couldn't|(?:I|it|that|this|there|what|who|we|they)'(?:s|m|re|ve|d|ll)|"
    rf"(?:I|we) (?:\w+ly |still |always |never |only |just |even |also |keep |kept )?[a-z]+|{PAST_ANYWHERE}|gets?|makes?|takes?|needs?|wants?|"
    r"(?:everyone|everybody|nobody|no one)(?: else)? \w+s|(?:my|our) (?:[\w-]+ )?[\w-]+ [a-z]{3,}(?<![sui])s(?= )|(?:people|customers|patients|clients|kids|users|colleagues|students|members|bosses|parents|neighbours|volunteers|managers|teachers|doctors|nurses|"
    r"others|ones|two|three|four|five|six|few|many|most) (?:never |always |only |just |still |all )?(?:nod|come|go|say|do|know|want|stay|leave|ask|tell|decide|think|need|like|hate|use|get|give|take|make|keep|pay|work|read|write|call|complain|believe|expect|forget|try|die|"
    r"run|show|help|live|talk|listen|care|see|feel|start|stop)|gone|scares?|means?|says?)\b",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"^(?:is|are|am|was|were|do|does|did|can|could|will|would|should|has|have|had|shall)\b", re.IGNORECASE
)
HEDGED = re.compile(
    r"\b(?:maybe|perhaps|probably|sounds like|seems|wonder|curious|interested|should ask|must ask|i (?:would|'d) (?:like|love) to|i want to (?:know|ask|hear)|want to ask|remember to)\b",
    re.IGNORECASE,
)
# Half a sentence; after "in" or "after" only where it is one's own ("after one I'm in bed for two days").
HALF = re.compile(
    r"(?:or|nor|than|which|whose|because|is|are|was|were|also|so|not(?! \w+ing\b[^,.]* (?:is|was) \w)|need|want|have|get|love|hate|like|can't|couldn't|don't|didn't|must|should|will|would|might|wonder|guess|hope|wish|feel|felt|asked|tried|read)\b|"
    r"(?:after|before|since|until|in|at|on|for|with|from|by|to|of|as|like|then|still)\b(?!(?: [\w'’-]+){0,5}? (?:I|I'm|I've|we|my|me|mine|us|our)\b)",
    re.IGNORECASE,
)


def bare(piece: str) -> str:
    """The piece without what only leads in and what trails off."""
    return TAIL.sub("", LEAD.sub("", piece))
