"""Invented areas, bodies, teams, people and posts for tests."""

from datetime import UTC, date, datetime
from typing import Any, ClassVar

import factory
from django.db.models import Model

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.organisations.models import Area, Body, Person, Post, PostHolding, Team
from dueregard.organisations.rules import AreaKind, BodyKind, PostKind

LONG_AGO = date(2020, 1, 1)
TYPED = datetime(2020, 1, 1, 12, tzinfo=UTC)


class InArea(factory.django.DjangoModelFactory[Any]):
    """A row of one area, written in that area's scope, so that PostgreSQL's row-level security lets it in."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True  # a row made afterwards leaves this one as it is

    _above: ClassVar[str] = ""  # the row whose area it takes in the end; given only an area, that row is made there

    @classmethod
    def _generate(cls, strategy: Any, params: dict[str, Any]) -> Any:
        if cls._above and "area" in params and cls._above.split("__")[0] not in params:
            params = {f"{cls._above}__area": params["area"], **params}
        return super()._generate(strategy, params)

    @classmethod
    def _create(cls, model_class: type[Model], *args: Any, **kwargs: Any) -> Any:
        area = kwargs["area"]
        with scope(Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=TYPED)):
            return super()._create(model_class, *args, **kwargs)


class AreaFactory(factory.django.DjangoModelFactory[Area]):
    """A unitary area that began to keep its records some years ago."""

    class Meta:
        model = Area

    slug = factory.Sequence(lambda n: f"area-{n}")
    name = factory.LazyAttribute(lambda area: area.slug.replace("-", " ").capitalize())
    kind = AreaKind.UNITARY
    began = LONG_AGO
    is_invented = True
    typed_at: Any = TYPED


class BodyFactory(InArea):
    """The council: a specified authority. Its reference is far from those that deeds give, so that the two never meet."""

    class Meta:
        model = Body

    class Params:
        district = factory.Trait(kind=BodyKind.DISTRICT, name=factory.Sequence(lambda n: f"District {n}"))
        voluntary = factory.Trait(kind=BodyKind.VOLUNTARY, is_specified=False, name=factory.Sequence(lambda n: f"Community centre {n}"))

    area = factory.SubFactory(AreaFactory)
    ref = factory.Sequence(lambda n: f"B-{n + 1000}")
    name = factory.Sequence(lambda n: f"Council {n}")
    kind = BodyKind.UNITARY
    is_specified = True
    on = LONG_AGO
    typed_at: Any = TYPED


class TeamFactory(InArea):
    """A team of a body, in the body's area."""

    class Meta:
        model = Team

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"T-{n + 1000}")
    name = factory.Sequence(lambda n: f"Team {n}")
    on = LONG_AGO
    typed_at: Any = TYPED


class PersonFactory(InArea):
    """Somebody of a body: given only an area, the body is made there too."""

    class Meta:
        model = Person

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"P-{n + 1000}")
    name = factory.Sequence(lambda n: f"Person {n}")
    on = LONG_AGO
    typed_at: Any = TYPED


class PostFactory(InArea):
    """The Prevent lead's post in a body."""

    class Meta:
        model = Post

    _above = "body"
    body = factory.SubFactory(BodyFactory)
    area = factory.SelfAttribute("body.area")
    ref = factory.Sequence(lambda n: f"J-{n + 1000}")
    kind = PostKind.PREVENT_LEAD
    title = factory.Sequence(lambda n: f"Prevent lead {n}")
    on = LONG_AGO
    typed_at: Any = TYPED


class PostHoldingFactory(InArea):
    """Somebody of the post's own body holds it, with no end."""

    class Meta:
        model = PostHolding

    _above = "post__body"
    post = factory.SubFactory(PostFactory)
    area = factory.SelfAttribute("post.area")
    person = factory.SubFactory(PersonFactory, body=factory.SelfAttribute("..post.body"))
    on = LONG_AGO
    typed_at: Any = TYPED
