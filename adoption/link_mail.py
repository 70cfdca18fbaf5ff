"""The mail that brings somebody their sign-in links."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.models import SignInLink
from sodertorn import mail
from sodertorn.register import Register
from sodertorn.users import User
from sodertorn.words import moment


def link_address(link: SignInLink) -> str:
    """Begins with the register's own address, whatever the request called it."""
    return settings.SITE_URL + reverse("sign_in_link", args=[link.token])


def send_links(*, user: User, links: list[SignInLink], invited: bool = False) -> None:
    """Write somebody the mail with their links; who has none is told to use the password, if they have one."""
    if links:
        mail.write(to=user.email, subject=subject(links), text=letter(links, invited), private=True)
    elif user.is_active and user.has_usable_password():
        words = _("Ditt konto loggar in med lösenord: %s")
        address = settings.SITE_URL + reverse("account_login")
        mail.write(to=user.email, subject=_("Logga in i registret"), text=words % address)


def subject(links: list[SignInLink]) -> str:
    places = [link.case.body.municipality.full_name for link in links if link.case]
    return _("Logga in i registret: %s") % ", ".join(places) if places else _("Logga in i registret")


def letter(links: list[SignInLink], invited: bool) -> str:
    register = Register()
    paragraphs = [
        _("Registret för Södertörns utvecklingsprogram."),
        *([_("Du är inbjuden av samverkanskansliet.")] if invited else []),
        *(paragraph(register, link) for link in links),
        _(
            "Öppna länken och tryck på knappen Logga in. Länken tar inte slut: den går att använda flera"
            " gånger och på en annan dator eller telefon. Den är din inloggning, så skicka den inte vidare."
        ),
        _("En ny länk: %s") % (settings.SITE_URL + reverse("sign_in")),
    ]
    return "\n\n".join(paragraphs) + "\n"


def paragraph(register: Register, link: SignInLink) -> str:
    """What a link is for, and its address on a line of its own."""
    if link.case is None:
        return _("Länken gäller till %s:") % moment(link.until) + "\n" + link_address(link)
    words = _("%(municipality)s, %(programme)s. Länken gäller tills ärendet är avslutat:") % {
        "municipality": link.case.body.municipality.full_name,
        "programme": register.placements[link.case.revision.slug].short_name,
    }
    return words + "\n" + link_address(link)
