"""A form that is sent again is carried out once, and gets the same answer; typed otherwise it is another form."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from programme.models import Comment
from sodertorn.answered import KEPT, Answered
from sodertorn.journal import Entry, head
from sodertorn.log_lines import LogLine
from tests.desk.decided import NEW, held, message, of_tyreso
from tests.desk.rooms import desk_of, errors, read, send, strategist
from tests.factories import RevisionFactory

pytestmark = pytest.mark.django_db
TEMPLATES = settings.BASE_DIR / "templates"


@pytest.fixture
def desk(programme):
    return desk_of(strategist(name="Strateg"))


def asked(desk, **other) -> dict[str, str]:
    """The page that asks whether the act is right: what its form holds."""
    boxes = held(read(desk, NEW))
    began = {name: boxes[name] for name in ("seen", "form_token")}
    return held(send(desk, NEW, step="review", **began, **message(**other))) | {"step": "confirm"}


def confirmation(desk, address: str) -> str:
    return read(desk, address).texts("p")[0]


def test_fifty_equal_forms_make_one_decision_and_get_the_same_confirmation(desk):
    form = asked(desk)
    before = Entry.objects.count()

    answers = {send(desk, NEW, **form).response.url for _time in range(50)}

    (decision,) = of_tyreso()
    assert answers == {f"/admin/beslut/{decision.pk}/"}
    assert Entry.objects.count() == before + 1
    line = LogLine.objects.get(pk=head().pk)
    told = confirmation(desk, answers.pop())
    assert told.startswith("Kommunstyrelsen i Tyresö antog")
    assert told.endswith(f"händelse {line.pk}, kontrollsumma {line.sha256[:16]} …")


def test_a_confirmation_leads_to_the_whole_checksum(desk):
    answer = send(desk, NEW, **asked(desk)).response.url

    way = next(a["href"] for a in read(desk, answer).attributes("a") if "handelser" in a["href"])

    assert LogLine.objects.get(pk=head().pk).sha256 in read(desk, way).main.replace(" ", "")


def test_gone_back_and_typed_otherwise_it_is_asked_about_anew(desk):
    form = asked(desk)
    send(desk, NEW, **form)

    page = send(desk, NEW, **form | {"paragraph": "8", "takes_back": "no"})

    assert "Kommunstyrelsen i Tyresö antog" in page.main
    assert "Sedan du öppnade formuläret har det här registrerats" in page.html
    assert len(of_tyreso()) == 1


def test_what_was_refused_can_be_mended_under_the_same_token(desk):
    form = asked(desk)

    refused = send(desk, NEW, **form | {"on": "2025-13-40"})
    send(desk, NEW, **held(refused) | form)

    assert errors(refused)
    assert len(of_tyreso()) == 1


def test_what_is_to_be_changed_after_all_is_shown_again(desk):
    form = asked(desk)
    send(desk, NEW, **form)

    assert "Registrera ett beslut" in send(desk, NEW, **form | {"step": "edit"}).html


def test_answers_are_kept_for_a_day(desk):
    form = asked(desk)
    send(desk, NEW, **form)
    Answered.objects.update(at=timezone.now() - KEPT - timedelta(minutes=1), words="Så var det då.")

    late = send(desk, NEW, **form)  # met as any page that has gone stale
    assert "Så var det då." not in confirmation(desk, late.response.url)

    draft = RevisionFactory(texts=True)
    comments = f"/admin/utkast/{draft.slug}/synpunkter/"
    send(desk, comments, **comment(desk, comments))
    assert Answered.objects.count() == 1


def comment(desk, address: str) -> dict[str, str]:
    typed = {"sender": "management", "on": timezone.localdate().isoformat(), "text": "Bra."}
    return {"form_token": held(read(desk, address))["form_token"]} | typed


def test_a_comment_that_is_sent_again_is_one_and_another_comment_is_another(desk):
    draft = RevisionFactory(texts=True)
    address = f"/admin/utkast/{draft.slug}/synpunkter/"
    form = comment(desk, address)

    answers = {send(desk, address, **form).response.url for _time in range(3)}
    send(desk, address, **form | {"text": "Dåligt."})

    assert len(answers) == 1
    assert list(Comment.objects.order_by("pk").values_list("text", flat=True)) == ["Bra.", "Dåligt."]


def test_a_link_that_is_shared_twice_by_a_double_click_is_one(desk):
    draft = RevisionFactory(texts=True)
    address = f"/admin/utkast/{draft.slug}/dela/"
    form = held(read(desk, address)) | {"recipient": "ledningsgruppen"}

    for _click in range(2):
        send(desk, address, **form)

    assert draft.preview_links.count() == 1


def test_a_draft_that_is_saved_or_begun_twice_by_a_double_click_says_so_once(desk):
    typed = {"title": "Programmet 2031", "slug": "2031", "source": ""}
    new = "/admin/utkast/nytt/"
    form = {"form_token": held(read(desk, new))["form_token"]} | typed

    first, second = (send(desk, new, **form).response for _click in range(2))

    assert first.url == second.url == "/admin/utkast/2031/"


WITHOUT_TOKEN = {
    "confirm.html": "carries that of the form before it",
    "form_that_waits.html": "carries a whole form on",
    "one_of_several.html": "carries a whole form on",
    "draft_versions.html": "a version that is given its name again has it already",
    "discard.html": "what is thrown away is gone, however often it is thrown",
    "report.html": "a message is closed once, and who comes second is told so",
    "mail.html": "a mail goes out once, however often it is asked for",
}
"""Forms of the desk that draw no token of their own, and why nothing doubles."""


def test_every_form_of_the_desk_draws_a_token_or_needs_none():
    rooms = [path for room in ("desk", "registering", "admin") for path in (TEMPLATES / room).rglob("*.html")]
    forms = {path.name: text for path in rooms if 'method="post"' in (text := path.read_text())}

    assert {name for name, text in forms.items() if "{% form_token %}" not in text} == set(WITHOUT_TOKEN)
