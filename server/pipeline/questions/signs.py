"""Signs that the conditions of moves look for in a quote, or in a sentence turned to "you". English; patterns and word lists only."""

import re

LEAVING = frozenset("left quit resigned stopped closed sold dropped abandoned switched moved ended retired".split())
CHOOSING = frozenset(
    "took chose joined became accepted returned went turned decided picked agreed declined refused signed".split()
)
BEGINNING = frozenset("started founded launched opened began built created cofounded talked".split())
NOTICING = frozenset("noticed realised realized discovered".split())
MOVING = re.compile(
    r"\b(?:job|work|firm|company|bank|agency|school|team|city|country|post|role|career|trade|project|practice|\d{4})\b|[A-Z]\w+"
)
GENERAL = re.compile(
    r"\b(?:never|always|no|nobody|nothing|every|everyone|all|most|only|must|should|don't|there (?:is|are))\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|I'm|I've|[Ww]e|[Oo]urs?|[Uu]s)\b")
HABIT = re.compile(
    r"\b(?:every|each|usually|always|often|a (?:day|week|month|year)|full day|twice|once)\b", re.IGNORECASE
)
PAST = re.compile(
    r"\b(?:(?!(?:\w{0,3}eed|bed|red|shed|led|sacred|hundred)\b)\w+ed|was|were|had|did|left|went|took|made|got|came|saw|wrote|found|thought|felt|began|ran|gave|kept)\b",
    re.IGNORECASE,
)
RULE = re.compile(
    r"^(?:Don't|Never|Always|Be|Keep|Start|Stop|Find|Ask|Make|Take|Write|Leave|Look|Learn|Try|Focus|Avoid|Choose|Get|Give|Build|"
    r"Pay|Treat|Trust|Respond|Say|Show|Read|Talk|Work|Spend|Save|Set|Pick|Use|Put|Let|Go|Do|Charge|Hire|Measure|Test|Draw|Plan)\b|"
    r"\b(?:[Yy]ou need to|[Yy]ou have to|should|must|make sure|be prepared|never|always)\b"
)
OPENERS = re.compile(
    r"^(?:to me|in my view|i (?:think|believe|feel|suspect|worry|prefer|find|love|hate|like|want|wish|hope))",
    re.IGNORECASE,
)
STANCE = re.compile(
    r"^(?:I(?:'ve| have)? (?:\w+ly |still |do |don't )?(?:think|believe|never|always|prefer|refuse|distrust|value|doubt|suspect|worry|hate|try|come to)|"
    r"I'm (?:not |\w+ly )?(?:convinced|sceptical|skeptical|wary|against|suspicious|for))\b"
)
STATEMENT = re.compile(
    r"\b(?:is|are|isn't|aren't|never|always|means?|matters?|takes?|needs?|costs?|beats?|should|shouldn't|must|can't|won't|don't|doesn't|makes?|"
    r"works?|comes?|goes|starts?|ends?|fails?|depends?)\b"
)
# A past tense that still judges: "The pay cut was the easy part".
VERDICT = re.compile(
    r"\b(?:is|are|was|were)n?'?t? (?:\w+ ){0,3}(?:easy|easier|easiest|hard|harder|hardest|best|better|worst|worse|only|real|right|wrong|part|mistake|trick|"
    r"point|problem|difference|reason|secret|luck|waste|overrated|underrated)\b",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"^I (?:still |really |honestly )*(?:don't|do not|can't|cannot|haven't|have not|(?:have )?never) (?:really |quite |yet |fully )*"
    r"(?:know|known|understand|understood|see how|figured?|worked|found|solved|managed|learned|learnt)\b"
)
FORECAST = re.compile(
    r"^(?:I (?:\w+ly |still )?(?:expect|predict|think|believe|suspect|bet|reckon|hope)\b.*\b(?:will|'ll|won't|going to|would)\b|(?:By|Within|In) .*\bwill\b)"
)
SMALL_TALK = re.compile(
    r"\b(?:feel free|thank\w*|sure|sorry|hello|hi|welcome|lucky|excited|glad|happy to|hope you|let me know|by the way|of course|great|good luck|"
    r"amazing|enjoy\w*|probably|maybe|perhaps|these days|in touch|twitter|email|here)\b",
    re.IGNORECASE,
)
LAPSE = re.compile(
    r"\b(?:relied|didn't|hadn't|couldn't|wasn't|ignored|missed|underestimated|overestimated|overlooked|forgot|assumed|trusted|rushed|lost|"
    r"gave up|left out|mistake|wrong|too (?:late|early|long|much|many|little|few|fast|slow\w*)|should have|overwhelmed)\b",
    re.IGNORECASE,
)
MAIN_VERB = re.compile(
    r"^(?:[^,]{2,40},? )?you(?:'d|'ve)? (?:(?:\w+ly|also|then|first|finally|never|just|had|have) )?(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
ACTED = re.compile(
    r"^(?:[^,]{2,40},? )?you(?:'d|'ve)? (?:(?:\w+ly|also|then|first|finally|once|just|had|have) )?(?:\w+ed|asked|spent|gave|wrote|taught|sold|bought|"
    r"ran|led|drew|paid|hired|turned|said|told|refused|kept|cut|lost|won|broke|chose|wrote|rode|put|set|made|went|left|took|built|began)\b",
    re.IGNORECASE,
)
PARTICULAR = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|half|every|first|last|only)\b|(?<!^)(?<![.!?] )\b[A-Z][a-z]+"
)
OLD, LONG = 3, 8  # years

# Somebody else's view, told to be refused or passed on.
STRAW = re.compile(
    r"^(?:most |some |many |a lot of )?(?:people|everyone|everybody|nobody|they|others|critics|folks) (?:often |always |still )?(?:think|thinks|say|says|believe|believes|"
    r"assume|assumes|expect|expects|tell|tells|imagine|imagines)\b",
    re.IGNORECASE,
)
# What is done beside the work: nobody "stays" in it or "leaves" it.
BESIDE_WORK = re.compile(
    r"\b(?:judge|volunteer\w*|member|trustee|mentor|advis[eo]r|board|ambassador|organi[sz]er|coach|reviewer|alumn\w+|fellow|jury|guest|visiting)\b",
    re.IGNORECASE,
)
