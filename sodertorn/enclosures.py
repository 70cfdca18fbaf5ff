"""What goes with a mail: made when the mail goes out, of what its row names, so that an act writes a few words only.

The names are `missiv/<programme>/<municipality>` and `bekraftelse/<event>`. What can't be made is a
fault of its mail, which then waits and is lost no more than any other.
"""

from django.utils import timezone, translation
from django.utils.text import slugify

from adoption.models import Decision, Municipality
from adoption.registering.confirmation import Confirmation, pdf
from programme.papers.documents import pdf as paper_pdf
from programme.papers.paper import Papers
from sodertorn.register import Register


def enclosure(named: str) -> tuple[str, bytes, str]:
    """The file's name, its content and its media type, as an EmailMessage attaches them. In Swedish, like all mails."""
    kind, *what = named.split("/")
    make = {"missiv": covering_letter, "bekraftelse": confirmation}[kind]
    with translation.override("sv"):
        return *make(*what), "application/pdf"


def covering_letter(slug: str, municipality: str) -> tuple[str, bytes]:
    register, own = Register(), Municipality.objects.get(slug=municipality)
    papers = Papers(register, register.placements[slug], own, today=timezone.localdate())
    letter = papers.letter
    return f"{own.name}_{slugify(letter.name)}_{slug}.pdf", paper_pdf(letter)


def confirmation(event: str) -> tuple[str, bytes]:
    related = ("entry", "case__revision", "case__body__municipality")
    made = Confirmation(Register(), Decision.objects.select_related(*related).get(pk=event))
    return made.filename, pdf(made, "sv")
