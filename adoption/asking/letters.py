"""Ready letters: a municipality is asked for the public documents that the register lacks, made from the gaps themselves."""

from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from adoption.models import Case, Decision, Municipality
from adoption.models.follow_ups import FollowUpKind
from adoption.registering.asked import newest_first
from adoption.sentences import body_words, numbers_of, on_day
from adoption.states import Adoption, SeatState
from sodertorn.desk import office
from sodertorn.register import Register
from sodertorn.words import listed, paragraph
from sodertorn.writing import site

DECIDED = (SeatState.ADOPTED, SeatState.UNKNOWN)


@dataclass(frozen=True)
class Lack:
    """What the register lacks of one municipality's decision on one programme."""

    slug: str
    municipality: Municipality
    case: Case
    decision: Decision | None
    extract: bool
    annex: bool


def lacks(register: Register) -> list[Lack]:
    """Whose minutes are not filed, and in which programmes texts are missing that stood in the decision's annex."""
    today, cases = localdate(), {(c.revision.slug, c.body.seat): c for c in reversed(register.cases)}
    found = []
    for slug in newest_first(register):
        if slug in register.withdrawals:
            continue
        transcript = register.placements[slug].sent_on is None
        annex = transcript and any(text.not_entered for text in register.texts[slug])
        for seat in Adoption(register, slug, today).seats:
            case = seat.decision.case if seat.decision else cases.get((slug, seat.seat))
            if case is None or case.body.municipality is None or not (transcript or seat.state in DECIDED):
                continue
            extract = not (seat.decision and has_extract(register, seat.decision))
            if extract or annex:
                found.append(Lack(slug, case.body.municipality, case, seat.decision, extract, annex))
    return found


def has_extract(register: Register, decision: Decision) -> bool:
    return any(f.step == FollowUpKind.EXTRACT_FILED for f in register.follow_ups[decision.entry.fact])


def documents(register: Register, lack: Lack) -> list[str]:
    """The documents, each as it can be found in an archive: by programme, day, § and reference number where known."""
    title = register.placements[lack.slug].title
    decision, numbers = lack.decision, numbers_of(register, lack.case.pk)
    known = [
        body_words(lack.case.body.kind, lack.municipality.name),
        on_day(decision) if decision else "",
        paragraph(decision.paragraph) if decision and decision.paragraph else "",
        _("diarienummer %s") % listed(numbers) if numbers else "",
    ]
    where = ", ".join(filter(None, known))
    said, found = {"programme": title, "where": where}, []
    if lack.extract:
        found.append(_("protokollsutdraget från ert beslut om %(programme)s (%(where)s)") % said)
    if lack.annex and lack.extract:
        found.append(_("bilagan till samma beslut: programmets text"))
    elif lack.annex:
        found.append(_("bilagan till ert beslut om %(programme)s: programmets text (%(where)s)") % said)
    return found


def letter(register: Register, lack: Lack, by) -> tuple[str, str]:
    """The subject and the words, as they can be edited before they are sent.

    Everyone's right to public documents: tryckfrihetsförordningen 2 kap. 1 §; to a copy: 16 §.
    """
    with override("sv"):
        subject = _("Begäran om allmän handling: %s") % register.placements[lack.slug].title
        lines = [f"– {words}" for words in documents(register, lack)]
        paragraphs = [
            _("Till registrator, %s") % lack.municipality.full_name,
            _("Hej!"),
            _(
                "I registret över Södertörns utvecklingsprogram saknas handlingar från ert beslut. "
                "Med stöd av 2 kap. 1 och 16 §§ tryckfrihetsförordningen ber vi om en kopia av"
            ),
            ";\n".join(lines) + ".",
            _(
                "Det räcker med en fil i ett svar på det här brevet, eller med adressen om handlingen finns på er "
                "webbplats. Den som registrerar för kommunen kan också lämna filen direkt: %s"
            )
            % site("registering:case", lack.case.pk),
            _("Säg gärna till innan om kopian kostar något. Tack för hjälpen!"),
            "\n".join(filter(None, [str(by), office(), by.email if str(by) != by.email else ""])),
        ]
    return subject, "\n\n".join(paragraphs)
