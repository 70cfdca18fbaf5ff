"""The desk's pages about the texts of transcripts: what is entered, what is missing, what another person has checked."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from adoption.cited import by_source, page_words
from adoption.models import Citation
from adoption.models.sources import Stance
from programme.desk.crumbs import text_crumbs
from programme.models import Part, Placement, TextRecord
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, arrange
from sodertorn.desk.uploads import kept
from sodertorn.journal import Entry
from sodertorn.register import Register
from sodertorn.words import NBSP, moment, sentence_case


class State(StrEnum):
    """How far a text of a transcript has come."""

    MISSING = "missing"
    ENTERED = "entered"
    CHECKED = "checked"
    STRUCK = "struck"


STATE_WORDS = {
    State.MISSING: gettext_lazy("Inte införd"),
    State.ENTERED: gettext_lazy("Införd, inte kontrollerad"),
    State.CHECKED: gettext_lazy("Införd och kontrollerad"),
    State.STRUCK: gettext_lazy("Struken"),
}


@dataclass(frozen=True)
class Place:
    """One place of a transcript, or of an original: what it is called, what stands there, and how far that has come."""

    text: ProgrammeText
    label: str
    state: State

    @property
    def part(self) -> Part:
        return self.text.part

    @property
    def record(self) -> TextRecord | None:
        return self.text.record


def places(register: Register, placement: Placement) -> list[Place]:
    """All places of a programme in their order, of a transcript also those that the public page doesn't show."""
    struck = {record.part_id for record in register.all_text_records} - register.text_records.keys()
    tree = arrange(list(placement.revision.parts.all()), register.text_records, transcript=False)
    return labelled(register, tree, struck, "", Counter())


def labelled(
    register: Register, texts: list[ProgrammeText], struck: set[int], within: str, counted: Counter
) -> list[Place]:
    """`counted`: how many there are so far; goals are numbered through the programme, points below each goal."""
    found = []
    for text in texts:
        state = state_of(register, text, struck)
        counted[text.kind] += state != State.STRUCK
        name = label(text, counted[text.kind])
        found.append(Place(text, f"{name}, {within}" if within else name, state))
        inside = text.words.text if text.kind == PartKind.FOCUS_AREA and text.words.text else lower(name)
        inside = f"{inside}, {within}" if within else inside
        counted[PartKind.POINT] = 0
        found += labelled(register, text.children, struck, inside, counted)
    return found


def lower(name: str) -> str:
    """A name within another's, `långsiktigt mål 1`."""
    return name[:1].lower() + name[1:]


def label(text: ProgrammeText, number: int) -> str:
    kind = sentence_case(str(text.part.get_kind_display()))
    match text.kind:
        case PartKind.FOCUS_AREA | PartKind.GOAL | PartKind.POINT:
            return f"{kind}{NBSP}{number}"
        case PartKind.SECTION | PartKind.ANNEX:
            return text.words.heading or f"{kind}{NBSP}{number}"
    return kind


def state_of(register: Register, text: ProgrammeText, struck: set[int]) -> State:
    if text.part.pk in struck:
        return State.STRUCK
    if text.missing:
        return State.MISSING
    checked = text.record is not None and text.record.pk in register.checked_texts  # an original's has none
    return State.CHECKED if checked else State.ENTERED


def transcripts(register: Register) -> dict[str, Placement]:
    """The transcripts in the register, by address, the newest first (R11)."""
    found = {slug: p for slug, p in register.placements.items() if p.sent_on is None}
    return dict(sorted(found.items(), reverse=True))


def place_of(register: Register, slug: str, part: int) -> Place:
    """One place of a transcript. Raises KeyError for what is none."""
    found = {place.part.pk: place for place in places(register, transcripts(register)[slug])}
    return found[part]


def count_words(states: list[State]) -> str:
    """How many texts are entered, missing and checked."""
    missing, checked = states.count(State.MISSING), states.count(State.CHECKED)
    entered = checked + states.count(State.ENTERED)
    words = [
        ngettext("%d text införd", "%d texter införda", entered) % entered,
        ngettext("%d kontrollerad", "%d kontrollerade", checked) % checked,
    ]
    if missing:
        words.append(ngettext("%d saknas", "%d saknas", missing) % missing)
    return ", ".join(words)


def all_places(register: Register) -> list[tuple[Placement, list[Place]]]:
    """Every transcript with its places, the newest first; one query for all of them."""
    found = list(transcripts(register).values())
    prefetch_related_objects([placement.revision for placement in found], "parts")
    return [(placement, places(register, placement)) for placement in found]


