"""An extract that comes with a decision is kept at once, and need not be chosen again."""

import hashlib

import pytest
from django.test import Client

from adoption.models import Extract, FollowUp
from sodertorn.desk import uploads
from sodertorn.desk.own_files import signed, unsigned
from sodertorn.users import User
from tests.desk.decided import NEW, held, message, of_tyreso, says
from tests.desk.rooms import carried_file, desk_of, errors, read, send, strategist
from tests.pages.site import Page
from tests.pdf_files import UNFIT, pdf, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

SUM = hashlib.sha256(pdf()).hexdigest()
PASSWORD = "en mening att minnas"


@pytest.fixture
def desk(programme) -> Client:
    return desk_of(strategist())


def person(client) -> str:
    return client.session["_auth_user_id"]


def typed(step: str, **other) -> dict:
    return {"step": step, "seen": "99999"} | message(**other)


def test_an_extract_is_filed_with_the_decision(desk):
    send(desk, NEW, **typed("confirm"), extract=upload())

    filed = FollowUp.objects.get(step="extract_filed")
    assert (filed.decision, filed.extract_id) == (of_tyreso()[0], SUM)
    assert Extract.objects.get().size == len(pdf())


def test_an_extract_makes_the_source_minutes(desk):
    send(desk, NEW, **typed("confirm", source_kind=""), extract=upload())

    (cited,) = of_tyreso()[0].entry.citations.all()
    assert cited.source.kind == "minutes"


def test_a_file_stays_beside_another_field_s_error(desk):
    wrong = send(desk, NEW, **typed("review", on=""), extract=upload())
    assert unsigned(held(wrong)["extract"], person(desk)) == SUM
    assert f"Filen utdrag.pdf är mottagen (kontrollsumma {SUM[:12]}…)" in wrong.main

    right = send(desk, NEW, **typed("review"), extract=held(wrong)["extract"])
    send(desk, NEW, **typed("confirm"), extract=held(right)["extract"])

    assert FollowUp.objects.get(step="extract_filed").extract_id == SUM


def test_a_file_is_carried_by_the_page_that_asks(desk):
    page = send(desk, NEW, **typed("review"), extract=upload())

    assert unsigned(held(page)["extract"], person(desk)) == SUM


def test_a_file_can_be_taken_away_again(desk):
    page = send(desk, NEW, **typed("edit"), extract=carried_file(desk), extract_drop="on")

    assert "Filen är mottagen" not in page.main
    assert "extract" not in held(page)


@pytest.mark.parametrize(("content", "told"), UNFIT.values(), ids=UNFIT.keys())
def test_a_file_that_is_unfit_is_told_beside_its_field(desk, content, told):
    page = send(desk, NEW, **typed("confirm", note="Skrivet."), extract=upload(content))

    assert told in errors(page)
    assert held(page)["note"] == "Skrivet."
    assert of_tyreso() == []


def test_after_a_refused_file_the_page_that_asks_says_that_no_extract_comes_along(desk):
    send(desk, NEW, **typed("review"), extract=upload(b"hej"))

    assert "Inget protokollsutdrag är inlämnat." in says(send(desk, NEW, **typed("review")))
    assert "Inget protokollsutdrag är inlämnat." not in says(
        send(desk, NEW, **typed("review"), extract=upload())
    )


def signed_in_again(**other) -> tuple[Page, Page]:
    """A form with a file that comes when the session has ended: the page that asks, and what follows."""
    waits = Page(Client().post(NEW, typed("review") | {"extract": upload()} | other))
    carried = {name: words for name, words in held(waits).items() if not name.startswith("sign_in")}
    again = carried | {"sign_in_email": "siv@example.se", "sign_in_password": PASSWORD}
    return waits, send(Client(), NEW, **again)


def test_a_file_is_kept_while_somebody_signs_in_again(desk):
    siv = User.objects.create_user("siv@example.se", PASSWORD, is_staff=True)
    token = held(read(desk_of(siv), NEW))["form_token"]

    waits, page = signed_in_again(form_token=token)

    assert "behöver väljas igen" not in waits.main
    assert "Stämmer det här?" in page.html
    assert (unsigned(held(page)["extract"], siv.pk), held(page)["extract_named"]) == (SUM, "utdrag.pdf")


