"""The records as files: what their pages say, in both languages, to read and to keep."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from sodertorn.log_lines import LogLine
from sodertorn.look import marks
from tests.pages.site import browser, spaces, visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

RECORDS = {
    "/program/2019/": "/program/2019/program.pdf",
    "/antagande/2023-2026/": "/antagande/2023-2026/antagande.pdf",
    "/program/2019/jamfor/2019-justerad-2021/": "/program/2019/jamfor/2019-justerad-2021/jamforelse.pdf",
    "/kommuner/huddinge/": "/kommuner/huddinge/beslut.pdf",
}
BOTH = RECORDS | {f"/en{page}": f"/en{file}" for page, file in RECORDS.items()}


def record(address) -> PdfReader:
    response = browser().get(address)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename=")
    return PdfReader(BytesIO(response.content))


def words(file: PdfReader) -> str:
    return spaces(" ".join(page.extract_text() for page in file.pages))


@pytest.mark.parametrize(("page", "file"), BOTH.items(), ids=BOTH)
def test_a_page_leads_to_its_record_which_says_the_same(page, file):
    shown, made = visit(page), record(file)

    assert file in shown.html
    assert made.metadata.title == shown.texts("h1")[0]
    assert made.trailer["/Root"]["/Lang"] == ("en" if page.startswith("/en/") else "sv")
    assert len(made.outline) >= 3
    for heading in ("Om den här handlingen", "About this record"):
        assert (heading in words(made)) == (heading.startswith("About") == page.startswith("/en/"))


def test_a_record_is_of_the_day_and_knowledge_of_its_address():
    made = words(record("/antagande/2019/antagande.pdf?dag=2019-10-01&kand=2026-11-30"))

    assert "Läget den 1 oktober 2019, som registret kände det den 30 november 2026" in made
    before_it_began = browser().get("/antagande/2019/antagande.pdf?dag=2019-10-01&kand=2020-01-01")
    assert before_it_began.status_code == 404


def test_the_same_register_gives_the_same_bytes():
    first, again = (browser().get("/program/2019/program.pdf") for _ in range(2))

    assert first.content == again.content and first["ETag"] == again["ETag"]


def test_a_record_names_its_page_as_it_was_and_what_had_been_recorded():
    made = words(record("/antagande/2019/antagande.pdf?dag=2019-10-01&kand=2026-11-30")).replace(" ", "")
    known = LogLine.objects.filter(entry__recorded__date__lte="2026-11-30")

    assert "/antagande/2019/?dag=2019-10-01&kand=2026-11-30" in made
    assert known.order_by("pk").last().sha256 in made


def test_there_is_no_record_of_what_is_not_in_the_register():
    for address in ("/program/x/program.pdf", "/antagande/x/antagande.pdf", "/kommuner/x/beslut.pdf"):
        assert browser().get(address).status_code == 404


def test_a_state_is_drawn_as_on_the_pages_and_told_in_words():
    page, made = visit("/antagande/2023-2026/"), record("/antagande/2023-2026/antagande.pdf")

    assert set(marks()) >= set(re.findall(r"#mark-(\w+)", page.html))
    said = words(made)
    assert said.count("Antaget") >= 8 and "Åtta av åtta" in said
    assert [image for sheet in made.pages for image in sheet.images] == []  # drawn as lines, not as a picture


def test_a_wording_stands_below_what_says_whose_it_is():
    said = words(record("/program/2019/jamfor/2023-2026/jamforelse.pdf"))

    later = said.index("I det senare programmet", said.index("Vision: "))
    assert later < said.index("Södertörn leder Sveriges starka") < said.index("Övergripande mål: ")


def test_a_source_is_named_once_for_what_it_does():
    programme, adoption = (
        words(record(f"/{at}.pdf")) for at in ("program/2023-2026/program", "antagande/2023-2026/antagande")
    )

    assert programme.count("Huddinge kommun, kommunstyrelsens förvaltning, tjänsteutlåtande") == 1
    assert adoption.count("Säger inte uppgiften, men begränsar") > 0


def languages(file: PdfReader) -> set[str]:
    """Those that something of the file is marked with, beside its own."""
    found, waiting = set(), [file.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found |= {str(node["/Lang"])} if "/Lang" in node else set()
            waiting += [node["/K"]] if "/K" in node else []
    return found


@pytest.mark.parametrize("file", RECORDS.values(), ids=RECORDS)
def test_what_was_recorded_in_swedish_is_marked_so_on_an_english_record(file):
    assert "sv" in languages(record(f"/en{file}"))
