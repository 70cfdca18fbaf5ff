"""What follows from the records: fingerprints, and what the rule gave when it was announced."""

from dataclasses import fields
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption import in_force
from adoption.answers import Answer, Kind
from adoption.facts import Facts
from programme.canonical import canonical_of, fingerprint
from programme.models import Announcement, Placement
from programme.models.announcements import Announced
from programme.models.records import Origin
from sodertorn.announcing import announced, comes_before, state_of
from sodertorn.register import Register
from sodertorn.verifying.found import Found


def up_to(facts: Facts, number: int) -> Facts:
    """The facts that the entries up to a number state."""
    kinds = {f.name: getattr(facts, f.name) for f in fields(facts)}
    prefix = {kind: tuple(v for v in values if v.entry.number <= number) for kind, values in kinds.items()}
    return Facts(**prefix).at(None)


def answer_after(facts: Facts, number: int, day: date) -> tuple[Answer, in_force.Reading]:
    """What the rule gives for a day from the entries up to a number, and its cautious reading of them.

    Raises LineBroken.
    """
    known = up_to(facts, number)
    late, early = (in_force.Reading(known, cautious=cautious) for cautious in (True, False))
    return in_force.answer_of(late, early, day), late


def every_prefix() -> Found:
    """Could the register always say what applied, by what it knew then (R7)?

    Asked after each act: an act's entries have one moment, and between them it is half done.
    """
    register = Register()
    facts, last = register.facts, {entry.recorded: entry.number for entry in register.entries}
    found = Found(_("lägen från vilka regeln ger svar: %d") % len(last))
    for moment, number in last.items():
        try:
            answer_after(facts, number, localdate(moment))
        except in_force.LineBroken as broken:
            words = _("Händelse %(number)d: regeln kan inte svara (%(fault)s).")
            found.faults.append(words % {"number": number, "fault": broken})
    return found


def announcements() -> Found:
    """Did the rule, from the entries before each announcement, give what was announced?"""
    rows = list(Announcement.objects.select_related("revision", "entry").order_by("entry"))
    found = Found(_("tillkännagivanden räknade om: %d") % len(rows))
    facts = Register().facts
    for row in rows:
        if not agrees(row, facts):
            found.faults.append(
                _("Händelse %d: regeln ger ett annat svar än det som tillkännagavs.") % row.pk
            )
    return found


def agrees(row: Announcement, facts: Facts) -> bool:
    """What is announced as replaced stands in the line before the programme that applies."""
    try:
        answer, reading = answer_after(facts, row.pk, row.day)
    except in_force.LineBroken:
        return False
    if row.announced == Announced.REPLACED:
        return answer.kind == Kind.APPLIES and comes_before(reading, row.revision, answer.programme)
    return state_of(answer) == announced(row)


def fingerprints() -> Found:
    """Does the text of each original still have the fingerprint under which it was sent (R10)?"""
    sent = list(Placement.objects.filter(origin=Origin.SENT).select_related("revision"))
    found = Found(_("sända programs kontrollsummor: %d") % len(sent))
    for placement in sent:
        form = canonical_of(placement.revision, placement, placement.annex_sha256)
        if fingerprint(form) != placement.fingerprint:
            found.faults.append(
                _("Händelse %(number)d: texten i %(slug)s är inte den som sändes.")
                % {"number": placement.pk, "slug": placement.revision.slug}
            )
    return found
