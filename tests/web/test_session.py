"""The one-time link and the browser that came in by it."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from server.store import links
from server.web.session import Links, Way
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, NOW, PORT, House

NAVIGATION = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


def link(house: House, user: str = ALICE, path: str = f"/interviews/{INTERVIEW}") -> str:
    return f"/enter/{house.links.make(Way(user, path))}"


def test_a_link_leads_to_its_page_and_logs_the_browser_in(house: House) -> None:
    client = house.client()
    answer = client.get(link(house), base_url=BASE)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/interviews/{INTERVIEW}")
    assert "Marit Halloran" in client.get(f"/interviews/{INTERVIEW}", base_url=BASE).text


def test_the_cookie_is_for_this_port_and_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    client = house.client()
    client.get(link(house), base_url=BASE)
    cookie = client.get_cookie(f"groundwork_{PORT}", "127.0.0.1")
    assert cookie
    assert (cookie.http_only, cookie.same_site, cookie.path) == (True, "Strict", "/")


def test_a_link_works_once(house: House) -> None:
    used = link(house)
    house.client().get(used, base_url=BASE)
    again = house.client().get(used, base_url=BASE)
    assert (again.status_code, "Set-Cookie" in again.headers) == (401, False)
    assert "This link was used already, or is too old." in again.text


def test_a_used_link_in_the_browser_that_used_it_leads_home(house: House) -> None:
    client, used = house.client(), link(house)
    client.get(used, base_url=BASE)
    assert client.get(used, base_url=BASE).headers["Location"] == "/"


def test_a_link_of_somebody_else_changes_whose_browser_it_is(house: House) -> None:
    client = house.browser(ALICE)
    client.get(link(house, BOB, "/"), base_url=BASE)
    assert client.get(f"/interviews/{INTERVIEW}", base_url=BASE).status_code == 404


def test_looking_at_a_link_from_another_site_does_not_use_it_up(house: House) -> None:
    path = link(house)
    first = house.client().get(path, base_url=BASE, headers=NAVIGATION)
    assert f'href="{path}"' in first.text
    assert house.client().get(path, base_url=BASE).status_code == 303


def test_a_cookie_signed_by_somebody_else_is_none(house: House) -> None:
    other = House(house.service)
    other.app.config["SECRET_KEY"] = b"another key of thirty-two bytes!"
    cookie = other.browser().get_cookie(f"groundwork_{PORT}", "127.0.0.1")
    assert cookie
    client = house.client()
    client.set_cookie(f"groundwork_{PORT}", cookie.value, domain="127.0.0.1")
    assert client.get("/", base_url=BASE).status_code == 401


def test_only_hashes_of_links_are_held() -> None:
    links = Links()
    code = links.make(Way(ALICE, "/"))
    assert code not in repr(vars(links))
    assert links.take("x", NOW) is None
    assert links.take(code, NOW) == Way(ALICE, "/")


def test_a_link_with_an_end_leads_nowhere_after_it() -> None:
    links = Links()
    codes = [links.make(Way(ALICE, "/", NOW + timedelta(seconds=60))) for _ in range(2)]
    assert links.take(codes[0], NOW + timedelta(seconds=59))
    assert links.take(codes[1], NOW + timedelta(seconds=60)) is None


def test_a_link_that_another_process_left_works_once_too(house: House, tmp_path: Path) -> None:
    house.links = Links(partial(links.take, tmp_path))
    house.__post_init__()
    code = links.leave(tmp_path, ALICE, house.service.now())
    answers = [house.client().get(f"/enter/{code}", base_url=BASE) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 401]
    assert answers[0].headers["Location"] == "/"


def test_whoever_comes_in_has_what_a_brief_needs_loaded_meanwhile(house: House) -> None:
    house.client().get("/", base_url=BASE)
    assert house.expected == []
    house.browser()
    assert len(house.expected) == 1
