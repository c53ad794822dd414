"""The plain form of an English verb: "tested" -> "test", "moved" -> "move", "got" -> "get"; "tries" -> "try"."""

import re

from server.pipeline.features.verbs import ALIKE, NO_PAST, PAST_OF, PLAIN_OF

# Regular verbs that the rules below would spell wrong.
_REGULAR = (
    "ache add adhere agree atone awe axe ballot bang bankroll baste bathe beguile belong bias blitz boycott breathe cache cajole canvas chorus "
    "clang clothe cohere collar combat compete complete condole condone console contravene convene create debut decree delete delineate deplete "
    "dethrone disagree dye dynamite ebb egg elope envelop err excite excrete exhale expedite extradite eye focus forestall free gang guarantee "
    "hang ignite impale incite inhale install interfere intervene invite lambaste loathe long mortar murmur nauseate owe paste permeate "
    "persevere pillar pilot ping pirouette pivot postpone prolong purr recall recite recreate referee refill refocus regale reignite reinstall "
    "reroute restring reunite revere ring route secrete seethe sheathe silhouette snowball soothe stonewall sugar supervene swathe sync taste "
    "telephone telescope tiptoe uninstall unite unroll waltz waste welcome whirr wing wreathe writhe wrong"
)
_ODD = {f"{verb}{'d' if verb.endswith('e') else 'ed'}": verb for verb in _REGULAR.split()} | {
    "bussed": "bus", "frolicked": "frolic", "gassed": "gas", "mimicked": "mimic", "panicked": "panic", "picnicked": "picnic", "quizzed": "quiz", "revved": "rev",
    "skied": "ski", "taxied": "taxi", "trafficked": "traffic",
}  # fmt: skip
# Of the pasts that are the plain form again those that tell of one act; "you split your weeks" is a habit as often.
_ONCE = frozenset("bet burst cost hurt quit rid thrust upset".split())
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
_DOUBLED_L = re.compile(r"(?:[aeio]|(?<=.)y|(?<!q)u).*[aeiou]ll$")  # travel, control, fuel; not call
_SHORT_IE = re.compile(r"^(?:un|be|over)?[dltv]i$")  # die, lie, tie; not try
# Where an "e" was dropped: after c, v, u, a single s or z; "settl", "chang"; in one syllable ("hir"); in endings that hardly ever stand without it.
_FELL = re.compile(
    r"(?:[cvu]|(?<!s)s|(?<!z)z|[bcdfgkpstz]l|[nrdl]g|[aeiou]g|^(?:[^aeiouy]|qu)*[aeiouy][^aeiouywxh]|(?<![eo])at|(?<![aeo])(?:id|ir)|(?<![eo])ad|(?<![aeou])(?:od|ud|ar|ur)|"
    r"(?:expl|ign|rest|impl|ad|depl|sc)or|(?<![aeou])in|[^aeiou](?:ib|ot|ut|um|am|im|ap|il|ul|ak|ik|ok|uk|yp|ed))$"
)


def plain_form(verb: str, *, past: bool = False) -> str:
    """The verb in its plain form; "" if it is no past tense. verb: in small letters.

    past: what stands around it shows that it tells of the past; without that, "put" may be a present and gives "".
    """
    if verb in ALIKE:
        return verb if past or verb in _ONCE else ""
    known = PLAIN_OF.get(verb) or _ODD.get(verb)
    if known:
        return known
    stem = verb.removesuffix("ed")
    if stem == verb or verb in NO_PAST or len(stem) < 2 or stem.endswith("e") or not re.search(r"[aeiouy]", stem):
        return ""
    if stem.endswith("i"):
        return f"{stem}e" if _SHORT_IE.match(stem) else f"{stem[:-1]}y"
    if _DOUBLED.search(stem) or _DOUBLED_L.search(stem):
        return stem[:-1]
    return f"{stem}e" if _FELL.search(stem) else stem


_SPELLED = {plain: past for past, plain in _ODD.items() if past not in {f"{plain}d", f"{plain}ed"}}
# The last letter is doubled: in one short syllable (stop, plan, quit), or where the last one is stressed, or an "l" as the British have it.
_ONE_SHORT = re.compile(r"^(?:qu|[^aeiou])*[aeiou][bdgmnprt]$")
_LAST_DOUBLED = frozenset(
    (
        "abet abhor acquit admit allot annul babysit befit begin cancel channel commit compel concur confer control counsel debug defer deter dispel duel "
        "emit enrol equal equip excel expel forbid forget format fuel fulfil gas impel incur infer initial input instil kidnap label level marvel model occur "
        "offset omit outbid outfit outrun overrun patrol pencil permit prefer program propel quarrel quiz rebel rebut recur refer regret remit "
        "repel rerun reset rival signal submit sublet total transfer transmit travel trial tunnel typeset undercut unplug unravel upset worship wrap"
    ).split()
)


def past_form(verb: str) -> str:
    """The past tense of a verb in its plain form: "test" -> "tested", "try" -> "tried", "write" -> "wrote". verb: in small letters."""
    known = PAST_OF.get(verb) or _SPELLED.get(verb)
    if known:
        return known
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def gerund(verb: str) -> str:
    """The form in -ing of a verb in its plain form: "become" -> "becoming", "get" -> "getting"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def without_s(verb: str) -> str:
    """A verb of the third person ("walks", "tries", "goes") without its s: "walk", "try", "go"."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]


def _doubled(verb: str) -> str:
    """The verb as it stands before an ending that begins with a vowel."""
    if verb.endswith("ic"):
        return f"{verb}k"  # panicking
    return f"{verb}{verb[-1]}" if verb in _LAST_DOUBLED or _ONE_SHORT.match(verb) else verb
