"""What people are told: written information, updates to staff, and reminders with an end."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.courses import Requirement
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.models.workforce import Learner
from dueregard.training.rules.programme import Audience, Told


class Material(Record):
    """Written information or publicity for an audience, and where it is. MA-1 …"""

    title = models.CharField(max_length=200)
    audience = models.CharField(max_length=12, choices=Audience.choices)
    place = models.CharField(max_length=300)  # where it hangs, lies or stands on a page
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    says_how_to_refer = models.BooleanField(default=False)
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"title", "audience", "place", "document", "says_how_to_refer", "on"}
        personal: set[str] = set()


class MaterialCheck(Row):
    """Somebody looked whether it is there and still right."""

    material = models.ForeignKey(Material, models.PROTECT, related_name="checks")
    is_current = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"material", "is_current", "words", "on"}
        personal: set[str] = set()


class MaterialEnd(Row):
    """It was taken down or replaced."""

    material = models.OneToOneField(Material, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"material", "on"}
        personal: set[str] = set()


class StaffUpdate(Record):
    """Those with Prevent responsibilities told others something. UP-1 …"""

    about = models.CharField(max_length=12, choices=Told.choices)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    to = models.CharField(max_length=200)  # whom, in words
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"about", "title", "words", "to", "on"}
        personal: set[str] = set()


class Reminder(Row):
    """A learner, or their manager, was reminded of a requirement; after the last one there are no more."""

    learner = models.ForeignKey(Learner, models.PROTECT, related_name="+")
    requirement = models.ForeignKey(Requirement, models.PROTECT, related_name="+")
    is_to_manager = models.BooleanField(default=False)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"requirement", "is_to_manager", "on"}
        personal = {"learner"}
