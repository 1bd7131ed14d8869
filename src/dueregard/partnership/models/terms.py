"""Terms of reference: which edition a group works by, and what it says of quorum and of calling a meeting at once."""

from django.db import models

from dueregard.basics.records import Record
from dueregard.partnership.models.groups import Group
from dueregard.partnership.models.plain import RECORD


class GroupTerms(Record):
    """A version of a document became a group's terms of reference on a day. TR-1 …"""

    group = models.ForeignKey(Group, models.PROTECT, related_name="terms")
    version_taken = models.ForeignKey("documents.Version", models.PROTECT, related_name="+")
    on = models.DateField()
    quorum_members = models.PositiveSmallIntegerField(null=True)
    quorum_sectors = models.PositiveSmallIntegerField(null=True)
    quorum_required = models.JSONField(default=list)  # sectors that must be there; always set whole, never searched
    calls_at_once = models.BooleanField(default=False)

    class Privacy:
        plain = RECORD | {"group", "version_taken", "on", "quorum_members", "quorum_sectors", "quorum_required", "calls_at_once"}
        personal: set[str] = set()
