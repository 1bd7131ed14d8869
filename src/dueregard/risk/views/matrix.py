"""Pages of the matrix: the one in force with those before it, and setting another."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.risk import actions, queries
from dueregard.risk.forms.matrix import MatrixForm, said_of
from dueregard.risk.rules.heat_map import heat_map
from dueregard.risk.views.section import asked, show
from dueregard.ui.places import address_here

PAGE = "risk:matrix"


@requires(Permission.RISK_READ)
def matrix(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    scale = queries.scale_on(viewer, as_at=viewer.today)
    shown = {"scale": scale, "picture": heat_map((), scale=scale), "matrices": queries.matrices(viewer)}
    return show(request, "matrix", shown, place=PAGE)


@requires(Permission.RISK_EDIT)
def matrix_set(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    now = said_of(queries.scale_on(viewer, as_at=viewer.today))
    form = MatrixForm(request.POST or None, initial=now | {"on": viewer.today})
    return asked(
        request,
        form,
        title="Set another matrix",
        button="Set it",
        consequence="The matrix is as it was",
        do=lambda: actions.set_matrix(form.scale, by=viewer, on=form.cleaned_data["on"], because=form.cleaned_data["because"]),
        then=lambda _: address_here(viewer, PAGE),
        done="The matrix is set. Risks keep the scores they have on the matrix before, until each is reviewed",
        lede="Scores are never converted: each keeps the matrix it was given on, and a risk is drawn on the new one once it is reviewed.",
        back=(("Matrix", address_here(viewer, PAGE)),),
        place=PAGE,
    )
