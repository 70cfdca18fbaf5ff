"""What must hold when the server has been killed: what was confirmed is there, nothing is half, verify is clean."""

from pathlib import Path

from django.conf import settings

from adoption.models import CaseDetail, Decision, Extract, FollowUp
from adoption.models.follow_ups import FollowUpKind
from programme.draft_reading import read_saving
from programme.models import Comment, Lineage, Placement, Saving
from sodertorn.desk.uploads import kept, place
from sodertorn.journal import Entry
from sodertorn.one_moment import one_moment
from sodertorn.verifying import checks
from tests.proof.clients import Act


def decision(act: Act) -> list[int]:
    sha256 = act.about["sha256"]
    filed = FollowUp.objects.filter(step=FollowUpKind.EXTRACT_FILED, extract=sha256)
    registered = Decision.objects.filter(case__revision__slug=act.typed["revision"], entry__act="register")
    rows = registered.filter(paragraph=act.token), filed
    return [*(r.count() for r in rows), Extract.objects.filter(sha256=sha256, size__gt=0).count()]


def supplement(act: Act) -> list[int]:
    return [
        Decision.objects.filter(text=act.token, entry__act="supplement").count(),
        CaseDetail.objects.filter(words=act.about["number"]).count(),
    ]


def correction(act: Act) -> list[int]:
    return [Decision.objects.filter(entry__reason=act.token, entry__act="correct").count()]


def saving(act: Act) -> list[int]:
    """The saving, and the words in it: these are found only through the edit history."""
    savings = list(Saving.objects.filter(why=act.token).select_related("revision"))
    texts = Saving.history.filter(why=act.token).count()
    words = sum(read_saving(s.revision, s.number).item("vision").text == act.token for s in savings)
    return [len(savings), texts, words]


def comment(act: Act) -> list[int]:
    return [m.filter(text=act.token).count() for m in (Comment.objects, Comment.history)]


def sending(act: Act) -> list[int]:
    """The placement; its seats, cases and lineages are as many as they shall be, or this counts them as half."""
    sent = list(Placement.objects.filter(revision__slug=act.token).select_related("revision"))
    whole = [(s.seats.count(), s.revision.cases.count(), kept(s.annex_sha256)) == (8, 8, True) for s in sent]
    goes_back = Lineage.objects.filter(later__revision__slug=act.token).exists()
    return [len(sent), sum(whole), int(goes_back)]


ROWS = {
    "register": decision,
    "supplement": supplement,
    "correct": correction,
    "save": saving,
    "comment": comment,
    "send": sending,
}


def found(act: Act) -> bool:
    """Whether an act is there, whole and once. Raises AssertionError when it is half, twice, or confirmed and gone."""
    rows = ROWS[act.kind](act)
    assert set(rows) in ({0}, {1}), f"half or twice: {act.kind} {act.token}: {rows}"
    there = rows[0] == 1
    assert there or not act.confirmed, f"confirmed and gone: {act.kind} {act.token}"
    if there and act.kind == "register":
        assert kept(act.about["sha256"]), f"no file: {act.token}"
    return there


def verified() -> int:
    """Everything is recomputed; the number of entries. Raises AssertionError."""
    with one_moment():
        faults = [fault for check in checks() for fault in check.faults]
    assert faults == [], "\n".join(faults)
    return Entry.objects.count()


def left_over() -> tuple[int, int]:
    """Files that no row names, and those that were never finished: what a kill may leave, and nobody is shown."""
    files = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    unfinished = sum(path.suffix == ".unfinished" for path in files)
    named = set(Extract.objects.values_list("sha256", flat=True))
    named |= set(Placement.objects.values_list("annex_sha256", flat=True))
    places = {place(sha256) for sha256 in named}
    whole = [p for p in files if p.suffix == ".pdf"]
    return sum(str(p.relative_to(settings.MEDIA_ROOT)) not in places for p in whole), unfinished
