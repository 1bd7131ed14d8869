"""Addresses of section 2, below /<area>/risk/: one list for each module of pages. No address holds a title."""

from django.urls import path

from dueregard.risk.views import overview

app_name = "risk"

urlpatterns = [
    path("", overview.overview, name="overview"),
]
