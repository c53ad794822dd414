"""Rules about what is no business of an interview: a job, pay, private life (L14-L16)."""

from server.model import Severity
from server.pipeline.questions.lint.hit import Hit, at
from server.pipeline.questions.lint.patterns import any_of, lexicon
from server.pipeline.questions.lint.prepare import Prepared
from server.pipeline.questions.lint.setting import Setting

_BOUNDS = lexicon("bounds")
_JOB = any_of(*_BOUNDS["job"])
_JOB_PROCESS = any_of(*_BOUNDS["job_process"])
_PAY = any_of(*_BOUNDS["pay"])
_PAY_FIELD = any_of(*_BOUNDS["pay_field"])
_PERSONAL = {category: any_of(*patterns) for category, patterns in _BOUNDS["personal"].items()}


def job(prepared: Prepared, _: Setting) -> Hit | None:
    """L14: asks for a job, a referral or a favour of that kind."""
    match = _JOB.search(prepared.masked)
    if match:
        return at(
            match,
            Severity.ERROR,
            "This asks for a job. Ask what they have seen work; help tends to follow.",
            _BOUNDS["job_ask"],
        )
    match = _JOB_PROCESS.search(prepared.masked)
    if match:
        return at(
            match,
            Severity.INFO,
            "Close to asking for a job. Fine if you want to know how people come in, not whether you may.",
        )
    return None


def pay(prepared: Prepared, _: Setting) -> Hit | None:
    """L15: what they earn is theirs; what the field pays stands in public data."""
    match = _PAY.search(prepared.masked)
    if match:
        return at(match, Severity.ERROR, "What they earn is their own affair. Leave it out.", _BOUNDS["pay_ask"])
    match = _PAY_FIELD.search(prepared.masked)
    if match:
        return at(
            match,
            Severity.WARN,
            "Pay figures are public: look them up and use the minutes for what only they know.",
            _BOUNDS["pay_ask"],
        )
    return None


def personal(prepared: Prepared, setting: Setting) -> Hit | None:
    """L16: family, health, faith, age, home. Not where it is their public work (setting.topics)."""
    for category, found in _PERSONAL.items():
        match = None if category in setting.topics else found.search(prepared.masked)
        if match:
            return at(match, Severity.ERROR, "Private life. Leave it to them to bring up.", _BOUNDS["personal_ask"])
    return None
