"""What confirms that a decision is registered: on screen, as a mail, and as a PDF that can be filed."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.appeal import AppealState, appeal_of
from adoption.decision_pages import remarks
from adoption.models import Decision
from adoption.models.bodies import BodyKind
from adoption.models.decisions import Outcome
from adoption.models.follow_ups import FollowUpKind
from adoption.models.sources import SourceKind
from adoption.recipients import addresses_of
from adoption.sentences import body_of, day_words, decision_sentence, numbers_of, paragraph_words, told
from sodertorn import mail
from sodertorn.journal import Act
from sodertorn.log_lines import LogLine
from sodertorn.register import Register
from sodertorn.typeset import dated, typeset
from sodertorn.words import moment, sentence_case, the_day

TEMPLATE = Path(__file__).with_name("confirmation.typ").read_bytes()
SHORT = {BodyKind.BOARD: "KS", BodyKind.COUNCIL: "KF"}


@dataclass(frozen=True)
class Confirmation:
    """What the register says of one entry of a decision, and by what that can be proved later."""

    register: Register
    decision: Decision

    @property
    def title(self) -> str:
        entry = self.decision.entry
        if entry.void:
            return _("Bekräftelse på struket beslut")
        corrected = entry.act == Act.CORRECT
        return _("Bekräftelse på rättat beslut") if corrected else _("Bekräftelse på registrerat beslut")

    @property
    def sentence(self) -> str:
        said = decision_sentence(self.decision, self.placement.short_name)
        return _("Det här har aldrig hänt: %s") % said if self.decision.entry.void else said

    @property
    def placement(self):
        return self.register.placements[self.decision.case.revision.slug]

    @property
    def municipality(self):
        return self.decision.case.body.municipality

    @property
    def follow_ups(self) -> list:
        return self.register.follow_ups[self.decision.entry.fact]

    @property
    def remarks(self) -> list[str]:
        demo = [_("Demonstration. Uppgifterna är påhittade.")] if settings.DEMO else []
        return demo if self.decision.entry.void else demo + remarks(self.decision, self.follow_ups)

    @property
    def changed(self) -> list[str]:
        """That what is confirmed here has been filled in or corrected since."""
        newest = self.register.chain(self.decision.entry.fact)[-1]
        if newest.number == self.decision.pk:
            return []
        if newest.void:
            return [
                _("Beslutet har strukits sedan dess (händelse %d): det har aldrig fattats.") % newest.number
            ]
        if newest.act == Act.SUPPLEMENT:
            return [_("Beslutet har kompletterats sedan dess (händelse %d).") % newest.number]
        return [
            _("Beslutet har rättats sedan dess (händelse %d). Det som står här gäller inte.") % newest.number
        ]

    @cached_property
    def line(self) -> LogLine:
        """What is confirmed as the event log has it: it proves all lines before it, and is the same whenever it is read."""
        return LogLine.objects.get(entry=self.decision.pk)

    @property
    def url(self) -> str:
        return settings.SITE_URL + reverse("adoption:decision", args=[self.decision.entry.fact])

    @property
    def filename(self) -> str:
        """`Nykvarn_KS_2027-02-09_par-7_bekraftelse.pdf`; of what was filled in or corrected later, with its event."""
        decision = self.decision
        event = f"handelse-{decision.pk}" if decision.pk != decision.entry.fact else ""
        parts = [
            self.municipality.name,
            SHORT.get(decision.case.body.kind, ""),
            decision.latest.isoformat() if decision.exact else "",
            f"par-{slugify(decision.paragraph.replace('/', '-'))}" if decision.paragraph else "",
            event,
            "bekraftelse",
        ]
        return "_".join(filter(None, parts)) + ".pdf"

    @property
    def outcome(self) -> str:
        """What the body did; who changed the text adopted another programme."""
        decision = self.decision
        if decision.outcome == Outcome.ADOPTED and not decision.adopts:
            return _("Antog en ändrad text i stället för programmet")
        return sentence_case(decision.get_outcome_display())

    @property
    def numbers(self) -> str:
        return ", ".join(numbers_of(self.register, self.decision.case_id))

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What was registered: its name and its words."""
        decision, entry = self.decision, self.decision.entry
        adopted = decision.outcome == Outcome.ADOPTED
        found = [
            (_("Kommun"), self.municipality.full_name),
            (_("Ert diarienummer"), self.numbers),
            (_("Program"), self.placement.title),
            (_("Organ"), sentence_case(body_of(decision))),
            (_("Sammanträde"), day_words(decision)),
            (_("Paragraf"), paragraph_words(decision)),
            (_("Beslut"), self.outcome),
            (
                _("Är texten oförändrad?"),
                sentence_case(decision.get_text_change_display()) if adopted else "",
            ),
            (
                _("Vilket dokument antogs?"),
                sentence_case(decision.get_document_display()) if decision.adopts else "",
            ),
            (_("Gäller enligt beslutet från"), decision.starts and the_day(decision.starts)),
            (_("Förbehåll"), self.doubts),
            (_("Villkor eller gräns"), decision.doubt_words),
            (_("Beslutets ordalydelse"), decision.text),
            (_("Rättelse"), f"{entry.get_correction_display()}: {entry.reason}" if entry.correction else ""),
            *self.papers(),
            (
                _("Registrerat"),
                _("%(moment)s av %(office)s") % {"moment": moment(entry.recorded), "office": entry.office},
            ),
            (_("I registret"), self.url),
        ]
        return [(name, value) for name, value in found if value]

    @property
    def doubts(self) -> str:
        """What was ticked that may make an adoption doubtful (R12)."""
        ticked = [name for name in ("conditional", "limited", "delegated") if getattr(self.decision, name)]
        return ", ".join(str(Decision._meta.get_field(name).verbose_name) for name in ticked)

    def papers(self) -> list[tuple[str, str]]:
        """What came after, until when it may be appealed, and what it takes back."""
        names = {
            FollowUpKind.SIGNED: _("Protokollet justerades"),
            FollowUpKind.ANNOUNCED: _("Justeringen tillkännagavs"),
        }
        found = [(names[f.step], the_day(f.on)) for f in self.follow_ups if f.step in names and f.on]
        appeal = appeal_of(self.follow_ups, localdate()) if self.decision.adopts else None
        if appeal and appeal.last and appeal.state != AppealState.TAKEN_DOWN_EARLY:
            found.append((_("Sista dag att överklaga (beräknad)"), the_day(appeal.last)))
        found += [(_("Upphäver"), told(self.register, older)) for older in self.taken_back()]
        cited = [c.source for c in self.register.sources_of(self.decision.entry.fact)]
        links = dict.fromkeys(s.url for s in cited if s.url and s.kind == SourceKind.MINUTES)
        found += [(_("Länk till protokollet"), url) for url in links]
        files = [f.extract_id for f in self.follow_ups if f.step == FollowUpKind.EXTRACT_FILED]
        return found + [(_("Inlämnad fil, kontrollsumma (SHA-256)"), sum_of_it) for sum_of_it in files]

    def taken_back(self) -> list[Decision]:
        """The older decisions that this one rescinds (R3b)."""
        number = self.decision.entry.fact
        steps = [f for filed in self.register.follow_ups.values() for f in filed if f.through]
        facts = [f.decision.entry.fact for f in steps if f.through.entry.fact == number]
        return [self.register.decisions[fact] for fact in facts if fact in self.register.decisions]

    @property
    def proofs(self) -> list[tuple[str, str]]:
        """Checksums in whole: of the programme's text and document, and of the event log to where it has this."""
        found = [
            (_("Programmets text, kontrollsumma (SHA-256)"), self.placement.fingerprint),
            (_("Det sända dokumentet, kontrollsumma (SHA-256)"), self.placement.annex_sha256),
            (_("Beslutets händelse i händelseloggen"), str(self.decision.pk)),
            (_("Händelseloggen till och med den, kontrollsumma (SHA-256)"), self.line.sha256),
        ]
        return [(name, value) for name, value in found if value]


