"""Areas and what is in them: bodies, teams, people, posts, and who held which post when."""

from django.db import models

from dueregard.basics.records import Record, Row
from dueregard.organisations.rules import AreaKind, BodyKind, Nation, PostKind, Standing, value_words


class Area(models.Model):
    """The footprint of one partnership. Every record belongs to one."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=AreaKind.choices)
    nation = models.CharField(max_length=10, choices=Nation.choices, default=Nation.ENGLAND)
    held_by = models.CharField(max_length=160, blank=True)  # the controller of its records, as every page says
    began = models.DateField()  # when the partnership began to keep its records here
    is_invented = models.BooleanField(default=False)  # example data: never a real place
    requires_second_factor = models.BooleanField(default=False)
    loaded_digest = models.CharField(max_length=64, blank=True)  # of the area file it was loaded from: the same file again is nothing to do
    typed_at = models.DateTimeField()

    class Privacy:
        plain = {"id", "slug", "name", "kind", "nation", "held_by", "began", "is_invented"} | {
            "requires_second_factor",
            "loaded_digest",
            "typed_at",
        }
        personal: set[str] = set()


class Serving(models.Model):
    """A joint, regional or combined arrangement serves an area: what it holds counts there."""

    server = models.ForeignKey(Area, models.PROTECT, related_name="+")
    served = models.ForeignKey(Area, models.PROTECT, related_name="+")
    on = models.DateField()
    typed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["server", "served", "on"], name="organisations_serving_once")]

    class Privacy:
        plain = {"id", "server", "served", "on", "typed_at"}
        personal: set[str] = set()


class ServingEnd(models.Model):
    """An arrangement stopped serving an area; the date is the last day it did."""

    serving = models.OneToOneField(Serving, models.PROTECT, related_name="ending")
    on = models.DateField()
    typed_at = models.DateTimeField()

    class Privacy:
        plain = {"id", "serving", "on", "typed_at"}
        personal: set[str] = set()


class Succession(models.Model):
    """An area takes over from another when councils are reorganised: its history stays readable and counts."""

    predecessor = models.ForeignKey(Area, models.PROTECT, related_name="+")
    successor = models.ForeignKey(Area, models.PROTECT, related_name="+")
    on = models.DateField()
    share = models.CharField(max_length=200)  # the whole of it, or which part, in words
    typed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["predecessor", "successor"], name="organisations_succession_once")]

    class Privacy:
        plain = {"id", "predecessor", "successor", "on", "share", "typed_at"}
        personal: set[str] = set()


class Counter(models.Model):
    """The last number given to a kind of reference in an area. Gaps are allowed; a number is never given twice."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    prefix = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "prefix"], name="organisations_counter_prefix")]

    class Privacy:
        plain = {"id", "area", "prefix", "last"}
        personal: set[str] = set()


class AreaStanding(Row):
    """The area's tier, its funding, or whether there is a prison: decided or known from a date, with the reason."""

    standing = models.CharField(max_length=10, choices=Standing.choices)
    value = models.CharField(max_length=10)
    on = models.DateField()
    because = models.CharField(max_length=400)

    class Privacy:
        plain = {"id", "area", "typed_at", "standing", "value", "on", "because"}  # the tier is Official-Sensitive
        personal: set[str] = set()

    @property
    def words(self) -> str:
        """What was said, as a page says it."""
        return value_words(self.standing, self.value)


class Body(Record):
    """An organisation in the area. B-1, B-2 …"""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=BodyKind.choices)
    is_specified = models.BooleanField(default=False)  # a specified authority of Schedule 6
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "name", "kind", "is_specified", "on"}
        personal: set[str] = set()


class BodyEnd(Row):
    """A body closed, or left the area."""

    body = models.OneToOneField(Body, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "body", "on"}
        personal: set[str] = set()


class Team(Record):
    """A team of a body. T-1 …"""

    body = models.ForeignKey(Body, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=160)
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "body", "name", "on"}
        personal: set[str] = set()


class Person(Record):
    """Somebody who holds a post, attends or owns. Most never sign in; where names are not kept, known by the post. P-1 …

    No finding reads a name or an address, so both can be corrected in place. The body can be read: it is the first one, and moves are rows.
    """

    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="people")
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "body", "on"}
        personal = {"name", "email"}


class PersonMove(Row):
    """A person has belonged to another body (or to none here) from a date."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="moves")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "body", "on"}
        personal = {"person"}


class Post(Record):
    """An office of a body: Prevent lead, strategic officer, designated leader … J-1 …"""

    body = models.ForeignKey(Body, models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=20, choices=PostKind.choices)
    title = models.CharField(max_length=160)
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "ref", "version", "once", "body", "kind", "title", "on"}
        personal: set[str] = set()


class PostEnd(Row):
    """A post was given up: from then on it is not vacant, it is no more. The date is its last day."""

    post = models.OneToOneField(Post, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "post", "on"}
        personal: set[str] = set()


class PostHolding(Row):
    """A person has held a post from a date."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    on = models.DateField()
    because = models.CharField(max_length=400, blank=True)  # why two hold it at once, where they do

    class Privacy:
        plain = {"id", "area", "typed_at", "post", "on", "because"}
        personal = {"person"}


class PostHoldingEnd(Row):
    """Somebody left a post; the date is the last day they held it."""

    holding = models.OneToOneField(PostHolding, models.PROTECT, related_name="ending")
    on = models.DateField()

    class Privacy:
        plain = {"id", "area", "typed_at", "holding", "on"}
        personal: set[str] = set()
