"""A programme as the register has it, as a record to keep: its words, what is missing, and how it is known."""

from datetime import date

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.revision_page import revision_page
from sodertorn.record import count, facts, section, sources


def programme_record(register, slug: str, day: date, url: Url) -> dict:
    """What the page of a programme says. What was adopted is the document that was sent, or the source's."""
    page = revision_page(register, slug, day, url)
    return {
        "address": url("programme:revision", slug),
        "title": page["title"],
        "swedish": True,
        "kicker": page["kicker"],
        "sentences": [page["lede"], *page["more"]],
        "count": count(page["strokes"], page["strokes_label"]),
        "sections": [
            section(_("Programmets text"), texts=[text(one) for one in page["texts"]]),
            *(section(f"{area['label']}: {area['name']}", texts=goals(area)) for area in page["areas"]),
            *(
                [section(_("Bilagor"), texts=[text(one) for one in page["annexes"]])]
                if page["annexes"]
                else []
            ),
            section(_("Uppgifter om programmet"), facts=facts([*page["facts"], *checksum(page["proof"])])),
            section(_("Källor"), sources=sources(page["sources"])),
        ],
    }


def checksum(proof: dict) -> list[dict]:
    groups = " ".join(proof.get("groups", ()))
    return [
        {
            "label": _("Kontrollsumma (SHA-256)"),
            "value": groups or proof["sentence"],
            "note": proof["sentence"] if groups else "",
        }
    ]


def text(one: dict) -> dict:
    """One text, or what is missing of it and where it stands."""
    return words(one["label"], one, [], [one["note"]])


def goals(area: dict) -> list[dict]:
    network = [_("Nätverk: %s") % area["network"]] if area["network"] else []
    notes = [*network, *filter(None, [area["note"], area["checked"]]), *slips(area)]
    about = (
        [{"label": "", "above": "", "text": "", "points": [], "notes": notes, "heads": True}] if notes else []
    )
    return [
        *about,
        *(
            words(goal["label"], goal, goal["points"], [goal["note"], goal["points_note"]])
            for goal in area["goals"]
        ),
    ]


def words(label: str, one: dict, points: list[str], notes: list[str]) -> dict:
    missing = [] if one["text"] else [one["missing"], one["missing_note"]]
    translation = one["translation"] and _("Inofficiell översättning: %(translation)s") % {
        "translation": one["translation"]
    }
    said = [*missing, *notes, translation, one["checked"], *slips(one)]
    return {
        "label": label,
        "above": "",
        "text": one["text"],
        "points": points,
        "notes": list(dict.fromkeys(filter(None, said))),
        "heads": False,
    }


def slips(one: dict) -> list[str]:
    """The errata beside a text: what stands, what it should read, who decided so (R1b)."""
    said = []
    for slip in one["errata"]:
        words = (
            _("Bestridd rättelse av skrivfel: ”%(stands)s” skulle läsas ”%(reads)s”.")
            if slip["disputed"]
            else _("Rättelse av skrivfel: ”%(stands)s” ska läsas ”%(reads)s”.")
        )
        place = [_("I %s.") % slip["place"]] if slip["place"] else []
        said.append(
            " ".join([words % {"stands": slip["stands"], "reads": slip["reads"]}, *place, *slip["sentences"]])
        )
    return said
