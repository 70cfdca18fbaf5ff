"""What follows from the records: fingerprints, and what the rule gave when it was announced."""

from dataclasses import fields

from django.utils.translation import gettext as _

from adoption import in_force
from adoption.facts import Facts
from programme.canonical import canonical_of, fingerprint
from programme.models import Announcement, Placement
from programme.models.announcements import Announced
from programme.models.records import Origin
from sodertorn.announcing import announced, state_of
from sodertorn.register import Register
from sodertorn.verifying.found import Found


def up_to(facts: Facts, number: int) -> Facts:
    """The facts that the entries up to a number state."""
    kinds = {f.name: getattr(facts, f.name) for f in fields(facts)}
    prefix = {kind: tuple(v for v in values if v.entry.number <= number) for kind, values in kinds.items()}
    return Facts(**prefix).at(None)


def announcements() -> Found:
    """Did the rule, from the entries before each announcement, give what was announced?"""
    rows = list(Announcement.objects.select_related("revision", "entry").order_by("entry"))
    found = Found(_("tillkännagivanden räknade om: %d") % len(rows))
    facts = Register().facts
    for row in rows:
        known = up_to(facts, row.pk)
        late, early = (in_force.Reading(known, cautious=cautious) for cautious in (True, False))
        answer = in_force.answer_of(late, early, row.day)
        replaced = row.announced == Announced.REPLACED
        agrees = answer.programme != row.revision.slug if replaced else state_of(answer) == announced(row)
        if not agrees:
            found.faults.append(
                _("Händelse %d: regeln ger ett annat svar än det som tillkännagavs.") % row.pk
            )
    return found


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
