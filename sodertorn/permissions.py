"""Who may what: one table decides for every address, by the name of its view and the method.

The middleware asks it before any view runs, and the administration asks it what to show, so
a view needs no check of its own. What the table doesn't name is not there (404).
docs/who-may-what.md is made from it: `python -m sodertorn.permissions > docs/who-may-what.md`.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum
from fnmatch import fnmatchcase


class Role(StrEnum):
    """What somebody is in the register; one person may be both strategist and administrator."""

    ANYONE = "anyone"
    STRATEGIST = "strategist"
    ADMINISTRATOR = "administrator"


ANYONE = frozenset({Role.ANYONE})
STRATEGIST = frozenset({Role.STRATEGIST})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
STAFF = STRATEGIST | ADMINISTRATOR
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
    Rule("events", ANYONE, NOBODY, "the event log in words"),
    Rule("event_log", ANYONE, NOBODY, "the event log as it is hashed"),
    Rule("check", ANYONE, NOBODY, "how the facts are checked"),
    Rule("proof_kit", ANYONE, NOBODY, "everything to check a programme with, offline"),
    Rule("programme:*", ANYONE, NOBODY, "the programmes"),
    Rule("adoption:*", ANYONE, NOBODY, "municipalities and decisions"),
    Rule("preview", ANYONE, NOBODY, "a draft, for whoever has its link"),
    # Signing in and out
    Rule("admin:login", ANYONE, ANYONE, "sign in"),
    Rule("admin:logout", NOBODY, ANYONE, "sign out"),
    Rule("admin:password_change", STAFF, STAFF, "one's own password"),
    Rule("admin:password_change_done", STAFF, NOBODY, "one's own password, changed"),
    # The desk
    Rule("admin:index", STAFF, NOBODY, "the desk"),
    Rule("admin:jsi18n", STAFF, NOBODY, "the words of the desk's scripts"),
    Rule("desk:waiting", STRATEGIST, NOBODY, "what waits, of one kind"),
    Rule("desk:draft_send", STRATEGIST, STRATEGIST, "send a draft for adoption"),
    Rule("desk:draft*", STRATEGIST, STRATEGIST, "drafts, their versions and what changed"),
    Rule("desk:sent_withdraw", STRATEGIST, STRATEGIST, "withdraw a programme that was sent"),
    Rule("desk:sent", STRATEGIST, NOBODY, "a programme that was sent, with what can be done about it"),
    Rule("desk:comments_document", STRATEGIST, NOBODY, "the comments on a draft as a document"),
    Rule("desk:comment*", STRATEGIST, STRATEGIST, "comments on drafts"),
    Rule("desk:preview*", STRATEGIST, STRATEGIST, "links that share a draft"),
    Rule("desk:history", STRATEGIST, NOBODY, "the edit history of a draft"),
    Rule("desk:decision", STRATEGIST, NOBODY, "one decision, with what can be done about it"),
    Rule("desk:decisions", STRATEGIST, NOBODY, "all decisions, known and not"),
    Rule("desk:decision_new", STRATEGIST, STRATEGIST, "register a decision"),
    Rule("desk:decision_supplement", STRATEGIST, STRATEGIST, "fill in what was not known of a decision"),
    Rule("desk:decision_correct", STRATEGIST, STRATEGIST, "correct a decision"),
    Rule("desk:decision_follow_up", STRATEGIST, STRATEGIST, "file what came after a decision"),
    Rule("desk:decision_follow_up_correct", STRATEGIST, STRATEGIST, "correct what came after a decision"),
    Rule("desk:decision_rule", STRATEGIST, STRATEGIST, "rule whether a doubtful adoption counts"),
    Rule("desk:decision_check", STRATEGIST, STRATEGIST, "check a decision that somebody else registered"),
    Rule("desk:case", STRATEGIST, NOBODY, "one case: its reference numbers and planned steps"),
    Rule("desk:case_detail_new", STRATEGIST, STRATEGIST, "state a reference number or a planned step"),
    Rule("desk:case_detail_correct", STRATEGIST, STRATEGIST, "correct a reference number or a planned step"),
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
    FORBIDDEN = "forbidden"
    NO_METHOD = "no such method"
    HIDDEN = "not there"


def rule_for(view: str) -> Rule | None:
    """The table's first row for a view."""
    return next((rule for rule in TABLE if fnmatchcase(view, rule.view)), None)


def roles_of(user) -> frozenset[Role]:
    """What a person is; nobody with an inactive account is more than anyone."""
    roles = {Role.ANYONE}
    if user.is_active and user.is_staff:
        roles.add(Role.STRATEGIST)
    if user.is_active and user.is_superuser:
        roles.add(Role.ADMINISTRATOR)
    return frozenset(roles)


def open_to_anyone(view: str, method: str) -> bool:
    """Whether the answer is the same for all, so that nobody's session need be looked at."""
    rule = rule_for(view)
    return rule is not None and Role.ANYONE in allowed(rule, method)


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
        return Verdict.FORBIDDEN if user.is_authenticated else Verdict.SIGN_IN
    if allowed(rule, method) & roles:
        return Verdict.OPEN
    return Verdict.FORBIDDEN if allowed(rule, method) else Verdict.NO_METHOD


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
