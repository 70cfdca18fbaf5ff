"""/stil/: every component of the pages in every state, made of the real templates, to look at when a sheet changes."""

from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from sodertorn.style.samples import SAMPLES


def style(request):
    page = {
        "title": _("Stil"),
        "components": [shown(name, states, request) for name, states in SAMPLES.items()],
    }
    return render(request, "style.html", page)


def shown(name: str, states: dict[str, dict], request) -> dict:
    return {"name": name, "states": [state_of(name, *one, request) for one in states.items()]}


def state_of(name: str, state: str, values: dict, request) -> dict:
    """A component with its values; `within` is the element that it has to stand in."""
    html = render_to_string(f"components/{name}.html", values, request)
    html = html.replace(" autofocus", "")  # a summary of errors would draw the page down to itself
    if outer := values.get("within"):
        tag = outer.partition(" ")[0]
        html = f"<{outer}>{html}</{tag}>"
    return {"name": state, "html": mark_safe(html)}  # noqa: S308 - made of our own templates
