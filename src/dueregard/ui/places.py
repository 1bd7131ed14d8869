"""Where each kind of record is: its page's name, so that a finding, a loose end or the trail can link to it."""

from django.urls import NoReverseMatch, resolve, reverse

from dueregard.access.viewer import Viewer

# A record's kind, as findings and files say it: the page that shows it (its address takes area and ref).
PAGES: dict[str, str] = {
    "group": "partnership:group",
    "terms": "documents:document",
    "document": "documents:document",
    "seat": "partnership:seat",
    "membership": "partnership:member-list",
    "meeting": "partnership:meeting",
    "decision": "partnership:decision",
    "action": "partnership:action",
    "link": "partnership:link",
    "exchange": "partnership:exchange",
    "briefing": "partnership:briefing-list",
    "nil-return": "partnership:nil-list",
    "post": "organisations:post",
    "body": "organisations:body",
    "person": "organisations:person",
    "threat-check": "guidance:threat-check",
    "round": "assurance:round",
    "risk": "risk:risk",
    "source": "risk:source",
    "assessment": "risk:assessment",
    "assessment-update": "risk:assessment-list",
    "assessment-briefing": "risk:assessment-list",
    "contribution": "risk:contribution-list",
    "profile-request": "risk:contribution-list",
}
# Lists: no ref in the address.
PLAIN = frozenset(
    {"partnership:member-list", "partnership:briefing-list", "partnership:nil-list", "risk:assessment-list", "risk:contribution-list"}
)


def address_of(kind: str, ref: str, *, area: str) -> str:
    """The address of a record; empty where its kind has no page."""
    page = PAGES.get(kind)
    return address_of_page(page, ref, area=area) if page else ""


def address_of_page(page: str, ref: str | None, *, area: str) -> str:
    """The address of a page named by a gap: with the record's ref where the page is about one."""
    wanted = {"area": area} if ref is None or page in PLAIN else {"area": area, "ref": ref}
    for kwargs in (wanted, {"area": area}):
        try:
            return reverse(page, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return ""


def address_for(viewer: Viewer, page: str, ref: str | None) -> str:
    """The same for somebody in their area: empty where the page would refuse them."""
    address = address_of_page(page, ref, area=viewer.area)
    permission = getattr(resolve(address).func, "permission", None) if address else None
    return address if permission is None or viewer.may(permission) else ""
