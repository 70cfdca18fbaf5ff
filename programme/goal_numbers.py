"""The number in the address of a goal, which is the goal's for good (docs/decisions/0008-the-number-of-a-goal.md)."""

from programme.models.structure import PartKind
from programme.texts import goals


def goal_numbers(register, slug: str) -> dict[int, int]:
    """The numbers of a programme's goals, by the keys of their rows: in the order in which they were recorded.

    An original has all its goals when it is sent, in their order. A goal that a transcript gets
    later comes last, wherever it stands in the text; one that "never happened" keeps its number.
    """
    placement = register.placements[slug]
    recorded = (
        [goal.part.pk for goal in goals(register.texts[slug])]
        if placement.sent_on
        else [
            record.part_id
            for record in register.all_text_records
            if record.part.kind == PartKind.GOAL and record.part.revision_id == placement.revision_id
        ]
    )
    return {key: number for number, key in enumerate(dict.fromkeys(recorded), 1)}
