"""Deeds on returns: asking, chasing, asking no more, recording; each leaves its event, and the wrong role, area and state are refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from dueregard.training import models
from dueregard.training.actions import returns as actions
from dueregard.training.queries.return_asks import answers_of
from dueregard.training.queries.returned import answering
from dueregard.training.rules.returns import BodyStands
from dueregard.training.tests import workforces as made

pytestmark = pytest.mark.django_db
AS_AT, DUE = TODAY - timedelta(days=30), TODAY - timedelta(days=1)
ABOUT = {"as_at": AS_AT, "due": DUE, "subjects": ["awareness", "referral"]}


@dataclass
class World:
    """A police force with somebody to ask, and a contractor with nobody; the force was asked a month ago and has not answered."""

    area: Any

    def __post_init__(self) -> None:
        self.police = BodyFactory(area=self.area, ref="B-901", name="Westmarch Police")
        self.cleaners = BodyFactory(area=self.area, ref="B-902", name="Bright Cleaning", kind="contractor")
        self.sergeant = PersonFactory(area=self.area, ref="P-901", body=self.police, name="A sergeant", email="sergeant@police.example")
        self.ask = self.asked("B-901", ref="RT-901")

    def asked(self, body: str, *, ref: str) -> models.ReturnAsk:
        then = a_viewer(self.area, Role.TRAINING, now=NOW - timedelta(days=28))
        return actions.ask_return(body, by=then, on=then.today, **ABOUT, person="P-901" if body == "B-901" else None, ref=ref).ask


@pytest.fixture
def world() -> World:
    return World(AreaFactory())


def figured(by: Viewer, pair: tuple[int, int] = (40, 31), **more: Any) -> models.Return:
    return actions.record_return(by=by, on=TODAY, as_at=AS_AT, figures={"awareness": pair}, ask="RT-901", **more)


def asked_anew(by: Viewer, body: str = "B-902", **more: Any) -> actions.Asked:
    return actions.ask_return(body, by=by, on=TODAY, **{**ABOUT, "due": TODAY, **more})


Deed = Callable[[World, Viewer], Any]
GOOD: dict[str, Deed] = {
    "training.return.asked": lambda w, by: asked_anew(by),
    "training.return.chased": lambda w, by: actions.chase_return("RT-901", by=by, on=TODAY, by_mail=True, seen=w.ask.version),
    "training.return.asked-no-more": lambda w, by: actions.end_ask("RT-901", by=by, on=TODAY, because="Merged"),
    "training.return.recorded": lambda w, by: figured(by),
    "training.returns.chased": lambda w, by: actions.chase_overdue(by=by, on=TODAY),
    "training.returns.taken-away": lambda w, by: actions.take_returns_away(by=by, on=TODAY, ending="docx"),
}
OF_NO_RECORD = {"training.returns.chased", "training.returns.taken-away"}


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event(world: World, verb: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    GOOD[verb](world, by)

    with scope(by):
        assert Event.objects.filter(area_id=world.area.pk, verb=verb, at__gte=NOW).count() == 1


@pytest.mark.parametrize("verb", sorted(set(GOOD) - {"training.returns.taken-away"}))
def test_whoever_only_reads_is_refused(world: World, verb: str) -> None:
    with pytest.raises(PermissionDenied):
        GOOD[verb](world, a_viewer(world.area, Role.PARTNER))


@pytest.mark.parametrize("verb", sorted(set(GOOD) - OF_NO_RECORD))
def test_the_next_council_reaches_nothing(world: World, verb: str) -> None:
    with pytest.raises((ObjectDoesNotExist, Refused)):
        GOOD[verb](world, the_stranger())


BAD: list[tuple[str, str, Deed]] = [
    ("again", r"asked for the same day already \(Westmarch Police, RT-901\)", lambda w, by: asked_anew(by, "B-901")),
    ("about nothing", "one subject at least", lambda w, by: asked_anew(by, subjects=[])),
    ("ahead", "has not come by then", lambda w, by: asked_anew(by, as_at=TODAY + timedelta(days=1), due=TODAY + timedelta(days=9))),
    ("due before", "before it is asked for", lambda w, by: asked_anew(by, due=TODAY - timedelta(days=1))),
    ("a link for nobody", "Say who of the body", lambda w, by: asked_anew(by, by_link=True)),
    ("of another body", "cannot answer for Bright Cleaning", lambda w, by: asked_anew(by, person="P-901", by_link=True)),
    ("nobody", "one body at least", lambda w, by: actions.ask_several({}, by=by, on=TODAY, **ABOUT, once=uuid4())),
    ("more than all", "41 trained is more than the 40", lambda w, by: figured(by, (40, 41))),
    ("below nought", "write 0 or more", lambda w, by: figured(by, (40, -1))),
    ("slip", "cannot be right", lambda w, by: figured(by, (40_000_000, 1))),
    (
        "nothing said",
        "never as nought",
        lambda w, by: actions.record_return(by=by, on=TODAY, as_at=AS_AT, figures={}, ask="RT-901"),
    ),
    (
        "before the day",
        "cannot have come",
        lambda w, by: actions.record_return(by=by, on=AS_AT - timedelta(days=1), as_at=AS_AT, figures={"awareness": (1, 1)}, ask="RT-901"),
    ),
    ("no reason", "Say why", lambda w, by: actions.end_ask("RT-901", by=by, on=TODAY, because=" ")),
    ("before the ask", "asked only on", lambda w, by: actions.end_ask("RT-901", by=by, on=AS_AT, because="Merged")),
    ("stale", "changed", lambda w, by: actions.end_ask("RT-901", by=by, on=TODAY, because="Merged", seen=7)),
]


@pytest.mark.parametrize(("says", "deed"), [(says, deed) for _name, says, deed in BAD], ids=[name for name, _says, _deed in BAD])
def test_what_cannot_be_so_is_refused_in_words(world: World, says: str, deed: Deed) -> None:
    with pytest.raises(Refused, match=says):
        deed(world, a_viewer(world.area, Role.TRAINING))


def test_what_is_answered_or_asked_no_more_is_not_chased(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    figured(by)
    world.asked("B-902", ref="RT-902")
    actions.end_ask("RT-902", by=by, on=TODAY, because="Asked by mistake")

    for ref, says in (("RT-901", "It is answered"), ("RT-902", "no longer asked")):
        with pytest.raises(Refused, match=says):
            actions.chase_return(ref, by=by, on=TODAY, by_mail=False)


def test_two_e_mails_for_one_return_are_a_week_apart_and_a_call_is_not_counted(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    actions.chase_return("RT-901", by=by, on=TODAY, by_mail=True)

    actions.chase_return("RT-901", by=by, on=TODAY, by_mail=False)
    with pytest.raises(Refused, match="wait until 25 November 2026"):
        actions.chase_return("RT-901", by=by, on=TODAY, by_mail=True)

    later = by.at(NOW + timedelta(days=7))
    actions.chase_return("RT-901", by=later, on=later.today, by_mail=True)
    with scope(by):
        assert list(models.ReturnChase.objects.order_by("typed_at", "is_by_mail").values_list("is_by_mail", flat=True)) == [
            False,
            True,
            True,
        ]


def test_everybody_overdue_with_an_address_is_chased_once(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    world.asked("B-902", ref="RT-902")

    assert actions.chase_overdue(by=by, on=TODAY) == 1
    assert actions.chase_overdue(by=by, on=TODAY) == 0
    with scope(by):
        mail = Outbox.objects.get(area=world.area)
        assert (mail.to, mail.subject) == ("sergeant@police.example", "Return: your answer")
        assert "raining" not in mail.body + mail.subject


def test_several_are_asked_at_once_and_a_second_post_asks_nobody_again(world: World) -> None:
    by, once = a_viewer(world.area, Role.TRAINING), uuid4()
    nurse = PersonFactory(area=world.area, body=world.cleaners, email="")
    about = {**ABOUT, "as_at": TODAY, "due": TODAY + timedelta(days=28)}

    first = actions.ask_several({"B-901": "P-901", "B-902": nurse.ref}, by=by, on=TODAY, **about, once=once)
    again = actions.ask_several({"B-901": "P-901", "B-902": nurse.ref}, by=by, on=TODAY, **about, once=once)

    assert [each.ask for each in first] == [each.ask for each in again]
    assert all(each.address for each in first)
    assert not any(each.address for each in again)
    with scope(by):
        assert Outbox.objects.filter(area=world.area).count() == 1


def stands(world: World, on: date = TODAY, known: date = TODAY) -> dict[str, tuple[BodyStands, dict[str, tuple[int, int]]]]:
    by = a_viewer(world.area, Role.TRAINING)
    with scope(by):
        return {row.body.ref: (row.stands, row.figures) for row in answering(Asked(viewer=by, on=on, known=known))}


def test_a_later_answer_takes_the_earlier_ones_place_which_stays(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    figured(by)
    figured(by.at(NOW + timedelta(hours=1)), (40, 38))

    assert stands(world) == {"B-901": (BodyStands.IN, {"awareness": (40, 38)})}
    with scope(by):
        assert [(row.answer.ref, row.is_replaced) for row in answers_of(by, body=world.police.pk)] == [("RN-2", False), ("RN-1", True)]


def test_no_return_is_a_state_and_nought_is_a_figure(world: World) -> None:
    assert stands(world) == {"B-901": (BodyStands.OVERDUE, {})}

    figured(a_viewer(world.area, Role.TRAINING), (12, 0))

    assert stands(world) == {"B-901": (BodyStands.IN, {"awareness": (12, 0)})}


def test_an_ask_is_late_only_after_the_day_it_is_due(world: World) -> None:
    assert stands(world, DUE, DUE)["B-901"][0] is BodyStands.WAITING
    assert stands(world, DUE + timedelta(days=1))["B-901"][0] is BodyStands.OVERDUE


def test_a_body_asked_no_more_and_one_that_closed_are_missed_no_longer(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    actions.end_ask("RT-901", by=by, on=TODAY, because="Asked by mistake")

    assert stands(world) == {}
    assert stands(world, DUE)["B-901"][0] is BodyStands.WAITING


def test_whoever_sent_one_long_ago_is_missed_until_it_is_asked_no_more(world: World) -> None:
    made.ReturnFigureFactory(answer=made.ReturnFactory(body=world.police, as_at=TODAY - timedelta(days=800)))

    assert stands(world) == {"B-901": (BodyStands.OVERDUE, {})}
    actions.end_ask("RT-901", by=a_viewer(world.area, Role.TRAINING), on=TODAY, because="Its contract ended")
    assert stands(world) == {}


def test_what_is_typed_later_changes_nothing_that_was_known_before(world: World) -> None:
    figured(a_viewer(world.area, Role.TRAINING, now=NOW + timedelta(days=3)))

    assert stands(world, TODAY, TODAY)["B-901"] == (BodyStands.OVERDUE, {})
    assert stands(world, TODAY, TODAY + timedelta(days=3))["B-901"][0] is BodyStands.IN
