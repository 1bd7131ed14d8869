"""Deeds on teams, learners, profiles, courses, plans: each leaves its event; the wrong role, area and state are refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
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
from dueregard.organisations.tests.factories import LONG_AGO, AreaFactory, BodyFactory, TeamFactory
from dueregard.training import models
from dueregard.training.actions import completions, courses, plans, profiles, taking_away, workforce
from dueregard.training.queries import workforce as reads
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, JobFactory, LearnerFactory

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=1)


@dataclass
class World:
    """What a deed is about, all of one area."""

    area: Any

    def __post_init__(self) -> None:
        area = self.area
        self.body = BodyFactory(area=area, ref="B-901")
        self.team = TeamFactory(body=self.body, ref="T-901")
        self.job = JobFactory(area=area, title="Social worker")
        self.learner = LearnerFactory(body=self.body, team=self.team, ref="LN-901", number="7")
        self.away = made.AbsenceFactory(learner=LearnerFactory(body=self.body, ref="LN-902"), on=TODAY - timedelta(days=9))
        self.profile = made.ProfileFactory(area=area, ref="PF-901")
        self.match = made.ProfileMatchFactory(profile=self.profile, team=self.team)
        self.course = made.TaughtFactory(area=area, ref="CR-901", title="Noticing")
        self.other = made.TaughtFactory(area=area, ref="CR-902", title="Referring")
        self.plan = made.TrainingPlanFactory(area=area, ref="TP-901")
        self.requirement = made.RequirementFactory(plan=self.plan, ref="RQ-901", course=self.course)
        self.completion = CompletionFactory(learner=self.learner, course=self.course, on=LONG_AGO)


def added(by: Viewer, **known: str) -> models.Learner:
    return workforce.add_learner(by=by, on=TODAY, body_ref="B-901", kind="staff", **known)


def placed(by: Viewer, service: str, *, is_in: bool, because: str) -> models.TeamPlacing:
    return workforce.place_team("T-901", by=by, on=TODAY, service=service, is_in=is_in, because=because)


Deed = Callable[[World, Viewer], Any]
GOOD: dict[str, Deed] = {
    "training.team.placed": lambda w, by: placed(by, "adults", is_in=False, because="Back office only"),
    "training.learner.added": lambda w, by: added(by, email="A@b.example", job="Clerk"),
    "training.learner.moved": lambda w, by: workforce.move_learner("LN-901", by=by, on=TODAY, team="T-901", job="social worker", seen=1),
    "training.learner.away": lambda w, by: workforce.note_absence("LN-901", by=by, on=TODAY),
    "training.learner.back": lambda w, by: workforce.end_absence("LN-902", by=by, on=TODAY),
    "training.learner.left": lambda w, by: workforce.leave("LN-901", by=by, on=TODAY),
    "training.profile.added": lambda w, by: profiles.add_profile("Managers", by=by, on=TODAY, tier="managerial", contact="some"),
    "training.profile.fitted": lambda w, by: profiles.fit_profile("PF-901", by=by, on=TODAY, learner="LN-901"),
    "training.profile.unfitted": lambda w, by: profiles.unfit_profile(w.match.pk, by=by, on=TODAY),
    "training.profile.ended": lambda w, by: profiles.end_profile("PF-901", by=by, on=TODAY),
    "training.course.added": lambda w, by: courses.add_course("New", by=by, on=TODAY, kind="briefing", subjects=["awareness"]),
    "training.course.ended": lambda w, by: courses.end_course("CR-901", by=by, on=TODAY),
    "training.course.counted-as": lambda w, by: courses.count_as("CR-902", by=by, on=TODAY, counts_as="CR-901"),
    "training.completion.recorded": lambda w, by: completions.record_completion("LN-901", by=by, on=TODAY, course="CR-901"),
    "training.completion.withdrawn": lambda w, by: completions.withdraw_completion(w.completion.pk, by=by, on=TODAY, because="Mistaken"),
    "training.plan.agreed": lambda w, by: plans.agree_plan("Plan", by=by, on=TODAY, covers_from=TODAY, covers_to=LATER),
    "training.plan.ended": lambda w, by: plans.end_plan("TP-901", by=by, on=TODAY, because="Replaced"),
    "training.requirement.made": lambda w, by: plans.require("TP-901", by=by, on=TODAY, course="CR-902", profile="PF-901"),
    "training.requirement.ended": lambda w, by: plans.end_requirement("RQ-901", by=by, on=TODAY),
    "training.coverage.taken-away": lambda w, by: taking_away.take_coverage_away(by=by, on=TODAY, ending="docx"),
}
OPEN_TO_READERS = {"training.coverage.taken-away"}
OF_NO_RECORD = {"training.profile.added", "training.course.added", "training.plan.agreed", "training.coverage.taken-away"}


@pytest.fixture
def world() -> World:
    return World(AreaFactory())


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event(world: World, verb: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    GOOD[verb](world, by)

    with scope(by):
        assert Event.objects.filter(area_id=world.area.pk, verb=verb).count() == 1


@pytest.mark.parametrize("verb", sorted(set(GOOD) - OPEN_TO_READERS))
def test_whoever_only_reads_is_refused(world: World, verb: str) -> None:
    with pytest.raises(PermissionDenied):
        GOOD[verb](world, a_viewer(world.area, Role.PARTNER))


@pytest.mark.parametrize("verb", sorted(set(GOOD) - OF_NO_RECORD))
def test_the_next_council_reaches_nothing(world: World, verb: str) -> None:
    with pytest.raises((ObjectDoesNotExist, Refused)):
        GOOD[verb](world, the_stranger())


BAD: list[tuple[str, str, Deed]] = [
    (
        "default",
        "in scope by default",
        lambda w, by: placed(by, "family", is_in=False, because="No"),
    ),
    ("why", "Say why the team", lambda w, by: placed(by, "other", is_in=True, because=" ")),
    ("unknown", "a name alone", lambda w, by: added(by, name="Somebody")),
    ("twice", "already there", lambda w, by: added(by, number="7")),
    ("before", "after that day", lambda w, by: workforce.leave("LN-901", by=by, on=LONG_AGO - timedelta(days=1))),
    ("future", "has not come yet", lambda w, by: workforce.leave("LN-901", by=by, on=LATER)),
    ("away twice", "have been away since", lambda w, by: workforce.note_absence("LN-902", by=by, on=TODAY)),
    ("not away", "not recorded as away", lambda w, by: workforce.end_absence("LN-901", by=by, on=TODAY)),
    ("stale", "changed", lambda w, by: workforce.leave("LN-901", by=by, on=TODAY, seen=7)),
    ("nobody", "Choose a team", lambda w, by: profiles.fit_profile("PF-901", by=by, on=TODAY)),
    ("fits", "fits them already", lambda w, by: profiles.fit_profile("PF-901", by=by, on=TODAY, team="T-901")),
    ("nothing", "what the course teaches", lambda w, by: courses.add_course("New", by=by, on=TODAY, kind="briefing", subjects=[])),
    ("title", "in the register already", lambda w, by: courses.add_course("noticing", by=by, on=TODAY, kind="online", subjects=["venue"])),
    ("itself", "the same one", lambda w, by: courses.count_as("CR-901", by=by, on=TODAY, counts_as="CR-901")),
    ("again", "recorded already", lambda w, by: completions.record_completion("LN-901", by=by, on=LONG_AGO, course="CR-901")),
    ("period", "ends before it begins", lambda w, by: plans.agree_plan("Plan", by=by, on=TODAY, covers_from=TODAY, covers_to=TODAY)),
    ("required", "requires this already", lambda w, by: plans.require("TP-901", by=by, on=TODAY, course="CR-901")),
    ("too long", "at most two years", lambda w, by: plans.require("TP-901", by=by, on=TODAY, course="CR-902", within_days=731)),
    ("no list", "Choose at least one", lambda w, by: courses.take_known_courses(["none"], by=by, on=TODAY)),
]


@pytest.mark.parametrize(("says", "deed"), [(says, deed) for _name, says, deed in BAD], ids=[name for name, _says, _deed in BAD])
def test_what_cannot_be_so_is_refused_in_words(world: World, says: str, deed: Deed) -> None:
    with pytest.raises(Refused, match=says):
        deed(world, a_viewer(world.area, Role.TRAINING))


@pytest.mark.parametrize("verb", ["training.learner.left", "training.course.ended", "training.plan.ended", "training.requirement.ended"])
def test_what_has_ended_does_not_end_again(world: World, verb: str) -> None:
    by = a_viewer(world.area, Role.TRAINING)
    GOOD[verb](world, by)

    with pytest.raises(Refused, match="already"):
        GOOD[verb](world, by)


def test_who_keeps_the_programme_without_seeing_names_fits_no_profile_by_hand(world: World) -> None:
    with pytest.raises(PermissionDenied):
        profiles.fit_profile("PF-901", by=a_viewer(world.area, Role.CLERK), on=TODAY, learner="LN-901")


def test_prevent_specific_training_is_refreshed_every_two_years_at_least(world: World) -> None:
    made.TaughtFactory(area=world.area, ref="CR-903", teaches=["prevent-post"])

    with pytest.raises(Refused, match="every 24 months"):
        plans.require("TP-901", by=a_viewer(world.area, Role.TRAINING), on=TODAY, course="CR-903", every_months=36)


def test_a_job_title_is_kept_once_however_it_is_written(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    workforce.move_learner("LN-901", by=by, on=TODAY, job=" Social  WORKER ")

    with scope(by):
        assert models.Job.objects.filter(area=world.area).count() == 1
        assert reads.moves_of(by, world.learner, on=TODAY)[0].job == world.job


def test_the_courses_of_the_toolkit_are_taken_once(world: World) -> None:
    by = a_viewer(world.area, Role.TRAINING)

    assert courses.take_known_courses(["awareness", "ideology"], by=by, on=TODAY) == 2
    assert courses.take_known_courses(["awareness", "venues"], by=by, on=TODAY) == 1


def test_the_second_post_of_a_form_shows_the_first_result(world: World) -> None:
    by, key = a_viewer(world.area, Role.TRAINING), uuid4()

    pair = [profiles.add_profile("Managers", by=by, on=TODAY, tier="managerial", contact="some", once=key) for _ in range(2)]

    assert pair[0] == pair[1]
