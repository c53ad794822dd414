"""Signs, read off one passage, that it tells something worth knowing. Names and patterns only; weights stand in `evidence`.

English. Each pattern says what somebody did, holds or advises, in words people use of their own work; none is a fact by itself.
"""

import re

from server.pipeline.features.months import SHORT_MONTH
from server.pipeline.features.verbs import PAST

YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
MONTH = rf"(?:{SHORT_MONTH.lower()})\.?"
COUNT = (
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|eighteen|twenty|thirty|forty|"
    r"fifty|sixty|hundreds?|thousands?|dozens?|half|a third|a quarter)"
)

_PATTERNS = {
    "first_person": r"\b(?:I|I'm|I've|I'd|I'll|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b",
    "we": r"\b(?:we|our|us|we're|we've)\b",
    "you": r"\b(?:you|your|you're|you'll|you've|yourself)\b",
    "did": rf"\b(?:i|we|he|she)(?:'d)? (?:\w+ly |also |then |never |first |once |finally )?(?:{PAST}|was|quit|set|put|let|cut)\b",
    "have_done": r"\b(?:i|we|he|she)(?:'ve| have| has|'s) (?:\w+ly |also |been |never |now |since )?\w+(?:ed|en|un|ing|t|d)\b",
    "move": r"\b(?:left|leave|leaving|quit|quitting|resign\w*|joined|joining|moved (?:to|from|into|back)|switched|switching|"
    r"took (?:a|the|on a|up) (?:new )?(?:job|role|post|position)|went (?:back|full[- ]time|part[- ]time|independent|freelance|"
    r"into|in-house)|started (?:at|as|out|working)|became|promoted|appointed|hired|returned to|retrained|went out on my own|"
    r"started my own|set up|freelanc\w+|sabbatical|career|apprentice\w*|secondment|transferred|signed on)\b",
    "founded": r"\b(?:co-?founded|founded|founder|launch(?:ed|ing)|started (?:a|an|the|my|our)|set up (?:a|an|the|my|our)|"
    r"created|built (?:a|an|the|my|our)|helped (?:to )?build|opened (?:a|an|the|my|our))\b",
    "education": r"\b(?:ph\.?d|doctora\w+|master'?s|msc|m\.sc|bachelor\w*|b\.?sc|\bba\b|\bma\b|degree|graduat\w+|studied|"
    r"dissertation|thesis|advis[eo]r|supervisor|postdoc\w*|university|college|diploma|apprenticeship|trained (?:as|at|in|with))\b",
    "mentor": r"\b(?:mentor\w*|taught me|learn(?:ed|t) (?:\w+ ){0,3}from|my (?:old |first |then )?(?:boss|teacher|supervisor|manager|"
    r"advis[eo]r|coach|tutor|professor)|influence[ds]?|inspired by|apprenticed|worked (?:with|under|for|alongside))\b",
    "published": r"\b(?:wrote|written|writing|publish\w+|book|paper|article|essay|column|newsletter|podcast|report|thesis|blog|"
    r"guide|manual|handbook|edited|editor|chapter)\b",
    "setback": r"\b(?:fail\w*|mistake\w*|wrong|hard(?:er|est)?|difficult\w*|struggl\w+|regret\w*|lost|losing|never (?:\w+ ){0,2}"
    r"(?:again|worked|finished|happened)|didn't (?:work|know|have|look|see|think|understand|ask|notice)|couldn't|gave up|stuck|"
    r"afraid|worr\w+|scar(?:ed|y)|embarrass\w+|disappoint\w+|slow|dry|quiet|broke|badly|burn(?:ed|t|ing)? ?out|cancel\w*|"
    r"rejected|turned down|too (?:late|early|long|much|little|fast)|should(?:'ve| have)|hadn't|backwards|behind|ignored)\b",
    "change": r"\b(?:used to|no longer|not any ?more|any ?more|changed (?:my|his|her|our) mind|in retrospect|in hindsight|"
    r"looking back|turn(?:ed|s) out|realis\w+|realiz\w+|noticed|came to|come to|now i|these days|nowadays|until|at first|"
    r"at the time|back then|once (?:thought|believed)|i (?:had )?(?:thought|assumed|believed|expected)|was wrong|instead|"
    r"finally|eventually|since then|ever since|rather than|switched|rethink\w*|reconsider\w*|embrac\w+)\b",
    "opinion": r"\b(?:i (?:really |still |firmly |do |don't |always |generally |strongly )*(?:think|believe|feel|suspect|doubt|"
    r"argue|prefer|find|hate|love|like|care|want|value|worry|wish|hope)|to me|in my (?:view|opinion|experience)|the (?:real |whole |"
    r"main |hard |hardest |key |best |worst |only )?(?:thing|point|problem|question|trick|secret|truth|part|job|work|reason|power|"
    r"difference|challenge|goal|aim) (?:is|was|with|of)|most (?:people|of|important|powerful)|too many|not enough|overrated|"
    r"underrated|matters?|worth|never|always|there (?:is|are) no|nobody|nothing|everyone|the best|the worst)\b",
    "advice": r"\b(?:advice|advis\w+|recommend\w*|should(?:n't)?|must|don't|never|always|try|make sure|be (?:prepared|patient|ready|"
    r"careful|clear|honest)|ask|start (?:with|by|small)|stop|avoid|resist|focus|remember|learn to|rule|tip|lesson|if you|you (?:need|"
    r"have|can|might|want)|it(?:'s| is) (?:better|best|easier|worth|important|okay|fine)|the trick)\b",
    "counsel": r"^(?:and |so |then |but |first,? |also,? |or |please )?(?:don't|do not|never|go|keep|ask|send|find|pick|focus|give|take|write|read|learn|"
    r"start|make|get|let|put|try|leave|bring|stop|build|talk|tell|show|use|think|look|choose|spend|sit|stay|wait|come|work|draw|plan|set|buy|"
    r"pay|check|listen|hold|expect|hire|measure|count|answer|name|respond|reply|charge|say no|be (?:\w+ly )?(?:ready|prepared|honest|clear|patient|"
    r"careful|kind|there|the)) (?!you'll|that's|is\b|was\b|are\b|were\b)|\bwhat i look for\b|\bmy (?:one )?(?:rule|advice|test)\b|\bi(?:'d| would) (?:tell|advise|say to|"
    r"do .{0,30}(?:at your age|if i were|in your place))|\bif i were you\b|\bat your age\b|\b(?:if|when) you(?:'re| are) (?:starting|beginning|new|thinking|"
    r"considering|planning)\b",
    # A condition or an order of steps put to whoever listens: "if you ...", "... before you ...".
    "rule": r"\b(?:before|until|unless) you\b|^(?:\w+[, ]+)?(?:if|when) you\b",
    "prediction": r"\b(?:will|won't|going to|i'll|expect\w*|predict\w*|plan(?:s|ning|ned)? to|hope to|next (?:year|month|decade|"
    r"step|few)|by (?:the end of|spring|summer|autumn|winter|20\d\d)|in the future|someday|one day|soon|probably|likely|"
    r"for the next|years? from now)\b",
    "practice": r"\b(?:every (?:day|week|month|morning|year|friday|monday|tuesday|wednesday|thursday|time)|each (?:day|week|time|"
    r"month|year)|usually|typically|most of (?:my|the|our) (?:time|work|day|week|effort)|spend|spent|routine|a day a week|full day|"
    r"first thing|step|process|method|workflow|approach|before (?:i|we|starting|drawing|writing)|"
    r"(?:i|we) (?:\w+ )?(?:start|begin|make|write|draw|keep|check|ask|sketch|plan|build|test|measure|read|charge|meet|reserve|"
    r"delay|record|schedule|work|teach|run|carry|walk|sort|count|plot))\b",
    "reason": r"\b(?:because|so that|in order to|the reason|that's why|which is why|led (?:me|us|him|her) to|made (?:me|us)|why i)\b",
    "contrast": r"\b(?:but|however|although|though|yet|instead|rather|despite|whereas|unlike|while|not .{3,40} but)\b",
    "superlative": r"\b(?:most|best|worst|first|last|biggest|largest|hardest|greatest|favou?rite|only|\w{3,}est)\b",
    "award": r"\b(?:award\w*|prize|medal|honou?red|shortlisted|fellow(?:ship)?|winner|won (?:a|an|the))\b",
    "money": r"[$€£]\s?\d|\b(?:revenue|income|fee|fees|rate|paid|unpaid|pay|budget|grant|margin|profit|funding|funded|price|cost)\b",
    "year": rf"\b{YEAR}\b",
    "number": r"\d\s?%|\b\d[\d,]*\+|[$€£]\s?\d|(?<![\d/.:-])\b(?!(?:19|20)\d\d\b)\d[\d,]+\b(?![/:-]\d)|"
    rf"\b{COUNT}(?:[- ](?:\w+[- ])?)(?:years?|months?|weeks?|days?|hours?|minutes|people|clients?|customers?|users?|students?|patients?|teams?|"
    r"times|pages|books?|papers?|projects?|percent|per cent|homes|houses|staff|members?|countries|cities|schools?|drawings?|articles?|courses?|"
    r"episodes?|talks?|readers?|subscribers?|miles|acres|hectares|million|thousand|billion|jobs?|companies|offers?|calls?|meetings?|interviews?)\b",
    "role": r"\b(?:director|head|lead|manager|engineer|professor|consultant|founder|co-founder|editor|writer|nurse|doctor|"
    r"teacher|lecturer|designer|developer|scientist|researcher|analyst|officer|chief|partner|principal|president|chair|"
    r"coordinator|assistant|associate|fellow|adviser|advisor|planner|architect|producer|curator|specialist|president|ceo|cto|cfo|"
    r"cmo|vp|freelancer?|independent|intern|trainee|volunteer)\b",
    "question": r"\?\s*[\"'”’)]*$",
    "list_lead": r":\s*$",
    "self_reference": r"\b(?:this (?:post|article|essay|blog|page|site|newsletter|talk|section|chapter|book|series|list|guide)|"
    r"below|above|click|subscribe|sign up|read more|comments?|footnotes?|figure \d|photo|image|link|here's a|see (?:also|here))\b",
    "anaphora": r"^(?:(?:and|but|so|or|then|also|well|yes|yet|plus) )?(?:this|that|these|those|it|its|it's|that's|they|their|he|she|his|her|"
    r"such|both|neither|either|another|the (?:same|other|latter|former)|here)\b|\b(?:did|do|does|done|about|with|of|from|like|drew|wrote|made|"
    r"love|loved|say|said|mean) (?:this|that|these|those|it)\b(?=[.,;!?]| to\b| for\b|$)",
    "claim": r"^(?!.*\b(?:i|you|we|he|she|they|it|this|that)\b(?!.*,))(?:[\w'-]+ ){1,8}(?:is|are|isn't|aren't|means?|takes?|matters?|needs?|comes?|works?|"
    r"costs?|starts?|beats?|makes?|kills?|wins?|loses?|never|always)\b",
    "quote_marks": r"[\"“”]",
    "note_line": r"^(?:\[\d+\]|\d+[.)]\s|slide\b|fig(?:ure)?\b|q:|date\b|note:|ps\b|p\.s|edit:|update:|via\b|source:|\^)",
    "furniture": r"©|all rights reserved|\bprinted (?:from|on)\b|·.*·|\|.*\||\bmin(?:ute)? read\b|\bpage \d+ of\b|\bshare (?:this|on)\b|\bcookie",
    "aside": r"^\(.*\)\W*$",
    "code": r"[{}<>=;]{2,}|\w+\(\)|https?://|www\.|\.\w{2,4}/\w|@\w+",
    # Who posted when, how many liked it: the head of a post, not what it says.
    "post_head": rf"^\d[a-z].*[;,] ?\d[a-z]|^presented by\b|[♡❤♥↻💬▶★☆👍⬆🔁]|\s#\d+$|\b\d{{1,2}}:\d{{2}}\s?(?:[ap]m|uhr)\b|"
    rf"^(?:\S+ ){{1,4}}{MONTH} \d{{1,2}},? \d{{4}}\b|\b\d+ (?:points|upvotes|likes|views)\b",
    "contact": r"\b(?:get in touch|drop me a|say h(?:i|ello)|(?:e-?mail|write to|contact|reach|find|follow|message|call|dm) me\b|not hard to find|"
    r"(?:always )?happy to (?:grab|chat|meet|talk|answer|help|hear)|my (?:e-?mail|inbox|dms)\b|bookings?\b|grab a coffee|ask me (?:about|anything)|"
    r"hello there|hi there|welcome to)",
    "about_itself": r"\b(?:i (?:thought|figured) (?:i|it)(?:'d| would| might)? (?:be useful|write|share|put)|i(?:'ll| will) (?:revert|come back|return|"
    r"try to|explain|describe|start|skip|keep (?:it|this))|i (?:put|wrote|write|keep|made) (?:this|it) (?:here|up|down)|"
    r"i (?:\w+ )?(?:wrote|put together|published) (?:a|an|the) (?:\w+ ){0,2}(?:post|piece|page)|have a look at|(?:log|list|collection) of what|"
    r"for anyone not|dive in|as i (?:said|wrote)|more on (?:that|this)|let me (?:start|begin|explain)|caught up|provide some pointers|these posts|"
    r"i write about|some notes|slides of|want to read|(?:part|chapter) (?:one|two|three|\d)\b.{0,20}\bi(?:'ll| will))",
    "praise": r"\b(?:amazing|brilliant|thank(?:s| you)|congrat\w*|delighted|proud to|honou?red|excited to|thrilled|welcome|"
    r"enjoy|grateful|glad to)\b",
}
_CASED = frozenset({"first_person"})  # "i" in a list is no pronoun
_COMPILED = tuple((name, name in _CASED, re.compile(pattern)) for name, pattern in _PATTERNS.items())


def cues(text: str) -> frozenset[str]:
    """Names of all signs found in one passage."""
    plain = text.replace("’", "'").replace("‘", "'")
    # Small letters once, not a case-blind search thirty times: half the time of this step.
    low = plain.lower()
    return frozenset(name for name, cased, pattern in _COMPILED if pattern.search(plain if cased else low))
