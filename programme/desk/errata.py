"""The errata of a programme that was sent, at the desk: what stands, what is struck, what each municipality answered."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.pages import fact
from programme.desk.texts import places
from programme.errata import Errata, answering
from programme.models import Erratum, Placement
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day


def errata_of(register: Register, placement: Placement) -> list[dict]:
    """Every erratum of the programme as its newest entry has it, with the way to each answer."""
    rows = Erratum.objects.select_related("entry", "part__revision").order_by("entry")
    newest = {row.entry.fact: row for row in rows.filter(part__revision=placement.revision)}
    errata = Errata(register, localdate())
    labels = {place.part.pk: place.label for place in places(register, placement)} if newest else {}
    return [
        {
            "anchor": f"rattelse-{number}",
            "title": said(row),
            "struck": row.entry.void,
            "sentences": [] if row.entry.void else errata.values(row)["sentences"],
            "facts": facts(row, labels[row.part_id]),
            "answers": [] if row.entry.void else answers(register, errata, placement, row),
            "correct_url": reverse("desk:erratum_correct", args=[placement.revision.slug, number]),
        }
        for number, row in newest.items()
    ]


def said(row: Erratum) -> str:
    return _("”%(stands)s” ska läsas ”%(reads)s”") % {"stands": row.stands, "reads": row.reads}


def facts(row: Erratum, label: str) -> list[dict]:
    rows = [
        fact(_("Text"), label),
        fact(_("Slags fel"), sentence_case(row.get_slip_display())),
        fact(_("Kommitténs protokoll"), row.decided_minutes, swedish=True),
    ]
    return [row for row in rows if row["value"]]


def answers(register: Register, errata: Errata, placement: Placement, row: Erratum) -> list[dict]:
    """The municipalities, each with its answer and the way to enter or correct it."""
    given = {answer.municipality_id: answer for answer in errata.answers[row.entry.fact]}
    found = []
    for one in answering(register, placement):
        answer = given.get(one.pk)
        told = answer and f"{sentence_case(answer.get_answer_display())}, {the_day(answer.on)}"
        url = reverse("desk:erratum_answer", args=[placement.revision.slug, row.entry.fact, one.slug])
        found.append(fact(one.name, told or _("Inget svar"), url=url, answered=bool(answer)))
    return found
