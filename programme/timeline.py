"""The programmes through time: a picture drawn to scale, and the same as a table that holds all of it."""

from datetime import date, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from adoption.in_force import BEGINNING
from adoption.pages import Url, have_adopted, stroke
from adoption.sentences import on_day, state_label
from adoption.states import Adoption, SeatOnDay, SeatState
from programme.history_page import when_words
from programme.line import AFTER, KNOWN, UNKNOWN, UNSETTLED, Line, Span
from programme.timeline_adoptions import adoption_marks
from sodertorn.words import listed, sentence_case, stretch, the_day

ASKED, AHEAD = "asked", "ahead"
"""Sent and not yet adopted by all; and days to come, if nothing more is decided."""


class Timeline:
    """All programmes of the line until a day, and where that day is not past as far as the year after it."""

    def __init__(self, register, day: date, url: Url):
        self.register, self.url = register, url
        self.line = Line(register, day)
        self.tomorrow = day + timedelta(days=1)
        ahead = day >= timezone.localdate()
        self.until = date(day.year + 2, 1, 1) if ahead else self.tomorrow
        self.slugs = self._slugs()

    def _slugs(self) -> list[str]:
        """The programmes, the first first, each with its adjusted wordings after it; withdrawn ones last."""
        register, found = self.register, []
        line = [programme.slug for programme in self.line.late.line]
        for slug in (*line, *register.withdrawals):
            if slug in register.placements and register.shows(slug, self.line.day):
                adjusted = (s for s, p in register.placements.items() if p.adjusts and p.adjusts.slug == slug)
                found += [slug, *adjusted]
        return [slug for slug in found if not self.line.lies_ahead(slug)]

    def adoption(self, slug: str) -> Adoption:
        return Adoption(self.register, slug, self.line.day)

    def spans(self, slug: str) -> list[Span]:
        """All that is drawn of a programme: when its adoption was asked for, and when it applied."""
        placement = self.register.placements[slug]
        if placement.adjusts:
            return self.line.adjusted_spans(slug, self.until)
        spans = self.line.drawn(slug, self.until)
        withdrawal = self.register.withdrawals.get(slug)
        until = spans[0].first if spans else withdrawal.on if withdrawal else self.tomorrow
        if placement.sent_on and placement.sent_on < until:
            spans.insert(0, Span(placement.sent_on, until, ASKED))
        return spans

    # The picture

    def figure(self) -> dict:
        """The line drawn to scale, places in per cent over whole years."""
        drawn = {slug: self.spans(slug) for slug in self.slugs}
        firsts = [span.first.year for spans in drawn.values() for span in spans if span.first != BEGINNING]
        start, end = min(firsts, default=self.line.day.year), (self.until - timedelta(days=1)).year + 1
        scale = Scale(start, end)
        bars = [self.bar(slug, spans, scale) for slug, spans in drawn.items()]
        return self.framed(bars, scale, start, end)

    def framed(self, bars: list[dict], scale: "Scale", start: int, end: int) -> dict:
        """Bars with their years, their key and the day."""
        kinds = {period["kind"] for bar in bars for period in bar["periods"]}
        return {
            "label": _("Programmen genom tiden, från %(first)s till %(last)s")
            % {"first": start, "last": end - 1},
            "years": [{"year": year, "x": scale.x(date(year, 1, 1))} for year in range(start, end)],
            "bars": bars,
            "key": [{"kind": kind, "words": words} for kind, words in key_words().items() if kind in kinds],
            "adoption_kinds": {mark["kind"] for bar in bars for mark in bar["adoptions"]},
            "today_x": scale.x(self.line.day),
            "today": the_day(self.line.day),
        }

    def bar(self, slug: str, spans: list[Span], scale: "Scale") -> dict:
        placement = self.register.placements[slug]
        periods = [self.period(slug, span) for span in spans]
        return {
            "title": placement.title,
            "url": self.url("programme:revision", slug),
            "when": self.when(slug, spans),
            "nested": bool(placement.adjusts),
            "adoptions": adoption_marks(self.register, self.adoption(slug).seats, scale.share),
            "label": "; ".join(f"{period['days']}: {period['label']}" for period in periods),
            "periods": [
                scale.place(part, period)
                for span, period in zip(spans, periods, strict=True)
                for part in self.parted(span)
            ],
        }

    def parted(self, span: Span) -> list[Span]:
        """What applies goes on after the day, if nothing more is decided: drawn as such."""
        if span.kind != KNOWN or span.until <= self.tomorrow:
            return [span]
        parts = [Span(span.first, self.tomorrow, KNOWN), Span(self.tomorrow, span.until, AHEAD)]
        return [part if part.first < part.until else span for part in parts if part.first >= span.first]

    def when(self, slug: str, spans: list[Span]) -> str:
        """Where a programme or an adjusted wording is in its life on the day."""
        if not self.register.placements[slug].adjusts:
            return when_words(self.register, slug, self.line)
        now = [span for span in spans if span.first <= self.line.day]
        if not now:
            return _("Har inte använts")
        return _("Används") if now[-1].until > self.line.day and now[-1].kind != UNKNOWN else _("Användes")

    # The table

    def rows(self) -> list[dict]:
        """The programmes, the last first, each with its adoption and all the days that the picture shows."""
        line = [slug for slug in self.slugs if slug not in self.register.withdrawals]
        withdrawn = [slug for slug in self.slugs if slug not in line]
        return [self.row(slug) for slug in (*backwards(self.register, line), *withdrawn)]

    def _adjusts(self, slug: str):
        return self.register.placements[slug].adjusts

    def row(self, slug: str) -> dict:
        register, placement = self.register, self.register.placements[slug]
        adoption = self.adoption(slug)
        strokes = [stroke(seat, register, self.url) for seat in adoption.seats]
        spans = self.spans(slug)
        return {
            "title": placement.title,
            "url": self.url("programme:revision", slug),
            "nested": bool(placement.adjusts),
            "note": self.replaced(slug),
            "strokes": strokes if len(strokes) > 1 else [],
            "strokes_label": have_adopted(len(adoption.adopted), len(strokes)),
            "adoption_url": self.url("adoption:revision", slug),
            "adopted": adopted_words(register, adoption.seats),
            "when": self.when(slug, spans),
            "periods": [self.period(slug, span) for span in spans],
        }

    def replaced(self, slug: str) -> str:
        """What a programme replaces; that an adjusted wording is decided by no board."""
        placement = self.register.placements[slug]
        if placement.adjusts:
            return _("Justerad lydelse. Något beslut av kommunstyrelserna är inte känt.")
        if not placement.replaces:
            return ""
        words = _("Ersatte %s.") if self.line.spans(slug) else _("Ska ersätta %s.")
        return words % self.register.placements[placement.replaces.slug].short_name

    def period(self, slug: str, span: Span) -> dict:
        """A span in words, with the page of its first day."""
        label = period_label(span, self.line.day, adjusted=bool(self._adjusts(slug)))
        if span.first >= self.tomorrow:
            label = _("%s, om inget mer beslutas") % label
        return {
            "days": self.days(span),
            "label": label,
            "kind": span.kind,
            "url": "" if span.first == BEGINNING else self.url("programme:in_force", span.first),
        }

    def days(self, span: Span) -> str:
        last = span.until - timedelta(days=1)
        ongoing = span.kind == ASKED and span.until == self.tomorrow
        if ongoing or span.until >= self.until:
            return sentence_case(_("från och med %s") % the_day(span.first))
        if span.first == BEGINNING:
            return sentence_case(_("till och med %s") % the_day(last))
        return sentence_case(the_day(last) if span.first == last else stretch(span.first, last))


