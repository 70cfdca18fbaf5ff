"""The edit history in words: who, when and why, and field by field what changed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from adoption.models import Municipality, TakingOffice
from programme.models import Part, Revision, TermOfOffice
from sodertorn.history import edits, version
from sodertorn.word_diff import ADDED, REMOVED, SAME
from tests.factories import MunicipalityFactory, PartFactory, RevisionFactory, TermFactory, UserFactory

pytestmark = pytest.mark.django_db


def changes(edit):
    return {change["label"]: change["pieces"] for change in edit["changes"]}


def newest(found):
    return edits(found.history.all())[0]


def test_a_changed_text_is_told_word_by_word():
    part = PartFactory(text="Vi leder tillväxten")
    part.text = "Vi leder utvecklingen"
    part.save()

    assert changes(newest(part)) == {
        "Text": [(SAME, "Vi leder "), (REMOVED, "tillväxten"), (ADDED, "utvecklingen")]
    }


def test_who_when_and_why_are_told():
    with time_machine.travel(datetime(2026, 12, 1, 9, 5, tzinfo=ZoneInfo("Europe/Stockholm")), tick=False):
        part = PartFactory()
        part._history_user, part._change_reason = UserFactory(name="Siv"), "Efter mötet"
        part.text = "Annat"
        part.save()

    edit = newest(part)
    assert (edit["who"], edit["why"], edit["done"]) == ("Siv", "Efter mötet", "Ändrades")
    assert edit["when"].replace("\N{NO-BREAK SPACE}", " ") == "1 december 2026 kl. 09.05"


def test_a_choice_is_told_by_its_word_and_nothing_by_its_number():
    draft = RevisionFactory(kind="programme")
    draft.kind, draft.adjusts = "adjustment", RevisionFactory(title="Det gamla")
    draft.term = TermFactory(label="2026–2030", election=date(2026, 9, 13), council_from=None)
    draft.save()

    told = changes(newest(draft))
    assert told["Slag"] == [(REMOVED, "program"), (ADDED, "justerad lydelse")]
    assert told["Justerar"] == [(ADDED, "Det gamla")]
    assert told["Mandatperiod"] == [(ADDED, "2026–2030")]


def test_yes_and_no_and_days_are_words():
    user = UserFactory(is_staff=True)
    user.is_staff = False
    user.save()
    term = TermFactory()
    term.election = date(2022, 9, 12)
    term.save()

    assert changes(newest(user))["Strateg"] == [(REMOVED, "ja"), (ADDED, "nej")]
    days = [
        (kind, words.replace("\N{NO-BREAK SPACE}", " ")) for kind, words in changes(newest(term))["Valdag"]
    ]
    assert days == [(REMOVED, "11 september 2022"), (ADDED, "12 september 2022")]


def test_something_new_is_told_whole_and_something_removed_struck():
    part = PartFactory(text="Kort tid", kind="section", position=3)
    key = part.pk
    part.delete()

    removed, new = edits(Part.history.filter(id=key))
    assert (removed["done"], new["done"]) == ("Togs bort", "Lades till")
    assert changes(removed)["Text"] == [(REMOVED, "Kort tid")]
    assert changes(new)["Text"] == [(SAME, "Kort tid")]
    assert changes(new)["Plats i ordningen"] == [(SAME, "3")]
    assert "Rubrik" not in changes(new)


def test_what_an_object_pointed_at_keeps_its_name_when_it_is_gone():
    goal = PartFactory(goal=True)
    name, area = str(goal.parent), goal.parent
    goal.delete()
    area.delete()

    last = edits(Part.history.filter(id=goal.history.model.objects.filter(kind="goal").first().id))[0]
    assert changes(last)["Hör till"] == [(REMOVED, name)]


def test_the_first_row_of_a_page_is_compared_with_the_row_before_the_page():
    part = PartFactory(text="ett")
    for words in ("två", "tre"):
        part.text = words
        part.save()

    only = edits(part.history.all()[:1])

    assert changes(only[0])["Text"] == [(REMOVED, "två"), (ADDED, "tre")]


def test_saved_without_a_change_has_no_changes():
    part = PartFactory()
    part.save()

    assert newest(part)["changes"] == []


def test_another_objects_rows_are_never_compared():
    first, second = PartFactory(text="ett"), PartFactory(text="två")
    first.text = "tre"
    first.save()

    told = edits(Part.history.filter(id__in=[first.pk, second.pk]).order_by("-history_id"))

    assert [changes(edit).get("Text") for edit in told] == [
        [(REMOVED, "ett"), (ADDED, "tre")],
        [(SAME, "två")],
        [(SAME, "ett")],
    ]


def test_a_version_tells_every_field():
    taking = TakingOffice.objects.create(term=TermFactory(), municipality=MunicipalityFactory(slug="tyreso"))

    told = {row["label"]: row["value"] for row in version(taking.history.get())}

    assert told["Mandatperiod"] == "2022–2026"
    assert told["Kommun"] == "Tyresö"
    assert "–" in told.values()


def test_a_password_is_in_no_history():
    user = UserFactory(password="hemligt, hemligt")
    words = str(edits(user.history.all())) + str(version(user.history.get()))

    assert user.password not in words
    assert "Lösenord" not in words


@pytest.mark.parametrize("model", [Revision, Municipality, TermOfOffice])
def test_many_rows_ask_as_many_questions_as_few(model, django_assert_num_queries):
    factory = {Revision: RevisionFactory, Municipality: MunicipalityFactory, TermOfOffice: TermFactory}[model]
    found = factory()
    for _ in range(12):
        found._history_user = UserFactory()
        found.save()

    with django_assert_num_queries(3):
        assert len(edits(found.history.all()[:12])) == 12


def test_what_an_object_points_at_is_told_by_the_name_that_it_had_then():
    later, earlier = TermFactory(label="2026"), TermFactory(label="2018–2022")
    draft = RevisionFactory(term=later)
    later.label = "2026–2030"
    later.save()
    draft.term = earlier
    draft.save()

    changed, new = edits(draft.history.all())
    assert changes(new)["Mandatperiod"] == [(SAME, "2026")]
    assert changes(changed)["Mandatperiod"] == [(REMOVED, "2026–2030"), (ADDED, "2018–2022")]


def test_what_is_there_again_is_told_whole():
    part = PartFactory(text="Kort tid", kind="section")
    part.delete()
    part.save(force_insert=True)

    assert changes(newest(part))["Text"] == [(SAME, "Kort tid")]
