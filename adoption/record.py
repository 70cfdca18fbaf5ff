"""How a programme was adopted, and what a municipality has decided, as records to keep."""

from datetime import date

from django.utils.translation import gettext as _

from adoption.models import Municipality
from adoption.municipality_pages import municipality_page
from adoption.pages import Url, adoption_page
from adoption.states import Adoption
from sodertorn.record import cell, count, facts, section, sources, totals

ROOM_FOR_A_MUNICIPALITY, ROOM_FOR_A_PROGRAMME = [14, 22, 30, 11, 23], [22, 20, 25, 11, 22]
"""How wide the columns of the table of decisions are, in parts of a hundred."""


def decisions_table(first: str, rows: list[dict], widths: list[int]) -> dict:
    """The table of decisions as on the pages, each state with its stroke."""
    return {
        "columns": [first, _("Läge"), _("Sammanträde"), _("Paragraf"), _("Underlag")],
        "widths": widths,
        "rows": [
            [
                cell(row["name"]),
                cell(row["label"], row["note"], state=row["state"]),
                cell(row["day"], row["body"], unknown=row["day_unknown"]),
                cell(row["paragraph"], unknown=row["paragraph_unknown"]),
                cell(row["strength"], row["decision_label"], url=row["decision_url"]),
            ]
            for row in rows
        ],
    }


def adoption_record(register, slug: str, day: date, url: Url) -> dict:
    """What the page of an adoption says."""
    page = adoption_page(Adoption(register, slug, day), url)
    return {
        "address": url("adoption:revision", slug),
        "title": page["title"],
        "swedish": False,
        "kicker": page["programme"]["title"],
        "sentences": [page["lede"]],
        "sections": [
            *(
                [section(_("Hur många som har antagit det"), totals=totals(page["totals"]))]
                if page["totals"]
                else []
            ),
            section(
                _("Kommun för kommun"), **decisions_table(_("Kommun"), page["rows"], ROOM_FOR_A_MUNICIPALITY)
            ),
            section(_("Vad som återstår"), sentences=page["required"]),
            section(_("Vad uppgifterna vilar på"), sources=sources(page["sources"])),
        ],
    }


def own_table(rows: list[dict]) -> dict:
    """What its own decisions have adopted and replaced there."""
    return {
        "columns": [_("Program"), _("Antaget här"), _("Ersatte här"), _("Ersattes här")],
        "widths": [28, 24, 24, 24],
        "rows": [
            [
                cell(row["title"]),
                cell(
                    f"{row['adopted']} {row['paragraph']}".strip(),
                    row["decision_label"],
                    url=row["decision_url"],
                ),
                cell(row["before"] or _("inte känt här"), unknown=not row["before"]),
                cell(row["after"]),
            ]
            for row in rows
        ],
    }


def municipality_record(register, municipality: Municipality, day: date, url: Url) -> dict:
    """What the page of a municipality says."""
    page = municipality_page(register, municipality, day, url)
    return {
        "address": url("adoption:municipality", municipality.slug),
        "title": page["title"],
        "swedish": True,
        "kicker": _("Kommunens beslut om Södertörns utvecklingsprogram"),
        "sentences": [page["lede"], *where_it_stands(page["now"])],
        "count": page["now"] and count(page["strokes"], page["now"]["all"], page["place"]),
        "sections": [
            *([section(_("Vad kommunen har antagit"), **own_table(page["own"]))] if page["own"] else []),
            section(
                _("Besluten, program för program"),
                **decisions_table(_("Program"), page["rows"], ROOM_FOR_A_PROGRAMME),
            ),
            section(_("Om kommunen"), facts=facts(page["facts"])),
        ],
    }


def where_it_stands(now: dict | None) -> list[str]:
    """Where the municipality stands with the programme that is out for adoption."""
    return [f"{now['programme']}: {now['words']}"] if now and now["state"] else []
