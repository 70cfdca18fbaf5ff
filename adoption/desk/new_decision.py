"""A decision that is new to the register, whoever tells of it: beside the adoptions that stand already (R3b)."""

from datetime import date

from django import forms
from django.utils.translation import gettext

from adoption.decision_services import the_same
from adoption.desk.decision_fields import DecisionFields
from adoption.desk.source_fields import minutes_of
from adoption.models import Case, Citation, Decision
from adoption.models.decisions import Outcome
from adoption.sentences import body_words, on_day, paragraph_words
from sodertorn.register import Register
from sodertorn.words import listed


def standing_adoptions(register: Register, slug: str, seat: str) -> list[Decision]:
    """A seat's adoptions that nothing has ended for good."""
    ended = {fact for fact, ends in register.late.ends.items() if any(lifted is None for _on, lifted in ends)}
    decided = register.late.by_seat.get((slug, seat), ())
    return [register.decisions[d.entry.fact] for d in decided if d.adopts and d.entry.fact not in ended]


def named(decision: Decision) -> str:
    """`beslutet den 12 januari 2027 § 9`, as far as it is known."""
    known = on_day(decision)
    if decision.exact:
        words = gettext("beslutet %s") % known
    else:
        words = gettext("det som fattades %s") % known if known else gettext("det tidigare beslutet")
    return f"{words} {paragraph_words(decision)}" if decision.paragraph else words


def may_be(entered: Decision, known: Decision) -> bool:
    """Whether a decision can be one whose day the register knows only within bounds."""
    on = entered.latest if entered.exact else None
    if known.exact or not entered.adopts or on is None:
        return False
    return (known.earliest or date.min) <= on <= (known.latest or date.max)


class DecisionToRegister(DecisionFields):
    """A decision that the register doesn't have: its day is asked for, and whether it takes an earlier adoption back (R3b)."""

    def ask_about(self, earlier: list[Decision]) -> None:
        """Ask what the register must know when an adoption stands already."""
        self.earlier = {str(decision.entry.fact): decision for decision in earlier}
        if earlier:
            self.fields["takes_back"] = self._question(earlier)
            self.order_fields(self.field_order)

    @staticmethod
    def _question(earlier: list[Decision]) -> forms.ChoiceField:
        yes = gettext("ja") if len(earlier) == 1 else gettext("ja, %s")
        words = gettext("Tar det nya beslutet tillbaka %s?")
        one_of_several = gettext("ett av de tidigare besluten")
        return forms.ChoiceField(
            required=False,
            widget=forms.RadioSelect,
            label=words % (named(earlier[0]) if len(earlier) == 1 else one_of_several),
            help_text=gettext(
                "Registret har redan ett antagande (%s). Är det samma, välj nedan att komplettera det."
            )
            % listed([gettext("händelse %d") % decision.entry.fact for decision in earlier]),
            choices=[
                *((d.entry.fact, yes % named(d) if "%" in yes else yes) for d in earlier),
                ("no", gettext("nej")),
            ],
        )

    def clean(self):
        given = super().clean()
        adopts = given.get("outcome") == Outcome.ADOPTED
        if not (self.day_is_told(given) if adopts else given.get("on")) and "on" not in self.errors:
            words = [
                gettext("Ange sammanträdets dag."),
                self.otherwise(adopts) if given.get("outcome") else "",
            ]
            self.add_error("on", " ".join(filter(None, words)))
        return given

    @staticmethod
    def otherwise(adopts: bool) -> str:
        if adopts:
            return gettext("Är den inte känd, fyll i det som är känt under ”Dagen är inte känd”.")
        return gettext("Bara ett antagande kan ha en osäker dag.")

    def refuse_unanswered(self, given) -> None:
        """When all else is right."""
        if "takes_back" not in self.fields:
            return
        entered = self.as_decision()
        if not given.get("takes_back") and not the_same(entered):
            likely = [d for d in self.earlier.values() if may_be(entered, d)]
            words = gettext("Svara på om det nya beslutet tar tillbaka det tidigare.")
            if likely:
                words = gettext(
                    "Registret vet redan att kommunen har antagit programmet: %s. Är det samma beslut, "
                    "komplettera det. Är det ett annat, svara på om det tar tillbaka det tidigare."
                )
                words %= named(likely[0])
            self.add_error("takes_back", words)
        elif given.get("takes_back") in self.earlier and not given["on"]:
            self.add_error("on", gettext("Ett beslut som tar tillbaka ett annat behöver en känd dag."))

    def case(self) -> Case:
        """The case that it is a decision in; it may not be saved yet."""
        raise NotImplementedError

    def as_decision(self) -> Decision:
        """The decision as it would be, not saved."""
        return Decision(case=self.case(), **self.stated())

    def taken_back(self) -> Decision | None:
        return self.earlier.get(self.cleaned_data.get("takes_back", ""))

    def sources(self) -> list[Citation]:
        decision = self.as_decision()
        return self.citations(decision.case.body.municipality, about_minutes(decision))


def about_minutes(decision: Decision) -> str:
    municipality = decision.case.body.municipality
    body = body_words(decision.case.body.kind, municipality.name if municipality else "")
    return minutes_of(body, decision.latest if decision.exact else None, decision.paragraph)
