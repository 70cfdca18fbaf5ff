"""A strategist invites those who register for a municipality or read drafts, and takes it back."""

import pytest

from adoption.models import SignInLink
from sodertorn.users import User
from tests.desk.decided import held
from tests.desk.rooms import desk_of, errors, read, send, strategist
from tests.factories import UserFactory
from tests.pages.site import Page

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

INVITE = "/admin/personer/bjud-in/"


@pytest.fixture
def desk(two):
    return desk_of(strategist())


def test_an_invitation_makes_an_account_without_a_password_and_mails_its_link(desk, two, arrived):
    desk.post(INVITE, {"email": "Registrator@Huddinge.se", "municipalities": [two.huddinge.pk]})

    user = User.objects.get(email__iexact="registrator@huddinge.se")
    assert not user.has_usable_password()
    assert [str(one) for one in user.municipalities] == ["Huddinge"]
    [mail], [link] = arrived(), SignInLink.objects.all()
    assert link.token in mail.body
    assert link.case == two.cases["huddinge"]


def test_an_address_that_has_an_account_gets_the_role_added(desk, two):
    user = two.registrar(email="a@example.se", name="Åsa")

    desk.post(
        INVITE,
        {"email": "A@example.se", "name": "X", "municipalities": [two.tyreso.pk], "reads_drafts": "on"},
    )

    user = User.objects.get(pk=user.pk)
    assert (user.name, user.reads_drafts) == ("Åsa", True)
    assert [str(one) for one in user.municipalities] == ["Huddinge", "Tyresö"]


@pytest.mark.parametrize("typed", [{"email": ""}, {"email": "ingen"}, {"email": "a@example.se"}])
def test_what_is_lacking_is_said_and_nothing_is_made(desk, two, typed):
    before = User.objects.count()

    assert errors(send(desk, INVITE, **typed))
    assert User.objects.count() == before


def test_nobody_is_made_more_than_was_asked(desk, two):
    typed = {"email": "a@example.se", "municipalities": [two.huddinge.pk]}

    desk.post(INVITE, typed | {"is_staff": "on", "is_superuser": "on"})

    made = User.objects.get(email="a@example.se")
    assert not made.is_staff and not made.is_superuser


def test_a_role_that_is_taken_back_ends_its_links(desk, two):
    user = two.registrar()
    there = f"/admin/personer/{user.pk}/"
    desk.post(there, {})
    assert Page(desk.get("/admin/personer/")).main.count("Huddinge") == 1

    desk.post(there, {"dismiss": two.huddinge.pk})

    assert SignInLink.objects.get().ended_at
    assert User.objects.get(pk=user.pk).municipalities == []
    assert [entry.history_type for entry in user.registrations.model.history.all()] == ["-", "+"]


def test_a_link_is_ended_by_itself(desk, two):
    user = UserFactory(reads_drafts=True)
    there = f"/admin/personer/{user.pk}/"
    desk.post(there, {})
    link = SignInLink.objects.get()

    page = Page(desk.post(there, {"end": link.pk}, follow=True))

    assert "Länken är avslutad" in page.main
    assert User.objects.get(pk=user.pk).reads_drafts


def test_a_double_click_sends_one_mail(desk, two, arrived):
    invitation = {"form_token": "a", "email": "a@example.se", "municipalities": [two.huddinge.pk]}
    there = "/admin/personer/{}/"

    for _click in range(2):
        answer = desk.post(INVITE, invitation)
    person = User.objects.get(email="a@example.se")
    for _click in range(2):
        assert desk.post(there.format(person.pk), {"form_token": "b"}).url == there.format(person.pk)

    assert answer.url == "/admin/personer/"
    assert len(arrived()) == 2
    assert all("form_token" in held(read(desk, page)) for page in (INVITE, there.format(person.pk)))
