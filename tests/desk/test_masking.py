"""Words are masked at the desk: the page says what disappears, and then they are nowhere."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from adoption.models import Decision
from sodertorn.answered import Answered
from sodertorn.backup.writer import back_up
from sodertorn.free_text import MASKED
from sodertorn.masking import Masking, refuse_echo
from sodertorn.register_file.writer import register_file
from sodertorn.verifying import Log, chain, entries
from tests.desk.decided import held
from tests.desk.rooms import confirmed, desk_of, errors, read, send, strategist
from tests.factories import CitationFactory, DecisionFactory, SentFactory, SourceFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WHY = {"law": "OSL 21 kap. 1 §", "reason": "En uppgift om hälsa."}
WORDS = "Greta Gyllenhammar är långtidssjuk"


@pytest.fixture
def desk():
    return desk_of(strategist(name="Strateg"))


@pytest.fixture
def decision():
    return DecisionFactory(note=WORDS, text="Bifalles.", citations=[CitationFactory(words=WORDS)])


def page_of(decision, last: str = "maska/") -> str:
    return f"/admin/handelser/{decision.pk}/{last}"


def unzipped(content: bytes) -> bytes:
    with ZipFile(BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def everywhere(desk, decision, backup: Path) -> dict[str, bytes]:
    """All places where the register shows what is recorded, or gives it away."""
    slug = decision.case.revision.slug
    pages = {
        "the event's page": (desk, page_of(decision, "")),
        "the decision at the desk": (desk, f"/admin/beslut/{decision.pk}/"),
        "the search of decisions": (desk, "/admin/adoption/decision/?q=Greta"),
        "a decision in the administration": (desk, f"/admin/adoption/decision/{decision.pk}/change/"),
        "the public decision": (Client(), f"/beslut/{decision.pk}/"),
        "the search": (Client(), f"/sok/?q=h%C3%A4ndelse+{decision.pk}"),
        "the events": (Client(), "/handelser/"),
        "the event log": (Client(), "/handelser.jsonl"),
    }
    found = {name: client.get(address, follow=True).content for name, (client, address) in pages.items()}
    found["the proof kit"] = unzipped(Client().get(f"/program/{slug}/bevis.zip").content)
    found["the register file"] = register_file()
    back_up(backup)
    found["a backup"] = unzipped(backup.read_bytes())
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        files = database.parent.glob(f"{database.name}*")
        found["the database's files"] = b"".join(file.read_bytes() for file in files)
    return found


def test_the_form_lists_the_words_that_can_be_masked(desk, decision):
    page = read(desk, page_of(decision))

    assert f"Anmärkning: ”{WORDS}”" in page.main
    assert "”Bifalles.”" in page.main


def test_the_page_that_asks_says_what_disappears_and_that_it_is_for_good(desk, decision):
    asked = send(desk, page_of(decision), step="review", seen="9999", field="note", **WHY)

    assert f"Uppgiften ”Anmärkning” i händelse {decision.pk} är maskad." in asked.main
    assert "Det går inte att ångra." in asked.main
    assert "säkerhetskopior" in asked.main
    assert WORDS not in asked.html
    assert Decision.objects.get().note == WORDS


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_what_is_masked_is_nowhere_afterwards_and_the_log_agrees(desk, decision, tmp_path):
    Answered.objects.create(form="0" * 64, url="/", words=WORDS)
    before = everywhere(desk, decision, tmp_path / "before.zip")

    for field in ("note", "citations.words"):
        confirmed(desk, page_of(decision), field=field, **WHY)

    after = everywhere(desk, decision, tmp_path / "after.zip")
    assert b"Greta" in before["a backup"] and b"Greta" in before["the proof kit"]
    assert [place for place, content in after.items() if b"Gyllenhammar" in content] == []
    assert Masking.objects.count() == 2
    assert chain(Log()).faults + entries(Log()).faults == []


def test_the_events_show_what_was_masked_and_under_which_law(desk, decision):
    confirmed(desk, page_of(decision), field="note", **WHY)

    public = read(Client(), "/handelser/").main
    assert "Ord i händelsen är maskade." in public
    told = f"Ord i händelse {decision.pk} maskades enligt OSL 21 kap. 1 §. Skäl: En uppgift om hälsa."
    assert told in public
    assert "Maskat enligt OSL 21 kap. 1 §" in read(desk, page_of(decision, "")).main
    assert MASKED in read(Client(), f"/beslut/{decision.pk}/").main


@pytest.mark.parametrize(
    "reason", [WORDS, "Gäller Gyllenhammar.", "gyllenhammar", "Uppgift om att hon\när LÅNGTIDSSJUK."]
)
def test_the_reason_can_not_repeat_the_words_or_a_name_in_them(desk, decision, reason):
    refused = send(desk, page_of(decision), step="review", field="note", law="OSL", reason=reason)

    assert "Upprepa inte de ord som maskas" in errors(refused)
    assert Masking.objects.count() == 0


@pytest.mark.parametrize(
    ("words", "reason", "echo"),
    [
        ("Eva Ek är sjuk", "Gäller Eva Ek.", "”ek” ”eva”"),
        ("Greta mår illa", "Gäller Gretas hälsa.", "”greta”"),
        ("Uppgift om Gretas hälsa", "En uppgift om hälsa.", ""),
        ("under förutsättning att regionen bidrar", "Uppgift om regionen bidrar", "”regionen bidrar”"),
    ],
)
def test_what_a_reason_may_not_repeat_is_named(words, reason, echo):
    try:
        refuse_echo({words}, reason=reason)
    except ValidationError as refused:
        assert refused.messages[0].endswith(f"dem. {echo}") and echo
    else:
        assert not echo


def test_a_masking_that_is_sent_again_gets_the_same_confirmation(desk, decision):
    asked = send(desk, page_of(decision), step="review", form_token="x", seen="9999", field="note", **WHY)
    form = held(asked) | {"step": "confirm"}

    answers = {send(desk, page_of(decision), **form).response.url for _click in range(2)}

    assert answers == {page_of(decision, "")}
    assert Masking.objects.count() == 1


def test_where_no_words_are_left_it_says_so(desk):
    decision = DecisionFactory(paragraph="")

    assert "inga ord som går att maska" in read(desk, page_of(decision)).main


def test_an_administrator_reads_the_event_but_masks_nothing(decision):
    administrator = desk_of(UserFactory(is_superuser=True))

    assert "Maska ord" not in read(administrator, page_of(decision, "")).main
    assert administrator.get(page_of(decision)).status_code == 403


def test_the_title_of_a_sent_programme_stays_for_its_fingerprint_covers_it(desk):
    sent = SentFactory(note=WORDS)

    page = read(desk, page_of(sent))

    assert f"Anmärkning: ”{WORDS}”" in page.main
    assert "”Programmet" not in page.main
    assert "Titeln på ett program som är sänt går inte att maska" in page.main


@pytest.fixture
def renamed():
    """A source whose title named somebody, cited by a decision."""
    source = SourceFactory(title=WORDS)
    DecisionFactory(citations=[CitationFactory(source=source)])
    return source


def history_of(source) -> str:
    return f"/admin/historik/source/{source.pk}/maska/"


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_a_title_is_masked_from_the_history_of_its_source(desk, renamed, tmp_path):
    decision = DecisionFactory(citations=[CitationFactory(source=renamed)])
    history = f"/admin/adoption/source/{renamed.pk}/history/"
    page = read(desk, history)
    assert history_of(renamed) in page.html
    choice = f"{renamed.history.get().pk}.title"

    asked = send(desk, history_of(renamed), step="review", seen="9999", field=choice, **WHY)
    assert "Uppgiften ”Titel” är maskad i en ändring." in asked.main
    assert "Den är maskad också där den står nu." in asked.main
    confirmed(desk, history_of(renamed), field=choice, **WHY)

    after = everywhere(desk, decision, tmp_path / "after.zip") | {
        "the history": read(desk, history).html.encode()
    }
    assert [place for place, content in after.items() if b"Gyllenhammar" in content] == []
    assert "Ord i en ändring (händelse" in read(Client(), "/handelser/").main


def test_there_is_nothing_to_mask_in_the_history_of_what_is_recorded_otherwise(desk):
    assert desk.get("/admin/historik/user/1/maska/").status_code == 404
    assert desk.get("/admin/historik/source/9999/maska/").status_code == 404
