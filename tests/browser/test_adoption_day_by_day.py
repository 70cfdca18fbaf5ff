"""An adoption played from the sending to the last check, the clock moved day by day: the board, the runway, the public pages."""

from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from pypdf import PdfReader

from adoption import services
from adoption.case_services import state_detail
from adoption.models import BodyKind, HandlingOfficer, Registrar
from adoption.models.decisions import Document, Outcome, ParagraphKind, TextChange
from adoption.models.follow_ups import FollowUpKind
from programme.document import document
from programme.services import send
from programme.texts import written
from sodertorn.demo import OFFICE, SLUG, Demo
from sodertorn.desk.uploads import keep_content
from tests.browser.looking import look
from tests.factories import EIGHT, UserFactory, boards
from tests.pages.conftest import REGISTER

SENT, LAST = date(2026, 12, 1), date(2027, 2, 16)
CHECKED, JUDGED = date(2027, 3, 5), date(2027, 3, 8)
BOARD, RUNWAY = f"/admin/program/{SLUG}/laget/", f"/admin/program/{SLUG}/sammantraden/"
MEETINGS = {
    "botkyrka": (date(2027, 1, 12), "9"),
    "haninge": (date(2027, 1, 18), "14"),
    "nykvarn": (date(2027, 1, 19), "7"),
    "huddinge": (date(2027, 1, 20), "3"),
    "salem": (date(2027, 1, 25), "11"),
    "sodertalje": (date(2027, 1, 26), "45 a"),
    "tyreso": (date(2027, 1, 28), "8"),
    "nynashamn": (date(2027, 2, 3), "31"),
}


class Story:
    """What the municipalities and the office do, each on its day."""

    def __init__(self):
        self.demo = Demo(SENT)
        self.by_hand = {
            date(2026, 12, 10): self.plans_are_noted,
            LAST: lambda: self.adopts("sodertalje", "22"),
            date(2027, 2, 11): self.the_council_adopts,
            JUDGED: self.all_are_judged,
        }

    def passes(self, day: date) -> None:
        """A day goes by. Botkyrka tells of its decision two days late, the others in the evening."""
        self.demo.today = day
        self.by_hand.get(day, lambda: None)()
        for slug, (met, paragraph) in MEETINGS.items():
            if day == met + timedelta(days=2 if slug == "botkyrka" else 0):
                self.meets(slug, paragraph, met)
            if day == met + timedelta(days=10):
                self.minutes_are_signed(slug)

    def is_sent(self) -> None:
        revision = self.demo.draft()
        send(
            revision=revision,
            boards=boards(*EIGHT),
            on=SENT,
            decided_on=date(2026, 11, 20),
            decided_paragraph="12",
            decided_minutes="Påhittat protokoll",
            answer_by=date(2027, 2, 26),
            annex_sha256=keep_content(document(revision, written(revision), SENT)),
            citations=[self.demo.cited()],
            **self.demo.by(),
        )

    def plans_are_noted(self) -> None:
        for slug, (met, _paragraph) in MEETINGS.items():
            for detail, on in (("meeting", met), ("deadline", met - timedelta(days=20))):
                state_detail(case=self.demo.case(slug), detail=detail, on=on, **self.demo.by())
            number = f"KS 2026/{len(slug)}"
            state_detail(case=self.demo.case(slug), detail="number", words=number, **self.demo.by())

    def meets(self, slug: str, paragraph: str, met: date) -> None:
        if slug == "sodertalje":
            self.decides(slug, Outcome.REFERRED_BACK, paragraph, met)
            self.comes_again(self.demo.case(slug), LAST)
        elif slug == "tyreso":
            self.decides(slug, Outcome.TO_COUNCIL, paragraph, met)
            self.comes_again(self.demo.case(slug, BodyKind.COUNCIL), date(2027, 2, 11))
        else:
            self.adopts(slug, paragraph, met)

    def comes_again(self, case, on: date) -> None:
        state_detail(case=case, detail="meeting", on=on, **self.demo.by())

    def decides(self, slug, outcome, paragraph, met=None, kind=BodyKind.BOARD, **stated) -> None:
        case = self.demo.case(slug, kind)
        services.register_decision(
            case=case,
            outcome=outcome,
            on=met or self.demo.today,
            paragraph_kind=ParagraphKind.WRITTEN,
            paragraph=paragraph,
            office=case.body.municipality.full_name,
            by=self.demo.clerk,
            **stated,
        )

    def adopts(self, slug, paragraph, met=None, kind=BodyKind.BOARD) -> None:
        stated = {"text_change": TextChange.UNCHANGED, "document": Document.SENT}
        self.decides(slug, Outcome.ADOPTED, paragraph, met, kind, **stated)

    def the_council_adopts(self) -> None:
        self.adopts("tyreso", "19", kind=BodyKind.COUNCIL)

    def minutes_are_signed(self, slug: str) -> None:
        """And the office's second person checks them."""
        kind = BodyKind.COUNCIL if slug == "tyreso" else BodyKind.BOARD
        if slug == "sodertalje" or (slug == "tyreso" and self.demo.today < date(2027, 2, 11)):
            return
        self.follows(self.demo.case(slug, kind).decisions.get(), FollowUpKind.CHECKED)

    def follows(self, decision, *steps) -> None:
        for step in (FollowUpKind.SIGNED, *steps):
            by = self.demo.second if step == FollowUpKind.CHECKED else self.demo.clerk
            services.follow_up(decision=decision, step=step, on=self.demo.today, office=OFFICE, by=by)

    def all_are_judged(self) -> None:
        """As much as can be told of all eight at once."""
        for slug in EIGHT:
            case = self.demo.case(slug, BodyKind.COUNCIL if slug == "tyreso" else BodyKind.BOARD)
            HandlingOfficer.objects.create(case=case, name="Karin Berglund")
            told = {"decision": case.decisions.latest("pk"), "on": self.demo.today, "by": self.demo.clerk}
            for step in (FollowUpKind.APPEALED, FollowUpKind.INHIBITION, FollowUpKind.JUDGMENT):
                services.follow_up(step=step, office=OFFICE, **told)

    def the_last_minutes_are_signed(self) -> None:
        self.follows(self.demo.case("tyreso", BodyKind.COUNCIL).decisions.get(), FollowUpKind.CHECKED)
        self.follows(self.demo.case("sodertalje").decisions.latest("pk"))


