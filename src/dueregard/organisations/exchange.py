"""The area file's part on bodies and people: standings, bodies, teams, people, posts with who held them, and other areas.

Additions run first, since a person may have been typed long after the post they held; what follows runs in the order in which it was typed,
as it did when it was typed, so that no refusal comes of the order.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import Dated, FileDeed, Part, Strict, held_in, typed_as_written, typed_moment
from dueregard.organisations import actions, queries
from dueregard.organisations.models import AreaStanding, Body, Person, Post, PostHolding, Succession, Team

FIRST = date.min


@held_in(AreaStanding)
class StandingPart(Dated):
    """A standing of the area, from its date."""

    standing: str
    value: str
    because: str


class LastDay(Dated):
    """The last day of something."""


@held_in(Body)
class BodyPart(Dated):
    """A body."""

    ref: str
    name: str
    kind: str
    specified: bool = False
    closed: LastDay | None = None


@held_in(Team)
class TeamPart(Dated):
    """A team of a body."""

    ref: str
    body: str
    name: str


class MovePart(Dated):
    """The body somebody belonged to from a date; none where it is left out."""

    body: str | None = None


@held_in(Person)
class PersonPart(Dated):
    """A person."""

    ref: str
    name: str
    email: str = ""
    body: str | None = None
    moved: list[MovePart] = []


@held_in(PostHolding)
class HoldingPart(Dated):
    """Who held a post from a date, and their last day in it."""

    person: str
    because: str = ""
    left: LastDay | None = None


@held_in(Post)
class PostPart(Dated):
    """A post and everybody who held it."""

    ref: str
    body: str
    kind: str
    title: str
    held: list[HoldingPart] = []
    given_up: LastDay | None = None


class ServingPart(Dated):
    """Another area that this one serves."""

    area: str
    stopped: LastDay | None = None


@held_in(Succession)
class SuccessionPart(Dated):
    """Another area that this one took over from."""

    area: str
    share: str


class Shape(Strict):
    """The whole part."""

    standings: list[StandingPart] = []
    bodies: list[BodyPart] = []
    teams: list[TeamPart] = []
    people: list[PersonPart] = []
    posts: list[PostPart] = []
    serves: list[ServingPart] = []
    succeeds: list[SuccessionPart] = []


Path = tuple[str | int, ...]


def _deed(row: Dated, path: Path, do: Any, *, first: bool = False, **asked: Any) -> FileDeed:
    typed = typed_moment(row.date, row.typed)
    call = partial(_do, do, on=row.date, **asked)
    return FileDeed(on=FIRST if first else typed.date(), path=path, do=call, typed=typed)


def _do(do: Any, by: Viewer, **asked: Any) -> object:
    about = [asked.pop("about")]
    return do(*about, by=by, **asked)


def deeds(shape: Shape) -> Iterator[FileDeed]:
    """What the file asks for, each through the action a page would use."""
    asked: dict[str, Any]
    for n, body in enumerate(shape.bodies):
        asked = {"about": body.name, "kind": body.kind, "is_specified": body.specified, "ref": body.ref}
        yield _deed(body, ("bodies", n), actions.add_body, first=True, **asked)
    for n, team in enumerate(shape.teams):
        yield _deed(team, ("teams", n), actions.add_team, first=True, about=team.name, body=team.body, ref=team.ref)
    for n, person in enumerate(shape.people):
        asked = {"about": person.name, "email": person.email, "body": person.body, "ref": person.ref}
        yield _deed(person, ("people", n), actions.add_person, first=True, **asked)
    for n, post in enumerate(shape.posts):
        asked = {"about": post.title, "kind": post.kind, "body": post.body, "ref": post.ref}
        yield _deed(post, ("posts", n), actions.add_post, first=True, **asked)
    for n, said in enumerate(shape.standings):
        asked = {"about": said.standing, "value": said.value, "because": said.because}
        yield _deed(said, ("standings", n), actions.say_standing, **asked)
    yield from _happened(shape)
    yield from _other_areas(shape)


def _happened(shape: Shape) -> Iterator[FileDeed]:
    for n, person in enumerate(shape.people):
        for k, move in enumerate(person.moved):
            yield _deed(move, ("people", n, "moved", k), actions.move_person, about=person.ref, body=move.body)
    for n, post in enumerate(shape.posts):
        yield from _held(post, ("posts", n))
    for n, body in enumerate(shape.bodies):
        if body.closed:
            yield _deed(body.closed, ("bodies", n, "closed"), actions.close_body, about=body.ref)


def _held(post: PostPart, path: Path) -> Iterator[FileDeed]:
    for k, held in enumerate(post.held):
        place = (*path, "held", k)
        yield _deed(held, place, actions.hold_post, about=post.ref, person=held.person, because=held.because)
        if held.left:
            yield _deed(held.left, (*place, "left"), actions.leave_post, about=post.ref, person=held.person)
    if post.given_up:
        yield _deed(post.given_up, (*path, "given_up"), actions.give_up_post, about=post.ref)


def _other_areas(shape: Shape) -> Iterator[FileDeed]:
    for n, served in enumerate(shape.serves):
        yield _deed(served, ("serves", n), actions.serve, about=served.area)
        if served.stopped:
            yield _deed(served.stopped, ("serves", n, "stopped"), actions.stop_serving, about=served.area)
    for n, before in enumerate(shape.succeeds):
        yield _deed(before, ("succeeds", n), actions.succeed, about=before.area, share=before.share)


def _row(on: date, typed_at: datetime, **rest: Any) -> dict[str, Any]:
    """A row as a file has it: keys without a value left out."""
    row = {"date": on, "typed": typed_as_written(on, typed_at), **rest}
    return {key: value for key, value in row.items() if value not in (None, "", [], False)}


def _last_day(row: Any) -> dict[str, Any] | None:
    return _row(row.ending.on, row.ending.typed_at) if hasattr(row, "ending") else None


def _posts(viewer: Viewer) -> Iterator[dict[str, Any]]:
    held: dict[Any, list[dict[str, Any]]] = {}
    for holding in queries.holdings(viewer).order_by("typed_at", "on", "person__ref"):
        row = _row(holding.on, holding.typed_at, person=holding.person.ref, because=holding.because, left=_last_day(holding))
        held.setdefault(holding.post_id, []).append(row)
    for post in queries.posts(viewer).order_by("typed_at", "ref"):
        about = {"ref": post.ref, "body": post.body.ref, "kind": post.kind, "title": post.title}
        yield _row(post.on, post.typed_at, **about, held=held.get(post.pk), given_up=_last_day(post))


def _people(viewer: Viewer) -> Iterator[dict[str, Any]]:
    moved: dict[Any, list[dict[str, Any]]] = {}
    for move in queries.person_moves(viewer).order_by("typed_at", "on"):
        moved.setdefault(move.person_id, []).append(_row(move.on, move.typed_at, body=move.body.ref if move.body else None))
    for person in queries.people(viewer).order_by("typed_at", "ref"):
        about = {"ref": person.ref, "name": person.name, "email": person.email, "body": person.body.ref if person.body else None}
        yield _row(person.on, person.typed_at, **about, moved=moved.get(person.pk))


def _bodies(viewer: Viewer) -> Iterator[dict[str, Any]]:
    for body in queries.bodies(viewer).select_related("ending").order_by("typed_at", "ref"):
        about = {"ref": body.ref, "name": body.name, "kind": body.kind, "specified": body.is_specified}
        yield _row(body.on, body.typed_at, **about, closed=_last_day(body))


def _others(viewer: Viewer) -> dict[str, list[dict[str, Any]]]:
    serves = []
    for other in queries.serves(viewer):
        stopped = _row(other.until, other.until_typed_at) if other.until and other.until_typed_at else None
        serves.append(_row(other.on, other.typed_at, area=other.slug, stopped=stopped))
    succeeds = [_row(other.on, other.typed_at, area=other.slug, share=other.share) for other in queries.all_predecessors(viewer)]
    return {"serves": serves, "succeeds": succeeds}


def write(viewer: Viewer) -> dict[str, Any]:
    """Everything of this part that the viewer may read, in a fixed order; without the tier for whoever may not read that."""
    standings = queries.standings(viewer).order_by("typed_at", "on", "standing")
    teams = queries.teams(viewer).order_by("typed_at", "ref")
    parts = {
        "standings": [_row(said.on, said.typed_at, standing=said.standing, value=said.value, because=said.because) for said in standings],
        "bodies": list(_bodies(viewer)),
        "teams": [_row(team.on, team.typed_at, ref=team.ref, body=team.body.ref, name=team.name) for team in teams],
        "people": list(_people(viewer)),
        "posts": list(_posts(viewer)),
        **_others(viewer),
    }
    return {name: rows for name, rows in parts.items() if rows}


PART = Part(name="organisations", shape=Shape, deeds=deeds, write=write)
