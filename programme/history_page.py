"""Where a programme is in its life on a day, and when it applied, in words."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from adoption.answers import Kind
from programme.line import UNKNOWN, Line
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


def adjusted_sentences(line: Line, slug: str) -> list[str]:
    spans = line.adjusted_spans(slug)
    if not spans:
        return [_("Justerad lydelse. Den har inte använts den dag som sidan gäller, eller före den.")]
    known = next((span for span in spans if span.kind != UNKNOWN), None)
    if known is None:
        return [_("Justerad lydelse. Det är inte känt här om den har använts.")]
    words = _(
        "Justerad lydelse, använd av samarbetskommittén sedan %s. Något beslut av kommunstyrelserna är inte känt."
    )
    return [words % between(spans[0].first, known.first)]
