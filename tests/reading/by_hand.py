"""Shapes written by hand: the traps in which words of one thing stand where those of another are looked for."""

from tests.reading.by_hand_outcomes import OUTCOMES, TURNED_ROUND
from tests.reading.by_hand_parts import (
    ADOPTED,
    BEGUN,
    COUNCIL,
    DAYS,
    DECISION,
    HEAD,
    NOTHING,
    SECTION,
    SIGNED,
    without,
)
from tests.reading.minutes import TITLE as T
from tests.reading.traps import Example

DAYS_AND_NUMBERS = {
    "two days with a dash": (
        HEAD.replace("2027-02-17", "16–17 februari 2027") + SECTION + DECISION,
        ADOPTED | {"began": "2027-02-16"},
    ),
    "two days in figures": (
        HEAD.replace("2027-02-17", "2027-02-16--17") + SECTION + DECISION,
        ADOPTED | {"began": "2027-02-16"},
    ),
    "two days with a word": (
        HEAD.replace("2027-02-17", "den 16 och 17 februari 2027") + SECTION + DECISION,
        ADOPTED | {"began": "2027-02-16"},
    ),
    "three days": (
        HEAD.replace("2027-02-17", "den 15, 16 och 17 februari 2027") + SECTION + DECISION,
        ADOPTED | {"began": "2027-02-15"},
    ),
    "the next meeting": (
        HEAD + "Nästa sammanträde 2027-03-17\nExpedierat 2027-03-01\n" + SECTION + DECISION,
        ADOPTED,
    ),
    "where it is to be signed": (
        HEAD + "Tid och plats för justering 2027-02-24, kommunhuset\n" + SECTION + DECISION,
        ADOPTED,
    ),
    "the last minutes' signing": (
        HEAD + "Föregående protokoll justerat 2027-01-20\n" + SECTION + DECISION,
        ADOPTED,
    ),
    "signed before the meeting": (
        BEGUN + DECISION + "Protokollet justerat 2027-02-10\nAnslaget 2027-02-25\n",
        ADOPTED | {"announced_on": "2027-02-25"},
    ),
    "another § signed at once": (
        f"{BEGUN}{DECISION}§ 10 Budget\nDnr KS-2026/4\nBeslut\nBudgeten antas.\n"
        f"Paragrafen justerades omedelbart 2027-02-17\nAnslag\n{SIGNED}",
        ADOPTED | DAYS,
    ),
    "this § among those signed at once": (
        f"{HEAD}§§ 3, 9 och 14 justerades omedelbart 2027-02-17\nÖvriga paragrafer justerade 2027-02-24\n{SECTION}{DECISION}",
        ADOPTED | {"signed_on": "2027-02-17"},
    ),
    "signed at once, no day": (
        f"{BEGUN}{DECISION}Paragrafen förklaras omedelbart justerad.\nAnslag\n{SIGNED}",
        ADOPTED,
    ),
    "a notice of other §§": (
        f"{BEGUN}{DECISION}Anslagsbevis\nSammanträdesdatum 2027-02-17\nParagrafer §§ 1–8\n{SIGNED}",
        without("paragraph"),
    ),
    "a notice of other §§, named below": (
        f"{BEGUN}{DECISION}Anslagsbevis\n{SIGNED}Avser paragraf 5\n",
        ADOPTED,
    ),
    "a notice of all §§": (f"{BEGUN}{DECISION}Anslagsbevis\nParagrafer §§ 1–12\n{SIGNED}", ADOPTED | DAYS),
    "a notice of another §": (f"{BEGUN}{DECISION}Anslagsbevis för § 5\n{SIGNED}", ADOPTED),
    "a notice of another § in a table": (
        f"{BEGUN}{DECISION}§ 5 justerades omedelbart.\nParagraf § 5\n{SIGNED}",
        ADOPTED,
    ),
    "a notice of another § below its label": (
        f"{BEGUN}{DECISION}Anslagsbevis\nParagraf\n§ 5\n{SIGNED}",
        ADOPTED,
    ),
    "another § signed at once, in one line": (
        f"{BEGUN}{DECISION}Omedelbart justerad paragraf: § 5. Justerad 2027-02-17. Anslagen 2027-02-18.\n",
        ADOPTED,
    ),
    "two notices, the second of this §": (
        f"{BEGUN}{DECISION}Anslagsbevis för § 5\nJusterat 2027-02-17\nAnslaget 2027-02-18\n"
        f"Anslagsbevis för §§ 1–4 och 6–12\n{SIGNED}",
        ADOPTED | DAYS,
    ),
    "a notice of another meeting": (
        f"Anslag\nHuddinge kommun\nKommunstyrelsen 2027-01-20\nJusterat 2027-01-27\nAnslaget 2027-01-28\n{BEGUN}{DECISION}",
        without("on"),
    ),
    "put up from one day to another": (
        f"{BEGUN}{DECISION}Protokollet justerat 2027-02-24\nAnslaget 2027-02-25 – 2027-03-19\n",
        ADOPTED | DAYS,
    ),
    "a row of days": (
        f"{BEGUN}{DECISION}Anslaget sätts upp 2027-02-25 Anslaget tas ned 2027-03-19\n"
        "Datum för anslags uppsättande Datum för anslags nedtagande\n2027-02-25 2027-03-19\n",
        ADOPTED | {"announced_on": "2027-02-25"},
    ),
    "several case numbers": (
        f"{HEAD}§ 9 {T}\nDnr KS-2026/1, KS-2026/2\n{DECISION}",
        ADOPTED | {"numbers": "KS-2026/1, KS-2026/2"},
    ),
    "a list that goes on": (
        f"{HEAD}§ 9 {T}\nDnr KS-2026/1\nKS-2026/2\n{DECISION}",
        {name: value for name, value in ADOPTED.items() if name != "numbers"},
    ),
    "an earlier case number": (f"{BEGUN}Tidigare dnr KS-2022/5\n{DECISION}", ADOPTED),
    "an agenda number": (f"{HEAD}Punkt 12\n§ 9 {T}\nÄrende 12 Dnr KS-2026/1\n{DECISION}", ADOPTED),
    "an agenda number in place of a §": (f"{HEAD}12. {T}\n{DECISION}", NOTHING),
    "§ 9/27": (HEAD + SECTION.replace("§ 9", "§ 9/27") + DECISION, ADOPTED | {"paragraph": "9/27"}),
    "copied to another municipality": (
        f"{BEGUN}{DECISION}Beslutet skickas till\nHaninge kommun\nTyresö kommun\n",
        ADOPTED,
    ),
}

