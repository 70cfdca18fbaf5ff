"""How rows and their fields are written in a register file, and read back.

A fact is written with its model's own field names; what it points at is named by an
address, a key or a number. Fields that hold nothing are left out.
"""

from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from adoption.models import Body, Extract, Municipality, Source
from programme.models import Part, Revision, TermOfOffice
from sodertorn.journal import Entry, Fact, fact_kinds

FACTS: dict[str, type[Fact]] = {model.KIND: model for model in fact_kinds()}


class Unknown(ValidationError):
    """A name that stands for nothing in the file or the register."""


def moment_text(moment: datetime) -> str:
    """A moment in UTC, always with microseconds, so that the same moment is always the same text."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def moment(text: str) -> datetime:
    try:
        return parse_datetime(text)
    except ValueError as error:
        raise ValidationError({"recorded": _("Det klockslaget finns inte.")}) from error


def body_name(body: Body) -> str:
    """`huddinge/board`; the cooperation committee is `committee`."""
    return f"{body.municipality.slug}/{body.kind}" if body.municipality else body.kind


def name_of(row: models.Model) -> str | int:
    """How a file names a row."""
    match row:
        case Fact() | Entry():
            return row.pk
        case Body():
            return body_name(row)
        case Part():
            return f"{row.revision.slug}/{row.key}"
        case Revision():
            return row.slug
        case TermOfOffice():
            return row.label
        case Source():
            return row.key
        case Municipality() | Extract():
            return row.pk
    raise TypeError(type(row))


def find(model: type[models.Model], name: str | int) -> models.Model:
    """The row that a file names. Raises Unknown."""
    try:
        if issubclass(model, Fact):
            return model.objects.select_related("entry").get(pk=name)
        if model is Body:
            return find_body(name)
        if model is Part:
            slug, _slash, key = name.partition("/")
            return Part.objects.select_related("revision").get(revision__slug=slug, key=key)
        key = {Revision: "slug", TermOfOffice: "label", Source: "key"}.get(model, "pk")
        return model.objects.get(**{key: name})
    except model.DoesNotExist as missing:
        raise Unknown(
            _("”%(name)s” finns varken i filen eller i registret."), params={"name": name}
        ) from missing


def find_body(name: str) -> Body:
    """The body, made when its municipality is known: bodies have no facts of their own."""
    slug, _slash, kind = name.rpartition("/")
    municipality = Municipality.objects.filter(slug=slug).first()
    if slug and municipality is None:
        raise Body.DoesNotExist
    body = Body.objects.filter(municipality=municipality, kind=kind).first() or Body(
        municipality=municipality, kind=kind
    )
    if body.pk is None:
        body.full_clean()
        body.save()
    return body


def plain(field: models.Field, row: models.Model):
    """A field's value as JSON has it."""
    value = getattr(row, field.name)
    if isinstance(value, models.Model):
        return name_of(value)
    return value.isoformat() if isinstance(value, date) else value


def written(row: models.Model, fields: list[models.Field]) -> dict:
    """The fields that hold something, in the model's order."""
    stated = {}
    for field in fields:
        value = plain(field, row)
        if value not in (None, "") and value != field.get_default():
            stated[field.name] = value
    return stated


def read(fields: list[models.Field], stated: dict) -> dict:
    """Field values from JSON; what it doesn't state gets the field's default. Raises Unknown by field."""
    values, missing = {}, {}
    for field in fields:
        value = stated.get(field.name)
        if value is None:
            continue
        try:
            values[field.name] = (
                find(field.related_model, value) if field.related_model else field.to_python(value)
            )
        except ValidationError as error:
            missing[field.name] = error.messages
    if missing:
        raise Unknown(missing)
    return values


def fields_of(model: type[models.Model], *left_out: str) -> list[models.Field]:
    return [f for f in model._meta.concrete_fields if f.name not in {"id", "entry", *left_out}]
