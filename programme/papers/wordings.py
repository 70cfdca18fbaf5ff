"""The wordings of papers: texts with named fields, that strategists may write anew for a programme.

A field stands in braces, `{program}`. What the register doesn't know of a field is a gap,
marked in the paper, never a guess. The papers are Swedish, whoever reads them.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIELDS = {
    "program": gettext_lazy("programmets titel"),
    "kommun": gettext_lazy("kommunens namn, kort"),
    "kommunen": gettext_lazy("kommunens fulla namn"),
    "kommunerna": gettext_lazy("alla kommuner som ska anta programmet"),
    "antal": gettext_lazy("hur många de är"),
    "organet": gettext_lazy("kommunstyrelsen, eller kommunfullmäktige när ärendet har lämnats dit"),
    "Organet": gettext_lazy("detsamma först i en mening"),
    "förvaltningen": gettext_lazy("kommunens förvaltning"),
    "Förvaltningen": gettext_lazy("detsamma först i en mening"),
    "underlaget": gettext_lazy("förvaltningens tjänsteutlåtande eller tjänsteskrivelse, och dess dag"),
    "ersätter": gettext_lazy("programmet som ersätts, och när just den kommunen antog det"),
    "vision": gettext_lazy("visionens ord"),
    "syfte": gettext_lazy("syftets ord"),
    "målstruktur": gettext_lazy("visionen, det övergripande målet, och hur många mål varje fokusområde har"),
    "kommittén": gettext_lazy("dagen och paragrafen då samarbetskommittén beslutade att sända programmet"),
    "gäller": gettext_lazy("när programmet börjar gälla, och vad det då ersätter"),
    "svar": gettext_lazy("dagen då svar önskas senast"),
    "kontrollsumma": gettext_lazy("de åtta sista tecknen i dokumentets kontrollsumma"),
    "rättelser": gettext_lazy(
        "de rättelser av skrivfel som samarbetskommittén har beslutat; inget om det inte finns någon"
    ),
    "registrering": gettext_lazy("adressen där kommunen registrerar sitt beslut"),
    "antagandet": gettext_lazy("adressen där det står hur långt antagandet har kommit"),
}


@dataclass(frozen=True)
class Run:
    """Some words of a paper; those of a gap stand in brackets, and `gap` says what is missing there."""

    words: str
    gap: str = ""


def gap(words: str, what: str = "") -> Run:
    return Run(f"[{words}]", what or words)


Values = dict[str, list[Run]]
"""What stands for each field."""


def fill(text: str, values: Values) -> list[list[Run]]:
    """The paragraphs of a wording with its fields filled in; none of one whose fields have nothing to say."""
    paragraphs = [runs(paragraph, values) for paragraph in text.split("\n\n")]
    return [found for found in paragraphs if words_of(found).strip()]


def runs(text: str, values: Values) -> list[Run]:
    found: list[Run] = []
    for words, name, _spec, _conversion in Formatter().parse(text.strip()):
        found += [Run(words)] if words else []
        found += values[name] if name is not None else []
    return found


def words_of(found: list[Run]) -> str:
    return "".join(run.words for run in found)


def refuse_unfit(text: str) -> None:
    """Raises ValidationError that says which field doesn't exist, or which brace has no other."""
    try:
        parsed = list(Formatter().parse(text))
    except ValueError as wrong:
        words = _("En klammer saknar sin andra: skriv fälten som {program}, och en ensam klammer två gånger.")
        raise ValidationError(words, code="brace") from wrong
    for _words, name, spec, conversion in parsed:
        if name is None or (name in FIELDS and not spec and not conversion):
            continue
        like = get_close_matches(name, FIELDS, 1)
        words = _("Fältet {%s} finns inte.") % name
        words += " " + _("Menade du {%s}?") % like[0] if like else ""
        raise ValidationError(words, code="no_field")


PASSIVE = "Förslag till {program}, bilaga 1 till {underlaget}, antas och ersätter därmed {ersätter}."
ACTIVE = (
    "{Organet} beslutar att anta förslag till {program}, bilaga 1 till {underlaget}. "
    "Programmet ersätter därmed {ersätter}."
)
REPORT_END = "{Förvaltningen} föreslår att {organet} antar {program}."

DEFAULTS = {
    "letter": (
        "Samarbetskommittén, där kommunstyrelsernas ordförande i de {antal} kommunerna ingår, beslutade "
        "{kommittén} att sända förslaget till {program} för antagande.\n\n"
        "Vi ber {organet} i {kommun} att anta programmet. Svar önskas senast {svar}.\n\n"
        "Programmet gäller {gäller}. Eftersom alla ska anta samma ord kan texten inte ändras i en kommun. "
        "Behöver något ändras, återremittera ärendet och hör av er till samverkansstrategen.\n\n"
        "Dokumentet som ska antas bifogas. Dess kontrollsumma (SHA-256) slutar på {kontrollsumma}.\n\n"
        "{rättelser}\n\n"
        "Med samma handlingar följer ett förslag till beslutsunderlag och en formulering till protokollet. "
        "När protokollet är justerat, registrera beslutet på {registrering} eller sänd det till "
        "Södertörnskommunernas samverkansstrateg. Hur långt antagandet har kommit står på {antagandet}."
    ),
    "proposal_passive": PASSIVE,
    "proposal_active": ACTIVE,
    "summary": (
        "{program} är kommunernas gemensamma inriktning för samarbetet på Södertörn. Det består av en "
        "målstruktur med {målstruktur}.\n\n"
        "Förslaget är framtaget i Södertörns samarbetskommitté (kommunstyrelsens ordförande i respektive "
        "kommun) och ledningsgrupp (kommundirektörerna). Utvecklingsprogrammet revideras vart fjärde år, "
        f"i början av varje mandatperiod.\n\n{REPORT_END}"
    ),
    "background": (
        "De {antal} kommunerna på Södertörn, {kommunerna}, har samarbetat länge. Samverkan formaliserades "
        "år 2010 och sker både på politisk nivå och mellan tjänstemän."
    ),
    "purpose": "Så här står det i programmet om dess syfte: ”{syfte}”.",
    "process": (
        "Förslaget är framtaget i Södertörns samarbetskommitté (kommunstyrelsens ordförande i respektive "
        "kommun) och ledningsgrupp (kommundirektörerna). Samarbetskommittén beslutade {kommittén} att sända "
        "det till de {antal} kommunstyrelserna (bilaga 1).\n\n{rättelser}"
    ),
    "in_short": (
        "{program} består av en målstruktur med {målstruktur}. Visionen är ”{vision}”.\n\n"
        "Utvecklingsprogrammet uppdateras i början av varje ny mandatperiod och revideras vart fjärde år. "
        "Det ska antas i kommunernas respektive kommunstyrelse för att vara gällande. Varje år tas en "
        "budget och en verksamhetsplan fram som visar arbetets riktning mot målen."
    ),
    "view": REPORT_END,
    "consequences": (
        "Programmet är en gemensam politisk inriktning. Det är ingen föreskrift och ger ingen några "
        "rättigheter eller skyldigheter."
    ),
    "minutes": ("Dokumentet som antas har kontrollsumman (SHA-256) som slutar på {kontrollsumma}."),
}
"""The register's own wordings, by their place. What the office itself thinks is left for it to write."""

REMINDER = (
    "Vi väntar på beslutet i {kommun} om {program}.\n\n"
    "Är det redan fattat, registrera det eller hör av er till samverkansstrategen. Ska det tas upp senare, "
    "skriv gärna när: då vet de andra kommunerna vad de väntar på."
)
"""How a municipality that has not decided is reminded, where strategists have not written it otherwise."""
