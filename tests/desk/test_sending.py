"""A draft is sent for adoption at the desk: what is missing, what is asked, what is shown, and that it can't be undone."""

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils.timezone import localdate

from programme.draft_services import save_draft
from programme.models import DraftLineage, Placement, PreviewLink, Revision
from programme.services import withdraw
from sodertorn.desk.uploads import place
from tests.desk.rooms import confirmed, desk_of, errors, read, send, strategist
from tests.factories import (
    EIGHT,
    OFFICE,
    LineageFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TermFactory,
    day,
)
from tests.pdf_files import pdf, upload
from tests.programme.drafts import opened as draft_opened
from tests.programme.drafts import with_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ADDRESS = "/admin/utkast/2027-2030/sand/"
TYPED = {
    "decided_on": "2026-01-10",
    "paragraph": "§ 12",
    "minutes": "Protokoll 2026-01-10, SK-2026/3",
    "sent_on": "2026-01-12",
    "answer_by": "2199-01-31",
    "seats": list(EIGHT),
    "document": "made",
}


@pytest.fixture
def user():
    return strategist(name="Åsa")


def test_a_start_that_may_come_before_the_period_is_confirmed_with_a_reason(desk, draft):
    draft.not_before, draft.period_first, draft.period_last = None, 2097, 2100
    draft.save()

    page = send(desk, ADDRESS, **TYPED, step="confirm", seen="9999")

    assert "Perioden börjar 2097, men programmet kan börja gälla före det" in page.main
    assert not Placement.objects.filter(revision=draft).exists()


@pytest.fixture
def desk(user):
    return desk_of(user)


@pytest.fixture
def draft():
    for slug in EIGHT:
        MunicipalityFactory(slug=slug)
    stated = {
        "title": "Programmet för 2027–2030",
        "period_first": 2027,
        "period_last": 2030,
        "term": TermFactory(label="2026–2030", election="2026-09-13", council_from=None),
        "not_before": "2027-01-01",
    }
    draft = RevisionFactory(slug="2027-2030", texts=True, **stated)
    for kind in ("purpose", "overall_goal"):
        PartFactory(revision=draft, key=kind.replace("_", "-"), kind=kind)
    return draft


def confirm(desk, page, **typed):
    """Agree to what a page that asks has shown."""
    shown = next(f["value"] for f in page.attributes("input") if f.get("name") == "shown")
    seen = next(f["value"] for f in page.attributes("input") if f.get("name") == "seen")
    return send(desk, ADDRESS, **TYPED | typed, step="confirm", shown=shown, seen=seen)


def test_the_page_before_confirming_shows_all_that_is_frozen(desk, draft):
    page = send(desk, ADDRESS, **TYPED, step="review")

    assert "”Programmet för 2027–2030” är sänt för antagande den 12 januari 2026." in page.main
    assert "Åtta kommunstyrelser ska anta det: Botkyrka, Haninge, " in page.main
    assert (
        "Samarbetskommittén beslutade det den 10 januari 2026, § 12 (Protokoll 2026-01-10, SK-2026/3)."
        in page.main
    )
    assert "Det går inte att ångra." in page.main
    for words in ("Vi leder", "Infrastruktur", "Spår", "Fler tåg", "Texten purpose"):
        assert words in page.main
    [document] = [link for link in page.values("a", "href") if "/utdrag/" in link or "/fil" in link]
    assert b"".join(desk.get(document)).startswith(b"%PDF-")
    assert Placement.objects.count() == 0


@pytest.mark.database
def test_what_is_confirmed_is_sent(desk, draft, user):
    link = PreviewLink.objects.create(revision=draft, recipient="x", until=localdate(), made_by=user)

    done = confirm(desk, send(desk, ADDRESS, **TYPED, step="review"))

    assert (done.status, done.response["Location"]) == (302, "/admin/program/2027-2030/")
    sent = Placement.objects.get()
    assert (str(sent.sent_on), sent.decided_paragraph, sent.entry.by) == ("2026-01-12", "12", user)
    assert {seat.body.seat for seat in sent.seats.all()} == set(EIGHT)
    kept = default_storage.open(place(sent.annex_sha256)).read()
    assert hashlib.sha256(kept).hexdigest() == sent.annex_sha256
    page = read(desk, "/admin/program/2027-2030/")
    assert "är sänt för antagande" in page.main
    form = Client().get("/program/2027-2030/kanonisk.txt").content
    assert hashlib.sha256(form).hexdigest() == sent.fingerprint == "".join(page.texts_of("sum")[0].split())
    assert b"".join(Client().get("/program/2027-2030/bilaga.pdf")) == kept
    link.refresh_from_db()
    assert link.ended_at
    assert "Sänt den 12 januari 2026" in read(desk, "/admin/utkast/").main


