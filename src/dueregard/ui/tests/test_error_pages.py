"""What somebody reads when the site refuses, finds nothing, or fails: plain words in our frame, and never a stack trace."""

import pytest
from django.template import loader
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.tests.factories import AreaFactory


def read(response):
    return response.content.decode()


@pytest.mark.django_db
def test_an_address_without_a_page_says_so_to_somebody_not_signed_in(client):
    response = client.get("/help/nowhere/")

    assert response.status_code == 404
    assert "<title>Page not found – Due Regard</title>" in read(response)
    assert "There is no page at this address" in read(response)


@pytest.mark.django_db
def test_a_reference_that_is_not_there_says_so_inside_the_area(client):
    area = AreaFactory(slug="ours", name="Oursbury")
    sign_in(client, area, Role.LEAD)

    response = client.get("/ours/partnership/meetings/M-99/")

    assert response.status_code == 404
    assert "<title>Page not found – Oursbury – Due Regard</title>" in read(response)


@pytest.mark.django_db
def test_a_page_of_another_role_says_what_the_role_does_not_allow(client):
    sign_in(client, AreaFactory(slug="ours"), Role.PARTNER)

    response = client.get("/ours/accounts/invite/")

    assert response.status_code == 403
    assert "Your role here does not allow this" in read(response)
    assert reverse("help:roles") in read(response)


@pytest.mark.django_db
def test_a_form_without_its_token_is_not_taken_and_says_what_to_do():
    client = Client(enforce_csrf_checks=True)
    sign_in(client, AreaFactory(slug="ours"), Role.LEAD)

    response = client.post("/ours/partnership/groups/new/", {"name": "A group"})

    assert response.status_code == 403
    assert "This page is too old to save from" in read(response)
    assert "CSRF" not in read(response)


@pytest.mark.django_db
def test_a_fault_of_ours_says_so_without_a_stack_trace(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("dueregard.home.views.reading.render", lambda *page: 1 / 0)
    sign_in(client, AreaFactory(slug="ours"), Role.LEAD)

    response = client.get("/ours/")

    assert response.status_code == 500
    assert "Something went wrong" in read(response)
    assert "ZeroDivisionError" not in read(response)
    assert "Traceback" not in read(response)


@pytest.mark.django_db
def test_a_form_with_more_fields_than_any_of_ours_says_so(client):
    sign_in(client, AreaFactory(slug="ours"), Role.LEAD)

    response = client.post("/ours/partnership/groups/new/", {f"field-{number}": "1" for number in range(1001)})

    assert response.status_code == 400
    assert "This could not be read" in read(response)
    assert "DATA_UPLOAD" not in read(response)


def test_a_host_that_is_not_ours_gets_a_page_that_needs_nothing(client):
    response = client.get("/", headers={"host": "elsewhere.example"})

    assert response.status_code == 400
    assert "This could not be read" in read(response)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_when_nothing_can_be_relied_on_need_no_request(name):
    assert '<h1 class="govuk-heading-l">' in loader.get_template(name).render()


@pytest.mark.django_db
def test_an_address_that_only_takes_a_form_says_so_and_leads_back(client):
    sign_in(client, AreaFactory(slug="ours", name="Oursbury"), Role.ADMINISTRATOR)

    response = client.get("/ours/accounts/members/1/close/")

    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert "<title>This address only takes a form – Oursbury – Due Regard</title>" in read(response)
    assert "There is nothing to read here" in read(response)
    assert 'href="/ours/accounts/members/1/"' in read(response)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ours/nowhere/", "/ours/partnership/nowhere/at/all/", "/ours/partnership/actions/A-1/nothing/"])
def test_an_address_that_leads_nowhere_in_an_area_is_said_in_its_frame(client, address):
    sign_in(client, AreaFactory(slug="ours", name="Oursbury"), Role.PARTNER)

    response = client.get(address)

    assert response.status_code == 404
    assert "<title>Page not found – Oursbury – Due Regard</title>" in read(response)
    assert "Held by Oursbury Prevent partnership" in read(response)


@pytest.mark.django_db
def test_of_another_councils_area_nothing_is_said_not_even_its_name(client):
    AreaFactory(slug="ours", name="Oursbury")
    sign_in(client, AreaFactory(slug="theirs", name="Theirbury"), Role.LEAD)

    strange, made_up = (client.get(f"/{slug}/nowhere/at/all/") for slug in ("ours", "no-such-area"))

    assert (strange.status_code, made_up.status_code) == (404, 404)
    assert "Oursbury" not in read(strange)
    assert read(strange).replace("ours", "X") == read(made_up).replace("no-such-area", "X")


@pytest.mark.django_db
def test_somebody_not_signed_in_is_told_of_no_area(client):
    AreaFactory(slug="ours", name="Oursbury")

    response = client.get("/ours/nowhere/at/all/")

    assert response.status_code == 404
    assert "Oursbury" not in read(response)
