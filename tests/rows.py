"""What people edit and facts are about: municipalities, bodies, sources, drafts. Days are numbers."""

import hashlib
from datetime import date, timedelta

import factory
from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from adoption import models as adoption
from adoption.answers import Answer
from programme import models as programme
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
