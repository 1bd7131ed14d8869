"""The Viewer: who is asking, in which area, with which roles, and at what moment. Every query starts from one."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied

from dueregard.access.roles import GRANTS, Permission, Role
from dueregard.basics.dates import day_of


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """Who is asking. `now` is the one clock: deeds stamp rows with it, pages take today from it."""

    area: str  # the area's slug, first in every address
    area_id: int
    area_name: str
    now: datetime
    user_id: int | None = None
    person_id: UUID | None = None
    label: str = ""  # who the page says is signed in
    roles: frozenset[Role] = frozenset()
    is_cleared: bool = False  # a recorded clearance that is in force today
    link_id: UUID | None = None  # the link somebody without an account answers by
    round_ref: str | None = None  # the one round a reviewer may read
    is_invented: bool = False  # the area is example data: nothing in it is anybody's
    machine: str = ""  # "operator" or "worker": the only two that are not a person
    other_areas: tuple[tuple[str, str], ...] = field(default=(), compare=False)  # slug and name, for the area switch

    @classmethod
    def operator(cls, *, area: str, area_id: int, area_name: str, now: datetime, is_invented: bool = False) -> "Viewer":
        """The command line: may do everything in the area, and never has case content."""
        where: dict[str, Any] = {"area": area, "area_id": area_id, "area_name": area_name, "is_invented": is_invented}
        return cls(**where, now=now, label="The operator", is_cleared=True, machine="operator")

    @classmethod
    def worker(cls, *, area: str, area_id: int, area_name: str, now: datetime) -> "Viewer":
        """The worker that sends what is in the outbox: the area's rows, never case content."""
        return cls(area=area, area_id=area_id, area_name=area_name, now=now, label="The worker", machine="worker")

    def at(self, moment: datetime) -> "Viewer":
        """The same viewer at another moment, as a file is loaded with the dates it was typed on."""
        return replace(self, now=moment)

    @cached_property
    def today(self) -> date:
        """The day of the request, in the time the council lives by."""
        return day_of(self.now)

    @property
    def stamp(self) -> dict[str, Any]:
        """What every new row is written with: whose it is and when it was typed."""
        return {"area_id": self.area_id, "typed_at": self.now}

    @property
    def reads_sensitive(self) -> bool:
        """May read Official-Sensitive records: a role that may, and a clearance in force."""
        return self.is_cleared and self.may(Permission.SENSITIVE_READ)

    def may(self, permission: Permission) -> bool:
        """Whether any of the viewer's roles grants this."""
        return bool(self.machine) or any(permission in GRANTS[role] for role in self.roles)

    def must(self, permission: Permission) -> None:
        """Refuse the deed if no role grants this."""
        if not self.may(permission):
            raise PermissionDenied(f"Your role here does not allow this: {permission.label.lower()}")

    def must_any(self, permissions: Iterable[Permission]) -> None:
        """Refuse the deed unless one of these is granted."""
        wanted = list(permissions)
        if not any(self.may(permission) for permission in wanted):
            self.must(wanted[0])
