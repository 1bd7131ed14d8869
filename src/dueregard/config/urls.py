"""Every address: the first part of one is an area, or one of the few words no area may be called."""

from django.urls import include, path

from dueregard.home import views as home

# What stands before the areas; organisations.rules keeps areas from being called so.
urlpatterns = [
    path("", home.today, name="today"),
    path("<slug:area>/", include("dueregard.home.urls")),
]
