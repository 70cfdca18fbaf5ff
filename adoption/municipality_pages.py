"""What the pages of the municipalities show."""

from datetime import date

from django.utils.translation import gettext as _

from adoption.models import Municipality
from adoption.own_line import own_line, own_rows, own_sentence
from adoption.pages import Url, decision_row, fact, heading, stroke, unless_unknown
from adoption.runway import Runway
from adoption.runway_page import row_words
from adoption.sentences import decision_sentence
from adoption.states import Adoption
from sodertorn.words import listed, sentence_case


def latest_slug(register, day: date) -> str | None:
    """The programme whose adoption matters on the day: the last one sent by then, else the one that applies."""
    answer = register.answer(day)
    if answer.required:
        return answer.required[-1].programme
    possible = [answer.programme, *(state.programme for state in answer.between)]
    known = [slug for slug in possible if slug]
    return known[-1] if known else None


def municipality_list(register, day: date, url: Url) -> dict:
    slug = latest_slug(register, day)
    adoption = Adoption(register, slug, day) if slug else None
    places = []
    for municipality in register.municipalities:
        place = {
            "name": municipality.name,
            "slug": municipality.slug,
            "state": "unknown",
            "label": _("Inte känt"),
        }
        place["url"] = url("adoption:municipality", municipality.slug)
        if adoption:
            seat = adoption.seat(municipality.slug)
            place |= stroke(seat, register, url)
            if seat.decision:
                place["sentence"] = decision_sentence(seat.decision, adoption.placement.short_name)
        places.append(place)
    name = adoption.placement.short_name if adoption else ""
    return {
        "title": _("De åtta kommunerna") if len(places) == 8 else _("Kommunerna"),
        "lede": _("%s antar programmet var för sig. Det gäller när alla har antagit det.")
        % listed([m.name for m in register.municipalities]),
        "about": _("Läget för %s") % name if name else "",
        "places": places,
        "shapes": [place | {"state": "plain"} for place in places],
        "map_label": _("Karta över kommunerna"),
        "codes_note": _("Kommunkoder och gränser: SCB."),
    }


def municipality_page(register, municipality: Municipality, day: date, url: Url) -> dict:
    rows, names = [], list(register.seat_names)
    for slug, placement in reversed(register.placements.items()):
        adoption = Adoption(register, slug, day)
        if register.shows(slug, day) and any(seat.seat == municipality.slug for seat in adoption.seats):
            row = decision_row(adoption, adoption.seat(municipality.slug), url)
            rows.append(row | {"name": placement.title, "url": url("programme:revision", slug)})
    slug = latest_slug(register, day)
    adoption = Adoption(register, slug, day) if slug else None
    strokes = [stroke(seat, register, url) for seat in adoption.seats] if adoption else []
    line = own_line(register, municipality, day)
    own = own_rows(register, line, url)
    return {
        "title": municipality.full_name,
        "slug": municipality.slug,
        "record_url": url("adoption:municipality_record", municipality.slug),
        "lede": own_sentence(register, line, municipality) if own else rows_sentence(rows),
        "own": own,
        "now": now_here(adoption, municipality, url) if adoption else None,
        "strokes": strokes,
        "place": names.index(municipality.slug) + 1,
        "shapes": [
            one | {"state": "here" if one["slug"] == municipality.slug else "plain"} for one in strokes
        ],
        "map_label": _("Karta: %s bland de åtta") % municipality.name,
        "rows": rows,
        "facts": facts(municipality),
        "calendar_url": url("adoption:municipality_calendar", municipality.slug),
        "follow_url": url("follow"),
    }


def now_here(adoption: Adoption, municipality: Municipality, url: Url) -> dict | None:
    """Where it stands with the programme whose adoption matters on the day, and how many of the eight have adopted it.

    No state when nothing is required of it: what it has adopted is told in the sentence above.
    """
    seat = next((seat for seat in adoption.seats if seat.seat == municipality.slug), None)
    if seat is None:
        return None
    stop = next((stop for stop in Runway(adoption).stops if stop.seat.seat == seat.seat), None)
    return {
        "programme": sentence_case(adoption.placement.short_name),
        "state": seat.mark if stop else "",
        "words": row_words(seat, stop, None),
        "planned": bool(stop and stop.meeting),
        "all": heading(adoption),
        "url": url("adoption:revision", adoption.slug),
    }


def rows_sentence(rows: list[dict]) -> str:
    if not rows:
        return _("Registret har inga uppgifter om kommunens beslut.")
    return _("Så har kommunen beslutat om programmen, det senaste först.")


def facts(municipality: Municipality) -> list[dict]:
    """What the register knows of the municipality, the unknown said in words."""
    return [
        fact(_("Kommunkod"), municipality.code, note="SCB"),
        unless_unknown(_("Förvaltning"), municipality.office),
        unless_unknown(_("Beslutsunderlaget kallas"), municipality.paper),
        unless_unknown(_("E-post"), municipality.contact_email),
    ]
