"""What tests are about, made through the acts; nothing is random.

Days are numbers: day 1 is 1 February 2025. `SentFactory(adopted_by=["huddinge"])` is a programme
that was sent to Huddinge and Tyresö, and that Huddinge adopted on day 10;
`DecisionFactory(case__placement=…, case__slug="tyreso")` is Tyresö's adoption of it.
"""

import factory
from factory import LazyAttribute, LazyFunction, SelfAttribute, Sequence, SubFactory, Trait

from adoption import models as adoption
from adoption import services
from programme import models as programme
from programme.services import send, transcribe
from sodertorn.register import Register
from tests.rows import (
    EIGHT,
    OFFICE,
    BodyFactory,
    CitationFactory,
    ExtractFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SourceFactory,
    TermFactory,
    UserFactory,
    answer,
    boards,
    day,
)

__all__ = [  # what tests import from here, wherever it is made
    "EIGHT",
    "OFFICE",
    "BodyFactory",
    "CitationFactory",
    "ExtractFactory",
    "MunicipalityFactory",
    "PartFactory",
    "RevisionFactory",
    "SourceFactory",
    "TermFactory",
    "UserFactory",
    "answer",
    "boards",
    "day",
]


def last_in_line() -> programme.Revision | None:
    line = Register().late.line if programme.Placement.objects.exists() else ()
    return programme.Revision.objects.get(slug=line[-1].slug) if line else None


class PlacementFactory(factory.Factory):
    """A programme after the last in the line, with seats in the municipalities named.

    Those in `adopted_by` have adopted it on day 10, or on `adopted_by__on_day`.
    """

    class Meta:
        model = programme.Placement
        abstract = True

    class Params:
        slug = Sequence(lambda n: f"program-{n}")
        seats = ("huddinge", "tyreso")
        after = LazyAttribute(lambda o: None if o.kind == "adjustment" else last_in_line())
        kind = "programme"
        adjustment = Trait(kind="adjustment", boards=LazyFunction(lambda: [BodyFactory(committee=True)]))

    boards = LazyAttribute(lambda o: boards(*o.seats))
    office = OFFICE

    @factory.post_generation
    def adopted_by(placement, create, slugs, on_day=10):
        for slug in slugs or ():
            DecisionFactory(case__placement=placement, case__slug=slug, on=day(on_day))


class SentFactory(PlacementFactory):
    """Sent on day 1, by a decision of the committee three days before."""

    revision = SubFactory(
        RevisionFactory,
        slug=SelfAttribute("..slug"),
        kind=SelfAttribute("..kind"),
        replaces=SelfAttribute("..after"),
        texts=True,
    )
    on = day(1)
    decided_on = day(-2)

    @classmethod
    def _create(cls, model, **act):
        return send(**act)


class TranscriptFactory(PlacementFactory):
    """A programme from before the register; its texts are records of their own."""

    revision = SubFactory(RevisionFactory, slug=SelfAttribute("..slug"), kind=SelfAttribute("..kind"))
    replaces = SelfAttribute("after")
    title = LazyAttribute(lambda o: f"Avskrift av {o.revision.slug}")

    @classmethod
    def _create(cls, model, **act):
        return transcribe(**act)


# What is recorded about them


class FactFactory(factory.Factory):
    """A fact with no act of its own; its words, entry and sources through `register`."""

    class Meta:
        abstract = True

    office = OFFICE

    @classmethod
    def _create(cls, model, office, by=None, citations=(), **stated):
        return services.register(fact=model(**stated), office=office, by=by, citations=citations)


class TextFactory(FactFactory):
    """A text of a transcript that is not entered yet."""

    class Meta:
        model = programme.TextRecord

    part = LazyFunction(lambda: PartFactory(revision=TranscriptFactory().revision, text=""))
    note = "Står i källan och är ännu inte införd här."


class TextCheckFactory(FactFactory):
    """Of a text that is entered."""

    class Meta:
        model = programme.TextCheck

    record = LazyFunction(lambda: TextFactory(text="Spår till alla", note=""))


class LineageFactory(FactFactory):
    """The sent programme's goal goes back to none."""

    class Meta:
        model = programme.Lineage

    later = LazyFunction(lambda: SentFactory().revision.parts.get(key="infra/1"))
    why = "Nytt mål."


class TranslationFactory(FactFactory):
    """Of a programme's title."""

    class Meta:
        model = programme.Translation

    revision = LazyFunction(lambda: SentFactory().revision)
    text = "The development programme"


class ErratumFactory(FactFactory):
    """Of the sent programme's goal: its first word lacks a letter. Decided on day 4, told on day 5."""

    class Meta:
        model = programme.Erratum

    part = LazyFunction(lambda: SentFactory().revision.parts.get(key="infra/1"))
    stands = LazyAttribute(lambda o: o.part.text.split()[0])
    reads = LazyAttribute(lambda o: f"{o.stands}x")
    slip = "spelling"
    decided_on = day(4)
    decided_paragraph = "14"
    decided_minutes = "Protokoll 2025-02-04"
    told_on = day(5)


class ErratumAnswerFactory(FactFactory):
    """Huddinge accepts it on day 8."""

    class Meta:
        model = programme.ErratumAnswer

    erratum = SubFactory(ErratumFactory)
    municipality = LazyFunction(lambda: MunicipalityFactory(slug="huddinge"))
    answer = "accepts"
    on = day(8)


class StillRightFactory(FactFactory):
    """Huddinge says on day 8 that what is known of it is right."""

    class Meta:
        model = adoption.StillRight

    municipality = LazyFunction(lambda: MunicipalityFactory(slug="huddinge"))
    on = day(8)


class CaseFactory(factory.Factory):
    """The case of a seat, opened when its programme was sent; of another body, opened now."""

    class Meta:
        model = adoption.Case
        exclude = ("placement", "slug", "kind")

    placement = SubFactory(SentFactory)
    slug = "huddinge"
    kind = "board"
    revision = SelfAttribute("placement.revision")
    body = LazyAttribute(lambda o: BodyFactory(slug=o.slug, kind=o.kind))
    office = OFFICE

    @classmethod
    def _create(cls, model, **act):
        return services.open_case(**act)


class DetailFactory(FactFactory):
    class Meta:
        model = adoption.CaseDetail

    case = SubFactory(CaseFactory)
    detail = "meeting"
    on = day(20)


class DecisionFactory(factory.Factory):
    """Huddinge's board adopted the programme on day 10, § 9. `on=None` with an interval, where there is one."""

    class Meta:
        model = adoption.Decision

    case = SubFactory(CaseFactory)
    outcome = "adopted"
    on = day(10)
    paragraph = "9"
    paragraph_kind = LazyAttribute(lambda o: "written" if o.paragraph else "not_known")
    office = OFFICE

    @classmethod
    def _create(cls, model, **act):
        return services.register_decision(**act)


class FollowUpFactory(factory.Factory):
    class Meta:
        model = adoption.FollowUp

    decision = SubFactory(DecisionFactory)
    step = "signed"
    on = day(14)
    office = OFFICE

    @classmethod
    def _create(cls, model, **act):
        return services.follow_up(**act)
