"""Addresses of the guidance and of the checks made under it."""

from django.urls import path

from dueregard.guidance import views

app_name = "guidance"
urlpatterns = [
    path("", views.framework_list, name="framework-list"),
    path("threat-checks/", views.threat_check_list, name="threat-check-list"),
    path("threat-checks/<str:ref>/", views.threat_check, name="threat-check"),
    path("<slug:framework>/", views.framework, name="framework"),
    path("<slug:framework>/<str:line>/", views.line, name="line"),
]
