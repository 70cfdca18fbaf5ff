"""Shapes written by hand: the traps in which words of one thing stand where those of another are looked for."""

from tests.reading.minutes import TITLE as T
from tests.reading.traps import Example

HEAD = "Huddinge kommun\nProtokoll\nKommunstyrelsen\nSammanträdesdatum 2027-02-17\n"
COUNCIL = HEAD.replace("Kommunstyrelsen", "Kommunfullmäktige")
SECTION = f"§ 9 {T}\nDnr KS-2026/1\n"
BEGUN = HEAD + SECTION
DECISION = f"Kommunstyrelsens beslut\nKommunstyrelsen beslutar att anta {T}.\n"
SIGNED = "Protokollet justerat 2027-02-24\nAnslaget 2027-02-25\n"
HERE = {"municipality": "huddinge", "on": "2027-02-17", "paragraph": "9", "numbers": "KS-2026/1"}
BOARD = HERE | {"body": "board"}
ADOPTED = BOARD | {"outcome": "adopted"}
DAYS = {"signed_on": "2027-02-24", "announced_on": "2027-02-25"}
NOTHING: dict[str, str] = {}

OUTCOMES = {
    "the committee's decision above": (
        f"{BEGUN}Arbetsutskottets beslut 2027-02-03 § 12\nArbetsutskottet föreslår kommunstyrelsen att anta {T}.\n"
        "Kommunstyrelsens beslut\nÄrendet återremitteras.\n",
        BOARD | {"outcome": "referred_back"},
    ),
    "two bare decisions": (
        f"{BEGUN}Arbetsutskottet\nBeslut\nKommunstyrelsen beslutar att anta {T}.\nKommunstyrelsen\nBeslut\nÄrendet bordläggs.\n",
        BOARD,
    ),
    "a bare decision under the committee's heading": (
        f"{BEGUN}Arbetsutskottet behandlade ärendet 2027-02-03\nBeslut\nAtt anta {T}\n",
        BOARD,
    ),
    "as the committee proposes": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen beslutar enligt arbetsutskottets förslag.\n"
        f"Arbetsutskottets förslag\n{T} antas.\n",
        BOARD,
    ),
    "an earlier decision is taken back": (
        f"{BEGUN}Beslut\n1. Upphäver kommunstyrelsens beslut den 12 januari 2027 § 4 att anta {T}.\n",
        BOARD,
    ),
    "not adopted": (f"{BEGUN}Beslut\nKommunstyrelsen beslutar att inte anta {T}.\n", BOARD),
    "to the council": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta {T}.\n",
        BOARD | {"outcome": "to_council"},
    ),
    "for its own part, and a proposal": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen beslutar för egen del\natt anta {T}.\n"
        "Kommunstyrelsen föreslår kommunfullmäktige\natt avsätta medel.\n",
        BOARD,
    ),
    "the board's proposal in the council's minutes": (
        f"{COUNCIL}{SECTION}Kommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige beslutar att anta {T}.\n"
        "Kommunfullmäktiges beslut\nÄrendet återremitteras.\n",
        HERE | {"body": "council", "outcome": "referred_back"},
    ),
    "the board's decision in the council's minutes": (
        f"{COUNCIL}{SECTION}Kommunstyrelsens beslut 2027-02-01 § 12\nKommunstyrelsen beslutar att anta {T}.\n"
        "Beslut\nKommunfullmäktige bordlägger ärendet.\n",
        HERE | {"body": "council", "outcome": "postponed"},
    ),
    "the chair alone": (
        f"{BEGUN}Ordförandens brådskande beslut\nOrdföranden beslutar med stöd av delegation att anta {T}.\n",
        BOARD,
    ),
    "a sentence under a motion": (
        f"{BEGUN}Yrkanden\nKim Ek (V) yrkar att ärendet återremitteras.\nKommunstyrelsen beslutar att anta {T}.\n",
        BOARD,
    ),
    "with a change": (f"{BEGUN}Beslut\n{T} antas med den ändringen att mål 2 utgår.\n", BOARD),
    "something else is adopted": (
        f"{BEGUN}Beslut\nKommunstyrelsen antar Stockholms läns utvecklingsprogram.\n",
        BOARD,
    ),
    "if all eight decide alike": (
        f"{BEGUN}Beslut\n{T} antas under förutsättning att samtliga åtta kommuner fattar likalydande beslut.\n",
        ADOPTED,
    ),
    "a condition in the background": (
        f"{BEGUN}{DECISION}Programmet ska antas under förutsättning att medel finns i budget.\n",
        ADOPTED,
    ),
    "no reservation": (
        f"{BEGUN}{DECISION}Särskilt yttrande\nKim Ek (V) lämnar ett särskilt yttrande.\nReservation\n"
        "Ingen reserverar sig mot beslutet.\n",
        ADOPTED,
    ),
    "a reservation in the committee": (
        f"{BEGUN}{DECISION}Arbetsutskottet\nKim Ek (V) reserverade sig mot beslutet.\n",
        ADOPTED,
    ),
}

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

OWN = f"{BEGUN}Kommunstyrelsens beslut\n"
TURNED_ROUND = {
    "the proposal to adopt is rejected": (
        f"{OWN}Kommunstyrelsen avslår förslaget om att anta {T}.\n",
        BOARD | {"outcome": "rejected"},
    ),
    "a motion to reject is approved": (
        f"{OWN}Kommunstyrelsen bifaller Kim Eks yrkande om avslag på förslaget att anta {T}.\n",
        BOARD,
    ),
    "a motion to refer back is rejected": (f"{OWN}Yrkandet om återremiss av {T} avslås.\n", BOARD),
    "not referred back": (f"{OWN}Kommunstyrelsen avslår förslaget att återremittera ärendet.\n", BOARD),
    "without approval": (f"{OWN}Kommunstyrelsen lämnar förslaget att anta {T} utan bifall.\n", BOARD),
    "refrains from it": (f"{OWN}Kommunstyrelsen väljer att vänta med att anta {T}.\n", BOARD),
    "a vote in the decision": (
        f"{OWN}Med 6 röster för och 7 emot att anta {T} faller förslaget.\n",
        BOARD,
    ),
    "the change in another point": (f"{OWN}1. {T} antas.\n2. Mål 4 i programmet utgår.\n", BOARD),
    "a question in it is referred back": (f"{OWN}Frågan om kansliets kostnader återremitteras.\n", BOARD),
    "the board's own earlier decision below": (
        f"{OWN}Ärendet avslutas.\nKommunstyrelsens beslut 2027-01-12 § 3\nKommunstyrelsen antar {T}.\n",
        BOARD,
    ),
    "an earlier decision told above": (
        f"{BEGUN}Kommunstyrelsen antog {T} vid sitt sammanträde i januari.\nÄrendet\nKansliet rapporterar.\n",
        BOARD,
    ),
    "for its own part, and under the next heading a proposal": (
        f"{BEGUN}Kommunstyrelsens beslut för egen del\nKommunstyrelsen antar {T}.\n"
        "Kommunstyrelsens förslag till kommunfullmäktige\nKommunfullmäktige anvisar medel för åren.\n",
        BOARD,
    ),
    "means of the council's as a condition": (
        f"{OWN}{T} antas under förutsättning att kommunfullmäktige anvisar medel för kansliet.\n",
        ADOPTED | {"condition": "under förutsättning att kommunfullmäktige anvisar medel för kansliet"},
    ),
}


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in ADOPTED.items() if name not in names}


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
