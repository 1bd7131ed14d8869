"""Schools and other settings: which there are, what reached them, their trainers and their safeguarding audits."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.plain import RECORD, ROW


class Setting(Record):
    """A school or other setting for children and young people. ED-1 …"""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=30)  # an id of the types of setting held as dated data
    urn = models.CharField(max_length=10, blank=True)  # unique reference number, where it has one
    on = models.DateField()

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(fields=["area", "urn"], condition=~models.Q(urn=""), name="training_setting_urn"),
        ]

    class Privacy:
        plain = RECORD | {"name", "kind", "urn", "on"}
        personal: set[str] = set()


class SettingEnd(Row):
    """A setting closed, or is no longer in the area."""

    setting = models.OneToOneField(Setting, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"setting", "on"}
        personal: set[str] = set()


class SettingReached(Row):
    """The education programme reached a setting: how many of its staff were trained, and whether its safeguarding lead was."""

    setting = models.ForeignKey(Setting, models.PROTECT, related_name="reached")
    on = models.DateField()
    staff = models.PositiveSmallIntegerField(null=True)
    is_lead_trained = models.BooleanField(default=False)
    words = models.CharField(max_length=400, blank=True)

    class Privacy:
        plain = ROW | {"setting", "on", "staff", "is_lead_trained", "words"}
        personal: set[str] = set()


class AccreditedTrainer(Record):
    """Somebody accredited to train others on Prevent, in a setting or a body; counted, not named. AT-1 …"""

    setting = models.ForeignKey(Setting, models.PROTECT, null=True, related_name="trainers")
    body = models.ForeignKey("organisations.Body", models.PROTECT, null=True, related_name="+")
    how_many = models.PositiveSmallIntegerField()
    accredited_by = models.CharField(max_length=120)
    on = models.DateField()
    until = models.DateField(null=True)

    class Privacy:
        plain = RECORD | {"setting", "body", "how_many", "accredited_by", "on", "until"}
        personal: set[str] = set()


class AuditReturn(Record):
    """A setting's yearly safeguarding audit return (section 175 or 157 in England) as far as it speaks of Prevent. AU-1 …"""

    setting = models.ForeignKey(Setting, models.PROTECT, related_name="audits")
    year = models.PositiveSmallIntegerField()  # in which the school year begins
    on = models.DateField()  # received
    words = models.CharField(max_length=400, blank=True)  # what it leaves to do
    is_complete = models.BooleanField()

    class Privacy:
        plain = RECORD | {"setting", "year", "on", "words", "is_complete"}
        personal: set[str] = set()


class AuditProgress(Row):
    """What a setting has done since of what its audit left to do."""

    audit = models.ForeignKey(AuditReturn, models.PROTECT, related_name="progress")
    words = models.CharField(max_length=400)
    is_complete = models.BooleanField(default=False)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"audit", "words", "is_complete", "on"}
        personal: set[str] = set()
