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

from programme.proving import groups
from programme.texts import flat
from sodertorn.citing import checksum_at
from sodertorn.look import LOOK, marks
from sodertorn.moments import Moment
from sodertorn.reading import moment_of, reading_sentence, whole
from sodertorn.typeset import dated, typeset
from sodertorn.words import the_day

TEMPLATE = LOOK + (Path(__file__).parent / "record.typ").read_bytes()
NONE_OF_THESE = {"count": None, "compared": False}
EMPTY = {
    "sentences": [],
    "totals": [],
    "facts": [],
    "texts": [],
    "columns": [],
    "widths": [],
    "rows": [],
    "sources": [],
}


def states(strokes: list[dict]) -> list[str]:
    """The eight strokes as pages have them; of a single seat there is nothing to draw."""
    return [one["state"] for one in strokes] if len(strokes) > 1 else []


def count(strokes: list[dict], words: str, current: int = 0) -> dict | None:
    """How many of the eight; `current`: the place (1 to 8) of the one that the record is about."""
    drawn = states(strokes)
    return {"strokes": drawn, "words": words, "current": current} if drawn else None


def cell(words: str, *notes: str, state: str = "", url: str = "", unknown: bool = False) -> dict:
    """A cell of a table: what it says, the stroke of its state, and below it what else must be seen.

    `url`: where the last of the notes leads; `unknown`: the words say that it is not known.
    """
    said = {"words": str(words), "notes": [str(note) for note in notes if note]}
    return said | {"state": state, "url": whole(url), "unknown": unknown}


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


def totals(rows: list[dict]) -> list[dict]:
    """How many of the eight, in words and strokes."""
    return [{"label": row["label"], "value": row["value"], "strokes": states(row["strokes"])} for row in rows]


def sources(found: list[dict]) -> list[dict]:
    """Sources as pages have them, each once for what it does to the facts, with what it says and where."""
    stances = {
        "contradicts": _("Motsäger uppgiften"),
        "bounds": _("Säger inte uppgiften, men begränsar eller belyser den"),
    }
    told = {}
    for source, said in [(one, said) for one in found for said in one["said"]]:
        stance, read = stances.get(said["stance"], ""), source["read"] and _("Läst %(read)s.") % source
        quoted = f"”{said['words']}”" if said["words"] else ""
        notes = told.setdefault((source["title"], whole(source["url"]), stance), [])
        notes += [
            words for words in (quoted, said["page"], said["note"], read) if words and words not in notes
        ]
    return [
        {
            "title": title,
            "url": url,
            "stance": stance,
            "against": stance == stances["contradicts"],
            "notes": notes,
        }
        for (title, url, stance), notes in told.items()
    ]


def to_keep(request, register, name: str, said: dict) -> HttpResponse:
    """The record as a response, named so that it can be filed."""
    response = HttpResponse(record(register, moment_of(request), said), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.pdf")
    return response


def about(register, moment: Moment, address: str) -> dict:
    """The last section: of which day and what state of the register it is, and where that can be seen."""
    last, address = register.entries[-1], address + moment.fixed.query
    state = _("Registret till och med händelse %(number)d, registrerad %(day)s.") % {
        "number": last.number,
        "day": the_day(localtime(last.recorded).date()),
    }
    return section(
        _("Om den här handlingen"),
        sentences=[
            reading_sentence(moment) + ".",
            state,
            _("Skiljer sig registret från ett justerat protokoll gäller protokollet."),
            _(
                "Programmet är kommunernas gemensamma politiska inriktning. Det är ingen föreskrift och ger varken rättigheter eller skyldigheter."
            ),
        ],
        facts=facts(
            [
                {"label": _("Adress"), "value": whole(address), "url": address},
                {
                    "label": _("Händelseloggens kontrollsumma då (SHA-256)"),
                    "value": " ".join(groups(checksum_at(last.number) or "")),
                },
            ]
        ),
    )


def recorded(register) -> set[str]:
    """What is told as it was recorded, Swedish in every language: names, sources, what was noted about texts."""
    citations = [one for entry in register.citations.values() for one in entry]
    texts = [text for tree in register.texts.values() for text in flat(tree)]
    places = register.municipalities
    return {
        *(one.title for one in register.placements.values()),
        *(one.source.title for one in citations),
        *(f"”{one.words}”" for one in citations),
        *(one.note for one in citations),
        *(text.note for text in texts),
        *(word for one in places for word in (one.name, one.full_name, one.office, one.paper)),
    } - {"", "””"}


def record(register, moment: Moment, said: dict) -> bytes:
    """The file. `said`: the address of its page, title, kicker, sentences, sections; `swedish`: the title is, everywhere.

    `count`, if any: as count() makes it; `compared`: its words have signs for what was added and removed.
    """
    day = localtime(register.entries[-1].recorded).date()
    return typeset(
        TEMPLATE,
        {
            **NONE_OF_THESE,
            **said,
            "marks": marks(),
            "language": get_language(),
            "date": dated(day),  # of the state, so that the same state has the same bytes
            "author": "Södertörns utvecklingsprogram",
            "demo": _("Demonstration. Uppgifterna är påhittade.") if settings.DEMO else "",
            "sections": [*said["sections"], about(register, moment, said["address"])],
            "recorded": [] if get_language() == "sv" else sorted(recorded(register)),
        },
    )
