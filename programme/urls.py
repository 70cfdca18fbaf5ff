from django.urls import path

from programme import views

app_name = "programme"

urlpatterns = [
    path("program/", views.history, name="list"),
    path("program/<slug:slug>/", views.revision, name="revision"),
    path("program/<slug:slug>/kanonisk.txt", views.canonical_form, name="canonical"),
    path("program/<slug:slug>/bilaga.pdf", views.annex, name="annex"),
]
