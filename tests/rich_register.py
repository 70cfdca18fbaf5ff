"""A register that holds one of everything, made through the acts, alike at each making to the byte."""

from datetime import UTC, datetime, timedelta

import time_machine

from adoption.models import Decision, TakingOffice
from adoption.models.cases import DetailKind
from adoption.models.decisions import Document, Outcome, TextChange
from adoption.models.follow_ups import ABOUT_FILES, FollowUpKind
from adoption.services import correct, register, supplement
from programme.models import Announced, Announcement, Answer, PaperWordings, TextRecord
from programme.services import withdraw
from programme.text_services import check_text
from sodertorn.edits import record_edit
from sodertorn.journal import Correction
from sodertorn.masking import mask
from tests.factories import (
    OFFICE,
    BodyFactory,
    CaseFactory,
    CitationFactory,
    DecisionFactory,
    DetailFactory,
    ErratumAnswerFactory,
    ErratumFactory,
    ExtractFactory,
    FollowUpFactory,
    LineageFactory,
    MunicipalityFactory,
    PartFactory,
    RevisionFactory,
    SentFactory,
    SourceFactory,
    StillRightFactory,
    TermFactory,
    TextFactory,
    TranscriptFactory,
    TranslationFactory,
    UserFactory,
    boards,
    day,
)

START = datetime(2025, 4, 1, 6, 30, 15, 999_999, tzinfo=UTC)
CANARY = "kanariefågel"
ODD = '  ”Ångström” \\ / "x" <b>&amp;\n\ttab, nästa rad\u2028é e\u0301 🚲  '


def build() -> None:
    """Each chapter is recorded a while after the one before."""
    with time_machine.travel(START, tick=False) as clock:
        for chapter in (
            surroundings,
            old_programme,
            adjusted_wording,
            sent_programme,
            beside_the_text,
            every_outcome,
            every_answer_about_an_adoption,
            every_follow_up,
            ends_and_their_lifting,
            corrections,
            found_in_the_archive,
            withdrawn_and_sent_anew,
            withdrawal_that_never_happened,
            texts_checked_by_another,
            edited_announced_and_masked,
            slips_in_a_sent_text,
            said_to_be_still_right,
            a_draft,
        ):
            chapter()
            clock.shift(timedelta(hours=7, microseconds=1))


def wrong(kind: Correction, **stated) -> dict:
    return {"correction": kind, "reason": f"Rättelse: {kind}.", "office": OFFICE} | stated


def cited(key="protokoll", **stated):
    return CitationFactory(source=SourceFactory(key=key), **stated)


def surroundings():
    words = {"office": "kommunstyrelseförvaltningen", "office_genitive": "kommunstyrelseförvaltningens"}
    words |= {"paper": "tjänsteskrivelse", "decision_form": "… antas", "paragraph_form": "§ 9"}
    words |= {"contact_email": "ks@tyreso.example", "website": "https://tyreso.example/"}
    tyreso = MunicipalityFactory(slug="tyreso", **words)
    term = TermFactory()
    TermFactory(label="2026–2030", election=day(590), council_from=None)
    TakingOffice.objects.create(term=term, municipality=tyreso, on=day(-700))
    TakingOffice.objects.create(term=term, municipality=MunicipalityFactory(slug="salem"), note="Okänd dag.")
    SourceFactory(key="tidning", kind="other", url="https://example.se/nyhet", title="En nyhet")
    SourceFactory(key="svar", kind="message", municipality=tyreso)


def old_programme():
    old = TranscriptFactory(slug="2019", seats=["salem", "tyreso"], horizon=2035, note=ODD)
    vision = PartFactory(revision=old.revision, kind="vision", key="vision", text="")
    text = TextFactory(part=vision, note="Står i källan.", citations=[cited(page="3")])
    entered = supplement(fact=text, text="Vi vaxer", note="", office=OFFICE)
    correct(fact=entered, text="Vi växer", **wrong(Correction.TYPING_ERROR))
    area = PartFactory(revision=old.revision, kind="focus_area", key="infra", text="")
    TextFactory(part=area, text="Infrastruktur", network="Planeringschefer", note="")
    goal = PartFactory(revision=old.revision, kind="goal", key="infra/1", parent=area, text="")
    TextFactory(part=goal)
    for slug, earliest, latest in (("salem", day(-60), day(-50)), ("tyreso", None, day(-50))):
        case = CaseFactory(placement=old, slug=slug, kind="unnamed")
        days = {"on": None, "earliest": earliest, "latest": latest, "day_words": "nyss antagits"}
        DecisionFactory(case=case, paragraph="", **days, citations=[cited("tidning", stance="bounds")])


def adjusted_wording():
    old = last("2019")
    adjusted = TranscriptFactory(slug="2019-justerad", adjustment=True, adjusts=old)
    case = CaseFactory(placement=adjusted, body=BodyFactory(committee=True))
    DecisionFactory(case=case, on=day(-30), paragraph="", paragraph_kind="none")


def last(slug):
    return RevisionFactory._meta.model.objects.get(slug=slug)


