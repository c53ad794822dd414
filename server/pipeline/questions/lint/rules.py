"""The rules in order, and the linter that runs them."""

from collections.abc import Iterable

from server.model import Finding, Severity
from server.pipeline.questions.lint import anchors, bounds, form, goals, stock, tone
from server.pipeline.questions.lint.hit import Hit, Rule
from server.pipeline.questions.lint.prepare import Prepared, prepare
from server.pipeline.questions.lint.setting import Setting

RULES = (
    Rule("L01", "closed", form.closed),
    Rule("L01b", "polite detour", form.polite),
    Rule("L02", "asks to confirm or to choose", form.confirms),
    Rule("L03", "two in one", form.doubled),
    Rule("L04", "many question marks", form.marks),
    Rule("L05", "long run-up", form.run_up),
    Rule("L06", "too long", form.long),
    Rule("L07", "leading", tone.leading),
    Rule("L08", "word that stings", tone.trigger),
    Rule("L09", "praise and exaggeration", tone.praise),
    Rule("L10", "remark", tone.remark),
    Rule("L11", "everybody asks this", stock.cliche),
    Rule("L12", "nothing asked", form.no_query),
    Rule("L13", "on their profile", stock.on_their_profile),
    Rule("L14", "asks for a job", bounds.job),
    Rule("L15", "pay", bounds.pay),
    Rule("L16", "private life", bounds.personal),
    Rule("L17", "hypothetical", tone.hypothetical),
    Rule("L18", "jargon", tone.jargon),
    Rule("L19", "why", form.why),
    Rule("L20", "no goal", goals.no_goal),
    Rule("L21", "too wide", stock.vague),
    Rule("L22", "could go to anyone", anchors.anyone),
    Rule("L23", "superlative", anchors.superlative),
)
# While somebody types, one hint at most, and only of these: the first that can spoil the talk comes first.
WORTH_SHOWING = ("L14", "L16", "L15", "L03", "L04", "L13")
_ANYWHERE = Setting()


def lint(question: str, setting: Setting = _ANYWHERE) -> tuple[Finding, ...]:
    """What the rules say about a question as typed, in the order of RULES; spans are places in the question as typed."""
    prepared = prepare(question, setting.titles)
    if not prepared.masked:
        return ()
    return tuple(_finding(rule, hit, prepared) for rule in RULES if (hit := rule.check(prepared, setting)))


def worth_showing(findings: Iterable[Finding]) -> Finding | None:
    """The one hint to show while somebody types, if any: asks for a job, private, two in one, already answered."""
    ranked = [finding for finding in findings if finding.id in WORTH_SHOWING and finding.severity is not Severity.INFO]
    return min(ranked, key=lambda finding: WORTH_SHOWING.index(finding.id), default=None)


def _finding(rule: Rule, hit: Hit, prepared: Prepared) -> Finding:
    return Finding(
        id=rule.id,
        severity=hit.severity,
        span=prepared.span(hit.start, hit.end),
        message=hit.message,
        suggestion=hit.suggestion,
    )
