"""The section's first page: how the assessment, its sources and the register stand."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.risk.forms.offering import AsAtForm
from dueregard.risk.queries.standing import standing
from dueregard.risk.views.asking import show


@requires(Permission.RISK_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    stands = standing(viewer, on=on, known=known)
    shown = {"form": form, "as_at": on, "known_on": known, "stands": stands, "marking": stands.marking}
    return show(request, "overview", shown, place="risk:overview")
