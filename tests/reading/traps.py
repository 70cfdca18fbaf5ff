"""What stands in real minutes beside the decision, and must never be taken for it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from tests.reading.minutes import (
    BODY,
    COUNCIL,
    TITLE,
    Facts,
    Row,
    background,
    decision,
    head,
    heading,
    signing,
    swedish,
)

OWN_CONDITION = "under förutsättning att medel avsätts i kommunens budget för 2028"
OTHERS = "under förutsättning att övriga sju kommuner antar det"
OTHERS_BY_A_DAY = "under förutsättning att övriga kommuner antar det senast den 31 maj 2027"
RESERVATION = "Kim Ek (V) reserverar sig mot beslutet till förmån för eget yrkande."


@dataclass(frozen=True)
class Example:
    """A file: its pages, and what there is to be read in it."""

    name: str
    pages: list[list[Row]]
    expected: dict[str, str]


def proposal(facts: Facts) -> list[Row]:
    """Printed above the decision, and something else than it."""
    labels = (
        "Förslag till beslut",
        "Arbetsutskottets förslag",
        "Kommunledningskontorets förslag till beslut",
        "Kommunstyrelsens förslag",
    )
    other = f"{BODY[facts.body]} beslutar att {'återremittera ärendet' if facts.outcome == 'adopted' else f'anta {TITLE}'}."
    return [(labels[facts.at % len(labels)],), (other,)]


def motions(facts: Facts) -> list[Row]:
    return [
        ("Yrkanden",),
        (f"Robin Lund (M) yrkar att {TITLE} avslås.",),
        ("Beslutsgång",),
        ("Ordföranden ställer förslagen mot varandra och finner att yrkandet avslås.",),
    ]


def neighbour(facts: Facts, number: int, title: str = "Årsredovisning för 2026") -> list[Row]:
    """Another paragraph on the same page, with everything of its own."""
    return [
        (f"§ {number} {title}",),
        ("Dnr KS-2027/911",),
        ("Kommunstyrelsens beslut" if facts.body != COUNCIL else "Kommunfullmäktiges beslut",),
        ("Ärendet återremitteras.",),
        ("Reservation",),
        ("Love Berg (C) reserverar sig mot beslutet till förmån för bifall.",),
        ("Expedieras till",),
        ("Ekonomiavdelningen",),
    ]


def plain(facts: Facts) -> list[Row]:
    rows = [*heading(facts)]
    if facts.at % 2:
        rows += [*proposal(facts), *decision(facts), *background(facts)]
    else:
        rows += [*decision(facts), *background(facts), *proposal(facts), *motions(facts)]
    if facts.reservation:
        rows += [("Reservationer",), (facts.reservation,)]
    return [*rows, ("Beslutet skickas till",), ("Samverkansstrategen, Södertörnskommunerna",)]


def example(name: str, facts: Facts, rows: list[Row] | None = None, **other: str | None) -> Example:
    """A file of one or two pages; `other` is what is expected otherwise, None for what must be left empty."""
    pages = [
        [*head(facts, 1, 2), *(plain(facts) if rows is None else rows)],
        [*head(facts, 2, 2), *signing(facts)],
    ]
    if facts.at % 5 == 0:
        pages = [[*pages[0], *signing(facts)]]
    expected = {field: value for field, value in (facts.expected() | other).items() if value is not None}
    return Example(name, pages, expected)


NOTHING: dict[str, None] = dict.fromkeys(
    [
        "municipality",
        "body",
        "began",
        "on",
        "paragraph",
        "numbers",
        "outcome",
        "condition",
        "reservation",
        "signed_on",
        "announced_on",
    ]
)


def whole_protocol(facts: Facts, count: int) -> Example:
    """Many pages: first who was there and a list of contents, the paragraph somewhere in the middle, the notice last."""
    place = 40 + facts.at
    facts = replace(facts)
    first = [
        *head(facts, 1, count),
        ("Beslutande",),
        ("Se särskild förteckning",),
        ("Paragrafer", f"§§ 1–{count}"),
        ("Justerande", "Kim Ek"),
    ]
    contents = [*head(facts, 2, count), ("Innehållsförteckning",)]
    contents += [(f"§ {n} {title_of(n, place)} .......... {n + 2}",) for n in range(1, 60)]
    pages = [first, contents]
    for number in range(1, count - 2):
        rows = (
            plain(numbered(facts, number))
            if number == place
            else neighbour(facts, number, title_of(number, place))
        )
        pages.append([*head(facts, number + 2, count), *rows, *filler(number)])
    pages.append([*head(facts, count, count), *signing(facts)])
    return Example(f"whole protocol of {count} pages", pages, facts.expected() | {"paragraph": str(place)})


class Numbered(Facts):
    """Facts whose paragraph is the one of its place in the protocol."""

    number_there = 0

    @property
    def paragraph(self) -> str:
        return str(self.number_there)


def numbered(facts: Facts, number: int) -> Facts:
    made = Numbered(**{name: getattr(facts, name) for name in facts.__dataclass_fields__})
    object.__setattr__(made, "number_there", number)
    return made


def title_of(number: int, place: int) -> str:
    if number == place:
        return TITLE
    titles = (
        "Budget för 2028",
        "Uppföljning av Södertörns utvecklingsprogram 2023–2026",
        "Detaljplan för Norra hamnen",
        "Svar på motion om bad",
    )
    return titles[number % len(titles)]


def filler(number: int) -> list[Row]:
    words = "Kommunens förvaltning har berett ärendet tillsammans med grannkommunerna och redovisar följderna för ekonomi,"
    return [(f"{words} barn och miljö i bilaga {number}.{line}.",) for line in range(1, 16)]


def at_once(facts: Facts) -> list[Row]:
    """The paragraph is signed before the rest of the minutes."""
    return [*plain(facts), (f"Paragrafen justerades omedelbart den {swedish(facts.on)}.",)]


def others_date(facts: Facts) -> str:
    return (facts.on + timedelta(days=14)).isoformat()
