"""What the start page shows: what the programme is, what applies and how sure, the goals, what comes next."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.answer_sentences import AnswerSentences
from adoption.municipality_pages import latest_slug
from adoption.pages import Url, have_adopted, remains, states_used, stroke
from adoption.states import Adoption, SeatOnDay, SeatState
from programme.models import TermOfOffice
from programme.models.structure import PartKind
from programme.texts import flat
from programme.timeline import Timeline
from sodertorn.words import listed, number, sentence_case, the_day


def start_page(register, day: date, url: Url) -> dict:
    answer = register.answer(day)
    sentences = AnswerSentences(register, answer, past=day < localdate())
    slug = answer.programme or latest_slug(register, day)
    adoption = Adoption(register, slug, day) if slug else None
    strokes = [stroke(seat, register, url) for seat in adoption.seats] if adoption else unknown(register, url)
    vision = text_of_kind(register, answer.programme, PartKind.VISION)
    return {
        "kicker": _("Vision i %s") % adoption.placement.short_name if vision else "",
        "vision": vision,
        "title": sentences.title(),
        "in_force": {
            "title": sentences.title() if vision else _("Vad som gäller"),
            "sentences": sentences.sentences(),
            "strokes_label": have_adopted(len(adoption.adopted), len(strokes)) if adoption else "",
            "strokes_note": strokes_note(adoption.seats) if adoption else [],
            "url": url("adoption:revision", slug) if slug else "",
        },
        "eight": _("De åtta och %s") % adoption.placement.short_name if adoption else _("De åtta"),
        "strokes": strokes,
        "shapes": [one | {"state": "plain"} for one in strokes],
        "map_label": _("Karta över de åtta kommunerna"),
        "goals": goals(register, answer.programme, url),
        "next": what_next(register, sentences, day, url),
        "line": Timeline(register, day, url).figure(),
    }


def strokes_note(seats: list[SeatOnDay]) -> list[str]:
    """What the strokes mean, when they are all alike; else the list below says it for each."""
    used = states_used(seats)
    return [said for said in (used[0]["label"], used[0]["note"].lower()) if said] if len(used) == 1 else []


def unknown(register, url: Url) -> list[dict]:
    """The municipalities when no programme is known for the day."""
    seats = [SeatOnDay(municipality.slug, SeatState.UNKNOWN) for municipality in register.municipalities]
    return [stroke(seat, register, url) for seat in seats]


def text_of_kind(register, slug: str | None, kind: str) -> str:
    texts = register.texts.get(slug, [])
    return next((text.words.text for text in texts if text.kind == kind), "")


def goals(register, slug: str | None, url: Url) -> dict:
    """The focus areas and goals in a sentence or two, or what is not entered yet and how to ask for it."""
    if slug is None:
        said = _("Vilka mål som gällde beror på vilket program som gällde, och det är inte känt för dagen.")
        return {"title": _("Målen"), "sentences": [said], "url": url("programme:list")}
    areas = [text for text in register.texts[slug] if text.kind == PartKind.FOCUS_AREA]
    found = [goal for area in areas for goal in area.children]
    names = listed([_("”%s”") % area.words.text for area in areas])
    words = (
        _("Programmet har %(goals)s långsiktiga mål i fokusområdet %(areas)s.")
        if len(areas) == 1
        else _("Programmet har %(goals)s långsiktiga mål i fokusområdena %(areas)s.")
    )
    sentences = [words % {"goals": number(len(found)), "areas": names}] if areas else []
    overall = text_of_kind(register, slug, PartKind.OVERALL_GOAL)
    missing = [
        text
        for text in flat(register.texts[slug])
        if text.missing and text.kind in (PartKind.OVERALL_GOAL, PartKind.GOAL)
    ]
    if missing:
        sentences.append(not_entered(register, slug, bool(overall)))
    return {
        "title": _("Målen"),
        "overall": overall,
        "texts": [goal.words.text for goal in found if not goal.missing],
        "sentences": sentences,
        "url": url("programme:revision", slug),
    }


def not_entered(register, slug: str, overall: bool) -> str:
    """What is not entered yet, in one sentence, and how to ask for the annex where it stands."""
    what = (
        _("Målens ordalydelse")
        if overall
        else _("Det övergripande målets och de långsiktiga målens ordalydelse")
    )
    for annex in (text for text in register.texts[slug] if text.kind == PartKind.ANNEX and text.record):
        held_by = {c.source.municipality for c in register.sources_of(annex.record.entry.fact)} - {None}
        if held_by:
            words = _(
                "%(what)s är ännu inte införd i registret. Den står i programmets bilaga, en allmän handling som du kan begära ut hos %(municipality)s."
            )
            return words % {"what": what, "municipality": held_by.pop().full_name}
    return _("%s är ännu inte införd i registret.") % what


def what_next(register, sentences: AnswerSentences, day: date, url: Url) -> dict:
    """What happens next: what is still required, else told from the term of office; never from a draft."""
    required = sentences.answer.required
    if not required:
        link = {"url": url("rules"), "link": _("Så avgörs vad som gäller")}
        return {"sentences": term_words(sentences, day)} | link
    slug = required[-1].programme
    said = remains(Adoption(register, slug, day), required)
    return {"sentences": said, "url": url("adoption:revision", slug), "link": _("Följ antagandet")}


def term_words(sentences: AnswerSentences, day: date) -> list[str]:
    """The next revision, told from the term of office that the day lies in."""
    terms = list(TermOfOffice.objects.order_by("election"))
    past = [term for term in terms if term.election <= day]
    ahead = [term for term in terms if term.election > day]
    said = [_("Programmet uppdateras i början av varje ny mandatperiod och revideras vart fjärde år.")]
    programme = sentences.programme
    newer = past and programme and programme.term and past[-1].election > programme.term.election
    if newer:
        words = _("Valet %(day)s inledde mandatperioden %(term)s, och programmet ska därför revideras.")
        said.append(words % {"day": the_day(past[-1].election), "term": past[-1].label})
    elif ahead:
        words = _("Nästa mandatperiod, %(term)s, börjar med valet %(day)s.")
        said.append(words % {"day": the_day(ahead[0].election), "term": ahead[0].label})
    if programme and programme.period_last and day.year <= programme.period_last:
        words = _(
            "%(programme)s avser tiden till och med %(year)s. Det räknas som gällande till dess alla har antagit ett nytt."
        )
        said.append(words % {"programme": sentence_case(programme.short_name), "year": programme.period_last})
    return said
