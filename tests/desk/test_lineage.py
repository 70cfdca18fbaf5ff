"""The rooms for lineage: of a programme in the register an act, of a draft an edit."""

from copy import deepcopy

import pytest

from programme import draft_services, lineage_services
from programme.lineage_services import standing_lineage, state_lineage
from programme.models import DraftLineage
from sodertorn.journal import Entry
from tests.desk.rooms import boxes, confirmed, desk_of, errors, read, send, strategist
from tests.desk.transcripts import missing
from tests.factories import (
    OFFICE,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist())


def goal_of(transcript, words):
    area = PartFactory(revision=transcript.revision, kind="focus_area", text="")
    TextFactory(part=area, text="Infrastruktur", note="")
    part = PartFactory(revision=transcript.revision, kind="goal", parent=area, text="")
    TextFactory(part=part, text=words, note="")
    return part


@pytest.fixture(scope="module")
def goals_once(shared):
    first = TranscriptFactory(slug="2013", title="Programmet 2013", seats=())
    old = goal_of(first, "Spår"), goal_of(first, "Vägar")
    return goal_of(
        TranscriptFactory(slug="2019", title="Programmet 2019", after=first.revision), "Fler spår"
    ), *old


@pytest.fixture
def goals(goals_once):
    """A goal of 2019, and the two of 2013."""
    return deepcopy(goals_once)


def address(part):
    return f"/admin/slaktskap/{part.revision.slug}/{part.pk}/"


def said(part):
    return {one.earlier for one in standing_lineage(part)}


def test_a_goal_goes_back_to_several_with_a_reason(desk, goals):
    goal, *old = goals

    page = confirmed(desk, address(goal), earlier=[part.pk for part in old], why="Samma sak.")

    assert page.response["Location"] == "/admin/slaktskap/2019/"
    assert said(goal) == set(old)
    assert "”Spår” (Programmet 2013)" in read(desk, "/admin/slaktskap/2019/").main


def test_the_page_says_first_what_the_register_will_say(desk, goals):
    page = send(desk, address(goals[0]), earlier=[goals[1].pk], why="Samma sak.")

    assert "går enligt vår bedömning tillbaka på ”Spår” (Programmet 2013)." in page.main
    assert "Skäl: Samma sak." in page.main
    assert said(goals[0]) == set()


def test_a_goal_may_be_new(desk, goals):
    confirmed(desk, address(goals[0]), none="on", why="Inget liknande.")

    assert said(goals[0]) == {None}
    assert "inget: det är nytt" in read(desk, "/admin/slaktskap/2019/").main


TAKEN_BACK = {"correction": "never_happened", "reason": "Läst om."}


def test_taking_back_what_was_said_takes_a_kind_and_a_reason(desk, goals):
    goal, first, second = goals
    state_lineage(later=goal, earlier=[first], why="Samma sak.", office=OFFICE)

    page = send(desk, address(goal), earlier=[second.pk], why="Nya ord.")
    assert "Välj varför det är fel" in errors(page)
    assert "Skriv skälet till rättelsen" in errors(page)
    assert boxes(page)["why"].strip() == "Nya ord."

    confirmed(desk, address(goal), earlier=[second.pk], why="Nya ord.", **TAKEN_BACK)
    assert said(goal) == {second}
    assert Entry.objects.latest("number").correction == "never_happened"


def test_what_is_taken_back_is_said_in_plain_words_before_it_is_done(desk, goals):
    goal, first, second = goals
    state_lineage(later=goal, earlier=[first], why="Samma sak.", office=OFFICE)

    page = send(desk, address(goal), earlier=[second.pk], why="Nya ord.", **TAKEN_BACK)

    struck = "att det går tillbaka på ”Spår” (Programmet 2013), stryks. Skälet till rättelsen: Läst om."
    assert struck in page.main


def test_another_reason_is_a_correction_of_the_kind_that_was_chosen(desk, goals):
    goal, first, _second = goals
    state_lineage(later=goal, earlier=[first], why="Samma sak.", office=OFFICE)
    typed = {"earlier": [first.pk], "why": "Samma mål.", "reason": "Enligt det rättade protokollet."}

    refused = send(desk, address(goal), correction="never_happened", **typed)
    assert "Välj varför det var fel" in errors(refused)

    asked = send(desk, address(goal), correction="minutes_corrected", **typed)
    assert "Det tidigare skälet, ”Samma sak.”, stryks." in asked.main

    confirmed(desk, address(goal), correction="minutes_corrected", **typed)
    assert Entry.objects.latest("number").correction == "minutes_corrected"


