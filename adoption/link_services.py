"""Acts about people and their sign-in links: invite, give a link, end one. Mails are the caller's to write."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.models import Case, Municipality, Registrar, SignInLink
from adoption.registering.asked import is_open, open_cases
from adoption.registering.begun import throw_away
from sodertorn.register import Register
from sodertorn.users import User

WITHOUT_CASE = timedelta(days=7)
LAST_DAY = timedelta(days=1)
"""How long a link lives that names no case; so long before its end it is not sent again."""


@transaction.atomic
def invite(
    *, email: str, name: str = "", municipalities: list[Municipality], reads_drafts: bool = False
) -> User:
    """Give somebody roles, with an account if the address has none; what they have already stays.

    Raises ValidationError when no role is named, or the account is not active.
    """
    if not municipalities and not reads_drafts:
        raise ValidationError(_("Välj minst en kommun, eller läsare av utkast."))
    user = User.objects.filter(email__iexact=email).first() or User(email=User.objects.normalize_email(email))
    if not user.is_active:
        raise ValidationError({"email": _("Kontot är avslutat. Be en administratör öppna det igen.")})
    if user.pk is None:
        user.set_unusable_password()
    user.name = user.name or name
    user.reads_drafts = user.reads_drafts or reads_drafts
    user.full_clean()
    user.save()
    for municipality in municipalities:
        Registrar.objects.get_or_create(user=user, municipality=municipality)
    return user


@transaction.atomic
def whose_address(email: str) -> User | None:
    """Whoever signs in with the address. A municipality's own mailbox, once the office has entered it, is invited then.

    The letters of the register lead there to what they ask for; one whose task was taken back stays without it.
    """
    user = User.objects.filter(email__iexact=email).first()
    if user is None and (own := list(Municipality.objects.filter(contact_email__iexact=email))):
        user = invite(email=email, municipalities=own)
    return user if user and user.is_active else None


@transaction.atomic
def dismiss(*, user: User, municipality: Municipality | None) -> None:
    """Somebody registers no more for a municipality, or (None) reads no more drafts; their links for it end."""
    links = user.sign_in_links.filter(ended_at=None)
    if municipality:
        for row in user.registrations.filter(municipality=municipality):
            row.delete()
        links = links.filter(case__body__municipality=municipality)
        throw_away(user, case__body__municipality=municipality)
    else:
        user.reads_drafts = False
        user.save(update_fields=["reads_drafts"])
        links = links.filter(case=None)
    for link in links:
        end_link(link=link)


@transaction.atomic
def give_links(*, user: User, by: User | None) -> list[SignInLink]:
    """The links with which somebody signs in: for each municipality to its newest open case, else one without.

    Empty for somebody who neither registers nor reads drafts. `by` is None when they asked themselves.
    """
    user = User.objects.select_for_update().get(pk=user.pk)  # so that two who ask at once get the same
    if not user.is_active:
        return []
    newest: dict[str, Case] = {}
    for case, _seat in open_cases(Register(), timezone.localdate()):
        newest.setdefault(case.body.municipality_id, case)
    cases = [newest[one.pk] for one in user.municipalities if one.pk in newest]
    links = [case_link(user, case, by) for case in cases]
    if not links and (user.municipalities or user.reads_drafts):
        links = [timed_link(user, by)]
    return links


def case_link(user: User, case: Case, by: User | None) -> SignInLink:
    """The one that lives, for it can be sent again; or a new one."""
    living = user.sign_in_links.filter(case=case, ended_at=None).first()
    return living or SignInLink.objects.create(user=user, case=case, made_by=by)


def timed_link(user: User, by: User | None) -> SignInLink:
    """The one that lives, for anybody can ask in somebody's name; on its last day a new one, and the old one ends."""
    now = timezone.now()
    for link in user.sign_in_links.filter(case=None, ended_at=None):
        if link.until > now + LAST_DAY:
            return link
        end_link(link=link)
    return SignInLink.objects.create(user=user, made_by=by, until=now + WITHOUT_CASE)


def end_link(*, link: SignInLink) -> None:
    """End a link, and with it every session that it opened; one that is ended keeps its moment."""
    if link.ended_at is None:
        link.ended_at = timezone.now()
        link.save(update_fields=["ended_at"])


def link_of(token: str) -> SignInLink | None:
    """The link of a token if it lets somebody in now: it lives, its case is open, the person still has the role."""
    related = ("user", "case__revision", "case__body__municipality")
    link = SignInLink.objects.living(timezone.now()).by_token(token).select_related(*related).first()
    if link is None or not link.user.is_active:
        return None
    if link.case is None:
        return link if link.user.reads_drafts or link.user.municipalities else None
    if link.case.body.municipality not in link.user.municipalities:
        return None
    return link if is_open(Register(), link.case, timezone.localdate()) else None


def note_use(*, link: SignInLink) -> None:
    SignInLink.objects.filter(pk=link.pk).update(used_at=timezone.now())
