"""A sheet written at once, and row by row through the deeds of the pages: the same rows, the same index, the same findings."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.assurance.queries import findings, loose_ends
from dueregard.audit.models import Event
from dueregard.audit.queries import events
from dueregard.basics.refused import Refused
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import Action, AgendaItem
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.tests import stories
from dueregard.plan import actions
from dueregard.plan.rules.sheets.plan_beside import PlannedSaid
from dueregard.plan.tests.written import MET, RAISED, TO, Written, written
from dueregard.risk import actions as risk
from dueregard.risk.rules.risks import Wording
from dueregard.risk.rules.said import RiskSaid
from tests.row_by_row import everything, plan_row_by_row, register_row_by_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def it(settings: Any) -> Written:
    settings.DISK_ENCRYPTED = True
    return written()


def left_by(by: Viewer, deed: Callable[[], object]) -> tuple[list[str], Any, Any]:
    """What a deed leaves in the area, and what is found in it; then the deed is taken back."""
    with transaction.atomic():
        deed()
        rows = everything(by.area_id)
        found = str(findings(by, "toolkit-2024", on=by.today, known=by.today)), str(loose_ends(by, on=by.today, known=by.today))
        transaction.set_rollback(True)
    return rows, *found


def plan_said(it: Written, by: Viewer) -> list[PlannedSaid]:
    """A row of every kind: new ones with much and little, and each change there can be of one that is there."""
    done = partnership.raise_action("Done before", by=by, on=RAISED, body=it.body, group=it.group.ref).ref
    actions.put_in_plan(it.plan, by=by, on=RAISED, action=done, objective=it.twin, district=it.district)
    partnership.finish_action(done, by=by, on=MET)
    item = AgendaItem.objects.filter(area=by.area_id, meeting__group=it.group).first()
    assert item is not None
    new: dict[str, Any] = {"ref": "", "on": RAISED, "day": TODAY, "body": it.body}
    ends = {"start": RAISED, "due": TO, "risks": (it.risk,), "outcome": "Fewer", "step": "Draft it", "step_due": TO}
    return [
        PlannedSaid(number=2, what="All of it", person=it.person, objective="New words", words="Begun", rag="amber", **ends, **new),
        PlannedSaid(number=3, what="Little", **new),
        PlannedSaid(number=4, what="Same objective", objective="new  words", rag="red", **new),
        PlannedSaid(number=5, what="Finished", objective="Fewer lettings", ends=ActionStatus.DONE, **new),
        PlannedSaid(number=6, what="Dropped", words="No money", ends=ActionStatus.DROPPED, **new),
        PlannedSaid(
            number=7,
            ref=it.action,
            on=RAISED,
            day=TODAY,
            body=it.body,
            person=it.person,
            objective="More training",
            start=RAISED,
            due=TO + timedelta(days=1),
            item=item.ref,
            risks=(it.risk,),
            words="Half way",
            rag="green",
        ),
        PlannedSaid(number=8, ref=done, on=RAISED, day=TODAY, objective="A third", ends=ActionStatus.OPEN),
    ]


def test_a_plan_at_once_leaves_what_its_rows_would_leave_one_by_one(it: Written) -> None:
    by = stories.the_lead_on(it.area)
    with stories.inside(it.area):
        said = plan_said(it, by)

        at_once = left_by(by, lambda: actions.bring_in_plan(it.plan, by=by, said=said, digest="d"))
        by_row = left_by(by, lambda: plan_row_by_row(it.plan, said, by=by))

    assert len(at_once[0]) > 60
    assert at_once == by_row


@pytest.mark.parametrize(("concerns", "marking"), [("both", "official"), ("duty", "official-sensitive")])
def test_a_register_at_once_leaves_what_its_rows_would_leave_one_by_one(it: Written, concerns: str, marking: str) -> None:
    by = stories.the_lead_on(it.area)
    scores = {"inherent": "5 x 4", "residual": "3 x 4"}
    texts = {"title": "Halls", "cause": "No check", "event": "A hall is let"}
    with stories.inside(it.area):
        closed = risk.identify_risk(Wording(title="Closed"), by=by, on=MET, kind="corporate", owner=it.body, reference="C1").ref
        risk.close_risk(closed, by=by, on=MET, because="Over")
        said = [
            RiskSaid(
                number=2, ref="", texts=texts, body=it.body, person=it.person, scores=scores, review=TO, controls=("A list", "A call")
            ),
            RiskSaid(number=3, ref="", texts={"title": "Little"}),
            RiskSaid(number=4, ref="", texts={"title": "Over"}, status="closed", reference="C2" if concerns == "duty" else ""),
            RiskSaid(number=5, ref=it.risk, texts={"cause": "Other"}, body=it.body, scores={"target": "1 x 2"}, controls=("A list",)),
            RiskSaid(number=6, ref=closed, status="open", reference="C3", review=TO),
        ]

        def at_once() -> object:
            return actions.bring_in_register(said, by=by, on=TODAY, concerns=concerns, marking=marking, digest="d")

        left = left_by(by, at_once)
        by_row = left_by(by, lambda: register_row_by_row(said, by=by, on=TODAY, concerns=concerns, marking=marking))

    assert left == by_row


def test_one_event_says_which_were_made_and_which_changed_and_is_found_by_each_of_them(it: Written) -> None:
    by = stories.the_lead_on(it.area)
    with stories.inside(it.area):
        said = [PlannedSaid(number=n, ref="", what=f"Thing {n}", on=RAISED, day=TODAY, body=it.body) for n in range(2, 7)]
        said += [PlannedSaid(number=9, ref=it.action, on=RAISED, day=TODAY, words="Half way")]
        before = Event.objects.filter(area_id=by.area_id).count()

        actions.bring_in_plan(it.plan, by=by, said=said, digest="d")

        made = list(
            Action.objects.filter(area=by.area_id, what__startswith="Thing").order_by("typed_at", "ref").values_list("ref", flat=True)
        )
        [event] = Event.objects.filter(area_id=by.area_id).order_by("number")[before:]
        of_one = [each.verb for each in events(by, ref=made[2].lower())]
    assert event.details["made"] == [f"{min(made)} to {max(made)}"]
    assert (event.details["changed"], event.details["records"], event.details["digest"]) == ([it.action], 6, "d")
    assert of_one == ["plan.actions.brought-in"]


def test_who_brought_a_sheet_in_is_named_to_whoever_had_a_record_of_it_open(it: Written) -> None:
    by = stories.the_lead_on(it.area)
    with stories.inside(it.area):
        seen = Action.objects.get(area=by.area_id, ref=it.action).version
        actions.bring_in_plan(it.plan, by=by, said=[PlannedSaid(number=2, ref=it.action, on=RAISED, day=TODAY, words="Half")], digest="d")

        with pytest.raises(Refused, match=r"This was changed by .* after you opened it"):
            partnership.update_action(it.action, by=by, on=TODAY, words="Mine", seen=seen)


def test_what_is_official_sensitive_of_a_sheet_is_an_event_of_its_own(it: Written) -> None:
    by = stories.the_lead_on(it.area)
    with stories.inside(it.area):
        sealed = risk.identify_risk(
            Wording(title="Sealed"), by=by, on=MET, kind="situational", concerns="both", marking="official-sensitive"
        )
        said = [RiskSaid(number=2, ref=it.risk, controls=("A list",)), RiskSaid(number=3, ref=sealed.ref, controls=("A list",))]

        actions.bring_in_register(said, by=by, on=TODAY, concerns="both", digest="d")

        told = list(Event.objects.filter(area_id=by.area_id, verb="plan.register.brought-in").values_list("marking", "details__changed"))
    assert sorted(told) == [("official", [it.risk]), ("official-sensitive", [sealed.ref])]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"body": "B-99"}, "There is no body B-99"),
        ({"risks": ("R99",)}, "There is no risk R99"),
        ({"on": date(2026, 1, 1)}, "The plan was begun on"),
        ({"due": date(2026, 1, 1)}, "cannot be due on"),
        ({"ref": "A-99"}, "There is no action A-99"),
    ],
)
def test_one_wrong_row_and_nothing_of_the_sheet_is_written(it: Written, wrong: dict[str, Any], why: str) -> None:
    by = stories.the_lead_on(it.area)
    good: dict[str, Any] = {"ref": "", "what": "Good", "on": RAISED, "day": TODAY, "body": it.body}
    said = [PlannedSaid(number=2, **good), PlannedSaid(number=3, **(good | wrong))]
    with stories.inside(it.area):
        before = everything(by.area_id)

        with pytest.raises(Refused, match=f"Row 3: .*{why}.*Nothing of the file is written"):
            actions.bring_in_plan(it.plan, by=by, said=said, digest="d")

        assert everything(by.area_id) == before
