"""The desk at a glance, under /admin/, before the administration's own addresses."""

from django.urls import include, path

app_name = "desk"

urlpatterns = [
    path("", include("programme.desk.urls")),
    path("", include("adoption.desk.urls")),
]
