"""The board: a programme that is out for adoption, municipality by municipality, from the sending to the check."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from adoption.appeal import AppealState, appeal_note
from adoption.desk.contacts import Contact, contacts
from adoption.desk.work import (
    CHECKED,
    DEADLINE,
    DECISION,
    EXTRACT,
    MEETING,
    NUMBER,
    OFFICER,
    PREPARATION,
    SENT,
    SIGNED,
    Work,
    work_of,
)
from adoption.models import HandlingOfficer
from adoption.models.decisions import ParagraphKind
from adoption.models.follow_ups import FollowUpKind
from adoption.pages import ended_since, heading, pending_appeal
from adoption.runway import Runway
from adoption.runway_page import earliest_words
from adoption.sentences import paragraph_words, seat_label, state_label
from adoption.states import Adoption
from sodertorn.register import Register
from sodertorn.words import NBSP, listed, sentence_case, short_day, the_day
from sodertorn.writing import wished_by

DONE, PLANNED, LATE, BEEN, AGAINST = "done", "planned", "late", "been", "against"
DISPUTED, UNKNOWN, NOT_YET = "disputed", "unknown", "not-yet"
"""How a step stands."""


def step_names() -> dict[str, str]:
    """The steps in their order."""
    return {
        SENT: _("Sänt"),
        NUMBER: _("Diariefört"),
        OFFICER: _("Handläggare"),
        PREPARATION: _("Beredning"),
        DEADLINE: _("Manusstopp"),
        MEETING: _("Sammanträde"),
        DECISION: _("Beslut"),
        SIGNED: _("Justerat"),
        EXTRACT: _("Utdrag"),
        CHECKED: _("Granskat"),
    }


def status_words() -> dict[str, str]:
    """What the signs mean, and what is said where they can't be seen."""
    return {
        DONE: _("klart"),
        PLANNED: _("på väg"),
        LATE: _("försenat"),
        BEEN: _("har varit"),
        AGAINST: _("inte antaget"),
        DISPUTED: _("stämmer inte, svarar kommunen"),
        UNKNOWN: _("inte känt"),
        NOT_YET: _("inte än"),
    }


def has_board(register: Register, slug: str) -> bool:
    """Whether the programme was sent to boards that must adopt it."""
    placement = register.placements.get(slug)
    return bool(placement and placement.sent_on and not placement.adjusts)


def officers(slug: str) -> dict[int, str]:
    rows = HandlingOfficer.objects.filter(case__revision__slug=slug)
    return dict(rows.values_list("case_id", "name"))


def board_page(register: Register, slug: str, day: date) -> dict:
    adoption = Adoption(register, slug, day)
    runway, placement = Runway(adoption), adoption.placement
    works = work_of(runway, officers(slug))
    spoken = contacts(register, slug)
    names = step_names()
    return {
        "title": heading(adoption),
        "kicker": _("Läget %s") % the_day(day),
        "lede": " ".join([late_words(works), *appealed_words(works), *disputed_words(works)]),
        "note": " ".join(earliest_words(runway)),
        "dates": sentences_of(placement),
        "steps": list(names.values()),
        "rows": [row(work, names, spoken[work.seat.seat]) for work in works],
        "key": [{"status": status, "words": words} for status, words in status_words().items()],
        "runway_url": reverse("desk:board_runway", args=[slug]),
        "calendar_url": reverse("adoption:programme_calendar", args=[slug]),
        "public_url": reverse("adoption:revision", args=[slug]),
    }


def sentences_of(placement) -> str:
    return " ".join([_("Sänt %s.") % the_day(placement.sent_on), wished_by(placement.answer_by)]).strip()


def late_words(works: list[Work]) -> str:
    """`Försenat i Nynäshamn och Salem.`"""
    names = names_of([work for work in works if work.late])
    return _("Försenat i %s.") % listed(names) if names else _("Ingenting är försenat.")


def appealed_words(works: list[Work]) -> list[str]:
    """`Överklagat i Nynäshamn.`: what an appeal has not come to the end of."""
    named = {_("Överklagat i %s."): is_appealed, _("Inhiberat i %s."): is_inhibited}
    names = {words: names_of([work for work in works if told(work)]) for words, told in named.items()}
    return [words % listed(found) for words, found in names.items() if found]


def is_appealed(work: Work) -> bool:
    appeal = pending_appeal(work.runway.adoption, work.seat)
    return appeal is not None and appeal.state in (AppealState.APPEALED, AppealState.JUDGED)


def is_inhibited(work: Work) -> bool:
    return work.seat.end is not None and work.seat.end.step == FollowUpKind.INHIBITION


