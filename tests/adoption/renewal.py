"""The programme for 2023–2026 and the one that was sent after it, as in the sentences of domain.md."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from adoption.answer_sentences import AnswerSentences
from adoption.pages import heading, remains
from adoption.states import Adoption
from sodertorn.register import Register
from tests.factories import EIGHT, CaseFactory, DecisionFactory, DetailFactory, SentFactory, TranscriptFactory

SENT, ADOPTED, LAST, TODAY = date(2026, 12, 1), date(2027, 2, 2), date(2027, 2, 16), date(2027, 2, 20)
NOON = datetime(2027, 2, 20, 12, tzinfo=ZoneInfo("Europe/Stockholm"))
RECORDED = datetime(2026, 12, 1, 12, tzinfo=ZoneInfo("Europe/Stockholm"))


def but(*slugs):
    return [slug for slug in EIGHT if slug not in slugs]


def adopt(placement, *slugs, on=ADOPTED, paragraph="9", **stated):
    case = {"case__placement": placement}
    return [DecisionFactory(case__slug=s, on=on, paragraph=paragraph, **case, **stated) for s in slugs]


def applying():
    """The programme for 2023–2026, which all eight adopted in 2023."""
    period = {"title": "Programmet 2040", "period_first": 2023, "period_last": 2026}
    placement = TranscriptFactory(slug="2023-2026", seats=tuple(EIGHT), **period)
    adopt(placement, *EIGHT, on=date(2023, 5, 16))
    return placement


def sent(**stated):
    """The programme for 2027–2030, sent to the eight."""
    days = {"on": SENT, "decided_on": date(2026, 11, 20), "answer_by": date(2027, 2, 26)}
    period = {"title": "Programmet", "period_first": 2027, "period_last": 2030}
    return SentFactory(slug="2027-2030", seats=tuple(EIGHT), **days, **period, **stated)


def planned(placement, slug, on, kind="board"):
    DetailFactory(case=CaseFactory(placement=placement, slug=slug, kind=kind), on=on)


def noted(placement, slug, detail, on=None, words=""):
    DetailFactory(case=CaseFactory(placement=placement, slug=slug), detail=detail, on=on, words=words)


def plain(sentences):
    return [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in sentences]


def said(on=TODAY):
    """The answer for the day in sentences."""
    register = Register()
    return plain(AnswerSentences(register, register.answer(on)).sentences())


def title(placement, on=TODAY):
    return heading(Adoption(Register(), placement.revision.slug, on))


def awaited(placement, on=TODAY):
    """What remains for the programme, in sentences."""
    adoption = Adoption(Register(), placement.revision.slug, on)
    return plain(remains(adoption, adoption.register.answer(on).required))
