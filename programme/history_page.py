"""What the page of all programmes shows: the line through time, drawn and listed."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from adoption.answers import Kind
from adoption.pages import Url, have_adopted, stroke
from adoption.states import Adoption
from programme.line import AFTER, UNKNOWN, Line, Span
from sodertorn.words import interval, the_day


def days_words(line: Line, slug: str) -> str:
    """When a programme applied, in words, unknown days as intervals."""
    spans = line.spans(slug)
    if not spans:
        return ""
    ongoing = spans[-1].until > line.day
    known = [span for span in spans if span.kind != UNKNOWN]
    if not known:
        if spans[0].first == date.min or ongoing:
            return ""
        return _("kanske någon gång %s") % interval(spans[0].first, spans[-1].until - timedelta(days=1))
    first = between(spans[0].first, known[0].first)
    if known[-1].until > line.day:
        return _("sedan %s") % first
    if ongoing:
        return _("från %s; det är inte känt om det gällde ännu") % first
    last = between(known[-1].until, max(known[-1].until, spans[-1].until))
    return _("från %(first)s till %(last)s") % {"first": first, "last": last}


def between(first: date, last: date) -> str:
    """A day, or the days between which it lies."""
    if first == last:
        return the_day(first)
    if first == date.min:
        return _("en okänd dag, före %s") % the_day(last)
    return _("någon dag %s") % interval(first, last)


def when_words(register, slug: str, line: Line) -> str:
    """Where a programme is in its life on the day."""
    placement, answer = register.placements[slug], register.answer(line.day)
    if slug in register.withdrawals:
        return _("Återkallat")
    if answer.programme == slug:
        return _("Gäller") if answer.kind == Kind.APPLIES else _("Inte avgjort")
    if answer.kind == Kind.NOT_KNOWN and slug in {state.programme for state in answer.between}:
        known = any(span.kind != UNKNOWN for span in line.spans(slug))
        return _("Gällde") if known else _("Inte känt om det gällde")
    if line.spans(slug):
        return _("Gällde")
    if placement.sent_on:
        return _("Under antagande")
    if line.lies_ahead(slug):
        return _("Gällde inte ännu")
    return _("Inte känt när det gällde")


def programme_entry(register, slug: str, line: Line, url: Url) -> dict:
    """One programme in the list, with the adjusted wordings of it."""
    placement, adoption = register.placements[slug], Adoption(register, slug, line.day)
    strokes = [stroke(seat, register, url) for seat in adoption.seats]
    sentences = []
    if placement.replaces:
        words = _("Ersatte %s.") if line.spans(slug) else _("Ska ersätta %s.")
        sentences.append(words % register.placements[placement.replaces.slug].short_name)
    if not strokes:
        sentences.append(_("Vilka som skulle anta programmet, och när de gjorde det, är inte känt här."))
    return {
        "title": placement.title,
        "url": url("programme:revision", slug),
        "when": when_words(register, slug, line),
        "days": days_words(line, slug),
        "sentences": sentences,
        "strokes": strokes,
        "adoption_url": url("adoption:revision", slug),
        "strokes_label": have_adopted(len(adoption.adopted), len(strokes)),
        "adjustments": [
            {
                "title": p.title,
                "url": url("programme:revision", s),
                "sentences": adjusted_sentences(line, s),
            }
            for s, p in register.placements.items()
            if p.adjusts and p.adjusts.slug == slug
        ],
    }


def adjusted_sentences(line: Line, slug: str) -> list[str]:
    spans = line.adjusted_spans(slug)
    if not spans:
        return [_("Justerad lydelse. Den har inte använts den dag som sidan gäller, eller före den.")]
    words = _(
        "Justerad lydelse, använd av samarbetskommittén sedan %s. Något beslut av kommunstyrelserna är inte känt."
    )
    return [words % the_day(spans[0].first)]


def in_line(register) -> list[str]:
    """The programmes with a place in the line, the last first, then those withdrawn."""
    line = [programme.slug for programme in Line(register, date.max).late.line]
    return [
        *reversed(line),
        *(slug for slug in register.withdrawals if slug in register.placements),
    ]


def list_page(register, today: date, url: Url) -> dict:
    line = Line(register, today)
    shown = [slug for slug in in_line(register) if register.shows(slug, today)]
    return {
        "title": _("Programmen genom tiden"),
        "lede": _("Varje program ersätter det före, när alla åtta har antagit det. Alla står kvar här."),
        "line": line_figure(register, line, url),
        "programmes": [programme_entry(register, slug, line, url) for slug in shown],
    }


def drawn_in_line(register, line: Line) -> list[str]:
    """The programmes that the figure draws, the first first, each with its adjusted wordings after it."""
    found = []
    for slug in reversed(in_line(register)):
        if slug not in register.withdrawals and register.shows(slug, line.day):
            adjusted = (s for s, p in register.placements.items() if p.adjusts and p.adjusts.slug == slug)
            found += [slug, *adjusted]
    return [slug for slug in found if not line.lies_ahead(slug)]


def line_figure(register, line: Line, url: Url) -> dict:
    """The line drawn to scale: bars of 0 to 1000 over whole years."""
    bars, spans = [], {}
    for slug in drawn_in_line(register, line):
        adjusted = register.placements[slug].adjusts
        spans[slug] = line.adjusted_spans(slug) if adjusted else line.spans(slug)
    firsts = [span.first.year for each in spans.values() for span in each if span.first != date.min]
    start, end = min(firsts, default=line.day.year), line.day.year + 1
    scale = Scale(start, end)
    for slug, drawn in spans.items():
        placement = register.placements[slug]
        bars.append(
            {
                "title": placement.title,
                "url": url("programme:revision", slug),
                "when": bar_words(register, slug, line, drawn),
                "nested": bool(placement.adjusts),
                "periods": [scale.period(span) for span in drawn],
            }
        )
    return {
        "label": _("Vilka dagar varje program har gällt, från %(first)s till %(last)s.")
        % {"first": start, "last": the_day(line.day)},
        "years": list(range(start, end)),
        "bars": bars,
        "today_x": scale.x(line.day),
    }


def bar_words(register, slug: str, line: Line, spans: list[Span]) -> str:
    if register.placements[slug].adjusts:
        return _("används") if spans and spans[-1].until > line.day else _("användes") if spans else ""
    words = f"{when_words(register, slug, line)} {days_words(line, slug)}".strip()
    if spans and spans[-1].kind == AFTER:
        words += " " + _("(perioden är slut)")
    return words


class Scale:
    """Days as places from 0 to 1000 along whole years."""

    def __init__(self, first_year: int, end_year: int):
        self.start = date(first_year, 1, 1)
        self.days = (date(end_year, 1, 1) - self.start).days

    def x(self, when: date) -> int:
        return round(1000 * min(max((when - self.start).days, 0), self.days) / self.days)

    def period(self, span: Span) -> dict:
        x = self.x(span.first)
        return {"x": x, "width": max(self.x(span.until) - x, 2), "kind": span.kind}
