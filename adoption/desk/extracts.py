"""A decision's extracts at the desk: what can be done about each file now, and its text beside what is checked."""

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.extract_text import text_shown
from adoption.extract_pages import one_extract
from adoption.extracts import Publicity, once_filed, states_in
from adoption.models import Decision, FollowUp
from adoption.models.follow_ups import FollowUpKind
from sodertorn.desk.file_texts import found_in
from sodertorn.permissions import may
from sodertorn.register import Register
from sodertorn.words import moment


def filings(register: Register, number: int) -> list[FollowUp]:
    return [f for f in register.follow_ups[number] if f.step == FollowUpKind.EXTRACT_FILED]


def extracts(register: Register, number: int, user) -> list[dict]:
    """Each file with its name, the file itself unless it is destroyed, and what can be done about it."""
    states = states_in(register)
    found = [one_file(number, f, states[f.extract_id], user) for f in filings(register, number)]
    return found + struck_files(register, number, states, user)


def struck_files(register: Register, number: int, states: dict, user) -> list[dict]:
    """The files that an administrator may destroy although nothing stands that filed them here."""
    if not may(user, "desk:extract_destroy"):
        return []
    there = {filed.extract_id for filed in filings(register, number)}
    struck = {f.extract_id: f for f in once_filed(register, number) if f.extract_id not in there}
    return [
        {
            "sha256": sha256,
            "name": filed.file_name,
            "state": gettext("Inlämnat av misstag, och struket. Filen finns kvar."),
            "filed": gettext("Inlämnat %s.") % moment(filed.entry.recorded),
            "size": filesizeformat(filed.extract.size),
            "actions": [action("extract_destroy", number, sha256)],
        }
        for sha256, filed in struck.items()
        if sha256 not in states or states[sha256].publicity != Publicity.DESTROYED
    ]


WAYS = {
    "extract_review": _("Granska för offentlighet"),
    "extract_withdraw": _("Sluta visa offentligt"),
    "extract_replace": _("Ersätt med en maskad kopia"),
    "extract_destroy": _("Förstör filen"),
}
POSSIBLE = {
    Publicity.UNREVIEWED: ("extract_review", "extract_replace", "extract_destroy"),
    Publicity.PUBLIC: ("extract_withdraw", "extract_replace", "extract_destroy"),
    Publicity.WITHDRAWN: ("extract_review", "extract_replace", "extract_destroy"),
    Publicity.REPLACED: ("extract_destroy",),
    Publicity.DESTROYED: (),
}
"""What can be done about a file, the likely first."""


def action(name: str, number: int, sha256: str) -> dict:
    return {"name": str(WAYS[name]), "url": reverse(f"desk:{name}", args=[number, sha256])}


def one_file(number: int, filed: FollowUp, state, user) -> dict:
    destroyed = state.publicity == Publicity.DESTROYED
    shown = {"name": filed.file_name, "file_url": reverse("desk:extract", args=[filed.extract_id])}
    return (
        one_extract(filed, state, None)
        | ({} if destroyed else shown | {"remark": remark(filed.extract_id, state.publicity)})
        | {"actions": actions(number, filed, state.publicity, user)}
    )


def remark(sha256: str, publicity: Publicity) -> str:
    numbered = publicity != Publicity.REPLACED and found_in(sha256).personal_number
    words = gettext(
        "Filen innehåller ett personnummer och kan inte bli offentlig: ersätt den med en maskad kopia."
    )
    return words if numbered else ""


def actions(number: int, filed: FollowUp, publicity: Publicity, user) -> list[dict]:
    """What can be done about a file now."""
    found = [
        action(name, number, filed.extract_id) for name in POSSIBLE[publicity] if may(user, f"desk:{name}")
    ]
    there = reverse("desk:decision_follow_up_correct", args=[number, filed.entry.fact])
    return [*found, {"name": gettext("Rätta"), "url": there}]


def to_read(register: Register, number: int) -> list[dict]:
    """The files that can be read, for whoever compares."""
    found = extracts_that_are_there(register, number)
    return [
        {"name": f.file_name or f.extract_id[:12], "url": reverse("desk:extract", args=[f.extract_id])}
        for f in found
    ]


def text_beside(register: Register, decision: Decision) -> dict:
    """The text of the newest extract in which the decision's paragraph stands, or of the newest."""
    files = reversed(extracts_that_are_there(register, decision.entry.fact))
    texts = [text_shown(filed.extract_id, decision.paragraph) for filed in files]
    return next((text for text in texts if text["about"]), texts[0] if texts else {})


def extracts_that_are_there(register: Register, number: int) -> list[FollowUp]:
    states = states_in(register)
    return [f for f in filings(register, number) if states[f.extract_id].publicity != Publicity.DESTROYED]
