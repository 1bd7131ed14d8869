"""What section 6 gives to Today: deeds that begin with a verb, on the day they are due, with one line of why."""

from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.dates import months_before
from dueregard.organisations.tests.factories import LONG_AGO, AreaFactory, BodyFactory, PersonFactory
from dueregard.training import models
from dueregard.training.actions import returns as actions
from dueregard.training.queries.due import due
from dueregard.training.rules.programme import Audience, ProgrammeKind
from dueregard.training.tests import workforces as made

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Any:
    return AreaFactory()


def lead(area: Any) -> Viewer:
    return a_viewer(area, Role.TRAINING)


def says(area: Any, *, days: int = 30) -> list[tuple[date, str, str]]:
    by = lead(area)
    with scope(by):
        return [(one.on, one.says, f"{one.page} {one.ref}") for one in due(by, until=TODAY + timedelta(days=days))]


def of_area(area: Any, model: Any, **fields: Any) -> Any:
    with scope(lead(area)):
        return model.objects.create(**lead(area).stamp, **fields)


def test_a_return_is_received_until_its_day_and_chased_after_it(area: Any) -> None:
    for name, days in (("Police", 1), ("Probation", -1), ("Prison", 31)):
        made.ReturnAskFactory(body=BodyFactory(area=area, name=name), ref=f"RT-{name}", as_at=LONG_AGO, due=TODAY + timedelta(days=days))

    assert says(area) == [
        (TODAY - timedelta(days=1), "Chase the return of Probation as at 1 January 2020", "training:return-ask RT-Probation"),
        (TODAY + timedelta(days=1), "Receive the return of Police as at 1 January 2020", "training:return-ask RT-Police"),
    ]


def test_a_return_that_is_in_or_asked_no_more_is_due_from_nobody(area: Any) -> None:
    for ref in ("RT-1", "RT-2"):
        made.ReturnAskFactory(body=BodyFactory(area=area), ref=ref)
    actions.record_return(by=lead(area), on=TODAY, as_at=TODAY, figures={"awareness": (4, 4)}, ask="RT-1")
    actions.end_ask("RT-2", by=lead(area), on=TODAY, because="Asked by mistake")

    assert says(area) == []


@pytest.mark.parametrize(
    ("found", "on", "verb"),
    [
        (None, LONG_AGO, "Check what is written"),
        ((True, months_before(TODAY, 12)), TODAY, "Check what is written"),
        ((True, TODAY), None, ""),
        ((False, TODAY), TODAY, "Put right or take down"),
    ],
)
def test_information_is_looked_at_once_a_year_and_put_right_at_once(area: Any, found: Any, on: date | None, verb: str) -> None:
    item = of_area(area, models.Material, ref="MA-1", title="Poster", audience=Audience.STAFF, place="The canteen", on=LONG_AGO)
    if found:
        of_area(area, models.MaterialCheck, material=item, is_current=found[0], on=found[1])

    assert says(area) == ([(on, f"{verb}: Poster, staff of the council", "training:material MA-1")] if on else [])


def test_what_was_taken_down_is_due_from_nobody(area: Any) -> None:
    item = of_area(area, models.Material, ref="MA-1", title="Poster", audience=Audience.STAFF, place="The canteen", on=LONG_AGO)
    of_area(area, models.MaterialEnd, material=item, on=TODAY)

    assert says(area) == []


def test_a_programme_is_reviewed_on_its_day_and_an_induction_finished_without_saying_whose(area: Any) -> None:
    of_area(area, models.Programme, ref="PG-1", kind=ProgrammeKind.INDUCTION, title="Induction", review_due=TODAY, on=LONG_AGO)
    person = PersonFactory(area=area, name="Somebody New")
    of_area(area, models.Induction, ref="IN-1", person=person, on=TODAY - timedelta(days=70))

    assert says(area) == [
        (TODAY, "Review the programme: Induction", "training:programme PG-1"),
        (TODAY + timedelta(days=20), "Finish the induction IN-1", "training:induction IN-1"),
    ]


def test_a_plan_that_ends_is_followed_by_another(area: Any) -> None:
    made.TrainingPlanFactory(area=area, ref="TP-1", title="Plan of this year", covers_to=TODAY)

    assert says(area) == [(TODAY, "Agree the training plan that follows Plan of this year", "training:plan TP-1")]

    made.TrainingPlanFactory(area=area, covers_from=TODAY + timedelta(days=1))
    assert says(area) == []


def test_a_session_past_its_day_is_to_be_recorded(area: Any) -> None:
    course = made.TaughtFactory(area=area, title="Noticing")
    of_area(
        area,
        models.Session,
        ref="TS-1",
        course=course,
        on=TODAY - timedelta(days=1),
        planned_on=TODAY - timedelta(days=9),
        audience="Wardens",
    )

    [(on, what, page)] = says(area)

    assert on == TODAY - timedelta(days=1)
    assert what.startswith("Record the session of")
    assert page == "training:session TS-1"
