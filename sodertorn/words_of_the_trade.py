"""The words of the trade, each told once: what a word means here follows domain.md; where a law decides, it is named."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Word:
    """A word, what it means, and the labels on pages under which a reader meets it."""

    key: str
    term: str
    means: str
    labels: tuple = ()


BODIES = (
    Word(
        "kommunstyrelse",
        _("kommunstyrelse"),
        _(
            "Leder och samordnar kommunens verksamhet. Programmet ska antas av var och en av kommunstyrelserna."
        ),
        (_("Organ"),),
    ),
    Word(
        "kommunfullmaktige",
        _("kommunfullmäktige"),
        _(
            "Kommunens högsta beslutande organ, valt av dem som bor i kommunen. En kommunstyrelse kan lämna"
            " ett ärende vidare dit."
        ),
        (_("Hos fullmäktige"),),
    ),
    Word(
        "samarbetskommitten",
        _("samarbetskommittén"),
        _(
            "De åtta kommunstyrelsernas ordförande. De bereder programmet och beslutar att sända det för antagande."
        ),
    ),
    Word("ledningsgruppen", _("ledningsgruppen"), _("De åtta kommundirektörerna.")),
    Word(
        "samverkansstrateg",
        _("samverkansstrateg"),
        _("Tjänsteperson på samarbetets kansli. Dit sänder varje kommun sitt beslut."),
    ),
)
DECISIONS = (
    Word(
        "anta",
        _("anta"),
        _("Besluta att säga ja till programmet. Det gäller först när alla åtta har antagit samma text."),
        (_("Antaget"),),
    ),
    Word(
        "aterremittera",
        _("återremittera"),
        _("Skicka tillbaka ett ärende för att det ska utredas mer, innan något beslutas."),
        (_("Återremitterat"),),
    ),
    Word(
        "bordlagga",
        _("bordlägga"),
        _("Skjuta upp ett beslut till ett senare sammanträde, utan ny utredning."),
        (_("Bordlagt"),),
    ),
    Word("avsla", _("avslå"), _("Säga nej till ett förslag."), (_("Avslaget"),)),
    Word(
        "tveksamt",
        _("tveksamt antagande"),
        _(
            "Ett antagande med villkor, med ett eget slutdatum, på delegation eller av ett annat dokument än det"
            " som sändes. Det räknas först när samverkansstrategen har avgjort att det gör det, och varför."
        ),
        (_("Villkor eller gräns"), _("avgjort om det räknas")),
    ),
    Word(
        "upphava",
        _("upphäva"),
        _("Ta tillbaka ett beslut. Det kan organet självt göra, eller en domstol."),
        (_("Upphävt eller rättat"), _("upphävt av domstol"), _("upphävt av kommunen")),
    ),
    Word(
        "inhibera",
        _("inhibera"),
        _("En domstol bestämmer att ett överklagat beslut inte ska gälla tills vidare."),
        (_("inhiberat"), _("inhibitionen upphävd")),
    ),
    Word(
        "laga-kraft",
        _("laga kraft"),
        _(
            "Ett beslut har laga kraft när det inte längre kan ändras genom ett överklagande. Programmet kan"
            " gälla dessförinnan (kommunallagen 13 kap. 14 §). Här står laga kraft bara när kommunen har bekräftat det."
        ),
        (_("har fått laga kraft"),),
    ),
    Word(
        "laglighetsprovning",
        _("laglighetsprövning"),
        _(
            "Att förvaltningsrätten prövar om en kommuns beslut är lagligt. Den som vill det måste överklaga inom"
            " tre veckor från att justeringen tillkännagavs (kommunallagen 13 kap. 5 §)."
        ),
        (_("Överklagande"), _("överklagat")),
    ),
)
PAPERS = (
    Word(
        "arende",
        _("ärende, diarienummer"),
        _("En fråga som en kommun handlägger, och numret som den har i kommunens register över handlingar."),
        (_("Diarienummer"),),
    ),
    Word(
        "protokoll",
        _("protokoll, protokollsutdrag"),
        _("Det som skrivs om ett sammanträde. Ett utdrag är den del som gäller ett visst ärende."),
        (_("Protokollsutdrag"), _("protokollsutdrag inlämnat")),
    ),
    Word(
        "paragraf",
        _("paragraf (§)"),
        _("Numret som varje ärende får i protokollet. Det skrivs olika: § 9, § 45 a, § 250/18."),
        (_("Paragraf"),),
    ),
    Word(
        "justera",
        _("justera"),
        _(
            "Granska protokollet och skriva under att det stämmer, senast 14 dagar efter sammanträdet. En paragraf"
            " kan justeras genast."
        ),
        (_("protokollet justerat"),),
    ),
    Word(
        "tillkannage",
        _("tillkännage justeringen"),
        _(
            "Kommunen meddelar på sin anslagstavla att protokollet är justerat. Då börjar tiden för att överklaga."
            " Registret är inte anslagstavlan."
        ),
        (_("justeringen tillkännagiven"), _("tillkännagivandet nedtaget")),
    ),
    Word(
        "allman-handling",
        _("allmän handling"),
        _(
            "En handling hos en myndighet som var och en får begära att läsa, om den inte är hemlig (2 kap."
            " tryckfrihetsförordningen). Utkast till programmet och synpunkter på dem är eller blir sådana."
        ),
    ),
    Word(
        "missiv",
        _("missiv"),
        _("Brevet som följer med när programmet sänds till kommunerna för antagande."),
    ),
    Word(
        "tjansteutlatande",
        _("tjänsteutlåtande, tjänsteskrivelse"),
        _("Tjänstepersonernas underlag till politikerna, med ett förslag till beslut."),
        (_("Förslag till beslut"),),
    ),
)
PROGRAMMES = (
    Word(
        "utvecklingsprogram",
        _("utvecklingsprogram"),
        _(
            "Vad de åtta kommunerna vill tillsammans: en vision, ett övergripande mål och fokusområden med"
            " långsiktiga mål. Det är en gemensam politisk inriktning, ingen föreskrift."
        ),
    ),
    Word(
        "fokusomrade",
        _("fokusområde, långsiktigt mål"),
        _(
            "Ett område som programmet handlar om, med sina långsiktiga mål. Under ett mål kan det stå punkter."
        ),
        (_("Fokusområde"), _("Långsiktigt mål")),
    ),
    Word(
        "revidera",
        _("revidera"),
        _("Arbeta fram ett nytt program som ska ersätta det som gäller. Arbetet heter revidering."),
    ),
    Word(
        "justerad-lydelse",
        _("justerad lydelse"),
        _(
            "Ett program med ändrade ord, som samarbetskommittén har använt. Den ersätter inte programmet som"
            " kommunstyrelserna antog."
        ),
        (_("Justerad lydelse"),),
    ),
    Word(
        "mandatperiod",
        _("mandatperiod"),
        _("De fyra åren mellan två val till kommunfullmäktige. Programmet ses över i början av varje."),
        (_("Mandatperiod"),),
    ),
    Word(
        "original",
        _("original, avskrift"),
        _(
            "Ett original är sänt för antagande genom registret. En avskrift är ett program som antogs innan registret"
            " fanns: orden är skrivna av ur en källa, och kommunerna antog källans dokument."
        ),
        (_("Slags text"),),
    ),
)
REGISTER = (
    Word(
        "kontrollsumma",
        _("kontrollsumma"),
        _(
            "En rad tecken som räknas ut ur en text eller en fil (SHA-256). Ändras ett enda tecken i texten blir"
            " kontrollsumman en annan, så den visar om två texter är desamma."
        ),
        (_("Kontrollsumma"),),
    ),
    Word(
        "handelse",
        _("händelse, händelselogg"),
        _(
            "Allt som registreras är en numrerad händelse. Loggen är alla händelser i ordning; ingen tas bort."
        ),
        (_("Händelseloggen"),),
    ),
    Word(
        "komplettera",
        _("komplettera, rätta"),
        _(
            "Komplettera är att fylla i det som inte var känt. Rätta är att ändra en uppgift som var fel. Den gamla"
            " uppgiften går alltid att läsa."
        ),
    ),
    Word(
        "skrivfel",
        _("rättelse av skrivfel"),
        _(
            "Ett stavfel eller en felaktig siffra som hittades när texten redan var sänd. Den sända texten ändras"
            " inte; rättelsen står bredvid."
        ),
    ),
    Word(
        "granskat",
        _("granskat mot justerat protokoll"),
        _(
            "En annan person än den som registrerade beslutet har jämfört uppgifterna med det justerade protokollet."
        ),
        (
            _("granskat mot justerat protokoll"),
            _("Granskade mot justerat protokoll"),
            _("Vad uppgiften vilar på"),
        ),
    ),
    Word(
        "egen-uppgift",
        _("kommunens egen uppgift"),
        _("Kommunen har själv lämnat uppgiften. Ingen har ännu granskat den mot justerat protokoll."),
        (_("Kommunens egen uppgift"), _("Samarbetets egen uppgift")),
    ),
    Word(
        "annan-kalla",
        _("annan källa"),
        _(
            "Uppgiften kommer från någon annan än kommunen, till exempel från samarbetets webbplats eller en annan"
            " kommuns handling. Den är inte granskad mot det justerade protokollet."
        ),
        (_("Annan källa"),),
    ),
    Word(
        "slaktskap",
        _("släktskap"),
        _("Vilka mål eller områden i olika program som motsvarar varandra, enligt registrets bedömning."),
    ),
    Word(
        "inte-kant",
        _("inte känt här"),
        _("Registret har ingen uppgift. Det betyder inte att något inte har hänt."),
        (_("Inte känt"),),
    ),
    Word(
        "maskera",
        _("maskera"),
        _("Ta bort ord som inte får vara offentliga. Det syns att det är gjort, när och enligt vilken lag."),
    ),
)
GROUPS = (
    (_("Vilka som beslutar"), BODIES),
    (_("Vad som beslutas"), DECISIONS),
    (_("Handlingar och protokoll"), PAPERS),
    (_("Programmet"), PROGRAMMES),
    (_("Registret"), REGISTER),
)
