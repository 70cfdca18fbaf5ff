from django.urls import path, re_path

from adoption.desk import (
    board_views,
    case_views,
    confirm_again,
    extract_views,
    follow_up_views,
    municipalities,
    people,
    ready_letters,
    several_files,
    views,
)

FILE = "beslut/<int:number>/utdrag/<slug:sha256>"

urlpatterns = [
    # beslut/
    path("beslut/", views.decisions, name="decisions"),
    path("beslut/nytt/", views.decision_new, name="decision_new"),
    path("beslut/filer/", several_files.several_files, name="several_files"),
    path("beslut/<int:number>/", views.decision, name="decision"),
    path("beslut/<int:number>/komplettera/", views.decision_supplement, name="decision_supplement"),
    path("beslut/<int:number>/ratta/", views.decision_correct, name="decision_correct"),
    path("beslut/<int:number>/uppfoljning/", follow_up_views.follow_up, name="decision_follow_up"),
    path(
        "beslut/<int:number>/uppfoljning/<int:filed>/ratta/",
        follow_up_views.follow_up_correct,
        name="decision_follow_up_correct",
    ),
    path("beslut/<int:number>/avgora/", follow_up_views.rule, name="decision_rule"),
    path("beslut/<int:number>/granska/", follow_up_views.check, name="decision_check"),
    path("beslut/<int:number>/fraga/", confirm_again.ask, name="decision_ask"),
    # beslut/…/utdrag/
    path(f"{FILE}/granska/", extract_views.review, name="extract_review"),
    path(f"{FILE}/aterkalla/", extract_views.withdraw, name="extract_withdraw"),
    path(f"{FILE}/ersatt/", extract_views.replace, name="extract_replace"),
    path(f"{FILE}/forstor/", extract_views.destroy, name="extract_destroy"),
    # arende/
    path("arende/<int:number>/", case_views.case, name="case"),
    path("arende/<int:number>/uppgift/", case_views.case_detail_new, name="case_detail_new"),
    path(
        "arende/<int:number>/uppgift/<int:detail>/ratta/",
        case_views.case_detail_correct,
        name="case_detail_correct",
    ),
    # kommuner/
    path("kommuner/", municipalities.municipalities, name="municipalities"),
    path("kommuner/aldre-beslut/", ready_letters.past, name="past"),
    path("brev/<slug:slug>/<slug:municipality>/", ready_letters.one_letter, name="letter"),
    # program/: what is out for adoption
    path("program/<slug:slug>/laget/", board_views.board, name="board"),
    path(
        "program/<slug:slug>/laget/<slug:municipality>/skriv/", board_views.board_letter, name="board_letter"
    ),
    path("program/<slug:slug>/sammantraden/", board_views.board_runway, name="board_runway"),
    # personer/
    path("personer/", people.people, name="people"),
    path("personer/bjud-in/", people.people_invite, name="people_invite"),
    path("personer/<int:number>/", people.person, name="person"),
    # utdrag/
    re_path(r"^utdrag/(?P<sha256>[0-9a-f]{64})/$", views.extract, name="extract"),
]
