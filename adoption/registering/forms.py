"""What a municipality is asked about its own decision: the least that makes it certain (R3)."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.decision_fields import DecisionFields
from adoption.desk.decision_forms import SupplementDecision
from adoption.desk.file_reading import asked_about
from adoption.desk.new_decision import DecisionToRegister, named, standing_adoptions
from adoption.models import Body, Case, CaseDetail, Decision
from adoption.models.bodies import BodyKind
from adoption.models.cases import DetailKind
from adoption.models.decisions import Document, Outcome, TextChange
from adoption.models.follow_ups import FollowUpKind
from adoption.models.sources import SourceKind
from adoption.sentences import body_words
from sodertorn.desk.fields import DayField, PlainField
from sodertorn.desk.file_fields import KeepsFiles, PdfField
from sodertorn.register import Register
from sodertorn.words import sentence_case

TWO_BODIES = [(one.value, one.label) for one in (BodyKind.BOARD, BodyKind.COUNCIL)]

SHOWN = 8
"""So many of the last characters of the sent document's checksum tell it from another."""


class OwnWords(DecisionFields):
    """A decision's fields as its own municipality is asked for them: the source is its minutes, or itself."""

    ASKED: tuple[str, ...] = ()
    waits = True
    """Whether what is typed is kept on the server until it is registered."""

    def ask_only(self) -> None:
        self.leave_out(*(name for name in list(self.fields) if name not in self.ASKED))
        if "source_url" in self.fields:
            self.fields["source_url"].label = gettext("… eller länken till det publicerade protokollet")
            self.fields["source_url"].help_text = gettext("Registret hämtar det själv, senare.")
        if "extract" in self.fields:
            self.fields["extract"].label = gettext("Protokollet eller utdraget")
            self.fields["extract"].help_text = gettext(
                "PDF eller foto, högst 20 MB. Visas offentligt först när det är granskat."
            )

    def ask_as(self, case: Case, placement) -> None:
        """The questions of R3 in the words of the body that decided."""
        body = sentence_case(body_words(case.body.kind, case.body.municipality.name))
        self.fields["on"].help_text = gettext("Den sista dagen, om det varade i flera.")
        self.fields["paragraph"].help_text = gettext("Som ni skriver den: 9, 45 a, 250/18.")
        outcomes = [
            o for o in Outcome.choices if o[0] != Outcome.TO_COUNCIL or case.body.kind != BodyKind.COUNCIL
        ]
        self.choose("outcome", f"{body} …", outcomes)
        self.choose("text_change", gettext("Är texten oförändrad?"), TextChange.choices)
        self.choose("document", gettext("Vilket dokument antogs?"), self.documents(placement))
        self.fields["document"].help_text = format_html(
            gettext('Det som sändes, och dess kontrollsumma, finns på <a href="{}">programmets sida</a>.'),
            reverse("programme:revision", args=[case.revision.slug]),
        )

    def choose(self, name: str, label: str, choices) -> None:
        """Radio buttons: on a telephone all answers are seen at once."""
        field = self.fields[name]
        field.widget = forms.RadioSelect()
        field.label, field.choices = label, choices

    @staticmethod
    def documents(placement) -> list[tuple[str, str]]:
        sum_of_it = placement.annex_sha256 or placement.fingerprint
        sent = gettext("det som sändes, med kontrollsumma som slutar på %s") % sum_of_it[-SHOWN:]
        words = {Document.SENT: sent} if sum_of_it else {}
        return [(value, words.get(value, label)) for value, label in Document.choices]

    def clean(self):
        given = super().clean()
        linked = given.get("source_url") and not given.get("extract")
        empty = {"source": None, "source_title": "", "source_own": "", "source_words": "", "source_page": ""}
        return given | empty | {"source_kind": SourceKind.MINUTES if linked else ""}


