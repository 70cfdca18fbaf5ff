from uuid import uuid4

from django import template
from django.utils.html import format_html

from sodertorn.desk.once import TOKEN

register = template.Library()


@register.simple_tag(takes_context=True)
def form_token(context):
    """Tells one form from another: drawn when its page is made, and kept while it is mended and confirmed."""
    token = context["request"].POST.get(TOKEN) or uuid4()
    return format_html('<input type="hidden" name="{}" value="{}">', TOKEN, token)
