"""A letter to a municipality about a programme: what it is about is suggested, and can be written otherwise."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from adoption.desk.work import DEADLINE, EXTRACT, NUMBER, SIGNED, Work, work_of
from adoption.letter_services import write_letter
from adoption.models import Letter, Municipality
from adoption.models.follow_ups import FollowUpKind
from adoption.recipients import addresses_of
from adoption.runway import Runway
from adoption.sentences import told as told_decision
from adoption.states import COMES_AGAIN, Adoption
from sodertorn.desk.acts import put_beside_fields
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.desk.once import Answer, answer_once
from sodertorn.register import Register
from sodertorn.users import User
from sodertorn.words import listed, moment, sentence_case, the_day
from sodertorn.writing import site, with_numbers


class LetterForm(DeskForm):
    subject = PlainField(limit=200, label=gettext_lazy("Ärenderad"))
    text = PlainField(limit=6000, lines=20, label=gettext_lazy("Brevet"))


def work_with(register: Register, slug: str, seat: str) -> Work:
    """Raises Http404 when the municipality shall not adopt the programme."""
    works = work_of(Runway(Adoption(register, slug, localdate())), {})
    work = next((work for work in works if work.seat.seat == seat), None)
    if work is None:
        raise Http404(_("Kommunen ska inte anta programmet."))
    return work


def suggested(work: Work, by: User) -> dict[str, str]:
    """What the letter is about: the first thing that the register waits for, in Swedish."""
    with override("sv"):
        programme = work.runway.adoption.placement.short_name
        subject = with_numbers(work.runway.register, work.case.pk, _("Om %s") % programme)
        paragraphs = [_("Hej!"), *asked(work, programme), _("Vänliga hälsningar") + f"\n{by}"]
        return {"subject": subject, "text": "\n\n".join(paragraphs)}


def asked(work: Work, programme: str) -> list[str]:
    """What the row on the board waits for, with the way to the case where it is noted."""
    told = {"body": work.body, "programme": programme, "url": site("registering:case", work.case.pk)}
    if work.taken:
        return [sentence_case(of_adoption(work, told))]
    if work.decided and not (work.stop.missed or work.stop.meeting):
        return [sentence_case(of_no(work, told))]
    number = []
    if any(late.step == NUMBER for late in work.late):
        words = _(
            "Manusstopp var %s, och registret saknar ärendets diarienummer. Vilket är det? Anteckna det här: %s"
        )
        number = [words % (the_day(work.plan[DEADLINE]), told["url"])]
    return [sentence_case(of_meeting(work, told)), *number]


def of_adoption(work: Work, told: dict) -> str:
    decision = work.seat.decision
    told |= {"day": the_day(decision.latest) if decision.latest else _("en dag som inte är känd här")}
    if work.disputed:
        told |= {"told": told_decision(work.runway.register, decision)}
        words = _("Ni har svarat att det här inte stämmer: %(told)s Rätta det gärna här: %(url)s")
    elif SIGNED not in work.filed:
        words = _(
            "%(body)s antog %(programme)s %(day)s. Är protokollet justerat? Anteckna dagen här: %(url)s"
        )
    elif EXTRACT not in work.filed:
        words = _("%(body)s antog %(programme)s %(day)s. Kan ni lämna protokollsutdraget här? %(url)s")
    else:
        words = _("%(body)s antog %(programme)s %(day)s. Tack för det!")
    return words % told


def of_no(work: Work, told: dict) -> str:
    """A decision that is no adoption that counts, or an adoption that was ended."""
    told |= {"told": told_decision(work.runway.register, work.seat.decision)}
    end = work.seat.end
    if end is None:
        words = _(
            "%(told)s Enligt registret räknas det inte som ett antagande. Tas ärendet upp igen? Anteckna i så fall dagen här: %(url)s"
        )
        return words % told
    told |= {"on": the_day(end.on)}
    words = {
        FollowUpKind.ANNULLED: _(
            "%(told)s En domstol har upphävt beslutet, och domen fick laga kraft %(on)s. Vilken dag tar %(body)s upp %(programme)s igen? Anteckna den här: %(url)s"
        ),
        FollowUpKind.RESCINDED: _(
            "%(told)s Kommunen upphävde beslutet %(on)s. Vilken dag tar %(body)s upp %(programme)s igen? Anteckna den här: %(url)s"
        ),
        FollowUpKind.INHIBITION: _(
            "%(told)s Beslutet är inhiberat sedan %(on)s. Har något hänt sedan dess? Anteckna det här: %(url)s"
        ),
    }
    return words[end.step] % told


def of_meeting(work: Work, told: dict) -> str:
    stop, wished = work.stop, work.runway.adoption.placement.answer_by
    if stop.missed:
        told |= {"day": the_day(stop.missed)}
        words = _(
            "Enligt registret tog %(body)s upp %(programme)s %(day)s. Vad blev beslutet? Registrera det här: %(url)s"
        )
    elif stop.meeting and wished and stop.meeting > wished:
        told |= {"day": the_day(stop.meeting), "wished": the_day(wished)}
        words = _(
            "Enligt registret tar %(body)s upp %(programme)s %(day)s, men svar önskas till %(wished)s. Går det att ta upp ärendet tidigare? Ändra i så fall dagen här: %(url)s"
        )
    elif stop.meeting:
        told |= {"day": the_day(stop.meeting)}
        words = _(
            "Enligt registret tar %(body)s upp %(programme)s %(day)s. Stämmer det? Ändra annars dagen här: %(url)s"
        )
    elif work.seat.state in COMES_AGAIN:
        words = _("Vilken dag tar %(body)s upp %(programme)s igen? Anteckna den här: %(url)s")
    else:
        words = _("Vilken dag tar %(body)s upp %(programme)s? Anteckna den här: %(url)s")
    return words % told


def letter_page(request, register: Register, slug: str, seat: str):
    """The form, with what was written before; sent, the letter goes out and is kept."""
    work = work_with(register, slug, seat)
    municipality = work.case.body.municipality
    form = LetterForm(request.POST or None, initial=suggested(work, request.user))
    printed = form.cleaned_data if form.is_valid() and "print" in request.POST else None
    if form.is_valid() and not printed:
        try:
            return answer_once(request, partial(sent, work, form.cleaned_data, request.user))
        except ValidationError as wrong:
            put_beside_fields(form, wrong)
    page = {
        "title": _("Skriv till %s") % municipality.full_name,
        "lede": work.runway.adoption.placement.title,
        "section": "decisions",
        "crumbs": [(_("Läget"), reverse("desk:board", args=[slug]))],
        "to": listed(addresses_of(municipality)),
        "municipality": municipality.pk,
        "form": form,
        "printed": printed,
        "before": [told(letter) for letter in written(slug, municipality)],
    }
    return render(request, "desk/board_letter.html", page)


def sent(work: Work, typed: dict, by: User) -> Answer:
    municipality = work.case.body.municipality
    write_letter(revision=work.case.revision, municipality=municipality, by=by, **typed)
    words = _("Brevet till %s är på väg.") % municipality.full_name
    return Answer(reverse("desk:board", args=[work.runway.slug]), words)


def written(slug: str, municipality: Municipality) -> QuerySet[Letter]:
    """What was written to the municipality about the programme, or about several."""
    about = Q(revision__slug=slug) | Q(revision=None)
    return Letter.objects.filter(about, municipality=municipality).select_related("by")


def told(letter: Letter) -> dict:
    return {
        "subject": letter.subject,
        "text": letter.text,
        "when": _("%(moment)s av %(who)s") % {"moment": moment(letter.written_at), "who": letter.by},
    }
