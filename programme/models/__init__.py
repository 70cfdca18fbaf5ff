from programme.models.records import Lineage, Placement, TextRecord, Translation, Withdrawal
from programme.models.revision import Particulars, Revision, TermOfOffice
from programme.models.structure import Part, Wording

__all__ = [
    "Lineage",
    "Part",
    "Particulars",
    "Placement",
    "Revision",
    "TermOfOffice",
    "TextRecord",
    "Translation",
    "Withdrawal",
    "Wording",
]
