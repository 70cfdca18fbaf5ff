from django.urls import path

from programme.desk import (
    comments,
    draft_views,
    erratum_views,
    history,
    lineage_views,
    preview_links,
    sending_views,
    text_views,
    version_views,
)

urlpatterns = [
    # utkast/
    path("utkast/", draft_views.drafts, name="drafts"),
    path("utkast/nytt/", draft_views.draft_new, name="draft_new"),
    path("utkast/<slug:slug>/", draft_views.draft, name="draft"),
    path("utkast/<slug:slug>/versioner/", version_views.draft_versions, name="draft_versions"),
    path("utkast/<slug:slug>/versioner/<int:number>/", version_views.draft_version, name="draft_version"),
    path("utkast/<slug:slug>/jamfor/", version_views.draft_compare, name="draft_compare"),
    path("utkast/<slug:slug>/synpunkter/", comments.comments, name="comments"),
    path("utkast/<slug:slug>/synpunkter/dokument/", comments.comments_document, name="comments_document"),
    path("utkast/<slug:slug>/synpunkter/<int:number>/", comments.comment, name="comment"),
    path("utkast/<slug:slug>/dela/", preview_links.preview_links, name="preview_links"),
    path("utkast/<slug:slug>/historik/", history.history, name="history"),
    path("utkast/<slug:slug>/sand/", sending_views.draft_send, name="draft_send"),
    # program/: what was sent
    path("program/<slug:slug>/", sending_views.sent, name="sent"),
    path("program/<slug:slug>/aterkalla/", sending_views.sent_withdraw, name="sent_withdraw"),
    path("program/<slug:slug>/rattelser/ny/", erratum_views.erratum_new, name="erratum_new"),
    path(
        "program/<slug:slug>/rattelser/<int:number>/ratta/",
        erratum_views.erratum_correct,
        name="erratum_correct",
    ),
    path(
        "program/<slug:slug>/rattelser/<int:number>/svar/<slug:municipality>/",
        erratum_views.erratum_answer,
        name="erratum_answer",
    ),
    # texter/: texts of transcripts
    path("texter/", text_views.texts, name="texts"),
    path("texter/<slug:slug>/", text_views.texts_of, name="texts_of"),
    path("texter/<slug:slug>/ny/", text_views.text_new, name="text_new"),
    path("texter/<slug:slug>/bilaga/", text_views.annex, name="annex"),
    path("texter/<slug:slug>/<int:part>/", text_views.text, name="text"),
    path("texter/<slug:slug>/<int:part>/kontrollera/", text_views.text_check, name="text_check"),
    path(
        "texter/<slug:slug>/<int:part>/kontrollera/ratta/",
        text_views.text_check_correct,
        name="text_check_correct",
    ),
    # slaktskap/: what goals and areas go back to
    path("slaktskap/<slug:slug>/", lineage_views.lineage, name="lineage"),
    path("slaktskap/<slug:slug>/<int:part>/", lineage_views.lineage_of, name="lineage_of"),
]
