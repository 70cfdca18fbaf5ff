"""What is asked when a draft is sent for adoption (R1): the committee's decision, the days, the seats, the document."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.models import Body, BodyKind, Municipality
from programme.document import document
from programme.models import Revision
from programme.models.revision import RevisionKind
from programme.texts import written
from sodertorn.desk.fields import DayField, DeskForm, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.desk.uploads import keep_content
from sodertorn.register import Register

MADE, UPLOADED = "made", "uploaded"


class CommitteeDecision(DeskForm):
    """Which decision of samarbetskommittén an act rests on: its day, its §, its minutes."""

    decided_on = DayField(past=True, label=gettext_lazy("Samarbetskommittén beslutade den"))
    paragraph = PlainField(
        limit=40,
        label=gettext_lazy("Kommitténs §"),
        help_text=gettext_lazy("Som den står i protokollet: 12."),
    )
    minutes = PlainField(
        limit=300,
        label=gettext_lazy("Kommitténs protokoll"),
        help_text=gettext_lazy("Hur protokollet hittas: dag och diarienummer, eller webbadress."),
    )

    def clean_paragraph(self):
        if paragraph := self.cleaned_data["paragraph"].replace("§", "").strip():
            return paragraph
        raise ValidationError(_("Skriv paragrafens nummer."))


class SendForm(KeepsFiles, CommitteeDecision):
    """All that sending fixes, beside the text itself."""

    sent_on = DayField(
        past=True,
        label=gettext_lazy("Sänds den"),
        help_text=gettext_lazy("I dag, eller en tidigare dag om det redan är sänt."),
    )
    answer_by = DayField(
        required=False,
        label=gettext_lazy("Svar önskas senast"),
        help_text=gettext_lazy("Tomt om ingen dag är satt."),
    )
    seats = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Kommunstyrelserna som ska anta programmet"),
        help_text=gettext_lazy("Bestäms nu och ändras inte sedan."),
        error_messages={"required": gettext_lazy("Välj vilka som ska anta programmet.")},
    )
    instead_of = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Sänds i stället för"),
        help_text=gettext_lazy("Ett program som är återkallat."),
    )
    document = forms.ChoiceField(
        widget=forms.RadioSelect,
        label=gettext_lazy("Dokumentet som sänds"),
        choices=[
            (MADE, gettext_lazy("Registret gör det av utkastets text")),
            (UPLOADED, gettext_lazy("Jag laddar upp det")),
        ],
        initial=MADE,
    )
    file = PdfField(
        required=False, label=gettext_lazy("Dokumentet (PDF)"), help_text=gettext_lazy("Högst 20 MB.")
    )
    same = forms.BooleanField(
        required=False,
        label=gettext_lazy(
            "Jag har jämfört dokumentet med utkastets text, ord för ord, och orden är desamma."
        ),
    )

    field_order = [
        "decided_on",
        "paragraph",
        "minutes",
        "sent_on",
        "answer_by",
        "instead_of",
        "seats",
        "document",
    ]

    def __init__(self, *args, revision: Revision, **more):
        super().__init__(*args, **more)
        self.revision, self.sha256 = revision, ""
        self.municipalities = {m.slug: m for m in Municipality.objects.in_swedish_order()}
        self.fields["seats"].choices = [(slug, m.name) for slug, m in self.municipalities.items()]
        self.fields["seats"].initial = list(self.municipalities)
        self.fields["sent_on"].initial = localdate()
        if revision.kind == RevisionKind.ADJUSTMENT:
            del self.fields["seats"]
        withdrawn = withdrawn_programmes()
        self.fields["instead_of"].choices = [
            ("", _("Inget")),
            *((slug, str(r)) for slug, r in withdrawn.items()),
        ]
        self.fields["instead_of"].initial = revision.instead_of and revision.instead_of.slug
        if not withdrawn:
            del self.fields["instead_of"]

    def clean(self):
        given = super().clean()
        if given.get("answer_by") and given.get("sent_on") and given["answer_by"] <= given["sent_on"]:
            self.add_error("answer_by", _("Svar önskas en dag efter den då programmet sänds."))
        if given.get("document") == UPLOADED:
            self._clean_upload(given)
        elif given.get("file"):
            self.add_error("file", _("Du har valt en fil, men också att registret gör dokumentet. Välj ett."))
        elif not self.errors:
            self._make(given["sent_on"])
        return given

    def _clean_upload(self, given: dict) -> None:
        if not given.get("file") and "file" not in self.errors:
            self.add_error("file", _("Välj dokumentets fil."))
        if not given.get("same"):
            self.add_error("same", _("Jämför dokumentet med texten och kryssa i rutan."))
        self.sha256 = given.get("file", "")

    def _make(self, sent_on: date) -> None:
        """Before the act, which others wait for; if somebody saves the draft meanwhile, the act sees that."""
        try:
            self.sha256 = keep_content(document(self.revision, written(self.revision), sent_on))
        except ValidationError as unprinted:
            self.add_error("document", unprinted)

    def boards(self) -> list[Body]:
        """The seats; a board that nothing was said of before is made now."""
        if "seats" not in self.fields:
            return [Body.objects.get_or_create(municipality=None, kind=BodyKind.COMMITTEE)[0]]
        chosen = [self.municipalities[slug] for slug in self.cleaned_data["seats"]]
        return [Body.objects.get_or_create(municipality=m, kind=BodyKind.BOARD)[0] for m in chosen]

    def stated(self) -> dict:
        """What the act is told."""
        given = self.cleaned_data
        return {
            "on": given["sent_on"],
            "answer_by": given["answer_by"],
            "decided_on": given["decided_on"],
            "decided_paragraph": given["paragraph"],
            "decided_minutes": given["minutes"],
            "instead_of": withdrawn_programmes().get(given.get("instead_of") or ""),
            "annex_sha256": self.sha256,
        }


def withdrawn_programmes() -> dict[str, Revision]:
    """The programmes that are withdrawn, the last first, by address."""
    withdrawals = Register().withdrawals.values()
    newest = sorted(withdrawals, key=lambda withdrawal: withdrawal.pk, reverse=True)
    return {withdrawal.revision.slug: withdrawal.revision for withdrawal in newest}
