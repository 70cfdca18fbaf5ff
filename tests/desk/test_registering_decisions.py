"""A decision that a municipality has told of is registered with one form, and never twice."""

import pytest
from django.test import Client
from django.utils.timezone import localdate

from adoption.models import CaseDetail, FollowUp
from sodertorn.journal import Entry
from sodertorn.register import Register
from sodertorn.words import day as in_words
from tests.desk.decided import NEW, held, is_there, message, of_tyreso, says
from tests.desk.rooms import confirmed, desk_of, errors, read, send, strategist
from tests.factories import DecisionFactory, SentFactory, SourceFactory, answer, day
from tests.pages.site import spaces

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def desk(programme) -> Client:
    return desk_of(strategist(name="Strateg"))


def review(desk, **other):
    return send(desk, NEW, step="review", seen="99999", **message(**other))


# The common way


@pytest.mark.database
def test_a_plain_message_becomes_a_decision(desk):
    done = confirmed(desk, NEW, **message())

    (decision,) = of_tyreso()
    assert done.response.url == f"/admin/beslut/{decision.entry.fact}/"
    assert (decision.latest, decision.paragraph, decision.text_change) == (day(10), "7", "unchanged")


@pytest.mark.database
def test_the_whole_message_is_recorded_in_one_act(desk):
    confirmed(
        desk,
        NEW,
        **message(numbers="KS-2025/64, 2025KSM0604 301", signed_on=day(17).isoformat(), note="Digitalt."),
    )

    (decision,) = of_tyreso()
    assert [d.words for d in CaseDetail.objects.all()] == ["KS-2025/64", "2025KSM0604 301"]
    assert FollowUp.objects.get(step="signed").decision == decision
    assert decision.note == "Digitalt."


@pytest.mark.database
def test_a_source_is_not_asked_for_but_there(desk):
    confirmed(desk, NEW, **message(source_words="antogs"))

    (cited,) = Register().sources_of(of_tyreso()[0].pk)
    assert (cited.source.kind, cited.source.municipality.slug, cited.words) == ("message", "tyreso", "antogs")
    assert cited.source.title.startswith("Meddelande från Tyresö kommun, ")


def test_minutes_are_named_by_what_they_are_of(desk):
    confirmed(desk, NEW, **message(source_kind="minutes"))

    (cited,) = Register().sources_of(of_tyreso()[0].pk)
    assert (
        cited.source.title.replace("\xa0", " ")
        == "Protokoll, kommunstyrelsen i Tyresö den 10 februari 2025 § 7"
    )


def test_the_form_opens_on_what_the_list_asks_for(desk):
    page = read(desk, f"{NEW}?program=2027-2030&kommun=salem")

    asked = held(page)
    assert (asked["revision"], asked["municipality"], asked["body"]) == ("2027-2030", "salem", "board")


def test_an_address_that_asks_for_nothing_there_is_opens_too(desk):
    assert read(desk, f"{NEW}?program=nej&kommun=nej").status == 200


def test_a_decision_of_an_old_programme_is_registered_too(desk):
    SentFactory(slug="2031-2034", seats=["tyreso"])

    confirmed(desk, NEW, **message())

    assert of_tyreso()[0].case.revision.slug == "2027-2030"


# What the register will say


def test_it_is_said_which_one_of_the_eight_it_is_and_who_remain(desk):
    assert says(review(desk)) == [
        "Kommunstyrelsen i Tyresö antog Utvecklingsprogrammet 2027-2030 den 10 februari 2025 (§ 7).",
        "Sjätte av åtta: Salem och Södertälje har ännu inte antagit det.",
        "Vad som gäller ändras inte.",
        "Är texten oförändrad? Ordagrant.",
        "Vilket dokument antogs? Framgår inte.",
        "Inget protokollsutdrag är inlämnat.",
        f"Källa: Meddelande från Tyresö kommun, {spaces(in_words(localdate()))} (kommunens egen uppgift).",
    ]


def test_the_last_one_changes_what_applies(desk, programme):
    for slug in ("salem", "sodertalje"):
        DecisionFactory(case__placement=programme, case__slug=slug)

    told = says(review(desk))

    assert told[1] == "Åttonde av åtta: alla har antagit det."
    assert told[2].startswith("Utvecklingsprogrammet 2027-2030 gäller sedan den 10 februari 2025")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"text_change": "changed"}, "Texten ändrades. Därför har organet inte antagit samma program"),
        ({"conditional": "on", "doubt_words": "om medel finns"}, "Det räknas först när det är avgjort."),
        ({"outcome": "to_council"}, "Ärendet i kommunfullmäktige i Tyresö är öppnat."),
        ({"body": "unnamed"}, "Beslutet räknas, också när organet inte är känt."),
        ({"numbers": "KS 1"}, "Diarienummer: KS 1."),
        ({"signed_on": day(17).isoformat()}, "Protokollet justerat den 17 februari 2025."),
    ],
)
def test_what_else_the_register_will_say(desk, other, said):
    assert said in " ".join(says(review(desk, **other)))


