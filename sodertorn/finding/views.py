from functools import partial

from django.shortcuts import render

from sodertorn.finding.page import search_page
from sodertorn.reading import page_url, public_page


@public_page
def search(request, register):
    """What the public register holds of the words in `?q=`; the answers are not for search engines."""
    page = search_page(register, request.moment.day, request.GET.get("q", ""), partial(page_url, request))
    request.kept = {"q": page["query"]} if page["query"] else {}
    response = render(request, "search.html", page | {"section": "search"})
    if request.kept:
        response["X-Robots-Tag"] = "noindex"
    return response
