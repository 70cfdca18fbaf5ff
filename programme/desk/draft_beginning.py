"""What the editor says while boxes are empty: what an empty box means, and where its words may come from."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.drafting import Draft
from programme.models import DraftLineage, Placement, Revision
from programme.models.structure import PartKind
from programme.texts import flat
from sodertorn.register import Register
from sodertorn.words import number, sentence_case


def beginning(revision: Revision, draft: Draft, register: Register) -> dict | None:
    """Sentences and the way to the texts of the programme that was copied; nothing when no box is empty."""
    if not any(item.blank for item in draft.kept.items if item.kind != PartKind.ANNEX):
        return None
    source = copied_from(revision, register)
    said, url = [_("Utkastet började tomt.")], ""
    if source:
        said = [_("Utkastet började från %s. Det som kopierades får ändras fritt.") % source.short_name]
        lacking = lacking_words(register, source)
        said += lacking
        if lacking and source.sent_on is None:
            url = reverse("desk:texts_of", args=[source.revision.slug])
    said.append(
        _("En tom ruta får stå tom tills programmet ska sändas. Skriv och spara i den ordning du vill.")
    )
    return {"sentences": said, "url": url}


def copied_from(revision: Revision, register: Register) -> Placement | None:
    """The programme that the draft was begun from: withdrawn, or the one that its texts then went back to."""
    if revision.instead_of:
        return register.placements.get(revision.instead_of.slug)
    begun = revision.savings.filter(number=1).values("at")
    kin = DraftLineage.history.filter(later__revision=revision, earlier__isnull=False, history_date__in=begun)
    slug = kin.order_by("history_id").values_list("earlier__revision__slug", flat=True).first()
    return register.placements.get(slug)


def why_not_the_copied(source: Placement, replaced: Placement) -> str:
    """Why a draft differs although nothing is changed: it was begun from another programme than it replaces."""
    words = _(
        "Utkastet började från %(source)s men ersätter %(replaced)s, "
        "för ett nytt program ersätter alltid det sista i raden. Därför skiljer det sig redan från början."
    )
    return words % {"source": source.short_name, "replaced": replaced.short_name}


def lacking_words(register: Register, source: Placement) -> list[str]:
    """How many of the copied programme's texts and points nobody has entered."""
    missing = [text.kind for text in flat(register.texts[source.revision.slug]) if text.missing]
    points = missing.count(PartKind.POINT)
    texts = len(missing) - points - missing.count(PartKind.ANNEX)
    said = []
    if texts:
        words = ngettext(
            "%s av programmets texter är inte införd i registret ännu och kopierades därför utan ord.",
            "%s av programmets texter är inte införda i registret ännu och kopierades därför utan ord.",
            texts,
        )
        said.append(sentence_case(words % number(texts)))
    if points:
        words = ngettext(
            "%s punkt följde inte med, eftersom ingen har fört in dess ord.",
            "%s punkter följde inte med, eftersom ingen har fört in deras ord.",
            points,
        )
        said.append(sentence_case(words % number(points)))
    return said
