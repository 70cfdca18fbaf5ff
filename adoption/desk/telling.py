"""What the register will say when an act is done: sentences for the page that asks whether all is right."""

from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from adoption.answer_sentences import AnswerSentences
from adoption.answers import Kind
from adoption.decision_pages import SHOWN, about_adoption, changes, remarks
from adoption.models import Case, CaseDetail, Decision, FollowUp
from adoption.models.bodies import BodyKind
from adoption.models.cases import DetailKind
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.plans import plan_to_come
from adoption.sentences import body_of, day_words, told
from adoption.states import Adoption, SeatState, Strength, strength_of
from sodertorn.desk.events import facts_of
from sodertorn.desk.file_texts import found_in
from sodertorn.journal import Act, Fact
from sodertorn.register import Register
from sodertorn.words import listed, number, ordinal, sentence_case, the_day

NOT_DAYS = tuple(name for name in SHOWN if name not in ("began", "earliest", "latest"))
FEW = 3
"""So many seats that remain are named."""


def decision_says(before: Register, after: Register, decision: Decision) -> list[str]:
    """After a decision was registered, filled in or corrected."""
    fact = decision.entry.fact
    standing = after.decisions.get(fact)
    if standing is None:
        never = _("Det här har aldrig hänt: %s") % told(after, decision)
        first = [never, *counted(before, after, decision)]
    else:
        follow_ups = [f for f in after.follow_ups[fact] if f.step not in ENDS]
        first = [told(after, standing), *counted(before, after, standing), *remarks(standing, follow_ups)]
        first += still_counts(after, standing)
        first += awaits_the_board(after, standing)
        first += unchecked(before, after, standing)
        first += plan_used_up(before, after, standing)
    applies = what_applies(before, after)
    papers = [*without_extract(before, after), *cited(before, after)]
    return [*first, *beside(before, after, fact), *applies, *in_detail(before, decision), *papers]


def plan_used_up(before: Register, after: Register, decision: Decision) -> list[str]:
    """A later meeting was noted, which the decision has used up (adoption.plans)."""
    was, still = (
        plan_to_come(one, decision.case, localdate()).get(DetailKind.MEETING) for one in (before, after)
    )
    if still or not was or not was.on or not decision.latest or was.on <= decision.latest:
        return []
    words = _(
        "Sammanträdet som var antecknat till %s räknas inte längre. Ska ärendet upp då också, anteckna dagen igen."
    )
    return [words % the_day(was.on)]


def in_detail(before: Register, decision: Decision) -> list[str]:
    """What was answered about an adoption, what is changed of what was registered, and why."""
    entry, known = decision.entry, before.decisions.get(decision.entry.fact)
    reason = [_("Skälet som sparas: %s") % entry.reason] if entry.reason else []
    if entry.void:
        return reason
    if known is None:
        answers = about_adoption(decision)[:2] if decision.adopts else []
        return [f"{answer['label']} {answer['value']}." for answer in answers]
    if entry.act != Act.CORRECT:
        return []
    days = (_("Sammanträde"), day_words(known), day_words(decision))
    others = [(c["label"], c["before"], c["after"]) for c in changes(decision, known, NOT_DAYS)]
    return [
        _("%(what)s: %(after)s (förut: %(before)s).") % {"what": what, "before": was, "after": now}
        for what, was, now in [days, *others]
        if was != now
    ] + reason


def follow_up_says(before: Register, after: Register, filed: FollowUp) -> list[str]:
    """After something that came after a decision was filed or corrected."""
    standing = {f.entry.fact: f for rows in after.follow_ups.values() for f in rows}
    decision = after.decisions.get(filed.decision.entry.fact)
    if filed.entry.fact in standing:
        known = standing[filed.entry.fact]
        filing = known.step == FollowUpKind.EXTRACT_FILED
        first = filed_says(known) if filing else [follow_up_sentence(known)]
    else:
        first = [_("%s: det har aldrig hänt.") % sentence_case(filed.get_step_display())]
    sentences = [*first, told(after, decision)] if decision else first
    sentences += counted(before, after, decision) if decision else []
    sentences += in_public(filed)
    said = [*sentences, *the_same_file(filed), *struck(filed), *what_applies(before, after)]
    return [*said, *cited(before, after)]


def in_public(filed: FollowUp) -> list[str]:
    """The words that were typed about it, for all can read them."""
    return [_("Visas offentligt: ”%s”.") % filed.words] if filed.words and not filed.entry.void else []


