"""What has been recorded, an entry at a time, in words (händelser)."""

from functools import singledispatch

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.models import Case, CaseDetail, Decision, FollowUp, StillRight
from adoption.sentences import decision_sentence
from programme.comments import beginning
from programme.models import (
    Announced,
    Announcement,
    Answer,
    Erratum,
    ErratumAnswer,
    Lineage,
    Part,
    Placement,
    TextCheck,
    TextRecord,
    Translation,
    Withdrawal,
)
from programme.models.structure import PartKind
from sodertorn.edits import EDITS, Edit
from sodertorn.journal import Act, Entry, Fact, fact_kinds
from sodertorn.masking import Masking
from sodertorn.register import Register
from sodertorn.words import moment, sentence_case, the_day

RELATED = {
    Placement: ["revision"],
    Withdrawal: ["revision"],
    TextRecord: ["part__revision"],
    TextCheck: ["record__part__revision"],
    Lineage: ["later__revision", "earlier"],
    Translation: ["revision", "part"],
    Case: ["revision", "body__municipality"],
    CaseDetail: ["case__revision", "case__body__municipality"],
    Decision: ["case__revision", "case__body__municipality"],
    FollowUp: ["decision__case__revision", "decision__case__body__municipality", "decision__entry"],
    Announcement: ["revision"],
    Edit: ["entry"],
    Masking: ["entry"],
    Erratum: ["part__revision"],
    ErratumAnswer: ["erratum__part__revision", "municipality"],
    StillRight: ["municipality"],
}
"""What must be read with each kind of fact to say it in words."""


def events(*, after: int = 0, newest: int | None = None) -> list[dict]:
    """The newest entries after a number, newest first; a fixed number of queries."""
    numbers = list(
        Entry.objects.filter(number__gt=after).order_by("-number").values_list("number", flat=True)[:newest]
    )
    if not numbers:
        return []
    facts = {fact.pk: fact for fact in facts_of(numbers)}
    register = Register()
    names = {slug: placement.short_name for slug, placement in register.placements.items()}
    words = {part: text.words.text for part, text in register.text_by_part.items()}
    return [event(facts[number], names, words) for number in numbers]


def facts_of(numbers: list[int]) -> list[Fact]:
    """The facts of entries, with these and who made them; what came after a decision names it as it stood then."""
    facts = [
        fact
        for model in fact_kinds()
        for fact in model.objects.select_related("entry__by", *RELATED[model]).filter(entry__in=numbers)
    ]
    filed = [fact for fact in facts if isinstance(fact, FollowUp)]
    chains = Decision.objects.filter(entry__fact__in={fact.decision.entry.fact for fact in filed})
    rows = list(chains.select_related(*RELATED[Decision], "entry").order_by("entry")) if filed else []
    for fact in filed:
        of_it = [row for row in rows if row.entry.fact == fact.decision.entry.fact and row.pk < fact.pk]
        fact.decision = of_it[-1]
    return facts


def event(fact: Fact, names: dict[str, str], words: dict[int, str]) -> dict:
    entry, revision = fact.entry, revision_of(fact)
    slug = revision.slug if revision else ""
    name = names.get(slug, slug)
    return {
        "number": entry.number,
        "act": sentence_case(entry.get_act_display()),
        "recorded": moment(entry.recorded),
        "office": entry.office,
        "by": str(entry.by or ""),
        "sentence": sentence_of(fact, name, words),
        "slug": slug,
        "url": address_of(fact),
    }


def revision_of(fact: Fact):
    """The programme that a fact is about; None where it is about none."""
    match fact:
        case Edit() | Masking() | StillRight():
            return None
        case TextRecord() | Erratum():
            return fact.part.revision
        case ErratumAnswer():
            return fact.erratum.part.revision
        case TextCheck():
            return fact.record.part.revision
        case Lineage():
            return fact.later.revision
        case CaseDetail() | Decision():
            return fact.case.revision
        case FollowUp():
            return fact.decision.case.revision
    return fact.revision


def address_of(fact: Fact) -> str:
    """Where something can be done about the fact, or the public page that shows it."""
    match fact:
        case Decision():
            return reverse("desk:decision", args=[fact.entry.fact])
        case FollowUp():
            return reverse("desk:decision", args=[fact.decision.entry.fact])
        case TextRecord():
            return reverse("desk:text", args=[fact.part.revision.slug, fact.part_id])
        case Erratum() | ErratumAnswer():
            return f"{reverse('desk:sent', args=[revision_of(fact).slug])}#rattelser"
        case Case() | CaseDetail():
            return reverse("adoption:revision", args=[revision_of(fact).slug])
        case Edit(edited="municipality" | "takingoffice") | StillRight():
            return reverse("adoption:municipalities")
    revision = revision_of(fact)
    return reverse("programme:revision", args=[revision.slug]) if revision else reverse("events")


def called(part: Part, words: dict[int, str]) -> str:
    """A text in running words: its kind, and how it begins when that is known."""
    kind, said = str(part.get_kind_display()), beginning(words.get(part.pk, ""))
    return f"{kind}: {said}" if said else kind


@singledispatch
def sentence_of(fact, name: str, words: dict[int, str]) -> str:
    """What the fact says, in one sentence. `name` is the programme's, `words` what its texts say, by their part."""
    raise TypeError(type(fact))


@sentence_of.register
def _placement(fact: Placement, name, words):
    if fact.entry.act == Act.SUPPLEMENT:
        return _("Uppgifterna om %s kompletterades.") % name
    if fact.entry.act == Act.CORRECT:
        return _("Uppgifterna om %s rättades.") % name
    if fact.sent_on:
        return _("%s sändes för antagande.") % sentence_case(name)
    return _("%s fördes in som avskrift.") % sentence_case(name)


