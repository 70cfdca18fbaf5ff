"""Notices: the mails that tell of an act, written in its transaction by `announces` (sodertorn.announcing).

The strategists are told of everything. The municipalities are told what concerns them all; that
a programme applies only when its adoptions are checked against signed minutes, or when
somebody says "send now" (R13). What was read from a file tells nobody anything.
"""

from collections.abc import Iterable
from functools import singledispatch

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.answer_sentences import AnswerSentences
from adoption.confirm_services import token_of
from adoption.models import Decision, FollowUp, Municipality
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.recipients import addresses_of, strategists
from adoption.sentences import numbers_of, told
from adoption.states import Adoption
from programme.models import Announced, Announcement, Placement
from sodertorn import mail
from sodertorn.journal import Act, Fact
from sodertorn.outbox import Mail
from sodertorn.register import Register
from sodertorn.words import listed, number, sentence_case, the_day


def adopted_by_all(register: Register) -> set[str]:
    """The sent programmes that all have adopted by today."""
    sent = [slug for slug, p in register.placements.items() if p.sent_on and slug not in register.withdrawals]
    adoptions = [Adoption(register, slug, localdate()) for slug in sent]
    return {a.slug for a in adoptions if a.seats and len(a.adopted) == len(a.seats)}


def tell(facts: Iterable[Fact], *, since: int) -> None:
    """Write the notices of what an act recorded; `since` is the number of its first entry."""
    register = Register()
    with override("sv"):
        for fact in facts:
            tell_of(fact, register)
        for slug in adopted_by_all(register) - adopted_by_all(register.before(since)):
            tell_of_last(register, slug)


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
        answer = _("Svar önskas senast %s.") % the_day(fact.answer_by) if fact.answer_by else ""
        write(
            addresses_of(municipality),
            _("För antagande: %s") % fact.title,
            _("Samarbetskommittén har beslutat att sända %s för antagande.") % fact.title + " " + answer,
            _("Missiv: %s") % site("programme:paper", *place, "missiv", "pdf"),
            _("Alla handlingar till kommunstyrelsen i %(name)s: %(url)s")
            % {"name": municipality.name, "url": site("programme:papers", *place)},
            _(
                "Handlingarna är öppna utan konto. Skicka gärna brevet vidare till den som handlägger ärendet."
            ),
            _("När beslutet är fattat, registrera det här: %s") % site("registering:asked"),
        )


@tell_of.register
def _decision(fact: Decision, register):
    ask_municipality(register, fact)
    if fact.entry.act != Act.REGISTER:
        return
    said = told(register, fact)
    changed = fact.outcome == Outcome.ADOPTED and not fact.adopts
    words = _("Texten är ändrad, så beslutet räknas inte: %s") if changed else _("Registrerat: %s")
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
        _("Registrerat av %s.") % fact.entry.office,
        _("På skrivbordet: %s") % site("desk:decision", fact.entry.fact),
    )


def ask_municipality(register: Register, decision: Decision) -> None:
    """What others register for it, a municipality is asked to confirm."""
    own = decision.case.body.municipality
    if own is None or decision.entry.void or decision.entry.office == own.full_name:
        return
    said = told(register, decision)
    write(
        addresses_of(own),
        with_numbers(register, decision.case_id, _("Stämmer det? %s") % said),
        _("Vi har registrerat ert beslut så här:"),
        said,
        _("Stämmer det? Svara Ja, eller Nej och vad som är fel, här. Det behövs inget konto:")
        + "\n"
        + site("confirm", token_of(decision)),
    )


def tell_of_objection(decision: Decision, words: str) -> None:
    """A municipality says that its decision is not registered right."""
    with override("sv"):
        register, own = Register(), decision.case.body.municipality
        write(
            strategists(),
            with_numbers(register, decision.case_id, _("%s: det stämmer inte") % own.full_name),
            _("%s har svarat att det här inte stämmer:") % own.full_name,
            told(register, decision),
            f"”{words}”",
            _("På skrivbordet: %s") % site("desk:decision", decision.entry.fact),
        )


