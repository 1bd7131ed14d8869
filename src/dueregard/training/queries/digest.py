"""What the training lead's week brought: what came due, who is overdue or never had it, joiners, returns and files that wait."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries as accounts
from dueregard.dispatch import queries as dispatch
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.queries.remembering import remembered
from dueregard.training.models import Import
from dueregard.training.queries import workforce
from dueregard.training.queries.courses import required
from dueregard.training.queries.imports import imports
from dueregard.training.queries.reminders import everybody
from dueregard.training.queries.returned import Answering, answering
from dueregard.training.rules.imports import ImportState
from dueregard.training.rules.reminders import Counted, counted, digest_key
from dueregard.training.rules.returns import BodyStands

FILE_DAYS = 28  # ours: rows that a file left over and nobody dealt with in four weeks are no longer news


@dataclass(frozen=True, kw_only=True)
class Digest:
    """The week of the training programme, in numbers."""

    on: date
    people: int  # in scope and at work
    counted: tuple[Counted, ...]
    returns: tuple[Answering, ...]  # not in
    files: tuple[Import, ...]  # that left rows over

    @property
    def is_news(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.returns or self.files or any(row.is_news for row in self.counted))


def digest(viewer: Viewer) -> Digest:
    """The week up to today, worked out once for as long as nothing is recorded."""
    return remembered(viewer, ("digest", viewer.today), lambda: _digest(viewer))


def _digest(viewer: Viewer) -> Digest:
    on = viewer.today
    asked = Asked(viewer=viewer, on=on, known=on)
    people, names = list(everybody(viewer, on=on)), dict(workforce.profiles(viewer).values_list("ref", "name"))
    return Digest(
        on=on,
        people=len(people),
        counted=tuple(
            replace(counted(people, each, on=on), profile=names.get(each.profile, "")) for each in required(asked) if each.is_mandatory
        ),
        returns=tuple(row for row in answering(asked) if row.is_missing or row.stands is BodyStands.OVERDUE),
        files=tuple(files_left(viewer, on=on)),
    )


def files_left(viewer: Viewer, *, on: date) -> list[Import]:
    """The files brought in lately that left rows over: not matched, or not taken; newest first."""
    lately = imports(viewer).filter(state=ImportState.DONE, withdrawal=None, on__gt=on - timedelta(days=FILE_DAYS), on__lte=on)
    return [row for row in lately if row.rows_ambiguous + row.rows_rejected]


def readers(viewer: Viewer) -> list[tuple[int, str]]:
    """Who is told of the week: the training leads of the area, otherwise its Prevent leads; account and address, each once."""
    held = [row for row in accounts.memberships_held(viewer) if row.on <= viewer.today and row.user.is_active]
    for role in (Role.TRAINING, Role.LEAD):
        found = {row.user_id: row.user.email for row in held if row.role == role}
        if found:
            return sorted(found.items())
    return []


def is_told(viewer: Viewer, reader: int) -> bool:
    """Whether somebody was told of this week already."""
    return dispatch.messages(viewer).filter(key=digest_key(viewer.today, reader)).exists()