def sent_programme():
    draft = RevisionFactory(slug="2025", title="Programmet", replaces=last("2019"), term=TermFactory())
    draft.period_first, draft.period_last, draft.horizon, draft.not_before = 2025, 2028, 2040, day(5)
    draft.save()
    texts = (("point", "a/1/1", "a/1"), ("section", "inledning", ""), ("purpose", "syfte", ""))
    PartFactory(revision=draft, kind="annex", key="bilaga", heading="Bilaga 1", text="")
    PartFactory(revision=draft, kind="overall_goal", key="mal", text=ODD)
    area = PartFactory(revision=draft, kind="focus_area", key="a", text="Ä-området", network="Ö")
    made = {"a/1": PartFactory(revision=draft, kind="goal", key="a/1", parent=area, text="Mål")}
    for kind, key, parent in texts:
        PartFactory(revision=draft, kind=kind, key=key, parent=made.get(parent), text=f"Texten {key}")
    stated = {"answer_by": day(90), "decided_paragraph": "12", "decided_minutes": "Protokoll 2025:1"}
    stated |= {"annex_sha256": "ab" * 32, "citations": [cited(words="§ 12", read_on=day(2))]}
    SentFactory(revision=draft, seats=["salem", "huddinge", "tyreso"], **stated)


def beside_the_text():
    new, old = last("2025"), last("2019")
    goal = new.parts.get(key="a/1")
    LineageFactory(later=goal, earlier=old.parts.get(key="infra/1"), why="Samma sak.")
    mistaken = LineageFactory(later=goal, earlier=None, why="")
    correct(fact=mistaken, **wrong(Correction.NEVER_HAPPENED))
    TranslationFactory(revision=new, text="The programme")
    TranslationFactory(revision=new, part=goal, text="Goal")
    case = case_of("salem")
    for number, kind in enumerate(DetailKind.values):
        words = {"on": None, "words": "2017KSM0604 301"} if kind == "number" else {"on": day(40 + number)}
        DetailFactory(case=case, detail=kind, **words)
    DetailFactory(case=case, detail="meeting", on=None)


def case_of(slug, kind="board"):
    placement = last("2025").placements.earliest("entry")
    return CaseFactory(placement=placement, slug=slug, kind=kind)


def every_outcome():
    case = case_of("huddinge")
    for number, outcome in enumerate(Outcome.values, 20):
        DecisionFactory(case=case, outcome=outcome, on=day(number), paragraph=f"{number} a", text=ODD)
    council = CaseFactory(placement=last("2025").placements.get(), slug="huddinge", kind="council")
    DecisionFactory(case=council, on=day(35), began=day(34), paragraph="63/25", note="Två dagar.")


def every_answer_about_an_adoption():
    case = case_of("tyreso")
    doubts = {"conditional": True, "limited": True, "delegated": True, "doubt_words": "till 2026"}
    for change in TextChange.values:
        DecisionFactory(case=case, on=day(41), text_change=change, paragraph="")
    for document in Document.values:
        DecisionFactory(case=case, on=day(42), document=document, paragraph="", paragraph_kind="none")
    for counts in (True, False):
        doubtful = DecisionFactory(case=case, on=day(43), starts=day(50), **doubts)
        FollowUpFactory(decision=doubtful, step="ruled", counts=counts, words="Villkoret.", on=None)


def every_follow_up():
    decision = DecisionFactory(case=case_of("salem"), on=day(44), paragraph="250/18", by=UserFactory())
    extract = ExtractFactory(sha256="cd" * 32)
    needs = {step: {"extract": extract} for step in ABOUT_FILES}
    needs["confirmed"] = needs["objected"] = {"office": "Salems kommun", "by": None}
    needs["objected"] = needs["objected"] | {"objection": ODD}
    plain = set(FollowUpKind.values) - {"ruled", "annulled", "rescinded", "inhibition", "inhibition_lifted"}
    for step in sorted(plain):
        stated = {"by": UserFactory(), "words": ODD} | needs.get(step, {})
        FollowUpFactory(decision=decision, step=step, **stated)
    copy = {"extract": ExtractFactory(sha256="ce" * 32), "masks": extract, "file_name": ODD}
    FollowUpFactory(decision=decision, step="extract_filed", on=None, **copy)


def ends_and_their_lifting():
    case = case_of("salem")
    first = Decision.objects.get(paragraph="250/18")
    inhibition = FollowUpFactory(decision=first, step="inhibition", on=day(46))
    FollowUpFactory(decision=first, step="inhibition_lifted", lifts=inhibition, on=day(47))
    second = DecisionFactory(case=case, on=day(48), takes_back=first, citations=[cited("svar")])
    FollowUpFactory(decision=second, step="annulled", on=day(50), citations=[cited(stance="contradicts")])


