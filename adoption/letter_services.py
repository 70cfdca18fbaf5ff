"""The acts: write a letter to a municipality, and mask one that is kept."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.models import Letter
from adoption.recipients import addresses_of
from sodertorn.free_text import MASKED
from sodertorn.writing import write


@transaction.atomic
def write_letter(*, sends: str = "", **stated) -> Letter:
    """Send a letter to all that the municipality can be reached at, and keep what was written.

    `sends` is what goes out in its place, when that has links with which one answers for the municipality:
    the mail is then shown to nobody, and they are not kept. Raises ValidationError when the register knows no address there.
    """
    letter = Letter(**stated)
    letter.full_clean()
    addresses = addresses_of(letter.municipality)
    if not addresses:
        raise ValidationError(_("Registret har ingen adress till %s.") % letter.municipality.full_name)
    letter.save()
    with override("sv"):
        write(addresses, letter.subject, sends or letter.text, private=bool(sends))
    return letter


def mask_letter(*, letter: Letter) -> None:
    """What was written may not be kept: its words go, for good; that a letter was written stays."""
    Letter.objects.filter(pk=letter.pk).update(subject=MASKED, text=MASKED)
