"""The whole site at a glance. Swedish without a prefix, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from adoption.asking.past_views import past_answer
from adoption.asking.views import appeal_answer, still_right
from adoption.confirm_views import confirm_page
from programme.preview import preview
from programme.reading_drafts import draft_to_read, drafts_to_read
from sodertorn import views
from sodertorn.finding.views import search
from sodertorn.following import views as following
from sodertorn.report_views import report, report_sent
from sodertorn.reports import About
from sodertorn.style import style

urlpatterns = [
    path("handelser.jsonl", views.event_log, name="event_log"),
    path("robots.txt", following.robots, name="follow_robots"),
    path(".well-known/security.txt", following.security, name="follow_security"),
    path("data.jsonld", following.dataset, name="follow_dataset"),
    path("sitemap.xml", following.sitemap, name="follow_sitemap"),
    *i18n_patterns(
        path("", views.start, name="start"),
        path("sa-avgors/", views.rules, name="rules"),
        path("om/", views.about, name="about"),
        path("sok/", search, name="search"),
        path("folj/", following.follow, name="follow"),
        path("folj/vad-som-galler.atom", following.applies_feed, name="follow_applies"),
        path("folj/beslut.atom", following.decisions_feed, name="follow_decisions"),
        path("folj/<slug:slug>.atom", following.municipality_feed, name="follow_municipality"),
        path("bild/<slug:kind>/<slug:which>.png", following.share_picture, name="follow_picture"),
        path("program/<slug:slug>/data.jsonld", following.programme_data, name="follow_programme"),
        path("tillganglighet/", views.accessibility, name="accessibility"),
        path("tillganglighet/meddela/", report, {"about": About.ACCESSIBILITY}, name="accessibility_report"),
        path("fel/", report, name="report"),
        path("fel/tack/", report_sent, name="report_sent"),
        path("ord/", views.words, name="words"),
        path("stil/", style, name="style"),
        path("handelser/", views.events, name="events"),
        path("kontrollera/", views.check, name="check"),
        path("program/<slug:slug>/bevis.zip", views.kit, name="proof_kit"),
        path("utkast/<slug:token>/", preview, name="preview"),
        path("lasa/", drafts_to_read, name="drafts_to_read"),
        path("lasa/<slug:slug>/", draft_to_read, name="draft_to_read"),
        path("stammer-det/<str:token>/", confirm_page, name="confirm"),
        path("overklagat/<str:token>/<slug:answer>/", appeal_answer, name="appeal_answer"),
        path("stammer-uppgifterna/<str:token>/", still_right, name="still_right"),
        path("aldre-beslut/<str:token>/", past_answer, name="past_answer"),
        path("registrera/", include("adoption.registering.urls")),
        path("", include("sodertorn.sign_in.urls")),
        path("", include("programme.urls")),
        path("", include("adoption.urls")),
        path("admin/", include("sodertorn.desk.urls")),
        path("admin/", admin.site.urls),
        prefix_default_language=False,
    ),
]

handler404 = "sodertorn.views.not_found"
handler500 = "sodertorn.outages.failed"
