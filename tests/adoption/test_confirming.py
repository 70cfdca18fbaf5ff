"""What others register for a municipality it is asked to confirm: by a link that needs no account, and does nothing by itself."""

import io
import re
import zipfile
from copy import deepcopy
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from adoption.confirm_services import LIVES, SIGNER
from adoption.decision_services import check_decision
from adoption.models import FollowUp
from adoption.services import correct, follow_up, register_decision
from adoption.states import strength_of
from sodertorn.announcing import announces
from sodertorn.free_text import MASKED
from sodertorn.journal import Correction
from sodertorn.masking import mask
from sodertorn.outbox import Mail
from sodertorn.proof_kit import proof_kit
from sodertorn.register import Register
from sodertorn.register_file.writer import register_file
from sodertorn.users import User
from sodertorn.verifying import checks
from tests.desk.rooms import desk_of, read, send, strategist
from tests.factories import OFFICE, CaseFactory, DecisionFactory, MunicipalityFactory, UserFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(scope="module")
def registered(shared):
    MunicipalityFactory(slug="huddinge", contact_email="kommun@huddinge.example.se")
    strategist = UserFactory(email="strateg@example.se", is_staff=True)
    said = {"outcome": "adopted", "on": day(10), "paragraph": "9", "paragraph_kind": "written"}
    return announces(register_decision)(case=CaseFactory(), office=OFFICE, by=strategist, **said)


@pytest.fixture
def decision(registered):
    return deepcopy(registered)


@pytest.fixture
def link(decision):
    """As it came by mail."""
    return address_in(Mail.objects.get(to="kommun@huddinge.example.se"))


def address_in(letter: Mail) -> str:
    [address] = re.findall(r"http://127.0.0.1:8000(/stammer-det/\S+)", letter.text)
    return address


def test_opening_the_link_does_nothing(link):
    page = read(Client(), link)

    assert "Kommunstyrelsen i Huddinge antog" in page.main and "§ 9" in page.main.replace("\xa0", " ")
    assert "Ja, det stämmer" in page.main
    assert not FollowUp.objects.exists()
    assert read(Client(), link[:-3] + "x/").status == 404


def test_a_link_does_not_answer_for_an_entry_that_got_its_number_in_a_restored_register(decision):
    earlier = decision.entry.recorded - timedelta(minutes=1)
    lost = SIGNER.sign(f"{decision.pk}-{int(earlier.timestamp())}")

    assert read(Client(), f"/stammer-det/{lost}/").status == 404


def test_yes_is_recorded_once_as_the_municipality_s_own_word(link, decision):
    before = read(Client(), f"/beslut/{decision.entry.fact}/").main

    for _time in range(2):
        send(Client(), link, yes="")

    said = FollowUp.objects.get()
    assert (said.step, said.entry.office, said.entry.by) == ("confirmed", "Huddinge kommun", None)
    assert strength_of(Register(), decision) == "stated"
    assert "inte bekräftat av kommunen" in before
    assert ", bekräftat av kommunen den" in read(Client(), f"/beslut/{decision.entry.fact}/").main
    assert "Ni bekräftade det" in read(Client(), link).main


def test_a_strategist_does_not_confirm_for_the_municipality(link):
    desk = desk_of(strategist())

    assert "Bara kommunen kan svara" in read(desk, link).main
    for answer in ({"yes": ""}, {"no": "", "words": "Fel."}):
        desk.post(link, answer)

    assert not FollowUp.objects.exists()


def test_a_page_for_the_recipient_alone_is_never_kept(link):
    refused = Client().post(link, {"no": "", "words": ""})

    assert refused.status_code == 200 and "no-store" in refused["Cache-Control"]


def test_no_tells_the_strategist_in_their_words(link):
    assert "Vad är fel?" in send(Client(), link, no="", words="").main
    send(Client(), link, no="", words="Det var § 8.")

    letter = Mail.objects.get(subject__contains="det stämmer inte")
    assert letter.to == "strateg@example.se" and "”Det var § 8.”" in letter.text


