"""The worker over all areas: what is due is sent, and stray bytes are taken away once a day."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from dueregard.config.commands.sending import one_pass
from dueregard.documents.actions.kept import Kept
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(tmp_path: Path, settings: Settings) -> Area:
    settings.MEDIA_ROOT = tmp_path
    return AreaFactory(slug="brook")


def a_stray(area: Area) -> Path:
    """Bytes that no row holds, left two days ago."""
    place = Kept.write(b"stray", area_id=area.pk).place
    then = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(place, (then, then))
    return place


def test_the_first_pass_of_a_day_takes_stray_bytes_away(area: Area, django_capture_on_commit_callbacks: Any) -> None:
    stray = a_stray(area)

    with django_capture_on_commit_callbacks(execute=True):
        said = one_pass(timezone.now(), swept=None)

    assert said == "Sent: 0\nStray files taken away: 1"
    assert not stray.exists()


def test_later_passes_of_the_day_leave_the_files_alone(area: Area) -> None:
    stray, now = a_stray(area), timezone.now()

    said = one_pass(now, swept=timezone.localdate(now))

    assert said == "Sent: 0"
    assert stray.exists()


def test_the_next_day_sweeps_again(area: Area, django_capture_on_commit_callbacks: Any) -> None:
    stray, now = a_stray(area), timezone.now()

    with django_capture_on_commit_callbacks(execute=True):
        one_pass(now, swept=timezone.localdate(now) - timedelta(days=1))

    assert not stray.exists()
