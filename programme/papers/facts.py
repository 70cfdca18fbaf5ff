"""What the register knows for the papers of one municipality: a value for every field, gaps where it knows nothing."""

from collections.abc import Sequence
from datetime import date

from adoption.models import Municipality
from adoption.own_line import own_line
from programme.errata import Errata, decided_words
from programme.models import Placement
from programme.models.structure import PartKind
from programme.papers.wordings import Run, Values, gap
from programme.texts import ProgrammeText, flat, goals
from sodertorn.words import day, listed, number, paragraph, sentence_case, the_day
from sodertorn.writing import site

KNOWN_PAPERS = {"tjänsteutlåtande": "daterat", "tjänsteskrivelse": "daterad"}
"""What the report may be called, and how its day is joined to it."""
ANSWER_BY = "dagen då svar önskas"


def values(
    register, placement: Placement, municipality: Municipality, *, today: date, dated: date | None
) -> Values:
    """The fields of `programme.papers.wordings.FIELDS`.

    `today` is the day on which what is replaced still stands; `dated` that of the report, when it is known.
    The words are Swedish: call it with Swedish active.
    """
    texts = register.texts[placement.revision.slug]
    seats = [seat.body.municipality.name for seat in register.seats[placement.pk] if seat.body.municipality]
    body = deciding(register, placement, municipality, today)
    office = known(municipality.office, f"förvaltningen i {municipality.name}")
    return {
        "program": [Run(placement.title)],
        "kommun": [Run(municipality.name)],
        "kommunen": [Run(municipality.full_name)],
        "kommunerna": [Run(listed(seats))],
        "antal": [Run(number(len(seats)))],
        "organet": [Run(body)],
        "Organet": [Run(sentence_case(body))],
        "förvaltningen": [office],
        "Förvaltningen": [office if office.gap else Run(sentence_case(office.words))],
        "underlaget": report(municipality, dated),
        "ersätter": replaced(register, placement, municipality, today),
        "vision": [known(words_of_kind(texts, PartKind.VISION), "visionen")],
        "syfte": [known(words_of_kind(texts, PartKind.PURPOSE).rstrip("."), "syftet")],
        "målstruktur": [known(structure(texts), "målstrukturen")],
        "kommittén": committee(placement),
        "gäller": [Run(applies(register, placement, seats))],
        "svar": [Run(the_day(placement.answer_by)) if placement.answer_by else gap("dag", ANSWER_BY)],
        "kontrollsumma": [known(placement.annex_sha256[-8:], "dokumentets kontrollsumma")],
        "rättelser": [Run(errata_words(register, placement, today))],
        "registrering": [Run(site("registering:asked"))],
        "antagandet": [Run(site("adoption:revision", placement.revision.slug))],
    }


def deciding(register, placement: Placement, municipality: Municipality, today: date) -> str:
    """Which body has the matter before it: the board, or the council that the board has passed it on to (R2)."""
    passed_on = register.late.passed_on(placement.revision.slug, municipality.slug, today)
    return "kommunfullmäktige" if passed_on else "kommunstyrelsen"


def known(words: str, what: str) -> Run:
    return Run(words) if words else gap(what)


def words_of_kind(texts: Sequence[ProgrammeText], kind: str) -> str:
    return next((text.words.text for text in flat(list(texts)) if text.kind == kind), "")


def report(municipality: Municipality, dated: date | None) -> list[Run]:
    """`kommunstyrelsens förvaltnings tjänsteutlåtande daterat den 15 februari 2023`."""
    joined = KNOWN_PAPERS.get(municipality.paper)
    paper = (
        Run(f"{municipality.paper} {joined} den ")
        if joined
        else gap("tjänsteutlåtande daterat den / tjänsteskrivelse daterad den")
    )
    of_office = known(genitive(municipality), "förvaltningens namn")
    on = Run(day(dated)) if dated else gap("dag", "beslutsunderlagets dag")
    return [of_office, Run(" "), paper, *([] if joined else [Run(" ")]), on]


def genitive(municipality: Municipality) -> str:
    """As the municipality writes it, else by the rule of Swedish."""
    office = municipality.office
    return municipality.office_genitive or (office and (office if office[-1] in "sxz" else f"{office}s"))


