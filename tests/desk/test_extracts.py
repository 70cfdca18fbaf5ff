"""An extract from minutes is reviewed before it is public, and can be withdrawn, replaced by a masked copy or destroyed."""

from copy import deepcopy

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.test import Client

from adoption.extract_services import destroy_extract, review_extract
from adoption.models import FollowUp
from adoption.services import correct
from programme.models import Placement
from sodertorn.backup.rows import named_files
from sodertorn.desk import uploads
from sodertorn.event_log import fact_kinds
from sodertorn.journal import Correction
from sodertorn.proof_kit import proof_kit
from sodertorn.register import Register
from sodertorn.verifying.files import files
from tests.desk.decided import address, says
from tests.desk.rooms import carried_file, confirmed, desk_of, errors, read, send, strategist
from tests.factories import OFFICE, DecisionFactory, ExtractFactory, FollowUpFactory, SentFactory
from tests.pages.site import Page
from tests.pdf_files import saying, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MINUTES = saying("Kommunstyrelsen i Huddinge", "§ 7 Programmet antas.")
PRIVATE = saying("§ 7 Karin Ek, 811228-9874, fick ordet.")


@pytest.fixture
def desk():
    return desk_of(strategist(is_superuser=True))


@pytest.fixture(scope="module")
def adopted_once(shared):
    return DecisionFactory(case__placement=SentFactory(slug="2025", seats=["huddinge"]), paragraph="7")


@pytest.fixture
def adoption(adopted_once):
    return deepcopy(adopted_once)


def filed(decision, content=MINUTES, **other) -> str:
    """The checksum of a file that lies among the decision's papers."""
    sha256 = uploads.keep(upload(content))
    extract = ExtractFactory(sha256=sha256, size=len(content))
    FollowUpFactory(decision=decision, step="extract_filed", extract=extract, on=None, **other)
    return sha256


def there(decision, sha256, page):
    return address(decision, f"utdrag/{sha256}/{page}/")


def public(decision, sha256):
    return Client().get(f"/beslut/{decision.entry.fact}/utdrag/{sha256}/")


def on_the_page(decision) -> str:
    return read(Client(), f"/beslut/{decision.entry.fact}/").main


def in_the_kit(sha256) -> bool:
    return f"extracts/{sha256}.pdf".encode() in proof_kit(Register(), Placement.objects.get())


# Review


def test_before_its_review_the_public_sees_only_that_there_is_one(adoption):
    sha256 = filed(adoption, file_name="Karin Ek.pdf")

    assert "Protokollsutdrag finns, inte granskat." in on_the_page(adoption)
    assert "Karin" not in on_the_page(adoption)
    assert public(adoption, sha256).status_code == 404
    assert not in_the_kit(sha256)


def test_the_reviewer_sees_which_file_it_is_and_what_its_text_layer_holds(desk, adoption):
    sha256 = filed(adoption, file_name="§ 7.pdf")

    page = read(desk, there(adoption, sha256, "granska"))

    assert {"§ 7.pdf", "2", "inget personnummer hittades"} <= set(page.texts("dd"))
    assert f"/admin/utdrag/{sha256}/" in page.values("a", "href")
    assert "§ 7 Programmet antas." in page.texts("p")
    assert "Jag har öppnat filen" in errors(send(desk, there(adoption, sha256, "granska"), step="review"))


def test_what_is_reviewed_can_be_read_by_all_and_lies_in_the_proof_kit(desk, adoption):
    sha256 = filed(adoption)

    confirmed(desk, there(adoption, sha256, "granska"), read="on")

    answer = public(adoption, sha256)
    assert b"".join(answer.streaming_content) == MINUTES
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "attachment" in answer["Content-Disposition"]
    assert f"/beslut/{adoption.entry.fact}/utdrag/{sha256}/" in on_page_links(adoption)
    assert in_the_kit(sha256)


def on_page_links(decision):
    return read(Client(), f"/beslut/{decision.entry.fact}/").values("a", "href")


