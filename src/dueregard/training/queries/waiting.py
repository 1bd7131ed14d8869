"""What waits for whoever runs the training programme today, each with the page that deals with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, in_window, say
from dueregard.guidance.loose_end import Severity
from dueregard.organisations.queries.asked import Asked
from dueregard.training.queries.courses import plans_in_force
from dueregard.training.queries.digest import files_left
from dueregard.training.queries.education import setting_rows
from dueregard.training.queries.imports import imports
from dueregard.training.queries.programme import induction_rows, programme_rows
from dueregard.training.queries.returned import answering
from dueregard.training.queries.sessions import Which, filtered
from dueregard.training.queries.telling import days_told, material_rows
from dueregard.training.queries.workforce import team_rows
from dueregard.training.rules.imports import LOOKED
from dueregard.training.rules.programme import UPDATES_A_YEAR, ProgrammeKind
from dueregard.training.rules.returns import BodyStands

PLAN_ENDS_DAYS = 90  # ours
WORST = (Severity.BREAK, Severity.GAP, Severity.NOTE)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """One thing that waits: how it stands, and the page that deals with it."""

    severity: Severity
    says: str
    do: str
    page: str
    ref: str | None = None
    query: str = ""  # what the page is to show of it


def _are(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def waiting(viewer: Viewer) -> list[Waits]:
    """Everything that waits today: what is late, then what is missing, then what is worth doing."""
    found = [
        *_plan(viewer),
        *_sessions(viewer),
        *_returns(viewer),
        *_files(viewer),
        *_people(viewer),
        *_programmes(viewer),
        *_telling(viewer),
    ]
    return sorted([*found, *_scope(viewer)], key=lambda one: WORST.index(one.severity))


def _late(says: str, do: str, page: str, ref: str | None = None, query: str = "") -> Waits:
    return Waits(severity=Severity.BREAK, says=says, do=do, page=page, ref=ref, query=query)


def _missing(says: str, do: str, page: str, ref: str | None = None, query: str = "") -> Waits:
    return Waits(severity=Severity.GAP, says=says, do=do, page=page, ref=ref, query=query)


def _worth(says: str, do: str, page: str, ref: str | None = None, query: str = "") -> Waits:
    return Waits(severity=Severity.NOTE, says=says, do=do, page=page, ref=ref, query=query)


def _plan(viewer: Viewer) -> Iterator[Waits]:
    """No plan is in force, or the one that is ends soon and none follows."""
    today = viewer.today
    plan = plans_in_force(viewer, on=today).first()
    if plan is None:
        yield _missing("No training plan is in force", "Record the training plan", "training:plan-new")
        return
    soon = today + timedelta(days=PLAN_ENDS_DAYS)
    if plan.covers_to <= soon and not plans_in_force(viewer, on=today).filter(covers_to__gt=soon).exists():
        says = f"{plan.title} ends on {say(plan.covers_to)}"
        yield _worth(says, "Record the next plan", "training:plan-new")


def _sessions(viewer: Viewer) -> Iterator[Waits]:
    """Sessions past their day of which nobody said whether they took place."""
    number = filtered(viewer, which=Which.UNRECORDED).count()
    if number:
        says = f"{counted(number, 'session')} {_are(number, 'is', 'are')} past {_are(number, 'its', 'their')} day and not recorded"
        yield _late(says, "Record what came of them", "training:session-list", query=f"which={Which.UNRECORDED}")


def _returns(viewer: Viewer) -> Iterator[Waits]:
    """Bodies whose return is overdue, and others of which nothing is known."""
    rows = answering(Asked(viewer=viewer, on=viewer.today, known=viewer.today))
    late = [row for row in rows if row.stands is BodyStands.OVERDUE]
    if late:
        says = f"{counted(len(late), 'return')} {_are(len(late), 'is', 'are')} overdue: {_some([row.body.name for row in late])}"
        yield _late(says, "Chase", "training:return-list", query=f"stands={BodyStands.OVERDUE}")
    never = [row for row in rows if row.stands is BodyStands.MISSING]
    if never:
        says = f"{counted(len(never), 'body', 'bodies')} sent no return that still counts: {_some([row.body.name for row in never])}"
        yield _missing(says, "Ask for returns", "training:return-list", query=f"stands={BodyStands.MISSING}")


def _files(viewer: Viewer) -> Iterator[Waits]:
    """Files that wait for somebody's word, or left rows over."""
    if not viewer.may(Permission.TRAINING_NAMES):
        return
    for file in imports(viewer).filter(state__in=LOOKED):
        yield _missing(f"File {file.ref} was chosen on {say(file.on)} and not brought in", "Look at it", "training:import", file.ref)
    for file in files_left(viewer, on=viewer.today):
        left = file.rows_ambiguous + file.rows_rejected
        yield _worth(
            f"{counted(left, 'row')} of file {file.ref} {_are(left, 'was', 'were')} left over",
            "See which",
            "training:import-left",
            file.ref,
        )


