"""What the editor says where two people's edits met (programme.draft_merge)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.draft_merge import STRUCTURE, Met, Remark
from programme.draft_names import field_label, full_name, particular_words
from programme.draft_words import field_name
from programme.drafting import Draft
from programme.models import Saving
from sodertorn.word_diff import word_diff
from sodertorn.words import listed, moment, number, sentence_case


@dataclass(frozen=True)
class Note:
    """What is said beside one box, or one text: a sentence, and their words where they are not in the box."""

    text: str
    clash: bool
    pieces: list[tuple[str, str]]
    theirs: str = ""


def who(savings: list[Saving]) -> str:
    """Those who saved meanwhile."""
    return listed(list(dict.fromkeys(str(saving.by or _("någon")) for saving in savings)))


def overtaken_sentence(savings: list[Saving]) -> str:
    return _("%(who)s sparade version %(number)d den %(when)s, efter att du öppnade utkastet.") % {
        "who": who(savings),
        "number": savings[-1].number,
        "when": moment(savings[-1].at),
    }


def notes(remarks: list[Remark], savings: list[Saving]) -> dict[tuple[str, str], Note]:
    """By text and field, the first where there are several."""
    found: dict[tuple[str, str], Note] = {}
    for remark in remarks:
        found.setdefault((remark.key, remark.field), note(remark, who(savings)))
    return found


def note(remark: Remark, name: str) -> Note:
    said = {
        Met.TAKEN: _("%s ändrade det här. Ändringen är hämtad hit:"),
        Met.CLASH: _("%s skrev samtidigt:"),
        Met.ADDED: _("%s har lagt till den här texten."),
        Met.REMOVED: _("%s har tagit bort den här texten."),
        Met.KEPT: _("%s har tagit bort den här texten, men du har ändrat i den. Därför står den kvar."),
        Met.BROUGHT_BACK: _(
            "Du har tagit bort den här texten, men %s har ändrat i den. Därför står den kvar."
        ),
        Met.MOVED: _("%s har flyttat texter. Den nya ordningen visas här."),
        Met.ORDER_CLASH: _("Både du och %s har flyttat texter. Din ordning visas här."),
    }
    theirs, base = (
        particular_words(remark.field, words) if not remark.key and remark.field != STRUCTURE else words
        for words in (remark.theirs, remark.base)
    )
    clash = remark.met in (Met.CLASH, Met.KEPT, Met.BROUGHT_BACK, Met.ORDER_CLASH)
    words = (theirs or _("(ingenting)")) if remark.met == Met.CLASH else ""
    return Note(
        said[remark.met] % name, clash, word_diff(base, theirs) if remark.met == Met.TAKEN else [], words
    )


def summary(draft: Draft, found: dict[tuple[str, str], Note]) -> list[dict]:
    """Where on the page something met, in its order: first what one has to decide, then what was only taken over."""
    spots = [spot for spot in places(draft) if spot[0] in found]
    lists = []
    for clash, told in ((True, to_decide), (False, taken_over)):
        links = [{"name": name, "anchor": anchor} for at, name, anchor in spots if found[at].clash == clash]
        if links:
            lists.append({"title": told(len(links)), "links": links})
    return lists


def to_decide(count: int) -> str:
    said = ngettext(
        "På %s ställe har ni ändrat båda två. Där gäller ditt när du sparar:",
        "På %s ställen har ni ändrat båda två. Där gäller ditt när du sparar:",
        count,
    )
    return said % (_("ett") if count == 1 else number(count))


def taken_over(count: int) -> str:
    said = ngettext(
        "På %s ställe har bara den andra ändrat. Det är hämtat hit:",
        "På %s ställen har bara den andra ändrat. Det är hämtat hit:",
        count,
    )
    return said % (_("ett") if count == 1 else number(count))


def places(draft: Draft) -> Iterator[tuple[tuple[str, str], str, str]]:
    """All places of the editor in its order: what notes call each, its name, and the anchor that leads there."""
    for name in draft.particulars:
        yield ("", name), field_label(name), name
    yield ("", STRUCTURE), _("Ordningen"), "order_note"
    for item in draft.items:
        name = sentence_case(full_name(draft, item))
        yield (item.key, STRUCTURE), name, f"item-{item.key}"
        for words in item.fields:
            several = len(item.fields) > 1
            called = f"{name}, {field_label(words).lower()}" if several else name
            yield (item.key, words), called, field_name(item, words)