class OwnDecision(OwnWords, DecisionToRegister):
    """What the body of a case has decided."""

    ASKED = (
        *(
            "extract",
            "read_from",
            "source_url",
            "body",
            "on",
            "paragraph",
            "numbers",
            "outcome",
            "text_change",
        ),
        "takes_back",
        *(
            "document",
            "signed_on",
            "announced_on",
            "no_paragraph",
            "conditional",
            "limited",
            "delegated",
            "doubt_words",
        ),
        *("starts", "text"),
    )
    GROUPS = (
        ("", ("extract", "read_from", "source_url", "body", "on", "paragraph", "numbers")),
        ("", ("signed_on", "announced_on")),
        ("", ("outcome", "takes_back", "text_change", "document")),
        (
            _("Ett villkor, en egen gräns, delegation eller ingen §"),
            ("conditional", "limited", "delegated", "doubt_words", "starts", "no_paragraph"),
        ),
        (_("Beslutets ordalydelse"), ("text",)),
    )

    def __init__(self, case: Case, placement, register: Register, *args, **more):
        super().__init__(*args, **more)
        self.asked = case
        self.ask_only()
        if case.body.kind == BodyKind.UNNAMED:
            self.fields["body"].choices = TWO_BODIES
        else:
            del self.fields["body"]
        earlier = standing_adoptions(register, case.revision.slug, case.body.seat)
        self.ask_about(earlier)
        self.same = [
            {"name": named(d), "url": reverse("registering:supplement", args=[d.case_id, d.entry.fact])}
            for d in earlier
            if d.little_known
        ]
        if "takes_back" in self.fields:
            self.fields["takes_back"].help_text = gettext(
                "Registret har redan ert beslut att anta programmet."
            )
        self.fields["signed_on"].help_text = gettext("Tomt om det inte är justerat än.")
        self.ask_as(case, placement)
        named = case.body.kind if case.body.kind != BodyKind.UNNAMED else ""
        self.read_extract(lambda: asked_about(placement), whose=case.body.municipality.slug, body=named)

    def clean(self):
        given = super().clean()
        if not given.get("paragraph") and not given.get("no_paragraph") and "paragraph" not in self.errors:
            self.add_error("paragraph", gettext("Skriv vilken § beslutet har."))
        if not self.errors:
            self.refuse_unanswered(given)
        return given

    @staticmethod
    def otherwise(adopts: bool) -> str:
        return ""

    def case(self) -> Case:
        """The one that is asked about; or that of the body which the source didn't name and this decision does."""
        kind = self.cleaned_data.get("body")
        if not kind:
            return self.asked
        return Case(
            revision=self.asked.revision, body=Body(municipality=self.asked.body.municipality, kind=kind)
        )


class OwnSupplement(OwnWords, SupplementDecision):
    """The day and the § of a decision that the register knows too little of, and the minutes."""

    FIRST = ("on", "paragraph", "source_url", "body")
    PAPERS = ("extract", "read_from", "numbers")
    ASKED = FIRST + PAPERS
    GROUPS = (("", FIRST), (_("Protokollet som fil, eller diarienumret"), PAPERS))

    def __init__(self, decision: Decision, *args, **more):
        super().__init__(decision, *args, **more)
        self.ask_only()
        if "on" in self.fields:
            self.fields["on"].help_text = ""
        if "paragraph" in self.fields:
            self.fields["paragraph"].help_text = gettext("Som ni skriver den: 9, 45 a, 250/18.")
        if "body" in self.fields:
            self.fields["body"].choices = TWO_BODIES
        self.fields["source_url"].label = gettext("Länken till protokollet, om det är publicerat")
        if "numbers" in self.fields:
            self.fields["numbers"].label = gettext("Diarienummer")


LATER = {
    "justerat": FollowUpKind.SIGNED,
    "tillkannagivet": FollowUpKind.ANNOUNCED,
    "nedtaget": FollowUpKind.TAKEN_DOWN,
    "protokoll": FollowUpKind.EXTRACT_FILED,
    "overklagat": FollowUpKind.APPEALED,
    "dom": FollowUpKind.JUDGMENT,
    "laga-kraft": FollowUpKind.LEGAL_FORCE,
}
"""What a municipality tells of after its decision, by its part of the address, in the usual order."""


OF_COURT = {
    FollowUpKind.APPEALED: (_("Målnummer"), _("Förvaltningsrättens, om det är känt.")),
    FollowUpKind.JUDGMENT: (
        _("Målnummer, och hur domstolen dömde"),
        _("Visas offentligt. Ett upphävande registrerar samverkansstrategen, när domen har fått laga kraft."),
    ),
}
"""Of what more than a day is asked."""


class OwnLater(KeepsFiles):
    """One thing that came after the decision: its day, of what a court has to do with a few words, or a file."""

    on = DayField(past=True, label=_("Dag"))
    words = PlainField(limit=200, required=False)
    extract = PdfField(
        photos=True,
        label=_("Protokollet eller utdraget"),
        help_text=_("PDF eller foto, högst 20 MB. Visas offentligt först när det är granskat."),
    )

    def __init__(self, step: FollowUpKind, *args, **more):
        super().__init__(*args, **more)
        del self.fields["on" if step == FollowUpKind.EXTRACT_FILED else "extract"]
        if step in OF_COURT:
            self.fields["words"].label, self.fields["words"].help_text = OF_COURT[step]
        else:
            del self.fields["words"]


def first_answers(register: Register, case: Case, known: dict[str, CaseDetail]) -> dict:
    """What the form of a decision holds when it is opened first: what the register can know."""
    planned = known.get(DetailKind.MEETING)
    met = planned.on if planned and planned.on and planned.on <= localdate() else None
    number = known.get(DetailKind.NUMBER)
    return {"on": met, "numbers": number.words if number else "", "document": Document.NOT_STATED}
