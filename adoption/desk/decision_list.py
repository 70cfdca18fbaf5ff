"""The desk's list of decisions: every programme, seat by seat, with what is known and what is not."""

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from adoption.facts import COMMITTEE
from adoption.models import Decision
from adoption.pages import have_adopted, stroke
from adoption.registering.asked import newest_first
from adoption.sentences import day_words, outcome_label, paragraph_words
from adoption.states import Adoption, SeatOnDay, Strength, strength_of
from sodertorn.register import Register


def decision_list(register: Register) -> dict:
    programmes = [programme(register, slug) for slug in newest_first(register)]
    return {"title": pgettext("flera", "Beslut"), "section": "decisions", "programmes": programmes}


def programme(register: Register, slug: str) -> dict:
    adoption = Adoption(register, slug, localdate())
    rows = [row(adoption, seat) for seat in adoption.seats]
    return {
        "title": adoption.placement.title,
        "count": have_adopted(len(adoption.adopted), len(rows)) if len(rows) > 1 else "",
        "withdrawn": slug in register.withdrawals,
        "rows": rows,
        "new_url": new_url(slug),
        "anchor": slug,
    }


def new_url(slug: str, seat: str = "") -> str:
    asked = {"program": slug} | ({"kommun": seat} if seat else {})
    return reverse("desk:decision_new") + "?" + urlencode(asked)


def row(adoption: Adoption, seat: SeatOnDay) -> dict:
    """A seat with every decision that stands there."""
    register = adoption.register
    decided = register.late.by_seat.get((adoption.slug, seat.seat), ())
    decisions = [register.decisions[d.entry.fact] for d in decided]
    shown = stroke(seat, register, lambda *name: "")
    return {
        "name": shown["name"],
        "state": shown["state"],
        "label": shown["label"],
        "decisions": [line(register, decision) for decision in decisions],
        "new_url": new_url(adoption.slug, seat.seat),
        "cases": cases(register, adoption.slug, seat.seat),
        "committee": seat.seat == COMMITTEE,
    }


def ways_to_seats(register: Register, slug: str) -> list[dict]:
    """The seats of a programme for its card: the newest decision of each, or where one is registered."""
    adoption = Adoption(register, slug, localdate())
    return [way_to(row(adoption, seat)) for seat in adoption.seats]


def way_to(seat: dict) -> dict:
    """The way to a seat: to its last decision, with those before; else to its case, or to the form."""
    *before, last = seat["decisions"] or [*seat["cases"][:1], {"url": seat["new_url"]}][:1]
    return {
        "name": seat["name"],
        "state": seat["state"],
        "label": seat["label"],
        "url": last["url"],
        "before": before,
    }


def cases(register: Register, slug: str, seat: str) -> list[dict]:
    """The seat's cases: at its board, and once that has passed the matter on at its council."""
    there = [case for case in register.cases if (case.revision.slug, case.body.seat) == (slug, seat)]
    return [
        {"url": reverse("desk:case", args=[case.pk]), "body": case.body.get_kind_display()} for case in there
    ]


def line(register: Register, decision: Decision) -> dict:
    """One decision: what it was, its day and §, and what is left to do about it."""
    fact = decision.entry.fact
    return {
        "url": reverse("desk:decision", args=[fact]),
        "number": fact,
        "outcome": outcome_label(decision),
        "day": day_words(decision),
        "day_unknown": not decision.exact,
        "paragraph": paragraph_words(decision),
        "paragraph_unknown": decision.paragraph_kind == "not_known",
        "notes": notes(register, decision),
    }


def notes(register: Register, decision: Decision) -> list[str]:
    if not decision.adopts:
        return []
    checked = strength_of(register, decision) == Strength.CHECKED
    doubt = decision.doubtful and decision.entry.fact not in register.late.ruled
    said = [_("granskat mot protokoll") if checked else _("inte granskat mot protokoll")]
    return [*said, _("tveksamt, inte avgjort")] if doubt else said
