"""What is begun waits on the server: nothing typed is lost, nobody overwrites a colleague, and in the end it goes."""

import pytest
from django.test import Client

from adoption.link_services import dismiss
from adoption.models import FollowUp, Started
from adoption.registering.begun import forget_begun
from sodertorn.desk.own_files import unsigned
from sodertorn.desk.uploads import keep, kept
from tests.desk.decided import held
from tests.desk.rooms import desk_of, errors, read, send
from tests.pdf_files import upload
from tests.registering.test_own_decision import decided, registered

pytestmark = pytest.mark.django_db


def test_what_is_typed_waits_on_the_server(office):
    sent = send(office.client, office.new, step="save", **decided(on="i måndags"), extract=upload())

    assert sent.response.url == office.page
    assert "det du fyllde i finns kvar" in read(office.client, office.page).main
    again = held(read(desk_of(office.user), office.new))
    assert (again["on"], again["paragraph"], again["outcome"]) == ("i måndags", "7", "adopted")
    assert kept(unsigned(again["extract"], office.user.pk))


def test_nothing_waits_when_it_is_registered(office):
    registered(office.client, office.new, **decided())

    assert not Started.objects.exists()


def test_what_is_refused_waits_too(office):
    page = send(office.client, office.new, step="review", **decided(paragraph=""))

    assert "Skriv vilken § beslutet har" in errors(page)
    assert Started.objects.get().typed["numbers"] == "KS-2025/64"


@pytest.mark.parametrize("unfit", ["811228-9874", "tecknet \0"])
def test_what_no_box_may_hold_does_not_wait(office, unfit):
    page = send(office.client, office.new, step="save", **decided(numbers=unfit))

    assert "Diarienummer" in errors(page)
    typed = Started.objects.get().typed
    assert "numbers" not in typed and typed["paragraph"] == "7"


def test_a_file_that_is_refused_is_told_of_where_it_was_chosen(office):
    page = send(office.client, office.new, step="save", **decided(), extract=upload(b"hej"))

    assert "ingen PDF och inget foto" in errors(page)


def test_what_is_begun_keeps_the_name_of_its_file_and_what_was_emptied(office):
    send(office.client, office.new, step="save", **decided(numbers=""), extract=upload(name="ks-7.pdf"))

    again = held(read(office.client, office.new))
    assert (again["extract_named"], again["numbers"]) == ("ks-7.pdf", "")


def test_two_at_one_address_do_not_overwrite_each_other_in_silence(office):
    one, other = (held(read(office.client, office.new)) for _clerk in range(2))
    send(office.client, office.new, **one | decided(paragraph="7") | {"step": "save"})

    page = send(office.client, office.new, **other | decided(paragraph="8") | {"step": "save"})
    assert "Någon annan sparade här" in errors(page) and "§: 7" in errors(page)
    assert Started.objects.get().typed["paragraph"] == "7"

    send(office.client, office.new, **held(page) | decided(paragraph="8") | {"step": "save"})
    assert Started.objects.get().typed["paragraph"] == "8"


def test_an_own_file_goes_on_where_somebody_else_at_the_same_address_goes_on(office):
    send(office.client, office.new, step="save", **decided(), extract=upload())

    colleague = desk_of(office.user)
    send(colleague, office.new, **held(read(colleague, office.new)) | {"step": "confirm"})

    assert FollowUp.objects.get(step="extract_filed").extract_id == keep(upload())


def test_what_is_begun_can_be_thrown_away_and_is_forgotten_with_its_case(office):
    def begin():
        send(office.client, office.new, step="save", **decided())

    begin()
    asked = send(office.client, office.new, step="discard", paragraph="12")
    assert "Kasta det påbörjade?" in asked.html
    assert held(read(office.client, office.new))["paragraph"] == "12"
    send(office.client, office.new, step="discarded")
    assert not Started.objects.exists()

    begin()
    assert forget_begun() == 0
    dismiss(user=office.user, municipality=office.case.body.municipality)
    assert not Started.objects.exists()

    Started.objects.create(user=office.user, case=office.case, typed={})
    assert forget_begun() == 1


def test_who_signed_in_by_a_link_is_led_to_it_before_any_password(office):
    page = send(Client(), office.new, step="review", **decided()).html

    assert 0 < page.index("Jag har loggat in") < page.index("sign_in_password")


def test_the_form_names_whose_it_is_and_tells_what_is_wrong_from_the_top(office):
    wrong = {"source_url": "protokollet", "on": "2199-01-01", "outcome": ""}

    page = send(office.client, office.new, step="review", **decided() | wrong)

    told = errors(page)
    assert "Kommunstyrelsen i Tyresö" in page.main and "Skrivbordet" not in page.texts("title")[0]
    places = [
        told.index(words) for words in ("hela adressen", "Den 1 januari 2199 har inte varit", "i Tyresö …")
    ]
    assert places == sorted(places)
