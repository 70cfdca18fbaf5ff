import re

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from sodertorn.glossary import word_of
from sodertorn.reading import page_url

register = template.Library()

YEARS = re.compile(r"\b[0-9]{4}–[0-9]{4}\b")


@register.simple_tag(takes_context=True)
def page(context, name, *args):
    """The address of a page, which keeps the reader's chosen day and knowledge."""
    return page_url(context["request"], name, *args)


@register.simple_tag(takes_context=True)
def explained(context, label):
    """A label; when it is a word of the trade, as a link to what that means."""
    key = word_of(label)
    if not key:
        return label
    request = getattr(context, "request", None)  # also in a part that is included with `only`
    words = page_url(request, "words") if request else reverse("words")
    return format_html('<a class="word" href="{}#{}">{}</a>', words, key, label)


@register.filter
def years_whole(text):
    """A heading in which no line ends within a period: 2023–2026."""
    return mark_safe(YEARS.sub(r'<span class="head__years">\g<0></span>', conditional_escape(text)))