def replaced(register, placement: Placement, municipality: Municipality, today: date) -> list[Run]:
    """`Södertörns utvecklingsprogram 2035, som antogs 18 september 2019 §9`: as that municipality adopted it."""
    line = register.late.line
    slugs = [programme.slug for programme in line]
    slug = placement.revision.slug
    before = slugs[: slugs.index(slug)] if slug in slugs else slugs
    adopted = [one for one in own_line(register, municipality, today) if one.slug in before]
    last = next((one for one in reversed(adopted) if one.stood(today) or not one.certain), None)
    if last is None or not last.certain:
        return [gap("programmet som ersätts, och när det antogs")]
    decision, title = last.seat.decision, register.placements[last.slug].title
    what = f"då {municipality.name} antog {register.placements[last.slug].short_name}"
    on = Run(day(decision.latest)) if decision.exact else gap("dag", f"dagen {what}")
    section = paragraph_of(municipality, decision)
    return [
        Run(f"{title}, som antogs "),
        on,
        Run(" "),
        Run(section) if section else gap("§", f"paragrafen {what}"),
    ]


def paragraph_of(municipality: Municipality, decision) -> str:
    """A § as the municipality writes it in running text: `§9`, `§ 9` or `9/27`; "" when it isn't known."""
    written, form = decision.paragraph, municipality.paragraph_form
    if not written or "/" in written and "/" in form:
        return written
    if "/" in form:
        return f"{written}/{decision.latest:%y}" if decision.exact else written
    return form.replace("9", written) if "9" in form else paragraph(written)


def committee(placement: Placement) -> list[Run]:
    """`den 12 november 2026 (§ 14)`."""
    if not placement.decided_on:
        return [gap("dag och §", "när samarbetskommittén beslutade att sända programmet")]
    section = placement.decided_paragraph
    known_section = Run(paragraph(section)) if section else gap("§", "samarbetskommitténs §")
    return [Run(the_day(placement.decided_on)), Run(" ("), known_section, Run(")")]


def applies(register, placement: Placement, seats: list[str]) -> str:
    """When the programme begins to apply (R2, R4), and which one it then replaces."""
    said = (
        "när kommunstyrelsen, eller kommunfullmäktige där kommunstyrelsen lämnar ärendet dit, "
        f"i var och en av {listed(seats)} har antagit det"
    )
    if placement.not_before:
        said += f", tidigast från och med {the_day(placement.not_before)}"
    earlier = register.placements.get(placement.replaces.slug) if placement.replaces else None
    return f"{said}, och ersätter då {earlier.short_name}" if earlier else said


def errata_words(register, placement: Placement, today: date) -> str:
    """The slips that the committee has decided to have noted beside the text, which itself stays as it is (R1b)."""
    errata, noted = Errata(register, today), []
    for one in errata.of(placement.revision.slug):
        noted += [f"Där det står ”{one.stands}” ska det läsas ”{one.reads}”.", decided_words(one)]
        noted += errata.answer_words(one) if errata.disputed(one) else []
    return " ".join(["Rättelse av skrivfel i programmets text.", *noted]) if noted else ""


def structure(texts: Sequence[ProgrammeText]) -> str:
    """`en vision, ett övergripande mål samt två långsiktiga mål för fokusområdet ”Infrastruktur”`."""
    kinds = {text.kind for text in flat(list(texts))}
    first = {PartKind.VISION: "en vision", PartKind.OVERALL_GOAL: "ett övergripande mål"}
    areas = [
        f"{count(len(goals([area])))} för fokusområdet ”{area.words.text}”"
        for area in flat(list(texts))
        if area.kind == PartKind.FOCUS_AREA and goals([area])
    ]
    loose = [text for text in texts if text.kind == PartKind.GOAL]
    areas += [count(len(loose))] if loose else []
    above = ", ".join(words for kind, words in first.items() if kind in kinds)
    return " samt ".join(filter(None, (above, listed(areas))))


def count(of_goals: int) -> str:
    return "ett långsiktigt mål" if of_goals == 1 else f"{number(of_goals)} långsiktiga mål"
