"""What came from outside: the Home Office's view with its letter, and the reviewers who were let in to one round."""

from django.db import models

from dueregard.assurance.models.rounds import ROW, Round
from dueregard.assurance.rules.judging import Outcome
from dueregard.basics.records import Row


class HomeOfficeView(Row):
    """What the Home Office said of a signed round, the day it was received, and its letter in the register."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="home_office_views")
    on = models.DateField()  # received
    letter = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    says = models.TextField()
    who = models.CharField(max_length=160)  # who recorded it, in which capacity

    class Privacy:
        plain = {*ROW, "round", "on", "letter", "says", "who"}
        personal: set[str] = set()


class HomeOfficeCriterion(Row):
    """What the letter says of one line or section."""

    view = models.ForeignKey(HomeOfficeView, models.PROTECT, related_name="criteria")
    criterion = models.CharField(max_length=40)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    score = models.CharField(max_length=20, blank=True)
    says = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["view", "criterion"], name="assurance_homeofficecriterion_once"),
            models.CheckConstraint(condition=~models.Q(outcome="", score=""), name="assurance_homeofficecriterion_says_something"),
        ]

    class Privacy:
        plain = {*ROW, "view", "criterion", "outcome", "score", "says"}
        personal: set[str] = set()


class HomeOfficeAction(Row):
    """Something the letter asks for by a day."""

    view = models.ForeignKey(HomeOfficeView, models.PROTECT, related_name="asked")
    says = models.CharField(max_length=400)
    due = models.DateField()

    class Privacy:
        plain = {*ROW, "view", "says", "due"}
        personal: set[str] = set()


class ReviewerAccess(Row):
    """A named person from outside may read this round and its evidence files until a day, and nothing else."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="reviewers")
    name = models.CharField(max_length=120)
    body = models.CharField(max_length=160)  # whom they review for
    on = models.DateField()
    until = models.DateField()

    class Privacy:
        plain = {*ROW, "round", "body", "on", "until"}
        personal = {"name"}
