"""What the page that compares two programmes shows, as plain values."""

from collections import Counter
from collections.abc import Callable

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.chooser_page import chooser
from programme.comparison import EARLIER, LATER, Comparison, programmes
from programme.comparison_rows import Frame, marked, row_values
from programme.comparison_sentences import sentences
from programme.goal_numbers import goal_numbers
from programme.line import Line
from programme.matching import Row, State, networks
from programme.models import Placement
from programme.models.structure import PartKind
from programme.texts import ProgrammeText
from programme.texts_page import kind_label, missing_words
from sodertorn.word_diff import SAME, word_diff
from sodertorn.words import listed


def comparison_page(line: Line, earlier: str, later: str, url: Url, *, one_column: bool) -> dict:
    comparison = programmes(line, earlier, later)
    placements = [line.register.placements[slug] for slug in (earlier, later)]
    names = {"earlier": placements[0].short_name, "later": placements[1].short_name}
    said = sentences(comparison)
    other = "programme:comparison" if one_column else "programme:comparison_in_one"
    return {
        "title": _("Från %(earlier)s till %(later)s") % names,
        "kicker": _("Jämförelse i en spalt") if one_column else _("Jämförelse"),
        "lede": said[0] if said else _("Registret har inga mål för något av programmen."),
        "more": said[1:],
        "one_column": one_column,
        "record_url": url("programme:comparison_record", earlier, later),
        "other_columns_url": url(other, earlier, later),
        "chooser": chooser(line, earlier, later, url),
        "columns": [column(placement, url) for placement in placements],
        **body(
            Frame(
                comparison,
                one_column,
                addresses(line.register, comparison, url),
                errata=line.errata.beside,
            )
        ),
        "annexes": any(side.of_kind(PartKind.ANNEX) for side in comparison.sides),
        "notes": [placement for placement in placements if placement.note],
    }


def addresses(register, comparison: Comparison, url: Url) -> Callable[[int, ProgrammeText], str]:
    """Where the page of each goal is, of two programmes in the register."""
    slugs = [side.slug for side in comparison.sides]
    numbers = [goal_numbers(register, slug) for slug in slugs]
    return lambda side, goal: url("programme:goal", slugs[side], numbers[side][goal.part.pk])


def column(placement: Placement, url: Url) -> dict:
    return {"title": placement.title, "url": url("programme:revision", placement.revision.slug)}


def body(frame: Frame) -> dict:
    """The texts and the areas with the goals' rows, and the reasons that several rows have: told once for all."""
    comparison = frame.comparison
    count = Counter(why for row in (*comparison.goals, *comparison.areas) for why in comparison.why(row))
    shared = [why for why, times in count.items() if times > 1]
    groups = [comparison.singles, comparison.sections]
    if frame.changes_only:
        groups.append(comparison.by_heading(PartKind.ANNEX))
    return {
        "texts": [text_row(row, frame) | other for rows in groups for row, other in shown(rows, frame)],
        "by_heading": comparison.judged is not None and bool(comparison.sections),
        "areas": areas(frame, shared),
        "reasons": shared,
    }


def shown(rows: list[Row], frame: Frame) -> list[tuple[Row, dict]]:
    """The rows that a page shows, all or where something is otherwise; each with whether its place in the order is."""
    comparison = frame.comparison
    if not frame.changes_only:
        return [(row, {}) for row in rows]
    elsewhere, found = comparison.reordered(rows), []
    for row in rows:
        reordered = row.one_to_one and row.later[0].part.key in elsewhere
        if reordered or row.state != State.UNCHANGED or comparison.moved(row) or networks(row):
            found.append((row, {"reordered": reordered}))
    return found


def text_row(row: Row, frame: Frame) -> dict:
    """The vision, the overall goal, the purpose, a section or an annex."""
    text = (row.later or row.earlier)[0]
    return {
        "heading": text.words.heading or kind_label(text),
        "official": bool(text.words.heading),
        "reasons": [],
        **row_values(row, frame),
    }


def areas(frame: Frame, shared: list[str]) -> list[dict]:
    """The focus areas with the goals' rows; one of the earlier of which there is nothing to say is left out."""
    comparison, found = frame.comparison, []
    none_judged = all(row.state == State.NOT_JUDGED for row in comparison.areas)  # said on top, once
    otherwise = {id(row): other for row, other in shown(comparison.areas, frame)}
    for section in comparison.by_area:
        area, goals = section.areas, shown(section.goals, frame)
        if goals or id(area) in otherwise and (area.later or not none_judged):
            found.append(
                {
                    **area_words(area, none_judged),
                    "reasons": [why for why in comparison.why(area) if why not in shared],
                    "errata": frame.errata(*area.earlier, *area.later),
                    "rows": [goal_row(row, frame, shared) | other for row, other in goals],
                    **otherwise.get(id(area), {}),
                    "differs": id(area) in otherwise,
                }
            )
    return found


def area_words(row: Row, none_judged: bool) -> dict:
    """A focus area as a heading, with what became of it."""
    shown, side = (row.later, LATER) if row.later else (row.earlier, EARLIER)
    before = listed([f"”{text.words.text or text.part.key}”" for text in row.earlier])
    not_judged = (
        _("Fokusområde i det senare programmet.")
        if row.later
        else _("Fokusområde i det tidigare programmet.")
    )
    if not none_judged:
        not_judged = " ".join(filter(None, [not_judged, _("Släktskapet är inte bedömt.")]))
    said = {
        State.CHANGED: _("Fokusområdet hade tidigare namnet %s.") % before,
        State.NEW: _("Nytt fokusområde."),
        State.ENDED: _("Fokusområdet har utgått."),
        State.MERGED: _("Sammanfört av fokusområdena %s.") % before,
        State.SPLIT: _("Delat ur fokusområdet %s.") % before,
        State.REGROUPED: _("Fördelat om från fokusområdena %s.") % before,
        State.UNCHANGED: _("Oförändrat fokusområde."),
        State.NOT_JUDGED: not_judged,
        State.NOT_ENTERED: _("Namnet är inte infört i båda programmen."),
    }
    return {
        "names": [
            [(SAME, missing_words(text))] if text.missing else marked(text, row, side) for text in shown
        ],
        "said": said[row.state],
        "network": (pair := networks(row)) and word_diff(*pair),
    }


def goal_row(row: Row, frame: Frame, shared: list[str]) -> dict:
    side = LATER if row.later else EARLIER
    numbers = [str(frame.numbers[side][text.part.key]) for text in row.later or row.earlier]
    return {
        "heading": (_("Mål %s") if row.later else _("Tidigare mål %s")) % listed(numbers),
        "moved": frame.comparison.moved(row),
        "reasons": [why for why in frame.comparison.why(row) if why not in shared],
        **row_values(row, frame),
    }
