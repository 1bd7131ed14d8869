"""Pages on the invitations of an area."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission, Role
from dueregard.accounts import actions, queries
from dueregard.accounts.forms import InviteForm
from dueregard.accounts.views.members import people_to_pick
from dueregard.basics.refused import Refused
from dueregard.ui.asking import pressed


@requires(Permission.MEMBERS_EDIT)
def invitation_list(request: ViewerRequest) -> HttpResponse:
    now = request.viewer.now
    rows = [(invitation, Role(invitation.role), invitation.state_at(now)) for invitation in queries.invitations(request.viewer)]
    return render(request, "accounts/invitation_list.html", {"invitations": rows})


@requires(Permission.MEMBERS_EDIT)
def invite(request: ViewerRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, people=people_to_pick(request.viewer))
    if form.is_valid():
        try:
            address = actions.invite(by=request.viewer, site=request.build_absolute_uri("/"), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if settings.DEMO and address:
                return render(request, "accounts/invited.html", {"address": address, "email": form.cleaned_data["email"]})
            messages.success(request, "The invitation is sent")
            return redirect("accounts-here:invitation-list", request.viewer.area)
    return render(request, "accounts/invite.html", {"form": form})


@requires(Permission.MEMBERS_EDIT)
@require_POST
def invitation_withdraw(request: ViewerRequest, invitation_id: UUID) -> HttpResponse:
    if not queries.invitations(request.viewer).filter(pk=invitation_id).exists():
        raise Http404
    pressed(request, lambda: actions.withdraw_invitation(invitation_id, by=request.viewer), done="The invitation is withdrawn")
    return redirect("accounts-here:invitation-list", request.viewer.area)
