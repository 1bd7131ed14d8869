"""Writing a whole area as a file, so that loading it and writing it again gives the same bytes."""

from dataclasses import replace
from hashlib import sha256

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.config.area_file.parts import PARTS
from dueregard.config.area_file.yaml_places import write
from dueregard.organisations.queries import area as own_area
from dueregard.privacy.marking import Marking


def edition(viewer: Viewer, *, official: bool) -> Viewer:
    """Who the file is written for: an Official one for somebody who may not read what is Official-Sensitive."""
    return replace(viewer, is_cleared=False) if official else viewer


def export(viewer: Viewer, *, official: bool = False) -> str:
    """The whole area as a file's text: all but the trail, accounts, outbox and cases."""
    with scope(viewer):
        area = own_area(viewer)
        header = {
            "slug": area.slug,
            "name": area.name,
            "kind": area.kind,
            "nation": area.nation,
            "held_by": area.held_by,
            "began": area.began,
            "invented": area.is_invented,
        }
        parts = {part.name: part.write(edition(viewer, official=official)) for part in PARTS}
    marking = "OFFICIAL" if official else "OFFICIAL-SENSITIVE"
    body = {"area": header} | {name: rows for name, rows in parts.items() if rows}
    return f"# {marking}. An area file of Due Regard: dueregard load makes this area again.\n" + write(body)


@deed
def take_away(*, by: Viewer, official: bool = False) -> str:
    """Take the whole area out of the house as a file: the trail says who did, which edition, and the digest of what they hold."""
    by.must(Permission.FILES_MOVE)
    text = export(by, official=official)
    marking = Marking.OFFICIAL if official else Marking.SENSITIVE
    record("organisations.area.taken-away", own_area(by), by=by, marking=marking, sha256=sha256(text.encode()).hexdigest())
    return text
