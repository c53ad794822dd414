from random import Random

from scrapers.page import Metadata
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.copies import copies
from server.pipeline.identity.names import Names
from tests.making import extract, interview, read_clip

NAMES = Names.of(interview().interviewee)
FOOTER = "All letters of this site may be printed by anybody who asks the harbour office first."


def prose(random: Random, words: int) -> str:
    return " ".join(f"w{random.randrange(10_000)}" for _ in range(words))


def page(clip_id: str, text: str, url: str = "") -> ReadClip:
    return read_clip(clip_id, url or f"https://{clip_id}.example/", extract(f"{text}\n{FOOTER}", meta=Metadata()))


def test_a_copy_is_found_among_many_pages_of_one_site() -> None:
    random = Random(6)
    texts = [prose(random, 120) for _ in range(60)]
    pages = [page(f"c{at:02}", text) for at, text in enumerate(texts)]
    words = texts[17].split()
    part = page("part", " ".join(words[:70]))
    longer = page("longer", f"{texts[30]} {prose(random, 40)}")
    found = {clip: (copy.of, copy.flag) for clip, copy in copies(NAMES, [*pages, part, longer]).items()}
    assert found == {"part": ("c17", "reprint"), "c30": ("longer", "reprint")}


def test_half_of_a_page_is_a_copy_however_the_half_lies_and_less_is_none() -> None:
    random = Random(7)
    others = [page(f"c{at:02}", prose(random, 80)) for at in range(20)]
    text = prose(random, 100)
    whole, words = page("whole", f"{text} {prose(random, 60)}"), text.split()
    for share, is_copy in ((0.45, False), (0.6, True), (0.9, True)):
        for ours in (words[: int(100 * share)], words[100 - int(100 * share) :]):
            mixed = page("mixed", f"{' '.join(ours)} {prose(random, 100 - len(ours))}")
            assert ("mixed" in copies(NAMES, [*others, whole, mixed])) is is_copy


def test_a_page_that_changed_between_two_visits_is_one_page() -> None:
    random = Random(8)
    text = prose(random, 60)
    one = page("one", f"{text} {prose(random, 30)}", "https://harbour.example/notes")
    other = page("other", f"{prose(random, 30)} {text}", "https://harbour.example/notes?utm_source=x")
    found = copies(NAMES, [one, other])
    assert [copy.flag for copy in found.values()] == ["same-text"]
