"""The JSON Schema and the models say the same, so that the one can't change without the other."""

import pytest
from django.db import models

from adoption.models import Citation
from programme.models import Part, Revision
from sodertorn.journal import Act, Correction, Entry
from sodertorn.register_file.codec import FACTS, fields_of
from sodertorn.register_file.importer import TABLES
from sodertorn.register_file.reader import validator

SCHEMA = validator().schema
KINDS = {kind: (model, SCHEMA["$defs"][kind]) for kind, model in FACTS.items()}
SECTIONS = {
    section: (model, SCHEMA["properties"][section]["items"]) for section, (model, _keys) in TABLES.items()
}
PROGRAMME = SCHEMA["properties"]["programmes"]["items"]
OTHERS = {
    "citation": (Citation, SCHEMA["$defs"]["citation"]),
    "part": (Part, PROGRAMME["properties"]["parts"]["items"]),
}
BESIDE = {"placement": {"seats"}}  # stated by rows of their own
NOT_TOLD = {"part": {"revision", "position"}}  # said by where it stands
NOT_TOLD |= {kind: set(model.NOT_PUBLIC) for kind, model in FACTS.items() if model.NOT_PUBLIC}
WITH_WORDS = {"placement": {"title"}}  # may be empty in a draft only


def told(name, model):
    return [field for field in fields_of(model) if field.name not in NOT_TOLD.get(name, ())]


everything = pytest.mark.parametrize(
    "name, model, schema",
    [(name, *stated) for name, stated in (KINDS | SECTIONS | OTHERS).items()],
    ids=[*KINDS, *SECTIONS, *OTHERS],
)


@everything
def test_the_names_are_the_model_s_fields(name, model, schema):
    fields = {field.name for field in told(name, model)}

    assert set(schema["properties"]) - BESIDE.get(name, set()) == fields


@everything
def test_what_must_be_there_is_what_has_no_default(name, model, schema):
    required = {
        field.name for field in told(name, model) if not (field.null or field.blank or field.has_default())
    }

    assert set(schema["required"]) == required | WITH_WORDS.get(name, set())


@everything
def test_the_choices_are_the_model_s(name, model, schema):
    for field in told(name, model):
        choices = [value for value, _words in field.choices or ()]
        assert schema["properties"][field.name].get("enum", []) == choices


@everything
def test_texts_are_as_long_as_the_model_s(name, model, schema):
    for field in told(name, model):
        stated = schema["properties"][field.name]
        if isinstance(field, models.CharField) and "maxLength" in stated:
            assert stated["maxLength"] == field.max_length, field.name


@everything
def test_each_type_is_the_field_s(name, model, schema):
    for field in told(name, model):
        stated = schema["properties"][field.name]
        kind = stated.get("$ref", "").removeprefix("#/$defs/") or stated.get("type", "string")
        assert kind in types_of(field), field.name


def types_of(field):
    match field:
        case models.BooleanField():
            return {"boolean"}
        case models.DateField():
            return {"day"}
        case models.IntegerField():
            return {"integer"}
        case models.ForeignKey():
            return {"integer", "string", "part_name", "body", "sha256"}
    return {"string", "sha256"}


def test_the_kinds_are_the_facts():
    assert set(SCHEMA["$defs"]["entry"]["properties"]["kind"]["enum"]) == FACTS.keys()
    assert len(SCHEMA["$defs"]["entry"]["allOf"]) == len(FACTS)


def test_an_entry_s_own_names_are_the_spine_s_fields():
    stated = SCHEMA["$defs"]["entry"]["properties"]
    spine = {field.name for field in Entry._meta.concrete_fields}

    assert set(stated) - {"citations"} == spine - {"by", "fact"}
    assert stated["act"]["enum"] == Act.values
    assert stated["correction"]["enum"] == Correction.values
    assert stated["office"]["maxLength"] == Entry._meta.get_field("office").max_length


def test_a_programme_is_named_as_its_model_has_it():
    stated = PROGRAMME["properties"]

    assert stated["kind"]["enum"] == [value for value, _words in Revision._meta.get_field("kind").choices]
    assert stated["slug"]["maxLength"] == Revision._meta.get_field("slug").max_length


def test_the_schema_is_a_schema_itself():
    validator().check_schema(SCHEMA)


def objects(node):
    """Every place in the schema that describes an object."""
    if isinstance(node, dict):
        yield from [node] if "properties" in node and node.get("type") == "object" else []
        for part in node.values():
            yield from objects(part)


def test_no_object_takes_names_that_it_does_not_know():
    kinds = [SCHEMA["$defs"][kind] for kind in FACTS]  # closed by the entry that they are part of

    for schema in objects(SCHEMA):
        closed = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
        assert closed is False or schema in kinds


def test_no_text_may_be_empty():
    for schema in objects(SCHEMA):
        for name, stated in schema["properties"].items():
            if stated.get("type") == "string":
                assert stated.get("minLength") == 1 or "pattern" in stated, name
