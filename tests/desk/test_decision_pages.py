"""The desk's list of decisions and the page of one; who may ask for them, and how much it costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from adoption.services import correct
from sodertorn.journal import Correction
from tests.desk.decided import address, awaiting_three
from tests.desk.rooms import desk_of, read, strategist
from tests.factories import (
    EIGHT,
    OFFICE,
    CaseFactory,
    DecisionFactory,
    DetailFactory,
    ExtractFactory,
    FollowUpFactory,
    SentFactory,
    TranscriptFactory,
    UserFactory,
    day,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LIST = "/admin/beslut/"
ACTS = ("komplettera/", "ratta/", "uppfoljning/", "avgora/", "granska/")


@pytest.fixture
def desk():
    return desk_of(strategist(name="Strateg"))


def rows(page) -> list[str]:
    return page.texts("tr")


def test_every_seat_has_a_row_in_swedish_order(desk):
    awaiting_three()

    page = read(desk, LIST)

    assert [row.split()[0] for row in rows(page)[1:]] == [name for _code, name, _full in EIGHT.values()]
    assert "Fem av åtta har antagit det." in page.main


def test_a_seat_without_a_decision_leads_to_the_form_for_it(desk):
    awaiting_three()

    assert "/admin/beslut/nytt/?program=2027-2030&kommun=salem" in read(desk, LIST).values("a", "href")


def test_what_is_known_of_a_decision_and_what_is_not_is_seen(desk):
    sent = SentFactory(seats=["huddinge", "tyreso"])
    DecisionFactory(case__placement=sent, conditional=True, doubt_words="om medel finns")
    DecisionFactory(case__placement=sent, case__slug="tyreso", on=None, latest=day(9), paragraph="")

    _head, huddinge, tyreso = rows(read(desk, LIST))

    assert "§ 9, inte granskat mot protokoll, tveksamt, inte avgjort" in huddinge
    assert "dagen är ännu inte införd" in tyreso and "§ inte känd" in tyreso


def test_a_check_is_seen(desk):
    decision = DecisionFactory(by=strategist())
    FollowUpFactory(decision=decision, step="checked")

    assert "§ 9, granskat mot protokoll" in read(desk, LIST).main


def test_the_newest_programme_comes_first(desk):
    for slug in ("forsta", "andra"):
        SentFactory(slug=slug)

    assert read(desk, LIST).texts("h2") == ["Utvecklingsprogrammet andra", "Utvecklingsprogrammet forsta"]


def test_a_programme_whose_seats_are_not_known_is_there_too(desk):
    TranscriptFactory(seats=())

    assert "Vilka som skulle anta programmet är inte känt." in read(desk, LIST).main


def queries(desk, page) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert read(desk, page).status == 200
    return len(asked)


def test_the_list_costs_the_same_however_much_is_decided(desk):
    awaiting_three()
    few = queries(desk, LIST)

    for slug in ("a", "b", "c"):
        sent = SentFactory(slug=slug, seats=EIGHT, adopted_by=list(EIGHT))
        FollowUpFactory(decision=DecisionFactory(case__placement=sent, paragraph="10"))

    assert queries(desk, LIST) == few


# One decision


def test_a_decision_says_what_is_not_known_and_what_can_be_done(desk):
    decision = DecisionFactory(on=None, latest=day(9), paragraph="")

    page = read(desk, address(decision))

    assert {"sammanträdets dag", "paragrafen", "protokollsutdraget"} <= set(page.texts("li"))
    assert {address(decision, act) for act in ACTS if act != "avgora/"} <= set(page.values("a", "href"))


def test_a_doubtful_one_can_be_ruled_on(desk):
    decision = DecisionFactory(delegated=True)

    assert address(decision, "avgora/") in read(desk, address(decision)).values("a", "href")


def test_the_page_names_who_recorded_what_and_why(desk):
    decision = DecisionFactory(by=strategist(name="Någon Annan"), reason="Extra sammanträde.")

    page = read(desk, address(decision))

    assert "Någon Annan" in page.main
    assert "Extra sammanträde." in page.main


def test_no_person_is_named_in_public(desk):
    decision = DecisionFactory(by=strategist(name="Någon Annan"))

    assert "Någon Annan" not in read(desk, f"/beslut/{decision.pk}/").html


def test_what_never_happened_can_only_be_corrected(desk):
    decision = DecisionFactory()
    why = {"correction": Correction.NEVER_HAPPENED, "reason": "Fel."}
    mended = correct(fact=decision, office=OFFICE, **why)

    page = read(desk, address(decision))

    assert [address(decision, act) in page.values("a", "href") for act in ACTS] == [
        act == "ratta/" for act in ACTS
    ]
    assert desk.get(address(mended).replace(str(decision.pk), str(mended.pk))).url == address(decision)


def test_what_came_after_can_be_corrected_and_its_file_fetched(desk):
    filed = FollowUpFactory(step="extract_filed", extract=ExtractFactory())
    links = read(desk, address(filed.decision)).values("a", "href")

    assert address(filed.decision, f"uppfoljning/{filed.pk}/ratta/") in links
    assert f"/admin/utdrag/{filed.extract_id}/" in links


def test_what_is_computed_has_nothing_to_correct(desk):
    adoption = DecisionFactory()
    for step, on in (("announced", day(14)), ("appealed", None)):
        FollowUpFactory(decision=adoption, step=step, on=on)

    page = read(desk, address(adoption))

    assert "Överklagande" in page.texts("dt")
    assert "" not in page.values("a", "href")


def test_a_meeting_that_the_decision_made_needless_is_not_planned_any_more(desk):
    case, plan = CaseFactory(slug="tyreso"), {"detail": "meeting", "words": "", "on": day(31)}
    DetailFactory(case=case, **plan)
    decision = DecisionFactory(case=case, on=day(10))

    assert "3 mars 2025" not in read(desk, address(decision)).main
    DetailFactory(case=case, **plan)
    assert "3 mars 2025" in read(desk, address(decision)).main


# Addresses and methods


@pytest.mark.parametrize("page", ["", *ACTS])
def test_an_unknown_decision_is_not_there(desk, page):
    DecisionFactory()

    for number in (1, 999):
        assert read(desk, f"/admin/beslut/{number}/{page}").status == 404


@pytest.mark.parametrize("page", ["komplettera/", "ratta/", "uppfoljning/", "granska/"])
def test_the_pages_of_acts_open_and_can_be_sent_empty(desk, page):
    there = address(DecisionFactory(), page)

    assert desk.get(there).status_code == 200
    assert desk.post(there, {"step": "review"}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_what_only_shows_is_only_read(desk, method):
    decision = DecisionFactory()

    for page in (LIST, address(decision), f"/admin/utdrag/{'0' * 64}/"):
        assert getattr(desk, method)(page).status_code == 405


@pytest.mark.parametrize("page", ["", *ACTS])
def test_all_of_it_is_for_strategists(page):
    there = address(DecisionFactory(), page)

    assert "/logga-in/" in Client().get(there).url
    assert desk_of(strategist(is_superuser=True, is_active=True)).get(there).status_code == 200


def test_an_administrator_who_is_no_strategist_is_refused():
    administrator = desk_of(UserFactory(is_superuser=True))

    assert [administrator.get(page).status_code for page in (LIST, f"{LIST}nytt/")] == [403, 403]
