"""What sections 2 and 3 cost at scale: a register of 2,000 risks, the thread of a busy one, 500 actions, a sheet of 5,000 rows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from bench.measure import RUNS, Figure, figure
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries import loose_ends
from dueregard.organisations.models import Area, Body
from dueregard.partnership.actions import found_group
from dueregard.partnership.models import (
    Action,
    ActionDue,
    ActionOwner,
    ActionReview,
    ActionRisk,
    AgendaItem,
    Group,
    Meeting,
    MeetingDate,
    MeetingStep,
)
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage
from dueregard.plan.models import Plan, PlannedAction
from dueregard.plan.queries.plans import plans
from dueregard.plan.views.dry_runs import PLAN, plan_dry_run
from dueregard.plan.views.kept_sheet import read_content
from dueregard.risk.models import Risk, RiskOwner, RiskReview, RiskWording

RISKS, ANSWERING, ACTIONS, ROWS = 2_000, 30, 500, 5_000
MEETINGS = 18  # three years of one every two months
YEAR = timedelta(days=365)
PAGES = (
    ("2,000 risks, the first page", "risk/register/"),
    ("2,000 risks, the corporate ones", "risk/register/?kind=corporate"),
    ("every thread of 2,000 risks", "thread/"),
    ("the thread of a risk, 30 actions at 18 meetings", "thread/risk/R1/"),
)


def an_area(slug: str) -> Viewer:
    """An invented area with one body, one group and a plan of this year: whoever runs commands there."""
    now, on = timezone.now(), timezone.localdate() - 3 * YEAR
    area = Area.objects.create(slug=slug, name=slug.capitalize(), kind="unitary", began=on, is_invented=True, typed_at=now)
    viewer = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=now, is_invented=True)
    with scope(viewer):
        Body.objects.create(**viewer.stamp, ref="B-1", name="The council", kind="unitary-council", is_specified=True, on=on)
        group = found_group(
            "The group", by=viewer, on=on, functions=("oversight",)
        )  # a deed, since what leaves no trail is never remembered
        begun = viewer.today - timedelta(days=180)
        Plan.objects.create(
            **viewer.stamp, ref="PLAN-1", title="The plan", group=group, covers_from=begun, covers_to=begun + YEAR, on=begun
        )
    return viewer


def risks_in(viewer: Viewer, number: int) -> list[Any]:
    """Open risks, each worded, owned and scored three times a year apart."""
    began, body = viewer.today - 3 * YEAR, Body.objects.get(area=viewer.area_id)
    risks = [
        Risk(**viewer.stamp, ref=f"R{n}", kind=("situational", "corporate")[n % 4 == 0], concerns=("both", "duty")[n % 4 == 0], on=began)
        for n in range(1, number + 1)
    ]
    Risk.objects.bulk_create(risks)
    RiskWording.objects.bulk_create(
        RiskWording(**viewer.stamp, risk=each, title=f"What may happen at place {each.ref}", on=began) for each in risks
    )
    RiskOwner.objects.bulk_create(RiskOwner(**viewer.stamp, risk=each, body=body, on=began) for each in risks)
    RiskReview.objects.bulk_create(
        RiskReview(
            **viewer.stamp,
            risk=each,
            inherent_likelihood=5,
            inherent_impact=5,
            residual_likelihood=1 + (n + year) % 5,
            residual_impact=1 + (n // 5) % 5,
            target_likelihood=2,
            target_impact=2,
            because="As it was found",
            next_due=began + (year + 1) * YEAR,
            on=began + year * YEAR,
        )
        for n, each in enumerate(risks)
        for year in range(3)
    )
    return risks


def actions_in(viewer: Viewer, number: int) -> list[Any]:
    """Actions of the plan, each with an owner and a day by which it is due."""
    on, body, plan = viewer.today - timedelta(days=170), Body.objects.get(area=viewer.area_id), Plan.objects.get(area=viewer.area_id)
    actions = [Action(**viewer.stamp, ref=f"A-{n + 10_000}", what=f"Do thing {n}", group=plan.group, on=on) for n in range(1, number + 1)]
    Action.objects.bulk_create(actions)
    ActionOwner.objects.bulk_create(ActionOwner(**viewer.stamp, action=each, body=body, on=on) for each in actions)
    due = viewer.today + timedelta(days=30)
    ActionDue.objects.bulk_create(ActionDue(**viewer.stamp, action=each, due=due, on=on) for each in actions)
    PlannedAction.objects.bulk_create(PlannedAction(**viewer.stamp, plan=plan, action=each, on=on) for each in actions)
    return actions


def tied(viewer: Viewer, risk: Any, actions: list[Any]) -> None:
    """Every action answers the risk."""
    ActionRisk.objects.bulk_create(ActionRisk(**viewer.stamp, action=each, risk=risk, on=each.on) for each in actions)


def reviewed(viewer: Viewer, actions: list[Any]) -> None:
    """Three years of meetings, each of which took up every action."""
    group, days = Group.objects.get(area=viewer.area_id), [viewer.today - n * timedelta(days=60) for n in range(1, MEETINGS + 1)]
    meetings = [Meeting(**viewer.stamp, ref=f"M-{n}", group=group, kind=MeetingKind.ORDINARY) for n in range(1, MEETINGS + 1)]
    Meeting.objects.bulk_create(meetings)
    pairs = list(zip(meetings, days, strict=True))
    MeetingDate.objects.bulk_create(MeetingDate(**viewer.stamp, meeting=each, on=day - timedelta(days=30), day=day) for each, day in pairs)
    MeetingStep.objects.bulk_create(MeetingStep(**viewer.stamp, meeting=each, stage=MeetingStage.HELD, on=day) for each, day in pairs)
    items = [
        AgendaItem(**viewer.stamp, ref=f"I-{n}", meeting=each, title="The plan", position=1, on=day) for n, (each, day) in enumerate(pairs)
    ]
    AgendaItem.objects.bulk_create(items)
    ActionReview.objects.bulk_create(
        ActionReview(**viewer.stamp, action=each, item=item, words="Goes on", on=item.on) for item in items for each in actions
    )


def a_register() -> Viewer:
    """An area of 2,000 risks; thirty actions answer the first of them, with three years of meetings."""
    viewer = an_area("register")
    with scope(viewer):
        risks, actions = risks_in(viewer, RISKS), actions_in(viewer, ANSWERING)
        tied(viewer, risks[0], actions)
        reviewed(viewer, actions)
    return viewer


def risk_rows(viewer: Viewer) -> Any:
    """As many rows as a page of the register has, each with its words, its owner and its scores."""
    names = ("ref", "kind", "wordings__title", "owners__body__name", "reviews__residual_likelihood", "reviews__residual_impact")
    rows = Risk.objects.filter(area=viewer.area_id, reviews__on=viewer.today - YEAR).order_by("ref")
    return list(rows.values_list(*names)[:50])


def a_sheet(rows: int) -> bytes:
    """A plan as somebody keeps it, as CSV."""
    said = (f"Objective {n % 20},Do thing {n} of the sheet,The council,30/9/{date.today().year + 1},Amber,Begun" for n in range(rows))
    return "\n".join(("Objective,Action,Owner,Due,RAG,Update", *said)).encode()


def in_the_process(forget: Callable[[], None]) -> list[tuple[Figure, Figure | None]]:
    """Loose ends of 500 actions, and a sheet of 5,000 rows: what it would do, then brought in and taken back."""
    viewer = an_area("actions")
    with scope(viewer):
        risks, actions = risks_in(viewer, 20), actions_in(viewer, ACTIONS)
        for number, risk in enumerate(risks):
            tied(viewer, risk, actions[number::20])
    on = viewer.today

    def dry_run() -> Any:
        return plan_dry_run(viewer, plans(viewer).get(), read_content(a_sheet(ROWS), name="plan.csv", kind=PLAN, of="PLAN-1"), None)

    def bring_in() -> None:
        with transaction.atomic():
            dry_run().do()
            transaction.set_rollback(True)

    with scope(viewer):
        return [
            (
                figure(
                    "loose ends of 500 actions in the process, nothing remembered",
                    lambda: loose_ends(viewer, on=on, known=on),
                    first=forget,
                ),
                None,
            ),
            (figure("a sheet of 5,000 rows: dry run", dry_run, runs=min(RUNS, 5)), None),
            (figure("a sheet of 5,000 rows: dry run and brought in", bring_in, runs=2, warm=0), None),
        ]
