"""A municipality registers its own decision: certain, in one form, with a confirmation to file."""

from urllib.parse import unquote

import pytest

from adoption.models import Case, CaseDetail, FollowUp
from adoption.services import correct
from sodertorn.enclosures import enclosure
from sodertorn.log_lines import LogLine
from sodertorn.outbox import Mail
from sodertorn.register import Register
from tests.desk.decided import held
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import (
    OFFICE,
    CaseFactory,
    DecisionFactory,
    TranscriptFactory,
    answer,
    day,
)
from tests.pages.site import spaces
from tests.pdf_files import upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def decided(**other) -> dict:
    typed = {
        "on": day(10).isoformat(),
        "paragraph": "7",
        "numbers": "KS-2025/64",
        "outcome": "adopted",
        "text_change": "unchanged",
        "document": "sent",
    }
    return typed | other


def registered(client, address: str, **typed):
    """Fill in a form, see what the register will say, and agree: what the page carries is what is sent then."""
    opened = read(client, address)
    assert [name for name in typed if f'name="{name}"' not in opened.html] == [], "no box to fill in"
    asked = send(client, address, step="review", **held(opened) | typed)
    assert "Stämmer det här?" in asked.html, errors(asked) or asked.main
    return send(client, address, **boxes(asked) | {"step": "confirm"}).response


def of_tyreso():
    return [d for d in Register().decisions.values() if d.case.body.seat == "tyreso"]


@pytest.mark.database
def test_a_decision_is_registered_in_the_municipalitys_own_name(office):
    done = registered(office.client, office.new, **decided(signed_on=day(17).isoformat()))

    (decision,) = of_tyreso()
    assert done.url == f"{office.page}bekraftelse/{decision.pk}/"
    assert (decision.entry.office, decision.entry.by) == ("Tyresö kommun", office.user)
    assert (decision.latest, decision.paragraph, decision.document) == (day(10), "7", "sent")
    assert CaseDetail.objects.get().words == "KS-2025/64"
    assert FollowUp.objects.get(step="signed").on == day(17)
    assert answer(20).kind == "applies"


def test_the_confirmation_is_a_page_a_mail_and_a_file(office):
    minutes = {"signed_on": day(12).isoformat(), "announced_on": day(13).isoformat()}
    own = {"conditional": "on", "doubt_words": "om medel finns", "text": "Södertörn 2040 antas.", **minutes}
    there = registered(office.client, office.new, extract=upload(), **decided(**own)).url
    page, file = read(office.client, there), office.client.get(there + "pdf/")

    (mail,) = Mail.objects.filter(to=office.user.email, subject__startswith="Bekräftelse")
    head = LogLine.objects.get(entry=of_tyreso()[0].pk).sha256
    assert "KS-2025/64" in mail.subject
    assert enclosure(mail.encloses)[0] == unquote(file["Content-Disposition"]).split("''")[-1]
    registered_words = ("Kommunstyrelsen i Tyresö antog", "KS-2025/64", office.placement.fingerprint, head)
    registered_words += ("annat villkor än att övriga antar", "om medel finns", "Södertörn 2040 antas.")
    registered_words += ("Justeringen tillkännagavs", "den 13 februari 2025", "den 6 mars 2025")
    for words in registered_words:
        assert words in spaces(page.main) and words in spaces(mail.text)
    assert unquote(file["Content-Disposition"]).endswith("Tyresö_KS_2025-02-10_par-7_bekraftelse.pdf")
    assert file.content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "next_step"),
    [
        ({"outcome": "referred_back"}, "Vilken dag tas det upp igen?"),
        ({"outcome": "postponed"}, "Vilken dag tas det upp igen?"),
        ({"outcome": "rejected"}, "Samverkansstrategen har fått veta det"),
        ({"text_change": "changed"}, "räknas inte"),
        ({"conditional": "on", "doubt_words": "om budgeten räcker"}, "frågan om antagandet räknas"),
        ({"signed_on": day(17).isoformat()}, "Allt är klart"),
        ({}, "När protokollet är justerat"),
        ({"on": "2025-02-03"}, "Vilken dag justerades protokollet?"),
    ],
)
def test_each_outcome_leads_on(office, typed, next_step):
    said = decided(**typed)
    if said["outcome"] != "adopted":
        said |= {"text_change": "not_stated", "document": "not_stated"}

    page = read(office.client, registered(office.client, office.new, **said).url)

    assert next_step in page.main


def test_to_the_council_opens_its_case(office):
    said = decided(outcome="to_council", text_change="not_stated", document="not_stated")

    page = read(office.client, registered(office.client, office.new, **said).url)

    council = Case.objects.get(body__kind="council")
    for one in (page, read(office.client, office.page)):
        assert f"/registrera/{council.pk}/" in one.values("a", "href")
    form = read(office.client, f"/registrera/{council.pk}/beslut/")
    assert "to_council" not in [box.get("value") for box in form.attributes("input")]


