"""Several extracts at once are sorted by the municipality that they name, and lead to the form of their decision."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from adoption.desk.whose_file import whose
from adoption.models import Case, FollowUp
from sodertorn.desk import office
from sodertorn.desk.uploads import keep
from tests.desk.decided import awaiting_three
from tests.desk.rooms import carried_file, desk_of, read, send, strategist
from tests.factories import MunicipalityFactory
from tests.pdf_files import saying, upload
from tests.registering.test_own_decision import decided, registered

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PAGE = "/admin/beslut/filer/"
SALEM = saying("Salems kommun\nSammanträdesprotokoll\n§ 7")
UNKNOWN = saying("Protokoll från Salems kommuns grannar")


@pytest.fixture
def desk():
    awaiting_three()
    return desk_of(strategist())


def chosen(desk) -> dict[str, str]:
    """Whose each file is said to be, by the checksum of the file: the municipality of the case that is proposed."""
    seats = {str(case.pk): case.body.municipality.slug for case in Case.objects.all()}
    page = read(desk, PAGE)
    found = {}
    for form in page.elements("form"):
        buttons = [dict(e.attributes) for e in page.elements("button", node=form)]
        sha256 = next((e["value"] for e in buttons if e.get("name") == "register"), None)
        options = [dict(e.attributes) for e in page.elements("option", node=form)]
        if sha256:
            assert "csrfmiddlewaretoken" in [
                dict(e.attributes)["name"] for e in page.elements("input", node=form)
            ]
            found[sha256] = seats.get(next((o["value"] for o in options if "selected" in o), ""), "")
    return found


def test_each_file_leads_to_the_form_of_its_decision_with_the_file_attached(desk):
    files = [upload(SALEM, "a.pdf"), upload(UNKNOWN, "KS Tyresö § 9.pdf"), upload(b"hej", "b.pdf")]
    send(desk, PAGE, files=files)
    salem, tyreso = keep(upload(SALEM)), keep(upload(UNKNOWN))

    assert "b.pdf: Filen är ingen PDF och inget foto" in read(desk, PAGE).html
    assert chosen(desk) == {salem: "salem", tyreso: "tyreso"}

    case = Case.objects.get(body__municipality__slug="salem")
    form = send(desk, PAGE, register=salem, case=case.pk).response.url
    assert form == f"/registrera/{case.pk}/beslut/?fil={salem}"
    done = registered(desk, form, **decided(document="not_stated"))
    assert "Bekräftelse på registrerat beslut" in read(desk, done.url).html

    filed = FollowUp.objects.get(step="extract_filed")
    assert (filed.extract_id, filed.file_name, filed.entry.office) == (salem, "a.pdf", office())
    assert chosen(desk) == {tyreso: "tyreso"}
    assert f"Ligger vid beslutet i händelse {filed.decision.entry.fact}" in read(desk, PAGE).main


def test_a_file_that_came_while_signed_out_is_taken_from_its_own_person_alone(desk):
    for carried in (keep(upload(SALEM)), carried_file(desk_of(strategist()), SALEM)):
        send(desk, PAGE, files=carried, files_named="a.pdf")
        assert chosen(desk) == {}

    send(desk, PAGE, files=carried_file(desk, SALEM), files_named="a.pdf")

    assert chosen(desk) == {keep(upload(SALEM)): "salem"}


def test_a_file_whose_head_says_more_than_a_name_is_read(desk):
    lines = ["Salems kommun PROTOKOLL", "Kommunstyrelsen Sammanträdesdatum 2027-02-10"]
    lines += ["§ 7 Antagande av Södertörns utvecklingsprogram", "Beslut", "Kommunstyrelsen beslutar"]
    content = saying("\n".join(lines))

    send(desk, PAGE, files=[upload(content, "a.pdf")])

    assert chosen(desk) == {keep(upload(content)): "salem"}


def test_a_file_is_taken_off_the_list(desk):
    send(desk, PAGE, files=[upload(SALEM, "a.pdf")])

    send(desk, PAGE, remove=keep(upload(SALEM)))

    assert chosen(desk) == {}


WHOSE = {
    "a word of the name": ("Protokoll_Tyresö_KS.pdf", "", "tyreso"),
    "the name in plain letters": ("sodertalje-ks-2027.pdf", "", "sodertalje"),
    "the letterhead": ("a.pdf", "Salems kommun\nProtokoll", "salem"),
    "a label": ("a.pdf", "Protokoll\nMyndighet: Södertälje", "sodertalje"),
    "the board": ("a.pdf", "Kommunstyrelsen i Tyresö", "tyreso"),
    "both": ("Salem.pdf", "Salems kommun", "salem"),
    "nothing": ("protokoll.pdf", "Kommunstyrelsen", None),
    "words in running text": ("a.pdf", "Ärendet har beretts av Salems kommun och Tyresö.", None),
    "far down, as among the recipients": ("a.pdf", "rad\n" * 20 + "Salems kommun", None),
    "two in the name": ("Salem och Tyresö.pdf", "", None),
    "two in the head": ("a.pdf", "Salems kommun\nTyresö kommun", None),
    "the name against the head": ("Salem.pdf", "Tyresö kommun", None),
    "a part of another word": ("Salemsbo.pdf", "", None),
}


@pytest.mark.parametrize(("name", "page", "slug"), WHOSE.values(), ids=WHOSE.keys())
def test_the_municipality_is_the_one_that_all_places_agree_on(name, page, slug):
    full = {"salem": ("Salem", "Salems kommun"), "tyreso": ("Tyresö", "Tyresö kommun")}
    full["sodertalje"] = ("Södertälje", "Södertälje kommun")
    three = [MunicipalityFactory(slug=s, name=n, full_name=f) for s, (n, f) in full.items()]

    found, _place = whose(name, page, three)

    assert (found and found.slug) == slug


def test_many_files_are_looked_up_with_as_many_questions(desk):
    def asked(files) -> int:
        send(desk, PAGE, files=files)
        with CaptureQueriesContext(connection) as queries:
            read(desk, PAGE)
        return len(queries)

    one = asked([upload(SALEM, "a.pdf")])

    assert asked([upload(saying(f"Protokoll {n}"), f"{n}.pdf") for n in range(3)]) == one
