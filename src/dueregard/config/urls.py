"""Every address: the first part of one is an area, or one of the few words no area may be called."""

from django.urls import include, path

from dueregard.config.slots import CELLS, NUMBERS, TABLE
from dueregard.home.urls import HELP
from dueregard.home.views import reading
from dueregard.partnership.views import answering
from dueregard.training.views import answering as returning
from dueregard.training.views import reminders
from dueregard.ui import slots

slots.fill(TABLE, CELLS, NUMBERS)

# What stands before the areas; organisations.rules keeps areas from being called so.
urlpatterns = [
    path("", reading.today, name="today"),
    path("help/", include(HELP)),
    path("", include("dueregard.accounts.urls")),
    path("<slug:of>/answer/<str:secret>/", answering.answer, name="answer"),
    path("<slug:of>/return/<str:secret>/", returning.answer, name="return-answer"),
    path("<slug:of>/return/<str:secret>/thanks/", returning.answered, name="return-answered"),
    path("<slug:of>/reminder/<str:sealed>/", reminders.reminder, name="reminder"),
    path("<slug:area>/organisations/", include("dueregard.organisations.urls")),
    path("<slug:area>/trail/", include("dueregard.audit.urls")),
    path("<slug:area>/guidance/", include("dueregard.guidance.urls")),
    path("<slug:area>/documents/", include("dueregard.documents.urls")),
    path("<slug:area>/dispatch/", include("dueregard.dispatch.urls")),
    path("<slug:area>/assurance/", include("dueregard.assurance.urls")),
    path("<slug:area>/partnership/", include("dueregard.partnership.urls")),
    path("<slug:area>/plan/", include("dueregard.plan.urls")),
    path("<slug:area>/training/", include("dueregard.training.urls")),
    path("<slug:area>/risk/", include("dueregard.risk.urls")),
    path("<slug:area>/", include("dueregard.home.urls")),
]
