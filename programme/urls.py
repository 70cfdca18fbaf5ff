from django.urls import path

from programme import views

app_name = "programme"

urlpatterns = [
    path("program/", views.history, name="list"),
    path("program/<slug:slug>/", views.revision, name="revision"),
]
