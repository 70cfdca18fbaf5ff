"""The first set: at least sixty files with what is stated in each, made by the same code every time."""

import re
from dataclasses import replace

from tests.reading.by_hand import by_hand
from tests.reading.minutes import BOARD, BODY, COUNCIL, TITLE, Facts, head, heading, signing, swedish
from tests.reading.traps import (
    NOTHING,
    OTHERS,
    OTHERS_BY_A_DAY,
    OWN_CONDITION,
    RESERVATION,
    Example,
    at_once,
    example,
    neighbour,
    others_date,
    plain,
    whole_protocol,
)


def first_set() -> list[Example]:
    return [*styles(), *outcomes(), *doubts(), *beside(), *ambiguous(), *never(), *by_hand()]


def styles() -> list[Example]:
    return [example(f"style {at % 8}, spelling {at // 8}", Facts(at)) for at in range(32)]


def outcomes() -> list[Example]:
    other = ("referred_back", "postponed", "rejected", "to_council", "noted")
    made = [example(f"outcome {kind}", Facts(32 + at, outcome=kind)) for at, kind in enumerate(other)]
    made += [example(f"council {at}", Facts(at, body=COUNCIL)) for at in range(37, 43)]
    return made


def doubts() -> list[Example]:
    made = [example("own condition", Facts(at, condition=OWN_CONDITION)) for at in (43, 44, 45)]
    made += [
        example("if the others adopt", Facts(at, condition=OTHERS), condition=None) for at in (46, 47, 48)
    ]
    made += [example("others by a day", Facts(at, condition=OTHERS_BY_A_DAY)) for at in (49, 50)]
    made += [example("reservation", Facts(at, reservation=RESERVATION)) for at in (51, 52, 53, 54)]
    return made


def beside() -> list[Example]:
    """Something else stands beside the decision."""
    made = []
    for at in (55, 56, 57, 58):
        facts = Facts(at)
        after = int("".join(c for c in facts.paragraph.split("/")[0] if c.isdigit())) + 1
        made.append(
            example(
                "another § on the page",
                facts,
                [*neighbour(facts, after - 2), *plain(facts), *neighbour(facts, after)],
            )
        )
    for at in (59, 60):
        facts = Facts(at)
        made.append(
            example("an agenda number", facts, [("Ärende 12 på föredragningslistan",), *plain(facts)])
        )
    for at in (61, 62):
        facts = Facts(at)
        earlier = neighbour(facts, 3, "Information om arbetet med Södertörns utvecklingsprogram")
        made.append(example("information earlier", facts, [*earlier, *plain(facts)]))
    for at in (63, 64):
        facts = Facts(at, signed=False)
        day = facts.on.isoformat()
        made.append(example("signed at once", facts, at_once(facts), signed_on=day, announced_on=None))
    made += [whole_protocol(Facts(at), count) for at, count in ((1, 80), (3, 60))]
    return made


def ambiguous() -> list[Example]:
    """Two places that differ: the field is left empty."""
    facts, made = Facts(65), []
    made.append(
        example(
            "two case numbers",
            facts,
            [*plain(facts)[:2], ("Dnr KS-2025/1",), *plain(facts)[2:]],
            numbers=None,
        )
    )
    facts = Facts(66)
    rows = [(f"Sammanträdesdatum {others_date(facts)}",), *plain(facts)]
    made.append(example("two meeting days", facts, rows, on=None))
    facts = Facts(67)
    twice = [
        *plain(facts),
        *heading(replace(facts, at=facts.at + 8))[:1],
        ("Dnr KS-2027/5",),
        (TITLE,),
        ("Beslut",),
        ("Ärendet återremitteras.",),
    ]
    made.append(example("two paragraphs about it", facts, twice, **NOTHING))
    facts = Facts(68)
    both = [*plain(facts), ("Kommunstyrelsens beslut",), ("Ärendet bordläggs.",)]
    made.append(example("two decisions", facts, both, outcome=None))
    facts = Facts(69)
    changed = [
        *heading(facts),
        ("Beslut",),
        (f"Kommunstyrelsen beslutar att anta {TITLE} med ändring av mål 3.",),
    ]
    made.append(example("adopted with a change", facts, changed, outcome=None))
    facts = Facts(70)
    plan = [*heading(facts), ("Beslut",), (f"Kommunstyrelsen antar yttrandet över {TITLE} som sitt svar.",)]
    made.append(example("an opinion is adopted", facts, plan, outcome=None))
    return made


STAMPS = ("SNABBPROTOKOLL", "Preliminärt protokoll", "Protokollet är ännu inte justerat.", "EJ JUSTERAT")


def never() -> list[Example]:
    """Files in which nothing is read."""
    return [
        *preliminary(),
        judgment(Facts(75)),
        of_a_committee(Facts(76)),
        another_programme(Facts(77)),
        notice(Facts(78)),
    ]


def preliminary() -> list[Example]:
    made = []
    for at, stamp in enumerate(STAMPS, 71):
        facts = Facts(at, signed=False)
        made.append(example(f"preliminary: {stamp}", facts, [(stamp,), *plain(facts)], **NOTHING))
    return made


def judgment(facts: Facts) -> Example:
    court = [
        ("FÖRVALTNINGSRÄTTEN", "DOM", "Mål nr 1234-27"),
        ("I STOCKHOLM", "2027-06-01"),
        ("Saken",),
        ("Laglighetsprövning",),
    ]
    return Example("a judgment", [[*court, *head(facts, 1, 2), *plain(facts)]], {})


def of_a_committee(facts: Facts) -> Example:
    committee = [
        (facts.municipality[2], "PROTOKOLL"),
        ("Kommunstyrelsens arbetsutskott",),
        (f"Sammanträdesdatum {facts.on}",),
    ]
    return Example("another body", [[*committee, *plain(facts), *signing(facts)]], {})


def another_programme(facts: Facts) -> Example:
    rows = [tuple(re.sub("2027[–-]2030", "2023–2026", cell) for cell in row) for row in plain(facts)]
    return Example("another programme", [[*head(facts, 1, 1), *rows]], {})


def notice(facts: Facts) -> Example:
    called = [
        (facts.municipality[2],),
        ("KALLELSE",),
        (BODY[BOARD],),
        (f"Sammanträde den {swedish(facts.on)}",),
    ]
    return Example("a notice to attend", [[*called, *plain(facts)]], {})
