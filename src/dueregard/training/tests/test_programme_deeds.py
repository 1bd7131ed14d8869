"""Deeds on programmes, inductions, development, settings, information and updates: each leaves its event; what cannot be is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import LONG_AGO, AreaFactory, BodyFactory, PersonFactory, PostFactory
from dueregard.training import models
from dueregard.training.actions import education, inductions, programmes, telling
from dueregard.training.queries.education import trainer_counts
from dueregard.training.rules.education import school_year
from dueregard.training.tests import programmes as made

pytestmark = pytest.mark.django_db
LATER, BEFORE = TODAY + timedelta(days=1), LONG_AGO - timedelta(days=1)
YEAR = school_year(TODAY)


@dataclass
class World:
    """What a deed is about, all of one area."""

    area: Any

    def __post_init__(self) -> None:
        area = self.area
        self.body = BodyFactory(area=area, ref="B-901")
        self.person = PersonFactory(body=self.body, ref="P-901")
        self.post = PostFactory(body=self.body, ref="J-901")
        self.programme = made.ProgrammeFactory(area=area, ref="PG-901")
        self.induction = made.InductionFactory(person=PersonFactory(body=self.body, ref="P-902"), ref="IN-901")
        self.setting = made.SettingFactory(area=area, ref="ED-901", name="Ash Lane Primary", urn="100001")
        self.bare = made.SettingFactory(area=area, ref="ED-902", name="Oak Nursery", kind="early-years")
        self.audit = made.AuditReturnFactory(setting=self.setting, ref="AU-901", words="Train the governors", year=YEAR, on=LONG_AGO)
        self.material = made.MaterialFactory(area=area, ref="MA-901")


def reached(by: Viewer, **more: Any) -> models.SettingReached:
    return education.reach_setting("ED-901", by=by, **{"on": TODAY, "staff": 30, **more})


def trainers(by: Viewer, **more: Any) -> models.AccreditedTrainer:
    return education.count_trainers(by=by, **{"on": TODAY, "how_many": 2, "accredited_by": "Home Office", **more})


def withdrawn(by: Viewer, **more: Any) -> models.AuditReturnWithdrawal:
    return education.withdraw_audit("AU-901", by=by, **{"on": TODAY, "because": "Another school’s", **more})


def audited(by: Viewer, ref: str = "ED-902", **more: Any) -> models.AuditReturn:
    return education.receive_audit(ref, by=by, **{"on": TODAY, "year": YEAR, "is_complete": True, **more})


def checked(by: Viewer, **more: Any) -> models.MaterialCheck:
    return telling.check_material("MA-901", by=by, **{"on": TODAY, "is_current": True, **more})


def step(by: Viewer, kind: str, **more: Any) -> models.InductionStep:
    return inductions.take_step("IN-901", by=by, kind=kind, **{"on": TODAY, **more})


def added(by: Viewer, name: str, **more: Any) -> models.Setting:
    return education.add_setting(name, by=by, **{"on": TODAY, "kind": "academy", **more})


Deed = Callable[[World, Viewer], Any]
GOOD: dict[str, Deed] = {
    "training.programme.begun": lambda w, by: programmes.begin_programme("Induction", by=by, on=TODAY, kind="induction", review_due=LATER),
    "training.programme.reviewed": lambda w, by: programmes.review_programme("PG-901", by=by, on=TODAY, review_due=LATER, seen=1),
    "training.programme.ended": lambda w, by: programmes.end_programme("PG-901", by=by, on=TODAY),
    "training.induction.begun": lambda w, by: inductions.begin_induction("P-901", by=by, on=TODAY, post="J-901"),
    "training.induction.step-taken": lambda w, by: step(by, "adviser", seen=1),
    "training.development.logged": lambda w, by: inductions.log_development("P-901", by=by, on=TODAY, what="CCE day", hours=Decimal("2.5")),
    "training.setting.added": lambda w, by: added(by, "Elm Academy", urn="100002"),
    "training.setting.corrected": lambda w, by: education.correct_setting("ED-901", by=by, on=TODAY, name="Ash Lane School", urn="100003"),
    "training.setting.closed": lambda w, by: education.close_setting("ED-901", by=by, on=TODAY),
    "training.setting.reached": lambda w, by: reached(by, is_lead_trained=True, seen=1),
    "training.trainers.counted": lambda w, by: trainers(by, setting="ED-901"),
    "training.audit.received": lambda w, by: audited(by),
    "training.audit.moved-on": lambda w, by: education.progress_audit("AU-901", by=by, on=TODAY, said="Done", is_complete=True),
    "training.audit.withdrawn": lambda w, by: withdrawn(by, seen=1),
    "training.material.placed": lambda w, by: telling.place_material("Poster", by=by, on=TODAY, audience="staff", place="Staff room"),
    "training.material.checked": lambda w, by: checked(by, seen=1),
    "training.material.taken-down": lambda w, by: telling.take_down("MA-901", by=by, on=TODAY),
    "training.update.sent": lambda w, by: telling.send_update("Statistics", by=by, on=TODAY, about="statistics", to="All managers"),
}
OF_NO_RECORD = {
    "training.programme.begun",
    "training.setting.added",
    "training.material.placed",
    "training.update.sent",
}


@pytest.fixture
def world() -> World:
    return World(AreaFactory())


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event(world: World, verb: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    GOOD[verb](world, by)

    with scope(by):
        assert Event.objects.filter(area_id=world.area.pk, verb=verb).count() == 1


@pytest.mark.parametrize("verb", GOOD)
def test_whoever_only_reads_is_refused(world: World, verb: str) -> None:
    with pytest.raises(PermissionDenied):
        GOOD[verb](world, a_viewer(world.area, Role.PARTNER))


@pytest.mark.parametrize("verb", sorted(set(GOOD) - OF_NO_RECORD))
def test_the_next_council_reaches_nothing(world: World, verb: str) -> None:
    with pytest.raises((ObjectDoesNotExist, Refused)):
        GOOD[verb](world, the_stranger())


BAD: list[tuple[str, str, Deed]] = [
    ("kind", "is one of", lambda w, by: programmes.begin_programme("Other", by=by, on=TODAY, kind="other")),
    ("review", "before this one", lambda w, by: programmes.review_programme("PG-901", by=by, on=TODAY, review_due=TODAY)),
    ("begun later", "after that day", lambda w, by: programmes.review_programme("PG-901", by=by, on=BEFORE)),
    ("open", "open already", lambda w, by: inductions.begin_induction("P-902", by=by, on=TODAY)),
    ("which step", "Say which step", lambda w, by: step(by, "step")),
    ("before it", "after that day", lambda w, by: step(by, "finish", on=BEFORE)),
    ("no hours", "how many hours", lambda w, by: inductions.log_development("P-901", by=by, on=TODAY, what="Day", hours=Decimal(0))),
    ("digits", "has 6 digits", lambda w, by: added(by, "Elm", urn="1234567")),
    ("arabic digits", "has 6 digits", lambda w, by: added(by, "Elm", urn="١٢٣٤٥٦")),
    ("number twice", "the number 100001", lambda w, by: added(by, "Elm", urn="100001")),
    ("name twice", "called oak nursery", lambda w, by: added(by, "oak nursery", kind="early-years")),
    ("type", "type of setting is one of", lambda w, by: added(by, "Elm", kind="castle")),
    (
        "corrected to another",
        "the number 100001",
        lambda w, by: education.correct_setting("ED-902", by=by, on=TODAY, name="O", urn="100001"),
    ),
    ("nobody reached", "how many of its staff", lambda w, by: reached(by, staff=0)),
    ("reached before", "after that day", lambda w, by: reached(by, on=BEFORE)),
    ("reached tomorrow", "has not come yet", lambda w, by: reached(by, on=LATER)),
    ("stale", "changed", lambda w, by: reached(by, seen=7)),
    ("of nobody", "one of the two", lambda w, by: trainers(by)),
    ("of both", "one of the two", lambda w, by: trainers(by, setting="ED-901", body_ref="B-901")),
    ("runs out", "before it begins", lambda w, by: trainers(by, setting="ED-901", until=BEFORE)),
    ("year", "cannot be right", lambda w, by: audited(by, year=YEAR + 1)),
    ("return twice", "is here already", lambda w, by: audited(by, "ED-901")),
    ("withdrawn for no reason", "Say why", lambda w, by: withdrawn(by, because=" ")),
    ("withdrawn before it came", "after that day", lambda w, by: withdrawn(by, on=LONG_AGO - timedelta(days=1))),
    ("withdrawn tomorrow", "has not come yet", lambda w, by: withdrawn(by, on=LATER)),
    ("left nothing", "what it leaves to do", lambda w, by: audited(by, is_complete=False)),
    ("what is wrong", "what is not right", lambda w, by: checked(by, is_current=False)),
    ("audience", "audience is one of", lambda w, by: telling.place_material("P", by=by, on=TODAY, audience="cats", place="X")),
    ("where", "Say where it is", lambda w, by: telling.place_material("P", by=by, on=TODAY, audience="staff", place=" ")),
    ("to whom", "who was told", lambda w, by: telling.send_update("S", by=by, on=TODAY, about="statistics", to=" ")),
]


@pytest.mark.parametrize(("says", "deed"), [(says, deed) for _name, says, deed in BAD], ids=[name for name, _says, _deed in BAD])
def test_what_cannot_be_so_is_refused_in_words(world: World, says: str, deed: Deed) -> None:
    with pytest.raises(Refused, match=says):
        deed(world, a_viewer(world.area, Role.TRAINING))


AFTER_ITS_END: dict[str, tuple[str, Deed]] = {
    "a programme is reviewed": ("training.programme.ended", GOOD["training.programme.reviewed"]),
    "a programme ends": ("training.programme.ended", GOOD["training.programme.ended"]),
    "a setting closes": ("training.setting.closed", GOOD["training.setting.closed"]),
    "a setting is reached": ("training.setting.closed", GOOD["training.setting.reached"]),
    "a return moves on": ("training.audit.moved-on", GOOD["training.audit.moved-on"]),
    "a return is withdrawn": ("training.audit.withdrawn", GOOD["training.audit.withdrawn"]),
    "a return that is withdrawn moves on": ("training.audit.withdrawn", GOOD["training.audit.moved-on"]),
    "information is looked at": ("training.material.taken-down", GOOD["training.material.checked"]),
    "information is taken down": ("training.material.taken-down", GOOD["training.material.taken-down"]),
    "information is looked at again": ("training.material.checked", GOOD["training.material.checked"]),
    "development is logged": ("training.development.logged", GOOD["training.development.logged"]),
}


@pytest.mark.parametrize("what", AFTER_ITS_END)
def test_once_it_is_over_it_does_not_happen_again(world: World, what: str) -> None:
    by, (before, again) = a_viewer(world.area, Role.TRAINING), AFTER_ITS_END[what]
    GOOD[before](world, by)

    with pytest.raises(Refused, match=r"already|ended|closed|since|changed|withdrawn"):
        again(world, by)


def test_the_adviser_may_be_met_after_the_induction_was_finished_and_nothing_else(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    step(by, "finish", on=TODAY - timedelta(days=1))

    step(by, "adviser")

    for kind in ("finish", "step"):
        with pytest.raises(Refused, match="finished on"):
            step(by, kind, said="Shadowed a colleague")


def test_who_keeps_the_programme_without_seeing_names_records_nothing_of_a_person(world: World) -> None:
    clerk = a_viewer(world.area, Role.CLERK)

    for verb in ("training.induction.begun", "training.induction.step-taken", "training.development.logged"):
        with pytest.raises(PermissionDenied):
            GOOD[verb](world, clerk)


def test_there_are_no_academies_in_wales() -> None:
    area = AreaFactory(nation="wales")

    with pytest.raises(Refused, match="maintained, independent"):
        added(a_viewer(area, Role.TRAINING), "Elm Academy")


def test_a_later_count_of_trainers_takes_the_place_of_an_earlier_one(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    trainers(by, setting="ED-901", on=TODAY - timedelta(days=9), how_many=5)
    trainers(by, setting="ED-901", how_many=2)
    trainers(by, body_ref="B-901", how_many=1, until=TODAY)

    with scope(by):
        assert sorted(row.how_many for row in trainer_counts(by, on=TODAY)) == [1, 2]
        assert [row.how_many for row in trainer_counts(by, on=LATER)] == [2]


def test_the_second_post_of_a_form_shows_the_first_result(world: World) -> None:
    by, key = a_viewer(world.area, Role.TRAINING), uuid4()

    pair = [added(by, "Elm Academy", once=key) for _ in range(2)]

    assert pair[0] == pair[1]


def test_several_settings_are_reached_alike_each_with_its_event(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    assert education.reach_several(["ED-901", "ED-902"], by=by, on=TODAY, is_lead_trained=True) == 2

    with scope(by):
        assert Event.objects.filter(area_id=world.area.pk, verb="training.setting.reached").count() == 2


def test_one_setting_that_cannot_have_been_reached_stops_all_of_them(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    education.close_setting("ED-902", by=by, on=TODAY - timedelta(days=1))

    with pytest.raises(Refused, match=r"Oak Nursery: The setting closed on .* Nothing is recorded of any of them"):
        education.reach_several(["ED-901", "ED-902"], by=by, on=TODAY, staff=4)

    with scope(by):
        assert not models.SettingReached.objects.filter(area=world.area).exists()


@pytest.mark.parametrize("refs", [[], ["ED-999"]])
def test_settings_that_nobody_chose_or_that_are_not_there_are_refused_in_words(world: World, refs: list[str]) -> None:
    with pytest.raises(Refused, match=r"Choose at least one|no setting ED-999"):
        education.reach_several(refs, by=a_viewer(world.area, Role.TRAINING), on=TODAY, staff=4)


def test_who_may_not_keep_the_programme_or_sits_in_the_next_council_reaches_no_settings(world: World) -> None:
    with pytest.raises(PermissionDenied):
        education.reach_several(["ED-901"], by=a_viewer(world.area, Role.PARTNER), on=TODAY, staff=4)
    with pytest.raises(Refused, match="no setting ED-901"):
        education.reach_several(["ED-901"], by=the_stranger(), on=TODAY, staff=4)
