"""What the tests of accounts lean on."""

import pytest
from pytest_django import Settings

from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["dueregard.accounts.tests.quick.QuickArgon2"]


@pytest.fixture
def area(db: None) -> Area:
    return AreaFactory(slug="wexley", name="Wexley")


@pytest.fixture
def next_council(db: None) -> Area:
    return AreaFactory(slug="next-door", name="Next door")
