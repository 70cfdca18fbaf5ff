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
def write_letter(**stated) -> Letter:
    """Send a letter to all that the municipality can be reached at, and keep what was written.

    Raises ValidationError when the register knows no address there.
    """
    letter = Letter(**stated)
    letter.full_clean()
    addresses = addresses_of(letter.municipality)
    if not addresses:
        raise ValidationError(_("Registret har ingen adress till %s.") % letter.municipality.full_name)
    letter.save()
    with override("sv"):
        write(addresses, letter.subject, letter.text)
    return letter


def mask_letter(*, letter: Letter) -> None:
    """What was written may not be kept: its words go, for good; that a letter was written stays."""
    Letter.objects.filter(pk=letter.pk).update(subject=MASKED, text=MASKED)