def test_a_draft_that_is_not_whole_says_what_is_missing(desk, draft):
    draft.parts.filter(key="purpose").delete()

    page = read(desk, ADDRESS)

    assert "kan inte sändas ännu" in page.main and "Syftet saknas." in page.main
    assert "/admin/utkast/2027-2030/#text-purpose" in page.values("a", "href")
    assert "saknas" in send(desk, ADDRESS, **TYPED, step="confirm").main
    assert not Placement.objects.exists()


def test_a_draft_that_replaces_another_than_the_last_is_not_sent(desk, draft):
    first = SentFactory(after=None)
    SentFactory(after=first.revision, revision__title="Det sista")
    draft.replaces = first.revision
    draft.save()

    assert "ersätter ett annat program än det sista i följden, ”Det sista”" in read(desk, ADDRESS).main


@pytest.mark.database
def test_a_draft_that_somebody_saved_meanwhile_is_read_again(desk, draft, user):
    page = send(desk, ADDRESS, **TYPED, step="review")
    value, base = draft_opened(draft)
    save_draft(revision=draft, draft=with_text(value, "vision", "Vi ledde"), base=base, by=user)

    refused = confirm(desk, page)

    assert "har ändrats sedan du såg texten" in errors(refused)
    assert not Placement.objects.exists()
    again = send(desk, ADDRESS, **TYPED, step="review")
    assert "Vi ledde" in again.main
    assert confirm(desk, again).status == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    {
        "no decision": ({"decided_on": "", "paragraph": "", "minutes": ""}, "Kommitténs protokoll: "),
        "no §": ({"paragraph": "§"}, "Skriv paragrafens nummer."),
        "tomorrow": ({"sent_on": "2199-01-01"}, "har inte varit än"),
        "no day": ({"decided_on": "20233-01-01"}, "är ingen dag som registret kan ha"),
        "answer before": ({"answer_by": "2026-01-12"}, "Svar önskas en dag efter"),
        "nobody": ({"seats": []}, "Välj vilka som ska anta"),
        "a stranger": ({"seats": ["stockholm"]}, "stockholm"),
        "no file": ({"document": "uploaded", "same": "on"}, "Välj dokumentets fil."),
        "both": ({"document": "made", "file": "HASH"}, "Välj ett"),
        "not compared": ({"document": "uploaded", "file": "HASH"}, "Jämför dokumentet med texten"),
        "a number": ({"minutes": "19121212-1212"}, "personnummer"),
    }.values(),
)
def test_what_is_wrong_is_told_beside_its_field(desk, draft, typed, told):
    given = {n: upload() if v == "HASH" else v for n, v in typed.items()}

    page = send(desk, ADDRESS, **TYPED | given, step="confirm")

    assert told in errors(page)
    assert not Placement.objects.exists()


def test_a_character_that_cannot_be_printed_is_told_beside_the_document(desk, draft):
    PartFactory(revision=draft, heading="Så ska det gå till", text="Cykla 🚲")

    assert "Dokumentet som sänds: Tecknet ”🚲” kan inte tryckas." in errors(
        send(desk, ADDRESS, **TYPED, step="review")
    )


def test_a_document_that_is_uploaded_is_confirmed_as_the_same(desk, draft):
    typed = {"document": "uploaded", "same": "on"}

    page = send(desk, ADDRESS, **TYPED | typed, file=upload(), step="review")
    [file] = [f for f in page.elements("textarea") if dict(f.attributes).get("name") == "file"]
    confirm(desk, page, **typed, file="".join(file.children).strip())

    assert Placement.objects.get().annex_sha256 == hashlib.sha256(pdf()).hexdigest()


