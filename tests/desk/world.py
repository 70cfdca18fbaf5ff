"""One of everything that an address of the site can name."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from adoption.asking import links
from adoption.confirm_services import token_of
from adoption.models import HandlingOfficer, Question, Registrar, SignInLink, TakingOffice
from programme.comment_services import write_comment
from programme.draft_services import start_draft
from programme.models import PaperWordings, PreviewLink, Reminders
from sodertorn import mail
from sodertorn.desk import uploads
from sodertorn.outbox import Mail
from sodertorn.report_services import receive
from tests.factories import (
    DecisionFactory,
    DetailFactory,
    ErratumFactory,
    ExtractFactory,
    FollowUpFactory,
    MunicipalityFactory,
    PartFactory,
    SentFactory,
    SourceFactory,
    TermFactory,
    TextFactory,
    UserFactory,
)
from tests.pdf_files import pdf, upload

ABOUT_A_DECISION = (
    *("decision", "decision_supplement", "decision_correct", "decision_follow_up"),
    *("decision_rule", "decision_check", "decision_ask", "event", "event_mask"),
)
DRAFT_PAGES = (
    *("draft", "draft_versions", "draft_compare", "draft_send", "comments", "comments_document"),
    *("preview_links", "history"),
)
CANARY = "kanariefagel"
"""In the words of the draft: who may not read drafts never sees it, at no address."""


class World:
    """A draft with its comment and link, a transcript with a text and a decision, a doubtful decision with what came after.

    The decision is Huddinge's; Tyresö has not decided. Each has somebody who registers for it.
    """

    def __init__(self):
        self.clerk = UserFactory(email="clerk@example.se", is_staff=True)
        self.text = TextFactory(text="Ett mål", by=self.clerk)
        DecisionFactory(case__placement=self.text.part.revision.placements.get())
        self.extract = uploads.keep(upload())
        sent = SentFactory(annex_sha256=self.extract)
        slip = ErratumFactory(part=sent.revision.parts.get(key="infra/1"))
        self.erratum = {"slug": sent.revision.slug, "number": slip.pk}
        doubtful = DecisionFactory(case__placement=sent, conditional=True, by=self.clerk)
        self.follow_up = FollowUpFactory(decision=doubtful)
        self.decision = self.follow_up.decision
        file = ExtractFactory(sha256=uploads.keep(upload(pdf(pages=2))))
        self.file = {"number": self.decision.entry.fact, "sha256": file.pk}
        for step in ("extract_filed", "extract_reviewed"):
            FollowUpFactory(decision=doubtful, step=step, extract=file)
        self.detail = DetailFactory(case=self.decision.case)
        self.number = DetailFactory(case=self.decision.case, detail="number", on=None, words="KS-2025/1")
        self.draft = start_draft(title=f"Utkastet {CANARY}", slug="utkastet", by=self.clerk)
        self.goal = PartFactory(goal=True, revision=self.draft, text=f"Ett mål, {CANARY}")
        said = {"sender": "committee", "sender_words": "", "on": localdate(), "text": f"Bra, {CANARY}."}
        self.comment, _new = write_comment(revision=self.draft, part=None, by=self.clerk, **said)
        self.link = PreviewLink.objects.create(
            revision=self.draft,
            recipient="ledningsgruppen",
            until=localdate() + timedelta(days=9),
            made_by=self.clerk,
        )
        self.municipality = MunicipalityFactory(slug="tyreso")
        self.invite(sent)
        self.mail = mail.write(to="nej@example.se", subject="Ett brev som inte gick fram", text="Hej")
        Mail.objects.update(due_at=None)
        self.report = receive(about="error", page="/om/", words="Det är fel.", email="")
        self.rows = self.named_rows()

    def invite(self, sent):
        self.cases = {case.body.municipality.slug: case for case in sent.revision.cases.all()}
        self.registrar = UserFactory(email="registrator@huddinge.example.se")
        Registrar.objects.create(user=self.registrar, municipality=self.cases["huddinge"].body.municipality)
        self.sign_in_link = SignInLink.objects.create(user=self.registrar, case=self.cases["huddinge"])

    def named_rows(self) -> dict:
        return {
            "programme_revision": self.draft,
            "programme_placement": self.text.part.revision.placements.get(),
            "programme_termofoffice": TermFactory(),
            "adoption_municipality": self.municipality,
            "adoption_source": SourceFactory(),
            "adoption_decision": self.decision,
            "adoption_followup": self.follow_up,
            "adoption_takingoffice": TakingOffice.objects.create(
                term=TermFactory(label="2030–2034"), municipality=self.municipality
            ),
            "adoption_handlingofficer": HandlingOfficer.objects.create(
                case=self.decision.case, name="Handläggare"
            ),
            "programme_paperwordings": PaperWordings.objects.create(revision=self.decision.case.revision),
            "programme_reminders": Reminders.objects.create(revision=self.decision.case.revision),
            "sodertorn_entry": self.decision.entry,
            "sodertorn_user": self.clerk,
            "auth_user": self.clerk,
        }

    def address(self, name: str) -> str:
        """An address of the view, with the first of these that fits it."""
        if name.startswith("admin:"):
            return self.admin_address(name)
        return reverse(name, kwargs=self.named.get(name, {}))

    def admin_address(self, name: str) -> str:
        if name == "admin:app_list":
            return reverse(name, args=["sodertorn"])
        if name == "admin:view_on_site":
            return reverse(name, args=[1, 1])
        model = next((model for model in self.rows if name.startswith(f"admin:{model}_")), None)
        if model is None or name.endswith(("_changelist", "_add")):
            return reverse(name)
        row = self.rows[model]
        version = [row.history.first().pk] if name.endswith("_simple_history") else []
        return reverse(name, args=[row.pk, *version])

    @property
    def signing_in(self) -> dict[str, dict]:
        return {
            "sign_in_link": {"token": self.sign_in_link.token},
            "confirm": {"token": token_of(self.decision)},
            "past_answer": {"token": links.past_token(self.decision)},
            **self.questions,
            "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
            **{f"mfa_{n}_webauthn": {"pk": 1} for n in ("edit", "remove")},
            **self.registering,
            "draft_to_read": {"slug": self.draft.slug},
            "desk:person": {"number": self.registrar.pk},
            "desk:mail": {"number": self.mail.pk},
            "desk:report": {"number": self.report.pk},
            "desk:edit_mask": {"kind": "municipality", "key": self.municipality.pk},
        }

    @property
    def questions(self) -> dict[str, dict]:
        """What Huddinge was asked by mail."""
        own, about = self.cases["huddinge"].body.municipality, {"appeal": str(self.decision.entry.fact)}
        tokens = {
            asked: links.token_of(
                Question.objects.get_or_create(asked=asked, municipality=own, about=about.get(asked, ""))[0]
            )
            for asked in ("appeal", "still_right")
        }
        return {
            "appeal_answer": {"token": tokens["appeal"], "answer": "inget"},
            "still_right": {"token": tokens["still_right"]},
        }

    @property
    def registering(self) -> dict[str, dict]:
        """Huddinge's case, in which the decision is."""
        case, decided = {"number": self.cases["huddinge"].pk}, {"fact": self.decision.entry.fact}
        event, file = case | {"event": self.decision.pk}, decided | {"sha256": self.file["sha256"]}
        return {
            "registering:correct": case | decided,
            "registering:later_correct": case | decided | {"filed": self.follow_up.entry.fact},
            "registering:number_correct": case | {"detail": self.number.entry.fact},
            **{f"registering:extract{n}": case | file for n in ("", "_review", "_withdraw", "_replace")},
            **{f"registering:{n}": case for n in ("case", "plan", "decision_new")},
            **{f"registering:{n}": event for n in ("confirmation", "confirmation_pdf")},
            "registering:supplement": case | decided,
            "registering:later": case | decided | {"part": "justerat"},
        }

    @property
    def files(self) -> dict[str, dict]:
        acts = ("review", "withdraw", "replace", "destroy")
        return {
            "desk:extract": {"sha256": self.extract},
            "adoption:extract": self.file,
            **{f"desk:extract_{n}": self.file for n in acts},
            "adoption:programme_calendar": {"slug": self.decision.case.revision.slug},
            "adoption:municipality_calendar": {"slug": "tyreso"},
            **self.followed,
        }

    @property
    def followed(self) -> dict[str, dict]:
        """What is read of the register elsewhere."""
        ours, transcript = {"slug": self.municipality.slug}, {"slug": self.text.part.revision.slug}
        return {
            **dict.fromkeys(("follow_municipality", "adoption:municipality_record"), ours),
            **dict.fromkeys(("programme:record", "adoption:revision_record", "follow_programme"), transcript),
            "follow_picture": {"kind": "kommun", "which": "tyreso"},
            "programme:comparison_record": {
                "earlier": transcript["slug"],
                "later": self.decision.case.revision.slug,
            },
        }

    @property
    def named(self) -> dict[str, dict]:
        transcript, number = self.text.part.revision.slug, self.decision.entry.fact
        draft, sent = {"slug": self.draft.slug}, self.decision.case.revision.slug
        papers, about = {"slug": sent, "municipality": "tyreso"}, {"number": number}
        return {
            "preview": {"token": self.link.token},
            **self.signing_in,
            "programme:revision": {"slug": transcript},
            **{f"programme:{n}": {"slug": sent} for n in ("canonical", "annex")},
            "programme:goal": {"slug": sent, "number": 1},
            **{f"programme:comparison{n}": {"earlier": transcript, "later": sent} for n in ("", "_in_one")},
            "proof_kit": {"slug": transcript},
            "adoption:revision": {"slug": sent},
            "adoption:municipality": {"slug": self.municipality.slug},
            **dict.fromkeys(("programme:papers", "desk:board_letter"), papers),
            "programme:paper": papers | {"kind": "missiv", "extension": "docx"},
            "adoption:decision": {"number": number},
            **{f"desk:{n}": draft for n in DRAFT_PAGES},
            **{f"desk:{n}": {"slug": sent} for n in ("sent", "sent_withdraw", "board", "board_runway")},
            "desk:erratum_correct": self.erratum,
            "desk:erratum_new": {"slug": self.erratum["slug"]},
            "desk:erratum_answer": self.erratum | {"municipality": "huddinge"},
            "desk:waiting": {"key": "granska"},
            "desk:letter": {"slug": transcript, "municipality": "huddinge"},
            "desk:draft_version": draft | {"number": 1},
            "desk:comment": draft | {"number": self.comment.pk},
            **{f"desk:{n}": {"slug": transcript} for n in ("texts_of", "text_new", "annex")},
            **{
                f"desk:{n}": {"slug": transcript, "part": self.text.part_id}
                for n in ("text", "text_check", "text_check_correct")
            },
            "desk:lineage": draft,
            "desk:lineage_of": draft | {"part": self.goal.pk},
            **{f"desk:{n}": about for n in ABOUT_A_DECISION},
            "desk:decision_follow_up_correct": {"number": number, "filed": self.follow_up.entry.fact},
            "desk:case": {"number": self.decision.case_id},
            "desk:case_detail_new": {"number": self.decision.case_id},
            "desk:case_detail_correct": {"number": self.decision.case_id, "detail": self.detail.entry.fact},
            **self.files,
        }
