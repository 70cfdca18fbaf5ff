"""Whose upload a file is. A form carries a file's hash signed for whoever uploaded it: the hash alone is public.

Two clerks on one office's address are one account, and so one person here.
"""

from django.core.signing import BadSignature, Signer


def signed(words: str, person: int | str) -> str:
    """What a form may carry of a file, for the account with this number alone; of no file nothing."""
    return signer(person).sign(words) if words else ""


def unsigned(carried: str, person: int | str) -> str:
    """What was signed for this account; nothing when it wasn't."""
    try:
        return signer(person).unsign(carried)
    except BadSignature:
        return ""


def signer(person: int | str) -> Signer:
    return Signer(salt=f"{__name__} {person}")
