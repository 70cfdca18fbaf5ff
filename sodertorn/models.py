"""The models of the project's own app, gathered from the rooms where they live."""

from sodertorn.journal import Entry
from sodertorn.users import User

__all__ = ["Entry", "User"]
