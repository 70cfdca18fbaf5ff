"""A draft is sent for adoption: what must be there first, and what the register then says (R1)."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.canonical import canonical_of, fingerprint
from programme.desk.crumbs import draft_crumbs
from programme.desk.sending_forms import SendForm
from programme.draft_hints import Missing, missing
from programme.draft_reading import read_draft
from programme.models import Placement, Revision
from programme.preview import draft_page
from programme.proving import groups
from programme.services import send
from sodertorn.desk import office
from sodertorn.desk.acts import DeskAct
from sodertorn.register import Register
from sodertorn.words import listed, number, paragraph, sentence_case, the_day


def gaps(revision: Revision) -> list[Missing]:
    """What must be there before the draft can be sent; its predecessor must be the last of the line (R5)."""
    line = Register().late.line if Placement.objects.exists() else ()
    found = missing(read_draft(revision), follows=bool(line))
    if line and revision.replaces and revision.replaces.slug != line[-1].slug and not revision.adjusts:
        last = Register().placements[line[-1].slug].title
        words = _("Utkastet ersätter ett annat program än det sista i följden, ”%s”.")
        found.append(Missing("replaces", words % last))
    return found


def waiting_comments(revision: Revision) -> str:
    """That comments on the draft are not settled; nobody is stopped by it."""
    count = revision.comments.filter(settled_on=None, withdrawn_on=None).count()
    words = ngettext(
        "%d synpunkt på utkastet väntar på att tas om hand.",
        "%d synpunkter på utkastet väntar på att tas om hand.",
        count,
    )
    return words % count if count else ""


def send_act(revision: Revision, user, url) -> DeskAct:
    slug = revision.slug

    def perform(form: SendForm, reason: str) -> Placement:
        shown = form.data.get("shown", "")
        who = {"office": office(), "by": user, "reason": reason, "shown": shown}
        return send(revision=revision, boards=form.boards(), **form.stated(), **who)

    return DeskAct(
        title=_("Sänd för antagande"),
        form=lambda *typed: SendForm(*typed, revision=revision, person=user),
        perform=perform,
        says=sending_says,
        done=lambda fact: reverse("desk:sent", args=[slug]),
        about=lambda form: {slug},
        odd=odd_sending,
        template="desk/send.html",
        confirm="desk/send_confirm.html",
        shows=lambda form: what_is_frozen(revision, form, url),
        frame={
            "section": "drafts",
            "crumbs": draft_crumbs(revision),
            "lede": str(revision),
            "comments": waiting_comments(revision),
            "comments_url": reverse("desk:comments", args=[slug]),
        },
    )


def odd_sending(form: SendForm) -> list[str]:
    given, odd = form.cleaned_data, []
    if given["decided_on"] > given["sent_on"]:
        odd.append(_("Kommittén beslutade att sända programmet efter den dag då det sändes."))
    if given["answer_by"] and given["answer_by"] < localdate():
        odd.append(_("Dagen då svar önskas har redan varit."))
    odd += odd_period(form.revision)
    if "seats" in form.fields and len(given["seats"]) < len(form.municipalities):
        left = [m.name for slug, m in form.municipalities.items() if slug not in given["seats"]]
        odd.append(_("Programmet sänds inte till %s, som alltså inte behöver anta det.") % listed(left))
    return odd


def odd_period(revision: Revision) -> list[str]:
    """What the period says against the day of starting and the term of office."""
    first, term, odd = revision.period_first, revision.term, []
    if first and first > localdate().year and not revision.not_before:
        words = _(
            "Perioden börjar %s, men programmet kan börja gälla före det: ingen dag är angiven som det gäller tidigast från."
        )
        odd.append(words % first)
    if first and term and not 0 <= first - term.election.year <= 1:
        words = _("Perioden börjar %(first)s, men mandatperioden är %(term)s.")
        odd.append(words % {"first": first, "term": term.label})
    return odd


def what_is_frozen(revision: Revision, form: SendForm, url) -> dict:
    """The whole text, the document and the checksums, as they will be frozen."""
    revision.refresh_from_db()
    shown = fingerprint(canonical_of(revision, revision, form.sha256))
    text = draft_page(revision, url)
    _that_it_can_be_changed, *stated = text["facts"]
    return {
        "text": text | {"facts": stated},
        "shown": shown,
        "sum": groups(shown),
        "document_url": reverse("desk:extract", args=[form.sha256]),
        "document_sum": groups(form.sha256),
    }


def sending_says(before: Register, after: Register, fact: Placement) -> list[str]:
    """What the register then says of the programme, sentence by sentence."""
    told = {"title": fact.title, "day": the_day(fact.sent_on)}
    decided = {
        "day": the_day(fact.decided_on),
        "paragraph": paragraph(fact.decided_paragraph),
        "minutes": fact.decided_minutes,
    }
    said = [
        _("”%(title)s” är sänt för antagande %(day)s.") % told,
        who_must_adopt(after, fact),
        _("Samarbetskommittén beslutade det %(day)s, %(paragraph)s (%(minutes)s).") % decided,
    ]
    if fact.answer_by:
        said.append(_("Svar önskas senast %s.") % the_day(fact.answer_by))
    if fact.replaces:
        said.append(
            _("När alla har antagit det ersätter det ”%s”.") % before.placements[fact.replaces.slug].title
        )
    if fact.not_before:
        said.append(_("Det gäller tidigast från %s.") % the_day(fact.not_before))
    else:
        said.append(_("Det börjar gälla den dag då den sista antar det."))
    if fact.instead_of:
        words = _("Det sänds i stället för ”%s”, som är återkallat.")
        said.append(words % before.placements[fact.instead_of.slug].title)
    lineages = sum(lineage.later.revision_id == fact.revision_id for lineage in after.lineages)
    if lineages:
        words = ngettext(
            "%d uppgift om vad mål och områden går tillbaka på blir offentlig.",
            "%d uppgifter om vad mål och områden går tillbaka på blir offentliga.",
            lineages,
        )
        said.append(words % lineages)
    if fact.revision.preview_links.filter(ended_at=fact.entry.recorded).exists():
        said.append(_("Länkarna som delar utkastet slutar att fungera."))
    return said


def who_must_adopt(register: Register, fact: Placement) -> str:
    seats = [seat.body for seat in register.seats[fact.pk]]
    if fact.adjusts:
        return _("Samarbetskommittén ska anta det. Dess ärende öppnas.")
    names = listed([body.municipality.name for body in seats])
    words = ngettext(
        "En kommunstyrelse ska anta det: %(names)s. Dess ärende öppnas.",
        "%(count)s kommunstyrelser ska anta det: %(names)s. Deras ärenden öppnas.",
        len(seats),
    )
    return sentence_case(words % {"count": number(len(seats)), "names": names})
