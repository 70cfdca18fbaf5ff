"""The editor: a whole draft on one page, without a script; nothing typed is ever lost."""

import pytest

from programme.drafting import MOST_ITEMS
from programme.services import send
from tests.desk.editor import Editor, buttons
from tests.desk.rooms import desk_of, strategist
from tests.factories import OFFICE, RevisionFactory, SentFactory, TermFactory, boards, day
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


@pytest.fixture
def asa():
    return strategist(name="Åsa Strateg")


@pytest.fixture
def client(asa):
    return desk_of(asa)


@pytest.fixture
def editor(client, revision):
    return Editor(client, "2027-2030")


# Working


def test_the_whole_draft_is_there_and_is_saved_as_a_whole(editor, revision, asa):
    term = TermFactory(label="2026–2030")
    editor = Editor(editor.client, "2027-2030")
    editor.type(
        **{"title": "Nytt namn", "text-vision": "Vi följer", "text-infra": "Vägar", "network-infra": "Chefer"}
    )
    editor.type(**{"text-infra/1": "Broar", "text-infra/1/1": "Fler bussar", "term": str(term.pk)})
    editor.type(period_first="2027", period_last="2030", why="Ny start.", name="Första")

    editor.save()

    saving = revision.savings.get()
    revision.refresh_from_db()
    assert (saving.by, saving.why, saving.name) == (asa, "Ny start.", "Första")
    assert (revision.title, revision.period, revision.term) == ("Nytt namn", "2027–2030", term)
    assert [part.text for part in revision.parts.all()] == ["Vägar", "Broar", "Fler bussar", "Vi följer"]
    assert revision.parts.get(key="infra").network == "Chefer"
    assert editor.page.texts_of("notice--success") == ["Version 1 är sparad."]
    assert editor.page.values("p", "data-saved") == ["/admin/utkast/2027-2030/"]


def test_saved_twice_it_is_one_version(editor, revision):
    editor.type(**{"text-vision": "Vi följer"})
    for _time in range(2):
        response = editor.client.post(editor.address, editor.typed | {"do": "save"})
        assert response.status_code == 302

    assert revision.savings.count() == 1


def test_enter_in_a_box_saves_because_save_is_the_first_button(editor):
    form = editor.page.html.split("data-keep")[1]

    assert buttons(editor.page)[0] == "save"
    assert form.index("<button") == form.index('<button class="button" name="do" value="save">')


def test_a_text_is_added_where_it_belongs_and_has_the_focus(editor, revision):
    editor.type(**{"text-vision": "Inte sparat"}).press("add:goal:infra")

    assert editor.order[-2:] == ["infra/1/1", "mal-1"]
    assert (editor.focus, editor["text-vision"]) == (["text-mal-1"], "Inte sparat")
    assert "inte sparade" in editor.page.texts_of("draft__state")[0]
    assert not revision.savings.exists()

    editor.type(**{"text-mal-1": "Hamnar"}).save()
    assert revision.parts.get(key="mal-1").parent.key == "infra"


@pytest.mark.parametrize("do", ["add:section", "add:focus_area", "add:point:infra/1"])
def test_each_kind_of_text_can_be_added_and_begins_with_its_first_box(editor, do):
    kind = do.split(":")[1]
    editor.press(do)

    assert [line.split()[1] for line in editor.typed["item"]].count(kind) == (1 if kind == "section" else 2)
    assert editor.focus[0].startswith("heading-" if kind == "section" else "text-")


def test_a_text_that_moves_keeps_the_focus_on_its_button_or_on_the_one_back(editor):
    for text in ("Ett", "Två"):
        editor.press("add:goal:infra")
        editor.type(**{editor.focus[0]: text})

    editor.press("up:mal-2")
    assert ([k for k in editor.order if "/1/" not in k][-3:], editor.focus) == (
        ["infra/1", "mal-2", "mal-1"],
        ["up-mal-2"],
    )
    editor.press("up:mal-2")
    assert ([k for k in editor.order if "/1/" not in k][-3:], editor.focus) == (
        ["mal-2", "infra/1", "mal-1"],
        ["down-mal-2"],
    )
    assert "up:mal-2" not in buttons(editor.page)

    editor.save()
    assert [k for k in editor.order if "/1/" not in k][-3:] == ["mal-2", "infra/1", "mal-1"]


