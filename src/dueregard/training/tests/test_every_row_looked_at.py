"""What would become of every row of a file that was looked at: the first of each kind on its page, all of them to take away."""

import csv
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.audit.models import Event
from dueregard.partnership.tests.pages import words
from dueregard.training.actions import import_files as files
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.rules.imports import Holds
from dueregard.training.tasks import carry_on, sweep
from dueregard.training.tasks.completions import Completions
from dueregard.training.tasks.sweeping import STRAY_AFTER
from dueregard.training.tests.factories import ImportSourceFactory
from dueregard.training.tests.files import NOW, Office, a_file, an_office, brought_in, chosen, found, looked_at

pytestmark = pytest.mark.django_db
ROWS = (
    "1000,,,,Prevent,27/03/2026",
    "1000,,,,Prevent,27/03/2026",
    "1001,,=1+1,,Prevent,28/03/2026",
    "9,,,,Prevent,29/03/2026",
    "1002,,,,Ideas,30/03/2026",
    "1002,,,,Prevent,1/2/2026",
)
FATES = ["New", "Here already", "New", "Not taken", "Needs your answer", "Here already"]


class Killed(BaseException):
    """The machine stops."""


@pytest.fixture
def office() -> Office:
    office = an_office()
    brought_in(office, a_file(ROWS[-1]))
    return office


@pytest.fixture
def lead(client: Client, office: Office) -> Client:
    sign_in(client, office.source.area, Role.TRAINING)
    return client


def taken_away(lead: Client, office: Office, ref: str) -> list[list[str]]:
    answer: Any = lead.get(f"/{office.lead.area}/training/imports/{ref}/every-row/")
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_row_is_there_in_the_order_of_the_file(lead: Client, office: Office) -> None:
    there = looked_at(office, a_file(*ROWS))

    first, heads, *rows = taken_away(lead, office, there.ref)

    assert first[0].startswith("Official")
    assert heads[:5] == ["Row", "What becomes of it", "Why", "Whose it is", "Employee number"]
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6", "7"]
    assert [row[1] for row in rows] == FATES
    assert [row[3] for row in rows] == [office.learners[n].ref if n is not None else "" for n in (0, 0, 1, None, None, 2)]
    assert rows[2][6] == "'=1+1"
    assert (there.rows_new, there.rows_same, there.rows_rejected, there.rows_ambiguous) == (2, 2, 1, 1)


def test_the_page_shows_the_first_of_each_kind_and_whose_they_are(lead: Client, office: Office) -> None:
    there = looked_at(office, a_file(*ROWS))

    page = words(lead.get(f"/{office.lead.area}/training/imports/{there.ref}/"))

    for fate in FATES:
        assert fate in page
    assert "It has not been said which course this is" in page
    assert f"{office.learners[1].ref} 1001" in page


def test_taking_it_away_is_in_the_trail_and_only_for_whoever_may_see_names(lead: Client, office: Office) -> None:
    there = looked_at(office, a_file(*ROWS))
    taken_away(lead, office, there.ref)

    with office.inside():
        assert Event.objects.filter(area_id=office.lead.area_id).latest("number").verb == "training.import.rows-taken-away"
    member = Client()
    sign_in(member, office.source.area, Role.MEMBER)
    assert member.get(f"/{office.lead.area}/training/imports/{there.ref}/every-row/").status_code == 403


@pytest.mark.parametrize("ends", [files.give_up, files.bring_in])
def test_it_is_deleted_with_the_file(lead: Client, office: Office, ends: Any, django_capture_on_commit_callbacks: Any) -> None:
    there = looked_at(office, a_file(*ROWS))
    beside = KeptFile(there.path).beside
    assert beside.exists()

    with django_capture_on_commit_callbacks(execute=True):
        ends(there.ref, by=office.lead)
        carry_on(there.ref, by=office.worker, clock=lambda: NOW)

    assert not beside.exists()
    assert lead.get(f"/{office.lead.area}/training/imports/{there.ref}/every-row/").status_code == 404


def test_it_is_swept_only_when_its_file_is_wanted_no_more(office: Office) -> None:
    there = looked_at(office, a_file(*ROWS))
    later = office.worker.at(timezone.now() + 2 * STRAY_AFTER)

    sweep([later])
    assert KeptFile(there.path).beside.exists()

    stray = KeptFile(f"{there.path}0")
    stray.beside.write_text("left behind")
    sweep([later])
    assert not stray.beside.exists()


@pytest.mark.parametrize("step", ["judged", "noted"])
def test_killed_between_two_batches_it_holds_each_row_once(
    lead: Client, office: Office, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Completions, "batch", 2)
    ref = chosen(office, a_file(*ROWS))
    files.check(ref, by=office.lead)
    told: list[str] = []

    def kill(now: str) -> None:
        told.append(now)
        if told.count(step) == 2:
            raise Killed

    with pytest.raises(Killed):
        carry_on(ref, by=office.worker, clock=lambda: NOW, pause=kill)
    with KeptFile(found(office, ref).path).beside.open("ab") as half_written:
        half_written.write(b"half a batch that was never committed")
    later = office.worker.at(NOW + STRAY_AFTER)
    carry_on(ref, by=later, clock=lambda: later.now)

    rows = taken_away(lead, office, ref)[2:]
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6", "7"]
    assert [row[1] for row in rows] == FATES


def test_of_a_register_whoever_joins_or_moves_is_told_apart(lead: Client, office: Office) -> None:
    with office.inside():
        columns = {"number": "No", "joined": "Start", "job": "Job", "team": "Team"}
        register = ImportSourceFactory(body=office.source.body, name="Payroll", holds=Holds.STAFF, columns=columns)
    content = a_file(
        "1000,01/02/2020,Cook,",
        "7001,01/02/2026,Cook,Night kitchen",
        "1001,01/02/2020,,",
        "7001,01/02/2026,,",
        headings="No,Start,Job,Team",
    )

    there = looked_at(office, content, source=register)

    rows = taken_away(lead, office, there.ref)[2:]
    assert [row[1] for row in rows] == ["Changed", "New", "Here already", "Not taken"]
    assert (there.rows_changed, there.rows_new, there.rows_same, there.rows_rejected) == (1, 1, 1, 1)
    page = words(lead.get(f"/{office.lead.area}/training/imports/{there.ref}/"))
    assert "Named first by this register: Night kitchen. It is added with it, and counts in coverage once placed in or out of scope" in page
