"""The words of transcripts, their kinship and translation: records beside programmes, never about drafts (R8, R11)."""

import pytest
from django.core.exceptions import ValidationError

from adoption.services import correct, register, supplement
from programme.models import Lineage, Part, TextRecord, Translation
from sodertorn.journal import Correction
from sodertorn.register import Register
from tests.factories import (
    OFFICE,
    LineageFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    TextFactory,
    TranscriptFactory,
    TranslationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def goal_of(placement) -> Part:
    return PartFactory(revision=placement.revision, goal=True, text="")


def texts_of(placement):
    return [(text.part.key, text.words.text) for text in Register().texts[placement.revision.slug]]


# Texts of transcripts


def test_a_text_that_is_not_entered_says_where_it_stands():
    text = TextFactory(note="Står i bilaga 1.")

    (shown,) = Register().texts[text.part.revision.slug]
    assert shown.missing
    assert shown.note == "Står i bilaga 1."


def test_words_are_entered_by_a_supplement_that_says_who():
    text, strategist = TextFactory(), UserFactory()

    entered = supplement(fact=text, text="Spår till alla", note="", office=OFFICE, by=strategist)

    assert Register().texts[text.part.revision.slug][0].record == entered
    assert entered.entry.by == strategist


def test_words_that_stand_are_changed_by_a_correction():
    text = TextFactory(text="Spar till alla")

    correct(
        fact=text, text="Spår till alla", correction=Correction.TYPING_ERROR, reason="Ring.", office=OFFICE
    )

    assert texts_of(text.part.revision.placements.get()) == [(text.part.key, "Spår till alla")]


def test_a_text_is_entered_once():
    text = TextFactory()

    with pytest.raises(ValidationError, match="finns redan"):
        TextFactory(part=text.part, text="Något annat")


def test_the_text_of_a_sent_programme_is_frozen():
    part = SentFactory().revision.parts.get(key="vision")

    with pytest.raises(ValidationError, match="fryst"):
        TextFactory(part=part, text="Något annat")


def test_the_words_of_a_sent_programme_are_its_own():
    sent = SentFactory()

    assert texts_of(sent) == [("vision", "Vi leder"), ("infra", "Infrastruktur")]


# Kinship


def test_a_goal_may_go_back_to_several_or_to_none():
    earlier, later = TranscriptFactory(), TranscriptFactory()
    goal = goal_of(later)
    ancestors = [goal_of(earlier), goal_of(earlier)]

    for ancestor in (*ancestors, None):
        LineageFactory(later=goal, earlier=ancestor)

    assert [lineage.earlier for lineage in Register().lineages] == [*ancestors, None]


@pytest.mark.parametrize("kind", ["focus_area", "section", "vision"])
def test_kinship_joins_like_with_like(kind):
    later = goal_of(TranscriptFactory())
    earlier = PartFactory(revision=TranscriptFactory().revision, kind=kind)

    with pytest.raises(ValidationError, match="mål och mål"):
        LineageFactory(later=later, earlier=earlier)


def test_kinship_joins_different_programmes():
    transcript = TranscriptFactory()

    with pytest.raises(ValidationError, match="olika program"):
        LineageFactory(later=goal_of(transcript), earlier=goal_of(transcript))


def test_the_same_kinship_is_recorded_once():
    lineage = LineageFactory()

    with pytest.raises(ValidationError, match="finns redan"):
        LineageFactory(later=lineage.later)


def test_that_a_goal_goes_back_to_none_is_said_and_so_corrected():
    earlier = goal_of(TranscriptFactory())
    lineage = LineageFactory()

    with pytest.raises(ValidationError):
        supplement(fact=lineage, earlier=earlier, office=OFFICE)
    stated = {"correction": Correction.TYPING_ERROR, "reason": "Fel.", "office": OFFICE}

    assert correct(fact=lineage, earlier=earlier, **stated).earlier == earlier


# Translations


def test_a_title_and_a_text_are_translated_beside_the_words():
    sent = SentFactory()
    vision = sent.revision.parts.get(key="vision")

    title = TranslationFactory(revision=sent.revision)
    text = TranslationFactory(revision=sent.revision, part=vision, text="We lead")

    assert Register().translations == {(sent.revision.pk, None): title, (sent.revision.pk, vision.pk): text}


def test_a_translation_is_of_one_of_the_programme_s_own_texts():
    other = PartFactory(revision=TranscriptFactory().revision)

    with pytest.raises(ValidationError, match="ett annat program"):
        TranslationFactory(part=other)


def test_a_text_is_translated_once():
    translation = TranslationFactory()

    with pytest.raises(ValidationError, match="finns redan"):
        TranslationFactory(revision=translation.revision)


# Drafts


@pytest.mark.parametrize("make", [TextRecord, Lineage, Translation], ids=lambda model: model.__name__)
def test_nothing_is_recorded_about_a_draft(make):
    draft = RevisionFactory()
    goal = PartFactory(revision=draft, goal=True)
    stated = {
        TextRecord: {"part": goal, "note": "Saknas."},
        Lineage: {"later": goal},
        Translation: {"revision": draft, "text": "Draft"},
    }

    with pytest.raises(ValidationError, match="utkast"):
        register(fact=make(**stated[make]), office=OFFICE)


def test_a_sent_goal_does_not_go_back_to_a_draft_s():
    draft = RevisionFactory(texts=True)

    with pytest.raises(ValidationError, match="utkast"):
        LineageFactory(earlier=draft.parts.get(key="infra/1"))
