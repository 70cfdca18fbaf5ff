"""A municipality reviews its own extracts, withdraws them and masks them; another's are not there."""

import pytest
from django.test import Client

from adoption.models import FollowUp
from sodertorn.desk import file_texts, uploads
from tests.desk.decided import of_tyreso
from tests.desk.rooms import errors, read, send
from tests.pdf_files import saying, upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MINUTES = saying("Kommunstyrelsen i Tyresö", "§ 7 Programmet antas.")
PRIVATE = saying("§ 7 Karin Ek, 811228-9874, fick ordet.")


class Filed:
    """A file that Tyresö handed in with its decision."""

    def __init__(self, office, content: bytes):
        self.client = office.client
        registered(office.client, office.new, extract=upload(content, "ks-7.pdf"), **decided())
        self.fact, self.sha256 = of_tyreso()[0].entry.fact, uploads.keep(upload(content))
        self.page = f"{office.new}{self.fact}/utdrag/{self.sha256}/"

    def public(self, sha256="") -> int:
        return Client().get(f"/beslut/{self.fact}/utdrag/{sha256 or self.sha256}/").status_code


def test_it_reads_reviews_and_withdraws_its_own(office):
    filed = Filed(office, MINUTES)
    ways = read(office.client, office.page).values("a", "href")
    assert {filed.page, f"{filed.page}granska/", f"{filed.page}ersatt/"} <= set(ways)
    assert b"".join(office.client.get(filed.page).streaming_content) == MINUTES

    registered(office.client, f"{filed.page}granska/", read="on")
    assert filed.public() == 200
    assert FollowUp.objects.get(step="extract_reviewed").entry.office == "Tyresö kommun"

    registered(office.client, f"{filed.page}aterkalla/", words="En hemadress på sidan 2.")
    assert filed.public() == 410


@pytest.mark.parametrize("handed_in_first", [False, True])
def test_it_adds_a_masked_copy_of_one_that_can_not_be_public(office, handed_in_first):
    filed, masked = Filed(office, PRIVATE), saying("§ 7 Maskat fick ordet.")
    assert "innehåller ett personnummer" in read(office.client, f"{filed.page}granska/").main
    if handed_in_first:
        registered(office.client, f"{office.new}{filed.fact}/protokoll/", extract=upload(masked))

    registered(office.client, f"{filed.page}ersatt/", extract=upload(masked))

    copy = uploads.keep(upload(masked))
    registered(office.client, filed.page.replace(filed.sha256, copy) + "granska/", read="on")
    assert (filed.public(), filed.public(copy)) == (410, 200)


def test_a_text_that_could_not_be_read_is_told_of_and_confirmed(office, monkeypatch):
    filed = Filed(office, MINUTES)
    monkeypatch.setattr(file_texts, "in_a_process", lambda module, content: b"")
    file_texts.remembered.cache_clear()
    there = f"{filed.page}granska/"

    page = send(office.client, there, step="review", read="on")
    assert "Registret kunde inte läsa filens text" in errors(page)

    registered(office.client, there, read="on", unread="on")
    file_texts.remembered.cache_clear()
    assert filed.public() == 200
    assert "kunde inte läsa" in FollowUp.objects.get(step="extract_reviewed").words
