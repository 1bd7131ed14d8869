"""The deeds that make a file's funded projects."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from dueregard.basics.part import Dated, FileDeed, typed_moment
from dueregard.partnership.exchange.loading.asked import At
from dueregard.plan import actions
from dueregard.plan.exchange.shapes.projects import ProjectIn

ROWS = At(())
ROW = {"date", "typed"}


def projects(rows: list[ProjectIn]) -> Iterator[FileDeed]:
    """Projects with what they are tied to, their providers, money and outputs."""
    for project, here in _places(rows):
        yield _started(project, here)
        yield from _tied(project, here)
        for place, look in enumerate(project.looks):
            yield _told(project, here / "looks" / place, look, actions.look_into_provider)
        for place, amount in enumerate(project.amounts):
            yield _told(project, here / "amounts" / place, amount, actions.record_amount)
        for place, output in enumerate(project.outputs):
            yield _told(project, here / "outputs" / place, output, actions.record_output)
        for place, check in enumerate(project.checks):
            yield _told(project, here / "checks" / place, check, actions.check_project)


def ended(rows: list[ProjectIn]) -> Iterator[FileDeed]:
    """Projects that ended."""
    for project, here in _places(rows):
        if end := project.ended:
            yield _told(project, here / "ended", end, actions.end_project)


def _places(rows: list[ProjectIn]) -> Iterator[tuple[ProjectIn, At]]:
    return ((row, ROWS.apart("projects", index)) for index, row in enumerate(rows))


def _day(project: ProjectIn) -> date:
    """The day it was there: one whose money is still to come was recorded before it."""
    return min(project.date, typed_moment(project.date, project.typed).date())


def _started(project: ProjectIn, here: At) -> FileDeed:
    given = project.model_dump(include={"funder", "funder_named", "provider", "body", "until", "marking", "ref"})
    given |= {"objectives": [row.objective for row in project.objectives if _with(project, row)]}
    given |= {"actions": [row.action for row in project.actions if _with(project, row)]}
    return here.deed(_day(project), project.typed, actions.start_project, project.title, on=project.date, **given)


def _with(project: ProjectIn, row: Dated) -> bool:
    """Whether it was tied when the project was recorded."""
    return typed_moment(row.date, row.typed) == typed_moment(project.date, project.typed)


def _tied(project: ProjectIn, here: At) -> Iterator[FileDeed]:
    for place, serves in enumerate(project.objectives):
        if not _with(project, serves):
            at = here.apart("objectives", place)
            yield at.do(serves, actions.tie_project, project.ref, on=serves.date, objectives=[serves.objective])
    for place, delivers in enumerate(project.actions):
        if not _with(project, delivers):
            at = here.apart("actions", place)
            yield at.do(delivers, actions.tie_project, project.ref, on=delivers.date, actions=[delivers.action])


def _told(project: ProjectIn, at: At, row: Dated, act: Callable[..., Any]) -> FileDeed:
    """Something said of a project, perhaps of a day before its funding began."""
    day = max(row.date, _day(project))
    typed = row.typed if day == row.date else typed_moment(row.date, row.typed)
    return at.deed(day, typed, act, project.ref, on=row.date, **row.model_dump(exclude=ROW))
