"""What the page that compares two programmes shows, as plain values."""

from collections import Counter

from django.utils.translation import gettext as _

from adoption.pages import Url
from programme.chooser_page import chooser
from programme.comparison import Comparison
from programme.comparison_rows import EARLIER, LATER, Frame, marked, row_values
from programme.comparison_sentences import areas_sentences, goals_sentences
from programme.line import Line
from programme.matching import Row, State, points_comparable
from programme.models import Placement
from programme.models.structure import PartKind
from programme.texts_page import kind_label, missing_words
from sodertorn.word_diff import SAME
from sodertorn.words import listed


def comparison_page(line: Line, earlier: str, later: str, url: Url, *, one_column: bool) -> dict:
    comparison = Comparison(line, earlier, later)
    frame = Frame(comparison, one_column, url)
    names = [placement.short_name for placement in comparison.placements]
    said = goals_sentences(
        comparison.goals, sum(map(comparison.moved, comparison.goals)), unlike_points(comparison.goals)
    )
    shared = shared_reasons(frame)
    other = "programme:comparison" if one_column else "programme:comparison_in_one"
    return {
        "title": _("Från %(earlier)s till %(later)s") % {"earlier": names[0], "later": names[1]},
        "kicker": _("Jämförelse i en spalt") if one_column else _("Jämförelse"),
        "lede": said[0] if said else _("Registret har inga mål för något av programmen."),
        "more": [*said[1:], *areas_sentences(comparison.areas)],
        "one_column": one_column,
        "other_columns_url": url(other, earlier, later),
        "chooser": chooser(line, earlier, later, url),
        "columns": [column(placement, url) for placement in comparison.placements],
        "reasons": shared,
        "texts": [text_row(row, frame) for row in [*comparison.singles, *comparison.sections]],
        "areas": areas(frame, shared),
        "annexes": any(text.kind == PartKind.ANNEX for side in comparison.texts for text in side),
        "notes": [placement for placement in comparison.placements if placement.note],
    }


def column(placement: Placement, url: Url) -> dict:
    return {"title": placement.title, "url": url("programme:revision", placement.revision.slug)}


def unlike_points(rows: list[Row]) -> bool:
    """Whether there are points that can't be compared."""
    return any(row.one_to_one and not points_comparable(*row.earlier, *row.later) for row in rows)


def shared_reasons(frame: Frame) -> list[str]:
    """The reasons that several rows have: told once for all."""
    rows = [*frame.comparison.goals, *frame.comparison.areas]
    count = Counter(why for row in rows for why in frame.reasons(row))
    return [why for why, times in count.items() if times > 1]


def text_row(row: Row, frame: Frame) -> dict:
    """The vision, the overall goal, the purpose or a section."""
    text = (row.later or row.earlier)[0]
    return {
        "heading": text.words.heading or kind_label(text),
        "official": bool(text.words.heading),
        "reasons": [],
        **row_values(row, frame),
    }


def areas(frame: Frame, shared: list[str]) -> list[dict]:
    """The focus areas with the goals' rows; one of the earlier of which there is nothing to say is left out."""
    return [
        {
            **area_words(section.areas),
            "reasons": [why for why in frame.reasons(section.areas) if why not in shared],
            "rows": [goal_row(row, frame, shared) for row in section.goals],
        }
        for section in frame.comparison.by_area
        if section.goals or section.areas.later or section.areas.state != State.NOT_JUDGED
    ]


def area_words(row: Row) -> dict:
    """A focus area as a heading, with what became of it."""
    shown, side = (row.later, LATER) if row.later else (row.earlier, EARLIER)
    before = listed([f"”{text.words.text or text.part.key}”" for text in row.earlier])
    said = {
        State.CHANGED: _("Fokusområdet hade tidigare namnet %s.") % before,
        State.NEW: _("Nytt fokusområde."),
        State.ENDED: _("Fokusområdet har utgått."),
        State.MERGED: _("Sammanfört av fokusområdena %s.") % before,
        State.SPLIT: _("Delat ur fokusområdet %s.") % before,
        State.REGROUPED: _("Fördelat om från fokusområdena %s.") % before,
        State.UNCHANGED: _("Oförändrat fokusområde."),
        State.NOT_JUDGED: "" if row.later else _("Fokusområde i det tidigare programmet."),
        State.NOT_ENTERED: _("Namnet är inte infört i båda programmen."),
    }
    return {
        "names": [
            [(SAME, missing_words(text))] if text.missing else marked(text, row, side) for text in shown
        ],
        "said": said[row.state],
    }


def goal_row(row: Row, frame: Frame, shared: list[str]) -> dict:
    shown = [str(frame.numbers[text.part.pk][1]) for text in row.later or row.earlier]
    return {
        "heading": _("Mål %s") % listed(shown),
        "moved": frame.comparison.moved(row),
        "reasons": [why for why in frame.reasons(row) if why not in shared],
        **row_values(row, frame),
    }
