"""Pages of section 6: a document or a risk that is Official-Sensitive leaves no trace for whoever may not read it."""

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in
from dueregard.documents.tests.factories import DocumentFactory
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.pages import words
from dueregard.risk.tests.factories import RiskFactory
from dueregard.training.actions import programmes, telling
from dueregard.training.tests.workforces import ProfileFactory, RequirementFactory, TrainingPlanFactory

pytestmark = pytest.mark.django_db
SEALED = {"marking": "official-sensitive"}


@pytest.mark.parametrize(("cleared", "is_told"), [(True, True), (False, False)])
def test_only_those_who_may_read_it_learn_of_it(client: Client, cleared: bool, is_told: bool) -> None:
    area = AreaFactory()
    plan = TrainingPlanFactory(area=area, ref="TP-901", document=DocumentFactory(area=area, title="Quiet annexe", **SEALED))
    risk = RiskFactory(area=plan.area, ref="RS77", **SEALED)
    RequirementFactory(plan=plan, profile=ProfileFactory(area=plan.area), risk=risk)
    sign_in(client, plan.area, Role.LEAD, cleared=cleared)

    page = client.get(f"/{plan.area.slug}/training/plans/TP-901/").content.decode()

    assert ("Quiet annexe" in page, "RS77" in page, "OFFICIAL-SENSITIVE" in page) == (is_told,) * 3


@pytest.mark.parametrize(("cleared", "is_told"), [(True, True), (False, False)])
def test_nor_does_written_information_or_a_programme_tell_of_it(client: Client, cleared: bool, is_told: bool) -> None:
    area = AreaFactory()
    lead = a_viewer(area, Role.LEAD, cleared=True)
    sealed = DocumentFactory(area=area, title="Quiet annexe", **SEALED).ref
    material = telling.place_material("Where to turn", by=lead, on=TODAY, audience="staff", place="Intranet", document=sealed)
    programme = programmes.begin_programme("Induction", by=lead, on=TODAY, kind="induction", document=sealed)
    sign_in(client, area, Role.LEAD, cleared=cleared)

    for page in (f"information/{material.ref}", f"programmes/{programme.ref}"):
        shown = client.get(f"/{area.slug}/training/{page}/").content.decode()
        assert ("Quiet annexe" in shown, "OFFICIAL-SENSITIVE" in shown) == (is_told,) * 2


def test_what_is_official_is_shown_to_every_reader(client: Client) -> None:
    plan = TrainingPlanFactory(ref="TP-901")
    RequirementFactory(plan=plan, profile=ProfileFactory(area=plan.area), risk=RiskFactory(area=plan.area, ref="R77"))
    sign_in(client, plan.area, Role.MEMBER)

    assert "Risk R77" in words(client.get(f"/{plan.area.slug}/training/plans/TP-901/"))