def names_of(works: list[Work]) -> list[str]:
    return [work.runway.register.seat_names[work.seat.seat] for work in works]


def disputed_words(works: list[Work]) -> list[str]:
    """`Salem har svarat att beslutet inte är rätt registrerat.`"""
    names = names_of([work for work in works if work.disputed])
    return [_("%s har svarat att beslutet inte är rätt registrerat.") % listed(names)] if names else []


def row(work: Work, names: dict[str, str], contact: Contact) -> dict:
    register, seat = work.runway.register, work.seat
    late = {one.step for one in work.late}
    said = status_words()
    steps = []
    for step, name in names.items():
        cell = CELLS[step](work)
        status = LATE if step in late else cell["status"]
        steps.append(cell | {"name": name, "status": status, "spoken": said[status]})
    return {
        "name": sentence_case(register.seat_names[seat.seat]),
        "url": reverse("desk:case", args=[work.case.pk]),
        "state": seat.mark,
        "state_label": seat_label(seat),
        "late": [one.words for one in work.late],
        "since": since_words(work),
        "contested": work.seat.end is not None or is_appealed(work),
        "disputed": work.disputed,
        "steps": steps,
        "contact": contact.lines(),
        "write_url": reverse("desk:board_letter", args=[work.runway.slug, seat.seat]),
    }


def since_words(work: Work) -> str:
    """What came of an adoption, in the words of its public page: that it has ended, may be appealed, is final."""
    appeal = pending_appeal(work.runway.adoption, work.seat)
    return ", ".join(filter(None, [ended_since(work.seat), appeal_note(appeal)]))


# One cell each


def cell(status: str, value: str = "", url: str = "", note: str = "", paper: str = "") -> dict:
    """`paper`: what is printed in place of something to do."""
    return {"status": status, "value": value, "url": url, "note": note, "paper": paper}


def sending(work: Work) -> dict:
    return cell(DONE, short_day(work.runway.adoption.placement.sent_on))


def number(work: Work) -> dict:
    return cell(DONE, listed(work.numbers)) if work.numbers else cell(UNKNOWN)


def officer(work: Work) -> dict:
    return cell(DONE, work.officer) if work.officer else cell(UNKNOWN)


def planned(step: str):
    def of(work: Work) -> dict:
        on = work.plan.get(step)
        if on is None:
            return cell(UNKNOWN)
        return cell(BEEN if on < work.day else PLANNED, short_day(on))

    return of


def meeting(work: Work) -> dict:
    decision, stop = work.seat.decision, work.stop
    if not work.taken or work.seat.at_council:
        if stop.meeting:
            return cell(PLANNED, short_day(stop.meeting))
        if stop.missed:
            return cell(LATE, short_day(stop.missed))
    held = work.decided and decision.exact and not work.anew
    return cell(DONE, short_day(decision.latest)) if held else cell(UNKNOWN)


def decision(work: Work) -> dict:
    made = work.seat.decision
    if made is None:
        return cell(NOT_YET)
    written = paragraph_words(made) if made.paragraph_kind == ParagraphKind.WRITTEN else ""
    url = reverse("desk:decision", args=[made.entry.fact])
    if work.taken:
        return cell(DISPUTED if work.disputed else DONE, written or state_label(work.seat), url)
    day = short_day(made.latest) if made.exact else ""
    day = "" if day == meeting(work)["value"] else day
    return cell(
        AGAINST if work.decided else PLANNED,
        state_label(work.seat),
        url,
        f"{day} {written.replace(' ', NBSP)}".strip(),
    )


def after(step: str):
    def of(work: Work) -> dict:
        filed = work.filed.get(step)
        if filed is None or not work.decided:
            return cell(UNKNOWN if work.taken else NOT_YET)
        return cell(DONE, short_day(filed.on) if filed.on else _("finns"))

    return of


def checked(work: Work) -> dict:
    filed = after(CHECKED)(work)
    if filed["status"] != UNKNOWN:
        return filed
    there = reverse("desk:decision_check", args=[work.seat.decision.entry.fact])
    return cell(UNKNOWN, _("Granska"), there, paper=_("inte granskat"))


CELLS = {
    SENT: sending,
    NUMBER: number,
    OFFICER: officer,
    PREPARATION: planned(PREPARATION),
    DEADLINE: planned(DEADLINE),
    MEETING: meeting,
    DECISION: decision,
    SIGNED: after(SIGNED),
    EXTRACT: after(EXTRACT),
    CHECKED: checked,
}
