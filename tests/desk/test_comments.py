"""The room for comments on a draft: written down, settled and withdrawn."""

import pytest
from django.utils import timezone

from programme.models import Comment
from tests.desk.rooms import boxes, desk_of, errors, read, send, strategist
from tests.factories import RevisionFactory, SentFactory, day

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ALL = "/admin/utkast/nasta/synpunkter/"
ONE = {"part": "infra/1", "sender": "management", "on": "2025-02-10", "text": "Nämn cykel också."}


@pytest.fixture
def person():
    return strategist(name="Siv")


@pytest.fixture
def desk(person):
    return desk_of(person)


@pytest.fixture
def draft():
    return RevisionFactory(slug="nasta", title="Nästa program", texts=True)


@pytest.fixture
def comment(desk, draft):
    send(desk, ALL, **ONE)
    return Comment.objects.get()


def at(comment):
    return f"{ALL}{comment.pk}/"


def seen(desk, comment):
    return boxes(read(desk, at(comment))).get("seen", "")


def settle(desk, comment, **typed):
    usual = {
        "act": "settle",
        "how": "Cykel är nämnd.",
        "settled_on": "2025-02-12",
        "seen": seen(desk, comment),
    }
    return send(desk, at(comment), **usual | typed)


def withdraw(desk, comment, **typed):
    usual = {
        "act": "withdraw",
        "why": "Fel utkast.",
        "withdrawn_on": "2025-02-13",
        "seen": seen(desk, comment),
    }
    return send(desk, at(comment), **usual | typed)


def test_the_form_offers_every_text_in_its_place(desk, draft):
    page = read(desk, ALL)

    assert page.texts("option") == [
        "Utkastet som helhet",
        "Vision: Vi leder",
        "Fokusområde 1: Infrastruktur",
        "Fokusområde 1, mål 1: Spår",
        "Fokusområde 1, mål 1, punkt 1: Fler tåg",
    ]
    assert boxes(page)["on"] == timezone.localdate().isoformat()
    assert "Ingen har lämnat någon synpunkt än." in page.main


def test_a_comment_is_written_down(desk, draft, person):
    page = send(desk, ALL, **ONE)

    comment = Comment.objects.get()
    assert (page.status, page.response["Location"]) == (302, f"{ALL}#synpunkt-{comment.pk}")
    assert (comment.sender, comment.about, comment.on, comment.written_by) == (
        "management",
        "Spår",
        day(10),
        person,
    )


def test_it_is_shown_with_its_text(desk, comment):
    page = read(desk, ALL)

    assert "Fokusområde 1, mål 1" in page.texts("h2")
    assert page.texts("h3") == ["Ledningsgruppen, den 10 februari 2025"]
    assert "Nämn cykel också." in page.main
    assert "En synpunkt. En väntar på att tas om hand." in page.main
    assert "Texten löd då" not in page.main


def test_it_quotes_the_text_when_it_says_something_else_now(desk, draft, comment):
    draft.parts.filter(key="infra/1").update(text="Spår och vägar")

    assert read(desk, ALL).texts("blockquote") == ["Spår"]
    assert read(desk, at(comment)).texts("blockquote") == ["Spår", "Spår och vägar"]


def test_it_is_shown_when_its_text_is_gone(desk, draft):
    send(desk, ALL, **ONE | {"part": "infra/1/1"})
    draft.parts.get(key="infra/1/1").delete()

    page = read(desk, ALL)

    assert "En text som inte längre finns i utkastet" in page.texts("h2")
    assert page.texts("blockquote") == ["Fler tåg"]


def test_the_same_form_twice_makes_one_comment(desk, comment):
    page = send(desk, ALL, **ONE)

    assert page.response["Location"] == f"{ALL}#synpunkt-{comment.pk}"
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"text": ""}, "Synpunkt:"),
        ({"text": "x" * 20_001}, "20001 tecken"),
        ({"text": "Ring 850709-9805"}, "personnummer"),
        ({"text": "bra\x07"}, "inte går att visa"),
        ({"sender": ""}, "Från:"),
        ({"sender": "other"}, "Skriv vem synpunkten kommer från."),
        ({"on": "20233-01-01"}, "Dag då synpunkten lämnades:"),
        ({"on": "0206-01-01"}, "”0206-01-01” är ingen dag"),
        ({"on": "2099-01-01"}, "Dagen har inte varit ännu."),
        ({"part": "finns-inte"}, "Vad den gäller:"),
        ({"sender_words": "x" * 201}, "201 tecken"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, draft, wrong, words):
    typed = ONE | wrong
    page = send(desk, ALL, **typed)

    assert page.status == 200
    assert words in errors(page)
    assert boxes(page)["text"].strip() == typed["text"]
    assert not Comment.objects.exists()


