"""What was not known of a decision is filled in, and what was wrong is corrected, each with a page that asks first."""

import pytest

from adoption.decision_services import check_decision
from adoption.models import CaseDetail, Decision, FollowUp
from adoption.services import supplement
from sodertorn.register import Register
from tests.desk.decided import address, awaiting_three, held, is_there, says
from tests.desk.rooms import confirmed, desk_of, errors, opened, read, send, strategist
from tests.factories import OFFICE, DecisionFactory, SentFactory, answer, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist())


@pytest.fixture
def sent():
    return SentFactory(seats=["huddinge"])


@pytest.fixture
def vague(sent):
    """An adoption of which hardly anything is known."""
    return DecisionFactory(
        case__placement=sent,
        case__kind="unnamed",
        on=None,
        earliest=day(3),
        latest=day(20),
        paragraph="",
    )


@pytest.fixture
def plain(sent):
    return DecisionFactory(case__placement=sent)


def newest(decision):
    return Register().decisions[decision.pk]


# Filling in


def test_only_what_is_not_known_is_asked_for(desk, vague, plain):
    asked, less = (set(held(read(desk, address(d, "komplettera/")))) for d in (vague, plain))

    assert {"on", "paragraph", "document", "numbers"} <= asked
    assert {"on", "paragraph", "body", "outcome", "conditional", "starts"}.isdisjoint(less)
    assert {"document", "numbers", "text", "signed_on"} <= less


def test_what_was_not_known_is_filled_in(desk, vague):
    typed = {"on": day(12).isoformat(), "paragraph": "§ 45 a", "body": "board", "text_change": "unchanged"}

    done = confirmed(desk, address(vague, "komplettera/"), **typed)

    known = newest(vague)
    assert done.response.url == address(vague)
    assert (known.earliest, known.latest, known.paragraph) == (day(12), day(12), "45 a")
    assert (known.case.body.kind, known.text_change, known.entry.act) == ("board", "unchanged", "supplement")


def test_what_will_be_known_changes_what_applies_and_says_so(desk, vague):
    page = send(desk, address(vague, "komplettera/"), step="review", on=day(12).isoformat())

    assert "gäller sedan den 12 februari 2025" in says(page)[-3]


def test_only_what_is_filled_in_is_stated(desk, vague):
    confirmed(desk, address(vague, "komplettera/"), paragraph="9")

    known = newest(vague)
    assert (known.earliest, known.latest, known.paragraph) == (day(3), day(20), "9")


def test_an_interval_is_narrowed(desk, vague):
    confirmed(desk, address(vague, "komplettera/"), latest=day(15).isoformat())

    assert (newest(vague).earliest, newest(vague).latest) == (day(3), day(15))


def test_papers_alone_are_no_new_entry_of_the_decision(desk, plain):
    confirmed(desk, address(plain, "komplettera/"), numbers="KS 1", signed_on=day(14).isoformat())

    assert newest(plain).pk == plain.pk
    assert CaseDetail.objects.get().words == "KS 1"
    assert FollowUp.objects.get().step == "signed"


WRONG = {
    "outside what is known": ({"on": day(25).isoformat()}, "rätta beslutet i stället"),
    "an interval that widens": ({"latest": day(25).isoformat()}, "komplettering fyller i"),
    "a day to come": ({"on": "2199-01-01"}, "har inte varit än"),
    "nothing": ({"source_words": "", "text": ""}, "Ingenting fylldes i."),
    "a personal number": ({"text": "811228-9874"}, "personnummer"),
    "a § three pages long": ({"paragraph": "x" * 6000}, "högst 40"),
}


