"""What waits at the desk: kind by kind, what it is and where it is done."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.appeal import AppealState, appeal_of
from adoption.asking.letters import lacks
from adoption.asking.still_right import objections
from adoption.desk.decision_list import new_url
from adoption.extracts import Publicity, states_in
from adoption.models import Decision, Letter
from adoption.models.follow_ups import FollowUpKind
from adoption.models.letters import Wanted
from adoption.recipients import not_reached
from adoption.sentences import body_of, day_words
from adoption.states import UNDECIDED, Adoption, SeatState, Strength, objection, strength_of
from programme.desk.texts import State, all_places, text_url
from programme.errata import Errata, answering
from sodertorn.outbox import Mail
from sodertorn.register import Register
from sodertorn.reports import Report
from sodertorn.words import listed, sentence_case, the_day


@dataclass(frozen=True)
class Thing:
    """One thing that waits; its address is where it is done."""

    name: str
    url: str
    programme: str
    note: str = ""


@dataclass(frozen=True)
class Waiting:
    """All that waits of one kind, the newest programme first. `key` is the kind's own address."""

    key: str
    name: str
    things: list[Thing]

    @property
    def url(self) -> str:
        return reverse("desk:waiting", args=[self.key])

    @property
    def by_programme(self) -> list[tuple[str, list[Thing]]]:
        return [(name, list(things)) for name, things in groupby(self.things, lambda thing: thing.programme)]


def waiting(register: Register) -> list[Waiting]:
    """Every kind, also those of which nothing waits; a fixed number of queries."""
    decisions = sorted(register.decisions.values(), key=lambda d: d.case.revision.slug, reverse=True)
    adoptions = [decision for decision in decisions if decision.adopts]
    doubtful = [d for d in adoptions if d.doubtful and not ruled(register, d)]
    unchecked = [d for d in adoptions if strength_of(register, d) != Strength.CHECKED]
    unknown = [d for d in decisions if d.little_known]
    return [
        Waiting("invandningar", _("Beslut som kommunen säger inte stämmer"), objected(register)),
        Waiting("beslut", _("Beslut som inte är registrerade"), awaited(register)),
        Waiting("svar", _("Svar om skrivfel som inte har kommit"), unanswered(register)),
        Waiting(
            "avgora",
            _("Tveksamma antaganden som inte är avgjorda"),
            [decided(register, d, "decision_rule") for d in doubtful],
        ),
        Waiting("for-in", _("Texter som inte är införda"), texts(register, State.MISSING, "text")),
        Waiting(
            "komplettera",
            _("Beslut vars dag eller § inte är känd"),
            [decided(register, d, "decision_supplement") for d in unknown],
        ),
        Waiting(
            "kontrollera",
            _("Texter som en annan person ska kontrollera"),
            texts(register, State.ENTERED, "text_check"),
        ),
        Waiting(
            "utdrag",
            _("Protokollsutdrag som inte är granskade för offentlighet"),
            unreviewed(register, decisions),
        ),
        Waiting(
            "granska",
            _("Antaganden som inte är granskade mot protokoll"),
            [decided(register, d, "decision_check") for d in unchecked],
        ),
        *from_outside(register, adoptions),
        *mails(),
    ]


def from_outside(register: Register, adoptions: list[Decision]) -> list[Waiting]:
    """What municipalities have answered and can be asked for, and what readers have told."""
    return [
        Waiting(
            "overklagade",
            _("Överklagade antaganden där ingen dom är känd"),
            [decided(register, d, "decision") for d in adoptions if appealed(register, d)],
        ),
        Waiting(
            "uppgifter-som-inte-stammer",
            _("Uppgifter om kommuner som inte stämmer"),
            [Thing(str(one.municipality), reverse("desk:municipalities"), "") for one in objections()],
        ),
        Waiting("handlingar", _("Handlingar som saknas, med färdiga brev"), lacking(register)),
        Waiting("meddelanden", _("Meddelanden från läsare"), messages()),
    ]


def messages() -> list[Thing]:
    """What readers have told, and nobody has seen to."""
    return [
        Thing(
            f"{report.pk}. {Truncator(report.words).chars(60)}",
            reverse("desk:report", args=[report.pk]),
            "",
            report.get_about_display(),
        )
        for report in Report.objects.open()
    ]


