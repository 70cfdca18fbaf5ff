"""Who may what: one table decides for every address, by the name of its view and the method.

The middleware asks it before any view runs, and the administration asks it what to show, so
a view needs no check of its own. What the table doesn't name is not there (404).
docs/who-may-what.md is made from it: `python -m sodertorn.permissions > docs/who-may-what.md`.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from fnmatch import fnmatchcase


class Role(StrEnum):
    """What somebody is in the register; one person may be several."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in with a password"
    READER = "reader of drafts"
    REGISTRAR = "registrar"
    STRATEGIST = "strategist"
    ADMINISTRATOR = "administrator"


ANYONE = frozenset({Role.ANYONE})
SIGNED_IN = frozenset({Role.SIGNED_IN})
READER = frozenset({Role.READER})
REGISTRAR = frozenset({Role.REGISTRAR})
STRATEGIST = frozenset({Role.STRATEGIST})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
STAFF = STRATEGIST | ADMINISTRATOR
PERSON = SIGNED_IN | REGISTRAR | READER
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True)
class Rule:
    """Who may read (GET, HEAD) and who may write (POST) at the views of a name; `*` stands for anything."""

    view: str
    read: frozenset[Role]
    write: frozenset[Role]
    about: str


TABLE = (
    # The public register
    Rule("start", ANYONE, NOBODY, "the start page"),
    Rule("rules", ANYONE, NOBODY, "how it is decided what applies"),
    Rule("about", ANYONE, NOBODY, "about the register"),
    Rule("search", ANYONE, NOBODY, "search the public register"),
    Rule("words", ANYONE, NOBODY, "the words of the trade"),
    Rule("accessibility", ANYONE, NOBODY, "how accessible the register is"),
    Rule("accessibility_report", ANYONE, ANYONE, "tell of something that can't be used"),
    Rule("report", ANYONE, ANYONE, "tell of an error on a page"),
    Rule("report_sent", ANYONE, NOBODY, "the message has come"),
    Rule("follow*", ANYONE, NOBODY, "to follow it from elsewhere: feeds, sitemap, robots.txt, security.txt"),
    Rule("event*", ANYONE, NOBODY, "the event log, in words and as it is hashed"),
    Rule("check", ANYONE, NOBODY, "how the facts are checked"),
    Rule("proof_kit", ANYONE, NOBODY, "everything to check a programme with, offline"),
    Rule("programme:*", ANYONE, NOBODY, "the programmes"),
    Rule("adoption:*", ANYONE, NOBODY, "municipalities and decisions"),
    Rule("preview", ANYONE, NOBODY, "a draft, for whoever has its link"),
    Rule("confirm", ANYONE, ANYONE, "asks a municipality whether its decision is right, by the link it got"),
    Rule("appeal_answer", ANYONE, ANYONE, "asks a municipality about an appeal, by the links it got"),
    Rule("still_right", ANYONE, ANYONE, "asks a municipality if what is known of it is right, by a link"),
    Rule("past_answer", ANYONE, ANYONE, "asks a municipality for an older decision, by the link it got"),
    # Signing in and out
    Rule("sign_in", ANYONE, ANYONE, "ask for a sign-in link"),
    Rule("sign_in_link", ANYONE, ANYONE, "a sign-in link: opening it spends nothing, its button signs in"),
    Rule("sign_in_sent", ANYONE, NOBODY, "a link was asked for"),
    Rule("signed_out", ANYONE, NOBODY, "signed out"),
    Rule("account_login", ANYONE, ANYONE, "sign in with a password"),
    Rule("account_logout", NOBODY, ANYONE, "sign out"),
    Rule("account_reset_password*", ANYONE, ANYONE, "a new password, by e-mail"),
    Rule("mfa_authenticate", ANYONE, ANYONE, "the second factor, after the password"),
    Rule("admin:login", ANYONE, NOBODY, "leads to the sign-in page"),
    # One's own account
    Rule("account_set_password", PERSON, PERSON, "choose a password"),
    Rule("account_change_password", SIGNED_IN, SIGNED_IN, "change one's password"),
    Rule("*reauthenticate*", SIGNED_IN, SIGNED_IN, "confirm that it's still oneself"),
    Rule("mfa_index", SIGNED_IN, NOBODY, "one's own account"),
    Rule("mfa_view_recovery_codes", SIGNED_IN, NOBODY, "one's own recovery codes"),
    Rule("mfa_*", SIGNED_IN, SIGNED_IN, "one's own second factor"),
    # Registering, and reading drafts
    *(
        Rule(f"registering:{view}", REGISTRAR | STRATEGIST, NOBODY, f"{about}; another's is not there")
        for view, about in (
            ("asked", "what is asked of the own municipalities"),
            ("case", "a case of the own municipality"),
            ("confirmation*", "what confirms a decision of the own municipality"),
            ("extract", "a file of the own municipality"),
        )
    ),
    Rule(
        "registering:*",
        REGISTRAR | STRATEGIST,
        REGISTRAR | STRATEGIST,
        "register for the own municipality; another's is not there",
    ),
    Rule("drafts_to_read", READER | STRATEGIST, NOBODY, "the drafts, to read"),
    Rule("draft_to_read", READER | STRATEGIST, NOBODY, "one draft, to read"),
    # The desk
    Rule("admin:index", STAFF, NOBODY, "the desk"),
    Rule("admin:jsi18n", STAFF, NOBODY, "the words of the desk's scripts"),
    Rule("desk:people", STRATEGIST, NOBODY, "who registers and who reads drafts"),
    Rule("desk:people_invite", STRATEGIST, STRATEGIST, "invite somebody"),
    Rule("desk:person", STRATEGIST, STRATEGIST, "what somebody may do, and their links"),
    Rule("desk:municipalities", STRATEGIST, STRATEGIST, "the municipalities; ask one if it's still right"),
    Rule("desk:past", STRATEGIST, STRATEGIST, "ask the municipalities for their older decisions"),
    Rule("desk:letter", STRATEGIST, STRATEGIST, "ask a municipality for a document that the register lacks"),
    Rule("desk:mail", STRATEGIST, STRATEGIST, "a mail that has not gone out: send it, or throw it away"),
    Rule("desk:reports", STRATEGIST, NOBODY, "messages from readers"),
    Rule("desk:report", STRATEGIST, STRATEGIST, "a message from a reader: read it, close it"),
    Rule("style", STAFF, NOBODY, "every component of the pages, in every state"),
    Rule("desk:waiting", STRATEGIST, NOBODY, "what waits, of one kind"),
    Rule("desk:draft_send", STRATEGIST, STRATEGIST, "send a draft for adoption"),
    Rule("desk:draft*", STRATEGIST, STRATEGIST, "drafts, their versions and what changed"),
    Rule("desk:sent_withdraw", STRATEGIST, STRATEGIST, "withdraw a programme that was sent"),
    Rule("desk:sent", STRATEGIST, NOBODY, "a programme that was sent, with what can be done about it"),
    Rule("desk:board_letter", STRATEGIST, STRATEGIST, "write to a municipality about a programme"),
    Rule("desk:board*", STRATEGIST, NOBODY, "where each municipality is, and the meetings to come"),
    Rule("desk:erratum_*", STRATEGIST, STRATEGIST, "enter, supplement, correct or answer an erratum"),
    Rule("desk:comments_document", STRATEGIST, NOBODY, "the comments on a draft as a document"),
    Rule("desk:comment*", STRATEGIST, STRATEGIST, "comments on drafts"),
    Rule("desk:preview*", STRATEGIST, STRATEGIST, "links that share a draft"),
    Rule("desk:history", STRATEGIST, NOBODY, "the edit history of a draft"),
    Rule("desk:decision", STAFF, NOBODY, "one decision, with what can be done about it"),
    Rule("desk:decisions", STRATEGIST, NOBODY, "all decisions, known and not"),
    Rule("desk:decision_new", STRATEGIST, STRATEGIST, "register a decision"),
    Rule("desk:several_files", STRATEGIST, STRATEGIST, "several extracts at once, each to its decision"),
    Rule("desk:decision_supplement", STRATEGIST, STRATEGIST, "fill in what was not known of a decision"),
    Rule("desk:decision_correct", STRATEGIST, STRATEGIST, "correct a decision"),
    Rule("desk:decision_follow_up", STRATEGIST, STRATEGIST, "file what came after a decision"),
    Rule("desk:decision_follow_up_correct", STRATEGIST, STRATEGIST, "correct what came after a decision"),
    Rule("desk:decision_rule", STRATEGIST, STRATEGIST, "rule whether a doubtful adoption counts"),
    Rule("desk:decision_check", STRATEGIST, STRATEGIST, "check a decision that somebody else registered"),
    Rule("desk:decision_ask", STRATEGIST, STRATEGIST, "ask a municipality again if its decision is right"),
    Rule("desk:case", STRATEGIST, NOBODY, "one case: its reference numbers and planned steps"),
    Rule("desk:case_detail_*", STRATEGIST, STRATEGIST, "state or correct a number or a planned step"),
    Rule("desk:texts", STRATEGIST, NOBODY, "the transcripts, and what is missing in them"),
    Rule("desk:texts_of", STRATEGIST, NOBODY, "the texts of a transcript"),
    Rule("desk:text", STRATEGIST, STRATEGIST, "enter or change a text of a transcript"),
    Rule("desk:text_check", STRATEGIST, STRATEGIST, "check a text that somebody else entered"),
    Rule("desk:text_check_correct", STRATEGIST, STRATEGIST, "take back a check of a text that was a mistake"),
    Rule("desk:text_new", STRATEGIST, STRATEGIST, "a further place in a transcript"),
    Rule("desk:annex", STRATEGIST, STRATEGIST, "attach the annex of a transcript"),
    Rule("desk:lineage", STRATEGIST, NOBODY, "what a programme's goals and areas go back to"),
    Rule("desk:lineage_of", STRATEGIST, STRATEGIST, "say what a goal or area goes back to"),
    Rule("desk:extract", STRATEGIST, NOBODY, "an uploaded file, by its hash"),
    Rule("desk:extract_review", STRATEGIST, STRATEGIST, "say that an extract may be public"),
    Rule("desk:extract_withdraw", STRATEGIST, STRATEGIST, "let an extract be public no longer"),
    Rule("desk:extract_replace", STRATEGIST, STRATEGIST, "replace an extract by a masked copy"),
    Rule("desk:extract_destroy", ADMINISTRATOR, ADMINISTRATOR, "destroy an extract for good"),
    Rule("desk:event", STAFF, NOBODY, "one event, with the event log's checksum then"),
    Rule("desk:event_mask", STRATEGIST, STRATEGIST, "mask words of an event that may not be public"),
    Rule("desk:edit_mask", STRATEGIST, STRATEGIST, "mask words of an edit history that may not be public"),
    # Records, which only the acts write
    *(
        Rule(f"admin:{model}_{view}", STRATEGIST, NOBODY, f"{about}, read only")
        for model, about in (
            ("programme_revision", "programmes; a draft leads to its own page"),
            ("programme_placement", "programmes in the register"),
            ("adoption_decision", "decisions"),
            ("adoption_followup", "follow-ups"),
            ("sodertorn_entry", "the event log"),
        )
        for view in ("changelist", "change", "history")
    ),
    Rule("admin:programme_revision_simple_history", STRATEGIST, NOBODY, "programmes: an old version"),
    # What is edited in the administration
    *(
        rule
        for model, about, who in (
            ("programme_termofoffice", "terms of office", STRATEGIST),
            ("adoption_municipality", "municipalities", STRATEGIST),
            ("adoption_source", "sources", STRATEGIST),
            ("adoption_takingoffice", "when boards take office", STRATEGIST),
            ("adoption_handlingofficer", "handling officers", STRATEGIST),
            ("programme_paperwordings", "the wordings of a programme's papers", STRATEGIST),
            ("programme_reminders", "when municipalities that have not decided are reminded", STRATEGIST),
            ("sodertorn_user", "accounts", ADMINISTRATOR),
        )
        for rule in (
            Rule(f"admin:{model}_changelist", who, who, f"{about}: the list"),
            Rule(f"admin:{model}_add", who, who, f"{about}: a new one"),
            Rule(f"admin:{model}_change", who, who, f"{about}: one"),
            Rule(f"admin:{model}_history", who, NOBODY, f"{about}: the edit history"),
            Rule(f"admin:{model}_simple_history", who, NOBODY, f"{about}: an old version"),
        )
    ),
    Rule("admin:adoption_handlingofficer_delete", STRATEGIST, STRATEGIST, "remove a handling officer's name"),
    Rule("admin:auth_user_password_change", ADMINISTRATOR, ADMINISTRATOR, "a new password for somebody"),
)

