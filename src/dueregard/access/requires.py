"""What a page asks of whoever opens it: a permission, or a stated reason for being public."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.label import label

Page = Callable[..., HttpResponseBase]


class ViewerRequest(HttpRequest):
    """A request inside an area: the middleware has put the Viewer on it."""

    viewer: Viewer


def requires(permission: Permission) -> Callable[[Page], Page]:
    """Only for those whose roles grant this. A page outside any area can ask for SIGNED_IN alone."""

    def guard(page: Page) -> Page:
        @wraps(page)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if permission is not Permission.SIGNED_IN:
                viewer: Viewer | None = getattr(request, "viewer", None)
                if viewer is None:
                    raise Http404
                kwargs.pop("area", None)  # the middleware has read it: the viewer knows its area
                if not viewer.may(permission):
                    raise PermissionDenied(f"Your role here does not allow this: {permission.label.lower()}")
            return page(request, *args, **kwargs)

        return label(guarded, permission=permission)  # read by the permission test, and by whoever links to the page

    return guard


def public(why: str) -> Callable[[Page], Page]:
    """Open to everybody, with the reason."""

    def guard(page: Page) -> Page:
        @wraps(page)
        def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return page(request, *args, **kwargs)

        return login_not_required(label(opened, public_because=why))  # read by the permission test

    return guard


__all__ = ["Page", "ViewerRequest", "public", "requires"]
