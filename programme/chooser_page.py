"""Which two programmes to compare: the form, and the pages that ask."""

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.family import Family
from programme.line import Line


def chooser(line: Line, earlier: str, later: str, url: Url) -> dict:
    """The form, with two programmes chosen."""
    placements = line.register.placements
    slugs = Family(line).in_order(*(slug for slug in placements if line.register.shows(slug, line.day)))
    sides = (("fran", _("Från"), earlier), ("till", _("Till"), later))
    return {
        "action": url("programme:compare").partition("?")[0],  # the form itself carries the day and knowledge
        "sides": [
            {
                "name": name,
                "label": label,
                "programmes": [
                    {"slug": slug, "title": placements[slug].title, "chosen": slug == chosen}
                    for slug in slugs
                ],
            }
            for name, label, chosen in sides
        ],
    }


def newest_two(line: Line) -> list[str]:
    """The last programme shown, and the one before it."""
    shown = [slug for slug in line.register.placements if line.register.shows(slug, line.day)]
    return Family(line).in_order(*shown)[-2:]


def chooser_page(line: Line, asked: list[str], url: Url) -> dict:
    """The page that asks which; `asked` is what was chosen, if anything, and is no two programmes."""
    newest = newest_two(line)
    page = {"title": _("Jämför två program"), "lede": _("Vilka två program ska jämföras?")}
    if len(newest) < 2:
        return page | {"lede": _("Registret visar färre än två program den dag som sidan gäller.")}
    chosen = [
        slug if slug in line.register.placements else other for slug, other in zip(asked, newest, strict=True)
    ]
    wrong = _("Välj två program i listorna.") if any(asked) else ""
    return page | {"wrong": wrong, "chooser": chooser(line, *chosen, url)}


def same_page(line: Line, slug: str, url: Url) -> dict:
    """What is said of a programme that is compared with itself."""
    words = _("Det är samma program på båda sidor: %s. Välj två olika.")
    return {
        "title": _("Jämför två program"),
        "lede": words % line.register.placements[slug].title,
        "chooser": chooser(line, slug, slug, url),
    }
