"""Invented minutes for the reader to be tried on: municipal styles × spellings × traps (domain.md, What real minutes hold).

A page is a list of rows, a row a tuple of cells from left to right. Nothing here is drawn by chance.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from adoption.reading.values import Asked

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]
EIGHT = (
    ("botkyrka", "Botkyrka", "Botkyrka kommun"),
    ("haninge", "Haninge", "Haninge kommun"),
    ("huddinge", "Huddinge", "Huddinge kommun"),
    ("nykvarn", "Nykvarn", "Nykvarns kommun"),
    ("nynashamn", "Nynäshamn", "Nynäshamns kommun"),
    ("salem", "Salem", "Salems kommun"),
    ("sodertalje", "Södertälje", "Södertälje kommun"),
    ("tyreso", "Tyresö", "Tyresö kommun"),
)
ASKED = Asked(period=(2027, 2030), municipalities=EIGHT)
TITLE = "Södertörns utvecklingsprogram 2027–2030"
BOARD, COUNCIL = "board", "council"
BODY = {BOARD: "Kommunstyrelsen", COUNCIL: "Kommunfullmäktige"}
GENITIVE = {BOARD: "Kommunstyrelsens", COUNCIL: "Kommunfullmäktiges"}
NUMBERS = (
    "KS-2026/2400.109",
    "KS/2026:00045",
    "KS 2026/00123",
    "2026KSM0604 301",
    "2026/KSM0173.214",
    "KSM2026-404.510",
)
PARAGRAPHS = ("9", "45 a", "250/27", "63", "107", "7")

Row = tuple[str, ...]


def swedish(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    return ["måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen"][
        day.weekday()
    ]


@dataclass(frozen=True)
class Facts:
    """What the minutes state. Nothing for a day means that it isn't there."""

    at: int
    body: str = BOARD
    outcome: str = "adopted"
    condition: str = ""
    reservation: str = ""
    signed: bool = True

    @property
    def municipality(self) -> tuple[str, str, str]:
        return EIGHT[self.at % 8]

    @property
    def on(self) -> date:
        return date(2027, 1, 12) + timedelta(days=self.at * 3 % 120)

    @property
    def signed_on(self) -> date:
        return self.on + timedelta(days=3 + self.at % 9)

    @property
    def announced_on(self) -> date:
        return self.signed_on + timedelta(days=self.at % 3)

    @property
    def paragraph(self) -> str:
        return PARAGRAPHS[self.at // 8 % len(PARAGRAPHS)]

    @property
    def number(self) -> str:
        return NUMBERS[(self.at // 8 + self.at) % len(NUMBERS)]

    def expected(self) -> dict[str, str]:
        """What is there to be read; a field that isn't named must be left empty."""
        there = {
            "municipality": self.municipality[0],
            "body": self.body,
            "on": self.on.isoformat(),
            "paragraph": self.paragraph,
            "numbers": self.number,
            "outcome": self.outcome,
        }
        if self.signed:
            there |= {"signed_on": self.signed_on.isoformat(), "announced_on": self.announced_on.isoformat()}
        if self.condition:
            there["condition"] = self.condition
        if self.reservation:
            there["reservation"] = self.reservation
        return there


# The head of a page, and the heading of the paragraph, in eight styles


def head(facts: Facts, page: int, pages: int) -> list[Row]:
    _slug, name, full = facts.municipality
    body, on = BODY[facts.body], facts.on
    iso, words = on.isoformat(), swedish(on)
    styles = (
        [(full.upper(), "SAMMANTRÄDESPROTOKOLL", f"{page}[{pages}]"), (body,), (iso,)],
        [(full, "Protokoll"), (body,), (f"Sammanträdesdatum: {iso}", f"Sida {page}")],
        [(full, "PROTOKOLL", f"{page} ({pages})"), (body,), ("Sammanträdesdatum",), (words,)],
        [
            (full,),
            ("SAMMANTRÄDESPROTOKOLL",),
            (body,),
            ("Sammanträdesdatum", "Sida"),
            (iso, f"{page} ({pages})"),
        ],
        [(full,), (f"Utdrag ur protokoll för {body.casefold()}",), (f"Sammanträdesdag {words}",)],
        [("PROTOKOLL", f"Sida {page} av {pages}"), (f"{body} i {name}",), (f"Sammanträde den {words}",)],
        [
            (full, f"Protokoll {page} ({pages})"),
            (body,),
            (f"Tid: {weekday(on)} den {words} kl. 09.00–11.30",),
        ],
        [(full, "Sammanträdesprotokoll"), (body, iso), (f"Sida {page}",)],
    )
    return styles[facts.at % 8]


def heading(facts: Facts) -> list[Row]:
    number, sign = facts.number, facts.paragraph
    styles = (
        [(f"§ {sign}",), (f"{TITLE} ({number})",)],
        [(f"§ {sign}", f"Dnr {number}"), (TITLE,)],
        [(f"§ {sign}",), (f"Diarienummer {number}",), (TITLE,)],
        [(f"§ {sign} {TITLE}",), (f"Dnr: {number}",)],
        [(f"§{sign}",), (f"Antagande av {TITLE}",), (f"Diarienr: {number}",)],
        [(f"KS § {sign} Antagande av {TITLE}",), (f"Ärendenummer {number}",)],
        [(f"§ {sign}",), ("Utvecklingsprogram för Södertörn 2027-2030",), ("Dnr:", number)],
        [(f"§ {sign} Södertörns utvecklings-",), ("program 2027–2030",), (f"Diarienummer: {number}",)],
    )
    if facts.body == COUNCIL and facts.at % 8 == 5:
        return [(f"KF § {sign} Antagande av {TITLE}",), (f"Ärendenummer {number}",)]
    return styles[facts.at % 8]


# What was decided


def decision(facts: Facts) -> list[Row]:
    body, genitive = BODY[facts.body], GENITIVE[facts.body]
    labels = (
        f"{genitive} beslut",
        "Beslut",
        f"{genitive} beslut:",
        f"{genitive} beslut",
        "BESLUT",
        f"Beslut i {body.casefold()}",
    )
    return [(labels[facts.at // 3 % len(labels)],), *((words,) for words in sentences(facts))]


def sentences(facts: Facts) -> list[str]:
    body = BODY[facts.body]
    limit = f" {facts.condition}" if facts.condition else ""
    adopted = (
        [f"{body} beslutar att anta {TITLE}{limit}."],
        [f"{body} antar förslag till {TITLE}{limit}."],
        [f"1. {TITLE} antas{limit}.", "2. Beslutet skickas till Södertörnskommunernas samverkanskansli."],
        [f"{body} beslutar", f"att anta {TITLE}{limit}.", "att tacka alla som har bidragit."],
        [f"{body} beslutade att anta Södertörns utvecklings-", f"program 2027–2030{limit}."],
        [
            "1. Informationen läggs till handlingarna.",
            f"2. {body} beslutar att anta bifogat förslag till {TITLE}{limit}.",
        ],
    )
    if facts.outcome == "adopted":
        return adopted[facts.at % len(adopted)]
    return {
        "referred_back": ["Ärendet återremitteras för att kostnaderna ska belysas."],
        "postponed": [f"{body} bordlägger ärendet till nästa sammanträde."],
        "rejected": [f"{body} beslutar att avslå förslaget till {TITLE}."],
        "to_council": [f"{body} föreslår att kommunfullmäktige beslutar att anta {TITLE}."],
        "noted": [f"{TITLE} läggs till handlingarna."],
    }[facts.outcome]


def background(facts: Facts) -> list[Row]:
    labels = ("Sammanfattning", "Ärendet", "Bakgrund", "Beskrivning av ärendet", "Sammanfattning av ärendet")
    return [
        (labels[facts.at % len(labels)],),
        (
            "De åtta kommunerna på Södertörn har sedan 2010 ett gemensamt utvecklingsprogram. Programmet revideras",
        ),
        ("vart fjärde år. Det nu gällande programmet för 2023–2026 antogs den 15 februari 2023, § 9.",),
    ]


def signing(facts: Facts) -> list[Row]:
    if not facts.signed:
        return []
    styles = notices(facts.signed_on, facts.announced_on, facts.announced_on + timedelta(days=22))
    return [
        ("ANSLAG/BEVIS",),
        *styles[facts.at // 8 % len(styles)],
        ("Protokollet förvaras hos kommunkansliet.",),
    ]


def notices(signed: date, up: date, down: date) -> tuple[list[Row], ...]:
    was, there, gone = (day.isoformat() for day in (signed, up, down))
    return (
        [
            (f"Protokollet justerat den {swedish(signed)}",),
            (f"Anslaget den {swedish(up)}",),
            (f"Anslaget tas ned den {swedish(down)}",),
        ],
        [("Justeringsdatum", was), ("Anslagsdatum", there), ("Sista dag för överklagande", gone)],
        [
            (f"Protokollet är justerat {was}",),
            (f"Datum för anslags uppsättande {there}",),
            (f"Datum för anslags nedtagande {gone}",),
        ],
        [
            ("Datum för justering",),
            (was,),
            ("Datum då anslaget sätts upp",),
            (there,),
            ("Datum då anslaget tas ned",),
            (gone,),
        ],
        [(f"Justerat {was}", f"Tillkännagivet på anslagstavlan {there}"), (f"Nedtas {gone}",)],
        [
            (f"Protokollet justerades {weekday(signed)} den {swedish(signed)}.",),
            (f"Justeringen tillkännagavs den {swedish(up)}.",),
        ],
    )
