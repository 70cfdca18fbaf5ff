"""The pages that are there whatever the register holds, as the search tells of them."""

from django.utils.translation import gettext_lazy as _

SITE_PAGES = (
    ("start", _("Södertörns utvecklingsprogram"), "", _("startsidan gäller nu")),
    (
        "programme:in_force",
        _("Vad som gällde en viss dag"),
        "",
        _("gällande gäller gällde idag datum historik"),
    ),
    (
        "programme:list",
        _("Programmen genom tiden"),
        _("Varje program ersätter det före, när alla åtta har antagit det. Alla står kvar här."),
        _("alla program tidslinje historik"),
    ),
    (
        "programme:compare",
        _("Jämför två program"),
        _("Vad som skiljer två program, ord för ord."),
        _("jämförelse skillnad ändringar"),
    ),
    (
        "adoption:municipalities",
        _("De åtta kommunerna"),
        _("Vad var och en har beslutat."),
        _("kommunerna karta Södertörn"),
    ),
    (
        "rules",
        _("Så avgörs vad som gäller"),
        _("Varje regel med sin källa."),
        _("regler regel avgörs gällande"),
    ),
    (
        "events",
        _("Händelser"),
        _("Allt som har förts in i registret, det senaste först."),
        _("händelselogg logg senaste nytt"),
    ),
    (
        "check",
        _("Kontrollera uppgifterna"),
        _("Hur vem som helst kontrollerar att ingenting har ändrats."),
        _("kontrollsumma SHA-256 bevis äkta ladda ner öppna data"),
    ),
    (
        "follow",
        _("Följ registret"),
        _("Flöden som berättar när det ändras vad som gäller, och när ett beslut är registrerat."),
        _("flöde RSS Atom prenumerera bevaka nyheter"),
    ),
    (
        "words",
        _("Ord som behöver förklaras"),
        _("Vad registrets och protokollens ord betyder."),
        _("ordlista ordförklaringar begrepp betyder"),
    ),
    (
        "accessibility",
        _("Tillgänglighet"),
        _("Hur tillgänglig webbplatsen är, vad som brister och hur du säger till."),
        _("tillgänglighetsredogörelse skärmläsare WCAG DIGG anpassning"),
    ),
    (
        "about",
        _("Om registret"),
        _("Vem som svarar för registret, och vad det inte är."),
        _("kontakt ägare personuppgifter dataskydd dataskyddsombud arkiv e-post"),
    ),
    (
        "report",
        _("Rapportera fel på en sida"),
        _("Skriv till registret utan konto."),
        _("felanmälan kontakt synpunkter fel"),
    ),
)
"""View, title, what is told of it (two tell what applies), words that people use for it."""
