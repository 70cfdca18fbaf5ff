"""What is possible but unusual is confirmed with a reason, which the event keeps."""

import pytest
from django.test import Client

from tests.desk.decided import NEW, held, message, of_tyreso
from tests.desk.rooms import desk_of, send, strategist
from tests.factories import DecisionFactory, SentFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk(programme) -> Client:
    return desk_of(strategist(name="Strateg"))


def review(desk, **other):
    return send(desk, NEW, step="review", seen="99999", **message(**other))


ODD = {
    "a Saturday": ({"on": day(8).isoformat()}, "Den 8 februari 2025 är helg (lördag)."),
    "before it was sent": ({"on": day(-3).isoformat()}, "innan programmet sändes den 1 februari 2025"),
    "signed too late": ({"signed_on": day(25).isoformat()}, "mer än 14 dagar efter"),
    "signed before the meeting": ({"signed_on": day(9).isoformat()}, "före sammanträdet"),
    "the council, unasked": ({"body": "council"}, "har inte lämnat ärendet vidare"),
    "starts before the meeting": ({"starts": day(3).isoformat()}, "före sammanträdet"),
    "a § that is none": ({"paragraph": "<b>sju</b>"}, "”<b>sju</b>” ser inte ut som numret på en §"),
    "a very long meeting": ({"began": day(3).isoformat()}, "mer än tre dagar"),
}


@pytest.mark.parametrize(("other", "told"), ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_confirmed_with_a_reason(desk, other, told):
    typed = {"seen": "99999", "step": "confirm"} | message(**other)
    assert told in send(desk, NEW, **typed).main
    assert of_tyreso() == []

    send(desk, NEW, **typed, odd_reason="Så står det i protokollet.")

    assert of_tyreso()[0].entry.reason == "Så står det i protokollet."


@pytest.mark.parametrize("paragraph", ["7", "45 a", "250/18", "9–10", "§§ 9-10", "KS § 7", "9, 12 och 13"])
def test_a_paragraph_as_municipalities_write_it_is_plain(desk, paragraph):
    assert "ovanligt" not in review(desk, paragraph=paragraph).main


def test_a_council_that_decides_before_its_board_has_passed_the_matter_on_is_odd(desk, programme):
    DecisionFactory(case__placement=programme, case__slug="tyreso", outcome="to_council", on=day(12))

    assert "lämnade ärendet vidare först efter den dagen" in review(desk, body="council").main
    assert "ovanligt" not in review(desk, body="council", on=day(13).isoformat()).main


def test_what_is_plain_needs_no_reason_and_keeps_none(desk):
    send(desk, NEW, seen="99999", step="confirm", odd_reason="Skrivet ändå.", **message())

    assert of_tyreso()[0].entry.reason == ""


def test_a_personal_number_is_no_reason(desk):
    page = send(
        desk, NEW, seen="99999", step="confirm", odd_reason="811228-9874", **message(on=day(8).isoformat())
    )

    assert "personnummer" in page.main
    assert held(page)["odd_reason"].strip() == "811228-9874"
    assert of_tyreso() == []


def test_the_same_paragraph_of_the_same_day_about_another_programme_is_odd(desk):
    other = SentFactory(slug="2031-2034", seats=["tyreso"])
    DecisionFactory(case__placement=other, case__slug="tyreso", paragraph="7")

    assert "gällde ett annat program" in review(desk).main


def test_an_adoption_whose_day_is_not_known_may_be_the_same(desk, programme):
    unknown = {"on": None, "latest": day(20), "paragraph": ""}
    DecisionFactory(case__placement=programme, case__slug="tyreso", **unknown)

    assert "komplettera det i stället" in review(desk, takes_back="no").main