@sentence_of.register
def _withdrawal(fact: Withdrawal, name, words):
    return _("%s återkallades.") % sentence_case(name)


@sentence_of.register
def _text(fact: TextRecord, name, words):
    what = {"what": called(fact.part, words), "programme": name}
    if fact.part.kind == PartKind.ANNEX and not fact.text:
        words = _("Uppgiften om en bilaga till %(programme)s fördes in; själva bilagan är inte införd.")
        return words % what
    if fact.has_words:
        return _("Texten ”%(what)s” i %(programme)s fördes in.") % what
    return _("Att texten ”%(what)s” i %(programme)s inte är införd antecknades.") % what


@sentence_of.register
def _text_check(fact: TextCheck, name, words):
    what = {"what": called(fact.record.part, words), "programme": name}
    if fact.entry.void:
        return _("Kontrollen av texten ”%(what)s” i %(programme)s ströks.") % what
    return _("Texten ”%(what)s” i %(programme)s kontrollerades.") % what


@sentence_of.register
def _lineage(fact: Lineage, name, words):
    what = {"what": called(fact.later, words), "programme": name}
    return _("Släktskap angavs för ”%(what)s” i %(programme)s.") % what


@sentence_of.register
def _translation(fact: Translation, name, words):
    return _("En översättning av %s fördes in.") % name


@sentence_of.register
def _case(fact: Case, name, words):
    return _("Ärendet om %(programme)s öppnades: %(body)s.") % {"programme": name, "body": fact.body}


@sentence_of.register
def _detail(fact: CaseDetail, name, words):
    said = {"what": sentence_case(fact.get_detail_display()), "body": fact.case.body, "programme": name}
    return _("%(what)s i ärendet om %(programme)s angavs: %(body)s.") % said


@sentence_of.register
def _decision(fact: Decision, name, words):
    return decision_sentence(fact, name)


@sentence_of.register
def _follow_up(fact: FollowUp, name, words):
    said = {
        "what": sentence_case(fact.get_step_display()),
        "decision": decision_sentence(fact.decision, name),
    }
    return _("%(what)s: %(decision)s") % said


ANNOUNCES = {
    Announced.APPLIES: gettext_lazy("Registret tillkännagav att %(programme)s gäller%(since)s."),
    Announced.REPLACED: gettext_lazy("Registret tillkännagav att %(programme)s har ersatts."),
    Announced.UNSETTLED: gettext_lazy(
        "Registret tillkännagav att %(programme)s inte längre är antaget av alla%(since)s."
    ),
    Announced.NOT_KNOWN: gettext_lazy("Registret tillkännagav att det inte är känt vad som gäller."),
    Announced.NONE_KNOWN: gettext_lazy(
        "Registret tillkännagav att inget program är känt som alla hade antagit."
    ),
}


@sentence_of.register
def _announcement(fact: Announcement, name, words):
    earliest, latest = fact.since_earliest, fact.since_latest
    since = _(" sedan %s") % the_day(latest) if latest and earliest == latest else ""
    return ANNOUNCES[fact.announced] % {"programme": name, "since": since}


@sentence_of.register
def _edit(fact: Edit, name, words):
    what = {"what": sentence_case(fact.get_edited_display()), "row": fact.row}
    return _("%(what)s %(row)s ändrades.") % what


@sentence_of.register
def _masking(fact: Masking, name, words):
    told = {"number": fact.masked_id, "law": fact.law, "why": fact.entry.reason}
    if fact.field.startswith(EDITS):
        return _("Ord i en ändring (händelse %(number)d) maskades enligt %(law)s. Skäl: %(why)s") % told
    return _("Ord i händelse %(number)d maskades enligt %(law)s. Skäl: %(why)s") % told


@sentence_of.register
def _erratum(fact: Erratum, name, words):
    told = {"programme": name, "stands": fact.stands, "reads": fact.reads}
    if fact.entry.void:
        return _("Rättelsen av ”%(stands)s” i %(programme)s ströks.") % told
    if fact.entry.follows_id and fact.entry.act == Act.SUPPLEMENT:
        return _("Uppgifterna om rättelsen av ”%(stands)s” i %(programme)s kompletterades.") % told
    if fact.entry.follows_id:
        return _("Uppgifterna om rättelsen av ”%(stands)s” i %(programme)s rättades.") % told
    return _("Rättelse av skrivfel i %(programme)s: ”%(stands)s” ska läsas ”%(reads)s”.") % told


@sentence_of.register
def _erratum_answer(fact: ErratumAnswer, name, words):
    told = {"programme": name, "stands": fact.erratum.stands, "municipality": fact.municipality}
    if fact.entry.void:
        return _("Svaret från %(municipality)s om rättelsen av ”%(stands)s” i %(programme)s ströks.") % told
    if fact.answer == Answer.CHANGES_SUBSTANCE:
        return _("%(municipality)s svarade att rättelsen av ”%(stands)s” ändrar %(programme)s i sak.") % told
    return _("%(municipality)s godtog rättelsen av ”%(stands)s” i %(programme)s.") % told


@sentence_of.register
def _still_right(fact: StillRight, name, words):
    if fact.entry.void:
        return _("Att uppgifterna om %s är bekräftade ströks.") % fact.municipality
    return _("%s bekräftade uppgifterna om sig.") % fact.municipality.full_name
