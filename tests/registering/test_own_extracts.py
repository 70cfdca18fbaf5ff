"""A municipality reviews its own extracts, withdraws them and masks them; another's are not there."""

import pytest
from django.test import Client

from adoption.models import Extract, FollowUp, Started
from sodertorn.desk import file_texts, uploads
from tests.desk.decided import held, of_tyreso
from tests.desk.rooms import carried_file, desk_of, errors, read, send, strategist
from tests.factories import FollowUpFactory, UserFactory
from tests.pdf_files import saying, upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MINUTES = saying("Kommunstyrelsen i Tyresö", "§ 7 Programmet antas.")
THEIRS = saying("Kommunstyrelsen i Huddinge", "§ 12 Hemligt.")
PRIVATE = saying("§ 7 Karin Ek, 811228-9874, fick ordet.")


class Filed:
    """A file that Tyresö has handed in."""

    def __init__(self, office, content: bytes):
        self.fact, self.sha256 = of_tyreso()[0].entry.fact, uploads.keep(upload(content))
        self.page = f"{office.new}{self.fact}/utdrag/{self.sha256}/"

    def public(self, sha256="") -> int:
        return Client().get(f"/beslut/{self.fact}/utdrag/{sha256 or self.sha256}/").status_code


@pytest.fixture(scope="module")
def handed_in_once(office_once):
    desk = desk_of(office_once.user)
    registered(desk, office_once.new, extract=upload(MINUTES, "ks-7.pdf"), **decided())


@pytest.fixture
def filed(handed_in_once, office):
    """With its decision."""
    return Filed(office, MINUTES)


def test_it_reads_reviews_and_withdraws_its_own(office, filed):
    ways = read(office.client, office.page).values("a", "href")
    assert {filed.page, f"{filed.page}granska/", f"{filed.page}ersatt/"} <= set(ways)
    assert b"".join(office.client.get(filed.page).streaming_content) == MINUTES

    registered(office.client, f"{filed.page}granska/", read="on")
    assert filed.public() == 200
    assert FollowUp.objects.get(step="extract_reviewed").entry.office == "Tyresö kommun"

    registered(office.client, f"{filed.page}aterkalla/", words="En hemadress på sidan 2.")
    assert filed.public() == 410


@pytest.mark.parametrize("handed_in_first", [False, True])
def test_it_adds_a_masked_copy_of_one_that_can_not_be_public(office, filed, handed_in_first):
    minutes, masked = f"{office.new}{filed.fact}/protokoll/", saying("§ 7 Maskat fick ordet.")
    registered(office.client, minutes, extract=upload(PRIVATE))
    filed = Filed(office, PRIVATE)
    assert "innehåller ett personnummer" in read(office.client, f"{filed.page}granska/").main
    if handed_in_first:
        registered(office.client, minutes, extract=upload(masked))

    registered(office.client, f"{filed.page}ersatt/", extract=upload(masked))

    copy = uploads.keep(upload(masked))
    registered(office.client, filed.page.replace(filed.sha256, copy) + "granska/", read="on")
    assert (filed.public(), filed.public(copy)) == (404, 200)


# Another municipality's


@pytest.fixture
def theirs(office) -> str:
    """Huddinge's extract, which nobody has reviewed: its checksum, which is public."""
    return filed_by_huddinge(office, THEIRS)


def filed_by_huddinge(office, content: bytes) -> str:
    sha256 = uploads.keep(upload(content))
    extract, _new = Extract.objects.get_or_create(sha256=sha256, defaults={"size": len(content)})
    [decision] = office.cases["huddinge"].decisions.all()
    FollowUpFactory(decision=decision, step="extract_filed", extract=extract, on=None)
    return sha256


def test_a_file_is_named_only_by_whoever_uploaded_it(office, filed, theirs):
    """Not by its public checksum, and not by what another's form carries."""
    once = held(read(office.client, office.new)) | decided()
    why = {"correction": "typing_error", "reason": "Fel."}
    at = f"{office.new}{filed.fact}/"
    attempts = [
        (f"{at}protokoll/", "confirm", {}),
        (f"{at}ratta/", "confirm", once | why),
        (f"{filed.page}ersatt/", "confirm", {}),
        *((office.new, step, once | {"paragraph": "9"}) for step in ("confirm", "save", "read")),
        (office.new, "read", {"read_from": f"{theirs} paragraph", "paragraph": "12"}),
    ]

    for carried in (theirs, carried_file(desk_of(UserFactory()), THEIRS)):
        for address, step, typed in attempts:
            page = send(office.client, address, step=step, **typed | {"extract": carried})
            assert "Filen finns inte kvar" in errors(page), (address, step)
            assert "Hemligt" not in page.html and held(page).get("paragraph") != ""
        assert not Started.objects.get().typed["extract"]

    assert FollowUp.objects.filter(extract=theirs).count() == 1


@pytest.mark.parametrize(
    ("act", "typed"),
    [
        ("granska", {"read": "on"}),
        ("aterkalla", {"words": "Fel."}),
        ("ersatt", {"extract": saying("Maskat.")}),
    ],
)
def test_what_another_municipality_filed_too_only_the_strategist_changes(office, filed, act, typed):
    """A file is one: reviewed, withdrawn or replaced it is so in all papers in which it lies."""
    if act != "granska":
        registered(office.client, f"{filed.page}granska/", read="on")
    filed_by_huddinge(office, MINUTES)
    there, before = f"{filed.page}{act}/", filed.public()

    def given() -> dict:
        return {name: upload(words) if name == "extract" else words for name, words in typed.items()}

    for page in (read(office.client, there), send(office.client, there, step="confirm", **given())):
        assert "ligger också hos Huddinge kommun" in page.main
    assert filed.public() == before

    registered(desk_of(strategist()), there, **given())
    assert filed.public() != before


# What can't be read


def test_a_text_that_could_not_be_read_is_told_of_and_confirmed(office, filed, monkeypatch):
    monkeypatch.setattr(file_texts, "in_a_process", lambda module, content: b"")
    file_texts.remembered.cache_clear()
    there = f"{filed.page}granska/"

    page = send(office.client, there, step="review", read="on")
    assert "Registret kunde inte läsa filens text" in errors(page)

    registered(office.client, there, read="on", unread="on")
    file_texts.remembered.cache_clear()
    assert filed.public() == 200
    assert "kunde inte läsa" in FollowUp.objects.get(step="extract_reviewed").words
