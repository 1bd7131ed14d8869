"""The index: for each record that can be searched, its words once each, with who may find it."""

from django.db import models

from dueregard.privacy import marking


class Entry(models.Model):
    """The words of a record, or of that part of it which has another marking. Made again whenever a deed changes what the record says."""

    id = models.BigAutoField(primary_key=True)  # SQLite's index of words knows a row by its number
    area = models.ForeignKey("organisations.Area", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)  # as cites and files say it: action, decision, risk
    ref = models.CharField(max_length=40)
    part = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=400)
    words = models.TextField()  # search.rules.kept_words
    on = models.DateField(null=True)
    marking = marking.field()
    permission = models.CharField(max_length=30)  # what it takes to open it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "kind", "ref", "part"], name="search_entry_once")]

    class Privacy:
        plain = {"id", "area", "kind", "ref", "part", "title", "words", "on", "marking", "permission"}
        personal: set[str] = set()
