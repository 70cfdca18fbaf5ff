from django.urls import path

from adoption import views

app_name = "adoption"

urlpatterns = [
    # /antagande/
    path("antagande/", views.latest, name="latest"),
    path("antagande/<slug:slug>/", views.revision, name="revision"),
    path("antagande/<slug:slug>/antagande.pdf", views.revision_record, name="revision_record"),
    path("antagande/<slug:slug>/sammantraden.ics", views.programme_calendar, name="programme_calendar"),
    # /kommuner/
    path("kommuner/", views.municipalities, name="municipalities"),
    path("kommuner/<slug:slug>/", views.municipality, name="municipality"),
    path("kommuner/<slug:slug>/beslut.pdf", views.municipality_record, name="municipality_record"),
    path("kommuner/<slug:slug>/sammantraden.ics", views.municipality_calendar, name="municipality_calendar"),
    # /beslut/
    path("beslut/<int:number>/", views.decision, name="decision"),
    path("beslut/<int:number>/utdrag/<slug:sha256>/", views.extract, name="extract"),
]
