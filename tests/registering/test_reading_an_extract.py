"""The form of a decision is filled from its extract, each field marked until it is changed; typing always works."""

import pytest

from adoption.models import FollowUp
from tests.desk.decided import NEW, awaiting_three, held, of_tyreso
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import day
from tests.pdf_files import UNFIT, saying, upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MINUTES = """Tyresö kommun
Protokoll
Kommunstyrelsen
Sammanträdesdatum 2025-02-10
§ 7 Antagande av Södertörns utvecklingsprogram
Dnr KSM-2025/64
Arbetsutskottets förslag
Kommunstyrelsen återremitterar ärendet.
Kommunstyrelsens beslut
Kommunstyrelsen beslutar att anta Södertörns utvecklingsprogram under förutsättning att medel avsätts.
Beslutet skickas till
Samverkansstrategen
Protokollet justerat 2025-02-17
Anslaget 2025-02-18"""
READ = "läst ur utdraget, kontrollera"


def file(text: str = MINUTES):
    return upload(saying(text))


def fill(client, address, **typed):
    return send(client, address, step="read", **held(read(client, address)) | typed)


def marks(page) -> dict[str, str]:
    """What stands beside each field about the extract, by the field's name."""
    said = {dict(e.attributes).get("id", ""): e for e in page.elements("p")}
    ends = ("id_", "_read")
    return {
        name[len(ends[0]) : -len(ends[1])]: " ".join(page.texts("strong", "span", node=element))
        for name, element in said.items()
        if name.startswith(ends[0]) and name.endswith(ends[1])
    }


def test_the_form_comes_back_filled_and_each_field_says_from_where(office):
    page = fill(office.client, office.new, extract=file())

    there = held(page)
    assert (there["on"], there["paragraph"], there["numbers"]) == ("2025-02-10", "7", "KSM-2025/64")
    assert (there["outcome"], there["signed_on"], there["announced_on"]) == (
        "adopted",
        "2025-02-17",
        "2025-02-18",
    )
    assert there["conditional"] == "on" and there["doubt_words"] == "under förutsättning att medel avsätts"
    said = marks(page)
    assert said["paragraph"].startswith(READ) and "sida 1: ”§ 7 Antagande av" in said["paragraph"]
    box = next(b for b in page.attributes("input") if b.get("name") == "paragraph")
    assert "id_paragraph_read" in box["aria-describedby"]
    assert not errors(page)


def test_what_is_typed_is_never_overwritten_but_the_difference_is_said(office):
    page = fill(office.client, office.new, extract=file(), paragraph="8", numbers="KS 1")

    there = held(page)
    assert (there["paragraph"], there["numbers"], there["on"]) == ("8", "KS 1", "2025-02-10")
    assert marks(page)["paragraph"].startswith("i utdraget står 7")


def test_a_mark_goes_when_the_value_is_changed_and_the_check_page_names_the_rest(office):
    filled = held(fill(office.client, office.new, extract=file()))
    typed = filled | {"paragraph": "9", "text_change": "unchanged", "document": "sent"}

    asked = send(office.client, office.new, step="review", **typed)
    again = send(office.client, office.new, step="edit", **boxes(asked))

    assert "Läst ur utdraget och inte ändrat" in asked.main and "KSM-2025/64" in asked.main
    assert "”§ 7 Antagande" not in " ".join(asked.texts("dd"))
    assert READ not in marks(again)["paragraph"] and READ in marks(again)["numbers"]
    wrong = send(office.client, office.new, step="review", **filled | {"on": "i måndags"})
    box = next(b for b in wrong.attributes("input") if b.get("name") == "on")
    assert box["aria-describedby"] == "id_on_read id_on_helptext id_on_error"
    send(office.client, office.new, step="confirm", **boxes(asked) | {"odd_reason": "§ 9 är rätt."})
    assert FollowUp.objects.get(step="announced").on == day(18)


