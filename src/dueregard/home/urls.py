"""Addresses of the pages that read everything: inside an area, and the pages of help, which are in none."""

from django.urls import path

from dueregard.home.views import brief, reading, searching, thread, year
from dueregard.home.views import help as helping

app_name = "home"
urlpatterns = [
    path("", reading.area, name="area"),
    path("loose-ends/", reading.loose_ends, name="loose-ends"),
    path("due/", reading.due, name="due"),
    path("thread/", thread.thread_list, name="thread-list"),
    path("thread/<slug:kind>/<slug:ref>/", thread.thread_page, name="thread"),
    path("search/", searching.search, name="search"),
    path("year/", year.year, name="year"),
    path("brief/<str:ref>/", brief.brief, name="brief"),
]

HELP = (
    [
        path("", helping.help_page, name="help"),
        path("accessibility/", helping.accessibility, name="accessibility"),
        path("privacy/", helping.privacy, name="privacy"),
        path("cookies/", helping.cookies, name="cookies"),
        path("roles/", helping.roles, name="roles"),
    ],
    "help",
)
