"""The forms about a decision as a whole: register it, fill it in, correct it."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from adoption.desk.decision_fields import ADOPTIONS_ONLY, BODIES, PLAIN, DecisionFields
from adoption.desk.file_reading import asked_about
from adoption.desk.new_decision import DecisionToRegister, about_minutes, named, standing_adoptions
from adoption.desk.source_fields import BESIDE_HOW, SOURCE_NAMES
from adoption.facts import COMMITTEE
from adoption.models import Body, Case, Citation, Decision
from adoption.models.bodies import BodyKind
from adoption.models.decisions import Outcome, ParagraphKind
from adoption.reading.values import Asked
from adoption.registering.asked import newest_first
from adoption.sentences import day_words
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.journal import Correction
from sodertorn.register import Register

PAPERS = ("numbers", "extract", "read_from", "signed_on", "announced_on")


class NewDecision(DecisionToRegister):
    """A decision that a municipality has told of."""

    says_how = True
    revision = forms.ChoiceField(label=_("Program"))
    municipality = forms.ChoiceField(label=_("Kommun"))

    GROUPS = tuple(
        (
            title,
            (*names, "source_kind") if "outcome" in names else BESIDE_HOW if names == SOURCE_NAMES else names,
        )
        for title, names in DecisionToRegister.GROUPS
    )

    def __init__(self, *args, **more):
        super().__init__(*args, **more)
        self.register = register = Register()
        self.fields["revision"].choices = [
            ("", gettext("Välj")),
            *(
                (slug, register.placements[slug].title)
                for slug in newest_first(register)
                if register.seats.get(register.placements[slug].pk)
            ),
        ]
        self.fields["municipality"].choices = [
            ("", gettext("Välj")),
            *((municipality.slug, municipality.name) for municipality in register.municipalities),
            (COMMITTEE, gettext("Samarbetskommittén (bara en justerad lydelse)")),
        ]
        self.read_extract(self.asked_of_file, whose=self["municipality"].value() or "")
        earlier = standing_adoptions(register, self["revision"].value(), self["municipality"].value())
        self.ask_about(earlier)
        self.same = [
            {"name": named(d), "url": reverse("desk:decision_supplement", args=[d.entry.fact])}
            for d in earlier
        ]

    def asked_of_file(self) -> Asked:
        return asked_about(self.register.placements.get(self["revision"].value()))

    def clean_revision(self):
        return self.register.placements[self.cleaned_data["revision"]].revision

    def clean_municipality(self):
        slug = self.cleaned_data["municipality"]
        return next((m for m in self.register.municipalities if m.slug == slug), None)

    def clean(self):
        given = super().clean()
        if "revision" in given and "municipality" in given:
            self._clean_seat(given)
        if not self.errors:
            self.refuse_unanswered(given)
        return given

    def _clean_seat(self, given) -> None:
        placement = self.register.placements[given["revision"].slug]
        seats = {seat.body.seat for seat in self.register.seats.get(placement.pk, [])}
        municipality = given["municipality"]
        if (municipality.slug if municipality else COMMITTEE) not in seats:
            words = gettext("Den har ingen plats bland dem som ska anta %s.")
            self.add_error("municipality", words % placement.short_name)

    def case(self) -> Case:
        given = self.cleaned_data
        kind = given["body"] if given["municipality"] else BodyKind.COMMITTEE
        return Case(revision=given["revision"], body=Body(municipality=given["municipality"], kind=kind))


class SupplementDecision(DecisionFields):
    """What was not known of a decision, and papers that have come since."""

    GROUPS = (
        ("", ("body", "on", "paragraph", "text_change", "document")),
        ("", ("extract", "read_from", "signed_on", "announced_on", "numbers")),
        (_("Dagen är inte känd"), ("earliest", "latest", "day_words")),
        (
            _("Sammanträdets första dag, ordalydelse och övrigt"),
            ("began", "text", "no_paragraph", "starts", "conditional", "limited", "delegated", "doubt_words"),
        ),
        (_("Källan"), SOURCE_NAMES),
        (_("Anmärkning"), ("note",)),
    )

    def __init__(self, decision: Decision, *args, **more):
        super().__init__(*args, **more)
        self.decision = decision
        self.offer_sources(decision.case.body.municipality)
        self.fields["body"].required = False
        self.fields["body"].initial = ""
        self.fields["body"].choices = [("", gettext("framgår inte")), *BODIES[:2]]
        self.fields["numbers"].label = gettext("Ytterligare diarienummer")
        for name in self._known():
            if not self.data.get(name):  # what somebody typed is kept, and told that it is known now
                self.leave_out(name)
        self.fields.pop("outcome", None)
        body = decision.case.body
        known = body.kind if body.kind != BodyKind.UNNAMED else ""
        self.read_extract(
            self.asked_of_file, whose=body.municipality.slug if body.municipality else "", body=known
        )

    def asked_of_file(self) -> Asked:
        return asked_about(Register().placements.get(self.decision.case.revision.slug))

    def _known(self) -> list[str]:
        """What a supplement can't say: what is known, and what only a correction can change (R8)."""
        known = self.decision
        told = [name for name in ("day_words", "text", "note", "began") if getattr(known, name)]
        told += ["outcome", *ADOPTIONS_ONLY]
        told += ["on", "earliest", "latest"] if known.exact else ["began"] if not known.began else []
        told += ["body"] if known.case.body.kind != BodyKind.UNNAMED else []
        told += ["doubt_words"] if known.doubt_words or not known.doubtful else []
        if known.paragraph_kind != ParagraphKind.NOT_KNOWN:
            told += ["paragraph", "no_paragraph"]
        for name in ("text_change", "document"):
            if known.outcome != Outcome.ADOPTED or getattr(known, name) != known.UNKNOWN[name]:
                told.append(name)
        return list(dict.fromkeys(told))

    def clean(self):
        given, known = super().clean(), self.decision
        on = given.get("on")
        outside = on and ((known.earliest and on < known.earliest) or (known.latest and on > known.latest))
        if outside and not known.exact:
            words = gettext("Registret har: %s. Är det fel, rätta beslutet i stället.")
            self.add_error("on", words % day_words(known))
        return given

    def stated(self) -> dict:
        """Only what was filled in."""
        stated, given, known = super().stated(), self.cleaned_data, self.decision
        if "earliest" in stated:
            stated["earliest"] = stated["earliest"] or known.earliest
            stated["latest"] = stated["latest"] or known.latest
        if given.get("paragraph") == "" and not given.get("no_paragraph"):
            del stated["paragraph"], stated["paragraph_kind"]
        empty = [
            name for name in PLAIN if name in stated and stated[name] in ("", None, known.UNKNOWN.get(name))
        ]
        return {name: value for name, value in stated.items() if name not in empty}

    def sources(self) -> list[Citation]:
        """The source of what was filled in; papers alone need none."""
        known = self.decision
        said = any(value != getattr(known, name) for name, value in self.stated().items())
        if not (said or self.cleaned_data.get("body") or self.names_a_source()):
            return []
        return self.citations(known.case.body.municipality, about_minutes(known))


