"""Several extracts at once: each is kept, sorted by the municipality that it names, and leads to the form of its decision.

That form is the municipality's own, at /registrera/. The files wait in the session of whoever chose them; nothing is
recorded before the form is confirmed.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from adoption.desk.file_reading import reading_about
from adoption.desk.recording import frame
from adoption.desk.whose_file import whose
from adoption.models import Case, FollowUp
from adoption.models.follow_ups import FollowUpKind
from adoption.registering.asked import open_cases
from adoption.sentences import body_words
from adoption.states import ANSWERED
from sodertorn.desk.file_fields import LONGEST_NAME
from sodertorn.desk.file_texts import Unreadable, page_texts
from sodertorn.desk.own_files import unsigned
from sodertorn.desk.uploads import keep, kept, size
from sodertorn.register import Register
from sodertorn.swedish import sort_key
from sodertorn.words import sentence_case

WAITING = "files_to_register"
"""In the session: the checksum and the name of each file that waits, and whose it is said to be."""

MOST = 30


def several_files(request):
    """Choose several files; each row then leads to the form of its decision."""
    register = Register()
    if request.method == "POST":
        if registers := request.POST.get("register"):
            return to_the_form(request, register, registers)
        if put_away := request.POST.get("remove"):
            request.session[WAITING] = [one for one in waiting(request) if one["sha256"] != put_away]
        else:
            take(request, register.municipalities)
        return redirect("desk:several_files")
    there = waiting(request)
    filed = filed_already(there)
    likely = likely_cases(register)
    rows = [
        row(one, filed.get(one["sha256"]))
        | {"case": likely.get((one["slug"], one["body"])) or likely.get((one["slug"], ""))}
        for one in there
    ]
    page = {
        "title": _("Flera protokollsutdrag på en gång"),
        "rows": sorted(rows, key=lambda row: (not row["found"], sort_key(row["found"]))),
        "cases": cases(register),
        "most": MOST,
    }
    return render(request, "desk/several_files.html", frame() | page)


def waiting(request) -> list[dict]:
    """The files that wait and are still kept."""
    return [one for one in request.session.get(WAITING, []) if kept(one["sha256"])]


def cases(register: Register) -> list[dict]:
    """The open cases, in which something can be registered, by municipality and the newest programme first."""
    found = [
        {
            "number": case.pk,
            "municipality": case.body.municipality.name,
            "name": f"{sentence_case(body_of_case(case))}, {register.placements[case.revision.slug].short_name}",
        }
        for case, _seat in open_cases(register, localdate())
    ]
    return sorted(found, key=lambda one: sort_key(one["municipality"]))


def body_of_case(case: Case) -> str:
    return body_words(case.body.kind, case.body.municipality.name)


def likely_cases(register: Register) -> dict[tuple[str, str], int]:
    """Of each municipality the newest case that awaits a decision, or else its newest; the same of each body of it."""
    found = [(case, seat) for case, seat in open_cases(register, localdate())]
    waits = [(case, seat) for case, seat in found if seat.state not in ANSWERED]
    likely: dict[tuple[str, str], int] = {}
    for case, _seat in [*waits, *found]:
        slug = case.body.municipality.slug
        likely.setdefault((slug, ""), case.pk)
        likely.setdefault((slug, case.body.kind), case.pk)
    return likely


def to_the_form(request, register: Register, sha256: str):
    """To the form of the decision in the case that was chosen, with the file; its name is in no address."""
    number = request.POST.get("case", "")
    if number not in {str(one["number"]) for one in cases(register)}:
        messages.error(request, _("Välj vilket ärende filen hör till."))
        return redirect("desk:several_files")
    return redirect(reverse("registering:decision_new", args=[number]) + f"?fil={sha256}")


def chosen(request) -> dict[str, str]:
    """The file that somebody comes from here with, as a form's first answers; only one of those that wait for them."""
    wanted = request.GET.get("fil")
    found = next((one for one in waiting(request) if one["sha256"] == wanted), None) if wanted else None
    return {"extract": found["sha256"], "extract_named": found["name"]} if found else {}


def take(request, municipalities) -> None:
    """Keep what was chosen, beside what waits; what can't be kept is told of by its name."""
    there, uploaded = waiting(request), request.FILES.getlist("files")[:MOST]
    carried = [unsigned(one, request.user.pk) for one in request.POST.getlist("files")]
    found = list(zip(carried, request.POST.getlist("files_named"), strict=False))
    for upload in uploaded:
        try:
            found.append((keep(upload, photos=True), upload.name[:LONGEST_NAME]))
        except ValidationError as unfit:
            messages.error(request, f"{upload.name}: {unfit.messages[0]}")
    known = {one["sha256"] for one in there}
    new = {sha256: name for sha256, name in found if sha256 not in known and kept(sha256)}
    there += [told_of(sha256, name, municipalities) for sha256, name in new.items()]
    request.session[WAITING] = there[:MOST]
    if not uploaded and not found:
        messages.error(request, _("Välj en eller flera filer."))


def told_of(sha256: str, name: str, municipalities) -> dict:
    try:
        first = next(iter(page_texts(sha256)), "")
    except Unreadable:
        first = ""
    municipality, place = whose(name, first, municipalities)
    body = ""
    if municipality is None and (reading := reading_about(sha256)):
        read = {name: one.value for name, one in reading.fields.items()}
        municipality = next((m for m in municipalities if m.slug == read.get("municipality")), None)
        body, place = read.get("body", ""), "head"
    slug, called = (municipality.slug, municipality.name) if municipality else ("", "")
    return {"sha256": sha256, "name": name, "slug": slug, "body": body, "found": called, "place": place}


def filed_already(files: list[dict]) -> dict[str, int]:
    """The decision in whose papers a file lies first, by the file's checksum."""
    said = FollowUp.objects.filter(
        step=FollowUpKind.EXTRACT_FILED, extract__in=[one["sha256"] for one in files]
    )
    rows = said.order_by("-entry").values_list("extract", "decision__entry__fact")
    return dict(rows)


def row(one: dict, number: int | None) -> dict:
    """A file with what says whose it is; `number` is the decision in whose papers it lies already."""
    places = {
        "name": _("Filens namn säger %s. Stämmer det?"),
        "head": _("Första sidans huvud säger %s. Stämmer det?"),
        "both": _("Filens namn och första sidans huvud säger %s. Stämmer det?"),
    }
    asks = places[one["place"]] % one["found"] if one["found"] else _("Det framgår inte. Välj ärende.")
    return one | {
        "asks": asks,
        "size": filesizeformat(size(one["sha256"])),
        "url": reverse("desk:extract", args=[one["sha256"]]),
        "filed": number,
        "filed_url": reverse("desk:decision", args=[number]) if number else "",
    }
