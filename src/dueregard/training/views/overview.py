"""The first page of section 6."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.training.views.section import SECTION, show


@requires(Permission.TRAINING_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    """What there is in the section, for whoever opens it."""
    return show(request, "overview", {"there": SECTION.places_for(request.viewer)[1:]})