@pytest.mark.database
def test_to_look_at_what_will_be_said_records_nothing(desk):
    before = Entry.objects.count()

    review(desk, numbers="KS 1")

    assert Entry.objects.count() == before


def test_in_english_too(desk):
    assert send(desk, f"/en{NEW}", step="review", **message()).status == 200


# What is wrong has a message beside its field, and nothing typed is lost

WRONG = {
    "nothing at all about the day": ({"on": ""}, "Sammanträdets dag: Ange sammanträdets dag."),
    "the year 20233": ({"on": "20233-02-15"}, "ingen dag som registret kan ha"),
    "a day to come": ({"on": "2199-01-01"}, "har inte varit än"),
    "no day": ({"on": "2025-02-30"}, "ingen dag som registret kan ha"),
    "an interval beside the day": ({"latest": "2025-03-01"}, "inte båda"),
    "an interval backwards": (
        {"on": "", "earliest": "2025-03-02", "latest": "2025-03-01"},
        "före den senaste",
    ),
    "a § three pages long": ({"paragraph": "§ 7 " * 2000}, "högst 40"),
    "a § and none": ({"no_paragraph": "on"}, "en § eller ingen"),
    "no municipality": ({"municipality": ""}, "Kommun: "),
    "the committee": ({"municipality": "committee"}, "ingen plats"),
    "no such programme": ({"revision": "1999"}, "Program: "),
    "no outcome": ({"outcome": ""}, "Vad beslutades?"),
    "nothing about how it is known": ({"source_kind": ""}, "Välj hur det är känt"),
    "a source of no kind": ({"source_kind": "", "source_title": "Ett brev"}, "Välj hur det är känt"),
    "no answer about the text": ({"text_change": ""}, "Svara på om texten"),
    "a condition without words": ({"conditional": "on"}, "Skriv villkoret"),
    "a condition of no adoption": ({"outcome": "rejected", "delegated": "on"}, "bara ett antagande"),
    "an unsure day of no adoption": (
        {"outcome": "rejected", "on": "", "latest": "2025-02-10"},
        "Bara ett antagande",
    ),
    "a personal number": ({"note": "Se 811228-9874."}, "personnummer"),
    "a personal number in a §": ({"paragraph": "811228-9874"}, "personnummer"),
    "a personal number in a source": ({"source_url": "https://example.se/811228-9874"}, "personnummer"),
    "a control character": ({"day_words": "i\x07maj"}, "går att visa"),
    "two sources": ({"source_title": "En ny", "source": "1"}, "inte båda"),
    "a webbadress that is none": ({"source_url": "ingen adress"}, "Den nya källans webbadress"),
    "an endless text": ({"text": "ord " * 5000}, "högst 10000"),
}


@pytest.mark.parametrize(("other", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_and_all_that_was_typed_is_there(desk, other, told):
    if "source" in other:
        other = other | {"source": str(SourceFactory().pk)}
    typed = message(numbers="KS 1, KS 2", source_words="antogs enhälligt") | other

    page = review(desk, **typed)

    assert told in errors(page)
    assert is_there({name: value for name, value in typed.items() if value != "1999"}, page)
    assert of_tyreso() == []


def test_every_error_leads_to_its_field(desk):
    page = review(desk, on="", paragraph="x" * 41, municipality="")

    targets = [link[1:] for link in page.values("a", "href") if link.startswith("#id_")]
    assert set(targets) >= {"id_on", "id_paragraph", "id_municipality"}
    assert set(targets) <= set(page.places)


def test_a_part_that_is_folded_is_open_when_it_is_wrong(desk):
    page = review(desk, note="Se 811228-9874.")

    opened = [e for e in page.elements("details") if "open" in dict(e.attributes)]
    assert [page.texts("summary", node=e) for e in opened] == [["Anmärkning"]]


def test_no_part_is_open_at_first(desk):
    page = read(desk, NEW)

    folds = [e for e in page.elements("details") if "fold" in dict(e.attributes).get("class", "")]
    assert len(folds) == 5
    assert not [e for e in folds if "open" in dict(e.attributes)]


def test_the_page_that_asks_carries_all_that_was_typed(desk):
    typed = message(text="Rad ett\nrad två", note="”Så”")

    assert is_there(typed, review(desk, **typed))


def test_one_can_go_back_from_the_page_that_asks(desk):
    typed = message(numbers="KS 1")

    page = send(desk, NEW, step="edit", **typed)

    assert is_there(typed, page)
    assert errors(page) == ""


# Days that are not known


def test_a_day_that_is_not_known_is_told_by_its_bounds_and_words(desk):
    confirmed(desk, NEW, **message(on="", latest=day(20).isoformat(), day_words="i början av året"))

    (decision,) = of_tyreso()
    assert (decision.earliest, decision.latest, decision.day_words) == (None, day(20), "i början av året")
    assert answer(25).kind == "none known"
