"""Addresses of the pages that read everything: inside an area, and the pages of help, which are in none."""

from django.urls import path

from dueregard.home.views import help as helping
from dueregard.home.views import reading

app_name = "home"
urlpatterns = [
    path("", reading.area, name="area"),
    path("loose-ends/", reading.loose_ends, name="loose-ends"),
    path("due/", reading.due, name="due"),
]

help_urls = (
    [
        path("", helping.help_page, name="help"),
        path("accessibility/", helping.accessibility, name="accessibility"),
        path("privacy/", helping.privacy, name="privacy"),
        path("cookies/", helping.cookies, name="cookies"),
        path("roles/", helping.roles, name="roles"),
    ],
    "help",
)
