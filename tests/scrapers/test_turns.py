import pytest

from scrapers import scrape
from scrapers.page import Extract, Kind, Page, Place

INTRO = "<p>They met in the pilot house on a Friday in March, and spoke for an hour.</p>"


def read(body: str) -> Extract:
    return scrape(
        Page(url="https://a.example/", html=f"<html><body><main><h1>A talk</h1>{INTRO}{body}</main></body></html>")
    )


def said(body: str) -> list[tuple[str, str]]:
    return [(passage.speaker, passage.text) for passage in read(body).passages][2 - 1 :]


TURNS = [
    ("Dana Whitlock", "Where did you learn to steer?"),
    ("Ivo Ferrant", "On my aunt’s ferry in 1994."),
    ("Dana Whitlock", "Was she strict?"),
    ("Ivo Ferrant", "She hit the rail with a spoon."),
]


@pytest.mark.parametrize(
    "turn",
    [
        "<p>{name}: {text}</p>",
        "<p><b>{name}:</b> {text}</p>",
        "<p><strong>{name}</strong> {text}</p>",
        "<p>[00:0{n}:12] {name}: {text}</p>",
        "<p>{name} (00:0{n}): {text}</p>",
        "<p>{name} 0{n}:12</p><p>{text}</p>",
        "<div><span>0{n}:12</span> <span>{name}</span></div><p>{text}</p>",
        "<h4>{name}</h4><p>{text}</p>",
        "<dt>{name}:</dt><dd>{text}</dd>",
    ],
)
def test_labels_and_time_stamps_leave_the_text_and_name_the_speaker(turn: str) -> None:
    body = "".join(turn.format(name=name, text=text, n=n) for n, (name, text) in enumerate(TURNS))
    assert said(f"<dl>{body}</dl>" if "<dt>" in turn else body) == TURNS


def test_turns_in_one_paragraph_are_parted_at_their_lines() -> None:
    body = "<br>".join(f"{name}: {text}" for name, text in TURNS)
    assert said(f"<p>{body}</p>") == TURNS


def test_a_turn_goes_on_until_the_next_label() -> None:
    body = "".join(f"<p>{name}: {text}</p><p>And then some more of it.</p>" for name, text in TURNS)
    assert said(body)[:2] == [TURNS[0], (TURNS[0][0], "And then some more of it.")]


def test_a_heading_ends_a_turn() -> None:
    body = (
        "".join(f"<p>{name}: {text}</p>" for name, text in TURNS) + "<h2>About us</h2><p>We print talks on Fridays.</p>"
    )
    assert said(body)[-1] == ("", "We print talks on Fridays.")


def test_a_label_that_comes_once_is_part_of_the_sentence() -> None:
    body = "<p>Note: the rail is new.</p><p>Warning: it is loud here.</p><p>Dana Whitlock: I know.</p>"
    assert [speaker for speaker, _ in said(body)] == ["", "", ""]


def test_frequent_questions_that_speak_to_nobody_are_no_interview() -> None:
    questions = ("What is a ferry?", "How deep is the harbour?", "When does it open?")
    body = "".join(f"<h2>{question}</h2><p>That depends on the tide and the day.</p>" for question in questions)
    assert {speaker for speaker, _ in said(body)} == {""}


def test_a_page_of_turns_is_a_transcript_and_a_page_with_two_quotes_is_none() -> None:
    assert read("".join(f"<p>{name}: {text}</p>" for name, text in TURNS * 3)).kind is Kind.TRANSCRIPT
    assert read("<p>“I know,” said Dana Whitlock.</p>").kind is Kind.ARTICLE


@pytest.mark.parametrize(
    "heading", ["<h3>2 comments</h3>", "<h2>Responses (2)</h2>", "<h2>Kommentare</h2>", "<p><b>Comments</b></p>"]
)
def test_comments_stand_apart_with_the_name_of_who_wrote_them(heading: str) -> None:
    body = f"<section>{heading}<div><b>Ada Finch</b><p>I was there.</p></div><div><b>Bo Marsh</b> <time>3 days ago</time><p>So was I.</p></div></section>"
    comments = [(p.speaker, p.text) for p in read(body).passages if p.place is Place.COMMENT]
    assert comments == [("Ada Finch", "I was there."), ("Bo Marsh", "So was I.")]


def test_questions_that_speak_to_nobody_are_an_interview_where_the_answers_say_i() -> None:
    asked = (
        ("Which boat first?", "The small one. I steered it badly."),
        ("And the hardest part?", "Going back. I never liked going back."),
        ("What about ice?", "I wait for it to leave."),
    )
    body = "".join(f"<p><b>{question}</b></p><p>{answer}</p>" for question, answer in asked)
    assert said(body)[:3] == [("Q", "Which boat first?"), ("A", "The small one."), ("A", "I steered it badly.")]


@pytest.mark.parametrize(
    "head",
    [
        "<p><b>u/{name}</b> <i>OP</i> {n} points</p>",
        "<div><a href='/u/{name}'>{name}</a> <time>February {n}, 2024, 10:11am</time> <span>#{n}</span></div>",
        "<p class='who'>{name} · joined 2016 · 34{n} posts · {n} Mar 2021</p>",
        "<p>posted by <a href='/u/{name}'>u/{name}</a> · 6 October 2024 · {n} points · 31 comments</p>",
    ],
)
def test_the_head_of_a_post_names_who_wrote_it_and_leaves_the_text(head: str) -> None:
    posts = [
        ("pierwatch", "Is there still a way in?"),
        ("ivo_f", "There is, it is a hedge."),
        ("pierwatch", "Thank you."),
    ]
    body = "".join(head.format(name=name, n=n) + f"<p>{text}</p>" for n, (name, text) in enumerate(posts, 3))
    assert said(body)[-3:] == posts


def test_lines_with_a_linked_name_and_a_number_are_no_posts_unless_somebody_comes_back() -> None:
    body = "".join(f"<p><a href='/{name}'>{name}</a> 2019</p><p>A boat.</p>" for name in ("Marsh", "Quill", "Heron"))
    assert all(not speaker for speaker, _ in said(body))
