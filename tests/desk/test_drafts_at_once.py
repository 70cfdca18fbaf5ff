"""Two people in the same draft: who saves second sees both texts, and decides."""

import pytest

from programme.draft_reading import read_draft
from tests.desk.editor import Editor
from tests.desk.rooms import desk_of, strategist
from tests.factories import RevisionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


@pytest.fixture
def asa(revision):
    return Editor(desk_of(strategist(name="Åsa")), "2027-2030")


@pytest.fixture
def bo(revision):
    return Editor(desk_of(strategist(name="Bo")), "2027-2030")


def words(revision):
    revision.refresh_from_db()
    return {item.key: item.text for item in read_draft(revision).items}


def test_the_second_sees_both_texts_and_nothing_is_saved_until_they_decide(asa, bo, revision):
    bo.type(**{"text-vision": "Bos vision"}).save()
    asa.type(**{"text-vision": "Åsas vision", "text-infra": "Åsas område"}).press()

    assert asa.response.status_code == 409
    assert "Bo sparade version 1" in asa.page.text and "Din text står kvar" in asa.page.text
    assert (asa["text-vision"], asa["text-infra"]) == ("Åsas vision", "Åsas område")
    assert ["Bo skrev samtidigt: Bos vision" in note for note in asa.notes] == [True]
    assert words(revision)["vision"] == "Bos vision"
    assert asa.focus == ["fel"]

    asa.save()
    assert (words(revision)["vision"], words(revision)["infra"]) == ("Åsas vision", "Åsas område")


def test_what_the_second_did_not_touch_is_taken_from_the_first_and_marked(asa, bo, revision):
    bo.type(**{"text-infra/1": "Bos mål", "title": "Bos titel"}).save()
    asa.type(**{"text-vision": "Åsas vision"}).press()

    assert (asa["text-infra/1"], asa["title"], asa["text-vision"]) == ("Bos mål", "Bos titel", "Åsas vision")
    assert len([note for note in asa.notes if "Bo ändrade det här" in note]) == 2

    asa.save()
    assert (words(revision)["infra/1"], words(revision)["vision"]) == ("Bos mål", "Åsas vision")


def test_the_text_of_the_other_can_be_taken_with_one_button(asa, bo, revision):
    bo.type(**{"text-vision": "Bos vision"}).save()
    asa.type(**{"text-vision": "Åsas vision", "text-infra": "Åsas område"}).press()

    asa.press("theirs:text-vision")

    assert (asa["text-vision"], asa["text-infra"], asa.focus) == (
        "Bos vision",
        "Åsas område",
        ["text-vision"],
    )
    assert asa.notes == []


def test_every_place_that_differs_is_listed_counted_and_led_to(asa, bo):
    bo.press("add:goal:infra").type(
        **{"text-mal-1": "Bos mål", "title": "Bos titel", "network-infra": "Bos nätverk"}
    )
    bo.type(**{"text-vision": "Bos vision", "text-infra/1": "Bos text"}).save()
    asa.type(**{"text-vision": "Åsas vision", "text-infra/1": "Åsas text"}).press()

    [summary] = asa.page.texts_of("summary")
    links = [link["href"][1:] for link in asa.page.attributes("a") if link.get("href", "").startswith("#")]
    ids = [found["id"] for found in asa.page.attributes() if "id" in found]

    assert (
        "På två ställen har ni ändrat båda två. Där gäller ditt när du sparar: Vision Fokusområde 1, mål 1 På"
        in summary
    )
    assert (
        "På tre ställen har bara den andra ändrat. Det är hämtat hit: Titel Fokusområde 1, nätverk" in summary
    )
    assert len(asa.notes) == 5
    assert {"text-vision", "text-infra/1", "title", "network-infra", "item-mal-1"} <= set(links)
    assert set(links) - {"innehall"} <= set(ids)

    asa.press("theirs:text-vision")
    assert "På ett ställe har ni ändrat båda två." in asa.page.text


def test_both_texts_stay_side_by_side_while_one_goes_on_editing(asa, bo):
    bo.type(**{"text-vision": "Bos vision"}).save()
    asa.type(**{"text-vision": "Åsas vision"}).press()

    asa.press("add:section")

    assert "Bos vision" in asa.notes[0]
    asa.type(**{"text-infra": "811228-9874"}).press()
    assert "personnummer" in asa.errors and "Bos vision" in asa.notes[0]


def test_somebody_who_is_overtaken_twice_loses_nothing(asa, bo, revision):
    asa.type(**{"text-vision": "Åsas vision"})
    bo.type(**{"text-vision": "Bos vision"}).save()
    asa.press()
    bo.type(**{"text-infra": "Bos område"}).save()
    asa.press()

    assert asa.response.status_code == 409
    assert asa["text-infra"] == "Bos område"
    assert any("Bos vision" in note for note in asa.notes)
    asa.save()
    assert (words(revision)["vision"], words(revision)["infra"]) == ("Åsas vision", "Bos område")


def test_what_one_removed_and_the_other_edited_stays_and_both_are_told(asa, bo, revision):
    bo.press("remove:infra/1").save()
    asa.type(**{"text-infra/1": "Åsas mål"}).press()

    assert any("Bo har tagit bort den här texten, men du har ändrat" in note for note in asa.notes)
    asa.save()
    assert words(revision)["infra/1"] == "Åsas mål"


def test_what_the_other_added_removed_and_moved_is_shown_in_its_place(asa, bo):
    asa.press("add:goal:infra").type(**{"text-mal-1": "Åsas mål"})
    bo.press("add:goal:infra").type(**{"text-mal-1": "Bos mål"}).press("up:mal-1").press(
        "remove:infra/1/1"
    ).save()
    asa.press()

    texts = {key.strip("-"): asa[f"text-{key.strip('-')}"] for key in asa.order}
    assert sorted(text for text in texts.values() if "mål" in text) == ["Bos mål", "Åsas mål"]
    assert "-infra/1/1" in asa.order
    assert {"Bo har lagt till den här texten.", "Bo har tagit bort den här texten."} <= set(asa.notes)


def test_a_text_of_mine_takes_no_place_of_one_that_was_removed_long_ago(asa, bo, revision):
    bo.press("add:goal:infra").press("add:goal:infra")
    bo.type(**{"text-mal-1": "Ett", "text-mal-2": "Två"}).save()
    bo.press("remove:mal-1").press("remove:mal-2").save()
    bo.press("add:goal:infra").type(**{"text-mal-3": "Bos mål"})
    asa.show(asa.client.get(asa.address))
    asa.press("add:goal:infra").type(**{"text-mal-3": "Åsas mål"})
    bo.save()
    asa.press().save()

    assert revision.parts.get(text="Åsas mål").key == "mal-4"


def test_somebody_who_comes_back_and_saves_the_same_again_is_not_stopped(asa, revision):
    typed = asa.type(**{"text-vision": "Åsas vision"}).typed
    asa.save()

    assert asa.client.post(asa.address, typed | {"do": "save"}).status_code == 302
    assert revision.savings.count() == 1


def test_what_was_saved_and_then_overtaken_meets_the_other_when_its_page_saves_again(asa, bo, revision):
    asa.type(**{"text-vision": "Åsas vision"})
    form = asa.typed | {"do": "save"}
    asa.client.post(asa.address, form)
    bo.show(bo.client.get(bo.address))
    bo.type(**{"text-vision": "Bos vision"}).save()

    assert asa.client.post(asa.address, form).status_code == 409
    assert words(revision)["vision"] == "Bos vision"
