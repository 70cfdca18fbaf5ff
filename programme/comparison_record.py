"""Two programmes compared, as a record to keep: each text in one column, marked so that a reader of plain text sees it too."""

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.comparison_page import comparison_page
from programme.line import Line
from programme.matching import Pieces
from programme.record import slips
from sodertorn.record import section
from sodertorn.word_diff import ADDED, REMOVED

SIGNS = {ADDED: "[+%s]", REMOVED: "[−%s]"}


def comparison_record(line: Line, earlier: str, later: str, url: Url) -> dict:
    """What the page of a comparison says."""
    page = comparison_page(line, earlier, later, url, one_column=True)
    return {
        "address": url("programme:comparison", earlier, later),
        "title": page["title"],
        "swedish": False,
        "kicker": _("Jämförelse"),
        "compared": True,
        "sentences": [
            page["lede"],
            *page["more"],
            _("Tillagda ord står som [+ord] och borttagna som [−ord]."),
        ],
        "sections": [
            *([section(_("Texter"), texts=rows(page["texts"]))] if page["texts"] else []),
            *(area(one) for one in page["areas"]),
            *([section(_("Skäl"), sentences=page["reasons"])] if page["reasons"] else []),
        ],
    }


def area(one: dict) -> dict:
    names = " / ".join(marked(name) for name in one["names"])
    network = [_("Nätverk: %s") % marked(one["network"])] if one["network"] else []
    said = [one["said"], *network, *why(one), *slips(one)]
    return section(names, sentences=[words for words in said if words], texts=rows(one["rows"]))


def rows(found: list[dict]) -> list[dict]:
    """Each row as its heading with what became of it, and then its wordings."""
    return [item for row in found for item in row_items(row)]


def row_items(row: dict) -> list[dict]:
    moved = [_("Flyttat till ett annat fokusområde")] if row.get("moved") else []
    absent = [cell["absent"] for cell in row["cells"] if cell["absent"]]
    head = {
        "label": f"{row['heading']}: {row['label']}",
        "above": "",
        "text": "",
        "points": [],
        "heads": True,
    }
    wordings = [
        wording(cell["label"], text) for cell in row["cells"] if not cell["absent"] for text in cell["texts"]
    ]
    return [head | {"notes": [*moved, *absent, *why(row)]}, *wordings]


def why(one: dict) -> list[str]:
    return [_("Skäl: %s") % " ".join(one["reasons"])] if one["reasons"] else []


def wording(label: str, text: dict) -> dict:
    places = [place for place in (text["before"], text["place"]) if place]
    where = " → ".join(", ".join(filter(None, [place["number"], place["area"]])) for place in places)
    above = ": ".join(filter(None, [label, where]))
    heading = [marked(text["heading"])] if text["heading"] else []
    missing = [text["missing"], text["missing_note"]] if text["missing"] else []
    points = [" ".join(filter(None, [marked(point["pieces"]), point["said"]])) for point in text["points"]]
    return {
        "label": "",
        "above": above,
        "text": "" if missing else "\n\n".join([*heading, marked(text["pieces"])]),
        "points": points,
        "heads": False,
        "notes": [one for one in (*missing, *text["notes"], text["points_note"], *slips(text)) if one],
    }


def marked(pieces: Pieces) -> str:
    """The words, those that were added or removed in brackets with a sign."""
    return "".join(SIGNS[kind] % words if kind in SIGNS else words for kind, words in pieces).replace(
        "][", "] ["
    )
