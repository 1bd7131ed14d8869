"""Addresses of the outbox, below /<area>/dispatch/."""

from django.urls import path

from dueregard.dispatch import views

app_name = "dispatch"
urlpatterns = [
    path("", views.message_list, name="message-list"),
    path("<uuid:pk>/again/", views.message_again, name="message-again"),
]
