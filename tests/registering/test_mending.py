"""A municipality corrects its own decision, a slip in what came after, a mistyped number: with the care of registering."""

from urllib.parse import unquote

import pytest

from adoption.models import CaseDetail, FollowUp
from sodertorn.outbox import Mail
from tests.desk.decided import held, of_tyreso
from tests.desk.rooms import desk_of, errors, read, send
from tests.factories import day
from tests.pdf_files import upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(scope="module")
def decided_once(office_once):
    registered(desk_of(office_once.user), office_once.new, **decided(signed_on=day(17).isoformat()))


@pytest.fixture
def decision(decided_once, office):
    return of_tyreso()[0]


@pytest.fixture
def way(office, decision):
    return f"{office.new}{decision.entry.fact}/ratta/"


@pytest.mark.database
def test_its_own_slip_is_corrected_in_its_own_name_and_confirmed(office, way, decision):
    assert way in read(office.client, office.page).values("a", "href")

    done = registered(office.client, way, paragraph="8", correction="typing_error", reason="Vi slog fel.")

    (mended,) = of_tyreso()
    assert (mended.paragraph, mended.latest, mended.text_change) == ("8", day(10), "unchanged")
    assert (mended.entry.act, mended.entry.office, mended.entry.by) == (
        "correct",
        "Tyresö kommun",
        office.user,
    )
    page = read(office.client, done.url)
    assert "Bekräftelse på rättat beslut" in page.html and "Vi slog fel." in page.main
    assert Mail.objects.filter(to=office.user.email, subject__startswith="Bekräftelse på rättat").exists()
    file = office.client.get(done.url + "pdf/")
    assert file.content.startswith(b"%PDF-")
    assert unquote(file["Content-Disposition"]).endswith(
        f"par-8_handelse-{mended.entry.number}_bekraftelse.pdf"
    )


def test_corrected_minutes_are_its_source_and_come_along(office, way):
    why = {"correction": "minutes_corrected", "reason": "Protokollet rättades den 18 februari."}
    registered(office.client, way, on=day(11).isoformat(), extract=upload(), **why)

    (mended,) = of_tyreso()
    assert mended.latest == day(11)
    assert FollowUp.objects.get(step="extract_filed").decision.entry.fact == mended.entry.fact
    [cited] = mended.entry.citations.all()
    assert cited.source.kind == "minutes" and cited.source.municipality.slug == "tyreso"


def test_corrected_minutes_are_shown(office, way):
    why = {"correction": "minutes_corrected", "reason": "Protokollet rättades den 18 februari."}

    page = send(office.client, way, step="review", **held(read(office.client, way)) | why)

    assert "Lämna det rättade protokollet" in errors(page)


def test_what_was_never_decided_is_struck_and_its_proof_says_so(office, way):
    why = {"correction": "never_happened", "reason": "Fel program."}
    done = registered(office.client, way, **why)

    assert of_tyreso() == []
    assert "Det här har aldrig hänt" in read(office.client, done.url).main
    assert "Fel program." in read(office.client, done.url).main


def test_another_outcome_takes_what_stood_about_the_adoption_with_it(office, way):
    why = {"correction": "typing_error", "reason": "Fel val."}
    registered(office.client, way, outcome="referred_back", **why)

    assert [(d.outcome, d.document) for d in of_tyreso()] == [("referred_back", "not_stated")]


def test_a_correction_says_what_is_wrong(office, way):
    page = send(office.client, way, step="review", **held(read(office.client, way)) | {"on": ""})

    assert "Ange sammanträdets dag." in errors(page) and "Vad är fel?" in errors(page)


def test_a_slip_in_what_came_after_is_corrected(office, decision):
    signed = FollowUp.objects.get(step="signed")
    there = f"{office.new}{decision.entry.fact}/ratta/{signed.pk}/"
    assert there in read(office.client, office.page).values("a", "href")

    on = {"on": day(18).isoformat(), "correction": "typing_error", "reason": "Fel dag."}
    done = registered(office.client, there, **on)

    assert done.url == office.page
    assert "18 februari 2025" in read(office.client, office.page).main
    assert FollowUp.objects.latest("entry").entry.office == "Tyresö kommun"


def test_a_mistyped_number_is_corrected(office, decision):
    there = f"{office.page}diarienummer/{CaseDetail.objects.get().pk}/"
    assert there in read(office.client, office.page).values("a", "href")

    registered(office.client, there, words="KS-2025/46", correction="typing_error", reason="Fel.")

    page = read(office.client, office.page).main
    assert "KS-2025/46" in page and "KS-2025/64" not in page
