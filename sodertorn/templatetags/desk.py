from django import template
from django.utils.html import format_html

from sodertorn.desk.once import TOKEN, new_token

register = template.Library()


@register.simple_tag(takes_context=True)
def form_token(context):
    """Tells one form from another: drawn when its page is made, and kept while it is mended and confirmed."""
    request = context["request"]
    token = request.POST.get(TOKEN) or new_token(request.user)
    return format_html('<input type="hidden" name="{}" value="{}">', TOKEN, token)