def test_what_is_odd_needs_a_reason(desk, draft):
    typed = {"sent_on": "2026-01-09", "seats": ["salem", "tyreso"], "answer_by": "2026-01-11"}

    page = send(desk, ADDRESS, **TYPED | typed, step="review")

    assert "efter den dag då det sändes" in page.main
    assert "Dagen då svar önskas har redan varit." in page.main
    assert "Programmet sänds inte till Botkyrka, Haninge, " in page.main
    assert "Skriv varför" in confirm(desk, page, **typed).main
    confirm(desk, page, **typed, odd_reason="Det blev så.")
    assert Placement.objects.get().entry.reason == "Det blev så."


@pytest.mark.database
def test_the_second_of_two_who_send_sees_what_the_first_sent(desk, draft):
    page = send(desk, ADDRESS, **TYPED, step="review")
    other = desk_of(strategist(name="Bo"))
    confirm(other, send(other, ADDRESS, **TYPED, step="review"))

    second = confirm(desk, page)

    assert second.response["Location"] == "/admin/program/2027-2030/"
    told = read(desk, "/admin/program/2027-2030/").main
    assert "Programmet är redan sänt (händelse 1," in told and "Bo)" in told
    assert Placement.objects.count() == 1


def test_a_transcript_or_a_draft_has_no_page_as_sent(desk, draft):
    assert desk.get("/admin/program/2027-2030/").status_code == 404


# Withdrawing, and sending anew


@pytest.mark.database
def test_a_programme_is_withdrawn_with_a_reason_and_another_written_in_its_stead(desk):
    earlier = SentFactory(after=None, revision__texts=True)
    first = SentFactory(
        slug="2027", adopted_by=["huddinge"], revision__period_first=2027, revision__period_last=2030
    )
    kin = first.revision.parts.get(key="infra/1"), earlier.revision.parts.get(key="infra/1")
    LineageFactory(later=kin[0], earlier=kin[1], why="Samma mål.")
    address = "/admin/program/2027/aterkalla/"

    assert "Varför?" in errors(send(desk, address, on="2025-03-01", why="", step="confirm"))
    assert "var inte sänt den dagen" in errors(
        send(desk, address, on="2025-01-01", why="Fel.", step="confirm")
    )
    told = send(desk, address, on="2025-03-01", why="Ett mål saknades.", step="review").main
    assert "En kommun hade antagit det. Beslutet står kvar i registret men räknas inte." in told
    confirmed(desk, address, on="2025-03-01", why="Ett mål saknades.", paragraph="§ 14")

    page = read(desk, "/admin/program/2027/")
    assert "återkallades den 1 mars 2025 och gäller inte någon dag" in page.main
    assert "/admin/utkast/nytt/?fran=2027" in page.values("a", "href")
    assert desk.get(address).status_code == 302
    send(desk, "/admin/utkast/nytt/", title="Det nya", slug="2027-b", source="2027")
    draft = Revision.objects.get(slug="2027-b")
    assert (draft.instead_of, draft.replaces) == (first.revision, earlier.revision)
    assert (draft.period_first, draft.period_last) == (2027, 2030)
    [line] = DraftLineage.objects.filter(later__revision=draft)
    assert (line.later.key, line.earlier, line.why) == ("infra/1", kin[1], "Samma mål.")


def test_what_all_have_adopted_is_not_withdrawn(desk):
    SentFactory(slug="2027", adopted_by=["huddinge", "tyreso"])

    page = send(desk, "/admin/program/2027/aterkalla/", on="2025-03-01", why="Fel.", step="confirm")

    assert "Alla har antagit programmet; det kan inte återkallas." in errors(page)


def test_a_draft_written_in_another_s_stead_asks_for_it_when_it_is_sent(desk, draft):
    first = SentFactory(after=None)
    withdraw(revision=first.revision, on=day(3), why="Fel.", office=OFFICE)
    draft.instead_of = first.revision
    draft.save()
    typed = {"instead_of": first.revision.slug}

    page = send(desk, ADDRESS, **TYPED | typed, step="review")

    assert f"Det sänds i stället för ”{first.title}”, som är återkallat." in page.main
    confirm(desk, page, **typed)
    assert Placement.objects.latest("entry").instead_of == first.revision
