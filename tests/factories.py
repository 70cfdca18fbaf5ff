"""What tests are about, made through the acts; nothing is random.

Days are numbers: day 1 is 1 February 2025. `SentFactory(adopted_by=["huddinge"])` is a programme
that was sent to Huddinge and Tyresö, and that Huddinge adopted on day 10;
`DecisionFactory(case__placement=…, case__slug="tyreso")` is Tyresö's adoption of it.
"""

import hashlib
from datetime import date, timedelta

import factory
from factory import LazyAttribute, LazyFunction, SelfAttribute, Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from adoption import models as adoption
from adoption import services
from adoption.answers import Answer
from programme import models as programme
from programme.services import send, transcribe
from sodertorn.register import Register
from sodertorn.users import User

OFFICE = "Södertörnssamverkan"
EIGHT = {  # slug: code, name, full name
    "botkyrka": ("0127", "Botkyrka", "Botkyrka kommun"),
    "haninge": ("0136", "Haninge", "Haninge kommun"),
    "huddinge": ("0126", "Huddinge", "Huddinge kommun"),
    "nykvarn": ("0140", "Nykvarn", "Nykvarns kommun"),
    "nynashamn": ("0192", "Nynäshamn", "Nynäshamns kommun"),
    "salem": ("0128", "Salem", "Salems kommun"),
    "sodertalje": ("0181", "Södertälje", "Södertälje kommun"),
    "tyreso": ("0138", "Tyresö", "Tyresö kommun"),
}


def day(number: int) -> date:
    return date(2025, 1, 31) + timedelta(days=number)


def answer(number: int, at=None) -> Answer:
    """What applies on a day, as the register knew it at a moment."""
    return Register(at).answer(day(number))


# People and bodies


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = Sequence(lambda n: f"person{n}@example.se")
    name = Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model, **fields):
        return model.objects.create_user(**fields)


class MunicipalityFactory(DjangoModelFactory):
    """`MunicipalityFactory(slug="tyreso")` is the real one, and always the same."""

    class Meta:
        model = adoption.Municipality
        django_get_or_create = ("slug",)

    class Params:
        real = LazyAttribute(lambda o: EIGHT.get(o.slug))
        made_up = Sequence(lambda n: f"9{n % 1000:03}")

    slug = LazyAttribute(lambda o: f"kommun-{o.made_up}")
    code = LazyAttribute(lambda o: o.real[0] if o.real else o.made_up)
    name = LazyAttribute(lambda o: o.real[1] if o.real else o.slug.capitalize())
    full_name = LazyAttribute(lambda o: o.real[2] if o.real else f"{o.name} kommun")


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = adoption.Body
        django_get_or_create = ("municipality", "kind")

    class Params:
        slug = "huddinge"
        committee = Trait(municipality=None, kind="committee")

    municipality = SubFactory(MunicipalityFactory, slug=SelfAttribute("..slug"))
    kind = "board"


def boards(*slugs: str) -> list[adoption.Body]:
    return [BodyFactory(slug=slug) for slug in slugs]


# Sources


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = adoption.Source
        django_get_or_create = ("key",)

    key = Sequence(lambda n: f"source-{n}")
    title = LazyAttribute(lambda o: f"Källan {o.key}")
    kind = "minutes"


class CitationFactory(factory.Factory):
    """Not saved: an act saves it with its entry."""

    class Meta:
        model = adoption.Citation

    source = SubFactory(SourceFactory)
    words = "antogs enhälligt"


class ExtractFactory(DjangoModelFactory):
    class Meta:
        model = adoption.Extract

    sha256 = Sequence(lambda n: hashlib.sha256(f"utdrag {n}".encode()).hexdigest())
    size = 1000


# Programmes


class TermFactory(DjangoModelFactory):
    class Meta:
        model = programme.TermOfOffice
        django_get_or_create = ("label",)

    label = "2022–2026"
    election = date(2022, 9, 11)
    council_from = date(2022, 10, 15)


class RevisionFactory(DjangoModelFactory):
    """A draft. With `texts=True` it has a vision, and an area with a goal and its point."""

    class Meta:
        model = programme.Revision
        skip_postgeneration_save = True

    class Params:
        adjustment = Trait(kind="adjustment")

    slug = Sequence(lambda n: f"utkast-{n}")
    title = LazyAttribute(lambda o: f"Utvecklingsprogrammet {o.slug}")

    @factory.post_generation
    def texts(revision, create, wanted):
        if wanted:
            PartFactory(revision=revision, kind="vision", key="vision", text="Vi leder")
            area = PartFactory(revision=revision, kind="focus_area", key="infra", text="Infrastruktur")
            goal = PartFactory(revision=revision, kind="goal", key="infra/1", parent=area, text="Spår")
            PartFactory(revision=revision, kind="point", key="infra/1/1", parent=goal, text="Fler tåg")


class PartFactory(DjangoModelFactory):
    class Meta:
        model = programme.Part

    class Params:
        goal = Trait(
            kind="goal",
            parent=SubFactory(
                "tests.factories.PartFactory", revision=SelfAttribute("..revision"), kind="focus_area"
            ),
        )

    revision = SubFactory(RevisionFactory)
    kind = "section"
    key = Sequence(lambda n: f"text-{n}")
    text = LazyAttribute(lambda o: f"Texten {o.key}")


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