@pytest.fixture
def clock():
    with time_machine.travel(noon(SENT), tick=False) as traveller:
        yield traveller


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo("Europe/Stockholm"))


class Strategist:
    """Looks at the register in a browser, signed in anew each day."""

    def __init__(self, page, address: str):
        self.page, self.address = page, address
        self.user = UserFactory(is_staff=True, name="Kim Strateg")

    def comes_in(self) -> None:
        client = Client()
        client.force_login(self.user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.address}]
        )

    def reads(self, path: str) -> str:
        """What a page says; the board is one page on paper, for the committee's meeting."""
        self.page.goto(self.address + path)
        if path.endswith(BOARD):
            assert self.on_paper()[0] == 1
        return " ".join(self.page.locator("main").inner_text().split())

    def on_paper(self) -> tuple[int, str]:
        """How many sheets the page is, and what they say."""
        sheets = PdfReader(BytesIO(self.page.pdf(prefer_css_page_size=True))).pages
        return len(sheets), " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())

    def row(self, name: str) -> str:
        return " ".join(self.page.locator(".board__row", has_text=name).inner_text().split())


@pytest.fixture
def story(live_server, clock):
    call_command("import_register", REGISTER, stdout=StringIO())
    story = Story()
    story.is_sent()
    registrar = UserFactory(email="registrator@botkyrka.example.se")
    Registrar.objects.create(user=registrar, municipality=story.demo.case("botkyrka").body.municipality)
    return story


def test_from_the_sending_to_the_eighth_check(story, clock, live_server, page, errors):
    strategist = Strategist(page, live_server.url)
    telling = {
        SENT: nothing_is_known,
        date(2026, 12, 10): all_is_planned,
        date(2027, 1, 13): one_is_late_and_written_to,
        date(2027, 1, 30): five_of_eight,
        LAST: it_applies,
        CHECKED: all_is_checked,
        JUDGED: all_are_appealed,
    }
    day = SENT
    while day <= JUDGED:
        clock.move_to(noon(day))
        story.passes(day)
        if day == CHECKED:
            story.the_last_minutes_are_signed()
        if day in telling:
            strategist.comes_in()
            telling[day](strategist)
        day += timedelta(days=1)

    assert errors == []