class WhyFields(DeskForm):
    """Why something that is recorded is corrected (R8)."""

    correction = forms.ChoiceField(
        label=_("Vad är fel?"), choices=Correction.choices, widget=forms.RadioSelect
    )
    reason = PlainField(limit=1000, lines=2, label=_("Skäl till rättelsen"), help_text=_("visas offentligt"))

    def never_happened(self) -> bool:
        return self.cleaned_data.get("correction") == Correction.NEVER_HAPPENED

    def clean(self):
        """A fact that never happened needs nothing else stated."""
        given = super().clean() or self.cleaned_data
        if self.never_happened():
            for name in set(self.errors) - {"correction", "reason"}:
                del self._errors[name]
        return given


class CorrectDecision(WhyFields, DecisionFields):
    """The whole decision again, as it was."""

    GROUPS = (("", ("correction", "reason")), *DecisionFields.GROUPS)

    def __init__(self, decision: Decision, *args, **more):
        self.decision = decision
        super().__init__(*args, initial=self.as_it_stands(decision), **more)
        self.offer_sources(decision.case.body.municipality)
        self.leave_out(*PAPERS)
        if decision.case.body.municipality is None:
            self.leave_out("body")

    @staticmethod
    def as_it_stands(decision: Decision) -> dict:
        stands = {name: getattr(decision, name) for name in PLAIN}
        stands |= {"body": decision.case.body.kind, "paragraph": decision.paragraph}
        stands["no_paragraph"] = decision.paragraph_kind == ParagraphKind.NONE
        if decision.exact:
            return stands | {"on": decision.latest}
        return stands | {"earliest": decision.earliest, "latest": decision.latest}

    def clean(self):
        given = super().clean()
        adopts = given.get("outcome") == Outcome.ADOPTED
        if not self.never_happened() and not adopts and not given.get("on") and "on" not in self.errors:
            self.add_error("on", gettext("Ange sammanträdets dag. Bara ett antagande kan ha en osäker dag."))
        return given

    def sources(self) -> list[Citation]:
        if not self.names_a_source():
            return []
        return self.citations(self.decision.case.body.municipality, about_minutes(self.decision))
