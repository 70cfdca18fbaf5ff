"""What a municipality meets of one case: the one thing that is asked, the steps, what is registered, what may come."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.appeal import appeal_of, appeal_words
from adoption.desk.extracts import POSSIBLE, WAYS
from adoption.desk.one_case import detail_words
from adoption.extract_pages import state_words
from adoption.extracts import FileState, Publicity, states_in
from adoption.models import Case, CaseDetail, Decision, FollowUp, HandlingOfficer, PublishedMinutes
from adoption.models.bodies import BodyKind
from adoption.models.cases import PLANNED, DetailKind
from adoption.models.follow_ups import FollowUpKind
from adoption.plans import plan_held, plan_to_come
from adoption.registering.asked import is_closed, open_cases
from adoption.registering.forms import LATER
from adoption.sentences import body_words, seat_label, told
from adoption.states import ANSWERED, COMES_AGAIN, HAS_ADOPTED, SeatOnDay, SeatState
from sodertorn.register import Register
from sodertorn.words import sentence_case, the_day
from sodertorn.writing import wished_by

OF_ANY_DECISION = (FollowUpKind.SIGNED, FollowUpKind.EXTRACT_FILED)


def case_page(register: Register, case: Case, seat: SeatOnDay, user) -> dict:
    decided = [d for d in register.decisions.values() if d.case_id == case.pk][::-1]
    return {
        "case": case_row(register, case, seat),
        "title": register.placements[case.revision.slug].title,
        "section": "registering",
        "crumbs": crumbs(),
        "started": case.started.filter(user=user).exists(),
        "steps": steps(register, case),
        "plan_url": reverse("registering:plan", args=[case.pk]),
        "papers_url": papers_url(register, case),
        "decisions": [decision_lines(register, case, decision) for decision in decided],
        "another": another_case(register, case),
        "linked": linked_minutes(register, case),
    }


def another_case(register: Register, case: Case) -> dict | None:
    """The newest other case of the municipality in which something can be done now."""
    for other, seat in open_cases(register, localdate()):
        if other.pk != case.pk and other.body.municipality == case.body.municipality:
            row = case_row(register, other, seat)
            if row["asked"].url:
                return row
    return None


def linked_minutes(register: Register, case: Case) -> list[PublishedMinutes]:
    """Those that are to be fetched, or couldn't be, while nobody has handed in a file."""
    filed = {
        fact
        for fact, steps in register.follow_ups.items()
        if any(f.step == FollowUpKind.EXTRACT_FILED for f in steps)
    }
    linked = PublishedMinutes.objects.filter(decision__case=case, extract=None)
    return [one for one in linked if one.decision_id not in filed]


def crumbs(case: Case | None = None) -> list[tuple[str, str]]:
    found = [(_("Att registrera"), reverse("registering:asked"))]
    if case:
        found.append((case.body.municipality.name, reverse("registering:case", args=[case.pk])))
    return found


def case_row(register: Register, case: Case, seat: SeatOnDay) -> dict:
    """Where a case stands, and what is asked of it."""
    placement = register.placements[case.revision.slug]
    waits = placement.answer_by and seat.state not in ANSWERED
    return {
        "programme": placement.title,
        "programme_url": reverse("programme:revision", args=[case.revision.slug]),
        "municipality": case.body.municipality.full_name,
        "body": sentence_case(body_words(case.body.kind, case.body.municipality.name)),
        "state": seat.mark,
        "state_label": case_label(case, seat),
        "asked": asked_now(register, case, seat),
        "answer_by": wished_by(placement.answer_by) if waits else "",
        "url": reverse("registering:case", args=[case.pk]),
    }


def case_label(case: Case, seat: SeatOnDay) -> str:
    """Where the case's seat stands; an adoption by the other body is told as that body's."""
    by = seat.decision.case.body.kind if seat.decision else None
    if seat.at_council or seat.state != SeatState.ADOPTED or by in (case.body.kind, BodyKind.UNNAMED):
        return seat_label(seat)
    council = by == BodyKind.COUNCIL
    return _("Antaget av kommunfullmäktige") if council else _("Antaget av kommunstyrelsen")


@dataclass(frozen=True)
class Asked:
    """What to do now: in words, and the page where it is done, with its name; `other` leads to a decision all the same."""

    words: str
    url: str = ""
    name: str = ""
    other: str = ""


def asked_now(register: Register, case: Case, seat: SeatOnDay) -> Asked:
    """The one thing that is asked of a case; nothing of one that is closed."""
    new = reverse("registering:decision_new", args=[case.pk])
    body = body_words(case.body.kind, case.body.municipality.name)
    if is_closed(seat):
        return Asked("")
    if seat.state == SeatState.WITHDRAWN:
        return Asked(_("Programmet är återkallat, så inget beslut behövs."))
    if (seat.at_council or seat.state == SeatState.COUNCIL) and case.body.kind != BodyKind.COUNCIL:
        there = reverse("registering:case", args=[council_case(register, case).pk])
        return Asked(
            _("Kommunfullmäktige avgör. Registrera där vad det beslutar."),
            there,
            _("Till fullmäktiges ärende"),
        )
    if seat.decision and seat.state in HAS_ADOPTED and not seat.at_council:
        return asked_of_adoption(case, seat.decision)
    if seat.state == SeatState.DOUBTFUL:
        return Asked(_("Samverkanskansliet avgör om beslutet räknas. Strategen har fått frågan."))
    if seat.state in COMES_AGAIN and not meets(register, case):
        plan = reverse("registering:plan", args=[case.pk])
        words = _("När tar %s upp ärendet igen? Anteckna sammanträdet.") % body
        return Asked(words, plan, _("Anteckna nästa sammanträde"), new)
    words = _("Registrera beslutet när %s har fattat det.") % body
    return Asked(words, new, _("Registrera beslutet"))


