"""Text is sent compressed, whoever serves the register: a first visit is small without a proxy too.

Django adds a random number of bytes to each compressed page and masks the CSRF token anew in each, so that
the length of a page tells nothing of its token (BREACH).
"""

import re

from django.middleware.gzip import GZipMiddleware

TEXT = re.compile(r"text/|image/svg|application/([a-z.]+\+)?(json|xml|jsonl|javascript)\b")


class CompressText(GZipMiddleware):
    """Leaves alone what is compressed as it is: fonts, pictures, PDFs, archives."""

    def process_response(self, request, response):
        if TEXT.match(response.get("Content-Type", "")):
            return super().process_response(request, response)
        return response
