"""What the counting of a day stands on, read once for all that is counted on it."""

from functools import cached_property
from typing import Any
from uuid import UUID

from dueregard.organisations.queries.asked import Asked
from dueregard.training.models import TeamPlacing
from dueregard.training.queries.counting import uncounted_imports
from dueregard.training.queries.workforce import Fitting, fitting, placed, post_holders


class Ground:
    """Placings, profiles, holders of posts and files that do not count: each read when it is first asked for, in one statement."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    @cached_property
    def placed(self) -> dict[UUID, TeamPlacing]:
        """How each team that was placed is placed."""
        return placed(self.asked)

    @cached_property
    def fitting(self) -> Fitting:
        """The profiles in use and whom they fit."""
        return fitting(self.asked)

    @cached_property
    def holders(self) -> list[Any]:
        """Who holds a Prevent-specific post."""
        return post_holders(self.asked)

    @cached_property
    def uncounted(self) -> list[int]:
        """The imports of which nothing counts."""
        return uncounted_imports(self.asked.viewer, on=self.asked.on, known=self.asked.known)
