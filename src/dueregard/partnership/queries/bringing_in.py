"""What files from outside are set beside: the seats, people, posts and bodies there are, the meetings and actions recorded already."""

from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries import holdings_on, open_bodies, people_at
from dueregard.partnership.models import Group
from dueregard.partnership.queries.actions import actions, with_rows
from dueregard.partnership.queries.groups import memberships, seats
from dueregard.partnership.queries.meetings import attendance, last_typed, meetings, state_of
from dueregard.partnership.rules.bringing_in import acting, at_table
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.groups import CHAIRS, MemberRole, Sector
from dueregard.partnership.rules.meetings import Presence
from dueregard.sheets.rules.naming import Candidate, whole


def _until(row: Any) -> date | None:
    return row.ending.on if hasattr(row, "ending") else None


def at_the_table(viewer: Viewer, group: Group) -> at_table.There:
    """Who has or had a place at a group's table, and what is recorded of its meetings; the same number of queries however many."""
    held = {seat.ref: seat for seat in seats(viewer).filter(group=group)}
    members = list(memberships(viewer).filter(group=group))
    places: dict[str, list[at_table.Held]] = {}
    for member in members:
        if member.seat:
            place = at_table.Held(ref=member.ref, says=member.person.name, on=member.on, until=_until(member), seat=member.seat.ref)
            places.setdefault(member.person.ref, []).append(place)
    return at_table.There(
        today=viewer.today,
        group=at_table.Held(ref=group.ref, says=group.name, on=group.on, until=_until(group)),
        seats={ref: at_table.Held(ref=ref, says=_seat_says(seat), on=seat.on, until=_until(seat)) for ref, seat in held.items()},
        places=places,
        candidates=[*_seat_candidates(held.values()), *_person_candidates(viewer, members), *_bodies_without_seat(viewer, held.values())],
        meetings=_met(viewer, group),
    )


def _seat_says(seat: Any) -> str:
    sector = Sector(seat.sector).label.lower() if seat.sector else seat.get_kind_display().lower()
    return f"Seat {seat.ref}, {seat.body.name} ({sector})"


def _seat_candidates(held: Any) -> list[Candidate]:
    """The seats by their ref, their body and, where no other seat has it, their sector."""
    sectors = [seat.sector for seat in held if seat.sector]
    found = []
    for seat in held:
        names = [seat.ref, seat.body.name]
        names += [Sector(seat.sector).label] if sectors.count(seat.sector) == 1 else []
        names += [f"{seat.body.name}, {Sector(seat.sector).label}"] if seat.sector else []
        found.append(Candidate(key=f"seat:{seat.ref}", says=_seat_says(seat), names=tuple(names)))
    return found


def _person_candidates(viewer: Viewer, members: list[Any]) -> list[Candidate]:
    """The area's people by name, by the posts they hold and, where nobody else is it, by what they are on the group."""
    titles: dict[str, list[str]] = {}
    for holding in holdings_on(viewer, on=viewer.today):
        titles.setdefault(holding.person.ref, []).append(holding.post.title)
    chairs = [member for member in members if member.role in CHAIRS and _until(member) is None]
    for member in chairs if len(chairs) == 1 else []:
        titles.setdefault(member.person.ref, []).append(MemberRole(member.role).label)
    return [
        Candidate(key=f"person:{row.person.ref}", says=row.words, names=(row.person.ref, row.person.name, *titles.get(row.person.ref, [])))
        for row in people_at(viewer, on=viewer.today)
    ]


def _bodies_without_seat(viewer: Viewer, held: Any) -> list[Candidate]:
    seated = {seat.body_id for seat in held}
    bodies = open_bodies(viewer, on=viewer.today).exclude(pk__in=seated)
    return [Candidate(key=f"body:{body.ref}", says=f"{body.name}, without a seat", names=(body.ref, body.name)) for body in bodies]


def _met(viewer: Viewer, group: Group) -> list[at_table.Met]:
    rows: dict[Any, list[Any]] = {}
    for row in last_typed(attendance(viewer).filter(meeting__group=group)):
        rows.setdefault(row.meeting_id, []).append(row)
    found = []
    for meeting in meetings(viewer).filter(group=group):
        state = state_of(meeting)
        stood = {_key(row): _stood(row) for row in rows.get(meeting.pk, [])}
        met = at_table.Met(ref=state.ref, day=state.day, stage=state.stage, took_place=state.took_place, stood=stood)
        found.append(met)
    return found


def _key(row: Any) -> str:
    if row.seat:
        return f"seat:{row.seat.ref}"
    return f"person:{row.person.ref}" if row.person else f"body:{row.body.ref}"


def _stood(row: Any) -> at_table.Stood:
    return at_table.Stood(presence=Presence(row.presence), person=row.person.ref if row.person else "")


def recorded_actions(viewer: Viewer, group: Group) -> acting.There:
    """The actions of a group, and every body, person and post that may own one."""
    rows = with_rows(actions(viewer).filter(group=group), as_at=viewer.today)
    candidates, owners = who_may_own(viewer, group)
    return acting.There(today=viewer.today, actions=[_existing(action) for action in rows], candidates=candidates, owners=owners)


def who_may_own(viewer: Viewer, group: Group | None) -> tuple[list[Candidate], dict[str, tuple[str, str]]]:
    """Every body, person and post that may own something, by the names each goes by; and the refs of body and person of each."""
    people = people_at(viewer, on=viewer.today)
    bodies = list(open_bodies(viewer, on=viewer.today))
    owners = {f"body:{body.ref}": (body.ref, "") for body in bodies}
    owners |= {f"person:{row.person.ref}": (row.body.ref, row.person.ref) for row in people if row.body}
    sectors = _sectors(viewer, group) if group else {}
    candidates = [Candidate(key=f"body:{one.ref}", says=one.name, names=(one.ref, one.name, *sectors.get(one.pk, ()))) for one in bodies]
    named = _person_candidates(viewer, [])
    return [*candidates, *(one for one in named if one.key in owners)], owners


def _sectors(viewer: Viewer, group: Group) -> dict[UUID, list[str]]:
    """The sectors each body alone holds a seat of, since a log says Police where it means the force."""
    held = [(seat.sector, seat.body_id) for seat in seats(viewer, on=viewer.today).filter(group=group) if seat.sector]
    named: dict[UUID, list[str]] = {}
    for sector, body in set(held):
        if len({other for one, other in held if one == sector}) == 1:
            named.setdefault(body, []).append(Sector(sector).label)
    return named


def _existing(action: Any) -> acting.Existing:
    dues, steps = list(action.dues.all()), list(action.steps.all())
    said = [row.words for row in action.updates.all()] + [row.because for row in steps]
    return acting.Existing(
        ref=action.ref,
        what=action.what,
        on=action.on,
        due=dues[-1].due if dues else None,
        status=ActionStatus(steps[-1].status) if steps else ActionStatus.OPEN,
        said=frozenset(whole(words) for words in said if words),
    )
