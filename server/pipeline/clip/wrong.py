"""A wrong value in plain words: pydantic's errors as one would tell them to a person who typed the value."""

from pydantic_core import ErrorDetails

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "datetime_type": "a date and time such as 2026-11-26T10:00:00Z",
    "datetime_parsing": "a date and time such as 2026-11-26T10:00:00Z",
    "datetime_from_date_parsing": "a date and time such as 2026-11-26T10:00:00Z",
}
_SAID = {
    "missing": "is missing",
    "string_too_short": "is empty; write something there or take it out",
    "string_too_long": "is too long: {length:,} characters, at most {max_length:,}",
    "greater_than_equal": "must be at least {ge}, is {given}",
    "less_than_equal": "must be at most {le}, is {given}",
    "enum": "must be one of {expected}, is {given}",
}


def in_words(detail: ErrorDetails) -> str:
    """What is wrong, as the end of a sentence that begins with the path: "must be text, is the number 3"."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind in _WANTED:
        return f"must be {_WANTED[kind]}, is {_shown(given)}"
    said = _SAID.get(kind)
    if said is None:
        return f"is wrong: {detail['msg']}"
    return said.format(given=_shown(given), length=len(given) if isinstance(given, str) else 0, **context)


def json_path(loc: tuple[int | str, ...]) -> str:
    """("user", "goals", 1, "text") as "user.goals[1].text"."""
    path = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def _shown(value: object) -> str:
    """A short text or a number is shown, anything else is named by its type."""
    if isinstance(value, str) and len(value) <= 40:
        return f'"{value}"'
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"the number {value}"
    return type_name(value)


def type_name(value: object) -> str:
    """What a JSON value is, in words: "a list", "text"."""
    names: list[tuple[type, str]] = [
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "an object"),
    ]
    return next((name for kind, name in names if isinstance(value, kind)), "nothing (null)")
