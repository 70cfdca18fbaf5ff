"""The register as linked data (JSON-LD 1.1, schema.org), at addresses of its own.

Pages lead to it with `rel="alternate"`, as JSON-LD 1.1 provides, and hold no block of it: the house
allows no script element without a source, whether it is run or not. A programme is a CreativeWork and
not Legislation: it is no regulation (domain.md). No licence is stated where the owner has stated none.
"""

from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import override

from adoption.pages import Url
from programme.goal_numbers import goal_numbers
from programme.history_page import when_words
from programme.line import Line
from programme.models.structure import PartKind
from programme.texts import flat
from sodertorn.reading import whole
from sodertorn.words import invented

MEDIA_TYPE = "application/ld+json"
CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    **{name: {"@type": "@id"} for name in ("url", "contentUrl", "dcterms:replaces", "dcterms:isVersionOf")},
}


def known(node: dict) -> dict:
    """What is known of a thing: nothing is said with an empty value."""
    return {name: value for name, value in node.items() if value not in ("", None, [], {})}


def owner() -> dict:
    if not settings.OWNER["name"]:
        return {}
    stated = {
        "name": settings.OWNER["name"],
        "identifier": settings.OWNER["number"],
        "email": settings.OWNER["email"],
    }
    return known({"@type": "GovernmentOrganization", **stated})


def identity(name: str, *args) -> str:
    """What a thing is named in every language and on every day: its address in Swedish."""
    with override("sv"):
        return whole(reverse(name, args=args))


def places(register) -> list[dict]:
    return [
        {"@type": "AdministrativeArea", "name": one.full_name, "identifier": one.code}
        for one in register.municipalities
    ]


def dataset(register, day: date, url: Url) -> dict:
    """The whole register, with the files in which it is had."""
    files = (
        (reverse("event_log"), "application/jsonl"),
        (reverse("follow_decisions"), "application/atom+xml"),
    )
    shown = [slug for slug in register.placements if register.shows(slug, day)]
    return {
        "@context": CONTEXT,
        **known(
            {
                "@type": "Dataset",
                "@id": identity("follow_dataset"),
                "name": invented("Registret över Södertörns utvecklingsprogram"),
                "description": invented(
                    "Vilka utvecklingsprogram för Södertörn som åtta kommuner har antagit, vilken dag och i vilken paragraf, hur säkert det är och vilket program som gäller."
                ),
                "inLanguage": ["sv", "en"],
                "url": whole(url("start")),
                "isAccessibleForFree": True,
                "dateModified": localtime(register.entries[-1].recorded).date().isoformat(),
                "creator": owner(),
                "spatialCoverage": places(register),
                "distribution": [
                    {"@type": "DataDownload", "contentUrl": whole(address), "encodingFormat": media_type}
                    for address, media_type in files
                ],
                "hasPart": [{"@id": identity("programme:revision", slug)} for slug in shown],
            }
        ),
    }


def programme(register, slug: str, day: date, url: Url) -> dict:
    """A programme with its goals, what it replaces, and where it is in its life on the day."""
    placement = register.placements[slug]
    here = {
        name: identity("programme:revision", other.slug)
        for name, other in (
            ("dcterms:replaces", placement.replaces),
            ("dcterms:isVersionOf", placement.adjusts),
        )
        if other
    }
    period = (placement.period_first, placement.period_last)
    return {
        "@context": CONTEXT,
        **known(
            {
                "@type": "CreativeWork",
                "@id": identity("programme:revision", slug),
                "url": whole(url("programme:revision", slug)),
                "name": invented(placement.title),
                "inLanguage": "sv",
                "creativeWorkStatus": when_words(register, slug, Line(register, day)),
                "temporalCoverage": "/".join(map(str, period)) if all(period) else "",
                "spatialCoverage": places(register),
                "isPartOf": {"@id": identity("follow_dataset")},
                "publisher": owner(),
                "encoding": {
                    "@type": "MediaObject",
                    "contentUrl": whole(url("programme:record", slug)),
                    "encodingFormat": "application/pdf",
                },
                "hasPart": goals(register, slug, url),
                **here,
            }
        ),
    }


def goals(register, slug: str, url: Url) -> list[dict]:
    """The goals whose words are entered, each with its page."""
    numbers = goal_numbers(register, slug)
    return [
        {
            "@type": "CreativeWork",
            "@id": identity("programme:goal", slug, numbers[text.part.pk]),
            "url": whole(url("programme:goal", slug, numbers[text.part.pk])),
            "text": text.words.text,
            "inLanguage": "sv",
        }
        for text in flat(register.texts[slug])
        if text.kind == PartKind.GOAL and not text.missing
    ]
