"""What the desk's pages about slips in a sent text record, and what the register then says (R1b)."""

import re
from datetime import date
from difflib import SequenceMatcher
from functools import partial

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.models import Citation, Municipality
from adoption.services import newest, restate
from programme.desk.crumbs import sent_crumbs
from programme.desk.errata import said
from programme.desk.erratum_forms import AnswerForm, ErratumForm, MendErratum
from programme.desk.texts import Place, places, source_words
from programme.errata import Errata
from programme.errata_services import answer_erratum, enter_erratum
from programme.models import Answer, Erratum, ErratumAnswer, Placement, Slip
from sodertorn.desk import office
from sodertorn.desk.acts import DeskAct
from sodertorn.journal import Act, Fact
from sodertorn.register import Register
from sodertorn.words import the_day

WORD = re.compile(r"\w+")


def erratum_url(fact: Erratum) -> str:
    """Where the erratum stands at the desk: on the page of its programme."""
    return f"{reverse('desk:sent', args=[fact.part.revision.slug])}#rattelse-{fact.entry.fact}"


def new_act(register: Register, placement: Placement, user) -> DeskAct:
    """Enter an erratum that the committee has decided."""
    slug = placement.revision.slug

    def perform(form: ErratumForm, reason: str) -> Erratum:
        return enter_erratum(office=office(), by=user, reason=reason, **form.stated())

    return DeskAct(
        title=_("Rättelse av skrivfel"),
        form=partial(ErratumForm, places=places(register, placement)),
        perform=perform,
        says=erratum_says,
        done=erratum_url,
        about=lambda form: {slug},
        odd=lambda form: odd_slip(**{name: form.stated()[name] for name in ("stands", "reads", "slip")}),
        frame={"section": "drafts", "crumbs": sent_crumbs(placement), "lede": placement.title},
    )


def odd_slip(stands: str, reads: str, slip: str) -> list[str]:
    """What may be no evident slip (R1b): more than one word, or another kind of slip than is said."""
    old, new = WORD.findall(stands), WORD.findall(reads)
    changed = [
        step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"
    ]
    odd = []
    if sum(max(i2 - i1, j2 - j1) for _tag, i1, i2, j1, j2 in changed) > 1:
        odd.append(
            _(
                "Mer än ett ord ändras. Det som ändrar programmet i sak är inget skrivfel: då behövs ett nytt program."
            )
        )
    figures = re.findall(r"\d", stands) != re.findall(r"\d", reads)
    looks = Slip.PUNCTUATION if not changed else Slip.FIGURE if figures else Slip.SPELLING
    if looks != slip:
        odd.append(_("Det som ändras ser ut som ett annat slags fel: %s.") % looks.label)
    return odd


def mend_act(placement: Placement, known: Erratum, user) -> DeskAct:
    """Fill in what was not known of an erratum, or correct it."""
    slug = placement.revision.slug

    def perform(form: MendErratum, reason: str) -> Erratum:
        stated = {} if form.never_happened() else form.stated()
        return restate(known=known, office=office(), by=user, **form.explanation(), **stated)

    return DeskAct(
        title=_("Komplettera eller rätta uppgifterna"),
        form=partial(MendErratum, known=known),
        perform=perform,
        says=erratum_says,
        done=erratum_url,
        about=lambda form: {slug},
        template="desk/erratum_act.html",
        frame=frame(placement, known),
    )


