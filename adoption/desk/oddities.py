"""What is possible but unusual about a decision and what comes after it: confirmed with a reason (issue 4)."""

import re
from datetime import date, timedelta

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.appeal import SIGNED_WITHIN, day_off_words, last_day
from adoption.desk.file_reading import reading_about
from adoption.desk.filling_words import place_words
from adoption.models import Decision, FollowUp
from adoption.models.bodies import BodyKind
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import ENDS, FollowUpKind
from adoption.reading.values import Kind
from adoption.sentences import paragraph_words
from sodertorn.register import Register
from sodertorn.words import the_day

ANNOUNCED_WITHIN = timedelta(days=2)
LONG_MEETING = timedelta(days=3)
ONE_PARAGRAPH = r"(?:K[SF] *)?\d{1,4}(?: ?[a-zåäö])?(?:[/:]\d{2,4})?"
PARAGRAPHS = re.compile(rf"{ONE_PARAGRAPH}(?:(?: ?[-–] ?|, ?| och ){ONE_PARAGRAPH})*", re.IGNORECASE)
"""As municipalities write their §: `9`, `45 a`, `250/18`, `9–10`."""

ONCE = (FollowUpKind.SIGNED, FollowUpKind.ANNOUNCED, FollowUpKind.TAKEN_DOWN, FollowUpKind.LEGAL_FORCE)


def odd_decision(
    register: Register,
    decision: Decision,
    signed_on: date | None = None,
    announced_on: date | None = None,
    extract: str = "",
) -> list[str]:
    """What is unusual about a decision as it would stand, and the file that comes along; it may not be saved yet."""
    odd = odd_day(register, decision) if decision.exact else []
    if decision.starts and decision.latest and decision.starts < decision.latest:
        odd.append(_("Beslutets egen startdag ligger före sammanträdet."))
    if decision.case.revision.slug in register.withdrawals:
        odd.append(_("Programmet är återkallat."))
    if decision.paragraph and not PARAGRAPHS.fullmatch(decision.paragraph):
        odd.append(_("”%s” ser inte ut som numret på en §.") % decision.paragraph)
    return [
        *odd,
        *odd_order(register, decision),
        *odd_extract(register, decision, extract),
        *odd_signing(decision, signed_on),
        *odd_notice(decision, signed_on, announced_on),
        *others_of_the_day(register, decision),
    ]


def odd_day(register: Register, decision: Decision) -> list[str]:
    odd, on = [], decision.latest
    placement = register.placements.get(decision.case.revision.slug)
    if placement and placement.sent_on and on < placement.sent_on:
        words = _("Beslutet är daterat %(day)s, innan programmet sändes %(sent)s.")
        odd.append(words % {"day": the_day(on), "sent": the_day(placement.sent_on)})
    odd += filter(None, [day_off_words(on)])
    if decision.began and on - decision.began > LONG_MEETING:
        odd.append(_("Sammanträdet varade i mer än tre dagar."))
    return odd


def odd_signing(decision: Decision, signed_on: date | None) -> list[str]:
    met = decision.latest if decision.exact else decision.earliest
    if signed_on is None or met is None:
        return []
    if signed_on < met:
        return [_("Protokollet är justerat före sammanträdet.")]
    if signed_on - met > SIGNED_WITHIN and decision.exact:
        return [_("Protokollet är justerat mer än 14 dagar efter sammanträdet.")]
    return []


def odd_notice(decision: Decision, signed_on: date | None, announced_on: date | None) -> list[str]:
    met = decision.latest if decision.exact else decision.earliest
    odd = [_("Dagen ligger före sammanträdet.")] if announced_on and met and announced_on < met else []
    if announced_on:
        odd += after(signed_on, announced_on, _("Det är tillkännagivet innan det justerades."))
        if late(signed_on, announced_on, ANNOUNCED_WITHIN):
            odd.append(_("Det är tillkännagivet mer än två dagar efter justeringen."))
    return odd


