"""The pages every service must have: help, accessibility, privacy, cookies, the roles in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dueregard.access.requires import public
from dueregard.access.roles import GRANTS, SENTENCES, Permission, Role

OPEN = "says how the service works and holds nothing of any area"


@public(OPEN)
def help_page(request: HttpRequest) -> HttpResponse:
    """How findings are made, what the words mean, where to start."""
    return render(request, "help/help.html", {})


@public(OPEN)
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "help/accessibility.html", {})


@public(OPEN)
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, and why."""
    return render(request, "help/privacy.html", {})


@public(OPEN)
def cookies(request: HttpRequest) -> HttpResponse:
    """The three cookies."""
    return render(request, "help/cookies.html", {})


@public(OPEN)
def roles(request: HttpRequest) -> HttpResponse:
    """Each role in a sentence, and what it may do."""
    rows = [(role.label, SENTENCES[role], [permission.label for permission in Permission if permission in GRANTS[role]]) for role in Role]
    return render(request, "help/roles.html", {"rows": rows})
