"""A programme's texts as a reader meets them: the words, or what is missing, in their order."""

from collections import defaultdict
from dataclasses import dataclass, field

from programme.models import Part, Revision, TextRecord, Wording
from programme.models.structure import SINGLE, PartKind

ORDER = list(PartKind)


@dataclass
class ProgrammeText:
    """One text in its place. `note` says where the words stand when they are missing, or what is uncertain."""

    part: Part
    words: Wording
    note: str = ""
    record: TextRecord | None = None
    children: list["ProgrammeText"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.part.kind

    @property
    def missing(self) -> bool:
        return not self.words.has_words

    @property
    def not_entered(self) -> bool:
        """Whether the words are somewhere else than here; in a draft they may be nowhere yet."""
        return self.missing and self.record is not None

    @property
    def uncertain(self) -> bool:
        """Whether the words here may not be the programme's own, as `note` says; a goal's note may be about its points."""
        return bool(self.note) and not self.missing and self.kind in (*SINGLE, PartKind.SECTION)


def arrange(parts: list[Part], records: dict[int, TextRecord], *, transcript: bool) -> list[ProgrammeText]:
    """The texts as a tree. A part of a transcript is there only when a record of it stands (R11)."""
    texts, under = [], defaultdict(list)
    for part in sorted(parts, key=lambda p: (ORDER.index(p.kind), p.position, p.key)):
        record = records.get(part.pk)
        if transcript and record is None:
            continue
        text = ProgrammeText(part, record or part, record.note if record else "", record, under[part.pk])
        (under[part.parent_id] if part.parent_id else texts).append(text)
    return texts


def written(revision: Revision) -> list[ProgrammeText]:
    """The texts of a draft or an original: its words are its parts'."""
    return arrange(list(revision.parts.all()), {}, transcript=False)


def flat(texts: list[ProgrammeText]) -> list[ProgrammeText]:
    """All texts of a tree, in order."""
    return [found for text in texts for found in (text, *flat(text.children))]


def goals(texts: list[ProgrammeText]) -> list[ProgrammeText]:
    """The goals of a programme in its order, whatever area they stand in: that is how they are numbered."""
    return [text for text in flat(texts) if text.kind == PartKind.GOAL]
