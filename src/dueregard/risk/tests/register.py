"""A register as tests need it: a situational and a corporate risk reviewed twice, one that is closed, one that is Official-Sensitive."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.organisations.models import Area
from dueregard.privacy.marking import Marking
from dueregard.risk import actions
from dueregard.risk.actions import Scores, Wording
from dueregard.risk.models import Risk, RiskOwner, RiskReview, RiskWording
from dueregard.risk.rules.matrix import Band, Scale
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory, RiskWordingFactory
from dueregard.risk.tests.world import JANUARY, JUNE, World, a_world, at_work, inside

Deed = Callable[[Viewer, "Register"], Any]
HALLS = Wording(title="Halls let to a front group", cause="Lettings are not looked into", event="A hall is let", driver="islamist")
FOUR = Scale(
    size=4,
    likelihood=("Rare", "Possible", "Likely", "Expected"),
    impact=("Slight", "Moderate", "Serious", "Severe"),
    bands=(Band("Low", 1), Band("High", 9)),
    tolerance=8,
)


@dataclass(frozen=True)
class Register:
    """The world and the refs of its risks."""

    world: World
    halls: str  # situational, above tolerance since June
    duty: str  # corporate, in tolerance
    closed: str
    secret: str
    control: UUID  # of the halls

    @property
    def area(self) -> Any:
        return self.world.area


def a_register(area: Area | None = None) -> Register:
    """Everything but the Official-Sensitive risk made through the deeds."""
    world = a_world(area)
    january, june = at_work(world.area, JANUARY), at_work(world.area, JUNE)
    halls = actions.identify_risk(HALLS, by=january, on=JANUARY, kind="situational", concerns="both", owner=world.body).ref
    duty = actions.identify_risk(
        Wording(title="The lead’s post is not filled"), by=january, on=JANUARY, kind="corporate", owner=world.body, reference="CR 7"
    ).ref
    closed = actions.identify_risk(Wording(title="Leaflets"), by=january, on=JANUARY, kind="situational", concerns="influences").ref
    actions.close_risk(closed, by=june, on=JUNE, because="None were seen for a year")
    for ref in (halls, duty):
        actions.review_risk(
            ref, by=january, on=JANUARY, because="As we know it", scores=Scores(inherent=(5, 5), residual=(3, 4)), next_due=JUNE
        )
    actions.review_risk(halls, by=june, on=JUNE, because="Two lettings", scores=Scores(residual=(4, 4)), next_due=JUNE + timedelta(days=90))
    actions.review_risk(duty, by=june, on=JUNE, because="The post is advertised", scores=Scores(residual=(2, 4), target=(1, 4)))
    control = actions.put_control(halls, by=january, on=JANUARY, words="Two people look into each letting")
    secret = RiskFactory(area=world.area, ref="RS1", sensitive=True, on=JANUARY)
    RiskWordingFactory(risk=secret, title="The undisclosed thing")
    RiskReviewFactory(risk=secret, high=True)
    return Register(world=world, halls=halls, duty=duty, closed=closed, secret=secret.ref, control=control.pk)


def many(register: Register, number: int) -> None:
    """So many more risks, each worded, owned and reviewed, all in one cell."""
    with inside(register.area):
        body = Risk.objects.get(area=register.area, ref=register.halls).owners.get().body
        stamp = {"area": register.area, "typed_at": at_work(register.area, JANUARY).now}
        first = Risk.objects.filter(area=register.area).count()
        risks = [
            Risk(**stamp, ref=f"R{first + count + 500}", kind="situational", concerns="both", on=JANUARY, marking=Marking.OFFICIAL)
            for count in range(number)
        ]
        Risk.objects.bulk_create(risks)
        RiskWording.objects.bulk_create([RiskWording(**stamp, risk=one, title=f"Many {one.ref}", on=JANUARY) for one in risks])
        RiskOwner.objects.bulk_create([RiskOwner(**stamp, risk=one, body=body, on=JANUARY) for one in risks])
        scored = {"residual_likelihood": 1, "residual_impact": 2, "because": "So", "next_due": TODAY, "on": JANUARY}
        RiskReview.objects.bulk_create([RiskReview(**stamp, risk=one, **scored) for one in risks])


DEEDS: dict[str, tuple[Deed, str]] = {
    "identify_risk": (
        lambda by, it: actions.identify_risk(HALLS, by=by, on=TODAY, kind="situational", concerns="people", owner=it.world.body),
        "risk.identified",
    ),
    "reword_risk": (lambda by, it: actions.reword_risk(it.halls, by=by, on=TODAY, wording=Wording(title="Rooms let")), "risk.reworded"),
    "hand_over_risk": (lambda by, it: actions.hand_over_risk(it.halls, by=by, on=TODAY, body=it.world.body), "risk.handed-over"),
    "refer_risk": (lambda by, it: actions.refer_risk(it.duty, by=by, on=TODAY, reference="CR 9"), "risk.referred"),
    "rest_risk_on": (lambda by, it: actions.rest_risk_on(it.halls, by=by, on=TODAY, source=it.world.trend), "risk.rested"),
    "put_control": (lambda by, it: actions.put_control(it.halls, by=by, on=TODAY, words="A list of groups"), "control.put"),
    "end_control": (lambda by, it: actions.end_control(it.halls, by=by, on=TODAY, control=it.control), "control.ended"),
    "review_risk": (
        lambda by, it: actions.review_risk(it.halls, by=by, on=TODAY, because="Fewer", scores=Scores(residual=(2, 2))),
        "risk.reviewed",
    ),
    "close_risk": (lambda by, it: actions.close_risk(it.halls, by=by, on=TODAY, because="The halls were sold"), "risk.closed"),
    "reopen_risk": (lambda by, it: actions.reopen_risk(it.closed, by=by, on=TODAY, because="Seen again"), "risk.opened-again"),
    "continue_risk": (
        lambda by, it: actions.continue_risk(it.secret, by=by, on=TODAY, wording=HALLS, because="It is known by now"),
        "risk.continued",
    ),
    "set_matrix": (lambda by, it: actions.set_matrix(FOUR, by=by, on=TODAY, because="The council’s own"), "matrix.set"),
}
