"""Every address, asked for as every role, as a stranger from the next council and by somebody not signed in."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import URLPattern, get_resolver

from dueregard.access.roles import GRANTS, Permission, Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory

FILLED = {"uuid": str(uuid4()), "int": "1", "slug": "nothing", "str": "X-1", "path": "x"}


def pages(patterns=None, before=""):
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield route, entry.callback
        else:
            yield from pages(entry.url_patterns, route)


def address(route, area="ours"):
    route = re.sub(r"<(?:slug:)?area>", area, route)
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda found: FILLED[found[1] or "str"], route)


PAGES = list(pages())
INSIDE = [(route, page) for route, page in PAGES if "area>" in route]
GUARDED = [(route, page) for route, page in INSIDE if getattr(page, "permission", None) not in (None, Permission.SIGNED_IN)]


def test_every_page_asks_for_a_permission_or_says_why_it_is_public():
    bare = [route for route, page in PAGES if not getattr(page, "permission", None) and not getattr(page, "public_because", "")]

    assert not bare


def test_every_page_inside_an_area_asks_for_more_than_a_sign_in():
    assert {route for route, _page in INSIDE} == {route for route, _page in GUARDED}


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_role_reaches_what_it_may_and_nothing_else(client, role, method):
    area = AreaFactory(slug="ours")
    reviews = {"round_ref": "RD-1", "until": date(2099, 1, 1)} if role is Role.REVIEWER else {}
    sign_in(client, area, role, **reviews)

    answers = {route: (getattr(client, method)(address(route)).status_code, page.permission) for route, page in GUARDED}

    wrong = {
        route: status for route, (status, permission) in answers.items() if (permission in GRANTS[role]) == (status == 403) or status >= 500
    }
    assert not wrong


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_to_a_stranger_from_the_next_council_no_page_of_the_area_exists(client, method):
    AreaFactory(slug="ours")
    sign_in_stranger(client)

    assert {getattr(client, method)(address(route)).status_code for route, _page in GUARDED} == {404}


@pytest.mark.django_db
def test_somebody_not_signed_in_is_asked_to_sign_in(client):
    AreaFactory(slug="ours")

    answers = {client.get(address(route)).headers.get("Location", "").partition("?")[0] for route, _page in GUARDED}

    assert answers == {"/sign-in/"}
