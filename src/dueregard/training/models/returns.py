"""What partners, contractors and commissioned services say of their own people: asked for, chased, answered."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.levels import Figures, figures_of
from dueregard.training.rules.workforce import Tier


class ReturnAsk(Record):
    """A body is asked how many of its people are in scope and trained as at a day. No answer is a state, never nought. RT-1 …"""

    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    as_at = models.DateField()
    due = models.DateField()
    is_by_level = models.BooleanField(default=False)  # how its people are counted: by level, or all staff together
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")  # who is asked
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"body", "as_at", "due", "is_by_level", "on"}
        personal = {"person"}


class ReturnAskSubject(Row):
    """A subject the figures are asked for."""

    ask = models.ForeignKey(ReturnAsk, models.PROTECT, related_name="subjects")
    subject = models.CharField(max_length=14, choices=Subject.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ask", "subject"], name="training_ask_subject_once")]

    class Privacy:
        plain = ROW | {"ask", "subject"}
        personal: set[str] = set()


class ReturnAskLink(Row):
    """The person asked was sent a link to answer by: when asked, and with every chase by e-mail."""

    ask = models.ForeignKey(ReturnAsk, models.PROTECT, related_name="links")
    link = models.OneToOneField("accounts.AnswerLink", models.PROTECT, related_name="+")

    class Privacy:
        plain = ROW | {"ask", "link"}
        personal: set[str] = set()


class ReturnAskEnd(Row):
    """A body is no longer asked: by mistake, or its work ended. What it answered stays."""

    ask = models.OneToOneField(ReturnAsk, models.PROTECT, related_name="ending")
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = ROW | {"ask", "on", "because"}
        personal: set[str] = set()


class ReturnChase(Row):
    """A body was asked again, by an e-mail with a fresh link or another way."""

    ask = models.ForeignKey(ReturnAsk, models.PROTECT, related_name="chases")
    is_by_mail = models.BooleanField(default=False)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"ask", "is_by_mail", "on"}
        personal: set[str] = set()


class Return(Record):
    """A body's answer; a later one as at the same day takes its place. RN-1 …"""

    ask = models.ForeignKey(ReturnAsk, models.PROTECT, null=True, related_name="answers")
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    as_at = models.DateField()
    on = models.DateField()  # received
    words = models.CharField(max_length=400, blank=True)
    by_link = models.ForeignKey("accounts.AnswerLink", models.PROTECT, null=True, related_name="+")  # where it came by a link: theirs

    class Privacy:
        plain = RECORD | {"ask", "body", "as_at", "on", "words", "by_link"}
        personal: set[str] = set()

    @property
    def lines(self) -> list["ReturnFigure"]:
        """Its figures, in the order of the subjects and levels."""
        subjects, levels = list(Subject.values), ["", *Tier.values]
        return sorted(self.figures.all(), key=lambda row: (subjects.index(row.subject), levels.index(row.level)))

    @property
    def said(self) -> Figures:
        """What it says of each subject, of all staff together or level by level."""
        return figures_of((row.subject, row.level, row.in_scope, row.trained) for row in self.lines)


class ReturnFigure(Row):
    """One line of a return: a subject, of all staff together or of one level; how many need it, how many have had it and not lapsed."""

    answer = models.ForeignKey(Return, models.PROTECT, related_name="figures")
    subject = models.CharField(max_length=14, choices=Subject.choices)
    level = models.CharField(max_length=11, choices=Tier.choices, blank=True)  # empty: all staff together
    in_scope = models.PositiveIntegerField()
    trained = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["answer", "subject", "level"], name="training_figure_once"),
            models.CheckConstraint(condition=models.Q(trained__lte=models.F("in_scope")), name="training_figure_within_scope"),
        ]

    class Privacy:
        plain = ROW | {"answer", "subject", "level", "in_scope", "trained"}
        personal: set[str] = set()