def progress(register: Register) -> list[dict]:
    """The transcripts, with how far each has come."""
    return [
        {
            "slug": placement.revision.slug,
            "name": placement.title,
            "url": reverse("desk:texts_of", args=[placement.revision.slug]),
            "note": count_words([place.state for place in found]),
        }
        for placement, found in all_places(register)
    ]


def texts_page() -> dict:
    """The transcripts."""
    return {
        "title": _("Texter"),
        "lede": _(
            "Program som antogs före registret är avskrifter. Här förs deras texter in, en i taget, med källa, "
            "och kontrolleras av en annan person."
        ),
        "section": "texts",
        "transcripts": progress(Register()),
    }


def texts_of_page(register: Register, placement: Placement, user) -> dict:
    """All places of a transcript, with what can be done about each."""
    slug = placement.revision.slug
    found = places(register, placement)
    missing = next((place for place in found if place.state == State.MISSING), None)
    written = written_by(user, placement)
    return {
        "title": placement.title,
        "lede": count_words([place.state for place in found]) + ".",
        "section": "texts",
        "crumbs": text_crumbs(),
        "slug": slug,
        "next": missing and {"label": missing.label, "url": text_url("text", place=missing)},
        "annex": attached(placement),
        "places": [
            row(register, placement, place, own=place.record and place.record.entry.fact in written)
            for place in found
        ],
    }


def place_frame(register: Register, placement: Placement, place: Place) -> dict:
    """What a page about one text shows beside its form: what stands now, who recorded it, and where it is read."""
    chain = register.chain(place.record.entry.fact) if place.record else []
    newest = chain[-1] if chain else None
    cited = cited_for(register, place.record)
    return {
        "section": "texts",
        "crumbs": text_crumbs(placement),
        "lede": placement.title,
        "place": row(register, placement, place, own=False),
        "missing": place.state == State.MISSING,
        "recorded": newest and moment(newest.recorded),
        "recorded_by": newest and str(newest.by or newest.office),
        "sources": by_source(cited),
        "annex": attached(placement),
    }


def written_by(user, placement: Placement) -> set[int]:
    """The texts that somebody has entered or changed, by the number of the fact: another person checks them (R8)."""
    entries = Entry.objects.filter(textrecord__part__revision=placement.revision, by=user)
    return set(entries.values_list("fact", flat=True))


def text_url(view: str, *, place: Place) -> str:
    return reverse(f"desk:{view}", args=[place.part.revision.slug, place.part.pk])


def attached(placement: Placement) -> dict | None:
    """The annex that is attached, if there is one."""
    sha256 = placement.annex_sha256
    return (
        {"sha256": sha256, "url": kept(sha256) and reverse("desk:extract", args=[sha256])} if sha256 else None
    )


def row(register: Register, placement: Placement, place: Place, *, own: bool) -> dict:
    text = place.text
    kept_here = text.kind == PartKind.ANNEX and bool(placement.annex_sha256)
    cited = cited_for(register, place.record)
    return {
        "label": place.label,
        "anchor": f"plats-{place.part.pk}",
        "words": text.words.text or text.words.heading,
        "network": text.words.network,
        "note": _("Bilagan finns som fil hos registret.") if kept_here else text.note,
        "sources": [source_words(citation) for citation in cited],
        "state": place.state,
        "state_words": heading_words(place) or STATE_WORDS[place.state],
        "url": text_url("text", place=place),
        "check_url": text_url("text_check", place=place) if place.state == State.ENTERED and not own else "",
        "strike_url": text_url("text_check_correct", place=place) if place.state == State.CHECKED else "",
        "own": place.state == State.ENTERED and own,
    }


def heading_words(place: Place) -> str:
    """Of an annex the place holds only the heading: its file is attached on a page of its own."""
    if place.text.kind != PartKind.ANNEX or place.text.words.text or place.state == State.MISSING:
        return ""
    return _("Rubriken: %s") % STATE_WORDS[place.state].lower()


def cited_for(register: Register, record: TextRecord | None) -> list[Citation]:
    """Where a text is read; of a missing one also what else is known of it."""
    cited = register.sources_of(record.entry.fact) if record else []
    return [citation for citation in cited if not record.has_words or citation.stance == Stance.STATES]


def source_words(citation: Citation) -> str:
    """A source and where in it, `Protokollet, sidan 3`."""
    return ", ".join(filter(None, [citation.source.title, page_words(citation.page)]))
