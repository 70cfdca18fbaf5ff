"""A municipality registers what the office has registered for it: its papers and its word are added, a difference is told."""

import pytest

from adoption.models import CaseDetail, FollowUp
from adoption.models.follow_ups import FollowUpKind
from tests.desk.decided import held, of_tyreso
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import day
from tests.pdf_files import upload
from tests.registering.test_own_decision import decided, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(office):
    """The office heard of it by telephone: it knows neither the document nor when the minutes were signed."""
    registered(desk_of(strategist()), office.new, **decided(document="not_stated", numbers=""))
    return of_tyreso()[0]


def test_what_comes_with_it_is_added_and_its_word_counts(office, known):
    more = decided(signed_on=day(17).isoformat())
    asked = send(office.client, office.new, step="review", **more, extract=upload())
    assert "Beslutet var redan registrerat" in asked.main and "ovanligt" not in asked.main
    done = send(office.client, office.new, **boxes(asked) | {"step": "confirm"}).response

    (decision,) = of_tyreso()
    assert done.url == f"{office.page}bekraftelse/{decision.pk}/"
    assert (decision.entry.fact, decision.entry.act) == (known.pk, "supplement")
    assert (decision.document, decision.entry.office) == ("sent", "Tyresö kommun")
    assert FollowUp.objects.get(step=FollowUpKind.SIGNED).on == day(17)
    assert FollowUp.objects.filter(step=FollowUpKind.EXTRACT_FILED).exists()
    assert CaseDetail.objects.get().words == "KS-2025/64"
    assert "inte bekräftat" not in read(office.client, f"/beslut/{known.pk}/").main


def test_another_outcome_is_told_and_leads_to_correcting_it(office, known):
    other = decided(outcome="rejected", text_change="not_stated", document="not_stated")
    page = send(office.client, office.new, step="review", **other)

    assert "Beslutet är redan registrerat, men så här" in errors(page)
    assert "Registret har: antog programmet." in errors(page)
    there = f"{office.new}{known.pk}/ratta/"
    assert there in [b.get("formaction") for b in page.attributes("button")]
    assert held(send(office.client, there, step="edit", **other))["outcome"] == "rejected"
    assert len(of_tyreso()) == 1
