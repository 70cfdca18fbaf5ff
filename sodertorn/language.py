"""The language of a page is that of its address (/en/…), whatever the browser asks for."""

from django.middleware.locale import LocaleMiddleware


class LanguageOfAddress(LocaleMiddleware):
    """Django's own, which says of pages in the default language that they differ by browser: ours don't.

    A shared cache would keep a copy for each browser's wishes, and most readers would miss it.
    """

    def process_response(self, request, response):
        vary = response.get("Vary", "")
        response = super().process_response(request, response)
        response["Vary"] = vary
        if not vary:
            del response["Vary"]
        return response