def corrections():
    case = case_of("huddinge")
    decision = DecisionFactory(case=case, on=day(51), paragraph="", citations=[cited(words=ODD, note=ODD)])
    supplement(fact=decision, paragraph="9", paragraph_kind="written", office="Huddinge kommun")
    for kind in (*Correction.values, "typing_error"):
        correct(fact=decision, **wrong(kind, office="Huddinge kommun"))
    supplement(fact=decision, office=OFFICE, citations=[cited("svar", words="antogs")])
    placement = last("2025").placements.latest("entry")
    correct(fact=placement, answer_by=day(91), **wrong(Correction.TYPING_ERROR))
    supplement(fact=placement, note=ODD, office=OFFICE)


def found_in_the_archive():
    between = TranscriptFactory(slug="2013", seats=(), before=last("2019"), after=None)
    correct(fact=between, title="Programmet (2013)", **wrong(Correction.TYPING_ERROR))
    supplement(fact=between, boards=boards("salem"), office=OFFICE)
    mistaken = TranscriptFactory(slug="2019-justerad-igen", adjustment=True, adjusts=last("2019"))
    correct(fact=mistaken, **wrong(Correction.NEVER_HAPPENED))


def withdrawn_and_sent_anew():
    first = SentFactory(slug="2025-b", after=last("2025"), on=day(52))
    withdraw(revision=first.revision, on=day(53), why=ODD, paragraph="3", office=OFFICE)
    SentFactory(slug="2025-c", after=last("2025"), on=day(54), instead_of=first.revision)


def withdrawal_that_never_happened():
    sent = SentFactory(slug="2025-d", after=last("2025-c"), on=day(54), seats=["salem"])
    withdrawal = withdraw(revision=sent.revision, on=day(55), why="Fel.", office=OFFICE)
    DecisionFactory(case__placement=sent, case__slug="salem", on=day(55))
    correct(fact=withdrawal, **wrong(Correction.NEVER_HAPPENED))


def texts_checked_by_another():
    vision, area = (TextRecord.objects.filter(part__key=key).latest("entry") for key in ("vision", "infra"))
    check_text(record=vision, office=OFFICE, by=UserFactory())
    check_text(record=area, office=OFFICE, by=UserFactory(), note=ODD)
    correct(fact=area, text="Infrastrukturen", **wrong(Correction.TYPING_ERROR))
    newest = TextRecord.objects.filter(part=area.part).latest("entry")
    mistaken = check_text(record=newest, office=OFFICE, by=UserFactory())
    correct(fact=mistaken, **wrong(Correction.NEVER_HAPPENED))


def edited_announced_and_masked():
    salem = MunicipalityFactory(slug="salem")
    salem.website = "https://salem.example/"
    record_edit(row=salem, office=OFFICE, by=UserFactory(), save=salem.save)
    wordings = PaperWordings.objects.create(revision=last("2025"))
    for row in (TermFactory(), SourceFactory(key="svar"), TakingOffice.objects.first(), wordings):
        record_edit(row=row, office=OFFICE, save=row.save)
    decision = Decision.objects.get(paragraph="20 a")
    mask(entry=decision.entry, field="text", law="OSL 21 kap. 1 §", reason="Hälsa.", office=OFFICE)
    for what in Announced.values:
        named = {} if what.endswith("known") else {"revision": last("2019"), "since_latest": day(60)}
        named |= {"since_earliest": day(59)} if what == "applies" else {}
        register(fact=Announcement(announced=what, day=day(60), **named), office=OFFICE)


def slips_in_a_sent_text():
    parts, unknown = last("2025").parts, {"decided_paragraph": "", "decided_minutes": "", "told_on": None}
    slip = ErratumFactory(part=parts.get(key="a/1"), stands="Mål", reads=ODD, decided_on=day(3), **unknown)
    supplement(fact=slip, told_on=day(4), decided_paragraph="13", office=OFFICE)
    for kind in (Correction.MINUTES_CORRECTED, Correction.TYPING_ERROR):
        correct(fact=slip, decided_on=day(2), **wrong(kind))
    for slug, answer in (("salem", Answer.ACCEPTS), ("tyreso", Answer.CHANGES_SUBSTANCE)):
        given = ErratumAnswerFactory(
            erratum=slip,
            municipality=MunicipalityFactory(slug=slug),
            answer=answer,
            citations=[cited("svar", words=answer)],
        )
    correct(fact=given, on=day(9), **wrong(Correction.TYPING_ERROR))
    section = parts.get(key="inledning")
    ErratumFactory(part=section, stands="Texten", reads="Texten,", slip="punctuation")
    mistaken = ErratumFactory(part=section, stands="inledning", reads="1", slip="figure")
    correct(fact=mistaken, **wrong(Correction.NEVER_HAPPENED))


def said_to_be_still_right():
    for slug in ("salem", "tyreso"):
        said = StillRightFactory(municipality=MunicipalityFactory(slug=slug))
    correct(fact=said, **wrong(Correction.NEVER_HAPPENED))


def a_draft():
    draft = RevisionFactory(slug=f"{CANARY}-1", title=CANARY, replaces=last("2025-d"))
    PartFactory(revision=draft, key=CANARY, heading=CANARY, text=CANARY)
    SourceFactory(key="ej-hanvisad", title=CANARY)
    ExtractFactory()
    UserFactory(name=CANARY, email=f"{CANARY}@example.se")
