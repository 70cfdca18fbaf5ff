"""What is said of a reading: where a field was read, and why nothing was."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from adoption.reading.values import Found, Kind, Line, Reading


def place_words(one: Found | Line) -> str:
    """`sida 3: ”§ 9 Södertörns utvecklingsprogram”`."""
    return _("sida %(page)d: ”%(words)s”") % {"page": one.page, "words": one.words}


def told_of(count: int, decided: bool) -> str:
    """What came of the reading; `decided` says whether what was decided is read."""
    if not count:
        return _("Det som filen säger står redan i formuläret.")
    words = ngettext(
        "%d uppgift är läst ur utdraget. Kontrollera den, och fyll i resten.",
        "%d uppgifter är lästa ur utdraget. Kontrollera var och en, och fyll i resten.",
        count,
    )
    if decided:
        return words % count
    return " ".join(
        [
            words % count,
            _("Vad som beslutades är inte läst: det läses bara där orden inte kan betyda något annat."),
        ]
    )


def told_of_another(reading: Reading, must_be: dict[str, str]) -> str:
    """Why nothing is taken from a file, or nothing."""
    if reading.kind != Kind.MINUTES:
        told = why_not(reading.kind)
        return f"{told} {sentence(reading.sign)}" if reading.sign else told
    for name, must in must_be.items():
        stated = reading.fields.get(name)
        if must and stated and stated.value != must:
            words = {
                "municipality": _("Utdraget är en annan kommuns. Inget är ifyllt."),
                "body": _("Utdraget är ett annat organs. Inget är ifyllt."),
            }
            return f"{words[name]} {sentence(stated)}"
    return ""


def sentence(one: Found | Line) -> str:
    words = place_words(one)
    return f"({words[:1].upper()}{words[1:]})"


def why_not(kind: Kind) -> str:
    return {
        Kind.PRELIMINARY: _(
            "Protokollet är preliminärt eller inte justerat, så inget är läst ur det. Skriv uppgifterna själv."
        ),
        Kind.JUDGMENT: _("Filen är en dom, inget protokoll. Inget är ifyllt."),
        Kind.OTHER_BODY: _("Filen är ett utskotts eller en nämnds protokoll, så inget är ifyllt."),
        Kind.ELSEWHERE: _("Utdraget är en annan kommuns. Inget är ifyllt."),
        Kind.NO_BODY: _(
            "Det framgår inte i sidans huvud om det är kommunstyrelsens eller fullmäktiges protokoll, så inget är ifyllt. Skriv uppgifterna själv."
        ),
        Kind.OTHER_PAPER: _(
            "Registret känner inte igen filen som ett protokoll, så inget är ifyllt. Skriv uppgifterna själv."
        ),
        Kind.NO_PARAGRAPH: _(
            "Registret hittade ingen § vars rubrik nämner programmet, så inget är ifyllt. Skriv uppgifterna själv."
        ),
        Kind.SEVERAL_PARAGRAPHS: _(
            "Registret hittade flera §§ om programmet och vet inte vilken som är beslutet, så inget är ifyllt. Skriv uppgifterna själv."
        ),
        Kind.NO_TEXT: _("Filen är en bild utan text, så inget kan läsas ur den. Skriv uppgifterna själv."),
    }[kind]
