"""Texts of transcripts: checked by somebody else, further places, and the annex."""

import pytest

from adoption.services import supplement
from programme.models import TextCheck, TextRecord
from sodertorn.desk.uploads import keep
from sodertorn.register import Register
from tests.desk.rooms import boxes, confirmed, desk_of, errors, opened, read, send, strategist
from tests.desk.transcripts import address, entered, missing, stands
from tests.factories import OFFICE, SourceFactory, TranscriptFactory
from tests.pdf_files import upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist(name="Siv"))


@pytest.fixture
def transcript():
    return TranscriptFactory(slug="2019", title="Programmet 2019")


# Checking


def test_another_person_checks_a_text(desk, transcript):
    text = entered(transcript, desk)

    confirmed(desk_of(strategist()), address(text, "kontrollera/"), compared="on")

    assert TextCheck.objects.get().record == stands(text)
    assert "Införd och kontrollerad" in read(desk, "/admin/texter/2019/").main


def test_who_entered_a_text_is_told_that_somebody_else_checks_it(desk, transcript):
    text = entered(transcript, desk)

    for page in (
        read(desk, address(text, "kontrollera/")),
        send(desk, address(text, "kontrollera/"), compared="on"),
    ):
        assert "Därför ska någon annan kontrollera den" in page.main
        assert "compared" not in page.html
    assert not TextCheck.objects.exists()


def test_a_text_without_words_or_checked_already_is_not_checked(desk, transcript):
    text, other = missing(transcript), desk_of(strategist())
    assert "inga ord att kontrollera" in read(other, address(text, "kontrollera/")).main
    confirmed(desk, address(text), text="Ett", source=SourceFactory().pk)
    confirmed(other, address(text, "kontrollera/"), compared="on")

    assert "redan kontrollerad" in read(other, address(text, "kontrollera/")).main


def test_checking_takes_having_compared(desk, transcript):
    text = entered(transcript, desk)

    page = send(desk_of(strategist()), address(text, "kontrollera/"), note="Salems kopia")

    assert "kryssa i rutan" in errors(page)
    assert boxes(page)["note"].strip() == "Salems kopia"


def test_a_corrected_text_must_be_checked_anew(desk, transcript):
    text = entered(transcript, desk)
    confirmed(desk_of(strategist()), address(text, "kontrollera/"), compared="on")

    confirmed(desk, address(text), text="Två", correction="typing_error", reason="Fel.")

    assert "Införd, inte kontrollerad" in read(desk, "/admin/texter/2019/").main


def test_a_check_is_of_the_words_that_were_compared(desk, transcript):
    text, other = entered(transcript, desk), desk_of(strategist())
    there = address(text, "kontrollera/")
    old = opened(other, there)
    confirmed(desk, address(text), text="Två", correction="typing_error", reason="Fel.")

    page = send(other, there, compared="on", step="confirm", **old | {"seen": "9999"})

    assert "har ändrats sedan du öppnade sidan" in errors(page)
    assert "Två" in page.main
    assert "checked" not in next(f for f in page.attributes("input") if f.get("name") == "compared")
    assert not TextCheck.objects.exists()


def test_a_mistaken_check_is_taken_back_and_the_text_checked_again(desk, transcript):
    text, other = entered(transcript, desk), desk_of(strategist())
    confirmed(other, address(text, "kontrollera/"), compared="on")
    strike = address(text, "kontrollera/ratta/")
    assert strike in read(desk, "/admin/texter/2019/").html
    assert "Skriv skälet" in errors(send(desk, strike))

    page = send(desk, strike, reason="Fel bilaga låg framme.")
    assert "Kontrollen stryks men kan fortfarande läsas" in page.main
    confirmed(desk, strike, reason="Fel bilaga låg framme.")

    assert "Införd, inte kontrollerad" in read(desk, "/admin/texter/2019/").main
    assert "ingen kontroll att ta tillbaka" in read(desk, strike).main
    assert "ströks" in read(desk, "/admin/").main
    confirmed(other, address(text, "kontrollera/"), compared="on")
    assert "Införd och kontrollerad" in read(desk, "/admin/texter/2019/").main
    assert TextCheck.objects.count() == 3