def test_a_file_with_a_personnummer_can_not_be_made_public(desk, adoption):
    sha256 = filed(adoption, PRIVATE)

    page = read(desk, there(adoption, sha256, "granska"))
    send(desk, there(adoption, sha256, "granska"), step="confirm", read="on", seen="9999")

    assert "innehåller ett personnummer" in page.main
    assert "maskad kopia" in read(desk, address(adoption)).main
    assert not FollowUp.objects.filter(step="extract_reviewed").exists()
    with pytest.raises(ValidationError, match="personnummer"):
        review_extract(decision=adoption, sha256=sha256, office=OFFICE)


def test_who_files_one_is_told_of_a_personnummer_at_once(desk, adoption):
    typed = {"what": "extract_filed", "extract": carried_file(desk, PRIVATE), "extract_named": "a.pdf"}

    said = " ".join(says(send(desk, address(adoption, "uppfoljning/"), step="review", **typed)))

    assert "(a.pdf)" in said
    assert "en maskad kopia behövs" in said


def test_a_scanned_page_is_said_to_have_no_text(desk, adoption):
    sha256 = filed(adoption, upload().read())

    assert "sidorna är bilder" in read(desk, there(adoption, sha256, "granska")).main


def test_a_file_of_another_decision_is_not_there(desk, adoption):
    other = DecisionFactory(case=adoption.case, paragraph="8")
    sha256 = filed(other)

    assert read(desk, there(adoption, sha256, "granska")).status == 404
    assert public(adoption, sha256).status_code == 404


def test_a_review_is_struck_and_never_restated(adoption):
    sha256 = filed(adoption)
    review_extract(decision=adoption, sha256=sha256, office=OFFICE)
    said, why = FollowUp.objects.latest("entry"), {"reason": "Fel fil.", "office": OFFICE}

    correct(fact=said, correction=Correction.NEVER_HAPPENED, **why)

    assert public(adoption, sha256).status_code == 404
    with pytest.raises(ValidationError, match="bara strykas"):
        correct(fact=said, correction=Correction.TYPING_ERROR, **why)


# No longer public


@pytest.fixture
def reviewed(adoption) -> str:
    sha256 = filed(adoption)
    review_extract(decision=adoption, sha256=sha256, office=OFFICE)
    return sha256


def test_what_is_withdrawn_is_public_no_more_and_says_why(desk, adoption, reviewed):
    confirmed(desk, there(adoption, reviewed, "aterkalla"), words="Fel sida.")

    assert "Inte längre offentligt" in on_the_page(adoption)
    assert "Fel sida." in on_the_page(adoption)
    assert public(adoption, reviewed).status_code == 410
    assert not in_the_kit(reviewed)


def test_what_was_withdrawn_can_be_reviewed_anew(desk, adoption, reviewed):
    confirmed(desk, there(adoption, reviewed, "aterkalla"), words="Fel sida.")

    confirmed(desk, there(adoption, reviewed, "granska"), read="on")

    assert public(adoption, reviewed).status_code == 200


def test_a_masked_copy_takes_the_place_of_a_file(desk, adoption, reviewed):
    copy = saying("§ 7 Maskat.")
    masked = uploads.keep(upload(copy))

    typed = {"extract": carried_file(desk, copy), "extract_named": "maskad.pdf"}
    confirmed(desk, there(adoption, reviewed, "ersatt"), **typed)

    assert public(adoption, reviewed).status_code == 410
    assert "Ersatt av en maskad kopia" in on_the_page(adoption)
    assert "Protokollsutdrag finns, inte granskat." in on_the_page(adoption)
    assert "ersatt av en maskad kopia" in read(desk, there(adoption, reviewed, "granska")).main
    confirmed(desk, there(adoption, masked, "granska"), read="on")
    assert public(adoption, masked).status_code == 200


