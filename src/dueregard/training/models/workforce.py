"""Who learns: the workforce by body, team and job, which teams are in scope, and the profiles that say who needs what."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.training.models.plain import RECORD, ROW
from dueregard.training.rules.workforce import Contact, LearnerKind, Service, Tier


class Job(Row):
    """A job title as bodies write it, once each."""

    title = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "title"], name="training_job_title")]

    class Privacy:
        plain = ROW | {"title"}
        personal: set[str] = set()


class TeamPlacing(Row):
    """A team was placed in or out of scope from a day, with the reason; the row dated last holds."""

    team = models.ForeignKey("organisations.Team", models.PROTECT, related_name="+")
    service = models.CharField(max_length=20, choices=Service.choices)
    is_in = models.BooleanField()
    because = models.CharField(max_length=400)
    on = models.DateField()

    class Privacy:
        plain = ROW | {"team", "service", "is_in", "because", "on"}
        personal: set[str] = set()


class Learner(Record):
    """Somebody of the workforce, known by an employee number or an e-mail address within a body. LN-1 …

    Where they work can be read by a finding: it is the first place, and moves are rows. Numbered, because there are hundreds of thousands.
    """

    id = models.BigAutoField(primary_key=True)
    body = models.ForeignKey("organisations.Body", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=LearnerKind.choices)
    number = models.CharField(max_length=40, blank=True)  # the employee number
    email = models.CharField(max_length=254, blank=True)  # in small letters
    name = models.CharField(max_length=120, blank=True)
    manager = models.CharField(max_length=254, blank=True)  # whom reminders go to as well
    person = models.ForeignKey("organisations.Person", models.PROTECT, null=True, related_name="+")  # where they hold a post
    team = models.ForeignKey("organisations.Team", models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    site = models.CharField(max_length=80, blank=True)
    on = models.DateField()  # joined
    came_with = models.ForeignKey("training.Import", models.PROTECT, null=True, related_name="+", db_index=False)  # the register

    class Meta(Record.Meta):
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=~models.Q(number="", email=""), name="training_learner_known_by_something"),
        ]
        indexes = [
            models.Index(fields=["area", "body", "number"], name="training_learner_number"),
            models.Index(fields=["area", "body", "email"], name="training_learner_email"),
        ]

    class Privacy:
        plain = RECORD | {"body", "kind", "team", "job", "site", "on", "came_with"}
        personal = {"number", "email", "name", "manager", "person"}


class LearnerMove(Row):
    """A learner has worked in another team, job or site from a day."""

    learner = models.ForeignKey(Learner, models.PROTECT, related_name="moves")
    team = models.ForeignKey("organisations.Team", models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    site = models.CharField(max_length=80, blank=True)
    on = models.DateField()
    came_with = models.ForeignKey("training.Import", models.PROTECT, null=True, related_name="+", db_index=False)

    class Privacy:
        plain = ROW | {"team", "job", "site", "on", "came_with"}
        personal = {"learner"}


class LearnerLeaving(Row):
    """A learner left; the date is their last day. Their history stays until retention says otherwise.

    Not one to one: a leaving that came with a register which was withdrawn stays, and does not count.
    """

    learner = models.ForeignKey(Learner, models.PROTECT, related_name="leavings")
    on = models.DateField()
    came_with = models.ForeignKey("training.Import", models.PROTECT, null=True, related_name="+", db_index=False)

    class Privacy:
        plain = ROW | {"on", "came_with"}
        personal = {"learner"}


class Absence(Row):
    """A learner is away for long, from a day; why is not kept."""

    learner = models.ForeignKey(Learner, models.PROTECT, related_name="absences")
    on = models.DateField()
    came_with = models.ForeignKey("training.Import", models.PROTECT, null=True, related_name="+", db_index=False)

    class Privacy:
        plain = ROW | {"on", "came_with"}
        personal = {"learner"}


class AbsenceEnd(Row):
    """A learner came back on a day."""

    absence = models.ForeignKey(Absence, models.PROTECT, related_name="endings")
    on = models.DateField()
    came_with = models.ForeignKey("training.Import", models.PROTECT, null=True, related_name="+", db_index=False)

    class Privacy:
        plain = ROW | {"absence", "on", "came_with"}
        personal: set[str] = set()


class Profile(Record):
    """A role profile: what kind of work it is and what contact it brings. PF-1 …"""

    name = models.CharField(max_length=120)
    tier = models.CharField(max_length=12, choices=Tier.choices)
    contact = models.CharField(max_length=8, choices=Contact.choices)
    is_frontline = models.BooleanField(default=False)
    fits_posts = models.BooleanField(default=False)  # it fits whoever holds a Prevent-specific post
    on = models.DateField()

    class Privacy:
        plain = RECORD | {"name", "tier", "contact", "is_frontline", "fits_posts", "on"}
        personal: set[str] = set()


class ProfileEnd(Row):
    """A profile is no longer used."""

    profile = models.OneToOneField(Profile, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"profile", "on"}
        personal: set[str] = set()


class ProfileMatch(Row):
    """A profile fits everybody with a job, everybody in a team (with a job, where both are named), or one learner by hand."""

    profile = models.ForeignKey(Profile, models.PROTECT, related_name="matches")
    team = models.ForeignKey("organisations.Team", models.PROTECT, null=True, related_name="+")
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    learner = models.ForeignKey(Learner, models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(learner__isnull=True, team__isnull=False)
                | models.Q(learner__isnull=True, job__isnull=False)
                | models.Q(learner__isnull=False, team__isnull=True, job__isnull=True),
                name="training_match_by_something",
            )
        ]

    class Privacy:
        plain = ROW | {"profile", "team", "job", "on"}
        personal = {"learner"}


class ProfileMatchEnd(Row):
    """A profile no longer fits them."""

    match = models.OneToOneField(ProfileMatch, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = ROW | {"match", "on"}
        personal: set[str] = set()