def test_what_is_removed_can_be_put_back_until_it_is_saved(editor, revision):
    editor.type(**{"text-infra/1": "Nyss skrivet"}).press("remove:infra")

    assert (editor.order[-3:], editor.focus) == (["-infra", "infra/1", "infra/1/1"], ["back-infra"])
    assert revision.parts.count() == 4

    editor.press("back:infra")
    assert (editor.order[-3:], editor.focus, editor["text-infra/1"]) == (
        ["infra", "infra/1", "infra/1/1"],
        ["text-infra"],
        "Nyss skrivet",
    )

    editor.press("remove:infra").save()
    assert [part.key for part in revision.parts.all()] == ["vision"]


def test_every_button_says_which_text_it_is_about(editor):
    said = [
        text for text in editor.page.texts("button") if text.startswith(("Flytta", "Ta bort", "Lägg till"))
    ]

    assert {"Ta bort fokusområde 1, mål 1", "Lägg till punkt i fokusområde 1, mål 1"} <= set(said)
    assert len(said) == len(set(said))


def test_what_is_missing_is_listed_with_links_to_the_boxes(editor):
    links = dict(zip(editor.page.texts("a"), editor.page.attributes("a"), strict=True))

    assert links["Syftet saknas."]["href"] == "#text-purpose"
    for found in editor.page.elements("a"):
        address = dict(found.attributes).get("href", "")
        if address.startswith("#"):
            assert f'id="{address[1:]}"' in editor.page.html


def test_hints_stand_beside_the_box_and_belong_to_it(editor):
    editor.type(**{"text-vision": "Vi leder och och växer"}).press("show")

    assert editor.page.texts_of("draft-box__hints") == ["”och och” står två gånger i rad."]
    box = next(found for found in editor.page.attributes("textarea") if found["name"] == "text-vision")
    assert box["aria-describedby"] == "text-vision_hints"


def test_the_changes_against_the_programme_that_it_replaces_are_on_the_page(client):
    sent = SentFactory(revision__period_first=2023, revision__period_last=2026).revision
    client.post("/admin/utkast/nytt/", {"title": "Nytt", "slug": "nasta", "source": sent.slug})

    editor = Editor(client, "nasta").type(**{"text-infra/1": "Broar"}).press("show")

    assert "Jämfört med programmet för 2023–2026: 4 skillnader" in editor.page.text
    assert [
        editor.page.texts(kind)[-1].split(": ")[1] for kind in ("del", "ins") if editor.page.texts(kind)
    ] == ["Spår", "Broar"]


# What is refused, with nothing lost


@pytest.mark.parametrize(
    "name, typed, said",
    [
        ("period_first", "20233", "inget rimligt år"),
        ("not_before", "20233-01-01", "ingen dag i kalendern"),
        ("title", "Ring 811228-9874", "personnummer"),
        ("text-vision", "Ring 811228-9874", "personnummer"),
        ("text-vision", "Vi\x07leder", "tecken som inte går att visa"),
        ("text-infra/1", "M" * 3001, "högst 3000"),
        ("network-infra", "N" * 301, "högst 300"),
        ("why", "V" * 301, "högst 300"),
        ("name", "N" * 81, "högst 80"),
    ],
)
def test_bad_input_is_refused_beside_its_box_and_everything_typed_stays(editor, revision, name, typed, said):
    editor.type(**{"text-infra/1/1": "Annat som skrevs", "why": "Därför"}).press("add:goal:infra")
    editor.type(**{"text-mal-1": "Ett nytt mål"} | {name: typed})

    editor.press()

    assert (editor.response.status_code, revision.savings.count()) == (200, 0)
    assert said in editor.errors
    assert f'href="#{name}"' in editor.page.html
    assert "Text:" not in editor.errors
    assert (editor[name], editor["text-infra/1/1"], editor["text-mal-1"]) == (
        typed,
        "Annat som skrevs",
        "Ett nytt mål",
    )


