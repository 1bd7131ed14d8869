"""Setting up posts, giving them up, and who holds them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations import queries
from dueregard.organisations.actions import add_post, close_body, give_up_post, hold_post, leave_post
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import BodyFactory, PersonFactory, PostFactory, PostHoldingFactory

SET_UP, BEFORE = date(2024, 4, 1), date(2024, 3, 31)


def holders(lead: Viewer, on: date) -> list[str]:
    with scope(lead):
        return [holding.person.ref for holding in queries.holdings_on(lead, on=on)]


def test_a_post_is_set_up_with_who_holds_it(area: Area, lead: Viewer) -> None:
    person = PersonFactory(area=area)
    asked = {"kind": "designated-leader", "body": person.body.ref, "held_by": person.ref, "once": uuid4()}

    first, second = (add_post("Director", by=lead, on=SET_UP, held_from=TODAY, **asked) for _ in range(2))

    assert (first.ref, first) == ("J-1", second)
    assert (holders(lead, TODAY - timedelta(days=1)), holders(lead, TODAY)) == ([], [person.ref])
    assert deeds_of(lead) == ["organisations.post.set-up"]


def test_only_a_specified_authority_has_a_designated_leader(area: Area, lead: Viewer) -> None:
    centre = BodyFactory(area=area, voluntary=True, name="Community centre")

    with pytest.raises(Refused, match="Community centre is not recorded as one"):
        add_post("Leader", by=lead, on=TODAY, kind="designated-leader", body=centre.ref)


def test_a_closed_body_gets_no_new_post(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area)
    close_body(body.ref, by=lead, on=BEFORE)

    with pytest.raises(Refused, match="closed on 31 March 2024"):
        add_post("Post", by=lead, on=TODAY, kind="other", body=body.ref)


def test_a_post_is_taken_up_and_left(area: Area, lead: Viewer) -> None:
    post, person = PostFactory(area=area, on=SET_UP), PersonFactory(area=area)

    hold_post(post.ref, by=lead, on=SET_UP, person=person.ref)
    leave_post(post.ref, by=lead, on=TODAY, person=person.ref)

    assert holders(lead, TODAY) == [person.ref]
    assert holders(lead, TODAY + timedelta(days=1)) == []
    assert deeds_of(lead) == ["organisations.post.taken-up", "organisations.post.left"]


def test_a_post_cannot_be_held_before_there_was_one(area: Area, lead: Viewer) -> None:
    post, person = PostFactory(area=area, on=SET_UP), PersonFactory(area=area)

    with pytest.raises(Refused, match="set up on 1 April 2024"):
        hold_post(post.ref, by=lead, on=BEFORE, person=person.ref)


def test_nobody_holds_the_same_post_twice(area: Area, lead: Viewer) -> None:
    held = PostHoldingFactory(area=area)

    with pytest.raises(Refused, match="They hold this post then already"):
        hold_post(held.post.ref, by=lead, on=TODAY, person=held.person.ref, because="Yes")


def test_two_hold_a_post_only_with_the_reason(area: Area, lead: Viewer) -> None:
    held, second = PostHoldingFactory(area=area), PersonFactory(area=area)

    with pytest.raises(Refused, match="say why and who agreed it"):
        hold_post(held.post.ref, by=lead, on=TODAY, person=second.ref)
    hold_post(held.post.ref, by=lead, on=TODAY, person=second.ref, because="A job share, agreed by the director")

    assert sorted(holders(lead, TODAY)) == sorted([held.person.ref, second.ref])


def test_a_term_does_not_end_before_it_begins_nor_twice(area: Area, lead: Viewer) -> None:
    held = PostHoldingFactory(area=area, on=SET_UP)

    with pytest.raises(Refused, match="cannot end before it begins"):
        leave_post(held.post.ref, by=lead, on=BEFORE, person=held.person.ref)
    leave_post(held.post.ref, by=lead, on=TODAY, person=held.person.ref)
    with pytest.raises(Refused, match="do not hold this post now"):
        leave_post(held.post.ref, by=lead, on=TODAY, person=held.person.ref)


def test_a_post_given_up_is_not_vacant(area: Area, lead: Viewer) -> None:
    post, vacant = PostFactory(area=area), PostFactory(area=area)

    give_up_post(post.ref, by=lead, on=TODAY)

    with scope(lead):
        rows = {row.post: row.is_vacant for row in queries.post_rows(lead, on=TODAY)}
    assert rows == {post: False, vacant: True}
    assert deeds_of(lead) == ["organisations.post.given-up"]


def test_a_post_is_not_given_up_while_held_nor_twice_nor_held_after(area: Area, lead: Viewer) -> None:
    held, free, person = PostHoldingFactory(area=area), PostFactory(area=area), PersonFactory(area=area)

    with pytest.raises(Refused, match="Somebody would still hold it"):
        give_up_post(held.post.ref, by=lead, on=TODAY)
    give_up_post(free.ref, by=lead, on=SET_UP)
    with pytest.raises(Refused, match="given up on 1 April 2024 already"):
        give_up_post(free.ref, by=lead, on=TODAY)
    with pytest.raises(Refused, match="The post was given up on 1 April 2024"):
        hold_post(free.ref, by=lead, on=TODAY, person=person.ref)
