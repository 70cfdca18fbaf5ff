"""A link signs in whoever has it, for what it names, until its case is closed; opening it spends nothing."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from adoption.link_services import dismiss, end_link, give_links, whose_address
from adoption.models import SignInLink
from sodertorn.users import User
from tests.desk.rooms import boxes, desk_of, read, send, strategist
from tests.factories import SentFactory, UserFactory
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ASK, ASKED = "/logga-in/", "/registrera/"


def address(link: SignInLink) -> str:
    return reverse("sign_in_link", args=[link.token])


def link_for(user) -> SignInLink:
    [link] = give_links(user=user, by=None)
    return link


def signed_in(link) -> Client:
    client = Client()
    assert client.post(address(link)).status_code == 302
    return client


@pytest.mark.database
def test_opening_it_spends_nothing_and_its_button_signs_in_on_any_device(client, two):
    link = link_for(two.registrar())

    for _scanner in range(3):
        assert client.get(address(link)).status_code == client.head(address(link)).status_code == 200
    assert "_auth_user_id" not in client.session
    assert SignInLink.objects.get().used_at is None

    for device in (client, Client()):
        page = Page(device.post(address(link), follow=True))
        assert page.response.redirect_chain == [(f"{ASKED}{link.case_id}/", 302)]
        assert two.huddinge.full_name in page.main


def test_the_button_is_safe_from_other_sites(two):
    link = link_for(two.registrar())

    assert Client(enforce_csrf_checks=True).post(address(link)).status_code == 403


def test_it_ends_when_its_case_is_closed_and_not_before(client, two):
    link = link_for(two.registrar())

    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert client.get(address(link)).status_code == 200
    two.close("huddinge")

    assert client.get(address(link)).status_code == client.post(address(link)).status_code == 404


def test_ending_it_signs_out_whoever_used_it(two):
    link = link_for(two.registrar())
    client = signed_in(link)

    end_link(link=link)

    assert client.get(ASKED).url.startswith("/logga-in/")
    assert client.get(address(link)).status_code == 404


@pytest.mark.parametrize("left", ["role", "account"])
def test_one_who_has_left_gets_in_no_more(client, two, left):
    user = two.registrar()
    link = link_for(user)
    if left == "role":
        dismiss(user=user, municipality=two.huddinge)
    else:
        user.is_active = False
        user.save()

    assert client.post(address(link)).status_code == 404


def test_it_is_for_the_newest_programme_of_the_line_whatever_its_address(two):
    newer = SentFactory(slug="0-nyare")

    assert link_for(two.registrar()).case.revision == newer.revision


def test_it_reaches_the_municipality_that_it_names_and_no_other(two):
    user = two.registrar(two.huddinge, two.tyreso)
    links = {link.case.body.municipality.slug: link for link in give_links(user=user, by=None)}

    client = signed_in(links["tyreso"])

    assert Page(client.get(ASKED)).texts("h2") == [two.tyreso.full_name]
    assert client.get(f"/registrera/{two.cases['huddinge'].pk}/").status_code == 404


@pytest.mark.parametrize("role", ["is_staff", "is_superuser"])
def test_it_never_opens_the_desk(two, role):
    client = signed_in(link_for(two.registrar(**{role: True})))

    assert client.get(ASKED).status_code == 200
    assert client.get("/admin/").status_code == 403
    assert client.get("/konto/").status_code == 403


def test_a_session_gets_another_key_when_it_signs_in(client, two):
    client.get(ASK)
    client.session.save()
    before = client.session.session_key

    client.post(address(link_for(two.registrar())))

    assert client.session.session_key != before


@pytest.mark.parametrize("wrong", ["1.x", "", "another signature", "another number"])
def test_what_is_no_link_of_ours_is_answered_like_one_that_has_ended(client, two, wrong):
    link = link_for(two.registrar())
    number, _dot, signature = link.token.partition(".")
    token = {
        "another signature": f"{number}.{signature[::-1]}",
        "another number": f"{link.pk + 1}.{signature}",
    }
    there = f"/logga-in/lank/{token.get(wrong, wrong) or 'x'}/"
    end_link(link=link)

    found, ended = client.get(there), client.get(address(link))

    assert found.status_code == 404
    assert found.content.replace(there.encode(), b"") == ended.content.replace(address(link).encode(), b"")


# A new one


def test_an_unknown_address_gets_the_same_answer_as_a_known_one_and_no_mail(two, arrived):
    UserFactory(email="left@example.se", is_active=False)
    two.registrar(email="registrator@huddinge.se")

    answers = {
        who: Client().post(ASK, {"email": who}, follow=True)
        for who in ("Registrator@huddinge.se", "x@example.se", "left@example.se")
    }

    assert len({(answer.content, tuple(answer.redirect_chain)) for answer in answers.values()}) == 1
    assert [mail.to for mail in arrived()] == [["registrator@huddinge.se"]]


def test_the_mail_brings_the_same_link_again(client, two, arrived):
    user = two.registrar()
    link = link_for(user)

    client.post(ASK, {"email": user.email})

    [mail] = arrived()
    assert re.findall(r"https?://\S+/lank/\S+", mail.body) == ["http://127.0.0.1:8000" + address(link)]
    assert two.huddinge.full_name in mail.subject


def test_a_municipality_s_own_mailbox_asks_for_its_link_without_being_invited(client, two, arrived):
    """The register's letters go there and lead to what they ask for; who was dismissed stays without a link."""
    own = two.huddinge
    own.contact_email = "kommun@huddinge.example.se"
    own.save()
    for _time in range(2):
        client.post(ASK, {"email": "Kommun@huddinge.example.se"})

    user = User.objects.get(email="kommun@huddinge.example.se")
    assert user.municipalities == [own]
    assert own.full_name in arrived()[0].subject and len(arrived()) == 2

    dismiss(user=user, municipality=own)
    client.post(ASK, {"email": own.contact_email})
    assert len(arrived()) == 2


