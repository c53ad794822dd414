"""A choice as people jot it down, said as one: "decide by May: stay or go", "X or Y, which one do I take", "stay / leave"."""

import re

from server.pipeline.questions.letters import small, small_first
from server.pipeline.questions.material.plain_form import gerund

_WHICH_ONE = re.compile(
    r"^(?P<one>[^,]{2,40}?) or (?P<other>[^,]{2,40}), which (?:one )?(?:do|should|would|shall) I\b.*$", re.IGNORECASE
)
_NOW_OR_LATER = re.compile(r"^(?!decid|choos)(?P<act>[a-z]+ [^,;]{2,40}?) now or later\b.*$", re.IGNORECASE)
_SLASHED = re.compile(
    r"^(?:decide|choose):? (?:whether to |if )?(?P<one>stay|go|leave|quit|keep|take|accept|apply|buy|continue|move|start|stop|sell|sign)(?: ?/ ?| or )(?P<other>stay|go|leave|quit|drop|refuse|wait|rent|stop|move|keep|hold)\b",
    re.IGNORECASE,
)
_COLON = re.compile(
    r"^(?P<when>(?:decid|choos)e\b(?! (?:what|how|which|who)\b)(?:[^:,.]{0,30}:| (?:by|before|until|till)(?: (?!if\b|whether\b|between\b|to\b)[^\s:,.]+){1,5},)) (?:to )?(?=(?:accept|apply|ask|begin|buy|change|continue|close|cut|do|drop|end|expand|finish|freeze|give|go|hand|hire|hold|join|keep|leave|look|make|merge|move|open|pause|pay|push|quit|rebuild|redo|refuse|rent|resign|return|run|sell|shut|sign|split|start|stay|step|stop|switch|take|teach|try|turn|use|wait|write)\b[^:]+ or \b)",
    re.IGNORECASE,
)
_BETWEEN_COMMAS = re.compile(
    r", (?P<other>or (?:an?|the|my|one) [\w-]+(?: [\w-]+)?), (?=for\b|of\b|to\b|in\b)"
)  # "a date, or a number, for leaving"
# "spend it on five songs or learn to mix them, need to make my mind up"
_HAVE_TO_SAY = re.compile(
    r"^(?P<act>(?!decid|choos)[a-z]+ [^,;:]+ or (?:to |just )?[a-z]+ [^,;:]+)[,.;] (?:I )?(?:need|have|got|want) to (?:make (?:up )?my mind(?: up)?|decide|choose)\b.*$",
    re.IGNORECASE,
)
_MIND = re.compile(r"^(?:to )?make (?:up my mind|my mind up)(?=\W)", re.IGNORECASE)
# When an answer is wanted is for the seeker alone.
_DUE = re.compile(
    r", (?:to|must|have to|need to|want to) (?:decide|choose|pick|say|answer)\b(?! (?:whether|if|between|what|how|which)\b)[^,;]*$|[.;] (?:I )?(?:must|have to|need to) (?:answer|tell|say|write|decide)\b[^.;]*$|[.;,:]? (?:(?:my|the|an) )?(?:answer|reply|decision|yes or no)(?: is)? (?:due|needed|wanted|expected)\b[^.;]*\.?$",
    re.IGNORECASE,
)
_MEANWHILE = re.compile(
    r"(?<=\w), (?:when|as|because|since|which|so) [^,;.]{3,50}, (?=(?:whether|if|between|which|what|how)\b)"
)

