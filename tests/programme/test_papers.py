"""The papers of a municipality: its own words, gaps for what isn't known, and the source paper's own sentence."""

from copy import deepcopy
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from docx import Document
from pikepdf import Pdf

from programme.models import PaperWordings
from programme.papers.documents import pdf
from programme.papers.paper import Papers
from programme.papers.wordings import DEFAULTS, FIELDS, refuse_unfit
from sodertorn.register import Register
from tests.factories import (
    DecisionFactory,
    ErratumAnswerFactory,
    ErratumFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
)
from tests.pages.site import Page, spaces

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

OF_2023 = (
    "Förslag till Södertörns utvecklingsprogram 2040 för perioden 2023–2026, bilaga 1 till "
    "kommunstyrelsens förvaltnings tjänsteutlåtande daterat den 15 februari 2023, antas och ersätter "
    "därmed Södertörns utvecklingsprogram 2035, som antogs 18 september 2019 §9."
)
HEADINGS = [
    "Förslag till beslut",
    "Kommunstyrelsens beslut",
    "Sammanfattning",
    "Beskrivning av ärendet",
    "Bakgrund",
    "Syftet",
    "Processen för att ta fram utvecklingsprogrammet",
    "Södertörns utvecklingsprogram i korthet",
    "Förvaltningens synpunkter",
    "Ekonomiska och juridiska konsekvenser",
    "Bilaga",
    "Beslutet ska skickas till",
]


@pytest.fixture(scope="module")
def huddinge_once(shared):
    return MunicipalityFactory(
        slug="huddinge",
        office="kommunstyrelsens förvaltning",
        office_genitive="kommunstyrelsens förvaltnings",
        paper="tjänsteutlåtande",
        decision_form="… antas",
        paragraph_form="§9",
    )


@pytest.fixture
def huddinge(huddinge_once):
    return deepcopy(huddinge_once)


@pytest.fixture(scope="module")
def sent_once(huddinge_once):
    before = RevisionFactory(slug="2019", title="Södertörns utvecklingsprogram 2035", texts=True)
    decided = {"on": date(2019, 9, 18), "paragraph": "9", "paragraph_kind": "written"}
    DecisionFactory(
        case__placement=SentFactory(revision=before, on=date(2019, 6, 1), decided_on=date(2019, 5, 30)),
        case__slug="huddinge",
        **decided,
    )
    title = "Södertörns utvecklingsprogram 2040 för perioden 2023–2026"
    later = RevisionFactory(slug="2023-2026", title=title, texts=True, replaces=before)
    area = later.parts.get(key="infra")
    PartFactory(revision=later, kind="goal", key="infra/2", parent=area, text="Ett andra mål")
    return SentFactory(revision=later, on=date(2023, 1, 12), decided_on=date(2023, 1, 11))


@pytest.fixture
def sent(sent_once):
    """What Huddinge's board had before it in 2023."""
    return deepcopy(sent_once)


def papers(sent, municipality, dated=date(2023, 2, 15)) -> Papers:
    placement = Register().placements[sent.revision.slug]
    return Papers(Register(), placement, municipality, today=date(2023, 2, 15), dated=dated)


def test_huddinges_proposed_decision_of_2023_word_for_word(sent, huddinge):
    assert spaces(papers(sent, huddinge).proposed()) == OF_2023


def test_the_report_has_the_headings_of_the_source(sent, huddinge):
    blocks = papers(sent, huddinge).report.blocks

    assert [b.runs[0].words for b in blocks if b.kind in ("heading", "subheading")] == HEADINGS


def test_what_is_not_known_is_a_marked_gap(sent):
    tyreso = MunicipalityFactory(slug="tyreso")
    proposed = papers(sent, tyreso, dated=None).proposed()

    assert "[förvaltningens namn]" in proposed
    assert "[dag]" in proposed
    assert "[programmet som ersätts, och när det antogs]" in proposed
    assert "2019" not in proposed  # what Huddinge decided says nothing of Tyresö
    assert "beslutsunderlagets dag" in papers(sent, tyreso, dated=None).gaps


def test_a_day_or_paragraph_that_is_not_known_is_a_gap_of_its_own(sent):
    tyreso = MunicipalityFactory(slug="tyreso")
    before = Register().placements["2019"]
    DecisionFactory(
        case__placement=before, case__slug="tyreso", on=None, paragraph="", latest=date(2019, 10, 11)
    )

    assert "som antogs [dag] [§]" in spaces(papers(sent, tyreso).proposed())


@pytest.mark.parametrize(
    ("form", "said"), [("§9", "§9"), ("§ 9", "§ 9"), ("9/27", "9/19"), ("", "§ 9")], ids=str
)
def test_a_paragraph_as_the_municipality_writes_it(sent, huddinge, form, said):
    huddinge.paragraph_form = form

    assert spaces(papers(sent, huddinge).proposed()).endswith(f"18 september 2019 {said}.")


def test_a_board_that_decides_in_the_active(sent, huddinge):
    huddinge.decision_form = "Kommunstyrelsen beslutar att anta …"
    huddinge.paper = "tjänsteskrivelse"

    proposed = spaces(papers(sent, huddinge).proposed())

    assert proposed.startswith(
        "Kommunstyrelsen beslutar att anta förslag till Södertörns utvecklingsprogram 2040"
    )
    assert "kommunstyrelsens förvaltnings tjänsteskrivelse daterad den 15 februari 2023" in proposed


