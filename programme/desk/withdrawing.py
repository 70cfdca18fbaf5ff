"""A programme that was sent is withdrawn, while it has never been complete (R1)."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from adoption.sentences import withdrawn
from adoption.states import Adoption
from programme.desk.crumbs import sent_crumbs
from programme.desk.sent import adopted
from programme.models import Placement, Withdrawal
from programme.services import withdraw
from sodertorn.desk import office
from sodertorn.desk.acts import DeskAct
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.register import Register
from sodertorn.words import number, sentence_case


class WithdrawForm(DeskForm):
    """When and why a programme is withdrawn, and by which § of the committee."""

    on = DayField(past=True, label=gettext_lazy("Återkallas den"), initial=localdate)
    paragraph = PlainField(
        limit=40,
        required=False,
        label=gettext_lazy("Kommitténs §"),
        help_text=gettext_lazy("Tom om kommittén inte har beslutat det."),
    )
    why = PlainField(
        limit=2_000,
        lines=3,
        label=gettext_lazy("Varför?"),
        help_text=gettext_lazy("Skälet är offentligt och står på programmets sida."),
    )

    def __init__(self, *typed, sent_on):
        super().__init__(*typed[:1])
        self.sent_on = sent_on

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on and on < self.sent_on:
            self.add_error("on", _("Programmet var inte sänt den dagen."))
        return on

    def clean_paragraph(self):
        return self.cleaned_data["paragraph"].replace("§", "").strip()


def withdraw_act(placement: Placement, user) -> DeskAct:
    slug = placement.revision.slug

    def perform(form: WithdrawForm, reason: str) -> Withdrawal:
        stated = {name: form.cleaned_data[name] for name in ("on", "paragraph", "why")}
        return withdraw(revision=placement.revision, office=office(), by=user, **stated)

    return DeskAct(
        title=_("Återkalla programmet"),
        form=lambda *typed: WithdrawForm(*typed, sent_on=placement.sent_on),
        perform=perform,
        says=withdrawal_says,
        done=lambda fact: reverse("desk:sent", args=[slug]),
        about=lambda form: {slug},
        frame={
            "section": "drafts",
            "crumbs": sent_crumbs(placement),
            "lede": f"{placement.title}. {adopted(Register(), slug)}.",
        },
    )


def withdrawal_says(before: Register, after: Register, fact: Withdrawal) -> list[str]:
    """What the register then says of the programme, sentence by sentence."""
    adopted = len(Adoption(before, fact.revision.slug, localdate()).adopted)
    said = [withdrawn(fact), _("Skälet: %s") % fact.why]
    if adopted:
        words = ngettext(
            "%s kommun hade antagit det. Beslutet står kvar i registret men räknas inte.",
            "%s kommuner hade antagit det. Besluten står kvar i registret men räknas inte.",
            adopted,
        )
        said.append(sentence_case(words % number(adopted)))
    said.append(
        _("Det som sänds i stället blir ett nytt program med egen adress, och alla ska anta det på nytt.")
    )
    return said
