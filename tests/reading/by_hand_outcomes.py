"""Shapes written by hand of what was decided, and of what only looks like it."""

from tests.reading.by_hand_parts import ADOPTED, BEGUN, BOARD, COUNCIL, DECISION, HERE, SECTION
from tests.reading.minutes import TITLE as T

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
    "not to adopt": (
        f"{BEGUN}Beslut\nKommunstyrelsen beslutar att inte anta {T}.\n",
        BOARD | {"outcome": "rejected"},
    ),
    "adopts not": (f"{BEGUN}Beslut\nKommunstyrelsen antar inte {T}.\n", BOARD | {"outcome": "rejected"}),
    "not to adopt yet": (
        f"{BEGUN}Beslut\nKommunstyrelsen antar inte {T} förrän kostnaderna är kända.\n",
        BOARD,
    ),
    "not approved": (f"{BEGUN}Beslut\nAtt förslaget att anta {T} inte bifalls.\n", BOARD),
    "the matter is referred back": (
        f"{BEGUN}Kommunstyrelsens beslut\nÄrendet återremitteras till kommunstyrelseförvaltningen för att belysa de\n"
        "ekonomiska konsekvenserna.\n",
        BOARD | {"outcome": "referred_back"},
    ),
    "information is noted": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen noterar informationen om {T} till protokollet.\n",
        BOARD | {"outcome": "noted"},
    ),
    "the information is noted": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen noterar informationen till protokollet.\n",
        BOARD | {"outcome": "noted"},
    ),
    "until a day of its own": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen antar {T}\natt gälla till och med den 31 december 2028.\n",
        ADOPTED | {"condition": "att gälla till och med den 31 december 2028"},
    ),
    "until a day, in short": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen antar {T}, att gälla t.o.m. den 31 december 2028.\n",
        BOARD,
    ),
    "until a day, in a point of its own": (
        f"{BEGUN}Kommunstyrelsens beslut\n1. {T} antas.\n2. Programmet gäller längst till utgången av 2028.\n",
        ADOPTED | {"condition": "gäller längst till utgången av 2028"},
    ),
    "until further notice": (f"{BEGUN}Beslut\n{T} antas att gälla tills vidare.\n", BOARD),
    "from a day of its own": (
        f"{BEGUN}Kommunstyrelsens beslut\nKommunstyrelsen antar {T}\natt gälla från och med den 1 mars 2027.\n",
        BOARD,
    ),
    "from one day to another": (
        f"{BEGUN}Kommunstyrelsens beslut\n{T} antas att gälla från 2027-03-01 till och med 2028-12-31.\n",
        BOARD,
    ),
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