def test_a_file_that_waits_is_not_for_another_who_signs_in(desk):
    User.objects.create_user("siv@example.se", PASSWORD, is_staff=True)

    _waits, page = signed_in_again(form_token=held(read(desk, NEW))["form_token"])

    assert "Filen finns inte kvar" in errors(page)
    assert held(page)["paragraph"] == "7"


def test_a_file_from_nobody_is_not_kept_and_the_form_says_so(programme):
    User.objects.create_user("siv@example.se", PASSWORD, is_staff=True)
    waits, page = signed_in_again(form_token="drawn-by-nobody")

    assert "extract" not in held(waits)
    assert "behöver väljas igen" in waits.main
    assert "Filen som du valde följde inte med" in page.main
    assert held(page)["paragraph"] == "7"
    assert "files_lost" not in held(page)


def test_a_file_that_is_too_large_is_told_beside_its_field(desk, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 100)

    page = send(desk, NEW, **typed("confirm"), extract=upload())

    assert "Protokollsutdrag (PDF eller foto): Filen är" in errors(page)
    assert of_tyreso() == []


def sent_by_browser(desk, name, content, **other):
    """The hidden box with the file that has come, and the file box by the same name, as browsers send them."""
    boxes = [("extract", carried_file(desk)), *typed("review", **other).items()]
    parts = [f'--XX\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in boxes]
    head = f'--XX\r\nContent-Disposition: form-data; name="extract"; filename="{name}"\r\n'
    end = [head.encode(), b"Content-Type: application/pdf\r\n\r\n", content, b"\r\n--XX--\r\n"]
    body = b"".join(parts + end)
    return Page(desk.post(NEW, data=body, content_type="multipart/form-data; boundary=XX"))


@pytest.mark.parametrize("other", [{}, {"on": ""}], ids=["all right", "beside an error"])
def test_an_empty_file_box_does_not_drive_out_the_file_that_is_kept(desk, other):
    page = sent_by_browser(desk, "", b"", **other)

    assert unsigned(held(page)["extract"], person(desk)) == SUM


def test_an_unfit_file_does_not_drive_out_the_one_that_is_kept(desk):
    page = sent_by_browser(desk, "utdrag.pdf", b"<html>")

    assert "ingen PDF" in errors(page)
    assert unsigned(held(page)["extract"], person(desk)) == SUM


def test_another_file_takes_the_place_of_the_one_that_is_kept(desk):
    another = pdf(pages=2)

    page = sent_by_browser(desk, "utdrag.pdf", another)

    assert unsigned(held(page)["extract"], person(desk)) == hashlib.sha256(another).hexdigest()


@pytest.mark.parametrize("words", ["0" * 64, "../../etc/passwd", "x\x00", SUM.upper()])
@pytest.mark.parametrize("is_signed", [False, True])
def test_a_made_up_hash_names_no_file(desk, words, is_signed):
    page = send(desk, NEW, **typed("confirm"), extract=signed(words, person(desk)) if is_signed else words)

    assert "Filen finns inte kvar" in errors(page)
    assert of_tyreso() == []


# The file's own address


@pytest.fixture
def address() -> str:
    return f"/admin/utdrag/{uploads.keep(upload())}/"


def test_a_file_is_served_as_it_was_and_can_do_nothing(desk, address):
    answer = desk.get(address)

    assert b"".join(answer.streaming_content) == pdf()
    assert answer["Content-Disposition"] == f'attachment; filename="protokollsutdrag-{SUM[:12]}.pdf"'
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("sha256", ["0" * 64, "..%2f..%2fregister", SUM[:12]])
def test_an_unknown_hash_is_not_there(desk, sha256):
    assert read(desk, f"/admin/utdrag/{sha256}/").status == 404


def test_a_file_is_for_strategists_only(address):
    assert "/logga-in/" in Client().get(address).url
