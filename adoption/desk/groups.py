"""Forms whose fields stand in groups, the less common ones folded away until they are wanted."""

from dataclasses import dataclass

from sodertorn.desk.fields import DeskForm


@dataclass(frozen=True)
class Group:
    """Some of a form's fields. One with a title can be folded, and is open when it holds something or is wrong."""

    title: str
    fields: list

    @property
    def open(self) -> bool:
        return any(field.errors or self.holds(field) for field in self.fields)

    @staticmethod
    def holds(field) -> bool:
        return bool(field.value()) and str(field.value()) != str(field.field.initial)


class Grouped(DeskForm):
    """`GROUPS` names the fields of each group, those that are always seen under an empty title."""

    GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def field_order(self) -> list[str]:
        """As they stand on the page, so that what is wrong is told of from the top."""
        return [name for _title, names in self.GROUPS for name in names]

    @property
    def groups(self) -> list[Group]:
        there = [
            (title, [self[name] for name in names if name in self.fields]) for title, names in self.GROUPS
        ]
        return [Group(str(title), fields) for title, fields in there if fields]
