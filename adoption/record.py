"""How a programme was adopted, and what a municipality has decided, as records to keep."""

from datetime import date

from django.utils.translation import gettext as _

from adoption.models import Municipality
from adoption.municipality_pages import municipality_page
from adoption.pages import Url, adoption_page
from adoption.states import Adoption
from sodertorn.record import facts, section, sources


def decisions_table(first: str, rows: list[dict]) -> dict:
    """The table of decisions as on the pages; what it rests on stands beside each."""
    return {
        "columns": [first, _("Läge"), _("Sammanträde"), _("Paragraf"), _("Underlag")],
        "rows": [
            [
                row["name"],
                row["label"],
                row["day"],
                row["paragraph"],
                "\n".join(filter(None, [row["strength"], row["note"], row["decision_label"]])),
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
                [section(_("Hur många som har antagit det"), facts=facts(page["totals"]))]
                if page["totals"]
                else []
            ),
            section(_("Kommun för kommun"), **decisions_table(_("Kommun"), page["rows"])),
            section(_("Vad som återstår"), sentences=page["required"]),
            section(_("Vad uppgifterna vilar på"), sources=sources(page["sources"])),
        ],
    }


def municipality_record(register, municipality: Municipality, day: date, url: Url) -> dict:
    """What the page of a municipality says."""
    page = municipality_page(register, municipality, day, url)
    own = {
        "columns": [_("Program"), _("Antaget här"), _("Ersatte här"), _("Ersattes här")],
        "rows": [
            [
                row["title"],
                "\n".join(
                    filter(None, [f"{row['adopted']} {row['paragraph']}".strip(), row["decision_label"]])
                ),
                row["before"] or _("inte känt här"),
                row["after"],
            ]
            for row in page["own"]
        ],
    }
    return {
        "address": url("adoption:municipality", municipality.slug),
        "title": page["title"],
        "swedish": True,
        "kicker": _("Kommunens beslut om Södertörns utvecklingsprogram"),
        "sentences": [page["lede"]],
        "sections": [
            *([section(_("Vad kommunen har antagit"), **own)] if page["own"] else []),
            section(_("Besluten, program för program"), **decisions_table(_("Program"), page["rows"])),
            section(_("Om kommunen"), facts=facts(page["facts"])),
        ],
    }
