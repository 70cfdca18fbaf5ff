"""The server's clock, which may be wrong: what is recorded never goes back in time (R7)."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sodertorn.words import moment

PUT_RIGHT = timedelta(minutes=5)
"""How far back a clock may go without anybody being told."""


def refuse_wrong_clock(now: datetime, newest: datetime) -> None:
    """Refuse to record when the clock shows a moment well before the newest entry. Raises ValidationError."""
    if now < newest - PUT_RIGHT:
        words = _(
            "Serverns klocka går fel: den visar %(now)s, men den senaste händelsen registrerades %(newest)s."
            " Ingenting registreras förrän klockan är rätt. Säg till den som sköter registret."
        )
        raise ValidationError(words % {"now": moment(now), "newest": moment(newest)}, code="clock")
