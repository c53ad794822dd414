"""Signs that the conditions of moves look for in a quote, or in a sentence turned to "you". English; patterns and word lists only."""

import re

from server.pipeline.features import months
from server.pipeline.features.stems import stems
from server.pipeline.features.verbs import PAST_ANYWHERE, PAST_OR_ALIKE

LEAVING = frozenset("left quit resigned stopped closed sold dropped abandoned switched ended retired".split())
CHOOSING = frozenset("chose joined became accepted returned decided picked".split())
# The same in two words: "took the post", "went freelance", "moved to Leeds".
CHOSE = re.compile(
    r"\b(?:took (?:a|an|the|on a|up a|my|your) (?:[\w-]+ ){0,3}(?:job|role|post|position|place|offer|contract|pay cut|leave|sabbatical|apprenticeship)|"
    r"went (?:back (?:to|into) (?:work|school|university|college|teaching|nursing|coding|practice|industry|academia|the (?:bank|firm|lab|classroom|ward|bench))\b|in-house|freelance|full[- ]time|part[- ]time|independent|solo|out on)|signed (?:up|on)|moved (?:to|back|into) )",
    re.IGNORECASE,
)
BEGINNING = frozenset("started founded launched opened began built created cofounded".split())
ENDED_NOTHING = re.compile(r"\b[Yy]ou (?:closed|stopped|ended|left|sold)(?: (?:in|at|on|by|after)\b|$)")  # closed what?
PARTING = re.compile(r"\bmoved (?:from|out|away)\b")
MOVING = re.compile(
    r"\b(?:job|work|firm|company|bank|agency|school|team|city|country|post|role|career|trade|project|practice|\d{4})\b|[A-Z]\w+"
)
PAST = re.compile(rf"\b(?:was|were|{PAST_ANYWHERE})\b", re.IGNORECASE)
RULE = re.compile(
    r"^(?:Don't|Never|Always|Be|Keep|Start|Stop|Find|Ask|Make|Take|Write|Leave|Look|Learn|Try|Focus|Avoid|Choose|Get|Give|Build|"
    r"Pay|Treat|Trust|Respond|Say|Show|Read|Talk|Work|Spend|Save|Set|Pick|Use|Put|Let|Go|Do|Charge|Hire|Measure|Test|Draw|Plan)\b|"
    r"\b(?:[Yy]ou need to|[Yy]ou have to|should|must|make sure|be prepared|never|always)\b"
)
STANCE = re.compile(
    r"^(?:I(?:'ve| have)? (?:\w+ly |still |do |don't )?(?:think|believe|never|always|prefer|refuse|distrust|value|doubt|suspect|worry|hate|try|come to)|"
    r"I'm (?:not |\w+ly )?(?:convinced|sceptical|skeptical|wary|against|suspicious|for))\b"
)
UNKNOWN = re.compile(
    r"^I (?:still |really |honestly )*(?:don't|do not|can't|cannot|haven't|have not|(?:have )?never) (?:really |quite |yet |fully )*"
    r"(?:know|known|understand|understood|see how|figured?|worked|found|solved|managed|learned|learnt)\b(?!,)(?! (?:what(?:['’]ll| will)|who will|when)\b)"
)
FORECAST = re.compile(
    r"^(?:I (?:\w+ly |still )?(?:expect|predict|think|believe|suspect|bet|reckon|hope)\b.*\b(?:will|'ll|won't|going to|would)\b|(?:By|Within|In) .*\bwill\b)"
)
# Heard, nobody knows what is meant: "You were that colleague for six years", "I defended it for three weeks".
UNHEARD = re.compile(
    r"\b(?:found|thought|considered) (?:that|it) (?:\w+ly )?[a-z]+\b(?! to\b)|^(?:[Yy]ou|I)(?:'d been| had been|'ve been| were| was) that \w+ for\b|"
    r"^(?:[Yy]ou|I)(?:'d| had|'ve| have)? (?:\w+ly )?(?!took|made|got|did)\w+(?:ed|t|ew|ote|old) (?:it|that|them) (?:for|in|on|at|until|before|after)\b",
)
LAPSE = re.compile(
    r"\b(?:relied|didn't|hadn't|couldn't|wasn't|ignored|missed|underestimated|overestimated|overlooked|forgot|assumed|trusted|rushed|lost|"
    r"gave up|left out|mistake|wrong|too (?:late|early|long|much|many|little|few|fast|slow\w*)|should have|overwhelmed)\b",
    re.IGNORECASE,
)
# What may stand before "you" in a sentence said to their face.
WHEN_LEAD = r"(?:(?:In|By|At|After|Before|Since|During|Over|From|When|For|On|Until|Around|Within) [^,]{1,40}(?:, (?:19|20)\d\d)?,? )?"
MAIN_VERB = re.compile(
    rf"^{WHEN_LEAD}you(?:'d|'ve)? (?:(?:\w+ly|also|then|first|finally|never|just|had|have) )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
# No act: what befell them, or what they felt and knew.
_BEFELL = r"(?:had|got|became|fell|bore|felt|thought|knew|meant|saw|heard|understood|dreamt|slept|wept)\b"
ACTED = re.compile(
    rf"^{WHEN_LEAD}you(?:'d)? (?:(?:\w+ly|also|then|first|finally|once|just|had) )?(?!{_BEFELL})(?:{PAST_OR_ALIKE})\b",
    re.IGNORECASE,
)
OLD, LONG = 3, 8  # years

# What is done beside the work: nobody "stays" in it or "leaves" it.
BESIDE_WORK = re.compile(
    r"\b(?:judge|volunteer\w*|member|trustee|mentor|advis[eo]r|board|ambassador|organi[sz]er|coach|reviewer|alumn\w+|fellow|jury|guest|visiting|student|pupil|undergraduate)\b",
    re.IGNORECASE,
)
# Said yes to something whose outcome is not in the same sentence.
PROMISING = re.compile(
    r"\b[Yy]ou (?:(?!nearly\b)\w+ly )?(?:agreed|promised|committed|pledged|planned|proposed) to (?!(?:write (?:down|what|when|that|it|this|here)|say|tell|post|explain|answer|put)\b)\w+"
)
GREW = re.compile(
    r"\bfrom (?!(?:19|20)\d\d\b)(?:a (?:team|staff|group) of |about |some |just |only )?(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b[^,.;]{0,30}? "
    r"(?:in)?to (?:a (?:team|staff|group) of |about |some |over |almost |nearly |more than )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a hundred)",
    re.IGNORECASE,
)
QUITTING = re.compile(
    r"\b[Yy]ou (?:(?!nearly\b)\w+ly |then |finally )?(?:quit|resigned|left (?:your|the|a|[A-Z])|went out on your own|gave (?:in )?(?:your )?notice)"
)
DATED = re.compile(r"\b(?:19|20)\d\d\b|\b(?:after|for|in) (?:\w+ ){1,2}(?:years|months)\b", re.IGNORECASE)
# Words that say when, not what: no common ground of a passage and a goal.
WHEN = frozenset(
    "year month week day time work hour way peopl person learn find want know thing talk advic understand decid start".split()
)
COUNTS = stems("one two three four five six seven eight nine ten half hours minutes years months weeks days")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of a verb that makes a statement or a question
MONTHS = stems(" ".join(months.MONTHS))
# Too sore to open a talk with.
SORE = re.compile(
    r"\b(?:less money|pay cut|unpaid|euros?|pounds?|dollars?|wages?|salary|debt|overdraft|refused|fired|quit)\b|[$€£]",
    re.IGNORECASE,
)
# What one asks about gladly, but not first.
DARK = re.compile(
    r"\b(?:no idea|crisis|never noticed|struggl\w+|exhaust\w+|overwhelm\w*|quitting|giving up)\b", re.IGNORECASE
)
# A goal whose seeker has not made up their mind.
UNDECIDED = re.compile(
    r"\b(?:stay or (?:go|leave)|(?:go|leave) or stay)\b|\b(?:decid\w+|choos\w+|choice|whether|should i|i should|yes or no|which (?:one )?(?:do|should|would) i|(?:stay|go|leave|quit|take)\b[^,]* or|is it\b.*\bor\b|find out if (?:i'm|im|it'?s)|can i|enough to)\b",
    re.IGNORECASE,
)
# Said of oneself it is a joke, said to their face a charge.
MOCKS = re.compile(
    r"\b(?:mistaken\w*|vague\w*|ridiculous\w*|fall back|sleepwalk|procrastinat\w*|wast(?:e|ing)|fail|forget|panic|laz\w+|lose|avoid|stumble|muddle|complain|overthink|something|anything|harder|worse|badly|silly|stupid\w*|bungled?)\b",
    re.IGNORECASE,
)
