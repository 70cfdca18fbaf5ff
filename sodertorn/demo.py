"""An invented programme for 2027–2030 in the middle of its adoption, for `make demo` and nothing else.

Made through the acts, with days counted from today, so that the demonstration is
always in the middle of things. Every source says that it is invented.
"""

from datetime import date, timedelta

from django.conf import settings
from django.core.management.base import CommandError

from adoption import services
from adoption.appeal import is_day_off
from adoption.models import Body, BodyKind, Case, CaseDetail, Citation, Municipality, Source
from adoption.models.cases import DetailKind
from adoption.models.decisions import Document, Outcome, ParagraphKind, TextChange
from adoption.models.follow_ups import FollowUpKind
from adoption.models.sources import SourceKind
from programme.document import document
from programme.errata_services import answer_erratum, enter_erratum
from programme.models import Answer, Lineage, Part, Revision, Slip, TermOfOffice, Translation
from programme.models.structure import PartKind
from programme.services import send
from programme.texts import written
from sodertorn.announcing import announces
from sodertorn.desk.uploads import keep_content
from sodertorn.journal import Correction
from sodertorn.users import User

OFFICE = "Demonstrationskansliet (påhittat)"
SLUG = "2027-2030"

TEXTS = (  # kind, key, text, heading, parent, network
    (PartKind.VISION, "vision", "Södertörn växer tillsammans, nära naturen och nära varandra"),
    (
        PartKind.OVERALL_GOAL,
        "overall-goal",
        "Det ska vara lätt att bo, arbeta och studera på Södertörn utan bil",
    ),
    (
        PartKind.PURPOSE,
        "purpose",
        "Att samla åtta kommuner kring det som ingen av dem når på egen hand",
    ),
    (PartKind.FOCUS_AREA, "infra", "Infrastruktur", "", "", "Planeringschefer"),
    (
        PartKind.GOAL,
        "infra/1",
        "Restiden mellan kommunernas centrum med kollektivtrafik är högst 45 minuter",
        "",
        "infra",
    ),
    (
        PartKind.POINT,
        "infra/1/1",
        "Tvärförbindelserna byggs i den ordning som kommunerna har enats om",
        "",
        "infra/1",
    ),
    (PartKind.POINT, "infra/1/2", "Bussarna går minst var tionde minut i stråken", "", "infra/1"),
    (
        PartKind.GOAL,
        "infra/2",
        "Godset till Södertälje och Nynäshamns hamnar går på räls",
        "",
        "infra",
    ),
    (PartKind.FOCUS_AREA, "kompetens", "Kompetens"),
    (
        PartKind.GOAL,
        "kompetens/1",
        "Varje elev på Södertörn har praktik hos en arbetgivare i en annan kommun",
        "",
        "kompetens",
    ),
    (
        PartKind.SECTION,
        "uppfoljning",
        "Målen följs upp varje år i verksamhetsplanen.",
        "Uppföljning",
    ),
)

ENGLISH = {
    "vision": "Södertörn grows together, close to nature and close to one another",
    "overall-goal": "It shall be easy to live, work and study on Södertörn without a car",
}


def build(today: date) -> None:
    """Add the invented programme to a register that holds the real ones. Raises CommandError elsewhere."""
    if not settings.DEMO:
        raise CommandError("Invented facts are only for the demonstration (SODERTORN_MODE=demo).")
    announces(lambda: Demo(today).everything())()


