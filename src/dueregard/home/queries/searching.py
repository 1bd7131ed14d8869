"""Search over everything the viewer may see: what was found, with the page of each and its kind in words."""

from dataclasses import dataclass
from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.search.queries import Hits, search
from dueregard.ui.places import address_of

SHOWN = 100  # on one page; beyond it, another word finds it sooner than another page

KINDS: dict[str, str] = {
    "action": "Action",
    "assessment": "Risk assessment",
    "body": "Body",
    "briefing": "Members’ briefing",
    "course": "Course",
    "decision": "Decision",
    "document": "Document",
    "evaluation": "Evaluation",
    "exchange": "Community exchange",
    "group": "Group",
    "link": "Link with another area",
    "material": "Written information",
    "meeting": "Meeting",
    "objective": "Objective",
    "plan": "Partnership plan",
    "post": "Post",
    "programme": "Programme",
    "project": "Project",
    "risk": "Risk",
    "session": "Training session",
    "setting": "School or other setting",
    "source": "Source",
    "staff-update": "Update to staff",
    "training-plan": "Training plan",
}


@dataclass(frozen=True)
class Found:
    """One record found, as a page shows it."""

    kind: str
    ref: str
    title: str
    on: date | None
    marking: str
    address: str


@dataclass(frozen=True)
class SearchResult:
    """What a search found: rows to show, how many in all and of each kind, and whether there were more than are counted."""

    rows: tuple[Found, ...]
    count: int
    kinds: tuple[tuple[str, str, int], ...]
    is_cut: bool


def find(viewer: Viewer, words: str, *, of_kind: str = "") -> SearchResult:
    """Every record of the viewer's area with these words that the viewer may open, best first."""
    hits: Hits = search(viewer, words, of_kind=of_kind)
    rows = tuple(
        Found(
            kind=KINDS.get(hit.kind, hit.kind.capitalize()),
            ref=hit.ref,
            title=hit.title,
            on=hit.on,
            marking=hit.marking,
            address=address_of(hit.kind, hit.ref, area=viewer.area),
        )
        for hit in hits.hits[:SHOWN]
    )
    kinds = tuple((kind, KINDS.get(kind, kind.capitalize()), count) for kind, count in hits.kinds)
    return SearchResult(rows=rows, count=len(hits.hits), kinds=kinds, is_cut=hits.is_cut)
