"""The way in for the municipalities, under /registrera/."""

from django.urls import path

from adoption.registering import acts, files, mending, views

app_name = "registering"

FILE = "<int:number>/beslut/<int:fact>/utdrag/<slug:sha256>"

urlpatterns = [
    path("", views.asked, name="asked"),
    path("<int:number>/", views.case, name="case"),
    path("<int:number>/gang/", views.plan, name="plan"),
    path("<int:number>/bekraftelse/<int:event>/", views.confirmation, name="confirmation"),
    path("<int:number>/bekraftelse/<int:event>/pdf/", views.confirmation_pdf, name="confirmation_pdf"),
    # Acts
    path("<int:number>/beslut/", acts.decision_new, name="decision_new"),
    path("<int:number>/beslut/<int:fact>/", acts.supplement, name="supplement"),
    path("<int:number>/beslut/<int:fact>/ratta/", mending.correct, name="correct"),
    path("<int:number>/beslut/<int:fact>/<slug:part>/", acts.later, name="later"),
    path("<int:number>/beslut/<int:fact>/ratta/<int:filed>/", mending.later_correct, name="later_correct"),
    path("<int:number>/diarienummer/<int:detail>/", mending.number_correct, name="number_correct"),
    # Files
    path(f"{FILE}/", files.extract, name="extract"),
    path(f"{FILE}/granska/", files.review, name="extract_review"),
    path(f"{FILE}/aterkalla/", files.withdraw, name="extract_withdraw"),
    path(f"{FILE}/ersatt/", files.replace, name="extract_replace"),
]
