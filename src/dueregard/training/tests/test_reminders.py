"""Reminders go to people at work and to their managers, once for a thing in so many days, to an end; and the week to the training lead."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.factories import MembershipFactory, UserFactory
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.training import tasks
from dueregard.training.actions import reminders as actions
from dueregard.training.models import Reminder
from dueregard.training.queries import reminders as queries
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db
ON = {"is_on": True, "ahead_days": 30, "again_days": 14, "most": 2}


@pytest.fixture
def area() -> Any:
    """A team in scope of which everybody needs one course that holds for a year, within ninety days."""
    area = AreaFactory(slug="ours")
    team = TeamFactory(body=BodyFactory(area=area), ref="T-1")
    made.TeamPlacingFactory(team=team)
    plan, course = made.TrainingPlanFactory(area=area), made.TaughtFactory(area=area, title="Noticing")
    made.RequirementFactory(plan=plan, ref="RQ-1", course=course, every_months=12)
    area.team, area.course = team, course
    return area


@pytest.fixture
def team(area: Any) -> Any:
    return area.team


def lead(area: Any) -> Viewer:
    return a_viewer(area, Role.TRAINING)


def worker(area: Any, days: int = 0) -> Viewer:
    return Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW + timedelta(days=days))


def addresses(area: Any, days: int = 0) -> list[str]:
    by = worker(area, days)
    with scope(by):
        return sorted(message.to for message in queries.Reminding(by, on=by.today).messages)


def outbox(area: Any) -> list[tuple[str, str]]:
    with scope(lead(area)):
        return sorted(Outbox.objects.filter(area=area).values_list("to", "kind"))


def test_who_is_at_work_and_needs_it_is_reminded_and_their_manager_once_for_all_of_theirs(area: Any, team: Any) -> None:
    for name in ("a", "b"):
        LearnerFactory(body=team.body, team=team, email=f"{name}@ours.example", manager="boss@ours.example")
    has = LearnerFactory(body=team.body, team=team, email="has@ours.example", manager="boss@ours.example")
    CompletionFactory(learner=has, course=area.course, on=TODAY - timedelta(days=30))
    actions.set_terms(by=lead(area), on=TODAY, **ON)

    assert tasks.remind_daily([worker(area)]) == 3

    assert outbox(area) == [("a@ours.example", "training"), ("b@ours.example", "training"), ("boss@ours.example", "training")]
    with scope(lead(area)):
        assert Reminder.objects.filter(area=area, is_to_manager=True).count() == 2


@pytest.mark.parametrize("gone", ["left", "away", "out of scope", "moved out", "no address", "a wrong address"])
def test_leavers_people_who_are_away_or_out_of_scope_and_whoever_has_no_address_are_not_reminded(area: Any, team: Any, gone: str) -> None:
    out = TeamFactory(body=team.body, ref="T-2")
    made.TeamPlacingFactory(team=out, is_in=False)
    email = {"no address": "", "a wrong address": "not an address"}.get(gone, "a@ours.example")
    learner = LearnerFactory(body=team.body, team=out if gone == "out of scope" else team, email=email)
    told: dict[str, Callable[[], Any]] = {
        "left": lambda: made.LearnerLeavingFactory(learner=learner, on=TODAY - timedelta(days=1)),
        "away": lambda: made.AbsenceFactory(learner=learner, on=TODAY - timedelta(days=9)),
        "moved out": lambda: made.LearnerMoveFactory(learner=learner, team=out, on=TODAY - timedelta(days=1)),
    }
    told.get(gone, lambda: None)()

    assert addresses(area) == []


def test_whoever_came_back_is_reminded_again(area: Any, team: Any) -> None:
    learner = LearnerFactory(body=team.body, team=team, email="a@ours.example")
    away = made.AbsenceFactory(learner=learner, on=TODAY - timedelta(days=99))
    made.AbsenceEndFactory(absence=away, on=TODAY - timedelta(days=1))

    assert addresses(area) == ["a@ours.example"]


def test_nobody_is_reminded_twice_within_the_days_and_after_the_last_one_never_more(area: Any, team: Any) -> None:
    LearnerFactory(body=team.body, team=team, email="a@ours.example")
    actions.set_terms(by=lead(area), on=TODAY, **ON)

    sent = [tasks.remind_daily([worker(area, days)]) for days in (0, 0, 13, 14, 28, 400)]

    assert sent == [1, 0, 0, 1, 0, 0]


def test_once_completed_it_begins_anew_when_it_lapses(area: Any, team: Any) -> None:
    learner = LearnerFactory(body=team.body, team=team, email="a@ours.example")
    actions.set_terms(by=lead(area), on=TODAY, **{**ON, "most": 1})
    tasks.remind_daily([worker(area)])
    CompletionFactory(learner=learner, course=area.course, on=TODAY + timedelta(days=10))

    sent = [tasks.remind_daily([worker(area, days)]) for days in (20, 300, 345, 400)]

    assert sent == [0, 0, 1, 0]


def test_nothing_goes_by_itself_where_nobody_said_so_but_once_where_somebody_asks(area: Any, team: Any) -> None:
    LearnerFactory(body=team.body, team=team, email="a@ours.example")

    assert tasks.remind_daily([worker(area)]) == 0
    actions.ask_for_reminders(by=lead(area), on=TODAY)
    assert [tasks.remind_asked([worker(area)]) for _ in range(2)] == [1, 0]


def test_many_go_in_batches_and_so_many_a_day(area: Any, team: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dueregard.training.tasks.reminders.A_BATCH", 2)
    monkeypatch.setattr("dueregard.training.tasks.reminders.A_DAY", 5)
    LearnerFactory.create_batch(7, body=team.body, team=team)
    actions.set_terms(by=lead(area), on=TODAY, **ON)

    assert [tasks.remind_daily([worker(area, days)]) for days in (0, 1, 2)] == [5, 2, 0]
    with scope(lead(area)):
        assert Event.objects.filter(area_id=area.pk, verb="training.reminders.sent").count() == 4


def test_the_mail_and_the_trail_say_nothing_of_whom_or_what(area: Any, team: Any) -> None:
    learner = LearnerFactory(body=team.body, team=team, email="a@ours.example", name="Invented Person")
    actions.set_terms(by=lead(area), on=TODAY, **ON)

    tasks.remind_daily([worker(area)])

    with scope(lead(area)):
        mail = Outbox.objects.get(area=area)
        told = mail.subject + mail.body + mail.key + mail.page + str(list(Event.objects.filter(area_id=area.pk).values("verb", "details")))
    assert not [word for word in ("Invented", "Noticing", "revent", "a@ours", learner.ref, "/reminder/") if word in told]


def test_looking_costs_the_same_however_many_there_are(area: Any, team: Any) -> None:
    by = worker(area)

    def statements() -> int:
        with (
            scope(by),
            CaptureQueriesContext(
                connection,
            ) as seen,
        ):
            assert queries.Reminding(by, on=by.today).outlook().about
        return len(seen)

    LearnerFactory(body=team.body, team=team, manager="boss@ours.example")
    before = statements()
    LearnerFactory.create_batch(20, body=team.body, team=team, manager="boss@ours.example")

    assert statements() == before


Deed = Callable[[Viewer], Any]
GOOD: dict[str, Deed] = {
    "training.reminders.terms-set": lambda by: actions.set_terms(by=by, on=TODAY, **ON),
    "training.reminders.asked-for": lambda by: actions.ask_for_reminders(by=by, on=TODAY),
    "training.reminders.sent": lambda by: actions.remind([], by=by, on=TODAY),
    "training.reminders.done": lambda by: actions.end_runs(by=by),
    "training.digest.sent": lambda by: actions.send_digest([], by=by, on=TODAY),
}


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event_and_who_only_reads_is_refused(area: Any, verb: str) -> None:
    GOOD[verb](lead(area))

    with scope(lead(area)):
        assert Event.objects.filter(area_id=area.pk, verb=verb).count() == 1
    with pytest.raises(PermissionDenied):
        GOOD[verb](a_viewer(area, Role.PARTNER))


@pytest.mark.parametrize(
    ("says", "deed"),
    [
        ("there has to be an end", lambda by: actions.set_terms(by=by, on=TODAY, **{**ON, "most": 9})),
        ("has not come yet", lambda by: actions.set_terms(by=by, on=TODAY + timedelta(days=1), **ON)),
        ("asked for on 18 November 2026 already", lambda by: [actions.ask_for_reminders(by=by, on=TODAY) for _ in range(2)]),
    ],
)
def test_what_cannot_be_so_is_refused_in_words(area: Any, says: str, deed: Deed) -> None:
    with pytest.raises(Refused, match=says):
        deed(lead(area))


def test_the_next_council_reminds_nobody_here(area: Any, team: Any) -> None:
    LearnerFactory(body=team.body, team=team)
    stranger = the_stranger()
    actions.set_terms(by=stranger, on=TODAY, **ON)

    with scope(stranger):
        assert queries.Reminding(stranger, on=TODAY).messages == []
    assert not queries.terms(lead(area)).is_on


def member(area: Any, role: Role, email: str) -> None:
    MembershipFactory(user=UserFactory(email=email), area=area, role=role)


def test_the_training_lead_is_told_once_a_week_that_there_is_news_and_nothing_of_it(area: Any, team: Any) -> None:
    member(area, Role.TRAINING, "training@ours.example")
    member(area, Role.LEAD, "lead@ours.example")

    quiet = tasks.tell_of_the_week([worker(area)])
    LearnerFactory(body=team.body, team=team)
    told = [tasks.tell_of_the_week([worker(area, days)]) for days in (0, 1, 4, 5)]

    assert quiet == 0
    assert told == [1, 0, 0, 1]
    with scope(lead(area)):
        assert {(mail.to, mail.subject, mail.page) for mail in Outbox.objects.filter(area=area)} == {
            ("training@ours.example", "This week", "/ours/training/digest/")
        }


def test_where_nobody_runs_training_the_prevent_lead_is_told_of_a_return_that_is_missing(area: Any) -> None:
    member(area, Role.LEAD, "lead@ours.example")
    made.ReturnAskFactory(body=BodyFactory(area=area))

    assert tasks.tell_of_the_week([worker(area)]) == 1
    assert outbox(area) == [("lead@ours.example", "digest")]
