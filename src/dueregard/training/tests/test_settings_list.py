"""A list of settings brought in: by number, then by name; what it leaves open is asked; all of it or nothing."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.rules.bringing_in.plan import Verdict
from dueregard.partnership.tests.pages import words
from dueregard.sheets.rules.tables import Unreadable, read_table
from dueregard.training import models
from dueregard.training.actions.education import bring_in_settings
from dueregard.training.catalogue import setting_types
from dueregard.training.rules.bringing_in.settings import LEAVE, Known, SettingSaid, There, Weighed, find_layout, types_called, weigh
from dueregard.training.tests import programmes as made

HEAD = "URN,Name,Type,Status"
ASH = Known(ref="ED-1", name="Ash Lane Primary", urn="100001", kind="maintained")
OAK = Known(ref="ED-2", name="Oak Nursery", urn="", kind="early-years")
ELM = Known(ref="ED-3", name="Elm School", urn="100003", kind="maintained", is_open=False)
TYPES = setting_types()
THERE = There(
    settings=(ASH, OAK, ELM),
    types=types_called([(one.id, one.title, one.called) for one in TYPES]),
    titles={one.id: one.title for one in TYPES},
)


def weighed(*rows: str, head: str = HEAD, **more: Any) -> Weighed:
    table = read_table("\n".join((head, *rows)).encode())
    return weigh(table, find_layout(table), there=THERE, **{"answers": {}, **more})


@pytest.mark.parametrize(
    ("row", "verdict", "why"),
    [
        ("100009,New School,Community school,Open", Verdict.NEW, "Maintained school"),
        ("100009,New School,Academy converter,", Verdict.NEW, "Academy or free school"),
        ("100001,Another name,Community school,Open", Verdict.MATCHED, "Here by its number as ED-1, Ash Lane Primary"),
        (",ash lane primary,Community school,Open", Verdict.MATCHED, "Here by its name as ED-1, Ash Lane Primary"),
        ("100009,Oak Nursery,Early years,Open", Verdict.MATCHED, "its number is taken in"),
        ("100001,Ash Lane,Academy converter,Open", Verdict.MATCHED, "of another type: maintained school"),
        ("100001,Ash Lane,Community school,Closed", Verdict.MATCHED, "close it on its page"),
        ("100003,Elm School,Community school,Open", Verdict.MATCHED, "which closed"),
        ("100009,Ash Lane Primary,Community school,Open", Verdict.NEW, "Maintained school"),
        ('100009,Gone,Community school,"Closed, merged"', Verdict.REJECTED, "The list says: closed, merged"),
        ("100009,,Community school,Open", Verdict.REJECTED, "It has no name"),
        ("12,Short,Community school,Open", Verdict.REJECTED, "6 digits"),
        ("100009,Forest,Forest school,Open", Verdict.AMBIGUOUS, "what “Forest school” is"),
        ("100009,No type,,Open", Verdict.AMBIGUOUS, "what type it is"),
    ],
)
def test_a_row_is_new_here_already_asked_about_or_left_out(row: str, verdict: Verdict, why: str) -> None:
    [found] = weighed(row).rows

    assert found.verdict is verdict
    assert why in found.why


def test_a_list_that_repeats_itself_is_told_where() -> None:
    found = weighed("100009,One,Independent,", "100009,Two,Independent,", ",Same,Nursery,", ",SAME,Nursery,")

    assert [row.why for row in found.rows if row.verdict is Verdict.REJECTED] == ["Row 2 has the same number", "Row 4 has the same name"]


def test_what_was_answered_of_a_word_holds_for_all_its_rows() -> None:
    rows = tuple(f"10000{row}" for row in ("8,One,Forest school,", "9,Two,forest School,"))

    taken = weighed(*rows, answers={"forest school": "early-years"})
    left = weighed(*rows, answers={"forest school": LEAVE})

    assert [one.kind for one in taken.said] == ["early-years", "early-years"]
    assert (left.said, left.unanswered) == ((), 0)


def test_a_list_without_a_column_of_types_is_asked_once_for_all_of_them() -> None:
    assert weighed("100009,One", head="URN,School name").unanswered == 1
    assert [one.kind for one in weighed("100009,One", head="URN,School name", for_all="academy").said] == ["academy"]


def test_what_is_here_and_not_in_the_list_is_said_and_closed_ones_are_not_missed() -> None:
    assert [known.ref for known in weighed("100001,Ash Lane,Community school,Open").missing] == ["ED-2"]


@pytest.mark.parametrize("head", ["A,B,C,D", "1,2,3,4"])
def test_a_table_without_a_heading_for_names_is_refused_in_words(head: str) -> None:
    with pytest.raises(Unreadable, match="headed Name"):
        weighed("100009,One,Independent,", head=head)


@pytest.mark.django_db
class TestDeed:
    """The deed that takes a list in."""

    def said(self, *rows: tuple[str, str]) -> list[SettingSaid]:
        return [SettingSaid(line=number, name=name, kind="maintained", urn=urn) for number, (name, urn) in enumerate(rows, start=2)]

    def test_it_works_and_leaves_one_event_with_the_digest(self) -> None:
        area = AreaFactory()
        made.SettingFactory(area=area, ref="ED-7", name="Oak", urn="")
        by = a_viewer(area, Role.TRAINING)

        bring_in_settings(
            [*self.said(("Ash", "100001")), SettingSaid(line=9, name="Oak", urn="100002", ref="ED-7")], by=by, on=TODAY, digest="d"
        )

        with scope(by):
            kept = dict(models.Setting.objects.filter(area=area).values_list("name", "urn"))
            [event] = Event.objects.filter(area_id=area.pk, verb="training.settings.brought-in")
        assert kept == {"Ash": "100001", "Oak": "100002"}
        assert event.details["digest"] == "d"

    def test_one_row_that_cannot_be_stops_all_of_them(self) -> None:
        area = AreaFactory()
        by = a_viewer(area, Role.TRAINING)

        with pytest.raises(Refused, match="Row 3: A setting with the number 100001"):
            bring_in_settings(self.said(("Ash", "100001"), ("Elm", "100001")), by=by, on=TODAY, digest="d")

        with scope(by):
            assert not models.Setting.objects.filter(area=area).exists()

    def test_whoever_only_reads_is_refused(self) -> None:
        with pytest.raises(PermissionDenied):
            bring_in_settings(self.said(("Ash", "")), by=a_viewer(AreaFactory(), Role.PARTNER), on=TODAY, digest="d")

    def test_another_council_takes_no_number_of_ours_in(self) -> None:
        made.SettingFactory(ref="ED-7", name="Oak", urn="")

        with pytest.raises(models.Setting.DoesNotExist):
            bring_in_settings([SettingSaid(line=9, name="Oak", urn="100002", ref="ED-7")], by=the_stranger(), on=TODAY, digest="d")


@pytest.mark.django_db
def test_on_the_page_nothing_is_written_until_somebody_says_so() -> None:
    area = AreaFactory(slug="ours")
    client = Client()
    sign_in(client, area, Role.TRAINING)
    there = "/ours/training/settings/bring-in/"
    content = f"{HEAD}\n100001,Ash Lane,Community school,Open\n,Forest,Forest school,Open\n".encode()

    dry = client.post(there, {"file": SimpleUploadedFile("list.csv", content)})
    table = dry.content.decode().partition('name="table" value="')[2].partition('"')[0]
    columns = {f"column-{name}": str(number) for number, name in enumerate(("urn", "name", "kind", "status"))}
    asked_again = client.post(there, {"table": table, "step": "bring", "on": "1/9/2025", **columns})
    taken = client.post(there, {"table": table, "step": "bring", "on": "1/9/2025", "type-0": "early-years", **columns}, follow=True)

    assert "It would take in 1 new setting. Nothing is written yet." in words(dry)
    assert "1 row still needs an answer" in words(asked_again)
    assert "Taken in: 2 new settings" in words(taken)
    assert "2 settings of 2 types" in words(taken)


@pytest.mark.django_db
def test_a_file_that_is_no_table_is_refused_on_its_page() -> None:
    client = Client()
    sign_in(client, AreaFactory(slug="ours"), Role.TRAINING)

    page = client.post("/ours/training/settings/bring-in/", {"file": SimpleUploadedFile("list.csv", b"%PDF-1.7")})

    assert "The list is not read yet" in words(page)
    assert "This is a PDF" in words(page)
