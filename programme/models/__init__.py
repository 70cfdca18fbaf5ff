from programme.models.announcements import Announced, Announcement
from programme.models.drafts import Comment, DraftLineage, PreviewLink, Saving
from programme.models.errata import Answer, Erratum, ErratumAnswer, Slip
from programme.models.records import Placement, Withdrawal
from programme.models.reminders import Reminders
from programme.models.revision import Particulars, Revision, TermOfOffice
from programme.models.structure import Part, Wording
from programme.models.text_checks import TextCheck
from programme.models.texts import Lineage, TextRecord, Translation
from programme.models.wordings import PaperWordings

__all__ = [
    "Announced",
    "Announcement",
    "Answer",
    "Comment",
    "DraftLineage",
    "Erratum",
    "ErratumAnswer",
    "Lineage",
    "PaperWordings",
    "Part",
    "Particulars",
    "Placement",
    "PreviewLink",
    "Reminders",
    "Revision",
    "Saving",
    "Slip",
    "TermOfOffice",
    "TextCheck",
    "TextRecord",
    "Translation",
    "Withdrawal",
    "Wording",
]
