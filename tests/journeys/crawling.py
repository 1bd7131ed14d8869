"""A walk along every link of the site, and what each page on the way is held to."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.urls import resolve
from playwright.sync_api import Error, Page

from tests.journeys.walking import barriers

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
MOST_BYTES = 100_000
OFTEN = {  # pages that look different from stage to stage, or from kind to kind
    "assurance/rounds/<slug:ref>/": 2,
    "partnership/actions/<str:ref>/": 2,
    "partnership/meetings/<str:ref>/": 4,
    "plan/actions/<str:ref>/": 2,
    "risk/register/<str:ref>/": 3,
    "risk/sources/<str:ref>/": 5,
    "thread/<slug:kind>/<slug:ref>/": 4,
}
INLINE = "document.querySelectorAll('[style], style, script, [onclick], [onload], [onsubmit]').length"
HANGING_OUT = """[...document.querySelectorAll('main *')].filter(
    each => each.getBoundingClientRect().right > innerWidth && !each.closest('.govuk-visually-hidden')
).slice(-1).map(each => each.outerHTML.slice(0, 160))"""


def page_of(path: str) -> str:
    """Which page an address is of: the pattern it matches, whatever area and record it names."""
    return str(resolve(urlsplit(path).path).route).removeprefix("<slug:area>/")


def flaws(page: Page, body: bytes) -> Iterator[str]:
    """What is wrong with the page as the browser shows it."""
    if len(body) >= MOST_BYTES:
        yield f"{len(body) // 1000} KB"
    if page.evaluate(INLINE):
        yield "style or script in the page"
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} headings of the first order"
    if not page.title().endswith(" – Due Regard") or page.title().startswith("Due Regard"):
        yield f"the title is {page.title()}"
    if page.evaluate("document.documentElement.lang") != "en":
        yield "no language"
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        yield from (f"at {size['width']}: {each}" for each in barriers(page))
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            yield f"at {size['width']}: {wide} wide because of {page.evaluate(HANGING_OUT)}"


class Crawl:
    """A walk along every link, one address for each page, keeping what was wrong on the way."""

    def __init__(self) -> None:
        self.wrong: dict[str, list[str]] = {}
        self.looked_at: Counter[str] = Counter()

    def walk(self, page: Page, *starts: str) -> None:
        """From these pages on, as whoever the browser is signed in as. What somebody else looked at is only asked for its links."""
        page.add_init_script(AXE_SCRIPT)  # handing it over page by page takes longer than running it
        waiting, been = deque(starts), Counter[str]()
        while waiting:
            path = waiting.popleft()
            where = page_of(path)
            if been[where] >= OFTEN.get(where, 1) or where == "account/sign-out/":
                continue
            been[where] += 1
            waiting += self.look(page, path) if self.looked_at[where] < OFTEN.get(where, 1) else self._ask(page, path)

    def look(self, page: Page, path: str, *, expected: int = 200) -> list[str]:
        """Open an address and keep what is wrong with the page; where its links lead. A file is only asked for."""
        try:
            response = page.goto(path)
        except Error as error:
            if "Download is starting" not in str(error):
                raise
            self.looked_at[page_of(path)] += 1
            return []
        assert response is not None
        self.looked_at[page_of(page.url)] += 1
        return self._found(page.url, response.status, expected, list(flaws(page, response.body())), page.content())

    def _ask(self, page: Page, path: str) -> list[str]:
        response = page.request.get(path)
        is_page = response.headers["content-type"].startswith("text/html")
        return self._found(response.url, response.status, 200, [], response.text() if is_page else "")

    def _found(self, at: str, status: int, expected: int, wrong: list[str], text: str) -> list[str]:
        if status != expected:
            wrong.append(f"answers {status}")
        if wrong:
            self.wrong[at] = wrong
        return links(at, text)

    def in_words(self) -> str:
        return "\n".join(f"{path}\n    " + "\n    ".join(found) for path, found in self.wrong.items())


def links(at: str, text: str) -> list[str]:
    """Where the links of a page lead inside the site."""
    found = (urlsplit(urljoin(at, unescape(href))) for href in re.findall(r'<a [^>]*?href="([^"]+)"', text))
    return [f"{to.path}?{to.query}" if to.query else to.path for to in found if to.netloc == urlsplit(at).netloc]