def answer_act(placement: Placement, erratum: Erratum, municipality: Municipality, user) -> DeskAct:
    """A municipality's answer to an erratum, or its correction."""
    slug, known = placement.revision.slug, answer_of(erratum, municipality)

    def sources(form: AnswerForm) -> list[Citation]:
        """An answer has a source; what is restated has one more only if it is named."""
        return form.citations(municipality) if known is None or form.names_a_source() else []

    def perform(form: AnswerForm, reason: str) -> ErratumAnswer:
        who = {"office": office(), "by": user, "citations": sources(form)}
        if known is None:
            who["reason"] = reason
            return answer_erratum(erratum=erratum, municipality=municipality, **who, **form.stated())
        stated = {} if form.never_happened() else form.stated()
        return restate(known=known, **who, **form.explanation(), **stated)

    return DeskAct(
        title=_("Svar från %s") % municipality,
        form=partial(AnswerForm, known=known),
        perform=perform,
        says=answer_says,
        done=lambda fact: erratum_url(erratum),
        about=lambda form: {slug},
        odd=lambda form: [] if known else odd_answer(erratum, **form.stated()),
        template="desk/erratum_act.html",
        frame=frame(placement, erratum),
    )


def odd_answer(erratum: Erratum, on: date, **stated) -> list[str]:
    """An answer is given to what one has been told."""
    if erratum.told_on and on < erratum.told_on:
        return [_("Kommunerna fick veta om rättelsen först %s.") % the_day(erratum.told_on)]
    return []


def answer_of(erratum: Erratum, municipality: Municipality) -> ErratumAnswer | None:
    """What the newest entry of a municipality's answer says, also that there never was one."""
    answers = ErratumAnswer.objects.select_related("entry", "municipality")
    first = answers.filter(erratum=erratum.entry.fact, municipality=municipality).order_by("entry").first()
    return first and newest(first)


def frame(placement: Placement, erratum: Erratum) -> dict:
    return {"section": "drafts", "crumbs": sent_crumbs(placement), "lede": said(erratum)}


def erratum_says(before: Register, after: Register, fact: Erratum) -> list[str]:
    """What the register then says of the erratum, sentence by sentence."""
    words = {"where": label_of(after, fact), "stands": fact.stands, "reads": fact.reads}
    if fact.entry.void:
        struck = _("Rättelsen i texten ”%(where)s” är struken: ”%(stands)s” ska läsas som det står.") % words
        return [struck, *explained(fact)]
    told = Errata(after, localdate())
    return [
        _("Rättelse av skrivfel i texten ”%(where)s”: ”%(stands)s” ska läsas ”%(reads)s”.") % words,
        _("Slags fel: %s.") % fact.get_slip_display(),
        *told.values(fact)["sentences"],
        _("Den frysta texten, dess kontrollsumma och vad som gäller ändras inte. Rättelsen står bredvid."),
        *explained(fact),
    ]


def answer_says(before: Register, after: Register, fact: ErratumAnswer) -> list[str]:
    """What the register then says of the answer, and of the erratum."""
    told = {"municipality": fact.municipality, "day": the_day(fact.on)}
    if fact.entry.void:
        first = _("Svaret från %(municipality)s är struket.") % told
    elif fact.answer == Answer.ACCEPTS:
        first = _("%(municipality)s godtog rättelsen %(day)s.") % told
    else:
        first = _("%(municipality)s svarade %(day)s att rättelsen ändrar programmet i sak.") % told
    errata = Errata(after, localdate())
    counted = errata.answer_words(newest(fact.erratum))
    cited = [source_words(citation) for citation in after.sources_of(fact.entry.fact)]
    return [first, *counted, *(_("Källa: %s.") % words for words in dict.fromkeys(cited)), *explained(fact)]


def explained(fact: Fact) -> list[str]:
    """What a correction strikes stays readable (R8)."""
    if fact.entry.act != Act.CORRECT:
        return []
    return [
        _("Händelse %d stryks, och kan fortfarande läsas.") % fact.entry.follows_id,
        _("Skälet som sparas: %s") % fact.entry.reason,
    ]


def label_of(register: Register, fact: Erratum) -> str:
    """What the text is called in which the slip stands."""
    placement = register.placements[fact.part.revision.slug]
    found: dict[int, Place] = {place.part.pk: place for place in places(register, placement)}
    return found[fact.part_id].label
