"""The pages that compare two programmes, and that of one goal."""

from functools import partial

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from programme.chooser_page import chooser_page, same_page
from programme.comparison_page import comparison_page
from programme.comparison_record import comparison_record
from programme.family import Family
from programme.goal_page import goal_page
from programme.line import Line
from programme.views import refuse_unknown
from sodertorn.citing import citation
from sodertorn.reading import page_url, public_page
from sodertorn.record import to_keep

SECTION = {"section": "programme"}


@public_page
def goal(request, register, slug, number):
    """One goal, with what it came of and what came of it."""
    refuse_unknown(request, register, slug)
    page = goal_page(Line(register, request.moment.day), slug, number, partial(page_url, request))
    if page is None:
        raise Http404(_("Programmet har inget mål med det numret i registret."))
    page["cite"] = citation(request, register, page["kicker"])
    return render(request, "programme/goal.html", page | SECTION)


@public_page
def comparison(request, register, earlier, later, one_column=False):
    """Two programmes, from the earlier to the later; asked for the other way round, it leads there."""
    for slug in (earlier, later):
        refuse_unknown(request, register, slug)
    line, url = Line(register, request.moment.day), partial(page_url, request)
    if earlier == later:
        return render(request, "programme/compare.html", same_page(line, earlier, url) | SECTION)
    ordered = Family(line).in_order(earlier, later)
    if ordered != [earlier, later]:
        return redirect(url(request.resolver_match.view_name, *ordered))
    page = comparison_page(line, earlier, later, url, one_column=one_column)
    page["cite"] = citation(request, register, f"{_('Jämförelse')}: {page['title']}")
    return render(request, "programme/comparison.html", page | SECTION)


@public_page
def comparison_file(request, register, earlier, later):
    """The same as a file to keep, from the earlier to the later."""
    for slug in (earlier, later):
        refuse_unknown(request, register, slug)
    line = Line(register, request.moment.day)
    if earlier == later or Family(line).in_order(earlier, later) != [earlier, later]:
        raise Http404(_("Jämförelsen går från det tidigare programmet till det senare."))
    said = comparison_record(line, earlier, later, partial(page_url, request))
    return to_keep(request, register, f"jamforelse-{earlier}-{later}", said)


@public_page
def compare(request, register):
    """Which two programmes? The chosen ones lead to their comparison."""
    line, url = Line(register, request.moment.day), partial(page_url, request)
    asked = [request.GET.get(name, "") for name in ("fran", "till")]
    if all(register.shows(slug, line.day) for slug in asked):
        return redirect(url("programme:comparison", *Family(line).in_order(*asked)))
    return render(request, "programme/compare.html", chooser_page(line, asked, url) | SECTION)
