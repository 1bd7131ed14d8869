"""Every page that links lead to, at 320 and 1280 pixels: no barrier, nothing out of the window, nothing the browser complains of."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from allauth.mfa.totp.internal import auth
from django.template import loader
from django.utils import timezone
from playwright.sync_api import Page, expect

from dueregard.access.roles import Role
from dueregard.accounts.tests.factories import PASSWORD, SECRET, InvitationFactory, MembershipFactory
from dueregard.config.area_file import load
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from tests.journeys.crawling import WIDE, Crawl
from tests.journeys.in_hand import in_hand_of
from tests.journeys.walking import Walk, today
from tests.test_every_page import pages

EXAMPLE = Path(__file__).parents[2] / "examples" / "westmarch.yaml"

PRESSED = {  # addresses that a button sends to, which lead back to the page it is on
    "account/sign-out/",
    "accounts/invitations/<uuid:invitation_id>/withdraw/",
    "accounts/members/<int:user_id>/close/",
    "accounts/members/<int:user_id>/reopen/",
    "accounts/members/<int:user_id>/sign-out/",
    "accounts/members/<int:user_id>/clearance/<uuid:clearance_id>/end/",
    "accounts/second-factor/",
    "assurance/rounds/<slug:ref>/sections/<str:section>/score/",
    "dispatch/<uuid:pk>/again/",
    "partnership/items/<str:ref>/move/",
    "partnership/items/<str:ref>/take-off/",
    "partnership/meetings/<str:ref>/agenda/review/",
    "plan/plans/<str:ref>/draft/",
    "risk/assessments/<str:ref>/paragraphs/<uuid:paragraph>/move/",
    "risk/assessments/<str:ref>/paragraphs/<uuid:paragraph>/take-out/",
    "trail/export/",
    "training/imports/<str:ref>/give-up/",
}


ELSEWHERE = {  # looked at below or in another journey, or only there in a state that the example has not
    "<slug:of>/answer/<str:secret>/",
    "<slug:of>/reminder/<str:sealed>/",
    "<slug:of>/return/<str:secret>/",
    "<slug:of>/return/<str:secret>/thanks/",
    "account/again/code/",
    "account/recovery-codes/",
    "account/recovery-codes/new/",
    "account/second-factor/",
    "account/second-factor/set-up/",
    "account/second-factor/turn-off/",
    "assurance/review/files/<uuid:pk>/",
    "assurance/rounds/<slug:ref>/lines/<str:line>/let-stand/",
    "documents/<slug:ref>/versions/<int:number>/approve/",
    "documents/<slug:ref>/versions/<int:number>/sign/",
    "documents/files/<uuid:pk>/",
    "documents/files/<uuid:pk>/remove/",
    "documents/links/<uuid:pk>/remove/",
    "organisations/serving/<slug:slug>/end/",
    "partnership/items/<str:ref>/",  # leads a cite of an item on to its meeting
    "partnership/meetings/<str:ref>/carry-over/",
    "partnership/representations/<str:ref>/end/",
    "training/learners/<str:ref>/certificates/<uuid:pk>/",
    "training/learners/<str:ref>/certificates/<uuid:pk>/remove/",
}


class Person(NamedTuple):
    """Whoever walks, and where they begin."""

    roles: tuple[Role, ...]
    starts: tuple[str, ...]
    more: dict[str, Any] = {}


READ = (
    "",
    "risk/",
    "plan/",
    "training/",
    "documents/",
    "assurance/",
    "organisations/",
    "guidance/",
    "dispatch/",
    "thread/",
    "search/",
    "year/",
)
LEADS = ("/", "/help/", "/account/", *(f"/westmarch/{place}" for place in READ))
UNLINKED = tuple(  # the example has no gap that leads there
    f"/westmarch/{place}"
    for place in (
        "organisations/serving/",
        "organisations/succession/",
        "partnership/actions/mine/",
        "partnership/members/record/",
        "partnership/seats/new/",
        "partnership/terms/record/",
    )
)
REVIEWS = {"round_ref": "RD-2026-01", "until": today() + timedelta(days=30), "cleared": False}
PEOPLE = (
    Person((Role.LEAD,), LEADS + UNLINKED),
    Person((Role.STRATEGIC, Role.CHAIR), ("/", "/westmarch/assurance/rounds/", "/westmarch/partnership/meetings/")),
    Person((Role.ADMINISTRATOR, Role.AUDITOR), ("/", "/westmarch/accounts/", "/westmarch/trail/")),
    Person((Role.REVIEWER,), ("/", "/westmarch/assurance/review/"), REVIEWS),
)


@pytest.fixture
def westmarch(transactional_db: None) -> Area:
    """The example area, its story moved so that it ends this week."""
    load(EXAMPLE, now=timezone.now(), shift_to=today())
    return Area.objects.get(slug="westmarch")


@pytest.fixture
def in_hand(westmarch: Area) -> dict[Role, list[str]]:
    """What the example has not, and where it goes on."""
    return in_hand_of(westmarch)


def test_every_page_links_lead_to_is_open_to_everybody(
    new_page: Callable[..., Page], westmarch: Area, in_hand: dict[Role, list[str]]
) -> None:
    crawl = Crawl()

    for person in PEOPLE:
        page = new_page(WIDE)
        Walk(page).signed_in(westmarch, *person.roles, **{"cleared": True} | person.more)
        crawl.walk(page, *person.starts, *in_hand.get(person.roles[0], []))

    assert not crawl.wrong, crawl.in_words()
    every = {route.removeprefix("<slug:area>/") for route, _page in pages() if not route.startswith("sign-in/")}
    assert every - set(crawl.looked_at) <= PRESSED | ELSEWHERE


@pytest.mark.django_db(transaction=True)
def test_the_pages_before_signing_in_are_open_to_everybody(page: Page) -> None:
    InvitationFactory()
    crawl = Crawl()

    crawl.walk(page, "/sign-in/", "/sign-in/password/sent/", "/sign-in/closed/", "/help/")
    crawl.look(page, f"/sign-in/invitation/{SECRET}/")
    crawl.look(page, "/sign-in/invitation/not-a-secret/", expected=404)

    assert not crawl.wrong, crawl.in_words()


@pytest.mark.django_db(transaction=True)
def test_the_pages_that_refuse_are_open_to_everybody(page: Page) -> None:
    crawl = Crawl()
    Walk(page).signed_in(AreaFactory(slug="westmarch"), Role.PARTNER)

    crawl.look(page, "/westmarch/partnership/meetings/M-99/", expected=404)
    crawl.look(page, "/no-council-at-all/", expected=404)
    crawl.look(page, "/westmarch/partnership/groups/new/", expected=403)

    assert not crawl.wrong, crawl.in_words()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_of_a_fault_are_open_to_everybody(page: Page, name: str) -> None:
    body = loader.get_template(name).render()
    page.route("**/at-fault/", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    crawl = Crawl()

    crawl.look(page, "/at-fault/")

    assert not crawl.wrong, crawl.in_words()


@pytest.mark.django_db(transaction=True)
def test_the_pages_of_a_second_factor_are_open_to_everybody(page: Page) -> None:
    walk, crawl, member = Walk(page), Crawl(), MembershipFactory()
    sign_in(walk, member.user.email)
    crawl.look(page, "/account/second-factor/set-up/")
    walk.arrives("Your password, once more")
    walk.types("Password", PASSWORD)
    walk.press("Go on")
    walk.arrives("Set up a second factor")
    crawl.look(page, page.url)
    key = "".join(page.locator("main .dr-nowrap").all_inner_texts())
    walk.types("Code from the app", auth.format_hotp_value(auth.hotp_value(key, list(auth.yield_hotp_counters_from_time())[1])))
    walk.press("Set it up")
    walk.arrives("Recovery codes")
    code = page.locator("main li.govuk-list, main ul.dr-num li").first.inner_text().replace(" ", "")
    for place in ("recovery-codes/", "recovery-codes/new/", "second-factor/turn-off/"):
        crawl.look(page, f"/account/{place}")

    walk.open("/account/sign-out/")
    walk.press("Sign out")
    sign_in(walk, member.user.email)
    walk.arrives("Give your code")
    crawl.look(page, page.url)
    walk.types("Code", code)
    walk.press("Sign in")

    walk.arrives("Today")
    assert not crawl.wrong, crawl.in_words()


def sign_in(walk: Walk, email: str) -> None:
    """By the form, as somebody who was just asked for the password."""
    walk.open("/sign-in/")
    walk.types("E-mail address", email)
    walk.types("Password", PASSWORD)
    walk.press("Sign in")
    expect(walk.page.locator("h1")).not_to_have_text("Sign in")
