"""The plain form of an English verb: "tested" -> "test", "moved" -> "move", "got" -> "get"; "tries" -> "try"."""

import re

_IRREGULAR = {
    "got": "get", "went": "go", "took": "take", "made": "make", "did": "do", "left": "leave", "came": "come", "saw": "see", "wrote": "write", "found": "find",
    "thought": "think", "began": "begin", "ran": "run", "gave": "give", "kept": "keep", "had": "have", "knew": "know", "chose": "choose", "built": "build",
    "said": "say", "told": "tell", "taught": "teach", "led": "lead", "held": "hold", "sold": "sell", "bought": "buy", "paid": "pay", "spent": "spend", "won": "win",
    "lost": "lose", "met": "meet", "drew": "draw", "grew": "grow", "brought": "bring", "learnt": "learn", "felt": "feel", "became": "become", "broke": "break",
    "sat": "sit", "stood": "stand", "heard": "hear", "meant": "mean", "understood": "understand", "sent": "send", "rode": "ride", "drove": "drive", "spoke": "speak",
    "fell": "fall", "threw": "throw", "flew": "fly", "slept": "sleep", "fought": "fight", "caught": "catch", "forgot": "forget",
    "created": "create", "recreated": "recreate", "completed": "complete", "competed": "compete", "deleted": "delete", "invited": "invite", "united": "unite",
    "added": "add", "monitored": "monitor", "mentored": "mentor", "tutored": "tutor", "authored": "author", "sponsored": "sponsor", "mirrored": "mirror",
    "piloted": "pilot", "focused": "focus", "belonged": "belong", "longed": "long", "welcomed": "welcome", "postponed": "postpone", "recalled": "recall",
    "installed": "install", "enrolled": "enrol", "rebuilt": "rebuild",
}  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_DOUBLED_L = re.compile(r"[aeiou][^aeiou]+[aeiou]ll$")  # travel, control; not call
# Where an "e" was dropped: after c, v, a single s; "settl", "chang"; in one syllable ("hir"); in endings that hardly ever stand without it.
_FELL = re.compile(
    r"(?:[cvuz]|(?<!s)s|[bdfgkptz]l|[nrd]g|^(?:[^aeiouy]|qu)*[aeiouy][^aeiouywxh]|(?<![eo])at|(?<![aeo])(?:id|ir)|(?<![eo])ad|(?<![aeou])(?:od|ud|ar|or|ur)|ag|(?<![aeou])in|"
    r"[^aeiou](?:ib|ot|ut|um|am|im|ap|il|ul|ak))$"
)


def plain_form(verb: str) -> str:
    """The verb in its plain form; "" if it is no past tense. verb: in small letters."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb.removesuffix("ed")
    if stem == verb or len(stem) < 2 or stem.endswith("e") or not re.search(r"[aeiouy]", stem):
        return ""
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if _DOUBLED.search(stem) or _DOUBLED_L.search(stem):
        return stem[:-1]
    return f"{stem}e" if _FELL.search(stem) else stem


_PAST = {plain: past for past, plain in reversed(_IRREGULAR.items()) if not past.endswith("ed")} | {"learn": "learned"}
_ONE_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")  # stop, plan: the last letter is doubled


def past_form(verb: str) -> str:
    """The past tense of a verb in its plain form: "test" -> "tested", "try" -> "tried", "write" -> "wrote". verb: in small letters."""
    if verb in _PAST:
        return _PAST[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _ONE_SHORT.match(verb) else f"{verb}ed"


def gerund(verb: str) -> str:
    """The form in -ing of a verb in its plain form: "become" -> "becoming", "get" -> "getting"."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _ONE_SHORT.match(verb) else f"{verb}ing"


def without_s(verb: str) -> str:
    """A verb of the third person ("walks", "tries", "goes") without its s: "walk", "try", "go"."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]
