"""Reads for the page of a reminder, opened without an account: what somebody has to do, or how many of a manager's people have."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidTag

from dueregard.access.viewer import Viewer
from dueregard.accounts import queries as accounts
from dueregard.organisations.queries.asked import Asked
from dueregard.privacy.cipher import seal, unseal
from dueregard.training.models import Course, Learner
from dueregard.training.queries.courses import required
from dueregard.training.queries.reminders import everybody, terms
from dueregard.training.rules.reminders import MISSING, Somebody, is_due
from dueregard.training.rules.requirements import Required

MOST_PEOPLE = 200  # of one manager whose people are looked at for a page


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Whose reminder was opened, and until when its page opens."""

    learner: int
    is_to_manager: bool
    until: date


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One course that is due: where it is, whether it is overdue; for a manager of how many people."""

    title: str
    address: str
    is_overdue: bool
    people: int


def sealed_for(viewer: Viewer, learner: int, *, is_to_manager: bool, until: date) -> str:
    """What stands in the address of a reminder's page: nobody can read from it whose it is, nor make one."""
    said = f"{'m' if is_to_manager else 'l'} {learner} {until.isoformat()}"
    return seal(said, belongs_to=f"reminder:{viewer.area_id}").rstrip("=")


def opened(viewer: Viewer, sealed: str) -> Opened | None:
    """Whose reminder an address is of; None for one that was not made here."""
    try:
        whose, learner, until = unseal(sealed + "=" * (-len(sealed) % 4), belongs_to=f"reminder:{viewer.area_id}").split()
    except (ValueError, InvalidTag):
        return None
    return Opened(learner=int(learner), is_to_manager=whose == "m", until=date.fromisoformat(until))


def area_viewer(of: str, *, now: Any) -> Viewer | None:
    """Somebody who may do nothing in an area: whoever opens a reminder is nobody here."""
    area = accounts.areas().filter(slug=of).first()
    return Viewer(area=area.slug, area_id=area.pk, area_name=area.name, now=now) if area else None


def asking(viewer: Viewer, found: Opened) -> list[Asking]:
    """What is due or overdue today: of somebody, or of the people of their manager. None once it is done, or they left."""
    on, on_terms = viewer.today, terms(viewer)
    wanted = [each for each in required(Asked(viewer=viewer, on=on, known=viewer.today)) if each.is_mandatory]
    due: Counter[Required] = Counter()
    overdue: set[Required] = set()
    for who in _people(viewer, found):
        for each in wanted:
            if is_due(who, each, on=on, terms=on_terms):
                due[each] += 1
                overdue |= {each} if who.stands(each, on=on) in MISSING else set()
    where = dict(Course.objects.filter(area=viewer.area_id).values_list("pk", "address"))
    return [
        Asking(title=each.title, address=where.get(each.courses[0], ""), is_overdue=each in overdue, people=number)
        for each, number in sorted(due.items(), key=lambda pair: (pair[0] not in overdue, pair[0].title))
    ]


def _people(viewer: Viewer, found: Opened) -> list[Somebody]:
    of_area = Learner.objects.filter(area=viewer.area_id)
    keys = [found.learner]
    if found.is_to_manager:
        manager = of_area.filter(pk=found.learner).values_list("manager", flat=True).first()
        keys = list(of_area.filter(manager=manager).values_list("pk", flat=True)[:MOST_PEOPLE]) if manager else []
    return list(everybody(viewer, on=viewer.today, only=keys))
