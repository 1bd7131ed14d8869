"""What is searched, one line for each app that has records with words."""

from collections.abc import Callable, Iterable

from dueregard.access.viewer import Viewer
from dueregard.documents.queries.searchable import everything_searchable as documents
from dueregard.partnership.queries.searchable import everything_searchable as partnership
from dueregard.plan.queries.searchable import everything_searchable as plan
from dueregard.risk.queries.searchable import everything_searchable as risk
from dueregard.search.actions import Says
from dueregard.training.queries.searchable import everything_searchable as training

APPS: tuple[Callable[[Viewer], Iterable[Says]], ...] = (
    documents,
    partnership,
    plan,
    risk,
    training,
)


def everything(viewer: Viewer) -> Iterable[Says]:
    """What every record of an area says."""
    return [says for app in APPS for says in app(viewer)]