@pytest.mark.parametrize(("other", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_and_all_that_was_typed_is_there(desk, vague, other, told):
    typed = {"text": "Beslutet i sin helhet.", "source_words": "så"} | other

    page = send(desk, address(vague, "komplettera/"), step="confirm", **typed)

    assert told in errors(page)
    assert is_there(typed, page)
    assert newest(vague).pk == vague.pk


def test_what_somebody_else_filled_in_meanwhile_is_told_and_nothing_typed_is_lost(desk, vague):
    seen = held(read(desk, address(vague, "komplettera/")))["seen"]
    supplement(fact=vague, earliest=day(11), latest=day(11), office=OFFICE)

    page = send(desk, address(vague, "komplettera/"), step="confirm", seen=seen, on=day(12).isoformat())

    assert "komplettering fyller i det som saknas" in errors(page)
    assert held(page)["on"] == day(12).isoformat()
    assert newest(vague).latest == day(11)


def test_who_fills_in_what_somebody_else_just_filled_in_is_shown_what_that_was(desk, vague):
    seen = opened(desk, address(vague, "komplettera/"))["seen"]
    supplement(fact=vague, paragraph="45", paragraph_kind="written", office=OFFICE, by=strategist(name="Bo"))

    page = send(desk, address(vague, "komplettera/"), step="review", seen=seen, paragraph="44")

    assert "ändra med en rättelse" in errors(page)
    assert "Sedan du öppnade formuläret" in page.main and "(§ 45)" in page.main and ", Bo" in page.main


def test_the_same_filled_in_twice_is_recorded_once(desk, vague):
    typed = {"step": "confirm", "seen": "9999", "on": day(12).isoformat()}
    send(desk, address(vague, "komplettera/"), **typed)

    again = send(desk, address(vague, "komplettera/"), **typed)

    assert "Ingenting fylldes i." in errors(again)
    assert Decision.objects.count() == 2


def test_an_unnamed_body_s_decision_does_not_become_another_that_is_there(desk, sent, vague):
    first = DecisionFactory(case__placement=sent, on=day(12), paragraph="9")
    typed = {"on": day(12).isoformat(), "paragraph": "9", "step": "confirm"}

    page = send(desk, address(vague, "komplettera/"), odd_reason="Så.", seen="9999", **typed)

    assert f"redan registrerat (händelse {first.pk})" in errors(page)


def test_an_odd_day_is_filled_in_with_a_reason(desk, vague):
    typed = {"on": day(8).isoformat(), "step": "confirm", "seen": "9999"}
    assert "är helg (lördag)" in send(desk, address(vague, "komplettera/"), **typed).main

    send(desk, address(vague, "komplettera/"), odd_reason="Extra sammanträde.", **typed)

    assert newest(vague).entry.reason == "Extra sammanträde."


# Correcting


def whole(**other) -> dict:
    """The decision as it stands, as the form has it, with what is to be otherwise."""
    stands = {"body": "board", "on": day(10).isoformat(), "paragraph": "9", "outcome": "adopted"}
    stands |= {"text_change": "not_stated", "document": "not_stated"}
    return stands | {"correction": "typing_error", "reason": "Siffrorna bytte plats."} | other


def test_the_form_holds_the_decision_as_it_stands(desk, plain):
    assert is_there(whole(correction="", reason=""), read(desk, address(plain, "ratta/")))


@pytest.mark.parametrize("kind", ["typing_error", "minutes_corrected"])
def test_a_decision_is_corrected(desk, plain, kind):
    confirmed(
        desk, address(plain, "ratta/"), **whole(correction=kind, paragraph="90", on=day(11).isoformat())
    )

    right = newest(plain)
    assert (right.paragraph, right.latest, right.entry.correction) == ("90", day(11), kind)
    assert right.entry.reason == "Siffrorna bytte plats."


def test_a_day_takes_the_place_of_the_bounds_that_the_form_came_with(desk, vague):
    there = address(vague, "ratta/")
    bounds = {name: held(read(desk, there))[name] for name in ("earliest", "latest")}

    confirmed(desk, there, **whole(body="unnamed", on=day(12).isoformat(), paragraph=""), **bounds)

    assert (newest(vague).earliest, newest(vague).latest) == (day(12), day(12))


def test_every_field_is_asked_for_once(desk, plain):
    places = read(desk, address(plain, "ratta/")).places

    assert sorted(places) == sorted(set(places))


def test_the_body_may_have_been_another(desk, plain):
    confirmed(desk, address(plain, "ratta/"), **whole(body="unnamed"))

    assert newest(plain).case.body.kind == "unnamed"


def test_what_will_be_struck_is_said(desk, plain):
    page = send(desk, address(plain, "ratta/"), step="review", **whole(paragraph="90"))

    assert f"Händelse {plain.pk} är struken, och kan fortfarande läsas." in says(page)


def test_what_never_happened_needs_only_a_reason(desk, plain):
    there, typed = address(plain, "ratta/"), {"correction": "never_happened", "reason": "Fel kommun."}
    page = send(desk, there, step="review", **typed)
    assert says(page)[0].startswith("Det här har aldrig hänt: Kommunstyrelsen i")

    confirmed(desk, there, **typed)

    assert plain.pk not in Register().decisions
    assert answer(20).kind == "none known"


def test_what_never_happened_is_counted_no_more(desk):
    programme = awaiting_three()
    first = Decision.objects.filter(case__revision=programme.revision).earliest("entry")
    typed = {"correction": "never_happened", "reason": "Fel kommun."}

    page = send(desk, address(first, "ratta/"), step="review", **typed)

    assert "räknas inte längre bland dem som har antagit det: fyra av åtta." in says(page)[1]


def test_what_was_checked_is_to_be_checked_again(desk, plain):
    check_decision(decision=plain, compared=plain.pk, office=OFFICE, by=strategist(name="Annan"))

    page = send(desk, address(plain, "ratta/"), step="review", **whole(paragraph="12"))

    assert "Granskningen gällde uppgifterna som de var: beslutet behöver granskas igen." in says(page)


def test_what_applies_no_longer_is_named(desk, plain):
    """And so is what applies instead, where its day is not known."""
    page = send(desk, address(plain, "ratta/"), step="review", correction="never_happened", reason="Fel.")

    assert f"{plain.case.revision.placements.get().short_name} gäller inte längre." in says(page)


def test_a_mistaken_correction_is_mended_by_another(desk, plain):
    confirmed(desk, address(plain, "ratta/"), correction="never_happened", reason="Fel.")

    confirmed(desk, address(plain, "ratta/"), **whole(reason="Det var rätt kommun."))

    assert newest(plain).paragraph == "9"


WRONG_CORRECTION = {
    "no kind": ({"correction": ""}, "Vad är fel?"),
    "no reason": ({"reason": ""}, "Skäl till rättelsen"),
    "nothing changed": ({}, "Ingenting ändrades."),
    "a day to come": ({"on": "2199-01-01"}, "har inte varit än"),
    "no day of no adoption": ({"outcome": "rejected", "on": ""}, "Bara ett antagande"),
    "a personal number": ({"reason": "811228-9874"}, "personnummer"),
}


@pytest.mark.parametrize(("other", "told"), WRONG_CORRECTION.values(), ids=WRONG_CORRECTION.keys())
def test_a_correction_that_is_wrong_is_told_and_nothing_is_lost(desk, plain, other, told):
    typed = whole(**other)

    page = send(desk, address(plain, "ratta/"), step="confirm", **typed)

    assert told in errors(page)
    assert is_there(typed, page)
    assert newest(plain).pk == plain.pk


def test_a_correction_out_of_what_sources_have_said_is_odd(desk, vague):
    typed = whole(body="unnamed", on=day(26).isoformat(), paragraph="")

    page = send(desk, address(vague, "ratta/"), step="review", **typed)

    assert "utanför vad källorna har sagt" in page.main


def test_the_same_correction_twice_is_recorded_once(desk, plain):
    typed = {"step": "confirm", "seen": "9999"} | whole(paragraph="90")
    send(desk, address(plain, "ratta/"), **typed)

    assert "Ingenting ändrades." in errors(send(desk, address(plain, "ratta/"), **typed))
