"""Addresses of the pages that read everything, inside an area."""

from django.urls import path

from dueregard.home import views

app_name = "home"
urlpatterns = [
    path("", views.area, name="area"),
]
