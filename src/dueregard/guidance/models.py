"""Security Threat Checks as answered, and the official wording a council has attached."""

from django.db import models

from dueregard.basics.records import Record
from dueregard.privacy import marking


class ThreatCheck(Record):
    """The three questions, each answered with a reason, on a day. C-1 …, CS-1 … Decisions, papers, projects and plans point down to one."""

    wording = models.CharField(max_length=40)  # which version of the questions was answered
    on = models.DateField()
    mindful = models.BooleanField()
    mindful_because = models.TextField()
    proportionate = models.BooleanField()
    proportionate_because = models.TextField()
    reduces = models.BooleanField()
    reduces_because = models.TextField()
    go_ahead_because = models.TextField(blank=True)  # where an answer is no
    done_by = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")
    marking = marking.field()  # that of what it was made for

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "wording", "on", "marking"} | {
            "mindful",
            "mindful_because",
            "proportionate",
            "proportionate_because",
            "reduces",
            "reduces_because",
            "go_ahead_because",
        }
        personal = {"done_by"}


class OfficialText(models.Model):
    """The official wording of a published framework, attached by the operator; it then stands first on every page."""

    framework = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    published = models.DateField()
    attached_at = models.DateTimeField()
    checked_at = models.DateTimeField()
    lines = models.JSONField()  # line id: its published words

    class Meta:
        constraints = [models.UniqueConstraint(fields=["framework", "digest"], name="guidance_official_once")]

    class Privacy:
        plain = {"id", "framework", "digest", "published", "attached_at", "checked_at", "lines"}
        personal: set[str] = set()
