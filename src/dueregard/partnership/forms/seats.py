"""What people type about seats, agreements to represent, and the people of a group."""

from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people, posts
from dueregard.partnership import queries
from dueregard.partnership.forms.offering import ConductForm, seat_words, seats
from dueregard.partnership.rules.groups import MemberRole, SeatKind, Sector
from dueregard.ui.fields import UNCHOSEN, Day, Form, LongText, Once, OneOf, Pick, Text


class SeatForm(Form):
    """A place at the table."""

    kind = OneOf("What kind of seat it is", choices=SeatKind.choices, initial=SeatKind.SECTOR)
    sector = Pick("Sector", choices=[("", "None"), *Sector.choices], required=False, help_text="Only a sector’s seat has one")
    body = Pick("Body that holds it")
    on = Day("It has held it since")
    takes_over = Pick("Seat it takes over from", required=False, help_text="It inherits that seat’s attendance")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, group: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        before = queries.seats(viewer).filter(group=group)
        self.offer("takes_over", [("", "None"), *((seat.ref, seat_words(seat)) for seat in before)])


class RepresentationForm(Form):
    """An agreement by which a seat represents another, or a body without one."""

    seat = Pick("Seat that represents")
    for_seat = Pick("Seat it represents", required=False)
    for_body = Pick("Or a body without a seat", required=False)
    agreed = LongText("Where and by whom it was agreed", max_length=400, help_text="For example, minutes of 3 March 2026, item 4")
    on = Day("Since")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, group: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("seat", seats(viewer, group))
        self.offer("for_seat", seats(viewer, group, nobody="None of them"))
        self.offer("for_body", bodies(viewer, nobody="None of them"))


class MemberForm(ConductForm):
    """Somebody put on a group. Why, and who agreed, is asked only where conduct asks for it."""

    person = Pick("Person", help_text="Somebody who is not in the list is first added under Bodies and people")
    role = Pick("As", choices=[UNCHOSEN, *MemberRole.choices])
    seat = Pick("Seat they sit in", required=False, help_text="A substitute needs one; a chair or an adviser may have none")
    post = Pick("Post they sit there by", required=False)
    on = Day("Since")
    because = Text("Why it has to be so", required=False, max_length=400)
    agreed_by = Text("Who agreed it", required=False, max_length=200, help_text="A post and a meeting will do")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, group: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people(viewer))
        self.offer("seat", seats(viewer, group, nobody="None"))
        self.offer("post", posts(viewer))
