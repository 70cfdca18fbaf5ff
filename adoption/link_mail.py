"""The mail that brings somebody their sign-in links."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.models import SignInLink
from sodertorn import mail
from sodertorn.desk import office
from sodertorn.register import Register
from sodertorn.sign_in.leading_on import leads_to, with_next
from sodertorn.users import User
from sodertorn.words import moment
from sodertorn.writing import wished_by


def link_address(link: SignInLink, there: str = "") -> str:
    """Begins with the register's own address, whatever the request called it; leads on `there`, if the link opens that."""
    address = reverse("sign_in_link", args=[link.token])
    return settings.SITE_URL + with_next(address, leads_to(link, there))


def send_links(*, user: User, links: list[SignInLink], invited: bool = False, there: str = "") -> None:
    """Write somebody the mail with their links; who has none is told to use the password, if they have one.

    `there` is the page that they were on their way to.
    """
    if links:
        mail.write(to=user.email, subject=subject(links), text=letter(links, invited, there), private=True)
    elif user.is_active and user.has_usable_password():
        words = _("Ditt konto loggar in med lösenord: %s")
        address = settings.SITE_URL + reverse("account_login")
        mail.write(to=user.email, subject=_("Logga in i registret"), text=words % address)


def subject(links: list[SignInLink]) -> str:
    places = [link.case.body.municipality.full_name for link in links if link.case]
    return _("Logga in i registret: %s") % ", ".join(places) if places else _("Logga in i registret")


def letter(links: list[SignInLink], invited: bool, there: str = "") -> str:
    register = Register()
    demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
    paragraphs = [
        *demo,
        _("Registret för Södertörns utvecklingsprogram."),
        *([invitation(links)] if invited else []),
        *(paragraph(register, link, there) for link in links),
        _(
            "Öppna länken och tryck på knappen Logga in. Länken tar inte slut: den går att använda flera"
            " gånger och på en annan dator eller telefon. Den är din inloggning, så skicka den inte vidare."
        ),
        _("En ny länk: %s") % (settings.SITE_URL + reverse("sign_in")),
    ]
    return "\n\n".join(paragraphs) + "\n"


def invitation(links: list[SignInLink]) -> str:
    """Who invites, and to what: whoever gets it may never have heard of the register."""
    words = _("Du är inbjuden av %s.") % office()
    if not any(link.case for link in links):
        return words
    return f"{words} " + _(
        "Här registrerar ni kommunens beslut om Södertörns utvecklingsprogram när det är fattat: dag, § och"
        " protokoll. Det tar ett par minuter, utan lösenord."
    )


def paragraph(register: Register, link: SignInLink, there: str) -> str:
    """What a link is for, and its address on a line of its own."""
    if link.case is None:
        return _("Länken gäller till %s:") % moment(link.until) + "\n" + link_address(link, there)
    placement = register.placements[link.case.revision.slug]
    named = {"municipality": link.case.body.municipality.full_name, "programme": placement.short_name}
    about, wished = _("%(municipality)s, %(programme)s.") % named, wished_by(placement.answer_by)
    words = " ".join(filter(None, [about, wished, _("Länken gäller tills ärendet är avslutat:")]))
    return words + "\n" + link_address(link, there)
