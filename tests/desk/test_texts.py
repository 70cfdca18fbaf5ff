"""Texts of transcripts are entered one at a time with their source; nothing typed is lost."""

import pytest

from adoption.models import Source
from sodertorn.journal import Entry
from sodertorn.register import Register
from tests.desk.rooms import boxes, confirmed, desk_of, errors, read, send, strategist
from tests.desk.transcripts import address, entered, missing, stands
from tests.factories import (
    PartFactory,
    RevisionFactory,
    SentFactory,
    SourceFactory,
    TextFactory,
    TranscriptFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk():
    return desk_of(strategist(name="Siv"))


@pytest.fixture
def transcript():
    return TranscriptFactory(slug="2019", title="Programmet 2019")


# Entering


def test_missing_words_are_entered_with_their_source_and_page(desk, transcript):
    text, paper = missing(transcript), SourceFactory(key="paper", title="Bilaga 1")

    page = confirmed(desk, address(text), text="Stark infrastruktur", source=paper.pk, source_page="3")

    entered = stands(text)
    assert page.response["Location"] == "/admin/texter/2019/"
    assert (entered.text, entered.note, entered.entry.act) == ("Stark infrastruktur", "", "supplement")
    assert [(c.source, c.page) for c in entered.entry.citations.all()] == [(paper, "3")]
    assert entered.entry.by.name == "Siv"


def test_before_words_are_entered_the_page_says_what_the_register_will_say(desk, transcript):
    text, paper = missing(transcript), SourceFactory(title="Bilaga 1")

    page = send(desk, address(text), text="Stark infrastruktur", source=paper.pk, source_page="3")

    assert "Så står det på programmets sida: ”Stark infrastruktur”." in page.main
    assert "Källa: Bilaga 1, sidan 3." in page.main
    assert not stands(text).has_words


def test_a_new_source_is_made_with_the_text(desk, transcript):
    text = missing(transcript)
    new = {"source_title": "Huddinge, bilaga 1", "source_kind": "municipal_paper"}

    confirmed(desk, address(text), text="Stark infrastruktur", **new)

    [citation] = stands(text).entry.citations.all()
    assert (citation.source.title, citation.source.key) == ("Huddinge, bilaga 1", "huddinge-bilaga-1")


def test_seeing_what_the_register_will_say_makes_no_source(desk, transcript):
    new = {"source_title": "Huddinge, bilaga 1", "source_kind": "municipal_paper"}

    send(desk, address(missing(transcript)), text="Stark infrastruktur", **new)

    assert not Source.objects.exists()


def test_a_place_that_never_had_a_text_gets_its_first(desk, transcript):
    part = PartFactory(revision=transcript.revision, kind="vision", key="vision", text="")
    there = f"/admin/texter/2019/{part.pk}/"

    confirmed(desk, there, text="Vi leder", source=SourceFactory().pk)

    assert Register().text_records[part.pk].entry.act == "register"


def test_a_note_alone_may_be_changed_without_a_source(desk, transcript):
    text = missing(transcript)

    confirmed(desk, address(text), note="Står i Salems kopia.")

    assert stands(text).note == "Står i Salems kopia."


def test_words_that_stand_are_corrected_with_their_kind_and_reason(desk, transcript):
    part = PartFactory(revision=transcript.revision, kind="vision", key="vision", text="")
    text = TextFactory(part=part, text="Vi leder", note="")

    refused = send(desk, address(text), text="Vi växer")
    assert "Välj varför det är fel" in errors(refused)
    assert "Skriv skälet" in errors(refused)

    confirmed(desk, address(text), text="Vi växer", correction="typing_error", reason="Läst fel.")

    entry = stands(text).entry
    assert (stands(text).text, entry.act, entry.reason) == ("Vi växer", "correct", "Läst fel.")


def test_a_corrected_text_keeps_its_source_unless_another_is_named(desk, transcript):
    text, first, second = missing(transcript), SourceFactory(), SourceFactory()
    confirmed(desk, address(text), text="Ett", source=first.pk, source_page="1")
    why = {"correction": "typing_error", "reason": "Fel."}

    confirmed(desk, address(text), text="Två", **why)
    assert [c.source for c in stands(text).entry.citations.all()] == [first]

    confirmed(desk, address(text), text="Tre", source=second.pk, **why)
    assert [c.source for c in stands(text).entry.citations.all()] == [second]


def test_a_text_that_is_not_in_the_programme_is_struck_and_can_come_back(desk, transcript):
    text = missing(transcript)
    confirmed(desk, address(text), text="Ett", source=SourceFactory().pk)

    confirmed(desk, address(text), text="Ett", correction="never_happened", reason="Fel program.")
    assert text.part_id not in Register().text_records
    assert "Struken" in read(desk, "/admin/texter/2019/").main

    confirmed(desk, address(text), text="Ett", correction="typing_error", reason="Det stod visst där.")
    assert stands(text).text == "Ett"


def test_an_empty_network_is_filled_in_without_a_correction(desk, transcript):
    text = missing(transcript, kind="focus_area", key="infra")
    confirmed(desk, address(text), text="Infrastruktur", source=SourceFactory().pk)

    confirmed(desk, address(text), text="Infrastruktur", network="Planeringschefer")

    assert (stands(text).network, stands(text).entry.act) == ("Planeringschefer", "supplement")


def test_after_one_text_the_next_that_is_missing_is_offered_with_the_same_source(desk, transcript):
    first, area = missing(transcript), missing(transcript, kind="focus_area", key="infra")
    source = SourceFactory(title="Bilaga 1")

    confirmed(desk, address(first), text="Stark infrastruktur", source=source.pk)

    assert "Nästa text som saknas: Fokusområde 1" in read(desk, "/admin/texter/2019/").main
    assert f'<option value="{source.pk}" selected>' in read(desk, address(area)).html


# What is refused, and that nothing typed is lost


REFUSED = {
    "a control character": ({"text": "Vi\x07leder", "source_title": "x"}, "tecken som inte går att visa"),
    "NUL": ({"text": "Vi\x00leder", "source_title": "x"}, "ecken"),
    "endless": ({"text": "Vileder" * 5000, "source_title": "x"}, "högst 20000"),
    "a personal number": ({"text": "Ring 640823-3234"}, "personnummer"),
    "nothing": ({"text": "", "note": "", "source_page": ""}, "Skriv lydelsen"),
    "no source": ({"text": "Vi leder", "source_page": "3"}, "Ange källan"),
    "half a source": ({"text": "Vi leder", "source_title": "Bilaga 1"}, "Välj vilket slags källa"),
    "an address that is none": (
        {"text": "Vi leder", "source_title": "B", "source_url": "ingen adress"},
        "Skriv hela adressen",
    ),
    "a page that is an essay": ({"text": "Vi leder", "source_page": "sid " * 30}, "högst 40"),
}


@pytest.mark.parametrize(("typed", "told"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_is_told_beside_its_field_and_kept(desk, transcript, typed, told):
    text, entries = missing(transcript), Entry.objects.count()

    page = send(desk, address(text), step="review", **typed)

    assert told.lower() in errors(page).lower()
    assert {name: boxes(page)[name].strip("\n") for name in typed} == typed
    assert Entry.objects.count() == entries


def test_word_s_invisible_characters_are_cleaned_away(desk, transcript):
    text = missing(transcript)

    confirmed(desk, address(text), text="Vi\u00a0le\u00adder\u200b\r\n•\tspår", source=SourceFactory().pk)

    assert stands(text).text == "Vi leder\n– spår"


def test_changing_nothing_is_told(desk, transcript):
    text = missing(transcript)
    confirmed(desk, address(text), text="Ett", source=SourceFactory().pk)

    assert "Ingenting är ändrat" in errors(send(desk, address(text), text="Ett"))


def test_what_was_sent_twice_is_entered_once(desk, transcript):
    text, source = missing(transcript), SourceFactory()
    typed = {"text": "Ett", "source": source.pk, "seen": Entry.objects.count(), "step": "confirm"}
    send(desk, address(text), **typed)
    entries = Entry.objects.count()

    again = send(desk, address(text), **typed)

    assert "Sedan du öppnade formuläret" in again.main
    assert Entry.objects.count() == entries


def test_who_types_while_another_enters_the_same_text_sees_both(desk, transcript):
    text, source = missing(transcript), SourceFactory()
    seen = Entry.objects.count()
    confirmed(desk_of(strategist(name="Bo")), address(text), text="Bos ord", source=source.pk)

    page = send(desk, address(text), text="Sivs ord", source=source.pk, seen=seen, step="review")

    assert "Bos ord" in page.main
    assert boxes(page)["text"].strip() == "Sivs ord"
    assert stands(text).text == "Bos ord"


# What is not there


def test_what_is_not_there_is_a_404(desk, transcript):
    other, draft, sent = missing(TranscriptFactory()), RevisionFactory(texts=True), SentFactory()

    for unknown in (
        "/admin/texter/finns-inte/",
        "/admin/texter/finns-inte/ny/",
        "/admin/texter/finns-inte/bilaga/",
        f"/admin/texter/2019/{other.part_id}/",
        f"/admin/texter/2019/{other.part_id}/kontrollera/",
        f"/admin/texter/{draft.slug}/",
        f"/admin/texter/{sent.revision.slug}/",
        f"/admin/texter/{sent.revision.slug}/bilaga/",
    ):
        assert read(desk, unknown).status == 404, unknown
        assert send(desk, unknown).status in (404, 405), unknown


def test_goals_are_numbered_through_the_programme(desk, transcript):
    for place in (1, 2):
        area = PartFactory(revision=transcript.revision, kind="focus_area", text="", position=place)
        TextFactory(part=area, text=f"Område {place}", note="")
        goal = missing(transcript, kind="goal", key=f"mal-{place}", parent=area)
        missing(transcript, kind="point", key=f"mal-{place}/1", parent=goal.part)

    labels = " ".join(read(desk, "/admin/texter/2019/").texts("h2"))
    assert "Långsiktigt mål 2, Område 2 Punkt 1, långsiktigt mål 2, Område 2" in labels.replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_list_tells_how_far_each_transcript_has_come(desk, transcript):
    entered(transcript, desk)
    missing(transcript, kind="vision", key="vision")

    page = read(desk, "/admin/texter/")

    assert "1 text införd, 0 kontrollerade, 1 saknas" in page.main