def _people(viewer: Viewer) -> Iterator[Waits]:
    """Inductions past their day, and those without the adviser."""
    still = [row for row in induction_rows(viewer, on=viewer.today) if row.is_open]
    late = sum(row.is_late for row in still if row.finished is None)
    if late:
        yield _late(
            f"{counted(late, 'induction')} {_are(late, 'is', 'are')} past {_are(late, 'its', 'their')} day",
            "See which",
            "training:induction-list",
        )
    elif still:
        yield _worth(
            f"{counted(len(still), 'induction')} {_are(len(still), 'is', 'are')} under way", "See which", "training:induction-list"
        )


def _programmes(viewer: Viewer) -> Iterator[Waits]:
    """Programmes whose review is overdue, and kinds without one; what settings left to do."""
    rows = [row for row in programme_rows(viewer, on=viewer.today) if row.runs]
    for row in rows:
        if row.is_overdue and row.review_due:
            says = f"{row.programme.title} was due for review on {say(row.review_due)}"
            yield _missing(says, "Review it", "training:programme", row.programme.ref)
    lacking = [kind.label[:1].lower() + kind.label[1:] for kind in ProgrammeKind if kind.value not in {row.programme.kind for row in rows}]
    if lacking:
        yield _missing(f"No programme runs for {_some(lacking)}", "Record one", "training:programme-list")
    left = sum(row.audit is not None and row.audit.is_open for row in setting_rows(viewer, on=viewer.today) if row.closed is None)
    if left:
        says = f"{counted(left, 'setting')} {_are(left, 'has', 'have')} something left to do from the safeguarding return"
        yield _worth(says, "See which", "training:setting-list", query="standing=left")


def _telling(viewer: Viewer) -> Iterator[Waits]:
    """Information that is wrong or that nobody looked at; updates too few."""
    there = [row for row in material_rows(viewer, on=viewer.today) if row.ended is None]
    wrong, due = sum(row.is_wrong for row in there), sum(row.is_due and not row.is_wrong for row in there)
    if wrong:
        yield _missing(
            f"{counted(wrong, 'item')} of information {_are(wrong, 'was', 'were')} found not right",
            "Put it right",
            "training:material-list",
        )
    if due:
        says = f"{counted(due, 'item')} of information {_are(due, 'was', 'were')} not looked at for a year"
        yield _missing(says, "Look at them", "training:material-list")
    lately = sum(in_window(day, until=viewer.today) for day in days_told(viewer))
    if lately < UPDATES_A_YEAR:
        says = f"{counted(lately, 'update')} to staff in the last 12 months; {UPDATES_A_YEAR} are expected"
        yield _worth(says, "Record one", "training:update-list")


def _scope(viewer: Viewer) -> Iterator[Waits]:
    """Teams nobody has placed in or out of scope."""
    names = [row.team.name for row in team_rows(viewer, on=viewer.today, known=viewer.today) if row.placing is None]
    if names:
        says = f"{counted(len(names), 'team')} {_are(len(names), 'is', 'are')} placed neither in nor out of scope: {_some(names)}"
        yield _missing(says, "Place them", "training:team-list")


def _some(names: list[str]) -> str:
    """The first few names, and how many more."""
    most = 3
    return ", ".join(names) if len(names) <= most else f"{', '.join(names[:most])} and {len(names) - most} more"
