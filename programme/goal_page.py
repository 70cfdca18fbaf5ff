"""What the page of one goal shows: its words and points, where it stands, and what it came of and became."""

from django.utils.translation import gettext as _

from adoption.cited import sources
from adoption.pages import Url, fact
from programme.comparison import by_lineage, public_side
from programme.family import Family
from programme.goal_numbers import goal_numbers
from programme.line import Line
from programme.matching import Pieces, State, one_side, state_of
from programme.texts import ProgrammeText, flat, goals
from programme.texts_page import anchor, goal, missing_words
from sodertorn.word_diff import ADDED, SAME, word_diff
from sodertorn.words import listed


def goal_page(line: Line, slug: str, number: int, url: Url) -> dict | None:
    """The goal that has the number in its address; None when there is none."""
    register = line.register
    found, numbers = goals(register.texts[slug]), goal_numbers(register, slug)
    text = next((goal for goal in found if numbers[goal.part.pk] == number), None)
    if text is None:
        return None
    placement, order = register.placements[slug], found.index(text) + 1
    area = register.text_by_part[text.part.parent_id]
    recorded = [each.record.entry.fact for each in (text, *flat(text.children)) if each.record]
    place = {"number": order, "goals": len(found), "programme": placement.short_name}
    beside = [found[n].part.pk if 0 <= n < len(found) else None for n in (order - 2, order)]
    before, after = (url("programme:goal", slug, numbers[key]) if key else "" for key in beside)
    rows = kin(line, text, url)
    return {
        "title": text.words.text or _("Mål %d") % order,
        "official": not text.missing,
        "kicker": _("Mål %(number)d av %(goals)d i %(programme)s") % place,
        "goal": goal(line, text, order, (), url) | {"missing_shown": text.missing},
        "facts": [
            fact(
                _("Program"),
                placement.title,
                url=f"{url('programme:revision', slug)}#{anchor(text)}",
                swedish=True,
            ),
            fact(_("Fokusområde"), area.words.text or missing_words(area), swedish=not area.missing),
        ],
        "kin": rows,
        "reasons": list(dict.fromkeys(why for row in rows for why in row["reasons"])),
        "sources": sources(register, recorded),
        "numbered": numbered(number, order),
        "before_url": before,
        "after_url": after,
    }


def numbered(number: int, order: int) -> str:
    """Why the address has another number than the goal's place in the programme."""
    if number == order:
        return ""
    return _(
        "Numret i sidans adress, %(number)d, är målets för gott: mål får nummer i den ordning som de förs in i"
        " registret. I programmets egen ordning är det mål %(order)d."
    ) % {"number": number, "order": order}


def kin(line: Line, text: ProgrammeText, url: Url) -> list[dict]:
    """The goal among all that it came of and that came of it, the first first."""
    family, register = Family(line), line.register
    keys = [*family.ancestors(text.part.pk), text.part.pk, *family.descendants(text.part.pk)]
    texts = [register.text_by_part[key] for key in keys if key in register.text_by_part]
    found = [relative(family, each, url) | {"this": each is text} for each in texts]
    return sorted(found, key=lambda one: one["order"])


def relative(family: Family, text: ProgrammeText, url: Url) -> dict:
    """One goal of a line of kin, its words marked against those that it goes back to."""
    register, slug = family.register, family.placed[text.part.revision_id].revision.slug
    said = family.ancestry[text.part.pk]
    before = [
        register.text_by_part[one.earlier_id] for one in said if one.earlier_id in register.text_by_part
    ]
    order = goals(register.texts[slug]).index(text) + 1
    area = register.text_by_part[text.part.parent_id]
    return {
        "order": (family.order[slug], order),
        "programme": register.placements[slug].title,
        "place": {
            "number": _("Mål %d") % order,
            "area": area.words.text,
            "url": url("programme:goal", slug, goal_numbers(register, slug)[text.part.pk]),
        },
        "became": became(said, before, text, beside(family, text, before)),
        "pieces": pieces(before, text),
        "missing": missing_words(text) if text.missing else "",
        "note": text.note if text.missing else "",
        "reasons": list(dict.fromkeys(one.why for one in said if one.why)),
        "errata": family.errata.beside(text),
        "ended": ended(family, text, slug),
    }


def beside(family: Family, text: ProgrammeText, before: list[ProgrammeText]) -> list[ProgrammeText]:
    """The other goals of its programme that one of those before it became."""
    later = {one.later_id for each in before for one in family.descent[each.part.pk]} - {text.part.pk}
    found = [family.register.text_by_part[key] for key in later if key in family.register.text_by_part]
    return [other for other in found if other.part.revision_id == text.part.revision_id]


def became(said: list, before: list[ProgrammeText], text: ProgrammeText, beside: list[ProgrammeText]) -> str:
    """What the goal is to those before it, in our judgement: by the same states as the comparison."""
    if not said:
        return _("Det är inte bedömt om målet går tillbaka på något tidigare.")
    if all(one.earlier_id is None for one in said):
        return _("Nytt mål enligt vår bedömning.")
    if text.missing or not before or any(each.missing for each in before):
        return _("Går enligt vår bedömning tillbaka på målet före. Lydelserna kan inte jämföras.")
    same_text = before[0].words.text == text.words.text
    return {
        State.MERGED: _("Sammanfört, enligt vår bedömning, av målen före."),
        State.SPLIT: _("Delat, enligt vår bedömning, i flera mål."),
        State.REGROUPED: _("Omfördelat, enligt vår bedömning, av målen före i flera mål."),
        State.UNCHANGED: _("Oförändrad lydelse."),
        State.CHANGED: _("Målets ord är desamma, dess punkter inte.") if same_text else _("Ny lydelse."),
        State.NOT_ENTERED: _("Lydelserna kan inte jämföras."),
    }[state_of(tuple(before), (text, *beside), judged=True)]


def pieces(before: list[ProgrammeText], text: ProgrammeText) -> Pieces:
    """The words with what is new in them; of one that goes back to one other, with what is gone too."""
    known = [word_diff(each.words.text, text.words.text) for each in before if not each.missing]
    if text.missing or not known or len(known) < len(before):
        return [(SAME, text.words.text)]
    return known[0] if len(known) == 1 else one_side(known, ADDED)


def ended(family: Family, text: ProgrammeText, slug: str) -> str:
    """In which programmes that came next it has no descendant, where that is judged for all goals."""
    placements, found = family.register.placements, []
    for placement in placements.values():
        if not family.came_next(slug, placement):
            continue
        both = (public_side(family.register, one) for one in (slug, placement.revision.slug))
        rows = by_lineage(family, *both).goals
        if any(text in row.earlier and not row.later and row.judged for row in rows):
            found.append(placement.short_name)
    return _("Utgått enligt vår bedömning i %s.") % listed(found) if found else ""
