"""The term clock: which term of office the programme belongs to, when the next is due, what applies until then.

The terms are data (`TermOfOffice`). A term lasts from the day on which its council takes office, or where
that isn't known from its election, until the next one begins. That the programme is renewed at the
beginning of each term is from the source paper (domain.md, The programme).
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from adoption.answers import Kind
from adoption.pages import Url, fact
from programme.models import TermOfOffice
from programme.timeline import Scale, Timeline
from sodertorn.words import sentence_case, the_day

ROOM = 28
"""The per cent that a term's name needs on a telephone."""


def begins(term: TermOfOffice) -> date:
    return term.council_from or term.election


@dataclass(frozen=True)
class Terms:
    """The known terms in their order, seen from a day."""

    known: list[TermOfOffice]
    day: date

    @property
    def now(self) -> TermOfOffice | None:
        return next((term for term in reversed(self.known) if begins(term) <= self.day), None)

    @property
    def following(self) -> TermOfOffice | None:
        return next((term for term in self.known if begins(term) > self.day), None)


def term_clock(register, day: date, url: Url) -> dict | None:
    """What the page of a day shows; nothing where no programme applies, or no term is known."""
    answer, terms = register.answer(day), Terms(list(TermOfOffice.objects.order_by("election")), day)
    if answer.kind != Kind.APPLIES or terms.now is None:
        return None
    placement = register.placements[answer.programme]
    return {
        "sentence": sentence(register, answer, placement, terms),
        "facts": facts(placement, terms),
        "line": figure(register, answer, placement, terms, url),
    }


def sentence(register, answer, placement, terms: Terms) -> str:
    """The clock in words that can be read aloud."""
    programme = placement.short_name
    said = {"programme": sentence_case(programme), "it": programme, "now": terms.now.label}
    if placement.term is None:
        return _("Vilken mandatperiod %(it)s hör till är inte känt här; nu är mandatperioden %(now)s.") % said
    said |= {"term": placement.term.label}
    if begins(placement.term) < begins(terms.now):
        required = [register.placements[one.programme] for one in answer.required]
        sent = next((one for one in required if begins_in(one, terms.now)), None)
        if sent is None:
            words = _(
                "%(programme)s hör till mandatperioden %(term)s. Nu pågår mandatperioden %(now)s, och för den är inget program sänt. Tills ett nytt börjar gälla räknas %(it)s som gällande, enligt registrets regel."
            )
            return words % said
        words = _(
            "%(programme)s hör till mandatperioden %(term)s. Nu pågår mandatperioden %(now)s, och %(sent)s är sänt för antagande. Tills det börjar gälla räknas %(it)s som gällande, enligt registrets regel."
        )
        return words % (said | {"sent": sent.short_name})
    if terms.following is None:
        return _("%(programme)s hör till mandatperioden %(term)s.") % said
    words = _(
        "%(programme)s hör till mandatperioden %(term)s och räknas som gällande till dess ett nytt börjar gälla. Det nya ska tas fram efter valet %(election)s."
    )
    return words % (said | {"election": the_day(terms.following.election)})


def begins_in(placement, term: TermOfOffice) -> bool:
    return placement.term is not None and placement.term.pk == term.pk


def facts(placement, terms: Terms) -> list[dict]:
    """All that the picture shows of the terms, in words."""
    belongs = placement.term.label if placement.term else ""
    due = due_words(placement, terms)
    return [
        fact(_("Programmet hör till"), belongs or _("inte känt här"), unknown=not belongs),
        fact(_("Mandatperioden nu"), terms.now.label, note=term_words(terms.now)),
        *(
            [fact(_("Nästa mandatperiod"), terms.following.label, note=term_words(terms.following))]
            if terms.following
            else []
        ),
        fact(
            _("Nytt program"),
            due,
            note=_("Programmet uppdateras i början av varje mandatperiod och revideras vart fjärde år."),
        ),
    ]


def due_words(placement, terms: Terms) -> str:
    """When the next programme is due."""
    if placement.term and begins(placement.term) < begins(terms.now):
        return sentence_case(_("nu, för mandatperioden %s") % terms.now.label)
    if terms.following:
        return sentence_case(_("efter valet %s") % the_day(terms.following.election))
    return _("inte känt här")


def term_words(term: TermOfOffice) -> str:
    words = _("Val %s.") % the_day(term.election)
    return words + (" " + _("Fullmäktige från %s.") % the_day(term.council_from) if term.council_from else "")


def figure(register, answer, placement, terms: Terms, url: Url) -> dict:
    """The terms, and under them what applies and what is on its way; drawn as the programmes through time are."""
    first = min(filter(None, [placement.term, terms.now]), key=begins)
    end = begins(terms.following or terms.now).year + 2
    timeline = Timeline(register, answer.day, url)
    timeline.until = date(end, 1, 1)
    scale = Scale(begins(first).year, end)
    slugs = [answer.programme, *(one.programme for one in answer.required)]
    bars = [timeline.bar(slug, timeline.spans(slug), scale) | {"adoptions": []} for slug in slugs]
    return timeline.framed(bars, scale, begins(first).year, end) | {
        "label": _("Mandatperioderna och programmen"),
        "terms": [
            drawn(term, terms, scale)
            for term in terms.known
            if begins(first) <= begins(term) < timeline.until
        ],
    }


def drawn(term: TermOfOffice, terms: Terms, scale: Scale) -> dict:
    later = [begins(other) for other in terms.known if begins(other) > begins(term)]
    x, until = scale.share(begins(term)), scale.share(min(later, default=date.max))
    return {
        "x": f"{x:.2f}%",
        "width": f"{until - x:.2f}%",
        "label": term.label,
        "now": term == terms.now,
        "short": until - x < ROOM,
    }
