"""Reads before there is a Viewer: to make one, to let somebody in, and for the command line. The only place that lists areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.models import Clearance, Invitation, Membership, User
from dueregard.accounts.queries.answering import Answering, answer_links, state_of_link
from dueregard.accounts.rules import InvitationState, digest_of
from dueregard.basics.dates import day_of
from dueregard.organisations import queries as organisations


def _in_force(on: date) -> Q:
    return Q(on__lte=on) & (Q(until__isnull=True) | Q(until__gte=on))


def areas(viewer: Viewer | None = None, *, user: User | None = None, on: date | None = None) -> QuerySet[Any]:
    """The areas of an install: all of them for the command line (no user), or those somebody holds a role in."""
    if user is None or on is None:
        return organisations.areas()
    mine = Membership.objects.filter(_in_force(on), user=user).values("area")
    return organisations.areas().filter(pk__in=mine)


def users(viewer: Viewer | None = None) -> QuerySet[User]:
    """Every account of the install, by address: for the command line alone."""
    return User.objects.order_by("email")


@dataclass(frozen=True)
class HeldRole:
    """One role somebody holds, with what is asked of the person before any scope exists. No person: that table is guarded by area."""

    user_id: int
    area_id: int
    area: str
    area_name: str
    requires_second_factor: bool
    role: Role
    round_ref: str
    until: date | None
    person_id: UUID | None
    is_cleared: bool
    has_second_factor: bool


def roles_held(user: User, *, on: date) -> list[HeldRole]:
    """What somebody is in which area on a day, whether they are cleared and have a second factor: one query a request."""
    cleared = Clearance.objects.filter(user=OuterRef("user"), seen_on__lte=on, until__gte=on)
    second = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    held = (
        Membership.objects.filter(_in_force(on), user=user.pk, user__is_active=True)
        .annotate(is_cleared=Exists(cleared), has_second=Exists(second))
        .order_by("area__name", "role", "pk")
        .values_list(
            "user",
            "area",
            "area__slug",
            "area__name",
            "area__requires_second_factor",
            "role",
            "round_ref",
            "until",
            "person",
            "is_cleared",
            "has_second",
        )
    )
    return [HeldRole(*row[:5], Role(row[5]), *row[6:]) for row in held]


def needs_second_factor(held: Iterable[HeldRole]) -> bool:
    """Whether one of the areas asks for a second factor that this person has not set up yet."""
    return any(role.requires_second_factor and not role.has_second_factor for role in held)


def viewer_for(user: User, slug: str, *, now: datetime) -> Viewer | None:
    """The Viewer somebody is in an area at a moment; None if they hold no role there."""
    return viewer_from(roles_held(user, on=day_of(now)), slug, now=now)


def viewers_of(user: User, *, now: datetime) -> list[Viewer]:
    """The Viewers somebody is, one for each of their areas, by name: for the pages that look over all of them."""
    held = roles_held(user, on=day_of(now))
    viewers = (viewer_from(held, slug, now=now) for slug in dict.fromkeys(role.area for role in held))
    return [viewer for viewer in viewers if viewer]


def viewer_from(held: list[HeldRole], slug: str, *, now: datetime) -> Viewer | None:
    """The Viewer that these roles make in an area; None if none of them is held there."""
    here = [role for role in held if role.area == slug]
    if not here:
        return None
    roles = frozenset(role.role for role in here)
    return Viewer(
        area=here[0].area,
        area_id=here[0].area_id,
        area_name=here[0].area_name,
        now=now,
        user_id=here[0].user_id,
        person_id=next((role.person_id for role in here if role.person_id), None),
        label=", ".join(sorted(role.label for role in roles)),
        roles=roles,
        is_cleared=here[0].is_cleared,
        round_ref=next((role.round_ref for role in here if role.round_ref), None),
        other_areas=tuple(sorted({(role.area, role.area_name) for role in held if role.area != slug})),
    )


def user_by_email(email: str) -> User | None:
    """The account with this address, if there is one: asked at sign-in, for an invitation, and by the command line."""
    return User.objects.filter(email=email.strip().lower()).first()


def has_second_factor(user: User) -> bool:
    """Whether somebody is asked for a code when they sign in."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def own_clearance(user: User, *, on: date) -> Clearance | None:
    """The clearance somebody holds on a day, with its level: for their own page alone."""
    return Clearance.objects.filter(user=user, seen_on__lte=on, until__gte=on).order_by("-until").first()


def invitation_by_digest(digest: str, *, now: datetime, to_change: bool = False) -> Invitation | None:
    """The open invitation with this secret; None for one that is wrong, used, withdrawn or too old: nobody learns which."""
    wanted = Invitation.objects.filter(secret_digest=digest).select_related("area")
    found = (wanted.select_for_update(of=("self",)) if to_change else wanted).first()
    return found if found and found.state_at(now) is InvitationState.OPEN else None


def answering(slug: str, secret: str, *, now: datetime) -> Answering | None:
    """Whom a secret lets in, in the area its address names; None for one that is not known there."""
    area = organisations.areas().filter(slug=slug).first()
    if area is None:
        return None
    nobody = Viewer(area=area.slug, area_id=area.pk, area_name=area.name, now=now)
    with scope(nobody):
        link = answer_links(nobody).filter(secret_digest=digest_of(secret)).first()
    if link is None:
        return None
    viewer = Viewer(
        area=area.slug,
        area_id=area.pk,
        area_name=area.name,
        now=now,
        person_id=link.person_id,
        label=f"{link.person.name}, by a link",
        roles=frozenset({Role.ANSWERER}),
        link_id=link.pk,
        is_invented=area.is_invented,
    )
    state = state_of_link(link, on=day_of(now))
    return Answering(state=state, purpose=link.purpose, person=link.person.name, body=link.body.name, until=link.until, viewer=viewer)
