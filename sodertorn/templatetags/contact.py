from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def contact():
    """The owner's address; it asks neither a request nor the database."""
    return settings.OWNER["email"]
