"""The desk's pages about lineage: what each goal and area of a programme goes back to, in our judgement."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from programme.desk.crumbs import Crumbs, draft_crumbs, text_crumbs
from programme.kinship import place_in
from programme.models import DraftLineage, Lineage, Part, Placement, Revision
from programme.models.structure import PartKind
from programme.texts import ProgrammeText, arrange, flat
from sodertorn.register import Register
from sodertorn.words import sentence_case

KINDS = (PartKind.FOCUS_AREA, PartKind.GOAL)


@dataclass(frozen=True)
class Programme:
    """A programme whose lineage can be said: one in the register, or a draft."""

    revision: Revision
    placement: Placement | None
    texts: list[ProgrammeText]

    @property
    def name(self) -> str:
        return self.placement.title if self.placement else str(self.revision)

    @property
    def parts(self) -> dict[int, ProgrammeText]:
        """Its areas and goals, in order."""
        return {text.part.pk: text for text in flat(self.texts) if text.kind in KINDS}


def programme(register: Register, slug: str) -> Programme:
    """The programme of an address. Raises Revision.DoesNotExist."""
    revision = Revision.objects.get(slug=slug)
    if placement := register.placements.get(slug):
        return Programme(revision, placement, register.texts[slug])
    if not revision.is_draft:
        raise Revision.DoesNotExist  # what says that it never happened is no draft either
    return Programme(revision, None, arrange(list(revision.parts.all()), {}, transcript=False))


def said_of(register: Register, found: Programme) -> dict[int, list[Lineage | DraftLineage]]:
    """What is said now of each goal and area of the programme."""
    said, parts = defaultdict(list), found.parts
    if found.placement:
        rows = [one for one in register.lineages if one.later_id in parts]
    else:
        drafted = DraftLineage.objects.filter(later__revision=found.revision)
        rows = drafted.select_related("earlier__revision").order_by("pk")
    for one in rows:
        said[one.later_id].append(one)
    return said


def name_of(text: ProgrammeText, texts: list[ProgrammeText]) -> str:
    """A goal or area by its words; of one without them `långsiktigt mål 1, Infrastruktur`. `texts`: its programme's."""
    if text.words.text:
        return text.words.text
    area = next((area.words.text for area in texts if text in area.children), "")
    return ", ".join(filter(None, [place_in(texts, text.part), area]))


def quoted(text: ProgrammeText, texts: list[ProgrammeText]) -> str:
    """The same in a sentence: words that are the programme's own stand in quotation marks."""
    return _("”%s”") % text.words.text if text.words.text else name_of(text, texts)


def ancestor_words(register: Register, part: Part | None) -> str:
    """`”Utnyttja den nya infrastrukturen” (programmet för 2019)`."""
    if part is None:
        return _("inget: det är nytt")
    text = register.text_by_part.get(part.pk)
    slug = (text.part if text else part).revision.slug
    name = quoted(text, register.texts[slug]) if text else _("”%s”") % (part.text or part.get_kind_display())
    placement = register.placements.get(slug)
    return f"{name} ({placement.short_name if placement else slug})"


def lineage_page(register: Register, found: Programme) -> dict:
    """Each goal and area of a programme, with what it goes back to."""
    said, rows = said_of(register, found), []
    for text in found.parts.values():
        name = sentence_case(place_in(found.texts, text.part))
        rows.append(lineage_row(register, text, name, said))
    return {
        "title": _("Släktskap"),
        "lede": found.name,
        "section": "texts" if found.placement else "drafts",
        "crumbs": lineage_crumbs(found),
        "rows": rows,
    }


def transcribed(found: Programme) -> bool:
    return found.placement is not None and found.placement.sent_on is None


def lineage_crumbs(found: Programme, *, inside: bool = False) -> Crumbs:
    """To the lineage of a programme, or `inside` to that of one of its goals."""
    way: Crumbs = []
    if transcribed(found):
        way = text_crumbs(found.placement)
    elif found.placement is None:
        way = draft_crumbs(found.revision)
    if inside:
        way.append((_("Släktskap"), reverse("desk:lineage", args=[found.revision.slug])))
    return way


def lineage_row(register: Register, text: ProgrammeText, name: str, said: dict) -> dict:
    kin = said.get(text.part.pk, [])
    return {
        "label": name,
        "goal": text.kind == PartKind.GOAL,
        "words": text.words.text,
        "kin": [ancestor_words(register, one.earlier) for one in kin],
        "why": list(dict.fromkeys(one.why for one in kin if one.why)),
        "url": reverse("desk:lineage_of", args=[text.part.revision.slug, text.part.pk]),
    }


def candidates(register: Register, found: Programme, part: Part) -> list[tuple[str, list[tuple[str, str]]]]:
    """The goals, or areas, that one may go back to: those of the other programmes, the newest first."""
    groups = []
    for slug, texts in register.texts.items():
        if slug == found.revision.slug or slug in later_than(register, found):
            continue
        same = [text for text in flat(texts) if text.kind == part.kind]
        if same:
            choices = [(str(text.part.pk), sentence_case(name_of(text, texts))) for text in same]
            groups.append((register.placements[slug].title, choices))
    return groups[::-1]


def later_than(register: Register, found: Programme) -> set[str]:
    """The programmes that come after one in the line, with their adjusted wordings."""
    later, changed = set(), bool(found.placement)
    roots = {found.revision.slug}
    while changed:
        more = {
            slug
            for slug, placement in register.placements.items()
            for before in (placement.replaces, placement.adjusts)
            if before and before.slug in roots | later
        }
        changed = not more <= later
        later |= more
    return later
