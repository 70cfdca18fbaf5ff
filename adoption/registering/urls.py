"""The way in for the municipalities, under /registrera/."""

from django.urls import path

from adoption.registering import views

app_name = "registering"

urlpatterns = [
    path("", views.asked, name="asked"),
    path("<int:number>/", views.case, name="case"),
]
