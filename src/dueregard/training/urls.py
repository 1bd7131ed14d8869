"""Addresses of section 6, below /<area>/training/: one list for each module of pages. No address holds a name or a number of anybody."""

from django.urls import path

from dueregard.training.views import import_rows, imports, overview, sources

app_name = "training"

IMPORT, SOURCE = "imports/<str:ref>", "sources/<str:ref>"

import_urls = [
    path("imports/", imports.import_list, name="import-list"),
    path("imports/new/", imports.import_new, name="import-new"),
    path(f"{IMPORT}/", imports.import_page, name="import"),
    path(f"{IMPORT}/give-up/", imports.import_give_up, name="import-give-up"),
    path(f"{IMPORT}/withdraw/", imports.import_withdraw, name="import-withdraw"),
    path(f"{IMPORT}/left/", imports.import_left, name="import-left"),
    path(f"{IMPORT}/rows-not-taken/", import_rows.import_rows, name="import-rows"),
    path("sources/new/", sources.source_new, name="source-new"),
    path(f"{SOURCE}/", sources.source, name="source"),
]
urlpatterns = [path("", overview.overview, name="overview"), *import_urls]
