"""The section's first page: how the assessment and the register stand."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.risk.forms.offering import AsAtForm
from dueregard.risk.views.asking import show


@requires(Permission.RISK_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    return show(request, "overview", {"form": form, "as_at": on, "known_on": known}, place="risk:overview")
