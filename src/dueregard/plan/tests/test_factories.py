"""The factories of sections 2 and 3 make one row of every table, all of it in one area."""

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.organisations.tests.factories import TYPED, AreaFactory
from dueregard.partnership.tests import factories as partnership
from dueregard.plan.tests import factories as plan
from dueregard.risk.tests import factories as risk

MADE = {
    factory._meta.model: factory
    for module in (risk, plan)
    for factory in vars(module).values()
    if isinstance(factory, type) and factory.__module__.startswith(module.__name__) and factory._meta.model
}


def _traits_of(factory, module):
    """The named traits of a factory that stands in this module and makes rows."""
    if not isinstance(factory, type) or not factory.__module__.startswith(module.__name__) or not factory._meta.model:
        return []
    return sorted(factory._meta.parameters)


MODELS = [model for app in ("risk", "plan") for model in apps.get_app_config(app).get_models()]


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_table_has_a_factory_that_stays_in_one_area(model):
    area = AreaFactory()

    made = MADE[model](area=area)

    with scope(Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=TYPED)):
        rows = [made] + [getattr(made, field.name) for field in model._meta.fields if isinstance(field, ForeignKey)]
    assert {row.area_id for row in rows if hasattr(row, "area_id")} == {area.pk}


@pytest.mark.django_db
def test_an_edition_steps_on_in_order():
    edition = risk.AssessmentFactory(superseded=True)

    with scope(Viewer.operator(area=edition.area.slug, area_id=edition.area.pk, area_name="", now=TYPED)):
        stages = list(edition.steps.order_by("on", "typed_at").values_list("stage", flat=True))
    assert stages == ["drafted", "submitted", "approved", "superseded"]


TRAITS = [
    (factory, trait) for module in (risk, plan, partnership) for factory in vars(module).values() for trait in _traits_of(factory, module)
]


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "trait"), TRAITS, ids=lambda one: getattr(one, "__name__", one))
def test_every_trait_makes_its_row(factory, trait):
    area = AreaFactory()

    assert factory(area=area, **{trait: True}).area_id == area.pk
