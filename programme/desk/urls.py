from django.urls import path

from programme.desk import text_views

urlpatterns = [
    # utkast/
    # texter/: texts of transcripts
    path("texter/", text_views.texts, name="texts"),
    path("texter/<slug:slug>/", text_views.texts_of, name="texts_of"),
]
