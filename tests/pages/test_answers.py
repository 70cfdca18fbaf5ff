"""What the start page answers, in words, for the days that the real register must give."""

import pytest

from tests.pages.site import visit

pytestmark = [pytest.mark.usefixtures("real"), pytest.mark.any_database]

COMPLETE_2023 = (
    "Den 16 maj 2023 hade alla åtta antagit det; dagarna är ännu inte införda. "
    "Tidigast började det gälla den 15 februari 2023."
)
COMPLETE_2019 = (
    "Den 11 oktober 2019 hade alla åtta antagit det; dagarna är ännu inte införda. "
    "Tidigast började det gälla den 18 september 2019."
)
NONE_CHECKED = (
    "Det är antaget av alla åtta enligt registrerade beslut. "
    "Inget av besluten är ännu granskat mot justerat protokoll."
)
ADJUSTED = (
    "Det används i justerad lydelse, av samarbetskommittén sedan den 14 januari 2021; "
    "något beslut av kommunstyrelserna är inte känt."
)
OVER = (
    "Perioden 2023–2026 är slut och inget nytt program är antaget av alla åtta. "
    "Tills alla har antagit ett nytt räknas programmet för 2023–2026 som gällande. "
    "Det är registrets regel, inte något som kommunerna har beslutat."
)
NONE_KNOWN = (
    "Registret känner inget program som alla hade antagit den dagen. "
    "Besluten om Södertörns utvecklingsprogram (2013) är inte införda."
)
NONE_OR_2019 = (
    "Antingen gällde Södertörns utvecklingsprogram 2035, eller så känner registret inget program som alla hade antagit den dagen. "
    "Det beror på vilka dagar Botkyrka, Haninge, Nykvarn, Nynäshamn, Salem, Södertälje och Tyresö antog "
    "Södertörns utvecklingsprogram 2035. Registret vet bara att det var gjort den 11 oktober 2019."
)
EITHER_2019_OR_2023 = (
    "Antingen gällde Södertörns utvecklingsprogram 2035 eller programmet för 2023–2026. "
    "Det beror på vilka dagar Botkyrka, Haninge, Huddinge, Nykvarn, Nynäshamn, Salem, Södertälje och Tyresö "
    "antog programmet för 2023–2026. Registret vet bara att det var gjort den 16 maj 2023."
)
APPLIED_2019, APPLIED_2023 = "Södertörns utvecklingsprogram 2035 gällde", "Programmet för 2023–2026 gällde"
APPLIES_2023 = "Programmet för 2023–2026 gäller"
NO_PROGRAMME = "Inget program är känt för den här dagen"
NOT_KNOWN_HERE = "Det är inte känt här vad som gällde"

ANSWERS = {
    "": (APPLIES_2023, f"{COMPLETE_2023} {NONE_CHECKED}"),
    "?dag=2015-01-01": (NO_PROGRAMME, NONE_KNOWN),
    "?dag=2019-09-17": (NO_PROGRAMME, NONE_KNOWN),
    "?dag=2019-09-18": (NOT_KNOWN_HERE, NONE_OR_2019),
    "?dag=2019-09-20": (NOT_KNOWN_HERE, NONE_OR_2019),
    "?dag=2019-10-10": (NOT_KNOWN_HERE, NONE_OR_2019),
    "?dag=2019-10-11": (APPLIED_2019, f"{COMPLETE_2019} {NONE_CHECKED}"),
    "?dag=2021-01-14": (APPLIED_2019, f"{COMPLETE_2019} {NONE_CHECKED} {ADJUSTED}"),
    "?dag=2021-06-01": (APPLIED_2019, f"{COMPLETE_2019} {NONE_CHECKED} {ADJUSTED}"),
    "?dag=2023-02-14": (APPLIED_2019, f"{COMPLETE_2019} {NONE_CHECKED} {ADJUSTED}"),
    "?dag=2023-02-15": (NOT_KNOWN_HERE, EITHER_2019_OR_2023),
    "?dag=2023-03-01": (NOT_KNOWN_HERE, EITHER_2019_OR_2023),
    "?dag=2023-05-15": (NOT_KNOWN_HERE, EITHER_2019_OR_2023),
    "?dag=2023-05-16": (APPLIED_2023, f"{COMPLETE_2023} {NONE_CHECKED}"),
    "?dag=2026-12-31": (APPLIES_2023, f"{COMPLETE_2023} {NONE_CHECKED}"),
    "?dag=2027-01-01": (APPLIES_2023, f"{COMPLETE_2023} {NONE_CHECKED} {OVER}"),
    "?dag=2027-03-01": (APPLIES_2023, f"{COMPLETE_2023} {NONE_CHECKED} {OVER}"),
}


