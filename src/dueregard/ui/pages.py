"""The Jinja environment our pages are written in, and the second one the GOV.UK macros need."""

from functools import cache
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from dueregard.basics import dates
from dueregard.basics.figures import plain
from dueregard.privacy.marking import Marking
from dueregard.ui import slots
from dueregard.ui.places import address_of, reversed_once

# What every page has unless it says otherwise. Globals, because Django lets a context processor win over what the page passes.
UNLESS_SAID: dict[str, Any] = {"marking": Marking.OFFICIAL, "as_at": None, "known_on": None, "form": None}


def environment(**options: Any) -> Environment:
    """Our pages: a name that was not passed is an error, never an empty space."""
    env = Environment(**{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True})  # noqa: S701 - Django passes autoescape=True
    env.globals |= {
        "url": url,
        "static": static,
        "govuk": govuk,
        "get_messages": get_messages,
        "address_of": address_in,
        "slot": slots.filled,
        "cells": slots.cells,
        **UNLESS_SAID,
    }
    env.filters |= {
        "day": dates.day_of,
        "say": dates.say,
        "say_short": dates.say_short,
        "say_time": dates.say_time,
        "counted": dates.counted,
        "listed": dates.listed,
        "plain": plain,
    }
    return env


@pass_context
def url(context: Context, name: str, **kwargs: Any) -> str:
    """The address of a page, in the viewer's area where the page is in one."""
    viewer = context.get("viewer")
    if ":" in name and viewer is not None and "area" not in kwargs and name.split(":")[0] not in OUTSIDE:
        kwargs["area"] = viewer.area
    return reversed_once(name, **kwargs)


OUTSIDE = frozenset({"accounts", "help"})  # namespaces whose pages are in no area


@pass_context
def address_in(context: Context, kind: str, ref: str) -> str:
    """The address of a record a finding or a loose end names."""
    return address_of(kind, ref, area=context["viewer"].area)


@cache
def _components() -> Environment:
    package = "govuk_frontend_jinja"  # its templates find each other under this name
    env = Environment(undefined=ChainableUndefined, autoescape=True, loader=PrefixLoader({package: PackageLoader(package)}))
    env.globals["get_messages"] = get_messages
    return env


@cache
def _macro(component: str) -> Any:
    name = "govuk" + "".join(part.title() for part in component.split("-"))
    module: Any = _components().get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module
    return getattr(module, name)


def govuk(component: str, /, **params: Any) -> Markup:
    """A component of the GOV.UK Design System: govuk("button", text="Save")."""
    return Markup(_macro(component)(params))  # noqa: S704 - the macro has escaped what it was given
