"""A record as a file to keep, PDF/UA-1 and PDF/A-2a: what a page says, with where and when it was said.

The generator checks both standards as it sets (typst refuses what breaks them), and `make proof` has veraPDF's
validator read every kind of file (tests/proof/validator.py). Nobody claims a certificate.
"""

from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sodertorn.moments import Moment
from sodertorn.reading import moment_of, reading_sentence
from sodertorn.typeset import dated, typeset
from sodertorn.words import the_day

TEMPLATE = (Path(__file__).parent / "record.typ").read_bytes()
EMPTY = {"sentences": [], "facts": [], "texts": [], "columns": [], "rows": [], "sources": []}


def whole(address: str) -> str:
    """An address as it is followed from a file."""
    return settings.SITE_URL + address if address.startswith("/") else address


def section(title: str, **parts) -> dict:
    return {"title": title, **EMPTY, **parts}


def facts(rows: list[dict]) -> list[dict]:
    """Rows of facts as pages have them."""
    return [
        {
            "label": str(row["label"]),
            "value": str(row["value"]),
            "url": whole(row.get("url") or ""),
            "note": str(row.get("note") or ""),
        }
        for row in rows
    ]


def sources(found: list[dict]) -> list[dict]:
    """Sources as pages have them, with what they say and where."""
    return [
        {
            "title": one["title"],
            "url": whole(one["url"]),
            "notes": [
                words for words in (one["words"] and f"”{one['words']}”", one["page"], one["note"]) if words
            ],
        }
        for one in found
    ]


def to_keep(request, register, name: str, said: dict) -> HttpResponse:
    """The record as a response, named so that it can be filed."""
    response = HttpResponse(record(register, moment_of(request), said), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.pdf")
    return response


def record(register, moment: Moment, said: dict) -> bytes:
    """The file. `said`: the address of its page, title, kicker, sentences, sections; `swedish`: the title is, everywhere."""
    last = register.entries[-1]
    recorded = localtime(last.recorded).date()
    state = _("Registret till och med händelse %(number)d, registrerad %(day)s.") % {
        "number": last.number,
        "day": the_day(recorded),
    }
    about = section(
        _("Om den här handlingen"),
        sentences=[
            reading_sentence(moment) + ".",
            state,
            _("Skiljer sig registret från ett justerat protokoll gäller protokollet."),
            _(
                "Programmet är kommunernas gemensamma politiska inriktning. Det är ingen föreskrift och ger varken rättigheter eller skyldigheter."
            ),
        ],
        facts=facts([{"label": _("Adress"), "value": whole(said["address"]), "url": said["address"]}]),
    )
    demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
    whole_record = said | {
        "language": get_language(),
        "date": dated(recorded),  # of the state, so that the same state has the same bytes
        "author": "Södertörns utvecklingsprogram",
        "footer": said["title"],
        "sentences": [*demo, *said["sentences"]],
        "sections": [*said["sections"], about],
    }
    return typeset(TEMPLATE, whole_record)
