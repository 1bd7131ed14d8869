"""An area that asks for a second factor: nothing opens until it is set up."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.actions import require_second_factor
from dueregard.accounts.models import User
from dueregard.accounts.tests.factories import MembershipFactory
from dueregard.accounts.tests.people import sign_in, the_administrator, the_lead
from dueregard.accounts.tests.test_second_factor import OFF, SET_UP, again, key, lead, set_up
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area

__all__ = ["key", "lead"]


def test_an_area_asks_for_a_second_factor_and_it_leaves_a_trail(area: Area) -> None:
    require_second_factor(by=the_administrator(area))

    area.refresh_from_db()
    assert area.requires_second_factor
    assert deeds_of(the_administrator(area)) == ["accounts.second-factor.required"]


def test_the_lead_cannot_ask_for_it(area: Area) -> None:
    with pytest.raises(PermissionDenied):
        require_second_factor(by=the_lead(area))


def test_the_next_council_is_not_asked(area: Area, next_council: Area) -> None:
    require_second_factor(by=the_administrator(area))

    next_council.refresh_from_db()
    assert not next_council.requires_second_factor


def test_asking_twice_is_refused_in_words(area: Area) -> None:
    require_second_factor(by=the_administrator(area))

    with pytest.raises(Refused, match="asks for a second factor already"):
        require_second_factor(by=the_administrator(area))


def test_it_can_be_left_to_each_person_again(area: Area) -> None:
    require_second_factor(by=the_administrator(area))

    require_second_factor(by=the_administrator(area), required=False)

    area.refresh_from_db()
    assert not area.requires_second_factor
    assert deeds_of(the_administrator(area))[-1] == "accounts.second-factor.left-to-choice"


# What it means for those who work there


@pytest.mark.parametrize("address", ["/", "/wexley/", "/account/", "/account/password/", "/account/sessions/", "/next-door/"])
def test_every_page_but_the_way_there_leads_to_setting_it_up(client: Client, area: Area, next_council: Area, address: str) -> None:
    user = sign_in(client, area, Role.LEAD)
    MembershipFactory(user=user, area=next_council)
    require_second_factor(by=the_administrator(area))

    assert client.get(address).headers["Location"] == SET_UP


def test_the_way_there_and_the_way_out_stay_open(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)
    require_second_factor(by=the_administrator(area))

    assert "Set up a second factor" in again(client, SET_UP)
    assert client.get("/account/sign-out/").status_code == 200
    assert client.get("/help/").status_code == 200


def test_once_it_is_set_up_every_page_opens(client: Client, area: Area, lead: User) -> None:
    require_second_factor(by=the_administrator(area))

    set_up(client)

    assert client.get("/account/").status_code == 200


def test_turning_it_off_leads_straight_back_to_setting_it_up(client: Client, area: Area, lead: User) -> None:
    require_second_factor(by=the_administrator(area))
    set_up(client)

    client.post(OFF)

    assert client.get("/account/").headers["Location"] == SET_UP


def test_somebody_of_another_area_is_not_asked(client: Client, area: Area, next_council: Area) -> None:
    sign_in(client, next_council, Role.LEAD)
    require_second_factor(by=the_administrator(area))

    assert client.get("/account/").status_code == 200
