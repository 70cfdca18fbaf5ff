"""The history of a whole draft: each saving, newest first, and word by word what it changed."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programme.draft_reading import newest_saving, read_draft
from programme.draft_services import name_version, save_draft, start_draft
from programme.drafting import add, remove
from programme.models import DraftLineage, Part, Revision
from tests.desk.rooms import desk_of, read, strategist
from tests.factories import RevisionFactory, SentFactory
from tests.programme.drafts import with_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ROOM = "/admin/utkast/nasta/historik/"


@pytest.fixture
def person():
    return strategist(name="Siv")


@pytest.fixture
def desk(person):
    return desk_of(person)


@pytest.fixture
def draft(person):
    return start_draft(title="Nästa program", slug="nasta", by=person)


def write(draft, person, why="", **texts):
    """Save the draft with new words for its single texts."""
    stored = read_draft(draft)
    items = tuple(replace(item, text=texts.get(item.kind, item.text)) for item in stored.items)
    base = newest_saving(draft).number
    return save_draft(revision=draft, draft=replace(stored, items=items), base=base, by=person, why=why)


def test_every_saving_tells_who_why_and_word_by_word_what(desk, draft, person):
    write(draft, person, why="Första försöket", vision="Vi leder tillväxten")
    write(draft, strategist(name="Åke"), vision="Vi leder utvecklingen")

    page = read(desk, ROOM)

    assert page.texts("h2") == ["Version 3", "Version 2", "Version 1"]
    assert page.texts("h3")[0] == "Vision ”Vi leder utvecklingen” Ändrades"
    assert page.texts("del") == ["borttaget: tillväxten"]
    assert page.texts("ins") == ["tillagt: utvecklingen"]
    assert "Siv: Första försöket" in page.main
    assert "Åke" in page.main


def test_each_saving_leads_to_the_draft_as_it_was(desk, draft, person):
    write(draft, person, vision="Vi leder")

    page = read(desk, ROOM)

    links = [link for link in page.values("a", "href") if "version" in link]
    assert len(links) == 2
    assert [desk.get(link).status_code for link in links] == [200, 200]


def test_a_named_version_is_told_by_its_name(desk, draft, person):
    name_version(saving=newest_saving(draft), name="Till mötet", by=person)

    page = read(desk, ROOM)
    assert page.texts("h2") == ["Ändrat mellan två versioner", "Version 1, ”Till mötet”"]
    assert page.texts("h3")[0] == "Version 1 Ändrades"
    assert page.texts("ins") == ["tillagt: Till mötet"]


def test_a_changed_particular_is_told(desk, draft, person):
    stored = read_draft(draft)
    wanted = replace(stored, particulars=stored.particulars | {"horizon": "2040"})
    save_draft(revision=draft, draft=wanted, base=1, by=person)

    page = read(desk, ROOM)
    assert page.texts("h3")[0] == "Uppgifter om programmet Ändrades"
    assert "tillagt: 2040" in page.texts("ins")


def test_a_removed_text_is_told_by_its_words(desk, draft, person):
    write(draft, person, vision="Vi leder")
    Part.objects.get(kind="vision").delete()

    page = read(desk, ROOM)
    assert page.texts("h2")[0] == "Ändrat mellan två versioner"
    assert page.texts("h3")[0] == "Vision ”Vi leder” Togs bort"
    assert "borttaget: Vi leder" in page.texts("del")


def test_lineage_is_told_by_names(desk, draft, person):
    earlier = RevisionFactory(slug="gammalt", texts=True).parts.get(kind="goal")
    write(draft, person, vision="Vi leder")
    DraftLineage.objects.create(later=Part.objects.get(kind="vision", revision=draft), earlier=earlier)

    main = read(desk, ROOM).main
    assert "Mål eller område Vision ”Vi leder”" in main
    assert "Går tillbaka på ”Spår” (gammalt)" in main


def test_no_saving_is_missing_on_any_of_the_pages(desk, draft, person):
    for number in range(64):
        write(draft, person, vision=f"Vision nummer {number}")

    pages = [read(desk, f"{ROOM}?sida={number}") for number in (1, 2, 3)]

    versions = [title for page in pages for title in page.texts("h2")]
    assert versions == [f"Version {number}" for number in range(65, 0, -1)]
    assert [len(page.texts("h3")) for page in pages] == [30, 30, 5]
    assert [len(page.texts("del")) for page in pages] == [30, 30, 3]


@pytest.mark.parametrize("page", ["0", "999", "x", "-1"])
def test_an_odd_page_number_shows_a_page(desk, draft, page):
    assert read(desk, f"{ROOM}?sida={page}").status == 200


@pytest.mark.proof_only
def test_a_long_history_asks_as_many_questions_as_a_short_one(desk, draft, person):
    asked = []
    for savings in (31, 20):  # two pages each time
        for number in range(savings):
            write(draft, strategist(), vision=f"Vision {number}", overall_goal=f"Mål {number}")
        with CaptureQueriesContext(connection) as captured:
            read(desk, ROOM)
        asked.append(len(captured))

    assert asked[0] == asked[1] <= 15


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_can_only_be_read(desk, draft, method):
    assert getattr(desk, method)(ROOM).status_code == 405
    assert Revision.history.count() == 1


def test_an_unknown_draft_has_none(desk):
    assert read(desk, ROOM).status == 404


def test_a_text_without_words_is_known_by_its_place_never_by_its_key(desk, person):
    revision = RevisionFactory(slug="nasta", texts=True)
    stored = read_draft(revision)
    added, _key = add(stored, "point", "infra/1", used=())
    save_draft(revision=revision, draft=added, base=0, by=person)

    titles = read(desk, ROOM).texts("h3")

    assert any("Punkt utan text (nu fokusområde 1, mål 1, punkt 2)" in title for title in titles)
    assert not any("punkt-1" in title or "infra" in title for title in titles)


def test_what_a_text_goes_back_to_is_told_by_its_words(desk, person):
    source = SentFactory(slug="2023", title="Programmet 2023", revision__texts=True).revision
    start_draft(title="Nästa", slug="nasta", from_revision=source, by=person)

    page = read(desk, ROOM)

    assert "”Spår” (programmet 2023)" in page.text or "”Spår” (Programmet 2023)" in page.text


def test_the_history_speaks_with_the_words_of_each_saving(desk, person):
    source = SentFactory(slug="2023", title="Programmet 2023", revision__texts=True).revision
    draft = start_draft(title="Nästa", slug="nasta", from_revision=source, by=person)
    for words in ("Fler spår", "Spår överallt"):
        rewritten = with_text(read_draft(draft), "infra/1", words)
        save_draft(revision=draft, draft=rewritten, base=newest_saving(draft).number, by=person)

    first = read(desk, ROOM).main.split("Version 1", 1)[1]

    assert "Mål eller område Långsiktigt mål ”Spår”" in first
    assert "överallt" not in first


def test_a_text_that_is_brought_back_is_told_with_its_kinship(desk, person):
    source = SentFactory(slug="2023", title="Programmet 2023", revision__texts=True).revision
    draft = start_draft(title="Nästa", slug="nasta", from_revision=source, by=person)
    whole = read_draft(draft)
    save_draft(revision=draft, draft=remove(whole, "infra/1"), base=1, by=person)
    save_draft(revision=draft, draft=whole, base=2, by=person)

    back = read(desk, ROOM).main.split("Version 2", 1)[0]

    assert "Släktskap Lades till" in back
    assert "Går tillbaka på ”Spår” (Programmet 2023)" in back
    assert "utan att något fält ändrades" not in back


def test_an_empty_text_is_not_called_a_saving_without_a_change(desk, draft, person):
    added, _key = add(read_draft(draft), "focus_area", "", used=())
    save_draft(revision=draft, draft=added, base=1, by=person)

    newest = read(desk, ROOM).main.split("Version 1", 1)[0]

    assert "Fokusområde utan text (nu fokusområde 1) Lades till" in newest
    assert "utan att något fält ändrades" not in newest
