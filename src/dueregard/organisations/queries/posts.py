"""Reads of posts and who holds them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Post, PostHolding
from dueregard.organisations.queries.as_at import holdings


def posts(viewer: Viewer) -> QuerySet[Post]:
    """The area's posts, by title, each with its body and, where it was given up, its ending."""
    return Post.objects.filter(area=viewer.area_id).select_related("body", "ending").order_by("title")


def post_to_change(viewer: Viewer) -> QuerySet[Post]:
    """The area's posts, locked as they are fetched."""
    return Post.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def holdings_from(viewer: Viewer, *, on: date) -> QuerySet[PostHolding]:
    """The holdings that a new one from a day would run beside: those that have not ended before it."""
    return holdings(viewer).filter(Q(ending__isnull=True) | Q(ending__on__gte=on))


def holdings_on(viewer: Viewer, *, on: date) -> QuerySet[PostHolding]:
    """Who holds which post on a day."""
    return holdings_from(viewer, on=on).filter(on__lte=on)


@dataclass(frozen=True, kw_only=True)
class PostRow:
    """One post of a list, with who holds it; `vacant_since` where nobody does: the day after the last, or the day it was set up."""

    post: Post
    holders: tuple[PostHolding, ...]
    given_up: date | None
    last_day: date | None  # the last day anybody held it

    @property
    def is_vacant(self) -> bool:
        """There, and held by nobody."""
        return not self.holders and self.given_up is None


def post_rows(viewer: Viewer, *, on: date, body: UUID | None = None) -> tuple[PostRow, ...]:
    """Every post of the area (or of one body) with who holds it on a day; those given up last."""
    held: dict[UUID, list[PostHolding]] = {}
    last: dict[UUID, date] = {}
    for holding in holdings(viewer).filter(on__lte=on):
        ended = holding.ending.on if hasattr(holding, "ending") else None
        if ended is None or ended >= on:
            held.setdefault(holding.post_id, []).append(holding)
        else:
            last[holding.post_id] = max(ended, last.get(holding.post_id, ended))
    found = posts(viewer) if body is None else posts(viewer).filter(body=body)
    rows = [
        PostRow(
            post=post,
            holders=tuple(held.get(post.pk, ())),
            given_up=post.ending.on if hasattr(post, "ending") else None,
            last_day=last.get(post.pk),
        )
        for post in found
    ]
    return tuple(sorted(rows, key=lambda row: row.given_up is not None and row.given_up < on))


def post_choices(viewer: Viewer, *, on: date) -> list[tuple[str, str]]:
    """The posts there are on a day, to pick from: ref, and title with body."""
    found = posts(viewer).filter(Q(ending__isnull=True) | Q(ending__on__gte=on)).values_list("ref", "title", "body__name")
    return [(ref, f"{title}, {body}") for ref, title, body in found]
