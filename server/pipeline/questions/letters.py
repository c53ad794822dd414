"""The first letter of what is said, large or small."""


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def small_first(text: str) -> str:
    """With a small first letter, whatever the word is."""
    return text[:1].lower() + text[1:]


def small(text: str, piece: str = "") -> str:
    """With a small first letter, but for what has a capital where it begins no sentence: piece is what it was cut from."""
    first = text.split(" ", 1)[0]
    keeps = (
        first == "I"
        or first.startswith(("I'", "I’"))
        or any(letter.isupper() for letter in first[1:])
        or not first[:1].isupper()
        or (bool(piece) and not piece.startswith(first))
    )
    return text if keeps else small_first(text)