READING = frozenset({"GET", "HEAD"})


class Verdict(Enum):
    OPEN = "open"
    SIGN_IN = "sign in"
    SECOND_FACTOR = "second factor"
    FORBIDDEN = "forbidden"
    NO_METHOD = "no such method"
    HIDDEN = "not there"


def rule_for(view: str) -> Rule | None:
    """The table's first row for a view."""
    return next((rule for rule in TABLE if fnmatchcase(view, rule.view)), None)


def granted(user) -> frozenset[Role]:
    """What a person is, whatever the session has shown; nobody with an inactive account is more than anyone."""
    if not user.is_active:
        return ANYONE
    held = {
        Role.ANYONE: True,
        Role.SIGNED_IN: user.link is None,
        Role.READER: user.reads_drafts,
        Role.STRATEGIST: user.is_staff,
        Role.ADMINISTRATOR: user.is_superuser,
    }
    roles = frozenset(role for role, has in held.items() if has)
    if user.is_staff and not user.link:  # may do all that a registrar may, so the database isn't asked
        return roles
    return roles | REGISTRAR if user.municipalities else roles


def roles_of(user) -> frozenset[Role]:
    """What a person is in this session: at the desk only by a password, and the second factor where it's needed."""
    roles = granted(user)
    return roles - STAFF if user.is_active and (user.link or user.half_signed_in) else roles


