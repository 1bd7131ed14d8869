"""The register's part of an area file: what is written loads again exactly."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, the_lead
from dueregard.basics.refused import Refused
from dueregard.documents import actions, queries
from dueregard.documents.exchange import PART, write_bytes
from dueregard.documents.rules import ClauseTopic
from dueregard.documents.tests.samples import PDF, office
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory
from dueregard.privacy.marking import Marking

pytestmark = pytest.mark.django_db


def operator(area: Area) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def an_area() -> Area:
    """An area with the bodies and people that the register names."""
    area = AreaFactory()
    body = BodyFactory(area=area, ref="B-1")
    PostFactory(body=body, ref="J-1")
    PersonFactory(body=body, ref="P-1")
    return area


def a_full_register(area: Area) -> None:
    """Everything that can be said of a document, said."""
    lead = the_lead(area, cleared=True)
    late = lead.at(NOW + timedelta(hours=2))
    month = TODAY - timedelta(days=30)
    ref = actions.register(by=lead, on=TODAY, kind="sharing", title="Sharing agreemnt", owner="J-1")
    plan = actions.register(by=lead, on=month, kind="plan", title="Plan", marking=Marking.SENSITIVE)
    actions.add_version(ref, by=lead, on=month, label="1.0", covers_from=month, covers_to=TODAY, review_due=TODAY + timedelta(days=90))
    actions.approve_version(ref, by=lead, on=TODAY, version=1, minute="Item 4", decision="Agreed")
    actions.set_review_due(ref, by=late, on=TODAY, version=1, due=TODAY + timedelta(days=365))
    actions.sign(ref, by=late, on=TODAY, version=1, body="B-1")
    actions.read_clause(ref, by=late, on=TODAY, version=1, place="3", covers=ClauseTopic.LAWFUL_BASIS, read_by="P-1")
    actions.attach_file(ref, by=lead, on=TODAY, version=1, content=PDF, name="a.pdf")
    actions.attach_file(ref, by=lead, on=TODAY, version=1, content=office("docx"), name="a.docx")
    actions.note_file(ref, by=lead, on=TODAY, version=1, digest="a" * 64, size=7, found="png", name="b.png")
    actions.attach_link(ref, by=lead, on=TODAY, version=1, address="https://council.example/agreement")
    with scope(lead):
        removed = queries.files(lead).get(number=2)
    actions.remove_file(removed.pk, by=late, on=TODAY, because="Twice")
    actions.correct(ref, by=late, on=TODAY, because="Misspelt", title="Sharing agreement", marking=Marking.SENSITIVE, seen=1)
    actions.add_version(ref, by=late, on=TODAY)
    actions.withdraw(ref, by=late, on=TODAY, because="Entered twice", seen=2, version=2)
    actions.withdraw(plan, by=late, on=TODAY, because="Replaced", seen=1)


def written(area: Area) -> dict[str, Any]:
    with scope(operator(area)):
        said = PART.write(operator(area))
    assert isinstance(said, dict)
    return said


def load(said: dict[str, Any], area: Area, *, folder: Path | None = None) -> None:
    shape = PART.shape.model_validate({**said, "files_from": str(folder) if folder else ""})
    for deed in sorted(PART.deeds(shape), key=lambda deed: deed.on):
        with scope(operator(area)):
            deed.do(operator(area).at(deed.typed_at))


def test_a_full_register_comes_back_as_it_was_with_its_bytes(tmp_path: Path) -> None:
    first, second = an_area(), an_area()
    a_full_register(first)
    said = written(first)
    with scope(operator(first)):
        assert write_bytes(operator(first), folder=tmp_path / "beside") == 1

    load(said, second, folder=tmp_path / "beside")

    assert written(second) == said
    with scope(operator(second)):
        file = queries.files(operator(second)).get(number=1)
    assert actions.open_file(file.pk, by=operator(second)).content == PDF


def test_without_the_folder_every_file_is_noted_as_held_elsewhere() -> None:
    first, second = an_area(), an_area()
    a_full_register(first)

    load(written(first), second)

    assert written(second) == written(first)
    with scope(operator(second)):
        assert {file.path for file in queries.files(operator(second))} == {""}


def test_bytes_that_are_not_those_of_the_digest_are_refused(tmp_path: Path) -> None:
    first, second = an_area(), an_area()
    a_full_register(first)
    with scope(operator(first)):
        write_bytes(operator(first), folder=tmp_path / "beside")
        digest = queries.files(operator(first)).get(number=1).digest
    (tmp_path / "beside" / digest).write_bytes(PDF + b" ")

    with pytest.raises(Refused, match="not the one whose digest"):
        load(written(first), second, folder=tmp_path / "beside")


def test_an_official_file_says_nothing_of_what_is_or_was_sensitive() -> None:
    area = an_area()
    lead = the_lead(area, cleared=True)
    plan = actions.register(by=lead, on=TODAY, kind="plan", title="Secret plan", marking=Marking.SENSITIVE)
    actions.correct(plan, by=lead, on=TODAY, because="Softened", title="Plan", marking=Marking.OFFICIAL, seen=1)
    actions.register(by=lead, on=TODAY, kind="plan", title="Another secret", marking=Marking.SENSITIVE)

    with scope(lead):
        said = PART.write(the_lead(area))

    assert "ecret" not in str(said)
    assert "Plan" in str(said)


def test_an_empty_register_is_left_out() -> None:
    assert written(an_area()) == {}


@pytest.mark.parametrize("wrong", [{"pages": 3}, {"title": 7}, {"date": "soon"}])
def test_a_mistyped_key_or_value_is_an_error_with_its_place(wrong: dict[str, Any]) -> None:
    row = {"date": date(2026, 1, 1), "ref": "DOC-1", "kind": "plan", "title": "Plan", **wrong}

    with pytest.raises(ValidationError) as error:
        PART.shape.model_validate({"held": [row]})

    assert error.value.errors()[0]["loc"] == ("held", 0, next(iter(wrong)))
