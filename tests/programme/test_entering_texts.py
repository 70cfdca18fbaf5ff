"""The acts about texts of transcripts: which act it is, who may check, where a further place stands (R8, R11)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.services import correct
from programme.text_services import add_place, attach_annex, check_text, enter_text
from sodertorn.journal import Correction
from sodertorn.register import Register
from sodertorn.register_file.writer import register_file
from tests.factories import (
    OFFICE,
    CitationFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextCheckFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.register_files import read

pytestmark = pytest.mark.django_db
WHY = {"correction": Correction.TYPING_ERROR, "reason": "Läst fel."}


def part(kind="vision", key="vision", transcript=None):
    return PartFactory(revision=(transcript or TranscriptFactory()).revision, kind=kind, key=key, text="")


def enter(place, **stated):
    return enter_text(part=place, office=OFFICE, **stated)


# Which act


@pytest.mark.parametrize(
    ("stood", "said", "act"),
    [
        (None, {"text": "Vi leder"}, "register"),
        ({"note": "Saknas."}, {"text": "Vi leder", "note": ""}, "supplement"),
        ({"note": "Saknas."}, {"note": "Står i bilagan."}, "supplement"),
        ({"text": "Vi leder"}, {"text": "Vi leder", "note": "Osäkert."}, "supplement"),
        ({"text": "Vi leder"}, {"text": "Vi växer"}, "correct"),
        ({"text": "Vi leder"}, {"text": "", "note": "Saknas ändå."}, "correct"),
        ({"text": "Vi leder", "note": "Osäkert."}, {"text": "Vi leder", "note": ""}, "correct"),
    ],
)
def test_what_stands_decides_which_act_it_is(stood, said, act):
    place = part()
    if stood:
        enter(place, **stood)

    assert enter(place, **said, **(WHY if act == "correct" else {})).entry.act == act


def test_a_correction_without_a_reason_is_refused():
    place = part()
    enter(place, text="Vi leder")

    with pytest.raises(ValidationError, match="slags rättelse"):
        enter(place, text="Vi växer")


@pytest.mark.parametrize("more", [{}, WHY])
def test_saying_the_same_again_is_no_act(more):
    place = part()
    enter(place, text="Vi leder")

    with pytest.raises(ValidationError, match="Ingenting"):
        enter(place, text="Vi leder", **more)


def test_another_source_of_the_same_words_is_a_supplement():
    place = part()
    enter(place, text="Vi leder", citations=[CitationFactory()])

    assert enter(place, text="Vi leder", citations=[CitationFactory()]).entry.act == "supplement"


def test_the_text_of_a_sent_programme_is_not_entered():
    with pytest.raises(ValidationError, match="fryst"):
        enter(SentFactory().revision.parts.get(key="vision"), text="Vi växer")


# The check


def test_another_person_checks_exactly_the_entry_that_stands():
    one, other = UserFactory(), UserFactory()
    text = enter(part(), text="Vi leder", by=one)

    check = check_text(record=text, office=OFFICE, by=other)

    assert Register().checked_texts == {text.pk}
    assert check.entry.by == other


def test_nobody_who_entered_or_changed_a_text_checks_it():
    one, other = UserFactory(), UserFactory()
    place = part()
    enter(place, text="Vi ledde", by=one)
    text = enter(place, text="Vi leder", by=other, **WHY)

    for by in (one, other):
        with pytest.raises(ValidationError, match="kan inte själv kontrollera"):
            check_text(record=text, office=OFFICE, by=by)


def test_a_check_of_what_is_not_newest_or_has_no_words_is_refused():
    place = part()
    empty = enter(place, note="Saknas.")
    with pytest.raises(ValidationError, match="inga ord"):
        check_text(record=empty, office=OFFICE, by=UserFactory())

    first = enter(place, text="Vi ledde", note="")
    enter(place, text="Vi leder", **WHY)
    with pytest.raises(ValidationError, match="nyare händelse"):
        check_text(record=first, office=OFFICE, by=UserFactory())


def test_a_text_is_checked_once():
    check = TextCheckFactory()

    with pytest.raises(ValidationError, match="redan kontrollerad"):
        check_text(record=check.record, office=OFFICE, by=UserFactory())


def test_a_check_lapses_with_the_entry_that_it_is_about():
    check = TextCheckFactory()

    text = enter(check.record.part, text="Ord", **WHY)

    assert text.pk not in Register().checked_texts


def test_a_check_that_was_a_mistake_does_not_stand():
    check = TextCheckFactory()

    correct(fact=check, correction=Correction.NEVER_HAPPENED, reason="Fel text.", office=OFFICE)

    assert Register().checked_texts == set()


def test_who_entered_a_text_strikes_its_check_but_does_not_restore_it():
    one = UserFactory()
    check = check_text(record=enter(part(), text="Vi leder", by=one), office=OFFICE, by=UserFactory())
    correct(fact=check, correction=Correction.NEVER_HAPPENED, reason="Fel text.", office=OFFICE, by=one)

    with pytest.raises(ValidationError, match="kan inte själv kontrollera"):
        correct(fact=check, **WHY, office=OFFICE, by=one)
    assert Register().checked_texts == set()


def test_a_mistaken_check_is_struck_also_when_the_text_has_changed_since():
    check = TextCheckFactory()
    enter(check.record.part, text="Ord", **WHY)

    struck = correct(fact=check, correction=Correction.NEVER_HAPPENED, reason="Fel text.", office=OFFICE)

    assert struck.entry.void


def test_a_check_is_known_from_the_moment_it_is_recorded():
    check = TextCheckFactory()

    assert Register(check.record.entry.recorded).checked_texts == set()
    assert Register(check.entry.recorded).checked_texts == {check.record.pk}


# Places and the annex


def test_further_places_stand_last_of_their_kind_with_names_of_their_own():
    revision = TranscriptFactory().revision
    said = {"revision": revision, "office": OFFICE}

    area = add_place(kind="focus_area", text="Infrastruktur", **said)
    goals = [add_place(kind="goal", parent=area.part, text=text, **said) for text in ("Spår", "Vägar")]
    add_place(kind="point", parent=goals[0].part, text="Fler tåg", **said)
    vision = add_place(kind="vision", text="Vi leder", **said)

    texts = Register().texts[revision.slug]
    assert [text.part.key for text in texts] == ["vision", "fokusomrade-1"]
    assert [goal.words.text for goal in texts[1].children] == ["Spår", "Vägar"]
    assert [goal.part.key for goal in goals] == ["fokusomrade-1/1", "fokusomrade-1/2"]
    assert vision.part.key == "vision"


def test_places_and_checks_are_moved_by_a_register_file():
    revision = TranscriptFactory(seats=()).revision
    area = add_place(revision=revision, kind="focus_area", text="Infrastruktur", office=OFFICE)
    add_place(revision=revision, kind="goal", parent=area.part, text="Spår", office=OFFICE)
    check_text(record=area, office=OFFICE, by=UserFactory())
    written = register_file()

    assert read(written) == 0
    assert b'"text_check"' in written


@pytest.mark.parametrize("make", [SentFactory, RevisionFactory])
def test_only_a_transcript_gets_further_places(make):
    made = make()

    with pytest.raises(ValidationError, match="Bara en avskrift"):
        add_place(revision=getattr(made, "revision", made), kind="section", heading="Bakgrund", office=OFFICE)


def test_a_transcript_s_annex_is_said_once_and_then_corrected():
    transcript = TranscriptFactory()
    attach = {"revision": transcript.revision, "office": OFFICE}

    assert attach_annex(sha256="ab" * 32, **attach).entry.act == "supplement"
    with pytest.raises(ValidationError, match="redan programmets bilaga"):
        attach_annex(sha256="ab" * 32, **attach)
    assert attach_annex(sha256="cd" * 32, **attach, **WHY).entry.act == "correct"


def test_a_sent_programme_s_annex_is_frozen():
    with pytest.raises(ValidationError, match="fryst"):
        attach_annex(revision=SentFactory().revision, sha256="ab" * 32, office=OFFICE)