def test_no_is_kept_as_the_municipality_s_word_whether_there_is_a_strategist_or_not(link, decision):
    User.objects.update(is_active=False)

    send(Client(), link, no="", words="Det var § 8.")
    adoption = f"/antagande/{decision.case.revision.slug}/"
    assert "kommunen svarar att det inte stämmer" in read(Client(), adoption).main

    said = FollowUp.objects.get()
    assert (said.step, said.objection, said.entry.office) == ("objected", "Det var § 8.", "Huddinge kommun")
    assert "Ni svarade" in read(Client(), link).main


def test_no_waits_at_the_desk_in_their_words_until_it_is_settled(link, decision):
    send(Client(), link, no="", words="Det var § 8.")
    desk, waits = desk_of(strategist()), "/admin/vantar/invandningar/"
    there, check = (f"/admin/beslut/{decision.entry.fact}/{page}" for page in ("", "granska/"))

    assert "Kommunstyrelsen i Huddinge" in read(desk, waits).main
    assert "”Det var § 8.”" in read(desk, there).main and "”Det var § 8.”" in read(desk, check).main

    correct(fact=decision, correction=Correction.TYPING_ERROR, reason="Fel §.", paragraph="8", office=OFFICE)
    assert "Kommunstyrelsen i Huddinge" not in read(desk, waits).main


def test_that_it_is_not_right_is_public_and_lowers_how_sure_it_is_but_their_words_are_not(link, decision):
    check_decision(decision=decision, compared=decision.pk, office=OFFICE, by=UserFactory())
    send(Client(), link, no="", words="Det var § 8.")

    there = f"/beslut/{decision.entry.fact}/"
    assert "inte utrett" in read(Client(), there).main
    assert strength_of(Register(), decision) == "other" and not Register().facts.checks
    public = [read(Client(), page).html for page in (there, "/handelser/", "/handelser.jsonl", "/antagande/")]
    kit = proof_kit(Register(), Register().placements[decision.case.revision.slug])
    public += [register_file().decode(), zipfile.ZipFile(io.BytesIO(kit)).read("records.json").decode()]
    assert not [page for page in public if "Det var § 8" in page]
    assert all(not check.faults for check in checks())


@pytest.mark.parametrize("settled_by", ["yes", "check"])
def test_a_confirmation_or_a_new_check_settles_it(link, decision, settled_by):
    send(Client(), link, no="", words="Det var § 8.")

    if settled_by == "yes":
        send(Client(), link, yes="")
    else:
        check_decision(decision=decision, compared=decision.pk, office=OFFICE, by=UserFactory())

    assert strength_of(Register(), decision) == {"yes": "stated", "check": "checked"}[settled_by]
    assert "inte utrett" not in read(Client(), f"/beslut/{decision.entry.fact}/").main


def test_what_is_said_once_is_recorded_once_however_often_the_form_is_sent(link):
    token = re.findall(r'name="form_token" value="([^"]+)"', read(Client(), link).html)[-1]

    for _time in range(2):
        send(Client(), link, no="", words="Det var § 8.", form_token=token)

    assert FollowUp.objects.count() == Mail.objects.filter(subject__contains="stämmer inte").count() == 1


def test_their_words_can_be_masked(link):
    send(Client(), link, no="", words="Det var Eva Ek.")
    why = {"law": "offentlighets- och sekretesslagen 21 kap. 1 §", "reason": "Det gäller hälsa."}

    mask(entry=FollowUp.objects.get().entry, field="objection", office=OFFICE, **why)

    assert FollowUp.objects.get().objection == MASKED
    assert all(not check.faults for check in checks())


def test_what_is_struck_they_are_asked_about_too(decision):
    Mail.objects.all().delete()
    why = {"correction": Correction.NEVER_HAPPENED, "reason": "Det var Haninge."}
    announces(correct)(fact=decision, office=OFFICE, by=UserFactory(), **why)

    letter = Mail.objects.get(to="kommun@huddinge.example.se")
    assert "Vi har strukit ert beslut" in letter.text and "Det var Haninge." in letter.text
    send(Client(), address_in(letter), no="", words="Vi antog det visst.")
    assert FollowUp.objects.get().step == "objected"
    assert "Kommunstyrelsen i Huddinge" in read(desk_of(strategist()), "/admin/vantar/invandningar/").main
    assert "Kommunen har svarat" in read(Client(), f"/beslut/{decision.entry.fact}/").main


