"""What the page of one day shows: what applied on it, because of what, how sure, and when it was otherwise."""

from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.answers import Answer, Kind
from adoption.in_force import BEGINNING
from adoption.pages import Url, decision_row, fact, have_adopted, stroke
from adoption.states import Adoption
from programme.line import Line, Run
from programme.models.structure import PartKind
from programme.term_clock import term_clock
from sodertorn.moments import Moment
from sodertorn.words import number, sentence_case, the_day


def in_force_page(register, moment: Moment, url: Url) -> dict:
    day, answer = moment.day, register.answer(moment.day)
    sentences = AnswerSentences(register, answer, past=day < timezone.localdate())
    first, *more = sentences.sentences()
    line = Line(register, date.max)
    adoption = Adoption(register, answer.programme, day) if answer.programme else None
    address = url("programme:in_force", day)
    return {
        "page_title": asked(moment),
        "title": sentences.title(),
        "lede": first,
        "more": more,
        "strokes": [stroke(seat, register, url) for seat in adoption.seats] if adoption else [],
        "strokes_label": have_adopted(len(adoption.adopted), len(adoption.seats)) if adoption else "",
        "programmes": [words_of(register, slug, url) for slug in named(answer)],
        "decisions": decisions(register, answer, url),
        "decisions_title": _("Besluten som det beror på")
        if answer.kind == Kind.NOT_KNOWN
        else _("Besluten som svaret vilar på"),
        "required": required(sentences),
        "clock": term_clock(register, day, url) if day >= timezone.localdate() else None,
        "days": days(register, line, line.run(day), url),
        "address": settings.SITE_URL + address,
        "address_url": address,
    }


def asked(moment: Moment) -> str:
    """What the page answers, as its title."""
    if not moment.day_chosen:
        return _("Vad som gäller i dag")
    if moment.day >= (moment.known or timezone.localdate()):
        return _("Vad som gäller %s") % the_day(moment.day)
    return _("Vad som gällde %s") % the_day(moment.day)


def named(answer: Answer) -> list[str]:
    """The programmes that the answer names: the one that applies and its adjusted wording, or those in question."""
    slugs = [answer.programme, *(state.programme for state in answer.between)]
    return [slug for slug in (*slugs, answer.adjustment and answer.adjustment.programme) if slug]


def words_of(register, slug: str, url: Url) -> dict:
    """A programme's vision, when it is entered, and the way to all its texts."""
    visions = [text.words.text for text in register.texts[slug] if text.kind == PartKind.VISION]
    return {
        "title": register.placements[slug].title,
        "url": url("programme:revision", slug),
        "vision": next(filter(None, visions), ""),
    }


def decisions(register, answer: Answer, url: Url) -> list[dict]:
    """The decisions that the answer rests on, or that it is not known for; programme by programme."""
    chosen = [*answer.because, *answer.undated, *filter(None, [answer.adjustment])]
    groups = []
    for slug in dict.fromkeys([decision.programme for decision in chosen]):
        adoption = Adoption(register, slug, answer.day)
        seats = {decision.seat for decision in chosen if decision.programme == slug}
        if slug == answer.programme:
            seats.update(answer.unadopted)
        rows = [decision_row(adoption, seat, url) for seat in adoption.seats if seat.seat in seats]
        groups.append({"title": adoption.placement.title, "rows": rows})
    return groups


def required(sentences: AnswerSentences) -> list[str]:
    """What is still required; that nothing is, where nothing is."""
    asked_for = sentences.required()
    if asked_for or sentences.answer.kind == Kind.UNSETTLED:
        return asked_for
    if sentences.answer.kind == Kind.APPLIES:
        return [_("Alla %s har antagit det. Inga beslut återstår.") % number(sentences.seats)]
    return [_("Inget beslut begärs. Det som saknas är uppgifter om beslut som redan är fattade.")]


def days(register, line: Line, run: Run, url: Url) -> list[dict]:
    """The days with the same answer, and the nearest before and after them with another one."""
    rows = [fact(_("Samma svar"), same_answer(run))]
    if run.first != BEGINNING:
        before = run.first - timedelta(days=1)
        words = _("till och med %s") % the_day(before)
        rows.append(other_day(register, line, _("Dessförinnan"), words, before, url))
    if run.until != date.max:
        words = _("från och med %s") % the_day(run.until)
        rows.append(other_day(register, line, _("Därefter"), words, run.until, url))
    return rows


def other_day(register, line: Line, label: str, words: str, day: date, url: Url) -> dict:
    note = answer_words(register, line, day)
    return fact(label, sentence_case(words), url=url("programme:in_force", day), note=note)


def same_answer(run: Run) -> str:
    """The days of a run in words; the last of them is never the last for ever."""
    words = {"first": the_day(run.first)} if run.first != BEGINNING else {}
    if run.until != date.max:
        last = run.until - timedelta(days=1)
        words["last"] = the_day(last)
        if words.keys() == {"first", "last"}:
            if run.first == last:
                return _("bara %s") % words["last"]
            return _("alla dagar från och med %(first)s till och med %(last)s") % words
        return _("alla dagar till och med %s") % words["last"]
    if words:
        return _("alla dagar från och med %s, om inget mer beslutas") % words["first"]
    return _("alla dagar, om inget mer beslutas")


def answer_words(register, line: Line, day: date) -> str:
    """The answer for a day in a few words."""
    told = line.run(day).told
    words = AnswerSentences(register, register.answer(day), past=day < timezone.localdate()).title()
    if told.adjustment:
        words = _("%s, i justerad lydelse") % words
    return _("%s, efter periodens slut") % words if told.over else words