class Demo:
    def __init__(self, today: date):
        self.today = today
        self.source = Source.objects.create(
            key="demo", title="Påhittad uppgift för demonstrationen", kind=SourceKind.INVENTED
        )
        self.clerk = User.objects.create_user("kansli@demo.invalid", name="Påhittad handläggare")
        self.second = User.objects.create_user("granskare@demo.invalid", name="Påhittad granskare")

    def days(self, count: int) -> date:
        """So many days from today, on a day when boards meet: what has been stays in the past, in its order."""
        day = self.today + timedelta(days=count)
        while is_day_off(day):
            day += timedelta(days=-1 if count < 0 else 1)
        return day

    def by(self) -> dict:
        return {"office": OFFICE, "by": self.clerk}

    def everything(self) -> None:
        revision = self.draft()
        boards = [
            Body.objects.get_or_create(municipality=m, kind=BodyKind.BOARD)[0]
            for m in Municipality.objects.in_swedish_order()
        ]
        send(
            revision=revision,
            boards=boards,
            on=self.days(-35),
            decided_on=self.days(-41),
            decided_paragraph="12",
            decided_minutes="Påhittat protokoll",
            answer_by=self.days(35),
            annex_sha256=keep_content(document(revision, written(revision), self.days(-35))),
            citations=[self.cited()],
            **self.by(),
        )
        self.outside_the_text(revision)
        self.adopted("botkyrka", "9", -20, checked=True)
        self.adopted("haninge", "41", -14)
        self.adopted("huddinge", "3", -12, checked=True)
        self.adopted("nykvarn", "7", -13, text_change=TextChange.WITH_ADDITION)
        self.adopted("salem", "11", -7, checked=True)
        self.undecided()
        self.corrected()
        self.misspelt(revision)

    def cited(self) -> Citation:
        return Citation(source=self.source)

    def draft(self) -> Revision:
        revision = Revision.objects.create(
            slug=SLUG,
            title="Södertörns utvecklingsprogram 2040 för perioden 2027–2030",
            period_first=2027,
            period_last=2030,
            horizon=2040,
            term=TermOfOffice.objects.get(label="2026–2030"),
            replaces=Revision.objects.get(slug="2023-2026"),
        )
        parts: dict[str, Part] = {}
        for position, (kind, key, text, *more) in enumerate(TEXTS, 1):
            heading, parent, network = [*more, "", "", ""][:3]
            parts[key] = Part.objects.create(
                revision=revision,
                position=position,
                kind=kind,
                key=key,
                text=text,
                heading=heading,
                parent=parts.get(parent),
                network=network,
            )
        return revision

    def outside_the_text(self, revision: Revision) -> None:
        for key, text in ENGLISH.items():
            part = revision.parts.get(key=key)
            services.register(fact=Translation(revision=revision, part=part, text=text), **self.by())
        before = Part.objects.filter(revision__slug="2023-2026")
        for key, earlier, why in (
            ("infra", before.get(key="infra"), "Påhittat: samma område"),
            ("infra/1", before.get(key="infra/1"), "Påhittat: samma mål"),
            ("infra/2", before.get(key="infra/2"), "Påhittat: samma mål"),
            ("kompetens", None, "Påhittat: nytt område"),
            ("kompetens/1", None, "Påhittat: nytt mål"),
        ):
            later = revision.parts.get(key=key)
            services.register(fact=Lineage(later=later, earlier=earlier, why=why), **self.by())

    def case(self, slug: str, kind: BodyKind = BodyKind.BOARD) -> Case:
        return Case.objects.get(revision__slug=SLUG, body__municipality__slug=slug, body__kind=kind)

    def decided(self, slug: str, outcome: Outcome, paragraph: str, ago: int, **stated):
        municipality = Municipality.objects.get(slug=slug)
        return services.register_decision(
            case=self.case(slug),
            outcome=outcome,
            on=self.days(ago),
            paragraph_kind=ParagraphKind.WRITTEN,
            paragraph=paragraph,
            office=municipality.full_name,
            by=self.clerk,
            citations=[self.cited()],
            **stated,
        )

    def adopted(
        self,
        slug: str,
        paragraph: str,
        ago: int,
        *,
        checked=False,
        text_change=TextChange.UNCHANGED,
    ) -> None:
        stated = {"text_change": text_change, "document": Document.SENT}
        decision = self.decided(slug, Outcome.ADOPTED, paragraph, ago, **stated)
        if checked:
            for step, later in (
                (FollowUpKind.SIGNED, 3),
                (FollowUpKind.ANNOUNCED, 4),
                (FollowUpKind.CHECKED, 6),
            ):
                by = self.second if step == FollowUpKind.CHECKED else self.clerk
                services.follow_up(
                    decision=decision, step=step, on=self.days(ago + later), office=OFFICE, by=by
                )

    def planned(self, case: Case, ahead: int) -> None:
        detail = CaseDetail(case=case, detail=DetailKind.MEETING, on=self.days(ahead))
        services.register(fact=detail, **self.by())

    def undecided(self) -> None:
        """One waits for its meeting, one was referred back, one lies with the council."""
        self.planned(self.case("nynashamn"), 10)
        self.decided("sodertalje", Outcome.REFERRED_BACK, "45 a", -6)
        self.planned(self.case("sodertalje"), 24)
        self.decided("tyreso", Outcome.TO_COUNCIL, "8", -5)
        self.planned(self.case("tyreso", BodyKind.COUNCIL), 30)

    def corrected(self) -> None:
        """A typing error of ours, mended; and a reference number that came later."""
        case = self.case("haninge")
        services.correct(
            fact=case.decisions.get(),
            correction=Correction.TYPING_ERROR,
            reason="Siffrorna hade bytt plats.",
            paragraph="14",
            citations=[self.cited()],
            office=case.body.municipality.full_name,
            by=self.clerk,
        )
        number = CaseDetail(case=case, detail=DetailKind.NUMBER, words="KS 2026/451")
        services.register(fact=number, **self.by())

    def misspelt(self, revision: Revision) -> None:
        """A letter is missing in a goal; two municipalities have accepted the erratum (R1b)."""
        erratum = enter_erratum(
            part=revision.parts.get(key="kompetens/1"),
            stands="arbetgivare",
            reads="arbetsgivare",
            slip=Slip.SPELLING,
            decided_on=self.days(-6),
            decided_paragraph="15",
            decided_minutes="Påhittat protokoll",
            told_on=self.days(-5),
            **self.by(),
        )
        for slug, ago in (("botkyrka", -4), ("salem", -2)):
            answer_erratum(
                erratum=erratum,
                municipality=Municipality.objects.get(slug=slug),
                answer=Answer.ACCEPTS,
                on=self.days(ago),
                citations=[self.cited()],
                **self.by(),
            )
