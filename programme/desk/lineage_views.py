from functools import partial

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from programme.desk.lineage import (
    ancestor_words,
    candidates,
    lineage_crumbs,
    lineage_page,
    name_of,
    programme,
    quoted,
    said_of,
)
from programme.desk.lineage_forms import LineageForm, beginning
from programme.lineage_services import Overtaken, chains_of, draft_lineage, fingerprint, state_lineage
from programme.models import Revision
from sodertorn.desk import office
from sodertorn.desk.acts import DeskAct, act_view, put_beside_fields
from sodertorn.desk.once import Answer, answer_once
from sodertorn.journal import Act
from sodertorn.register import Register
from sodertorn.words import listed, sentence_case


def programme_or_404(slug):
    register = Register()
    try:
        return register, programme(register, slug)
    except Revision.DoesNotExist as unknown:
        raise Http404(_("Det finns inget program med den adressen.")) from unknown


def lineage(request, slug):
    """What each goal and area of a programme goes back to."""
    register, found = programme_or_404(slug)
    return render(request, "desk/lineage.html", lineage_page(register, found))


@act_view
def lineage_of(request, slug, part):
    """Say what one goal or area goes back to: of a draft at once, of a programme in the register as an act."""
    register, found = programme_or_404(slug)
    text = found.parts.get(part)
    if text is None:
        raise Http404(_("Programmet har inget sådant mål eller område."))
    said = said_of(register, found).get(part, [])
    form = partial(
        LineageForm,
        choices=candidates(register, found, text.part),
        said=said,
        later=text.part if found.placement else None,
        initial=beginning(said),
    )
    frame = {
        "lede": sentence_case(name_of(text, found.texts)),
        "section": "texts" if found.placement else "drafts",
        "crumbs": lineage_crumbs(found, inside=True),
        "draft": found.placement is None,
    }
    if found.placement is None:
        return draft_page(request, text.part, form, frame | {"seen": fingerprint(said)})
    return lineage_act(request.user, text.part, form, frame)


def draft_page(request, part, form, frame):
    """The same for a draft: it is edited, and kept with its history."""
    filled = form(request.POST) if request.method == "POST" else form()
    seen = request.POST.get("seen", frame["seen"])
    if request.method == "POST" and filled.is_valid():
        try:
            return answer_once(request, partial(said_of_draft, part, seen, filled))
        except Overtaken as overtaken:
            seen = fingerprint(overtaken.said)
            filled.add_error(None, overtaken_words(overtaken.said))
        except ValidationError as wrong:
            put_beside_fields(filled, wrong)
    page = {"title": _("Vad går det tillbaka på?"), "form": filled, "seen": seen}
    return render(request, "desk/lineage_of.html", frame | page)


def said_of_draft(part, seen, filled) -> Answer:
    draft_lineage(later=part, seen=seen, earlier=filled.ancestors(), why=filled.cleaned_data["why"])
    return Answer(reverse("desk:lineage", args=[part.revision.slug]), _("Släktskapet är sparat."))


def overtaken_words(said: list) -> str:
    register = Register()
    words = _("Någon annan har sparat något annat sedan du öppnade sidan: %s. Spara igen om ditt ska gälla.")
    kin = [ancestor_words(register, one.earlier) for one in said] or [_("ingenting är sagt")]
    reasons = dict.fromkeys(_("skäl: %s") % one.why for one in said if one.why)
    return words % listed([*kin, *reasons])


def lineage_act(user, part, form, frame) -> DeskAct:
    slug = part.revision.slug

    def perform(filled, reason):
        given = filled.cleaned_data
        said = {"earlier": filled.ancestors(), "why": given["why"], **filled.explanation()}
        return state_lineage(later=part, office=office(), by=user, **said)[-1]

    return DeskAct(
        title=_("Vad går det tillbaka på?"),
        form=form,
        perform=perform,
        says=partial(lineage_says, part),
        done=lambda fact: reverse("desk:lineage", args=[slug]),
        about=lambda filled: {slug},
        template="desk/lineage_of.html",
        frame=frame,
    )


def lineage_says(part, before, after, fact) -> list[str]:
    """What the register then says that a goal or area goes back to."""
    found = programme(after, part.revision.slug)
    said = said_of(after, found)[part.pk]
    what = sentence_case(quoted(found.parts[part.pk], found.texts))
    words = {"what": what, "programme": found.placement.short_name}
    if [one.earlier for one in said] == [None]:
        first = _("%(what)s i %(programme)s är enligt vår bedömning nytt.")
    else:
        first = _("%(what)s i %(programme)s går enligt vår bedömning tillbaka på %(kin)s.")
        words["kin"] = listed([ancestor_words(after, one.earlier) for one in said])
    reasons = dict.fromkeys(one.why for one in said if one.why)
    return [first % words, *(_("Skäl: %s") % why for why in reasons), *struck_words(part, before, after)]


def struck_words(part, before, after) -> list[str]:
    """What is no longer said of a goal or area, and why: it stays readable in the log (R8)."""
    told = []
    for *_older, old, new in (chain for chain in chains_of(part) if len(chain) > 1):
        if new.entry in before.entries or old.entry.void or new.entry.act != Act.CORRECT:
            continue
        words = {"why": old.why, "reason": new.entry.reason}
        if not new.entry.void:
            said = _("Det tidigare skälet, ”%(why)s”, stryks. Skälet till rättelsen: %(reason)s")
        elif old.earlier is None:
            said = _("Vår tidigare bedömning, att det är nytt, stryks. Skälet till rättelsen: %(reason)s")
        else:
            words["kin"] = ancestor_words(after, old.earlier)
            said = _(
                "Vår tidigare bedömning, att det går tillbaka på %(kin)s, stryks. "
                "Skälet till rättelsen: %(reason)s"
            )
        told.append(said % words)
    return told
