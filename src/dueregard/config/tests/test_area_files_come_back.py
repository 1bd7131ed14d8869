"""An area written to a file, loaded and written again is the same file, byte for byte; an Official one holds nothing sensitive."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import areas
from dueregard.accounts.tests.people import NOW, TODAY, the_lead
from dueregard.assurance import actions as assurance
from dueregard.assurance.tests.factories import a_round, the_signer
from dueregard.config.area_file import edition, export, load
from dueregard.config.tests.files import EXAMPLES, SMALL, operator, written
from dueregard.documents import actions as documents
from dueregard.documents import queries as register
from dueregard.documents.exchange import write_bytes
from dueregard.documents.tests.samples import PDF
from dueregard.organisations import actions as organisations
from dueregard.organisations.models import Area
from dueregard.partnership import actions as partnership
from dueregard.privacy.marking import Marking

pytestmark = pytest.mark.django_db
SECRET = "Hedgehog"
SENSITIVE = Marking.SENSITIVE


class Undone(Exception):
    """Takes back what was done in a block."""


@contextmanager
def taken_back() -> Iterator[None]:
    """What is done here is undone at the end, so that one test can make the same area twice."""
    try:
        with transaction.atomic():
            yield
            raise Undone
    except Undone:
        pass


@pytest.fixture(autouse=True)
def _invented(settings: Settings, tmp_path: Path) -> None:
    settings.INVENTED = True
    settings.MEDIA_ROOT = tmp_path / "kept"


def the_lead_of_brook() -> Viewer:
    return the_lead(Area.objects.get(slug="brook"), cleared=True)


def a_year_is_typed() -> None:
    """Everything of a year that an area may keep, some of it Official-Sensitive."""
    lead, month = the_lead_of_brook(), TODAY - timedelta(days=30)
    organisations.say_standing("tier", by=lead, on=month, value="higher", because=SECRET)
    organisations.move_person("P-2", by=lead, on=month, body="B-1")
    for title, marking in (("Plan: one page", Marking.OFFICIAL), (SECRET, SENSITIVE)):
        ref = documents.register(by=lead, on=month, kind="plan", title=title, marking=marking, owner="J-1")
        documents.add_version(ref, by=lead, on=month, label="“1.0”")
        documents.attach_file(ref, by=lead, on=TODAY, version=1, content=PDF + title.encode(), name="plan.pdf")
    meeting = partnership.plan_meeting("GRP-1", by=lead, on=month, day=TODAY).ref
    for title, marking in (("Welcome\nand apologies", Marking.OFFICIAL), (SECRET, SENSITIVE)):
        item = partnership.add_item(meeting, by=lead, on=month, title=title, marking=marking).ref
        partnership.write_minute(item, by=lead, words=f"{title} was talked about")
        partnership.raise_action(title, by=lead, on=TODAY, group="GRP-1", item=item, body="B-2", marking=marking)
    partnership.note_exchange("The mosque", by=lead, on=TODAY, how="Visit", marking=SENSITIVE, heard=SECRET)


def a_round_is_signed() -> None:
    lead, area = the_lead_of_brook(), Area.objects.get(slug="brook")
    ref = a_round(area, framework="toolkit-2024", scale="one-to-five", scored_by="section")
    assurance.judge_line(ref, by=lead, on=TODAY, line="1.g2", status="met", because="Seen")
    assurance.refresh_findings(ref, by=lead, on=TODAY)
    assurance.keep_evidence(ref, by=lead, on=TODAY, line="1.g2", document="DOCS-1/1")
    assurance.sign_off(ref, by=the_signer(area), on=TODAY, because="The rest next year")


@pytest.mark.parametrize("name", ["harrowdale", "sarnwick", "thurrock-published", "westmarch"])
def test_every_example_comes_back_byte_for_byte(name: str, tmp_path: Path) -> None:
    with taken_back():
        load(EXAMPLES / f"{name}.yaml", now=NOW)
        first = export(operator(name))

    load(written(first, tmp_path), now=NOW)

    assert export(operator(name)) == first
    assert first.startswith("# OFFICIAL-SENSITIVE.")


def test_an_area_that_was_worked_in_comes_back_with_its_bytes(tmp_path: Path) -> None:
    with taken_back():
        load(written(SMALL, tmp_path), now=NOW)
        a_year_is_typed()
        a_round_is_signed()
        first = export(operator("brook"))
        with scope(operator("brook")):
            assert write_bytes(operator("brook"), folder=tmp_path / "moved-files") == 2

    load(written(first, tmp_path, "moved.yaml"), now=NOW)

    assert export(operator("brook")) == first
    viewer = operator("brook")
    with scope(viewer):
        kept = {documents.open_file(file.pk, by=viewer).content for file in register.files(viewer)}
    assert kept == {PDF + b"Plan: one page", PDF + SECRET.encode()}


def test_an_official_file_holds_nothing_sensitive_and_loads(tmp_path: Path) -> None:
    with taken_back():
        load(written(SMALL, tmp_path), now=NOW)
        a_year_is_typed()
        a_round_is_signed()
        official = export(operator("brook"), official=True)
        with scope(operator("brook")):
            assert write_bytes(edition(operator("brook"), official=True), folder=tmp_path / "moved-files") == 1

    load(written(official, tmp_path, "moved.yaml"), now=NOW)

    assert SECRET not in official
    assert "sensitive" not in official.lower().replace("unsensitive", "")
    assert "higher" not in official
    assert official.startswith("# OFFICIAL.")
    assert export(operator("brook"), official=True) == official


def test_the_file_of_an_area_as_it_stands_is_nothing_to_do(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW)

    assert load(written(export(operator("brook")), tmp_path, "copy.yaml"), now=NOW) == "nothing to do"


def test_an_invented_area_is_shifted_by_whole_weeks_so_that_its_last_week_is_this_one(tmp_path: Path) -> None:
    load(written(SMALL, tmp_path), now=NOW, shift_to=TODAY)

    text = export(operator("brook"))

    assert "began: 2025-01-13" in text  # Monday stays Monday; 13 November 2026 was a Friday, the 18th is the Wednesday after
    assert "day: 2025-03-12" in text
    assert text.index("2025-01-13") > 0


def test_an_area_that_is_not_invented_is_never_shifted(tmp_path: Path) -> None:
    load(EXAMPLES / "thurrock-published.yaml", now=NOW, shift_to=TODAY)

    assert "began: 2023-02-01" in export(operator("thurrock-published"))
    assert not areas().get(slug="thurrock-published").is_invented