def test_all_that_is_wrong_is_said_at_once(desk, draft):
    page = send(desk, ALL, part="", sender="other", on="2099-01-01", text="")

    told = ["Skriv vem", "Dagen har inte varit ännu.", "Synpunkt:"]
    assert [words for words in told if words not in errors(page)] == []


def test_pasted_words_are_made_plain(desk, draft):
    send(desk, ALL, **ONE | {"text": "\ufeffNämn\u00a0cykel\r\n\r\n\r\n• och gång  "})

    assert Comment.objects.get().text == "Nämn cykel\n\n– och gång"


def test_a_sent_programme_shows_its_comments_but_takes_no_more(desk):
    sent = SentFactory(slug="sant").revision
    address = "/admin/utkast/sant/synpunkter/"

    assert "Anteckna en synpunkt" not in read(desk, address).main
    assert send(desk, address, **ONE | {"part": ""}).status == 200
    assert not sent.comments.exists()


@pytest.mark.parametrize("address", ["/admin/utkast/x/synpunkter/", "/admin/utkast/x/synpunkter/dokument/"])
def test_an_unknown_draft_is_not_there(desk, address):
    assert read(desk, address).status == 404


def test_a_comment_is_not_there_under_another_draft(desk, comment):
    RevisionFactory(slug="annat")

    assert read(desk, f"/admin/utkast/annat/synpunkter/{comment.pk}/").status == 404
    assert read(desk, f"{ALL}{comment.pk + 1}/").status == 404


def test_a_comment_is_settled_and_settled_anew(desk, comment):
    assert settle(desk, comment).status == 302
    settle(desk, comment, how="Ett eget mål om cykel.")

    page = read(desk, at(comment))
    assert "Togs om hand den 12 februari 2025" in page.main
    assert boxes(page)["how"].strip() == "Ett eget mål om cykel."
    assert page.texts("del") == ["borttaget: Cykel är nämnd"]
    assert "Siv : Ändrat hur den togs om hand" in page.main.replace("Siv:", "Siv :")


def test_a_comment_is_withdrawn_and_stays(desk, comment):
    assert withdraw(desk, comment).status == 302

    page = read(desk, ALL)
    assert page.texts("s") == ["Nämn cykel också."]
    assert "Drogs tillbaka den 13 februari 2025" in page.main
    assert "Fel utkast." in page.main
    assert "form" not in [form.get("class") for form in read(desk, at(comment)).attributes("form")]


def test_settling_or_withdrawing_twice_is_once(desk, comment):
    for act in (settle, settle, withdraw):
        act(desk, comment)

    withdraw(desk, comment, seen="1")

    assert comment.history.count() == 3


@pytest.mark.parametrize(
    "act, wrong, words",
    [
        (settle, {"how": ""}, "Hur den togs om hand:"),
        (settle, {"settled_on": "2025-02-09"}, "före den då synpunkten lämnades"),
        (settle, {"settled_on": "2099-02-09"}, "Dagen har inte varit ännu."),
        (withdraw, {"why": ""}, "Varför den dras tillbaka:"),
        (withdraw, {"withdrawn_on": "2025-02-09"}, "före den då synpunkten lämnades"),
    ],
)
def test_what_is_wrong_with_an_act_is_said_beside_its_field(desk, comment, act, wrong, words):
    page = act(desk, comment, **wrong)

    assert page.status == 200
    assert words in errors(page)
    assert comment.history.count() == 1


def test_nobody_writes_over_a_settling_that_they_have_not_seen(desk, comment):
    old = seen(desk, comment)
    settle(desk_of(strategist(name="Åke")), comment, how="Åkes ord.")

    page = settle(desk, comment, how="Sivs ord.", seen=old)

    assert "Någon annan har ändrat synpunkten" in errors(page)
    assert "Åkes ord." in page.main
    assert boxes(page)["how"].strip() == "Sivs ord."
    assert Comment.objects.get().settled == "Åkes ord."

    assert settle(desk, comment, how="Sivs ord.", seen=boxes(page)["seen"]).status == 302
    assert [row.settled for row in comment.history.all()] == ["Sivs ord.", "Åkes ord.", ""]


@pytest.mark.parametrize("garbage", ["", "x", "²", "9" * 5000, "-1"])
def test_a_form_that_says_nothing_of_what_was_seen_writes_nothing_over(desk, comment, garbage):
    page = settle(desk, comment, seen=garbage)

    assert page.status == 200
    assert Comment.objects.get().settled == ""


def test_an_unknown_act_changes_nothing(desk, comment):
    assert send(desk, at(comment), act="delete").status == 200
    assert comment.history.count() == 1


def test_all_pages_ask_a_fixed_number_of_questions(desk, draft, comment, django_assert_max_num_queries):
    for number in range(20):
        send(desk, ALL, **ONE | {"text": f"Nummer {number}"})

    with django_assert_max_num_queries(16):
        read(desk, ALL)
