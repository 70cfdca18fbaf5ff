"""The pictures that are shown where a page is shared, each made of the page's own facts, as of today."""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from adoption.decision_pages import decision_page
from adoption.municipality_pages import municipality_page
from adoption.pages import Url, adoption_page
from adoption.states import Adoption
from programme.revision_page import revision_page
from sodertorn.look import LOOK, marks
from sodertorn.start_page import start_page
from sodertorn.typeset import FONTS

TEMPLATE = LOOK + (Path(__file__).parent / "card.typ").read_bytes()
PIXELS_A_POINT = 2
LONGEST = 180
"""In letters, of a title or sentence."""


def of_start(register, which: str, day: date, url: Url) -> dict | None:
    page = start_page(register, day, url)
    said = page["in_force"]
    return which == "start" and {
        "kicker": page["kicker"],
        "title": page["vision"] or page["title"],
        "official": bool(page["vision"]),
        "sentence": said["title"] if page["vision"] else said["sentences"][0],
        "strokes": page["strokes"],
    }


def of_programme(register, which: str, day: date, url: Url) -> dict | None:
    if not register.shows(which, day):
        return None
    page = revision_page(register, which, day, url)
    return {**parts(page), "sentence": page["lede"], "strokes": page["strokes"]}


def of_adoption(register, which: str, day: date, url: Url) -> dict | None:
    if not register.shows(which, day):
        return None
    page = adoption_page(Adoption(register, which, day), url)
    return {
        **parts(page),
        "kicker": page["programme"]["title"],
        "sentence": page["required"][0],
        "strokes": page["strokes"],
    }


def of_municipality(register, which: str, day: date, url: Url) -> dict | None:
    found = next((one for one in register.municipalities if one.slug == which), None)
    if found is None:
        return None
    page = municipality_page(register, found, day, url)
    return {**parts(page), "sentence": page["lede"], "strokes": []}


def of_decision(register, which: str, day: date, url: Url) -> dict | None:
    number = int(which) if which.isdecimal() and len(which) < 9 else 0
    known = any(row.entry.fact == number for row in register.all_decisions)
    if not known or register.decided_after(number, day):
        return None
    page = decision_page(register, number, day, url)
    return {**parts(page), "sentence": page["label"], "strokes": []}


KINDS: dict[str, Callable] = {
    "sidan": of_start,
    "program": of_programme,
    "antagande": of_adoption,
    "kommun": of_municipality,
    "beslut": of_decision,
}


def parts(page: dict) -> dict:
    return {"kicker": page.get("kicker", ""), "title": page["title"], "official": False}


def picture(said: dict) -> bytes:
    """The picture as PNG; the same facts give the same bytes."""
    told = said | {
        "site": "Södertörns utvecklingsprogram",
        "kicker": _("Demonstration. Uppgifterna är påhittade.") if settings.DEMO else said["kicker"],
        "title": shortened(said["title"]),
        "sentence": shortened(said["sentence"]),
        "strokes": [one["state"] for one in said["strokes"]],
        "marks": marks(),
        "language": get_language(),
    }
    return drawn(json.dumps(told))


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=128)
def drawn(said: str) -> bytes:
    """Kept a while by what it says: whoever shares a page asks for its picture many times."""
    return typst.compile(
        TEMPLATE,
        format="png",
        ppi=72 * PIXELS_A_POINT,
        sys_inputs={"said": said},
        ignore_system_fonts=True,
        font_paths=[FONTS],
    )
