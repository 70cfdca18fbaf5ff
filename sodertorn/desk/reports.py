"""Messages from readers at the desk: each is read, perhaps answered, and closed with what was done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.pages import fact
from sodertorn.desk.fields import DeskForm, PlainField
from sodertorn.reading import is_ours
from sodertorn.report_services import close, mask
from sodertorn.reports import Report
from sodertorn.words import moment

ON_A_PAGE = 50


class CloseForm(DeskForm):
    note = PlainField(
        limit=1000,
        lines=4,
        label=gettext_lazy("Vad gjordes?"),
        help_text=gettext_lazy("Står kvar här. Den som skrev ser det inte."),
    )


def reports_page(request):
    """All messages, the newest first, closed or not."""
    shown = Paginator(Report.objects.order_by("-pk"), ON_A_PAGE).get_page(request.GET.get("sida"))
    return render(request, "desk/reports.html", {"title": _("Meddelanden från läsare"), "shown": shown})


def report_page(request, number):
    """One message; posted, it is masked, or closed."""
    report = get_object_or_404(Report.objects.select_related("closed_by"), pk=number)
    if "mask" in request.POST:
        mask(report=report)
        messages.success(request, _("Meddelande %d är maskerat.") % report.pk, extra_tags=request.path)
        return redirect("desk:reports")
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = close(report=report, note=form.cleaned_data["note"], by=request.user)
        words = _("Meddelande %d är avslutat.") if done else _("Meddelande %d var redan avslutat.")
        messages.success(request, words % report.pk, extra_tags=request.path)
        return redirect("desk:reports")
    page = {
        "title": _("Meddelande %d") % report.pk,
        "lede": report.get_about_display(),
        "report": report,
        "facts": facts_of(report),
        "form": None if report.closed_at else form,
        "crumbs": [(_("Meddelanden från läsare"), "..")],
    }
    return render(request, "desk/report.html", page)


def facts_of(report: Report) -> list[dict]:
    """What is known of a message beside its words."""
    ours = is_ours(report.page)
    rows = [fact(_("Kom"), moment(report.at))]
    if report.page:
        rows.append(fact(_("Gäller"), report.page, url=report.page if ours else ""))
    if report.email:
        rows.append(fact(_("Svar önskas till"), report.email, url=f"mailto:{report.email}"))
    if report.closed_at:
        rows.append(fact(_("Avslutat"), moment(report.closed_at), note=str(report.closed_by)))
        rows.append(fact(_("Vad gjordes?"), report.note))
    return rows
