"""What the tests of areas, bodies, people and posts lean on."""

import pytest

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import the_lead
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory


@pytest.fixture
def area(db: None) -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


@pytest.fixture
def lead(area: Area) -> Viewer:
    return the_lead(area)