PAPERS = {
    "the committee's minutes after the board's": (
        BEGUN
        + DECISION
        + HEAD.replace("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott").replace(
            "2027-02-17", "2027-02-03"
        )
        + f"§ 4 {T}\nBeslut\nFörslaget återremitteras.\n",
        NOTHING,
    ),
    "the plan's § before": (
        f"{HEAD}§ 8 Verksamhetsplan för {T}\nDnr KS-2026/77\nBeslut\nVerksamhetsplanen antas.\n{SECTION}{DECISION}",
        ADOPTED,
    ),
    "information about it before": (
        f"{HEAD}§ 8 Information om {T}\nDnr KS-2026/1\nBeslut\nInformationen noteras.\n{SECTION}{DECISION}",
        NOTHING,
    ),
    "only the plan": (
        f"{HEAD}§ 8 Verksamhetsplan 2027\nDnr KS-2026/77\nBeslut\nKommunstyrelsen antar verksamhetsplan för {T}.\n",
        NOTHING,
    ),
    "a citizen's proposal": (
        f"{HEAD}§ 9 Medborgarförslag om {T}\nDnr KS-2026/1\nBeslut\nFörslaget avslås.\n",
        NOTHING,
    ),
    "a council of elders": (
        HEAD.replace("Kommunstyrelsen", "Kommunala pensionärsrådet") + SECTION + f"Beslut\n{T} antas.\n",
        NOTHING,
    ),
    "nobody's": (HEAD.replace("Kommunstyrelsen\n", "") + SECTION + f"Beslut\n{T} antas.\n", NOTHING),
    "a stamp at the end": (BEGUN + DECISION + "Protokollet är ännu inte justerat\n", NOTHING),
    "a page's head in a row, its foot in the middle": (
        "Huddinge kommun Protokoll 3 (5)\nKommunstyrelsen\nSammanträdesdatum Paragraf\n17 februari 2027 § 9\n"
        f"Diarienummer KS-2026/1\n{T}\nKommunstyrelsens beslut\nKommunstyrelsen beslutar\n"
        f"Justerandes signatur Utdragsbestyrkande\natt anta {T}.\n§ 10",
        ADOPTED,
    ),
}

CONTRADICTIONS = {
    "another day and § in the head": (
        "Huddinge kommun\nProtokollsutdrag § 8\nKommunstyrelsens möte 18 februari 2027\n"
        f"Sammanträdesdatum\n2027-02-17\n{SECTION}{DECISION}",
        without("on", "paragraph"),
    ),
    "another day beside the minutes' name": (
        HEAD.replace("Protokoll", "Protokoll 2027-02-16") + SECTION + DECISION,
        without("on"),
    ),
    "another § beside the body": (
        HEAD.replace("Kommunstyrelsen", "Kommunstyrelsen § 8") + SECTION + DECISION,
        without("paragraph"),
    ),
    "a list of §§ without it": (HEAD + "Paragrafer 10–22\n" + SECTION + DECISION, without("paragraph")),
    "another case number at the end": (
        BEGUN + DECISION + "Sammanfattning\nProgrammet är nytt.\nDiarienummer KS-2026/7\n",
        without("numbers"),
    ),
    "a neighbour of the eight": (
        HEAD.replace("Huddinge", "Nacka") + SECTION + DECISION + SIGNED,
        NOTHING,
    ),
}

LABELS = {
    "the body under a label that names a kind": (
        HEAD.replace("Kommunstyrelsen", "Nämnd Kommunstyrelsen") + SECTION + DECISION,
        ADOPTED,
    ),
    "a page's number behind its word": (
        HEAD.replace("Kommunstyrelsen", "Kommunstyrelsen Sida 14") + SECTION + DECISION,
        ADOPTED,
    ),
    "the board's § in the council's minutes": (
        f"{COUNCIL}{SECTION}Kommunfullmäktiges beslut\n{T} antas.\nTidigare behandling\nKommunstyrelsen 2027-01-20, § 4\n",
        ADOPTED | {"body": "council"},
    ),
    "held by the board": (
        f"Huddinge kommun\nUtdrag ur protokoll fört vid kommunstyrelsens sammanträde den 17 februari 2027\n{SECTION}{DECISION}",
        ADOPTED,
    ),
    "planned, not done": (
        f"{BEGUN}{DECISION}Beräknat justeringsdatum 2027-02-24\nPlanerat anslagsdatum 2027-02-25\n",
        ADOPTED,
    ),
}


def by_hand() -> list[Example]:
    every = OUTCOMES | DAYS_AND_NUMBERS | PAPERS | TURNED_ROUND | CONTRADICTIONS | LABELS
    return [
        Example(name, [[(line,) for line in text.splitlines()]], there)
        for name, (text, there) in every.items()
    ]
