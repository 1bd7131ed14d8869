"""Every gap and loose end of the training programme leads to a page that opens for whoever runs it, whatever has been recorded."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import a_viewer, sign_in
from dueregard.assurance.queries import findings, loose_ends
from dueregard.organisations.rules import BodyKind, PostKind
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory, PostHoldingFactory, TeamFactory
from dueregard.training.rules.programme import ProgrammeKind
from dueregard.training.rules.workforce import Service
from dueregard.training.tests import programmes, workforces
from dueregard.training.tests.factories import LearnerFactory
from dueregard.ui.places import address_here

pytestmark = pytest.mark.django_db
LINES = ("6.", "4.g2", "7.b2")


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def nothing(area: Any) -> None:
    """Nobody has recorded anything."""


def a_plan_nobody_follows(area: Any) -> None:
    """A plan that requires nothing; a team in scope, one nobody placed, one that lets venues; a contractor of whom nothing is known."""
    body = BodyFactory(area=area)
    team, venues, _unplaced = (TeamFactory(body=body) for _ in range(3))
    workforces.TeamPlacingFactory(team=team)
    workforces.TeamPlacingFactory(team=venues, service=Service.VENUES)
    workforces.TrainingPlanFactory(area=area)
    LearnerFactory(body=body, team=team)
    LearnerFactory(body=body, team=venues)
    BodyFactory(area=area, kind=BodyKind.CONTRACTOR)
    post = PostFactory(body=body, kind=PostKind.PREVENT_LEAD)
    PostHoldingFactory(post=post, person=PersonFactory(body=body))


def everything_lapsed(area: Any) -> None:
    """Programmes past their review, inductions late and without the adviser, information that is wrong, one update and one setting."""
    for kind in ProgrammeKind:
        programmes.ProgrammeFactory(area=area, kind=kind, review_due=ago(1))
    late, unmet = (programmes.InductionFactory(person=PersonFactory(body__area=area), on=ago(200)) for _ in range(2))
    programmes.InductionStepFactory(induction=late, on=ago(20))
    programmes.InductionStepFactory(induction=unmet, on=ago(150))
    programmes.InductionFactory(person=PersonFactory(body__area=area), on=ago(100))
    programmes.MaterialCheckFactory(material=programmes.MaterialFactory(area=area, says_how_to_refer=True), is_current=False, words="Wrong")
    programmes.StaffUpdateFactory(area=area, on=ago(20))
    programmes.SettingReachedFactory(setting=programmes.SettingFactory(area=area), on=ago(20))
    workforces.TrainingPlanFactory(area=area, covers_to=ago(1))


@pytest.mark.parametrize("recorded", [nothing, a_plan_nobody_follows, everything_lapsed])
def test_every_gap_and_loose_end_leads_to_a_page_that_opens(recorded: Callable[[Any], None]) -> None:
    area, client = AreaFactory(slug="ours"), Client()
    recorded(area)
    sign_in(client, area, Role.LEAD)
    lead = a_viewer(area, Role.LEAD).at(timezone.now())

    with scope(lead):
        lines = [line for part in findings(lead, "toolkit-2024", on=ago(0), known=ago(0)) for line in part.lines]
        ours = [line.finding for line in lines if line.line.id.startswith(LINES)]
        pages = {(gap.page, gap.ref) for finding in ours for gap in finding.gaps}
        pages |= {(end.tie_at, end.ref) for end in loose_ends(lead, on=ago(0), known=ago(0)) if end.kind.startswith("training.")}

    assert len(ours) == 12
    assert all(finding.gaps for finding in ours if finding.status != "met")
    assert {page: client.get(address_here(lead, *page)).status_code for page in pages} == dict.fromkeys(pages, 200)
