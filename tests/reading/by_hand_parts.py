"""What the shapes that are written by hand are put together of."""

from tests.reading.minutes import TITLE as T

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


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in ADOPTED.items() if name not in names}
