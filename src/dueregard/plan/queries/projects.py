"""Reads of funded projects: who pays, how far the provider was looked into, what was awarded, spent and delivered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership.queries import ActionRow, action_rows
from dueregard.plan.models import (
    Amount,
    Output,
    Project,
    ProjectAction,
    ProjectCheck,
    ProjectObjective,
    ProviderLook,
)
from dueregard.plan.queries.plans import OLDEST, end_of
from dueregard.plan.rules.projects import AmountKind, DueDiligence, Funder, ProjectState, awarded, spent, state_of
from dueregard.privacy.marking import readable


def projects(viewer: Viewer) -> QuerySet[Project]:
    """The projects the viewer may see, those begun last first."""
    rows = Project.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("body", "ending").order_by("-on", "-ref")


def projects_to_change(viewer: Viewer) -> QuerySet[Project]:
    """The projects the viewer may see, locked for a deed."""
    return Project.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def ended_on(project: Project) -> date | None:
    """The last day of a project that ended; None while nobody has ended it."""
    ending = getattr(project, "ending", None)
    return ending.on if ending else None


def with_rows(viewer: Viewer, rows: QuerySet[Project], *, as_at: date) -> QuerySet[Project]:
    """Projects with every dated row there was by a day and that the viewer may see, oldest first; one statement for each kind."""
    by_then = Q(on__lte=as_at)
    objectives = ProjectObjective.objects.filter(by_then, readable(viewer, "objective__plan__marking"))
    acts = ProjectAction.objects.filter(by_then, readable(viewer, "action__marking"))
    return rows.prefetch_related(
        Prefetch("objectives", objectives.select_related("objective__plan").order_by(*OLDEST)),
        Prefetch("actions", acts.select_related("action").order_by(*OLDEST)),
        Prefetch("looks", ProviderLook.objects.filter(by_then).order_by(*OLDEST)),
        Prefetch("amounts", Amount.objects.filter(by_then).order_by(*OLDEST)),
        Prefetch("outputs", Output.objects.filter(by_then).order_by(*OLDEST)),
        Prefetch("checks", ProjectCheck.objects.filter(by_then).select_related("check_made").order_by(*OLDEST)),
    )


@dataclass(frozen=True, kw_only=True)
class ProjectRow:
    """A project as a list shows it on a day."""

    ref: str
    title: str
    funder: Funder
    funder_words: str
    provider: str
    state: ProjectState
    begins: date
    until: date | None
    ended: date | None
    look: DueDiligence | None
    looked: date | None
    awarded: Decimal | None
    spent: Decimal | None
    objectives: tuple[str, ...]
    actions: tuple[str, ...]
    checked: date | None
    marking: str

    @property
    def is_open(self) -> bool:
        """Whether nobody has recorded its end yet."""
        return self.ended is None

    @property
    def is_overspent(self) -> bool:
        """Whether more was spent than was awarded."""
        return self.awarded is not None and self.spent is not None and self.spent > self.awarded


def project_rows(viewer: Viewer, *, as_at: date) -> list[ProjectRow]:
    """The projects as they stand on a day, those still open first, those whose money is still to come too; a fixed number of statements."""
    there = projects(viewer).filter(Q(on__lte=as_at) | Q(typed_at__lt=end_of(as_at)))
    rows = with_rows(viewer, there, as_at=as_at)
    found = [project_row(row, on=as_at) for row in rows]
    return sorted(found, key=lambda row: not row.is_open)


def project_row(project: Project, *, on: date) -> ProjectRow:
    """One project, as `with_rows` fetched it, as it stands on a day."""
    looks, checks = list(project.looks.all()), list(project.checks.all())
    amounts = [(AmountKind(row.kind), row.pounds) for row in project.amounts.all()]
    ended = ended_on(project)
    return ProjectRow(
        ref=project.ref,
        title=project.title,
        funder=Funder(project.funder),
        funder_words=project.funder_named or Funder(project.funder).label,
        provider=project.provider,
        state=state_of(begins=project.on, until=project.until, ended=ended, on=on),
        begins=project.on,
        until=project.until,
        ended=ended if ended and ended <= on else None,
        look=DueDiligence(looks[-1].status) if looks else None,
        looked=looks[-1].on if looks else None,
        awarded=awarded(amounts),
        spent=spent(amounts),
        objectives=tuple(row.objective.ref for row in project.objectives.all()),
        actions=tuple(row.action.ref for row in project.actions.all()),
        checked=checks[0].on if checks else None,
        marking=project.marking,
    )


def say_projects(rows: list[ProjectRow]) -> str:
    """How the projects stand together, in numbers."""
    if not rows:
        return "No funded project has been recorded."
    still = [row for row in rows if row.is_open]
    office = sum(row.funder is Funder.HOME_OFFICE for row in still)
    by_whom = f", of which {office or 'none'} funded by the Home Office" if still else ""
    aimless = sum(not row.objectives or not row.actions for row in still)
    loose = f" {aimless} {'lacks' if aimless == 1 else 'lack'} an objective or an action." if aimless else ""
    return f"{counted(len(rows), 'funded project')}: {len(still) or 'none'} open{by_whom}.{loose}"


@dataclass(frozen=True, kw_only=True)
class ProjectActionRow:
    """An action a project delivers, and the day from which a check of the project covers it."""

    action: ActionRow
    since: date
    covered: date | None


def project_actions(viewer: Viewer, project: Project, *, as_at: date) -> list[ProjectActionRow]:
    """The actions of a project, as `with_rows` fetched it, each with how it stands."""
    standing = {row.ref: row for row in action_rows(viewer, as_at=as_at, among=[row.action_id for row in project.actions.all()])}
    checked = min((row.on for row in project.checks.all()), default=None)
    return [
        ProjectActionRow(action=standing[row.action.ref], since=row.on, covered=max(checked, row.on) if checked else None)
        for row in project.actions.all()
        if row.action.ref in standing
    ]


def project_page(viewer: Viewer, ref: str, *, as_at: date) -> Any:
    """One project with its rows; none where the viewer can see none by this reference."""
    return with_rows(viewer, projects(viewer).filter(ref=ref), as_at=as_at).first()


def projects_of_action(viewer: Viewer, refs: tuple[str, ...]) -> list[Project]:
    """The projects that deliver any of these actions, of those the viewer may see both of."""
    links = ProjectAction.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__ref__in=refs)
    return list(projects(viewer).filter(pk__in=links.values("project")))
