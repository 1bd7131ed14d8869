"""Addresses of the trail."""

from django.urls import path

from dueregard.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.event_list, name="event-list"),
    path("export/", views.event_export, name="event-export"),
]
