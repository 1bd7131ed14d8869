"""A partner answers by a link, without an account: their own actions and the next meeting, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.actions import revoke_answer_link
from dueregard.accounts.queries import answer_links
from dueregard.accounts.tests.people import a_viewer, sign_in, the_lead, the_partner, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.tasks import send_due
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.models import ActionUpdate, Reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="ours", name="Ours")


@pytest.fixture
def lead(area: Area) -> Viewer:
    return the_lead(area, now=timezone.now(), cleared=True)


@pytest.fixture
def police(area: Area):
    return BodyFactory(area=area, name="Ours Police")


@pytest.fixture
def inspector(area: Area, police):
    return PersonFactory(area=area, body=police, name="An inspector", email="inspector@police.example")


def raised(lead, what, body, **more):
    return actions.raise_action(what, by=lead, on=lead.today - timedelta(days=5), body=body, **more).ref


def asked(lead, person, days=14):
    return actions.ask_by_link(person.ref, by=lead, on=lead.today, until=lead.today + timedelta(days=days))


def sent(page: str, about: str) -> dict[str, str]:
    """What the form about a record sends back unseen."""
    form = next(form for form in re.findall(r"(?s)<form.*?</form>", page) if f'value="{about}"' in form)
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def update(client: Client, address: str, ref: str, **said: str) -> str:
    hidden = sent(client.get(address).text, ref)
    told = {f"{ref}-{name}": value for name, value in said.items()}
    return client.post(address, {**hidden, f"{ref}-on": f"{timezone.localdate():%d/%m/%Y}", **told}, follow=True).text


def test_they_see_their_own_actions_and_no_others(client: Client, lead: Viewer, police, inspector, settings) -> None:
    settings.DISK_ENCRYPTED = True
    raised(lead, "Map the venues", police.ref, person=inspector.ref)
    raised(lead, "Send the figures", police.ref)
    raised(lead, "Train the wardens", BodyFactory(area=police.area).ref)
    raised(lead, "A sensitive thing", police.ref, marking="official-sensitive")

    page = client.get(asked(lead, inspector)).text

    assert "An inspector, Ours Police: say in a sentence how these 2 actions are going" in page
    assert "Map the venues" in page
    assert "Send the figures" in page
    assert "Train the wardens" not in page
    assert "A sensitive thing" not in page
    assert "/ours/partnership" not in page


def test_what_they_say_is_kept_as_theirs(client: Client, lead: Viewer, police, inspector) -> None:
    ref = raised(lead, "Map the venues", police.ref)

    page = update(client, asked(lead, inspector), ref, course="amber", words="Half of them are mapped")

    assert "Thank you. Your answer is with the partnership" in page
    assert "Half of them are mapped" in page
    with scope(lead):
        said = ActionUpdate.objects.get(area=lead.area_id)
        assert (said.words, said.rag, said.by_link.person) == ("Half of them are mapped", "amber", inspector)
        assert Event.objects.filter(area_id=lead.area_id).order_by("number").last().person_id == inspector.pk


def test_the_coordinator_sees_that_it_came_by_the_link(client: Client, lead: Viewer, police, inspector, area: Area) -> None:
    ref = raised(lead, "Map the venues", police.ref)
    update(client, asked(lead, inspector), ref, course="green", words="All mapped")
    sign_in(client, area, Role.LEAD)

    assert "by their own link" in client.get(f"/ours/partnership/actions/{ref}/").text


def test_another_bodys_action_cannot_be_answered(client: Client, lead: Viewer, inspector, area: Area) -> None:
    other = raised(lead, "Train the wardens", BodyFactory(area=area).ref)
    address = asked(lead, inspector)

    page = client.post(address, {"about": other, f"{other}-course": "green", f"{other}-words": "Ours now"}).text

    assert "no longer asked of you" in page
    with scope(lead):
        assert not ActionUpdate.objects.filter(area=lead.area_id).exists()


def test_the_same_answer_sent_twice_is_kept_once(client: Client, lead: Viewer, police, inspector) -> None:
    ref = raised(lead, "Map the venues", police.ref)
    address = asked(lead, inspector)
    hidden = sent(client.get(address).text, ref)
    told = {**hidden, f"{ref}-course": "green", f"{ref}-words": "Done half", f"{ref}-on": f"{timezone.localdate():%d/%m/%Y}"}

    client.post(address, told)
    page = client.post(address, told).text

    assert "This is not saved yet" in page
    with scope(lead):
        assert ActionUpdate.objects.filter(area=lead.area_id).count() == 1


def test_they_say_whom_they_send_to_the_next_meeting(client: Client, lead: Viewer, inspector) -> None:
    group = actions.found_group("Prevent board", by=lead, on=lead.today - timedelta(days=400)).ref
    actions.appoint(group, by=lead, on=lead.today - timedelta(days=30), person=inspector.ref, role="member")
    meeting = actions.plan_meeting(group, by=lead, on=lead.today, day=lead.today + timedelta(days=20)).ref
    address = asked(lead, inspector)

    page = client.post(address, {"about": meeting, f"{meeting}-answer": "substitute", f"{meeting}-words": "The sergeant"}, follow=True).text

    assert "Thank you" in page
    with scope(lead):
        assert Reply.objects.get(area=lead.area_id).words == "The sergeant"


def test_a_link_taken_back_or_ended_says_so_and_opens_nothing(client: Client, lead: Viewer, police, inspector) -> None:
    raised(lead, "Map the venues", police.ref)
    taken_back, ended = asked(lead, inspector), asked(lead, inspector, days=0)
    with scope(lead):
        first = answer_links(lead).get(until=lead.today + timedelta(days=14))
        answer_links(lead).filter(until=lead.today).update(until=lead.today - timedelta(days=1), on=lead.today - timedelta(days=9))
    revoke_answer_link(first.ref, by=lead, on=lead.today)

    back, old = client.get(taken_back), client.get(ended)

    assert (back.status_code, old.status_code) == (410, 410)
    assert "This link was taken back" in back.text
    assert "This link has ended" in old.text
    assert "Map the venues" not in back.text + old.text


@pytest.mark.parametrize("address", ["/ours/answer/not-a-secret/", "/nowhere/answer/not-a-secret/", "/ours/answer/%00/"])
def test_a_wrong_secret_opens_nothing(client: Client, area: Area, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert "This link does not open" in answer.text


def test_a_secret_opens_only_in_its_own_area(client: Client, lead: Viewer, inspector) -> None:
    AreaFactory(slug="next", name="Next")

    assert client.get(asked(lead, inspector).replace("/ours/", "/next/")).status_code == 404


def test_the_mail_says_nothing_of_the_matter_and_the_database_keeps_no_secret(lead: Viewer, police, inspector) -> None:
    raised(lead, "Map the venues", police.ref)
    address = asked(lead, inspector)
    secret = address.split("/")[-2]

    with scope(lead):
        kept = Outbox.objects.get(area=lead.area_id)
        assert secret not in kept.page + kept.body + kept.subject
        assert secret not in str(list(Event.objects.filter(area_id=lead.area_id).values()))
        assert secret not in str(list(answer_links(lead).values()))
    send_due([Viewer.worker(area=lead.area, area_id=lead.area_id, area_name=lead.area_name, now=timezone.now())])

    assert address in mail.outbox[0].body
    assert "Map the venues" not in mail.outbox[0].body
    assert "sign in" not in mail.outbox[0].body


def test_the_wrong_role_asks_nobody(lead: Viewer, inspector, area: Area) -> None:
    for viewer in (the_partner(area), a_viewer(area, Role.ANSWERER)):
        with pytest.raises(PermissionDenied):
            asked(viewer, inspector)


def test_another_council_asks_nobody_here(inspector) -> None:
    with pytest.raises(Refused, match="There is no person"):
        asked(the_stranger(), inspector)


def test_a_link_opens_for_sixty_days_at_most(lead: Viewer, inspector) -> None:
    with pytest.raises(Refused, match="60 days at most"):
        asked(lead, inspector, days=61)


def test_somebody_of_no_body_is_asked_nothing(lead: Viewer, area: Area) -> None:
    with pytest.raises(Refused, match="belongs to no body"):
        asked(lead, PersonFactory(area=area, body=None))


def test_the_lead_sends_one_from_the_page_and_takes_it_back(client: Client, lead: Viewer, inspector, area: Area) -> None:
    sign_in(client, area, Role.LEAD)
    new = "/ours/partnership/answer-links/new/"
    until = timezone.localdate() + timedelta(days=7)
    once = re.search(r'name="once" value="([^"]+)"', client.get(new).text)

    page = client.post(new, {"person": inspector.ref, "until": f"{until:%d/%m/%Y}", "once": once[1] if once else ""}).text

    address = re.search(r"http://localhost:8000(/ours/answer/[^<]+/)", page)
    assert address
    assert client.get(address[1]).status_code == 200
    assert "1 link opens today" in client.get("/ours/partnership/answer-links/").text
    client.post("/ours/partnership/answer-links/AL-1/revoke/", {"because": "Sent to the wrong person"})
    assert client.get(address[1]).status_code == 410
