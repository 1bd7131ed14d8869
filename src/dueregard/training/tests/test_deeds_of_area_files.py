"""Deeds on many at once and on what was brought in elsewhere: each leaves its event; the wrong role, area and state are refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.dates import say
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.training import models
from dueregard.training.actions import carried, many, returns, workforce
from dueregard.training.actions.many import Joined
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, ImportSourceFactory, JobFactory, LearnerFactory

pytestmark = pytest.mark.django_db
DIGEST = "ab" * 32


class World:
    """What a deed is about, all of one area."""

    def __init__(self) -> None:
        area = self.area = AreaFactory()
        self.body = BodyFactory(area=area, ref="B-901")
        self.team = TeamFactory(body=self.body, ref="T-901")
        JobFactory(area=area, title="Clerk")
        self.learner = LearnerFactory(body=self.body, team=self.team, ref="LN-901", number="7")
        self.away = made.AbsenceFactory(learner=self.learner, on=TODAY - timedelta(days=9))
        self.course = made.TaughtFactory(area=area, ref="CR-901", title="Noticing")
        made.RequirementFactory(plan=made.TrainingPlanFactory(area=area), ref="RQ-901", course=self.course)
        self.source = ImportSourceFactory(body=self.body, ref="SO-901")
        asker = replace(a_viewer(area, Role.TRAINING), now=NOW - timedelta(days=1))
        carry(asker, ref="IM-901")
        ahead = TODAY + timedelta(days=9)
        returns.ask_return("B-901", by=asker, on=asker.today, as_at=asker.today, due=ahead, subjects=["awareness"], ref="RT-901")


Deed = Callable[[World, Viewer], Any]


def joined(by: Viewer, **said: Any) -> dict[int, str]:
    return many.join([Joined(**{"ref": "LN-950", "on": TODAY, "body": "B-901", "number": "8"} | said)], by=by)


def completed(by: Viewer, **said: Any) -> dict[int, str]:
    return many.complete([many.Completed(**{"course": "CR-901", "on": TODAY, "learners": ["LN-901"]} | said)], by=by)


def carry(by: Viewer, **said: Any) -> models.Import:
    told: dict[str, Any] = {"ref": "IM-902", "digest": DIGEST, "size": 9, "chosen": by.now, "rows": {"new": 3}}
    return carried.carry_import("SO-901", by=by, on=by.today, **told | said)


SAID: dict[str, Any] = {"on": TODAY, "came_with": "IM-901"}
GOOD: dict[str, Deed] = {
    "training.job.named": lambda w, by: many.name_jobs(["Driver", "Clerk"], by=by),
    "training.learner.joined": lambda w, by: joined(by, team="T-901", job="Clerk", came_with="IM-901"),
    "training.completion.recorded-together": lambda w, by: completed(by),
    "training.import.carried": lambda w, by: carry(by),
    "training.learner.moved": lambda w, by: carried.carry_move("LN-901", by=by, team="T-901", job="Clerk", **SAID),
    "training.learner.left": lambda w, by: carried.carry_leaving("LN-901", by=by, **SAID),
    "training.learner.away": lambda w, by: carried.carry_absence("LN-901", by=by, **SAID),
    "training.learner.back": lambda w, by: carried.carry_return(str(w.away.pk), by=by, **SAID),
    "training.reminders.carried": lambda w, by: carried.carry_reminders("RQ-901", by=by, on=TODAY, learners=["LN-901"], is_to_manager=True),
    "training.return.chased": lambda w, by: carried.carry_chase("RT-901", by=by, on=TODAY, by_mail=True),
}
OF_NO_RECORD = {
    "training.job.named",
    "training.learner.joined",
    "training.completion.recorded-together",
}  # what they name and is not here is given back, row by row


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event(world: World, verb: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    GOOD[verb](world, by)

    with scope(by):
        assert Event.objects.filter(area_id=world.area.pk, verb=verb, at=by.now).count() == 1


@pytest.mark.parametrize("verb", GOOD)
def test_whoever_only_reads_is_refused(world: World, verb: str) -> None:
    with pytest.raises(PermissionDenied):
        GOOD[verb](world, a_viewer(world.area, Role.PARTNER))


@pytest.mark.parametrize("verb", sorted(set(GOOD) - OF_NO_RECORD))
def test_the_next_council_reaches_nothing(world: World, verb: str) -> None:
    with pytest.raises((ObjectDoesNotExist, Refused)):
        GOOD[verb](world, the_stranger())


def test_nobody_joins_a_body_of_the_next_council_or_completes_its_course(world: World) -> None:
    stranger = the_stranger()

    assert joined(stranger) == {0: "There is no body B-901 in this area that you can see"}
    assert completed(stranger) == {0: "There is no course CR-901 in this area that you can see"}


BAD: dict[str, Deed] = {
    "an employee number or e-mail address is already there": lambda w, by: joined(by, number="7"),
    "is already there: a reference is given once": lambda w, by: joined(by, ref="LN-901"),
    "There is no team T-999": lambda w, by: joined(by, team="T-999"),
    "has not come yet": lambda w, by: joined(by, on=TODAY + timedelta(days=1)),
    "a name alone cannot be matched": lambda w, by: joined(by, number=""),
}


@pytest.mark.parametrize("says", BAD)
def test_why_somebody_was_not_added_is_given_back_and_nobody_is(world: World, says: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    why = BAD[says](world, by)

    assert says.removeprefix("an ") in why[0]
    with scope(by):
        assert not models.Learner.objects.filter(ref="LN-950").exists()


def test_of_two_with_one_number_the_second_is_refused_and_the_next_reference_follows(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    rows = [Joined(ref=ref, on=TODAY, body="B-901", number="9") for ref in ("LN-950", "LN-951")]

    assert list(many.join(rows, by=by)) == [1]
    assert workforce.add_learner(by=by, on=TODAY, body_ref="B-901", kind="staff", number="10").ref == "LN-951"


def test_a_completion_is_recorded_once_by_hand_and_once_with_each_file(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    CompletionFactory(learner=world.learner, course=world.course, on=TODAY)

    again = completed(by)
    assert completed(by, came_with="IM-901") == {}

    assert again == {0: f"LN-901 is recorded already as having completed CR-901 on {say(TODAY)}"}
    assert completed(by, learners=["LN-901", "LN-901"], came_with="IM-901")[0].startswith("LN-901 is recorded already")
    assert completed(by, learners=["LN-999"]) == {0: "There is no learner LN-999 in this area that you can see"}
    assert "has not come yet" in completed(by, on=TODAY + timedelta(days=1))[0]
    with scope(by):
        assert models.Completion.objects.count() == 2


def test_an_import_without_the_digest_of_its_file_is_refused(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    with pytest.raises(Refused, match="SHA-256"):
        carry(by, digest="ab")
    with pytest.raises(Refused, match="chosen before it was done"):
        carry(by, chosen=by.now + timedelta(minutes=1))


def test_nobody_is_back_before_they_were_away_and_an_ask_is_not_chased_before_it_was_made(world: World) -> None:
    by, before = a_viewer(world.area, Role.TRAINING), TODAY - timedelta(days=30)

    with pytest.raises(Refused, match="after that day"):
        carried.carry_return(str(world.away.pk), by=by, on=before)
    with pytest.raises(Refused, match="asked only on"):
        carried.carry_chase("RT-901", by=by, on=before, by_mail=False)
