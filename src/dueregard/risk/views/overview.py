"""The section's first page: how the assessment, its sources and the register stand."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.privacy.marking import highest
from dueregard.risk.queries.risks import risks
from dueregard.risk.queries.standing import standing
from dueregard.risk.views.section import show
from dueregard.ui.as_at import AsAtForm

MOST = 10  # risks listed: the rest is one link away


@requires(Permission.RISK_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, AsAtForm(request.GET or None)
    on, known = form.chosen(viewer.today)
    stands = standing(viewer, on=on, known=known)
    rows = [row for row in risks(viewer, as_at=on, known=known) if row.is_open]
    above = sorted((row for row in rows if row.is_above), key=lambda row: (-(row.residual.product if row.residual else 0), row.ref))
    shown = {
        "form": form,
        "as_at": on,
        "known_on": known,
        "stands": stands,
        "risks": len(rows),
        "above": len(above),
        "worst": above[:MOST],
        "marking": highest([stands.marking, *(row.marking for row in above[:MOST])]),
    }
    return show(request, "overview", shown, place="risk:overview")