def backwards(register, slugs: list[str]) -> list[str]:
    """The last programme first, still with its adjusted wordings after it."""
    groups: list[list[str]] = []
    for slug in slugs:
        if register.placements[slug].adjusts and groups:
            groups[-1].append(slug)
        else:
            groups.append([slug])
    return [slug for group in reversed(groups) for slug in group]


class Scale:
    """Days as per cent along whole years."""

    def __init__(self, first_year: int, end_year: int):
        self.start = date(first_year, 1, 1)
        self.days = (date(end_year, 1, 1) - self.start).days

    def share(self, when: date) -> float:
        return 100 * min(max((when - self.start).days, 0), self.days) / self.days

    def x(self, when: date) -> str:
        return f"{self.share(when):.2f}%"

    def place(self, span: Span, period: dict) -> dict:
        """Where a span is drawn; never so short that it looks like a point."""
        x = self.share(span.first)
        width = max(self.share(span.until) - x, 0.7)
        said = f"{period['days']}: {period['label']}"
        return {"x": f"{x:.2f}%", "width": f"{width:.2f}%", "kind": span.kind, "title": said}


def period_label(span: Span, day: date, *, adjusted: bool) -> str:
    """What is told of the days of a span."""
    if span.kind == UNKNOWN:
        return _("inte känt här om den användes") if adjusted else _("inte känt här om det gällde")
    if span.kind in (ASKED, UNSETTLED):
        return _("sänt för antagande") if span.kind == ASKED else _("inte avgjort vad som gäller")
    if span.kind == AFTER:
        return (
            _("används efter periodens slut") if adjusted else _("räknas som gällande efter periodens slut")
        )
    past = span.until <= day
    if adjusted:
        return _("användes") if past else _("används")
    return pgettext("om program", "gällde") if past else pgettext("om program", "gäller")


def key_words() -> dict[str, str]:
    """What each way of drawing means."""
    return {
        KNOWN: _("gällde eller användes"),
        UNKNOWN: _("inte känt här"),
        ASKED: _("sänt för antagande"),
        AHEAD: _("om inget mer beslutas"),
        AFTER: _("efter periodens slut"),
        UNSETTLED: _("inte avgjort"),
    }


def adopted_words(register, seats: list[SeatOnDay]) -> list[dict]:
    """Who adopted a programme on which day; those of whom the same is known together."""
    if not seats:
        return [
            {
                "who": "",
                "day": _("Vilka som skulle anta programmet, och när de gjorde det, är inte känt här."),
            }
        ]
    said = [(day_of_adoption(seat), register.seat_names[seat.seat]) for seat in seats]
    said.sort(key=lambda one: one[0])  # in Swedish order where the day is the same
    return [
        {"day": words[1], "who": sentence_case(listed([name for _day, name in group]))}
        for words, group in ((words, list(group)) for words, group in groupby(said, key=lambda one: one[0]))
    ]


def day_of_adoption(seat: SeatOnDay) -> tuple[date, str]:
    """The day of a seat's decision, to sort by and in words; another state than adopted goes before it."""
    perhaps = seat.decision and seat.state == SeatState.UNKNOWN
    state = "" if perhaps or seat.state == SeatState.ADOPTED else state_label(seat).lower()
    decision = seat.decision
    known = on_day(decision) if decision else ""
    words = " ".join(filter(None, [state, known])) or _("på en dag som inte är känd här")
    return (decision and (decision.latest or decision.earliest)) or date.max, words
