"""Acts about an extract from minutes: review it, withdraw it, replace it by a masked copy, destroy it.

All raise ValidationError when the file is not in a state for it; all but its destruction also for a
municipality whose file lies in another's papers too: a file is one, and so is its state.
"""

from itertools import chain

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.decision_services import follow_ups_of, kept_extract
from adoption.errors import AlreadyRegistered
from adoption.extracts import FileState, Publicity, once_filed, states_in
from adoption.models import Decision, Extract, FollowUp, Municipality
from adoption.models.follow_ups import FollowUpKind
from adoption.services import follow_up, supplement
from sodertorn.desk.file_texts import found_in
from sodertorn.desk.uploads import kept, place
from sodertorn.one_act import one_act
from sodertorn.register import Register
from sodertorn.words import listed


@one_act
def review_extract(
    *, decision: Decision, sha256: str, office: str, by=None, unread: bool = False
) -> FollowUp:
    """Say that somebody has read the file and that it may be public; never one in which a personnummer is found.

    `unread` says that they know that the register could not look for one, and have read every page;
    without it such a file is refused.
    """
    state = state_for(office, decision, sha256)
    if state.publicity == Publicity.PUBLIC:
        raise AlreadyRegistered(state.said_by)
    if why := why_no_review(state):
        raise ValidationError(why)
    words = "" if found_in(sha256).readable else _("Registret kunde inte läsa filens text.")
    if words and not unread:
        raise ValidationError(words + " " + _("Läs varje sida själv, och säg att det är gjort."))
    return said_of(decision, sha256, FollowUpKind.EXTRACT_REVIEWED, words=words, office=office, by=by)


def why_no_review(state: FileState) -> str:
    """Why a file can't be made public, if it can't."""
    sha256 = state.said_by.masks_id if state.publicity == Publicity.REPLACED else state.said_by.extract_id
    if state.publicity == Publicity.DESTROYED:
        return _("Filen är förstörd.")
    if state.publicity == Publicity.REPLACED:
        return _("Filen är ersatt av en maskad kopia; granska den i stället.")
    if not kept(sha256):
        return _("Filen saknas.")
    if found_in(sha256).personal_number:
        return _(
            "Filen innehåller ett personnummer och kan inte bli offentlig. "
            "Lämna in en kopia där det är maskat."
        )
    return ""


@one_act
def withdraw_extract(*, decision: Decision, sha256: str, words: str, office: str, by=None) -> FollowUp:
    """Let a file that was public be so no longer. `words` say why, and are public."""
    state = state_for(office, decision, sha256)
    if state.publicity == Publicity.WITHDRAWN:
        raise AlreadyRegistered(state.said_by)
    if state.publicity != Publicity.PUBLIC:
        raise ValidationError(_("Filen är inte offentlig."))
    return said_of(decision, sha256, FollowUpKind.EXTRACT_WITHDRAWN, words=words, office=office, by=by)


@one_act
def replace_extract(
    *, decision: Decision, sha256: str, masked: Extract, file_name: str = "", office: str, by=None
) -> FollowUp:
    """File a masked copy in the place of a file, which is not public from then on; the copy is reviewed in its turn."""
    state = state_for(office, decision, sha256)
    if state.publicity == Publicity.DESTROYED:
        raise ValidationError(_("Filen är förstörd. Lämna in en ny som ett utdrag för sig."))
    masks = Extract.objects.get(pk=sha256)
    for filed in follow_ups_of(decision, FollowUpKind.EXTRACT_FILED):
        if filed.extract_id == masked.sha256 and filed.masks_id:
            raise AlreadyRegistered(filed)
        if filed.extract_id == masked.sha256:  # it was handed in as one more extract first
            return supplement(fact=filed, masks=masks, office=office, by=by)
    return follow_up(
        decision=decision,
        step=FollowUpKind.EXTRACT_FILED,
        extract=kept_extract(masked),
        masks=masks,
        file_name=file_name,
        office=office,
        by=by,
    )


@one_act
def destroy_extract(
    *, decision: Decision, sha256: str, law: str, reason: str, office: str, by=None
) -> FollowUp:
    """Destroy a file for good, under which law and why; its checksum stays. The file goes when the act is done.

    Also one that was filed by mistake: what is struck is not shown, but the file lies there.
    """
    register = Register()
    state = states_in(register).get(sha256)
    if not any(filed.extract_id == sha256 for filed in once_filed(register, decision.entry.fact)):
        raise ValidationError(_("Beslutet har inget sådant utdrag."))
    if sha256 in {placement.annex_sha256 for placement in register.placements.values()}:
        raise ValidationError(
            _("Filen är också dokumentet som ett program sändes med och kan inte förstöras.")
        )
    transaction.on_commit(lambda: default_storage.delete(place(sha256)))
    if state and state.publicity == Publicity.DESTROYED:  # it may be there again, from an older backup
        return state.said_by
    about = {"on": timezone.localdate(), "words": law, "reason": reason, "office": office, "by": by}
    return said_of(decision, sha256, FollowUpKind.EXTRACT_DESTROYED, **about)


def said_of(decision: Decision, sha256: str, step: FollowUpKind, **stated) -> FollowUp:
    stated = {"on": timezone.localdate()} | stated
    return follow_up(decision=decision, step=step, extract=Extract.objects.get(pk=sha256), **stated)


def state_for(office: str, decision: Decision, sha256: str) -> FileState:
    """The state of a file among the decision's papers. Raises ValidationError when it isn't one of them, or not the office's alone."""
    if not any(f.extract_id == sha256 for f in follow_ups_of(decision, FollowUpKind.EXTRACT_FILED)):
        raise ValidationError(_("Beslutet har inget sådant utdrag."))
    register, own = Register(), decision.case.body.municipality
    if own and office == own.full_name and (why := why_not_alone(register, own, sha256)):
        raise ValidationError(why)
    return states_in(register)[sha256]


def why_not_alone(register: Register, own: Municipality, sha256: str) -> str:
    """Why a municipality can't decide by itself what is shown of a file, if it can't."""
    lies_with = {
        filed.decision.case.body.municipality
        for filed in chain.from_iterable(register.follow_ups.values())
        if filed.step == FollowUpKind.EXTRACT_FILED and sha256 in (filed.extract_id, filed.masks_id)
    }
    others = listed(sorted(str(one.full_name) for one in lies_with - {own, None}))
    words = _(
        "Filen ligger också hos %s, så bara samverkanskansliet kan ändra vad som visas av den. Be kansliet."
    )
    return words % others if others else ""
