"""What the accessibility statement says: dated, and true of what is here. Change it together with what it tells of.

Its parts are those that DIGG asks for (MDFFS 2019:2, 6 §, to lag 2018:1937 om tillgänglighet till
digital offentlig service, 13 §), under the headings of DIGG's model. Nothing in it is measured by this
module: who mends a shortcoming, or finds one, writes it here.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from adoption.pages import fact
from sodertorn.words import the_day

DIGG = "https://www.digg.se/tdosanmalan"
LAW = gettext_lazy("lagen (2018:1937) om tillgänglighet till digital offentlig service")
COMPLIANCE = gettext_lazy("delvis förenlig")
"""DIGG's exact words: helt, delvis or inte förenlig."""

ASSESSED = date(2026, 11, 26)
UPDATED = date(2026, 11, 26)


@dataclass(frozen=True)
class Shortcoming:
    """What somebody can't use, why it is so, and what there is instead."""

    name: str
    what: str
    why: str
    instead: str


SHORTCOMINGS = (
    Shortcoming(
        gettext_lazy("Protokollsutdrag"),
        gettext_lazy(
            "Utdragen som kommunerna lämnar in är PDF-filer, ofta inskannade eller fotograferade. Utan synförmåga"
            " kan du inte läsa sådana med skärmläsare, och med nedsatt syn kan de vara svåra att förstora."
        ),
        gettext_lazy(
            "De är kopior av underskrivna protokoll och visas oförändrade, eftersom de är det som besluten"
            " kontrolleras mot."
        ),
        gettext_lazy(
            "Vad som beslutades, vilken dag och i vilken paragraf står som text på beslutets sida. Behöver du"
            " hela utdraget i en annan form, skriv till oss."
        ),
    ),
    Shortcoming(
        gettext_lazy("Dokument som sänds för antagande"),
        gettext_lazy(
            "Ett sådant dokument kan vara en fil som är gjord någon annanstans. Den kan sakna rubriker och läsordning"
            " för dig som använder skärmläsare."
        ),
        gettext_lazy("Alla kommuner ska anta exakt samma fil. Därför ändras den inte i efterhand."),
        gettext_lazy("Programmets alla ord står som text på programmets sida."),
    ),
)
TESTED = (
    gettext_lazy(
        "Vi har gjort bedömningen själva. Varje slags sida har prövats med verktyget axe-core mot WCAG 2.2, nivå A"
        " och AA, på svenska och engelska, ljus och mörk, i bredderna 1280 och 320 pixlar."
    ),
    gettext_lazy(
        "Sidorna har också prövats med bara tangentbord, utan JavaScript, med dubbelt så stora bokstäver och med"
        " rörelser avstängda, och kartan med de färger som läsaren själv har valt i sin dator. Det mesta prövas om"
        " vid varje ändring av koden."
    ),
    gettext_lazy(
        "Vad en skärmläsare får veta av varje slags sida har vi läst igenom, så som webbläsaren Chromium beskriver"
        " sidan för den. Verktyget Lighthouse gav varje slags offentlig sida 100 av 100 för tillgänglighet, så som"
        " den visas i en telefon."
    ),
    gettext_lazy(
        "Det är inte prövat med skärmläsare av någon som använder det till vardags, och inte granskat av någon"
        " utomstående."
    ),
    gettext_lazy(
        "PDF-filer som registret självt gör är satta enligt PDF/UA-1 och PDF/A-2a. De är prövade med veraPDF:s"
        " validator, som inte fann några fel, men inte med verktyget PAC, som vi inte har haft tillgång till. Det är"
        " inget certifikat: inget program kan avgöra om läsordningen går att förstå."
    ),
)
OUTSIDE = (
    gettext_lazy(
        "Kartan över kommunerna är inte avsedd för navigering och omfattas inte av lagen (9 §). Allt som den visar"
        " står också som text."
    ),
    gettext_lazy(
        "Andras webbplatser som registret länkar till, som kommunernas egna protokoll, omfattas inte av den här"
        " redogörelsen."
    ),
    gettext_lazy(
        "Äldre handlingar har inget undantag här: lagen undantar filer som offentliggjordes före den 23 september"
        " 2018 (9 §), men det som visas i registret är offentliggjort på nytt."
    ),
)


def accessibility_page() -> dict:
    """The statement; without an owner it says that nobody answers for this copy."""
    owner, title = settings.OWNER["name"], _("Tillgänglighetsredogörelse")
    return {
        "title": title,
        "heading": title.replace("hetsredo", "hets\N{SOFT HYPHEN}redo"),  # it is wider than a phone
        "owner_name": owner,
        "facts": [
            fact(
                _("Offentlig aktör"),
                owner or _("Saknas: det här är en lokal kopia som ingen svarar för."),
                unknown=not owner,
            ),
            fact(_("Digital service"), _("Registret för Södertörns utvecklingsprogram.").rstrip(".")),
            fact(_("Adress"), settings.SITE_URL),
            fact(_("Följer lagkraven"), COMPLIANCE),
            fact(_("Bedömningen gjordes"), the_day(ASSESSED)),
            fact(_("Redogörelsen uppdaterades senast"), the_day(UPDATED)),
        ],
        "law": LAW,
        "compliance": COMPLIANCE,
        "shortcomings": SHORTCOMINGS,
        "tested": TESTED,
        "outside": OUTSIDE,
        "digg": DIGG,
    }
