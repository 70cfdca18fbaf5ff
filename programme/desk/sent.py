"""A programme that was sent, at the desk: how it stands, what was frozen, and what can be done about it."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.pages import Url, fact, have_adopted
from adoption.sentences import withdrawn
from adoption.states import Adoption
from programme.desk.crumbs import sent_crumbs
from programme.desk.errata import errata_of
from programme.models import PaperWordings, Placement, Reminders, Revision
from programme.proving import proof
from programme.revision_page import facts
from sodertorn.register import Register
from sodertorn.words import listed, the_day
from sodertorn.writing import wished_label


def sent_page(register: Register, placement: Placement, url: Url) -> dict:
    slug = placement.revision.slug
    rows = [
        *facts(register, placement, url),
        fact(wished_label(placement.answer_by), placement.answer_by and the_day(placement.answer_by)),
        fact(_("Ska anta det"), seats(register, placement)),
    ]
    taken_back = register.withdrawals.get(slug)
    return {
        "title": placement.title,
        "lede": f"{withdrawn(taken_back)} {taken_back.why}" if taken_back else adopted(register, slug),
        "section": "drafts",
        "crumbs": sent_crumbs(),
        "facts": [row for row in rows if row["value"]],
        "errata": errata_of(register, placement),
        "proof": proof(register, slug, url),
        "ways": ways(slug, bool(taken_back)),
    }


def adopted(register: Register, slug: str) -> str:
    adoption = Adoption(register, slug, localdate())
    return have_adopted(len(adoption.adopted), len(adoption.seats))


def seats(register: Register, placement: Placement) -> str:
    return listed([str(seat.body.municipality or seat.body) for seat in register.seats[placement.pk]])


def ways(slug: str, taken_back: bool) -> list[dict]:
    """The pages about the programme, and what can be done."""
    found = [
        {"name": _("Programmets sida"), "url": reverse("programme:revision", args=[slug])},
        {"name": _("Kommunernas beslut"), "url": reverse("adoption:revision", args=[slug])},
        {"name": _("Släktskap"), "url": reverse("desk:lineage", args=[slug])},
    ]
    if taken_back:
        anew = f"{reverse('desk:draft_new')}?fran={slug}"
        return [*found, {"name": _("Nytt program i stället för det här"), "url": anew, "button": True}]
    return [
        {"name": _("Läget"), "url": reverse("desk:board", args=[slug])},
        {"name": _("Sammanträdena framåt"), "url": reverse("desk:board_runway", args=[slug])},
        *found,
        {"name": _("Handlingarnas formuleringar"), "url": own_row_url(PaperWordings, slug)},
        {"name": _("Påminnelser"), "url": own_row_url(Reminders, slug)},
        {"name": _("Rätta ett skrivfel"), "url": reverse("desk:erratum_new", args=[slug])},
        {"name": _("Återkalla"), "url": reverse("desk:sent_withdraw", args=[slug])},
    ]


def own_row_url(model, slug: str) -> str:
    """Where the programme's one row of a model is written: anew, or changed."""
    page, own = f"admin:programme_{model._meta.model_name}", model.objects.filter(revision__slug=slug).first()
    if own:
        return reverse(f"{page}_change", args=[own.pk])
    revision = Revision.objects.values_list("pk", flat=True).get(slug=slug)
    return f"{reverse(f'{page}_add')}?revision={revision}"


def sent_programmes(register: Register) -> list[dict]:
    """All programmes that were sent, the last first."""
    sent = [p for p in register.placements.values() if p.sent_on]
    return [
        {
            "slug": placement.revision.slug,
            "name": placement.title,
            "url": reverse("desk:sent", args=[placement.revision.slug]),
            "ways": []
            if placement.adjusts
            else [
                {"name": _("Läget"), "url": reverse("desk:board", args=[placement.revision.slug])},
                {
                    "name": _("Sammanträdena framåt"),
                    "url": reverse("desk:board_runway", args=[placement.revision.slug]),
                },
            ],
            "note": _("Sänt %s") % the_day(placement.sent_on)
            + (_(", återkallat") if placement.revision.slug in register.withdrawals else ""),
        }
        for placement in sorted(sent, key=lambda placement: placement.entry.fact, reverse=True)
    ]
