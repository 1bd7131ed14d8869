"""A page asks for something in one way: what holds is done, what is refused is said and kept as it was typed."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from dueregard.basics.refused import Refused
from dueregard.ui.asking import asked, is_done
from dueregard.ui.fields import SeenForm, Text


class TitleForm(SeenForm):
    title = Text("Title")


def posted(**typed: str) -> HttpRequest:
    request = RequestFactory().post("/", typed)
    request.session = {}  # messages ask only for something to keep them in
    request._messages = FallbackStorage(request)  # what the middleware would have put there
    return request


def refused() -> None:
    raise Refused("A closed plan cannot be changed")


def page() -> HttpResponse:
    return HttpResponse("The form again")


def test_what_holds_is_done_and_leads_to_what_was_made() -> None:
    request = posted(title="New plan", seen="3")
    form = TitleForm(request.POST, version=3)

    answer = asked(request, form, do=lambda: "PL-7", then=lambda ref: f"/plans/{ref}/", done="Begun", page=page)

    assert (answer.status_code, answer["Location"]) == (302, "/plans/PL-7/")
    assert [str(message) for message in get_messages(request)] == ["Begun"]


def test_what_does_not_hold_is_not_tried() -> None:
    request = posted(title="", seen="3")
    form = TitleForm(request.POST, version=3)

    answer = asked(request, form, do=refused, then=str, done="Begun", page=page)

    assert answer.content == b"The form again"
    assert form.errors == {"title": ["Fill in “Title”"]}


def test_a_page_that_is_only_opened_does_nothing() -> None:
    answer = asked(RequestFactory().get("/"), TitleForm(version=3), do=refused, then=str, done="Begun", page=page)

    assert answer.content == b"The form again"


def test_a_refusal_stands_on_the_form_with_what_was_typed_and_the_record_as_it_is_now() -> None:
    form = TitleForm({"title": "New plan", "seen": "3"}, version=4)

    assert not is_done(form, refused)

    assert form.non_field_errors() == ["A closed plan cannot be changed"]
    assert (form["title"].value(), form["seen"].value()) == ("New plan", "4")


@pytest.mark.parametrize("seen", ["", "three"])
def test_a_page_that_does_not_say_what_it_showed_is_too_old(seen: str) -> None:
    form = TitleForm({"title": "New plan", "seen": seen}, version=3)

    assert not form.is_valid()
    assert form.errors["seen"]