# "pick my module by 27 February, coding or branding"
_PICK_FROM = re.compile(
    r"^(?:pick|choose|decide on|settle on) (?P<what>(?:my|the|an?|our) [\w' -]{2,30}?)(?P<when> (?:by|before) [^,:]{3,25})?[,:] (?P<one>(?!(?:have|must|need|has|answer|say|yes)\b)[\w' -]{2,40}?) or (?P<other>(?!no\b|not\b)[\w' -]{2,40})$",
    re.IGNORECASE,
)
# "which of the two I would miss, the archive or the building of things"
_WHICH_OF_TWO = re.compile(
    r"\bwhich (?:of the two |one |of them )?(?P<said>(?:I|we)(?:'d|'ll| would| will| should)? \w+(?: more)?), (?P<ways>(?:the |an? |my )?[\w' -]{2,40}? or [\w' -]{2,40})$",
    re.IGNORECASE,
)
# An amount, and the ways to spend it after a colon.
_SPEND_ON = re.compile(r"\bhow to (?P<act>spend [^:]{3,40}): (?P<ways>[^:]+ or [^:]+)$", re.IGNORECASE)
_IS_IT_BETTER = re.compile(
    r"^is it (?:better|best|wiser|smarter) (?:to|if I) (?P<one>[^,;?]+?),? or (?:to |if I )?(?P<other>[^,;?]+)(?:[,;?].*)?$",
    re.IGNORECASE,
)
_DO_OR_NOT = re.compile(
    r"^(?P<act>(?:take|accept|sign|apply|go|buy|sell|leave|move|say|join|start|publish|pay|keep|renew|order|hire|build|rent|enrol+|send|quit|open|switch|give)\b[^,;]*?) or not\b(?:[,;.].*)?$",
    re.IGNORECASE,
)
_PICK_ONE = re.compile(r"^(?:pick|choose)[:,] (?=[^:]+ or )", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:pick|settle) between (?=.+ (?:and|or) )", re.IGNORECASE)
# A plan that is still two: "advice on my plan: the post on grant money, or look for another".
_ON_WHETHER = re.compile(
    r"^(?:(?:get|want|need) )?(?:some |his |her |your )?advice on (?:(?:the|my|our) [\w' -]{2,30}, (?:above all|especially|mainly|mostly) )?whether to (?P<ways>.+ or .+)$",
    re.IGNORECASE,
)
_ON_DOING = re.compile(
    r"^(?:(?:get|want|need) )?(?:some |his |her |your )?advice on (?P<doing>\w+ing .+ or .+)$", re.IGNORECASE
)
# "website or book. want to pick by Juneteenth"
_WHICH_FOR_ME = re.compile(
    r"(?<=\w), which (?:one|of the two|of them)(?: is)?(?: (?:better|right|best))? for \w[^,;]*$", re.IGNORECASE
)
_ONE_OR_OTHER = re.compile(
    r"^(?P<one>[a-z][\w-]+) or (?P<other>[a-z][\w-]+)[.,;] (?:I )?(?:want to|must|have to|need to|to) (?:pick|decide|choose|say)\b.*$",
    re.IGNORECASE,
)
# "bootcamp in March or finish degree", "PhD or go teach at a college"
_THING_OR_DO = re.compile(
    r"^(?P<one>(?!(?:decid|choos|learn|find|know|see|hear|get|whether|how|what|which|who|when|where|why|is|are|do|does|should|can|if|to|go|stay|keep|tak|stop|leav|start|quit|sell|buy|sign|accept|apply|hire|mov|giv|open|clos|mak|renew|rent|join|stick|try|teach|work|write|pay|one|two|three)\w*\b)(?:[\w'-]+ ){0,3}[\w'-]+) or (?:just |rather |first )?(?:go (?=[a-z]{4,} (?:at|in|on|for)\b))?(?:(?P<verb>finish|teach|stay|keep|take|start|work|join|leave|move|apply|go|do|look|build|write|study|open|wait|stop|quit) (?P<rest>[^.,;:?]{3,60})|(?P<alone>stop|stay|wait|leave|quit))(?:[.;?,] .*)?$",
    re.IGNORECASE,
)
_TWO_ROADS = re.compile(
    r"^(?:(?:get|want|need) )?(?:some |his |her |your )?advice on (?:my|the) (?:two )?(?:roads|options|choices|ways|paths|order of my plan)[,:] (?P<ways>[^,;]{3,60} or [^,;]{3,60})(?:[,;].*)?$",
    re.IGNORECASE,
)
_PLAN_OR = re.compile(
    r"^(?:(?:get|want|need) )?(?:some |his |her |your )?advice on (?:my|the) plan: (?P<one>(?:the|an?|my) [^,:;]{3,50}), or (?P<verb>[a-z]+) (?P<rest>[^,:;]{3,60})$",
    re.IGNORECASE,
)
_SHOULD_I = re.compile(
    r"^(?:should (?:I|we)|do (?:I|we) (?=(?:take|accept|buy|sell|sign|move|hire|stay|leave|apply|publish|print|say yes)\b)) ?(?P<act>(?:(?! or )(?:[^,?.]|[,.](?=\d)))+)(?=[,?.]|$).*$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"^(?:advice|help|question)[:,] ", re.IGNORECASE)
# Weighed up are two of a kind, told after a colon.
_WEIGH_UP = re.compile(
    r"^(?:weigh(?: up)?|compare|choose between|decide between) (?:the|my|both|two|these)\b(?: two)? (?P<what>jobs|posts|roles|positions|offers|options|ways|plans|roads)[\w ]{0,20}: (?P<one>[^:;]{3,60}?),? or (?P<other>[^:;,]{3,60})$",
    re.IGNORECASE,
)


# A choice by its name: "year out, yes or no", "library job or postdoc application".
_YES_OR_NO = re.compile(
    r"^(?:(?P<of>(?:[\w'-]+ ){0,5}?[\w'-]+),? yes or no|(?:say |decide |settle )?yes or no to (?P<to>(?:the|a|an|my|our) (?:[\w'-]+ ?){1,4}?)(?: (?:that|who|which) [^.;]+)?(?:[.;] .*)?)$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"(?:the|an?|my|our|this|that)\b", re.IGNORECASE)
_TWO_THINGS = re.compile(
    r"^(?P<what>(?!(?:find|hear|meet|learn|get|know|see|talk|ask|look)\b)(?!(?:(?:decid|choos)\w*|whether|if|how|what|which|who|when|where|why|is|are|do|does|should|can|could|would|one|two|three|go(?:ing)?|stay(?:ing)?|leav(?:e|ing)|quit|keep|tak(?:e|ing)|stop)\b)(?:[\w'-]+ ){1,5}or (?!not\b|to\b|just\b|only\b|no\b|so\b|two\b)(?:[\w'-]+ ?){1,6})$",
    re.IGNORECASE,
)
# "decide before 1 March do I publish or wait": whether I do.
_DO_I = re.compile(
    r"^(?P<when>(?:decide|choose)\b[^,:?]{0,30}?)[,:]? (?:do|should|shall) (?P<who>I|we) (?P<act>\w.+)$", re.IGNORECASE
)


def with_its_choice(text: str) -> str:
    """The goal with its choice as "decide whether to ..." or "decide between ...", without what is told in passing."""
    text = _HAVE_TO_SAY.sub(_decide_whether, text)
    plain = _ONE_OR_OTHER.sub(_one_or_other, _PICK_ONE.sub("", _HEADED.sub("", _WHICH_FOR_ME.sub("", text))))
    plain = _MIND.sub("decide", _DUE.sub("", plain))
    plain = _DO_I.sub(r"\g<when> whether \g<who> \g<act>", _SHOULD_I.sub(r"decide whether to \g<act>", plain))
    plain = _IS_IT_BETTER.sub(
        r"decide whether to \g<one> or \g<other>", _DO_OR_NOT.sub(r"decide whether to \g<act>", plain)
    )
    plain = _BETWEEN.sub(
        "decide between ",
        _PLAN_OR.sub(
            _plan_or,
            _TWO_ROADS.sub(
                r"\g<ways>",
                _ON_DOING.sub(r"decide about \g<doing>", _ON_WHETHER.sub(r"decide whether to \g<ways>", plain)),
            ),
        ),
    )
    plain = _PICK_FROM.sub(_picked_from, _WHICH_OF_TWO.sub(r"whether \g<said> \g<ways>", plain))
    plain = _SPEND_ON.sub(r"whether to \g<act> on \g<ways>", plain)
    plain = _BETWEEN_COMMAS.sub(r" \g<other> ", _MEANWHILE.sub(" ", plain))
    plain = _THING_OR_DO.sub(_thing_or_doing, plain)
    plain = _WHICH_ONE.sub(r"decide between \g<one> and \g<other>", _WEIGH_UP.sub(_weighed, plain))
    plain = _NOW_OR_LATER.sub(_now_or_later, plain)
    plain = _SLASHED.sub(r"decide whether to \g<one> or \g<other>", plain)
    return _COLON.sub(lambda found: f"{found['when'].rstrip(':,')} whether to ", plain)


def _picked_from(found: re.Match[str]) -> str:
    return f"decide{found['when'] or ''} between {found['one']} and {found['other']} for {found['what']}"


def _decide_whether(found: re.Match[str]) -> str:
    return f"decide whether to {small(found['act'])}"


def _weighed(found: re.Match[str]) -> str:
    being = "being " if found["what"].lower() in {"jobs", "posts", "roles", "positions"} else ""
    return f"decide between {being}{found['one']} and {found['other']}"


def _thing_or_doing(found: re.Match[str]) -> str:
    doing = gerund((found["verb"] or found["alone"]).lower())
    return f"decide between {small(found['one'])} and {doing} {found['rest'] or ''}".rstrip()


def _one_or_other(found: re.Match[str]) -> str:
    return f"decide between {found['one'].lower()} and {found['other'].lower()}"


def _plan_or(found: re.Match[str]) -> str:
    return f"decide between {found['one']} and {gerund(found['verb'].lower())} {found['rest']}"


def _now_or_later(found: re.Match[str]) -> str:
    act = found["act"]
    return f"decide whether to {small_first(act)} now or later"


def choice_by_name(text: str) -> str:
    """A choice of which only the name was typed, as one tells it: "I have to choose: harbour job or pilot exam", "I'm deciding on the winter off, yes or no"; "" where it is none."""
    if asked := _YES_OR_NO.match(text):
        what = asked["to"] or asked["of"]
        article = "" if _HAS_ARTICLE.match(what) else "the "
        is_name = any(letter.isupper() for letter in what.split()[0][1:])
        return f"I'm deciding on {article}{what if is_name else small_first(what)}, yes or no"
    named = _TWO_THINGS.match(text)
    what = named["what"] if named else ""
    one, _, other = what.partition(" or ")
    if " for " in other:
        return f"I'm deciding between {one} and {other}"
    is_name = any(word[:1].isupper() for word in what.split()[1:2])
    return f"I have to choose: {what if is_name else small_first(what)}" if what else ""
