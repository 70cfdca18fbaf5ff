from dataclasses import replace
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from programme.in_force_page import asked, in_force_page
from programme.proving import form_in_register, public_annex
from programme.record import programme_record
from programme.revision_page import revision_page
from programme.timeline import Timeline
from sodertorn.citing import citation
from sodertorn.desk.uploads import download
from sodertorn.reading import page_url, public_page
from sodertorn.record import to_keep


@public_page
def in_force(request, register):
    """What applied on a day; a day that is asked for in a form has its own address."""
    if request.GET.get("dag"):
        return redirect(page_url(request, "programme:in_force", request.moment.day))
    page = in_force_page(register, request.moment, partial(page_url, request))
    page["cite"] = citation(request, register, asked(replace(request.moment, day_chosen=True)))
    return render(request, "programme/in_force.html", page | {"section": "programme", "asked_below": True})


@public_page
def history(request, register):
    """All programmes through time, the last first."""
    timeline = Timeline(register, request.moment.day, partial(page_url, request))
    page = {"line": timeline.figure(), "rows": timeline.rows()}
    page["cite"] = citation(request, register, _("Programmen genom tiden"))
    return render(request, "programme/list.html", page | {"section": "programme"})


@public_page
def revision(request, register, slug):
    """One programme: its texts, what is missing, and how it is known."""
    refuse_unknown(request, register, slug)
    page = revision_page(register, slug, request.moment.day, partial(page_url, request))
    page["cite"] = citation(request, register, page["title"], swedish=True)
    return render(request, "programme/revision.html", page | {"section": "programme"})


@public_page
def canonical_form(request, register, slug):
    """The canonical form of a programme's text, to the byte as its checksum was computed (R10)."""
    refuse_unknown(request, register, slug)
    form = form_in_register(register, slug)
    if form is None:
        raise Http404(_("Avskriften har ingen kanonisk form så länge en text saknas."))
    response = HttpResponse(form, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="kanonisk.txt"'
    return response


@public_page
def record(request, register, slug):
    """The programme as the register has it, as a file to keep."""
    refuse_unknown(request, register, slug)
    said = programme_record(register, slug, request.moment.day, partial(page_url, request))
    return to_keep(request, register, f"program-{slug}", said)


@public_page
def annex(request, register, slug):
    """The document that went out with an original, as it was sent: to be saved, not opened in the register's place."""
    refuse_unknown(request, register, slug)
    sha256 = public_annex(register, slug)
    if not sha256:
        raise Http404(_("Registret har inget dokument till det programmet."))
    return download(sha256, f"{slug}-{sha256[:12]}.pdf")


def refuse_unknown(request, register, slug: str) -> None:
    if not register.shows(slug, request.moment.day):
        raise Http404(_("Inget program i registret har den adressen."))