# New places


def test_a_further_point_stands_last_under_its_goal(desk, transcript):
    area = missing(transcript, kind="focus_area", key="infra")
    goal = missing(transcript, kind="goal", key="infra/1", parent=area.part)
    missing(transcript, kind="point", key="infra/1/1", parent=goal.part)

    confirmed(
        desk,
        "/admin/texter/2019/ny/",
        where=f"point:{goal.part_id}",
        text="Fler tåg",
        source=SourceFactory().pk,
    )

    point = TextRecord.objects.latest("entry")
    assert (point.text, point.part.key, point.part.parent) == ("Fler tåg", "infra/1/2", goal.part)


def test_a_programme_has_one_vision(desk, transcript):
    missing(transcript, kind="vision", key="vision")

    page = send(desk, "/admin/texter/2019/ny/", where="vision", text="Vi leder", source=SourceFactory().pk)

    assert "vision" in errors(page)
    assert boxes(page)["text"].strip() == "Vi leder"


@pytest.mark.parametrize(
    ("where", "typed", "told"),
    [
        ("section", {"network": "Chefer"}, "Bara ett fokusområde har ett nätverk"),
        ("purpose", {"heading": "Syfte"}, "Bara ett avsnitt eller en bilaga"),
        ("", {}, "Var i programmet"),
        ("goal:4711", {}, "Var i programmet"),
    ],
)
def test_what_a_place_cannot_hold_is_refused(desk, transcript, where, typed, told):
    source = SourceFactory().pk

    page = send(desk, "/admin/texter/2019/ny/", where=where, text="Ord", source=source, **typed)

    assert told in errors(page)
    assert boxes(page)["text"].strip() == "Ord"


def test_what_was_foreseen_only_makes_no_place(desk, transcript):
    send(
        desk,
        "/admin/texter/2019/ny/",
        where="section",
        heading="Inledning",
        text="Ord",
        source=SourceFactory().pk,
    )

    assert not transcript.revision.parts.exists()


# The annex


def test_an_annex_is_attached_by_its_hash(desk, transcript):
    page = send(desk, "/admin/texter/2019/bilaga/", file=upload(), step="review", seen="999")
    file = boxes(page)["file"].strip()

    send(desk, "/admin/texter/2019/bilaga/", file=file, step="confirm", seen="999")

    placement = Register().placements["2019"]
    assert placement.annex_sha256 == keep(upload())
    assert placement.entry.act == "supplement"


def test_another_annex_is_a_correction(desk, transcript):
    supplement(fact=transcript, annex_sha256="ab" * 32, office=OFFICE)

    page = send(desk, "/admin/texter/2019/bilaga/", file=upload())
    assert "Välj varför det är fel" in errors(page)
    typed = {"file": boxes(page)["file"].strip(), "correction": "typing_error", "reason": "Fel fil."}
    confirmed(desk, "/admin/texter/2019/bilaga/", **typed)

    assert Register().placements["2019"].annex_sha256 == keep(upload())


def test_a_file_that_is_no_pdf_is_refused_and_what_was_typed_stays(desk, transcript):
    page = send(
        desk, "/admin/texter/2019/bilaga/", file=upload(b"hej"), source_title="Bilaga 1", source_kind="other"
    )
    assert "Välj bilagans fil." not in errors(page)

    assert "ingen PDF" in errors(page)
    assert boxes(page)["source_title"] == "Bilaga 1"
    assert not Register().placements["2019"].annex_sha256


def test_a_valid_file_need_not_be_chosen_again(desk, transcript):
    page = send(desk, "/admin/texter/2019/bilaga/", file=upload(), source_title="Bilaga 1")

    assert "Välj vilket slags källa" in errors(page)
    assert "mottagen" in page.main
    assert boxes(page)["file"].startswith(keep(upload()))