def filed_says(filed: FollowUp) -> list[str]:
    """That an extract is filed, by its name; and while its sender is near, that it can't be public as it is."""
    named = f" ({filed.file_name})" if filed.file_name else ""
    said = [_("Protokollsutdraget%s är inlämnat. Det visas offentligt först när det är granskat.") % named]
    if found_in(filed.extract_id).personal_number:
        said.append(_("Det innehåller ett personnummer och kan inte bli offentligt: en maskad kopia behövs."))
    return said


def cited(before: Register, after: Register) -> list[str]:
    """`Källa: Meddelande från Huddinge kommun, 26 november 2026 (kommunens egen uppgift).` (R13)"""
    known = newest_of(before)
    new = [c for number, citations in after.citations.items() if number > known for c in citations]
    sources = {citation.source.pk: citation.source for citation in new}.values()
    own, other = _("Källa: %s (kommunens egen uppgift)."), _("Källa: %s.")
    return [(own if source.municipality else other) % source.title for source in sources]


def the_same_file(filed: FollowUp) -> list[str]:
    """A correction that brings no other file says so: one that was chosen may have been refused."""
    if filed.entry.act != Act.CORRECT or filed.entry.void or not filed.extract_id:
        return []
    same = FollowUp.objects.get(entry=filed.entry.follows_id).extract_id == filed.extract_id
    return [_("Filen är densamma som förut.")] if same else []


def follow_up_sentence(filed: FollowUp) -> str:
    """`Protokollet justerat den 19 februari 2027.`"""
    what = sentence_case(filed.get_step_display())
    if filed.step == FollowUpKind.RULED:
        return _("Antagandet räknas.") if filed.counts else _("Antagandet räknas inte.")
    if filed.step in ENDS:
        return _("%(what)s, från %(day)s.") % {"what": what, "day": the_day(filed.on)}
    return _("%(what)s %(day)s.") % {"what": what, "day": the_day(filed.on)} if filed.on else f"{what}."


def counted(before: Register, after: Register, decision: Decision) -> list[str]:
    """`Sjätte av åtta: Salem och Tyresö har ännu inte antagit det.`"""
    slug, seat, today = decision.case.revision.slug, decision.case.body.seat, localdate()
    if slug not in before.placements or slug not in after.placements:
        return []
    earlier, now = Adoption(before, slug, today), Adoption(after, slug, today)
    had, has = (adoption.seat(seat).state == SeatState.ADOPTED for adoption in (earlier, now))
    count, seats = len(now.adopted), len(now.seats)
    if seats < 2:
        return []
    if had and not has:
        words = _("%(municipality)s räknas inte längre bland dem som har antagit det: %(count)s av %(all)s.")
        name = after.seat_names[seat]
        return [words % {"municipality": name, "count": number(count), "all": number(seats)}]
    if has and not had:
        place = sentence_case(_("%(place)s av %(all)s") % {"place": ordinal(count), "all": number(seats)})
        return [f"{place}: {remaining(now)}"]
    new = decision.entry.number == decision.entry.fact and decision.pk not in before.decisions
    if had and new and decision.adopts:
        return [_("%s hade redan antagit det; antalet ändras inte.") % after.seat_names[seat]]
    return []


def remaining(adoption: Adoption) -> str:
    """Who has not adopted the programme yet, by name when they are few."""
    left = [seat for seat in adoption.seats if seat.state != SeatState.ADOPTED]
    if not left:
        return _("alla har antagit det.")
    names = [adoption.register.seat_names[seat.seat] for seat in left]
    who = listed(names) if len(names) <= FEW else number(len(names))
    if adoption.placement.sent_on is None:
        return _("för %s är beslutet eller dess dag inte känd.") % who
    return ngettext("%s har ännu inte antagit det.", "%s har ännu inte antagit det.", len(left)) % who


def still_counts(register: Register, decision: Decision) -> list[str]:
    """That an older adoption stands beside a decision which is none: only an end takes it back (R3b)."""
    slug, own = decision.case.revision.slug, decision.case.body.seat
    adopted = None
    if slug in register.placements and not decision.adopts:
        adopted = register.late.adoption(slug, own, localdate())
    if adopted is None:
        return []
    older = register.decisions[adopted.entry.fact]
    words = _("Det som %(body)s antog %(day)s räknas fortfarande.")
    return [words % {"body": body_of(older), "day": the_day(older.latest)}]


def unchecked(before: Register, after: Register, decision: Decision) -> list[str]:
    """What is said anew has to be checked anew (R13)."""
    earlier = before.decisions.get(decision.entry.fact)
    was = earlier is not None and strength_of(before, earlier) == Strength.CHECKED
    if not was or strength_of(after, decision) == Strength.CHECKED:
        return []
    return [_("Granskningen gällde uppgifterna som de var: beslutet behöver granskas igen.")]