def confirmation_of(register: Register, case, number: int) -> Confirmation | None:
    """Of one entry of a decision in the case."""
    rows = (d for d in register.all_decisions if d.pk == number and d.case_id == case.pk)
    decision = next(rows, None)
    return Confirmation(register, decision) if decision else None


def confirmed_at(decision: Decision) -> str:
    return reverse("registering:confirmation", args=[decision.case_id, decision.pk])


def ending() -> str:
    return _("Skiljer sig registret från ett justerat protokoll gäller protokollet.")


def pdf(confirmation: Confirmation, language: str) -> bytes:
    groups = [confirmation.rows, confirmation.proofs]
    said = {
        "title": confirmation.title,
        "sentence": confirmation.sentence,
        "remarks": [*confirmation.changed, *confirmation.remarks],
        "groups": [[{"name": name, "value": value} for name, value in group] for group in groups],
        "ending": ending(),
        "language": language,
        "date": dated(localdate(confirmation.decision.entry.recorded)),
    }
    return typeset(TEMPLATE, said)


@override("sv")
def send_confirmation(decision: Decision, user=None) -> None:
    """Write the mail that confirms it, with the PDF to file, in the transaction of the act.

    To whoever registered, and to the municipality's own mailbox if it was the municipality: there it is filed.
    When nobody was signed in, to all its addresses.
    """
    confirmation = Confirmation(Register(), decision)
    rows = [f"{name}: {value}" for name, value in [*confirmation.rows, *confirmation.proofs]]
    paragraphs = [
        confirmation.sentence,
        *confirmation.changed,
        *confirmation.remarks,
        "\n".join(rows),
        _("Bekräftelsen att diarieföra följer med som PDF: %s") % confirmation.filename,
        _("Den finns också här, för den som loggar in: %s") % (settings.SITE_URL + confirmed_at(decision)),
        ending(),
    ]
    numbers = f" ({confirmation.numbers})" if confirmation.numbers else ""
    subject = confirmation.title + numbers + f": {confirmation.municipality.name}"
    letter = {"text": "\n\n".join(paragraphs) + "\n", "encloses": f"bekraftelse/{decision.pk}"}
    own = confirmation.municipality
    office = own.contact_email if decision.entry.office == own.full_name else ""
    to = (office, user.email) if user else addresses_of(own)
    for address in {one.casefold(): one for one in to if one}.values():
        mail.write(to=address, subject=subject, **letter)
