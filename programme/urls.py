from django.urls import path

from programme import comparison_views, views
from programme.papers import views as paper_views

app_name = "programme"

urlpatterns = [
    # /gallande/: no day is today
    path("gallande/", views.in_force, name="in_force"),
    path("gallande/<str:day>/", views.in_force, name="in_force"),
    # /program/
    path("program/", views.history, name="list"),
    path("program/<slug:slug>/", views.revision, name="revision"),
    path("program/<slug:slug>/kanonisk.txt", views.canonical_form, name="canonical"),
    path("program/<slug:slug>/program.pdf", views.record, name="record"),
    path("program/<slug:slug>/bilaga.pdf", views.annex, name="annex"),
    path("program/<slug:slug>/mal/<int:number>/", comparison_views.goal, name="goal"),
    # The papers of a municipality
    path("antagande/<slug:slug>/handlingar/<slug:municipality>/", paper_views.papers, name="papers"),
    path(
        "antagande/<slug:slug>/handlingar/<slug:municipality>/<slug:kind>.<slug:extension>",
        paper_views.paper,
        name="paper",
    ),
    # Two programmes, the earlier first
    path("jamfor/", comparison_views.compare, name="compare"),
    path("program/<slug:earlier>/jamfor/<slug:later>/", comparison_views.comparison, name="comparison"),
    path(
        "program/<slug:earlier>/jamfor/<slug:later>/jamforelse.pdf",
        comparison_views.comparison_file,
        name="comparison_record",
    ),
    path(
        "program/<slug:earlier>/jamfor/<slug:later>/i-en-spalt/",
        comparison_views.comparison,
        {"one_column": True},
        name="comparison_in_one",
    ),
]