def test_a_masked_copy_is_another_file(desk, adoption, reviewed):
    page = send(desk, there(adoption, reviewed, "ersatt"), step="review", extract=upload(MINUTES))

    assert "Det är samma fil" in errors(page)


# Destroyed


@pytest.fixture
def destroyed(desk, adoption, reviewed, django_capture_on_commit_callbacks) -> str:
    why = {"law": "Dataskyddsförordningen artikel 17", "reason": "Hemadress.", "forever": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        confirmed(desk, there(adoption, reviewed, "forstor"), **why)
    return reviewed


def test_a_file_is_destroyed_and_its_checksum_stays(adoption, destroyed):
    page = on_the_page(adoption)

    assert not uploads.kept(destroyed)
    assert "artikel 17: Hemadress." in page
    assert destroyed in page
    assert (gone := public(adoption, destroyed)).status_code == 410
    assert "artikel 17: Hemadress." in Page(gone).main


def test_verify_and_the_backup_know_that_it_is_destroyed(destroyed):
    assert files().faults == []
    assert "förstörda: 1" in files().looked_at
    assert destroyed not in named_files(fact_kinds())

    default_storage.save(uploads.place(destroyed), upload(MINUTES))

    assert files().faults == [f"Filen {destroyed} är förstörd enligt registret, men finns kvar."]


def test_what_is_destroyed_is_not_taken_again(desk, adoption, destroyed):
    again = {"what": "extract_filed", "extract": upload(MINUTES)}

    page = send(desk, address(adoption, "uppfoljning/"), step="review", **again)

    assert "Filen är förstörd" in errors(page)
    assert not uploads.kept(destroyed)


@pytest.mark.parametrize("struck", ["the filing", "the decision"])
def test_a_file_that_was_filed_by_mistake_is_destroyed_too(
    desk, adoption, struck, django_capture_on_commit_callbacks
):
    sha256 = filed(adoption)
    wrong = {"the filing": FollowUp.objects.get(), "the decision": adoption}[struck]
    correct(fact=wrong, correction=Correction.NEVER_HAPPENED, reason="Fel.", office=OFFICE)
    assert there(adoption, sha256, "forstor") in read(desk, address(adoption)).values("a", "href")

    why = {"law": "Lag", "reason": "Skäl.", "forever": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        confirmed(desk, there(adoption, sha256, "forstor"), **why)

    assert not uploads.kept(sha256)
    assert there(adoption, sha256, "forstor") not in read(desk, address(adoption)).values("a", "href")


def test_to_destroy_can_not_be_taken_back(destroyed):
    with pytest.raises(ValidationError, match="går inte att få tillbaka"):
        correct(
            fact=FollowUp.objects.get(step="extract_destroyed"),
            correction=Correction.NEVER_HAPPENED,
            reason="Ångrat.",
            office=OFFICE,
        )


def test_the_page_that_asks_destroys_nothing(desk, adoption, reviewed, django_capture_on_commit_callbacks):
    typed = {"law": "Lag", "reason": "Skäl.", "forever": "on", "step": "review"}
    with django_capture_on_commit_callbacks(execute=True):
        page = send(desk, there(adoption, reviewed, "forstor"), **typed)

    assert "förstörs för gott" in " ".join(says(page))
    assert uploads.kept(reviewed)


def test_only_an_administrator_destroys(adoption, reviewed):
    desk = desk_of(strategist())

    assert read(desk, there(adoption, reviewed, "forstor")).status == 403
    assert "Förstör filen" not in read(desk, address(adoption)).main


def test_a_document_that_was_sent_is_not_destroyed_as_an_extract(adoption):
    sha256 = uploads.keep(upload(MINUTES))
    sent = SentFactory(slug="2026", annex_sha256=sha256)
    decision = DecisionFactory(case__placement=sent)
    filed(decision)

    with pytest.raises(ValidationError, match="dokumentet som ett program sändes med"):
        destroy_extract(decision=decision, sha256=sha256, law="Lag", reason="Skäl.", office=OFFICE)
