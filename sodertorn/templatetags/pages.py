from django import template

from sodertorn.reading import page_url

register = template.Library()


@register.simple_tag(takes_context=True)
def page(context, name, *args):
    """The address of a page, which keeps the reader's chosen day and knowledge."""
    return page_url(context["request"], name, *args)
