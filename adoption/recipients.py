"""Whom the register writes to: addresses that somebody has given it, never one that it made up."""

from adoption.models import Municipality
from sodertorn.users import User


def addresses_of(municipality: Municipality) -> list[str]:
    """Those who register for a municipality, and its own mailbox; each once. Empty: nobody is known."""
    found = [municipality.contact_email] if municipality.contact_email else []
    found += User.objects.filter(registrations__municipality=municipality, is_active=True).values_list(
        "email", flat=True
    )
    return list({address.casefold(): address for address in reversed(found)}.values())[::-1]


def strategists() -> list[str]:
    return list(
        User.objects.filter(is_staff=True, is_active=True).order_by("pk").values_list("email", flat=True)
    )


def not_reached() -> list[Municipality]:
    """The municipalities of which the register knows no address, in Swedish order."""
    silent = Municipality.objects.filter(contact_email="").exclude(registrars__user__is_active=True)
    return silent.in_swedish_order()
