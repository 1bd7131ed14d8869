"""Saying the area's tier, its funding and whether there is a prison."""

from datetime import date, timedelta

import pytest
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, the_lead
from dueregard.accounts.tests.trail import deeds_of, newest_of
from dueregard.basics.refused import Refused
from dueregard.organisations import queries
from dueregard.organisations.actions import say_standing
from dueregard.organisations.models import Area

MAY = date(2026, 5, 1)


@pytest.fixture
def cleared(area: Area, settings: Settings) -> Viewer:
    settings.INVENTED = True
    return the_lead(area, cleared=True)


def test_the_tier_counts_from_its_day_and_the_trail_does_not_say_it(cleared: Viewer) -> None:
    say_standing("tier", by=cleared, on=MAY, value="higher", because="Letter of 20 April")

    with scope(cleared):
        assert queries.tier_at(cleared, on=MAY - timedelta(days=1), known=TODAY) is None
        assert queries.tier_at(cleared, on=MAY, known=TODAY) == "higher"
    assert deeds_of(cleared) == ["organisations.standing.said"]
    assert "higher" not in str(vars(newest_of(cleared)))
    assert "Letter" not in str(vars(newest_of(cleared)))


def test_what_was_not_typed_yet_was_not_known(cleared: Viewer) -> None:
    say_standing("tier", by=cleared, on=MAY, value="higher", because="Letter")

    with scope(cleared):
        assert queries.tier_at(cleared, on=TODAY, known=TODAY - timedelta(days=1)) is None


def test_said_again_for_a_day_the_newest_counts_and_the_old_stays(cleared: Viewer) -> None:
    say_standing("tier", by=cleared, on=MAY, value="higher", because="Letter")

    say_standing("tier", by=cleared.at(NOW + timedelta(days=1)), on=MAY, value="ordinary", because="Misread")

    with scope(cleared):
        assert queries.tier_at(cleared, on=MAY, known=TODAY) == "higher"
        assert queries.tier_at(cleared, on=MAY, known=TODAY + timedelta(days=1)) == "ordinary"


def test_two_things_said_at_one_moment_for_one_day_are_refused(cleared: Viewer) -> None:
    say_standing("tier", by=cleared, on=MAY, value="higher", because="Letter")

    with pytest.raises(Refused, match="Two things are said of this for the same date"):
        say_standing("tier", by=cleared, on=MAY, value="ordinary", because="Misread")


def test_posted_twice_it_is_said_once(lead: Viewer) -> None:
    for _ in range(2):
        say_standing("prison", by=lead, on=MAY, value="yes", because="HMP there")

    assert deeds_of(lead) == ["organisations.standing.said"]


def test_without_a_clearance_the_tier_is_neither_written_nor_read(area: Area, cleared: Viewer) -> None:
    say_standing("tier", by=cleared, on=MAY, value="higher", because="Letter")
    say_standing("funded", by=cleared, on=MAY, value="no", because="Letter")
    administrator = a_viewer(area, Role.ADMINISTRATOR, cleared=True)

    for somebody in (the_lead(area), administrator):
        with pytest.raises(Refused, match="recorded clearance"):
            say_standing("tier", by=somebody, on=TODAY, value="ordinary", because="Letter")
        with scope(somebody):
            assert [said.standing for said in queries.standings(somebody)] == ["funded"]


def test_on_a_disk_that_is_not_encrypted_the_tier_is_not_kept(area: Area, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.INVENTED = settings.DISK_ENCRYPTED = False
    monkeypatch.setattr("dueregard.privacy.marking.connection.vendor", "sqlite")

    with pytest.raises(Refused, match="DUEREGARD_DISK_ENCRYPTED"):
        say_standing("tier", by=the_lead(area, cleared=True), on=MAY, value="higher", because="Letter")


@pytest.mark.parametrize(
    ("standing", "value", "because", "said"),
    [
        ("funded", "higher", "Letter", "Prevent funding is one of: yes, no"),
        ("funded", "yes", " ", "Give the reason"),
    ],
)
def test_what_does_not_fit_is_refused(lead: Viewer, standing: str, value: str, because: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        say_standing(standing, by=lead, on=MAY, value=value, because=because)

    assert deeds_of(lead) == []


def test_what_nobody_said_is_not_known(lead: Viewer) -> None:
    say_standing("prison", by=lead, on=MAY, value="no", because="None here")

    with scope(lead):
        assert queries.has_prison_at(lead, on=MAY, known=TODAY) is False
        assert queries.is_funded_at(lead, on=MAY, known=TODAY) is None
