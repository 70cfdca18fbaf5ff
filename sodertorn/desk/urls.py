"""The desk at a glance, under /admin/, before the administration's own addresses."""

from django.urls import include, path

from sodertorn.desk import views
from sodertorn.desk.mails import mail_page
from sodertorn.desk.reports import report_page, reports_page

app_name = "desk"

urlpatterns = [
    path("vantar/<slug:key>/", views.waiting, name="waiting"),
    path("brev/<int:number>/", mail_page, name="mail"),
    path("meddelanden/", reports_page, name="reports"),
    path("meddelanden/<int:number>/", report_page, name="report"),
    path("handelser/<int:number>/", views.event, name="event"),
    path("handelser/<int:number>/maska/", views.event_mask, name="event_mask"),
    path("historik/<slug:kind>/<str:key>/maska/", views.edit_mask, name="edit_mask"),
    path("", include("programme.desk.urls")),
    path("", include("adoption.desk.urls")),
]
