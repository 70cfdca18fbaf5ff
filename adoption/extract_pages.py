"""What the pages of a decision show of its extracts from minutes, as plain values."""

from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.extracts import FileState, Publicity, public_files, states_in
from adoption.models import FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.pages import Url
from sodertorn.words import moment, the_day


def extracts_of(register, filed: list[FollowUp], url: Url) -> list[dict]:
    """Each file among what came after a decision; its address when it may be read now."""
    states, public = states_in(register), public_files(register)
    return [
        one_extract(said, states[said.extract_id], url if said.extract_id in public else None)
        for said in filed
        if said.step == FollowUpKind.EXTRACT_FILED
    ]


def one_extract(filed: FollowUp, state: FileState, url: Url | None) -> dict:
    file = filed.extract
    shown = url and state.publicity == Publicity.PUBLIC
    return {
        "sha256": file.sha256,
        "state": state_words(state),
        "masked": _("En maskad kopia av det utdrag som lämnades in först.") if filed.masks_id else "",
        "filed": _("Inlämnat %s.") % moment(filed.entry.recorded),
        "size": filesizeformat(file.size),
        "url": url("adoption:extract", filed.decision.entry.fact, file.sha256) if shown else "",
    }


def state_words(state: FileState) -> str:
    """Whether the file may be seen, since when and why, in one sentence."""
    said = state.said_by
    day = the_day(said.on or localdate(said.entry.recorded))
    told = {"day": day, "words": said.words, "why": said.entry.reason}
    return {
        Publicity.UNREVIEWED: _("Protokollsutdrag finns, inte granskat."),
        Publicity.PUBLIC: _("Granskat för personuppgifter och sekretess %(day)s."),
        Publicity.WITHDRAWN: _("Inte längre offentligt, sedan %(day)s: %(words)s"),
        Publicity.REPLACED: _("Ersatt av en maskad kopia %(day)s."),
        Publicity.DESTROYED: _("Förstört %(day)s enligt %(words)s: %(why)s Kontrollsumman står kvar."),
    }[state.publicity] % told
