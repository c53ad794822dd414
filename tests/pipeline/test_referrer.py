"""Through whom the seeker came: who it is, whether they are named, and how a letter greets them."""

import pytest

from server.pipeline.referrer import Referrer, read_referrer


@pytest.mark.parametrize(
    "typed, who, name, greeted",
    [
        ("Ada Pell", "Ada Pell", "Ada Pell", "Ada"),
        ("Ada Pell, who shared an office with her", "Ada Pell", "Ada Pell", "Ada"),
        ("my friend Ada Pell, who knows her from Leeds", "your friend Ada Pell", "Ada Pell", "Ada"),
        ("through Ada Pell", "Ada Pell", "Ada Pell", "Ada"),
        ("Dr. Pell from the archive", "Dr. Pell from the archive", "Dr. Pell", "Dr. Pell"),
        ("Oddny from the archive", "Oddny from the archive", "Oddny", "Oddny"),
        ("Sunniva told me about him", "Sunniva", "Sunniva", "Sunniva"),
        ("My supervisor, who took his short course", "your supervisor", "", ""),
        ("my PhD supervisor", "your PhD supervisor", "", ""),
        ("A woman at the ferry gave me his name", "a woman at the ferry", "", ""),
        ("a colleague from Leeds", "a colleague from Leeds", "", ""),
        ("Someone in my rowing club who knows him", "someone in my rowing club", "", ""),
        ("friend of Ada Pell", "friend of Ada Pell", "", ""),
    ],
)
def test_only_who_is_named_is_called_by_a_name(typed: str, who: str, name: str, greeted: str) -> None:
    read = read_referrer(typed)
    assert (read.who, read.name, read.greeted) == (who, name, greeted)
    assert read.called == (name or who)


@pytest.mark.parametrize("typed", ["", "  ", "Nobody really. I found the address", "cold", "n/a", "met at a fair"])
def test_where_nobody_sent_them_there_is_no_referrer(typed: str) -> None:
    assert read_referrer(typed) == Referrer()
