from django import template
from django.urls import reverse
from django.utils.html import format_html

from sodertorn.glossary import word_of
from sodertorn.reading import page_url

register = template.Library()


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
