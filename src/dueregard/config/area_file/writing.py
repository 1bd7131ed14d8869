"""Writing a whole area as a file, so that loading it and writing it again gives the same bytes."""

from dataclasses import replace

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.config.area_file.parts import PARTS
from dueregard.config.area_file.yaml_places import write
from dueregard.organisations.queries import area as own_area


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
