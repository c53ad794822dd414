import pytest

from scrapers import scrape
from scrapers.dates import in_url, iso
from scrapers.page import DateFrom, Metadata, Page

TEXT = "<p>The ferry was late and it said so on a board that nobody had cleaned since 2011.</p>"


def read(
    head: str = "", body: str = "", url: str = "https://a.example/x", title: str = "", html: str = "<html>"
) -> Metadata:
    page = (
        f"{html}<head>{head}</head><body><main><article>{body or '<h1>Late</h1>'}{TEXT}</article></main></body></html>"
    )
    return scrape(Page(url=url, html=page, title=title)).meta


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "json",
    [
        '{"@type": "Article", "datePublished": "2019-04-02T10:00:00Z", "author": {"name": "Ada Finch"}}',
        '[{"@type": "WebSite"}, {"@type": ["BlogPosting"], "datePublished": "2019-04-02", "author": ["Ada Finch"]}]',
        '{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, {"@type": "NewsArticle", "datePublished": "2019-04-02", "author": [{"name": "Ada Finch"}]}]}',
        '{"@type": "https://schema.org/Article", "datePublished": "2019-04-02", "author": "Ada Finch",}',
        '<!-- {"@type": "Article", "datePublished": "2019-04-02", "author": "Ada Finch"} -->',
        '{"@type": "VideoObject", "uploadDate": "2019-04-02", "author": "Ada\n Finch"}',
    ],
)
def test_json_ld_in_all_the_ways_it_is_written(json: str) -> None:
    meta = read(ld(json))
    assert (meta.published, meta.published_from, meta.author) == ("2019-04-02", DateFrom.JSON_LD, "Ada Finch")


@pytest.mark.parametrize(
    "json",
    [
        '{"@type": "Article", "datePublished": ',
        "[1, 2",
        '"text"',
        "null",
        '{"@type": {}}',
        '{"@type": "Article", "author": 5}',
    ],
)
def test_broken_json_ld_is_passed_over(json: str) -> None:
    assert read(ld(json)).published == ""


@pytest.mark.parametrize(
    "value, date",
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("2024-05-21T10:00:00+02:00", "2024-05-21"),
        ("2024/5/1", "2024-05-01"),
        ("20240521", "2024-05-21"),
        ("May 21st, 2024", "2024-05-21"),
        ("21. Mai 2024", "2024-05-21"),
        ("1er août 2024", "2024-08-01"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("May 2024", "2024-05"),
        ("2024-13-01", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_keeps_the_precision_it_has(value: str, date: str) -> None:
    assert iso(value) == date


@pytest.mark.parametrize(
    "url, date",
    [
        ("https://a.example/2016/10/24/late.html", "2016-10-24"),
        ("https://a.example/blog/2016/10/late", "2016-10"),
        ("https://a.example/2016-10-24-late", "2016-10-24"),
        ("https://a.example/2016/late", ""),
        ("https://a.example/talks/2016", ""),
        ("https://a.example/?d=/2016/10/24/", ""),
        ("https://a.example/2016/99/24/", ""),
    ],
)
def test_dates_in_the_path_of_an_address(url: str, date: str) -> None:
    assert in_url(url) == date


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Late</h1><p>In 2011 the board was clean.</p>",
        "<h1>Late</h1><p>© 2019 Ada Finch</p>",
        "<h1>Late</h1><ul><li><time datetime='2019-04-02'>a talk</time></li></ul>",
        "<h1>Late</h1><p>a</p><p>b</p><p>c</p><time datetime='2019-04-02'>then</time>",
        "<h1>Late</h1><time class='updated' datetime='2019-04-02'>changed</time>",
    ],
)
def test_a_date_that_is_not_the_publication_is_no_date(body: str) -> None:
    assert (read(body=body).published, read(body=body).published_from) == ("", None)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Late</h1><time datetime='2019-04-02T08:00'>April 2</time>",
        "<header><h1>Late</h1><p>by Ada <time datetime='2019-04-02'>April 2</time></p></header>",
        "<h1>Late</h1><p>x</p><span class='dt-published' title=''><time class='dt-published' datetime='2019-04-02'>x</time></span>",
    ],
)
def test_a_time_near_the_title_is_the_date(body: str) -> None:
    assert (read(body=body).published, read(body=body).published_from) == ("2019-04-02", DateFrom.TIME)


def test_json_ld_goes_before_meta_and_meta_before_the_address() -> None:
    meta = '<meta property="article:published_time" content="2018-01-01">'
    url = "https://a.example/2017/01/01/x"
    assert read(meta + ld('{"@type": "Article", "datePublished": "2019"}'), url=url).published == "2019"
    assert read(meta, url=url).published == "2018-01-01"
    assert read(url=url).published == "2017-01-01"


@pytest.mark.parametrize(
    "head, title",
    [
        ("<title>Late | The Ferry Blog</title>", "Late"),
        ("<title>The Ferry Blog - Late</title>", "Late"),
        ("<title>Too late - again</title><meta property='og:site_name' content='Ferry'>", "Too late - again"),
        (
            "<title>A long piece about ferries — Ferry</title><meta property='og:site_name' content='Ferry'>",
            "A long piece about ferries",
        ),
        ("<meta property='og:title' content='Late again'><title>x</title>", "Late again"),
        ("", "Late"),
    ],
)
def test_the_title_loses_the_name_of_the_site_and_nothing_else(head: str, title: str) -> None:
    assert read(head).title == title


@pytest.mark.parametrize(
    "head, body, author",
    [
        ("<meta name='author' content='Ada Finch'>", "", "Ada Finch"),
        (
            "<meta property='article:author' content='https://a.example/ada'>",
            "<h1>Late</h1><a rel='author' href='/ada'>Ada Finch</a>",
            "Ada Finch",
        ),
        ("", "<h1>Late</h1><p>By Ada Finch</p>", "Ada Finch"),
        ("", "<h1>Late</h1><p>By <a href='/ada'>Ada Finch</a> on March 3</p>", "Ada Finch"),
        ("", "<h1>Late</h1><p>Von Ada van der Finch, Hamburg</p>", "Ada van der Finch"),
        ("", "<h1>Late</h1><div class='post-author'>Ada Finch</div>", "Ada Finch"),
        ("", "<h1>Late</h1><p>By the time we left it was dark.</p>", ""),
    ],
)
def test_the_author_is_named_by_the_page_or_nobody(head: str, body: str, author: str) -> None:
    assert read(head, body).author == author


def test_language_canonical_and_description() -> None:
    head = "<link rel='canonical' href='https://b.example/late'><meta name='description' content='A ferry.'>"
    meta = read(head, html="<html lang='de-AT'>")
    assert (meta.language, meta.canonical, meta.description) == ("de", "https://b.example/late", "A ferry.")
    assert read("<link rel='canonical' href='javascript:alert(1)'>").canonical == ""
