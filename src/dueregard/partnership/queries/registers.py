"""Reads of the plain dated registers."""

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.partnership.models import (
    AreaLink,
    AreaLinkDeed,
    Exchange,
    ExchangeAnswer,
    ExchangeHeard,
    ExchangeReport,
    Involvement,
    MemberBriefing,
    NilReturn,
    PersonMark,
    Redaction,
)
from dueregard.privacy.marking import readable


def nil_returns(viewer: Viewer) -> QuerySet[NilReturn]:
    """What did not arise, newest first, and which post said so."""
    return NilReturn.objects.filter(area=viewer.area_id).select_related("post__body").order_by("-on", "-ref")


def briefings(viewer: Viewer) -> QuerySet[MemberBriefing]:
    """The briefings of elected members, newest first."""
    return MemberBriefing.objects.filter(area=viewer.area_id).select_related("post").order_by("-on", "-ref")


def area_links(viewer: Viewer) -> QuerySet[AreaLink]:
    """The links beyond the area, with what was done under them."""
    rows = AreaLink.objects.filter(area=viewer.area_id).select_related("ending")
    return rows.prefetch_related(Prefetch("deeds", AreaLinkDeed.objects.order_by("-on", "-ref"))).order_by("-on", "-ref")


def area_links_to_change(viewer: Viewer) -> QuerySet[AreaLink]:
    """The links, locked for a deed."""
    return AreaLink.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def exchanges(viewer: Viewer) -> QuerySet[Exchange]:
    """The exchanges the viewer may see, newest first, with what was heard, answered and reported."""
    rows = Exchange.objects.filter(readable(viewer), area=viewer.area_id).select_related("body")
    return rows.prefetch_related(
        Prefetch("heard", ExchangeHeard.objects.order_by("on", "typed_at", "id")),
        Prefetch("answers", ExchangeAnswer.objects.order_by("on", "typed_at", "id")),
        Prefetch("reports", ExchangeReport.objects.select_related("meeting", "item").order_by("on", "typed_at", "id")),
    ).order_by("-on", "-ref")


def exchanges_to_change(viewer: Viewer) -> QuerySet[Exchange]:
    """The exchanges the viewer may see, locked for a deed."""
    return Exchange.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def involvements(viewer: Viewer) -> QuerySet[Involvement]:
    """A senior officer's part that no other record shows, newest first."""
    return Involvement.objects.filter(area=viewer.area_id).select_related("person").order_by("-on", "-ref")


def person_marks(viewer: Viewer) -> QuerySet[PersonMark]:
    """Free text somebody marked as naming a person who should not be there, newest first."""
    return PersonMark.objects.filter(area=viewer.area_id).order_by("-on", "-typed_at")


def redactions(viewer: Viewer) -> QuerySet[Redaction]:
    """Words that were taken out, newest first."""
    return Redaction.objects.filter(area=viewer.area_id).order_by("-on", "-typed_at")