def nothing_is_known(strategist):
    told = strategist.reads(BOARD)
    assert "Ingen av åtta har såvitt registret vet antagit programmet för 2027–2030" in told
    assert "Ingenting är försenat." in told
    assert strategist.page.locator(".board__row").count() == 8
    assert "Inget kommande sammanträde är känt för kommunstyrelsen i Botkyrka" in strategist.reads(RUNWAY)


def all_is_planned(strategist):
    page = strategist.page
    assert "tidigast den 3 februari 2027, om alla antar det" in strategist.reads(RUNWAY)
    page.fill("[name=dag-sodertalje]", "2027-02-16")
    page.get_by_role("button", name="Räkna om").click()
    told = page.locator(".runway__answer").inner_text()
    assert "tidigast den 16 februari 2027, 13 dagar senare än planerat" in told.replace("\xa0", " ")
    assert look(page) == []


def one_is_late_and_written_to(strategist):
    page = strategist.page
    assert "Försenat i Botkyrka." in strategist.reads(BOARD)
    assert "Sammanträdet var den 12 januari 2027; beslutet är inte registrerat." in strategist.row("Botkyrka")
    page.get_by_role("link", name="Skriv till Botkyrka").click()
    assert "Vad blev beslutet?" in page.input_value("[name=text]")
    assert look(page) == []
    page.fill("[name=text]", "Hej! Hur gick det i går?")
    page.get_by_role("button", name="Skicka brevet").click()
    page.wait_for_url(f"**{BOARD}")
    assert "Vi skrev 13 jan 2027" in strategist.row("Botkyrka")


def five_of_eight(strategist):
    told = strategist.reads(f"/antagande/{SLUG}/")
    assert "Fem av åtta har antagit programmet för 2027–2030" in told
    assert (
        "Programmet kan börja gälla tidigast den 16 februari 2027, om alla antar det vid de planerade sammanträdena."
        in told
    )
    strategist.reads(BOARD)
    assert "Återremitterat" in strategist.row("Södertälje")
    assert "16 feb 2027" in strategist.row("Södertälje")
    assert "Hos fullmäktige" in strategist.row("Tyresö")
    assert "klart: 12 jan 2027 klart: § 9" in strategist.row("Botkyrka")
    paper = strategist.on_paper()[1]
    assert ("inte granskat" in paper, "Granska " in paper) == (True, False)
    strategist.reads(RUNWAY)
    assert strategist.on_paper()[0] == 1
    strategist.reads(BOARD)
    assert look(strategist.page) == []


def it_applies(strategist):
    told = strategist.reads("/gallande/")
    assert "gäller sedan den 16 februari 2027, då kommunstyrelsen i Södertälje som den sista av åtta" in told
    assert "hör till mandatperioden 2026–2030 och räknas som gällande till dess" in told
    assert "Alla åtta har antagit" in strategist.reads(BOARD)
    assert "inga beslut återstår" in strategist.reads(RUNWAY)


def all_is_checked(strategist):
    page = strategist.page
    strategist.reads(BOARD)
    page.locator(".board__row", has_text="Södertälje").get_by_role("link", name="Granska").click()
    page.check("[name=compared]")
    page.fill("[name=words]", "Påhittat justerat protokoll")
    page.locator("main .button:not(.button--quiet)").first.click()
    page.locator("main .button:not(.button--quiet)").first.click()
    assert "Nothing is late." in strategist.reads(f"/en{BOARD}")
    told = strategist.reads(BOARD)
    assert "Ingenting är försenat." in told
    for name in ("Botkyrka", "Södertälje", "Tyresö"):
        assert "Granska" not in strategist.row(name) and "inte än" not in strategist.row(name), name
    assert "Granskade mot justerat protokoll Åtta av åtta" in strategist.reads(f"/antagande/{SLUG}/")


def all_are_appealed(strategist):
    told = strategist.reads(BOARD).replace("\xa0", " ")
    assert told.count("från den 8 mars 2027, överklagat, dom den 8 mars 2027 (inte laga kraft)") == len(EIGHT)