def test_who_changes_the_mailbox_is_told_that_the_old_one_still_registers(two):
    own = two.huddinge
    own.contact_email = "kommun@huddinge.example.se"
    own.save()
    whose_address(own.contact_email)
    desk, edit = desk_of(strategist()), f"/admin/adoption/municipality/{own.pk}/change/"

    for address, told in (("ny@huddinge.example.se", True), ("nyare@huddinge.example.se", False)):
        typed = boxes(read(desk, edit)) | {"contact_email": address, "why": "Ny brevlåda."}
        done = send(desk, edit, **typed)
        said = read(desk, done.response.url).main
        assert ("kommun@huddinge.example.se registrerar fortfarande" in said) is told


def test_asking_is_limited_for_each_address_and_not_told_of(two, arrived):
    user = two.registrar()

    answers = {Client().post(ASK, {"email": user.email}).url for _time in range(8)}

    assert answers == {"/logga-in/skickad/"}
    assert len(arrived()) == 5


def test_a_link_without_a_case_lives_a_week_and_so_do_its_sessions(db):
    link = link_for(UserFactory(reads_drafts=True))

    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=-10)):
        client = signed_in(link)
        assert client.get("/lasa/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=10)):
        assert client.get("/lasa/").url.startswith("/logga-in/")
        assert client.get(address(link)).status_code == 404


def test_nobody_signs_a_reader_out_by_asking_in_their_name(client, db, arrived):
    reader = UserFactory(reads_drafts=True)
    link = link_for(reader)
    reading = signed_in(link)

    client.post(ASK, {"email": reader.email})

    assert reading.get("/lasa/").status_code == 200
    assert address(link) in arrived()[0].body


def test_on_its_last_day_a_new_link_takes_its_place(db):
    reader = UserFactory(reads_drafts=True)
    first = link_for(reader)

    with time_machine.travel(timezone.now() + timedelta(days=6, hours=1)):
        second = link_for(reader)
        assert second.pk != first.pk
        signed_in(second)


def test_one_who_has_a_password_may_use_that_and_reach_all(client, two):
    two.registrar(two.huddinge, two.tyreso, email="a@example.se", password="en mening som är lätt att minnas")

    client.post(
        "/logga-in/losenord/", {"login": "a@example.se", "password": "en mening som är lätt att minnas"}
    )

    assert len(Page(client.get(ASKED)).texts("h2")) == 2


def test_a_password_can_be_chosen_from_a_link(two, arrived):
    user = two.registrar()
    client, new = signed_in(link_for(user)), "en mening som är lätt att minnas"

    assert client.post("/konto/losenord/valj/", {"password1": new, "password2": new}).url == ASKED

    assert client.get(ASKED).status_code == 200
    user.refresh_from_db()
    assert user.check_password(new)
    assert [mail.to for mail in arrived()] == [[user.email]]