def test_a_link_that_is_too_old_only_brings_a_new_one_to_the_municipality_s_own_addresses(link, decision):
    Mail.objects.all().delete()
    with time_machine.travel(timezone.now() + LIVES + timedelta(days=1)):
        send(Client(), link, yes="")
        assert "Ja, det stämmer" not in read(Client(), link).main
        assert not FollowUp.objects.exists()

        send(Client(), link, anew="")
        new = address_in(Mail.objects.get(to="kommun@huddinge.example.se"))
        send(Client(), new, yes="")
    assert FollowUp.objects.get().step == "confirmed"


def test_a_strategist_asks_again_when_the_address_was_wrong(decision):
    Mail.objects.all().delete()
    desk, there = desk_of(strategist()), f"/admin/beslut/{decision.entry.fact}/"
    assert "fraga/" in read(desk, there).html

    desk.post(f"{there}fraga/")

    send(Client(), address_in(Mail.objects.get(to="kommun@huddinge.example.se")), yes="")
    assert "Kommunen har bekräftat det" in read(desk, f"{there}fraga/").main


def test_nobody_at_the_desk_reads_the_link_nor_sends_it_elsewhere(link):
    letter = Mail.objects.get(to="kommun@huddinge.example.se")
    Mail.objects.filter(pk=letter.pk).update(due_at=None, fault="550 no such person")
    desk, there = desk_of(strategist()), f"/admin/brev/{letter.pk}/"

    assert "stammer-det" not in read(desk, there).html
    desk.post(there, {"again": "", "to": "strateg@example.se"})

    assert Mail.objects.get(pk=letter.pk).to == "kommun@huddinge.example.se"


def test_what_has_changed_since_is_not_confirmed_by_the_old_link(link, decision):
    correct(fact=decision, correction=Correction.TYPING_ERROR, reason="Fel §.", paragraph="8", office=OFFICE)

    page = send(Client(), link, yes="")

    assert not FollowUp.objects.exists()
    assert "har ändrats" in page.main and "Ja, det stämmer" not in page.main


def test_an_old_page_does_not_ask_anew_about_what_the_municipality_has_said_itself(link, decision):
    Mail.objects.all().delete()
    stated = {"correction": Correction.TYPING_ERROR, "reason": "Fel §.", "office": "Huddinge kommun"}
    correct(fact=decision, paragraph="8", **stated)

    client = Client()
    send(client, link, anew="")

    page = read(client, link).main
    assert "kommunens egna" in page and "ingen adress" not in page
    assert not Mail.objects.exists()


def test_a_confirmation_lapses_with_the_entry_that_it_is_about(link, decision):
    send(Client(), link, yes="")
    correct(fact=decision, correction=Correction.TYPING_ERROR, reason="Fel §.", paragraph="8", office=OFFICE)

    assert "inte bekräftat av kommunen" in read(Client(), f"/beslut/{decision.entry.fact}/").main
    assert strength_of(Register(), Register().decisions[decision.entry.fact]) == "other"


def test_only_the_municipality_itself_can_confirm(decision):
    with pytest.raises(ValidationError, match="Bara kommunen själv"):
        follow_up(decision=decision, step="confirmed", on=day(11), office=OFFICE)


def test_what_a_municipality_registers_itself_it_is_not_asked_about(decision):
    Mail.objects.all().delete()
    own = DecisionFactory(case=decision.case, office="Huddinge kommun", paragraph="10", by=UserFactory())

    announces(correct)(
        fact=own,
        correction=Correction.TYPING_ERROR,
        reason="Fel §.",
        paragraph="11",
        office="Huddinge kommun",
        by=UserFactory(),
    )

    assert not Mail.objects.filter(to="kommun@huddinge.example.se").exists()
    assert "av Huddinge kommun" in read(Client(), f"/beslut/{own.entry.fact}/").main
    assert "bekräftat" not in read(Client(), f"/beslut/{own.entry.fact}/").main