def open_to_anyone(view: str, method: str) -> bool:
    """Whether all may, so that nobody's session need be looked at."""
    rule = rule_for(view)
    return rule is not None and Role.ANYONE in allowed(rule, method)


def the_same_for_all(view: str, method: str) -> bool:
    """Whether the answer is, so that it may be cached; a page that anyone can send a form from is not."""
    return open_to_anyone(view, method) and not open_to_anyone(view, "POST")


def allowed(rule: Rule, method: str) -> frozenset[Role]:
    """Who may call the rule's views with the method."""
    return rule.read if method in READING else rule.write if method == "POST" else NOBODY


def decide(view: str, method: str, user) -> Verdict:
    """May this person call this view with this method?"""
    rule = rule_for(view)
    if rule is None:
        return Verdict.HIDDEN
    roles = roles_of(user)
    if not (rule.read | rule.write) & roles:
        return refusal(rule, user)
    if allowed(rule, method) & roles:
        return Verdict.OPEN
    return Verdict.FORBIDDEN if allowed(rule, method) else Verdict.NO_METHOD


def refusal(rule: Rule, user) -> Verdict:
    """What somebody is told who may neither read nor write: what would help, if anything does."""
    if not user.is_authenticated:
        return Verdict.SIGN_IN
    more = user.half_signed_in and (rule.read | rule.write) & granted(user)
    return Verdict.SECOND_FACTOR if more else Verdict.FORBIDDEN


def may(user, view: str, method: str = "GET") -> bool:
    return decide(view, method, user) is Verdict.OPEN


def page() -> str:
    """The table as a page for people, in Markdown."""
    lines = [
        "# Who may what",
        "",
        "Made from the table in `sodertorn/permissions.py`, which decides for every address:",
        "`python -m sodertorn.permissions > docs/who-may-what.md`. A person may be both strategist",
        "and administrator. An address that no row names is not there (404); a method that a row",
        "gives to nobody is refused (405). Somebody who has not signed in is asked to, and what",
        "was typed is kept; somebody signed in who may not is refused (403).",
        "",
        "| view | what | read (GET) | write (POST) |",
        "|---|---|---|---|",
    ]
    rows = (f"| `{r.view}` | {r.about} | {names(r.read)} | {names(r.write)} |" for r in TABLE)
    return "\n".join([*lines, *rows]) + "\n"


def names(roles: frozenset[Role]) -> str:
    return ", ".join(role.value for role in Role if role in roles) or "nobody"


if __name__ == "__main__":
    print(page(), end="")
