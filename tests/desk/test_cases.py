"""The room of one case: its reference numbers and planned steps, stated and corrected."""

from datetime import date, timedelta

import pytest

from adoption.models import CaseDetail
from sodertorn.journal import Entry
from sodertorn.register import Register
from tests.desk.rooms import boxes, confirmed, desk_of, errors, opened, read, send, strategist
from tests.factories import CaseFactory, DecisionFactory, DetailFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def case():
    return CaseFactory(slug="tyreso")


def address(case, page=""):
    return f"/admin/arende/{case.pk}/{page}"


def known(case):
    return [(detail.detail, detail.words or detail.on) for detail in Register().details[case.pk]]


def number(case, words="KS 2027/46"):
    return DetailFactory(case=case, detail="number", words=words, on=None)


def test_a_wrong_reference_number_is_corrected_with_its_reason(desk, case):
    wrong = number(case)
    mend = address(case, f"uppgift/{wrong.pk}/ratta/")
    assert mend in read(desk, address(case)).html
    typed = {"correction": "typing_error", "reason": "Omkastade siffror.", "words": "KS 2027/64"}

    page = send(desk, mend, **typed)
    assert "Diarienummer: KS 2027/64." in page.main
    assert f"Händelse {wrong.pk} är struken" in page.main
    confirmed(desk, mend, **typed)

    assert known(case) == [("number", "KS 2027/64")]
    assert Entry.objects.latest("number").reason == "Omkastade siffror."


def test_a_number_that_never_was_the_case_s_is_struck(desk, case):
    wrong = number(case)

    confirmed(
        desk,
        address(case, f"uppgift/{wrong.pk}/ratta/"),
        correction="never_happened",
        reason="Salems nummer.",
    )

    assert known(case) == []


def test_a_planned_step_is_stated_replaced_and_corrected(desk, case):
    stated = {"detail": "meeting", "on": day(20).isoformat()}
    confirmed(desk, address(case, "uppgift/"), **stated)
    confirmed(desk, address(case, "uppgift/"), **stated | {"on": day(27).isoformat()})
    newest = CaseDetail.objects.latest("entry")
    assert read(desk, address(case)).texts("dt") == ["Sammanträde"]

    confirmed(
        desk,
        address(case, f"uppgift/{newest.pk}/ratta/"),
        correction="typing_error",
        reason="Fel dag.",
        on=day(28).isoformat(),
    )

    assert known(case)[-1] == ("meeting", day(28))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"detail": "number"}, "Skriv diarienumret"),
        ({"detail": "number", "words": "KS 1", "on": "2027-01-01"}, "har ingen dag"),
        ({"detail": "meeting", "on": "20233-01-01"}, "ingen dag som registret kan ha"),
        ({"detail": "number", "words": "640823-3234"}, "personnummer"),
        ({"detail": "number", "words": "K" * 201}, "201 tecken"),
        ({"detail": "number", "words": "KS 2027/46"}, "står redan så"),
    ],
)
def test_what_is_wrong_is_told_and_kept(desk, case, typed, told):
    number(case)
    entries = Entry.objects.count()

    page = send(desk, address(case, "uppgift/"), **typed)

    assert told in errors(page)
    assert boxes(page)["words"] == typed.get("words", "")
    assert Entry.objects.count() == entries


def test_a_correction_that_changes_nothing_is_refused(desk, case):
    detail = number(case)

    page = send(
        desk,
        address(case, f"uppgift/{detail.pk}/ratta/"),
        correction="typing_error",
        reason="Fel.",
        words=detail.words,
    )

    assert "Ingenting ändrades" in errors(page)


def test_the_decision_and_the_list_lead_to_the_case(desk):
    decision = DecisionFactory()

    for page in (f"/admin/beslut/{decision.entry.fact}/", "/admin/beslut/"):
        assert address(decision.case) in read(desk, page).html
    assert f"/admin/beslut/{decision.entry.fact}/" in read(desk, address(decision.case)).html


def test_what_is_not_there_is_a_404(desk, case):
    other = number(CaseFactory())

    for unknown in ("/admin/arende/4711/", address(case, "uppgift/4711/ratta/")):
        assert read(desk, unknown).status == 404
    assert read(desk, address(case, f"uppgift/{other.pk}/ratta/")).status == 404


def test_a_step_that_leads_up_to_the_meeting_is_not_planned_after_it(desk, case):
    DetailFactory(case=case, detail="meeting", words="", on=(met := date.today() + timedelta(days=30)))
    plan = address(case, "uppgift/")

    page = send(desk, plan, detail="deadline", words="", on=str(met + timedelta(days=1)))
    assert "Det ligger efter sammanträdet" in errors(page)
    DetailFactory(case=case, detail="deadline", words="", on=met - timedelta(days=9))

    page = send(desk, plan, detail="meeting", words="", on=str(met - timedelta(days=10)))
    assert "Registret har manusstopp" in errors(page)


def test_a_holiday_and_a_day_before_the_sending_are_asked_about_and_may_be_right(desk, case):
    plan, eve = address(case, "uppgift/"), {"detail": "meeting", "on": "2026-12-24"}

    page = send(desk, plan, step="review", **opened(desk, plan), **eve)
    assert "Den 24 december 2026 är helg (Julafton)." in page.main
    confirmed(desk, plan, odd_reason="Extra sammanträde.", **eve)
    before = send(desk, plan, step="review", **opened(desk, plan), **eve | {"on": "2024-12-02"})

    assert known(case) == [("meeting", date(2026, 12, 24))]
    assert Entry.objects.latest("number").reason == "Extra sammanträde."
    assert "Den 2 december 2024 är före den dag då programmet sändes" in before.main


def test_the_day_of_a_meeting_that_was_held_is_corrected_whatever_is_planned_of_the_next(desk, case):
    met = DetailFactory(case=case, detail="meeting", words="", on=day(20))
    DecisionFactory(case=case, outcome="referred_back", on=day(20))
    DetailFactory(case=case, detail="deadline", words="", on=day(30))

    mend = address(case, f"uppgift/{met.pk}/ratta/")
    confirmed(desk, mend, correction="typing_error", reason="Fel dag.", words="", on=str(day(21)))

    assert CaseDetail.objects.latest("entry").on == day(21)
