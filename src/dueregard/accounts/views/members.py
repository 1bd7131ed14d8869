"""Pages on the members of an area: who they are, their roles and clearances."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.accounts import actions, queries
from dueregard.accounts.forms import ClearanceForm, EndRoleForm, RoleForm
from dueregard.organisations import queries as organisations
from dueregard.ui.asking import is_done, pressed


def people_to_pick(viewer: Viewer) -> list[tuple[str, str]]:
    return [(person.ref, f"{person.name} ({person.body.name})" if person.body else person.name) for person in organisations.people(viewer)]


def _member(viewer: Viewer, user_id: int) -> queries.MemberRow:
    rows = queries.member_rows(viewer, user_id=user_id)
    if not rows:
        raise Http404
    return rows[0]


@requires(Permission.MEMBERS_EDIT)
def member_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.member_rows(request.viewer)
    shown = {"members": [row for row in rows if row.held], "former": [row for row in rows if not row.held]}
    area = organisations.area(request.viewer)
    return render(request, "accounts/member_list.html", {**shown, "requires_second_factor": area.requires_second_factor})


@requires(Permission.MEMBERS_EDIT)
def member(request: ViewerRequest, user_id: int) -> HttpResponse:
    row = _member(request.viewer, user_id)
    user = queries.members(request.viewer).get(pk=user_id)
    in_force = [clearance for clearance in queries.clearances(request.viewer, user=user) if clearance.until >= request.viewer.today]
    return render(
        request,
        "accounts/member.html",
        {
            "member": row,
            "clearances": in_force,
            "is_own": user_id == request.viewer.user_id,
            "is_signed_in": queries.is_signed_in(request.viewer, user=user),
            "roles_left": queries.roles_left(request.viewer, user=user),
        },
    )


@requires(Permission.MEMBERS_EDIT)
def role_give(request: ViewerRequest, user_id: int) -> HttpResponse:
    row = _member(request.viewer, user_id)
    form = RoleForm(request.POST or None, people=people_to_pick(request.viewer), initial={"person_ref": row.person_ref})
    if is_done(form, lambda: actions.give_role(user_id, by=request.viewer, on=request.viewer.today, **form.cleaned_data)):
        messages.success(request, "The role begins today")
        return redirect("accounts-here:member", request.viewer.area, user_id)
    return render(request, "accounts/role_give.html", {"member": row, "form": form})


@requires(Permission.MEMBERS_EDIT)
def role_end(request: ViewerRequest, user_id: int, membership_id: UUID) -> HttpResponse:
    row = _member(request.viewer, user_id)
    role = next((role for role in row.roles if role.id == membership_id), None)
    if role is None:
        raise Http404
    form = EndRoleForm(request.POST if request.method == "POST" else None)
    if is_done(form, lambda: actions.end_role(membership_id, by=request.viewer, on=form.cleaned_data["on"])):
        messages.success(request, "The role has an end" if form.cleaned_data["on"] else "The role is ended")
        return redirect("accounts-here:member", request.viewer.area, user_id)
    return render(request, "accounts/role_end.html", {"member": row, "role": role, "form": form})


@requires(Permission.MEMBERS_EDIT)
def clearance_record(request: ViewerRequest, user_id: int) -> HttpResponse:
    row = _member(request.viewer, user_id)
    form = ClearanceForm(request.POST or None)
    if is_done(form, lambda: actions.record_clearance(user_id, by=request.viewer, **form.cleaned_data)):
        messages.success(request, "The clearance is recorded")
        return redirect("accounts-here:member", request.viewer.area, user_id)
    return render(request, "accounts/clearance_record.html", {"member": row, "form": form})


# One button each, on a page above


@requires(Permission.MEMBERS_EDIT)
@require_POST
def clearance_end(request: ViewerRequest, user_id: int, clearance_id: UUID) -> HttpResponse:
    user = queries.members(request.viewer).filter(pk=user_id).first()
    if user is None or not queries.clearances(request.viewer, user=user).filter(pk=clearance_id).exists():
        raise Http404
    pressed(request, lambda: actions.end_clearance(clearance_id, user_id=user_id, by=request.viewer), done="The clearance is ended")
    return redirect("accounts-here:member", request.viewer.area, user_id)


@requires(Permission.MEMBERS_EDIT)
@require_POST
def member_sign_out(request: ViewerRequest, user_id: int) -> HttpResponse:
    _member(request.viewer, user_id)
    pressed(request, lambda: actions.sign_out_everywhere(user_id, by=request.viewer), done="This person is signed out everywhere")
    return redirect("accounts-here:member", request.viewer.area, user_id)


@requires(Permission.MEMBERS_EDIT)
@require_POST
def member_deactivate(request: ViewerRequest, user_id: int) -> HttpResponse:
    _member(request.viewer, user_id)
    pressed(request, lambda: actions.deactivate(user_id, by=request.viewer), done="The account is closed")
    return redirect("accounts-here:member", request.viewer.area, user_id)


@requires(Permission.MEMBERS_EDIT)
@require_POST
def member_reactivate(request: ViewerRequest, user_id: int) -> HttpResponse:
    _member(request.viewer, user_id)
    pressed(
        request,
        lambda: actions.reactivate(user_id, by=request.viewer),
        done="The account is open again. It holds no role until you give one",
    )
    return redirect("accounts-here:member", request.viewer.area, user_id)


@requires(Permission.MEMBERS_EDIT)
@require_POST
def second_factor_require(request: ViewerRequest) -> HttpResponse:
    required = request.POST.get("required") == "yes"
    done = "Everybody here is now asked to set up a second factor" if required else "A second factor is now left to each person"
    pressed(request, lambda: actions.require_second_factor(by=request.viewer, required=required), done=done)
    return redirect("accounts-here:member-list", request.viewer.area)
