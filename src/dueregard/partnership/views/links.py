"""Pages of links with other areas, authorities and networks, and what was done under them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.registers import LastDayForm, LinkDeedForm, LinkForm
from dueregard.partnership.rules.reach import LinkKind
from dueregard.partnership.views.registers import LIST, back_to
from dueregard.partnership.views.section import asked, show
from dueregard.ui.places import address_here

LINKS = ("Links beyond the area", "partnership:link-list")


@requires(Permission.PARTNERSHIP_READ)
def link_list(request: ViewerRequest) -> HttpResponse:
    rows = [(row, LinkKind(row.kind).label, list(row.deeds.all())) for row in queries.area_links(request.viewer)]
    return show(request, "link_list", {"rows": rows, "back": back_to(request)}, place=LIST)


@requires(Permission.PARTNERSHIP_READ)
def link(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.area_links(request.viewer), ref=ref)
    ended = found.ending.on if hasattr(found, "ending") else None
    shown = {"link": found, "kind": LinkKind(found.kind), "ended": ended, "back": back_to(request, LINKS)}
    return show(request, "link", shown, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def link_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = LinkForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record a link beyond the area",
        button="Record it",
        consequence="The link is not recorded yet",
        do=lambda: actions.link_area(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, "partnership:link", made.ref),
        done="The link is recorded. Now record what is done under it",
        back=back_to(request, LINKS),
        place=LIST,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def link_deed(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.area_links(viewer), ref=ref)
    form = LinkDeedForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record something done under the link",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.do_under_link(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:link", ref),
        done="It is recorded",
        caption=f"{ref}: {found.with_whom}",
        back=back_to(request, LINKS),
        place=LIST,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def link_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.area_links(viewer), ref=ref)
    form = LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record that the link ended",
        button="Record it",
        consequence="The link has not ended yet",
        do=lambda: actions.end_link(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:link", ref),
        done="The link has ended",
        caption=f"{ref}: {found.with_whom}",
        back=back_to(request, LINKS),
        place=LIST,
    )
