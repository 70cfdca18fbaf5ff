"""From the desk's front page everything is at most two clicks away: by links alone, nothing unfolded or searched for."""

import re
from fnmatch import fnmatchcase

import pytest
from django.urls import resolve, reverse
from django.utils.timezone import localdate

from adoption.models import CaseDetail, Decision, Extract, FollowUp, HandlingOfficer, TakingOffice
from adoption.models.follow_ups import FollowUpKind
from adoption.services import follow_up
from programme.comment_services import write_comment
from programme.draft_services import name_version, start_draft
from programme.models import PaperWordings, Part, Reminders, Revision, TextRecord
from programme.models.structure import PartKind
from programme.text_services import check_text
from sodertorn.desk import office, uploads
from sodertorn.journal import Act
from sodertorn.mail import write
from sodertorn.permissions import rule_for
from sodertorn.report_services import receive
from tests.desk.rooms import desk_of, strategist
from tests.desk.test_who_may_what import NAMED
from tests.factories import DecisionFactory, MunicipalityFactory, TermFactory, UserFactory
from tests.pages.conftest import demo, demo_register, first_of_december, real_register  # noqa: F401
from tests.pdf_files import pdf, upload

pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.any_database]

EXCEPTIONS = {
    "admin:log*": "the way in and out",
    "admin:password_change_done": "what is shown after the form",
    "admin:jsi18n": "a script",
    "admin:*_simple_history": "one version of a row; what was changed stands in the row's history",
    "admin:*_delete": "asks whether to remove what the page before shows",
    "desk:extract_*": "on the page of the decision, beside the file",
    "desk:decision_ask": "on the page of a decision, when its municipality can be asked",
    "desk:event_mask": "a button on the page of an event",
    "desk:edit_mask": "a link on the history of a row",
    "admin:auth_user_password_change": "a button on the page of an account",
    "admin:adoption_decision_history": "records are not edited: their own pages show their entries",
    "admin:adoption_followup_history": "the same",
    "admin:programme_placement_history": "the same",
    "admin:sodertorn_entry_history": "the same",
}
"""What is further away, and why that is as it should be."""

LINK = re.compile(r'<a\b[^>]*\bhref="(/admin/[^"?#]*)')


def two_clicks(desk) -> set[str]:
    """Every address of the desk that at most two links lead to."""
    front = links(desk, "/admin/")
    return {"/admin/"}.union(front, *(links(desk, address) for address in front))


def links(desk, address: str) -> set[str]:
    response = desk.get(address)
    return set() if response.streaming else set(LINK.findall(response.content.decode()))


def busy_world() -> Revision:
    """The demonstration, and beside it a draft with versions and comments, a doubtful decision, a checked text."""
    clerk = UserFactory(is_staff=True)
    source = Revision.objects.get(slug="2023-2026")
    draft = start_draft(title="Utkastet", slug="2031-2034", from_revision=source, by=clerk)
    name_version(saving=draft.savings.first(), name="Efter mötet", by=clerk)
    said = {"sender": "committee", "sender_words": "", "on": localdate(), "text": "Bra."}
    write_comment(revision=draft, part=None, by=clerk, **said)
    adopted = Decision.objects.filter(case__revision__slug="2027-2030", outcome="adopted").first()
    extract = Extract.objects.create(sha256=uploads.keep(upload()), size=len(pdf()))
    filed = {"step": FollowUpKind.EXTRACT_FILED, "extract": extract, "on": localdate()}
    follow_up(decision=adopted, office=office(), by=clerk, **filed)
    DecisionFactory(case=adopted.case, conditional=True, paragraph="99", by=clerk)
    check_text(record=TextRecord.objects.filter(text__gt="").first(), office=office(), by=clerk)
    HandlingOfficer.objects.create(case=adopted.case, name="Handläggare")
    PaperWordings.objects.create(revision=adopted.case.revision)
    Reminders.objects.create(revision=adopted.case.revision)
    TakingOffice.objects.create(term=TermFactory(), municipality=MunicipalityFactory(slug="tyreso"))
    UserFactory(reads_drafts=True)
    receive(about="error", page="/om/", words="Det är fel.", email="")
    write(to="a@example.se", subject="Brev", text="Hej", held_for="2027-2030")
    return draft


def things(draft: Revision) -> set[str]:
    """What a strategist may want to get at, each by its address."""
    facts = Decision.objects.filter(entry__act=Act.REGISTER).values_list("entry__fact", flat=True)
    steps = FollowUp.objects.filter(entry__act=Act.REGISTER)
    kin = Part.objects.filter(kind__in=[PartKind.FOCUS_AREA, PartKind.GOAL]).select_related("revision")
    acts = ("decision", "decision_supplement", "decision_correct", "decision_follow_up")
    return {
        *(reverse(f"desk:{act}", args=[fact]) for act in acts for fact in facts),
        *(
            reverse("desk:decision_follow_up_correct", args=[s.decision.entry.fact, s.entry.fact])
            for s in steps
        ),
        *(
            reverse("desk:case_detail_correct", args=[d.case_id, d.entry.fact])
            for d in CaseDetail.objects.filter(entry__act=Act.REGISTER)
        ),
        *(reverse("desk:lineage_of", args=[part.revision.slug, part.pk]) for part in kin),
        *(
            reverse("desk:text", args=[record.part.revision.slug, record.part_id])
            for record in TextRecord.objects.select_related("part__revision")
        ),
        *(reverse("desk:draft_version", args=[draft.slug, s.number]) for s in draft.savings.all()),
        *(reverse("desk:comment", args=[draft.slug, comment.pk]) for comment in draft.comments.all()),
    }


@pytest.mark.proof_only
def test_everything_is_two_clicks_from_the_front_page():
    wanted = things(busy_world())

    reached = two_clicks(desk_of(strategist(is_superuser=True)))

    names = {resolve(address).view_name for address in reached}
    of_the_desk = [n for n in NAMED if n.startswith(("desk:", "admin:")) and rule_for(n) and n not in names]
    assert [n for n in of_the_desk if not any(fnmatchcase(n, known) for known in EXCEPTIONS)] == []
    assert wanted - reached == set()
