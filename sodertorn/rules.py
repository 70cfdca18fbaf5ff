"""The rules of the page "Så avgörs vad som gäller", each with its source or marked as the register's own.

The rule itself is `adoption/in_force.py`; here it is only told (domain.md, R1-R14).
"""

from django.utils.translation import gettext_lazy as _

SOURCE, OURS = "source", "ours"


PAPER = _("Huddinge kommun, kommunstyrelsens förvaltning, tjänsteutlåtande den 15 februari 2023")
LAW = _("Kommunallagen (2017:725) 13 kap. 14 §")


def rule(anchor: str, origin: str, title: str, *sentences: str, source: str = "", words: str = "") -> dict:
    return {
        "anchor": anchor,
        "origin": origin,
        "title": title,
        "sentences": sentences,
        "source": {"title": source, "said": [{"words": words}]} if source else None,
    }


OF_ADOPTION = (
    rule(
        "alla",
        SOURCE,
        _("Alla kommunstyrelser ska ha antagit programmet"),
        _("Programmet gäller först när kommunstyrelsen i var och en av kommunerna har antagit det."),
        source=PAPER,
        words="Utvecklingsprogrammet ska antas i södertörnskommunernas respektive kommunstyrelse för att vara gällande.",
    ),
    rule(
        "ersatter",
        SOURCE,
        _("Ett nytt program ersätter det före"),
        _(
            "Programmen bildar en enda följd. Det nya ersätter det före när alla har antagit det nya, inte tidigare."
        ),
        source=PAPER,
        words="antas och ersätter därmed Södertörns utvecklingsprogram 2035",
    ),
    rule(
        "fullmaktige",
        OURS,
        _("Fullmäktige kan anta i styrelsens ställe"),
        _(
            "Har kommunstyrelsen lämnat ärendet till kommunfullmäktige räknas fullmäktiges antagande. Namnger källan inte organet räknas beslutet ändå."
        ),
    ),
    rule(
        "oforandrad",
        OURS,
        _("Samma text"),
        _(
            "Ett antagande räknas om texten är oförändrad. Har kommunen ändrat något i texten har den inte antagit samma program. Ett eget tillägg utanför texten hindrar inte."
        ),
    ),
    rule(
        "skrivfel",
        OURS,
        _("Skrivfel i det som är sänt"),
        _(
            "En text som är sänd ändras inte. Ett uppenbart skrivfel får en rättelse vid sidan av texten, beslutad av samarbetskommittén och meddelad kommunerna. Svarar en kommun att rättelsen ändrar programmet i sak återstår bara att sända ett nytt program. En rättelse ändrar inte vad som gäller."
        ),
    ),
    rule(
        "tveksamt",
        OURS,
        _("Tveksamma antaganden"),
        _(
            "Ett antagande med annat villkor än att övriga antar, med eget slutdatum, på delegation eller av ett annat dokument räknas först när en strateg har avgjort det och sagt varför. ”Under förutsättning att övriga antar” är inget sådant villkor."
        ),
    ),
    rule(
        "slut",
        OURS,
        _("När ett antagande upphör"),
        _(
            "Ett antagande upphör när det upphävs av domstol (den dag domen får laga kraft) eller av kommunen själv, och räknas inte så länge det är inhiberat. I övrigt kommer det som har upphört tillbaka bara genom ett nytt antagande. Ett överklagande ändrar ingenting i sig."
        ),
    ),
)


OF_TIME = (
    rule(
        "dagen",
        OURS,
        _("Från vilken dag"),
        _("Ett beslut gäller från sammanträdets (sista) dag, eller från en senare dag som det självt anger."),
    ),
    rule(
        "laga-kraft",
        SOURCE,
        _("Innan det har fått laga kraft"),
        _("Ett beslut gäller redan innan det har fått laga kraft. Laga kraft visas men krävs inte."),
        source=LAW,
    ),
    rule(
        "tidigast",
        OURS,
        _("En tidigaste dag måste stå i programmet"),
        _(
            "Perioden i ett programs namn är ingen startdag. Bara om programmet självt anger en tidigaste dag väntar det till den."
        ),
    ),
    rule(
        "sista-i-foljden",
        OURS,
        _("Det sista fullständiga programmet i följden"),
        _(
            "Det som gäller en dag avgörs av det sista program i följden som alla någon gång fram till dess har antagit. Är det fortfarande antaget av alla gäller det."
        ),
    ),
    rule(
        "oavgjort",
        OURS,
        _("Om ett antagande faller bort"),
        _(
            "Förlorar ett gällande program ett antagande är det inte avgjort vad som gäller, tills alla åter har antagit det eller ett senare program. Det gamla programmet återuppstår inte. Tidigare dagar behåller sitt svar."
        ),
    ),
    rule(
        "perioden-slut",
        OURS,
        _("När perioden är slut"),
        _(
            "Ett program räknas som gällande också sedan dess period har gått ut, till dess ett nytt är antaget av alla. Det är registrets regel, inte något som kommunerna har beslutat."
        ),
    ),
    rule(
        "justerad",
        OURS,
        _("Justerad lydelse"),
        _(
            "Samarbetskommittén kan använda en justerad lydelse. Den ersätter ingenting och visas bara så länge det program gäller som den justerar."
        ),
    ),
    rule(
        "okand-dag",
        OURS,
        _("När en dag inte är känd"),
        _(
            "Är bara ett tidsspann känt räknas svaret två gånger: med antagandena på sin senaste och på sin tidigaste dag. Blir det samma svar är det känt. Annars säger registret att det inte är känt här, och vilken dag som saknas."
        ),
    ),
)


OF_THE_RECORD = (
    rule(
        "hur-sakert",
        OURS,
        _("Hur säkert det är"),
        _(
            "Varje antagande är granskat mot justerat protokoll (av en annan person än den som registrerade det), kommunens egen uppgift, eller uppgift från annan källa. Sidorna säger hur många som är granskade."
        ),
    ),
    rule(
        "tva-klockor",
        OURS,
        _("När det hände och när registret fick veta det"),
        _(
            "Varje svar gäller en dag och kan ges som registret kände det vid en viss tidpunkt. Det som registrerades senare räknas då inte."
        ),
    ),
    rule(
        "inget-suddas",
        OURS,
        _("Ingenting suddas"),
        _(
            "En uppgift registreras, kompletteras eller rättas. En rättelse är en ny händelse som säger vad den rättar och varför. Den gamla uppgiften stryks över men går att läsa."
        ),
    ),
    rule(
        "sandning",
        OURS,
        _("Ett sänt program ändras inte"),
        _(
            "Texten fryses när programmet sänds för antagande. Behöver den ändras återkallas programmet och ett nytt sänds. Det går bara innan alla har antagit det."
        ),
    ),
    rule(
        "avskrift",
        OURS,
        _("Original och avskrift"),
        _(
            "Ett program som sänts genom registret är ett original. Program från tiden före registret är avskrifter: det som antogs är källans dokument."
        ),
    ),
    rule(
        "protokollet",
        OURS,
        _("Protokollet gäller"),
        _("Skiljer sig registret från ett justerat protokoll gäller protokollet."),
    ),
)

RULES = (*OF_ADOPTION, *OF_TIME, *OF_THE_RECORD)
"""The rules in the order in which a reader needs them."""
