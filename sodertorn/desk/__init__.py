"""The strategist's desk: its frame and front page, and what all its rooms use."""

from django.conf import settings


def office() -> str:
    """The authority that records what the desk records: the owner, or in a copy without one its plain name."""
    return settings.OWNER["name"] or "Södertörnssamverkan"
