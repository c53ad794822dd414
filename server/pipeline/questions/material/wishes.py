"""A goal as one can say it before a question: "I'm deciding by June whether to leave my job", "I want to test it with patients".

People type goals for themselves: with a verb and no subject, as a question, as a complaint. Grammar only; what would have to be
guessed is not said.
"""

import re

from server.model import Goal
from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import goal_to_their_face
from server.pipeline.questions.material.choices import choice_by_name, with_its_choice
from server.pipeline.questions.material.typed import one_goal
from server.pipeline.questions.signs import MONTH, MONTHS, WHEN

LEAST_MATTER = 1  # content words beside dates and what a wish is put with
_FRAME = MONTHS | stems(
    "I'm I'd I've monday tuesday wednesday thursday friday begin end middle decide choose wonder want try find out see know learn work like understand figure"
)
MOST, LONGEST, ADDED_MOST = 23, 24, 12  # words: of the goal alone, with what was added to it, of that
EASY = 15  # words of a goal with its deadline, above which the deadline is left out
_VERBS = {
    "decide": "I'm deciding", "choose": "I'm choosing", "learn": "I'd like to learn", "understand": "I'm trying to understand",
    "find out": "I'd like to find out", "know": "I'd like to know", "see": "I'd like to see", "figure out": "I'm trying to figure out", "find a way": "I'm trying to find a way",
    "work out": "I'm trying to work out", "settle": "I'm trying to settle", "prepare": "I'm preparing", "explore": "I'd like to explore",
}  # fmt: skip
_VERB = re.compile(rf"^(?:to )?(?P<verb>{'|'.join(_VERBS)})\b(?P<rest>\s.+)$", re.IGNORECASE)
# What people want to do; never a noun where no preposition follows.
_ACT = re.compile(
    r"^(?:(?:I )?(?:really |just )?(?:want|would like|need|hope|'d like) to |to )?(?P<act>(?:"
    r"apply|ask|avoid|be (?:ready|able|prepared)|become|begin|break|bring|build|change|convince|create|cut|deal|develop|do|earn|enter|fill|finish|fix|gain|get|give|go|grow|hand|handle|hire|improve|join|keep|land|launch|"
    r"lead|leave|live|make|manage|motivate|move|open|organi[sz]e|pause|pick|plan|publish|quit|raise|reach|rebuild|redo|redesign|rewrite|return|run|save|sell|set|share|ship|show|stay|start|stop|switch|take|"
    r"teach|test|train|try|turn|use|wait|win|write)\b(?! (?:of|is|was|are|I|we|you|(?:away |out |home )?with|advice|feedback|help)\b).+)$",
    re.IGNORECASE,
)
# Advice is what the whole talk is for: what it is wanted on is said, not that it is wanted.
_ADVISED = re.compile(
    r"^(?:get|ask for|want|need) (?:some |an? |his |her |your |honest |good |real )*(?:feedback|advice|opinion|help|critique|view) (?:on|about|with) (?P<what>(?:whether|how|which|when|where)\b.+)?",
    re.IGNORECASE,
)
# What is wanted is told, not done: "get two or three things to do differently".
_GETS_THINGS = re.compile(
    r"get (?!(?:the|my|our|these) )(?:\w+ ){1,3}(?:things|ideas|tips|points|examples|steps|suggestions)\b",
    re.IGNORECASE,
)
_DILEMMA = re.compile(
    r"^(?:do|should|shall|can|could) (?:I|we) (?P<one>[^,]+?),? or (?P<other>(?!is\b|am\b|will\b|what\b)[^,]+)$",
    re.IGNORECASE,
)
_WHICH_WAY = re.compile(
    r"^(?:(?:figure out|work out|find out|know|see|understand) (?P<ways>(?:whether to|(?:whether|if) (?:I|we)(?: should)?\b) .+ or (?!if\b|whether\b).+)|"
    r"(?:settle|sort(?: out)?) (?P<one>(?:whether|if|which|what|who)\b.+)|(?P<bare>(?:whether to|whether (?:I|we)|which of (?:my|our)) .+))$",
    re.IGNORECASE,
)  # what is looked for is a decision
_UNTIL = re.compile(r"^(?P<decide>(?:decide|choose)) (?:un)?till?(?= )", re.IGNORECASE)
# Nobody is deciding by a day, and "if" is what happens, "whether" what is chosen.
_BY_WHEN = re.compile(r"^I'm (?P<ing>deciding|choosing)(?= (?:by|before|until|till)\b)")
_ABOUT_BY = re.compile(r"^I'm deciding (?=about [^,]{3,50} (?:by|before|until) (?:the )?\w+)")
_BARE_YES = re.compile(r"I'm deciding yes\b")  # to what?
_DECIDES = re.compile(r"(?:I'm deciding|I have to decide)\b(?!.*\b(?:this|that|these|those|them)\b)")
_SURE_OF = re.compile(r"^I'd like to find out(?= (?:if|whether)\b)")
_IF = re.compile(r"^(?P<deciding>I'm deciding|I have to decide(?: (?!whether\b)[\w']+){0,8}?) if\b")
_EITHER_ACT = re.compile(
    r"^(?!decid|choos)[a-z]+ .+? or (?:just |only |rather |to )*(?P<other>[a-z]+)\b.*$", re.IGNORECASE
)  # "redo the page or just fix it"
_NEEDED = re.compile(
    r"^(?:have|get) (?P<thing>(?:an?|the|my|our|some|two|three) [\w' -]{3,60}? (?:ready|in place|done|finished)\b.*?)(?: when (?:I|we) .*)?$",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"^(?:stay|leave|go|quit|keep|stop)\b.*(?<!\bone)(?<!\btwo)(?<!\bthree)(?<!\bfour) or (?:to )?\w+", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"^I'm (?:deciding|choosing) (?!whether|if|between|by|before|until|till|after|in|at|this|next|yes|which|what|how|when|on|about)(?P<one>[\w' -]{2,40}?) or (?P<other>(?!to\b|whether\b)[\w' -]{2,40})$"
)
_TO_DO = re.compile(
    r"^(?P<wh>how|what|which \w+|where|whom?|when|what (?:sort|kind) of \w+) (?:to (?P<act>\w.+)|(?:do|does|can|could|should|would) (?:I|we|one|you|people) (?P<done>(?!know\b|think\b)\w.+))$",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^(?P<be>is|are) (?P<what>(?!it\b|that\b|this\b|there\b)[\w.' -]{2,30}?) (?P<so>(?:enough|worth|possible|realistic|too \w+|a good idea)\b.*?)(?: or .*)?$",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"^is it (?P<one>(?!ok\b|worth\b|too\b)[^,?]{3,40}?),? or (?:is it )?(?P<other>[^,?]{3,40})\?*$", re.IGNORECASE
)
_CAN = re.compile(r"^can (?:you|one|people) (?P<do>(?!tell\b|give\b|show\b|help\b)[^,?]+?)(?: or .*)?$", re.IGNORECASE)
_EITHER_WAY = re.compile(r"^(?:go|stay|leave|quit|keep|take) or \w+", re.IGNORECASE)
_GERUND = re.compile(
    r"^(?P<doing>(?!being\b|nothing\b|something\b|anything\b|everything\b)[a-z]{3,}ing (?:with|on|for|to|without|my|a|an|the|in|alone)\b.+)$",
    re.IGNORECASE,
)
_OF_MINE = re.compile(r"^(?:I|I'm|I've|I'd|my|our|we|we're|we've)\b .+", re.IGNORECASE)
_STATES = re.compile(
    r"\b(?:am|is|are|was|were|have|has|had|do|does|don't|can't|won't|want|need|feel|think|keep|work|I'm|I've|[a-z]{3,}(?<![sui])s|[a-z]{3,}ed)\b(?=.* )",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?:but |and |because |since |as )?(?P<told>(?:I|I'm|I've|my|our|we|we're|we've|they|people|nobody|everybody|everyone|it's)\b .+)$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:,|;|\.|\?+|\s[-–—])\s+")
_CUT = re.compile(
    r",\s+|;\s+|:\s+|\.\s+|\?+\s+|\s[-–—]\s|\s/\s|\s+or\s+(?:to|first|else|whether|stay|leave|go|keep|take)\b|\s+so (?:that\b|(?=I\b))|\s+and (?=(?:(?:on|at|for|with|to|by) )?(?:how|what|which|where|whether|why|settle|choose|decide|agree)\b)"
)
# Only where it is too long with it.
_LAST_CUT = re.compile(r"\s+(?:without (?=\w+ing\b)|without \w+ \w+ing\b|and (?:not|would)\b|before (?:I|we|it)\b)")
# Of whom, only the seeker knows: "so I've got a case when they review the room".
_VAGUE_TAIL = re.compile(r" (?:when|before|if|because) (?:they|he|she)\b[^,]*$", re.IGNORECASE)
_RUNS_ON = re.compile(
    r",? and (?:learn|find|know|see|understand|decide|settle|choose|agree)\b|\s+and (?=(?:how|what|which|where|whether|why|who)\b)|\s/\s|,\s+and (?=(?:how|what|which|where|whether|why|who)\b)|,\s+(?!(?:or|and|not|from|at|in|on|by|with|for|to)\b)|,.*,"
)
_SEVERAL_WAYS = re.compile(
    r"^(?:decid|choos)\w* (?:by [\w ]{2,20} )?(?:between|whether (?:to|I)) [^,.]+(?:, (?!or\b|and\b)[^,.]+)+,? (?:or|and) [^,.]+$",
    re.IGNORECASE,
)  # of three ways the first alone is no choice
# A date beside the choice is dead weight where the choice itself would be cut for it.
_DEADLINE = re.compile(
    rf"(?<=decide|choose) (?:by|before|until|till)(?: (?!(?:to|if|whether|between)\b)[\w'-]+){{0,5}}? (?:{MONTH}|spring|summer|autumn|winter)(?: \d{{1,2}})?[,:]?(?= (?:whether|if|what|which|how|between|to)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"^(?!(?:I|I'm|I've|my|we|they|people|nobody|everybody|but|because)\b)(?:[\w'-]+ ){1,4}and (?:[\w'-]+\b ?){1,4}"
)
_LIKE_THEIRS = re.compile(
    r"\b(?:get|have|do) (?:a|the) (?:job|work) like (?:his|hers|her|theirs|yours|your|you|him|them)\b", re.IGNORECASE
)
_TORN = re.compile(r"\b(?:what|how|whether|which|who|where|why|if|when|to|out)$", re.IGNORECASE)
_HONESTLY = re.compile(
    r"[\s,;]*\b(?:(?:but |and )?(?:I )?(?:don't|do not) know (?:where|how)\b[^,;.]*|honestly|really|actually|somehow|maybe|i guess|please|asap)$",
    re.IGNORECASE,
)
# Aloud nobody knows what is meant, or it is no wish.
_POINTS = re.compile(
    r"\b(?<!worth )it\b(?!')|\b(?:this|that|these|those)(?=$|[,.]| (?:is|was|are|were|for|to|in|on|with|at)\b)|\bthat thing\b|\bthe (?:day|week|month|year)s? (?:after|before)(?= so\b| to\b|$|[,.?])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:an?|the|my|our|your|which) [\w-]{3,}|\b(?:to|over|up) [\w-]{4,}ing\b(?! (?:my|the|a|it)\b)|"
    r"\b(?:drop|keep|leave|use|sell|quit|stop|buy|learn|pick|change|run) (?!it\b|out\b|up\b|off\b|on\b)[\w-]{3,}",
    re.IGNORECASE,
)  # what "it" can stand for
_THE_FIELD = re.compile(r"\bIT\b")  # "the IT side" points at nothing
_THEM = re.compile(r"\b(?:them|they|their)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?<!')\b[a-z]{2,}(?:er|or|ist|ant|ent|an|ee|et|e|r|t|n|k|g|d|p|m|l|y)s\b(?<!this)(?<!his)(?<!was)|\b(?:for|of|the|my|our|some|with|to|from|about|get|make|two|three|four) (?:[\w-]+ )?[\w-]{3,}s\b|\b(?:what|which|how) (?:[\w-]+ )?[\w-]{3,}s\b|\b(?:people|children|women|men)\b|\b(?:the|my|our) (?:other )?(?:two|three|four|five)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"^I (?:don't know|do not know|have no idea)\b", re.IGNORECASE)


def wishes(goal: Goal, names: Names) -> tuple[str, ...]:
    """The goal in words to say before a question, the fullest first, each without its stop; () if it will not turn.

    Only the first alternative is said where the whole is too long, for itself or beside what it is said with: the other person asks for the rest.
    """
    added = _told_beside(_plain(goal, names))
    ways = [said for text in readings(goal, names) if (said := _wish(text, names))]
    alone = next(iter(ways), "")
    short = (
        next((said for said in reversed(ways) if alone.startswith(said)), "") if len(alone.split()) > EASY + 2 else ""
    )
    full = f"{alone}. {added[:1].upper()}{added[1:]}" if alone and added else ""
    fit = (said for said in (full, alone, short) if said and len(said.split()) <= LONGEST)
    return tuple(dict.fromkeys(fit))


def readings(goal: Goal, names: Names) -> tuple[str, ...]:
    """The goal as it is said, with the interviewee as "you"; then as much of it as makes sense alone, the longest first."""
    plain = _plain(goal, names)
    if _SEVERAL_WAYS.match(_DEADLINE.sub("", plain)):
        return _dated_if_short(plain)
    return _texts(plain, whole=not (_told_beside(plain) or _RUNS_ON.search(plain)))


def _told_beside(plain: str) -> str:
    clauses = [part.strip() for part in _CLAUSES.split(plain) if part.strip()]
    return next((told for clause in clauses[1:] if (told := _added(clause))), "")


def _texts(plain: str, *, whole: bool) -> tuple[str, ...]:
    """The goal, if the whole can be said; else as much of it as makes sense alone, the longest first."""
    first = _first(plain)
    if len(plain.split()) > EASY:
        first = _DEADLINE.sub("", first)
    kept = _VAGUE_TAIL.sub("", plain)
    return (
        *((*_dated_if_short(plain), *((kept,) if kept != plain else ())) if whole else ()),
        first,
        _LAST_CUT.split(first, maxsplit=1)[0],
    )


def _dated_if_short(plain: str) -> tuple[str, ...]:
    """The whole, with its deadline first where that leaves it easy to say."""
    undated = _DEADLINE.sub("", plain)
    return (plain, undated) if len(plain.split()) <= EASY else (undated, plain)


def _first(plain: str) -> str:
    """Its first clause; "" where that would be a list without its end."""
    either = _EITHER_WAY.match(plain)
    cut = _CUT.search(plain, either.end() if either else 0)
    if not cut:
        return plain
    return "" if _LISTED.match(plain[cut.end() :]) and cut.group().startswith(",") else plain[: cut.start()].strip(" .")


def _plain(goal: Goal, names: Names) -> str:
    """Its text spelled as it is said, with the interviewee as "you"; no stop, no "honestly"."""
    text = with_its_choice(one_goal(goal.text))
    either = _EITHER_ACT.match(text)
    if either and _ACT.match(text) and _ACT.match(f"{either['other']} it"):
        text = f"decide whether to {text[:1].lower()}{text[1:]}"
    return _LIKE_THEIRS.sub("do a job like yours", goal_to_their_face(_HONESTLY.sub("", text), names))


def _wish(text: str, names: Names) -> str:
    if _DILEMMA.match(text):
        return _wish(_DILEMMA.sub(r"decide whether to \g<one> or \g<other>", text), names)
    advised = _ADVISED.match(text)
    if advised:
        return (
            _wish(f"figure out {advised['what']}", names).replace("trying to figure out", "wondering")
            if advised["what"]
            else ""
        )
    put = _ABOUT_BY.sub("I have to decide ", _put(_UNTIL.sub(r"\g<decide> by", text)))
    said = _IF.sub(r"\g<deciding> whether", _BY_WHEN.sub(_have_to, put))
    asks_them = re.search(r"\b(?:you|your|(?<!like )yours|whom)\b", said) or names.spans(said)
    torn = _BARE_YES.match(said) or (_TORN.search(said) and not said.endswith(" do when"))
    empty = len(stems(re.sub(r"\d+", "", said)) - WHEN - _FRAME) < LEAST_MATTER
    away = points_away(said) and not _SEVERAL_WAYS.match(_DEADLINE.sub("", text))  # of three ways, one is named
    away = away and not _DECIDES.match(said)  # what they decide on, the opening tells
    empty = empty and not said.endswith("yes or no")
    return "" if asks_them or torn or empty or away or len(said.split()) > MOST else said


def _have_to(found: re.Match[str]) -> str:
    return f"I have to {'decide' if found['ing'].startswith('decid') else 'choose'}"


def _put(text: str) -> str:
    """The wish with its subject: "I'm deciding", "I want to", "I need"; "" where none fits."""
    verb, act, to_do = _VERB.match(text), _ACT.match(text), _TO_DO.match(text)
    if ways := _WHICH_WAY.match(text):
        way = ways["ways"] or ways["one"] or ways["bare"]
        return f"I'm deciding {way[:1].lower()}{way[1:]}"
    if verb:
        put = _SURE_OF.sub("I'd like to know", f"{_VERBS[verb['verb'].lower()]}{verb['rest']}")
        return _BETWEEN.sub(r"I'm deciding between \g<one> and \g<other>", put)
    if needed := _NEEDED.match(text):
        return f"I need {needed['thing']}"
    if act:
        lead = "I'm deciding whether to" if _EITHER.search(act["act"]) else "I want to"
        return f"{lead} {act['act'][:1].lower()}{act['act'][1:]}"
    if to_do:
        return f"I'm trying to work out {to_do['wh'].lower()} to {to_do['act'] or to_do['done']}"
    return choice_by_name(text) or _wondered(text) or _of_mine(text)


def _of_mine(text: str) -> str:
    """What the seeker does or is, as they typed it."""
    if _GERUND.match(text):
        return f"I want to get better at {text[:1].lower()}{_first(text)[1:]}"
    tells = _OF_MINE.match(text) and _STATES.search(text) and not _UNSURE.match(text)
    return f"{text[:1].upper()}{text[1:]}" if tells else ""


def _wondered(text: str) -> str:
    """A closed question of their own, as what they wonder."""
    whether, is_it, can = _WHETHER.match(text), _IS_IT.match(text), _CAN.match(text)
    if whether:
        return f"I'm wondering whether {whether['what']} {whether['be'].lower()} {whether['so']}"
    if is_it:
        return f"I'd like to know if it's {is_it['one']} or {is_it['other']}"
    return f"I'm wondering whether one can {can['do']}" if can else ""


def _added(clause: str) -> str:
    """What is told beside the wish: "they don't have to listen", "I've no money"."""
    found = _ADDED.match(clause)
    told = found["told"] if found and not _UNSURE.match(found["told"]) else ""
    return told if 3 <= len(told.split()) <= ADDED_MOST and not re.search(r"\byou\b", told) else ""


def act_wanted(text: str) -> str:
    """What a goal says the seeker wants to do, with a small first letter; "" where it is advice, a choice or no act."""
    found = None if _ADVISED.match(text) or _DILEMMA.match(text) or _VERB.match(text) else _ACT.match(text)
    act = found["act"] if found else ""
    return "" if not act or _EITHER.search(act) or _GETS_THINGS.match(act) else f"{act[:1].lower()}{act[1:]}"


def points_away(said: str) -> bool:
    """It points at something that stands nowhere before it."""
    said = _THE_FIELD.sub("computing", said)
    them, points = _THEM.search(said), _POINTS.search(said)
    stands_for = points and points.group().lower() == "it" and _NAMED.search(said[: points.start()])
    return bool((points and not stands_for) or (them and not _SEVERAL.search(said[: them.start()])))