@pytest.mark.parametrize(
    "query, title, sentences", [(q, *answer) for q, answer in ANSWERS.items()], ids=ANSWERS
)
def test_the_start_page_says_what_applies(query, title, sentences):
    page = visit(f"/{query}")

    assert title in page.texts("h1", "h2")
    assert sentences in " ".join(page.texts("p"))


@pytest.mark.parametrize("query", ["?dag=2021-01-13", "?dag=2023-05-16"])
def test_the_adjusted_wording_is_named_only_while_it_is_used(query):
    assert "justerad lydelse, av samarbetskommittén" not in visit(f"/{query}").main


def test_the_period_is_not_over_on_its_last_day():
    assert "är slut" not in visit("/?dag=2026-12-31").main


@pytest.mark.parametrize(
    "query, sentence",
    [
        ("", "Läget den 1 december 2026"),
        ("?dag=2026-12-01", "Läget den 1 december 2026"),
        ("?dag=2026-12-02", "Läget den 2 december 2026, om inget mer beslutas"),
        (
            "?kand=2026-11-30",
            "Läget den 1 december 2026, som registret kände det den 30 november 2026, om inget mer beslutas",
        ),
        (
            "?dag=2026-11-30&kand=2026-11-30",
            "Läget den 30 november 2026, som registret kände det den 30 november 2026",
        ),
        (
            "?dag=2021-06-01&kand=2026-11-24",
            "Läget den 1 juni 2021, som registret kände det den 24 november 2026",
        ),
    ],
)
def test_a_page_says_its_day_and_knowledge(query, sentence):
    assert visit(f"/{query}").texts("p")[0] == sentence


@pytest.mark.parametrize("address", ["/", "/program/", "/kommuner/tyreso/", "/beslut/78/", "/antagande/"])
def test_before_the_first_entry_the_register_did_not_exist(address):
    page = visit(f"{address}?kand=2026-11-22")

    assert page.status == 200
    assert page.texts("h1") == ["Registret fanns inte då"]
    assert page.response["X-Robots-Tag"] == "noindex"


def test_a_day_long_ago_is_answered_from_all_that_is_known():
    assert "Registret fanns inte då" not in visit("/?dag=1900-01-01").main


def test_what_comes_next_is_told_from_the_term_of_office():
    words = (
        "Valet den 13 september 2026 inledde mandatperioden 2026–2030, och programmet ska därför revideras."
    )

    assert words in visit("/").main
    assert words not in visit("/?dag=2026-09-12").main
    assert (
        "Nästa mandatperiod, 2026–2030, börjar med valet den 13 september 2026."
        in visit("/?dag=2026-09-12").main
    )


def test_what_is_not_entered_is_said_with_where_to_ask_for_it():
    words = (
        "Det övergripande målets och de långsiktiga målens ordalydelse är ännu inte införd i registret. "
        "Den står i programmets bilaga, en allmän handling som du kan begära ut hos Huddinge kommun."
    )

    assert words in visit("/").main


def test_the_strokes_are_told_in_one_sentence():
    assert visit("/").main.count("Åtta av åtta har antagit det.") == 1


@pytest.mark.parametrize(
    "query, title, sentence",
    [
        ("", "The programme for 2023–2026 applies", "It has been adopted by all eight according to registered decisions."),
        ("?dag=2015-01-01", "No programme is known for this day", "The decisions on Södertörns utvecklingsprogram (2013) have not been entered."),
        ("?dag=2027-03-01", "The programme for 2023–2026 applies", "That is the register’s rule, not something that the municipalities have decided."),
    ],
)  # fmt: skip
def test_the_start_page_says_what_applies_in_english(query, title, sentence):
    page = visit(f"/en/{query}")

    assert title in page.texts("h1", "h2")
    assert sentence in page.main


@pytest.mark.parametrize("slug", ["2019", "2023-2026"])
def test_on_a_day_that_is_not_known_no_programme_is_said_to_have_begun_or_ended(slug):
    page = visit(f"/program/{slug}/?dag=2023-03-01")

    assert "Inte känt om det gällde" in page.main or slug == "2019"
    assert "Det är inte känt här om programmet gällde den dag som sidan gäller." in page.texts("p")


def test_of_the_adjusted_wording_no_more_is_said_than_its_source_does():
    page = visit("/beslut/72/")

    assert page.texts("h1")[0].startswith(
        "Vid samarbetskommitténs möte den 14 januari 2021 gjordes en justering"
    )
    assert "antog" not in page.main
    assert "Antaget" not in visit("/antagande/2019-justerad-2021/").main


def test_a_body_that_the_source_does_not_name_is_not_its_municipality():
    assert "Framgår inte av källan" in visit("/beslut/60/").main


def test_the_page_of_an_adoption_says_since_when_the_programme_applies():
    assert "Den 16 maj 2023 hade alla åtta antagit det" in visit("/antagande/2023-2026/").main
