"""What accounts shows on lower pages: who the numbers in the trail are."""

from collections.abc import Collection, Mapping

from dueregard.access.viewer import Viewer
from dueregard.accounts import queries


def trail_people(viewer: Viewer, *, users: Collection[int]) -> Mapping[str, str]:
    """The names of the members behind the user numbers of a page of the trail, or what they sign in with; nothing for anybody else."""
    wanted = set(users)
    return {str(row.user_id): row.name or row.email for row in queries.member_rows(viewer) if row.user_id in wanted}
