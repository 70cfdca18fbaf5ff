"""The way in for the municipalities, under /registrera/."""

from django.urls import path

from adoption.registering import acts, views

app_name = "registering"

urlpatterns = [
    path("", views.asked, name="asked"),
    path("<int:number>/", views.case, name="case"),
    path("<int:number>/gang/", views.plan, name="plan"),
    path("<int:number>/bekraftelse/<int:event>/", views.confirmation, name="confirmation"),
    path("<int:number>/bekraftelse/<int:event>/pdf/", views.confirmation_pdf, name="confirmation_pdf"),
    # Acts
    path("<int:number>/beslut/", acts.decision_new, name="decision_new"),
    path("<int:number>/beslut/<int:fact>/", acts.supplement, name="supplement"),
    path("<int:number>/beslut/<int:fact>/<slug:part>/", acts.later, name="later"),
]
