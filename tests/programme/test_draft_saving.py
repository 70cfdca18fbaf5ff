"""A draft is saved as a whole: versions, what it was at each, and what is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError

from programme.draft_reading import read_draft, read_saving
from programme.draft_services import name_version, take_up
from programme.drafting import Item, add, arranged, move, remove
from programme.models import DraftLineage, Part
from tests.factories import PartFactory, RevisionFactory, SentFactory, TermFactory, UserFactory
from tests.programme.drafts import lines, opened, save, text, with_text

pytestmark = pytest.mark.django_db
LOCKED = "inte längre ett utkast"


@pytest.fixture
def revision():
    return RevisionFactory(slug="2027-2030", title="Programmet", texts=True)


@pytest.fixture
def strategist():
    return UserFactory(name="Åsa Strateg")


def test_a_saving_has_a_number_a_person_and_a_reason(revision, strategist):
    saving = save(revision, text("vision", "Vi följer"), by=strategist, why="Kommittén ville det.")

    assert (saving.number, saving.by, saving.why) == (1, strategist, "Kommittén ville det.")
    assert revision.parts.get(key="vision").text == "Vi följer"


def test_every_row_that_a_saving_changes_says_when_who_and_why(revision, strategist):
    def change(draft):
        draft, key = add(with_text(remove(draft, "infra/1/1"), "vision", "Ny"), "goal", "infra", ())
        return replace(with_text(draft, key, "Mål"), particulars=draft.particulars | {"title": "Nytt namn"})

    saving = save(revision, change, by=strategist, why="Allt på en gång.")

    rows = [*Part.history.filter(history_date=saving.at), *revision.history.filter(history_date=saving.at)]
    assert [(row.history_user, row.history_change_reason) for row in rows] == 4 * [
        (strategist, "Allt på en gång.")
    ]
    assert {row.key: row.history_type for row in rows[:-1]} == {"vision": "~", "infra/1/1": "-", "mal-1": "+"}


def test_only_what_changed_leaves_a_trace(revision):
    saving = save(revision, text("vision", "Ny"))

    assert Part.history.filter(history_date=saving.at).count() == 1


def test_a_save_that_changes_nothing_makes_no_version(revision):
    first = save(revision, text("vision", "Ny"))

    assert save(revision, text("vision", "  Ny ")) == first
    assert revision.savings.count() == 1


def test_a_draft_has_no_more_texts_than_the_editor_can_show(revision):
    def change(draft):
        return arranged(draft.particulars, [*draft.items, *(Item(f"ny-{n}", "section") for n in range(300))])

    with pytest.raises(ValidationError, match="högst 300 texter"):
        save(revision, change)


def test_the_draft_is_what_was_saved(revision):
    term, sent = TermFactory(label="2026–2030"), SentFactory().revision
    particulars = {
        "title": "Södertörns utvecklingsprogram",
        "period_first": "2027",
        "period_last": "2030",
        "horizon": "2040",
        "not_before": "2027-01-01",
        "term": str(term.pk),
        "replaces": str(sent.pk),
    }

    def change(draft):
        draft, section = add(draft, "section", "", ())
        draft = with_text(draft, section, "Vi samlar oss.", heading="Inledning")
        draft, area = add(draft, "focus_area", "", ())
        draft = with_text(draft, area, "Klimat", network="Miljöchefer")
        draft, goal = add(draft, "goal", area, ())
        return replace(with_text(draft, goal, "Sol"), particulars=particulars)

    save(revision, change)

    revision.refresh_from_db()
    assert (revision.term, revision.replaces, revision.period) == (term, sent, "2027–2030")
    assert read_draft(revision) == change(read_draft(RevisionFactory(texts=True)))


@pytest.mark.parametrize(
    "change",
    [
        text("vision", "Ny"),
        lambda draft: remove(draft, "infra"),
        lambda draft: move(add(add(draft, "goal", "infra", ())[0], "goal", "infra", ())[0], "mal-2", -1),
        lambda draft: replace(draft, particulars=draft.particulars | {"horizon": "2040"}),
    ],
    ids=["text", "removal", "order", "particulars"],
)
def test_the_draft_as_it_was_at_a_saving_can_be_read_for_ever(revision, change):
    save(revision, text("infra/1", "Första lydelsen"))
    then = read_draft(revision)
    save(revision, change)
    after, _base = opened(revision)
    save(revision, text("vision", "Sist"))

    assert read_saving(revision, 1) == then
    assert read_saving(revision, 2) == after
    assert lines(read_saving(revision, 0))[0] == "vision: Vi leder"


def test_savings_follow_one_another_when_the_clock_is_set_back(revision):
    first = save(revision, text("vision", "Ett"))
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        second = save(revision, text("vision", "Två"))

    assert second.at > first.at
    assert read_saving(revision, 1).item("vision").text == "Ett"


def test_a_goal_moves_out_of_an_area_that_is_removed_in_the_same_save(revision):
    def change(draft):
        draft, area = add(draft, "focus_area", "", ())
        return remove(move(with_text(draft, area, "Klimat"), "infra/1", 1), "infra")

    goal = revision.parts.get(key="infra/1").pk
    save(revision, change)

    assert lines(read_draft(revision))[1:] == [
        "area fokusomrade-1: Klimat",
        "goal infra/1 in fokusomrade-1: Spår",
        "point infra/1/1 in infra/1: Fler tåg",
    ]
    assert revision.parts.get(key="infra/1").pk == goal


def test_places_are_counted_anew_only_where_the_order_changed(revision):
    PartFactory(revision=revision, kind="focus_area", key="klimat", position=9)

    save(revision, lambda draft: add(draft, "focus_area", "", ())[0])
    assert list(revision.parts.filter(kind="focus_area").values_list("key", "position")) == [
        ("infra", 1),
        ("klimat", 9),
        ("fokusomrade-1", 10),
    ]

    save(revision, lambda draft: move(draft, "fokusomrade-1", -1))
    assert list(revision.parts.filter(kind="focus_area").values_list("key", "position")) == [
        ("infra", 1),
        ("fokusomrade-1", 2),
        ("klimat", 3),
    ]


# Versions


def test_an_earlier_version_is_taken_up_as_a_new_one(revision, strategist):
    first = save(revision, text("vision", "Ett"))
    then = read_draft(revision)
    save(revision, lambda draft: remove(add(draft, "focus_area", "", ())[0], "infra"))

    third = take_up(saving=first, base=2, by=strategist)

    assert (third.number, third.why) == (3, "Går vidare från version 1.")
    assert read_draft(revision) == then
    assert lines(read_saving(revision, 2)) == ["vision: Ett", "area fokusomrade-1: "]


def test_what_comes_back_is_the_same_text_and_goes_back_to_the_same_ones(revision):
    earlier = SentFactory(revision__texts=True).revision.parts.get(kind="goal")
    goal = revision.parts.get(key="infra/1")
    DraftLineage.objects.create(later=goal, earlier=earlier, why="Samma sak")
    first = save(revision, text("vision", "Ett"))
    save(revision, lambda draft: remove(draft, "infra"))
    assert not DraftLineage.objects.exists()

    take_up(saving=first, base=2, by=None)

    back = revision.parts.get(key="infra/1")
    assert back.pk == goal.pk
    assert [(line.earlier, line.why) for line in back.draft_ancestry.all()] == [(earlier, "Samma sak")]


@pytest.mark.parametrize("year", ["period_first", "period_last"])
def test_half_a_period_is_saved_with_the_rest(revision, year):
    save(revision, lambda draft: replace(draft, particulars=draft.particulars | {year: "2031"}))

    assert opened(revision)[0].particulars[year] == "2031"
    assert revision.period == ""


# What is refused


@pytest.mark.parametrize(
    "field, value",
    [
        ("title", "A" * 301),
        ("title", "Ring 811228-9874"),
        ("period_first", "20233"),
        ("period_last", "20233"),
        ("horizon", "snart"),
        ("not_before", "2027-02-30"),
        ("term", "9999"),
        ("replaces", "1; drop"),
    ],
)
def test_a_particular_that_cannot_be_is_refused_beside_its_field(revision, field, value):
    with pytest.raises(ValidationError) as refusal:
        save(revision, lambda draft: replace(draft, particulars=draft.particulars | {field: value}))

    assert refusal.value.error_dict.keys() == {field}
    assert not revision.savings.exists()


def test_all_that_is_wrong_is_said_at_once(revision):
    def change(draft):
        draft = with_text(draft, "vision", "V" * 1001)
        return with_text(draft, "infra/1", "Fråga 811228-9874", heading="")

    with pytest.raises(ValidationError) as refusal:
        save(revision, change)

    assert refusal.value.error_dict.keys() == {"text-vision", "text-infra/1"}


@pytest.mark.parametrize(
    "typed", ["Vi\N{NO-BREAK SPACE}le\N{SOFT HYPHEN}der nu", "Vi leder nu\r\n", "Vi\tleder nu"]
)
def test_what_is_pasted_is_made_plain(revision, typed):
    save(revision, text("vision", typed))

    assert revision.parts.get(key="vision").text == "Vi leder nu"


def test_a_form_that_lost_texts_on_its_way_removes_nothing(revision):
    with pytest.raises(ValidationError, match="kom inte fram helt"):
        save(revision, lambda draft: replace(draft, items=draft.items[:3]))

    assert revision.parts.count() == 4


def test_what_is_sent_is_saved_named_and_taken_up_no_more():
    draft = RevisionFactory(texts=True)
    saving = draft.savings.create(number=1, at=datetime.now(UTC))
    sent = SentFactory(revision=draft).revision

    for act in (
        lambda: save(sent, text("vision", "Ny")),
        lambda: name_version(saving=saving, name="Namn", by=None),
        lambda: take_up(saving=saving, base=1, by=None),
    ):
        with pytest.raises(ValidationError, match=LOCKED):
            act()
    assert sent.parts.get(key="vision").text == "Vi leder"
