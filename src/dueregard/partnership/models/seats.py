"""Who is at the table: seats, agreements by which one represents others, and the people of a group."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.groups import Group
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.rules.groups import MemberRole, SeatKind, Sector


class Seat(Record):
    """A place at a group's table. The seat carries the sector, not the body. SEAT-1 …"""

    group = models.ForeignKey(Group, models.PROTECT, related_name="seats")
    kind = models.CharField(max_length=10, choices=SeatKind.choices)
    sector = models.CharField(max_length=20, choices=Sector.choices, blank=True)
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    takes_over = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # whose attendance it inherits
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"group", "kind", "sector", "body", "takes_over", "on"}
        personal: set[str] = set()


class SeatEnd(Row):
    """A seat was given up; the date is its last day."""

    seat = models.OneToOneField(Seat, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"seat", "on"}
        personal: set[str] = set()


class Representation(Record):
    """By recorded agreement a seat represents another seat, or a body without one. REP-1 …"""

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="representations")
    for_seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    for_body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    agreed = models.CharField(max_length=400)  # where and by whom it was agreed
    on = models.DateField()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(for_seat__isnull=True) ^ models.Q(for_body__isnull=True), name="partnership_representation_of_one"
            ),
        ]

    class Privacy:
        plain = RECORD | {"seat", "for_seat", "for_body", "agreed", "on"}
        personal: set[str] = set()


class RepresentationEnd(Row):
    """An agreement to represent ended; the date is its last day."""

    representation = models.OneToOneField(Representation, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"representation", "on"}
        personal: set[str] = set()


class Membership(Record):
    """A person is on a group in a role from a date. Where conduct asks, why and who agreed it. MB-1 …"""

    group = models.ForeignKey(Group, models.PROTECT, related_name="members")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="members")
    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    post = models.ForeignKey("organisations.Post", models.PROTECT, null=True, related_name="+")  # the office they sit there by
    role = models.CharField(max_length=12, choices=MemberRole.choices)
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)
    agreed_by = models.CharField(max_length=200, blank=True)

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(because="", agreed_by="") | ~models.Q(because="") & ~models.Q(agreed_by=""),
                name="partnership_membership_because_agreed",
            ),
        ]

    class Privacy:
        plain = RECORD | {"group", "seat", "post", "role", "on", "because"}
        personal = {"person", "agreed_by"}


class MembershipEnd(Row):
    """Somebody left a group, or a role on it; the date is the last day they held it."""

    membership = models.OneToOneField(Membership, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"membership", "on"}
        personal: set[str] = set()