def asked_of_adoption(case: Case, decision: Decision) -> Asked:
    if decision.little_known:
        place = reverse("registering:supplement", args=[decision.case_id, decision.entry.fact])
        words = _("Vilken dag och i vilken § antog ni programmet? Registret vet det inte säkert.")
        return Asked(words, place, _("Fyll i dag och §"))
    new = reverse(
        "registering:decision_new", args=[case.pk]
    )  # boards decide again (domain.md, What real minutes hold)
    words = _("Beslutet är registrerat, men ännu inte granskat mot ert justerade protokoll.")
    return Asked(words, other=new)


def meets(register: Register, case: Case) -> bool:
    """Whether a meeting is planned after the one that has decided last, or was and nothing is registered of it."""
    plan = plan_to_come(register, case, localdate()).get(DetailKind.MEETING)
    return bool(plan and plan.on)


def steps(register: Register, case: Case) -> list[dict]:
    """The five steps of a matter, in their order; each with what is noted, or nothing."""
    known: dict[str, list[dict]] = {}
    today = localdate()
    plans = plan_held(register, case, today) | plan_to_come(register, case, today)
    for detail in register.details[case.pk]:
        if detail.detail not in PLANNED or plans.get(detail.detail) is detail:
            known.setdefault(detail.detail, []).append(step_row(case, detail))
    names = [
        (DetailKind.NUMBER, _("Diariefört")),
        ("officer", _("Handläggare")),
        (DetailKind.PREPARATION, _("Beredning")),
        (DetailKind.DEADLINE, _("Manusstopp")),
        (DetailKind.MEETING, _("Sammanträde")),
    ]
    adopted = [d for d in register.decisions.values() if d.case_id == case.pk and d.adopts and d.exact]
    if adopted and DetailKind.MEETING not in known:
        known[DetailKind.MEETING] = [{"value": the_day(adopted[-1].latest)}]
    officer = HandlingOfficer.objects.filter(case=case).first()
    known["officer"] = [{"value": officer.name}] if officer else []
    return [{"name": name, "rows": known.get(kind, [])} for kind, name in names]


def step_row(case: Case, detail: CaseDetail) -> dict:
    """A planned step is planned anew; a reference number that is mistyped is corrected."""
    number = detail.detail == DetailKind.NUMBER
    there = reverse("registering:number_correct", args=[case.pk, detail.entry.fact]) if number else ""
    return {"value": detail_words(detail), "correct_url": there}


def papers_url(register: Register, case: Case) -> str:
    placement = register.placements[case.revision.slug]
    place = [case.revision.slug, case.body.municipality.slug]
    return reverse("programme:papers", args=place) if placement.sent_on else ""


def decision_lines(register: Register, case: Case, decision: Decision) -> dict:
    """A decision in words, and what came after it: a line each."""
    fact = decision.entry.fact
    return {
        "words": told(register, decision),
        "correct_url": reverse("registering:correct", args=[case.pk, fact]),
        "public_url": reverse("adoption:decision", args=[fact]),
        "confirmation_url": reverse("registering:confirmation", args=[case.pk, decision.pk]),
        "lines": later_lines(register, case, decision),
        "appeal": decision.adopts and appeal_words(appeal_of(register.follow_ups[fact], localdate())),
    }


def later_lines(register: Register, case: Case, decision: Decision) -> list[dict]:
    fact, lines = decision.entry.fact, []
    filed = register.follow_ups[fact]
    for part, step in LATER.items():
        if not decision.adopts and step not in OF_ANY_DECISION:
            continue
        rows = [f for f in filed if f.step == step]
        if step == FollowUpKind.JUDGMENT and not any(f.step in (step, FollowUpKind.APPEALED) for f in filed):
            continue  # nobody has appealed, as far as is known
        files = states_in(register) if step == FollowUpKind.EXTRACT_FILED else {}
        lines.append(
            {
                "name": sentence_case(str(step.label)),
                "rows": [later_row(case, fact, f, files.get(f.extract_id)) for f in rows],
                "url": reverse("registering:later", args=[case.pk, fact, part]),
                "once": bool(rows) and step != FollowUpKind.EXTRACT_FILED,
            }
        )
    return lines


def later_row(case: Case, fact: int, filed: FollowUp, state: FileState | None) -> dict:
    """The day of one thing that came after, or a file with what can be done about it; and the way to correct it."""
    correct = reverse("registering:later_correct", args=[case.pk, fact, filed.entry.fact])
    if state is None:
        value = the_day(filed.on) if filed.on else _("dagen är inte känd")
        return {"value": ", ".join(filter(None, [value, filed.words])), "correct_url": correct}
    place = [case.pk, fact, filed.extract_id]
    gone = state.publicity == Publicity.DESTROYED
    return {
        "value": filed.file_name or filed.extract_id[:12],
        "url": "" if gone else reverse("registering:extract", args=place),
        "state": state_words(state),
        "actions": [
            {"name": WAYS[name], "url": reverse(f"registering:{name}", args=place)}
            for name in POSSIBLE[state.publicity]
            if name != "extract_destroy"
        ],
        "correct_url": "" if gone else correct,
    }


def council_case(register: Register, case: Case) -> Case:
    return next(
        c
        for c in register.cases
        if c.revision_id == case.revision_id
        and c.body.kind == BodyKind.COUNCIL
        and c.body.seat == case.body.seat
    )
