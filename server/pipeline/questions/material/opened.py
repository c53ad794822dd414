"""A closed question of the seeker's ("is one thing enough to bring?") asked openly, in their own words: "When is one thing enough to bring?".

Yes or no ends a talk; what they wonder is worth more than that. A table of turns of English: where none fits, nothing comes back.
"""

import re

from server.pipeline.questions.material.plain_form import past_form

_AUX = r"(?:is|are|am|was|were|do|does|did|can|could|would|will|should|shall|has|have|had)"
ASKS_CLOSED = re.compile(
    rf"^(?:{_AUX}(?:n't)?|have) (?:I|we|you|he|she|it|that|this|they|there|the|an?|my|our|your|his|her|one|two|three|four|five|people|any\w*|some\w*|no\w*|\d+)\b",
    re.IGNORECASE,
)
_THING = r"(?P<thing>(?:it|that|this|they|these|people|(?:(?:the|an?|my|our|your|one|two|three|four|five|six|some|any)\b ?)(?:[\w'-]+ ?){1,4}?|[\w-]+))"
_GRADED = (
    r"(?P<how>(?:so |really |still )?(?:silly|naive|stupid|crazy|mad|odd|strange|weird|rude|common|usual|rare|hard|easy|difficult|risky|realistic|likely|important|serious|"
    r"bad|good|big|small|far off|far|late|early|expensive|useful|typical|different|true|normal|honest|fake|unfair|dangerous))"
)
_EVEN = r"(?: (?:really|ever|even|also|just|still))?"
_HAPPENS = r"(?P<does>(?:count|work|help|matter|hold|apply|last|fit|pay|carry|change|stop|end|grow|get|come back|go away|add up|make sense)s?\b.*)"
_DOES = r"(?P<does>(?:be|become|count|work|help|hold|pay|make|carry|last|replace|run|teach|show|keep|survive|live|grow|pass for|stand for|get|do|have|serve)\b.*)"
_GRANTS = r"(?P<does>(?:take|pay|hire|let|trust|accept|want|see|read|listen|give|ask|care|look|buy|choose|need|notice|believe|say yes)\b.*)"
_NO_AUX = r"(?!(?:is|are|was|do|does|did|can|could|should|would|will|it|I|you|they|he|she|we)\b)"
_GRADES = r"(?P<does>(?:bother|worry|hurt|haunt|help|matter|annoy|sting|cost|change)s?\b.*)"
_LASTS = r"(?P<does>(?:hold|last|survive|stay (?:like (?:this|that)|so|(?:this|that) way|true|the same))s?\b.*)"
_ENDED = r"(?:survive|hold|last|help|stay|stop|come (?:back|round|off)|get (?:finished|done|used|better|worse)|go (?:back|on|ahead)|finish|recover|sell|pay off|wait|return|mind|accept|agree|say yes|listen)"
_SOME = r"(?:(?:really|actually|ever|even|also|just|still) )?"
_SEEMING = {"sound": "sounding", "seem": "seeming", "look": "looking", "feel": "feeling", "come": "coming"}
_OBJECT = {"they": "them", "we": "us", "i": "me"}
# Alternatives: the choice is the question.
_CHOICES = (
    (
        r"(?P<do>do|does|did) (?P<thing>(?:the |your |my |our )?(?!you\b|I\b|it\b|that\b|this\b)[a-z]{3,20}s?) (?:really |actually |ever )?(?P<one>[^,]+?),? or (?P<other>(?:only|just|rather) [^,]+)",
        "what {do} {thing} do, {one} or {other}",
    ),
    (rf"is (?P<thing>\d[\w ]{{0,20}}|the [\w -]{{3,20}}?) (?P<one>(?:an?|the) [^,]+?),? or (?P<other>{_NO_AUX}.+)", "which is it, {one} or {other}"),
    (
        rf"(?:is|are) (?:it|that|this) (?:really |actually )?(?P<one>(?!whether|if|worth|ok)[^,]+?),? (?:or|and not) (?:(?:is|are) (?:it|that|this) )?(?P<other>{_NO_AUX}.+)",
        "which is it, {one} or {other}",
    ),
    (rf"was (?:it|that|this) (?P<one>[^,]+?),? or (?:was (?:it|that|this) )?(?P<other>{_NO_AUX}.+)", "which was it, {one} or {other}"),
    (r"did you (?P<one>[^,]+?),? or did (?P<other>(?:they|somebody|someone|people|your \w+|the \w+) [^,]+)", "how did that come about"),
    (rf"did you {_SOME}(?P<one>(?!choose\b)[^,]+?),? or (?:just |only |simply )?(?P<other>{_NO_AUX}[^,]+)", "what did you do, {one} or {other}"),
    (
        rf"(?:do|should|shall|can|could|would) (?:I|we){_EVEN} (?P<one>[^,]+?),? or (?P<other>{_NO_AUX}.+)",
        "what would you have me do, {one} or {other}",
    ),
    (r"would you call (?P<thing>it|that|this) (?P<one>[^,]+?),? or (?P<other>[^,]+)", "what would you call {thing}, {one} or {other}"),
)  # fmt: skip
_TURNS = (
    # what came of it, where it was long ago
    (r"(?:(?:was|did) (?:it|that)|did (?:you|they))", "how did it turn out"),
    (r"(?:is (?:it|that)|do you|are you)(?: still| really)?", "how do you see that today"),
    (r"have you (?:ever |actually |really )?(?:done|built|tried|made) (?P<thing>it|that|this)", "how far have you got with {thing}"),
    (r"did you (?:already )?know(?: already| then| by then| before)?", "when did you know"),
    (r"did you (?:really |actually |even )?do (?:it|that|this)(?: too| in the end| yourself)?", "when, if ever, did you do that"),
    (r"(?:has|did) (?:somebody|someone|anybody|anyone) (?:ever |else )?(?P<does>solved|fixed|found|built|made|done|tried|finished|answered) (?P<thing>it|this|that)(?: since| yet| now)?", "who, if anyone, has {does} {thing} since"),
    (r"did you (?:never ever|ever|never) (?P<does>(?!want|think|regret|feel|doubt|miss|consider|wish|really|actually)\w+\b.*)", "when, if ever, did you {does}"),
    (r"have you (?:ever|really ever|ever really) (?:really |actually )?(?P<does>(?!been\b|done\b|thought\b|considered\b)\w+ .+)", "when, if ever, have you {does}"),
    (r"did you (?:ever )?(?P<does>(?:get|find|win|have) .+ back)", "when, if ever, did you {does}"),
    (r"do you still (?:believe|think|see|say|feel|hold) (?:this|that|it|so|the same)(?: now| today)?(?:, .+)?", "how do you see that today"),
    (r"do you still .+ (?:in the same place|the same way|like (?:that|this))", "how do you see that today"),
    (r"do you still (?P<rest>(?!believe|think|see|say|feel|hold|do\b)\w+ .+)", "when did you last {rest}"),
    (r"(?P<do>did|does) (?P<thing>it|that|this) (?:actually |really |even )?work(?: out)?(?: though)?(?P<rest>(?: for (?:you|them|everybody|everyone))?)(?:, .+)?", "how {do} {thing} work out{rest}"),
    (r"was (?:it|that|this) (?:decided|planned|a decision|on purpose)\b.*", "how did that come about"),
    (r"(?:was|were) there anything (?:that|which) (?:did )?(?P<rest>\w+ [^,]+?)(?: or (?:was|is|were) .+)?", "what, if anything, did {rest}"),
    # what is there
    (r"is there (?:an?|any|another|some) way to (?P<rest>.+)", "how could I {rest}"),
    (r"is there (?:somebody|someone|anybody|anyone) (?P<rest>(?:who|at|in) .+)", "who is there {rest}"),
    (r"is there (?:something|anything) (?P<rest>.+)", "what is there {rest}"),
    (
        r"(?P<be>is|are) there (?:even |really |still )?(?:an?|any|some) (?P<thing>(?:\w+ )?\w+) (?P<rest>(?:in|for|to|of|between|about|with|on|at|that|left)\b.+)",
        "what {thing} {be} there {rest}",
    ),
    (r"is (?:it|that|this) still (?:true|so|the case|like that|right)(?: .+)?", "how do you see that today"),
    (
        r"(?:is|are) (?P<thing>(?:the|an?|my|our) (?:[\w'-]+ ?){1,4}?) (?:really |just )?(?:dumb|stupid|naive|crazy|mad|silly|a mistake|a bad idea)(?: or not)?",
        "what would make {thing} a mistake",
    ),
    # how much of it, and from when on
    (rf"(?P<be>is|are) {_THING} too (?P<rest>\w+ (?:to|for)\b.+)", "when {be} {thing} too {rest}"),
    (rf"(?P<be>is|are) (?!you\b){_THING}{_EVEN} (?P<rest>(?:enough|worth|okay|ok|allowed|possible|necessary)\b.*)", "when {be} {thing} {rest}"),
    (rf"(?P<would>would|will) (?!I\b){_THING} be (?P<rest>(?:enough|worth|okay|ok|allowed|possible)\b.*)", "when {would} {thing} be {rest}"),
    (rf"(?P<be>is|are) (?P<thing>it|that|this|they|these) {_GRADED}(?P<rest>\b.*)", "how {how} {be} {thing} {rest}"),
    # what came of it
    (r"would you still (?:put|say|see|tell) (?P<thing>it|that|this)(?: .{0,20})?", "how would you put {thing} today"),
    (r"would you (?P<rest>[^,]+) (?:today|now|again)", "how would you go about that today"),
    (r"would you have (?!been\b)\w+\b.* if (?P<rest>.+)", "what would you have done if {rest}"),
    (rf"did (?P<thing>[^,]{{3,60}}?) {_SOME}(?:happen|come off|come true|work out|take place|go ahead)\b(?: and\b.*)?", "what became of {thing}"),
    (rf"did (?:anybody|anyone|somebody|someone) {_SOME}(?P<past>(?!at\b|in\b|on\b|of\b|from\b|else\b|with\b|there\b)[a-z]+)(?P<rest>.*)", "who, if anyone, {past}{rest}"),
    (rf"did (?:any|some|one) of (?P<thing>them|the \w+|your \w+) {_SOME}(?P<past>[a-z]+)(?P<rest>.*)", "which of {thing}, if any, {past}{rest}"),
    (rf"did people {_SOME}(?P<past>(?!know\b|think\b|mean\b|want\b)[a-z]+)(?P<rest>.*)", "how many people {past}{rest}"),
    (r"(?:did|does|do) (?:it|that|this|things) stay (?:like (?:this|that)|so|(?:this|that) way|true|the same)", "what was it like later on"),
    (
        r"(?P<do>do|does) (?P<thing>(?!you\b|it\b|that\b|this\b|I\b|we\b)[^,]{3,40}?) (?P<does>(?:value|need|want|use|trust|respect|like|care)\b.+)",
        "how much {do} {thing} {does}",
    ),
    (rf"(?P<do>did|does|do) (?P<thing>it|that|this|yours|(?:the|your) [\w' -]{{3,30}}?) {_SOME}{_LASTS}", "how long {do} {thing} {does}"),
    (rf"(?P<do>did|does|do) (?P<thing>it|that|this|yours|(?:the|your) [\w' -]{{3,30}}?) {_SOME}{_GRADES}", "how much {do} {thing} {does}"),
    (r"(?P<do>did|do) you (?P<how>still |really )?(?P<does>(?:miss|regret|enjoy|mind|hate|trust|doubt)\b.*)", "how much {do} you {how} {does}"),
    (r"did you (?:really |actually )?choose (?P<thing>.+)", "how much of {thing} did you choose"),
    (r"did you ever (?P<does>(?:want|think|regret|feel|doubt|miss|consider|wish)\b.*)", "how often did you {does}"),
    (r"was (?P<thing>it|that|this) (?:really |actually )?(?P<rest>an? (?:\w+ )?\w+(?: at the time| then| for you)?)(?: or .*)?", "how much of {rest} was {thing}"),
    (rf"(?P<be>was|were) (?P<thing>it|that|this|they|these) {_GRADED}(?P<rest>\b.*)", "how {how} {be} {thing}{rest}"),
    # what it would take
    (r"(?:should|would|will) (?P<thing>it|that|this) (?P<does>(?:worry|scare|frighten|bother|trouble|put me off|stop me|hold me back)\b.*)", "how far should {thing} {does}"),
    (r"(?:would|will)(?:n't)? (?P<thing>this|that|it)(?: not)? (?P<seems>sound|seem|look|feel|come)s? (?P<rest>.+)", "how do you keep {thing} from {seems} {rest}"),
    (r"(?:should|shall) (?P<thing>one of us|any of us|both of us) (?P<rest>.+?)(?:,? and when)?", "when should {thing} {rest}"),
    (rf"(?:should|shall) (?:I|we){_EVEN} (?P<rest>.+)", "what would tell me whether to {rest}"),
    (r"am I (?P<rest>.+)", "what would tell me whether I'm {rest}"),
    (r"(?:would|will) I (?P<rest>(?!though\b|even\b|too\b)\w+ [^,]+)", "what would tell me whether I'd {rest}"),
    (rf"do (?P<who>I|we){_EVEN} (?P<rest>(?:need|have)\b.+)", "what would tell me whether {who} {rest}"),
    (r"(?P<can>can|could) (?P<who>I|we|one|someone|somebody) (?P<rest>(?!else\b|have\b).+)", "how {can} {who} {rest}"),
    (r"can you (?P<rest>be\b.+)", "how can you {rest}"),
    (r"can you (?P<rest>.+)", "how do you {rest}"),
    (
        r"did (?P<thing>it|that|this) (?:stop|change|end|go on|go away|get better|get worse|last|continue|help) (?P<rest>(?:when|after|once) [^,]+?)(?:,? or\b.*)?",
        "what became of {thing} {rest}",
    ),
    (
        r"does (?P<thing>it|that|this) (?:stop|change|end|go on|go away|get better|get worse|last|continue|help) (?P<rest>(?:when|after|once) [^,]+?)(?:,? or\b.*)?",
        "what becomes of {thing} {rest}",
    ),
    (rf"(?:can|could) {_THING}{_EVEN} {_DOES}", "what would it take for {thing} to {does}"),
    (r"(?:would|will) you (?P<rest>(?!\w+ly\b|be\b).+)", "what would make you {rest}"),
    (rf"(?:would|will) {_THING} {_GRANTS}", "what would make {thing} {does}"),
    (rf"(?P<would>would|will) {_THING} {_HAPPENS}", "when {would} {thing} {does}"),
    (r"(?P<do>do|does) (?P<thing>[^,]{2,30}?) ever (?P<rest>.+)", "how often {do} {thing} {rest}"),
    (rf"(?P<do>do|does) (?!you\b){_THING}{_EVEN} {_HAPPENS}", "when {do} {thing} {does}"),
    (r"what if (?P<one>[^,]+), (?P<other>(?:who|what|which|how|where|when)\b.+)", "if {one}, {other}"),
    (r"what if (?P<one>[^,]+)", "what would you do if {one}"),
    (r"did (?P<thing>you|they) (?P<does>\w+ .+?) (?:in the end|after all|eventually)", "how did that turn out, did {thing} {does}"),
    (rf"did (?P<thing>they|it|you|the (?:ones who [^,]{{3,30}}?|[\w' -]{{3,30}}?)) (?P<does>{_ENDED}\b.*)", "how did that turn out, did {thing} {does}"),
)  # fmt: skip
_CHOSEN, _TURNED = (
    tuple((re.compile(rf"^{pattern}$", re.IGNORECASE), asked) for pattern, asked in table)
    for table in (_CHOICES, _TURNS)
)
_CUT = re.compile(rf",?\s+or (?={_AUX}\b).*$|\s+(?:though|anyway|even|or not|at all)$", re.IGNORECASE)
_OFF = re.compile(
    r"\s+(?:because(?! of .* or because of\b)(?<!or because)|since|or what|or so)\b.*$|,\s+yes or no$", re.IGNORECASE
)


def opened(plain: str) -> str:
    """The question without its mark, opened; "" where it is not closed, or cannot be opened without putting words in their mouth."""
    short = _OFF.sub("", plain)
    return _asked(short, _CHOSEN) or _asked(_CUT.sub("", short), _TURNED)


def _asked(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, asked in table:
        found = pattern.match(text)
        if found:
            told = {name: (value or "").strip(" ,") for name, value in found.groupdict().items()}
            if "make {thing}" in asked:
                told["thing"] = _OBJECT.get(told["thing"].lower(), told["thing"])
            told["past"] = past_form(told.get("past", "").lower())
            told["rest"] = (
                f" {told['rest']}"
                if told.get("rest") and "{rest}" in asked and " {rest}" not in asked
                else told.get("rest", "")
            )
            told["seems"] = _SEEMING.get(told.get("seems", "").lower(), "")
            return " ".join(asked.format(**told).split())
    return ""
