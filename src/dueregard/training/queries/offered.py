"""What the forms of the section offer to pick from."""

from dueregard.access.viewer import Viewer
from dueregard.documents import queries as documents
from dueregard.organisations import queries as organisations
from dueregard.risk.queries.assessed import risk_choices
from dueregard.training.catalogue import known_courses
from dueregard.training.queries import courses, workforce
from dueregard.ui.fields import UNCHOSEN, Choices

__all__ = ["documents_to_pick", "jobs_to_pick", "known_to_pick", "profiles_to_pick", "requirable", "risk_choices", "teams_to_pick"]


def teams_to_pick(viewer: Viewer, *, nobody: str = "Choose") -> Choices:
    """The teams of the area, each with its body."""
    rows = organisations.teams(viewer).order_by("body__name", "name").values_list("ref", "name", "body__name")
    return [("", nobody), *((ref, f"{name}, {body}") for ref, name, body in rows)]


def jobs_to_pick(viewer: Viewer, *, nobody: str) -> Choices:
    """The job titles of the area."""
    return [("", nobody), *((title, title) for title in workforce.jobs(viewer).values_list("title", flat=True))]


def profiles_to_pick(viewer: Viewer, *, nobody: str) -> Choices:
    """The profiles in use."""
    return [("", nobody), *workforce.profiles(viewer).filter(ending=None).values_list("ref", "name")]


def requirable(viewer: Viewer, *, but: str = "") -> Choices:
    """The courses still offered."""
    return [UNCHOSEN, *courses.courses(viewer).filter(ending=None).exclude(ref=but).values_list("ref", "title")]


def known_to_pick(viewer: Viewer) -> Choices:
    """The courses of the toolkit's list that are not in the register."""
    there = {title.casefold() for title in courses.courses(viewer).values_list("title", flat=True)}
    return [(course.id, course.title) for course in known_courses() if course.title.casefold() not in there]


def documents_to_pick(viewer: Viewer) -> Choices:
    """The documents a plan may be kept in."""
    return [("", "None"), *documents.documents(viewer).values_list("ref", "title")]
