"""The models of the project's own app, gathered from the rooms where they live."""

from sodertorn.answered import Answered
from sodertorn.edits import Edit
from sodertorn.journal import Entry
from sodertorn.log_lines import LogLine, Salt
from sodertorn.masking import Masking
from sodertorn.outbox import Mail
from sodertorn.reports import Report
from sodertorn.users import User

__all__ = ["Answered", "Edit", "Entry", "LogLine", "Mail", "Masking", "Report", "Salt", "User"]
