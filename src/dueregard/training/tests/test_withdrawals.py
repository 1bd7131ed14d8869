"""What was entered by mistake is withdrawn: updates, development, settings reached, steps. It stays to be seen and counts no more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Membership
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, the_stranger
from dueregard.assurance.facts import partnership, training
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership.tests.pages import words
from dueregard.search.actions import rebuild
from dueregard.search.models import Entry
from dueregard.training.actions import education, inductions, telling
from dueregard.training.actions.withdrawals import withdraw_entry
from dueregard.training.queries import withdrawn as kinds
from dueregard.training.queries.education import setting_row, settings
from dueregard.training.queries.programme import induction_rows
from dueregard.training.queries.searchable import everything_searchable
from dueregard.training.queries.telling import days_told
from dueregard.training.tests import programmes as made

pytestmark = pytest.mark.django_db
EARLIER, YESTERDAY = TODAY - timedelta(days=9), TODAY - timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """A kind of entry: how one is entered, what the findings count of it, and where it is shown and withdrawn."""

    kind: kinds.Kind
    enter: Callable[[Viewer], Any]
    counts: Callable[[Any], int]
    page: str
    withdraw: str


CASES = {
    "update": Case(
        kinds.UPDATE,
        lambda by: telling.send_update("Statistics", by=by, on=EARLIER, about="statistics", to="All managers"),
        lambda facts: len(facts.updates),
        "updates/",
        "updates/{ref}/withdraw/",
    ),
    "development": Case(
        kinds.DEVELOPMENT,
        lambda by: inductions.log_development("P-901", by=by, on=EARLIER, what="Statistics"),
        lambda facts: len(facts.developments),
        "development/",
        "development/{ref}/withdraw/",
    ),
    "reached": Case(
        kinds.REACHED,
        lambda by: education.reach_setting("ED-901", by=by, on=EARLIER, staff=30, said="Statistics"),
        lambda facts: len(facts.reached),
        "settings/ED-901/",
        "settings/ED-901/reached/{pk}/withdraw/",
    ),
    "step": Case(
        kinds.STEP,
        lambda by: inductions.take_step("IN-901", by=by, on=EARLIER, kind="finish", said="Statistics"),
        lambda facts: sum(row.finished is not None for row in facts.inductions),
        "inductions/IN-901/",
        "inductions/IN-901/steps/{pk}/withdraw/",
    ),
}


@pytest.fixture
def area() -> Any:
    area = AreaFactory(slug="ours")
    made.SettingFactory(area=area, ref="ED-901", name="Ash Lane Primary")
    made.InductionFactory(person=PersonFactory(body__area=area, ref="P-901", name="Somebody New"), ref="IN-901")
    return area


def facts(area: Any, *, on: Any = TODAY, known: Any = TODAY) -> Any:
    viewer = a_viewer(area, Role.TRAINING)
    return training.gather(viewer, on=on, known=known, places=(), partnership=partnership.gather(viewer, on=on, known=known, places=()))


def withdrawn(case: Case, entry: Any, by: Viewer, **more: Any) -> None:
    withdraw_entry(entry.pk, by=by, kind=case.kind, **{"on": YESTERDAY, "because": "Another council’s", **more})


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_from_its_day_on_the_findings_count_it_no_more_and_the_trail_says_so(area: Any, case: Case) -> None:
    by = a_viewer(area, Role.TRAINING)
    entry = case.enter(by)
    before = case.counts(facts(area))

    withdrawn(case, entry, by)

    assert (before, case.counts(facts(area)), case.counts(facts(area, on=YESTERDAY))) == (1, 0, 0)
    with scope(by):
        event = Event.objects.get(area_id=area.pk, verb=case.kind.verb)
        assert event.details == {"on": YESTERDAY.isoformat(), "of": EARLIER.isoformat()}
        assert case.kind.rows._default_manager.filter(pk=entry.pk).exists()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_as_at_a_day_before_or_as_known_before_it_still_counts(area: Any, case: Case) -> None:
    by = a_viewer(area, Role.TRAINING)
    entry = case.enter(by.at(by.now - timedelta(days=5)))

    withdrawn(case, entry, by)

    assert case.counts(facts(area, on=YESTERDAY - timedelta(days=1))) == 1
    assert case.counts(facts(area, known=YESTERDAY)) == 1
    assert case.counts(facts(area)) == 0


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_may_be_entered_again(area: Any, case: Case) -> None:
    by = a_viewer(area, Role.TRAINING)
    withdrawn(case, case.enter(by), by)

    case.enter(by)

    assert case.counts(facts(area)) == 1


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_twice_without_a_reason_or_before_its_day_it_is_refused(area: Any, case: Case) -> None:
    by = a_viewer(area, Role.TRAINING)
    entry = case.enter(by)

    with pytest.raises(Refused, match="Say why"):
        withdrawn(case, entry, by, because=" ")
    with pytest.raises(Refused, match="has not come yet"):
        withdrawn(case, entry, by, on=TODAY + timedelta(days=1))
    withdrawn(case, entry, by)
    with pytest.raises(Refused, match="withdrawn already"):
        withdrawn(case, entry, by)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_whoever_could_not_enter_it_cannot_withdraw_it_and_the_next_council_does_not_find_it(area: Any, case: Case) -> None:
    entry = case.enter(a_viewer(area, Role.TRAINING))

    with pytest.raises(PermissionDenied):
        withdrawn(case, entry, a_viewer(area, Role.PARTNER))
    with pytest.raises(ObjectDoesNotExist):
        withdrawn(case, entry, the_stranger())


@pytest.mark.parametrize("name", ["development", "step"])
def test_who_may_not_see_names_withdraws_nothing_of_a_person(area: Any, name: str) -> None:
    entry = CASES[name].enter(a_viewer(area, Role.TRAINING))

    with pytest.raises(PermissionDenied):
        withdrawn(CASES[name], entry, a_viewer(area, Role.CLERK))


def test_what_is_shown_today_counts_without_it(area: Any) -> None:
    by = a_viewer(area, Role.TRAINING)

    for case in CASES.values():
        withdrawn(case, case.enter(by), by)

    with scope(by):
        assert days_told(by) == []
        seen = setting_row(by, settings(by).get(), on=TODAY)
        assert (len(seen.recorded), seen.reached, seen.lately, seen.last) == (1, (), 0, None)
        [row] = induction_rows(by, on=TODAY)
        assert (len(row.recorded), row.steps, row.finished, row.is_open) == (1, (), None, True)


def test_search_says_of_an_update_that_it_was_withdrawn(area: Any) -> None:
    by = a_viewer(area, Role.TRAINING)

    withdrawn(CASES["update"], CASES["update"].enter(by), by)

    with scope(by):
        kept = list(Entry.objects.filter(kind="staff-update").values_list("title", flat=True))
        rebuild(everything_searchable(by), by=by)
        assert kept == list(Entry.objects.filter(kind="staff-update").values_list("title", flat=True)) == ["Statistics (withdrawn)"]


def test_of_an_account_without_a_person_it_is_said_whether_it_was_the_reader(area: Any) -> None:
    one, another = (replace(a_viewer(area, Role.TRAINING), user_id=number) for number in (1, 2))
    case = CASES["update"]
    entry = case.enter(one)
    withdrawn(case, entry, one)

    with scope(one):
        [row] = kinds.entries(one, case.kind).select_related("withdrawal")
        assert kinds.withdrawn_by(one, case.kind, [row]) == {str(row.pk): "you"}
        assert kinds.withdrawn_by(another, case.kind, [row]) == {str(row.pk): "somebody else"}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_page_shows_it_struck_with_who_withdrew_it_when_and_why(area: Any, case: Case) -> None:
    lead, member = Client(), Client()
    user = sign_in(lead, area, Role.TRAINING)
    Membership.objects.filter(user=user).update(person=PersonFactory(body__area=area, name="The lead"))
    sign_in(member, area, Role.MEMBER)
    entry = case.enter(replace(a_viewer(area, Role.TRAINING), now=timezone.now()))
    there = f"/ours/training/{case.withdraw.format(pk=entry.pk, ref=getattr(entry, 'ref', ''))}"
    day = timezone.localdate()

    offered = there in lead.get(f"/ours/training/{case.page}").content.decode()
    answer = lead.post(there, {"because": "Another council’s", "on": f"{day:%d/%m/%Y}"}, follow=True)

    assert (offered, answer.status_code, member.get(there).status_code) == (True, 200, 403)
    page = lead.get(f"/ours/training/{case.page}")
    assert "by The lead: Another council’s" in words(page)
    assert "<s>" in page.content.decode()
    assert there not in page.content.decode()
