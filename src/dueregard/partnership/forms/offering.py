"""Which groups and seats the forms of section 1 offer to pick from, and the form that asks why conduct is departed from."""

from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.rules.groups import Sector
from dueregard.ui.fields import Choices, Form


def groups(viewer: Viewer, *, nobody: str, but: str = "") -> Choices:
    """The groups of the area, but one."""
    return [("", nobody), *queries.groups(viewer).exclude(ref=but).values_list("ref", "name")]


def seat_words(seat: Any) -> str:
    """A seat as a list to pick from says it."""
    sector = Sector(seat.sector).label if seat.sector else seat.get_kind_display()
    return f"{seat.body.name}: {sector[:1].lower()}{sector[1:]} ({seat.ref})"


def seats(viewer: Viewer, group: UUID, *, nobody: str = "Choose") -> Choices:
    """The seats of a group today."""
    held = queries.seats(viewer, on=viewer.today).filter(group=group)
    return [("", nobody), *((seat.ref, seat_words(seat)) for seat in held)]


class ConductForm(Form):
    """A form that asks why and who agreed, only where conduct asks for it."""

    def leave_out_why(self) -> None:
        """Do not ask why, unless somebody has said why already."""
        if not any(self.data.get(self.add_prefix(name)) for name in ("because", "agreed_by")):
            for name in ("because", "agreed_by"):
                del self.fields[name]