def test_passed_on_after_an_adoption_it_is_told_what_counts_and_asked_of_the_council(office):
    registered(office.client, office.new, **decided())
    said = decided(on=day(13).isoformat(), paragraph="9", outcome="to_council", takes_back="no")
    said |= {"text_change": "not_stated", "document": "not_stated"}
    review = send(office.client, office.new, step="review", **held(read(office.client, office.new)) | said)
    assert "Det som kommunstyrelsen i Tyresö antog den 10 februari 2025 räknas fortfarande." in spaces(
        review.main
    )

    registered(office.client, office.new, **said)

    council = Case.objects.get(body__kind="council")
    there = read(office.client, f"/registrera/{council.pk}/").main
    assert "Kommunfullmäktige i Tyresö: Antaget av kommunstyrelsen; hos fullmäktige" in spaces(there)
    assert "Registrera beslutet när kommunfullmäktige i Tyresö har fattat det." in spaces(there)


def test_an_old_confirmation_says_that_it_has_been_corrected(office):
    there = registered(office.client, office.new, **decided()).url
    why = {"correction": "typing_error", "reason": "Slog fel.", "office": OFFICE}
    correct(fact=of_tyreso()[0], paragraph="8", **why)

    assert "Det som står här gäller inte." in read(office.client, there).main


@pytest.mark.database
def test_what_was_carried_out_twice_is_there_once(office):
    typed = held(read(office.client, office.new)) | decided()
    asked = boxes(send(office.client, office.new, step="review", **typed)) | {"step": "confirm"}

    first, again = (send(office.client, office.new, **asked).response for _time in range(2))

    assert first.url == again.url
    assert (
        len(of_tyreso()) == 1
        and Mail.objects.filter(to=office.user.email, subject__startswith="Bekräftelse").count() == 1
    )


def test_the_same_decision_again_leads_to_the_case(office):
    registered(office.client, office.new, **decided())

    again = send(office.client, office.new, step="review", **decided(takes_back="no"))

    assert again.response.url == office.page


def test_a_strategist_registers_in_the_offices_name(office):
    registered(desk_of(strategist()), office.new, **decided())

    (decision,) = of_tyreso()
    assert decision.entry.office != "Tyresö kommun"


def test_another_municipalitys_decision_is_not_there_in_ones_own_case(office):
    [theirs] = office.cases["huddinge"].decisions.all()

    for there in (f"beslut/{theirs.pk}/", f"beslut/{theirs.pk}/justerat/", f"bekraftelse/{theirs.pk}/"):
        assert office.client.get(office.page + there).status_code == 404


def test_a_body_that_was_not_named_is_asked_for(office):
    case = CaseFactory(placement=office.placement, slug="tyreso", kind="unnamed")
    done = registered(office.client, f"/registrera/{case.pk}/beslut/", **decided(body="board"))

    assert [d.case_id for d in of_tyreso()] == [office.case.pk]
    assert f"/registrera/{office.case.pk}/bekraftelse/" in done.url


# What the register knows too little of


@pytest.fixture
def old(office):
    """Tyresö adopted an older programme some day before day 8; who did is not named."""
    placement = TranscriptFactory(seats=["tyreso"])
    case = CaseFactory(placement=placement, slug="tyreso", kind="unnamed")
    return DecisionFactory(case=case, on=None, latest=day(8), paragraph="", paragraph_kind="not_known")


def test_two_fields_fill_the_gap(office, old):
    page = read(office.client, f"/registrera/{old.case_id}/")
    [there] = [
        url for url in page.values("a", "href") if url == f"/registrera/{old.case_id}/beslut/{old.pk}/"
    ]

    done = registered(office.client, there, body="board", on=day(5).isoformat(), paragraph="9")

    (decision,) = [d for d in of_tyreso() if d.entry.fact == old.pk]
    assert (decision.latest, decision.paragraph, decision.case.body.kind) == (day(5), "9", "board")
    confirmation = read(office.client, done.url).main
    assert "Tyresö" in confirmation
    assert "justerades" not in confirmation  # of years ago, nothing more is asked
    asked = read(office.client, "/registrera/")
    assert f"/registrera/{old.case_id}/" not in asked.values("a", "href")


def test_the_two_fields_and_a_link_come_first_and_the_rest_is_folded_away(office, old):
    page = read(office.client, f"/registrera/{old.case_id}/beslut/{old.pk}/")

    names = [box.get("name") for box in page.attributes("input")]
    first = [
        name for name in names if name in ("on", "paragraph", "source_url", "body", "extract", "numbers")
    ]
    assert list(dict.fromkeys(first)) == ["on", "paragraph", "source_url", "body", "extract", "numbers"]
    folded = "Protokollet som fil, eller diarienumret"
    assert folded in page.texts("summary")
    assert [field for field in page.texts("details") if folded in field and "Diarienummer" in field]


def test_what_is_not_known_at_all_is_asked_for(office):
    case = CaseFactory(placement=TranscriptFactory(seats=["tyreso"]), slug="tyreso")

    page = read(office.client, f"/registrera/{case.pk}/")

    assert f"/registrera/{case.pk}/beslut/" in page.values("a", "href")


def test_a_day_that_the_sources_rule_out_is_refused(office, old):
    there = f"/registrera/{old.case_id}/beslut/{old.pk}/"

    page = send(office.client, there, step="review", body="board", on=day(9).isoformat(), paragraph="9")

    assert "Registret har:" in errors(page)


def test_a_changed_text_is_confirmed_without_contradiction(office):
    done = registered(office.client, office.new, **decided(text_change="changed"))

    page = read(office.client, done.url)
    assert "Antog en ändrad text i stället för programmet" in page.main
    assert "Vilket dokument antogs?" not in page.main
