"""What the page of a municipality's papers shows."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.models import Municipality
from adoption.pages import Url, fact
from programme.papers.paper import Papers
from programme.papers.wordings import words_of
from programme.proving import groups, public_annex
from sodertorn.desk.fields import DayField, DeskForm
from sodertorn.words import sentence_case, the_day
from sodertorn.writing import wished_label


class DatedForm(DeskForm):
    """The day of the municipality's own report, that its proposed decision names."""

    daterat = DayField(
        required=False,
        label=gettext_lazy("Beslutsunderlagets dag"),
    )


def papers_page(register, papers: Papers, form: DatedForm, url: Url) -> dict:
    placement, municipality = papers.placement, papers.municipality
    slug = placement.revision.slug
    document = public_annex(register, slug)
    return {
        "kicker": municipality.full_name,
        "title": _("Handlingar till kommunfullmäktige")
        if papers.body == "kommunfullmäktige"
        else _("Handlingar till kommunstyrelsen"),
        "lede": _(
            "Det som behövs för att ta upp %s: missiv, beslutsunderlag och formuleringar med kommunens egna ord."
        )
        % placement.short_name,
        "facts": [
            fact(_("Program"), placement.title, url=url("programme:revision", slug), swedish=True),
            fact(
                wished_label(placement.answer_by),
                sentence_case(the_day(placement.answer_by))
                if placement.answer_by
                else _("ingen dag är satt"),
            ),
            *(
                [fact(_("Rättelser"), errata, swedish=True)]
                if (errata := words_of(papers.values["rättelser"]))
                else []
            ),
        ],
        "files": files(papers, form, url),
        "document_url": url("programme:annex", slug) if document else "",
        "document_name": f"{slug}-{document[:12]}.pdf",
        "document_sum": groups(placement.annex_sha256),
        "proposal": papers.proposal,
        "minutes": papers.minutes,
        "gaps": papers.gaps,
        "form": form,
        "own_words": own_words(municipality),
        "municipality_url": url("adoption:municipality", municipality.slug),
        "adoption_url": url("adoption:revision", slug),
    }


def files(papers: Papers, form: DatedForm, url: Url) -> list[dict]:
    """Each paper in both formats; they carry the day of the report along."""
    given = {"daterat": form["daterat"].value()} if form.is_valid() and form["daterat"].value() else {}
    place = [papers.placement.revision.slug, papers.municipality.slug]

    def address(kind: str, extension: str) -> str:
        found = url("programme:paper", *place, kind, extension)
        return found + (("&" if "?" in found else "?") + urlencode(given) if given else "")

    return [
        {
            "name": name,
            "about": about,
            "pdf": address(paper.kind, "pdf"),
            "word": address(paper.kind, "docx"),
        }
        for paper, name, about in (
            (papers.letter, _("Missiv"), _("En sida: vad som sänds, av vem och när svar önskas.")),
            (
                papers.report,
                sentence_case(papers.municipality.paper) or _("Beslutsunderlag"),
                _("Med förslag till beslut. I Word följer den med in i kommunens mall."),
            ),
        )
    ]


def own_words(municipality: Municipality) -> str:
    """Which of the municipality's own words the register doesn't know."""
    unknown = [
        name
        for name, known in (
            (_("förvaltningens namn"), municipality.office),
            (_("beslutsunderlagets namn"), municipality.paper),
            (_("beslutsformeln"), municipality.decision_form),
            (_("hur en § skrivs"), municipality.paragraph_form),
        )
        if not known
    ]
    return ", ".join(unknown)
