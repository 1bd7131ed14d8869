"""The pages of files brought in: a training lead chooses one, answers what it leaves open, brings it in, withdraws it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.partnership.tests.pages import sent_back, today, words
from dueregard.training.models import Import, ImportSource
from dueregard.training.rules.imports import ImportState
from dueregard.training.tests.files import Office, a_file, an_office, brought_in, found, what_counts

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office()


@pytest.fixture
def lead(client: Client, office: Office) -> Client:
    sign_in(client, office.source.area, Role.TRAINING)
    return client


def at(office: Office, page: str) -> str:
    return f"/{office.lead.area}/training/{page}"


def choose(lead: Client, office: Office, content: bytes) -> Import:
    file = SimpleUploadedFile("Ann Ode 1234.csv", content)
    page = lead.get(at(office, "imports/new/"))
    lead.post(at(office, "imports/new/"), sent_back(page, source=office.source.ref, file=file, on=f"{today():%d/%m/%Y}"))
    with office.inside():
        return Import.objects.latest("pk")


def test_a_lead_chooses_a_file_looks_at_it_answers_and_brings_it_in(lead: Client, office: Office) -> None:
    there = choose(lead, office, a_file("1000,,,,Prevent,27/03/2026", "1001,,,,Prevent level 2,27/03/2026", "9,,,,Prevent,27/03/2026"))
    address = at(office, f"imports/{there.ref}/")

    lead.post(address, sent_back(lead.get(address), step="look"))
    looked = lead.get(address)
    assert "1 of 3 rows would be new" in words(looked)
    assert "“prevent level 2”, in 1 row, is" in words(looked)
    assert "Nobody with this employee number" in words(looked)

    lead.post(address, sent_back(looked, step="bring", **{"course-0": office.course.ref}))
    assert "Done: 2 new of 3 rows" in words(lead.get(address))
    assert len(what_counts(office)) == 2


def test_a_file_of_unknown_headings_is_asked_about_and_its_columns_are_kept(lead: Client, office: Office) -> None:
    there = choose(lead, office, a_file("1000,Prevent,27/03/2026", headings="Id,What,When"))
    address = at(office, f"imports/{there.ref}/")

    page = lead.post(address, sent_back(lead.get(address), step="look"))
    assert "Choose an answer for “Course”" in words(page)
    assert "optional" not in words(page)

    said = {"column-number": "Id", "column-course": "What", "column-completed": "When", "step": "look"}
    lead.post(address, sent_back(lead.get(address), **said))
    with office.inside():
        assert ImportSource.objects.get().columns == {"number": "Id", "course": "What", "completed": "When"}
    assert "1 of 1 row would be new" in words(lead.get(address))


def test_whom_only_a_name_tells_is_asked_and_remembered(lead: Client, office: Office) -> None:
    there = choose(lead, office, a_file(",,Person 1,,Prevent,27/03/2026"))
    address = at(office, f"imports/{there.ref}/")

    lead.post(address, sent_back(lead.get(address), step="look"))
    looked = lead.get(address)
    assert "Row 2 is about Person 1" in words(looked)
    assert what_counts(office) == set()

    lead.post(address, sent_back(looked, step="bring", **{"person-0": "on"}))
    assert {number for number, _ in what_counts(office)} == {"1001"}


def test_the_list_of_rows_not_taken_holds_what_they_say_and_its_name_says_nothing(lead: Client, office: Office) -> None:
    there = choose(lead, office, a_file("9,,=HYPERLINK(1),,Prevent,27/03/2026"))
    address = at(office, f"imports/{there.ref}/")
    lead.post(address, sent_back(lead.get(address), step="look"))

    taken = lead.get(f"{address}rows-not-taken/")

    assert "'=HYPERLINK(1)" in taken.content.decode()
    assert taken["Content-Disposition"] == f'attachment; filename="rows-not-taken-{there.ref}.csv"'


def test_a_large_file_waits_for_the_worker_and_its_page_looks_again(lead: Client, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dueregard.training.views.imports.AT_ONCE_BYTES", 0)
    there = choose(lead, office, a_file("1000,,,,Prevent,27/03/2026"))
    address = at(office, f"imports/{there.ref}/")

    lead.post(address, sent_back(lead.get(address), step="look"))
    page = lead.get(address)

    assert page["Refresh"] == "3"
    assert "Being looked at: 0%. Nothing of it counts yet" in words(page)


def test_a_file_is_given_up_and_an_import_is_withdrawn(lead: Client, office: Office) -> None:
    there = choose(lead, office, a_file("1000,,,,Prevent,27/03/2026"))
    lead.post(at(office, f"imports/{there.ref}/give-up/"))
    given_up = found(office, there.ref)
    assert (given_up.state, given_up.path) == (ImportState.STOPPED, "")

    done = brought_in(office, a_file("1000,,,,Prevent,27/03/2026"))
    page = at(office, f"imports/{done.ref}/withdraw/")
    lead.post(page, sent_back(lead.get(page), because="The wrong file", on=f"{today():%d/%m/%Y}"))
    assert "The wrong file" in words(lead.get(at(office, f"imports/{done.ref}/")))


def test_a_source_is_added_and_what_it_calls_courses_is_said(lead: Client, office: Office) -> None:
    page = at(office, "sources/new/")
    lead.post(page, sent_back(lead.get(page), name="Payroll", holds="staff", body=office.source.body.ref, is_full="on"))
    with office.inside():
        assert ImportSource.objects.get(name="Payroll").is_full

    page = at(office, f"sources/{office.source.ref}/")
    lead.post(page, {"words": "Prevent  Refresher", "course": "leave-out"})
    assert "prevent refresher Left out" in words(lead.get(page))


@pytest.mark.parametrize("page", ["imports/", "imports/new/", "sources/new/"])
def test_whoever_sees_numbers_only_opens_none_of_it(client: Client, office: Office, page: str) -> None:
    sign_in(client, office.source.area, Role.MEMBER)
    assert client.get(at(office, page)).status_code == 403

    sign_in_stranger(client)
    assert client.get(at(office, page)).status_code == 404