def mails() -> list[Waiting]:
    """What somebody must see to before mails can go out."""
    unsent = Mail.objects.filter(sent_at=None).order_by("-written_at", "pk")
    held = {mail.held_for: mail for mail in unsent.held()}  # those that are held together go out together
    return [
        Waiting("brev-som-inte-gick-fram", _("Brev som inte gick fram"), written(unsent.failed())),
        Waiting("brev-som-forsoks", _("Brev som inte har gått fram än"), written(unsent.delayed())),
        Waiting("brev-som-halls-inne", _("Brev som väntar på granskning"), written(held.values())),
        Waiting(
            "kommuner-utan-adress",
            _("Kommuner som inga brev når"),
            [
                Thing(
                    str(one),
                    reverse("desk:people_invite") + f"?kommun={one.pk}",
                    "",
                    _("ingen adress är känd"),
                )
                for one in not_reached()
            ],
        ),
    ]


def written(mails: Iterable[Mail]) -> list[Thing]:
    return [
        Thing(mail.subject, reverse("desk:mail", args=[mail.pk]), "", "" if mail.held_for else mail.to)
        for mail in mails
    ]


def awaited(register: Register) -> list[Thing]:
    """The seats of which a decision is waited for (R5), each with its form; one that has answered no has answered."""
    today = localdate()
    required = register.answer(today).required
    adoptions = {one.programme: Adoption(register, one.programme, today) for one in required}
    names = {one.programme: sentence_case(register.placements[one.programme].short_name) for one in required}
    return [
        Thing(register.seat_names[seat], new_url(one.programme, seat), names[one.programme])
        for one in required
        for seat in one.seats
        if adoptions[one.programme].seat(seat).state in (*UNDECIDED, SeatState.ENDED)
    ]


def objected(register: Register) -> list[Thing]:
    """The decisions that their municipality says are not right, also those that are struck."""
    newest = {decision.entry.fact: decision for decision in register.all_decisions}
    return [decided(register, d, "decision") for d in reversed(newest.values()) if objection(register, d)]


def unanswered(register: Register) -> list[Thing]:
    """The municipalities that have not answered an erratum (R1b)."""
    errata, found = Errata(register, localdate()), []
    for erratum in errata.standing:
        slug, number = erratum.part.revision.slug, erratum.entry.fact
        placement = register.placements[slug]
        given = {answer.municipality_id for answer in errata.answers[number]}
        found += [
            Thing(
                municipality.name,
                reverse("desk:erratum_answer", args=[slug, number, municipality.slug]),
                sentence_case(placement.short_name),
            )
            for municipality in answering(register, placement)
            if municipality.pk not in given
        ]
    return found


def unreviewed(register: Register, decisions: list[Decision]) -> list[Thing]:
    """The extracts that nobody has said anything of yet, each once."""
    states, found = states_in(register), {}
    for decision in decisions:
        for said in register.follow_ups[decision.entry.fact]:
            sha256 = said.extract_id
            if sha256 and states[sha256].publicity == Publicity.UNREVIEWED:
                url = reverse("desk:extract_review", args=[decision.entry.fact, sha256])
                found[sha256] = replace(decided(register, decision, "decision"), url=url)
    return list(found.values())


def texts(register: Register, state: State, view: str) -> list[Thing]:
    return [
        Thing(place.label, text_url(view, place=place), sentence_case(placement.short_name))
        for placement, places in all_places(register)
        for place in places
        if place.state == state
    ]


def decided(register: Register, decision: Decision, view: str) -> Thing:
    placement = register.placements[decision.case.revision.slug]
    return Thing(
        sentence_case(body_of(decision)),
        reverse(f"desk:{view}", args=[decision.entry.fact]),
        sentence_case(placement.short_name),
        day_words(decision),
    )


def ruled(register: Register, decision: Decision) -> bool:
    return any(f.step == FollowUpKind.RULED for f in register.follow_ups[decision.entry.fact])


def appealed(register: Register, decision: Decision) -> bool:
    """Whether a court is to judge: from then on the decision may end, or be final."""
    appeal = appeal_of(register.follow_ups[decision.entry.fact], localdate())
    return appeal is not None and appeal.state == AppealState.APPEALED


def lacking(register: Register) -> list[Thing]:
    """The public documents that the register lacks, each with the letter that asks for it."""
    letters = Letter.objects.filter(wanted=Wanted.PAPERS).select_related("revision").order_by("written_at")
    asked = {(one.revision.slug, one.municipality_id): the_day(localdate(one.written_at)) for one in letters}
    found = []
    for lack in lacks(register):
        wanted = [_("protokollsutdraget") if lack.extract else "", _("bilagan") if lack.annex else ""]
        on = asked.get((lack.slug, lack.municipality.pk))
        notes = [listed([one for one in wanted if one]), _("frågad %s") % on if on else ""]
        found.append(
            Thing(
                str(lack.municipality),
                reverse("desk:letter", args=[lack.slug, lack.municipality.slug]),
                sentence_case(register.placements[lack.slug].short_name),
                ", ".join(filter(None, notes)),
            )
        )
    return found
