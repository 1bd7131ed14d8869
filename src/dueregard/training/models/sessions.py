"""Sessions: planned, run, attended, with whom, and how confident people were before and after."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.courses import Course
from dueregard.training.models.imports import Completion
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.models.workforce import Learner
from dueregard.training.rules.programme import When


class Session(Record):
    """A course is given on a day. TS-1 …"""

    course = models.ForeignKey(Course, models.PROTECT, related_name="+")
    on = models.DateField()  # the day it takes place
    planned_on = models.DateField()
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=160, blank=True)
    audience = models.CharField(max_length=200)
    places = models.PositiveSmallIntegerField(null=True)

    class Privacy:
        plain = RECORD | {"course", "on", "planned_on", "starts", "ends", "place", "audience", "places"}
        personal: set[str] = set()


class SessionMove(Row):
    """A session moves to another day, time or place, with the reason. The last move holds; what was set before stays to be seen."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="moves")
    on = models.DateField()  # when it was moved
    day = models.DateField()  # when it is to take place
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=160, blank=True)
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"session", "on", "day", "starts", "ends", "place", "because"}
        personal: set[str] = set()


class SessionWith(Row):
    """A session is given jointly with a body, or by a person."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="given_with")
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")  # a facilitator

    class Privacy:
        plain = ROW | {"session", "body"}
        personal = {"person"}


class SessionWithEnd(Row):
    """Somebody does not give a session after all."""

    ends = models.OneToOneField(SessionWith, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"ends", "on"}
        personal: set[str] = set()


class SessionHeld(Row):
    """A session took place; how many came, where they were only counted. Said again, what was typed last holds."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="held")
    on = models.DateField()  # the day it took place
    came = models.PositiveSmallIntegerField(null=True)

    class Privacy:
        plain = ROW | {"session", "on", "came"}
        personal: set[str] = set()


class SessionCancelled(Row):
    """A session does not take place, with the reason. Held or cancelled: what was typed last holds."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="cancelled")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"session", "on", "because"}
        personal: set[str] = set()


class Attendance(Row):
    """A learner was at a session; the completion it came to stands with the others."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendance")
    learner = models.ForeignKey(Learner, models.PROTECT, related_name="+")
    completion = models.OneToOneField(Completion, models.PROTECT, null=True, related_name="attended")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"session", "completion", "on"}
        personal = {"learner"}


class AttendanceWithdrawal(Row):
    """Somebody was recorded by mistake; the completion it came to is withdrawn with it."""

    attendance = models.OneToOneField(Attendance, models.PROTECT, related_name="withdrawal")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"attendance", "on", "because"}
        personal: set[str] = set()


class Confidence(Row):
    """How confident people said they were, before or after: a count for each step 0 to 3, or published percentages with their base.

    Said again, what was typed last holds.
    """

    session = models.ForeignKey(Session, models.PROTECT, null=True, related_name="confidence")
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")  # where it was published
    asked = models.CharField(max_length=200)
    when = models.CharField(max_length=6, choices=When.choices)
    is_percent = models.BooleanField(default=False)
    steps = models.JSONField()  # four numbers, for 0 to 3; never turned into people
    base = models.PositiveIntegerField(null=True)  # of how many, where that is known
    on = models.DateField()

    class Privacy:
        plain = ROW | {"session", "document", "asked", "when", "is_percent", "steps", "base", "on"}
        personal: set[str] = set()