def test_they_go_to_the_council_when_the_board_has_passed_the_matter_on(sent, huddinge):
    passed = {"case__placement": sent, "case__slug": "huddinge", "outcome": "to_council"}
    DecisionFactory(on=date(2023, 2, 13), paragraph="4", **passed)
    huddinge.decision_form = "Kommunstyrelsen beslutar att anta …"

    made = papers(sent, huddinge)

    assert made.proposed().startswith("Kommunfullmäktige beslutar att anta")
    assert "Vi ber kommunfullmäktige i Huddinge att anta programmet." in words(made.letter)
    assert "Till kommunfullmäktige i Huddinge kommun" in words(made.letter)
    assert "Kommunfullmäktiges beslut" in words(made.report)


def test_a_wording_of_the_programme_takes_the_place_of_the_registers_own(sent, huddinge):
    PaperWordings.objects.create(revision=sent.revision, proposal_passive="{program} bifalls i {kommun}.")

    assert papers(sent, huddinge).proposed() == f"{sent.title} bifalls i Huddinge."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{programet} antas", "Menade du {program}?"),
        ("{program antas", "klammer"),
        ("program} antas", "klammer"),
        ("{} antas", "finns inte"),
        ("{program!r}", "finns inte"),
        ("{program.entry}", "finns inte"),
        ("{program:>9}", "finns inte"),
    ],
    ids=str,
)
def test_a_wording_with_a_fault_says_which(sent, text, told):
    wordings = PaperWordings(revision=sent.revision, letter=text)

    with pytest.raises(ValidationError, match=told.replace("?", r"\?")) as refused:
        wordings.full_clean()

    assert list(refused.value.message_dict) == ["letter"]


def test_the_registers_own_wordings_are_sound_and_use_every_field():
    for text in DEFAULTS.values():
        refuse_unfit(text)

    unused = [name for name in FIELDS if not any(f"{{{name}}}" in text for text in DEFAULTS.values())]
    assert unused == ["kommunen", "förvaltningen"]


def words(paper) -> str:
    return "\n".join("".join(run.words for run in block.runs) for block in paper.blocks)


def test_the_goals_are_counted_area_by_area(sent, huddinge):
    said = words(papers(sent, huddinge).report)

    assert "målstruktur med en vision samt två långsiktiga mål för fokusområdet ”Infrastruktur”" in said


def test_the_letter_says_where_the_decision_is_registered_and_followed(sent, huddinge):
    said = words(papers(sent, huddinge).letter)

    assert "registrera beslutet på http://127.0.0.1:8000/registrera/ eller sänd det" in said
    assert "står på http://127.0.0.1:8000/antagande/2023-2026/." in said
    assert "\n\n" not in said  # nothing is said of errata where there are none


def test_the_papers_and_their_page_say_which_slips_the_committee_has_had_noted(client, sent, huddinge):
    goal = sent.revision.parts.get(key="infra/1")
    word = goal.text.split()[0]
    ErratumFactory(part=goal, decided_on=date(2023, 2, 3), told_on=date(2023, 2, 4))

    page = client.get("/antagande/2023-2026/handlingar/huddinge/")
    said = [words(papers(sent, huddinge).letter), words(papers(sent, huddinge).report), Page(page).main]
    for place in said:
        assert f"Där det står ”{word}” ska det läsas ”{word}x”. Beslutad av" in spaces(place)


def test_a_letter_is_dated_by_the_last_that_it_tells(sent, huddinge):
    assert papers(sent, huddinge).letter.day == sent.sent_on
    erratum = ErratumFactory(part=sent.revision.parts.get(key="infra/1"), decided_on=date(2023, 2, 3))
    ErratumAnswerFactory(erratum=erratum, municipality=huddinge, on=date(2023, 2, 5))

    letter = papers(sent, huddinge).letter
    assert letter.day == date(2023, 2, 3)  # of an acceptance it tells nothing
    assert "kompletterat den 3 februari 2023 med rättelse av skrivfel" in spaces(words(letter))

    answer = {"municipality": MunicipalityFactory(slug="tyreso"), "answer": "changes_substance"}
    ErratumAnswerFactory(erratum=erratum, on=date(2023, 2, 7), **answer)
    assert papers(sent, huddinge).letter.day == date(2023, 2, 7)


def test_the_letter_is_one_page(sent, huddinge):
    with Pdf.open(BytesIO(pdf(papers(sent, huddinge).letter))) as file:
        assert len(file.pages) == 1
        assert file.Root.Lang == "sv-SE"
        assert file.Root.MarkInfo.Marked


def test_the_page_and_its_files_are_open_to_anybody(client, sent, huddinge):
    address = "/antagande/2023-2026/handlingar/huddinge/"
    asked = Page(client.get(f"{address}?daterat=2023-02-15"))
    word = client.get(f"{address}underlag.docx?daterat=2023-02-15")

    assert OF_2023 in spaces(asked.main)
    assert 'filename="Huddinge_tjansteutlatande_2023-2026.docx"' in word["Content-Disposition"]
    written = Document(BytesIO(word.content))
    page = written.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    paragraphs = written.paragraphs
    assert OF_2023 in [spaces(paragraph.text) for paragraph in paragraphs]
    assert [p.text for p in paragraphs if p.style.name in ("Heading 1", "Heading 2")] == HEADINGS


def test_a_day_that_does_not_exist_is_told_of_and_left_a_gap(client, sent, huddinge):
    page = Page(client.get("/antagande/2023-2026/handlingar/huddinge/?daterat=2023-02-30"))

    assert page.status == 200
    assert "”2023-02-30” är ingen dag" in page.main
    assert "daterat den [dag]" in spaces(page.main)


@pytest.mark.parametrize("address", ["2023-2026/handlingar/salem/", "2024/handlingar/huddinge/"])
def test_what_was_never_sent_to_it_is_not_there(client, sent, address):
    assert client.get(f"/antagande/{address}").status_code == 404
