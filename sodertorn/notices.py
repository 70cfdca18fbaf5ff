"""Notices: the mails that tell of an act, written in its transaction by `announces` (sodertorn.announcing).

The strategists are told of everything. The municipalities are told what concerns them all; that
a programme applies only when its adoptions are checked against signed minutes, or when
somebody says "send now" (R13). What was read from a file tells nobody anything.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import singledispatch

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.answer_sentences import AnswerSentences
from adoption.models import Decision, FollowUp
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.recipients import addresses_of, strategists
from adoption.sentences import told
from adoption.states import Adoption
from programme.models import Announced, Announcement, Placement
from sodertorn import mail
from sodertorn.confirm_letters import ask_municipality
from sodertorn.journal import Act, Fact
from sodertorn.outbox import KEPT, Mail
from sodertorn.register import Register
from sodertorn.words import number, sentence_case, the_day
from sodertorn.writing import everybody, municipal, seated, site, wished_by, with_numbers, write

TOLD_BY_ITSELF = (FollowUpKind.APPEALED, FollowUpKind.JUDGMENT, FollowUpKind.LEGAL_FORCE)
"""What the strategists are told of when a municipality files it."""


def adopted_by_all(register: Register, day: date | None = None) -> set[str]:
    """The sent programmes that all have adopted by a day (today)."""
    sent = [slug for slug, p in register.placements.items() if p.sent_on and slug not in register.withdrawals]
    adoptions = [Adoption(register, slug, day or localdate()) for slug in sent]
    return {a.slug for a in adoptions if a.seats and len(a.adopted) == len(a.seats)}


def tell(facts: Iterable[Fact], register: Register, *, since: int) -> None:
    """Write the notices of what an act recorded, by the register after it; `since` is the number of its first entry."""
    complete = adopted_by_all(register)
    if complete:
        complete -= adopted_by_all(register.before(since))
    with override("sv"):
        for fact in facts:
            tell_of(fact, register)
        for slug in complete:
            tell_of_last(register, slug)


def tell_of_the_day() -> None:
    """Tell of what all have adopted since a day has come: that of an adoption with a start of its own (R4).

    Each once, also when nobody asked on that very day: what went out is remembered for as long.
    """
    register, today = Register(), localdate()
    with override("sv"):
        for slug in adopted_by_all(register):
            starts = [seat.decision.starts for seat in Adoption(register, slug, today).seats]
            came = max(filter(None, starts), default=date.min)
            written = Mail.objects.filter(
                subject=all_have_adopted(register, slug), written_at__date__gte=came
            )
            lately = today - KEPT < came <= today
            if lately and slug not in adopted_by_all(register, came - timedelta(days=1)) and not written:
                tell_of_last(register, slug)


def release_checked() -> None:
    """Send what waits for the check of a programme, if all its adoptions are checked now, by whatever act (R13)."""
    waiting = set(Mail.objects.held().values_list("held_for", flat=True))
    register = Register() if waiting else None
    for slug in waiting:
        if all_checked(register, slug):
            mail.release(held_for=slug)


@singledispatch
def tell_of(fact: Fact, register: Register) -> None:
    """Of most facts nobody is told."""


@tell_of.register
def _placement(fact: Placement, register):
    """To each municipality that shall adopt it, with the covering letter."""
    if fact.entry.act != Act.REGISTER or not fact.sent_on:
        return
    for municipality in seated(register, fact):
        place = [fact.revision.slug, municipality.slug]
        write(
            addresses_of(municipality),
            _("För antagande: %s") % fact.title,
            _("Samarbetskommittén har beslutat att sända %s för antagande.") % fact.title
            + " "
            + wished_by(fact.answer_by),
            _("Missivet följer med det här brevet. Det finns också här: %s")
            % site("programme:paper", *place, "missiv", "pdf"),
            _("Alla handlingar till kommunstyrelsen i %(name)s: %(url)s")
            % {"name": municipality.name, "url": site("programme:papers", *place)},
            _(
                "Handlingarna är öppna utan konto. Skicka gärna brevet vidare till den som handlägger ärendet."
            ),
            _("När beslutet är fattat, registrera det här: %s") % site("registering:asked"),
            encloses=f"missiv/{fact.revision.slug}/{municipality.slug}",
        )


@tell_of.register
def _decision(fact: Decision, register):
    """The strategists are told what is registered, and what a municipality itself says anew."""
    ask_municipality(register, fact)
    if fact.entry.act != Act.REGISTER and not by_itself(fact, fact):
        return
    said = told(register, fact)
    changed = fact.outcome == Outcome.ADOPTED and not fact.adopts
    heads = {
        Act.REGISTER: _("Registrerat: %s"),
        Act.SUPPLEMENT: _("Kompletterat: %s"),
        Act.CORRECT: _("Struket: %s") if fact.entry.void else _("Rättat: %s"),
    }
    words = _("Texten är ändrad, så beslutet räknas inte: %s") if changed else heads[fact.entry.act]
    write(
        strategists(),
        with_numbers(register, fact.case_id, words % said),
        said,
        _("Texten ändrades. Därför har organet inte antagit samma program, och beslutet räknas inte.")
        if changed
        else "",
        _("Antagandet är tveksamt och räknas först när du har avgjort det: %s")
        % site("desk:decision_rule", fact.entry.fact)
        if fact.adopts and fact.doubtful
        else "",
        _("Skäl: %s") % fact.entry.reason if fact.entry.reason else "",
        _("Registrerat av %s.") % fact.entry.office,
        _("På skrivbordet: %s") % site("desk:decision", fact.entry.fact),
    )


@tell_of.register
def _follow_up(fact: FollowUp, register):
    decision = register.decisions.get(fact.decision.entry.fact)
    if decision is None:
        return
    if fact.step in (*ENDS, FollowUpKind.INHIBITION_LIFTED):
        tell_of_end(register, fact, decision)
    elif fact.step in TOLD_BY_ITSELF and by_itself(fact, decision):
        what = headed(fact, fact.get_step_display() + (" " + the_day(fact.on) if fact.on else ""))
        write(
            strategists(),
            with_numbers(register, decision.case_id, f"{what}: {told(register, decision)}"),
            told(register, decision),
            f"{what}.",
            _("Skäl: %s") % fact.entry.reason if fact.entry.reason else "",
            _("Registrerat av %s.") % fact.entry.office,
            _("På skrivbordet: %s") % site("desk:decision", decision.entry.fact),
        )


def headed(fact: FollowUp, what: str) -> str:
    """What came after a decision, with whether it is told anew: more of it, corrected, or struck."""
    heads = {
        Act.SUPPLEMENT: _("kompletterat: %s"),
        Act.CORRECT: _("struket: %s") if fact.entry.void else _("rättat: %s"),
    }
    return sentence_case(heads.get(fact.entry.act, "%s") % what)


def by_itself(fact: Fact, decision: Decision) -> bool:
    """Whether the municipality of the decision says it itself."""
    own = decision.case.body.municipality
    return own is not None and fact.entry.office == own.full_name


def tell_of_end(register: Register, fact: FollowUp, decision: Decision) -> None:
    """To everybody: that an adoption ended, or stands again; also when that was corrected or struck."""
    if fact.entry.act == Act.SUPPLEMENT:
        return
    what = _("%(what)s, från %(day)s") % {"what": fact.get_step_display(), "day": the_day(fact.on)}
    what = headed(fact, what)
    answer = AnswerSentences(register, register.answer(localdate()))
    write(
        everybody(register, decision.case.revision.slug),
        with_numbers(register, decision.case_id, f"{what}: {told(register, decision)}"),
        told(register, decision),
        f"{what}.",
        _("Skäl: %s") % fact.entry.reason if fact.entry.reason else "",
        f"{answer.title()}. {answer.sentences()[0]}",
        _("I registret: %s") % site("adoption:decision", decision.entry.fact),
    )


@tell_of.register
def _announcement(fact: Announcement, register):
    """What the register says from now on; what it was about to say and nobody had checked is no longer told.

    That only *since* has become clearer the municipalities are not told anew.
    """
    if fact.announced == Announced.REPLACED:
        return
    states = Announcement.objects.exclude(announced=Announced.REPLACED).filter(entry__lt=fact.pk)
    last = states.order_by("-entry").first()
    slug = fact.revision.slug if fact.announced == Announced.APPLIES else ""
    again = last is not None and (last.announced, last.revision_id) == (fact.announced, fact.revision_id)
    waited = bool(slug) and Mail.objects.filter(held_for=slug).exists()
    Mail.objects.held().delete()
    answer = AnswerSentences(register, register.answer(fact.day))
    title, letter = answer.title(), [*answer.sentences(), _("I registret: %s") % site("programme:in_force")]
    held = []
    if slug and (waited or not again):
        waits = "" if all_checked(register, slug) else slug
        written = write(municipal(register, slug), title, *letter, held_for=waits)
        held = written if waits else []
    waiting = _("Kommunerna får det här brevet när antagandena är granskade mot justerade protokoll.")
    now = _("Sänd det nu: %s")
    subject = _("Tydligare än förut: %s") % title if again else title
    write(strategists(), subject, *letter, *([waiting, now % site("desk:mail", held[0].pk)] if held else []))


def tell_of_last(register: Register, slug: str) -> None:
    """All have adopted it, as far as is registered."""
    adoption, placement = Adoption(register, slug, localdate()), register.placements[slug]
    words = all_have_adopted(register, slug)
    start = placement.not_before
    write(
        everybody(register, slug),
        words,
        words + ", " + _("enligt registrerade beslut.") + " " + _("Inga beslut återstår."),
        _("Granskade mot justerade protokoll: %(checked)s av %(all)s.")
        % {"checked": number(len(adoption.checked)), "all": number(len(adoption.seats))},
        _("Det börjar gälla tidigast %s.") % the_day(start) if start and start > localdate() else "",
        _("I registret: %s") % site("adoption:revision", slug),
    )


def all_have_adopted(register: Register, slug: str) -> str:
    placement = register.placements[slug]
    return _("Alla %(all)s har antagit %(programme)s") % {
        "all": number(len(register.seats[placement.pk])),
        "programme": placement.short_name,
    }


def all_checked(register: Register, slug: str) -> bool:
    adoption = Adoption(register, slug, localdate())
    return len(adoption.checked) == len(adoption.seats)