def odd_order(register: Register, decision: Decision) -> list[str]:
    """A council adopts what its board has passed on (R2)."""
    if decision.case.body.kind != BodyKind.COUNCIL or decision.outcome != Outcome.ADOPTED:
        return []
    case = decision.case.revision.slug, decision.case.body.seat
    if not register.early.passed_on(*case, date.max):
        return [_("Kommunstyrelsen har inte lämnat ärendet vidare till fullmäktige, enligt registret.")]
    if decision.exact and not register.early.passed_on(*case, decision.latest):
        return [_("Kommunstyrelsen lämnade ärendet vidare först efter den dagen, enligt registret.")]
    return []


def odd_extract(register: Register, decision: Decision, sha256: str) -> list[str]:
    """What the file that comes with a decision states otherwise, whether or not the form was filled from it."""
    reading = reading_about(sha256, register.placements.get(decision.case.revision.slug)) if sha256 else None
    if reading is None:
        return []
    other = {
        Kind.JUDGMENT: _("Filen är en dom, inget protokoll."),
        Kind.OTHER_BODY: _("Filen är ett utskotts eller en nämnds protokoll."),
        Kind.PRELIMINARY: _("Protokollet är preliminärt eller inte justerat."),
    }
    if reading.kind == Kind.ELSEWHERE:
        return [_("Utdraget är en annan kommuns (%s).") % place_words(reading.sign)]
    if reading.kind in other:
        return [
            f"{other[reading.kind]} ({place_words(reading.sign)})" if reading.sign else other[reading.kind]
        ]
    body = decision.case.body
    registered = {
        "municipality": body.municipality and body.municipality.slug,
        "body": body.kind if body.kind != BodyKind.UNNAMED else "",
        "on": decision.latest.isoformat() if decision.exact else "",
        "paragraph": first_number(decision.paragraph),
    }
    words = {
        "municipality": _("Utdraget är en annan kommuns (%s)."),
        "body": _("Utdraget är ett annat organs (%s)."),
        "on": _("I utdraget står en annan dag (%s)."),
        "paragraph": _("I utdraget står en annan § (%s)."),
    }
    stated = {name: one.value for name, one in reading.fields.items()}
    stated["paragraph"] = first_number(stated.get("paragraph", ""))
    return [
        words[name] % place_words(reading.fields[name])
        for name, said in registered.items()
        if said and stated.get(name, "") not in ("", said)
    ]


def first_number(written: str) -> str:
    """Of a § its number alone, without the year: `250` of `KS 250/18`."""
    number = re.search(r"\d+(?: ?[a-zåäö]\b)?", written.casefold())
    return number[0].replace(" ", "") if number else ""


def others_of_the_day(register: Register, decision: Decision) -> list[str]:
    """Decisions of the same municipality that this one may have been mixed up with."""
    entered = decision.entry.fact if decision.pk else None
    others = [
        other
        for other in register.decisions.values()
        if other.entry.fact != entered and other.case.body.seat == decision.case.body.seat
    ]
    return [words for other in others if (words := mixed_up(other, decision))]


def mixed_up(other: Decision, decision: Decision) -> str:
    same_programme = other.case.revision.slug == decision.case.revision.slug
    same_day = decision.exact and other.exact and other.latest == decision.latest
    same_paragraph = decision.paragraph and other.paragraph == decision.paragraph
    number = {"number": other.entry.fact, "paragraph": paragraph_words(other)}
    if same_programme and same_day:
        words = _("Samma dag finns redan ett beslut om programmet (%(paragraph)s, händelse %(number)d).")
        return words % number
    if same_day and same_paragraph and other.case.body.kind == decision.case.body.kind:
        words = _("Samma § samma dag gällde ett annat program enligt registret (händelse %(number)d).")
        return words % number
    if same_programme and other.adopts and decision.adopts and not other.exact and not decision.pk:
        words = _(
            "Kommunen har redan ett antagande vars dag inte är känd (händelse %(number)d). "
            "Är det samma beslut, komplettera det i stället."
        )
        return words % number
    return ""


def odd_taking_back(decision: Decision, older: Decision | None) -> list[str]:
    if older and older.exact and decision.latest and older.latest > decision.latest:
        return [_("Beslutet som tas tillbaka fattades senare än det nya.")]
    return []