def test_what_is_taken_back_is_not_called_a_typing_error(desk, goals):
    goal, first, second = goals
    state_lineage(later=goal, earlier=[first], why="Samma sak.", office=OFFICE)

    page = send(
        desk,
        address(goal),
        earlier=[second.pk],
        why="Nya ord.",
        **TAKEN_BACK | {"correction": "typing_error"},
    )

    assert "En tidigare bedömning tas tillbaka" in errors(page)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"why": "Bara ett skäl."}, "Välj det som texten går tillbaka på"),
        ({"earlier": ["{old}"], "none": "on", "why": "Båda."}, "inte båda"),
        ({"earlier": ["{goal}"], "why": "Sig själv."}, "Går tillbaka på"),
        ({"earlier": ["4711"], "why": "Okänt."}, "Går tillbaka på"),
        ({"earlier": ["{old}"], "why": "Ring 640823-3234"}, "personnummer"),
    ],
)
def test_what_is_refused_is_told_and_kept(desk, goals, typed, told):
    goal, old, _other = goals
    names = {"old": old.pk, "goal": goal.pk}
    filled = {
        name: [one.format(**names) for one in value] if isinstance(value, list) else value
        for name, value in typed.items()
    }
    entries = Entry.objects.count()

    page = send(desk, address(goal), **filled)

    assert told in errors(page)
    assert boxes(page)["why"].strip() == typed["why"]
    assert Entry.objects.count() == entries


def test_a_goal_whose_words_are_not_entered_is_told_by_its_number_and_area(desk, goals):
    goal, _first, second = goals
    nameless = PartFactory(revision=second.revision, kind="goal", parent=second.parent, text="", position=2)
    TextFactory(part=nameless, text="", note="Står i bilagan.")

    assert "Långsiktigt mål 3, Infrastruktur" in read(desk, address(goal)).texts("label")
    asked = send(desk, address(goal), earlier=[nameless.pk], why="Samma mål.")
    assert "tillbaka på långsiktigt mål 3, Infrastruktur (Programmet 2013)." in asked.main
    confirmed(desk, address(goal), earlier=[nameless.pk], why="Samma mål.")
    told = read(desk, "/admin/slaktskap/2019/").main
    assert "Går tillbaka på långsiktigt mål 3, Infrastruktur (Programmet 2013)" in told


def test_only_earlier_programmes_can_be_gone_back_to(desk, goals):
    goal, first, _second = goals

    assert f'value="{goal.pk}"' not in read(desk, address(first)).html
    assert f'value="{first.pk}"' in read(desk, address(goal)).html


# Drafts


@pytest.fixture
def draft(goals):
    revision = RevisionFactory(slug="2027", title="Utkastet")
    return PartFactory(revision=revision, goal=True, text="Ännu fler spår")


def test_a_draft_s_lineage_is_saved_at_once(desk, goals, draft):
    seen = boxes(read(desk, address(draft)))["seen"]

    page = send(desk, address(draft), earlier=[goals[0].pk], why="Samma sak.", seen=seen)

    assert page.response["Location"] == "/admin/slaktskap/2027/"
    assert [(row.earlier, row.why) for row in DraftLineage.objects.all()] == [(goals[0], "Samma sak.")]


def test_who_saves_second_sees_what_the_other_saved(desk, goals, draft):
    seen = boxes(read(desk, address(draft)))["seen"]
    send(desk, address(draft), earlier=[goals[1].pk], why="Den enas.", seen=seen)

    page = send(desk, address(draft), none="on", why="Den andras.", seen=seen)
    assert "”Spår”" in errors(page)
    assert boxes(page)["why"].strip() == "Den andras."

    send(desk, address(draft), none="on", why="Den andras.", seen=boxes(page)["seen"])
    assert [(row.earlier, row.why) for row in DraftLineage.objects.all()] == [(None, "Den andras.")]


def test_a_draft_that_is_sent_while_its_page_is_saved_says_so_and_keeps_what_was_typed(
    desk, goals, draft, monkeypatch
):
    seen = boxes(read(desk, address(draft)))["seen"]
    lock = draft_services.locked

    def sent_meanwhile(revision):
        SentFactory(revision=revision, replaces=goals[0].revision)
        return lock(revision)

    monkeypatch.setattr(lineage_services, "locked", sent_meanwhile)

    page = send(desk, address(draft), none="on", why="Helt nytt.", seen=seen)

    assert "Programmet är inte längre ett utkast" in errors(page)
    assert boxes(page)["why"].strip() == "Helt nytt."


def test_what_is_not_there_is_a_404(desk, goals, draft):
    vision = missing(TranscriptFactory(slug="2022"), kind="vision", key="vision").part

    for unknown in (
        "/admin/slaktskap/finns-inte/",
        "/admin/slaktskap/2019/4711/",
        f"/admin/slaktskap/2019/{draft.pk}/",
        f"/admin/slaktskap/2022/{vision.pk}/",
    ):
        assert read(desk, unknown).status == 404, unknown
