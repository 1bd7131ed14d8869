"""Pages of posts and who holds them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.organisations import actions, queries
from dueregard.organisations.forms import HoldForm, LastDayForm, PostForm
from dueregard.organisations.views.asking import asked


def address(request: ViewerRequest, ref: str) -> str:
    return reverse("organisations:post", kwargs={"area": request.viewer.area, "ref": ref})


@requires(Permission.AREA_READ)
def post_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.post_rows(request.viewer, on=request.viewer.today)
    shown = {
        "rows": rows,
        "there": [row for row in rows if row.given_up is None or row.given_up >= request.viewer.today],
        "may_edit": request.viewer.may(Permission.AREA_EDIT),
    }
    return render(request, "organisations/post_list.html", shown)


@requires(Permission.AREA_READ)
def post(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.posts(viewer), ref=ref)
    held = list(queries.holdings(viewer).filter(post=found))
    shown = {
        "post": found,
        "given_up": found.ending.on if hasattr(found, "ending") else None,
        "holdings": held[::-1],
        "is_vacant": not any(each.on <= viewer.today and (not hasattr(each, "ending") or each.ending.on >= viewer.today) for each in held),
        "may_edit": viewer.may(Permission.AREA_EDIT),
    }
    return render(request, "organisations/post.html", shown)


@requires(Permission.AREA_EDIT)
def post_record(request: ViewerRequest) -> HttpResponse:
    form = PostForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record a post and who holds it",
        button="Record the post",
        do=lambda: actions.add_post(by=request.viewer, **form.cleaned_data),
        then=lambda made: address(request, made.ref),
        lede="An office of a body: a Prevent lead, a strategic officer, a designated leader.",
    )


@requires(Permission.AREA_EDIT)
def post_hold(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.posts(request.viewer), ref=ref)
    form = HoldForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title=f"Record who holds the post: {found.title}",
        button="Record it",
        do=lambda: actions.hold_post(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: address(request, ref),
        back=((found.title, address(request, ref)),),
    )


@requires(Permission.AREA_EDIT)
def post_leave(request: ViewerRequest, ref: str, person: str) -> HttpResponse:
    viewer = request.viewer
    held = queries.holdings(viewer).filter(post__ref=ref, person__ref=person, ending__isnull=True).first()
    if held is None:
        raise Http404
    form = LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Record that {held.person.name} left the post: {held.post.title}",
        button="Record it",
        do=lambda: actions.leave_post(ref, by=viewer, person=person, **form.cleaned_data),
        then=lambda _: address(request, ref),
        back=((held.post.title, address(request, ref)),),
    )


@requires(Permission.AREA_EDIT)
def post_give_up(request: ViewerRequest, ref: str) -> HttpResponse:
    found = get_object_or_404(queries.posts(request.viewer), ref=ref)
    form = LastDayForm(request.POST or None)
    return asked(
        request,
        form,
        title=f"Record that there is no such post any more: {found.title}",
        button="Record it",
        do=lambda: actions.give_up_post(ref, by=request.viewer, **form.cleaned_data),
        then=lambda _: address(request, ref),
        lede="A post that was given up is not vacant. Its history stays.",
        back=((found.title, address(request, ref)),),
    )
