"""Reads of bodies and teams."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Body, BodyEnd, Team
from dueregard.organisations.queries.as_at import holdings
from dueregard.organisations.rules import PostKind


def bodies(viewer: Viewer) -> QuerySet[Body]:
    """The area's bodies, by name."""
    return Body.objects.filter(area=viewer.area_id).order_by("name")


def open_bodies(viewer: Viewer, *, on: date) -> QuerySet[Body]:
    """The bodies there are on a day: those not closed before it."""
    return bodies(viewer).filter(~Exists(BodyEnd.objects.filter(body=OuterRef("pk"), on__lt=on)))


def bodies_called(viewer: Viewer, *, name: str, on: date) -> QuerySet[Body]:
    """The bodies there are on a day that have a name, however it is written large or small."""
    return open_bodies(viewer, on=on).filter(name__iexact=name.strip())


def closed_on(viewer: Viewer, *, body: Body) -> date | None:
    """The last day of a body that closed."""
    return BodyEnd.objects.filter(area=viewer.area_id, body=body).values_list("on", flat=True).first()


def body_to_change(viewer: Viewer) -> QuerySet[Body]:
    """The area's bodies, locked as they are fetched."""
    return Body.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def teams(viewer: Viewer) -> QuerySet[Team]:
    """The area's teams, by name, each with its body."""
    return Team.objects.filter(area=viewer.area_id).select_related("body").order_by("name")


def body_choices(viewer: Viewer, *, on: date) -> list[tuple[str, str]]:
    """The bodies there are on a day, to pick from: ref and name."""
    return list(open_bodies(viewer, on=on).values_list("ref", "name"))


@dataclass(frozen=True, kw_only=True)
class BodyRow:
    """One body of a list, with who its designated leader is."""

    body: Body
    leaders: tuple[str, ...]  # titles of the posts, each with who holds it
    closed: date | None

    @property
    def lacks_leader(self) -> bool:
        """A specified authority, still there, without a designated leader."""
        return self.body.is_specified and not self.leaders and self.closed is None


def body_rows(viewer: Viewer, *, on: date) -> tuple[BodyRow, ...]:
    """Every body with its designated leader on a day; the closed ones last."""
    still = Q(ending__isnull=True) | Q(ending__on__gte=on)
    leaders: dict[UUID, list[str]] = {}
    for holding in holdings(viewer, kinds=[PostKind.DESIGNATED_LEADER]).filter(still, on__lte=on):
        leaders.setdefault(holding.post.body_id, []).append(f"{holding.post.title} ({holding.person.name})")
    rows = [
        BodyRow(body=body, leaders=tuple(leaders.get(body.pk, ())), closed=body.ending.on if hasattr(body, "ending") else None)
        for body in bodies(viewer).select_related("ending")
    ]
    return tuple(sorted(rows, key=lambda row: row.closed is not None and row.closed < on))
