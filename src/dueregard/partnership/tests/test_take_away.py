"""Taking the files of a meeting away: the deed, and the pages that hand them over."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, sign_in_stranger, the_administrator, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Meeting
from dueregard.partnership.rules.taking_away import FileKind
from dueregard.partnership.tests.read_back import missing, text_of, text_of_pdf
from dueregard.partnership.tests.stories import a_group, a_planned_meeting, inside, trail
from dueregard.partnership.tests.test_meeting_files import TYPED
from dueregard.partnership.tests.whole_meetings import a_whole_meeting

pytestmark = pytest.mark.django_db
PAGES = {
    "pack-pdf": ("westmarch-M-2-pack.pdf", b"%PDF", "partnership.pack.taken-away"),
    "pack-docx": ("westmarch-M-2-pack.docx", b"PK", "partnership.pack.taken-away"),
    "minutes-pdf": ("westmarch-M-2-minutes.pdf", b"%PDF", "partnership.minutes.taken-away"),
    "minutes-docx": ("westmarch-M-2-minutes.docx", b"PK", "partnership.minutes.taken-away"),
    "meeting-ics": ("westmarch-M-2-calendar.ics", b"BEGIN:VCALENDAR", "partnership.calendar.taken-away"),
}


@pytest.fixture
def area(settings) -> Area:
    settings.DISK_ENCRYPTED = True
    return AreaFactory(slug="westmarch", name="Westmarch")


def at(page: str, ref: str) -> str:
    return reverse(f"partnership:{page}", kwargs={"area": "westmarch", "ref": ref})


def test_taking_a_file_away_is_in_the_trail_with_its_ending_and_its_marking(area):
    ref = a_planned_meeting(a_group(area)).ref

    actions.take_away(ref, by=a_viewer(area, Role.PARTNER), kind=FileKind.PACK, ending="pdf", marking="official-sensitive")

    with inside(area):
        event = Event.objects.filter(area_id=area.pk).order_by("number").last()
    assert (event.verb, event.ref) == ("partnership.pack.taken-away", ref)
    assert event.details == {"ending": "pdf", "marking": "official-sensitive"}


def test_taking_a_list_away_is_in_the_trail_without_a_word_of_it(area):
    actions.take_list_away("actions", by=a_viewer(area, Role.PARTNER), rows=12, ending="csv", marking="official")

    with inside(area):
        event = Event.objects.filter(area_id=area.pk).order_by("number").last()
    assert (event.verb, event.subject) == ("partnership.actions.taken-away", str(area.pk))
    assert event.details == {"rows": 12, "ending": "csv", "marking": "official"}


def test_somebody_who_reads_no_section_takes_no_list_away(area):
    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.take_list_away("actions", by=the_administrator(area), rows=12, ending="csv", marking="official")


@pytest.mark.parametrize(("page", "verb", "of"), [("actions/", "actions", None), ("groups/GRP-1/attendance/", "attendance", "GRP-1")])
def test_a_list_taken_from_its_page_is_in_the_trail(client: Client, area, page, verb, of):
    a_group(area)
    sign_in(client, area, Role.PARTNER)

    client.get(f"/westmarch/partnership/{page}")
    before = len(trail(area))
    answer = client.get(f"/westmarch/partnership/{page}?take=xlsx")

    with inside(area):
        event = Event.objects.filter(area_id=area.pk).order_by("number").last()
    assert answer.status_code == 200
    assert len(trail(area)) == before + 1
    assert (event.verb, event.details.get("of"), event.details["ending"]) == (f"partnership.{verb}.taken-away", of, "xlsx")


def test_somebody_who_reads_no_section_takes_nothing_away(area):
    ref = a_planned_meeting(a_group(area)).ref

    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.take_away(ref, by=the_administrator(area), kind=FileKind.PACK, ending="pdf")


def test_another_council_takes_nothing_away(area):
    ref = a_planned_meeting(a_group(area)).ref

    with pytest.raises(Meeting.DoesNotExist):
        actions.take_away(ref, by=the_stranger(), kind=FileKind.PACK, ending="pdf")


def test_minutes_of_a_cancelled_meeting_are_refused_in_words(area):
    meeting, lead = a_planned_meeting(a_group(area)), a_viewer(area, Role.LEAD)
    actions.cancel_meeting(meeting.ref, by=lead, on=TODAY, because="Snow")

    with pytest.raises(Refused, match="it has no minutes"):
        actions.take_away(meeting.ref, by=lead, kind=FileKind.MINUTES, ending="pdf")


def test_each_page_hands_over_its_file_under_a_name_that_gives_nothing_away(client: Client, area):
    a_whole_meeting(area)
    sign_in(client, area, Role.PARTNER)

    for page, (name, begins, verb) in PAGES.items():
        response = client.get(at(page, "M-2"))

        assert response.content.startswith(begins)
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert "no-store" in response["Cache-Control"]
        assert trail(area)[-1] == verb


def test_two_readers_of_one_meeting_have_two_editions(client: Client, area):
    a_whole_meeting(area)
    texts = {}

    for is_cleared in (True, False):
        sign_in(client, area, Role.PARTNER, cleared=is_cleared)
        texts[is_cleared] = text_of_pdf(client.get(at("minutes-pdf", "M-2")).content)

    assert "Sealed words" in texts[True]
    assert "Sealed" not in texts[False]


def test_whoever_is_cleared_can_take_the_official_edition_to_hand_on(client: Client, area):
    a_whole_meeting(area)
    sign_in(client, area, Role.LEAD, cleared=True)

    response = client.get(at("minutes-pdf", "M-2"), {"edition": "official"})

    assert "westmarch-M-2-minutes-official.pdf" in response["Content-Disposition"]
    assert "Sealed" not in text_of_pdf(response.content)


def test_what_the_meetings_page_says_is_in_its_minutes(client: Client, area):
    a_whole_meeting(area)
    sign_in(client, area, Role.LEAD)

    page = client.get(at("meeting", "M-2")).content.decode()
    files = {ending: text_of(client.get(at(f"minutes-{ending}", "M-2")).content, ending) for ending in ("pdf", "docx")}

    said = [words for words in (*TYPED["minutes"], *TYPED["pack"]) if words in page]
    assert len(said) > 15
    assert not missing(files, said)


def test_minutes_that_are_not_there_yet_are_explained_on_the_meetings_page(client: Client, area):
    meeting, lead = a_planned_meeting(a_group(area)), a_viewer(area, Role.LEAD)
    actions.cancel_meeting(meeting.ref, by=lead, on=TODAY, because="Snow")
    sign_in(client, area, Role.LEAD)

    response = client.get(at("minutes-pdf", meeting.ref), follow=True)

    assert response.redirect_chain[-1][0] == at("meeting", meeting.ref)
    assert "The meeting was cancelled, so it has no minutes" in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_to_the_stranger_there_is_no_file(client: Client, area, page):
    ref = a_planned_meeting(a_group(area)).ref
    sign_in_stranger(client)

    assert client.get(at(page, ref)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_meeting_that_is_not_there_has_no_file(client: Client, area, page):
    sign_in(client, area, Role.LEAD)

    assert client.get(at(page, "M-9")).status_code == 404
