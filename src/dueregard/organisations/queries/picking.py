"""Who and what of the area a form offers to pick from today, after the words for picking nobody and nothing."""

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.as_at import districts_at
from dueregard.organisations.queries.bodies import body_choices
from dueregard.organisations.queries.people import person_choices
from dueregard.organisations.queries.posts import post_choices

Choices = list[tuple[str, str]]


def people(viewer: Viewer, *, nobody: str = "Choose") -> Choices:
    """The people of the area today."""
    return [("", nobody), *person_choices(viewer, on=viewer.today)]


def bodies(viewer: Viewer, *, nobody: str = "Choose") -> Choices:
    """The bodies of the area today."""
    return [("", nobody), *body_choices(viewer, on=viewer.today)]


def posts(viewer: Viewer, *, nobody: str = "None, or not known") -> Choices:
    """The posts of the area today."""
    return [("", nobody), *post_choices(viewer, on=viewer.today)]


def districts(viewer: Viewer, *, nobody: str) -> Choices:
    """The districts of the area today."""
    return [("", nobody), *districts_at(viewer, on=viewer.today, known=viewer.today).values_list("ref", "name")]