def awaits_the_board(register: Register, decision: Decision) -> list[str]:
    """A council's adoption counts when its board has passed the matter on (R2)."""
    slug, seat = decision.case.revision.slug, decision.case.body.seat
    if decision.outcome != Outcome.ADOPTED or decision.case.body.kind != BodyKind.COUNCIL:
        return []
    if register.early.passed_on(slug, seat, date.max):
        return []
    return [_("Fullmäktiges antagande räknas först när kommunstyrelsen har lämnat ärendet vidare.")]


def beside(before: Register, after: Register, decision: int) -> list[str]:
    """What else the act records."""
    known = newest_of(before)
    numbers = [entry.number for entry in after.entries if entry.number > known and entry.fact != decision]
    facts = sorted(facts_of(numbers), key=lambda fact: fact.pk)
    corrected = [row for row in after.all_decisions if row.pk > known and row.entry.fact == decision]
    filed = [f for f in facts if isinstance(f, FollowUp) and f.step == FollowUpKind.EXTRACT_FILED]
    said = [*[sentence for row in corrected for sentence in struck(row)], *filter(None, map(of_fact, facts))]
    return said + [sentence for one in filed for sentence in filed_says(one)]


def without_extract(before: Register, after: Register) -> list[str]:
    """That no extract comes along is said: one that was chosen may have been refused."""
    known = newest_of(before)
    filed = any(f.pk > known and f.step == FollowUpKind.EXTRACT_FILED for f in after.all_follow_ups)
    corrected = any(d.pk > known and d.entry.act == Act.CORRECT for d in after.all_decisions)
    return [] if filed or corrected else [_("Inget protokollsutdrag är inlämnat.")]


def newest_of(register: Register) -> int:
    return register.entries[-1].number if register.entries else 0


def struck(fact: Fact) -> list[str]:
    if fact.entry.act != Act.CORRECT:
        return []
    words = _("Händelse %d är struken, och kan fortfarande läsas.")
    return [words % fact.entry.follows_id]


def of_fact(fact: Fact) -> str:
    """What one of the entries beside the decision says."""
    match fact:
        case Case(body=body) if body.kind == BodyKind.COUNCIL:
            return _("Ärendet i kommunfullmäktige i %s är öppnat.") % body.municipality
        case CaseDetail(detail=DetailKind.NUMBER):
            return _("Diarienummer: %s.") % fact.words
        case FollowUp(step=FollowUpKind.EXTRACT_FILED):
            return ""
        case FollowUp() if fact.step in ENDS:
            words = _("Det antagande som %(body)s gjorde upphör att gälla %(day)s.")
            return words % {"body": body_of(fact.decision), "day": the_day(fact.on)}
        case FollowUp():
            return follow_up_sentence(fact)
    return ""


def what_applies(before: Register, after: Register) -> list[str]:
    """Whether what applies today changes, or what applied or will apply on other days."""
    today = localdate()
    earlier, now = before.answer(today), after.answer(today)
    speaks = AnswerSentences(after, now)
    parts = ("kind", "programme", "between", "since", "unadopted")
    if any(getattr(earlier, part) != getattr(now, part) for part in parts):
        lost = (
            earlier.kind == Kind.APPLIES and now.kind != Kind.UNSETTLED and earlier.programme != now.programme
        )
        no_more = (
            [_("%s gäller inte längre.") % sentence_case(speaks.name(earlier.programme))] if lost else []
        )
        named = now.kind != Kind.APPLIES or now.since.exact
        return [*no_more, *([] if named else [f"{speaks.title()}."]), speaks.sentences()[0]]
    changed = first_change(before, after)
    if changed is None:
        return [_("Vad som gäller ändras inte.")]
    words = _("Vad som gäller i dag ändras inte. Svaret för %(day)s blir ett annat: %(answer)s.")
    title = AnswerSentences(after, after.answer(changed)).title()
    return [words % {"day": the_day(changed), "answer": title}]


def first_change(before: Register, after: Register) -> date | None:
    """The first day that has another answer than before."""
    days = {
        day
        for register in (before, after)
        for reading in (register.late, register.early)
        for day, _state in reading.timeline
        if day > date.min
    }
    parts = ("kind", "programme", "between")
    for day in sorted(days):
        one, other = before.answer(day), after.answer(day)
        if any(getattr(one, part) != getattr(other, part) for part in parts):
            return day
    return None
