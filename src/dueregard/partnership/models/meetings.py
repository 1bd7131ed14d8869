"""Meetings: when they are, how far they have come, who chaired, who came and what they declared."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.partnership.models.groups import Group
from dueregard.partnership.models.plain import RECORD, ROW
from dueregard.partnership.models.seats import Seat
from dueregard.partnership.rules.agenda import ReplyAnswer
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage, Presence


class Meeting(Record):
    """A meeting of a group. Its version goes up with every change to its record. M-1 …"""

    group = models.ForeignKey(Group, models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=14, choices=MeetingKind.choices)
    called_because = models.CharField(max_length=400, blank=True)  # why it was called at once

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind=MeetingKind.ORDINARY, called_because="")
                | models.Q(kind=MeetingKind.EXTRAORDINARY) & ~models.Q(called_because=""),
                name="partnership_meeting_called_because",
            ),
        ]

    class Privacy:
        plain = RECORD | {"group", "kind", "called_because"}
        personal: set[str] = set()


class MeetingDate(Row):
    """The day and place of a meeting, as set on a day. A meeting that moves has a new row; the last one set holds."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="dates")
    on = models.DateField()  # when it was set
    day = models.DateField()  # when the meeting is
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    because = models.CharField(max_length=400, blank=True)  # why it moved

    class Privacy:
        plain = ROW | {"meeting", "on", "day", "starts", "ends", "place", "because"}
        personal: set[str] = set()


class MeetingStep(Row):
    """A meeting was planned, called, held, cleared, approved or cancelled, on a day, by somebody."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")
    stage = models.CharField(max_length=10, choices=MeetingStage.choices)
    on = models.DateField()
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    at_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")  # the later meeting that approved the minutes
    because = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"meeting", "stage", "on", "at_meeting", "because"}
        personal = {"done_by"}


class MeetingHeld(Row):
    """Who actually chaired, and from when to when it sat. The row typed last holds, until the minutes are cleared."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="sat")
    chaired_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    started = models.TimeField(null=True)
    ended = models.TimeField(null=True)

    class Privacy:
        plain = ROW | {"meeting", "started", "ended"}
        personal = {"chaired_by"}


class Reply(Row):
    """Somebody answered the invitation; the last answer holds."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="replies")
    person = models.ForeignKey("organisations.Person", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=ReplyAnswer.choices)
    substitute = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    words = models.CharField(max_length=200, blank=True)  # who comes instead, where that person is not known here
    by_link = models.ForeignKey("accounts.AnswerLink", models.PROTECT, null=True, related_name="+")

    class Privacy:
        plain = ROW | {"meeting", "answer", "on", "by_link"}
        personal = {"person", "substitute", "words"}


class Attendance(Row):
    """How a seat, or a person without one, stood at a meeting. Only added to: for each, the row typed last holds."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")  # whom a visitor came from
    presence = models.CharField(max_length=10, choices=Presence.choices)
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(seat__isnull=False) | models.Q(person__isnull=False) | models.Q(body__isnull=False),
                name="partnership_attendance_of_somebody",
            )
        ]

    class Privacy:
        plain = ROW | {"meeting", "seat", "body", "presence", "on"}
        personal = {"person"}