def test_what_was_read_waits_with_the_rest_and_gives_way_to_another_file(office):
    fill(office.client, office.new, extract=file())
    there = held(read(office.client, office.new))
    assert there["paragraph"] == "7" and READ in marks(read(office.client, office.new))["paragraph"]

    other = MINUTES.replace("§ 7", "§ 12").replace("Dnr KSM-2025/64\n", "")
    page = send(office.client, office.new, step="read", **there | {"extract": file(other)})

    assert (held(page)["paragraph"], held(page)["numbers"]) == ("12", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "bild utan text"),
        ("SNABBPROTOKOLL\n" + MINUTES, "preliminärt eller inte justerat"),
        ("FÖRVALTNINGSRÄTTEN I STOCKHOLM DOM\n" + MINUTES, "en dom"),
        (MINUTES.replace("Kommunstyrelsen\n", "Kommunstyrelsens arbetsutskott\n", 1), "utskotts"),
        (MINUTES.replace("Tyresö kommun", "Haninge kommun"), "en annan kommuns"),
        (MINUTES.replace("Tyresö kommun", "Nacka kommun"), "en annan kommuns"),
        (MINUTES.replace("Kommunstyrelsen\n", "Kommunfullmäktige\n", 1), "ett annat organs"),
        (MINUTES.replace("utvecklingsprogram", "årsredovisning"), "ingen § vars rubrik nämner programmet"),
        (MINUTES + MINUTES.replace("§ 7", "§ 12"), "flera §§ om programmet"),
        (MINUTES.replace("Protokoll\n", "Kallelse\n"), "inte igen filen som ett protokoll"),
    ],
)
def test_a_file_in_which_nothing_is_read_has_its_own_plain_answer(office, text, words):
    page = fill(office.client, office.new, extract=file(text))

    assert words in page.main
    assert not held(page)["paragraph"]


def test_a_file_that_cant_be_kept_is_told_of_and_typing_still_works(office):
    for content, word in (UNFIT["a script"], UNFIT["encrypted without a password"], (b"no PDF", "ingen PDF")):
        page = fill(office.client, office.new, extract=upload(content), paragraph="8")
        assert word in errors(page) and held(page)["paragraph"] == "8"


def test_a_file_that_cant_be_kept_says_which_one_stays(office):
    page = fill(office.client, office.new, extract=upload(name="ks-7.pdf"))

    both = [held(page)["extract"], upload(b"no PDF")]  # as a browser sends them
    page = send(office.client, office.new, step="review", **held(page) | {"extract": both})

    assert "Filen ks-7.pdf, som kom förut, är kvar och lämnas in" in errors(page)


def test_the_desks_form_is_filled_by_the_same_reading(db):
    awaiting_three()
    page = fill(desk_of(strategist()), NEW, extract=file(MINUTES))

    assert (held(page)["municipality"], held(page)["on"]) == ("tyreso", "2025-02-10")
    assert "id_municipality_read" in {e.get("id") for e in page.attributes("p")}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (MINUTES.replace("Tyresö kommun", "Haninge kommun"), "en annan kommuns (sida 1: ”Haninge kommun”)"),
        (MINUTES.replace("Tyresö kommun", "Nacka kommun"), "en annan kommuns (sida 1: ”Nacka kommun”)"),
        (MINUTES.replace("Kommunstyrelsen\n", "Kommunfullmäktige\n", 1), "ett annat organs"),
        (MINUTES.replace("2025-02-10", "2025-02-11"), "I utdraget står en annan dag"),
        (MINUTES.replace("§ 7", "§ 12"), "I utdraget står en annan §"),
        (MINUTES.replace("program\nDnr", "program 2019–2022\nDnr").replace("§ 7", "§ 8"), "en annan §"),
        ("FÖRVALTNINGSRÄTTEN I STOCKHOLM DOM\n" + MINUTES, "en dom, inget protokoll"),
        (MINUTES, ""),
        ("", ""),
    ],
)
def test_a_file_that_says_otherwise_than_what_is_typed_is_odd_although_nobody_read_it(office, text, words):
    asked = send(office.client, office.new, step="review", extract=file(text), **decided())

    assert "Stämmer det här?" in asked.html, errors(asked)
    assert words in asked.main
    assert ("Det här är ovanligt" in asked.main) == bool(words)


def test_a_file_that_comes_later_is_compared_too(office):
    registered(office.client, office.new, **decided())
    (fact,) = (d.entry.fact for d in of_tyreso())
    other = file(MINUTES.replace("Tyresö kommun", "Haninge kommun"))

    asked = send(office.client, f"{office.new}{fact}/protokoll/", step="review", extract=other)

    assert "Utdraget är en annan kommuns" in asked.main


def test_when_what_was_decided_is_not_read_that_is_said(office):
    unclear = MINUTES.replace("beslutar att anta", "beslutar i princip att anta")

    page = fill(office.client, office.new, extract=file(unclear))

    assert "Vad som beslutades är inte läst" in page.main and "outcome" not in held(page)
    assert "Vad som beslutades" not in fill(office.client, office.new, extract=file()).main