def odd_supplement(
    register: Register, known: Decision, fuller: Decision, **minutes: date | str | None
) -> list[str]:
    """Only what the supplement itself brings: what was odd before has been confirmed."""
    was = odd_decision(register, known)
    return [words for words in odd_decision(register, fuller, **minutes) if words not in was]


def odd_correction(register: Register, known: Decision, right: Decision, extract: str = "") -> list[str]:
    odd = odd_supplement(register, known, right, extract=extract)
    outside = right.exact and (
        (known.earliest and not known.exact and right.latest < known.earliest)
        or (known.latest and not known.exact and right.latest > known.latest)
    )
    if outside:
        odd.append(_("Dagen ligger utanför vad källorna har sagt hittills."))
    return odd


# What comes after


def odd_follow_up(register: Register, decision: Decision, filed: list[FollowUp], stated: dict) -> list[str]:
    """What is unusual about one thing that came after, beside what is filed already."""
    step, on, extract = stated["step"], stated["on"], stated["extract"]
    odd = odd_extract(register, decision, extract.sha256) if extract else []
    odd += odd_step(decision, filed, step, on) if on else []
    odd += odd_appeal(filed, step, on) if on else []
    if step in ONCE and any(f.step == step for f in filed):
        odd.append(_("Det finns redan en sådan uppgift. Är den fel, rätta den i stället."))
    return odd


def odd_check(filed: list[FollowUp]) -> list[str]:
    """What the check of a decision stands on: minutes that the register neither has nor knows to be signed (R13)."""
    there = {f.step for f in filed} & {FollowUpKind.SIGNED, FollowUpKind.EXTRACT_FILED}
    return [] if there else [_("Registret har varken protokollet eller dagen då det justerades.")]


def odd_step(decision: Decision, filed: list[FollowUp], step: str, on: date) -> list[str]:
    met = decision.latest if decision.exact else decision.earliest
    days = {f.step: f.on for f in filed if f.on}
    odd = odd_signing(decision, on) if step == FollowUpKind.SIGNED else []
    if step == FollowUpKind.ANNOUNCED:
        odd += odd_notice(decision, days.get(FollowUpKind.SIGNED), on)
    elif not odd and met and on < met:
        odd.append(_("Dagen ligger före sammanträdet."))
    if step == FollowUpKind.TAKEN_DOWN:
        put_up = days.get(FollowUpKind.ANNOUNCED)
        odd += after(put_up, on, _("Det är nedtaget innan det tillkännagavs."))
        if put_up and put_up <= on <= last_day(put_up):
            odd.append(
                _("Det är nedtaget innan överklagandetiden har gått ut, %s.") % the_day(last_day(put_up))
            )
    if step in ENDS and on > localdate():
        odd.append(_("Dagen har inte varit än."))
    return odd


def odd_appeal(filed: list[FollowUp], step: str, on: date) -> list[str]:
    """What appeal, judgment and legal force say against each other (kommunallagen 13 kap. 5 §)."""
    days = {f.step: f.on for f in filed}
    put_up, odd = days.get(FollowUpKind.ANNOUNCED), []
    judged = {FollowUpKind.JUDGMENT, FollowUpKind.ANNULLED} & days.keys()
    if step == FollowUpKind.LEGAL_FORCE:
        if put_up and on <= last_day(put_up):
            odd.append(_("Beslutet kunde ännu överklagas, till och med %s.") % the_day(last_day(put_up)))
        if FollowUpKind.APPEALED in days and not judged:
            odd.append(_("Beslutet är överklagat, och registret har ingen uppgift om dom."))
    if step == FollowUpKind.JUDGMENT and FollowUpKind.APPEALED not in days:
        odd.append(_("Registret har ingen uppgift om överklagande."))
    if step in (FollowUpKind.APPEALED, FollowUpKind.JUDGMENT) and FollowUpKind.LEGAL_FORCE in days:
        odd.append(_("Beslutet har redan fått laga kraft enligt registret."))
    return odd


def after(first: date | None, on: date, words: str) -> list[str]:
    return [words] if first and on < first else []


def late(first: date | None, on: date, within: timedelta) -> bool:
    return bool(first) and on - first > within