@tell_of.register
def _follow_up(fact: FollowUp, register):
    decision = register.decisions.get(fact.decision.entry.fact)
    if decision is None or fact.entry.void:
        return
    slug = decision.case.revision.slug
    if fact.step == FollowUpKind.CHECKED and all_checked(register, slug):
        mail.release(held_for=slug)
    if fact.step in ENDS and fact.entry.act == Act.REGISTER:
        what = _("%(what)s, från %(day)s") % {
            "what": sentence_case(fact.get_step_display()),
            "day": the_day(fact.on),
        }
        answer = AnswerSentences(register, register.answer(localdate()))
        write(
            everybody(register, slug),
            with_numbers(register, decision.case_id, f"{what}: {told(register, decision)}"),
            told(register, decision),
            f"{what}.",
            answer.sentences()[0],
            _("I registret: %s") % site("adoption:decision", decision.entry.fact),
        )


@tell_of.register
def _announcement(fact: Announcement, register):
    """What the register says from now on; what it was about to say and nobody had checked is no longer told."""
    if fact.announced == Announced.REPLACED:
        return
    Mail.objects.held().delete()
    answer = AnswerSentences(register, register.answer(fact.day))
    letter = [answer.title(), *answer.sentences(), _("I registret: %s") % site("programme:in_force")]
    held = []
    if fact.announced == Announced.APPLIES:
        slug = fact.revision.slug
        waits = "" if all_checked(register, slug) else slug
        written = write(municipal(register, slug), *letter, held_for=waits)
        held = written if waits else []
    waiting = _("Kommunerna får det här brevet när antagandena är granskade mot justerade protokoll.")
    now = _("Sänd det nu: %s")
    write(strategists(), *letter, *([waiting, now % site("desk:mail", held[0].pk)] if held else []))


def tell_of_last(register: Register, slug: str) -> None:
    """All have adopted it, as far as is registered."""
    adoption, placement = Adoption(register, slug, localdate()), register.placements[slug]
    words = _("Alla %(all)s har antagit %(programme)s") % {
        "all": number(len(adoption.seats)),
        "programme": placement.short_name,
    }
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


# To whom, and in what form


def write(to: Iterable[str], subject: str, *paragraphs: str, held_for: str = "") -> list[Mail]:
    """The same letter to each address; a paragraph that says nothing is left out."""
    demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
    ends = [
        _("Skiljer sig registret från ett justerat protokoll gäller protokollet."),
        _("Registret för Södertörns utvecklingsprogram, %s") % site("start"),
    ]
    text = "\n\n".join(filter(None, [*demo, *paragraphs, *ends])) + "\n"
    return [mail.write(to=address, subject=subject, text=text, held_for=held_for) for address in to]


def seated(register: Register, placement: Placement) -> list[Municipality]:
    return [seat.body.municipality for seat in register.seats[placement.pk] if seat.body.municipality]


def municipal(register: Register, slug: str) -> list[str]:
    """The addresses of all municipalities that the programme was sent to."""
    found = [addresses_of(one) for one in seated(register, register.placements[slug])]
    return list(dict.fromkeys(address for addresses in found for address in addresses))


def everybody(register: Register, slug: str) -> list[str]:
    return list(dict.fromkeys([*strategists(), *municipal(register, slug)]))


def all_checked(register: Register, slug: str) -> bool:
    adoption = Adoption(register, slug, localdate())
    return len(adoption.checked) == len(adoption.seats)


def with_numbers(register: Register, case: int, subject: str) -> str:
    """A subject with the reference numbers of the case, so that it is filed where it belongs."""
    numbers = numbers_of(register, case)
    return f"{subject.rstrip('.')} ({listed(numbers)})" if numbers else subject.rstrip(".")


def site(name: str, *place) -> str:
    return settings.SITE_URL + reverse(name, args=place)
