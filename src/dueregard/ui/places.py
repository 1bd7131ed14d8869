"""Where each kind of record is: its page's name, so that a finding, a loose end or the trail can link to it."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, resolve, reverse

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer

# A record's kind, as findings and files say it: the page that shows it (its address takes area and ref).
PAGES: dict[str, str] = {
    "group": "partnership:group",
    "clause": "documents:document",
    "terms": "documents:document",
    "document": "documents:document",
    "seat": "partnership:seat",
    "membership": "partnership:member-list",
    "member": "partnership:member-list",
    "required-sector": "partnership:member-list",
    "representation": "partnership:terms-list",
    "agenda-item": "partnership:item",
    "meeting": "partnership:meeting",
    "decision": "partnership:decision",
    "action": "partnership:action",
    "link": "partnership:link",
    "link-deed": "partnership:link-list",
    "involvement": "partnership:involvement-list",
    "exchange": "partnership:exchange",
    "briefing": "partnership:briefing-list",
    "nil-return": "partnership:nil-list",
    "post": "organisations:post",
    "post-holding": "organisations:post",
    "tier": "organisations:overview",
    "funded": "organisations:overview",
    "body": "organisations:body",
    "person": "organisations:person",
    "threat-check": "guidance:threat-check",
    "round": "assurance:round",
    "plan": "plan:plan",
    "objective": "plan:objective",
    "planned": "plan:planned",
    "evaluation": "plan:evaluation",
    "project": "plan:project",
    "risk": "risk:risk",
    "source": "risk:source",
    "assessment": "risk:assessment",
    "assessment-update": "risk:assessment-list",
    "assessment-briefing": "risk:assessment-list",
    "contribution": "risk:contribution-list",
    "profile-request": "risk:contribution-list",
    "training-plan": "training:plan",
    "team-placing": "training:team-list",
    "learner": "training:learner",
    "course": "training:course",
    "session": "training:session",
    "completion": "training:coverage",
    "training-return": "training:return-list",
    "material": "training:material",
    "staff-update": "training:update-list",
    "programme": "training:programme",
    "induction": "training:induction",
    "development": "training:development-list",
    "setting": "training:setting",
}
# Lists: no ref in the address.
PLAIN = frozenset(
    {
        "partnership:terms-list",
        "partnership:link-list",
        "partnership:involvement-list",
        "organisations:overview",
        "partnership:member-list",
        "partnership:briefing-list",
        "partnership:nil-list",
        "risk:assessment-list",
        "risk:contribution-list",
        "training:development-list",
        "training:overview",
        "training:update-list",
        "training:team-list",
        "training:coverage",
        "training:return-list",
    }
)


def address_of(kind: str, ref: str, *, area: str) -> str:
    """The address of a record; empty where its kind has no page."""
    page = PAGES.get(kind)
    return address_of_page(page, ref, area=area) if page else ""


def address_of_page(page: str, ref: str | None, *, area: str) -> str:
    """The address of a page named by a gap: with the record's ref where the page is about one."""
    wanted = {"area": area} if ref is None or page in PLAIN else {"area": area, "ref": ref.partition("/")[0]}  # DOC-4/2: an edition
    for kwargs in (wanted, {"area": area}):
        try:
            return reversed_once(page, **kwargs)
        except NoReverseMatch:
            continue
    return ""


def reversed_once(page: str, **kwargs: Any) -> str:
    """The address of a page: a list asks for the same ones row by row, and page after page."""
    return _reversed(page, tuple(kwargs.items()), settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=4096)
def _reversed(page: str, kwargs: tuple[tuple[str, Any], ...], addresses: str, prefix: str) -> str:
    return reverse(page, kwargs=dict(kwargs) or None)


def address_here(viewer: Viewer, page: str, ref: str | None = None) -> str:
    """The same in the viewer's area; empty where there is no such page."""
    return address_of_page(page, ref, area=viewer.area)


def address_for(viewer: Viewer, page: str, ref: str | None = None) -> str:
    """The same for somebody in their area: empty where the page would refuse them."""
    permission = _permission(page, ref is not None, settings.ROOT_URLCONF)
    return address_here(viewer, page, ref) if permission is None or viewer.may(permission) else ""


@lru_cache(maxsize=1024)  # to resolve an address takes longer than all else about a row
def _permission(page: str, has_ref: bool, addresses: str) -> Permission | None:
    """What a page asks of whoever opens it; None where it asks nothing, or there is no such page."""
    address = address_of_page(page, "any" if has_ref else None, area="any")
    return getattr(resolve(address).func, "permission", None) if address else None