def test_a_name_that_another_version_has_is_refused_beside_the_name(editor):
    editor.type(**{"text-vision": "Ett", "name": "Första"}).save()
    editor.type(**{"text-vision": "Två", "name": "Första"}).press()

    assert "En annan version har redan det namnet." in editor.errors
    assert editor["text-vision"] == "Två"


@pytest.mark.parametrize(
    "wrong",
    [
        {"base": "x"},
        {"item": ["vision vision"]},
        {"item": ["v vision - kept", "w vision - kept"]},
        {"item": ["g goal - kept"]},
        {"item": ["a poem - kept"]},
        {"do": "fly:infra"},
        {"do": "up:nowhere"},
        {"do": "add:vision"},
        {"do": "add:goal:vision"},
        {"do": "theirs:text-nowhere"},
    ],
)
def test_what_no_page_of_ours_sends_is_a_bad_request(editor, revision, wrong):
    response = editor.client.post(editor.address, editor.typed | {"do": "save"} | wrong)

    assert response.status_code == 400
    assert revision.parts.count() == 4


def test_more_texts_than_a_draft_can_have_are_not_saved(editor, revision):
    editor.typed["item"] += [f"ny-{n} section - kept" for n in range(MOST_ITEMS)]

    response = editor.client.post(editor.address, editor.typed | {"do": "save"})

    assert "högst 300 texter" in Page(response).text
    assert revision.parts.count() == 4
    editor.typed["item"] += [f"mer-{n} section - kept" for n in range(2 * MOST_ITEMS)]
    assert editor.client.post(editor.address, editor.typed | {"do": "save"}).status_code == 400


@pytest.mark.parametrize("wrong", [{"base": "7"}, {"opened": "7"}, {"base": "7", "opened": "7"}])
@pytest.mark.parametrize("do", ["save", "show", "theirs:text-vision"])
def test_a_version_that_is_not_there_is_a_bad_request(editor, wrong, do):
    editor.type(**{"text-vision": "Ett"}).save()
    editor.type(**{"text-vision": "Två"})

    response = editor.client.post(editor.address, editor.typed | {"do": do} | wrong)

    assert response.status_code == 400


def test_a_form_that_lost_its_texts_on_the_way_removes_nothing(editor, revision):
    editor.typed["item"] = editor.typed["item"][:3]

    editor.press()

    assert "kom inte fram helt" in editor.errors
    assert revision.parts.count() == 4


def test_a_draft_that_was_sent_while_it_was_edited_is_not_saved_and_what_was_typed_is_there(editor, revision):
    editor.type(**{"text-vision": "För sent"})
    send(revision=revision, boards=boards("salem"), on=day(2), decided_on=day(1), office=OFFICE)

    editor.press()

    assert "inte längre ett utkast" in editor.errors
    assert editor["text-vision"] == "För sent"
    assert revision.parts.get(key="vision").text == "Vi leder"


# Addresses


def test_a_programme_that_is_sent_has_its_public_page(client):
    response = client.get(f"/admin/utkast/{SentFactory(slug='sant').revision.slug}/")

    assert (response.status_code, response["Location"]) == (302, "/program/sant/")


def test_an_unknown_draft_is_not_there(client):
    for ask in (client.get, client.post):
        assert ask("/admin/utkast/ingen/").status_code == 404


def test_the_drafts_are_listed_with_when_and_by_whom_each_was_saved(editor):
    editor.type(**{"text-vision": "Ny"}).save()
    SentFactory(slug="sant")

    page = Page(editor.client.get("/admin/utkast/"))

    assert page.texts_of("front__name") == ["Programmet", "Utvecklingsprogrammet sant"]
    assert page.texts_of("front__note")[0].endswith("av Åsa Strateg")
